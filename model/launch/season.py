"""The time a plan is placed in, a schedule of its sessions, and what is wrong with a day."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from types import MappingProxyType
from typing import Final

import numpy as np
from numpy.typing import NDArray

from model.errors import InputError, Problem, Reason, Value
from model.launch.sellingdays import Closing, closings, lifts, shipped_share
from model.launch.sessions import Session
from model.policy import Policy
from model.records import Kind, RepurchaseClass

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]


class School(StrEnum):
    """Who goes first: the many near the buyer, or the famous."""

    TAIL_FIRST = "tail_first"
    HEAD_FIRST = "head_first"


@dataclass(frozen=True)
class Season:
    """Between which days sessions may lie, and what holds them back.

    ``free`` names the days of a host (by id; a host not named is always free), ``stock`` the day on which a product
    (by name) arrives, ``carries`` how many orders a day the shop's hands can carry (None: not asked), ``own_lifts``
    what own orders say of a festival.
    """

    first: dt.date
    last: dt.date
    today: dt.date
    free: Mapping[str, frozenset[dt.date]] = field(default_factory=dict)
    stock: Mapping[str, dt.date] = field(default_factory=dict)
    carries: float | None = None
    own_lifts: Mapping[str, float] = field(default_factory=dict)

    @property
    def days(self) -> int:
        """Number of days, both ends counted."""
        return (self.last - self.first).days + 1

    def day(self, place: int) -> dt.date:
        """The day at a place from 0."""
        return self.first + dt.timedelta(place)

    def place(self, day: dt.date) -> int:
        """The place of a day; below 0 or from ``days`` on it lies outside."""
        return (day - self.first).days


def check_season(season: Season, most_ahead: float) -> None:
    """Refuse a season nothing can be placed in, and one that begins more than ``most_ahead`` days from today.

    Raises:
        InputError: ``season_backwards``, ``season_past``, ``season_far`` and ``capacity_impossible``, as many as are true.
    """
    problems = []
    if season.last < season.first:
        values = {"first": season.first.isoformat(), "last": season.last.isoformat()}
        problems.append(Problem("season_backwards", column="last", values=values))
    elif season.last < season.today:
        problems.append(Problem("season_past", column="last", values={"last": season.last.isoformat()}))
    latest = season.today + dt.timedelta(most_ahead)
    if season.first > latest:
        far: dict[str, Value] = {"first": season.first.isoformat(), "latest": latest.isoformat()}
        problems.append(Problem("season_far", column="first", values=far))
    if season.carries is not None and not season.carries > 0:
        problems.append(Problem("capacity_impossible", column="carries", values={"orders": season.carries}))
    if problems:
        raise InputError(problems)


@dataclass(frozen=True, slots=True)
class Booking:
    """One session on one day."""

    session: Session
    day: dt.date


@dataclass(frozen=True, slots=True)
class Conflict:
    """What speaks against the day of one session; ``hard``: it cannot take place so."""

    session: str
    reason: Reason
    hard: bool


Sent = Mapping[str, float]
"""By session id the share of its orders that there are goods for."""
ALL_SENT: Final[Sent] = MappingProxyType({})


@dataclass(frozen=True)
class Schedule:
    """Sessions on days, by day; ``conflicts`` of those placed, and ``unplaced`` sessions with the reason.

    ``sent``: what of a session's orders is to be sent, where it is known.
    """

    season: Season
    bookings: tuple[Booking, ...]
    conflicts: tuple[Conflict, ...] = ()
    unplaced: tuple[Conflict, ...] = ()
    sent: Sent = field(default_factory=lambda: ALL_SENT)

    @property
    def sessions(self) -> tuple[Session, ...]:
        """The sessions in the order of the bookings."""
        return tuple(one.session for one in self.bookings)

    def places(self) -> Whole:
        """The day of each booking as a place in the season."""
        return np.array([self.season.place(one.day) for one in self.bookings], np.int64)


def carry(rule_share: float, rule_days: float) -> Floats:
    """Shares of a session's orders by day after it: what does not come at once comes evenly over the days after."""
    after = round(rule_days)
    return np.array([1 - rule_share, *[rule_share / after] * after])


def day_factor(season: Season, letter: RepurchaseClass, policy: Policy) -> Floats:
    """Orders kept of a session on each day against an ordinary one: lift of festivals, less what is cancelled unsent."""
    lift = lifts(season.first, season.days, letter, policy, season.own_lifts)
    return lift * shipped_share(season.first, season.days, policy.delivery)


def conflicts(
    season: Season, bookings: Sequence[Booking], policy: Policy, sent: Sent = ALL_SENT
) -> tuple[Conflict, ...]:
    """Everything that speaks against the days of the bookings, by session."""
    shut = closings(season.first, season.last, policy.delivery)
    found = [c for one in bookings for c in _of_day(season, one, shut)]
    found += _of_hosts(bookings, policy)
    found += _of_segments(bookings, policy)
    found += _of_capacity(season, bookings, policy, sent)
    return tuple(found)


