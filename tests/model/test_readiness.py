"""Before going live: the break-even repurchase rate by hand, by simulation, and what may be tried."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.economics import CostBasis, order_value
from model.estimates import host_facts
from model.policy import load
from model.readiness.offers import UsualOffer, offered, usual
from model.readiness.payback import Case, PaidOrder, needed_rate, odds, value_at, value_curve
from model.readiness.remedies import remedies
from model.readiness.verdict import readiness
from model.records import Form, Influencer, Kind, Offer, Product
from model.repurchase.grading import Evidence, grade, log_demand
from model.repurchase.intervals import BetaMixture
from model.response import respond

POLICY = load()
BASIS = CostBasis(100.0, 40.0, 6.0, 0.05, 0.20, 4.0, 0.9, frozenset())
"""A ware of 100 yuan: goods 40, shipping 6, platform 5 %, one in five comes back, 4 yuan to handle it, 9 in 10 resaleable."""


def case(fee=40.0, commission=0.2, cycle=60.0, basis=BASIS):
    return Case(basis, basis, PaidOrder(fee, commission), cycle)


PLAIN = load({"economics.discount_year": 0.0, "economics.horizon_days": 36500.0})
"""Nothing is discounted and the horizon has no end, so that a customer buys q / (1 - q) times again."""


def test_the_rate_that_is_needed_by_hand() -> None:
    # first order 20.40 (test_economics) - 40 fee = -19.60; a repeat leaves 44.59, four of five customers are kept:
    # 35.672 q / (1 - q) = 19.60 → q = 19.60 / 55.272 = .354610; within 365 days e^(-365/60) are still waiting
    needed = needed_rate(case(), PLAIN)
    assert needed == pytest.approx(0.354610 * (1 - math.exp(-365 / 60)), abs=1e-6)
    assert round(value_at(case(), needed, PLAIN), 2) == 0.00
    # at the double share of .70922: 35.672 x .70922 / .29078 - 19.60 = 67.40
    assert round(value_at(case(), 2 * needed, PLAIN), 2) == 67.40


def test_a_discounted_year_by_hand() -> None:
    # q .5: 0.5 / 60 a day, falling by (.5 / 60 + ln 1.15 / 365) a day, for 365 days
    fall = 0.5 / 60 + math.log(1.15) / 365
    again = 0.5 / 60 * (1 - math.exp(-365 * fall)) / fall
    rate = 0.5 * (1 - math.exp(-365 / 60))
    assert round(value_at(case(), rate, POLICY), 2) == round(20.40 - 40 + 0.8 * 44.59 * again, 2) == 13.09


def test_an_order_that_pays_at_once_needs_nobody_to_come_back() -> None:
    assert needed_rate(case(fee=20.40), POLICY) == 0.0
    assert needed_rate(case(fee=20.41), POLICY) > 0.0


def test_an_order_that_never_pays_has_no_rate() -> None:
    most = value_at(case(fee=0), 1.0, POLICY)
    assert needed_rate(case(fee=most + 0.01), POLICY) is None
    assert needed_rate(case(fee=most - 0.01), POLICY) is not None
    dear = replace(BASIS, unit_cost=99.0)  # every repeat loses as well
    assert needed_rate(case(basis=dear), POLICY) is None


costs = st.builds(
    CostBasis, st.floats(5, 500), st.floats(0, 300), st.floats(0, 20), st.floats(0, 0.2), st.floats(0, 0.8),
    st.just(4.0), st.just(0.9), st.just(frozenset()),
)  # fmt: skip


@given(costs, st.floats(0, 200), st.floats(0, 0.4), st.floats(3, 2000))
def test_just_below_the_rate_it_loses_and_just_above_it_pays(basis, fee, commission, cycle) -> None:
    one = case(fee, commission, cycle, basis)
    needed = needed_rate(one, POLICY)
    if needed is None:
        assert value_at(one, 1.0, POLICY) < 0
    elif needed == 0:
        assert value_at(one, 0.0, POLICY) >= 0
    else:
        assert value_at(one, needed, POLICY) == pytest.approx(0, abs=1e-4)
        assert value_at(one, needed * 0.999 - 1e-6, POLICY) < 1e-4


@given(st.floats(20, 100), st.floats(0.1, 30))
def test_a_dearer_order_needs_more_customers_to_come_back(fee: float, more: float) -> None:
    least, most = (needed_rate(case(fee=f), POLICY) for f in (fee, fee + more))
    assert most is None or (least is not None and most >= least)


def customers(one: Case, rate: float, size: int, seed: int) -> np.ndarray:
    """Yuan of each paid first order, told customer by customer and purchase by purchase."""
    rng = np.random.default_rng(seed)
    b, rule = one.first, POLICY.economics
    share = rate / (1 - math.exp(-365 / one.cycle_days))
    kept = b.price * 0.95 - b.unit_cost - b.ship_cost
    back = b.ship_cost + 4 + 0.1 * b.unit_cost
    total = np.empty(size)
    for i in range(size):
        if rng.random() < 0.2:
            total[i] = -back - one.order.fee
            continue
        total[i] = kept - one.order.commission * b.price - one.order.fee
        day = 0.0
        while rng.random() < share:
            day += rng.exponential(one.cycle_days)
            if day > rule.horizon_days:
                break
            earned = -back if rng.random() < 0.2 * rule.repeat_return_ratio else kept
            total[i] += earned * 1.15 ** (-day / 365)
    return total


def test_customers_at_the_rate_that_is_needed_just_pay_back() -> None:
    one = case()
    needed = needed_rate(one, POLICY)
    made = customers(one, needed, 60_000, seed=11)
    assert made.mean() == pytest.approx(0, abs=3.5 * made.std() / len(made) ** 0.5)
    more = customers(one, needed + 0.1, 60_000, seed=12)
    assert more.mean() == pytest.approx(
        value_at(one, needed + 0.1, POLICY), abs=3.5 * more.std() / 60_000**0.5
    )
    assert more.mean() > 3


def test_the_curve_crosses_nothing_at_the_rate_that_is_needed() -> None:
    curve = value_curve(case(), POLICY)
    needed = needed_rate(case(), POLICY)
    assert [rate for rate, _ in curve][:2] == [0, 0.02]
    assert all((value >= 0) == (rate >= needed) for rate, value in curve)


# ── the verdict ──

SOAP = Product(
    "皂", 100.0, "洗面奶", unit_cost=40.0, ship_cost=6.0, platform_fee=0.05, return_rate=0.2, use_days=60
)


def judged(fee: float, evidence: Evidence | None = None, product: Product = SOAP, commission: float = 0.2):
    return readiness(grade(product, POLICY, evidence), PaidOrder(fee, commission), POLICY)


MANY = Evidence(400, 300.0, 150.0)
"""Half of three hundred customers came back."""


@pytest.mark.parametrize(
    ("fee", "verdict", "code"),
    [
        (10, "pays_at_once", "ready_at_once"),
        (40, "ready", "ready_to_go"),
        (52.5, "unclear", "ready_unclear"),
        (70, "not_ready", "ready_not"),
        (400, "never", "ready_never"),
    ],
)
def test_the_dearer_the_order_the_worse_the_verdict(fee: float, verdict: str, code: str) -> None:
    found = judged(fee, MANY)
    assert (found.verdict, found.reasons[0].code) == (verdict, code)
    assert found.reasons[1].code == "ready_from_orders"


def test_the_verdict_states_both_rates_and_what_is_left() -> None:
    found = judged(40, MANY)
    assert found.first_value == pytest.approx(20.40 - 40)
    assert found.first_value + found.repeat_value == pytest.approx(
        value_at(found.case, found.rate.value, POLICY)
    )
    assert found.needed < found.rate.low < found.rate.value < found.rate.high
    assert found.window_days == 365


def test_the_odds_are_those_of_the_grade_at_its_own_quantiles() -> None:
    graded = grade(SOAP, POLICY, MANY)
    rates = graded.rates
    assert rates.mean() == pytest.approx(graded.rate.value)
    assert odds(rates, graded.rate.low) == pytest.approx(0.9, abs=1e-6)
    assert odds(rates, graded.rate.high) == pytest.approx(0.1, abs=1e-6)
    assert odds(rates, None) == 0
    assert odds(rates, 0.0) == 1
    assert odds(rates, 0.9, lift=1.5) == pytest.approx(odds(rates, 0.6))


def test_without_orders_it_rests_on_the_products_own_facts() -> None:
    found = judged(40, product=replace(SOAP, unit_cost=None))
    assert [r.code for r in found.reasons[1:]] == ["ready_from_facts", "estimated_cost"]


# ── the offer a product is judged at ──

PLAIN_SOAP = replace(SOAP, price=69.0)
"""At the price threshold, where the price rule multiplies by one."""
ORDERS = 20_000 * 0.8 * 0.01 * 2**-0.2
"""139.288 of one session of a host with 200,000 followers and 20,000 views, of which .8 are real and one in a hundred
buys; half a fit and a waist's pull both multiply by one."""


