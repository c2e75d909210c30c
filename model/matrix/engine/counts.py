"""Limits on how many of each level are chosen, for whole numbers: what the limits on the mix allow between whole numbers is cut off."""

import itertools

import numpy as np

from model.matrix.engine.cuts import Cut
from model.matrix.engine.program import Floats, Program, Whole

CODE = "counts"
GROUPS = 4
"""Sorts of columns that are told apart at most."""
POINTS = 40_000
"""Combinations of counts that are listed at most."""
SMALL = 1e-9


def count_cuts(program: Program) -> list[Cut]:
    """The convex hull of the whole counts that the limits with few different coefficients allow (Chvátal 1973 for its rounding)."""
    rows, group, sorts = _sorted(program)
    top = [_most(program, np.flatnonzero(group == g)) for g in range(len(sorts))]
    if len(rows) < 2 or np.prod([t + 1.0 for t in top]) > POINTS:
        return []
    points = np.array(list(itertools.product(*(range(t + 1) for t in top))), float)
    used = points @ sorts
    low, high = program.rows.low[rows], program.rows.high[rows]
    points = points[
        ((used <= high + SMALL * (1 + np.abs(high))) & (used >= low - SMALL * (1 + np.abs(low)))).all(axis=1)
    ]
    return [_cut(a, float((points @ a).max()), group) for a in _directions(points)] if len(points) else []


def _sorted(program: Program) -> tuple[Whole, Whole, Floats]:
    """Rows by which columns fall into few sorts, the sort of each column, and the coefficients of each sort in these rows."""
    rows: list[int] = []
    group, sorts = np.zeros(len(program.gain), np.int64), np.zeros((1, 0))
    for r in range(len(program.rows.low)):
        values, place = np.unique(program.rows.matrix[[r]].toarray()[0], return_inverse=True)
        if len(values) > GROUPS:
            continue
        pairs, finer = np.unique(group * len(values) + place, return_inverse=True)
        if len(pairs) <= GROUPS:
            rows.append(r)
            group = finer
            sorts = np.column_stack([sorts[pairs // len(values)], values[pairs % len(values)]])
    return np.array(rows, np.int64), group, sorts


def _most(program: Program, columns: Whole) -> int:
    """Most hosts with such a column that any limit without negative coefficients lets in together."""
    hosts, at = np.unique(program.host[columns], return_inverse=True)
    most = len(hosts)
    for r in np.flatnonzero(np.isfinite(program.rows.high)).tolist():
        row = program.rows.matrix[[r]].toarray()[0]
        if row.min(initial=0.0) < 0:
            continue
        least = np.full(len(hosts), np.inf)
        np.minimum.at(least, at, row[columns])
        filled = np.cumsum(np.sort(least)) <= program.rows.high[r] * (1 + SMALL) + SMALL
        most = min(most, int(filled.sum()))
    return most


def _directions(points: Floats) -> list[Floats]:
    """Normals of the hull of points; where it is flat, only those of its box."""
    from scipy.spatial import ConvexHull, QhullError

    box = list(np.eye(points.shape[1]))
    if points.shape[1] < 2:
        return box
    try:
        found = ConvexHull(points).equations[:, :-1]
    except QhullError:
        return box
    found = found / np.abs(found).max(axis=1, keepdims=True)
    return [a for a in np.unique(found.round(9), axis=0) if (a > SMALL).any()]


def _cut(direction: Floats, most: float, group: Whole) -> Cut:
    return Cut(CODE, direction[group], 0.0, most, lasting=True)
