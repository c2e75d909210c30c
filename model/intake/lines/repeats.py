"""Order lines that stand twice in one file: by sub-order id, or as whole lines of one order."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from model.errors import Value
from model.intake.lines.quoting import quoted_id
from model.intake.lines.sharing import group_codes
from model.intake.lines.source import Bools, Source

_COMPARED: Final = (
    "product_id", "product", "sku", "quantity", "unit_price", "paid", "refunded", "paid_at", "created_at",
    "status", "after_sale", "host_id", "host", "buyer",
)  # fmt: skip
_MIX: Final = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, eq=False)
class Repeats:
    """Which lines are there ``again``, the line each was ``first`` seen on, and the ids that say so."""

    again: Bools
    first: NDArray[np.intp]
    field: str
    ids: pa.Array
    lines: NDArray[np.int32]

    def told(self, row: int) -> Mapping[str, Value]:
        """What a problem says of a repeated line."""
        return {"id": quoted_id(self.ids[row].as_py()), "first_row": int(self.lines[self.first[row]])}


def repeats(source: Source, order_id: pa.Array, sub_id: pa.Array) -> Repeats:
    """The lines that repeat an earlier one.

    A sub-order is one line, so its id tells. Where an export has none, a line repeats another when all its cells
    do, its order id among them; two equal lines without any id are two purchases for all anyone can know.
    """
    name, ids = ("sub_id", sub_id) if source.has("sub_id") else ("order_id", order_id)
    again = np.zeros(source.rows, bool)
    first = np.arange(source.rows)
    found = Repeats(again, first, name, ids, source.sheet.lines)
    if ids.null_count == len(ids) or all_differ(ids):
        return found
    keys = group_codes(ids).astype(np.uint64)
    if name == "order_id":
        keys = _whole_lines(source, keys)
    order = np.argsort(keys, kind="stable")
    new = np.ones(len(order), bool)
    new[1:] = keys[order][1:] != keys[order][:-1]
    first[order] = order[np.maximum.accumulate(np.where(new, np.arange(len(order)), 0))]
    again[order] = ~new
    return found


def all_differ(ids: pa.Array) -> bool:
    """Whether no id is there twice. Ids of digits alone are compared as numbers, which is several times faster."""
    there = ids.drop_null() if ids.null_count else ids
    try:
        numbers = there.cast(pa.uint64()).to_numpy(zero_copy_only=False)
    except pa.ArrowInvalid:
        return len(there.unique()) == len(there)
    if np.all(numbers[1:] > numbers[:-1]) or np.all(numbers[1:] < numbers[:-1]):
        return True
    ordered = np.sort(numbers)
    return bool(np.all(ordered[1:] != ordered[:-1]))


def _whole_lines(source: Source, keys: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """A number for each line made of all its cells; that two different lines share one is as likely as 1 in 10^8."""
    mixed = keys.copy()
    for name in _COMPARED:
        place = source.place(name)
        if place is not None:
            codes = source.coded(place).distinct().codes.astype(np.uint64)
            mixed = (mixed ^ (mixed >> np.uint64(29))) * _MIX + codes
    return mixed
