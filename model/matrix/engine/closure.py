"""The convex closure of functions of sets at a fractional point: many small linear programs, solved as one."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from model.matrix.engine.master import solver
from model.matrix.engine.program import Floats, Whole

MIDDLE = 1e-3
"""How far the point is moved towards the middle, so that of equally deep planes one is found that is good around it too."""


@dataclass(frozen=True)
class Sets:
    """All sets of a few columns with at most one of each host: ``member`` (0-1, sets x columns).

    ``place`` and ``count`` are the rows that each set has in the program of the closure (its columns, and 0 for the set
    itself), one set after the other, and how many.
    """

    member: Floats
    place: Whole
    count: Whole
    middle: Floats


@cache
def sets_of(hosts: tuple[int, ...]) -> Sets:
    """The sets of columns whose hosts, numbered from 0, are these."""
    member = np.array(np.meshgrid(*[(0.0, 1.0)] * len(hosts), indexing="ij")).reshape(len(hosts), -1).T
    host = np.array(hosts)
    for same in sorted({h for h in hosts if hosts.count(h) > 1}):
        member = member[member[:, host == same].sum(axis=1) <= 1]
    body = np.hstack([np.ones((len(member), 1)), member])
    place = np.nonzero(body)[1]
    return Sets(member, place, body.sum(axis=1).astype(np.int64), member.mean(axis=0))


@dataclass(frozen=True)
class Listed:
    """Sets, what each loses, and the point (a part of each column) that is asked about."""

    sets: Sets
    loss: Floats
    point: Floats


def closures(asked: Sequence[Listed]) -> list[tuple[Floats, float]]:
    """For each the slopes of the highest plane at its point that is below the loss of all its sets, and its height there.

    It is the dual of writing the point as a mean of sets at the least mean loss.
    """
    import highspy

    if not asked:
        return []
    sides = [np.append(1.0, one.point + MIDDLE * (one.sets.middle - one.point)) for one in asked]
    ends = np.cumsum([len(side) for side in sides])
    side, count = np.concatenate(sides), np.concatenate([one.sets.count for one in asked])
    lp = highspy.HighsLp()
    lp.num_row_, lp.num_col_ = len(side), len(count)
    lp.col_cost_ = np.concatenate([one.loss for one in asked])
    lp.col_lower_, lp.col_upper_ = np.zeros(len(count)), np.full(len(count), np.inf)
    lp.row_lower_, lp.row_upper_ = side, side
    lp.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    lp.a_matrix_.start_ = np.append(0, np.cumsum(count))
    lp.a_matrix_.index_ = np.concatenate(
        [one.sets.place + end - len(side) for one, side, end in zip(asked, sides, ends, strict=True)]
    )
    lp.a_matrix_.value_ = np.ones(int(count.sum()))
    highs = solver()
    highs.setOptionValue("presolve", "off")
    highs.passModel(lp)
    highs.run()
    dual = np.array(highs.getSolution().row_dual)
    planes = np.split(dual, ends[:-1])
    return [(p[1:], float(p[0] + p[1:] @ one.point)) for p, one in zip(planes, asked, strict=True)]
