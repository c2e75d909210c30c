"""One request laid out as arrays and limits, over candidates that were made once: what may be used, under which rows."""

from dataclasses import dataclass

import numpy as np

from model.matrix.asking import program_of
from model.matrix.audience import Audiences, audiences
from model.matrix.candidates import Candidates, some
from model.matrix.engine.program import Program
from model.matrix.limits import MixTarget, Usable, mix_targets, usable
from model.policy import Policy
from model.records import Request


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
    table: Candidates, request: Request, policy: Policy, found: Audiences | None = None
) -> Problemset:
    """Sieve, mix and limits of a request over a table of candidates, which serves any request for the same products.

    The audiences of the table are ``found`` where that was not done before.
    """
    barring = usable(table, request, policy.matrix)
    kept = some(table, np.flatnonzero(barring.mask))
    targets = mix_targets(table, barring.mask, policy.matrix) if len(kept.items) else ()
    found = found or audiences(table, policy)
    program = program_of(kept, request, policy, targets, found)
    return Problemset(table, barring, kept, program, targets, found)
