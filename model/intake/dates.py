"""Days as exports write them."""

import datetime as dt
import re
from typing import Final

from model.fields import BadCell, Raw, clean, is_empty

_WRITTEN = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]*\d{1,2}[:：时].*)?")
_PACKED = re.compile(r"(\d{4})(\d{2})(\d{2})(?:\d{6})?")
_FIRST_YEAR: Final = 1990
_LAST_YEAR: Final = 2099
_SERIALS: Final = range(30_000, 74_000)
"""Day numbers of a spreadsheet from 1982 to 2102; other numbers are read as 20140919."""


def day(raw: Raw) -> dt.date | None:
    """The calendar day of ``2026-07-22T11:00``, ``2026/7/2 11:00:21``, ``20140919`` or a day number.

    Raises:
        BadCell: ``not_a_date``.
    """
    if is_empty(raw):
        return None
    if isinstance(raw, int | float) and int(raw) in _SERIALS:
        return dt.date(1899, 12, 30) + dt.timedelta(int(raw))
    text = clean(raw)
    match = _WRITTEN.fullmatch(text) or _PACKED.fullmatch(text)
    if match is None or not _FIRST_YEAR <= int(match[1]) <= _LAST_YEAR:
        raise BadCell("not_a_date", text)
    try:
        return dt.date(*(int(part) for part in match.groups()))
    except ValueError:
        raise BadCell("not_a_date", text) from None