def facts(name: str, *offers: tuple[float, float], kind: Kind = Kind.HOST, views: float = 20_000.0):
    every = tuple(Offer(f"{fee:g}+{share:.0%}", fee, share) for fee, share in offers)
    return host_facts(Influencer(name, name, "douyin", kind, 200_000, views, offers=every), POLICY)


def usually(*hosts, policy=POLICY) -> UsualOffer:
    return usual(hosts, grade(PLAIN_SOAP, POLICY), policy)


@pytest.mark.parametrize(
    ("fee", "taken"),
    [
        # 1000 / 139.288 + .8 x 69 x .20 = 7.18 + 11.04 = 18.22 an order, against .8 x 69 x .40 = 22.08
        (1000.0, "1000+20%"),
        # 3000 / 139.288 + 11.04 = 32.58, against 22.08
        (3000.0, "0+40%"),
        # as dear as commission alone at 139.288 x 11.04 = 1537.74
        (1537.0, "1537+20%"),
        (1538.5, "0+40%"),
    ],
)
def test_a_host_counts_with_the_offer_that_costs_least_for_an_order(fee: float, taken: str) -> None:
    found = usually(facts("a", (fee, 0.2), (0.0, 0.4)))
    assert (found.host, found.offer, found.cheaper, found.hosts) == ("a", taken, 0, 1)
    assert found.order.fee == pytest.approx(0 if taken == "0+40%" else fee / ORDERS)


