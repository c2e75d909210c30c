"""Limits that are written down only where they bind: the mean of the worst scenarios, and one host's share of the whole."""

from dataclasses import dataclass

import numpy as np

from model.matrix.engine.program import Floats, Program, Share, Tail, Whole, profits, worst


@dataclass(frozen=True)
class Cut:
    """``coef @ x + overlap x (yuan lost to shared audiences) <= high``; every allowed set keeps it.

    ``coef`` is over all columns, or over those at ``places`` (rising). With a ``segment`` it is ``coef @ x - (yuan lost of
    that segment) <= high`` instead.
    """

    code: str
    coef: Floats
    overlap: float
    high: float
    number: int = -1
    """Its place among all cuts found."""
    lasting: bool = False
    """Found once only, so never let go."""
    places: Whole | None = None
    segment: int = -1

    def of(self, columns: Whole) -> Floats:
        """Its coefficients of some columns."""
        if self.places is None:
            return np.asarray(self.coef[columns], float)
        at = np.searchsorted(self.places, columns)
        at[at == len(self.places)] = 0
        here = self.places[at] == columns if len(self.places) else np.zeros(len(columns), bool)
        return np.where(here, self.coef[at] if len(self.coef) else 0.0, 0.0)

    def charge(self, left: Floats, price: float) -> None:
        """Take off ``left`` (all columns) what they use of it at a price."""
        if self.places is None:
            left -= price * self.coef
        else:
            left[self.places] -= price * self.coef


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
