"""The work of the launch page, done in a worker: the sessions of a plan on days, and all that follows."""

import datetime as dt
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from model.records import Snapshot

if TYPE_CHECKING:
    from model.advice import Advice
    from model.intake.joined.sales import Sales
    from model.launch.cascade import Spread
    from model.launch.overview import Launch
    from model.launch.ownsales import OwnSales
    from model.launch.setup import Setup
    from model.policy import Policy

Person = tuple[float, float, int]
"""Place in a disc of radius 1, and who brought him (a place in the picture's levels)."""
Crowds = list[list[Person]]
GOLDEN: Final = math.pi * (3 - math.sqrt(5))
PLANNING: Final = 0.6
"""Share of the progress bar that is the plan's, where one has to be made."""


@dataclass(frozen=True, eq=False)
class Asked:
    """What a run starts from; ``begun``: the share of the progress bar that is done before."""

    advice: "Advice"
    snapshot: Snapshot
    policy: "Policy"
    sales: "Sales | None"
    setup: "Setup"
    today: dt.date
    begun: float = 0.0


@dataclass(frozen=True, eq=False)
class Placed:
    """A launch, the plan it places, what own orders say, and the people of the picture by step."""

    advice: "Advice"
    policy: "Policy"
    own: "OwnSales"
    found: "Launch"
    crowds: "Crowds"


def place_all(asked: Asked, progress: Any, cancelled: Any) -> Placed:
    """Place a plan.

    Raises:
        InputError: ``launch_empty``; what is wrong with the days or the people.
        Cancelled: nobody waits any more.
    """
    from model.errors import InputError, Problem
    from model.launch.overview import launch_as_set
    from model.launch.ownsales import own_sales

    plan, begun = asked.advice.plan, asked.begun
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
        lambda code, share: progress(code, begun + share * (1 - begun)),
        cancelled,
    )
    return Placed(asked.advice, asked.policy, own, found, crowds(found.spread))


def crowds(spread: "Spread") -> Crowds:
    """Who is reached in each step: those who know most people (they come first) in the middle of a disc."""
    count = len(spread.step)
    made: Crowds = [[] for _ in range(len(spread.mean))]
    for place in (spread.step >= 0).nonzero()[0].tolist():
        far, turn = math.sqrt((place + 0.5) / count), place * GOLDEN
        person = (far * math.cos(turn), far * math.sin(turn), int(spread.by[place]))
        made[min(int(spread.step[place]), len(made) - 1)].append(person)
    return made
