"""Any table to .xlsx or .csv, so that Excel opens it as it is meant and our own reader gets the same cells back."""

import csv
import datetime as dt
import io
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from model.intake.files.refusal import refuse
from model.intake.out.guarding import Cell, Exact, csv_cell, exact, is_number, is_risky, percent, safe
from model.intake.out.watched import WRITING, told_sheet
from model.watching import EVERY, Step, quiet

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

ColumnKind = Literal["any", "text", "number", "money", "share", "date", "count", "tenth"]

MOST_ROWS: Final = 1_048_575
"""Lines below the header of a sheet."""
_LONGEST_TEXT: Final = 32_767
_MOST_LISTED: Final = 255
"""Signs of a list to choose from that Excel keeps in the cell; a longer one stands on a sheet of its own."""
FORMATS: Final[dict[ColumnKind, str]] = {
    "any": "General", "text": "@", "number": "General", "money": "#,##0.00", "share": "0.0%", "date": "yyyy-mm-dd",
    "count": "#,##0", "tenth": "#,##0.0",
}  # fmt: skip
_MOMENT: Final = "yyyy-mm-dd hh:mm:ss"
_WIDTHS: Final = (10, 40)
_LAID_OUT: Final = 0.35
"""How much of a workbook is done when its cells are known but not yet put together."""
MADE: Final = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
"""Stated as the day of making, so that the same content gives the same file."""
_FIRST_DAY: Final = dt.date(1900, 3, 1)
"""Before it Excel counts a day that never was."""


@dataclass(frozen=True)
class Column:
    """A column of a table that is written; its kind decides how Excel shows the cells, never what they are.

    ``choices`` become a list to choose from (other words may be typed), ``note`` a remark on the heading.
    """

    heading: str
    kind: ColumnKind = "any"
    choices: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class OutTable:
    """A table to be written: shares 0-1, money in yuan. ``entry_rows`` further lines get the lists to choose from."""

    columns: tuple[Column, ...]
    rows: tuple[Sequence[Cell], ...]
    sheet: str = ""
    entry_rows: int = 0


def write_table(path: Path, table: OutTable, step: Step = quiet) -> None:
    """Write a table, as text when the name ends in .csv or .txt, else as a workbook; whole or not at all.

    ``step`` is told ``writing_table`` with the share 0-1 that is done; it may end the work by raising.

    Raises:
        InputError: ``file_locked``, ``cannot_write``, ``too_many_rows``.
    """
    if path.suffix.lower() in (".csv", ".txt"):
        data = _csv(table, step)
    elif len(table.rows) > MOST_ROWS:
        raise refuse("too_many_rows", path.name, rows=len(table.rows), most=MOST_ROWS)
    else:
        data = _xlsx(table, step)
    step(WRITING, 1.0)
    save(path, data)


