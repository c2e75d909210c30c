"""Grades and plans as the command line gives them: for programs as dictionaries, for people as plain lines."""

import math
from collections.abc import Iterable, Mapping
from typing import Final

from gui import words
from gui.words import QT_TRANSLATE_NOOP
from gui.words.labels import label
from gui.words.problems import sentence
from gui.words.reasons import reason
from model.errors import Problem, Reason, Value
from model.estimates import HostFacts
from model.matrix.plan import Choice, Plan, Rejected, TierTotal
from model.records import Estimate, Request
from model.repurchase.history import History

Answer = dict[str, object]

TOP: Final = 5
"""Choices named in a summary."""


def plan_answer(
    plan: Plan, request: Request, seconds: float, history: History, problems: Iterable[Problem]
) -> Answer:
    """What ``plan --json`` says."""
    return {
        "budget": yuan(plan.budget),
        "spend": yuan(plan.spend),
        "objective": yuan(plan.objective),
        "bound": yuan(plan.bound),
        "gap": figure(plan.gap),
        "seconds": round(seconds, 3),
        "status": plan.status,
        "first_profit": yuan(plan.first_profit),
        "orders": figure(plan.orders, 3),
        "hours": figure(plan.hours, 2),
        "labour": yuan(plan.labour),
        "mix": {tier.value: figure(share) for tier, share in plan.mix.items()},
        "tiers": {tier.value: _tier(total) for tier, total in plan.tiers.items()},
        "choices": [_choice(one) for one in plan.choices],
        "rejected": [_rejected(one) for one in plan.rejected],
        "risk": _risk(plan),
        "concentration": _concentration(plan),
        "overlap": _overlap(plan),
        "free_mix": request.free_mix,
        "seed": request.seed,
        "warnings": [reason_answer(one) for one in plan.warnings],
        "refused": [reason_answer(one) for one in history.refused],
        "problems": [problem_answer(one) for one in problems],
    }


def yuan(amount: float | None) -> float | None:
    """An amount to the fen; null where it is unknown or infinite."""
    return figure(amount, 2)


def figure(value: float | None, places: int = 6) -> float | None:
    """A figure to so many decimals; null where it is unknown or infinite."""
    return None if value is None or not math.isfinite(value) else round(value, places)


def ranged(estimate: Estimate, middle: str, places: int) -> Answer:
    """A figure with its range; ``middle`` is what the figure is called."""
    return {
        middle: figure(estimate.value, places),
        "low": figure(estimate.low, places),
        "high": figure(estimate.high, places),
    }


def _tier(total: TierTotal) -> Answer:
    return {
        "count": total.count,
        "spend": yuan(total.spend),
        "orders": figure(total.orders, 3),
        "long_profit": yuan(total.long_profit),
    }


def _choice(choice: Choice) -> Answer:
    return {
        **_who(choice.candidate.host),
        **_terms(choice),
        "cost": yuan(choice.cost),
        "hours": figure(choice.candidate.hours, 2),
        "labour": yuan(choice.candidate.labour),
        "orders": ranged(choice.orders, "mean", 3),
        "first_profit": yuan(choice.first_profit),
        "long_profit": yuan(choice.long_profit),
        "overlap": yuan(choice.overlap),
        "locked": choice.locked,
        "estimated": sorted(choice.candidate.host.estimated | choice.candidate.offer.estimated),
        "reasons": [reason_answer(one) for one in choice.reasons],
    }


def _who(host: HostFacts) -> Answer:
    return {
        "id": host.influencer.id,
        "name": host.influencer.name,
        "platform": host.influencer.platform,
        "kind": host.influencer.kind.value,
        "tier": host.tier.value,
        "amateur": host.amateur,
    }


def _terms(choice: Choice) -> Answer:
    """The offer under the names that ``--choose`` reads back, and its terms."""
    facts = choice.candidate.offer
    return {
        "offer": facts.offer.name,
        "product": choice.candidate.worth.product.name,
        "sessions": choice.candidate.sessions,
        "form": str(facts.offer.form),
        "slot_fee": yuan(facts.slot_fee),
        "commission": figure(facts.commission),
        "steps": [{"above": yuan(at), "commission": figure(share)} for at, share in facts.offer.steps],
        "guarantee": figure(facts.offer.guarantee),
    }


