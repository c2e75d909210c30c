"""Limits that nobody can keep together: the fewest that already conflict, and how far each would have to give way alone."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from model.errors import Problem
from model.matrix.engine.program import Program, Rows
from model.matrix.layout import Problemset
from model.matrix.solve import Onlooker, solve
from model.records import Request

Limit = tuple[str, int]
"""``must`` and a host, ``row``, ``share`` or ``tail`` and its place."""
SECONDS = 2.0
"""Longest search for one set that keeps all limits but one."""


def conflict(problem: Problemset, request: Request, onlooker: Onlooker) -> list[Problem]:
    """The smallest set of limits found that conflict (by leaving out one after the other), each with what would do.

    The first problem names them as a whole; ``need`` is the nearest figure of that limit alone at which the others can be
    kept, None where there is none or it cannot be told in one figure.
    """
    program = problem.program
    members = list(_limits(program))
    if _possible(program, onlooker):
        members = []  # the search was only too short
    for limit in list(members):
        fewer = [one for one in members if one != limit]
        if not _possible(_only(program, fewer), onlooker):
            members = fewer
    whole = Problem("limits_conflict", values={"locks": len(request.musts), "budget": request.budget})
    return [whole, *(_told(problem, limit, onlooker) for limit in members)]


def _limits(program: Program) -> Iterator[Limit]:
    """Every limit that may be left out; the musts last, as they are what is most surely meant."""
    yield from (("row", i) for i in range(len(program.rows.low)))
    yield from (("share", i) for i in range(len(program.shares)))
    yield from (("tail", i) for i in range(len(program.tails)))
    yield from (("must", h) for h in np.flatnonzero(program.must).tolist())


def _only(program: Program, kept: list[Limit]) -> Program:
    """The same choice under some of its limits."""
    rows, of = program.rows, [i for kind, i in kept if kind == "row"]
    must = np.zeros(len(program.must), bool)
    must[[h for kind, h in kept if kind == "must"]] = True
    return replace(
        program,
        rows=Rows(rows.matrix[of], rows.low[of], rows.high[of], tuple(rows.codes[i] for i in of)),
        must=must,
        shares=tuple(s for i, s in enumerate(program.shares) if ("share", i) in kept),
        tails=tuple(t for i, t in enumerate(program.tails) if ("tail", i) in kept),
    )


def _possible(program: Program, onlooker: Onlooker) -> bool:
    """Whether any choice keeps the limits (the value does not matter, so the first will do)."""
    calm = replace(onlooker, enough=lambda: False, found=_unheard)
    return solve(program, 1.0, SECONDS, calm).status != "infeasible"


def _told(problem: Problemset, limit: Limit, onlooker: Onlooker) -> Problem:
    kind, i = limit
    program = problem.program
    if kind == "must":
        return Problem("conflict_must", values={"name": problem.table.hosts[i].influencer.name})
    if kind == "share":
        return Problem(f"conflict_{program.shares[i].code}", values={"have": program.shares[i].most})
    if kind == "tail":
        tail = program.tails[i]
        return Problem(f"conflict_{tail.code}", values={"have": tail.loss, "odds": tail.part})
    high = float(program.rows.high[i])
    values = {"have": high if np.isfinite(high) else None, "need": _need(program, i, onlooker)}
    return Problem(f"conflict_{program.rows.codes[i]}", values=values)


def _need(program: Program, row: int, onlooker: Onlooker) -> float | None:
    """The least a row has to allow for all other limits to be kept."""
    others = [limit for limit in _limits(program) if limit != ("row", row)]
    use = program.rows.matrix[[row]].toarray()[0]
    if not np.isfinite(program.rows.high[row]) or (use < 0).any():
        return None
    least = replace(_only(program, others), gain=-use, pay=np.zeros_like(use), reach=None, tails=())
    found = solve(least, 1e-6, SECONDS, replace(onlooker, enough=lambda: False, found=_unheard))
    return None if found.status == "infeasible" else max(-found.value, float(program.rows.high[row]))


def _unheard(_value: float, _bound: float) -> None:
    """Nobody listens."""
