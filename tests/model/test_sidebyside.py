"""Offers beside each other: worked by hand to the fen, and against a slow search over orders."""

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from model.advice import grades
from model.economics import CostBasis, guarantee_refund, order_value
from model.estimates import host_facts
from model.matrix.candidates import candidates
from model.matrix.sidebyside import Line, Terms, crossings, line_of, offers_beside, side_by_side, terms_of
from model.policy import load
from model.records import Form, Influencer, Offer, Product

POLICY = load()
BASIS = CostBasis(100.0, 40.0, 6.0, 0.05, 0.20, 4.0, 0.9, frozenset())
"""Of test_economics: a paid order is worth 36.40 yuan before commission, each point of it costs 0.80."""
PURE = Terms("30%", 0.0, 0.30)
MIXED = Terms("1000+20%", 1000.0, 0.20)
SAFE = Terms("1500+15% x2", 1500.0, 0.15, 2.0)


def test_pure_commission_and_a_slot_fee_are_even_where_the_fee_is_saved() -> None:
    # 36.4 - 24 = 12.40 an order against 36.4 - 16 = 20.40 less 1,000: even at 1,000 / 8 = 125 orders
    assert crossings(line_of(PURE, BASIS, 0.0), line_of(MIXED, BASIS, 0.0)) == (pytest.approx(125.0),)
    got = side_by_side([PURE, MIXED], BASIS, 0.0, mean=100.0, sd=0.8)
    assert [(s.name, round(s.first, 6), round(s.last, 6)) for s in got.best] == [
        ("30%", 0.0, 125.0),
        ("1000+20%", 125.0, math.inf),
    ]
    below = 0.5 * math.erfc(-((math.log(1.25) + 0.32) / 0.8) / math.sqrt(2))
    assert [s.odds for s in got.best] == [pytest.approx(below), pytest.approx(1 - below)]
    assert got.even == (0.0, pytest.approx(1000 / 20.4))


def test_repeat_purchases_move_no_crossing_but_break_even() -> None:
    got = side_by_side([PURE, MIXED], BASIS, 50.0)
    assert got.best[0].last == pytest.approx(125)
    assert got.even[1] == pytest.approx(1000 / (20.4 + 0.8 * 50))


def test_a_guarantee_pays_back_until_it_is_met() -> None:
    line = line_of(SAFE, BASIS, 0.0)
    # promised 3,000 yuan are 30 orders; each of them is worth 36.4 - 12 = 24.40 and loses 100 / 2 = 50 of refund
    assert line.corners == ((0.0, 0.0), (30.0, pytest.approx(30 * 24.4 - 1500)))
    assert round(line.at(10), 2) == -256.00
    assert round(line.at(60), 2) == round(60 * 24.4 - 1500, 2) == -36.00
    assert line.slope == pytest.approx(24.4)


def test_a_step_of_the_commission_counts_beyond_it() -> None:
    # 20 % up to 8,000 yuan kept (100 paid orders), 10 % beyond: 20.40 then 28.40 an order
    line = line_of(Terms("steps", 0.0, 0.20, steps=((8000.0, 0.10),)), BASIS, 0.0)
    assert round(line.at(100), 2) == 2040.00
    assert round(line.at(150), 2) == 2040.00 + 50 * 28.40
    assert line.slope == pytest.approx(28.4)


def test_an_offer_that_loses_with_every_order_is_never_even() -> None:
    got = side_by_side([Terms("60%", 500.0, 0.6), PURE], BASIS, 0.0)
    assert got.even == (None, 0.0)
    assert [s.name for s in got.best] == ["30%"]


def test_the_terms_of_a_candidate_give_its_profit_at_its_expected_orders() -> None:
    offers = (Offer("a", 1000.0, 0.2, sessions=2), Offer("b", 0.0, 0.35))
    host = host_facts(Influencer("1", "x", "douyin", followers=30_000, views=5000.0, offers=offers), POLICY)
    coffee = Product("咖啡", 59.9, "咖啡", 25.0, 4.0, 0.05, 0.06, id=1)
    made = candidates((host,), grades((coffee,), POLICY), POLICY)
    for j, item in enumerate(made.items):
        line = line_of(terms_of(item), item.worth.basis, item.worth.repeat)
        assert line.at(float(made.orders[j])) == pytest.approx(float(made.long[j]))


