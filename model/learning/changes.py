"""What the next plan does differently after results: who comes in, who goes out, and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from model.estimates import HostFacts
from model.learning.learned import Learned
from model.matrix.plan import Choice, Plan


@dataclass(frozen=True, slots=True)
class Move:
    """One host who comes in or goes out.

    ``times`` is what is expected of him now over the forecast without results, against the middle host of the roster: as
    a whole all may sell more or less than thought. ``code``: ``results_better``, ``results_worse`` (his own results),
    ``alike_better``, ``alike_worse`` (those of hosts alike), ``others_better``, ``others_worse`` (he is what he was, the
    rest of the plan is not).
    """

    id: str
    name: str
    code: str
    times: float
    results: int


@dataclass(frozen=True, slots=True)
class Difference:
    """The next plan against the one without results; profits are long-run yuan as each plan itself expects them."""

    came: tuple[Move, ...]
    went: tuple[Move, ...]
    stayed: int
    profit_before: float
    profit_after: float


def compare(before: Plan, after: Plan, learned: Learned) -> Difference:
    """How ``after``, made with what was ``learned``, differs from ``before``, made without, for the same request."""
    first = {choice.id: choice for choice in before.choices}
    then = {choice.id: choice for choice in after.choices}
    factors = [one.factor for one in learned.beliefs.hosts.values()]
    usual = median(factors) if factors else 1.0
    return Difference(
        tuple(_moves((one for id_, one in then.items() if id_ not in first), True, learned, usual)),
        tuple(_moves((one for id_, one in first.items() if id_ not in then), False, learned, usual)),
        len(first.keys() & then.keys()),
        before.objective,
        after.objective,
    )


def _moves(choices: Iterator[Choice], came: bool, learned: Learned, usual: float) -> Iterator[Move]:
    for choice in choices:
        host: HostFacts = choice.candidate.host
        change, belief = learned.change(choice.id), learned.beliefs.hosts.get(choice.id)
        times = belief.factor / usual if belief else 1.0
        told = "results" if change else "alike"
        moved = times > 1 if came else times < 1
        code = (
            f"{told}_{'better' if came else 'worse'}" if moved else f"others_{'worse' if came else 'better'}"
        )
        yield Move(choice.id, host.influencer.name, code, times, change.results if change else 0)
