"""The story of one chosen host, worked by hand to the fen."""

from dataclasses import replace

import pytest

from model.advice import advise, grades
from model.demo import demo_snapshot
from model.estimates import host_facts
from model.matrix.candidates import Candidates, candidates
from model.matrix.plan import Choice
from model.matrix.story import exposure, story_of
from model.policy import Policy, load
from model.records import Estimate, Influencer, Offer, Product

POLICY = load()
COFFEE = Product("咖啡", 69.0, "咖啡", 25.0, 4.0, 0.05, 0.10, id=1)


def table(*hosts: Influencer, product: Product = COFFEE, policy: Policy = POLICY) -> Candidates:
    return candidates(tuple(host_facts(host, policy) for host in hosts), grades((product,), policy), policy)


def host(name: str, fee: float, views: float, *more: Offer, followers: int = 100_000) -> Influencer:
    offers = (Offer("a", fee, 0.2), *more)
    return Influencer(name, name, "douyin", followers=followers, views=views, offers=offers)


def choice(made: Candidates, j: int = 0) -> Choice:
    orders = float(made.orders[j])
    return Choice(
        made.items[j],
        float(made.cost[j]),
        Estimate(orders, orders, orders),
        float(made.first[j]),
        float(made.long[j]),
        (),
    )


def test_the_story_of_a_plain_host_is_worked_by_hand() -> None:
    # 10,000 views, 80 % real, 12 % open the product, 1 % of real views order: 80 orders, 72 kept, at 69 yuan
    story = story_of(choice(table(host("x", 500.0, 10_000.0))), POLICY)
    assert [(s.code, round(s.count, 6)) for s in story.reach] == [
        ("views", 10_000),
        ("true_views", 8000),
        ("visits", 960),
        ("orders", 80),
        ("kept", 72),
    ]
    assert [round(s.share, 6) for s in story.reach] == [1, 0.8, 0.12, 0.083333, 0.9]
    assert {p.code: round(p.yuan, 2) for p in story.money[:-1]} == {
        "sales": 4968.00,  # 72 x 69
        "platform_fee": -248.40,  # 5 %
        "goods": -1800.00,  # 72 x 25
        "shipping": -288.00,  # 72 x 4
        "commission": -993.60,  # 20 %
        "returns": -84.00,  # 8 x (4 + 4 + 0.1 x 25)
        "slot_fee": -500.00,
        "samples": -29.00,  # one piece with shipping
    }
    assert round(story.first_profit, 2) == 1025.00


def test_the_parts_add_up_for_every_choice_of_a_whole_plan() -> None:
    snapshot = demo_snapshot(POLICY, 20)
    plan = advise(snapshot, load({"risk.draws": 200})).plan
    assert plan is not None
    assert len(plan.choices) > 3
    for one in plan.choices:
        story = story_of(one, POLICY)
        assert sum(p.yuan for p in story.money) == pytest.approx(one.long_profit, abs=0.005)
        assert sum(p.yuan for p in story.money[:-1]) == pytest.approx(one.first_profit, abs=0.005)
        counts = [s.count for s in story.reach]
        assert counts == sorted(counts, reverse=True)


def test_a_guarantee_is_a_part_of_its_own() -> None:
    made = table(host("x", 3000.0, 10_000.0, Offer("b", 3000.0, 0.2, 3.0)))
    parts = {p.code: p.yuan for p in story_of(choice(made, 1), POLICY).money}
    assert parts["guarantee"] == pytest.approx(float(made.first[1] - made.first[0]))
    assert "guarantee" not in {p.code for p in story_of(choice(made), POLICY).money}


def test_exposure_is_shown_apart_and_only_for_heads_and_only_when_asked_for() -> None:
    paid = load({"reach.reuse_value": 30})
    head, waist = (choice(table(host("x", 500.0, 10_000.0, followers=f))) for f in (2_000_000, 100_000))
    # 8,000 real views at 30 yuan a thousand
    assert exposure(head, paid) == pytest.approx(240)
    assert exposure(head, POLICY) == exposure(waist, paid) == 0
    told = story_of(head, paid)
    assert told.exposure == pytest.approx(240)
    assert told.long_profit == story_of(head, POLICY).long_profit == head.long_profit


def test_scarce_orders_are_never_more_than_visits() -> None:
    cheap = replace(COFFEE, price=1.0, unit_cost=0.1, ship_cost=0.1)
    made = table(host("x", 0.0, 100.0, followers=100), product=cheap)
    counts = [s.count for s in story_of(choice(made), POLICY).reach]
    assert counts[2] >= counts[3]


def test_more_must_have_come_to_look_where_results_say_more_than_a_host_shows() -> None:
    """1,500 orders of 960 expected visits: 12 % of real views open the product, and of those one in twelve buys."""
    plain = choice(table(host("x", 500.0, 10_000.0)))
    many = replace(plain, orders=Estimate(1500.0, 1500.0, 1500.0))
    reach = {step.code: step for step in story_of(many, POLICY).reach}
    assert reach["visits"].count == pytest.approx(1500 / (80 / 960))
    assert reach["orders"].share == pytest.approx(80 / 960)
    assert reach["views"].count == pytest.approx(10_000 * reach["visits"].count / 960)