TERMS = st.builds(
    Terms,
    st.just("x"),
    st.floats(0, 5000).map(round),
    st.floats(0, 0.5),
    st.sampled_from([0.0, 0.5, 1.0, 2.0, 4.0]),
    st.lists(st.tuples(st.floats(100, 1e5), st.floats(0, 0.5)), max_size=3, unique_by=lambda s: s[0]).map(
        lambda s: tuple(sorted(s))
    ),
)


def slowly(terms: Terms, orders: float, repeat: float) -> float:
    """Profit from the definition: commission of each band, refund of what the guarantee misses."""
    kept = orders * 0.8
    sales, paid = kept * 100.0, 0.0
    edges = [0.0, *(at for at, _ in terms.steps), math.inf]
    shares = [terms.commission, *(s for _, s in terms.steps)]
    for share, (left, right) in zip(shares, pairwise(edges), strict=True):
        paid += share * max(0.0, min(sales, right) - left)
    back = float(guarantee_refund(terms.slot_fee, terms.guarantee, orders * 100.0))
    return orders * order_value(BASIS, 0.0) - paid + kept * repeat - terms.slot_fee + back - terms.fixed


@given(TERMS, st.floats(0, 3000), st.floats(0, 100))
def test_a_line_is_the_profit_of_its_definition(terms: Terms, orders: float, repeat: float) -> None:
    got = line_of(terms, BASIS, repeat).at(orders)
    assert got == pytest.approx(slowly(terms, orders, repeat), abs=1e-6 * (1 + abs(got) + terms.slot_fee))


@example([Terms("x", 1, 0.25, 0.0, ()), Terms("x", 1, 0.25, 0.5, ((162.0, 0.0),))], 0.0)
@given(st.lists(TERMS, min_size=1, max_size=4), st.floats(0, 60))
def test_the_best_is_the_best_at_every_number_of_orders(terms: list[Terms], repeat: float) -> None:
    named = [Terms(str(i), t.slot_fee, t.commission, t.guarantee, t.steps) for i, t in enumerate(terms)]
    got = side_by_side(named, BASIS, repeat, 50.0, 1.0)
    assert got.best[0].first == 0
    assert got.best[-1].last == math.inf
    assert sum(s.odds for s in got.best) == pytest.approx(1)
    lines = {line.name: line for line in got.lines}
    for orders in np.linspace(0.5, 4000, 97):
        (held,) = [s.name for s in got.best if s.first <= orders < s.last]
        most = max(line.at(float(orders)) for line in got.lines)
        assert lines[held].at(float(orders)) == pytest.approx(most, abs=1e-5 * (1 + abs(most)))


@given(TERMS, TERMS)
def test_lines_meet_at_their_crossings(one: Terms, other: Terms) -> None:
    a, b = (line_of(t, BASIS, 10.0) for t in (one, other))
    for at in crossings(a, b):
        assert a.at(at) == pytest.approx(b.at(at), abs=1e-6 * (1 + abs(a.at(at)) + at * 100))


def test_lines_that_lie_on_each_other_do_not_cross() -> None:
    flat = Line("a", ((0.0, 5.0),), 2.0)
    assert crossings(flat, flat) == ()


def test_the_offers_of_one_host_are_laid_beside_each_other_but_not_another_form() -> None:
    host = Influencer(
        "h",
        "Host",
        "douyin",
        followers=50_000,
        views=4_000.0,
        offers=(
            Offer("pure", 0.0, 0.30),
            Offer("fee", 2_000.0, 0.15),
            Offer("post", 500.0, 0.10, form=Form.POST),
        ),
    )
    made = candidates(
        (host_facts(host, POLICY),),
        grades((Product("咖啡", 59.9, "咖啡", 25.0, 4.0, 0.05, 0.06, id=1),), POLICY),
        POLICY,
    )
    item = next(one for one in made.items if one.offer.offer.name == "fee")
    got = offers_beside(item, 80.0)
    assert [line.name for line in got.lines] == ["pure", "fee"]
    assert sum(one.odds for one in got.best) == pytest.approx(1.0)
    each = 59.9 * (1 - item.worth.basis.return_rate) * 0.15
    assert got.best[0].last == pytest.approx(2_000 / each)