def test_a_slot_fee_of_many_views_may_be_cheaper_than_a_small_one() -> None:
    small, large = facts("small", (1000.0, 0.2), views=4000.0), facts("large", (3000.0, 0.2))
    # 1000 / 27.858 = 35.90 an order, 3000 / 139.288 = 21.54
    assert usually(small, large).host == "large"


def test_the_offer_is_the_one_a_tenth_of_the_hosts_undercut() -> None:
    hosts = [facts(f"{n}", (500.0 * n, 0.2)) for n in (7, 3, 12, 1, 9, 5, 11, 2, 8, 4, 10, 6)]
    own, silent = facts("own", (1.0, 0.0), kind=Kind.OWN_ROOM), facts("silent", (1.0, 0.0), views=0.0)
    found = usually(own, *hosts, silent)
    # twelve count; one in twelve is less than a tenth, so one of them is cheaper
    assert replace(found, paying=0) == UsualOffer(
        PaidOrder(pytest.approx(1000 / ORDERS), 0.2), "2", "1000+20%", 1, 12
    )
    told = {"host": "2", "offer": "1000+20%", "cheaper": 1, "hosts": 12, "paying": found.paying}
    assert found.said().values == told
    for share, host in ((0.0, "1"), (0.25, "4"), (0.5, "7"), (1.0, "12")):
        assert usually(*hosts, policy=load({"readiness.cheaper_hosts": share})).host == host


