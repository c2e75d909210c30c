"""Pareto/NBD (Schmittlein, Morrison & Colombo 1987): customers buy at a steady pace and may stay away at any time.

Rates are Gamma(r, alpha), rates of leaving Gamma(s, beta) over customers. The integral over the unseen day of leaving
is taken by Gauss-Legendre quadrature in the logarithm of time, which never overflows and has analytic slopes.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import digamma, gammaln

from model.repurchase.btyd.fitting import Fitted, Prior, fit
from model.repurchase.btyd.histories import ROUGHLY, Floats, Histories

NAMES = ("r", "alpha", "s", "beta")
_NODES = 24
_ROWS = 60_000
"""Histories looked at together: 24 nodes of them fit the cache of a laptop."""
_REACH = 45.0
"""The integrand falls by e per unit of this; beyond it is nothing in double precision."""


@dataclass(frozen=True, eq=False)
class ParetoNbd:
    """The model with its four parameters."""

    r: float
    alpha: float
    s: float
    beta: float

    def returned(self, t: ArrayLike) -> Floats:
        """Share of new customers who have bought again by ``t``: 1 - P(X(t) = 0)."""
        time = np.atleast_1d(np.asarray(t, float))
        none = np.zeros_like(time)
        logs = np.log((self.r, self.alpha, self.s, self.beta))
        parts = _parts(logs, none, none, time)
        scale = self.r * np.log(self.alpha) + self.s * np.log(self.beta)
        return np.asarray(-np.expm1(parts.both + scale), float)

    def expected(self, t: ArrayLike) -> Floats:
        """E[X(t)] = r beta / (alpha (s - 1)) (1 - (beta / (beta + t))^(s-1))."""
        time = np.asarray(t, float)
        return np.asarray(self.r / self.alpha * _stay(self.s, self.beta, time), float)

    def alive(self, x: ArrayLike, t_x: ArrayLike, T: ArrayLike) -> Floats:
        """Chance that a customer with this history has not left."""
        parts = self._seen(x, t_x, T)
        return np.asarray(np.exp(parts.stay - parts.both), float)

    def conditional(self, t: float, x: ArrayLike, t_x: ArrayLike, T: ArrayLike) -> Floats:
        """E[Y(t)] after the history: (r + x) / (alpha + T) times the time he is still there, if he is."""
        count, end = np.atleast_1d(np.asarray(x, float)), np.atleast_1d(np.asarray(T, float))
        there = _stay(self.s, self.beta + end, np.full_like(end, t))
        return np.asarray((self.r + count) / (self.alpha + end) * there * self.alive(x, t_x, T), float)

    def _seen(self, x: ArrayLike, t_x: ArrayLike, T: ArrayLike) -> "_Parts":
        logs = np.log((self.r, self.alpha, self.s, self.beta))
        return _parts(logs, *(np.atleast_1d(np.asarray(part, float)) for part in (x, t_x, T)))


def _stay(s: float, beta: float | Floats, t: Floats) -> Floats:
    """Expected time there within ``t``: beta / (s - 1) (1 - (beta / (beta + t))^(s-1)), its limit at s = 1."""
    longer = np.log1p(t / beta)
    if abs(s - 1) < 1e-8:
        return np.asarray(beta * longer, float)
    return np.asarray(beta / (s - 1) * -np.expm1(-(s - 1) * longer), float)


@dataclass(frozen=True, eq=False)
class _Parts:
    """Logarithms of: still there, left since; both together; and means over the day of leaving, for the slopes."""

    stay: Floats
    both: Floats
    means: tuple[Floats, Floats, Floats, Floats]


def _parts(logs: Floats, x: Floats, t_x: Floats, T: Floats) -> _Parts:
    """The two ways a history can come about, without what does not depend on the times.

    The day y of leaving is walked in z = ln(m + y) with the smaller of alpha and beta as m: in it both falling
    factors are smooth, whichever of them falls first.
    """
    r, alpha, s, beta = np.exp(logs)
    u, weights = _rule()
    shape = r + x
    small, falls = (alpha, shape) if alpha <= beta else (beta, np.full_like(x, s + 1))
    width = np.log(small + T) - np.log(small + t_x)
    width = np.minimum(width, _REACH / np.maximum(falls - 1, 1e-9))
    z = width[:, None] * u
    y = (small + t_x)[:, None] * np.exp(z) - small
    log_a, log_b = np.log(alpha + y), np.log(beta + y)
    at_a, at_b = np.log(alpha + t_x), np.log(beta + t_x)
    fall = shape[:, None] * (log_a - at_a[:, None]) + (s + 1) * (log_b - at_b[:, None])
    terms = np.exp(z - fall) * weights
    total = np.maximum(terms.sum(1), 1e-300)
    gone = (
        np.log(s) + np.log(np.maximum(width * (small + t_x) * total, 1e-300)) - shape * at_a - (s + 1) * at_b
    )
    stay = -shape * np.log(alpha + T) - s * np.log(beta + T)
    means = [(terms * part).sum(1) / total for part in (log_a, 1 / (alpha + y), log_b, 1 / (beta + y))]
    return _Parts(stay, np.logaddexp(stay, gone), (means[0], means[1], means[2], means[3]))


@cache
def _rule() -> tuple[Floats, Floats]:
    nodes, weights = np.polynomial.legendre.leggauss(_NODES)
    return (nodes + 1) / 2, weights / 2


def log_likelihood(logs: Floats, data: Histories) -> tuple[float, Floats]:
    """Log likelihood of all customers and its gradient in the logarithms of r, alpha, s, beta."""
    r, alpha, s, beta = np.exp(logs)
    counts, total = data.counts, data.customers
    n = np.bincount(counts.places, weights=data.weight, minlength=len(counts.values))
    value = float(n @ gammaln(r + counts.values)) + total * (
        r * np.log(alpha) + s * np.log(beta) - gammaln(r)
    )
    slope = np.array(
        [
            n @ digamma(r + counts.values) + total * (np.log(alpha) - digamma(r)),
            total * r / alpha,
            total * np.log(beta),
            total * s / beta,
        ]
    )
    for rows in _slices(len(data.weight)):
        more, steeper = _piece(logs, data.x[rows], data.t_x[rows], data.T[rows], data.weight[rows])
        value, slope = value + more, slope + steeper
    return value, slope * np.array([r, alpha, s, beta])


def _slices(size: int) -> Iterator[slice]:
    return (slice(start, start + _ROWS) for start in range(0, size, _ROWS))


def _piece(logs: Floats, x: Floats, t_x: Floats, T: Floats, w: Floats) -> tuple[float, Floats]:
    """Their share of the log likelihood and its slopes in the parameters themselves."""
    r, alpha, s, beta = np.exp(logs)
    parts = _parts(logs, x, t_x, T)
    shape, stayed = r + x, w * np.exp(parts.stay - parts.both)
    gone = w - stayed
    log_day, per_day, log_left, per_left = parts.means
    slope = np.array(
        [
            -(stayed @ np.log(alpha + T)) - gone @ log_day,
            -(stayed * shape) @ (1 / (alpha + T)) - (gone * shape) @ per_day,
            -(stayed @ np.log(beta + T)) + gone @ (1 / s - log_left),
            -(stayed * s) @ (1 / (beta + T)) - (s + 1) * (gone @ per_left),
        ]
    )
    return float(w @ parts.both), slope


def fit_pareto_nbd(data: Histories, prior: Prior | None = None) -> Fitted:
    """Fit the Pareto/NBD."""
    longest = max(float(data.T.max()) * 0.3, 1e-3)
    start = (0.5, longest, 0.5, longest)
    few = data.thinned(ROUGHLY)
    rough = None if few is None else lambda logs: log_likelihood(logs, few)
    return fit(
        "pareto_nbd",
        NAMES,
        lambda logs: log_likelihood(logs, data),
        start,
        data.customers,
        prior,
        rough=rough,
    )
