"""The price rule from own orders: against slow solvers, made-up shops of known truth, and shops that tell nothing."""

import datetime as dt
import math

import numpy as np
import pyarrow as pa
import pytest
from scipy.optimize import minimize
from scipy.stats import nbinom

from model.intake.joined.joining import lines_schema
from model.intake.joined.lines import Lines
from model.intake.joined.sales import sales_of
from model.policy import load
from model.repurchase.grading import log_demand
from model.repurchase.ownprice import as_overrides, as_rule, own_price, own_prices, own_rule
from model.repurchase.pricedays import PriceDays, price_days
from model.repurchase.pricefit import (
    Setting,
    _Model,
    _State,
    features,
    fit_price,
    log_chance,
    moments,
    scores,
)

POLICY = load()
RULE = POLICY.own_price
SETTING = Setting.of(POLICY)
START = dt.date(2025, 1, 1)
FIRST = (START - dt.date(1970, 1, 1)).days


def sales(*rows):
    """Joined paid lines from dictionaries; what a row does not name is unknown."""
    shape = lines_schema()
    columns = [pa.array([row.get(name) for row in rows], shape.field(name).type) for name in shape.names]
    return sales_of(Lines(pa.Table.from_arrays(columns, schema=shape), ()))


def line(day=0, paid=6900, product="面膜", quantity=1, **more):
    return {
        "paid_at": dt.datetime.combine(START + dt.timedelta(day), dt.time(20)), "paid_fen": paid, "refunded_fen": 0,
        "state": "paid", "quantity": quantity, "platform": "douyin", "product": product, **more,
    }  # fmt: skip


def shop(seed, products=8, spells=6, length=14, base=1.5, threshold=69.0, truth=None):
    """Days of a made-up shop and the effects it was made with: drawn from the policy's own prior when none are given."""
    rng = np.random.default_rng(seed)
    effects = SETTING.means + SETTING.spreads * rng.standard_normal(3) if truth is None else np.array(truth)
    spell_sd, rows, k = rng.uniform(0.15, 0.45), [], 0
    for p in range(products):
        usual, day = base + rng.normal(0, 0.8), 0
        centre, last = threshold * math.exp(rng.normal(0, 0.15)), 0.0
        for _ in range(spells):
            price = centre * math.exp(rng.normal(0, 0.2))
            price, last = (
                (last * 1.05, last * 1.05) if last and abs(math.log(price / last)) < 0.021 else (price, price)
            )
            mean = math.exp(
                usual + rng.normal(0, spell_sd) + float(features(np.array([price]), threshold)[0] @ effects)
            )
            for i, n in enumerate(rng.negative_binomial(4, 4 / (4 + mean), length)):
                if n:
                    rows.append((p, k, day + i, price, n))
            day, k = day + length, k + 1
    p, k, day, price, n = (np.array(column) for column in zip(*rows, strict=True))
    p, k = (np.unique(codes, return_inverse=True)[1] for codes in (p, k))
    return effects, PriceDays(p, k, day, price, n, int(p.max()) + 1, int(k.max()) + 1)


# ── the parts of the model ──


@pytest.mark.parametrize(("mean", "size"), [(0.3, 0.5), (2.0, 3.0), (40.0, 20.0)])
def test_chances_of_days_with_orders_add_up_and_have_their_moments(mean: float, size: float) -> None:
    n = np.arange(1, 4000)
    chance = np.exp(log_chance(n, np.full(len(n), mean), size))
    plain = nbinom.pmf(n, size, size / (size + mean))
    assert chance.sum() == pytest.approx(1)
    assert chance == pytest.approx(plain / plain.sum(), rel=1e-6, abs=1e-300)
    seen, variance = moments(np.array([mean]), size)
    assert seen[0] == pytest.approx(n @ chance)
    assert variance[0] == pytest.approx((n - seen[0]) ** 2 @ chance)


@pytest.mark.parametrize(("n", "mean", "size"), [(1, 0.3, 0.5), (5, 2.0, 3.0), (30, 40.0, 20.0)])
def test_the_slope_is_that_of_the_chance_and_its_square_is_expected(n: int, mean: float, size: float) -> None:
    slope, weight = scores(np.array([n]), np.array([mean]), size)
    up, down = (
        float(log_chance(np.array([n]), np.array([mean * math.exp(h)]), size)[0]) for h in (1e-5, -1e-5)
    )
    assert slope[0] == pytest.approx((up - down) / 2e-5, rel=1e-5, abs=1e-8)
    every = np.arange(1, 4000)
    chance = np.exp(log_chance(every, np.full(len(every), mean), size))
    squares = scores(every, np.full(len(every), mean), size)[0] ** 2
    assert weight[0] == pytest.approx(squares @ chance)


def test_a_price_at_the_threshold_is_below_it() -> None:
    at, below, above = features(np.array([69.0, 60.0, 80.0]), 69.0)
    assert at.tolist() == [0, 0, 0]
    assert below.tolist() == pytest.approx([math.log(69 / 60), 0, 0])
    assert above.tolist() == pytest.approx([-math.log(80 / 69), -math.log(80 / 69), -1])


