"""Days and times as exports write them: what one cell says, part by part."""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from model.fields import BadCell, Raw, clean, is_empty

N = TypeVar("N")

DAY_FIRST: Final = "dmy"
MONTH_FIRST: Final = "mdy"
"""How 3/8/2026 is read."""
FIRST_YEAR: Final = 1990
LAST_YEAR: Final = 2099
SERIALS: Final = range(30_000, 74_000)
"""Day numbers of a spreadsheet from 1982 to 2102; other numbers are read as 20140919."""
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_AFTER_NOON: Final = frozenset({"pm", "p.m.", "下午", "晚上", "中午", "傍晚"})
_HALF = r"上午|下午|凌晨|早上|中午|傍晚|晚上|[ap]m|[ap]\.m\."
_NAME = "|".join(_MONTHS)
_TIME = (
    rf"(?:[ t,_]*+(?P<half>{_HALF})?\s*+(?<!\d)(?P<h>\d{{1,2}})\s*+(?:[:时点]\s*+(?:(?P<mi>\d{{1,2}})\s*+"
    rf"(?:[:分]\s*+(?:(?P<s>\d{{1,2}})(?:[.,]\d+)?\s*+秒?)?)?)?)?\s*+(?P<half2>{_HALF})?"
    r"\s*+(?:z|utc|gmt|[+-]\d{2}:?\d{2})?)?"
)
_WEEKDAY = r"(?:\s*+\(?(?:星期|周)[一二三四五六日天]\)?)?"
_PATTERNS = tuple(
    re.compile(pattern, re.ASCII)
    for pattern in (
        rf"(?P<y>\d{{4}})\s*+[-/.年#_]\s*+(?P<mo>\d{{1,2}})\s*+[-/.月#_]\s*+(?P<d>\d{{1,2}})\s*+[日号]?{_WEEKDAY}{_TIME}",
        r"(?P<y>\d{4})(?P<mo>\d{2})(?P<d>\d{2})(?:[ t_]?(?P<h>\d{2})(?P<mi>\d{2})(?P<s>\d{2})?)?",
        rf"(?P<y>\d{{4}})(?P<mo>\d{{2}})(?P<d>\d{{2}})[ t_]{_TIME}",
        rf"(?P<d>\d{{1,2}})\.(?P<mo>\d{{1,2}})\.(?P<y>\d{{4}}){_TIME}",
        rf"(?P<first>\d{{1,2}})(?P<sign>[-/#])(?P<second>\d{{1,2}})(?P=sign)(?P<y>\d{{4}}|\d{{2}}){_TIME}",
        rf"(?:[a-z]{{3,9}},?\s++)?(?P<d>\d{{1,2}})[- ]?(?P<name>{_NAME})[a-z]{{0,6}}\.?[-, ]+(?P<y>\d{{4}}){_TIME}",
        rf"(?:[a-z]{{3,9}},?\s++)?(?P<name>{_NAME})[a-z]{{0,6}}\.?\s+(?P<d>\d{{1,2}}),?\s+(?P<y>\d{{4}}){_TIME}",
    )
)
_SERIAL = re.compile(r"(?P<day>\d{5})(?:\.(?P<part>\d+))?", re.ASCII)


@dataclass(frozen=True)
class Parts(Generic[N]):
    """The numbers of a date; ``loose`` when month and day may also stand the other way round (3/8/2026).

    Only a loose date may have a year of two digits.
    """

    year: N | int
    month: N | int
    day: N | int
    hour: N | int = 0
    minute: N | int = 0
    second: N | int = 0
    loose: bool = False


def parts(text: str, number: Callable[[int, int], N]) -> Parts[N] | None:
    """What a cleaned, half-width text in small letters says; ``number`` reads the digits from one place to another.

    A zone is passed over: times stay as written. A point between the numbers is only used day first.
    """
    for pattern in _PATTERNS:
        if match := pattern.fullmatch(text):
            return _parts(match, lambda name: number(*match.span(name)))
    return None


def _parts(match: re.Match[str], number: Callable[[str], N]) -> Parts[N]:
    found = match.groupdict()
    hour, minute, second = (number(name) if found.get(name) else 0 for name in ("h", "mi", "s"))
    half = found.get("half") or found.get("half2")
    if half:
        hour = hour % 12 + (12 if half in _AFTER_NOON else 0)  # type: ignore[operator]
    loose = bool(found.get("first"))
    if loose:
        return Parts(number("y"), number("first"), number("second"), hour, minute, second, loose)
    month = _MONTHS.index(found["name"]) + 1 if found.get("name") else number("mo")
    return Parts(number("y"), month, number("d"), hour, minute, second)


def serial_days(text: str) -> float | None:
    """Days since 1899-12-30 when the text is a spreadsheet's day number, whole or with a time of day."""
    match = _SERIAL.fullmatch(text)
    return float(text) if match and int(match["day"]) in SERIALS else None


def day(raw: Raw) -> dt.date | None:
    """The calendar day of ``2026-07-22T11:00``, ``2026/7/2 11:00:21``, ``20140919``, ``22.7.2026`` or a day number.

    Raises:
        BadCell: ``not_a_date``; one cell alone does not tell whether 3/8/2026 is in March or in August.
    """
    if is_empty(raw):
        return None
    text = clean(raw).lower()
    if (serial := serial_days(text)) is not None:
        return dt.date(1899, 12, 30) + dt.timedelta(int(serial))
    found = parts(text, lambda first, last: int(text[first:last]))
    if found is None or not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise BadCell("not_a_date", clean(raw))
    month, date = found.month, found.day
    if found.loose and month > 12:
        month, date = date, month
    if found.loose and date <= 12 and month != date:
        raise BadCell("not_a_date", clean(raw))
    try:
        return dt.date(found.year, month, date)
    except ValueError:
        raise BadCell("not_a_date", clean(raw)) from None
