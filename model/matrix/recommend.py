"""The matrix: the best choice of offers under all limits."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from model.errors import Cancelled, NothingFeasible, Reason
from model.matrix import explain
from model.matrix.candidates import Candidate, Candidates
from model.matrix.conflict import conflict
from model.matrix.layout import Problemset, lay_out
from model.matrix.leftover import leftover
from model.matrix.nothing import check_locks, why_nothing
from model.matrix.odds import APPROXIMATE, settle
from model.matrix.overlap import Sharing, common, left, sharing
from model.matrix.plan import Choice, HostPoint, Plan, TierTotal
from model.matrix.risk import concentration, simulate
from model.matrix.solve import Onlooker, Solution
from model.policy import Policy
from model.records import Estimate, Request, Tier
from model.response import orders_range
from model.watching import Progress, quiet

Indices = NDArray[np.int64]


def recommend(
    table: Candidates,
    request: Request,
    policy: Policy,
    progress: Progress = quiet,
    cancelled: Callable[[], bool] = lambda: False,
    onlooker: Onlooker | None = None,
) -> Plan:
    """The plan with the highest expected long-run profit under all limits, proven to ``gap``, among these candidates.

    A limit on the odds of a loss is kept by trial, and then nothing is proven (see :mod:`model.matrix.odds`).
    An ``onlooker`` hears of each better plan with the bound, and may call it enough.

    Raises:
        NothingFeasible: when the limits leave nothing worth buying, with the reasons.
        Cancelled: when ``cancelled()`` turns true.
    """
    problem = lay_out(table, request, policy)
    check_locks(problem, request)
    if not len(problem.kept.items):
        raise NothingFeasible(why_nothing(problem, request, policy.matrix.least_gain))
    progress("solving", 0.35)
    look = replace(onlooker or Onlooker(), cancelled=cancelled)
    settled = settle(problem, request, policy, look)
    problem, solution = replace(problem, program=settled.program), settled.solution
    if solution.status == "infeasible":
        raise NothingFeasible(conflict(problem, request, look))
    progress("risk", 0.85)
    picked = np.flatnonzero(solution.x)
    plan = plan_of(problem, solution, picked, request, policy)
    if cancelled():
        raise Cancelled
    if not plan.choices:
        raise NothingFeasible(why_nothing(problem, request, policy.matrix.least_gain))
    return _told(plan, request) if plan.status == APPROXIMATE else plan


def _told(plan: Plan, request: Request) -> Plan:
    """The same with a word on the odds that no search can prove."""
    values = {
        "most": request.limits.loss_odds,
        "odds": plan.risk.loss_probability,
        "more": plan.bound - plan.objective,
    }
    return replace(plan, warnings=(Reason("odds_approximate", values), *plan.warnings))


def plan_of(
    problem: Problemset, solution: Solution, picked: Indices, request: Request, policy: Policy
) -> Plan:
    """The plan that the ``picked`` candidates of ``problem.kept`` make, with risk, reasons and warnings."""
    kept = problem.kept
    shared = sharing(problem.program, picked)
    choices = choices_of(kept, picked, request, shared)
    spend, value = float(kept.cost[picked].sum()), float(kept.long[picked].sum() - shared.lost.sum())
    bound = max(solution.bound, value) if solution.status in ("optimal", "stopped") else solution.bound
    risk = simulate(kept, picked, int(policy.risk.draws), request.seed, shared=shared, busy=policy.risk.busy)
    shares = concentration([c.cost for c in choices], [c.orders.value for c in choices])
    tiers = {tier: _total(choices, tier) for tier in Tier}
    count = sum(t.count for t in tiers.values())
    used = {int(i) for i in kept.host[picked]}
    priced_only = solution.status.startswith("chosen")
    ids = frozenset(host.influencer.id for host in problem.table.hosts)
    out = explain.rejected(problem.table, kept, problem.barring, solution, problem.program, used, priced_only)
    unspent = () if priced_only else leftover(request.budget, spend, choices, out, policy.matrix.warn_left)
    available = {tier: sum(h.tier is tier for h in problem.table.hosts) for tier in Tier}
    return Plan(
        request.budget,
        spend,
        value,
        bound,
        max(0.0, bound - value) / max(abs(bound), 1e-9),
        solution.status,
        MappingProxyType({tier: tiers[tier].count / count if count else 0.0 for tier in Tier}),
        MappingProxyType(tiers),
        choices,
        out,
        risk,
        shares,
        (
            *unspent,
            *explain.warnings(policy, request, problem.targets, choices, risk, shares, available, ids),
        ),
        _points(problem.table, {c.id: c.candidate for c in choices}),
        common(choices, policy),
    )


def choices_of(
    kept: Candidates, picked: Indices, request: Request, shared: Sharing | None = None
) -> tuple[Choice, ...]:
    """The ``picked`` candidates with orders and reasons, what is ``shared`` taken off, the most profitable first."""
    shared = shared or Sharing(np.zeros(len(picked)), np.zeros(len(picked)))
    part = left(kept, picked, shared)
    orders = kept.orders[picked] * part
    each = [float(cost / n) for cost, n in zip(kept.cost[picked], orders, strict=True) if n > 0]
    median = float(np.median(each)) if each else 0.0
    order = sorted(range(len(picked)), key=lambda k: -float(kept.long[picked[k]] - shared.lost[k]))
    return tuple(
        _choice(kept, int(picked[k]), float(part[k]), float(shared.lost[k]), median, request) for k in order
    )


def _held(host: str, request: Request) -> str:
    """Why this host must be in the plan; empty where he need not."""
    if any(host == booked for booked, _, _ in request.limits.booked):
        return "booked"
    return "locked" if host in request.musts else ""


def _choice(kept: Candidates, j: int, part: float, lost: float, median: float, request: Request) -> Choice:
    item, cost = kept.items[j], float(kept.cost[j])
    sold, held = _sold(kept, j, part), _held(item.host.influencer.id, request)
    first, more = float(kept.first[j]), float(kept.stepped[j]) * part
    return Choice(
        item,
        cost,
        sold,
        first - (1 - part) * (first + cost + item.beside),
        float(kept.long[j]) - lost,
        explain.choice_reasons(item, cost, sold, median, held, lost, 1 - part, more),
        bool(held),
        more,
        lost,
    )


def _sold(kept: Candidates, j: int, part: float) -> Estimate:
    spread = orders_range(float(kept.raw[j]) * part, float(kept.sd[j]))
    stock = kept.items[j].worth.product.stock
    cap, orders = float("inf") if stock is None else float(stock), float(kept.orders[j]) * part
    return replace(spread, value=orders, low=min(spread.low, cap, orders), high=min(spread.high, cap))


def _total(choices: tuple[Choice, ...], tier: Tier) -> TierTotal:
    of = [c for c in choices if c.candidate.host.tier is tier]
    return TierTotal(
        len(of), sum(c.cost for c in of), sum(c.orders.value for c in of), sum(c.long_profit for c in of)
    )


def _points(table: Candidates, chosen: Mapping[str, Candidate]) -> tuple[HostPoint, ...]:
    """Every host with its chosen offer, or the one that would bring most."""
    best: dict[int, int] = {}
    for j in np.argsort(table.long, kind="stable").tolist():
        best[int(table.host[j])] = j
    items = ((i, chosen.get(host.influencer.id)) for i, host in enumerate(table.hosts))
    return tuple(
        _point(item or table.items[best[i]], item is not None) for i, item in items if item or i in best
    )


def _point(item: Candidate, chosen: bool) -> HostPoint:
    host, basis = item.host, item.worth.basis
    sold = (1 - basis.return_rate) * basis.price
    commission = sold * item.offer.average_commission(sold * item.response.mean)
    paid = item.offer.slot_fee + item.offer.labour
    each = paid / item.response.mean + commission if item.response.mean else float("inf")
    guessed = host.estimated | item.offer.estimated
    return HostPoint(
        host.influencer.id, host.influencer.name, host.tier, item.true_views, each, chosen, guessed
    )
