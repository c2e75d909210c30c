"""Seeded draws of a finished plan, and how much hangs on a few hosts."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import beta

from model.advice import grades
from model.economics import guarantee_refund, return_loss
from model.estimates import host_facts
from model.matrix.candidates import Candidates, candidates, margin_left
from model.matrix.draws import Outcome, draw, lot_of, outcome, shaken
from model.matrix.risk import PREVIEW, concentration, simulate
from model.policy import Policy, load
from model.records import Influencer, Kind, Offer, Product

POLICY = load()
COFFEE = Product("咖啡", 59.9, "咖啡", 25.0, 4.0, 0.05, 0.06, id=1)


def table(
    product: Product = COFFEE,
    guarantee: float | None = None,
    fee: float = 3000.0,
    policy: Policy = POLICY,
) -> Candidates:
    hosts = tuple(
        host_facts(
            Influencer(
                f"{i}",
                f"{i}",
                "douyin",
                followers=30_000,
                views=2000.0 + 500 * i,
                offers=(Offer("a", fee, 0.2, guarantee),),
            ),
            policy,
        )
        for i in range(6)
    )
    return candidates(hosts, grades((product,), policy), policy)


def outcomes(made: Candidates, chosen: list[int], draws: int, seed: int) -> Outcome:
    lot = lot_of(made, np.array(chosen))
    return outcome(lot, shaken(lot, draw(lot, made, draws, seed), slice(None)))


SHOPS = [
    (COFFEE, None),
    (COFFEE, 2.0),
    (replace(COFFEE, stock=25), None),
    (replace(COFFEE, stock=25), 1.0),
    (replace(COFFEE, stock=60, return_rate=0.45), 1.5),
    (replace(COFFEE, return_rate=0.0), None),
    (Product("空调", 1999.0, "空调", 900.0, 80.0, 0.05, 0.05, id=2), None),
]


@pytest.mark.parametrize(("product", "guarantee"), SHOPS)
@pytest.mark.parametrize("chosen", [[0], [5], [0, 2, 5], [0, 1, 2, 3, 4, 5]])
def test_the_mean_of_the_draws_is_the_expected_profit_of_the_search(
    product: Product, guarantee: float | None, chosen: list[int]
) -> None:
    made = table(product, guarantee)
    draws = 100_000
    got = outcomes(made, chosen, draws, 3)
    # each offer's expected profit knows the stock but not the other hosts: what sharing it costs is told apart
    told = got.long + got.lost
    error = 4 * float(told.std()) / math.sqrt(draws)
    assert float(told.mean()) == pytest.approx(float(made.long[chosen].sum()), abs=error)
    first = simulate(made, np.array(chosen), draws, 3)
    assert first.mean + first.shared_stock == pytest.approx(float(told.mean()), abs=0.01)
    if len(chosen) == 1 or product.stock is None:
        assert first.shared_stock == pytest.approx(0, abs=1e-6)
    else:
        assert first.shared_stock > 0


@pytest.mark.parametrize(("product", "guarantee"), SHOPS)
def test_the_draws_agree_with_a_slow_simulation_written_apart(
    product: Product, guarantee: float | None
) -> None:
    made = table(product, guarantee)
    got = simulate(made, np.arange(6), 100_000, 8)
    slow = slowly(made, 100_000, 9)
    worst = np.sort(slow)[:5000]
    error = 5 * float(slow.std()) / math.sqrt(100_000)
    assert got.mean == pytest.approx(slow.mean(), abs=2 * error)
    assert got.p05 == pytest.approx(np.quantile(slow, 0.05), abs=4 * error)
    assert got.p50 == pytest.approx(np.quantile(slow, 0.5), abs=4 * error)
    assert got.cvar95 == pytest.approx(worst.mean(), abs=5 * error)
    assert got.loss_probability == pytest.approx((slow < 0).mean(), abs=0.012)


def slowly(made: Candidates, draws: int, seed: int) -> np.ndarray:
    """Every order, return and repeat purchase of each draw, from the distributions themselves."""
    rng = np.random.default_rng(seed)
    worth = made.worths[0]
    basis, shocks = worth.basis, made.items[0].response.shocks
    day, platform, klass = (
        np.exp(sd * rng.standard_normal(draws) - sd * sd / 2)
        for sd in (shocks.day, shocks.platform, shocks.klass)
    )
    strength = POLICY.shocks.returns_strength
    rate = basis.return_rate
    returned = rng.beta(rate * strength, (1 - rate) * strength, draws) if rate else 0.0
    again = worth.repeat * np.exp(worth.repeat_sd * rng.standard_normal(draws) - worth.repeat_sd**2 / 2)
    asked = []
    for j, item in enumerate(made.items):
        real = item.response.shocks.real
        own = item.response.shocks.own
        host = np.exp(own * rng.standard_normal(draws) - own * own / 2)
        host *= rng.beta(real.alpha, real.beta, draws) / real.mean  # type: ignore[union-attr]
        asked.append(made.raw[j] * day * platform * klass * host)
    total = np.sum(asked, 0)
    left = 1.0 if worth.product.stock is None else np.minimum(1, worth.product.stock / total)
    profit = np.zeros(draws)
    for j, (item, orders) in enumerate(zip(made.items, asked, strict=True)):
        sold = orders * left
        kept, back = sold * (1 - returned), sold * returned
        each = basis.price * (1 - basis.platform_fee - item.offer.commission)
        profit += kept * (each - basis.unit_cost - basis.ship_cost) + kept * again
        profit -= back * (basis.ship_cost + basis.handling + (1 - basis.resaleable) * basis.unit_cost)
        profit -= made.cost[j] + basis.unit_cost + basis.ship_cost
        profit += guarantee_refund(float(made.cost[j]), item.offer.offer.guarantee, orders * basis.price)
    return profit


@pytest.mark.parametrize(("product", "guarantee"), SHOPS)
def test_every_draw_is_worked_out_order_by_order(product: Product, guarantee: float | None) -> None:
    made = table(product, guarantee)
    lot = lot_of(made, np.arange(6))
    moved = shaken(lot, draw(lot, made, 50, 4), slice(None))
    got = outcome(lot, moved)
    for s in range(50):
        asked = [
            float(made.raw[j] * moved.own[j, s] * moved.day[s] * moved.platform[0, s] * moved.klass[0, s])
            for j in range(6)
        ]
        left = 1.0 if product.stock is None else min(1.0, product.stock / sum(asked))
        profit = 0.0
        for item, orders in zip(made.items, asked, strict=True):
            basis = item.worth.basis
            returned = basis.return_rate * float(moved.returns[0, s])
            kept = orders * left * (1 - returned)
            fee = item.offer.slot_fee
            profit += kept * (margin_left(item) + item.worth.repeat * float(moved.repeat[0, s]))
            profit -= orders * left * returned * return_loss(basis) + fee + item.samples
            profit += float(guarantee_refund(fee, guarantee, orders * basis.price))
        assert got.long[s] == pytest.approx(profit, rel=1e-4, abs=0.5)


def test_the_same_seed_gives_the_same_draws_and_another_one_others() -> None:
    made = table()
    one, two, three = (simulate(made, np.array([0, 1]), 2000, seed) for seed in (1, 1, 2))
    assert one == two
    assert one != three


def test_the_curve_alone_is_that_of_the_same_draws() -> None:
    made = table()
    whole, curve = (simulate(made, np.arange(6), PREVIEW, 1, explained=e) for e in (True, False))
    assert replace(whole, causes=(), hosts=(), utmost=None) == curve
    assert len(whole.causes) == 3


def test_the_figures_of_a_risk_are_in_order() -> None:
    got = simulate(table(), np.arange(6), 5000, 1)
    assert got.cvar95 <= got.p05 <= got.p50 <= got.p95
    assert 0 <= got.loss_probability <= got.first_loss_probability <= 1
    assert 0.95 * 5000 <= sum(got.histogram) <= got.draws == 5000  # a few far draws lie outside the picture
    assert len(got.edges) == len(got.histogram) + 1


def test_the_chance_of_a_loss_of_one_host_is_that_of_its_log_normal() -> None:
    # a founder pads nothing; nobody comes back within a day; returns are as sure as can be
    sure = load({"economics.horizon_days": 1, "shocks.returns_strength": 1e6})
    facts = Influencer(
        "1", "x", "douyin", Kind.FOUNDER, followers=30_000, views=5000.0, offers=(Offer("a", 700.0, 0.0),)
    )
    made = candidates((host_facts(facts, sure),), grades((COFFEE,), sure), sure)
    sd = math.sqrt(0.3**2 + 0.2**2 + 0.2**2 + (0.6 * 1.2) ** 2 + 0.7**2)
    assert made.sd[0] == pytest.approx(sd)
    spent = made.cost[0] + made.items[0].labour
    each = (made.long[0] + spent) / made.raw[0]
    z = (math.log(spent / each / made.raw[0]) + sd * sd / 2) / sd
    exact = 0.5 * math.erfc(-z / math.sqrt(2))
    got = simulate(made, np.array([0]), 100_000, 1)
    assert got.loss_probability == pytest.approx(exact, abs=4 * math.sqrt(exact * (1 - exact) / 100_000))
    assert 0.05 < exact < 0.95


def test_the_worst_cause_is_the_one_that_moves_most() -> None:
    calm = {
        "response.common_sd": 0.001,
        "shocks.platform_sd": 0.001,
        "shocks.class_sd": 0.001,
        "shocks.session_sd": 0.001,
        "response.host_sd": 0.001,
        "shocks.returns_strength": 1e6,
        "response.authenticity_low": 0.8,
        "response.authenticity_high": 0.8,
    }
    for key, value, code in (
        ("response.common_sd", 0.5, "day"),
        ("shocks.platform_sd", 0.5, "platform"),
        ("shocks.class_sd", 0.5, "class"),
        ("shocks.session_sd", 2.0, "host"),
        ("shocks.returns_strength", 3, "returns"),
    ):
        policy = load({**calm, "economics.horizon_days": 1, key: value})
        product = replace(COFFEE, return_rate=0.4)
        got = simulate(table(product, policy=policy), np.arange(6), 4000, 1)
        assert got.causes[0].code == code
        assert got.causes[0].yuan > 10 * max((c.yuan for c in got.causes if c.code != code), default=0)


def test_what_one_cause_explains_is_the_difference_to_the_day_as_expected() -> None:
    # one host, one shock: in the worst draws the shock is all there is
    policy = load(
        {
            "shocks.platform_sd": 0.001,
            "shocks.class_sd": 0.001,
            "shocks.session_sd": 0.001,
            "response.host_sd": 0.001,
            "shocks.returns_strength": 1e6,
            "response.authenticity_low": 0.8,
            "response.authenticity_high": 0.8,
            "economics.horizon_days": 1,
        }
    )
    made = table(policy=policy)
    got = simulate(made, np.array([0]), 50_000, 1)
    (day, *_) = got.causes
    assert (day.code, day.name) == ("day", "")
    assert day.yuan == pytest.approx(
        got.mean - got.cvar95, rel=0.05
    )  # repeat purchases of a day move a little


def test_a_head_that_cancels_vanishes_or_pads_costs_what_he_brings() -> None:
    made = heads()
    got = simulate(made, np.array([0, 1, 2]), 20_000, 1)
    assert [loss.id for loss in got.hosts] == ["h0"]
    (loss,) = got.hosts
    brings = float(made.long[0] + made.cost[0] + made.items[0].samples)
    assert loss.vanished == pytest.approx(brings, rel=0.05)
    assert loss.cancelled == pytest.approx(loss.vanished - made.cost[0])
    # a tenth of such hosts has less than 0.5145 of their views real: 0.643 of what is expected
    real = made.items[0].response.shocks.real
    low = beta.ppf(0.1, real.alpha, real.beta) / real.mean
    assert loss.padded == pytest.approx((1 - low) * brings, rel=0.05)
    assert loss.vanished_odds >= max(loss.padded_odds, got.loss_probability)


def test_without_a_head_the_dearest_host_is_looked_at() -> None:
    made = table()
    got = simulate(made, np.array([0, 4]), 2000, 1)
    assert [loss.id for loss in got.hosts][-1] == "0"


def test_without_a_head_who_brings_most_is_looked_at_before_the_dearest() -> None:
    """A host whose fee was talked down is the last whose failure may be passed over."""
    made = of_hosts((20_000, 9_000.0, 500.0), (30_000, 40_000.0, 300.0), (20_000, 3000.0, 90.0))
    got = simulate(made, np.array([0, 1, 2]), 2000, 1)
    assert [loss.id for loss in got.hosts] == ["h1", "h0"]
    assert got.hosts[0].vanished > got.hosts[1].vanished


def heads() -> Candidates:
    return of_hosts((3_000_000, 60_000.0, 8000.0), (30_000, 4000.0, 100.0), (20_000, 3000.0, 90.0))


def of_hosts(*given: tuple[int, float, float]) -> Candidates:
    """Of each host followers, views and slot fee."""
    hosts = tuple(
        host_facts(
            Influencer(f"h{i}", f"H{i}", "douyin", followers=f, views=v, offers=(Offer("a", fee, 0.2),)),
            POLICY,
        )
        for i, (f, v, fee) in enumerate(given)
    )
    return candidates(hosts, grades((COFFEE,), POLICY), POLICY)


def test_a_guarantee_makes_the_worst_less_bad() -> None:
    plain, safe = (simulate(table(guarantee=g), np.arange(6), 5000, 1) for g in (None, 2.0))
    assert safe.cvar95 > plain.cvar95


def test_nothing_chosen_risks_nothing() -> None:
    got = simulate(table(), np.array([], np.int64), 5000, 1)
    assert (got.loss_probability, got.mean, got.draws, got.histogram) == (0.0, 0.0, 5000, ())


def test_the_herfindahl_index_is_that_of_the_merger_guidelines_example() -> None:
    # science.md, section 1.8: 30/30/20/20 -> 2,600 of 10,000
    got = concentration([30, 30, 20, 20], [40, 30, 20, 10])
    assert (got.top1, got.top5, round(got.hhi, 6)) == (0.3, 1.0, 0.26)
    assert (got.orders_top1, round(got.orders_hhi, 6)) == (0.4, 0.30)


@given(st.lists(st.floats(0, 1e6), max_size=30))
def test_shares_are_shares(amounts: list[float]) -> None:
    got = concentration(amounts, [])
    assert 0 <= got.hhi <= got.top1 + 1e-9
    assert got.top1 <= got.top5 + 1e-9 <= 1 + 1e-6
    assert got.orders_hhi == 0


@pytest.mark.parametrize(("product", "guarantee"), SHOPS)
@given(
    chosen=st.sets(st.integers(0, 5), min_size=1),
    fee=st.sampled_from([0.0, 500.0, 50_000.0]),
    seed=st.integers(0, 99),
)
def test_nothing_drawn_loses_more_than_the_most(
    product: Product, guarantee: float | None, chosen: set[int], fee: float, seed: int
) -> None:
    made, places = table(product, guarantee, fee), np.array(sorted(chosen))
    most = simulate(made, places, 500, seed, busy=0.95).utmost
    assert most is not None
    assert most.yuan >= -float(outcomes(made, places.tolist(), 500, seed).long.min()) - 0.01
    assert most.yuan >= fee * len(chosen)
    assert most.orders <= (product.stock or math.inf)


def test_the_most_is_the_sum_of_what_is_committed() -> None:
    product = replace(COFFEE, stock=25)
    made = table(product, fee=3000.0)
    most = simulate(made, np.array([0, 2, 5]), 4000, 1, busy=0.95).utmost
    assert most is not None
    basis = made.items[0].worth.basis
    assert most.orders == 25, "more than the stock is never sent"
    assert most.fees == 9000.0
    assert most.beside == pytest.approx(sum(made.items[j].beside for j in (0, 2, 5)))
    assert most.goods == pytest.approx(25 * 25.0)
    assert most.returns == pytest.approx(25 * (4.0 + basis.handling))
    assert most.more == 0.0
    assert simulate(made, np.array([0]), 400, 1, explained=False).utmost is None


def test_goods_are_counted_for_as_many_cases_as_the_settings_say() -> None:
    made, places = table(), np.array([0, 2, 5])
    half, most = (simulate(made, places, 4000, 1, busy=busy).utmost for busy in (0.5, 0.99))
    assert half is not None
    assert most is not None
    assert half.orders < most.orders
    assert (half.enough, most.enough) == (0.5, 0.99)
