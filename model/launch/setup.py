"""What a merchant has told of a launch: from when to when, who works, who is free, what he has moved by hand."""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final, TypeVar

from model.errors import InvalidRecord
from model.fields import BadCell, clean, is_empty
from model.intake.cells.dates import FIRST_YEAR, LAST_YEAR, day
from model.launch.hands import Hand
from model.launch.relief import WAYS
from model.launch.season import School, Season

Days = tuple[tuple[dt.date, dt.date], ...]
"""Stretches of days, both ends counted."""
T = TypeVar("T")

_WEEKS: Final = 12
"""Weeks planned for until the merchant says otherwise."""
_AHEAD: Final = 7
"""Days from today on which nobody is asked to go live."""
_BETWEEN: Final = re.compile(r"\s*[,，、;；\n]\s*")
_FROM_TO: Final = re.compile(r"\s*(?:–|—|~|～|至|到|\s-\s|\sto\s)\s*")


KEY: Final = "launch"
"""The setting of a project under which a setup is kept."""


@dataclass(frozen=True)
class Setup:
    """What a launch starts from; kept with the project.

    ``school`` None: the better one; ``way`` one of :data:`WAYS`, empty: the one that leaves most. ``fixed`` names the day of
    a session (by id) that was moved by hand, ``free`` when a host (by id) can go live, ``stock`` when a product (by name)
    arrives.
    """

    first: dt.date
    last: dt.date
    school: School | None = None
    way: str = ""
    hands: tuple[Hand, ...] = ()
    fixed: Mapping[str, dt.date] = field(default_factory=dict)
    free: Mapping[str, Days] = field(default_factory=dict)
    stock: Mapping[str, dt.date] = field(default_factory=dict)

    def season(self, today: dt.date, own_lifts: Mapping[str, float] = MappingProxyType({})) -> Season:
        """The time to place in; only days within it are looked at."""
        free = {host: frozenset(self._days_of(stretches)) for host, stretches in self.free.items()}
        return Season(self.first, self.last, today, free, self.stock, None, own_lifts)

    def _days_of(self, stretches: Days) -> Iterator[dt.date]:
        for start, end in stretches:
            begin, stop = max(start, self.first), min(end, self.last)
            yield from (begin + dt.timedelta(n) for n in range((stop - begin).days + 1))

    def packed(self) -> dict[str, Any]:
        """As plain lists and texts, to be stored."""
        return {
            "first": self.first.isoformat(),
            "last": self.last.isoformat(),
            "school": self.school.value if self.school else "",
            "way": self.way,
            "hands": [_packed(hand) for hand in self.hands],
            "fixed": {session: on.isoformat() for session, on in sorted(self.fixed.items())},
            "free": {
                host: [[start.isoformat(), end.isoformat()] for start, end in stretches]
                for host, stretches in sorted(self.free.items())
            },
            "stock": {name: on.isoformat() for name, on in sorted(self.stock.items())},
        }


def unpacked(stored: object, today: dt.date) -> Setup:
    """The setup from what was stored; what is missing or damaged is as for a launch nobody has told anything of."""
    table = stored if isinstance(stored, Mapping) else {}
    monday = today + dt.timedelta(_AHEAD + (-today.weekday()) % 7)
    first = _date(table.get("first")) or monday
    last = _date(table.get("last")) or first + dt.timedelta(7 * _WEEKS - 1)
    school, way, hands = table.get("school"), table.get("way"), table.get("hands")
    return Setup(
        first,
        last,
        School(school) if isinstance(school, str) and school in set(School) else None,
        way if isinstance(way, str) and way in WAYS else "",
        tuple(hand for row in (hands if isinstance(hands, list) else []) if (hand := _hand(row))),
        _table(table.get("fixed"), _date),
        _table(table.get("free"), _stretches),
        _table(table.get("stock"), _date),
    )


def read_days(text: str) -> Days:
    """Days such as ``2027-01-05 – 2027-01-20, 2027-02-01``, a single one being a stretch of one day; () when empty.

    Raises:
        BadCell: ``not_a_date``; ``days_backwards`` when a stretch ends before it begins.
    """
    if is_empty(text):
        return ()
    return tuple(_stretch(part) for part in _BETWEEN.split(clean(text)) if part)


def days_text(stretches: Days) -> str:
    """Days as :func:`read_days` reads them back."""
    parts = (
        start.isoformat() if start == end else f"{start.isoformat()} – {end.isoformat()}"
        for start, end in stretches
    )
    return ", ".join(parts)


def _stretch(text: str) -> tuple[dt.date, dt.date]:
    ends = [day(part) for part in _FROM_TO.split(text)]
    first, last = ends[0], ends[-1]
    if first is None or last is None or len(ends) > 2:
        raise BadCell("not_a_date", text)
    if last < first:
        raise BadCell("days_backwards", text)
    return first, last


def _packed(hand: Hand) -> dict[str, Any]:
    return {
        "name": hand.name,
        "roles": sorted(hand.roles),
        "hours": hand.hours,
        "days_off": sorted(hand.days_off),
        "holidays": hand.holidays,
        "host": hand.host,
    }


def _hand(row: object) -> Hand | None:
    if not isinstance(row, Mapping):
        return None
    hours, texts = row.get("hours"), {name: row.get(name) for name in ("name", "host")}
    several = {
        name: ",".join(map(str, row[name])) if isinstance(row.get(name), list) else ""
        for name in ("roles", "days_off")
    }
    told = {name: value if isinstance(value, str) else "" for name, value in texts.items()}
    known = float(hours) if isinstance(hours, int | float) else None
    try:
        return Hand.parse(**told, **several, hours=known, holidays="yes" if row.get("holidays") else "no")
    except InvalidRecord:
        return None


def _date(value: object) -> dt.date | None:
    try:
        found = dt.date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
    return found if found and FIRST_YEAR <= found.year <= LAST_YEAR else None


def _stretches(value: object) -> Days | None:
    rows = value if isinstance(value, list) else []
    ends = [tuple(map(_date, row)) for row in rows if isinstance(row, list) and len(row) == 2]
    made = tuple((start, end) for start, end in ends if start and end and start <= end)
    return made or None


def _table(value: object, read: Callable[[object], T | None]) -> dict[str, T]:
    rows = value.items() if isinstance(value, Mapping) else ()
    return {str(key): found for key, one in rows if (found := read(one)) is not None}
