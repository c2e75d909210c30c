"""The orders behind a finding, for a dispute: ids, times and what each shows; nothing of any buyer."""

import datetime as dt
from dataclasses import dataclass
from typing import Final

import numpy as np

from model.authenticity.orderlines import Orders, cells
from model.authenticity.robust import Ints
from model.intake.joined.arrays import NO_DAY, NONE, Mask
from model.intake.joined.sales import Sales
from model.waterrules import OrderWaterRule

_MANY: Final = 2


@dataclass(frozen=True, slots=True)
class Suspect:
    """One order: its number, when it was paid (None where unknown), what was paid, and the signs it shows."""

    order_id: str
    paid_at: dt.datetime | None
    paid: float
    signs: tuple[str, ...]


def shown_by(found: Orders, host: int, rule: OrderWaterRule) -> tuple[Ints, dict[str, Mask]]:
    """The places of a host's orders, and which of them show each sign."""
    mine = np.flatnonzero(found.host == host)
    second, quantity = found.second[mine], found.quantity[mine]
    return mine, {
        "few_buyers": _again(found.buyer[mine]),
        "few_addresses": _again(found.address[mine])
        if found.address is not None
        else np.zeros(len(mine), bool),
        "burst": _in_densest(second, round(rule.burst_minutes * 60)),
        "early_refunds": found.early[mine],
        "refunds": found.refunded[mine],
        "same_quantity": _repeated(found.product[mine], quantity),
    }


def suspects(
    sales: Sales, found: Orders, host: int, signs: frozenset[str], rule: OrderWaterRule
) -> tuple[Suspect, ...]:
    """The orders of a host that show any of these signs, by time."""
    mine, shown = shown_by(found, host, rule)
    used = {code: mask for code, mask in shown.items() if code in signs}
    some = np.flatnonzero(np.logical_or.reduce([*used.values(), np.zeros(len(mine), bool)]))
    some = some[np.argsort(found.second[mine[some]], kind="stable")]
    rows = found.rows[mine[some]]
    ids = sales.table["order_id"].take(rows if sales.rows is None else sales.rows[rows]).to_pylist()
    paid = sales.number("paid_fen")[rows] / 100
    return tuple(
        Suspect(
            id_ or "",
            moment(int(found.second[mine[place]])),
            amount,
            tuple(c for c, m in used.items() if m[place]),
        )
        for id_, amount, place in zip(ids, paid.tolist(), some.tolist(), strict=True)
    )


def _again(buyer: Ints) -> Mask:
    """Orders of buyers (or to addresses) with more than one."""
    codes, counts = np.unique(buyer, return_inverse=True, return_counts=True)[1:]
    again: Mask = (counts[codes] >= _MANY) & (buyer != NONE)
    return again


def _in_densest(second: Ints, width: int) -> Mask:
    """Orders within the densest stretch."""
    known = np.sort(second[second != NO_DAY])
    if not len(known):
        return np.zeros(len(second), bool)
    within = np.searchsorted(known, known + width, side="right") - np.arange(len(known))
    start = known[int(np.argmax(within))]
    inside: Mask = (second >= start) & (second <= start + width)
    return inside


def _repeated(product: Ints, quantity: Ints) -> Mask:
    """Orders of the most common product and quantity above one."""
    many = np.flatnonzero(quantity > 1)
    if not len(many):
        return np.zeros(len(quantity), bool)
    pairs = cells(product[many], quantity[many])
    best = int(np.argmax(pairs.count))
    same: Mask = (product == pairs.host[best]) & (quantity == pairs.other[best])
    return same


def moment(second: int) -> dt.datetime | None:
    """Seconds since 1970-01-01 as a moment, None where unknown."""
    return None if second == NO_DAY else _EPOCH + dt.timedelta(seconds=second)


_EPOCH: Final = dt.datetime(1970, 1, 1)  # noqa: DTZ001 - times of files have no zone
