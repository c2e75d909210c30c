"""Columns of a workbook as its rows come: in Arrow at once where that can be, so that few Python cells live at a time."""

from collections.abc import Sequence
from typing import Any

import pyarrow as pa

from model.fields import clean
from model.intake.files.files import cell_value
from model.intake.sheets.coded import Coded, coded_cells, coded_values
from model.intake.sheets.texts import cleaned

_PLAIN = frozenset({str, int, float, bool})


class BookColumn:
    """Cells below one another: texts, or numbers, in Arrow; from the first that is neither on, as calamine gives them."""

    def __init__(self) -> None:
        self._kind: pa.DataType | None = None
        self._arrays: list[pa.Array] = []
        self._cells: list[Any] = []

    def __len__(self) -> int:
        return sum(map(len, self._arrays)) + len(self._cells)

    def add(self, cells: Sequence[Any]) -> None:
        """Put cells below the others."""
        array = None if self._cells else _array(cells)
        if array is not None and self._kind in (None, array.type):
            self._kind = array.type
            self._arrays.append(array)
        else:
            self.cells().extend(cells)

    def cells(self) -> list[Any]:
        """All of them as Python has them, to be changed or added to."""
        if self._arrays:
            self._cells = [cell for array in self._arrays for cell in array.to_pylist()]
            self._arrays = []
        return self._cells

    def coded(self) -> Coded:
        """The column by its distinct cells; times become texts."""
        if self._arrays:
            return coded_values(pa.chunked_array(self._arrays).combine_chunks())
        coded = coded_cells(self._cells)
        if set(map(type, coded.words)) <= _PLAIN:
            return coded
        words = coded_cells([cell_value(word) for word in coded.words])
        return Coded(words.codes[coded.codes], words.words)

    def texts(self) -> pa.StringArray:
        """One clean text a line."""
        if self._kind == pa.string() and self._arrays:
            return cleaned(pa.chunked_array(self._arrays).combine_chunks())
        cells = [cell if isinstance(cell, str) else clean(cell_value(cell)) for cell in self.cells()]
        return cleaned(pa.array(cells, pa.string()))


def _array(cells: Sequence[Any]) -> pa.Array | None:
    """Cells that are all texts or all numbers; 1 and True stay two words."""
    try:
        return pa.array(cells, pa.string())
    except (pa.ArrowInvalid, pa.ArrowTypeError):
        return pa.array(cells, pa.float64()) if set(map(type, cells)) == {float} else None
