"""A plan at once, while the best one is being searched for: the most gain for what it uses up, first come first served."""

import numpy as np

from model.matrix.engine.program import Floats, Program, Whole, broken, objective

PASSES = 2
"""Later columns may make room (a mix of levels) for those that were passed over."""


def preview(program: Program) -> tuple[Whole, float]:
    """Columns of a choice that keeps the limits, and its value; empty where even the musts break some.

    Never called the best: it looks at no combination, and gives up on bad outcomes and shares as soon as they break.
    """
    taken: list[int] = []
    used, held = np.zeros(len(program.rows.low)), np.zeros(len(program.must), bool)
    dense = program.rows.matrix.toarray()
    for j in _order(program, dense) * PASSES:
        host = int(program.host[j])
        if held[host] or not (program.must[host] or _fits(program, used + dense[:, j])):
            continue
        used, held[host] = used + dense[:, j], True
        taken.append(j)
    columns = np.array(sorted(taken), np.int64)
    while len(columns) and broken(program, columns):
        weakest = np.argmin(np.where(program.must[program.host[columns]], np.inf, program.value[columns]))
        if program.must[program.host[columns[weakest]]]:
            return np.zeros(0, np.int64), 0.0
        columns = np.delete(columns, weakest)
    return columns, objective(program, columns)


def _order(program: Program, dense: Floats) -> list[int]:
    """Musts first, then by gain for the parts of all limits that are used up; what loses is not in it."""
    high = np.where(np.isfinite(program.rows.high) & (program.rows.high > 0), program.rows.high, np.inf)
    parts = (np.maximum(dense, 0) / high[:, None]).sum(axis=0) + 1e-3
    must = program.must[program.host]
    score = np.where(must, np.inf, program.value / parts)
    order = np.lexsort((-program.value, -score))
    return [j for j in order.tolist() if must[j] or program.value[j] > 0]


def _fits(program: Program, used: Floats) -> bool:
    rows = program.rows
    return bool(np.all(used <= rows.high + 1e-9) and np.all(used >= rows.low - 1e-9))
