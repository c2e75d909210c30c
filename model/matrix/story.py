"""The story of one chosen host: from reach to profit, step by step, and his margin over the best alternative."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from model.economics import return_loss
from model.matrix.candidates import Candidates
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


@dataclass(frozen=True, slots=True)
class Margin:
    """How much long-run profit one chosen offer brings beyond the best that could stand in its place, in yuan.

    ``other_offer`` over the host's next best offer (or number of sessions, or product), ``other_host`` over the best
    host of his level that is not in the plan and costs no more than he and the budget that is left; None: there is none.
    The swap alone is looked at, each by himself: neither a plan made anew nor the viewers either shares with the others.
    """

    id: str
    other_offer: float | None
    other_host: float | None
    instead: str = ""


def story_of(choice: Choice, policy: Policy) -> Story:
    """The steps and parts of one chosen offer."""
    item = choice.candidate
    return Story(
        choice.id,
        item.host.influencer.name,
        _reach(choice),
        _money(choice),
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


def _reach(choice: Choice) -> tuple[Step, ...]:
    item, orders = choice.candidate, choice.orders.value
    factors = dict(item.response.factors)
    views = item.host.views * item.sessions
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


def _money(choice: Choice) -> tuple[Part, ...]:
    item, basis, orders = choice.candidate, choice.candidate.worth.basis, choice.orders.value
    kept = orders * (1 - basis.return_rate)
    parts = {
        "sales": kept * basis.price,
        "platform_fee": -kept * basis.price * basis.platform_fee,
        "goods": -kept * basis.unit_cost,
        "shipping": -kept * basis.ship_cost,
        "commission": -kept * basis.price * item.offer.commission,
        "returns": -orders * basis.return_rate * return_loss(basis),
        "slot_fee": -choice.cost,
        "samples": -item.samples,
    }
    refund = choice.first_profit - sum(parts.values())
    guaranteed = {"guarantee": refund} if item.offer.offer.guarantee else {}
    repeat = {"repeat": choice.long_profit - choice.first_profit}
    return tuple(Part(code, yuan) for code, yuan in (parts | guaranteed | repeat).items())


def margins(
    table: Candidates, picked: Sequence[int], spare: float, usable: NDArray[np.bool_]
) -> tuple[Margin, ...]:
    """The margin of every picked candidate of a table, in their order.

    Args:
        table: all candidates.
        picked: places of the chosen ones.
        spare: yuan of the budget that are left.
        usable: which candidates a plan may hold.
    """
    chosen = np.zeros(len(table.hosts), bool)
    chosen[table.host[list(picked)]] = True
    tiers = np.array([str(host.tier) for host in table.hosts])[table.host]
    free = usable & ~chosen[table.host]
    return tuple(_margin(table, j, spare, usable, free & (tiers == tiers[j])) for j in picked)


def _margin(
    table: Candidates, j: int, spare: float, usable: NDArray[np.bool_], free: NDArray[np.bool_]
) -> Margin:
    payable = table.cost <= table.cost[j] + spare + 1e-9
    own = usable & payable & (table.host == table.host[j])
    own[j] = False
    offer, other = _best(table, own), _best(table, free & payable)
    value = float(table.long[j])
    return Margin(
        table.items[j].host.influencer.id,
        None if offer is None else value - float(table.long[offer]),
        None if other is None else value - float(table.long[other]),
        "" if other is None else table.items[other].host.influencer.id,
    )


def _best(table: Candidates, mask: NDArray[np.bool_]) -> int | None:
    return int(np.argmax(np.where(mask, table.long, -np.inf))) if mask.any() else None
