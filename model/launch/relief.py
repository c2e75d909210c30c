"""Too many orders for the hands: hire, spread the sessions out, both, or leave it; which leaves most."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from model.launch.capacity import Strip, strip
from model.launch.hands import Hand, carries
from model.launch.overloads import overloads
from model.launch.queues import Temporary
from model.launch.schools import chances_of, priced, served, stocked
from model.launch.season import Schedule, School, Season, conflicts
from model.launch.sessions import order_worth, return_rate, sessions_of
from model.launch.temporary import hire
from model.launch.waves import NOT_FIXED, Fixed, place
from model.matrix.plan import Plan
from model.policy import Policy

WAYS: Final = ("as_is", "hire", "spread", "spread_hire")
"""Leave it; temporary hands; sessions on days the hands can carry; both."""


@dataclass(frozen=True, eq=False)
class Way:
    """One way to meet an overload. Yuan over the season; ``net`` is profit less what lateness and temporary hands cost."""

    code: str
    schedule: Schedule
    load: Strip
    temporary: tuple[Temporary, ...]
    profit: float
    late_cost: float
    wages: float

    @property
    def net(self) -> float:
        """Yuan left."""
        return self.profit - self.late_cost - self.wages


@dataclass(frozen=True)
class Relief:
    """Orders a day the hands carry for good (the limit of the matrix), and the four ways, the one that leaves most first."""

    carries: float
    ways: tuple[Way, ...]

    def way(self, code: str) -> Way:
        """The way of this code, the best one where there is none."""
        return next((one for one in self.ways if one.code == code), self.ways[0])


def relief(
    plan: Plan,
    season: Season,
    school: School,
    hands: Sequence[Hand],
    policy: Policy,
    seed: int,
    fixed: Fixed = NOT_FIXED,
    before: Callable[[float], None] = lambda _share: None,
) -> Relief:
    """Compare the ways under the same draws of orders; ``before`` each it is told which share 0-1 is done.

    Raises:
        InputError: ``launch_empty`` and those of :func:`model.launch.season.check_season`; ``capacity_impossible`` when the
            hands carry nothing at all.
    """
    sessions = sessions_of(plan, policy.response.session_decay)
    returned, days = return_rate(plan), max(season.days, 1)
    most = carries(hands, policy.capacity, returned, len(sessions) / days)
    limit = most if season.carries is None else min(most, season.carries)
    limited = replace(season, carries=limit)
    free = place(sessions, replace(season, carries=None), school, policy, fixed)
    free = replace(free, season=limited, conflicts=conflicts(limited, free.bookings, policy))
    spread = place(sessions, limited, school, policy, fixed)
    made: list[Way] = []
    for code, schedule in zip(WAYS, (free, free, spread, spread), strict=True):
        before(len(made) / len(WAYS))
        made.append(_way(code, plan, schedule, hands, policy, seed))
    return Relief(most, tuple(sorted(made, key=lambda way: -way.net)))


def _way(code: str, plan: Plan, schedule: Schedule, hands: Sequence[Hand], policy: Policy, seed: int) -> Way:
    chances = chances_of(plan, schedule.season, policy, seed)
    schedule = stocked(plan, schedule, chances, policy)
    draws = round(policy.capacity.draws)
    drawn = served(plan, schedule, chances, policy)[:draws]
    returned, worth = return_rate(plan), order_worth(plan)
    hired = hire(schedule, hands, drawn, returned, worth, policy) if code.endswith("hire") else ()
    load = strip(schedule, hands, drawn, returned, worth, policy, hired)
    result, _ = priced(plan, School.HEAD_FIRST, schedule, chances, policy)
    wages = sum(one.wages for one in hired)
    # Whether a day is too much is judged once, by the load: the mean, by which days are chosen, says less.
    left = tuple(one for one in schedule.conflicts if one.reason.code != "over_capacity")
    left += overloads(schedule, load, policy)
    return Way(
        code, replace(schedule, conflicts=left), load, hired, result.profit.value, load.late_cost, wages
    )
