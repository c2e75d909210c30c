"""Load of the shop's people by day: odds of overload, what lateness costs, and when a temporary hand pays."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from model.launch.hands import ROLES, Hand, Role, hours_per_order, hours_per_session, pools, shared_out
from model.launch.holidays import DayKind, public_year
from model.launch.lifts import closings
from model.launch.season import Schedule, Season, carry, day_factor
from model.launchrules import CapacityRule
from model.policy import Policy
from model.records import Kind, Tier

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]
_PACKING = ROLES.index(Role.PACKING)
_ENDS = (0.1, 0.9)
_ENDLESS = 1e9
"""Hours of packing that no shop has: it takes all the room there is."""
_SOME = 1e-6
"""Hours from which work is late and not a rounding error."""


@dataclass(frozen=True)
class Band:
    """A figure by day with its 80 % range."""

    mean: Floats
    low: Floats
    high: Floats


@dataclass(frozen=True)
class Strip:
    """Load against hands, day by day of the season.

    ``orders`` a day and by ``tiers`` (means that add up); ``needed`` hours of all new work of the day and ``had`` hours of
    all hands; ``odds`` that some work lies longer than promised, ``over`` where they are above ``capacity.warn_overload``; ``late`` orders and ``cost`` in yuan expected of those that
    ought to leave on the day; ``waiting`` orders unpacked in the evening.
    """

    season: Season
    orders: Band
    tiers: dict[Tier, Floats]
    needed: Band
    had: Floats
    odds: Floats
    over: NDArray[np.bool_]
    late: Floats
    cost: Floats
    waiting: Floats

    @property
    def late_cost(self) -> float:
        """Yuan that lateness is expected to cost over the season."""
        return float(self.cost.sum())


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


def daily_orders(schedule: Schedule, drawn: Floats, policy: Policy) -> Floats:
    """Orders of each day of the season in each draw.

    Args:
        schedule: bookings; those outside the season bring nothing in it.
        drawn: how each booking does against its mean (draws, bookings), what is not in stock taken off.
        policy: festivals, and how orders come after a session.
    """
    return np.asarray(drawn @ _spread(schedule, policy))


def _spread(schedule: Schedule, policy: Policy) -> Floats:
    """Mean orders of each booking on each day: (bookings, days)."""
    season = schedule.season
    shape = carry(policy.capacity.carry_share, policy.capacity.carry_days)
    factors = {s: day_factor(season, s, policy) for s in {one.letter for one in schedule.sessions}}
    made = np.zeros((len(schedule.bookings), season.days))
    for row, (one, place) in enumerate(zip(schedule.bookings, schedule.places().tolist(), strict=True)):
        if 0 <= place < season.days:
            upto = min(len(shape), season.days - place)
            made[row, place : place + upto] = (
                one.session.orders * factors[one.session.letter][place] * shape[:upto]
            )
    return made


def strip(
    schedule: Schedule,
    hands: Sequence[Hand],
    drawn: Floats,
    returned: float,
    worth: float,
    policy: Policy,
    temporary: Sequence[Temporary] = (),
) -> Strip:
    """The load of a schedule on the hands.

    Every kind of work waits in a queue of its own, first come first served; each day the hands do the most urgent kinds
    first (see :func:`model.launch.hands.shared_out`). While parcels stand still around the Spring Festival nothing falls due.

    Args:
        schedule: sessions on days.
        hands: the shop's people; their own live hours are taken off.
        drawn: see :func:`daily_orders`.
        returned: share of orders that comes back.
        worth: long-run yuan of one order, lost when a late one is cancelled.
        policy: minutes, promise, what lateness costs.
        temporary: hands hired on top.
    """
    rule, season = policy.capacity, schedule.season
    spread = _spread(schedule, policy)
    orders = np.asarray(drawn @ spread)
    pool = _pools(schedule, hands, policy, temporary)
    needed = _needed(schedule, orders, returned, rule)
    done = _worked_off(needed, pool)
    late, odds = _late(needed, done, _due(season, policy), rule)
    each = rule.late_penalty + rule.late_refund * worth
    levels = np.array([one.tier for one in schedule.sessions])
    return Strip(
        season,
        _band(orders),
        {tier: drawn.mean(axis=0)[levels == tier] @ spread[levels == tier] for tier in Tier},
        _band(needed.sum(axis=2)),
        pool[:, -1],
        odds,
        odds > rule.warn_overload,
        late,
        late * each,
        (needed - done).cumsum(axis=1)[:, :, _PACKING].mean(axis=0) * 60 / max(rule.pack_minutes, 1e-9),
    )


def _band(drawn: Floats) -> Band:
    low, high = np.quantile(drawn, _ENDS, axis=0)
    return Band(drawn.mean(axis=0), low, high)


def _pools(
    schedule: Schedule, hands: Sequence[Hand], policy: Policy, temporary: Sequence[Temporary]
) -> Floats:
    """Hours that day of all who can do at least one role of each set: (days, 32)."""
    season, rule = schedule.season, policy.capacity
    years = {year: public_year(year) for year in range(season.first.year, season.last.year + 1)}
    live = {(one.session.host, one.day) for one in schedule.bookings if one.session.kind is not Kind.HOST}
    made = np.zeros((season.days, 1 << len(ROLES)))
    for place in range(season.days):
        day = season.day(place)
        holiday = years[day.year].kind(day) is DayKind.HOLIDAY
        hours = [
            (hand.roles, max(0.0, hand.hours - policy.estimates.own_hours * ((hand.host, day) in live)))
            for hand in hands
            if hand.works(day, holiday)
        ]
        extra = sum(one.people for one in temporary if one.first <= day <= one.last)
        hours.append((frozenset({Role.PACKING}), extra * rule.temp_hours * rule.temp_speed))
        made[place] = pools(hours)
    return made


def _needed(schedule: Schedule, orders: Floats, returned: float, rule: CapacityRule) -> Floats:
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


def _worked_off(needed: Floats, pool: Floats) -> Floats:
    """Hours of each kind done on each day in each draw."""
    done = np.empty_like(needed)
    waiting = np.zeros_like(needed[:, 0])
    for day in range(needed.shape[1]):
        waiting += needed[:, day]
        done[:, day] = shared_out(pool[day], waiting)
        waiting -= done[:, day]
    return done


def _due(season: Season, policy: Policy) -> Whole:
    """The place of the day by whose evening the work of each day must be done; never before the carriers are back."""
    promise = round(policy.capacity.promise)
    due = np.arange(season.days) + promise
    for shut in closings(season.first, season.last, policy.delivery):
        first, last = season.place(shut.first), season.place(shut.last)
        due[(due >= first) & (due <= last)] = last + promise
    return due


def _late(needed: Floats, done: Floats, due: Whole, rule: CapacityRule) -> tuple[Floats, Floats]:
    """Expected late orders by the day they are due, and the odds that any work is late then."""
    behind = [_late_hours(needed[:, :, role].T, done[:, :, role].T, due) for role in range(len(ROLES))]
    odds = np.any([hours > _SOME for hours in behind], axis=0).mean(axis=1)
    return behind[_PACKING].mean(axis=1) * 60 / max(rule.pack_minutes, 1e-9), odds


def _late_hours(came: Floats, done: Floats, due: Whole) -> Floats:
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


def hire(
    schedule: Schedule,
    hands: Sequence[Hand],
    drawn: Floats,
    returned: float,
    worth: float,
    policy: Policy,
) -> tuple[Temporary, ...]:
    """Temporary hands that pay: for each stretch of days with late work, the number that leaves most after wages.

    A stretch begins on the day the late work came and ends when none is late; stretches are looked at one after the other,
    each with the hands already hired. Greedy: two neighbouring stretches are not joined.
    """
    rule, season = policy.capacity, schedule.season
    needed = _needed(schedule, daily_orders(schedule, drawn, policy), returned, rule)
    room = _room(needed, _pools(schedule, hands, policy, ()))
    packing, due = np.ascontiguousarray(needed[:, :, _PACKING].T), _due(season, policy)
    each = (rule.late_penalty + rule.late_refund * worth) * 60 / max(rule.pack_minutes, 1e-9)

    def cost(extra: Floats) -> Floats:
        late = _late_hours(packing, _queue(packing, room + extra[:, None]), due)
        return np.asarray(late.mean(axis=1) * each)

    extra = np.zeros(season.days)
    hired: list[Temporary] = []
    bare = now = cost(extra)
    for first, last in _stretches(bare / max(each, 1e-9) * 60 / max(rule.pack_minutes, 1e-9), rule.promise):
        best, best_cost, best_extra = None, now, extra
        for people in range(1, round(rule.temp_most) + 1):
            more = extra.copy()
            more[first : last + 1] += people * rule.temp_hours * rule.temp_speed
            wages, after = people * rule.temp_day * (last - first + 1), cost(more)
            one = Temporary(season.day(first), season.day(last), people, wages, float((now - after).sum()))
            if one.gain > (best.gain if best else 0.0):
                best, best_cost, best_extra = one, after, more
        if best is not None:
            hired.append(best)
            now, extra = best_cost, best_extra
    return tuple(hired)


def _room(needed: Floats, pool: Floats) -> Floats:
    """Hours left for packing on each day in each draw (days, draws): what is more urgent does not depend on it."""
    room = np.empty(needed.shape[1::-1])
    waiting = np.zeros_like(needed[:, 0])
    for day in range(needed.shape[1]):
        waiting += needed[:, day]
        waiting[:, _PACKING:] = 0.0
        waiting[:, _PACKING] = _ENDLESS
        given = shared_out(pool[day], waiting)
        room[day] = given[:, _PACKING]
        waiting -= given
    return room


def _queue(came: Floats, room: Floats) -> Floats:
    """Hours done each day of work that waits its turn (days, draws)."""
    done, waiting = np.empty_like(came), np.zeros(came.shape[1])
    for day in range(len(came)):
        waiting = waiting + came[day]
        done[day] = np.minimum(waiting, room[day])
        waiting = waiting - done[day]
    return done


def _stretches(late: Floats, promise: float) -> list[tuple[int, int]]:
    """Places of days from when late orders came in until they are due, joined where they touch."""
    made: list[tuple[int, int]] = []
    for place in np.flatnonzero(late > 0.5).tolist():
        first = max(0, place - round(promise))
        if made and first <= made[-1][1] + 1:
            made[-1] = (made[-1][0], place)
        else:
            made.append((first, place))
    return made
