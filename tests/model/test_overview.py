"""The overview: what is missing first, the ten numbers against slow counts, and steps that never contradict each other."""

import datetime as dt
import math
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.advice import Advice, advise, describe
from model.authenticity.audit import audit
from model.authenticity.roster import Verdict
from model.deciding.known import Doubt, HandsNeeded, Known, Number, State
from model.deciding.numbers import break_even, hands_needed, in_doubt, leading_grade
from model.errors import Problem, Reason
from model.launch.hands import Hand, Role
from model.launch.setup import Setup
from model.learning.learned import Change, Learned
from model.matrix.explain import loss_warning
from model.matrix.plan import Plan
from model.overview import overview
from model.policy import Policy, load
from model.records import Estimate, Influencer, Kind, Offer, Product, Request, Snapshot
from model.results import Result

POLICY = load()
COFFEE = Product("Coffee", 69.0, "咖啡", 15.0, 4.0, 0.05, 0.06, 5000, id=1)
TEA = Product("Tea", 49.0, "茶叶", 12.0, 4.0, 0.05, 0.06, 5000, id=2)
LAMP = Product("Lamp", 399.0, "家电", 380.0, 20.0, 0.05, 0.1, 500, id=3)
"""Hardly earns anything and is bought once in years."""
HOSTS = tuple(
    Influencer(
        f"h{n}",
        f"Host {n}",
        "douyin",
        followers=4_000 + 900 * n,
        views=3_000.0 + 170 * n,
        engagement_rate=0.03,
        offers=(Offer("fee", 300.0 + 10 * n, 0.2, None, 2),),
    )
    for n in range(20)
)
ROOM = Influencer("own", "Own room", "douyin", Kind.OWN_ROOM, views=500.0)
SHOP = Snapshot((COFFEE, TEA), HOSTS, {}, Request(budget=5_000.0))
SETUP = Setup(dt.date(2027, 1, 4), dt.date(2027, 3, 28))
DAYS = 84


@pytest.fixture(scope="module")
def advice() -> Advice:
    return advise(SHOP, POLICY)


@pytest.fixture(scope="module")
def plan(advice: Advice) -> Plan:
    assert advice.plan is not None
    return advice.plan


def known(advice: Advice | None = None, **more: Any) -> Known:
    return Known(**{"snapshot": SHOP, "setup": SETUP, "advice": advice, **more})


# ── what is missing comes first ──


@pytest.mark.parametrize(
    ("shop", "code"),
    [
        (Snapshot(), "say_no_products"),
        (Snapshot((), HOSTS, {}, Request(5_000.0)), "say_no_products"),
        (Snapshot((COFFEE,)), "say_no_hosts"),
        (Snapshot((COFFEE,), HOSTS), "say_no_budget"),
        (Snapshot((LAMP,), HOSTS, {}, Request(5_000.0)), "say_mend"),
        (SHOP, "say_no_plan"),
    ],
)
def test_the_verdict_says_what_is_missing_first(shop: Snapshot, code: str) -> None:
    found = overview(known(snapshot=shop), POLICY)
    assert found.verdict.code.startswith(code) or (code, found.verdict.code) == ("say_mend", "say_never")
    assert found.plan is None
    assert found.break_even is None
    assert found.hands is None


def test_a_refusal_says_nobody_is_worth_it() -> None:
    found = overview(known(refused=(Problem("nothing_pays"),)), POLICY)
    assert found.verdict.code == "say_nobody"
    assert found.refused == (Problem("nothing_pays"),)
    assert {step.code: step.why.code for step in found.steps}["choose"] == "next_nobody"


def test_a_plan_of_nobody_is_no_plan(advice: Advice, plan: Plan) -> None:
    empty = replace(advice, plan=replace(plan, choices=()))
    found = overview(known(empty), POLICY)
    assert found.plan is None
    assert found.verdict.code == "say_nobody"


def judged(advice: Advice, plan: Plan, policy: Policy = POLICY, **risk: float) -> Reason:
    drawn = replace(plan.risk, **risk)
    changed = replace(plan, risk=drawn, warnings=loss_warning(drawn, policy))
    return overview(known(replace(advice, plan=changed)), policy).verdict


