"""What if: more or less money, a smaller or larger share for one host, and the plans others would have made.

Every scenario is a whole plan under the very same model, so that its profit, odds and concentration can be laid beside
those of the recommended one.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from model.errors import Cancelled, InputError, NothingFeasible
from model.matrix.candidates import Candidates
from model.matrix.kept import Kept, Wanted
from model.matrix.layout import Problemset, lay_out
from model.matrix.limits import is_durable, share_cap
from model.matrix.odds import settle
from model.matrix.plan import Plan
from model.matrix.pricing import price_choice
from model.matrix.recommend import recommend
from model.matrix.solve import Onlooker
from model.matrix.trial import Trial, trials
from model.matrix.worths import LimitWorth, limit_worths
from model.policy import Policy
from model.records import Kind, Request
from model.watching import Progress, quiet

BUDGETS: Final = (0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)
"""Budgets of the frontier, in units of the one asked for."""
SHARES: Final = (0.02, 0.05, 0.10, 0.15, 0.20, 0.30, 0.50, 1.0)
"""Largest shares of the budget for one host."""


@dataclass(frozen=True, slots=True)
class Point:
    """One plan of a frontier: ``at`` is its budget in yuan or its largest share (0-1); no plan where none is feasible."""

    at: float
    plan: Plan | None


@dataclass(frozen=True, slots=True)
class Rival:
    """Another way to choose, priced alike; no plan: it cannot be had.

    ``code``: recommended, free_mix, biggest, evenly, or kept with the ``name`` of a plan the merchant kept.
    """

    code: str
    plan: Plan | None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Scenarios:
    """All that can be laid beside a plan; ``share`` is the largest share for one host it was made with.

    ``trials`` are small tests of hosts who are not in the plan, for at most the policy's share of the budget;
    ``worths`` what each limit that binds costs.
    """

    budgets: tuple[Point, ...]
    shares: tuple[Point, ...]
    rivals: tuple[Rival, ...]
    share: float
    trials: tuple[Trial, ...] = ()
    worths: tuple[LimitWorth, ...] = ()


def scenarios(
    table: Candidates,
    request: Request,
    policy: Policy,
    progress: Progress = quiet,
    cancelled: Callable[[], bool] = lambda: False,
    kept: Sequence[Kept] = (),
    shown: Plan | None = None,
) -> Scenarios:
    """Both frontiers and the rivals of one request, with the plans ``kept`` before, all over the same candidates.

    ``shown``: the plan made of this request; a search that stops by the clock need not find the very same again.

    Raises:
        Cancelled: when ``cancelled()`` turns true.
    """
    asked = [replace(request, budget=request.budget * part) for part in BUDGETS]
    spread = [replace(request, max_share=share) for share in SHARES]
    free = replace(request, free_mix=True)
    todo = dict.fromkeys((*asked, *spread, request, free))  # the budget asked for is one of the frontier's
    plans: dict[Request, Plan | None] = {}
    for one in todo:
        progress("scenarios", len(plans) / (len(todo) + 1))
        plans[one] = shown if shown and one == request else _plan(table, one, policy, cancelled)
    budgets = tuple(Point(one.budget, plans[one]) for one in asked)
    shares = tuple(Point(share, plans[one]) for share, one in zip(SHARES, spread, strict=True))
    own = plans[request]
    return Scenarios(
        budgets,
        shares,
        (
            Rival("recommended", own),
            Rival("free_mix", plans[free]),
            *_others(table, request, policy),
            *(Rival("kept", _priced(one, table, request, policy), one.name) for one in kept),
        ),
        max(share_cap(is_durable(w.grade.letter), request, policy.matrix) for w in table.worths),
        trials(table, request.budget * policy.trial.budget_share, policy, {*request.bans, *_ids(own)}),
        _worths(lay_out(table, request, policy), request, policy, cancelled) if own else (),
    )


def _worths(
    problem: Problemset, request: Request, policy: Policy, cancelled: Callable[[], bool]
) -> tuple[LimitWorth, ...]:
    look = Onlooker(cancelled=cancelled)
    settled = settle(problem, request, policy, look)
    return limit_worths(replace(problem, program=settled.program), settled.solution, policy, look)


def _plan(table: Candidates, request: Request, policy: Policy, cancelled: Callable[[], bool]) -> Plan | None:
    if cancelled():
        raise Cancelled
    try:
        return recommend(table, request, policy, cancelled=cancelled)
    except NothingFeasible:
        return None


def _priced(kept: Kept, table: Candidates, request: Request, policy: Policy) -> Plan | None:
    """A kept plan as things stand now; None when a host, offer or product of it is gone."""
    try:
        return price_choice(table, kept.wanted, replace(request, locks=frozenset()), policy)
    except (InputError, NothingFeasible):
        return None


def _ids(plan: Plan | None) -> Iterator[str]:
    return (choice.id for choice in plan.choices) if plan else iter(())


def _others(table: Candidates, request: Request, policy: Policy) -> tuple[Rival, ...]:
    """Choices by a rule of thumb, from the same roster and money, with no other limit than the budget."""
    offers = _first_sessions(table, request)
    by_size = sorted(offers, key=lambda j: (-table.items[j].host.followers, j))
    by_fee = sorted(offers, key=lambda j: (float(table.cost[j]), j))
    made = []
    for code, order in (("biggest", by_size), ("evenly", by_fee)):
        wanted = _within(table, order, request.budget)
        plan = price_choice(table, wanted, replace(request, locks=frozenset()), policy) if wanted else None
        made.append(Rival(code, plan))
    return tuple(made)


def _first_sessions(table: Candidates, request: Request) -> list[int]:
    """For each hired host one session of the offer and product that bring most."""
    best: dict[int, int] = {}
    for j, item in enumerate(table.items):
        influencer = item.host.influencer
        if item.sessions != 1 or influencer.kind is not Kind.HOST or influencer.id in request.bans:
            continue
        host = int(table.host[j])
        if host not in best or table.long[j] > table.long[best[host]]:
            best[host] = j
    return list(best.values())


def _within(table: Candidates, order: Sequence[int], budget: float) -> list[Wanted]:
    """The offers in this order as long as there is money for them; one that is too dear is passed over."""
    left, wanted = budget, []
    for j in order:
        cost = float(table.cost[j])
        if 0 < cost <= left:
            item = table.items[j]
            left -= cost
            wanted.append((item.host.influencer.id, item.offer.offer.name, 1, item.worth.product.name))
    return wanted


@dataclass(frozen=True, slots=True)
class Further:
    """What the next step of a frontier changes: from one point to another, in yuan of mean long-run profit."""

    start: float
    end: float
    gain: float


def further(points: Sequence[Point], at: float, down: bool = False) -> Further | None:
    """The change from the point nearest ``at`` to the next higher (or lower) one; None at the end of the frontier."""
    known = [p for p in points if p.plan is not None]
    if not known:
        return None
    here = min(range(len(known)), key=lambda n: abs(known[n].at - at))
    there = here - 1 if down else here + 1
    if not 0 <= there < len(known):
        return None
    start, end = known[here], known[there]
    return Further(start.at, end.at, _mean(end) - _mean(start))


def _mean(point: Point) -> float:
    return point.plan.risk.mean if point.plan is not None else 0.0
