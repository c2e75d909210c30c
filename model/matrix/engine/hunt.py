"""The best set found so far, and how more are found: dives into the relaxation, mended by swaps."""

from collections.abc import Callable

import numpy as np

from model.matrix.engine.dive import FRACTION, Decisions, dive, rounded
from model.matrix.engine.master import Master
from model.matrix.engine.pool import Pool
from model.matrix.engine.program import Floats, Mask, Whole, broken, objective
from model.matrix.engine.relax import Relaxed
from model.matrix.engine.swaps import Swaps

NEAR = 500
"""Columns nearest to break-even that swaps may use besides those the relaxation takes; half as many where few are taken."""
HEAVY = 0.005
"""Share of the bound from which on a column is tried whatever it is charged."""

FEW, SHAKES = 80, 4
"""Chosen columns up to which the best set is shaken; times it is at once."""


class Hunt:
    """Holds the best allowed set. ``told`` hears of each better one."""

    def __init__(self, pool: Pool, told: Callable[[float], None]) -> None:
        self.pool, self.told = pool, told
        self.columns: Whole = np.zeros(0, np.int64)
        self.value = -np.inf
        self._ready: tuple[Whole, Swaps] | None = None
        self._rng = np.random.default_rng(1)
        self.offer(self.columns)

    def offer(self, columns: Whole) -> bool:
        """Take a set if it keeps all limits and is better."""
        value = objective(self.pool.program, columns)
        if value <= self.value or broken(self.pool.program, columns):
            return False
        self.columns, self.value = np.sort(columns), value
        self.told(value)
        return True

    def try_at(self, master: Master, relaxed: Relaxed) -> bool:
        """Round the relaxation as it stands, then mend by swaps: the quickest plan there is."""
        x = master.x()
        if self._mend(master, relaxed.left, relaxed, rounded(self.pool, master, x), x):
            return True
        return self._mend(master, relaxed.left, relaxed, np.isin(master.columns, self.columns), x)

    def try_from(self, master: Master, relaxed: Relaxed, decisions: Decisions, small: float) -> bool:
        """Dive from a part of the tree, then mend by swaps."""
        x = dive(self.pool, master, decisions, small)
        if x is None:
            return False
        left = self.pool.bound(master.prices())[1]
        inside = rounded(self.pool, master, x)
        return self._mend(master, left, relaxed, inside, x)

    def shake(self, relaxed: Relaxed) -> bool:
        """From the best set: some columns out, one in, and swaps from there; only where few are chosen, as it costs a step for each."""
        if not 0 < len(self.columns) <= FEW:
            return False
        columns, swaps = self._ready = self._ready or self._laid(relaxed)
        before = self.value
        for _ in range(SHAKES):
            inside = np.isin(columns, self.columns)
            held = np.flatnonzero(inside)
            if len(held) < len(self.columns):
                return False
            inside[self._rng.choice(held, min(len(held), int(self._rng.integers(1, 4))), replace=False)] = (
                False
            )
            inside[self._another(swaps, inside)] = True
            self.offer(columns[swaps.search(inside, adds=150, passes=3).inside])
        return self.value > before

    def _another(self, swaps: Swaps, inside: Mask) -> int:
        """A column of a host that has none inside, those near break-even rather than others."""
        free = np.flatnonzero(~inside & ~np.isin(swaps.host, swaps.host[inside]))
        order = free[np.argsort(-swaps.left[free], kind="stable")]
        return int(order[min(len(order) - 1, int(self._rng.exponential(20.0)))])

    def _laid(self, relaxed: Relaxed) -> tuple[Whole, Swaps]:
        columns = relaxed.master.columns
        heavy = self.pool.program.gain[columns] > HEAVY * abs(relaxed.bound)
        away = np.where(heavy | np.isin(columns, self.columns), 0.0, np.abs(relaxed.left[columns]))
        some = np.sort(columns[np.argsort(away, kind="stable")[: max(NEAR, int((away == 0).sum()))]])
        return some, Swaps(self.pool.program, some, relaxed.left, relaxed.prices.rows)

    def _mend(self, master: Master, left: Floats, relaxed: Relaxed, inside: Mask, x: Floats) -> bool:
        program, columns = self.pool.program, master.columns
        away = np.abs(left[columns])
        count = min(len(away) - 1, NEAR if (x > FRACTION).sum() > FEW else NEAR // 2)
        band = np.partition(away, count)[count]
        heavy = program.gain[columns] > HEAVY * abs(relaxed.bound)
        keep = np.flatnonzero((away <= band) | (x > 1e-9) | heavy | inside)
        swaps = Swaps(program, columns[keep], left, relaxed.prices.rows)
        state = swaps.search(inside[keep])
        better = self.offer(columns[keep[state.inside]])
        for _ in range(2):
            if not broken(program, columns[keep[state.inside]]):
                break
            swaps.stricter()
            state = swaps.search(state.inside, passes=2)
            better |= self.offer(columns[keep[state.inside]])
        return better