@pytest.mark.parametrize(
    ("risk", "code"),
    [
        ({"mean": 9_000.0, "p05": 100.0, "loss_probability": 0.01}, "say_hire_safe"),
        ({"mean": 9_000.0, "p05": -100.0, "loss_probability": 0.06}, "say_hire"),
        ({"mean": 9_000.0, "p05": -100.0, "loss_probability": 0.3}, "say_hire"),
        ({"mean": 9_000.0, "p05": -900.0, "loss_probability": 0.31}, "say_careful"),
        ({"mean": 9_000.0, "p05": -900.0, "loss_probability": 0.4}, "say_toss"),
        ({"mean": -1.0, "p05": -900.0, "loss_probability": 0.2}, "say_loses"),
    ],
)
def test_the_verdict_on_a_plan_follows_its_risk(
    advice: Advice, plan: Plan, risk: dict[str, float], code: str
) -> None:
    said = judged(advice, plan, **risk)
    assert said.code == code
    assert said.values["hosts"] == len(plan.choices)
    assert said.values["spend"] == plan.spend
    assert said.values["lost"] == -risk["p05"]


def test_a_sure_profit_on_guessed_fees_is_no_reason_to_hire(advice: Advice, plan: Plan) -> None:
    sure = replace(plan.risk, mean=9e3, p05=100.0, loss_probability=0.0)
    guessed = replace(plan, risk=sure, warnings=(Reason("fees_unasked", {}),))
    found = overview(known(replace(advice, plan=guessed)), POLICY)
    assert found.verdict.code == "say_ask"
    assert next(step for step in found.steps if step.code == "choose").state is State.DOUBTFUL
    toss = replace(guessed, warnings=(*guessed.warnings, Reason("loss_toss", {})))
    assert overview(known(replace(advice, plan=toss)), POLICY).verdict.code == "say_toss"


def test_the_border_of_a_coin_toss_is_the_policys(advice: Advice, plan: Plan) -> None:
    calm = POLICY.with_overrides({"risk.toss": 0.9})
    assert judged(advice, plan, calm, mean=9e3, loss_probability=0.5).code == "say_careful"
    assert judged(advice, plan, mean=9e3, loss_probability=0.5).code == "say_toss"


# ── the numbers ──


def test_the_leading_product_is_the_one_most_is_sold_of(advice: Advice, plan: Plan) -> None:
    sold: dict[str, float] = {}
    for choice in plan.choices:
        sold.setdefault(choice.candidate.worth.product.name, 0.0)
        sold[choice.candidate.worth.product.name] += choice.orders.value
    found = leading_grade(known(advice), POLICY)
    assert found is not None
    assert sold[found.product.name] == max(sold.values())


def test_without_a_plan_the_first_product_asked_for_leads() -> None:
    shop = replace(SHOP, request=replace(SHOP.request, products=(2,)))
    found = leading_grade(known(snapshot=shop), POLICY)
    assert found is not None
    assert found.product == TEA


def test_class_and_readiness_are_those_of_the_products_page(advice: Advice) -> None:
    found = overview(known(advice), POLICY)
    assert found.grade is not None
    told = describe(found.grade.product, POLICY, {}, SHOP.products, SHOP.influencers)
    assert found.grade == told.grade
    assert found.readiness == told.readiness


def test_break_even_is_where_all_hosts_doing_worse_alike_just_pay(plan: Plan) -> None:
    """The slow way: each host's own orders and costs, all scaled alike until nothing is left."""

    def left(part: float, long: bool) -> float:
        yuan = 0.0
        for choice in plan.choices:
            item, orders = choice.candidate, choice.orders.value * part
            kept = 1 - item.worth.basis.return_rate
            yuan += orders * (item.order_value + (kept * item.worth.repeat if long else 0.0))
            yuan -= choice.cost + item.beside
        return yuan

    found = break_even(plan)
    for orders, long in ((found.first, False), (found.long, True)):
        low, high = 0.0, 1e6
        for _ in range(200):
            middle = (low + high) / 2
            low, high = (middle, high) if left(middle, long) < 0 else (low, middle)
        assert (orders is None) == (high > 9e5)
        if orders is not None:
            assert orders == pytest.approx(low * plan.orders, rel=0.02)
    assert found.expected == plan.orders


def test_what_never_pays_has_no_break_even(plan: Plan) -> None:
    poor = tuple(
        replace(c, first_profit=-c.cost - c.candidate.beside - 5, long_profit=-c.cost - c.candidate.beside)
        for c in plan.choices
    )
    found = break_even(replace(plan, choices=poor))
    assert found.first is None
    assert found.long is None


@given(
    st.lists(st.tuples(st.floats(0, 1e5), st.floats(1, 1e4), st.floats(-1e5, 1e5)), min_size=1, max_size=6)
)
@settings(max_examples=60, deadline=None)
def test_break_even_is_below_the_orders_expected_just_where_a_profit_is_expected(
    plan: Plan, money: list[tuple[float, float, float]]
) -> None:
    first = plan.choices[0]
    choices = tuple(
        replace(
            first,
            cost=cost,
            orders=replace(first.orders, value=orders),
            first_profit=profit,
            long_profit=profit,
        )
        for cost, orders, profit in money
    )
    found = break_even(replace(plan, choices=choices))
    profit = sum(one for _, _, one in money)
    if found.first is not None and abs(profit) > 1e-3:
        assert (found.first < found.expected) == (profit > 0)
    assert found.first is not None or profit < 0


