"""What the limits charge at given prices, and the bound that follows for every allowed set (Lagrange)."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from model.matrix.engine.cuts import Cut
from model.matrix.engine.program import Floats, Program


@dataclass(frozen=True)
class Prices:
    """Yuan charged for one more unit of each row (any sign), audience segment (>= 0) and cut (>= 0)."""

    rows: Floats
    segments: Floats
    cuts: Floats


def charges(program: Program, cuts: Sequence[Cut], prices: Prices, table: sparse.csr_array) -> Floats:
    """Each column's value less all that it is charged; ``table`` is columns x (rows, segments)."""
    left = program.value - table @ np.concatenate([prices.rows, prices.segments])
    for cut, price in zip(cuts, prices.cuts, strict=False):
        if price > 0:
            left -= price * cut.coef
    return np.asarray(left)


def settle(program: Program, prices: Prices, cuts: Sequence[Cut]) -> tuple[Prices, float]:
    """The prices with the right signs, and what they bring in from the limits themselves: rows, cuts and segments."""
    low, high = program.rows.low, program.rows.high
    rows = np.where(np.isfinite(high), np.maximum(prices.rows, 0), 0) + np.where(
        np.isfinite(low), np.minimum(prices.rows, 0), 0
    )
    cut = _weighed(np.maximum(prices.cuts, 0), cuts)
    used = rows != 0
    income = float(np.where(rows > 0, high, low)[used] @ rows[used])
    income += sum(float(p) * c.high for p, c in zip(cut, cuts, strict=False) if p > 0)
    if program.reach is None:
        return Prices(rows, prices.segments, cut), income
    scale = 1 + sum(float(p) * c.overlap for p, c in zip(cut, cuts, strict=False))
    reach = program.reach
    segments = np.clip(prices.segments, 0, scale * reach.slope[-1])
    width = np.diff(reach.edge)
    room = np.maximum(segments[:, None] - scale * reach.slope[None, :-1], 0) @ width
    return Prices(rows, segments, cut), income + float(room @ reach.size)


def _weighed(prices: Floats, cuts: Sequence[Cut]) -> Floats:
    """Prices of cuts at which losing to shared audiences still costs something: else the loss could be as large as one likes."""
    told = np.array([cut.overlap for cut in cuts[: len(prices)]])
    bad, good = prices @ np.minimum(told, 0), 1 + prices @ np.maximum(told, 0)
    return np.where(told < 0, prices * (good / max(good, -bad)), prices)


def table_of(program: Program) -> sparse.csr_array:
    """Columns x (rows, segments): what each column uses."""
    parts = [sparse.csr_array(program.rows.matrix.T)]
    if program.reach is not None:
        parts.append(program.reach.draws)
    return sparse.csr_array(sparse.hstack(parts, format="csr"))