def dense(model: _Model, state: _State) -> tuple[np.ndarray, np.ndarray]:
    """The whole system of a step, nothing eliminated: effects, then products, then periods."""
    days = model.days
    design = np.concatenate(
        (model.x, np.eye(days.products)[days.product], np.eye(days.spells)[days.spell]), 1
    )
    slope, weight = scores(days.orders, model.expected(state), state.size)
    held = np.concatenate(
        (
            model.precision,
            np.full(days.products, SETTING.product_sd**-2.0),
            np.full(days.spells, 1 / state.spell_variance),
        )
    )
    off = np.concatenate((state.beta - model.middle, state.alpha, state.spell))
    return design.T @ (design * weight[:, None]) + np.diag(held), design.T @ slope - held * off


def test_a_step_is_that_of_the_whole_system() -> None:
    model = _Model.of(shop(1)[1], 69.0, SETTING)
    rng = np.random.default_rng(2)
    start = model.start()
    state = _State(
        start.beta + 0.1,
        rng.normal(0, 0.3, len(start.alpha)),
        rng.normal(0, 0.2, len(start.spell)),
        0.07,
        2.5,
    )
    matrix, right = dense(model, state)
    assert np.concatenate(model.step(state)) == pytest.approx(np.linalg.solve(matrix, right), rel=1e-8)
    inner = np.linalg.inv(model.reduced(state).inner)
    assert inner == pytest.approx(np.linalg.inv(matrix)[:4, :4], rel=1e-7)


def test_the_mode_is_that_of_a_general_optimiser() -> None:
    model = _Model.of(shop(3, products=4, spells=3)[1], 69.0, SETTING)
    found = model.climb(model.start())

    def minus(every: np.ndarray) -> float:
        beta, alpha, spell = np.split(every, [4, 4 + model.days.products])
        return -model.posterior(_State(beta, alpha, spell, found.spell_variance, found.size))

    start = np.concatenate((found.beta, found.alpha, found.spell))
    away = start + np.random.default_rng(4).normal(0, 0.2, len(start))
    slow = minimize(minus, away, method="L-BFGS-B", options={"maxfun": 10**6, "maxiter": 5000, "ftol": 1e-14})
    assert model.posterior(found) >= -slow.fun - 1e-5
    assert found.beta == pytest.approx(slow.x[:4], abs=5e-3)


# ── made-up shops ──


@pytest.mark.parametrize(
    "size", [{}, {"products": 3, "spells": 3}, {"base": 0.0}], ids=["usual", "small", "quiet"]
)
def test_four_of_five_intervals_hold_the_truth(size: dict[str, float]) -> None:
    inside = 0
    for seed in range(200):
        effects, days = shop(seed, **size)
        ratio = own_price(days, POLICY, 69.0).ratio
        inside += ratio.low <= math.exp(effects[2]) <= ratio.high
    assert 0.74 <= inside / 200 <= 0.86


def test_a_large_shop_finds_its_own_step() -> None:
    effects, days = shop(5, products=60, spells=8, truth=(0.4, 0.5, 0.6))
    found = own_price(days, POLICY, 69.0)
    assert (found.basis, found.reasons[0].code) == ("own", "price_own")
    assert found.told > 0.9
    assert found.ratio.low < math.exp(effects[2]) < found.ratio.high
    assert found.ratio.high / found.ratio.low < 1.35
    assert (found.products, found.lines, found.changes) == (
        days.products,
        days.orders.sum(),
        days.spells - days.products,
    )
    assert 30 < found.crossing <= 60


def test_a_small_shop_stays_near_the_rule_and_says_so() -> None:
    found = own_price(shop(12, products=2, spells=2, truth=(0.3, 0.6, 1.2))[1], POLICY, 69.0)
    assert (found.basis, found.reasons[0].code) == ("mixed", "price_mixed")
    assert math.exp(0.35) < found.ratio.value < math.exp(0.8)


def test_more_orders_narrow_the_range() -> None:
    widths = []
    for products in (2, 8, 40):
        ratio = own_price(shop(7, products=products)[1], POLICY, 69.0).ratio
        widths.append(math.log(ratio.high / ratio.low))
    assert widths == sorted(widths, reverse=True)


def test_whatever_the_start_equal_days_give_equal_answers() -> None:
    _, days = shop(8)
    one, two = (fit_price(days, 69.0, SETTING) for _ in range(2))
    assert one.effects.tolist() == two.effects.tolist()


def test_what_the_orders_say_can_be_taken_over_as_the_rule() -> None:
    found = own_price(shop(5, products=60, spells=8, truth=(0.4, 0.5, 0.6))[1], POLICY, 69.0)
    own = load(as_overrides(found)).price_rule
    assert (own.threshold, own.drop) == (69, pytest.approx(math.log(found.ratio.value), abs=1e-4))
    # far below and far above the step only slopes and drop are left
    fall = log_demand(34.5, own) - log_demand(138, own)
    said = (found.slope_below.value + found.slope_above.value) * math.log(2) + own.drop
    assert fall == pytest.approx(said, abs=0.01)
    dearer = own_price(shop(9, products=60, spells=8, truth=(0.3, 0.6, -0.6))[1], POLICY, 69.0)
    assert as_overrides(dearer)["price_rule.drop"] == 0.001
    assert as_overrides(own_price(shop(9, products=2, spells=2)[1], POLICY, 500.0)) == {}


