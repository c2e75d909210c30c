"""The verdict in one sentence: what is missing first, else what the plan comes to."""

from typing import Final

from model.advice import wanted_products
from model.deciding.known import Known
from model.errors import Reason, Value
from model.matrix.plan import Plan
from model.policy import Policy
from model.readiness.verdict import Readiness

NOT_READY: Final = frozenset({"not_ready", "never"})
"""Verdicts of a product that may not go live yet."""


def verdict(known: Known, ready: Readiness | None, policy: Policy) -> Reason:
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
    if plan.is_unsound:
        return Reason("say_toss", values)
    if ready is not None and ready.verdict in NOT_READY and plan.first_profit < 0:
        return _mend(ready)
    if risk.loss_probability > policy.risk.warn_loss:
        return Reason("say_careful", values)
    if plan.is_unasked:
        return Reason("say_ask", values)
    return Reason("say_hire_safe" if risk.p05 >= 0 else "say_hire", values)


def _mend(ready: Readiness) -> Reason:
    return Reason("say_never" if ready.needed is None else "say_mend", rates(ready))


def rates(ready: Readiness) -> dict[str, Value]:
    """A product's name, its own rate and the one it needs."""
    name = ready.reasons[0].values["product"]
    return {"product": str(name), "rate": ready.rate.value, "needed": ready.needed}
