"""The overview: one verdict, the ten numbers that decide, and what comes next, from all that is known of a shop so far."""

from dataclasses import dataclass

from model.advice import ready_to_go, wanted_products
from model.deciding.known import BreakEven, Doubt, HandsNeeded, Known, Number, Step
from model.deciding.numbers import break_even, guessed, hands_needed, in_doubt, leading_grade
from model.deciding.steps import steps
from model.deciding.verdict import verdict
from model.errors import Problem, Reason
from model.matrix.plan import Plan
from model.policy import Policy
from model.readiness.verdict import Readiness
from model.repurchase.grading import Grade

__all__ = ["Known", "Overview", "overview"]


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
        verdict(known, ready, policy),
        known.refused,
        steps(known, ready, doubt),
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
        guessed(plan, leading),
    )
