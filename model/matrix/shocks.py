"""The distribution of orders around their mean: closed forms for what is missed, and quantile tables for draws.

One host's shock is a log-normal of mean 1 times his authenticity over its mean, a Beta. Expectations over the Beta are
taken at the nodes of its Gauss-Jacobi quadrature, in closed forms and tables alike, so that both describe the very same
distribution.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr, ndtri, roots_jacobi

from model.beliefs import Authenticity

Floats = NDArray[np.float64]
Few = NDArray[np.float32]
Kind = tuple[float, Authenticity | None]
"""What a host's own shock depends on: its log-normal spread, and his authenticity where that is uncertain."""

_NODES: Final = 16
_AT_ONCE: Final = 50_000
_GRID: Final = 1200
_FAR: Final = 8.0
_LEAST_SPREAD: Final = 0.02
"""Below it the places of a mixture would show as steps."""


@dataclass(frozen=True, slots=True)
class Mixture:
    """A host's authenticity over its mean at a few places, with the weight of each (they sum to 1)."""

    places: Floats
    weights: Floats


def mixture(real: Authenticity | None) -> Mixture:
    """The places at which expectations over an authenticity are taken; one place where nothing is uncertain."""
    if real is None:
        return Mixture(np.ones(1), np.ones(1))
    nodes, weights = roots_jacobi(_NODES, real.beta - 1, real.alpha - 1)
    return Mixture((nodes + 1) / 2 / real.mean, weights / weights.sum())


def mean_below(mean: Floats, sd: Floats, cap: Floats) -> Floats:
    """E[min(X, cap)] of log-normal X with the given mean and log spread (the cap may be infinite or 0)."""
    finite = np.isfinite(cap)
    safe = np.where(finite, cap, 1.0)
    return np.where(finite, safe * (1 - mean_missing(mean, sd, safe)), mean)


def mean_missing(mean: Floats, sd: Floats, goal: Floats) -> Floats:
    """E[max(0, 1 - X / goal)] of log-normal X: the share of a goal that is missed on average (0 without a goal)."""
    goal = np.asarray(goal, float)
    some = (goal > 0) & (np.asarray(mean) > 0)
    ratio = np.divide(mean, goal, out=np.ones_like(goal), where=some)
    spread = np.maximum(sd, 1e-9)
    d = (-np.log(ratio) + spread * spread / 2) / spread
    missing = np.clip(ndtr(d) - ratio * ndtr(d - spread), 0.0, 1.0)
    return np.where(some, missing, np.where(goal > 0, 1.0, 0.0))


def missing_of(mean: Floats, sd: Floats, reals: Iterable[Authenticity | None], goal: Floats) -> Floats:
    """:func:`mean_missing` where each X is log-normal times an authenticity over its mean; finite goals, shape (n,)."""
    found = np.zeros(len(mean))
    wanted = np.flatnonzero((goal > 0) & np.isfinite(goal))
    places, weights = _nodes(
        [real for real, want in zip(reals, goal.tolist(), strict=True) if 0 < want < math.inf]
    )
    for start in range(0, len(wanted), _AT_ONCE):
        some = slice(start, start + _AT_ONCE)
        at = wanted[some, None]
        each = mean_missing(
            mean[at] * places[some], np.repeat(sd[at], _NODES, 1), np.repeat(goal[at], _NODES, 1)
        )
        found[at[:, 0]] = np.einsum("ij,ij->i", each, weights[some])
    return found


def below_of(mean: Floats, sd: Floats, reals: Iterable[Authenticity | None], cap: Floats) -> Floats:
    """:func:`mean_below` of the same distribution as :func:`missing_of`; infinite caps leave the mean."""
    finite = np.isfinite(cap)
    safe = np.where(finite, cap, 0.0)
    return np.where(finite, safe * (1 - missing_of(mean, sd, reals, safe)), mean)


def _nodes(reals: Sequence[Authenticity | None]) -> tuple[Floats, Floats]:
    """Places and weights for each, shape (n, nodes): all in one array, because many small ones keep a window waiting."""
    kinds = {real: i for i, real in enumerate(dict.fromkeys(reals))}
    parts = [_filled(mixture(real)) for real in kinds]
    row = np.array([kinds[real] for real in reals], np.int64)
    return (
        np.array([part.places for part in parts]).reshape(-1, _NODES)[row],
        np.array([part.weights for part in parts]).reshape(-1, _NODES)[row],
    )


def _filled(part: Mixture) -> Mixture:
    """The same with all its nodes, where one place alone stands for them."""
    times = _NODES // len(part.places)
    return Mixture(np.repeat(part.places, times), np.repeat(part.weights / times, times))


@lru_cache(maxsize=1024)
def table_of(kind: Kind, points: int) -> Few:
    """The shock's mean within each of ``points`` equally likely slices, in rising order; their mean is 1.

    Slice means instead of quantiles keep the mean and the tails' weight whatever the number of points. A slider
    asks for the same again and again, and hosts with a verdict on their views each have one of their own: the last are kept.
    """
    table = _slices(kind, points).astype(np.float32)
    table.setflags(write=False)
    return table


def _slices(kind: Kind, points: int) -> Floats:
    parts = mixture(kind[1])
    edges = np.arange(1, points) / points
    if len(parts.places) == 1:
        cuts = ndtr(ndtri(edges) - kind[0])
        plain: Floats = np.diff(cuts, prepend=0.0, append=1.0) * points
        return plain
    sd = max(kind[0], _LEAST_SPREAD)
    logs = _inverse(edges, sd, parts)
    below, mass = _partial(logs, sd, parts), _mass(logs, sd, parts)
    means: Floats = np.diff(below, prepend=0.0, append=1.0) / np.diff(mass, prepend=0.0, append=1.0)
    means /= means.mean()
    return means


def _inverse(odds: Floats, sd: float, parts: Mixture) -> Floats:
    """Logs of the shock below which each of the odds lies, read off a grid."""
    middle = np.log(parts.places) - sd * sd / 2
    grid = np.linspace(middle.min() - _FAR * sd, middle.max() + _FAR * sd, _GRID)
    return np.interp(odds, _mass(grid, sd, parts), grid)


def _mass(logs: Floats, sd: float, parts: Mixture) -> Floats:
    """Odds of a shock below e^log."""
    middle = np.log(parts.places) - sd * sd / 2
    below: Floats = ndtr((logs[:, None] - middle) / sd) @ parts.weights
    return below


def _partial(logs: Floats, sd: float, parts: Mixture) -> Floats:
    """E[X; X below e^log]: the share of the mean that lies below."""
    middle = np.log(parts.places) + sd * sd / 2
    below: Floats = ndtr((logs[:, None] - middle) / sd) @ (parts.weights * parts.places)
    return below
