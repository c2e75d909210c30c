"""What a limit is worth and what would bring a host in, found by changing just that and solving again."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from model.matrix.asking import program_of
from model.matrix.candidates import Candidates
from model.matrix.engine.program import Program, Rows
from model.matrix.layout import Problemset
from model.matrix.solve import Onlooker, Solution, solve
from model.policy import Policy
from model.records import Request

STEPS = 7
"""Halvings of the span in which a fee that brings a host in is looked for: to less than a hundredth of it."""


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


def fee_to_get_in(
    problem: Problemset,
    request: Request,
    policy: Policy,
    host: int,
    guess: float,
    onlooker: Onlooker | None = None,
) -> float | None:
    """By how many yuan the cost of a host's nearest offer has to fall for the best plan to hold him.

    ``guess`` is the ``short_by`` of the relaxation, a lower bound but for the gap. None where even a free offer does not.
    """
    own = np.flatnonzero(problem.kept.host == host)
    if not len(own):
        return None
    dear = float(problem.kept.cost[own].max())
    low, high = 0.0, min(dear, max(2 * guess, policy.matrix.least_gain))
    while not _is_in(problem, request, policy, host, high, onlooker):
        if high >= dear:
            return None
        low, high = high, min(dear, 2 * high)
    for _ in range(STEPS):
        middle = (low + high) / 2
        if _is_in(problem, request, policy, host, middle, onlooker):
            high = middle
        else:
            low = middle
    return high


def _is_in(
    problem: Problemset, request: Request, policy: Policy, host: int, fall: float, onlooker: Onlooker | None
) -> bool:
    cheaper = _cheaper(problem.kept, host, fall)
    asked = program_of(cheaper, request, policy, problem.targets)
    program = replace(asked, tails=problem.program.tails)
    found = solve(program, policy.matrix.gap, policy.matrix.time_limit, onlooker)
    return bool((problem.kept.host[found.x] == host).any())


def _cheaper(table: Candidates, host: int, fall: float) -> Candidates:
    """The same table with every offer of one host cheaper by ``fall`` yuan, down to nothing."""
    saved = np.where(table.host == host, np.minimum(table.cost, fall), 0.0)
    return replace(table, cost=table.cost - saved, first=table.first + saved, long=table.long + saved)
