"""When temporary hands for packing pay, and how many."""

from collections.abc import Sequence

import numpy as np

from model.launch.capacity import daily_orders
from model.launch.hands import Hand, shared_out
from model.launch.queues import (
    PACKING,
    Floats,
    Temporary,
    due_days,
    late_hours,
    needed_hours,
    pools_by_day,
)
from model.launch.season import Schedule
from model.policy import Policy

_ENDLESS = 1e9
"""Hours of packing that no shop has: it takes all the room there is."""


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
    needed = needed_hours(schedule, daily_orders(schedule, drawn, policy), returned, rule)
    room = _room(needed, pools_by_day(schedule, hands, policy, ()))
    packing, due = np.ascontiguousarray(needed[:, :, PACKING].T), due_days(season, policy)
    each = (rule.late_penalty + rule.late_refund * worth) * 60 / max(rule.pack_minutes, 1e-9)

    def cost(extra: Floats) -> Floats:
        late = late_hours(packing, _queue(packing, room + extra[:, None]), due)
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
        waiting[:, PACKING:] = 0.0
        waiting[:, PACKING] = _ENDLESS
        given = shared_out(pool[day], waiting)
        room[day] = given[:, PACKING]
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