@settings(max_examples=25)
@given(st.lists(st.tuples(st.floats(0, 9000), st.floats(0, 0.5)), min_size=1, max_size=12), st.floats(0, 1))
def test_so_many_hosts_leave_more_as_are_said_to_be_cheaper(offers, share: float) -> None:
    found = usually(
        *(facts(f"{n}", one) for n, one in enumerate(offers)),
        policy=load({"readiness.cheaper_hosts": share}),
    )
    cost = [fee / ORDERS + 0.8 * 69 * commission for fee, commission in offers]
    mine = found.order.fee + 0.8 * 69 * found.order.commission
    assert sum(one < mine - 1e-9 for one in cost) <= found.cheaper <= sum(one < mine + 1e-9 for one in cost)


def test_who_comes_back_pays_for_a_good_offer_and_who_does_not_cannot() -> None:
    """A roster asking 29 to 93 yuan for an order of soap: who comes back monthly makes up for it, once in years not."""
    hosts = tuple(facts(f"{n}", (1000.0 * n, 0.2)) for n in range(4, 14))
    often, seldom = (
        Product("皂", 69.0, "洗面奶", 25.0, 4.0, 0.05, 0.08, use_days=30),
        Product("锅", 899.0, "家电", 650.0, 20.0, 0.05, 0.05),
    )
    verdicts = []
    for product in (often, seldom):
        graded = grade(product, POLICY)
        verdicts.append(
            (graded.letter.value, readiness(graded, usual(hosts, graded, POLICY).order, POLICY).verdict)
        )
    assert verdicts == [("D", "ready"), ("A", "never")]


def test_so_many_hosts_are_said_to_pay_as_pay_when_each_is_judged_by_itself() -> None:
    hosts = [facts(f"{n}", (1500.0 * n, 0.2), (400.0 * n, 0.5)) for n in range(1, 20)]
    graded = grade(replace(PLAIN_SOAP, unit_cost=30.0), POLICY)
    each = [readiness(graded, usual([host], graded, POLICY).order, POLICY) for host in hosts]
    paying = sum(one.first_value + one.repeat_value >= 0 for one in each)
    assert 0 < paying < 19
    assert usual(hosts, graded, POLICY).paying == paying


def test_without_a_roster_a_common_host_stands_in() -> None:
    graded = grade(SOAP, POLICY)
    found = usual((), graded, POLICY)
    assert 0 < found.order.fee < math.inf
    assert found.order.commission == POLICY.estimates.commission
    assert (found.host, found.hosts, found.said().code) == ("", 0, "offer_of_nobody")
    assert usual((host_facts(Influencer("own", "own", kind=Kind.OWN_ROOM), POLICY),), graded, POLICY) == found


def test_regulars_bring_the_rate_that_is_needed_down() -> None:
    plain = case()
    assert needed_rate(replace(plain, regulars=2.0), POLICY) < needed_rate(plain, POLICY)


def test_an_offer_costs_its_fee_for_each_order_it_is_expected_to_bring() -> None:
    host = host_facts(
        Influencer("1", "甲", "douyin", Kind.HOST, 200_000, 20_000.0, offers=(Offer("x", 3000.0, 0.2),)),
        POLICY,
    )
    graded = grade(SOAP, POLICY)
    order = offered(host, host.offers[0], graded, POLICY)
    assert order.fee * respond(host, SOAP, graded, Form.LIVE, POLICY).mean == pytest.approx(3000)
    assert order.commission == 0.2
    unseen = host_facts(replace(host.influencer, views=0.0), POLICY)
    nobody = offered(unseen, unseen.offers[0], graded, POLICY)
    assert nobody.fee == math.inf
    never = readiness(graded, nobody, POLICY)
    assert (never.verdict, never.first_value) == ("never", -math.inf)
    assert 0 < never.repeat_value < math.inf


# ── what to try ──

HALF = BetaMixture((1.0,), (20.0,), (30.0,))
"""An own rate of .4 as fifty customers would tell it."""


