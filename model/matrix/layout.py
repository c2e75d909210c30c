"""One request laid out as arrays and limits: what may be used, under which rows."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from model.estimates import HostFacts
from model.matrix.candidates import Asked, Candidates, candidates
from model.matrix.limits import MixTarget, Usable, mix_targets, rows, usable
from model.matrix.solve import Rows
from model.policy import Policy
from model.records import Request
from model.repurchase.grading import Grade


@dataclass(frozen=True)
class Problemset:
    """One problem laid out: all candidates, those that may be used, the limits over these, and the mix asked for."""

    table: Candidates
    barring: Usable
    kept: Candidates
    limits: Rows
    targets: tuple[MixTarget, ...]


def lay_out(
    hosts: tuple[HostFacts, ...],
    grades: tuple[Grade, ...],
    request: Request,
    policy: Policy,
    cancelled: Callable[[], bool] = lambda: False,
    asked: Asked | None = None,
) -> Problemset:
    """Candidates, sieve, mix and limits of one request."""
    table = candidates(hosts, grades, policy, cancelled, asked)
    barring = usable(table, request, policy.matrix)
    kept = subset(table, barring.mask)
    targets = mix_targets(table, barring.mask, policy.matrix) if len(kept.items) else ()
    return Problemset(
        table,
        barring,
        kept,
        rows(kept, request, policy.matrix, targets) if len(kept.items) else _no_rows(),
        targets,
    )


def subset(table: Candidates, mask: NDArray[np.bool_]) -> Candidates:
    """The candidates under ``mask`` over the same hosts and products."""
    items = tuple(item for item, keep in zip(table.items, mask.tolist(), strict=True) if keep)
    figures = {
        name: getattr(table, name)[mask]
        for name in ("host", "product", "cost", "raw", "sd", "orders", "first", "long")
    }
    return Candidates(table.hosts, table.worths, items, **figures)


def _no_rows() -> Rows:
    return Rows(sparse.csr_array((0, 0)), np.zeros(0), np.zeros(0), ())
