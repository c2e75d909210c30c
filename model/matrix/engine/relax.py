"""The relaxation over all columns: solved on few, priced over all, until what is left out cannot matter.

A sample of the hosts gives first prices; the columns near break-even at these are solved; whatever is worth more than it is
charged joins them. The bound counts every column at whatever prices, so it holds from the first round on.
"""

from dataclasses import dataclass

import numpy as np

from model.matrix.engine.master import Master
from model.matrix.engine.pool import Pool
from model.matrix.engine.prices import Prices
from model.matrix.engine.program import Floats, Mask, Program, Whole

WHOLE = 4000
"""Columns up to which all are solved at once."""
SAMPLE = (600, 700, 1000)
"""Hosts of the sample: the dearest, some of those in the middle, some of the rest."""
CORE = 1200
"""Hosts near break-even that are solved first."""
SLACK = 3e-4
"""Share of the value by which a limit may be missed before it is written down as a cut."""
LOWEST = -1e300
"""Stands for no column at all, and can be reckoned with."""
CLOSE = 1e-4
"""Share of the value at which bound and relaxation are one."""


@dataclass(frozen=True)
class Relaxed:
    """The relaxation solved: its master, bound, prices and what is left of each column after its charges."""

    master: Master
    bound: float
    prices: Prices
    left: Floats
    x: Floats
    """Of the columns of the master."""


def relax(pool: Pool) -> Relaxed | None:
    """The relaxation over all columns; None when no choice keeps the limits, not even in parts."""
    program = pool.program
    if len(program.gain) <= WHOLE:
        columns = np.arange(len(program.gain))
    else:
        first = _sampled(pool)
        columns = np.arange(len(program.gain)) if first is None else near(program, first, CORE)
    master, best, grow = Master(program, pool.table, columns, pool.cuts), np.inf, 1500
    while True:
        if not _with_cuts(pool, master):
            if len(master.columns) == len(program.gain):
                return None
            master = Master(program, pool.table, np.arange(len(program.gain)), pool.cuts)
            continue
        prices = master.prices()
        bound, left = pool.bound(prices)
        best = min(best, bound)
        if best - master.value <= CLOSE * abs(best) or len(master.columns) == len(program.gain):
            return Relaxed(master, best, prices, left, master.x())
        more = missing(program, master.columns, left, grow, program.must)
        if not len(more):
            return Relaxed(master, best, prices, left, master.x())
        master, grow = Master(program, pool.table, np.union1d(master.columns, more), pool.cuts), grow * 2


def _with_cuts(pool: Pool, master: Master) -> bool:
    """Solve, and again with the cuts that the solution breaks."""
    for _ in range(40):
        if not master.run(pool.go_on):
            return False
        x = master.x()
        some = pool.taken(x)
        new = pool.find(master.columns[some], x[some], SLACK * abs(master.value))
        if not new:
            return True
        for cut in new:
            master.add_cut(cut)
    return True


def _sampled(pool: Pool) -> Floats | None:
    """What is left of each column at the prices of a sample of the hosts that stands for all."""
    program = pool.program
    rng = np.random.default_rng(0)
    worth = np.maximum.reduceat(program.value, program.starts)
    order = np.argsort(-worth, kind="stable")
    order = np.concatenate(
        [order[program.must[program.owners[order]]], order[~program.must[program.owners[order]]]]
    )
    dearest, middle = order[: SAMPLE[0]], order[SAMPLE[0] : 10 * SAMPLE[0]]
    rest = order[10 * SAMPLE[0] :]
    picked, weights = [dearest], [np.ones(len(dearest))]
    for group, size in ((middle, SAMPLE[1]), (rest, SAMPLE[2])):
        count = min(len(group), size)
        if count:
            picked.append(rng.choice(group, count, replace=False))
            weights.append(np.full(count, len(group) / count))
    hosts, weight = np.concatenate(picked), np.concatenate(weights)
    scale = np.zeros(len(program.owners))
    scale[hosts] = weight
    ends = np.append(program.starts[1:], len(program.gain))
    each = np.repeat(scale, ends - program.starts)
    columns = np.flatnonzero(each > 0)
    master = Master(program, pool.table, columns, weight=each[columns])
    return pool.bound(master.prices())[1] if master.run(pool.go_on) else None


def near(program: Program, left: Floats, count: int) -> Whole:
    """Columns of the ``count`` hosts nearest to break-even, and those of hosts that are surely in."""
    best = np.maximum.reduceat(left, program.starts)
    away = np.abs(best)
    band = float(np.partition(away, min(count, len(away)) - 1)[min(count, len(away)) - 1])
    ends = np.append(program.starts[1:], len(left))
    each = np.repeat(np.maximum(best, 0.0), ends - program.starts)
    must = program.must[program.host]
    return np.flatnonzero((left >= each - band) & (left >= -band) | must)


def missing(program: Program, columns: Whole, left: Floats, most: int, must: Mask) -> Whole:
    """Columns outside that are worth more than anything of their host (a ``must`` or nothing) inside, the best first."""
    inside = np.full(len(left), LOWEST)
    inside[columns] = np.maximum(left[columns], LOWEST)
    best = np.maximum.reduceat(inside, program.starts)
    least = np.where(must[program.owners], best, np.maximum(best, 0.0))
    ends = np.append(program.starts[1:], len(left))
    more = left - np.repeat(least, ends - program.starts)
    more[columns] = -np.inf
    found = np.flatnonzero(more > 1e-9)
    return found if len(found) <= most else found[np.argpartition(-more[found], most)[:most]]
