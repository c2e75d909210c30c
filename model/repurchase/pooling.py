"""Empirical Bayes: what the other products of a category say of one that has few orders or none."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.optimize import minimize
from scipy.special import betaln, digamma

from model.policy import Grading

_START: Final = 10.0
"""Customers the pool is worth where the search begins."""


@dataclass(frozen=True, slots=True)
class Pool:
    """The yearly repurchase rates of one category in this shop: Beta(``a``, ``b``) over its ``products``."""

    a: float
    b: float
    products: int

    @property
    def mean(self) -> float:
        """The rate of a product of the category of which nothing else is known."""
        return self.a / (self.a + self.b)


def pooled(groups: Mapping[str, Sequence[tuple[float, float]]], rule: Grading) -> dict[str, Pool]:
    """A pool for every group with enough products.

    Args:
        groups: by category, each product's effective customers who came back, and effective customers.
        rule: from how many products on, and how strong a pool may be at most.
    """
    return {
        name: fit_pool(pairs, rule.pool_most)
        for name, pairs in groups.items()
        if len(pairs) >= rule.pool_products
    }


def fit_pool(pairs: Sequence[tuple[float, float]], most: float) -> Pool:
    """Maximum likelihood of sum ln BetaBinomial(y | n, a, b); a + b at most ``most`` (equal products say no end to it).

    Efron & Morris 1975 data: a 210.6, b 582.7 without a bound (science of the house, section 1.8).

    Raises:
        ValueError: no pair.
    """
    if not pairs:
        raise ValueError("no product to pool")
    y, n = (np.array(column, float) for column in zip(*pairs, strict=True))
    mean = min(max((y.sum() + 0.5) / (n.sum() + 1), 1e-3), 1 - 1e-3)
    start = (math.log(mean / (1 - mean)), math.log(min(_START, most)))
    limits = ((-12.0, 12.0), (math.log(0.5), math.log(max(most, 0.5))))
    best = minimize(_loss, start, args=(y, n), jac=True, method="L-BFGS-B", bounds=limits)
    share, size = 1 / (1 + math.exp(-best.x[0])), math.exp(best.x[1])
    return Pool(share * size, (1 - share) * size, len(pairs))


def _loss(point: Sequence[float], y: np.ndarray, n: np.ndarray) -> tuple[float, tuple[float, float]]:
    """Minus the log likelihood (without what does not depend on a and b) by logit of the mean and log of the size."""
    share, size = 1 / (1 + math.exp(-point[0])), math.exp(point[1])
    a, b = share * size, (1 - share) * size
    value = float((betaln(a + y, b + n - y) - betaln(a, b)).sum())
    both = digamma(n + size) - digamma(size)
    slope_a = float((digamma(a + y) - digamma(a) - both).sum())
    slope_b = float((digamma(b + n - y) - digamma(b) - both).sum())
    by_share = (slope_a - slope_b) * size * share * (1 - share)
    return -value, (-by_share, -(slope_a * a + slope_b * b))
