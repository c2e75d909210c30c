"""What a table knows of its records beside themselves: their texts for the filter, and their order by each column."""

import math
import re
import time
from bisect import bisect
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import Any, Final, Generic, TypeVar

from gui import pinyin
from gui.columns import Column

__all__ = ["RowIndex"]

T = TypeVar("T")

JOINT: Final = "\x1f"
FOREIGN: Final = re.compile("[^一-鿿]+")
KEPT: Final = 1000
"""So many rows keep their texts: those of a screen or two, and those of a small table."""


class RowIndex(Generic[T]):
    """The texts and the order of records, each made once, when it is first asked for."""

    def __init__(self, columns: Sequence[Column[T]], rows: Sequence[T]) -> None:
        self._columns = columns
        self._rows = rows
        self._ranks: dict[int, Sequence[float]] = {}
        self.forget_texts()

    def forget_texts(self) -> None:
        """Make the texts anew when they are asked for: another language is spoken."""
        self._shown: dict[int, tuple[str, ...]] = {}
        self._folded: list[str] = []
        self._spoken: list[str] = []
        self._said, self._starts = "", [0]  # all that is spoken as one text, a line for each row
        self._ranks = {}

    def texts(self, row: int) -> tuple[str, ...]:
        """The texts of a record, as the table shows them."""
        texts = self._shown.get(row)
        if texts is None:
            if len(self._shown) >= KEPT:
                self._shown.clear()
            record = self._rows[row]
            texts = self._shown[row] = tuple([column.show(record) for column in self._columns])
        return texts

    def read(self, seconds: float) -> bool:
        """Make the texts a filter looks through, for so long at most; whether all are there."""
        end = time.monotonic() + seconds
        for row in range(len(self._folded), len(self._rows)):
            record = self._rows[row]
            text = JOINT.join([column.show(record) for column in self._columns]).casefold()
            self._folded.append(text)
            self._spoken.append("" if text.isascii() else FOREIGN.sub(" ", text))
            if time.monotonic() > end:
                break
        return len(self._folded) == len(self._rows)

    def matching(self, needles: Sequence[str]) -> list[int]:
        """The rows that hold every needle (in lower case), by its letters or by its sound, in the order of the records."""
        self.read(math.inf)
        rows = [*range(len(self._rows))]
        for needle in needles:
            rows = self._holding(rows, needle)
        return rows

    def arranged(self, rows: list[int], number: int, descending: bool) -> list[int]:
        """These rows in the order of a column's values, the unknown last; equals stay in the order given."""
        if not 0 <= number < len(self._columns):
            return rows
        ranks = self._ranks.get(number)
        if ranks is None:
            ranks = self._ranks[number] = self._ranked(number)
        known = [row for row in rows if ranks[row] == ranks[row]]
        unknown = [row for row in rows if ranks[row] != ranks[row]] if len(known) < len(rows) else []
        known.sort(key=ranks.__getitem__, reverse=descending)
        return known + unknown

    def _holding(self, rows: Sequence[int], needle: str) -> list[int]:
        folded, heard = self._folded, self._heard(needle)
        return [row for row in rows if row in heard or needle in folded[row]]

    def _heard(self, needle: str) -> frozenset[int]:
        """The rows with Chinese in them that sounds like this; none before the pronunciations have been read."""
        sound = pinyin.sound(needle) if pinyin.is_ready() else None
        if sound is None:
            return frozenset()
        if not self._said:
            self._said = "\n".join(self._spoken)
            self._starts = [*accumulate((len(text) + 1 for text in self._spoken), initial=0)]
        return frozenset(bisect(self._starts, find.start()) - 1 for find in sound.finditer(self._said))

    def _ranked(self, number: int) -> Sequence[float]:
        """By row: a number to sort by, NaN where the value is not known."""
        value = self._columns[number].value
        values: list[Any] = [value(record) for record in self._rows]
        if {*map(type, values)} <= {float, int, bool, type(None)}:
            return [math.nan if one is None else float(one) for one in values]
        keys = _keys([*dict.fromkeys(values)])
        known = sorted((one for one, key in keys.items() if key is not None), key=keys.__getitem__)
        changes = (keys[one] != keys[before] for before, one in pairwise(known))
        ranks = dict(zip(known, accumulate(map(float, changes), initial=0.0), strict=False))
        return [ranks.get(one, math.nan) for one in values]


def _keys(values: Sequence[Any]) -> dict[Any, Any]:
    """By value: what it is sorted by, None where it is not known."""
    if not {*map(type, values)} <= {str, type(None)}:
        return {one: None if one is None or one != one else one for one in values}  # noqa: PLR0124 - NaN
    texts = [one for one in values if one]
    # GB 18030 keeps the common characters in the order of their pinyin, as merchants expect names. All at once, as one
    # by one they take ten times as long.
    joined = "\n".join([text.replace("\n", " ") for text in texts]).casefold()
    keys: dict[Any, Any] = dict(zip(texts, joined.encode("gb18030", "replace").split(b"\n"), strict=False))
    return keys
