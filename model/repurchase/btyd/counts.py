"""NBD: customers buy at a steady pace and never stay away (Ehrenberg 1959); the yardstick the other models must beat."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import digamma, gammaln

from model.repurchase.btyd.fitting import Fitted, Prior, fit
from model.repurchase.btyd.histories import Floats, Histories

NAMES = ("r", "alpha")


@dataclass(frozen=True, eq=False)
class NegativeBinomial:
    """Purchases of a customer in time t: Poisson with a rate that is Gamma(r, alpha) over customers."""

    r: float
    alpha: float

    def returned(self, t: ArrayLike) -> Floats:
        """Share of new customers who have bought again by ``t``: 1 - (alpha / (alpha + t))^r."""
        time = np.asarray(t, float)
        return np.asarray(1 - (self.alpha / (self.alpha + time)) ** self.r, float)

    def expected(self, t: ArrayLike) -> Floats:
        """E[X(t)] = r t / alpha."""
        return np.asarray(self.r * np.asarray(t, float) / self.alpha, float)

    def alive(self, x: ArrayLike, t_x: ArrayLike, T: ArrayLike) -> Floats:
        """One for everyone: nobody stays away."""
        return np.ones(np.broadcast(np.asarray(x), np.asarray(t_x), np.asarray(T)).shape)

    def conditional(self, t: float, x: ArrayLike, t_x: ArrayLike, T: ArrayLike) -> Floats:  # noqa: ARG002 - as the others
        """E[Y(t)] after the history: (r + x) t / (alpha + T)."""
        count, end = np.asarray(x, float), np.asarray(T, float)
        return np.asarray((self.r + count) * t / (self.alpha + end), float)


def log_likelihood(logs: Floats, data: Histories) -> tuple[float, Floats]:
    """Log likelihood (of the times of purchase) and its gradient in the logarithms of r and alpha."""
    r, alpha = np.exp(logs)
    counts, w = data.counts, data.weight
    n = np.bincount(counts.places, weights=w, minlength=len(counts.values))
    log_end, shape = np.log(alpha + data.T), r + data.x
    value = (
        n @ (gammaln(r + counts.values) - gammaln(r))
        + data.customers * r * np.log(alpha)
        - w @ (shape * log_end)
    )
    slope_r = n @ (digamma(r + counts.values) - digamma(r)) + data.customers * np.log(alpha) - w @ log_end
    slope_alpha = data.customers * r / alpha - w @ (shape / (alpha + data.T))
    return float(value), np.array([slope_r * r, slope_alpha * alpha])


def fit_nbd(data: Histories, prior: Prior | None = None) -> Fitted:
    """Fit the NBD."""
    start = (0.5, max(float(data.T.max()) * 0.3, 1e-3))
    return fit("nbd", NAMES, lambda logs: log_likelihood(logs, data), start, data.customers, prior)
