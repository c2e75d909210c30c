"""All that is said of a launch, in one run: what the launch page shows."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from model.errors import Cancelled, Reason
from model.launch.branching import WordOfMouth, word_of_mouth
from model.launch.capacity import Wave, wave
from model.launch.cascade import Spread, picture
from model.launch.hands import Hand
from model.launch.holidays import public_year
from model.launch.relief import Relief, relief
from model.launch.schools import Comparison, chances_of, compare, priced, served
from model.launch.season import Schedule, School, Season
from model.launch.sellingdays import Closing, closings
from model.launch.shares import HostShare, shares
from model.launch.work import Worth, worth
from model.matrix.plan import Plan
from model.policy import Policy

_MONTH = 365.25 / 12


@dataclass(frozen=True)
class Launch:
    """A plan with dates, people and an order of events.

    ``school`` is the one asked for, or the better of the two; ``schedule`` the plan placed so, in the way that leaves most
    where hands are known (``relief``, None without hands); ``wave`` its orders by day. ``work`` is what the operation is
    worth by the months of this schedule, lateness and wages taken off; ``notes`` what is to be known of its days: when
    parcels stand still, which holidays are not published yet.
    """

    season: Season
    comparison: Comparison
    school: School
    schedule: Schedule
    wave: Wave
    relief: Relief | None
    spread: Spread
    mouth: WordOfMouth
    work: Worth
    shares: tuple[HostShare, ...]
    notes: tuple[Reason, ...]


def launch(
    plan: Plan,
    season: Season,
    hands: Sequence[Hand],
    policy: Policy,
    seed: int,
    school: School | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Launch:
    """Place a plan, compare the schools, load the hands, draw the word of mouth, price the work.

    Raises:
        InputError: ``launch_empty``, ``season_backwards``, ``season_past``, ``capacity_impossible``.
        Cancelled: when ``cancelled()`` turns true.
    """
    compared = compare(plan, season, policy, seed)
    wanted = school or (School.HEAD_FIRST if compared.odds >= 0.5 else School.TAIL_FIRST)
    _go_on(cancelled)
    met = relief(plan, season, wanted, hands, policy, seed) if hands else None
    _go_on(cancelled)
    of_school = compared.head_first if wanted is School.HEAD_FIRST else compared.tail_first
    schedule = met.ways[0].schedule if met else of_school.schedule
    drawn = picture(schedule, policy, seed, cancelled)
    chances = chances_of(plan, season, policy, seed)
    _, long = priced(plan, wanted, schedule, chances, policy)
    spent = met.ways[0].late_cost + met.ways[0].wages if met else 0.0
    month = (long - spent) / (season.days / _MONTH)
    return Launch(
        season,
        compared,
        wanted,
        schedule,
        wave(schedule, served(plan, schedule, chances, policy), policy),
        met,
        drawn,
        word_of_mouth(policy.spreading),
        worth(month, policy.work),
        shares(plan, policy),
        notes(season, policy),
    )


def notes(season: Season, policy: Policy) -> tuple[Reason, ...]:
    """When parcels stand still in a season, and for which of its years the public holidays are only those of the law."""
    years = range(season.first.year, season.last.year + 1)
    unknown = [
        Reason("holidays_unpublished", {"year": str(y)}) for y in years if not public_year(y).published
    ]
    shut = [_order_by(one) for one in closings(season.first, season.last, policy.delivery)]
    return (*shut, *unknown)


def _order_by(one: Closing) -> Reason:
    again = one.last + dt.timedelta(1)
    values = {"safe": one.safe.isoformat(), "first": one.first.isoformat(), "again": again.isoformat()}
    return Reason("order_by", values)


def _go_on(cancelled: Callable[[], bool]) -> None:
    if cancelled():
        raise Cancelled