def _rejected(one: Rejected) -> Answer:
    return {
        "id": one.id,
        "name": one.name,
        "tier": one.tier.value,
        "reason": one.reason,
        "short_by": yuan(one.short_by),
    }


def _risk(plan: Plan) -> Answer:
    risk = plan.risk
    odds = ("loss_probability", "first_loss_probability")
    amounts = ("p05", "p50", "p95", "cvar95", "mean")
    return {
        **{name: figure(getattr(risk, name)) for name in odds},
        **{name: yuan(getattr(risk, name)) for name in amounts},
        "draws": risk.draws,
        **({"largest_loss": yuan(risk.utmost.yuan)} if risk.utmost else {}),
    }


def _concentration(plan: Plan) -> Answer:
    names = ("top1", "top5", "hhi", "orders_top1", "orders_top5", "orders_hhi")
    return {name: figure(getattr(plan.concentration, name)) for name in names}


def _overlap(plan: Plan) -> Answer:
    """What it costs to reach the same people through several hosts, and who shares most viewers."""
    names = plan.common.ids
    pairs = plan.common.pairs[:TOP]
    return {
        "cost": yuan(plan.overlap),
        "pairs": [{"hosts": [names[i], names[j]], "share": figure(share)} for i, j, share in pairs],
    }


def reason_answer(one: Reason) -> Answer:
    """A reason or warning with its figures."""
    return {"code": one.code, **_values(one.values)}


def problem_answer(one: Problem) -> Answer:
    """A problem with its place, its sentence and its figures."""
    return {
        "code": one.code,
        "file": one.file,
        "row": one.row,
        "column": one.column,
        "message": sentence(one),
        **_values(one.values),
    }


def _values(values: Mapping[str, Value]) -> Answer:
    return {key: figure(value) if isinstance(value, float) else value for key, value in values.items()}


# ── for people ──


def decision(plan: Plan) -> str:
    """The decision in a few sentences: whom, for how much, and what may come of it."""
    counts = words.listed(f"{label(tier)} {total.count}" for tier, total in plan.tiers.items())
    space = "" if words.is_chinese() else " "
    parts = (_spending(plan, counts), _working(plan), _earning(plan), _danger(plan))
    return space.join(filter(None, parts))


def _spending(plan: Plan, counts: str) -> str:
    return words.say(
        QT_TRANSLATE_NOOP("Words", "Spend {spend} of {budget} on %n offer(s) ({counts}).", "", 1),
        n=len(plan.choices),
        spend=words.money(plan.spend),
        budget=words.money(plan.budget),
        counts=counts,
    )


def _working(plan: Plan) -> str:
    """What the shop's own people give to it; empty where they have no part in it."""
    if not plan.hours:
        return ""
    return words.say(
        QT_TRANSLATE_NOOP(
            "Words", "Hours of your own people: {hours}, worth {cost}; in the profit, not in the spend."
        ),
        hours=words.number(plan.hours),
        cost=words.money(plan.labour),
    )


def _earning(plan: Plan) -> str:
    return words.say(
        QT_TRANSLATE_NOOP(
            "Words", "Expected long-run profit {profit}; nine times in ten between {low} and {high}."
        ),
        profit=words.money(plan.risk.mean),
        low=words.money(plan.risk.p05),
        high=words.money(plan.risk.p95),
    )


def _danger(plan: Plan) -> str:
    return words.say(
        QT_TRANSLATE_NOOP("Words", "The odds of a loss are {odds}; first sales alone bring {first}."),
        odds=words.percent(plan.risk.loss_probability),
        first=words.money(plan.first_profit),
    )


def plan_lines(plan: Plan) -> list[str]:
    """The decision, its first choices and its warnings."""
    return [
        decision(plan),
        *(_choice_line(choice) for choice in plan.choices[:TOP]),
        *(reason(one) for one in plan.warnings),
    ]


def _choice_line(choice: Choice) -> str:
    return words.say(
        QT_TRANSLATE_NOOP(
            "Words", "{name} ({tier}): “{offer}” for {product}, {cost}, long-run profit {profit}"
        ),
        name=choice.candidate.host.influencer.name,
        tier=label(choice.candidate.host.tier.value),
        offer=choice.candidate.offer.offer.name,
        product=choice.candidate.worth.product.name,
        cost=words.money(choice.cost),
        profit=words.money(choice.long_profit),
    )
