"""Plans under other limits, and choices by rules of thumb, all under one model."""

import datetime as dt
import json
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.advice import grades
from model.errors import Cancelled
from model.estimates import host_facts
from model.matrix.candidates import candidates
from model.matrix.kept import MOST_KEPT, Kept, unpacked, with_kept
from model.matrix.leaders import leaders, standing
from model.matrix.pricing import price_choice
from model.matrix.recommend import recommend
from model.matrix.scenarios import BUDGETS, SHARES, Further, Point, further, scenarios
from model.policy import load
from model.records import Influencer, Kind, Offer, Product, Request

POLICY = load()
COFFEE = Product("咖啡", 59.9, "咖啡", 25.0, 4.0, 0.05, 0.06, id=1)
HOSTS = tuple(
    host_facts(
        Influencer(
            f"h{n}",
            f"Host {n}",
            "douyin",
            followers=8_000 * (n + 1) ** 2,
            views=1500.0 * (n + 1),
            offers=(Offer("fee", 400.0 * (n + 1), 0.15, None, 1 + n % 2),),
        ),
        POLICY,
    )
    for n in range(14)
)
TABLE = candidates(HOSTS, grades((COFFEE,), POLICY), POLICY)
REQUEST = Request(6_000.0, max_share=0.5)
FOUND = scenarios(TABLE, REQUEST, POLICY)


def test_every_point_is_the_plan_of_its_own_limits() -> None:
    for part, point in zip(BUDGETS, FOUND.budgets, strict=True):
        assert point.at == REQUEST.budget * part
        assert point.plan == recommend(TABLE, replace(REQUEST, budget=point.at), POLICY)
    for share, point in zip(SHARES, FOUND.shares, strict=True):
        if point.plan is not None:
            assert max(c.cost for c in point.plan.choices) <= share * REQUEST.budget + 1e-6
    assert FOUND.share == REQUEST.max_share


def test_wider_limits_never_lower_what_can_be_had() -> None:
    for points in (FOUND.budgets, FOUND.shares):
        plans = [p.plan for p in points if p.plan is not None]
        for one, other in pairwise(plans):
            assert other.bound >= one.objective - 1e-6


def test_rules_of_thumb_never_beat_the_bound_of_the_plan_without_a_mix() -> None:
    by_code = {one.code: one.plan for one in FOUND.rivals}
    best = recommend(TABLE, replace(REQUEST, free_mix=True, max_share=1.0), POLICY)
    for code in ("biggest", "evenly"):
        plan = by_code[code]
        assert plan is not None
        assert plan.spend <= REQUEST.budget
        assert plan.objective <= best.bound + 1e-6


def test_the_most_famous_are_taken_from_the_top_and_priced_like_any_choice() -> None:
    plan = next(one.plan for one in FOUND.rivals if one.code == "biggest")
    assert plan is not None
    costs = {f"h{n}": 400.0 * (n + 1) for n in range(14)}
    left, wanted = REQUEST.budget, []
    for name in sorted(costs, key=lambda host: -int(host[1:])):
        if costs[name] <= left:
            left -= costs[name]
            wanted.append((name, "fee", 1, COFFEE.name))
    assert {c.id for c in plan.choices} == {name for name, *_ in wanted}
    assert plan.objective == pytest.approx(price_choice(TABLE, wanted, REQUEST, POLICY).objective)


def test_own_people_and_banned_hosts_are_no_rule_of_thumb() -> None:
    own = host_facts(
        Influencer("own", "Own room", "douyin", Kind.OWN_ROOM, 10**7, offers=(Offer("x", 10.0, 0.0),)), POLICY
    )
    got = scenarios(
        candidates((*HOSTS, own), grades((COFFEE,), POLICY), POLICY),
        replace(REQUEST, bans=frozenset({"h13"})),
        POLICY,
    )
    for one in got.rivals[2:]:
        assert one.plan is not None
        assert not {"own", "h13"} & {c.id for c in one.plan.choices}


def test_a_budget_that_buys_nothing_is_a_point_without_a_plan() -> None:
    got = scenarios(TABLE, Request(300.0), POLICY)
    assert got.budgets[0] == Point(75.0, None)
    assert got.rivals[2].plan is None
    assert further(got.budgets[:1], 75.0) is None


def test_small_tests_are_of_hosts_outside_the_plan_and_within_their_money() -> None:
    generous = replace(POLICY, trial=replace(POLICY.trial, budget_share=0.8))
    found = scenarios(TABLE, REQUEST, generous)
    plan = found.rivals[0].plan
    assert plan is not None
    assert found.trials
    assert not {t.id for t in found.trials} & {c.id for c in plan.choices}
    assert sum(t.cost for t in found.trials) <= REQUEST.budget * 0.8 + 1e-6
    assert not FOUND.trials, "a tenth of the budget pays for no test here"


