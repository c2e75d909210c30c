"""Chinese festivals, of the moon and of the shops, and the days around them on which people buy for them."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from lunar_python import Lunar, Solar

from model.launchrules import FestivalRule

Dated = Callable[[int], dt.date]


@dataclass(frozen=True, slots=True)
class Festival:
    """One festival of one year: its day, and from when to when people buy for it."""

    code: str
    day: dt.date
    first: dt.date
    last: dt.date


def _solar(month: int, day: int) -> Dated:
    return lambda year: dt.date(year, month, day)


def _lunar(month: int, day: int, later: int = 0) -> Dated:
    return lambda year: _date(Lunar.fromYmd(year, month, day).getSolar()) + dt.timedelta(later)


def _second_sunday(month: int) -> Dated:
    return lambda year: dt.date(year, month, 14 - dt.date(year, month, 7).isoweekday() % 7)


def _term(name: str) -> Dated:
    return lambda year: _date(Solar.fromYmd(year, 6, 1).getLunar().getJieQiTable()[name])


def _date(day: Solar) -> dt.date:
    return dt.date(day.getYear(), day.getMonth(), day.getDay())


DATES: Final[Mapping[str, Dated]] = {
    "new_year": _solar(1, 1),
    "year_fair": _lunar(1, 1, -19),
    "spring_festival": _lunar(1, 1),
    "lantern": _lunar(1, 15),
    "valentine": _solar(2, 14),
    "womens_day": _solar(3, 8),
    "qingming": _term("清明"),
    "labour_day": _solar(5, 1),
    "mothers_day": _second_sunday(5),
    "dragon_boat": _lunar(5, 5),
    "shopping_618": _solar(6, 18),
    "qixi": _lunar(7, 7),
    "school": _solar(9, 1),
    "mid_autumn": _lunar(8, 15),
    "national_day": _solar(10, 1),
    "double_11": _solar(11, 11),
    "double_12": _solar(12, 12),
}
"""The day of each festival in a year (that of the moon's year which begins in it)."""


@cache
def day_of(code: str, year: int) -> dt.date:
    """The day of one festival in a year; asked for again and again, and the moon takes its time."""
    return DATES[code](year)


def festivals(first: dt.date, last: dt.date, rule: FestivalRule) -> tuple[Festival, ...]:
    """Festivals whose days of buying touch the time from ``first`` to ``last``, by their day."""
    years = range(first.year - 1, last.year + 2)
    found = (one for year in years for one in _of_year(year, rule))
    return tuple(
        sorted((one for one in found if one.last >= first and one.first <= last), key=lambda one: one.day)
    )


def _of_year(year: int, rule: FestivalRule) -> Iterator[Festival]:
    for code in DATES:
        window = getattr(rule, code)
        day = day_of(code, year)
        before, after = (dt.timedelta(round(window[side])) for side in ("before", "after"))
        yield Festival(code, day, day - before, day + after)
