"""Load of the shop's people by day: orders, hours, odds of overload, and what lateness costs."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from model.launch.hands import ROLES, Hand
from model.launch.queues import (
    PACKING,
    Floats,
    Temporary,
    Whole,
    due_days,
    late_hours,
    needed_hours,
    pools_by_day,
    worked_off,
)
from model.launch.season import Schedule, Season, carry, day_factor
from model.launchrules import CapacityRule
from model.policy import Policy
from model.records import Tier

_ENDS = (0.1, 0.9)
_SOME = 1e-6
"""Hours from which work is late and not a rounding error."""


@dataclass(frozen=True)
class Band:
    """A figure by day with its 80 % range."""

    mean: Floats
    low: Floats
    high: Floats


@dataclass(frozen=True)
class Wave:
    """Orders by day of the season with their range, and their means by level of host, which add up to the whole."""

    orders: Band
    tiers: dict[Tier, Floats]


@dataclass(frozen=True)
class Strip:
    """Load against hands, day by day of the season.

    ``wave`` the orders; ``needed`` hours of all new work of the day and ``had`` hours of
    all hands; ``odds`` that some work lies longer than promised, ``over`` where they are above ``capacity.warn_overload``;
    ``late`` orders and ``cost`` in yuan expected of those that ought to leave on the day; ``waiting`` orders unpacked in the evening.
    """

    season: Season
    wave: Wave
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


def daily_orders(schedule: Schedule, drawn: Floats, policy: Policy) -> Floats:
    """Orders of each day of the season in each draw.

    Args:
        schedule: bookings; those outside the season bring nothing in it.
        drawn: how each booking does against its mean (draws, bookings), what is not in stock taken off.
        policy: festivals, and how orders come after a session.
    """
    return np.asarray(drawn @ _spread(schedule, policy))


def wave(schedule: Schedule, drawn: Floats, policy: Policy) -> Wave:
    """The orders of a schedule by day and level, under the draws of :func:`daily_orders`."""
    spread, levels = _spread(schedule, policy), [one.tier for one in schedule.sessions]
    by_booking = drawn.mean(axis=0)[:, None] * spread
    of = {tier: np.array([level is tier for level in levels], bool) for tier in Tier}
    return Wave(_band(np.asarray(drawn @ spread)), {tier: by_booking[of[tier]].sum(axis=0) for tier in Tier})


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
    orders = daily_orders(schedule, drawn, policy)
    pool = pools_by_day(schedule, hands, policy, temporary)
    needed = needed_hours(schedule, orders, returned, rule)
    done = worked_off(needed, pool)
    late, odds = _late(needed, done, due_days(season, policy), rule)
    each = rule.late_penalty + rule.late_refund * worth
    return Strip(
        season,
        wave(schedule, drawn, policy),
        _band(needed.sum(axis=2)),
        pool[:, -1],
        odds,
        odds > rule.warn_overload,
        late,
        late * each,
        (needed - done).cumsum(axis=1)[:, :, PACKING].mean(axis=0) * 60 / max(rule.pack_minutes, 1e-9),
    )


def _band(drawn: Floats) -> Band:
    low, high = np.quantile(drawn, _ENDS, axis=0)
    return Band(drawn.mean(axis=0), low, high)


def _late(needed: Floats, done: Floats, due: Whole, rule: CapacityRule) -> tuple[Floats, Floats]:
    """Expected late orders by the day they are due, and the odds that any work is late then."""
    behind = [late_hours(needed[:, :, role].T, done[:, :, role].T, due) for role in range(len(ROLES))]
    odds = np.any([hours > _SOME for hours in behind], axis=0).mean(axis=1)
    return behind[PACKING].mean(axis=1) * 60 / max(rule.pack_minutes, 1e-9), odds
