"""Cells as they leave: Excel takes no text for a formula, and our reader gets back exactly what was there."""

import datetime as dt
import math
import re
from decimal import Decimal
from typing import Final, TypeGuard

from model.fields import Raw, clean
from model.intake.out.pasted import FORMULA_SIGNS

Cell = Raw | dt.date | dt.datetime

_EXACT: Final = 10**15
"""Whole numbers from here on lose digits in a spreadsheet."""
_FEWEST_DIGITS: Final = 11
_CONVERTED = re.compile(r"\d[\d.,]*(?:[-/:.年月eE][\d.,\-/:]*)+")
"""What Excel makes a date, a time or another number of: 1-12, 3/4, 12:30, 1e5."""
_UNWRITABLE: Final = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Signs that no workbook may hold, and no text that is to be read again."""


class Exact(float):
    """A number that XlsxWriter writes with all its digits; by itself it would keep sixteen of the seventeen."""

    __slots__ = ()

    def __format__(self, spec: str) -> str:
        """The shortest text that reads back as the same number."""
        return repr(float(self))


def is_number(cell: Cell) -> TypeGuard[int | float]:
    """Whether a cell can be written as a number without loss."""
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        return False
    return math.isfinite(cell) and (isinstance(cell, float) or abs(cell) < _EXACT)


def percent(value: float) -> str:
    """A share as percent to the last digit (``15%``): the decimal point is moved, nothing computed."""
    return f"{Decimal(repr(value)).scaleb(2).normalize():f}%"


def exact(text: str) -> str:
    """The text as our reader must find it: led by an apostrophe where it would lose something else instead."""
    text = _UNWRITABLE.sub("", text)
    kept = clean(text) == text and not _is_markup(text)
    return text if kept or clean(f"'{text}") != text else f"'{text}"


def is_risky(text: str) -> bool:
    """Whether a spreadsheet may take the text for a formula, or a number that loses digits."""
    return text.startswith(FORMULA_SIGNS) or _is_converted(text)


def safe(text: str) -> str:
    """The same for a text file, where an apostrophe is also all that keeps a text from being a formula."""
    text = exact(text)
    return f"'{text}" if text.startswith(FORMULA_SIGNS) else text


def csv_cell(cell: Cell) -> str:
    """A cell of a text file: numbers bare, ids and what Excel would convert led by a tab, dates as ISO texts."""
    if isinstance(cell, bool):
        return str(cell)
    if isinstance(cell, dt.date):
        return iso(cell)
    if isinstance(cell, str):
        return f"\t{cell}" if _is_converted(cell) else safe(cell)
    if is_number(cell):
        return repr(int(cell)) if abs(cell) < _EXACT and cell == int(cell) else repr(cell)
    return f"\t{cell}" if isinstance(cell, int) else ""


def iso(day: dt.date) -> str:
    """A day or a moment as it stands in files."""
    return day.isoformat(sep=" ", timespec="seconds") if isinstance(day, dt.datetime) else day.isoformat()


def _is_converted(text: str) -> bool:
    """Digits that Excel would round or strip of their leading zeros, and what it takes for a date."""
    if not text.isascii() or not text[:1].isdigit():
        return False
    if text.isdigit():
        return len(text) > _FEWEST_DIGITS or (len(text) > 1 and text[0] == "0")
    return bool(_CONVERTED.fullmatch(text)) and not text.replace(".", "", 1).isdigit()


def _is_markup(text: str) -> bool:
    """What XlsxWriter would take for marked-up text of its own making."""
    return text.startswith("<r>") and text.endswith("</r>")
