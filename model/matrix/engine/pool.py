"""The program with what is learnt about it on the way: its table, the cuts found so far, the best bound."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from scipy import sparse

from model.matrix.engine.cuts import Cut, broken_cuts, reach_cut
from model.matrix.engine.prices import Prices, charges, settle, table_of
from model.matrix.engine.program import Floats, Mask, Program, Whole

STALE = 150
"""Relaxations after which a cut that never had a price in them is let go."""


class Pool:
    """Cuts are only ever added, so prices found earlier stay good: a cut they do not know costs nothing."""

    def __init__(self, program: Program, cancelled: Callable[[], bool]) -> None:
        self.program = program
        self.cancelled = cancelled
        self.table: sparse.csr_array = table_of(program)
        self.cuts: list[Cut] = list(reach_cut(program))
        self.used: list[int] = [0] * len(self.cuts)
        """Per cut: how many relaxations were solved when it last had a price."""
        self.alive: Mask | None = None
        """Columns that a better set than the best found may still hold; None for all."""
        self.solved = 0
        """Relaxations solved so far."""
        self.known: set[tuple[str, int]] = set()

    def go_on(self) -> bool:
        """Asked before each relaxation: counts it; whether the caller has had enough of it all."""
        self.solved += 1
        return self.cancelled()

    def find(self, columns: Whole, x: Floats, slack: float) -> list[Cut]:
        """New cuts that this choice breaks."""
        found = []
        for key, cut in broken_cuts(self.program, columns, x, frozenset(self.known), slack):
            if key is not None:
                self.known.add(key)
            self.cuts.append(replace(cut, number=len(self.cuts)))
            self.used.append(self.solved)
            found.append(self.cuts[-1])
        return found

    def bound(self, prices: Prices) -> tuple[float, Floats]:
        """A value no allowed set beats, and what is left of each column after all charges."""
        for number in np.flatnonzero(prices.cuts > 0).tolist():
            self.used[number] = self.solved
        right, income = settle(self.program, prices, self.cuts)
        left = charges(self.program, self.cuts, right, self.table)
        if self.alive is not None:
            left[~self.alive] = -np.inf
        return income + float(self.program.best_of_hosts(left).sum()), left

    def fresh(self) -> list[Cut]:
        """Cuts that mattered lately; the others are found again if they should."""
        return [c for c in self.cuts if c.lasting or self.solved - self.used[c.number] <= STALE]

    def taken(self, x: Floats) -> Whole:
        """Places of what is taken at all."""
        return np.flatnonzero(x > 1e-9)
