"""The follow-up list: whom to write to, when he was due, and what to offer him; a key and an order, never a name."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from model.intake.joined.arrays import NONE, Ints, day_of
from model.intake.joined.sales import Sales
from model.intake.out.guarding import Cell
from model.intake.out.out import Column, ColumnKind, OutTable
from model.repurchase.customers import CustomerStudy
from model.repurchase.tiering import TIERS

Floats = NDArray[np.float64]

COLUMNS: Final[Mapping[str, ColumnKind]] = {
    "customer_key": "text",
    "last_order": "text",
    "tier": "text",
    "last_day": "date",
    "waiting_days": "count",
    "overdue_days": "count",
    "back_chance": "share",
    "next_purchases": "number",
    "next_spend": "money",
    "suggested": "text",
}
"""Columns of the list, each with how it is shown; money in yuan."""
_WITHIN: Final = 1
"""Next purchases and spend are those of the second horizon, 90 days."""


@dataclass(frozen=True, eq=False)
class FollowUp:
    """Customers to follow up, the one expected to spend most first; arrays of one length.

    ``customer`` is his place in the study; ``tier`` as in :data:`TIERS`; ``last_day`` since 1970-01-01;
    ``overdue_days`` is negative before he is due; ``back`` the chance that he buys within ``back_days``;
    ``purchases`` and ``spend_fen`` are those of 90 days. ``suggested`` is a place among the sales' products
    (``NONE``: too little is known), ``chance`` that it is what he buys next.
    """

    customer: Ints
    tier: Ints
    last_day: Ints
    waiting: Ints
    overdue_days: Floats
    back: Floats
    purchases: Floats
    spend_fen: Floats
    suggested: Ints
    chance: Floats

    def __len__(self) -> int:
        return len(self.customer)


def follow_up(study: CustomerStudy, chosen: NDArray[np.bool_] | None = None) -> FollowUp:
    """The list of all overdue customers, or of those ``chosen`` (one mark for each customer); empty without an outlook."""
    ahead, levels, found = study.outlook, study.customers, study.base
    if ahead is None or levels is None:
        return _empty()
    who = np.flatnonzero(ahead.overdue if chosen is None else chosen)
    who = who[np.argsort(-ahead.spend_fen[who, _WITHIN], kind="stable")]
    last, after = found.product[who], study.following
    known = last != NONE
    return FollowUp(
        who,
        levels.tier[who].astype(np.int64),
        found.last[who],
        ahead.waiting[who],
        ahead.waiting[who] - ahead.due[who],
        ahead.back[who],
        ahead.purchases[who, _WITHIN],
        ahead.spend_fen[who, _WITHIN],
        np.where(known, after.product[last], NONE),
        np.where(known, after.chance[last], np.nan),
    )


def follow_up_table(
    study: CustomerStudy, sales: Sales, rows: FollowUp, headings: Mapping[str, str], names: Mapping[str, str]
) -> OutTable:
    """The list as a table to be written.

    Args:
        study: of these sales.
        sales: where the last order ids and the products' names are.
        rows: who is on the list.
        headings: what each of :data:`COLUMNS` is called.
        names: what head, waist and tail are called.
    """
    key = study.base.key[rows.customer].tolist()
    levels = [names[TIERS[place]] for place in rows.tier.tolist()]
    columns: tuple[list[Cell], ...] = (
        [f"{one:016x}" for one in key],
        list(_orders(sales, study.base.line[rows.customer])),
        list(levels),
        [day_of(day) for day in rows.last_day.tolist()],
        rows.waiting.tolist(),
        np.maximum(np.ceil(rows.overdue_days), 0).astype(int).tolist(),
        np.round(rows.back, 3).tolist(),
        np.round(rows.purchases, 2).tolist(),
        np.round(rows.spend_fen / 100, 2).tolist(),
        [called(sales, place) for place in rows.suggested.tolist()],
    )
    kinds = tuple(Column(headings[name], kind) for name, kind in COLUMNS.items())
    return OutTable(kinds, tuple(zip(*columns, strict=True)))


def _orders(sales: Sales, lines: Ints) -> list[str]:
    import pyarrow as pa

    places = lines if sales.rows is None else sales.rows[lines]
    return [str(one or "") for one in sales.table["order_id"].take(pa.array(places)).to_pylist()]


def called(sales: Sales, place: int) -> str:
    """The name of a product, else its id."""
    return "" if place == NONE else sales.products.names[place] or sales.products.ids[place]


def _empty() -> FollowUp:
    whole, part = np.empty(0, np.int64), np.empty(0)
    return FollowUp(whole, whole, whole, whole, part, part, part, part, whole, part)
