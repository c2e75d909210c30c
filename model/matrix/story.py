"""The story of one chosen host: from reach to profit, step by step."""

from dataclasses import dataclass

from model.economics import return_loss
from model.matrix.plan import Choice
from model.policy import Policy
from model.records import Tier
from model.response import Fit


@dataclass(frozen=True, slots=True)
class Step:
    """One step from views to kept orders: how many are left, and which share of the step before."""

    code: str
    count: float
    share: float


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the profit in yuan; costs are below zero."""

    code: str
    yuan: float


@dataclass(frozen=True, slots=True)
class Story:
    """How one chosen offer comes to its profit.

    ``reach``: views of all sessions, real ones, visits, orders, kept orders. ``money`` adds up to ``first_profit`` and,
    with its last part (``repeat``), to ``long_profit``. ``exposure`` is what a head's views are worth to be used again,
    by the policy's own figure, and part of no profit. ``factors`` and ``fit`` are those of the response.
    """

    id: str
    name: str
    reach: tuple[Step, ...]
    money: tuple[Part, ...]
    first_profit: float
    long_profit: float
    exposure: float
    factors: tuple[tuple[str, float], ...]
    fit: Fit


def story_of(choice: Choice, policy: Policy) -> Story:
    """The steps and parts of one chosen offer."""
    item = choice.candidate
    return Story(
        choice.id,
        item.host.influencer.name,
        steps_of(choice),
        parts_of(choice),
        choice.first_profit,
        choice.long_profit,
        exposure(choice, policy),
        item.response.factors,
        item.response.fit,
    )


def exposure(choice: Choice, policy: Policy) -> float:
    """Yuan of a head's real views to be used again (二次传播); 0 for others and until the policy says what they are worth."""
    item = choice.candidate
    if item.host.tier is not Tier.HEAD:
        return 0.0
    return item.true_views * item.sessions / 1000 * policy.reach.reuse_value


def steps_of(choice: Choice) -> tuple[Step, ...]:
    """From views of all sessions to kept orders."""
    item, orders = choice.candidate, choice.orders.value
    factors = dict(item.response.factors)
    views = item.host.views * item.sessions
    visits = views * factors["authenticity"] * factors["visit"]
    if visits < orders:  # his results say so much more than he shows that more must have come to look
        views *= orders / (visits * factors["buy"])
    real = views * factors["authenticity"]
    counts = {
        "views": views,
        "true_views": real,
        "visits": max(real * factors["visit"], orders),
        "orders": orders,
        "kept": orders * (1 - item.worth.basis.return_rate),
    }
    before = [views, *counts.values()]
    return tuple(
        Step(code, count, count / last if last else 0.0)
        for (code, count), last in zip(counts.items(), before, strict=False)
    )


def parts_of(choice: Choice) -> tuple[Part, ...]:
    """What adds up to its profit, that of repeat purchases last."""
    item, basis, orders = choice.candidate, choice.candidate.worth.basis, choice.orders.value
    kept = orders * (1 - basis.return_rate)
    parts = {
        "sales": kept * basis.price,
        "platform_fee": -kept * basis.price * basis.platform_fee,
        "goods": -kept * basis.unit_cost,
        "shipping": -kept * basis.ship_cost,
        "commission": -kept * basis.price * item.offer.commission - choice.stepped,
        "returns": -orders * basis.return_rate * return_loss(basis),
        "slot_fee": -choice.cost,
        "samples": -item.samples,
        **({"hours": -item.labour} if item.hours else {}),
    }
    refund = choice.first_profit - sum(parts.values())
    guaranteed = {"guarantee": refund} if item.offer.offer.guarantee else {}
    repeat = {"repeat": choice.long_profit - choice.first_profit}
    return tuple(Part(code, yuan) for code, yuan in (parts | guaranteed | repeat).items())
