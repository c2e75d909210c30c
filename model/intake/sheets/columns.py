"""The wanted columns of one sheet of any file, without the lines that are no data."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from model.errors import Cancelled
from model.fields import Raw, clean, is_empty
from model.intake.files.source import Source
from model.intake.sheets.coded import Coded, Codes, ManyWords
from model.intake.sheets.dataless import dataless, line, sums
from model.intake.sheets.texts import Texts, instants, texts_of
from model.intake.sheets.wanted import Columns, Read
from model.watching import Progress, quiet

__all__ = ["Coded", "Sheet", "instants", "open_sheet"]

_FIRST_PLACES: Final = 2
"""Columns read in any case: a line of sums says so in one of the first."""


@dataclass(frozen=True, eq=False)
class Sheet:
    """Data lines of a sheet by columns. ``lines`` are their numbers in the merchant's spreadsheet (from 1).

    ``totals`` are the numbers of the lines that are sums (合计) and ``total_cells`` their cells, ``""`` in columns
    not read. ``replaced`` counts distinct cells with bytes of no encoding. ``uneven`` gives for lines of another
    length than the header how many cells they have; they are in the data.
    """

    file: str
    sheet: str
    header: tuple[str, ...]
    rows: int
    lines: Codes
    totals: tuple[int, ...]
    total_cells: tuple[tuple[Raw, ...], ...]
    columns: Mapping[int, Coded | Texts]
    replaced: int = 0
    uneven: Mapping[int, int] = field(default_factory=dict)

    def without(self, rows: npt.NDArray[np.intp]) -> "Sheet":
        """The sheet without these data lines."""
        keep = np.ones(self.rows, bool)
        keep[rows] = False
        columns = {place: _kept(column, keep) for place, column in self.columns.items()}
        return replace(self, rows=int(np.count_nonzero(keep)), lines=self.lines[keep], columns=columns)

    def coded(self, place: int) -> Coded:
        """A column by its distinct words; one read as texts has its clean texts (``""`` for none) as words.

        Raises:
            KeyError: the column was not asked for.
        """
        column = self.columns[place]
        if isinstance(column, Coded):
            return column
        distinct = texts_of(column).fill_null("").dictionary_encode()
        return Coded(distinct.indices.to_numpy(), tuple(distinct.dictionary.to_pylist()))

    def ids(self, place: int) -> pa.StringArray:
        """A column of ids or times, one clean text a line, null where it is empty or says "unknown".

        Raises:
            KeyError: the column was not asked for.
        """
        column = self.columns[place]
        if not isinstance(column, Coded):
            return texts_of(column)
        words = [None if is_empty(word) else clean(word) for word in column.words]
        return pa.array(words, pa.string()).take(pa.array(column.codes))

    def times(self, place: int) -> pa.TimestampArray | None:
        """A column of times where :func:`instants` can read it.

        Raises:
            KeyError: the column was not asked for.
        """
        column = self.columns[place]
        return instants(self.ids(place)) if isinstance(column, Coded) else instants(column)

    def known(self, place: int) -> pa.BooleanArray:
        """The lines on which a column says something.

        Raises:
            KeyError: the column was not asked for.
        """
        column = self.columns[place]
        return self.ids(place).is_valid() if isinstance(column, Coded) else column.is_valid()


def open_sheet(
    path: Source,
    sheet: str,
    header_line: int,
    header: Sequence[str],
    places: Collection[int],
    id_places: Collection[int] = (),
    encoding: str = "",
    delimiter: str = "",
    progress: Progress = quiet,
    cancelled: Callable[[], bool] = lambda: False,
    times: Collection[int] = (),
    many: Collection[int] = (),
) -> Sheet:
    """The columns ``places`` (few distinct words) and ``id_places`` (ids, times) below the header.

    ``times`` and ``many`` say which of them should be times and which may hardly have a word twice: they are read
    the same, but faster. ``header_line`` counts from 1 and ``header`` has a heading for each column, as :mod:`model.intake.layouts.inspecting`
    finds them; ``encoding`` and ``delimiter`` as in :class:`model.intake.files.heads.Head`. Blank lines, the header once
    more, a second header of words alone and lines of sums are left out; whether a line is one of these is told by
    the columns read.

    Raises:
        InputError: see :mod:`model.intake.files.files`; ``open_quote`` with the line where the quote begins.
        Cancelled: when ``cancelled()`` turns true; it is asked at least every half second.
    """
    texts = frozenset(id_places)
    coded = frozenset([*places, *range(min(_FIRST_PLACES, len(header)))]) - texts
    columns = Columns(
        path, header_line, coded, texts, encoding, delimiter, texts & set(times), coded & set(many)
    )
    read = _read(columns, sheet, progress, cancelled)
    progress("reading", 1.0)
    if cancelled():
        raise Cancelled
    return _without_dataless(path.name, sheet, tuple(header), header_line, read)


def _read(columns: Columns, sheet: str, progress: Progress, cancelled: Callable[[], bool]) -> Read:
    if columns.delimiter:
        from model.intake.sheets.textsheet import read_text

        return read_text(columns, progress, cancelled)
    from model.intake.sheets.gridsheet import read_book

    return read_book(columns, sheet, progress, cancelled)


def _without_dataless(file: str, sheet: str, header: tuple[str, ...], header_line: int, read: Read) -> Sheet:
    """The sheet without blank lines, repeated headers and sums."""
    columns = read.columns
    totals = sums(columns, read.count)
    lines = np.arange(header_line + 1, header_line + 1 + read.count, dtype=np.int32)
    named = tuple(map(int, lines[totals]))
    total_cells = tuple(_full_line(columns, int(row), len(header)) for row in totals)
    if len(drop := np.concatenate([totals, dataless(columns, read.count, header)])):
        keep = np.ones(read.count, bool)
        keep[drop] = False
        lines, columns = lines[keep], {place: _kept(column, keep) for place, column in columns.items()}
    uneven = _uneven(read.cells, lines - header_line - 1, header_line)
    return Sheet(file, sheet, header, len(lines), lines, named, total_cells, columns, read.replaced, uneven)


def _uneven(cells: Codes | None, kept: Codes, header_line: int) -> Mapping[int, int]:
    """The data lines of another length than the header, and how many cells they have."""
    if cells is None:
        return {}
    odd = kept[cells[kept] > 0]
    return dict(zip((odd + header_line + 1).tolist(), cells[odd].tolist(), strict=True))


def _full_line(columns: Mapping[int, Coded | Texts], row: int, width: int) -> tuple[Raw, ...]:
    cells = dict(zip(sorted(columns), line(columns, row), strict=True))
    return tuple(cells.get(place, "") for place in range(width))


def _kept(column: Coded | Texts, keep: npt.NDArray[np.bool_]) -> Coded | Texts:
    """The lines to keep. A word that only dropped lines had is dropped too."""
    if not isinstance(column, Coded):
        return column.filter(pa.array(keep))
    codes = column.codes[keep]
    used = np.bincount(codes, minlength=len(column.words)) > 0
    if used.all():
        return Coded(codes, column.words)
    moved = (np.cumsum(used) - 1).astype(np.int32)
    if isinstance(column.words, ManyWords):
        return Coded(moved[codes], column.words.kept(used))
    return Coded(moved[codes], tuple(word for word, stays in zip(column.words, used, strict=True) if stays))
