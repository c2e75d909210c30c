"""Days that are likely too much for the shop's people, told of the sessions that bring the work."""

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np

from model.errors import Reason, Value
from model.launch.capacity import Strip
from model.launch.season import Booking, Conflict, Schedule, largest_of
from model.policy import Policy


def overloads(schedule: Schedule, load: Strip, policy: Policy) -> tuple[Conflict, ...]:
    """One for each day that the load calls overloaded, by the stretch it lies in."""
    return tuple(
        Conflict(_bringing(schedule.bookings, day, policy).session.id, reason, False)
        for reason, days in _stretches(load)
        for day in days
        if schedule.bookings
    )


def _stretches(load: Strip) -> Iterator[tuple[Reason, list[dt.date]]]:
    """Days on end with what is said of all of them."""
    edges = np.flatnonzero(np.diff(np.r_[False, load.over, False].astype(int))).tolist()
    for start, after in list(pairwise(edges))[::2]:
        days = [load.season.day(place) for place in range(start, after)]
        values: dict[str, Value] = {"day": days[0].isoformat()}
        if len(days) == 1:
            yield Reason("overloaded_day", values), days
        else:
            yield Reason("overloaded_days", {**values, "last": days[-1].isoformat(), "n": len(days)}), days


def _bringing(bookings: Sequence[Booking], day: dt.date, policy: Policy) -> Booking:
    """The largest session that brings orders on a day; where work of earlier ones still waits, the last before it."""
    if (found := largest_of(bookings, day, policy)) is not None:
        return found
    before = [one for one in bookings if one.day <= day]
    return max(before or bookings, key=lambda one: one.day)