def test_what_a_limit_costs_is_what_the_plan_without_it_brings_more() -> None:
    own = FOUND.rivals[0].plan
    assert own is not None
    worths = {one.code: one for one in FOUND.worths}
    rich = recommend(TABLE, replace(REQUEST, budget=1e7, max_share=REQUEST.max_share), POLICY)
    assert "budget" in worths
    assert worths["budget"].most >= 0
    # Without the budget the largest share still holds, of the budget asked for: so it is less than with all the money.
    assert worths["budget"].least <= rich.bound - own.objective + 1e-6


def test_a_kept_plan_is_priced_as_things_stand_or_cannot_be_had() -> None:
    plan = recommend(TABLE, REQUEST, POLICY)
    mine = Kept.of("mine", plan, dt.date(2026, 3, 1))
    assert unpacked(json.loads(json.dumps([mine.packed()]))) == (mine,)
    gone = Kept("gone", (("nobody", "fee", 1, COFFEE.name),))
    found = scenarios(TABLE, replace(REQUEST, budget=5_000.0), POLICY, kept=(mine, gone))
    same, lost = found.rivals[-2:]
    assert (same.code, same.name, lost.plan) == ("kept", "mine", None)
    assert same.plan is not None
    assert same.plan.objective == pytest.approx(plan.objective)
    assert same.plan.status == "chosen_breaks_limits"


@pytest.mark.parametrize("stored", [None, 3, [1], [{"name": 1, "wanted": []}], [{"name": "a", "wanted": 3}]])
def test_what_is_no_kept_plan_is_passed_over(stored: object) -> None:
    assert unpacked(stored) == ()


def test_a_kept_plan_takes_the_place_of_its_name_and_the_oldest_go() -> None:
    kept: tuple[Kept, ...] = ()
    for n in range(MOST_KEPT + 3):
        kept = with_kept(kept, Kept(f"{n}", ()))
    assert [one.name for one in kept] == [f"{n}" for n in range(3, MOST_KEPT + 3)]
    again = Kept("5", (("h", "o", 1, "p"),))
    assert with_kept(kept, again)[-1] is again
    assert len(with_kept(kept, again)) == MOST_KEPT


def test_it_stops_when_it_is_told_to() -> None:
    with pytest.raises(Cancelled):
        scenarios(TABLE, REQUEST, POLICY, cancelled=lambda: True)


def test_the_next_step_of_a_frontier_is_the_difference_of_two_means() -> None:
    here, there = FOUND.budgets[3], FOUND.budgets[4]
    assert here.plan is not None
    assert there.plan is not None
    gain = there.plan.risk.mean - here.plan.risk.mean
    assert further(FOUND.budgets, REQUEST.budget) == Further(here.at, there.at, gain)
    assert further(FOUND.budgets, there.at, down=True) == Further(there.at, here.at, -gain)
    assert further(FOUND.budgets, FOUND.budgets[-1].at) is None


# ── how much hangs on the largest ──


def test_standing_by_hand() -> None:
    got = standing([10.0, 50.0, 40.0])
    assert got.shares == pytest.approx((0.5, 0.9, 1.0))
    assert got.effective == pytest.approx(1 / (0.25 + 0.16 + 0.01))
    assert standing([0.0, -3.0]).shares == ()


@given(st.lists(st.floats(0.01, 1e6), min_size=1, max_size=40))
def test_standing_rises_to_all_and_counts_no_more_hosts_than_there_are(amounts: list[float]) -> None:
    got = standing(amounts)
    assert list(got.shares) == sorted(got.shares)
    assert got.shares[-1] == pytest.approx(1.0)
    assert 1 - 1e-9 <= got.effective <= len(amounts) + 1e-6


def test_alike_hosts_count_in_full() -> None:
    assert standing([7.0] * 9).effective == pytest.approx(9.0)


def test_leaders_are_the_concentration_of_the_plan() -> None:
    plan = recommend(TABLE, REQUEST, POLICY)
    got = leaders(plan)
    assert got.spend.shares[0] == pytest.approx(plan.concentration.top1)
    assert got.orders.shares[min(4, len(got.orders.shares) - 1)] == pytest.approx(
        plan.concentration.orders_top5
    )
    assert 1 / got.orders.effective == pytest.approx(plan.concentration.orders_hhi)


def test_the_plan_that_is_shown_is_the_one_that_is_compared() -> None:
    shown = FOUND.rivals[1].plan
    assert shown is not None
    found = scenarios(TABLE, REQUEST, POLICY, shown=shown)
    assert found.rivals[0].plan is shown
    assert next(point.plan for point in found.budgets if point.at == REQUEST.budget) is shown
