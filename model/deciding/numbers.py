"""The numbers that decide and no other page works out: orders to break even, hosts in doubt, hands needed, what is guessed."""

from typing import Final

from model.advice import grades, wanted_products
from model.authenticity.audit import Audit
from model.authenticity.roster import Verdict
from model.deciding.known import BreakEven, Doubt, HandsNeeded, Known, Number
from model.launch.hands import carries, hours_per_order, hours_per_session
from model.launch.sessions import return_rate
from model.launch.setup import Setup
from model.matrix.plan import Plan
from model.policy import Policy
from model.records import Kind
from model.repurchase.grading import Grade

_GUESSED: Final = frozenset({"estimated_hosts", "estimated_cost"})
"""Warnings of a plan that rests on figures nobody gave."""


def leading_grade(known: Known, policy: Policy) -> Grade | None:
    """The grade of the product that decides: the one the plan sells most of, else the first asked for; None without any."""
    if known.plan and known.advice:
        sold: dict[str, float] = {}
        for choice in known.plan.choices:
            name = choice.candidate.worth.product.name
            sold[name] = sold.get(name, 0.0) + choice.orders.value
        best = max(sold, key=lambda name: sold[name])
        return next(one for one in known.advice.grades if one.product.name == best)
    products = wanted_products(known.snapshot)[:1]
    found = grades(products, policy, known.evidence, known.snapshot.products)
    return found[0] if found else None


def break_even(plan: Plan) -> BreakEven:
    """Orders at which what is spent comes back: spent ÷ yuan that one order leaves before it, on average over the plan.

    Steps of commissions and guarantees count as they do at the orders expected.
    """
    spent = sum(choice.cost + choice.candidate.beside for choice in plan.choices)
    long = sum(choice.long_profit for choice in plan.choices)
    return BreakEven(
        _orders_for(spent, plan.first_profit + spent, plan.orders),
        _orders_for(spent, long + spent, plan.orders),
        plan.orders,
    )


def _orders_for(spent: float, left: float, orders: float) -> float | None:
    """Orders that leave as much as is spent, where so many leave this much."""
    if spent <= 0:
        return 0.0
    return spent * orders / left if left > 0 and orders > 0 else None


def in_doubt(audit: Audit | None, plan: Plan | None) -> Doubt | None:
    """Outside hosts in doubt: of the plan's, without a plan of the roster's; None while nothing is checked."""
    if audit is None:
        return None
    check = audit.check
    chosen = None if plan is None else {choice.id for choice in plan.choices}
    places = (
        place
        for place, host in enumerate(check.hosts)
        if host.kind is Kind.HOST and (chosen is None or host.id in chosen)
    )
    counts = dict.fromkeys(Verdict, 0)
    for place in places:
        counts[check.verdict(place)] += 1
    doubtful = counts[Verdict.DOUBTFUL] + counts[Verdict.PADDED]
    return Doubt(sum(counts.values()), doubtful, counts[Verdict.UNKNOWN], chosen is not None)


def hands_needed(plan: Plan, setup: Setup, policy: Policy) -> HandsNeeded:
    """The work of a plan spread evenly over the days of the launch: orders by their minutes, sessions by their preparation.

    Days on which much comes at once need more: those the launch page looks at one by one.
    """
    rule, returned = policy.capacity, return_rate(plan)
    days = max((setup.last - setup.first).days + 1, 1)
    orders = plan.orders / days
    sessions = sum(choice.candidate.sessions for choice in plan.choices) / days
    each, fixed = hours_per_order(rule, returned), hours_per_session(rule)
    hours = float(orders * each.sum() + sessions * fixed.sum())
    had = sum(hand.hours * (7 - len(hand.days_off)) / 7 for hand in setup.hands)
    carried = carries(setup.hands, rule, returned, sessions) if setup.hands else None
    day = max(rule.temp_hours, 1.0)
    return HandsNeeded(hours / day, hours, day, days, orders, had, carried)


def guessed(plan: Plan | None, leading: Grade | None) -> frozenset[Number]:
    """What rests on a guess: the class without orders; what is forecast from figures nobody gave; minutes of work."""
    found = {Number.HANDS}
    if leading is not None and leading.basis == "attributes":
        found |= {Number.KLASS, Number.REPURCHASE}
    if plan is not None:
        shaky = bool(found & {Number.KLASS}) or any(one.code in _GUESSED for one in plan.warnings)
        found |= {Number.PROFIT, Number.LOSS, Number.BREAK_EVEN} if shaky else set()
        fees = any("slot_fee" in choice.candidate.offer.estimated for choice in plan.choices)
        found |= {Number.LARGEST} if fees else set()
    return frozenset(found)
