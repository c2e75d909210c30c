"""Pay of the operator by hand, the fair range, and what everyone gains."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.estimates import fair_fee
from model.launch.shares import deal, shares, yield_of
from model.launch.work import Scheme, usual_schemes, worth
from model.policy import load
from model.records import Influencer, Kind, Offer

POLICY = load()
RULE = POLICY.work
STEPS = Scheme("pay_base_steps", 5000.0, ((0.0, 0.05), (20_000.0, 0.12), (60_000.0, 0.2)))

# ── pay ──


@pytest.mark.parametrize(
    ("profit", "pay"),
    [
        (-30_000, 5000),
        (0, 5000),
        (10_000, 5500),
        (20_000, 6000),
        (40_000, 6000 + 2400),
        (60_000, 6000 + 4800),
        (100_000, 10_800 + 8000),
    ],
)
def test_steps_by_hand(profit, pay):
    assert STEPS.pay(np.array([float(profit)]))[0] == pytest.approx(pay)


def walked(scheme, profit):
    """The same pay yuan by yuan of a hundred."""
    paid, at = scheme.base, 0.0
    while at < profit:
        step = min(100.0, profit - at)
        middle = at + step / 2
        paid += (
            step
            * max(((start, share) for start, share in scheme.steps if start <= middle), default=(0, 0))[1]
        )
        at += step
    return paid


@given(st.integers(-500, 3000).map(lambda n: 100.0 * n))
def test_steps_as_a_walk_pays_them(profit):
    assert STEPS.pay(np.array([profit]))[0] == pytest.approx(walked(STEPS, profit))


@given(st.lists(st.floats(-1e5, 1e6), min_size=2, max_size=20))
def test_more_profit_never_pays_less_and_a_loss_costs_the_operator_nothing(profits):
    drawn = np.sort(np.array(profits))
    for scheme in usual_schemes(RULE):
        paid = scheme.pay(drawn)
        assert (np.diff(paid) >= -1e-6).all()
        assert (np.diff(drawn - paid) >= -1e-6).all()  # nor does the owner have less of more
        assert (paid >= scheme.base).all()


PROFIT = np.linspace(-20_000, 80_000, 1001)
"""Mean 30,000; positive parts average 32,000."""


def test_the_fair_range_by_hand():
    found = worth(PROFIT, RULE)
    due = 0.6 * np.maximum(PROFIT, 0).mean()
    assert due == pytest.approx(0.6 * 32_000, rel=2e-3)
    assert found.attributable.value == pytest.approx(due)
    assert found.fair.low == RULE.wage
    assert found.fair.high == pytest.approx(due)
    assert found.fair.value == pytest.approx((RULE.wage + due) / 2)
    assert [one.code for one in found.reasons] == ["work_fair"]


def test_months_and_odds_by_hand():
    found = worth(PROFIT, RULE, [Scheme("pay_base_share", 5000.0, ((0.0, 0.1),))]).schemes[0]
    assert (found.bad.profit, found.middle.profit, found.good.profit) == pytest.approx(
        (-10_000, 30_000, 70_000)
    )
    assert (found.bad.operator, found.middle.operator, found.good.operator) == pytest.approx(
        (5000, 8000, 12_000)
    )
    assert (found.bad.owner, found.middle.owner, found.good.owner) == pytest.approx((-15_000, 22_000, 58_000))
    assert found.operator == pytest.approx(5000 + 0.1 * np.maximum(PROFIT, 0).mean())
    assert found.owner == pytest.approx(PROFIT.mean() - found.operator)
    assert found.under_wage == pytest.approx(0.5, abs=2e-3)  # below 30,000
    # without the operation 0.4 of a profit: the owner is worse off while 0.6 x profit < 5,000 + 0.1 x profit
    assert found.owner_loses == pytest.approx(0.3, abs=2e-3)
    assert found.verdict.code == "pay_fair"


@pytest.mark.parametrize(
    ("base", "code"),
    [(7_900.0, "pay_too_low"), (8_000.0, "pay_fair"), (18_000.0, "pay_fair"), (20_000.0, "pay_too_high")],
)
def test_the_verdict_on_a_base_pay(base, code):
    assert worth(PROFIT, RULE, [Scheme("pay_base", base)]).schemes[0].verdict.code == code


def test_agreed_schemes_pay_the_fair_value_each_in_its_own_way():
    found = worth(PROFIT, RULE)
    assert [one.scheme.code for one in found.agreed] == [one.scheme.code for one in found.schemes]
    for one in found.agreed:
        assert one.operator == pytest.approx(found.fair.value)
        assert one.verdict.code == "pay_fair"
    spread = [one.good.operator - one.bad.operator for one in found.agreed]
    assert spread[0] == pytest.approx(0)  # base pay alone
    assert spread[1] < spread[2]  # the share alone carries more of the luck


def test_a_share_above_all_profit_is_not_proposed():
    found = worth(
        PROFIT, replace(RULE, wage=18_000.0, attributable=1.0), [Scheme("pay_share", 0.0, ((30_000.0, 0.1),))]
    )
    assert found.fair is not None
    assert found.agreed == () or found.agreed[0].scheme.steps[0][1] <= 1


def test_work_that_brings_less_than_a_wage_has_no_fair_pay():
    found = worth(PROFIT / 10, RULE)
    assert found.fair is None
    assert found.agreed == ()
    assert [one.code for one in found.reasons] == ["work_below_wage"]
    assert {one.verdict.code for one in found.schemes} <= {"pay_too_low", "pay_too_high"}
    worths = {one.verdict.values["most"] for one in found.schemes if one.verdict.code == "pay_too_high"}
    assert worths == {found.reasons[0].values["worth"]}  # what the work brings, not the wage it stays below


# ── everyone gains ──


def test_shares_by_hand(three_levels):
    found = {one.id: one for one in shares(three_levels, POLICY)}
    assert len(found) == len(three_levels.choices)
    choice = next(c for c in three_levels.choices if c.id == "waist0")
    kept = choice.orders.value * 0.94
    income = 3000 + kept * 0.2 * 59
    one = found["waist0"]
    assert one.income == pytest.approx(income)
    assert one.an_hour == pytest.approx(income / POLICY.deals.live_hours)
    assert one.fair_ratio == pytest.approx(income / fair_fee(300_000, POLICY.estimates))
    assert one.shop == choice.long_profit
    assert one.kept == pytest.approx(0.94)
    assert one.again > 0
    underpaid = [share for share in found.values() if share.fair_ratio < 1]
    assert all("host_underpaid" in [r.code for r in share.reasons] for share in underpaid)


def test_a_deal_by_hand(three_levels):
    choice = next(c for c in three_levels.choices if c.id == "waist0")
    item, rule = choice.candidate, POLICY.deals
    orders = item.response.mean * (1 - 0.9**6) / 0.1 / 6
    brought = orders * (item.order_value + 0.94 * item.worth.repeat) + rule.trouble
    commission = orders * 0.94 * 0.2 * 59
    found = deal(choice, 0.0, POLICY)
    assert found.most == pytest.approx(min(1, 0.4 * (3000 + commission) / 3000))
    assert found.least == pytest.approx(max(0, 1 - brought / 3000))
    assert found.fee == pytest.approx(3000 * (1 - (found.least + found.most) / 2))
    assert found.host_gain == pytest.approx(found.fee + commission - 0.6 * (3000 + commission))
    assert found.shop_gain == pytest.approx(brought - found.fee)


def test_who_takes_no_fee_gives_no_discount(planned):
    plan = planned(("a", "waist", 40_000.0, 1, 0.0), ("b", "tail", 9000.0, 1, 200.0))
    choice = next(c for c in plan.choices if c.id == "a")
    assert deal(choice, 0.0, POLICY) is None


@given(st.floats(0, 30))
def test_a_deal_is_better_for_both_or_there_is_none(three_levels, elsewhere):
    for choice in three_levels.choices:
        found = deal(choice, elsewhere, POLICY)
        if found is not None:
            assert found.host_gain > 0
            assert found.shop_gain > 0
            assert 0 <= found.least < found.discount < found.most <= 1


def test_the_better_the_money_does_elsewhere_the_fewer_deals(three_levels):
    counts = [
        sum(deal(c, rate, POLICY) is not None for c in three_levels.choices) for rate in (0, 5, 50, 1e6)
    ]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] > counts[-1]
    dear = [c for c in three_levels.choices if deal(c, 1e6, POLICY) is not None]
    assert all(deal(c, 1e6, POLICY).fee < 1 for c in dear)  # only who works for commission alone


def test_ones_own_people_need_no_deal_and_no_fair_fee(planned):
    me = Influencer(
        "me", "me", "douyin", kind=Kind.FOUNDER, views=3000.0, offers=(Offer("own", 140.0, 0.0, sessions=3),)
    )
    plan = planned(me, ("t", "tail", 9000.0, 1, 200.0))
    found = {one.id: one for one in shares(plan, POLICY)}
    assert found["me"].deal is None
    assert found["me"].fair_ratio is None
    outside = next(c for c in plan.choices if c.id == "t")
    assert yield_of(plan) == pytest.approx(max(0, outside.long_profit / outside.cost))
    assert yield_of(replace(plan, choices=())) == 0
