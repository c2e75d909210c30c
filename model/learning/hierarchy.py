"""The Gaussian hierarchy: what is shared by the shop, platform, level, category, group, product and week, then the host.

Evidence i on a host: at_i = x_i'b + u_host + e_i. ``b`` holds one effect of each kind, x_i picks those of the result;
u are the hosts' own lasting differences, e the chances of sessions with what counts leave open. All normal; where means
are to be 1, a log-normal of spread s has the log mean -s²/2. Hosts are eliminated one by one, so only the shared effects
are solved for together.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import cho_solve, cholesky
from scipy.linalg.lapack import dpotri
from scipy.sparse import csr_array

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]
_DENSE = 60_000


@dataclass(frozen=True, eq=False)
class Sample:
    """Evidence with its places: ``at``, ``noise`` (variance), ``session`` (spread), ``host``, all (n,); ``columns`` (n, kinds).

    ``own`` and ``extra`` are the spreads between the H hosts that have evidence: the former may prove larger or smaller.
    """

    at: Floats
    noise: Floats
    session: Floats
    host: Whole
    columns: Whole
    own: Floats
    extra: Floats


@dataclass(frozen=True, eq=False)
class Shared:
    """Prior of the K shared effects: ``variance`` (K,), ``scaled`` where it goes with the spread between hosts.

    ``unit_mean``: whether factors e^x are to have the mean 1, rather than x the mean 0.
    """

    variance: Floats
    scaled: NDArray[np.bool_]
    unit_mean: bool


@dataclass(frozen=True, slots=True)
class Scales:
    """How many times the policy's the spreads are: between hosts, and between sessions of one host."""

    host: float = 1.0
    session: float = 1.0


@dataclass(frozen=True, eq=False)
class Solved:
    """The hierarchy under one pair of scales.

    ``effects`` posterior means of b less their prior means, ``root`` the Cholesky root of their precision; ``left``
    the variance of each host's own difference when b is known and ``sums`` (H, K) what ties it to b; ``pull`` (H,) what
    his evidence says, ``prior`` the log mean every kind of effect and host starts from.
    """

    log_likelihood: float
    effects: Floats
    root: Floats
    left: Floats
    sums: csr_array
    pull: Floats
    variance: Floats
    between: Floats
    weight: Floats
    whitened: Floats

    def spread_of(self, rows: csr_array) -> Floats:
        """Posterior variance of each row's sum of shared effects, shape (rows,)."""
        found: Floats = rows.multiply(rows @ self.covariance).sum(1)
        return found

    @cached_property
    def covariance(self) -> Floats:
        """Posterior covariance of the shared effects (K, K)."""
        inverse, _ = dpotri(self.root, lower=1)
        lower = np.tril(inverse)
        whole: Floats = lower + np.tril(lower, -1).T
        return whole


def solve(sample: Sample, shared: Shared, scales: Scales) -> Solved:
    """Posterior and marginal likelihood under given scales."""
    count, kinds = len(shared.variance), sample.columns.shape[1]
    chance = (scales.session * sample.session) ** 2
    weight = 1 / (sample.noise + chance)
    between = (scales.host * sample.own) ** 2 + sample.extra**2
    variance = shared.variance * np.where(shared.scaled, scales.host**2, 1.0)
    half = 0.5 if shared.unit_mean else 0.0
    start = chance + between[sample.host] + variance[sample.columns].sum(1)
    rest = sample.at + half * start
    hosts = len(between)
    total = np.bincount(sample.host, weight, hosts)
    left = between / (1 + between * total)
    pull = left * np.bincount(sample.host, weight * rest, hosts)
    seen = weight * (rest - pull[sample.host])
    push = np.bincount(sample.columns.ravel(), np.repeat(seen, kinds), count)
    precision, sums = _precision(sample, weight, left, count)
    precision[np.diag_indices(count)] += 1 / variance
    root = cholesky(precision, lower=True, check_finite=False)
    effects = cho_solve((root, True), push, check_finite=False)
    square = float(rest @ seen - push @ effects)
    volume = float(
        -np.log(weight).sum()
        + np.log1p(between * total).sum()
        + 2 * np.log(np.diag(root)).sum()
        + np.log(variance).sum()
    )
    likelihood = -(square + volume + len(rest) * np.log(2 * np.pi)) / 2
    return Solved(likelihood, effects, root, left, sums, pull, variance, between, weight, seen)


def _precision(sample: Sample, weight: Floats, left: Floats, count: int) -> tuple[Floats, csr_array]:
    """What the evidence adds to the precision of the shared effects, and each host's ties to them (H, K)."""
    kinds, hosts = sample.columns.shape[1], len(left)
    pairs = sample.columns[:, :, None] * count + sample.columns[:, None, :]
    plain = np.bincount(pairs.ravel(), np.repeat(weight, kinds * kinds), count * count).reshape(count, count)
    spots = np.repeat(sample.host, kinds), sample.columns.ravel()
    if hosts * count < _DENSE:
        sums = np.bincount(spots[0] * count + spots[1], np.repeat(weight, kinds), hosts * count)
        sums = sums.reshape(hosts, count)
        return plain - (sums * left[:, None]).T @ sums, csr_array(sums)
    thin = csr_array((np.repeat(weight, kinds), spots), (hosts, count))
    return plain - (thin.T @ (thin * left[:, None])).toarray(), thin
