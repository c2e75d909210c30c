"""The same order in several files: of a state the later one is right, of what happened each thing counts once."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import pyarrow as pa

from model.batches import OrderState
from model.intake.joined.arrays import NO_DAY, NONE, Ints, Mask, ranked, runs
from model.intake.joined.vectors import coded, digits, distinct, known, numbers, times

_TURNS: Final = (
    OrderState.UNPAID, OrderState.PAID, OrderState.GIFT, OrderState.CLOSED, OrderState.REFUNDED, OrderState.BRUSHED,
)  # fmt: skip
"""States in the order in which a line may come to them: a line that was paid is never unpaid again."""
_WHOLE: Final = (
    "state", "paid_at", "product_id", "product", "sku", "quantity", "paid_fen", "refunded_fen", "buyer", "host_id",
    "host", "commission_fen", "fee_fen", "shipped",
)  # fmt: skip
"""What two lines without an id must have in common to be the same line."""


@dataclass(frozen=True, eq=False)
class Turns:
    """How far the state of each row has come: ``state`` as a number, ``refunded`` (fen), ``day`` its file ends with."""

    state: Ints
    refunded: Ints
    day: Ints


def turns_of(table: pa.Table, day: Ints) -> Turns:
    """The turns of order lines; ``day`` is the last day of each row's file, ``NO_DAY`` when it has none."""
    codes, words = coded(table["state"])
    turn = np.array([*(_TURNS.index(OrderState(word)) for word in words.to_pylist()), NONE], np.int64)
    return Turns(turn[codes], numbers(table["refunded_fen"]), day)


def latest(table: pa.Table, batch: Ints, turns: Turns | None = None) -> Mask:
    """The rows that stand when a later state replaces what other batches say of the same order.

    A sub-order is replaced by its sub-order id; where either side has none, the whole order by its order id. All rows
    of one batch stand. Lines without any id are compared as wholes: they count as often as the batch that
    tells them most often.

    Args:
        table: rows with ``sub_id`` and ``order_id``, with turns all columns of order lines.
        batch: ascending number of the batch of each row.
        turns: which state is the later one; without them, and among equals, the batch taken later wins.
    """
    if len(batch) == 0 or batch[0] == batch[-1]:
        return np.ones(len(batch), bool)
    sub = _numbered(table["sub_id"])
    bare: Mask = np.equal(sub, NONE)
    turn = _turn(sub, batch, turns)
    stand: Mask = bare | np.equal(turn, _last(sub, turn))
    if bare.any():
        order = _numbered(table["order_id"])
        turn = _turn(order, batch, turns)
        last_bare = _last(order, np.where(bare, turn, NONE))
        last_any = _last(order, turn)
        stand &= (order == NONE) | (turn >= np.where(bare, last_any, last_bare))
        nameless = np.flatnonzero(bare & (order == NONE))
        if turns is not None and len(nameless):
            stand[nameless] = _once(table.take(pa.array(nameless)), batch[nameless])
    return stand


def _turn(key: Ints, batch: Ints, turns: Turns | None) -> Ints:
    """A number for each row by which the rows of one key in one batch stand before or behind those in another."""
    several = np.flatnonzero(_in_several(key, batch)) if turns is not None else np.empty(0, np.int64)
    if turns is None or not len(several):
        return batch
    pair = _both(key[several], batch[several])
    order = np.argsort(pair, kind="stable")
    starts = runs(pair[order])
    rows = several[order]
    state = np.maximum.reduceat(turns.state[rows], starts)
    refunded = np.add.reduceat(turns.refunded[rows], starts)
    first = rows[starts]
    place = np.empty(len(starts), np.int64)
    place[np.lexsort((batch[first], turns.day[first], refunded, state))] = np.arange(len(starts))
    turn = batch.copy()
    turn[rows] = np.repeat(place, np.diff(np.append(starts, len(rows))))
    return turn


def _once(table: pa.Table, batch: Ints) -> Mask:
    """Lines without any id, each as often as the batch that tells it most often."""
    line = np.zeros(len(batch), np.int64)
    for name in _WHOLE:
        column = table[name]
        key = coded(column)[0] if pa.types.is_dictionary(column.type) else distinct(column)[0]
        line = _both(line, key)
    stand: Mask = np.equal(_rank(_both(line, _rank(_both(line, batch)))), 0)
    return stand


def fresh(table: pa.Table, batch: Ints, amounts: Sequence[str]) -> Mask:
    """The rows that tell of something no other batch tells of.

    The same case of the same order is the same thing: of a refund, whose time and amount may move from one export to
    the next, the row with the later time counts. Where a row of an order has no case, the same order, time and amounts
    are the same thing. What one batch tells twice happened twice, so each thing counts as often as the batch that
    tells it most often.
    """
    stand = np.ones(len(batch), bool)
    if len(batch) == 0 or batch[0] == batch[-1]:
        return stand
    sub, order = _numbered(table["sub_id"]), _numbered(table["order_id"])
    group = np.where(sub == NONE, order, sub)
    doubtful = np.flatnonzero(_in_several(group, batch))
    cased = _by_case(table, amounts, doubtful, (sub, order), batch)
    stand[doubtful] = cased
    left = doubtful[cased]
    named = known(table["case_id"])[left]
    # A file of before cases were kept may tell of the same things: then time and amount must do.
    all_named = -_last(group[left], -named.astype(np.int64)) > 0
    case = np.where(all_named, _numbered(table["case_id"])[left], NONE)
    keys = [sub, order, times(table["at"]), *(numbers(table[name], NO_DAY) for name in amounts)]
    thing = _thing([case, *(key[left] for key in keys)])
    stand[left] = _rank(_both(thing, _rank(_both(thing, batch[left])))) == 0
    return stand


def _by_case(table: pa.Table, amounts: Sequence[str], rows: Ints, ids: Sequence[Ints], batch: Ints) -> Mask:
    """Which of the rows stand when each case counts once; rows without one all do."""
    stand = np.ones(len(rows), bool)
    case = _numbered(table["case_id"])[rows]
    there = np.flatnonzero(case != NONE)
    if not len(there):
        return stand
    of = rows[there]
    at, first = times(table["at"])[of], numbers(table[amounts[0]])[of]
    keys = [case[there], *(key[of] for key in ids)]
    if len(amounts) > 1:  # a document of a settlement may have a line for each kind of cost
        keys += [numbers(table[name], NO_DAY)[of] for name in amounts]
    best = np.lexsort((batch[of], first, at))[::-1]
    thing = _thing(keys)[best]
    stand[there[best]] = _rank(_both(thing, _rank(_both(thing, batch[of][best])))) == 0
    return stand


def _thing(keys: Sequence[Ints]) -> Ints:
    """One number for each distinct row of keys."""
    thing = np.zeros(len(keys[0]), np.int64)
    for key in keys:
        thing = _both(thing, key)
    return thing


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
    return np.not_equal(_last(key, batch), -_last(key, -batch))


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
