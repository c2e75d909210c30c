"""Amounts of a whole order on its lines: several sub-orders in one cell, and totals that stand on every line."""

from collections.abc import Collection
from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from model.fields import Raw, clean
from model.intake.lines.source import Bools, Rows
from model.intake.sheets.coded import Coded
from model.intake.sheets.texts import instants


@dataclass(frozen=True, eq=False)
class SplitRows:
    """A sheet whose rows with several sub-orders became one row each.

    ``origin`` is each row's row in ``whole`` and ``part`` which of its sub-orders it is; a cell that does not hold
    as many parts as the row has stands on all of them.
    """

    whole: Rows
    sign: str
    origin: NDArray[np.intp]
    part: NDArray[np.int32]
    parts: NDArray[np.int32]
    _made: dict[int, Coded] = field(default_factory=dict)

    @property
    def file(self) -> str:
        """The name of the file."""
        return self.whole.file

    @property
    def sheet(self) -> str:
        """The name of the sheet."""
        return self.whole.sheet

    @property
    def header(self) -> tuple[str, ...]:
        """The headings."""
        return self.whole.header

    @property
    def rows(self) -> int:
        """How many rows there are after the splitting."""
        return len(self.origin)

    @property
    def lines(self) -> NDArray[np.int32]:
        """Where each row stands in the spreadsheet."""
        lines: NDArray[np.int32] = self.whole.lines[self.origin]
        return lines

    @property
    def uneven(self) -> Collection[int]:
        """The lines that have fewer cells than the header."""
        return self.whole.uneven

    def coded(self, place: int) -> Coded:
        """A column with the parts of split cells."""
        if place not in self._made:
            self._made[place] = self._split(self.whole.coded(place))
        return self._made[place]

    def ids(self, place: int) -> pa.StringArray:
        """A column of ids with the parts of split cells."""
        found = self.whole.ids(place).take(pa.array(self.origin))
        rows = np.flatnonzero(self.parts > 1)
        texts = [self._part(found[int(row)].as_py(), int(row)) for row in rows]
        mask = pa.array(self.parts > 1)
        return pc.replace_with_mask(found, mask, pa.array([text or None for text in texts], pa.string()))

    def times(self, place: int) -> pa.TimestampArray | None:
        """A column of times with the parts of split cells, where all are written alike."""
        return instants(self.ids(place))

    def known(self, place: int) -> pa.BooleanArray:
        """The rows on which a column says something."""
        return self.ids(place).is_valid()

    def shared(self, place: int) -> Bools:
        """The rows on which this column's cell belongs to all sub-orders of the row it comes from."""
        coded = self.whole.coded(place)
        counts = np.fromiter((len(_parts(word, self.sign)) for word in coded.words), np.int32)
        found: Bools = (self.parts > 1) & (counts[coded.codes[self.origin]] != self.parts)
        return found

    def _split(self, coded: Coded) -> Coded:
        codes = coded.codes[self.origin].copy()
        words = list(coded.words)
        places = {(type(word), word): place for place, word in enumerate(words)}
        for row in np.flatnonzero(self.parts > 1):
            word = coded.words[codes[row]]
            text = self._part(word, int(row))
            if text is not word:
                codes[row] = places.setdefault((str, text), len(words))
                words += [text] if codes[row] == len(words) else []
        return Coded(codes, tuple(words))

    def _part(self, word: Raw, row: int) -> Raw:
        found = _parts(word, self.sign)
        return found[self.part[row]] if len(found) == self.parts[row] else word


def _parts(word: Raw, sign: str) -> list[str]:
    text = clean(word)
    return [clean(part) for part in text.rstrip(sign).split(sign)] if sign in text else [text]


def split_rows(sheet: Rows, place: int, sign: str) -> Rows:
    """The sheet with one row for each sub-order, where the cells in ``place`` hold several parted by ``sign``."""
    ids = sheet.ids(place)
    several = np.flatnonzero(pc.fill_null(pc.match_substring(ids, sign), fill_value=False).to_numpy(False))
    if not len(several):
        return sheet
    parts = np.ones(sheet.rows, np.int32)
    parts[several] = [len(_parts(ids[int(row)].as_py(), sign)) for row in several]
    origin = np.repeat(np.arange(sheet.rows), parts)
    first = np.cumsum(parts) - parts
    part = (np.arange(len(origin)) - first[origin]).astype(np.int32)
    return SplitRows(sheet, sign, origin, part, parts[origin])


def spread(
    fen: NDArray[np.int64], groups: NDArray[np.int32], weights: NDArray[np.float64], shared: Bools
) -> NDArray[np.int64]:
    """Amounts that stand once more on each line of a group, divided over its lines by weight, to the last fen.

    Only lines that are ``shared`` and of a group whose lines all bear the same amount are divided; amounts that
    differ within a group are the lines' own. Lines of a group without any weight share alike.
    """
    order = np.argsort(groups, kind="stable")
    starts = np.flatnonzero(np.diff(groups[order], prepend=-1))
    amount, weight = fen[order], np.maximum(weights[order], 0.0)
    sizes = np.diff(np.append(starts, len(order)))
    same = np.minimum.reduceat(amount, starts) == np.maximum.reduceat(amount, starts)
    same &= np.logical_and.reduceat(shared[order], starts) & (sizes > 1)
    weight = np.where(np.repeat(np.add.reduceat(weight, starts) > 0, sizes), weight, 1.0)
    sums = np.cumsum(weight)
    before = np.repeat(sums[starts] - weight[starts], sizes)
    whole = np.repeat(np.add.reduceat(weight, starts), sizes)
    upto = np.rint(amount * np.clip((sums - before) / whole, 0.0, 1.0)).astype(np.int64)
    ends = starts + sizes - 1
    upto[ends] = amount[ends]
    parts = np.diff(upto, prepend=0)
    parts[starts] = upto[starts]
    divided = fen.copy()
    divided[order] = np.where(np.repeat(same, sizes), parts, amount)
    return divided


def group_codes(*ids: pa.StringArray) -> NDArray[np.int32]:
    """A number for each line, the same on lines with the same id (the first of ``ids`` that is known).

    Lines without any id are groups of their own.
    """
    found = ids[0] if len(ids) == 1 else pc.coalesce(*ids)
    codes = found.dictionary_encode().indices
    lone = np.flatnonzero(codes.is_null().to_numpy(zero_copy_only=False))
    numbers: NDArray[np.int32] = codes.fill_null(0).to_numpy(zero_copy_only=False).astype(np.int32)
    numbers = numbers.copy()
    numbers[lone] = len(found) + np.arange(len(lone), dtype=np.int32)
    return numbers
