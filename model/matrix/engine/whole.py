"""Choices whose limits are all plain rows are settled by the solver's own search, over the columns that may still matter."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from model.errors import Cancelled
from model.matrix.engine.hunt import Hunt
from model.matrix.engine.master import SOLVED, Master
from model.matrix.engine.pool import Pool
from model.matrix.engine.program import Program

COLUMNS = 20_000
"""Up to so many are handed over."""
TURNS = 20
"""Times a limit that the solver was not told of is added."""


@dataclass(frozen=True)
class Told:
    """What the solver's search has to hear: the gap asked for, seconds left, and whether to end."""

    gap: float
    seconds: Callable[[], float]
    over: Callable[[], bool]


def plain(program: Program) -> bool:
    """Whether nothing but rows limits the choice."""
    return program.reach is None and not program.tails


def settle(pool: Pool, hunt: Hunt, told: Told) -> float | None:
    """A bound that no allowed set beats, when the solver's search ended; better sets go to ``hunt``. None when that was no use.

    The solver's word is not believed: every set goes before the judge, and is asked for again without presolve when it fails.
    """
    alive = np.arange(len(pool.program.gain)) if pool.alive is None else np.flatnonzero(pool.alive)
    if len(alive) > COLUMNS:
        return None
    for turn in range(TURNS):
        master = Master(pool.program, pool.table, alive, pool.cuts)
        end, bound, x = master.search(
            told.gap, max(told.seconds(), 0.01), presolve=turn < TURNS // 2, stop=_stop(pool, told)
        )
        if pool.cancelled():
            raise Cancelled
        if x is None:
            return hunt.value if end == "kInfeasible" else max(bound, hunt.value)
        columns = alive[x > 0.5]
        if hunt.offer(columns) or not pool.find(columns, np.ones(len(columns)), 0.0):
            better = hunt.value >= bound - told.gap * max(abs(bound), 1.0)
            if better or end != SOLVED or told.over() or turn >= TURNS // 2:
                return max(bound, hunt.value)
    return None


def _stop(pool: Pool, told: Told) -> Callable[[], bool]:
    return lambda: pool.cancelled() or told.over()