def tried(fee=60.0, policy=POLICY, **changed):
    return {one.reason.code: one for one in remedies(case(fee, **changed), HALF, policy)}


def test_remedies_come_in_the_order_of_what_they_bring() -> None:
    found = remedies(case(60.0), HALF, POLICY)
    assert [one.gain for one in found] == sorted((one.gain for one in found), reverse=True)
    assert len(found) >= 3
    needed = needed_rate(case(60.0), POLICY)
    for one in found:
        assert one.gain == pytest.approx((needed - HALF.mean()) - (one.needed - one.rate))


def test_a_margin_five_points_higher_by_hand() -> None:
    better = replace(BASIS, unit_cost=35.0)
    found = tried()["try_margin"]
    assert found.needed == pytest.approx(needed_rate(case(60.0, basis=better), POLICY))
    assert (found.rate, found.reason.values["cost"]) == (pytest.approx(0.4), 35.0)


def test_a_reminder_brings_back_a_part_of_those_who_would_stay_away() -> None:
    found = tried()["try_reminder"]
    seen = 1 - math.exp(-365 / 60)
    share = 0.4 / seen
    assert found.rate == pytest.approx((share + 0.05 * (1 - share)) * seen)
    assert found.needed == pytest.approx(needed_rate(case(60.0 + 0.8 * 0.2), POLICY))


def test_a_trial_pack_spreads_the_fee_over_more_orders() -> None:
    found = tried()["try_trial_pack"]
    ratio = math.exp(log_demand(69, POLICY.price_rule) - log_demand(100, POLICY.price_rule))
    assert found.reason.values["fee"] == pytest.approx(60 / ratio)
    assert found.rate == pytest.approx(0.4 * 0.8)
    first = replace(BASIS, price=69.0, unit_cost=27.6)
    hand = order_value(first, 0.2) - 60 / ratio
    assert found.value == pytest.approx(hand + value_at(case(0.0), 0.32, POLICY) - order_value(BASIS, 0.2))
    cheap = replace(BASIS, price=69.0)
    assert "try_trial_pack" not in tried(basis=cheap, fee=30.0)


def test_a_smaller_pack_is_bought_sooner_and_a_larger_one_later() -> None:
    small, large = (
        load({"readiness.pack_price": 0.0}),
        load({"readiness.pack_price": 0.0, "readiness.pack_cycle": -1.0}),
    )
    # at an unchanged price only the cycle moves: half the pack lasts 60 x .5^.8 = 34.46 days
    found = tried(policy=small)["try_smaller_pack"]
    assert found.reason.values["days"] == pytest.approx(34.46, abs=0.005)
    assert "try_larger_pack" not in tried(policy=small)
    assert tried(policy=large)["try_larger_pack"].reason.values["days"] == 30


def test_subscribers_stay_and_get_a_discount_on_their_part() -> None:
    found = tried()["try_subscription"]
    seen = 1 - math.exp(-365 / 60)
    share = 0.9 * 0.4 / seen + 0.1 * 0.85
    theirs = 0.085 / share
    later = replace(BASIS, price=100 * (1 - 0.05 * theirs))
    assert found.rate == pytest.approx(share * seen)
    assert found.needed == pytest.approx(needed_rate(Case(BASIS, later, PaidOrder(60.0, 0.2), 60.0), POLICY))


def test_where_nothing_is_enough_the_odds_stay_nought_and_the_order_is_still_told() -> None:
    found = remedies(case(5000.0), HALF, POLICY)
    assert all(one.needed is None and one.probability == 0 for one in found)
    assert {one.reason.code for one in found} >= {"try_reminder", "try_subscription"}
    assert judged(10).remedies == ()


def test_lasting_goods_have_no_packs_and_nothing_to_be_reminded_of() -> None:
    fridge = Product("冰箱", 899.0, "家电", 650.0, 20.0, 0.05, 0.05)
    assert [one.reason.code for one in judged(400, product=fridge).remedies] == ["try_margin"]
    assert {one.reason.code for one in judged(400).remedies} >= {"try_reminder", "try_subscription"}