def test_a_forecast_follows_the_orders_unless_the_merchant_set_a_rule_of_his_own() -> None:
    days = shop(5, products=60, spells=8, truth=(0.4, 0.5, 0.6))[1]
    found, elsewhere = own_price(days, POLICY, 69.0), own_price(days, POLICY, 60.0)
    assert own_rule((elsewhere, found), POLICY) == as_rule(found, POLICY) != POLICY.price_rule
    assert own_rule((elsewhere,), POLICY) is None
    assert own_rule((found,), load({"price_rule.drop": 0.5})) is None
    moved = load({"price_rule.threshold": 60.0})
    assert own_rule((found, elsewhere), moved) == as_rule(elsewhere, moved)
    assert (
        own_rule(
            (own_price(shop(9, products=2, spells=2)[1], POLICY, 500.0),),
            load({"price_rule.threshold": 500.0}),
        )
        is None
    )


# ── shops that tell nothing ──


def prior_ratio(sign: float) -> float:
    return math.exp(0.35 + sign * 1.2815515655446004 * RULE.drop_sd)


def test_without_a_change_of_price_the_rule_is_returned_as_it_is() -> None:
    (found,) = own_prices(sales(*(line(day) for day in range(20))), POLICY)
    assert (found.basis, found.told, found.crossing) == ("prior", 0.0, 0)
    assert (found.products, found.lines, found.changes) == (0, 0, 0)
    assert found.ratio.value == pytest.approx(math.exp(0.35))
    assert (found.ratio.low, found.ratio.high) == pytest.approx((prior_ratio(-1), prior_ratio(1)))
    assert (found.slope_below.value, found.slope_above.value) == pytest.approx((0.3, 0.9))
    assert found.reasons[0].code == "price_never_changed"


def test_prices_that_stay_on_one_side_tell_nothing_of_the_step() -> None:
    rows = [line(day, 5000 if day < 10 else 6000) for day in range(20)]
    (found,) = own_prices(sales(*rows), POLICY)
    assert (found.basis, found.changes, found.reasons[0].code) == ("prior", 1, "price_never_crossed")
    assert found.ratio.value == pytest.approx(math.exp(0.35))


def test_nothing_sold_is_no_error() -> None:
    assert own_prices(sales(), POLICY)[0].reasons[0].code == "price_never_changed"


def test_an_own_threshold_is_judged_beside_the_shipped_one() -> None:
    rows = [line(day, 9000 if day < 10 else 11000) for day in range(20) for _ in range(4)]
    shipped, own = own_prices(sales(*rows), load({"price_rule.threshold": 99.0}))
    assert (shipped.threshold, shipped.crossing) == (69, 0)
    assert (own.threshold, own.crossing) == (99, 1)
    assert own.told > 0.01


# ── days of one price ──


def test_the_price_of_a_day_is_the_middle_of_what_was_paid_for_a_piece() -> None:
    rows = [
        line(0, 6900),
        line(0, 13800, quantity=2),
        line(0, 1000),
        line(1, 7900),
        line(1, 0),
        line(2, 15800, quantity=2),
    ]
    found = price_days(sales(*rows), RULE)
    assert found.price.tolist() == [69, 79, 79]
    assert found.orders.tolist() == [3, 1, 1]
    assert found.day.tolist() == [FIRST, FIRST + 1, FIRST + 2]
    assert found.spell.tolist() == [0, 1, 1]
    assert (found.products, found.spells, found.changes, found.lines) == (1, 2, 1, 5)


def test_packs_live_sales_and_products_are_kept_apart() -> None:
    rows = [
        part
        for day, paid in ((0, 6900), (5, 7900))
        for part in (
            line(day, paid),
            line(day, paid * 2, sku="大"),
            line(day, paid - 100, host_id="7", host="甲"),
            line(day, paid, product="皂"),
            line(day, 4900, product="纸"),
        )
    ]
    found = price_days(sales(*rows), RULE)
    assert (found.products, found.spells, found.lines) == (4, 8, 8)
    assert sorted(found.price.tolist()) == [68, 69, 69, 78, 79, 79, 138, 158]


def test_small_coupons_are_no_change_of_price_and_a_price_may_come_back() -> None:
    found = price_days(sales(line(0, 6900), line(1, 6850), line(2, 7900), line(3, 6900)), RULE)
    assert found.spell.tolist() == [0, 0, 1, 2]


def test_festivals_nameless_and_undated_lines_count_for_nothing() -> None:
    rows = [
        line(0),
        line(1, 7900),
        line(2, 9900),
        {**line(3, 9900), "paid_at": None},
        line(4, 9900, product=None),
    ]
    found = price_days(sales(*rows), RULE, festivals={FIRST + 2})
    assert found.price.tolist() == [69, 79]
