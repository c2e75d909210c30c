"""Money that a plan leaves is explained by why hosts were left out, and by sessions that are used up."""

from dataclasses import replace

import pytest
from test_recommend import DEMO, FEW, host, plan_of, snap

from model.matrix.leftover import CAUSES, leftover
from model.matrix.plan import Rejected
from model.records import Limits, Offer, Tier


def out(*reasons: str) -> list[Rejected]:
    return [Rejected(str(n), str(n), Tier.TAIL, reason, None) for n, reason in enumerate(reasons)]


def codes(plan):
    return {one.code: one.values for one in plan.warnings}


def test_the_commonest_cause_is_named_with_how_many_hosts_it_is():
    rejected = out("banned", "banned", "banned", "loses_money", "little_gain", "audience_taken", "mix_rule")
    (found,) = leftover(10_000.0, 4_000.0, (), rejected, 0.1)
    assert found.code == "budget_left"
    assert found.values == {"left": 6_000.0, "n": 2, "of": 7, "cause": "left_no_gain"}


def test_change_is_not_worth_a_word_and_without_a_budget_nothing_is_left():
    assert leftover(10_000.0, 9_100.0, (), out("outbid"), 0.1) == ()
    assert leftover(0.0, 0.0, (), out("outbid"), 0.1) == ()


def test_a_plan_says_that_hosts_do_not_pay_for_themselves():
    found = codes(plan_of(snap(*(host(f"h{n}", fee=400.0 if n < 4 else 9_000.0) for n in range(9)))))
    assert found["budget_left"]["of"] == 5
    assert found["budget_left"]["cause"] in {"left_no_gain", "left_too_dear"}
    assert "sessions_full" in found


def test_hosts_who_could_do_more_are_not_called_full():
    more = tuple(host(f"h{n}", offers=(Offer("a", 400.0, 0.2, sessions=30),)) for n in range(3))
    plan = plan_of(snap(*more, max_share=0.1))
    assert any(c.candidate.sessions < 30 for c in plan.choices)
    assert "sessions_full" not in codes(plan)


def test_a_budget_that_is_spent_needs_no_word():
    plan = plan_of(replace(DEMO, request=replace(DEMO.request, budget=20_000.0)))
    assert plan.spend > 0.9 * plan.budget
    assert not {"budget_left", "sessions_full"} & set(codes(plan))


def test_hands_that_are_full_are_named():
    free = plan_of(snap(*(host(f"h{n}") for n in range(12))))
    limits = Limits(orders_per_day=free.orders / 3, days=1.0)
    plan = plan_of(snap(*(host(f"h{n}") for n in range(12)), limits=limits))
    assert {one.reason for one in plan.rejected} == {"hands_full"}
    assert codes(plan)["budget_left"]["cause"] == "left_hands"


def test_every_reason_to_leave_a_host_out_explains_money_or_is_the_merchants_own():
    from gui.words.reasons import REASONS

    own = {"banned", "no_offer", "not_chosen", "not_as_booked"}
    known = {"outbid", "audience_taken", "stock_used_up", "hands_full", "cash_tied", "own_hours_full"}
    known |= {"platform_full", "agency_full", "mix_rule", "too_risky", "little_gain", "loses_money"}
    known |= {"commission_over_margin", "over_budget", "over_share", "no_stock"}
    assert known == set(CAUSES)
    assert known | own <= set(REASONS)
    assert FEW.matrix.warn_left == pytest.approx(0.1)
