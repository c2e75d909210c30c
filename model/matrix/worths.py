"""What a limit is worth, found by leaving just that out and solving again."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from model.matrix.engine.program import Program, Rows
from model.matrix.layout import Problemset
from model.matrix.solve import Onlooker, Solution, solve
from model.policy import Policy


@dataclass(frozen=True, slots=True)
class LimitWorth:
    """What one kind of limit costs: yuan the plan would gain without it, at least and at most (both searches have a gap).

    ``price`` is what the first unit more of it brings at the relaxation's prices (yuan a unit; None where it is no row).
    """

    code: str
    least: float
    most: float
    price: float | None


def limit_worths(
    problem: Problemset, solution: Solution, policy: Policy, onlooker: Onlooker | None = None
) -> tuple[LimitWorth, ...]:
    """Each kind of limit left out by itself. Those without a price at the relaxation are left out of the search too."""
    return tuple(
        _worth(code, program, price, solution, policy, onlooker)
        for code, program, price in _without(problem.program, solution)
    )


def _without(program: Program, solution: Solution) -> Iterator[tuple[str, Program, float | None]]:
    rows = program.rows
    codes = np.array(rows.codes)
    for code in dict.fromkeys(rows.codes):
        keep = np.flatnonzero(codes != code)
        price = float(np.abs(solution.duals[codes == code]).max())
        if price > 0:
            names = tuple(rows.codes[i] for i in keep)
            less = Rows(rows.matrix[keep], rows.low[keep], rows.high[keep], names)
            yield code, replace(program, rows=less), price
    for share in program.shares:
        yield share.code, replace(program, shares=tuple(s for s in program.shares if s is not share)), None
    for tail in program.tails:
        yield tail.code, replace(program, tails=tuple(t for t in program.tails if t is not tail)), None


def _worth(
    code: str,
    program: Program,
    price: float | None,
    solution: Solution,
    policy: Policy,
    onlooker: Onlooker | None,
) -> LimitWorth:
    free = solve(program, policy.matrix.gap, policy.matrix.time_limit, onlooker)
    return LimitWorth(
        code, max(0.0, free.value - solution.bound), max(0.0, free.bound - solution.value), price
    )
