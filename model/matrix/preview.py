"""A plan at once, while the best one is being searched for: the most gain for what it uses up, first come first served."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

import numpy as np

from model.errors import Reason
from model.matrix.asking import FEW, program_of
from model.matrix.audience import Audiences
from model.matrix.candidates import Candidates, some
from model.matrix.engine.program import Floats, Mask, Program, Whole, broken, objective, profits, worst
from model.matrix.explain import loss_warning
from model.matrix.layout import lay_out
from model.matrix.overlap import left, sharing
from model.matrix.plan import Concentration, Risk, TierTotal
from model.matrix.risk import concentration, simulate
from model.policy import Policy
from model.records import Request, Tier

DRAWS = 2000
"""Draws of the curve that follows a slider."""
BLOCK = 256
"""Columns looked at together."""
PASSES = 2
"""Later columns may make room (a mix of levels) for those that were passed over."""


def preview(program: Program) -> tuple[Whole, float]:
    """Columns of a choice that keeps the limits, and its value; empty where it finds none.

    Never called the best: it looks at no combination. What a share or a limit on bad outcomes does not allow is taken out
    again, worst first, and nothing put in its place.
    """
    columns = np.sort(_greedy(program))
    while len(columns) and (wrong := broken(program, columns)):
        free = np.flatnonzero(~program.must[program.host[columns]])
        if not len(free):
            return np.zeros(0, np.int64), 0.0
        columns = np.delete(columns, free[_worst(program, columns, free, wrong)])
    return columns, objective(program, columns)


def _worst(program: Program, columns: Whole, free: Whole, wrong: Collection[str]) -> Whole:
    """Which of the ``free`` columns go: who has too large a share, brings most of the bad outcomes, or is worth least."""
    for share in program.shares:
        if share.code in wrong:
            return np.array([np.argmax(share.amount[columns[free]])])
    for tail in program.tails:
        if tail.code in wrong:
            bad = worst(profits(program, columns), tail.part)
            drawn = program.drawn().of(columns, program.host[columns], bad)
            brings = program.gain[columns] * drawn.mean(axis=1) - program.pay[columns]
            order = np.argsort(brings[free] / np.maximum(program.value[columns[free]], 1.0), kind="stable")
            rest = brings.sum() - np.cumsum(brings[free][order])
            return np.asarray(order[: int(np.argmax(rest >= -tail.loss)) + 1], np.int64)
    return np.array([np.argmin(program.value[columns[free]])])


def _greedy(program: Program) -> Whole:
    """Columns in the order of :func:`_order`, each that still fits; a block of them is looked at together."""
    rows, dense = program.rows, program.rows.matrix.toarray()
    order = np.tile(_order(program, dense), PASSES)
    must = program.must[program.host]
    taken: list[int] = []
    used, held = np.zeros(len(rows.low)), np.zeros(len(program.must), bool)
    high, low = rows.high[:, None] + 1e-9, rows.low[:, None] - 1e-9
    start = 0
    while start < len(order):
        block = order[start : start + BLOCK]
        after = used[:, None] + dense[:, block]
        fits = must[block] | ((after <= high) & (after >= low)).all(axis=0)
        found = np.flatnonzero(fits & ~held[program.host[block]])
        if not len(found):
            start += len(block)
            continue
        j = int(block[found[0]])
        used, start = used + dense[:, j], start + int(found[0]) + 1
        held[program.host[j]] = True
        taken.append(j)
    return np.array(taken, np.int64)


def _order(program: Program, dense: Floats) -> Whole:
    """Musts first, then by gain for the parts of all limits that are used up; what loses is not in it."""
    high = np.where(np.isfinite(program.rows.high) & (program.rows.high > 0), program.rows.high, np.inf)
    parts = (np.maximum(dense, 0) / high[:, None]).sum(axis=0) + 1e-3
    must, value = program.must[program.host], program.value
    score = np.where(must, np.inf, value / parts)
    order = np.lexsort((-value, -score))
    return np.asarray(order[must[order] | (value[order] > 0)], np.int64)


@dataclass(frozen=True, slots=True)
class Glance:
    """The figures of a :func:`preview`, in the terms of a plan: never the best, and with the curve of few draws."""

    budget: float
    spend: float
    objective: float
    orders: float
    first_profit: float
    hours: float
    tiers: Mapping[Tier, TierTotal]
    risk: Risk
    concentration: Concentration
    warnings: tuple[Reason, ...]


def glance(table: Candidates, request: Request, policy: Policy, found: Audiences | None = None) -> Glance:
    """What a choice made at once would come to; nobody is hired where none was found that keeps the limits.

    ``found`` are the audiences of the table, where they are known.
    """
    calm = replace(request, limits=replace(request.limits, most_loss=None, loss_odds=None))
    problem = lay_out(table, calm, policy, found)
    kept, (columns, value) = problem.kept, preview(problem.program)
    if request.limits.risky and len(columns):
        # Scenarios of all candidates would take longer than all the rest; those of the chosen are enough to take some out.
        few = program_of(some(kept, columns), request, policy, problem.targets, problem.audiences, FEW)
        picked, value = preview(few)
        columns = columns[picked]
    shared = sharing(problem.program, columns)
    part = left(kept, columns, shared)
    cost, first = kept.cost[columns], kept.first[columns]
    orders, long = kept.orders[columns] * part, kept.long[columns] - shared.lost
    tier = np.array([kept.hosts[i].tier for i in kept.host[columns].tolist()], dtype=object)
    risk = simulate(kept, columns, DRAWS, request.seed, explained=False, shared=shared)
    return Glance(
        request.budget,
        float(cost.sum()),
        value,
        float(orders.sum()),
        float((first - (1 - part) * (first + problem.program.pay[columns])).sum()),
        sum(kept.items[j].hours for j in columns.tolist()),
        MappingProxyType({one: _total(tier == one, cost, orders, long) for one in Tier}),
        risk,
        concentration(cost.tolist(), orders.tolist()),
        loss_warning(risk, policy) if len(columns) else (),
    )


def _total(mask: Mask, cost: Floats, orders: Floats, long: Floats) -> TierTotal:
    return TierTotal(int(mask.sum()), *(float(figures[mask].sum()) for figures in (cost, orders, long)))
