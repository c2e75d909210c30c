"""Sheets of workbooks (xlsx, xls, xlsm, ods) through calamine: their heads, and wanted columns coded.

Rows are taken one by one: calamine's ``to_python`` would stop every other thread until all are made.
"""

import threading
from collections.abc import Callable, Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, Final, TypeVar

from model.errors import Cancelled
from model.fields import Raw, clean
from model.intake.files.files import (
    Grid,
    book_faults,
    cell_value,
    open_book,
    read_bytes,
    refuse,
    shown_sheets,
)
from model.intake.files.source import Source
from model.intake.sheets.bookcolumns import BookColumn
from model.intake.sheets.wanted import Columns, Read
from model.watching import Progress

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

T = TypeVar("T")

_ASKED_EVERY: Final = 0.1
"""Seconds between two looks at whether anyone still waits."""
_AT_ONCE: Final = 20_000
"""Cells held at once: a few thousandths of a second, in which no other thread runs."""
_HEAD_MERGED: Final = 100_000
_LOADED: Final = 0.9
"""The share of the time that calamine needs before it hands out the first row."""


def book_heads(path: Source, lines: int) -> tuple[Grid, ...]:
    """The first lines of every sheet that is shown and filled, text merged over lines repeated on each.

    Raises:
        InputError: as :func:`model.intake.files.files.read_grids`.
    """
    book = open_book(path.name, read_bytes(path))
    with book_faults(path.name):
        grids = [Grid(name, _head(book.get_sheet_by_name(name), lines)) for name in shown_sheets(book)]
    filled = tuple(grid for grid in grids if any(clean(cell) for row in grid.rows for cell in row))
    if not filled:
        raise refuse("file_empty", path.name)
    return filled


def read_book(columns: Columns, sheet: str, progress: Progress, cancelled: Callable[[], bool]) -> Read:
    """The wanted columns of one sheet. Numbers stay numbers, times become ISO texts.

    A cell merged over lines is repeated in the columns read as texts (an order's id), never in the others (a
    payment must not be counted once for each line).

    Raises:
        InputError: as :func:`model.intake.files.files.open_book`.
        Cancelled: when ``cancelled()`` turns true.
    """
    name = columns.path.name

    def load() -> "CalamineSheet":
        with book_faults(name):
            return open_book(name, read_bytes(columns.path)).get_sheet_by_name(sheet)

    progress("reading", 0.0)
    loaded = _awaited(load, cancelled)
    progress("reading", _LOADED)
    cells = _taken(loaded, columns, cancelled)
    rows = max(map(len, cells.values()))
    budget = rows * len(columns.id_places)
    for top, bottom, place in _merged(loaded):
        if place in columns.id_places and top >= columns.header_line and budget > 0:
            budget -= _repeat(cells[place].cells(), top - columns.header_line, bottom - columns.header_line)
    return Read(
        rows,
        {
            place: column.texts() if place in columns.id_places else column.coded()
            for place, column in cells.items()
        },
    )


def _head(sheet: "CalamineSheet", lines: int) -> tuple[tuple[Raw, ...], ...]:
    left = [""] * (sheet.start[1] if sheet.start else 0)
    rows = [[*left, *map(cell_value, row)] for row in islice(sheet.iter_rows(), lines)]
    for top, bottom, place in islice(_merged(sheet), _HEAD_MERGED):
        for row in rows[top + 1 : bottom + 1]:
            if place < len(row):
                row[place] = rows[top][place]
    return tuple(map(tuple, rows))


def _merged(sheet: "CalamineSheet") -> Iterator[tuple[int, int, int]]:
    """First line, last line and first column of the merged cells; other columns of a wide one stay empty."""
    for (top, left), (bottom, _) in sheet.merged_cell_ranges or ():
        yield top, bottom, left


def _repeat(column: list[Any], top: int, bottom: int) -> int:
    """Repeat a merged cell; how many were filled (ranges never overlap, so more than there are is nonsense)."""
    count = max(min(bottom + 1, len(column)) - top - 1, 0)
    column[top + 1 : top + 1 + count] = [column[top]] * count if count else []
    return count


def _taken(sheet: "CalamineSheet", columns: Columns, cancelled: Callable[[], bool]) -> dict[int, BookColumn]:
    """The cells of the wanted columns below the header."""
    taken = {place: BookColumn() for place in sorted(columns.wanted)}
    left, width = (sheet.start[1], sheet.width) if sheet.start else (0, 0)
    below = islice(sheet.iter_rows(), columns.header_line, None)
    while cells := list(chain.from_iterable(islice(below, max(_AT_ONCE // max(width, 1), 1)))):
        if cancelled():
            raise Cancelled
        rows = len(cells) // width
        for place, column in taken.items():
            column.add(cells[place - left :: width] if left <= place < left + width else [""] * rows)
    return taken


def _awaited(call: Callable[[], T], cancelled: Callable[[], bool]) -> T:
    """The answer of a call that cannot be stopped; on a cancel it is left to end alone.

    Raises:
        Cancelled: when ``cancelled()`` turns true before the call ends.
    """
    answers: list[T] = []
    faults: list[BaseException] = []

    def run() -> None:
        try:
            answers.append(call())
        except BaseException as fault:  # noqa: BLE001 - raised again below, in the thread that asked
            faults.append(fault)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    while thread.is_alive():
        if cancelled():
            raise Cancelled
        thread.join(_ASKED_EVERY)
    if faults:
        raise faults[0]
    return answers[0]