def write_rows(path: Path, headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    """Write a table; numbers stay numbers, texts stay texts whatever they begin with.

    Raises:
        InputError: those of :func:`write_table`.
    """
    write_table(path, OutTable(tuple(map(Column, headings)), tuple(rows)))


def save(path: Path, data: bytes) -> None:
    """Put the bytes in place of a file at once: whoever reads it sees the old or the new one, never a part.

    What is there and no file (a pipe, a device) is written to.

    Raises:
        InputError: ``file_locked`` when another program has it open, ``cannot_write``.
    """
    is_file = path.is_file() or not path.exists()
    part = path.with_name(f".{path.name}.part") if is_file else path
    try:
        if path.exists() and not path.is_file():  # a device is written to, not put aside
            path.write_bytes(data)
            return
        part.write_bytes(data)
        if is_file:
            part.replace(path)
    except PermissionError as error:
        is_locked = path.exists() and os.access(path.parent, os.W_OK)
        detail = os.strerror(error.errno or 0)
        raise refuse("file_locked" if is_locked else "cannot_write", path.name, detail=detail) from None
    except OSError as error:
        raise refuse("cannot_write", path.name, detail=os.strerror(error.errno or 0)) from None
    finally:
        if is_file:
            _remove(part)


def _remove(part: Path) -> None:
    try:
        part.unlink(missing_ok=True)
    except OSError:
        return


def _csv(table: OutTable, step: Step) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([safe(column.heading) for column in table.columns])
    writer.writerows(
        [csv_cell(cell) for cell in row] for row in _cells(table, step, 1.0, shares_as_text=True)
    )
    return out.getvalue().encode("utf-8-sig")


def _cells(table: OutTable, step: Step, most: float, *, shares_as_text: bool) -> Iterator[list[Cell]]:
    """The rows with shares as our reader takes them: a bare number above 1 would be read as percent.

    ``step`` is told how far they are, up to the share ``most`` of all the work.
    """
    kinds = [column.kind for column in table.columns]
    for line, row in enumerate(table.rows):
        if line % EVERY == 0:
            step(WRITING, most * line / len(table.rows))
        yield [
            percent(cell) if kind == "share" and is_number(cell) and (shares_as_text or cell > 1) else cell
            for kind, cell in zip(kinds, row, strict=True)
        ]


def _xlsx(table: OutTable, step: Step) -> bytes:
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({"created": MADE})
    sheet = book.add_worksheet(table.sheet or None, told_sheet(step, len(table.rows), _LAID_OUT))
    sheet.freeze_panes(1, 0)
    styles = _Styles(book)
    _prepare(book, sheet, table, styles)
    for line, row in enumerate(_cells(table, step, _LAID_OUT, shares_as_text=False), 1):
        for column, cell in enumerate(row):
            _put(sheet, line, column, cell, styles, table.columns[column].kind)
    book.close()  # not by "with", which would put together what somebody has stopped
    return out.getvalue()


class _Styles:
    """The formats of a workbook: one for each kind of column, and the same for texts that Excel must not judge."""

    def __init__(self, book: "Workbook") -> None:
        self.bold: Format = book.add_format({"bold": True})
        self.moment: Format = book.add_format({"num_format": _MOMENT})
        self.quoted: Format = book.add_format({"quote_prefix": True})
        self.kinds: dict[ColumnKind, Format] = {
            kind: book.add_format({"num_format": shown}) for kind, shown in FORMATS.items()
        }


def _put(sheet: "Worksheet", line: int, column: int, cell: Cell, styles: _Styles, kind: ColumnKind) -> None:
    style = styles.kinds[kind]
    if isinstance(cell, bool):
        sheet.write_boolean(line, column, cell, style)
    elif isinstance(cell, dt.datetime):
        sheet.write_datetime(line, column, cell.replace(tzinfo=None), styles.moment)
    elif isinstance(cell, dt.date) and cell >= _FIRST_DAY:
        sheet.write_datetime(line, column, cell, styles.kinds["date"])
    elif is_number(cell):
        sheet.write_number(line, column, Exact(cell), style)
    elif isinstance(cell, str | int | dt.date) and cell != "":
        text = exact(str(cell))
        sheet.write_string(line, column, text[:_LONGEST_TEXT], styles.quoted if is_risky(text) else style)


def _prepare(book: "Workbook", sheet: "Worksheet", table: OutTable, styles: _Styles) -> None:
    """Headings, widths, formats for what is typed below, remarks, and lists to choose from."""
    for place, column in enumerate(table.columns):
        sheet.write_string(0, place, exact(column.heading), styles.bold)
        width = max(_WIDTHS[0], min(_WIDTHS[1], 2 * len(column.heading)))
        sheet.set_column(place, place, width, styles.kinds[column.kind])
        if column.note:
            sheet.write_comment(0, place, column.note, {"x_scale": 2})
        if column.choices and table.entry_rows:
            source = _source(book, place, column.choices)
            rule = {"validate": "list", "source": source, "error_type": "warning", "ignore_blank": True}
            sheet.data_validation(1, place, table.entry_rows, place, rule)


def _source(book: "Workbook", place: int, choices: Sequence[str]) -> list[str] | str:
    """The words themselves where they are few, else the cells of a hidden sheet."""
    if len(",".join(choices)) <= _MOST_LISTED:
        return list(choices)
    name = "Lists"
    sheet = book.get_worksheet_by_name(name) or book.add_worksheet(name)
    sheet.hide()
    sheet.write_column(0, place, choices)
    from xlsxwriter.utility import xl_rowcol_to_cell

    first, last = (xl_rowcol_to_cell(row, place, row_abs=True, col_abs=True) for row in (0, len(choices) - 1))
    return f"={name}!{first}:{last}"
