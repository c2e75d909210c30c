"""The same choice under other limits: what a larger budget or less concentration would bring, and plain ways to spend it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

import numpy as np

from model.matrix.candidates import Candidates
from model.matrix.layout import Problemset, lay_out_again
from model.matrix.plan import Risk
from model.matrix.risk import concentration, simulate
from model.matrix.solve import Onlooker, Solution, solve
from model.policy import Policy
from model.records import Request, Tier


@dataclass(frozen=True, slots=True)
class Point:
    """One plan among several: what was asked (``at``), what it is worth and risks. Money in yuan, shares 0-1.

    ``status`` as in :class:`~model.matrix.plan.Plan`; ``infeasible`` where the limits leave none.
    """

    at: float
    value: float
    bound: float
    spend: float
    hosts: int
    top1: float
    loss_probability: float
    cvar95: float
    status: str


def budget_frontier(
    table: Candidates,
    request: Request,
    policy: Policy,
    budgets: Iterable[float],
    onlooker: Onlooker | None = None,
) -> tuple[Point, ...]:
    """The best plan at each budget, all other limits as they are."""
    return _frontier(table, policy, ((b, replace(request, budget=b)) for b in budgets), onlooker)


def concentration_frontier(
    table: Candidates,
    request: Request,
    policy: Policy,
    shares: Iterable[float],
    onlooker: Onlooker | None = None,
) -> tuple[Point, ...]:
    """The best plan at each largest share of the budget for one host: the price of decentralisation."""
    return _frontier(table, policy, ((s, replace(request, max_share=s)) for s in shares), onlooker)


def _frontier(
    table: Candidates, policy: Policy, asked: Iterable[tuple[float, Request]], onlooker: Onlooker | None
) -> tuple[Point, ...]:
    return tuple(best(table, request, policy, at, onlooker) for at, request in asked)


def best(
    table: Candidates, request: Request, policy: Policy, at: float = 0.0, onlooker: Onlooker | None = None
) -> Point:
    """The best plan of one request over candidates that are laid out already."""
    problem = lay_out_again(table, request, policy)
    return point(problem, _solved(problem, policy, onlooker), request, policy, at)


def _solved(problem: Problemset, policy: Policy, onlooker: Onlooker | None) -> Solution:
    return solve(problem.program, policy.matrix.gap, policy.matrix.time_limit, onlooker)


def point(problem: Problemset, solution: Solution, request: Request, policy: Policy, at: float) -> Point:
    """A solution with its risk in fresh draws."""
    kept, picked = problem.kept, np.flatnonzero(solution.x)
    risk: Risk = simulate(kept, picked, int(policy.risk.draws), request.seed)
    spend = kept.cost[picked]
    shares = concentration(spend.tolist(), kept.orders[picked].tolist())
    return Point(
        at,
        solution.value,
        solution.bound,
        float(spend.sum()),
        len(picked),
        shares.top1,
        risk.loss_probability,
        risk.cvar95,
        solution.status,
    )


def top_hosts(table: Candidates, request: Request, policy: Policy, onlooker: Onlooker | None = None) -> Point:
    """Heads only, and waists where there is no head to be had: what many merchants do."""
    levels = {table.hosts[i].tier for i in np.unique(table.host).tolist()}
    wanted = Tier.HEAD if Tier.HEAD in levels else Tier.WAIST
    return best(
        _of_hosts(table, lambda i: table.hosts[i].tier is wanted), _free(request), policy, 0.0, onlooker
    )


def spread_evenly(
    table: Candidates, request: Request, policy: Policy, hosts: int, onlooker: Onlooker | None = None
) -> Point:
    """The budget in ``hosts`` equal parts, the best that can be had for one part each."""
    even = replace(_free(request), max_share=1 / max(1, hosts))
    return best(table, even, policy, float(hosts), onlooker)


def _free(request: Request) -> Request:
    return replace(request, free_mix=True)


def _of_hosts(table: Candidates, wanted: Callable[[int], bool]) -> Candidates:
    """The candidates of some hosts."""
    from model.matrix.layout import subset

    return subset(table, np.array([wanted(i) for i in table.host.tolist()], bool))
