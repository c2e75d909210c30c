"""Counts as Gaussian evidence: what a count tells of a logarithm, in the form the hierarchy adds up.

A Poisson count is no Gaussian, least of all a count of 0. Its evidence is taken as that Gaussian which, with what was
believed before, gives the very mean and variance that the count gives (moment matching; Minka 2001, one pass).

A count far from what was believed gives a Gaussian that points far beyond the count itself (one order where 0.01 were
expected: to 10^8 times). One alone does no harm, as it is as weak as it is far; a dozen together go there. So none points
beyond the count: it keeps the mean it gives and is taken nearer and surer.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
_STEPS: Final = 12
_NODES: Final = 24
_SMALL: Final = 1e-12
_ALIKE: Final = 0.5
"""Added to counts before logarithms, so that 0 has one."""


@dataclass(frozen=True, slots=True)
class Sites:
    """Evidence on logarithms: ``at`` with the variance ``noise``, shapes (n,)."""

    at: Floats
    noise: Floats


def of_counts(count: Floats, expected: Floats, mean: Floats, variance: Floats, most: float) -> Sites:
    """What counts say of x, where a count is Poisson of ``expected`` e^x and x was believed N(mean, variance).

    The posterior's moments are found by Gauss-Hermite quadrature around its mode. No count alone moves the mean by more
    than ``most`` of the spreads x was believed to have.
    """
    middle, spread = _moments(count, expected, mean, variance)
    told = np.maximum(1 / spread - 1 / variance, 1e-6)
    at = (middle / spread - mean / variance) / told
    far = most * np.sqrt(variance)
    moved = np.clip(middle - mean, -far, far)
    end = np.log(np.where(moved > 0, count + 1, np.maximum(count - 1, _ALIKE)) / expected)
    ahead = (end - mean - moved) * np.sign(moved)
    nearer = (ahead > 0) & ((np.abs(at - mean) > np.abs(end - mean)) | (np.abs(middle - mean) > far))
    by = variance * ahead / np.maximum(np.abs(moved), _SMALL)
    return Sites(np.where(nearer, end, at), np.where(nearer, by, 1 / told))


def _moments(count: Floats, expected: Floats, mean: Floats, variance: Floats) -> tuple[Floats, Floats]:
    """Mean and variance of x after the count."""
    x = _mode(count, expected, mean, variance)
    rate = expected * np.exp(x)
    sd = 1 / np.sqrt(rate + 1 / variance)
    nodes, weights = np.polynomial.hermite_e.hermegauss(_NODES)
    at = x[:, None] + sd[:, None] * nodes
    log = (
        count[:, None] * at
        - expected[:, None] * np.exp(at)
        - (at - mean[:, None]) ** 2 / (2 * variance[:, None])
    )
    part = np.exp(log - log.max(1, keepdims=True) + nodes**2 / 2) * weights
    part /= part.sum(1, keepdims=True)
    middle = (part * at).sum(1)
    return middle, (part * (at - middle[:, None]) ** 2).sum(1)


def _mode(count: Floats, expected: Floats, mean: Floats, variance: Floats) -> Floats:
    """Where the posterior is highest: Newton on a concave function, in steps no longer than 1."""
    rough = np.log((count + _ALIKE) / expected)
    x = (rough * (count + _ALIKE) + mean / variance) / (count + _ALIKE + 1 / variance)
    for _ in range(_STEPS):
        rate = expected * np.exp(x)
        x = x + np.clip((count - rate - (x - mean) / variance) / (rate + 1 / variance), -1, 1)
    return x


def of_shares(part: Floats, whole: Floats, usual: Floats) -> Sites:
    """What ``part`` of ``whole`` says of the log odds of a share over those of the ``usual`` one (empirical logit)."""
    some, rest = part + _ALIKE, whole - part + _ALIKE
    return Sites(np.log(some / rest) - np.log(usual / (1 - usual)), 1 / some + 1 / rest)


def of_ratios(count: Floats, expected: Floats) -> Sites:
    """What large counts say of the log of their ratio to what was expected."""
    return Sites(np.log((count + _ALIKE) / expected), 1 / (count + _ALIKE))
