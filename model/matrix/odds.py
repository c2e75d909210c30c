"""Plans whose odds of a loss are held by the draws of the report, and not by a bound that refuses too much.

That a loss has at most the odds x is no limit the search can prove: the mean of the worst part x of the scenarios (CVaR)
is its nearest convex bound, and keeps out plans that lose much more seldom than x. So larger parts are tried, in ever
smaller steps, for the largest whose plan keeps x in fresh draws; and the nearest plan that does not is thinned out until
it does. A plan found so is not proven best: what none can beat
is the best without this limit, and with that bound it is told. Where the best plan without the limit keeps it anyway,
it is the best with it.
"""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from model.errors import Cancelled
from model.matrix.asking import ODDS
from model.matrix.candidates import Candidates
from model.matrix.engine.program import Program, Tail, broken, objective
from model.matrix.layout import Problemset
from model.matrix.overlap import Sharing, sharing
from model.matrix.risk import PREVIEW, simulate
from model.matrix.solve import Onlooker, Solution, solve
from model.policy import Policy
from model.records import Request

APPROXIMATE: Final = "approximate"
STEPS: Final = 8
"""Parts tried."""
CLOSE: Final = 0.003
"""Of parts that differ by less no further one is tried between."""
FREE, EACH = 0.2, 0.1
"""Shares of the longest search for the choice without the limit, and for each part."""
ROUNDS, MOST_THINNED = 12, 80
"""Hosts taken out of a choice to lower its odds, and of how many at most this is tried: each round draws for every host."""
START, SPAN = 2.6, 1.4
"""First part over x, as with bell-shaped profits the mean of the worst 13 % is as strict as odds of 5 %; and a part over the last."""


@dataclass(frozen=True)
class Settled:
    """The choice, and the program it was found with."""

    program: Program
    solution: Solution


def settle(problem: Problemset, request: Request, policy: Policy, look: Onlooker) -> Settled:
    """The best choice found that keeps all limits; ``approximate`` where that is not proven, ``infeasible`` for none.

    Raises:
        Cancelled: when the onlooker cancels.
    """
    most, longest = request.limits.loss_odds, policy.matrix.time_limit
    if most is None:
        return Settled(problem.program, solve(problem.program, policy.matrix.gap, longest, look))
    search = _Search(problem, request, policy, look, most)
    free = search.solved(None, FREE)
    if free is None or search.odds(free) <= most:
        nothing = free or solve(search.free, policy.matrix.gap, FREE * longest, _quiet(look))
        return Settled(search.free, nothing)
    part, best = search.nearest(free)
    if best is None:
        return Settled(problem.program, replace(free, x=np.zeros_like(free.x), status="infeasible"))
    told = replace(best, bound=max(free.bound, best.value), status=APPROXIMATE)
    return Settled(_at(search.free, part), told)


def loss_odds(
    table: Candidates, picked: NDArray[np.int64], shared: Sharing, request: Request, policy: Policy
) -> float:
    """The odds of a loss of a choice whose audiences are so ``shared``: those of the report, or those of it and as many draws more where these are higher."""
    draws = int(policy.risk.draws)
    shown, other = (
        simulate(table, picked, draws, request.seed + n, explained=False, shared=shared).loss_probability
        for n in range(2)
    )
    return max(shown, (shown + other) / 2)


def without_odds(program: Program) -> Program:
    """The same but for the limit on the odds of a loss."""
    return replace(program, tails=tuple(tail for tail in program.tails if tail.code != ODDS))


class _Search:
    """One search for the most valuable choice whose odds of a loss are at most ``most``."""

    def __init__(
        self, problem: Problemset, request: Request, policy: Policy, look: Onlooker, most: float
    ) -> None:
        self.problem, self.request, self.policy, self.look, self.most = problem, request, policy, look, most
        self.free = without_odds(problem.program)

    def solved(self, part: float | None, share: float) -> Solution | None:
        """The best choice with the mean of the worst ``part`` above nothing; None where there is none."""
        program = self.free if part is None else _at(self.free, part)
        rule = self.policy.matrix
        found = solve(program, rule.gap, share * rule.time_limit, _quiet(self.look))
        return None if found.status == "infeasible" else found

    def odds(self, found: Solution) -> float:
        """The odds of a loss of a choice."""
        columns = np.flatnonzero(found.x)
        shared = sharing(self.free, columns)
        return loss_odds(self.problem.kept, columns, shared, self.request, self.policy)

    def nearest(self, free: Solution) -> tuple[float, Solution | None]:
        """The most valuable choice within the odds with its part; else what the strictest part leaves."""
        low, high, at, held, over = self.most, 1.0, min(START * self.most, 0.99), self.most, free
        best: Solution | None = None
        for _ in range(STEPS):
            if high - low < CLOSE or self.look.enough():
                break
            found = self.solved(at, EACH)
            fits = found is not None and self.odds(found) <= self.most
            if found is not None and fits and (best is None or found.value > best.value):
                best, held = found, at
                self.look.found(found.value, free.bound)
            over = found if found is not None and not fits else over
            low, high = (at, high) if fits else (low, at)
            at = min(SPAN * at, (1 + at) / 2) if high == 1 else (low + high) / 2
        thinner = self.thinned(over)
        if thinner is not None and (best is None or thinner.value > best.value):
            return held, thinner
        return (held, best) if best is not None else (self.most, self.solved(self.most, EACH))

    def thinned(self, found: Solution) -> Solution | None:
        """The choice without those hosts who make a loss likely for what they bring, as far as the odds ask for it."""
        columns = np.flatnonzero(found.x)
        for _ in range(ROUNDS if len(columns) <= MOST_THINNED else 0):
            if not len(columns) or self.look.enough():
                break
            x = np.zeros_like(found.x)
            x[columns] = True
            thin = replace(found, x=x, value=objective(self.free, columns))
            if self.odds(thin) <= self.most:
                return thin
            fewer = self._fewer(columns)
            if fewer is None:
                return None
            columns = fewer
        return None

    def _fewer(self, columns: NDArray[np.int64]) -> NDArray[np.int64] | None:
        """One host less: he whose going lowers the odds most for each yuan lost; None where none may go or helps."""
        best, most = None, 0.0
        before = self._quick(columns)
        for place in range(len(columns)):
            if self.look.cancelled():
                raise Cancelled
            left = np.delete(columns, place)
            if not len(left) or broken(self.free, left):
                continue
            lost = max(float(self.free.value[columns[place]]), 1.0)
            if (gain := (before - self._quick(left)) / lost) > most:
                best, most = left, gain
        return best

    def _quick(self, columns: NDArray[np.int64]) -> float:
        shared = sharing(self.free, columns)
        return simulate(
            self.problem.kept, columns, PREVIEW, self.request.seed, explained=False, shared=shared
        ).loss_probability


def _at(program: Program, part: float) -> Program:
    """The same with the mean of the worst ``part`` of the scenarios kept above nothing."""
    return replace(program, tails=(*program.tails, Tail(ODDS, part, 0.0)))


def _quiet(look: Onlooker) -> Onlooker:
    """Nobody hears of choices that may not keep the odds."""
    return replace(look, found=_unheard)


def _unheard(_value: float, _bound: float) -> None:
    """Nobody listens."""
