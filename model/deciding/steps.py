"""The way from a product to a review: where each step stands, and why."""

from collections.abc import Iterator
from typing import Final

from model.deciding.known import Doubt, Known, State, Step
from model.deciding.verdict import NOT_READY, rates
from model.errors import Reason
from model.learning.learned import without_held
from model.matrix.plan import Plan
from model.readiness.verdict import Readiness

READY: Final = frozenset({"ready", "pays_at_once"})
"""Verdicts of a product that may go live."""


def steps(known: Known, ready: Readiness | None, doubt: Doubt | None) -> tuple[Step, ...]:
    """All five, in the order in which they are gone."""
    return tuple(_in_turn(_each(known, ready, doubt)))


def _each(known: Known, ready: Readiness | None, doubt: Doubt | None) -> Iterator[Step]:
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
        return State.DONE, Reason("next_at_once" if at_once else "next_ready", rates(ready))
    if ready.verdict in NOT_READY:
        return State.NOW, Reason("next_never" if ready.needed is None else "next_mend", rates(ready))
    return State.DOUBTFUL, Reason("next_unclear", rates(ready))


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
    return _judged(plan, known.is_stale)


def _judged(plan: Plan, is_stale: bool) -> tuple[State, Reason]:
    values = {"n": len(plan.choices), "spend": plan.spend}
    if is_stale:  # nobody is to be booked by a plan of yesterday
        return State.NOW, Reason("next_stale", values)
    if any(one.code == "loss_likely" for one in plan.warnings):
        return State.DOUBTFUL, Reason("next_risky", {**values, "odds": plan.risk.loss_probability})
    if plan.is_unasked:
        return State.DOUBTFUL, Reason("next_unasked", values)
    return State.DONE, Reason("next_chosen", values)


def _booked(known: Known) -> tuple[State, Reason]:
    if known.plan is None:
        return State.WAITING, Reason("next_after_plan")
    chosen = {choice.id for choice in known.plan.choices}
    signed = len(chosen & {host for host, _, _ in known.snapshot.request.limits.booked})
    values = {"n": signed, "of": len(chosen)}
    if signed == len(chosen):
        return State.DONE, Reason("next_booked", values)
    if not signed and known.plan.is_unsound:
        return State.WAITING, Reason("next_not_yet")
    return State.NOW, Reason("next_book_rest" if signed else "next_book", values)


def _reviewed(known: Known) -> tuple[State, Reason]:
    is_signed = bool(known.snapshot.request.limits.booked)
    hosts, results = _heard(known)
    if not hosts:
        return (State.NOW, Reason("next_enter")) if is_signed else (State.WAITING, Reason("next_after_sale"))
    missing = len(_without_results(known))
    if missing:
        return State.NOW, Reason("next_enter_rest", {"n": missing})
    return State.DONE, Reason("next_learned", {"n": hosts, "results": results})


def _heard(known: Known) -> tuple[int, int]:
    """Of how many hosts there are results, and how many: as the plan counts them, which hears of sales in orders too."""
    if (learned := known.learned) and learned.results:
        return len({one.id for one in learned.changes}), learned.results
    return len({one.id for one in known.results}), len(known.results)


def _without_results(known: Known) -> set[str]:
    """Hosts whose deal is still to come for the plan: of a deal without a day any result of the host counts."""
    left, _ = without_held(known.snapshot.request, known.results, known.learned)
    days, told = dict(left.limits.booked_on), {one.id for one in known.results}
    return {host for host, _, _ in left.limits.booked if host in days or host not in told}