def test_hosts_in_doubt_are_counted_among_the_chosen_and_outside_only(plan: Plan) -> None:
    shop = replace(SHOP, influencers=(*HOSTS, ROOM))
    checked = audit(shop, POLICY, {})
    chosen = {choice.id for choice in plan.choices}
    for of in (None, plan):
        counts = dict.fromkeys(Verdict, 0)
        for place, host in enumerate(shop.influencers):
            if host.kind is Kind.HOST and (of is None or host.id in chosen):
                counts[checked.check.host(place).verdict] += 1
        assert in_doubt(checked, of) == Doubt(
            sum(counts.values()),
            counts[Verdict.DOUBTFUL] + counts[Verdict.PADDED],
            counts[Verdict.UNKNOWN],
            of is not None,
        )
    assert in_doubt(None, plan) is None


def test_hands_needed_are_the_minutes_of_an_average_day(plan: Plan) -> None:
    rule = POLICY.capacity
    back = sum(c.orders.value * c.candidate.worth.basis.return_rate for c in plan.choices)
    minutes = (
        plan.orders * (rule.pack_minutes + rule.questions * rule.question_minutes)
        + back * rule.return_minutes
    )
    minutes += sum(c.candidate.sessions for c in plan.choices) * (
        rule.listing_minutes + rule.promotion_minutes
    )
    found = hands_needed(plan, SETUP, POLICY)
    assert found.hours == pytest.approx(minutes / 60 / DAYS)
    assert found.people == pytest.approx(found.hours / 8)
    assert found.days == DAYS
    assert (found.had, found.carried, found.is_enough) == (0.0, None, False)


def test_enough_hands_carry_the_average_day_and_too_few_do_not(plan: Plan) -> None:
    def with_hours(hours: float) -> HandsNeeded:
        hand = Hand("Owner", frozenset(Role), hours, frozenset({7}))
        return hands_needed(plan, replace(SETUP, hands=(hand,)), POLICY)

    need = with_hours(8.0).hours
    enough, few = with_hours(min(need * 7 / 6 * 1.05, 24.0)), with_hours(need * 0.5)
    assert enough.is_enough
    assert enough.had == pytest.approx(need * 1.05)
    assert not few.is_enough


def test_guesses_are_marked(advice: Advice, plan: Plan) -> None:
    found = overview(known(advice), POLICY)
    assert {Number.KLASS, Number.REPURCHASE, Number.HANDS, Number.PROFIT, Number.LOSS} <= found.guessed
    assert not {Number.BUDGET, Number.HOSTS, Number.DOUBT, Number.LARGEST} & found.guessed
    assert overview(known(snapshot=Snapshot()), POLICY).guessed == {Number.HANDS}


# ── the way ──


def states(one: Known) -> dict[str, State]:
    return {step.code: step.state for step in overview(one, POLICY).steps}


def test_an_empty_shop_begins_with_a_product_and_waits_with_all_else() -> None:
    assert states(known(snapshot=Snapshot())) == {
        "mend": State.NOW,
        "check": State.WAITING,
        "choose": State.WAITING,
        "book": State.WAITING,
        "review": State.WAITING,
    }


def test_a_plan_leads_to_booking_then_to_a_review(advice: Advice, plan: Plan) -> None:
    deals = tuple((c.id, c.candidate.offer.offer.name, c.candidate.sessions) for c in plan.choices)

    def booked(count: int, *results: Result) -> dict[str, State]:
        limits = replace(SHOP.request.limits, booked=deals[:count])
        shop = replace(SHOP, request=replace(SHOP.request, limits=limits))
        return states(known(advice, snapshot=shop, results=results))

    assert booked(0)["book"] is State.NOW
    assert booked(1)["book"] is State.NOW
    assert booked(1)["review"] is State.WAITING
    assert booked(len(deals))["book"] is State.DONE
    assert booked(len(deals))["review"] is State.NOW
    results = tuple(Result(id_, "Coffee", dt.date(2027, 1, 5)) for id_, _, _ in deals)
    assert booked(len(deals), *results[:-1])["review"] is (State.DONE if len(deals) == 1 else State.NOW)
    assert booked(len(deals), *results)["review"] is State.DONE


