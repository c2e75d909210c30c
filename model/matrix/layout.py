"""One request laid out as arrays and limits: what may be used, under which rows."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from model.estimates import HostFacts
from model.matrix.asking import program_of
from model.matrix.audience import Audiences, audiences
from model.matrix.candidates import Asked, Candidates, candidates
from model.matrix.engine.program import Program
from model.matrix.limits import MixTarget, Usable, mix_targets, usable
from model.policy import Policy
from model.records import Request
from model.repurchase.grading import Grade


@dataclass(frozen=True)
class Problemset:
    """One problem laid out: all candidates, those that may be used, the limits over these, the mix asked for, the audiences."""

    table: Candidates
    barring: Usable
    kept: Candidates
    program: Program
    targets: tuple[MixTarget, ...]
    audiences: Audiences


def lay_out(
    hosts: tuple[HostFacts, ...],
    grades: tuple[Grade, ...],
    request: Request,
    policy: Policy,
    cancelled: Callable[[], bool] = lambda: False,
    asked: Asked | None = None,
) -> Problemset:
    """Candidates, sieve, mix and limits of one request."""
    table = candidates(hosts, grades, policy, cancelled, _with_booked(asked, request))
    return lay_out_again(table, request, policy)


def lay_out_again(table: Candidates, request: Request, policy: Policy) -> Problemset:
    """Sieve, mix and limits of a request over candidates that are there already."""
    barring = usable(table, request, policy.matrix)
    kept = subset(table, barring.mask)
    targets = mix_targets(table, barring.mask, policy.matrix) if len(kept.items) else ()
    found = audiences(table, policy)
    program = program_of(kept, request, policy, targets, found)
    return Problemset(table, barring, kept, program, targets, found)


def _with_booked(asked: Asked | None, request: Request) -> Asked | None:
    """What is booked is priced whether it pays or not."""
    wanted = dict(asked or {})
    for host, offer, sessions in request.limits.booked:
        wanted[host, offer] = wanted.get((host, offer), frozenset()) | {sessions}
    return wanted or None


def subset(table: Candidates, mask: NDArray[np.bool_]) -> Candidates:
    """The candidates under ``mask`` over the same hosts and products."""
    items = tuple(item for item, keep in zip(table.items, mask.tolist(), strict=True) if keep)
    figures = {
        name: getattr(table, name)[mask]
        for name in ("host", "product", "cost", "raw", "sd", "orders", "first", "long")
    }
    return Candidates(table.hosts, table.worths, items, **figures)
