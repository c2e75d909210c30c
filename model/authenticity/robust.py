"""Lines and middles that a few wild figures do not move."""

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

HUBER: Final = 1.345
"""Tuning constant of Huber's estimate: 95 % as good as least squares where errors are normal (Huber 1964)."""
MAD: Final = 1.4826
"""The median absolute deviation times this is the standard deviation of a normal distribution."""
_STEPS: Final = 50
_SETTLED: Final = 1e-8
_SHORT: Final = 2**16


class Line(NamedTuple):
    """``y = height + slope (x - middle)``, with the robust spread of what is left."""

    height: float
    slope: float
    middle: float
    spread: float

    def at(self, x: Floats) -> Floats:
        """The line at these places."""
        return self.height + self.slope * (x - self.middle)


def huber_line(x: Floats, y: Floats, slope: float, slope_sd: float, rising: bool = False) -> Line:
    """Huber's line through points, the slope drawn towards a prior, never falling where it must rise.

    Iterated weights with the median absolute deviation as scale; with few points or all of one size the prior slope
    stands. The line moves with ``y`` and stretches with it: nothing but the prior slope has a unit.
    """
    middle = float(np.median(x))
    off = x - middle
    height = float(np.median(y - slope * off))
    bend, spread = slope, 0.0
    for _ in range(_STEPS):
        rest = y - height - bend * off
        spread = max(MAD * float(np.median(np.abs(rest - np.median(rest)))), 1e-6)
        weight = np.minimum(1.0, HUBER * spread / np.maximum(np.abs(rest), 1e-12))
        total, hold = float(weight.sum()), (spread / slope_sd) ** 2
        mean_x, mean_y = float(weight @ off) / total, float(weight @ y) / total
        inner = weight * (off - mean_x)
        new = float((inner @ (y - mean_y) + hold * slope) / (inner @ (off - mean_x) + hold))
        new = max(new, 0.0) if rising else new
        raised = mean_y - new * mean_x
        settled = abs(new - bend) + abs(raised - height) < _SETTLED
        bend, height = new, raised
        if settled:
            break
    return Line(height, bend, middle, spread)


def medians(values: Floats, cell: Ints, cells: int) -> tuple[Floats, Ints]:
    """The middle value of each cell (0 where it is empty) and how many values it has."""
    counts = np.bincount(cell, minlength=cells)
    rising = np.argsort(values)
    # Short whole numbers are sorted by their digits, in one pass.
    key = cell[rising].astype(np.uint16 if cells < _SHORT else np.int64)
    ordered = values[rising[np.argsort(key, kind="stable")]]
    starts = np.cumsum(counts) - counts
    some = np.flatnonzero(counts)
    low = ordered[starts[some] + (counts[some] - 1) // 2]
    high = ordered[starts[some] + counts[some] // 2]
    middle = np.zeros(cells)
    middle[some] = (low + high) / 2
    return middle, counts
