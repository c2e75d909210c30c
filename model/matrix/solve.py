"""The front door of the engine: the best choice as a mask over the columns, with what the reasons need."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from model.matrix.engine.choose import Answer, Watch, choose
from model.matrix.engine.program import Floats, Program, objective

FEW = 10.0
"""Times the gap of the best single offer that all hosts may lose together for the simpler choice to be tried."""


@dataclass(frozen=True)
class Solution:
    """The best set found (0-1), its value, a bound no feasible set can beat, and LP duals for the reasons.

    ``reduced`` is what the LP would pay (>= 0) or lose (< 0) for forcing in each column; ``duals`` the worth of one more
    unit of each row, ``segments`` of one yuan less drawn from each audience segment; ``status`` ``optimal``, ``stopped`` (time, or enough) or ``infeasible`` (or nothing found in time).
    """

    x: NDArray[np.bool_]
    value: float
    bound: float
    reduced: Floats
    duals: Floats
    status: str
    segments: Floats = field(default_factory=lambda: np.zeros(0))

    @property
    def gap(self) -> float:
        """:func:`gap_of` this set."""
        return gap_of(self.value, self.bound)


def gap_of(value: float, bound: float) -> float:
    """(bound - value) / |bound|, in yuan below one; 0 where they agree."""
    return max(0.0, bound - value) / max(abs(bound), 1.0)


@dataclass(frozen=True)
class Onlooker:
    """Who watches a search: ``cancelled`` ends it with nothing, ``enough`` with the best so far, ``found`` hears value and bound."""

    cancelled: Callable[[], bool] = lambda: False
    enough: Callable[[], bool] = lambda: False
    found: Callable[[float, float], None] = lambda _value, _bound: None


def solve(program: Program, gap: float, seconds: float, onlooker: Onlooker | None = None) -> Solution:
    """The best choice under all limits, proven to ``gap`` if ``seconds`` suffice.

    Raises:
        Cancelled: when the onlooker cancels.
    """
    look = onlooker or Onlooker()
    apart = _apart(program, gap, seconds, look)
    if apart is not None:
        return apart
    answer = choose(program, gap, seconds, Watch(time.monotonic, look.cancelled, look.enough, look.found))
    return _masked(answer, len(program.gain))


def _apart(program: Program, gap: float, seconds: float, look: Onlooker) -> Solution | None:
    """The best choice as if each had his viewers to himself, where that is proven best even so; None where it is not.

    Shared viewers only take away (a segment's loss is convex and nothing at nothing), so the bound of that simpler choice
    holds for the other too. It is asked only where all hosts together could lose next to nothing.
    """
    reach = program.reach
    if reach is None or program.tails or not len(program.gain):
        return None
    most = np.zeros((len(program.must), len(reach.size)))
    drawn = reach.draws.tocoo()
    np.maximum.at(most, (program.host[drawn.row], drawn.col), drawn.data)
    if reach.loss(most.sum(axis=0)).sum() > FEW * gap * max(float(program.value.max()), 0.0):
        return None
    free = replace(program, reach=None, gain=program.gain - reach.alone())
    answer = choose(free, gap, seconds, Watch(time.monotonic, look.cancelled, lambda: False, look.found))
    value = objective(program, answer.columns) if answer.status == "optimal" else -np.inf
    if not np.isfinite(answer.value) or gap_of(value, answer.bound) > gap:
        return None
    return replace(
        _masked(answer, len(program.gain)),
        value=value,
        bound=max(answer.bound, value),
        segments=np.zeros(len(reach.size)),
    )


def _masked(answer: Answer, columns: int) -> Solution:
    x = np.zeros(columns, bool)
    x[answer.columns] = True
    nothing = not np.isfinite(answer.value)
    status, value = ("infeasible", 0.0) if nothing else (answer.status, answer.value)
    prices = answer.prices
    return Solution(x, value, answer.bound, answer.left, prices.rows, status, prices.segments)
