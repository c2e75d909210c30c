"""Which order lines the rows of another file speak of, and how money told of a whole order is laid on its lines."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from model.intake.joined.arrays import NONE, Ints, Mask, ranked, runs
from model.intake.joined.vectors import alike, known, places, whole

FAR, OWN, NEAR = range(3)
"""How near an order line is to the rows of another file: of another platform, of an own table, of the same platform."""

_ABOVE_NONE: Final = -NONE
_AT_ONCE: Final = 1 << 15


@dataclass(frozen=True, eq=False)
class Link:
    """Rows and order lines that speak of the same thing have the same group.

    Groups ``0 … subs-1`` are sub-orders, ``subs … groups-1`` whole orders. ``row`` is the group of every row (``NONE``
    when no order line fits), ``line_sub`` and ``line_order`` those of every order line: a line can be in both.
    """

    row: Ints
    line_sub: Ints
    line_order: Ints
    subs: int
    groups: int


def link(lines: pa.Table, near: Ints | None, rows: pa.Table) -> Link:
    """Find rows by sub-order id, else by order id, else by an order id that is a sub-order id of the lines.

    A row that names only the order, but one product of it, means the lines of that product.

    Args:
        lines: order lines with ``sub_id``, ``order_id`` and ``product_id``.
        near: how near each line is to the rows: ``FAR`` ones are never meant, ``OWN`` ones where no ``NEAR`` one
            has the id. None: all are near.
        rows: rows with ``sub_id`` and ``order_id``, perhaps ``product_id``.
    """
    # A group is known by its first line until the groups are numbered.
    row_sub, line_sub = _found(lines["sub_id"], near, rows["sub_id"])
    rest = np.flatnonzero(row_sub == NONE)
    line_order = np.full(lines.num_rows, NONE)
    row_order = np.full(rows.num_rows, NONE)
    if len(rest):
        ids = rows["order_id"].take(pa.array(rest))
        row_order[rest], line_order = _found(lines["order_id"], near, ids)
        late = row_order[rest] == NONE
        if late.any():
            row_sub[rest[late]], also = _found(lines["sub_id"], near, ids.filter(pa.array(late)))
            line_sub = np.maximum(line_sub, also)
        if "product_id" in rows.column_names:
            row_part, line_part = _by_product(lines, rows, (row_order, line_order), np.equal(line_sub, NONE))
            row_sub, line_sub = np.maximum(row_sub, row_part), np.maximum(line_sub, line_part)
            row_order[row_part != NONE] = NONE
    return _numbered(row_sub, row_order, line_sub, line_order)


def _found(left: pa.ChunkedArray, near: Ints | None, right: pa.ChunkedArray) -> tuple[Ints, Ints]:
    """For every row and every line the first line with the same id; for lines only where a row has it."""
    if right.null_count == len(right):
        return np.full(len(right), NONE), np.full(len(left), NONE)
    line_key, row_key = alike(left, right)
    if near is not None:
        sure = np.unique(line_key[near == NEAR])
        line_key = np.where((near == FAR) | ((near == OWN) & np.isin(line_key, sure)), NONE, line_key)
    return _met(line_key, row_key)


def _met(line_key: Ints, row_key: Ints) -> tuple[Ints, Ints]:
    """The same for ids as numbers."""
    keys, row_place = np.unique(row_key, return_inverse=True)
    line_place = places(line_key, keys)
    hit = np.flatnonzero(line_place != NONE)
    first = np.full(len(keys), NONE)
    first[line_place[hit][::-1]] = hit[::-1]
    line = np.full(len(line_key), NONE)
    line[hit] = first[line_place[hit]]
    return np.where(row_key == NONE, NONE, first[row_place]), line


def _by_product(
    lines: pa.Table, rows: pa.Table, order_of: tuple[Ints, Ints], free: Mask
) -> tuple[Ints, Ints]:
    """For rows that name a product of an order of several lines the first line of it, and for those lines too.

    ``order_of`` is the order of every row and line, ``free`` marks lines that are in no group of a sub-order.
    """
    row_order, line_order = order_of
    row_part, line_part = np.full(len(row_order), NONE), np.full(len(line_order), NONE)
    several = np.append(np.bincount(line_order[line_order != NONE], minlength=len(line_order)) > 1, False)
    row = np.flatnonzero(known(rows["product_id"]) & several[row_order])
    asked = np.zeros(len(line_order) + 1, bool)
    asked[row_order[row]] = True
    line = np.flatnonzero(asked[line_order] & free & known(lines["product_id"]))
    if not len(row) or not len(line):
        return row_part, line_part
    of_lines, of_rows = (_texts(t["product_id"], at) for t, at in ((lines, line), (rows, row)))
    order, product = np.append(line_order[line], row_order[row]), np.append(*alike(of_lines, of_rows))
    codes, count = ranked(product)
    key = np.where(product == NONE, NONE, order * count + codes)
    found, there = _met(key[: len(line)], key[len(line) :])
    row_part[row] = np.where(found == NONE, NONE, line[found])
    line_part[line] = np.where(there == NONE, NONE, line[there])
    return row_part, line_part


def _texts(words: pa.ChunkedArray, at: Ints) -> pa.ChunkedArray:
    return pa.chunked_array([whole(words).take(pa.array(at)).cast(pa.string())])


def _numbered(row_sub: Ints, row_order: Ints, line_sub: Ints, line_order: Ints) -> Link:
    subs, sub_number = _numbers(row_sub, len(line_sub))
    orders, order_number = _numbers(row_order, len(line_order))
    order_number = np.where(order_number == NONE, NONE, order_number + subs)
    row = np.where(row_sub == NONE, order_number[row_order], sub_number[row_sub])
    return Link(row, sub_number[line_sub], order_number[line_order], subs, subs + orders)


def _numbers(firsts: Ints, size: int) -> tuple[int, Ints]:
    """Consecutive numbers for the lines that stand for a group; the last element answers for ``NONE``."""
    used = np.zeros(size + 1, bool)
    used[firsts] = True
    used[NONE] = False
    return int(used.sum()), np.where(used, np.cumsum(used) - 1, NONE)


def sums(group: Ints, amounts: Ints, groups: int) -> Ints:
    """Amounts added up by group; what belongs to no group is left out. Exact below 2^53."""
    # What belongs to no group is added up as well, before all groups: a mask takes longer than that. Few groups are
    # added up line by line in bits that stay in the cache.
    added = np.zeros(groups + _ABOVE_NONE)
    step = _AT_ONCE if groups < _AT_ONCE // 8 else max(len(group), 1)
    for start in range(0, len(group), step):
        some = slice(start, start + step)
        added += np.bincount(group[some] + _ABOVE_NONE, amounts[some], len(added))
    return _whole(added[_ABOVE_NONE:])


def raised(base: Ints, most: Ints, group: Ints, totals: Ints, first: Mask) -> Ints:
    """Raise ``base`` until each group holds its total, no element above ``most``: largest first, ``first`` before all.

    What the elements of a group hold already counts; nothing is ever lowered.
    """
    inside = np.flatnonzero(group != NONE)
    extra = totals - sums(group[inside], base[inside], len(totals))
    needy = inside[extra[group[inside]] > 0]
    out = base.copy()
    alone = np.bincount(group[inside], minlength=len(totals))[group[needy]] == 1
    one = needy[alone]
    out[one] += np.minimum(extra[group[one]], np.maximum(most[one] - base[one], 0))
    many = needy[~alone]
    many = many[np.lexsort((-most[many], ~first[many], group[many]))]
    room = np.maximum(most[many] - base[many], 0)
    out[many] += np.clip(extra[group[many]] - _before(room, group[many]), 0, room)
    return out


def shared(group: Ints, totals: Ints, weights: Ints) -> Ints:
    """Each group's total over its elements in proportion to their weights (alike when those are 0), exact to the fen."""
    inside = np.flatnonzero(group != NONE)
    held = sums(group[inside], weights[inside], len(totals))
    count = np.bincount(group[inside], minlength=len(totals))
    out = np.zeros(len(group), np.int64)
    alone = count[group[inside]] == 1
    one = inside[alone]
    out[one] = totals[group[one]]
    many = inside[~alone]
    many = many[np.argsort(group[many], kind="stable")]
    of = group[many]
    part = np.where(held[of] > 0, weights[many], 1)
    whole = np.where(held > 0, held, count)[of]
    before = _before(part, of)
    # Rounding the running share makes the rounded parts add up to the total.
    upto, upfrom = (_whole(totals[of] * (share / whole)) for share in (before + part, before))
    out[many] = upto - upfrom
    return out


def _before(amounts: Ints, group: Ints) -> Ints:
    """For elements sorted by group the sum of what stands before each in its group."""
    starts = runs(group)
    upto = np.cumsum(amounts) - amounts
    return upto - np.repeat(upto[starts], np.diff(np.append(starts, len(group))))


def _whole(amounts: NDArray[np.float64]) -> Ints:
    return np.rint(amounts).astype(np.int64)
