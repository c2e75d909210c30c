"""A workbook that goes on computing: several sheets, cells with formulas beside the values they have now."""

import datetime as dt
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from model.intake.out.guarding import Cell, Exact, exact, is_number, is_risky
from model.intake.out.out import FORMATS, MADE, ColumnKind, save
from model.watching import Step, quiet

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

__all__ = ["BookSheet", "Item", "write_book"]

_A4: Final = 9
_INPUT: Final = "#1f4fbf"
_HEAD: Final = "#eef1f6"
_NOTE: Final = "#5d697b"


@dataclass(frozen=True, slots=True)
class Item:
    """One cell: its value, how it is shown, the formula it has (from "=" on), and whether it is there to be changed."""

    value: Cell
    kind: ColumnKind = "any"
    formula: str = ""
    entered: bool = False
    bold: bool = False


@dataclass(frozen=True)
class BookSheet:
    """One sheet: headings, lines of items, widths in characters; ``frozen`` columns stay in sight.

    ``note`` stands below the last line; ``printed`` columns go on paper (0: all).
    """

    name: str
    heads: Sequence[str]
    rows: Sequence[Sequence[Item]]
    widths: Sequence[int]
    frozen: int = 0
    note: str = ""
    printed: int = 0


def write_book(
    path: Path,
    sheets: Sequence[BookSheet],
    font: str,
    title: str,
    step: Step = quiet,
) -> None:
    """Write a workbook, whole or not at all; ``title`` stands on every printed page.

    ``step`` is told each sheet (``book_sheet/2/6``) with the share 0-1 of the sheets before; it may end the work by raising.

    Raises:
        InputError: ``file_locked``, ``cannot_write``.
    """
    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        book.set_properties({"created": MADE, "title": exact(title)})
        styles = _Styles(book, font)
        for number, told in enumerate(sheets):
            step(f"book_sheet/{number + 1}/{len(sheets)}", number / len(sheets))
            _write(book.add_worksheet(told.name), told, styles, title)
    step(f"book_sheet/{len(sheets)}/{len(sheets)}", 1.0)
    save(path, out.getvalue())


class _Styles:
    """The formats of a workbook, each made once."""

    def __init__(self, book: "Workbook", font: str) -> None:
        self._book, self._font = book, font
        self._known: dict[tuple[ColumnKind, bool, bool, bool], Format] = {}
        base = {"font_name": font, "font_size": 10}
        self.head: Format = book.add_format({**base, "bold": True, "bg_color": _HEAD, "text_wrap": True, "valign": "top", "bottom": 1})  # fmt: skip
        self.note: Format = book.add_format({**base, "font_color": _NOTE})

    def of(self, item: Item, quoted: bool) -> "Format":
        """How a cell looks: figures to be changed are blue, as usual in workbooks."""
        key = (item.kind, item.entered, item.bold, quoted)
        if key not in self._known:
            told = {
                "font_name": self._font,
                "font_size": 10,
                "num_format": FORMATS[item.kind],
                "bold": item.bold,
            }
            told |= {"font_color": _INPUT} if item.entered else {}
            told |= {"quote_prefix": True} if quoted else {}
            self._known[key] = self._book.add_format(told)
        return self._known[key]


def _write(sheet: "Worksheet", told: BookSheet, styles: _Styles, title: str) -> None:
    for column, (head, width) in enumerate(zip(told.heads, told.widths, strict=True)):
        sheet.write_string(0, column, exact(head), styles.head)
        sheet.set_column(column, column, width)
    for line, row in enumerate(told.rows, 1):
        for column, item in enumerate(row):
            _put(sheet, line, column, item, styles)
    if told.note:
        sheet.write_string(len(told.rows) + 2, 0, exact(told.note), styles.note)
    sheet.freeze_panes(1, told.frozen)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    if told.printed:
        sheet.print_area(0, 0, len(told.rows) + 2, told.printed - 1)
    shown = title.replace("&", "&&")
    sheet.set_header(f"&L{shown}&R{told.name.replace('&', '&&')}")
    sheet.set_footer("&R&P / &N")


def _put(sheet: "Worksheet", line: int, column: int, item: Item, styles: _Styles) -> None:
    value = item.value
    if item.formula:
        sheet.write_formula(line, column, item.formula, styles.of(item, quoted=False), value)
    elif isinstance(value, dt.date):
        sheet.write_datetime(line, column, value, styles.of(item, quoted=False))
    elif is_number(value):
        sheet.write_number(line, column, Exact(value), styles.of(item, quoted=False))
    elif value not in (None, ""):
        text = exact(str(value))
        sheet.write_string(line, column, text, styles.of(item, quoted=is_risky(text)))
