"""What one campaign earned at first sale, on the cost basis of :mod:`model.economics`."""

from dataclasses import dataclass
from typing import Final

from model.economics import CostBasis

GUESSABLE: Final = ("refunded_orders", "net_gmv", "commission", "slot_fee")
"""Figures that stand in where no file and nobody tells them."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """What is known of a campaign's money, None where nobody tells. Counts of orders and pieces, yuan else."""

    orders: int
    refunded_orders: int | None = None
    pieces: int | None = None
    pieces_back: int | None = None
    gmv: float | None = None
    net_gmv: float | None = None
    commission: float | None = None
    platform_fee: float | None = None
    slot_fee: float | None = None


@dataclass(frozen=True, slots=True)
class Agreed:
    """Terms that stand in for a commission or a slot fee nobody tells: those of the offer. ``samples`` in yuan."""

    commission: float | None = None
    slot_fee: float | None = None
    samples: float = 0.0


@dataclass(frozen=True, slots=True)
class Money:
    """First-sale profit and its parts in yuan, costs positive. ``estimated`` names the figures nobody told.

    ``slot_fee`` is None where it is neither told nor agreed; the ``profit`` is then that before it.
    """

    net_gmv: float
    platform_fee: float
    goods: float
    shipping: float
    returns: float
    commission: float
    slot_fee: float | None
    samples: float
    profit: float
    estimated: frozenset[str]


def money_of(known: Ledger, basis: CostBasis, agreed: Agreed) -> Money:
    """What was left: kept sales less platform fee, goods, shipping, commission, returned orders, slot fee and samples.

    With every figure as the plan expects it this is the plan's first-sale profit: an order kept leaves the unit
    margin less commission, one refunded in whole costs :func:`model.economics.return_loss`.
    """
    guessed = {name for name in GUESSABLE if getattr(known, name) is None}
    back = _or(known.refunded_orders, known.orders * basis.return_rate)
    kept = known.orders - back
    pieces = _or(known.pieces, kept)
    lost = _or(known.pieces_back, back)
    net = known.net_gmv
    if net is None:
        net = (
            kept * basis.price
            if known.gmv is None
            else known.gmv * (1 - back / known.orders if known.orders else 1)
        )
    commission = _or(known.commission, net * (agreed.commission or 0.0))
    fee = agreed.slot_fee if known.slot_fee is None else known.slot_fee
    platform = _or(known.platform_fee, net * basis.platform_fee)
    goods, shipping = pieces * basis.unit_cost, kept * basis.ship_cost
    returns = back * (basis.ship_cost + basis.handling) + lost * (1 - basis.resaleable) * basis.unit_cost
    profit = net - platform - goods - shipping - returns - commission - (fee or 0.0) - agreed.samples
    estimated = frozenset(guessed) | (basis.estimated - {"return_rate"})
    return Money(net, platform, goods, shipping, returns, commission, fee, agreed.samples, profit, estimated)


def _or(told: float | None, guess: float) -> float:
    return guess if told is None else told
