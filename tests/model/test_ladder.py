"""Tiered commission: as merchants write it, what it is expected to cost, and what it costs in draws."""

import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import beta, norm

from model.advice import grades
from model.economics import CostBasis, break_even, order_value
from model.errors import InvalidRecord
from model.estimates import commission_beyond, host_facts
from model.fields import BadCell
from model.intake.lists.rosters import read_roster
from model.ladder import RUNG, Ladder, apart, ladder_of, read_steps, steps_text
from model.matrix.candidates import Candidates, candidates, kept_share
from model.matrix.draws import draw, lot_of, outcome, shaken
from model.matrix.layout import lay_out
from model.matrix.recommend import recommend
from model.matrix.risk import simulate
from model.matrix.scenario_draws import scenario_draws
from model.matrix.sidebyside import line_of, terms_of
from model.matrix.story import story_of
from model.policy import load
from model.readiness.offers import usual
from model.records import Influencer, Offer, Product, Request

POLICY = load({"risk.draws": 20_000})
COFFEE = Product("咖啡", 59.9, "咖啡", 20.0, 4.0, 0.05, 0.1, id=1)
BASIS = CostBasis(100.0, 40.0, 6.0, 0.05, 0.20, 4.0, 0.9, frozenset())


@pytest.mark.parametrize(
    "text",
    [
        "20%; 1万以上25%", "20%；1万以上25％", "20%，10,000以上25%", "阶梯：1万以下20%，1万以上25%", "0-1万20%，1万以上25%",
        "20%, 满10000 25%", "20%；超过1万的部分25%", "20%; 25% above 10000", "20%; >10000: 25%", "20; 1w以上25",
        "up to 10000: 20%; 25% above 10000", "佣金20%".removeprefix("佣金") + "\n销售额10000元以上25%",
    ],
)  # fmt: skip
def test_a_tiered_commission_is_read_as_merchants_write_it(text: str) -> None:
    assert ladder_of(text) == Ladder(0.2, ((10000.0, 0.25),))
    offer = Offer.parse(slot_fee="0", commission=text)
    assert (offer.commission, offer.steps, offer.name) == (0.2, ((10000.0, 0.25),), "20%→25%@10000")


def test_bands_steps_by_themselves_and_what_is_none() -> None:
    three = Ladder(0.2, ((10000.0, 0.25), (50000.0, 0.3)))
    assert ladder_of("0-1万：20%，1-5万：25%，5万以上：30%") == three
    assert read_steps("5万以上30%；1万以上25%") == three.steps
    assert read_steps("-") == ()
    for text in (
        "20%",
        "618活动",
        "20%;25%",
        "1万以上25%;1万以上30%",
        "1万以上250%",
        "1.2.3以上20%",
        "坑位费3000+20%",
        "",
    ):
        assert ladder_of(text) is None
    for text in ("20%; 1万以上25%", "20%", "看情况"):
        with pytest.raises(BadCell, match="not_steps"):
            read_steps(text)
    with pytest.raises(InvalidRecord) as wrong:
        Offer.parse(commission="22%", steps="20%; 1万以上25%")
    assert [p.code for p in wrong.value.problems] == ["not_steps"]
    assert apart({"commission": "20", "steps": "20%;1万以上25%"}) == apart({"steps": "20%;1万以上25%"})
    assert Offer.parse(commission="20%", steps="1万以上25%").steps == ((10000.0, 0.25),)


@given(
    st.dictionaries(st.integers(1, 10**9), st.integers(0, 1000), min_size=1, max_size=5),
    st.sampled_from(sorted(RUNG)),
)
def test_steps_are_written_such_that_they_are_read_back(found: dict[int, int], language: str) -> None:
    steps = tuple((at / 100, share / 1000) for at, share in sorted(found.items()))
    assert read_steps(steps_text(steps, RUNG[language])) == steps