def test_the_review_counts_the_results_that_the_plan_learned_from(advice: Advice) -> None:
    """Sales in orders are results too: the same figures as beside the plan."""
    estimate = Estimate(1.0, 0.5, 2.0)
    changes = tuple(Change(f"h{n}", f"h{n}", "Coffee", 3, estimate, estimate) for n in range(2))
    by_orders = overview(known(replace(advice, learned=Learned(6, changes=changes))), POLICY)
    assert by_orders.steps[-1].state is State.DONE
    assert by_orders.steps[-1].why == Reason("next_learned", {"n": 2, "results": 6})
    by_hand = overview(known(advice, results=(Result("h0", "Coffee", dt.date(2027, 1, 5)),)), POLICY)
    assert by_hand.steps[-1].why == Reason("next_learned", {"n": 1, "results": 1})


def test_a_result_from_before_the_deal_is_not_that_of_the_deal(advice: Advice, plan: Plan) -> None:
    """The plan counts such a session as still to come; a page that calls it entered would be believed over it."""
    chosen = plan.choices[0]
    deal = ((chosen.id, chosen.candidate.offer.offer.name, 1),)
    limits = replace(SHOP.request.limits, booked=deal, booked_on=((chosen.id, "2027-01-05"),))
    shop = replace(SHOP, request=replace(SHOP.request, limits=limits))

    def missing(day: int) -> object:
        results = (Result(chosen.id, "Coffee", dt.date(2027, 1, day)),)
        found = overview(known(advice, snapshot=shop, results=results), POLICY).steps[-1].why
        return found.values["n"] if found.code == "next_enter_rest" else found.code

    assert missing(4) == 1
    assert missing(5) == "next_learned"


def test_a_stale_or_risky_plan_is_not_to_be_relied_on(advice: Advice, plan: Plan) -> None:
    stale = states(known(advice, is_stale=True))
    assert stale["choose"] is State.NOW or State.NOW in (stale["mend"], stale["check"])
    assert stale["book"] is State.WAITING
    risky = replace(advice, plan=replace(plan, warnings=(Reason("loss_likely", {}),)))
    assert states(known(risky))["choose"] is State.DOUBTFUL
    assert states(known(advice))["choose"] in (State.DONE, State.DOUBTFUL)


def test_nobody_is_sent_to_sign_what_the_verdict_says_not_to_sign(advice: Advice, plan: Plan) -> None:
    fine = replace(advice, plan=replace(plan, risk=replace(plan.risk, mean=9e3), warnings=()))
    assert states(known(fine))["book"] is State.NOW
    assert fine.plan is not None
    toss = replace(fine, plan=replace(fine.plan, warnings=(Reason("loss_toss", {}),)))
    assert states(known(toss))["book"] is State.WAITING
    loss = replace(fine, plan=replace(fine.plan, risk=replace(plan.risk, mean=-1.0)))
    assert states(known(loss))["book"] is State.WAITING


SHOPS = (Snapshot(), Snapshot((COFFEE,)), Snapshot((), HOSTS), Snapshot((LAMP,), HOSTS), SHOP)


@given(st.sampled_from(SHOPS), st.booleans(), st.booleans(), st.booleans(), st.integers(0, 3), st.booleans())
@settings(max_examples=60, deadline=None)
def test_steps_never_contradict_each_other(
    shop: Snapshot, planned: bool, stale: bool, refused: bool, signed: int, checked: bool
) -> None:
    advice = KEPT.setdefault("advice", advise(SHOP, POLICY)) if shop is SHOP and planned else None
    deals = tuple((f"h{n}", "fee", 1) for n in range(signed))
    shop = replace(shop, request=replace(shop.request, limits=replace(shop.request.limits, booked=deals)))
    found = overview(
        Known(
            shop,
            SETUP,
            advice,
            stale,
            (Problem("nothing_pays"),) if refused and not advice else (),
            results=(Result("h0", "Coffee", dt.date(2027, 1, 5)),) if signed > 1 else (),
            audit=audit(shop, POLICY, {}) if checked else None,
        ),
        POLICY,
    )
    assert [step.code for step in found.steps] == ["mend", "check", "choose", "book", "review"]
    assert sum(step.state is State.NOW for step in found.steps) <= 1
    by = {step.code: step.state for step in found.steps}
    if not shop.products:
        assert by["mend"] is State.NOW
        assert by["choose"] is State.WAITING
    if found.plan is None:
        assert by["book"] is State.WAITING
        assert by["choose"] in (State.NOW, State.WAITING)
    else:
        done = (State.NOW, State.WAITING) if stale else (State.DONE, State.DOUBTFUL)
        assert by["choose"] in done
        assert found.break_even is not None
        assert found.hands is not None
        assert math.isfinite(found.hands.people)


KEPT: dict[str, Advice] = {}
