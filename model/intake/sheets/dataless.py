"""Which lines below a header are no data: blank ones, the header once more, a second header, sums."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from model.fields import Raw, clean
from model.intake.files.tables import heading, is_total
from model.intake.sheets.coded import Coded
from model.intake.sheets.texts import Texts, texts_of

Columns = Mapping[int, Coded | Texts]
Rows = npt.NDArray[np.int64]

_SECOND_HEADERS = 3
"""Lines below the header that may explain it."""
_LONGEST_TOTAL = 40
"""Bytes of the longest word for a sum, blanks inside included."""


def dataless(columns: Columns, count: int, header: Sequence[str]) -> Rows:
    """Lines that are blank, the header once more or a second header, counted from 0."""
    everything = np.arange(count)
    blank = everything
    again = everything
    for place, column in sorted(columns.items(), key=_words):
        blank = _where(column, blank, _is_blank)
        again = _where(column, again, lambda cell, name=header[place]: heading(cell) == name)  # type: ignore[misc]
    return np.concatenate([blank, again, second_headers(columns, count)])


def second_headers(columns: Columns, count: int) -> Rows:
    """The first lines when they explain the header: words (收入+支出) without an id or any digit."""
    found = []
    has_ids = any(not isinstance(column, Coded) for column in columns.values())
    for row in range(min(count, _SECOND_HEADERS)):
        texts = [clean(cell) for cell in line(columns, row)]
        gaps = texts.count("")
        if any(map(str.isdigit, "".join(texts))) or not (has_ids or gaps * 2 >= len(texts)):
            break
        found.append(row)
    return np.array(found, np.int64)


def sums(columns: Columns, count: int) -> Rows:
    """Lines whose first filled cell says 合计 and that have many empty ones, counted from 0."""
    rows, found = np.arange(count), []
    for _, column in sorted(columns.items()):
        found.append(_where(column, _likely(column, rows), _says_total))
        rows = _where(column, rows, _is_blank)
    candidates = np.sort(np.concatenate(found)) if found else rows
    totals = [row for row in candidates if is_total([clean(cell) for cell in line(columns, row)])]
    return np.array(totals, np.int64)


def line(columns: Columns, row: int) -> tuple[Raw, ...]:
    """The cells of one line, by ascending place."""
    return tuple(_cell(column, row) for _, column in sorted(columns.items()))


def _cell(column: Coded | Texts, row: int) -> Raw:
    if isinstance(column, Coded):
        return column.words[int(column.codes[row])]
    return str(column[row].as_py() or "")


def _words(item: tuple[int, Coded | Texts]) -> int:
    """Columns of few words come first: they settle most lines at once."""
    column = item[1]
    return len(column.words) if isinstance(column, Coded) else len(column) + 1


def _is_blank(cell: Raw) -> bool:
    return not clean(cell)


def _says_total(cell: Raw) -> bool:
    text = clean(cell)
    return bool(text) and is_total([text, ""])


def _where(column: Coded | Texts, rows: Rows, holds: Callable[[Raw], bool]) -> Rows:
    """Those of the lines in whose cell something holds; each distinct word is asked once where that is less."""
    if not len(rows):
        return rows
    if not isinstance(column, Coded):
        cells = column.take(pa.array(rows)) if len(rows) < len(column) else column
        if holds is _is_blank:
            return np.asarray(rows[cells.is_null().to_numpy(zero_copy_only=False)])
        marks = [holds(cell or "") for cell in texts_of(cells).to_pylist()]
        return np.asarray(rows[np.asarray(marks, bool)])
    codes = column.codes[rows]
    if len(column.words) > len(rows):
        return np.asarray(rows[[holds(column.words[int(code)]) for code in codes]])
    return np.asarray(rows[np.fromiter(map(holds, column.words), bool, len(column.words))[codes]])


def _likely(column: Coded | Texts, rows: Rows) -> Rows:
    """Of many ids those that are short and no number; only they can be the word for a sum."""
    if isinstance(column, Coded) or not len(rows):
        return rows
    if pa.types.is_timestamp(column.type):
        return rows[:0]
    texts = column.take(pa.array(rows)) if len(rows) < len(column) else column
    short = pc.less_equal(pc.binary_length(texts), _LONGEST_TOTAL)
    likely = pc.and_not(short, pc.utf8_is_digit(texts)).fill_null(False)
    return np.asarray(rows[likely.to_numpy(zero_copy_only=False)])
