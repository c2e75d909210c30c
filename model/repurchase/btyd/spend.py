"""Gamma-Gamma (Fader & Hardie 2013, note 025): how much a customer spends per purchase, apart from how often he buys."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import digamma, gammaln

from model.repurchase.btyd.fitting import Fitted, Prior, fit
from model.repurchase.btyd.histories import Coded, Floats, coded_steps

NAMES = ("p", "q", "gamma")


@dataclass(frozen=True, eq=False)
class Spending:
    """Customers with repeat purchases: how many (``x``) and their mean spend per purchase (``mean``), one row each."""

    x: Floats
    mean: Floats

    @cached_property
    def counts(self) -> Coded:
        """The numbers of purchases, each distinct one once."""
        return coded_steps(self.x, 1.0)

    @cached_property
    def by_count(self) -> Floats:
        """How many customers have each of the numbers."""
        return self.counts.sums(np.ones(len(self.x)))

    @cached_property
    def log_means(self) -> Floats:
        """The logarithms of the means, added up by number."""
        return self.counts.sums(np.log(self.mean))


def spending(x: ArrayLike, mean: ArrayLike) -> Spending:
    """Those of the customers who bought again and paid something.

    Raises:
        ValueError: lengths differ, or nobody did.
    """
    count, spent = np.asarray(x, float), np.asarray(mean, float)
    if count.shape != spent.shape:
        raise ValueError("x and mean must have one length")
    kept = (count > 0) & (spent > 0)
    if not kept.any():
        raise ValueError("nobody bought again")
    return Spending(count[kept], spent[kept])


@dataclass(frozen=True, eq=False)
class GammaGamma:
    """The model with its three parameters; purchases of a customer are Gamma(p, nu), nu is Gamma(q, gamma)."""

    p: float
    q: float
    gamma: float

    @property
    def mean(self) -> float:
        """Expected spend per purchase over all customers: p gamma / (q - 1); infinite for q <= 1."""
        return self.p * self.gamma / (self.q - 1) if self.q > 1 else float("inf")

    def conditional(self, x: ArrayLike, mean: ArrayLike) -> Floats:
        """Expected spend per purchase of customers with ``x`` purchases of this mean; shrunk to the mean of all."""
        count, spent = np.asarray(x, float), np.asarray(mean, float)
        return np.asarray(self.p * (self.gamma + count * spent) / (self.p * count + self.q - 1), float)


def log_likelihood(logs: Floats, data: Spending) -> tuple[float, Floats]:
    """Log likelihood and its gradient in the logarithms of p, q and gamma."""
    p, q, gamma = np.exp(logs)
    counts, n = data.counts, len(data.x)
    x, weight, log_mean = counts.values, data.by_count, data.log_means
    whole = data.x * data.mean + gamma
    log_whole, per_whole = counts.sums(np.log(whole)), counts.sums(1 / whole)
    shape = p * x + q
    value = (
        weight @ (gammaln(shape) - gammaln(p * x) + p * x * np.log(x))
        + n * (q * np.log(gamma) - gammaln(q))
        + (p * x - 1) @ log_mean
        - shape @ log_whole
    )
    slope_p = (weight * x) @ (digamma(shape) - digamma(p * x) + np.log(x)) + x @ (log_mean - log_whole)
    slope_q = weight @ digamma(shape) + n * (np.log(gamma) - digamma(q)) - log_whole.sum()
    slope_gamma = n * q / gamma - shape @ per_whole
    return float(value), np.array([slope_p * p, slope_q * q, slope_gamma * gamma])


def fit_gamma_gamma(data: Spending, prior: Prior | None = None) -> Fitted:
    """Fit the Gamma-Gamma."""
    start = (2.0, 3.0, max(float(data.mean.mean()), 1e-3))
    return fit("gamma_gamma", NAMES, lambda logs: log_likelihood(logs, data), start, len(data.x), prior)
