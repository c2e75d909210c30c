"""Public holidays and the working days swapped for them: as published, or, until they are, as the law has them at least."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from lunar_python.util import HolidayUtil

from model.launch.calendar import day_of

_DAY: Final = dt.timedelta(1)


class DayKind(StrEnum):
    """What a day is for those who work by the public calendar."""

    WORK = "workday"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    SWAPPED = "swapped"


@dataclass(frozen=True, slots=True)
class PublicDay:
    """One day that is otherwise than its weekday says; ``festival`` a code of the calendar's ``DATES``."""

    day: dt.date
    kind: DayKind
    festival: str


@dataclass(frozen=True)
class PublicYear:
    """Holidays and swaps of one year by their day.

    ``published`` is false while the State Council's notice is not in the library: then only the days the law fixes are
    known, neither what is added to them nor the working days swapped for that.
    """

    year: int
    published: bool
    days: Mapping[dt.date, PublicDay]

    def kind(self, day: dt.date) -> DayKind:
        """What a day of this year is."""
        if day in self.days:
            return self.days[day].kind
        return DayKind.WEEKEND if day.weekday() >= 5 else DayKind.WORK


_BY_LAW: Final = (
    ("new_year", 0, 1),
    ("spring_festival", -1, 4),
    ("qingming", 0, 1),
    ("labour_day", 0, 2),
    ("dragon_boat", 0, 1),
    ("mid_autumn", 0, 1),
    ("national_day", 0, 3),
)
"""Festival, first day after it, number of days: Regulation on public holidays as of 1 January 2025 (State Council order 795)."""

_NAMES: Final[Mapping[str, str]] = {
    "元旦": "new_year",
    "春节": "spring_festival",
    "清明": "qingming",
    "劳动": "labour_day",
    "端午": "dragon_boat",
    "中秋": "mid_autumn",
    "国庆": "national_day",
}


def public_year(year: int) -> PublicYear:
    """Holidays and swapped working days of a year, from ``lunar_python`` where its notice is published."""
    told = HolidayUtil.getHolidays(year)
    days = [_told(one) for one in told] if told else _by_law(year)
    return PublicYear(year, bool(told), MappingProxyType({one.day: one for one in days}))


def _told(one: object) -> PublicDay:
    day, name, work = one.getDay(), one.getName(), one.isWork()  # type: ignore[attr-defined]
    code = next((code for start, code in _NAMES.items() if name.startswith(start)), "")
    return PublicDay(dt.date.fromisoformat(day), DayKind.SWAPPED if work else DayKind.HOLIDAY, code)


def _by_law(year: int) -> list[PublicDay]:
    return [
        PublicDay(day_of(code, year) + _DAY * (first + n), DayKind.HOLIDAY, code)
        for code, first, count in _BY_LAW
        for n in range(count)
    ]
