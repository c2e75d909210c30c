"""A given choice priced under the very same model as the search, so that any claim of optimality can be tested."""

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from model.errors import InputError, Problem, Reason
from model.matrix.anew import with_asked
from model.matrix.asking import ODDS, program_of
from model.matrix.candidates import Asked, Candidates
from model.matrix.engine.program import Program, broken
from model.matrix.layout import Problemset, lay_out
from model.matrix.nothing import check_locks
from model.matrix.odds import loss_odds, without_odds
from model.matrix.overlap import sharing
from model.matrix.plan import Plan
from model.matrix.recommend import Indices, plan_of
from model.matrix.solve import Solution, solve
from model.policy import Policy
from model.records import Request


def price_choice(
    table: Candidates,
    wanted: Iterable[tuple[str, str, int, str]],
    request: Request,
    policy: Policy,
) -> Plan:
    """A given choice (host id, offer name, sessions, product name or "") under the very same model.

    The bound is that of the search, so a choice that keeps every limit cannot beat it.

    Raises:
        InputError: ``choice_unknown`` for every line that names no candidate.
        NothingFeasible: a locked host that cannot be in.
    """
    wanted = tuple(wanted)
    problem = lay_out(with_asked(table, _asked(wanted), policy), request, policy)
    check_locks(problem, request)
    picked, missing = _pick(problem.table, wanted)
    if missing:
        raise InputError(missing)
    whole = program_of(problem.table, request, policy, problem.targets, problem.audiences)
    broken = _broken(problem, whole, picked, request, policy)
    bound = (
        solve(without_odds(problem.program), policy.matrix.gap, policy.matrix.time_limit).bound
        if len(problem.kept.items)
        else 0.0
    )
    blank = Solution(
        np.zeros(0, bool),
        0.0,
        bound,
        np.zeros(0),
        np.zeros(0),
        "chosen_breaks_limits" if broken else "chosen",
    )
    plan = plan_of(replace(problem, kept=problem.table, program=whole), blank, picked, request, policy)
    return replace(plan, warnings=(*broken, *plan.warnings))


def _asked(wanted: Iterable[tuple[str, str, int, str]]) -> Asked:
    """The numbers of sessions a given choice names: they are priced even where the search knows they do not pay."""
    asked: dict[tuple[str, str], frozenset[int]] = {}
    for host, offer, sessions, _ in wanted:
        asked[host, offer] = asked.get((host, offer), frozenset()) | {sessions}
    return asked


def _pick(table: Candidates, wanted: Iterable[tuple[str, str, int, str]]) -> tuple[Indices, list[Problem]]:
    found: list[int] = []
    missing: list[Problem] = []
    keys: dict[tuple[str, str, int, str], list[int]] = {}
    for j, item in enumerate(table.items):
        keys.setdefault((item.host.influencer.id, item.offer.offer.name, item.sessions, ""), []).append(j)
        keys.setdefault(
            (item.host.influencer.id, item.offer.offer.name, item.sessions, item.worth.product.name), []
        ).append(j)
    for host, offer, sessions, product in wanted:
        options = keys.get((host, offer, sessions, product))
        if options:
            found.append(max(options, key=lambda j: float(table.long[j])))
        else:
            missing.append(
                Problem("choice_unknown", values={"id": host, "offer": offer, "sessions": sessions})
            )
    return np.array(sorted(found), np.int64), missing


def _broken(
    problem: Problemset, program: Program, picked: Indices, request: Request, policy: Policy
) -> tuple[Reason, ...]:
    """Which limits a given choice breaks: rows over all candidates, and offers no plan may hold."""
    program, most = without_odds(program), request.limits.loss_odds
    short = broken(program, picked)
    shared = sharing(program, picked)
    if most is not None and (over := loss_odds(problem.table, picked, shared, request, policy) - most) > 0:
        short[ODDS] = over
    barred = [problem.table.items[int(j)] for j in picked if not problem.barring.mask[int(j)]]
    lost = [Reason("breaks_offer", {"name": item.host.influencer.name}) for item in barred]
    return (*(Reason(f"breaks_{code}", {"by": by}) for code, by in short.items()), *lost)
