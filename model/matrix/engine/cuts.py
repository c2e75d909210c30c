"""Limits that are written down only where they bind: the mean of the worst scenarios, and one host's share of the whole."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from model.matrix.engine.program import Floats, Program, Share, Tail, Whole, profits, worst


@dataclass(frozen=True)
class Cut:
    """``coef @ x + overlap x (yuan lost to shared audiences) <= high``, over all columns; every allowed set keeps it."""

    code: str
    coef: Floats
    overlap: float
    high: float
    number: int = -1
    """Its place among all cuts found."""
    lasting: bool = False
    """Found once only, so never let go."""


def tail_cut(program: Program, tail: Tail, scenarios: Whole) -> Cut:
    """The mean over some scenarios is no lower than that over the worst ones (Rockafellar & Uryasev 2000), so it is bounded too."""
    shocks = program.drawn()
    table = shocks.table.ravel()
    mean = np.zeros(len(program.gain), np.float32)
    place = shocks.kind.astype(np.int32) * 256
    for s in scenarios.tolist():
        mean += shocks.factor[shocks.at, s] * table[place + shocks.code[program.host, s]]
    return Cut(tail.code, program.pay - program.gain * (mean / len(scenarios)), 1.0, tail.loss)


def share_cut(program: Program, share: Share, host: int) -> Cut:
    """One host's amount less ``most`` of everybody's."""
    coef = -share.most * share.amount
    coef[program.host == host] += share.amount[program.host == host]
    return Cut(share.code, coef, 0.0, 0.0, lasting=True)


def broken_cuts(
    program: Program, columns: Whole, x: Floats, known: frozenset[tuple[str, int]], slack: float
) -> list[tuple[tuple[str, int] | None, Cut]]:
    """The cuts that a (fractional) choice breaks by more than ``slack`` yuan, with a key where one may be made once."""
    found: list[tuple[tuple[str, int] | None, Cut]] = []
    for tail in program.tails:
        profit = profits(program, columns, x)
        rows = worst(profit, tail.part)
        if -float(profit[rows].mean()) > tail.loss + slack:
            found.append((None, tail_cut(program, tail, rows)))
    for share in program.shares:
        amount = np.bincount(program.host[columns], weights=share.amount[columns] * x)
        most = share.most * amount.sum()
        over = np.flatnonzero(amount > most * (1 + 1e-6) + 1e-9).tolist()
        found += [
            ((share.code, host), share_cut(program, share, host))
            for host in over
            if (share.code, host) not in known
        ]
    return found


def reach_cut(program: Program) -> Iterator[Cut]:
    """What a set loses to shared audiences is no less than what its columns lose each by itself, as the loss rises ever faster.

    No whole set breaks it, but half a column does: half its draw loses less than half of what all of it loses. Beside cuts
    for bad scenarios it slows the search more than it proves, so there it is left out.
    """
    if program.reach is not None and not program.tails:
        yield Cut("reach", program.reach.alone(), -1.0, 0.0, number=0, lasting=True)
