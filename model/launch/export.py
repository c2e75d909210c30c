"""A schedule as a calendar file (.ics) and as a table; the texts come from whoever writes it."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from model.intake.out.guarding import Cell
from model.intake.out.out import Column, ColumnKind, OutTable, save
from model.launch.season import Booking, Schedule

_PRODUCER = "-//Repurchase Matrix//Launch//EN"
_DAY = dt.timedelta(1)


@dataclass(frozen=True, slots=True)
class Entry:
    """One whole-day entry of a calendar; ``uid`` stays the same when it is exported again, so it moves and is not doubled."""

    uid: str
    day: dt.date
    summary: str
    description: str = ""


def entries(schedule: Schedule, text: Callable[[Booking], tuple[str, str]]) -> tuple[Entry, ...]:
    """An entry for every booking, with what ``text`` makes of it (summary, description)."""
    return tuple(
        Entry(f"{one.session.id}@repurchase-matrix", one.day, *text(one)) for one in schedule.bookings
    )


def ics(wanted: Iterable[Entry], stamp: dt.datetime) -> bytes:
    """The entries as iCalendar text (RFC 5545); ``stamp`` is the moment of writing, with its zone."""
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", _PRODUCER)
    calendar.add("version", "2.0")
    for one in wanted:
        event = Event()
        event.add("uid", one.uid)
        event.add("dtstamp", stamp.astimezone(dt.UTC))
        event.add("dtstart", one.day)
        event.add("dtend", one.day + _DAY)
        event.add("summary", one.summary)
        if one.description:
            event.add("description", one.description)
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def write_ics(path: Path, wanted: Iterable[Entry], stamp: dt.datetime) -> None:
    """Write the entries, whole or not at all.

    Raises:
        InputError: ``file_locked``, ``cannot_write``.
    """
    save(path, ics(wanted, stamp))


HEADINGS = ("day", "host", "tier", "form", "number", "product", "orders", "cost", "conflicts")
"""What the columns of :func:`table` are, in order."""


def table(
    schedule: Schedule, headings: Sequence[str], told: Callable[[Booking], tuple[str, str, str]]
) -> OutTable:
    """The schedule as a table for .xlsx or .csv: a line a session, ``headings`` in the order of ``HEADINGS``.

    ``told`` gives level, form and conflicts of a booking in words.
    """
    kinds: tuple[ColumnKind, ...] = (
        "date",
        "text",
        "text",
        "text",
        "count",
        "text",
        "number",
        "money",
        "text",
    )
    columns = tuple(Column(heading, kind) for heading, kind in zip(headings, kinds, strict=True))
    return OutTable(columns, tuple(_row(one, *told(one)) for one in schedule.bookings))


def _row(one: Booking, tier: str, form: str, against: str) -> tuple[Cell, ...]:
    s = one.session
    return (one.day, s.name, tier, form, s.number, s.product, s.orders, s.cost, against)