def _of_day(season: Season, one: Booking, shut: Sequence[Closing]) -> list[Conflict]:
    name, day, told = one.session.name, one.day, one.day.isoformat()
    found = []
    if day < season.today:
        found.append(Conflict(one.session.id, Reason("day_past", {"name": name, "day": told}), True))
    elif not season.first <= day <= season.last:
        found.append(Conflict(one.session.id, Reason("outside_season", {"name": name, "day": told}), True))
    if one.session.host in season.free and day not in season.free[one.session.host]:
        found.append(Conflict(one.session.id, Reason("host_not_free", {"name": name, "day": told}), True))
    arrival = season.stock.get(one.session.product)
    if arrival is not None and day < arrival:
        values = {"name": name, "product": one.session.product, "arrives": arrival.isoformat()}
        found.append(Conflict(one.session.id, Reason("before_stock", values), True))
    for closing in shut:
        if closing.first <= day <= closing.last:
            again = (closing.last + dt.timedelta(1)).isoformat()
            values = {"name": name, "day": told, "again": again}
            found.append(Conflict(one.session.id, Reason("parcels_stand_still", values), False))
    return found


def _of_hosts(bookings: Sequence[Booking], policy: Policy) -> list[Conflict]:
    """Two sessions of one host on one day, or too soon after each other; the later one is told."""
    found = []
    for before, after in _neighbours(bookings, [one.session.host for one in bookings]):
        days, gap = (after.day - before.day).days, rest(after.session, policy)
        values: dict[str, Value] = {"name": after.session.name, "day": after.day.isoformat()}
        if days == 0:
            found.append(Conflict(after.session.id, Reason("host_twice", values), True))
        elif days < gap:
            told = Reason("host_too_soon", {**values, "days": days, "least": gap})
            found.append(Conflict(after.session.id, told, False))
    return found


def rest(session: Session, policy: Policy) -> int:
    """Days from one session of a host to his next: the shop's own people go live every day."""
    return max(1, round(policy.waves.host_gap)) if session.kind is Kind.HOST else 1


def _of_segments(bookings: Sequence[Booking], policy: Policy) -> list[Conflict]:
    """Sessions of other hosts for the same audience within the gap; the later one is told."""
    found, gap = [], round(policy.waves.segment_gap)
    for before, after in _neighbours(bookings, [one.session.segment for one in bookings]):
        days = (after.day - before.day).days
        if days < gap and before.session.host != after.session.host:
            values: dict[str, Value] = {"name": after.session.name, "other": before.session.name}
            apart = Reason("same_audience", {**values, "days": days, "least": gap})
            told = apart if days else Reason("same_audience_day", {**values, "least": gap})
            found.append(Conflict(after.session.id, told, False))
    return found


def _neighbours(bookings: Sequence[Booking], keys: Sequence[str]) -> list[tuple[Booking, Booking]]:
    """Bookings of one key next to each other in time."""
    groups: dict[str, list[Booking]] = {}
    for key, one in zip(keys, bookings, strict=True):
        groups.setdefault(key, []).append(one)
    ordered = (sorted(of, key=lambda one: (one.day, one.session.id)) for of in groups.values())
    return [pair for of in ordered for pair in pairwise(of)]


def _of_capacity(season: Season, bookings: Sequence[Booking], policy: Policy, sent: Sent) -> list[Conflict]:
    """Days on which more orders are expected than the hands carry, told of the largest session that brings some of them."""
    if season.carries is None or not bookings:
        return []
    load = expected(season, bookings, policy, sent)
    found = []
    for place in np.flatnonzero(load > season.carries * (1 + 1e-9)):
        day = season.day(int(place))
        if (largest := largest_of(bookings, day, policy)) is None:
            continue
        values: dict[str, Value] = {"day": day.isoformat(), "orders": float(load[place])}
        told = Reason("over_capacity", {**values, "carries": season.carries})
        found.append(Conflict(largest.session.id, told, False))
    return found


def largest_of(bookings: Sequence[Booking], day: dt.date, policy: Policy) -> Booking | None:
    """The largest session that brings orders on a day, one of that day before those of earlier ones."""
    after = round(policy.capacity.carry_days)
    of = [one for one in bookings if 0 <= (day - one.day).days <= after]
    return max(of, key=lambda one: (one.day == day, one.session.orders), default=None)


def expected(season: Season, bookings: Sequence[Booking], policy: Policy, sent: Sent = ALL_SENT) -> Floats:
    """Orders to send expected on each day of the season, with what comes on the days after a session."""
    load = np.zeros(season.days)
    shape = carry(policy.capacity.carry_share, policy.capacity.carry_days)
    factors = {s: day_factor(season, s, policy) for s in {one.session.letter for one in bookings}}
    for one in bookings:
        place = season.place(one.day)
        if 0 <= place < season.days:
            upto = min(len(shape), season.days - place)
            orders = one.session.orders * sent.get(one.session.id, 1.0)
            load[place : place + upto] += orders * factors[one.session.letter][place] * shape[:upto]
    return load
