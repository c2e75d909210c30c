"""What an order, an offer and a customer are worth: worked by hand, to the fen."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import quad

from model.economics import (
    CostBasis,
    break_even,
    break_even_roi,
    cost_basis,
    customer_value,
    guarantee_refund,
    loyalty,
    margin_share,
    order_value,
    repeat_value,
    repeat_worth,
    return_loss,
    samples_cost,
    unit_margin,
)
from model.matrix.shocks import mean_below, mean_missing
from model.policy import load
from model.records import Product
from model.repurchase.grading import Evidence, RepeatCurve, grade

POLICY = load()
BASIS = CostBasis(100.0, 40.0, 6.0, 0.05, 0.20, 4.0, 0.9, frozenset())
"""A ware of 100 yuan: goods 40, shipping 6, platform 5 %, one in five comes back, 4 yuan to handle it, 9 in 10 resaleable."""


def test_the_margin_of_a_kept_order_is_price_less_platform_goods_and_shipping() -> None:
    assert round(unit_margin(BASIS), 2) == 49.00  # 100 - 5 - 40 - 6
    assert round(margin_share(BASIS), 4) == 0.54  # (100 - 40 - 6) / 100


def test_a_returned_order_loses_shipping_handling_and_the_spoilt_goods() -> None:
    assert round(return_loss(BASIS), 2) == 14.00  # 6 + 4 + 0.1 x 40


def test_commission_is_paid_on_kept_first_orders_only() -> None:
    # 0.8 x (49 - 20) - 0.2 x 14 = 23.2 - 2.8
    assert round(order_value(BASIS, 0.20), 2) == 20.40
    # the commission costs 0.8 x 20 = 16 yuan an order, not 20
    assert round(order_value(BASIS, 0) - order_value(BASIS, 0.20), 2) == 16.00


def test_repeat_orders_carry_no_commission_and_come_back_less() -> None:
    curve = RepeatCurve(0.5, 60)
    # returns 0.2 x 0.35 = 7 %: 0.93 x 49 - 0.07 x 14 = 44.59 yuan each
    count = (
        0.5 / 60 * -math.expm1(-(0.5 / 60 + math.log(1.15) / 365) * 365) / (0.5 / 60 + math.log(1.15) / 365)
    )
    assert repeat_value(BASIS, curve, POLICY) == pytest.approx(44.59 * count)


def test_a_slot_fee_breaks_even_at_so_many_orders_shipped_and_kept() -> None:
    even = break_even(BASIS, 2040, 0.20)
    assert even is not None
    assert round(even.shipped, 6) == 100  # 2040 / 20.40
    assert round(even.kept, 6) == 80
    assert break_even(BASIS, 0, 0.20).shipped == 0  # type: ignore[union-attr]


def test_a_slot_fee_never_breaks_even_when_every_order_loses() -> None:
    assert break_even(BASIS, 1000, 0.48) is None


def test_the_break_even_roi_is_that_of_the_house() -> None:
    # design.md, section 1: 1 / (margin x (1 - refund rate) x (1 - platform fee)) = 1 / (0.54 x 0.8 x 0.95)
    assert round(break_even_roi(BASIS), 4) == 2.4366
    assert break_even_roi(replace(BASIS, unit_cost=94)) == math.inf


def test_costs_nobody_gave_come_from_the_category_and_are_marked() -> None:
    coffee = POLICY.category("咖啡")
    assert coffee is not None
    basis = cost_basis(Product("x", 59.9, "咖啡", unit_cost=31.0, return_rate=0.0), coffee, POLICY)
    assert (basis.unit_cost, basis.return_rate) == (31.0, 0.0)
    assert (basis.ship_cost, basis.platform_fee) == (4.0, 0.05)
    assert basis.estimated == {"ship_cost", "platform_fee"}
    guessed = cost_basis(Product("x", 59.9, "咖啡"), coffee, POLICY)
    assert guessed.unit_cost == round(59.9 * (1 - coffee.margin), 2)
    assert guessed.return_rate == coffee.return_rate


@pytest.mark.parametrize(
    ("gmv", "refund"),
    [(0, 3000.0), (3000, 1500.0), (4500, 750.0), (6000, 0.0), (9000, 0.0)],
)
def test_a_missed_guarantee_pays_the_fee_back_in_proportion(gmv: float, refund: float) -> None:
    assert guarantee_refund(3000, 2, gmv) == refund


def test_without_a_guarantee_or_a_fee_nothing_is_paid_back() -> None:
    assert guarantee_refund(3000, 0, 0) == 0
    assert guarantee_refund(0, 2, 0) == 0


def density(x: float, mean: float, sd: float) -> float:
    """Of the log of a log-normal with the given mean and log spread."""
    mu = math.log(mean) - sd * sd / 2
    return math.exp(-((x - mu) ** 2) / (2 * sd * sd)) / (sd * math.sqrt(2 * math.pi))


def expectation(f: object, mean: float, sd: float, corner: float) -> float:
    mu = math.log(mean) - sd * sd / 2
    low, high = mu - 12 * sd, mu + 12 * sd
    middle = min(max(math.log(corner), low), high)
    return sum(
        quad(lambda x: f(math.exp(x)) * density(x, mean, sd), a, b, epsabs=1e-12, limit=300)[0]  # type: ignore[operator]
        for a, b in ((low, middle), (middle, high))
    )


@given(st.floats(0.1, 5000), st.floats(0.1, 2), st.floats(0.5, 5000))
def test_expected_sales_under_a_stock_agree_with_quadrature(mean: float, sd: float, stock: float) -> None:
    got = float(mean_below(np.array([mean]), np.array([sd]), np.array([stock]))[0])
    assert got == pytest.approx(expectation(lambda x: min(x, stock), mean, sd, stock), rel=1e-6)
    assert got <= min(mean, stock) + 1e-9


@given(st.floats(0.1, 5000), st.floats(0.1, 2), st.floats(100, 50_000), st.floats(0.2, 5), st.floats(5, 500))
def test_the_expected_refund_of_a_guarantee_agrees_with_quadrature(
    mean: float, sd: float, fee: float, promise: float, price: float
) -> None:
    promised = promise * fee / price
    got = fee * float(mean_missing(np.array([mean]), np.array([sd]), np.array([promised]))[0])
    brute = expectation(lambda x: guarantee_refund(fee, promise, x * price), mean, sd, promised)
    assert got == pytest.approx(brute, rel=1e-6, abs=1e-6 * fee)


def test_sales_without_a_limit_are_the_mean_and_of_an_empty_shelf_nothing() -> None:
    got = mean_below(np.array([50.0, 50.0, 0.0]), np.array([0.9] * 3), np.array([math.inf, 0.0, 10.0]))
    assert got.tolist() == [50.0, 0.0, 0.0]


def test_without_a_goal_nothing_is_missing_and_without_orders_all_of_it() -> None:
    got = mean_missing(np.array([50.0, 0.0, 1e9]), np.array([0.9] * 3), np.array([0.0, 10.0, 1.0]))
    assert got.tolist() == pytest.approx([0.0, 1.0, 0.0])


def test_without_spread_what_is_missing_is_plain_arithmetic() -> None:
    got = mean_missing(np.array([25.0, 100.0]), np.array([0.0, 0.0]), np.array([100.0, 50.0]))
    assert got.tolist() == pytest.approx([0.75, 0.0], abs=1e-6)


def test_a_customer_won_far_below_the_usual_price_is_worth_less() -> None:
    # Lewis (2006): customers won at 35 % off are worth about half
    deal = POLICY.with_overrides({"offers.deal_depth": 0.35})
    mask = Product("面膜", 99.0, "面膜", 20.0, 4.0, 0.05, 0.06)
    graded = grade(mask, POLICY)
    basis = cost_basis(mask, graded.attributes.category, POLICY)
    assert loyalty(graded, POLICY) == 1
    assert loyalty(graded, deal) == pytest.approx(0.5, abs=0.001)
    assert repeat_worth(basis, graded, deal) == pytest.approx(
        loyalty(graded, deal) * repeat_value(basis, graded.repeat, POLICY)
    )
    assert customer_value(basis, graded, deal).value == pytest.approx(repeat_worth(basis, graded, deal))


def test_a_price_below_what_the_category_asks_is_a_deal_unless_own_orders_tell() -> None:
    usual = POLICY.category("面膜").price_low  # type: ignore[union-attr]
    cheap = grade(Product("面膜", round(usual * 0.65, 2), "面膜"), POLICY)
    assert loyalty(cheap, POLICY) == pytest.approx(math.exp(-1.98 * 0.35), rel=1e-3)
    seen = grade(cheap.product, POLICY, Evidence(400, 300.0, 90.0))
    assert loyalty(seen, POLICY) == 1
    assert loyalty(grade(Product("?", 1.0), POLICY), POLICY) == 1


@given(st.floats(0, 0.95), st.floats(0, 0.95))
def test_a_deeper_discount_never_wins_more_loyal_customers(one: float, other: float) -> None:
    graded = grade(Product("面膜", 99.0, "面膜"), POLICY)
    shallow, deep = (
        loyalty(graded, POLICY.with_overrides({"offers.deal_depth": d})) for d in sorted((one, other))
    )
    assert deep <= shallow


def test_samples_cost_their_goods_and_shipping() -> None:
    assert samples_cost(BASIS, POLICY) == 46  # one piece: 40 + 6
    assert samples_cost(BASIS, POLICY.with_overrides({"offers.samples": 3})) == 138
