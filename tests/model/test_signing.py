"""What is to be known of a plan before it is signed: fees beside like fees, water, the order of booking, early warnings."""

import datetime as dt
import math
from dataclasses import replace

import pytest

from model.advice import Advice, advise
from model.authenticity.audit import Audit, audit
from model.demo import demo_snapshot
from model.dossier import Dossier, dossier
from model.economics import order_value
from model.matrix.plan import Plan
from model.matrix.signing import assumptions, booking_order, breaking_returns, briefs, steps, watch
from model.policy import load
from model.records import Kind, Tier

POLICY = load({"risk.draws": 200})
DAY = dt.date(2026, 11, 22)


@pytest.fixture(scope="module")
def advice() -> Advice:
    return advise(demo_snapshot(POLICY), POLICY)


@pytest.fixture(scope="module")
def plan(advice: Advice) -> Plan:
    assert advice.plan is not None
    return advice.plan


@pytest.fixture(scope="module")
def found(advice: Advice) -> Audit:
    return audit(advice.ground.snapshot, POLICY, {})


def codes(reasons) -> list[str]:
    return [one.code for one in reasons]


def test_every_paid_outside_host_is_told_about_his_fee_his_guarantee_and_his_views(
    plan: Plan, found: Audit
) -> None:
    places = {host.id: place for place, host in enumerate(found.check.hosts)}
    for one in briefs(plan, found):
        item = one.choice.candidate
        if item.host.influencer.kind is not Kind.HOST:
            assert not set(codes(one.doubts)) & {"no_guarantee", "fee_above", "doubt_unknown"}
            continue
        verdict = found.check.verdict(places[one.choice.id]).value
        assert (f"doubt_{verdict}" in codes(one.doubts)) == (verdict != "clean")
        if item.offer.slot_fee:
            promised = item.offer.offer.guarantee
            assert ("guaranteed" in codes(one.reasons)) == bool(promised)
            assert ("no_guarantee" in codes(one.doubts)) == (not promised)


def test_a_fee_above_what_like_hosts_ask_is_a_doubt_with_the_price_to_offer(plan: Plan, found: Audit) -> None:
    choice = next(
        c
        for c in plan.choices
        if c.candidate.offer.slot_fee and "slot_fee" not in c.candidate.offer.estimated
    )
    offer = choice.candidate.offer

    def told(fee: float):
        item = replace(choice.candidate, offer=replace(offer, slot_fee=fee))
        return briefs(replace(plan, choices=(replace(choice, candidate=item),)), found)[0]

    assert "fee_above" in codes(told(1e6).doubts)
    assert "fee_below" in codes(told(1.0).reasons)
    above = next(one for one in told(1e6).doubts if one.code == "fee_above")
    middle = float(above.values["middle"] or 0)
    assert "fee_within" in codes(told(middle).reasons)


def test_small_hosts_are_booked_first_and_sums_run_on(plan: Plan) -> None:
    order = booking_order(plan)
    ranks = [[Tier.TAIL, Tier.WAIST, Tier.HEAD].index(choice.candidate.host.tier) for choice in order]
    assert ranks == sorted(ranks)
    last = steps(plan)[-1]
    assert last.spent == pytest.approx(plan.spend)
    assert last.orders == pytest.approx(plan.orders)
    assert {step.choice.id for step in steps(plan)} == {choice.id for choice in plan.choices}


def test_the_first_sessions_are_counted_one_by_one(plan: Plan, advice: Advice) -> None:
    """A slow second way: one entry for every session in the order of booking."""
    one_by_one = [
        (choice.orders.value / choice.candidate.sessions, choice.orders.low / choice.candidate.sessions)
        for choice in booking_order(plan)
        for _ in range(choice.candidate.sessions)
    ][:3]
    first = watch(plan, advice.grades, POLICY)[0]
    assert first.values["n"] == 3
    assert first.values["orders"] == pytest.approx(sum(mean for mean, _ in one_by_one))
    assert first.values["low"] == math.floor(sum(low for _, low in one_by_one))


def test_at_the_breaking_return_rate_a_first_order_earns_nothing(plan: Plan) -> None:
    for choice in plan.choices:
        basis, commission = choice.candidate.worth.basis, choice.candidate.offer.commission
        rate = breaking_returns(basis, commission)
        if rate is not None:
            assert order_value(replace(basis, return_rate=rate), commission) == pytest.approx(0.0, abs=1e-9)
            assert 0 < rate <= 1


def test_an_order_that_never_earns_has_no_breaking_rate(plan: Plan) -> None:
    basis = replace(plan.choices[0].candidate.worth.basis, unit_cost=1e4)
    assert breaking_returns(basis, 0.2) is None


def test_scarce_stock_is_warned_of_before_it_is_sold_out(plan: Plan, advice: Advice) -> None:
    choice = plan.choices[0]
    scarce = replace(choice.candidate.worth, product=replace(choice.candidate.worth.product, stock=10))
    one = replace(choice, candidate=replace(choice.candidate, worth=scarce))
    told = watch(replace(plan, choices=(one,)), advice.grades, POLICY)
    [stock] = [reason for reason in told if reason.code == "watch_stock"]
    assert stock.values["at"] == 5.0


def test_without_choices_there_is_nothing_to_watch(plan: Plan, advice: Advice) -> None:
    assert watch(replace(plan, choices=()), advice.grades, POLICY) == ()


def test_own_figures_come_first_among_what_it_rests_on(plan: Plan) -> None:
    own = load({"risk.draws": 200, "work.wage": POLICY.work.wage + 1})
    keys = assumptions(plan, own)
    assert set(keys[:2]) == {"risk.draws", "work.wage"}
    assert len(keys) == len(set(keys)) < 25
    assert all(key in own.entries for key in keys)


def test_the_dossier_counts_everyone(advice: Advice, plan: Plan) -> None:
    made: Dossier = dossier(advice, POLICY, DAY)
    assert sum(count for _, count in made.left_out) == len(plan.rejected)
    assert len(made.briefs) == len(plan.choices)
    assert made.launch is None
    assert made.overview.plan is plan
    with pytest.raises(ValueError, match="no plan"):
        dossier(replace(advice, plan=None), POLICY, DAY)
