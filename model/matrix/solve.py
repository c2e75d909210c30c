"""The exact choice: maximise value over 0-1 columns under sparse rows, with a proven bound.

Large problems are solved on a core of columns whose LP reduced cost is small; a column left out is proven fixed when
flipping it alone would cost more than the gap to the LP bound (Dembo & Hammer 1980; Balas & Zemel 1980).
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, linprog, milp

from model.errors import Cancelled, NothingFeasible, Problem

Floats = NDArray[np.float64]
CORE = 1500
"""Columns solved at once before the core is enlarged."""
_TOLERANCE = 1e-6
_OUT_OF_TIME = 1
"""Status of ``milp`` at its limit of time."""


@dataclass(frozen=True)
class Rows:
    """Linear limits ``low <= matrix @ x <= high`` with a code for each row."""

    matrix: sparse.csr_array
    low: Floats
    high: Floats
    codes: tuple[str, ...]


@dataclass(frozen=True)
class Solution:
    """The best set found (0-1), its value, a bound no feasible set can beat, and LP duals for the reasons.

    ``reduced`` is what the LP would pay (>= 0) or lose (< 0) for forcing in each column; ``duals`` the worth of one more
    unit of each row; ``status`` ``optimal``, ``stopped`` (time) or ``infeasible``.
    """

    x: NDArray[np.bool_]
    value: float
    bound: float
    reduced: Floats
    duals: Floats
    status: str

    @property
    def gap(self) -> float:
        """(bound - value) / |bound|; 0 when both are 0."""
        return (
            max(0.0, self.bound - self.value) / max(abs(self.bound), 1e-9) if self.bound > self.value else 0.0
        )


def solve(
    value: Floats,
    rows: Rows,
    gap: float,
    seconds: float,
    cancelled: Callable[[], bool] = lambda: False,
) -> Solution:
    """The best 0-1 choice of columns.

    Args:
        value: yuan of each column, shape (n,).
        rows: the limits, m of them over n columns.
        gap: relative gap at which a search may stop.
        seconds: longest search of one core.

    Raises:
        Cancelled: when ``cancelled()`` turns true between steps.
    """
    n = len(value)
    relaxed = _relax(value, rows)
    if relaxed is None:
        return Solution(np.zeros(n, bool), 0.0, 0.0, np.zeros(n), np.zeros(len(rows.low)), "infeasible")
    x_lp, reduced, duals, bound = relaxed
    order = np.argsort(np.abs(reduced), kind="stable")
    size = min(n, CORE + 3 * int(np.sum((x_lp > _TOLERANCE) & (x_lp < 1 - _TOLERANCE))))
    while True:
        if cancelled():
            raise Cancelled
        core, rest = order[:size], order[size:]
        found = _search(value, rows, x_lp, core, rest, gap, seconds)
        if found is not None or size == n:
            outside = bound - np.abs(reduced[rest])
            if found is None:
                return Solution(np.zeros(n, bool), 0.0, bound, reduced, duals, "infeasible")
            x, best, core_bound, finished = found
            proven = min(bound, max(core_bound, float(outside.max(initial=-np.inf)), best))
            if size == n or not finished or proven - best <= gap * max(abs(proven), 1e-9):
                return Solution(x, best, proven, reduced, duals, "optimal" if finished else "stopped")
        size = min(n, size * 3)


def _relax(value: Floats, rows: Rows) -> tuple[Floats, Floats, Floats, float] | None:
    upper, lower = np.isfinite(rows.high), np.isfinite(rows.low)
    matrix = sparse.vstack([rows.matrix[upper], -rows.matrix[lower]], format="csr")
    limit = np.concatenate([rows.high[upper], -rows.low[lower]])
    result = linprog(-value, A_ub=matrix, b_ub=limit, bounds=(0, 1), method="highs")
    if result.status == 2:
        return None
    if result.status != 0:
        raise NothingFeasible([Problem("solver_failed", values={"detail": str(result.message)[:80]})])
    reduced = -(result.lower.marginals + result.upper.marginals)
    duals = np.zeros(len(rows.low))
    count = int(upper.sum())
    duals[upper] -= result.ineqlin.marginals[:count]
    duals[lower] += result.ineqlin.marginals[count:]
    return np.clip(result.x, 0, 1), reduced, duals, float(-result.fun)


def _search(
    value: Floats,
    rows: Rows,
    x_lp: Floats,
    core: NDArray[np.int64],
    rest: NDArray[np.int64],
    gap: float,
    seconds: float,
) -> tuple[NDArray[np.bool_], float, float, bool] | None:
    """Solve over ``core`` with the other columns fixed where the LP has them; None when that cannot be feasible."""
    fixed = np.zeros(len(value))
    fixed[rest] = np.round(x_lp[rest])
    used = rows.matrix @ fixed
    limits = LinearConstraint(rows.matrix[:, core], rows.low - used, rows.high - used)
    for presolve in (True, False):
        options = {"mip_rel_gap": gap * 0.9, "time_limit": seconds, "presolve": presolve}
        result = milp(
            -value[core],
            constraints=limits,
            bounds=Bounds(0, 1),
            integrality=np.ones(len(core)),
            options=options,
        )
        if result.x is None:
            return _standby(value, rows, x_lp) if result.status == _OUT_OF_TIME else None
        x = fixed.copy()
        x[core] = np.round(result.x)
        if feasible(x, rows):
            bound = -float(result.mip_dual_bound) if result.mip_dual_bound is not None else np.inf
            return x > 0.5, float(value @ x), bound + float(value @ fixed), result.status == 0
    return None


def _standby(value: Floats, rows: Rows, x_lp: Floats) -> tuple[NDArray[np.bool_], float, float, bool] | None:
    """What can be had without a search when its time ran out empty-handed: the LP rounded down, or nothing."""
    for guess in (np.floor(x_lp + _TOLERANCE), np.zeros(len(value))):
        if feasible(guess, rows):
            return guess > 0.5, float(value @ guess), np.inf, False
    return None


def feasible(x: Floats, rows: Rows) -> bool:
    """Whether a 0-1 vector keeps every limit (a solver's word is checked, not believed)."""
    at = rows.matrix @ np.asarray(x, float)
    slack = _TOLERANCE * (1 + np.abs(at))
    return bool(np.all(at <= rows.high + slack) and np.all(at >= rows.low - slack))
