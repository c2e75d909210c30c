"""What each day of a launch is: holiday or swapped working day, festival, days of buying, days without parcels."""

import datetime as dt
from dataclasses import dataclass

from model.launch.calendar import festivals
from model.launch.holidays import DayKind, PublicYear, public_year
from model.launch.season import Season
from model.launch.sellingdays import closings, strongest, windows
from model.policy import Policy
from model.records import RepurchaseClass


@dataclass(frozen=True, slots=True)
class DayFact:
    """One day of a calendar.

    ``kind`` by the public calendar, ``known`` whether that is published; ``festival`` the code of the one whose day it is,
    ``buying`` of the one people buy for, both empty for none; ``lift`` orders of a session against an ordinary day;
    ``closed``: carriers take no parcels.
    """

    day: dt.date
    kind: DayKind
    known: bool
    festival: str
    buying: str
    lift: float
    closed: bool


def day_facts(season: Season, letter: RepurchaseClass, policy: Policy) -> tuple[DayFact, ...]:
    """Every day of a season, for goods of one class."""
    years: dict[int, PublicYear] = {
        year: public_year(year) for year in range(season.first.year, season.last.year + 1)
    }
    named = windows(season.first, season.last, letter, policy, season.own_lifts)
    which = strongest(named, season.first, season.days).tolist()
    on_day = {one.day: one.code for one in festivals(season.first, season.last, policy.festivals)}
    shut = closings(season.first, season.last, policy.delivery)
    made = []
    for place, window in enumerate(which):
        day = season.day(place)
        year = years[day.year]
        made.append(
            DayFact(
                day,
                year.kind(day),
                year.published,
                on_day.get(day, ""),
                named[window].festival.code if window >= 0 else "",
                named[window].lift if window >= 0 else 1.0,
                any(one.first <= day <= one.last for one in shut),
            )
        )
    return tuple(made)
