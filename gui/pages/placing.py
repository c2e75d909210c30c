"""The work of the launch page, done in a worker: a plan where there is none, its sessions on days, all that follows."""

import datetime as dt
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from model.records import Snapshot

if TYPE_CHECKING:
    from collections.abc import Mapping

    from model.advice import Advice
    from model.intake.joined.sales import Sales
    from model.launch.cascade import Spread
    from model.launch.overview import Launch
    from model.launch.ownsales import OwnSales
    from model.launch.setup import Setup
    from model.policy import Policy
    from model.repurchase.grading import Evidence

Person = tuple[float, float, int]
"""Place in a disc of radius 1, and who brought him (a place in the picture's levels)."""
Crowds = list[list[Person]]
GOLDEN: Final = math.pi * (3 - math.sqrt(5))
PLANNING: Final = 0.6
"""Share of the progress bar that is the plan's, where one has to be made."""


@dataclass(frozen=True, eq=False)
class Asked:
    """What a run starts from; ``advice`` None: the plan is to be made first."""

    advice: "Advice | None"
    snapshot: Snapshot
    policy: "Policy"
    evidence: "Mapping[str, Evidence]"
    sales: "Sales | None"
    setup: "Setup"
    today: dt.date


@dataclass(frozen=True, eq=False)
class Placed:
    """A launch, the plan it places, what own orders say, and the people of the picture by step."""

    advice: "Advice"
    policy: "Policy"
    own: "OwnSales"
    found: "Launch"
    crowds: "Crowds"


def place_all(asked: Asked, progress: Any, cancelled: Any) -> Placed:
    """Make the plan where there is none, and place it.

    Raises:
        InputError: nothing to plan with; ``launch_empty``; what is wrong with the days or the people.
        NothingFeasible: the limits leave nothing.
        Cancelled: nobody waits any more.
    """
    from model.advice import advise
    from model.errors import InputError, Problem
    from model.launch.overview import launch_as_set
    from model.launch.ownsales import own_sales

    start, advice = 0.0, asked.advice
    if advice is None:
        start = PLANNING
        advice = advise(
            asked.snapshot,
            asked.policy,
            asked.evidence,
            lambda code, share: progress(code, share * PLANNING),
            cancelled,
        )
    plan = advice.plan
    if plan is None or not plan.choices:
        raise InputError([Problem("launch_empty")])
    own = own_sales(asked.sales, plan, asked.policy)
    found = launch_as_set(
        plan,
        asked.setup,
        own,
        asked.today,
        asked.policy,
        asked.snapshot.request.seed,
        lambda code, share: progress(code, start + share * (1 - start)),
        cancelled,
    )
    return Placed(advice, asked.policy, own, found, crowds(found.spread))


def crowds(spread: "Spread") -> Crowds:
    """Who is reached in each step: those who know most people (they come first) in the middle of a disc."""
    count = len(spread.step)
    made: Crowds = [[] for _ in range(len(spread.mean))]
    for place in (spread.step >= 0).nonzero()[0].tolist():
        far, turn = math.sqrt((place + 0.5) / count), place * GOLDEN
        person = (far * math.cos(turn), far * math.sin(turn), int(spread.by[place]))
        made[min(int(spread.step[place]), len(made) - 1)].append(person)
    return made
