"""The verdict before going live: the rate that is needed against the shop's own, and what to try first."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from model.errors import Reason, Value
from model.policy import Policy
from model.readiness.payback import (
    Case,
    PaidOrder,
    case_of,
    first_value,
    later_value,
    most_fee,
    needed_rate,
    odds,
)
from model.readiness.remedies import Remedy, remedies
from model.records import Estimate
from model.repurchase.grading import WINDOW_DAYS, Grade

__all__ = ["Readiness", "readiness"]

LASTING: Final = 0.5
"""From this much of a durable on packs, subscriptions and reminders are out of place."""


@dataclass(frozen=True, slots=True)
class Readiness:
    """Whether orders bought at this fee come back.

    ``verdict`` is ``ready``, ``not_ready``, ``unclear``, ``pays_at_once`` or ``never``. ``needed`` is the break-even
    repurchase rate within ``window_days``: 0 when the first order pays, None when even everybody coming back does
    not. ``rate`` is the own one with its 80 % range, ``probability`` the odds that it is at least ``needed``.
    ``first_value`` is what the first order leaves after the fee, ``repeat_value`` what its repeat orders leave within
    the horizon at the own rate, both in yuan per paid order. ``most_fee`` is the fee in yuan that the own rate would
    just pay back, the commission held. ``reasons`` begin with the verdict's sentence and go on
    with what it rests on; ``offer`` says whose offer it was judged at, None for the merchant's own figures;
    ``remedies`` begin with what draws own and needed rate together most.
    """

    verdict: str
    needed: float | None
    rate: Estimate
    probability: float
    first_value: float
    repeat_value: float
    most_fee: float
    case: Case
    window_days: int
    reasons: tuple[Reason, ...]
    remedies: tuple[Remedy, ...]
    offer: Reason | None = None


def readiness(grade: Grade, order: PaidOrder, policy: Policy, offer: Reason | None = None) -> Readiness:
    """Judge a graded product at an offer.

    Args:
        grade: the product's.
        order: what a first order is bought at.
        policy: all figures, overrides applied.
        offer: whose it is.
    """
    case = case_of(grade, order, policy)
    rates = grade.rates
    needed = needed_rate(case, policy)
    enough = odds(rates, needed)
    verdict = _verdict(needed, enough, policy)
    first, later = first_value(case), later_value(case, rates.mean(), policy)
    return Readiness(
        verdict,
        needed,
        grade.rate,
        enough,
        first,
        later,
        most_fee(case, rates.mean(), policy),
        case,
        WINDOW_DAYS,
        (
            _sentence(verdict, _figures(grade, case, needed, enough, first, first + later)),
            *_rests(grade, case),
        ),
        ()
        if verdict == "pays_at_once"
        else remedies(case, rates, policy, grade.attributes.durable > LASTING),
        offer,
    )


def _verdict(needed: float | None, enough: float, policy: Policy) -> str:
    if needed is None:
        return "never"
    if needed == 0:
        return "pays_at_once"
    if enough >= policy.readiness.ready_above:
        return "ready"
    return "not_ready" if enough <= policy.readiness.not_ready_below else "unclear"


def _figures(
    grade: Grade, case: Case, needed: float | None, enough: float, first: float, whole: float
) -> Mapping[str, Value]:
    return {
        "product": grade.product.name,
        "fee": case.order.fee,
        "needed": needed,
        "rate": grade.rate.value,
        "low": grade.rate.low,
        "high": grade.rate.high,
        "odds": enough,
        "window": WINDOW_DAYS,
        "first": first,
        "loss": -first,
        "whole": whole,
    }


def _sentence(verdict: str, values: Mapping[str, Value]) -> Reason:
    sentences = {
        "ready": Reason("ready_to_go", values),
        "not_ready": Reason("ready_not", values),
        "unclear": Reason("ready_unclear", values),
        "pays_at_once": Reason("ready_at_once", values),
        "never": Reason("ready_never", values),
    }
    return sentences[verdict]


def _rests(grade: Grade, case: Case) -> tuple[Reason, ...]:
    """What the verdict rests on."""
    days: Value = case.cycle_days
    if grade.customers:
        found = [Reason("ready_from_orders", {"customers": grade.customers, "days": days})]
    else:
        found = [Reason("ready_from_facts", {"days": days})]
    return (*found, Reason("estimated_cost")) if "unit_cost" in case.first.estimated else tuple(found)
