"""The overview: one verdict, the ten numbers that decide, and what comes next, from all that is known of a shop so far."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from model.advice import Advice, grades, ready_to_go, wanted_products
from model.authenticity.audit import Audit
from model.authenticity.roster import Verdict
from model.errors import Problem, Reason
from model.launch.hands import carries, hours_per_order, hours_per_session
from model.launch.sessions import return_rate
from model.launch.setup import Setup
from model.matrix.plan import Plan
from model.policy import Policy
from model.readiness.verdict import Readiness
from model.records import Kind, Snapshot
from model.repurchase.grading import Evidence, Grade
from model.results import Result

READY: Final = frozenset({"ready", "pays_at_once"})
"""Verdicts of a product that may go live."""
NOT_READY: Final = frozenset({"not_ready", "never"})
_GUESSED: Final = frozenset({"estimated_hosts", "estimated_cost"})
"""Warnings of a plan that rests on figures nobody gave."""


class Number(StrEnum):
    """The ten numbers, in the order they are shown in."""

    KLASS = "klass"
    REPURCHASE = "repurchase"
    BUDGET = "budget"
    HOSTS = "hosts"
    PROFIT = "profit"
    LOSS = "loss"
    BREAK_EVEN = "break_even"
    LARGEST = "largest"
    DOUBT = "doubt"
    HANDS = "hands"


class State(StrEnum):
    """Where a step stands: done; to be done now; waiting for an earlier one; done, but not to be relied on."""

    DONE = "done"
    NOW = "now"
    WAITING = "waiting"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the way (``mend``, ``check``, ``choose``, ``book``, ``review``): its state, and why it has it."""

    code: str
    state: State
    why: Reason


@dataclass(frozen=True, slots=True)
class BreakEven:
    """Paid orders at which the plan's fees, samples and own hours are earned back, all hosts doing equally better or worse.

    ``first``: by first sales alone, ``long``: with what customers buy again; None where no number of orders does it.
    ``expected`` are the orders of the plan.
    """

    first: float | None
    long: float | None
    expected: float


@dataclass(frozen=True, slots=True)
class Doubt:
    """Outside hosts and how the check for water sees them: of the plan's where ``chosen``, else of the whole roster."""

    hosts: int
    doubtful: int
    unknown: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class HandsNeeded:
    """Hours of work that a plan makes on an average day of so many ``days``, and what the shop's people have.

    ``people`` of ``day`` hours each would do it; ``orders`` a day come, ``carried`` a day the people can carry for good
    (None: nobody is entered).
    """

    people: float
    hours: float
    day: float
    days: int
    orders: float
    had: float
    carried: float | None

    @property
    def is_enough(self) -> bool:
        """Whether the people entered carry the average day."""
        return self.carried is not None and self.orders <= self.carried


@dataclass(frozen=True, slots=True)
class Known:
    """What an overview is made of; ``advice`` None: no plan yet, or ``refused`` for these reasons.

    ``audit`` None: the hosts are not checked yet. ``evidence`` is what orders say, by product name.
    """

    snapshot: Snapshot
    setup: Setup
    advice: Advice | None = None
    is_stale: bool = False
    refused: tuple[Problem, ...] = ()
    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    results: Sequence[Result] = ()
    audit: Audit | None = None

    @property
    def plan(self) -> Plan | None:
        """The plan, where it chose anybody."""
        plan = self.advice.plan if self.advice else None
        return plan if plan and plan.choices else None


@dataclass(frozen=True)
class Overview:
    """What the first page shows. ``grade`` and ``readiness`` are those of the product that decides: the one of which most is sold.

    ``guessed`` names the numbers that rest on figures nobody gave; ``hosts`` counts the roster, ``products`` what is asked for.
    """

    verdict: Reason
    refused: tuple[Problem, ...]
    steps: tuple[Step, ...]
    products: int
    hosts: int
    budget: float
    grade: Grade | None
    readiness: Readiness | None
    plan: Plan | None
    is_stale: bool
    break_even: BreakEven | None
    doubt: Doubt | None
    hands: HandsNeeded | None
    guessed: frozenset[Number]


def overview(known: Known, policy: Policy) -> Overview:
    """All of the first page. Takes as long as the usual offer of a roster (some hundred hosts are looked at)."""
    plan, snapshot = known.plan, known.snapshot
    leading = leading_grade(known, policy)
    ready = ready_to_go((leading,), snapshot.influencers, policy)[0] if leading else None
    doubt = in_doubt(known.audit, plan)
    return Overview(
        _verdict(known, ready, policy),
        known.refused,
        tuple(_in_turn(_steps(known, ready, doubt))),
        len(wanted_products(snapshot)),
        len(snapshot.influencers),
        snapshot.request.budget,
        leading,
        ready,
        plan,
        known.is_stale,
        break_even(plan) if plan else None,
        doubt,
        hands_needed(plan, known.setup, policy) if plan else None,
        _guessed(plan, leading),
    )


# ── the numbers ──


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


def _guessed(plan: Plan | None, leading: Grade | None) -> frozenset[Number]:
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


# ── the verdict ──


def _verdict(known: Known, ready: Readiness | None, policy: Policy) -> Reason:
    """What is missing first; else what the plan comes to."""
    plan, shop = known.plan, known.snapshot
    if not shop.products:
        return Reason("say_no_products")
    if not shop.influencers:
        return Reason("say_no_hosts", {"n": len(wanted_products(shop))})
    if plan is None:
        return _without_plan(known, ready)
    return _of_plan(plan, ready, policy)


