"""Our own templates, and any table, as .xlsx or .csv that Excel opens as they are meant."""

import csv
import datetime as dt
import io
import math
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from model.errors import Value
from model.fields import Raw
from model.intake.files import refuse
from model.intake.layouts import Layout, template_layout

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

TemplateKind = Literal["products", "roster", "choices", "orders", "results"]

_RISKY: Final = ("=", "+", "-", "@", "\t", "\r")
_EXACT: Final = 10**15
_ENTRY_ROWS: Final = 1000
_IDS: Final = frozenset({"id", "order_id", "host_id", "buyer"})
_MADE: Final = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
"""Stated as the day of making, so that the same content gives the same file."""


def write_template(kind: TemplateKind, path: Path, language: str) -> None:
    """Write the template with its header row, one example line and lists to choose from.

    Raises:
        InputError: ``file_locked`` or ``cannot_write``.
    """
    layout = template_layout(kind)
    headings, example = layout.headings(language), layout.example[_short(language)]
    row = [example[column] for column in layout.columns]
    _save(path, _csv(headings, [row]) if _is_csv(path) else _xlsx(headings, [row], layout, language))


def write_rows(path: Path, headings: Sequence[str], rows: Iterable[Sequence[Raw]]) -> None:
    """Write a table; numbers stay numbers, texts stay texts whatever they begin with.

    Raises:
        InputError: ``file_locked`` or ``cannot_write``.
    """
    _save(path, _csv(headings, rows) if _is_csv(path) else _xlsx(headings, rows))


def _short(language: str) -> str:
    return "zh" if language.startswith("zh") else "en"


def _is_csv(path: Path) -> bool:
    return path.suffix.lower() in (".csv", ".txt")


def _save(path: Path, data: bytes) -> None:
    try:
        path.write_bytes(data)
    except PermissionError:
        raise refuse("file_locked", path.name) from None
    except OSError as error:
        raise refuse("cannot_write", path.name, detail=str(error.errno)) from None


def _csv(headings: Sequence[str], rows: Iterable[Sequence[Raw]]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerows([[_csv_cell(cell) for cell in row] for row in (headings, *rows)])
    return out.getvalue().encode("utf-8-sig", "replace")


def _csv_cell(raw: Raw) -> Value:
    """The cell as Excel must see it: no text starts a formula, no long id is turned into a number."""
    if isinstance(raw, str):
        return f"'{raw}" if raw.startswith(_RISKY) else f"\t{raw}" if _looks_like_id(raw) else raw
    if isinstance(raw, float):
        return raw if math.isfinite(raw) else ""
    return f"\t{raw}" if isinstance(raw, int) and abs(raw) >= _EXACT else raw


def _looks_like_id(text: str) -> bool:
    """Digits that Excel would round or strip of their leading zeros."""
    return text.isascii() and text.isdigit() and (len(text) > 11 or (len(text) > 1 and text[0] == "0"))


def _xlsx(
    headings: Sequence[str], rows: Iterable[Sequence[Raw]], layout: Layout | None = None, language: str = ""
) -> bytes:
    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        book.set_properties({"created": _MADE})
        bold, plain, text = (
            book.add_format({"bold": True}),
            book.add_format(),
            book.add_format({"num_format": "@"}),
        )
        quoted = book.add_format({"quote_prefix": True})
        sheet = book.add_worksheet()
        sheet.freeze_panes(1, 0)
        for column, name in enumerate(headings):
            sheet.set_column(column, column, max(10, min(40, 2 * len(name))))
        if layout:
            _prepare(sheet, layout, language, text)
        for line, row in enumerate((headings, *rows)):
            for column, cell in enumerate(row):
                _put(sheet, line, column, cell, plain if line else bold, quoted)
    return out.getvalue()


def _put(sheet: "Worksheet", line: int, column: int, raw: Raw, style: "Format", quoted: "Format") -> None:
    if isinstance(raw, bool):
        sheet.write_boolean(line, column, raw, style)
    elif isinstance(raw, int | float) and math.isfinite(raw) and abs(raw) < _EXACT:
        sheet.write_number(line, column, raw, style)
    elif isinstance(raw, str | int):
        text = str(raw)
        risky = text.startswith(_RISKY) or _looks_like_id(text)
        sheet.write_string(line, column, text[:32767], quoted if risky else style)


def _prepare(sheet: "Worksheet", layout: Layout, language: str, text: "Format") -> None:
    """Ids are texts, so that what is typed there keeps all its digits; words are chosen from lists."""
    choices = layout.choices.get(_short(language), {})
    for column, code in enumerate(layout.columns):
        if code in _IDS:
            sheet.set_column(column, column, 24, text)
        if code in choices:
            rule = {"validate": "list", "source": list(choices[code]), "error_type": "warning"}
            sheet.data_validation(1, column, _ENTRY_ROWS, column, rule)
