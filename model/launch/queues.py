"""Work that waits in queues: what comes each day, who is there, what is done, what is late."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from model.launch.hands import ROLES, Hand, Role, hours_per_order, hours_per_session, pools, shared_out
from model.launch.holidays import DayKind, public_year
from model.launch.season import Schedule, Season
from model.launch.sellingdays import closings
from model.launchrules import CapacityRule
from model.policy import Policy
from model.records import Kind

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]
PACKING = ROLES.index(Role.PACKING)
"""Place of packing among the roles."""


@dataclass(frozen=True, slots=True)
class Temporary:
    """Temporary hands for packing from ``first`` to ``last``: what they cost and save, in yuan over these days."""

    first: dt.date
    last: dt.date
    people: int
    wages: float
    saved: float

    @property
    def gain(self) -> float:
        """Yuan left after wages."""
        return self.saved - self.wages


def pools_by_day(
    schedule: Schedule, hands: Sequence[Hand], policy: Policy, temporary: Sequence[Temporary]
) -> Floats:
    """Hours that day of all who can do at least one role of each set: (days, 32)."""
    season, rule = schedule.season, policy.capacity
    years = {year: public_year(year) for year in range(season.first.year, season.last.year + 1)}
    live = {
        (one.session.host, one.day): policy.own_people.hours[one.session.kind]
        for one in schedule.bookings
        if one.session.kind is not Kind.HOST
    }
    made = np.zeros((season.days, 1 << len(ROLES)))
    for place in range(season.days):
        day = season.day(place)
        holiday = years[day.year].kind(day) is DayKind.HOLIDAY
        hours = [
            (hand.roles, max(0.0, hand.hours - live.get((hand.host, day), 0.0)))
            for hand in hands
            if hand.works(day, holiday)
        ]
        extra = sum(one.people for one in temporary if one.first <= day <= one.last)
        hours.append((frozenset({Role.PACKING}), extra * rule.temp_hours * rule.temp_speed))
        made[place] = pools(hours)
    return made


def needed_hours(schedule: Schedule, orders: Floats, returned: float, rule: CapacityRule) -> Floats:
    """Hours of new work of each kind on each day: (draws, days, 5)."""
    lag, each = round(rule.return_lag), hours_per_order(rule, returned)
    needed = orders[:, :, None] * each
    back = ROLES.index(Role.AFTER_SALES)
    needed[:, :, back] = 0.0
    if lag < orders.shape[1]:
        needed[:, lag:, back] = orders[:, : orders.shape[1] - lag] * each[back]
    held = [place - 1 for place in schedule.places().tolist()]
    before = np.bincount(
        [max(0, p) for p in held if p < schedule.season.days], minlength=schedule.season.days
    )
    return np.asarray(needed + before[:, None] * hours_per_session(rule))


def worked_off(needed: Floats, pool: Floats) -> Floats:
    """Hours of each kind done on each day in each draw."""
    done = np.empty_like(needed)
    waiting = np.zeros_like(needed[:, 0])
    for day in range(needed.shape[1]):
        waiting += needed[:, day]
        done[:, day] = shared_out(pool[day], waiting)
        waiting -= done[:, day]
    return done


def due_days(season: Season, policy: Policy) -> Whole:
    """The place of the day by whose evening the work of each day must be done; never before the carriers are back."""
    promise = round(policy.capacity.promise)
    due = np.arange(season.days) + promise
    for shut in closings(season.first, season.last, policy.delivery):
        first, last = season.place(shut.first), season.place(shut.last)
        due[(due >= first) & (due <= last)] = last + promise
    return due


def late_hours(came: Floats, done: Floats, due: Whole) -> Floats:
    """Hours of work late by the day they are due (days, draws).

    Work is done in the order it came, so of a day's work is late what all work up to that day has more than all that is
    done by its due day. What falls due after the season is not judged.
    """
    all_came, all_done = came.cumsum(axis=0), done.cumsum(axis=0)
    late = np.zeros(came.shape)
    for place in np.flatnonzero(due < len(came)).tolist():
        behind = np.minimum(came[place], all_came[place] - all_done[due[place]])
        late[due[place]] += np.maximum(behind, 0.0)
    return late
