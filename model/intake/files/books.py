"""Workbooks through calamine, which is only handed what was measured before, and whose faults become problems."""

import datetime as dt
import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, Final

from model.errors import InputError
from model.fields import Raw
from model.intake.files.ole import check_ole
from model.intake.files.packed import opened_packed, packed_kind
from model.intake.files.refusal import refuse

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

Corner = tuple[int, int]
Rows = tuple[tuple[Raw, ...], ...]

BOOKS: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How workbooks begin: zipped ones and old ones."""
MOST_GRID_CELLS: Final = 5_000_000
"""Cells of all sheets held at once: 80 bytes each as Python has them, and three seconds. Larger sheets, of orders,
are read by columns."""


def open_book(name: str, data: bytes) -> "CalamineWorkbook":
    """The workbook in some bytes, after it was found to fit into memory.

    Raises:
        InputError: ``not_a_table``, ``unreadable_workbook``, ``password``, ``zip_bomb``, ``sheet_too_big``,
            ``old_binary_workbook``.
    """
    from python_calamine import CalamineWorkbook

    def opening() -> CalamineWorkbook:
        with book_faults(name):
            return CalamineWorkbook.from_filelike(io.BytesIO(data))

    if data.startswith(b"PK"):
        if (kind := packed_kind(data)) in ("document", "archive"):
            raise refuse("not_a_table", name, kind=kind)
        return opened_packed(name, data, opening)
    check_ole(name, data)
    return opening()


@contextmanager
def book_faults(name: str) -> Iterator[None]:
    """Whatever goes wrong inside calamine means that the workbook is damaged, or wants a password."""
    from python_calamine import CalamineError, PasswordError

    try:
        yield
    except InputError:
        raise
    except PasswordError:
        raise refuse("password", name) from None
    except (CalamineError, OSError, ValueError):
        raise refuse("unreadable_workbook", name, detail="damaged") from None
    except BaseException as error:
        # A panic of Rust is no Exception, and its class can be imported from nowhere.
        if type(error).__name__ != "PanicException":
            raise
        raise refuse("unreadable_workbook", name, detail="damaged") from None


def shown_sheets(book: "CalamineWorkbook") -> list[str]:
    """The names of the sheets that hold cells and are in sight; all of them when all are hidden."""
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    wanted = [sheet for sheet in book.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
    shown = [sheet.name for sheet in wanted if sheet.visible == SheetVisibleEnum.Visible]
    return shown or [sheet.name for sheet in wanted]


def book_rows(name: str, data: bytes, unmerge: bool) -> list[tuple[str, Rows]]:
    """Name and cells of every sheet that is shown.

    Raises:
        InputError: those of :func:`open_book`.
    """
    book = open_book(name, data)
    left = MOST_GRID_CELLS
    found = []
    with book_faults(name):
        for title in shown_sheets(book):
            sheet = book.get_sheet_by_name(title)
            row, column = sheet.end or (-1, -1)
            left -= (row + 1) * (column + 1)
            if left < 0:
                raise refuse("sheet_too_big", name, cells=MOST_GRID_CELLS - left, most=MOST_GRID_CELLS)
            found.append((title, _rows(sheet, unmerge)))
    return found


def cell_value(value: object) -> Raw:
    """One cell as calamine gives it; dates become texts."""
    if isinstance(value, dt.datetime):
        return value.isoformat(sep=" ", timespec="seconds")
    if isinstance(value, str | bool | int | float):
        return value
    return "" if value is None else str(value)


def _rows(sheet: "CalamineSheet", unmerge: bool) -> Rows:
    # Row by row: calamine's to_python would stop every other thread until all are made.
    left = [""] * (sheet.start[1] if sheet.start else 0)
    rows: list[Sequence[Raw]] = [(*left, *map(cell_value, row)) for row in sheet.iter_rows()]
    merged = (sheet.merged_cell_ranges if unmerge else None) or ()
    # Merged ranges never overlap, so more of them than lines times columns are nonsense.
    for row, column, source in islice(_covered(merged, len(rows)), sum(map(len, rows))):
        if column < len(rows[row]):
            rows[row] = line = _changeable(rows[row])
            line[column] = rows[source][column]
    return tuple(map(tuple, rows))


def _changeable(row: Sequence[Raw]) -> list[Raw]:
    return row if isinstance(row, list) else list(row)


def _covered(merged: Iterable[tuple[Corner, Corner]], height: int) -> Iterator[tuple[int, int, int]]:
    """Line, column and source line of the cells hidden below a merged one.

    Only the first column is filled: a title merged across the sheet must not look like a full header.
    """
    for (top, left), (bottom, _) in merged:
        yield from ((row, left, top) for row in range(top + 1, min(bottom + 1, height)))
