"""The program with what is learnt about it on the way: its table, the cuts found so far, the best bound."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from scipy import sparse

from model.matrix.engine.audiences import Audiences
from model.matrix.engine.counts import count_cuts
from model.matrix.engine.covers import Covers
from model.matrix.engine.cuts import Cut, broken_cuts
from model.matrix.engine.master import Master
from model.matrix.engine.prices import Prices, charges, settle, table_of
from model.matrix.engine.program import Floats, Mask, Program, Whole

STALE = 150
"""Relaxations after which a cut that never had a price in them is let go."""

FEW = 150
"""Chosen columns up to which tighter limits on shared audiences are sought."""


class Pool:
    """Cuts are only ever added, so prices found earlier stay good: a cut they do not know costs nothing."""

    def __init__(self, program: Program, cancelled: Callable[[], bool]) -> None:
        self.program = program
        self.cancelled = cancelled
        self.table: sparse.csr_array = table_of(program)
        self.cuts: list[Cut] = []
        self.used: list[int] = []
        """Per cut: how many relaxations were solved when it last had a price."""
        self.alive: Mask | None = None
        """Columns that a better set than the best found may still hold; None for all."""
        self.solved = 0
        """Relaxations solved so far."""
        self.known: set[tuple[str, int]] = set()
        self.audiences: Audiences | None = None
        self.covers: Covers | None = None
        """Asked for cuts once they have been opened."""

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
            found.append(self._noted(cut))
        return found

    def _noted(self, cut: Cut) -> Cut:
        self.cuts.append(replace(cut, number=len(self.cuts)))
        self.used.append(self.solved)
        return self.cuts[-1]

    def open_audiences(self, master: Master) -> bool:
        """From now on tighter limits on shared audiences are sought too; False where too many are chosen for them to tell."""
        if self.program.reach is None or master.x().sum() > FEW:
            return False
        self.audiences, self.covers = (
            Audiences(self.program, self.program.reach),
            Covers(self.program, self.table),
        )
        for cut in (*self.audiences.own(), *count_cuts(self.program)):
            self._noted(cut)
        return True

    def find_shared(self, master: Master, x: Floats, slack: float) -> list[Cut]:
        """New cuts on shared audiences that the relaxation breaks."""
        if self.audiences is None or self.covers is None:
            return []
        some = self.taken(x)
        columns, x = master.columns[some], x[some]
        found = self.audiences.broken(columns, x, master.lost(), slack) + self.covers.broken(columns, x)
        return [self._noted(cut) for cut in found]

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