def test_a_roster_names_steps_in_a_column_or_beside_the_commission(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(
        "达人ID,昵称,粉丝数,坑位费,佣金率,阶梯佣金\n"
        "1,甲,20000,0,20%,1万以上25%\n2,乙,20000,0,20%；1万以上25%,\n3,丙,20000,100,15%,\n"
        "4,丁,20000,0,20%,20%；1万以上25%\n5,戊,20000,0,22%,20%；1万以上25%\n6,己,20000,0,20%,面议\n",
        "utf-8",
    )
    taken = read_roster(path)
    deals = [[(o.commission, o.steps) for o in host.offers] for host in taken.records]
    tiered = [(0.2, ((10000.0, 0.25),))]
    assert deals == [tiered, tiered, [(0.15, ())], tiered, [(0.22, ())], [(0.2, ())]]
    assert [(p.code, p.row, p.column) for p in taken.problems] == [
        ("not_steps", 6, "阶梯佣金"),
        ("not_steps", 7, "阶梯佣金"),
    ]


def test_a_roster_names_steps_in_the_words_of_a_deal(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(
        "达人ID,昵称,粉丝数,合作方式,坑位费\n1,甲,20000,纯佣20%；1万以上25%,\n2,乙,20000,佣金20%；1万以上25%,500\n",
        "utf-8",
    )
    taken = read_roster(path)
    deals = [(o.name, o.slot_fee, o.commission, o.steps) for host in taken.records for o in host.offers]
    steps = ((10000.0, 0.25),)
    assert deals == [("纯佣20%；1万以上25%", 0.0, 0.2, steps), ("佣金20%；1万以上25%", 500.0, 0.2, steps)]
    assert taken.problems == ()


def test_break_even_counts_the_steps() -> None:
    # 36.40 yuan an order before commission, 80 of kept sales: 16 of it at 20 %, 32 at 40 % beyond 8,000 yuan (100 orders)
    assert break_even(BASIS, 1000.0, 0.2, ((8000.0, 0.4),)).shipped == pytest.approx(1000 / 20.4)  # type: ignore[union-attr]
    late = break_even(BASIS, 2480.0, 0.2, ((8000.0, 0.4),))
    assert late is not None
    assert late.shipped == pytest.approx(100 + 440 / 4.4)
    assert break_even(BASIS, 5000.0, 0.2, ((8000.0, 0.5),)) is None
    assert break_even(BASIS, 100.0, 0.5, ((8000.0, 0.1),)) is not None


def table(*offers: Offer, product: Product = COFFEE, hosts: int = 1) -> Candidates:
    made = tuple(
        host_facts(
            Influencer(f"{n}", f"达人{n}", "douyin", followers=30_000, views=9000.0, offers=offers), POLICY
        )
        for n in range(hosts)
    )
    return candidates(made, grades((product,), POLICY), POLICY)


KEPT = (np.arange(40) + 0.5) / 40
SHARES = (np.arange(80) + 0.5) / 80
LUCK = np.linspace(-6, 6, 301)
LADDERS = st.lists(st.tuples(st.floats(200, 20_000), st.floats(0, 0.5)), min_size=1, max_size=3).map(
    lambda found: tuple(sorted(dict(found).items()))
)


@given(LADDERS, st.sampled_from([None, 5, 40]))
@settings(max_examples=15, deadline=None)
def test_the_expected_commission_is_that_of_numeric_integration(
    steps: tuple[tuple[float, float], ...], stock: int | None
) -> None:
    made = table(Offer("a", 0.0, 0.2, steps=steps), product=replace(COFFEE, stock=stock))
    item, sd, mean = made.items[0], made.items[0].response.shocks, float(made.raw[0])
    kept, real = kept_share(item.worth), sd.real
    assert kept is not None
    assert real is not None

    shares = beta.ppf(SHARES, real.alpha, real.beta) / real.mean
    luck = np.exp(sd.smooth * LUCK - sd.smooth**2 / 2)
    sold = np.minimum(mean * shares[:, None] * luck, np.inf if stock is None else stock) * 59.9
    sales = sold[..., None] * beta.ppf(KEPT, kept.alpha, kept.beta)
    slow = float(
        np.average(commission_beyond(item.offer.rises, sales).mean(axis=(0, 2)), weights=norm.pdf(LUCK))
    )
    assert float(made.stepped[0]) == pytest.approx(slow, rel=0.01, abs=0.002 * float(made.orders[0]) * 59.9)
    plain = table(Offer("a", 0.0, 0.2), product=replace(COFFEE, stock=stock))
    assert made.first[0] == pytest.approx(plain.first[0] - made.stepped[0])
    assert made.long[0] - made.first[0] == pytest.approx(plain.long[0] - plain.first[0])


@pytest.mark.parametrize("stock", [None, 60])
@pytest.mark.parametrize("guarantee", [None, 2.0])
def test_draws_have_the_mean_that_the_choice_counts_with(stock: int | None, guarantee: float | None) -> None:
    offer = Offer("a", 300.0, 0.15, guarantee, steps=((1500.0, 0.25), (5000.0, 0.1)))
    made = table(offer, product=replace(COFFEE, stock=stock))
    lot = lot_of(made, np.array([0]))
    drawn = draw(lot, made, 200_000, 3)
    got = outcome(lot, shaken(lot, drawn, slice(None)))
    error = got.first.std() / math.sqrt(len(got.first))
    assert got.first.mean() == pytest.approx(float(made.first[0]), abs=4 * error)
    few = scenario_draws(made, 1000, 3).profits(np.array([0]))[0].astype(float)
    assert few.mean() == pytest.approx(float(made.long[0]), abs=6 * few.std() / math.sqrt(1000))
    risk = simulate(made, np.array([0]), 20_000, 5)
    assert risk.mean == pytest.approx(float(made.long[0]), rel=0.1)


def test_one_draw_pays_the_commission_of_each_band() -> None:
    made = table(Offer("a", 0.0, 0.2, steps=((1000.0, 0.3),)))
    lot = lot_of(made, np.array([0]))
    moved = shaken(lot, draw(lot, made, 50, 1), slice(None))
    got, item = outcome(lot, moved), made.items[0]
    sold, back = got.asked[0].astype(float), moved.returns[0].astype(float) * 0.1
    sales = sold * 59.9 * (1 - back)
    before = sold * ((1 - back) * (59.9 * 0.95 - 24.0) - back * (4 + 4 + 0.1 * 20))
    each = np.minimum(sales, 1000) * 0.2 + np.maximum(sales - 1000, 0) * 0.3
    assert got.first == pytest.approx(before - each - item.samples, rel=1e-4, abs=0.05)


def test_a_plan_takes_the_cheaper_ladder_and_says_what_it_comes_to() -> None:
    dear = Offer("贵", 0.0, 0.15, steps=((1000.0, 0.45),))
    fair = Offer("公道", 0.0, 0.17, steps=((1000.0, 0.18),))
    made = table(dear, fair, hosts=3)
    plan = recommend(made, Request(1000.0), POLICY)
    assert {c.candidate.offer.offer.name for c in plan.choices} == {"公道"}
    (why,) = [r for r in plan.choices[0].reasons if r.code == "commission_steps"]
    sales = plan.choices[0].orders.value * 59.9 * 0.9
    assert why.values["average"] == pytest.approx(0.17 + plan.choices[0].stepped / sales)
    assert "no_fee" not in {r.code for r in plan.choices[0].reasons}
    story = story_of(plan.choices[0], POLICY)
    parts = {part.code: part.yuan for part in story.money}
    assert "guarantee" not in parts
    assert sum(parts.values()) == pytest.approx(story.long_profit)
    assert parts["commission"] == pytest.approx(-parts["sales"] * 0.17 - plan.choices[0].stepped)


def test_a_falling_ladder_is_no_offer_that_loses_with_every_order() -> None:
    falling = Offer("降", 0.0, 0.7, steps=((500.0, 0.1),))
    problem = lay_out(table(falling), Request(1000.0), POLICY)
    assert len(problem.kept.items) == 1


def test_side_by_side_and_readiness_know_the_steps() -> None:
    made = table(Offer("a", 0.0, 0.2, steps=((1000.0, 0.4),)))
    item = made.items[0]
    line = line_of(terms_of(item), item.worth.basis, 0.0)
    each = 59.9 * 0.9
    assert line.corners[1][0] == pytest.approx(1000 / each)
    assert line.slope == pytest.approx(order_value(item.worth.basis, 0.4))
    graded = grades((COFFEE,), POLICY)[0]
    order = usual(made.hosts, graded, POLICY).order
    sales = item.response.mean * each
    assert order.commission == pytest.approx(0.2 + 0.2 * max(sales - 1000, 0) / sales)