def _without_plan(known: Known, ready: Readiness | None) -> Reason:
    if known.refused or known.advice is not None:
        return Reason("say_nobody")
    if known.snapshot.request.budget <= 0:
        return Reason("say_no_budget", {"n": len(known.snapshot.influencers)})
    if ready is not None and ready.verdict in NOT_READY:
        return _mend(ready)
    return Reason("say_no_plan", {"n": len(known.snapshot.influencers)})


def _of_plan(plan: Plan, ready: Readiness | None, policy: Policy) -> Reason:
    risk = plan.risk
    values = {
        "hosts": len(plan.choices),
        "spend": plan.spend,
        "mean": risk.mean,
        "low": risk.p05,
        "lost": -risk.p05,
        "odds": risk.loss_probability,
    }
    if risk.mean <= 0:
        return Reason("say_loses", values)
    if risk.loss_probability >= policy.risk.toss:
        return Reason("say_toss", values)
    if ready is not None and ready.verdict in NOT_READY and plan.first_profit < 0:
        return _mend(ready)
    if risk.loss_probability > policy.risk.warn_loss:
        return Reason("say_careful", values)
    return Reason("say_hire_safe" if risk.p05 >= 0 else "say_hire", values)


def _mend(ready: Readiness) -> Reason:
    return Reason("say_never" if ready.needed is None else "say_mend", _rates(ready))


def _rates(ready: Readiness) -> dict[str, str | float | None]:
    """A product's name, its own rate and the one it needs."""
    name = ready.reasons[0].values["product"]
    return {"product": str(name), "rate": ready.rate.value, "needed": ready.needed}


# ── the way ──


def _steps(known: Known, ready: Readiness | None, doubt: Doubt | None) -> Iterator[Step]:
    yield Step("mend", *_mended(ready))
    yield Step("check", *_checked(known, doubt))
    yield Step("choose", *_chosen(known))
    yield Step("book", *_booked(known))
    yield Step("review", *_reviewed(known))


def _in_turn(steps: Iterator[Step]) -> Iterator[Step]:
    """Only the first step that is open is to be done now: those behind it wait."""
    is_taken = False
    for step in steps:
        if step.state is State.NOW and is_taken:
            yield Step(step.code, State.WAITING, step.why)
        else:
            is_taken |= step.state is State.NOW
            yield step


def _mended(ready: Readiness | None) -> tuple[State, Reason]:
    if ready is None:
        return State.NOW, Reason("next_describe")
    if ready.verdict in READY:
        at_once = ready.verdict == "pays_at_once"
        return State.DONE, Reason("next_at_once" if at_once else "next_ready", _rates(ready))
    if ready.verdict in NOT_READY:
        return State.NOW, Reason("next_never" if ready.needed is None else "next_mend", _rates(ready))
    return State.DOUBTFUL, Reason("next_unclear", _rates(ready))


def _checked(known: Known, doubt: Doubt | None) -> tuple[State, Reason]:
    if not known.snapshot.influencers:
        return State.NOW, Reason("next_bring_hosts")
    if doubt is None:
        return State.WAITING, Reason("next_checking")
    values = {"n": doubt.doubtful, "of": doubt.hosts, "unknown": doubt.unknown}
    if doubt.doubtful:
        return State.DOUBTFUL, Reason("next_doubtful", values)
    if doubt.unknown:
        return State.DOUBTFUL, Reason("next_untold", values)
    return State.DONE, Reason("next_clean", values)


def _chosen(known: Known) -> tuple[State, Reason]:
    plan, shop = known.plan, known.snapshot
    if not shop.products or not shop.influencers:
        return State.WAITING, Reason("next_needs_both")
    if plan is None:
        if known.refused or known.advice is not None:
            return State.NOW, Reason("next_nobody")
        return State.NOW, Reason("next_budget" if shop.request.budget <= 0 else "next_plan")
    values = {"n": len(plan.choices), "spend": plan.spend}
    if known.is_stale:
        return State.DOUBTFUL, Reason("next_stale", values)
    if any(one.code == "loss_likely" for one in plan.warnings):
        return State.DOUBTFUL, Reason("next_risky", {**values, "odds": plan.risk.loss_probability})
    return State.DONE, Reason("next_chosen", values)


def _booked(known: Known) -> tuple[State, Reason]:
    if known.plan is None:
        return State.WAITING, Reason("next_after_plan")
    chosen = {choice.id for choice in known.plan.choices}
    signed = len(chosen & {host for host, _, _ in known.snapshot.request.limits.booked})
    values = {"n": signed, "of": len(chosen)}
    if signed == len(chosen):
        return State.DONE, Reason("next_booked", values)
    return State.NOW, Reason("next_book_rest" if signed else "next_book", values)


def _reviewed(known: Known) -> tuple[State, Reason]:
    signed = {host for host, _, _ in known.snapshot.request.limits.booked}
    if not known.results:
        return (State.NOW, Reason("next_enter")) if signed else (State.WAITING, Reason("next_after_sale"))
    missing = len(signed - {one.id for one in known.results})
    if missing:
        return State.NOW, Reason("next_enter_rest", {"n": missing})
    return State.DONE, Reason("next_learned", {"n": len({one.id for one in known.results})})
