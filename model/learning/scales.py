"""How large the spreads themselves are: the scales that make the results likely, with how sure of them one may be.

The posterior of the two log scales is explored by adaptive Gauss-Hermite quadrature: its mode by Newton's method on
finite differences, then 3 x 3 nodes along the axes of its curvature.
"""

import math
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from model.learning.hierarchy import Sample, Scales, Shared, solve

Floats = NDArray[np.float64]
_STEP: Final = 0.08
NEWTON: Final = 6
"""Steps of Newton's method at most."""
_FAR: Final = 0.7
"""The longest step of Newton's method, in log units."""
_ENOUGH: Final = 0.03
_NODES: Final = ((-math.sqrt(3), 1 / 6), (0.0, 2 / 3), (math.sqrt(3), 1 / 6))


@dataclass(frozen=True, slots=True)
class Weighed:
    """Scales with their posterior weight."""

    scales: Scales
    weight: float


@dataclass(frozen=True, eq=False)
class Peak:
    """The most likely log scales (host, session), and the curvature there (2, 2)."""

    at: Floats
    curvature: Floats

    @property
    def scales(self) -> Scales:
        """The scales themselves."""
        return _scales(self.at)

    @property
    def sd(self) -> tuple[float, float]:
        """How sure of each log scale."""
        spread = np.sqrt(np.diag(np.linalg.inv(self.curvature)))
        return float(spread[0]), float(spread[1])


def peak(
    sample: Sample, shared: Shared, prior_sd: float, start: Floats | None = None, steps: int = NEWTON
) -> Peak:
    """The mode of the log scales under a normal prior of this spread around 0, and the curvature there."""
    at = np.zeros(2) if start is None else start
    curvature = np.eye(2) / prior_sd**2
    for _ in range(steps):
        here, slope, curvature = _shape(sample, shared, at, prior_sd)
        step = np.clip(np.linalg.solve(curvature, slope), -_FAR, _FAR)
        while np.abs(step).max() > _ENOUGH and _height(sample, shared, at + step, prior_sd) < here:
            step = step / 2
        at = at + step
        if np.abs(step).max() <= _ENOUGH:
            break
    return Peak(at, curvature)


def weighed(sample: Sample, shared: Shared, top: Peak, prior_sd: float) -> tuple[Weighed, ...]:
    """Scales around the mode, weighted by their posterior."""
    axes = np.linalg.cholesky(np.linalg.inv(top.curvature))
    found = []
    for x, part in _NODES:
        for y, other in _NODES:
            at = top.at + axes @ np.array((x, y))
            log = _height(sample, shared, at, prior_sd) + (x * x + y * y) / 2
            found.append((at, log + math.log(part * other)))
    most = max(log for _, log in found)
    raw = [math.exp(log - most) for _, log in found]
    return tuple(Weighed(_scales(at), one / sum(raw)) for (at, _), one in zip(found, raw, strict=True))


def _scales(at: Floats) -> Scales:
    return Scales(math.exp(float(at[0])), math.exp(float(at[1])))


def _height(sample: Sample, shared: Shared, at: Floats, prior_sd: float) -> float:
    return solve(sample, shared, _scales(at)).log_likelihood - float(at @ at) / (2 * prior_sd**2)


def _shape(sample: Sample, shared: Shared, at: Floats, prior_sd: float) -> tuple[float, Floats, Floats]:
    """Height, slope and curvature of the log posterior by finite differences.

    The curvature is made positive where it is not, far from the mode, so that every step climbs.
    """
    x, y = np.array((_STEP, 0.0)), np.array((0.0, _STEP))
    here = _height(sample, shared, at, prior_sd)
    right, left, up, down, both = (
        _height(sample, shared, at + move, prior_sd) for move in (x, -x, y, -y, x + y)
    )
    slope = np.array((right - left, up - down)) / (2 * _STEP)
    least = 0.5 / prior_sd**2
    a = max(abs(2 * here - right - left) / _STEP**2, least)
    b = max(abs(2 * here - up - down) / _STEP**2, least)
    cross = (right + up - both - here) / _STEP**2
    most = 0.9 * math.sqrt(a * b)
    cross = min(max(cross, -most), most)
    return here, slope, np.array(((a, cross), (cross, b)))
