"""The same order in several files: of a state the later file is right, of what happened each thing counts once."""

from collections.abc import Sequence

import numpy as np
import pyarrow as pa

from model.intake.joined.arrays import NO_DAY, NONE, Ints, Mask, ranked, runs
from model.intake.joined.vectors import digits, distinct, numbers, times


def latest(table: pa.Table, batch: Ints) -> Mask:
    """The rows that stand when a later batch replaces what earlier ones say of the same order.

    A sub-order is replaced by its sub-order id; where either side has none, the whole order by its order id. Rows
    without any id all stand, and so do all rows of one batch.

    Args:
        table: rows with ``sub_id`` and ``order_id``.
        batch: ascending number of the batch of each row.
    """
    if len(batch) == 0 or batch[0] == batch[-1]:
        return np.ones(len(batch), bool)
    sub = _numbered(table["sub_id"])
    bare: Mask = np.equal(sub, NONE)
    stand: Mask = bare | np.equal(batch, _last(sub, batch))
    if bare.any():
        order = _numbered(table["order_id"])
        last_bare = _last(order, np.where(bare, batch, NONE))
        last_any = _last(order, batch)
        stand &= (order == NONE) | (batch >= np.where(bare, last_any, last_bare))
    return stand


def fresh(table: pa.Table, batch: Ints, amounts: Sequence[str]) -> Mask:
    """The rows that tell of something no earlier batch told of: the same order, time and amounts are the same thing.

    What one batch tells twice happened twice, so each thing counts as often as the batch that tells it most often.
    """
    stand = np.ones(len(batch), bool)
    if len(batch) == 0 or batch[0] == batch[-1]:
        return stand
    sub, order = _numbered(table["sub_id"]), _numbered(table["order_id"])
    doubtful = np.flatnonzero(_in_several(np.where(sub == NONE, order, sub), batch))
    keys = [sub, order, times(table["at"]), *(numbers(table[name], NO_DAY) for name in amounts)]
    thing = np.zeros(len(doubtful), np.int64)
    for key in keys:
        thing = _both(thing, key[doubtful])
    time = _rank(_both(thing, batch[doubtful]))
    stand[doubtful] = _rank(_both(thing, time)) == 0
    return stand


def _numbered(ids: pa.ChunkedArray) -> Ints:
    plain = digits(ids)
    return distinct(ids)[0] if plain is None else plain


def _last(key: Ints, batch: Ints) -> Ints:
    """For every row the greatest batch among the rows of its key."""
    order = np.argsort(key, kind="stable")
    starts = runs(key[order])
    counts = np.diff(np.append(starts, len(key)))
    out = np.empty(len(key), np.int64)
    out[order] = np.repeat(np.maximum.reduceat(batch[order], starts), counts)
    return out


def _in_several(key: Ints, batch: Ints) -> Mask:
    """Rows whose key is told of by several batches; a sub-order and an order may share one, which only costs time."""
    others: Mask = np.not_equal(_last(key, batch), -_last(key, -batch))
    return others & np.not_equal(key, NONE)


def _both(left: Ints, right: Ints) -> Ints:
    """One number for each distinct pair."""
    numbered, count = ranked(right)
    return ranked(left * max(count, 1) + numbered)[0]


def _rank(key: Ints) -> Ints:
    """For every row how many rows before it have the same key."""
    order = np.argsort(key, kind="stable")
    starts = runs(key[order])
    counts = np.diff(np.append(starts, len(key)))
    out = np.empty(len(key), np.int64)
    out[order] = np.arange(len(key)) - np.repeat(starts, counts)
    return out
