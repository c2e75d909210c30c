"""All that is said of a launch, in one run: what the launch page shows."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from model.errors import Reason
from model.launch.apart import Apart, apart
from model.launch.branching import WordOfMouth, word_of_mouth
from model.launch.capacity import Wave, wave
from model.launch.cascade import Spread, picture
from model.launch.daysheet import DayFact, day_facts
from model.launch.hands import Hand
from model.launch.holidays import public_year
from model.launch.ownsales import OwnSales
from model.launch.relief import Relief, Way, relief
from model.launch.schools import (
    Chances,
    Comparison,
    SchoolResult,
    chances_of,
    compare,
    priced,
    served,
    stocked,
)
from model.launch.season import Schedule, School, Season
from model.launch.sellingdays import Closing, closings
from model.launch.sessions import main_letter, sessions_of
from model.launch.setup import Setup
from model.launch.shares import HostShare, shares
from model.launch.waves import NOT_FIXED, Fixed, place
from model.launch.work import Worth, worth
from model.matrix.plan import Plan
from model.policy import Policy
from model.watching import Progress, quiet, stepping, within

_MONTH = 365.25 / 12


@dataclass(frozen=True)
class Launch:
    """A plan with dates, people and an order of events.

    ``school`` is the one asked for, or the better of the two; ``schedule`` the plan placed so, in the ``way`` asked for, or
    that leaves most, where hands are known (without them it and ``relief`` are None); ``result`` what it brings, ``wave`` its orders by day. ``work`` is what the operation is
    worth by the months of this schedule, lateness and wages taken off; ``notes`` what is to be known of its days: when
    parcels stand still, which holidays are not published yet; ``days`` what each day is; ``apart`` why it earns another sum than
    the plan says.
    """

    season: Season
    comparison: Comparison
    school: School
    schedule: Schedule
    result: SchoolResult
    wave: Wave
    relief: Relief | None
    way: Way | None
    spread: Spread
    mouth: WordOfMouth
    work: Worth
    shares: tuple[HostShare, ...]
    notes: tuple[Reason, ...]
    days: tuple[DayFact, ...]
    apart: Apart


def launch_as_set(
    plan: Plan,
    setup: Setup,
    own: OwnSales,
    today: dt.date,
    policy: Policy,
    seed: int,
    progress: Progress = quiet,
    cancelled: Callable[[], bool] = lambda: False,
) -> Launch:
    """:func:`launch` on the days, with the people and in the way that are set; festivals as the shop's own orders show them."""
    season = setup.season(today, own.by_code)
    return launch(
        plan, season, setup.hands, policy, seed, setup.school, setup.fixed, setup.way, progress, cancelled
    )


def launch(
    plan: Plan,
    season: Season,
    hands: Sequence[Hand],
    policy: Policy,
    seed: int,
    school: School | None = None,
    fixed: Fixed = NOT_FIXED,
    way: str = "",
    progress: Progress = quiet,
    cancelled: Callable[[], bool] = lambda: False,
) -> Launch:
    """Place a plan, compare the schools, load the hands, draw the word of mouth, price the work.

    Args:
        plan: whose sessions are placed.
        season: from when to when, and what holds them back.
        hands: the shop's people; none: capacity is not looked at.
        policy: all figures.
        seed: the same seed gives the same draws.
        school: the one asked for; None takes the better one.
        fixed: days of sessions that were moved by hand. The schools are compared without them.
        way: how an overload is met (a code of ``WAYS``); empty takes the way that leaves most.
        progress, cancelled: told a code and a share 0-1, and asked, before each step.

    Raises:
        InputError: ``launch_empty``, ``season_backwards``, ``season_past``, ``season_far``, ``capacity_impossible``.
        Cancelled: when ``cancelled()`` turns true.
    """
    step = stepping(progress, cancelled)
    step("placing", 0.1)
    compared = compare(plan, season, policy, seed)
    wanted = school or (School.HEAD_FIRST if compared.odds >= policy.waves.head_odds else School.TAIL_FIRST)
    loading = partial(within(step, 0.2, 0.8), "loading")
    met = relief(plan, season, wanted, hands, policy, seed, fixed, loading) if hands else None
    step("spreading", 0.8)
    chosen = met.way(way) if met else None
    chances = chances_of(plan, season, policy, seed)
    schedule = chosen.schedule if chosen else _placed(plan, season, wanted, chances, policy, fixed)
    drawn = picture(schedule, policy, seed, cancelled)
    result, long = priced(plan, wanted, schedule, chances, policy)
    spent = chosen.late_cost + chosen.wages if chosen else 0.0
    return Launch(
        season,
        compared,
        wanted,
        schedule,
        result,
        wave(schedule, served(plan, schedule, chances, policy), policy),
        met,
        chosen,
        drawn,
        word_of_mouth(policy.spreading),
        worth((long - spent) / (season.days / _MONTH), policy.work),
        shares(plan, policy),
        notes(season, policy),
        day_facts(season, main_letter(plan), policy),
        apart(plan, result, chosen),
    )


def _placed(
    plan: Plan, season: Season, school: School, chances: Chances, policy: Policy, fixed: Fixed
) -> Schedule:
    """The plan on days where nobody's hands are known."""
    sessions = sessions_of(plan, policy.response.session_decay)
    return stocked(plan, place(sessions, season, school, policy, fixed), chances, policy)


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
