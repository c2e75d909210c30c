"""What happened to an order, told by several statements: each event counts once, with all that any of them tells."""

from typing import Final

import numpy as np
import pyarrow as pa

from model.intake.joined.arrays import NONE, Ints, Mask, ranked, runs
from model.intake.joined.vectors import digits, distinct, known, numbers, times, whole

_APART: Final = 86_400
"""Seconds that two statements may date one event apart: some tell its day only, some book it overnight."""
_NO_TIME: Final = -(2**40)
"""Stands for a missing time: far from any other, and differences of times stay whole numbers of 64 bits."""
_MONEY: Final = ("settled_fen", "paid_fen", "refund_fen", "commission_fen", "fee_fen")
_HOST: Final = ("host_id", "host")


def united(table: pa.Table, teller: Ints) -> tuple[pa.Table, Mask]:
    """The rows that stand when several statements tell of the same events, and where they stood.

    Events of an order with the same amount at most a day apart are one: what moved is compared first, then what
    the customer paid or got back. The first of its tellers stands, filled with what only the others know.

    Args:
        table: rows of a settlement batch, those of each teller free of repeats.
        teller: rank of the statement of each row, the most trusted lowest.
    """
    stand = np.ones(len(teller), bool)
    if len(teller) == 0 or (teller == teller[0]).all():
        return table, stand
    order, heir = _orders(table), np.arange(len(teller))
    at = np.maximum(times(table["at"]), _NO_TIME)
    for amount in (_moved(table), kept(table)[0]):
        free = (heir == np.arange(len(heir))) & (np.bincount(heir, minlength=len(heir)) == 1)
        rows = np.flatnonzero(free & (order != NONE) & (amount != 0))
        heir[rows] = rows[_heirs((order[rows], amount[rows]), at[rows], teller[rows])]
    stand = heir == np.arange(len(heir))
    return _filled(table, heir, teller).filter(pa.array(stand)), stand


def kept(table: pa.Table) -> tuple[Ints, Mask]:
    """What the customer paid and did not get back by each row, and where the row tells of it."""
    settled, paid, refund, commission, fee = (numbers(table[name]) for name in _MONEY)
    has_settled, has_paid, has_refund = (known(table[name]) for name in _MONEY[:3])
    # What reached the shop and what was kept of it make up what the customer paid and did not get back.
    amount = np.where(has_paid | ~has_settled, paid - refund, settled + commission + fee)
    return amount, has_paid | has_settled | has_refund


def _moved(table: pa.Table) -> Ints:
    """What came to the shop by each row; less than nothing where it left."""
    settled, paid, refund, commission, fee = (numbers(table[name]) for name in _MONEY)
    return np.where(known(table["settled_fen"]), settled, paid - refund - commission - fee)


def _orders(table: pa.Table) -> Ints:
    """One number for each sub-order; for each order where any row speaks of the whole; ``NONE`` without any id."""
    sub, order = (_numbered(table[name]) for name in ("sub_id", "order_id"))
    bare = np.unique(order[(sub == NONE) & (order != NONE)])
    by_order = np.isin(order, bare)
    order_code, count = ranked(order)
    key = np.where(by_order, order_code, count + ranked(sub)[0])
    return np.where(by_order | (sub != NONE), key, NONE)


def _heirs(same: tuple[Ints, Ints], at: Ints, teller: Ints) -> Ints:
    """For each row the one that stands for its event: of each teller the first, the second … are the same event."""
    order, amount = same
    by = np.lexsort((at, amount, order))
    new = np.ones(len(by), bool)
    new[1:] = (np.diff(order[by]) != 0) | (np.diff(amount[by]) != 0) | (np.diff(at[by]) > _APART)
    event = np.empty(len(by), np.int64)
    event[by] = np.cumsum(new)
    # Rows of one teller within an event are numbered, so that what happened twice stays two events.
    by = np.lexsort((at, teller, event))
    starts = runs(ranked(event[by] * (int(teller.max(initial=0)) + 1) + teller[by])[0])
    place = np.arange(len(by)) - np.repeat(starts, np.diff(np.append(starts, len(by))))
    number = np.empty(len(by), np.int64)
    number[by] = place
    by = np.lexsort((teller, number, event))
    first = np.ones(len(by), bool)
    first[1:] = (np.diff(event[by]) != 0) | (np.diff(number[by]) != 0)
    heir = np.empty(len(by), np.int64)
    heir[by] = by[np.maximum.accumulate(np.where(first, np.arange(len(by)), 0))]
    return heir


def _filled(table: pa.Table, heir: Ints, teller: Ints) -> pa.Table:
    """The table, rows that stand for others given what they do not know themselves."""
    others = np.flatnonzero(heir != np.arange(len(heir)))
    others = others[np.argsort(-teller[others], kind="stable")]
    for names in (*((name,) for name in _MONEY), _HOST):
        tells = np.logical_or.reduce([known(table[name]) for name in names])
        givers = others[tells[others] & ~tells[heir[others]]]
        if not len(givers):
            continue
        pick = np.arange(len(heir))
        pick[heir[givers]] = givers
        for name in names:
            column = pa.chunked_array([whole(table[name]).take(pa.array(pick))])
            table = table.set_column(table.column_names.index(name), name, column)
    return table


def _numbered(ids: pa.ChunkedArray) -> Ints:
    plain = digits(ids)
    return distinct(ids)[0] if plain is None else plain
