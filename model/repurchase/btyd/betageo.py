"""BG/NBD, MBG/NBD and their regular kin (M)BG/CNBD-k: customers buy at a steady pace and may stay away after a purchase.

Rates are Gamma(r, alpha) over customers, the chance to stay away after a purchase is Beta(a, b). With BG nobody
stays away before his first repeat, with MBG some do at once. With k > 1 every k-th event of a Poisson process is a
purchase: gaps are more regular. Sources: Fader, Hardie & Lee 2005 (BG/NBD), Batislam, Denizel & Filiztekin 2007
(MBG/NBD), Reutterer, Platzer & Schroeder 2020 (CNBD-k).
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import betainc, betaln, digamma, gammaln, hyp2f1

from model.repurchase.btyd.fitting import Fitted, Prior, fit
from model.repurchase.btyd.histories import ROUGHLY, Floats, Histories

NAMES = ("r", "alpha", "a", "b")
_TINY = 1e-12
_MOST_TERMS = 5000


@dataclass(frozen=True, eq=False)
class BetaGeometric:
    """One member of the family with its four parameters; ``modified`` is MBG, ``k`` the regularity."""

    r: float
    alpha: float
    a: float
    b: float
    modified: bool = False
    k: int = 1

    @property
    def _early(self) -> int:
        return 1 if self.modified else 0

    def stays(self, n: ArrayLike) -> Floats:
        """Chance that a new customer survives ``n`` chances to stay away: B(a, b + n) / B(a, b)."""
        count = np.asarray(n, float)
        return np.asarray(np.exp(betaln(self.a, self.b + count) - betaln(self.a, self.b)), float)

    def at_least(self, n: int, t: ArrayLike) -> Floats:
        """P(X(t) >= n) of a new customer, n >= 1: he survived, and k n events came within ``t``."""
        time = np.asarray(t, float)
        came = betainc(n * self.k, self.r, time / (self.alpha + time))
        return np.asarray(self.stays(n - 1 + self._early) * came, float)

    def returned(self, t: ArrayLike) -> Floats:
        """Repurchase rate: share of new customers who have bought again by ``t``.

        BG: 1 - (alpha / (alpha + t))^r; MBG: that times b / (a + b) (for k = 1).
        """
        return self.at_least(1, t)

    def exactly(self, n: int, t: ArrayLike) -> Floats:
        """P(X(t) = n) of a new customer."""
        more = self.at_least(n + 1, t)
        return (1 - more) if n == 0 else np.asarray(self.at_least(n, t) - more, float)

    def expected(self, t: ArrayLike) -> Floats:
        """E[X(t)]: repeat purchases of a new customer within ``t``, the sum of P(X(t) >= n) over n."""
        return self._sum(np.atleast_1d(np.asarray(t, float)), self.r, self.alpha, self.b, self._early, 0)

    def alive(self, x: ArrayLike, t_x: ArrayLike, T: ArrayLike) -> Floats:
        """Chance that a customer with this history has not stayed away for good."""
        count, last, end = (np.asarray(part, float) for part in (x, t_x, T))
        gone = self._gone(count, last, end)
        stayed = _silence(self.r + self.k * count, end - last, self.alpha + end, self.k)[0].sum(0)
        return np.asarray(stayed / (stayed + gone), float)

    def conditional(self, t: float, x: ArrayLike, t_x: ArrayLike, T: ArrayLike) -> Floats:
        """E[Y(t)]: purchases expected within ``t`` after ``T`` from customers with these histories (arrays)."""
        count, last, end = (np.atleast_1d(np.asarray(part, float)) for part in (x, t_x, T))
        future = (self.unseen(count, last, end) * self.if_there(t, count, end)).sum(0)
        return np.asarray(future * self.alive(count, last, end), float)

    def unseen(self, x: ArrayLike, t_x: ArrayLike, T: ArrayLike) -> Floats:
        """Chances that 0 … k-1 events (rows) came unseen since the last purchase of a customer who is still there."""
        count, last, end = (np.atleast_1d(np.asarray(part, float)) for part in (x, t_x, T))
        weights = _silence(self.r + self.k * count, end - last, self.alpha + end, self.k)[0]
        return np.asarray(weights / weights.sum(0), float)

    def if_there(self, t: float, x: ArrayLike, T: ArrayLike) -> Floats:
        """E[Y(t)] of customers who are still there, by the events that came unseen (rows, see :meth:`unseen`)."""
        count, end = (np.atleast_1d(np.asarray(part, float)) for part in (x, T))
        shape, scale = self.r + self.k * count, self.alpha + end
        stayed = self.b + count + self._early
        if self.k == 1 and abs(self.a - 1) > 1e-6:
            return np.stack([self._closed(t, shape, scale, stayed)])
        time = np.full_like(count, t)
        return np.stack([self._sum(time, shape + j, scale, stayed, 0, j) for j in range(self.k)])

    def again_if_there(self, t: float, x: ArrayLike, T: ArrayLike) -> Floats:
        """P(Y(t) >= 1) of customers who are still there, by the events that came unseen (rows, see :meth:`unseen`)."""
        count, end = (np.atleast_1d(np.asarray(part, float)) for part in (x, T))
        shape, reach = self.r + self.k * count, t / (self.alpha + end + t)
        return np.stack([betainc(self.k - j, shape + j, reach) for j in range(self.k)])

    def gap_share(self, wait: ArrayLike, x: ArrayLike, t_x: ArrayLike) -> Floats:
        """Share of gaps up to ``wait`` that a customer with this history had to be expected to make after ``t_x``.

        His rate is then Gamma(r + k x, alpha + t_x); the gap, if there is one, is of k events.
        """
        count, last, time = (np.asarray(part, float) for part in (x, t_x, wait))
        return np.asarray(betainc(self.k, self.r + self.k * count, time / (self.alpha + last + time)), float)

    def _gone(self, x: Floats, t_x: Floats, T: Floats) -> Floats:
        chances = self.b + x - 1 + self._early
        with np.errstate(divide="ignore", invalid="ignore"):
            odds = self.a / chances * ((self.alpha + T) / (self.alpha + t_x)) ** (self.r + self.k * x)
        return np.where((x > 0) | self.modified, odds, 0.0)

    def _closed(self, t: float, shape: Floats, scale: Floats, stayed: Floats) -> Floats:
        """Fader, Hardie & Lee 2005, equation 10, for a customer who is still there."""
        a, whole = self.a, scale + t
        series = hyp2f1(shape, stayed, a + stayed - 1, t / whole)
        return np.asarray((a + stayed - 1) / (a - 1) * (1 - (scale / whole) ** shape * series), float)

    def _sum(
        self,
        t: Floats,
        shape: float | Floats,
        scale: float | Floats,
        b: float | Floats,
        chances: int,
        ahead: int,
    ) -> Floats:
        """Sum over n of the chance of at least n purchases within ``t``.

        ``b`` is that of the chance to stay at the start, ``chances`` how many to leave come before the first
        purchase, ``ahead`` how many events have come already.
        """
        total, open_rows = np.zeros_like(t), np.arange(len(t))
        figures = (shape, b, betaln(self.a, b), t / (scale + t))
        rows = [np.broadcast_to(np.asarray(part, float), t.shape) for part in figures]
        for n in range(1, _MOST_TERMS):
            shapes, chance, base, reach = rows
            survives = np.exp(betaln(self.a, chance + n - 1 + chances) - base)
            term = survives * betainc(n * self.k - ahead, shapes, reach)
            total[open_rows] += term
            more = term > _TINY * (1 + total[open_rows])
            if not more.any():
                break
            if not more.all():
                open_rows, rows = open_rows[more], [part[more] for part in rows]
        return total


def log_likelihood(logs: Floats, data: Histories, modified: bool, k: int = 1) -> tuple[float, Floats]:
    """Log likelihood of all customers and its gradient in the logarithms of r, alpha, a, b.

    Equation: science of the house, section 3.1 (3); without the term of the gaps, which no parameter enters.
    """
    r, alpha, a, b = np.exp(logs)
    early = 1 if modified else 0
    counts, days, w = data.counts, data.days, data.weight
    log_day, one_over = np.log(alpha + days.values), 1 / (alpha + days.values)
    last, end = days.places[: len(w)], days.places[len(w) :]
    log_last, log_end = log_day[last], log_day[end]
    shape = (r + k * counts.values)[counts.places]
    unseen, by_r, by_alpha = _unseen(shape, data, alpha, k)
    chances = b + counts.values - 1 + early
    with np.errstate(divide="ignore", invalid="ignore"):
        odds = np.where((counts.values > 0) | modified, np.log(a) - np.log(chances), -np.inf)
    both, p = _either(unseen - shape * log_end, odds[counts.places] - shape * log_last)
    n, total = data.by_count, data.customers
    here, there = b + counts.values + early, a + b + counts.values + early
    value = (
        w @ both
        + n @ (gammaln(r + k * counts.values) - gammaln(r) + gammaln(here) - gammaln(there))
        + total * (r * np.log(alpha) + gammaln(a + b) - gammaln(b))
    )
    gone = w * p
    stayed = w - gone
    slope_r = (
        n @ (digamma(r + k * counts.values) - digamma(r))
        + total * np.log(alpha)
        + stayed @ (by_r - log_end)
        - gone @ log_last
    )
    slope_alpha = (
        total * r / alpha - stayed @ ((by_alpha + shape) * one_over[end]) - (gone * shape) @ one_over[last]
    )
    gone_by = counts.sums(gone)
    with np.errstate(divide="ignore"):
        less = np.where(gone_by > 0, gone_by / np.where(chances > 0, chances, 1.0), 0.0).sum()
    slope_a = total * digamma(a + b) - n @ digamma(there) + gone.sum() / a
    slope_b = total * (digamma(a + b) - digamma(b)) + n @ (digamma(here) - digamma(there)) - less
    return float(value), np.array([slope_r * r, slope_alpha * alpha, slope_a * a, slope_b * b])


def _unseen(
    shape: Floats, data: Histories, alpha: float, k: int
) -> tuple[Floats | float, Floats | float, Floats | float]:
    """Logarithm of the sum of :func:`_silence`, its slope in r, and the mean number of unseen events; 0 for k = 1."""
    if k == 1:
        return 0.0, 0.0, 0.0
    stages, by_r = _silence(shape, data.T - data.t_x, alpha + data.T, k)
    quiet, steps = stages.sum(0), np.arange(k)[:, None]
    return np.log(quiet), by_r.sum(0) / quiet, (steps * stages).sum(0) / quiet


def _either(stay: Floats, leave: Floats) -> tuple[Floats, Floats]:
    """Logarithm of the sum of both chances, and the share of the second: one exponential each instead of three."""
    apart = leave - stay
    less = np.exp(-np.abs(apart))
    return np.maximum(stay, leave) + np.log1p(less), np.where(apart > 0, 1.0, less) / (1 + less)


def _silence(shape: Floats, quiet: Floats, scale: Floats, k: int) -> tuple[Floats, Floats]:
    """Weights of 0 … k-1 unseen events since the last purchase (rows), and their slopes in r.

    prod_{i<j}(shape + i) / j! · (quiet / scale)^j; the slope is that times sum_{i<j} 1 / (shape + i).
    """
    rows, slopes = [np.ones_like(shape)], [np.zeros_like(shape)]
    reach, harmonic = quiet / scale, np.zeros_like(shape)
    for j in range(1, k):
        harmonic = harmonic + 1 / (shape + j - 1)
        rows.append(rows[-1] * (shape + j - 1) / j * reach)
        slopes.append(rows[-1] * harmonic)
    return np.stack(rows), np.stack(slopes)


def fit_beta_geometric(
    data: Histories, modified: bool = False, k: int = 1, prior: Prior | None = None
) -> Fitted:
    """Fit one member of the family; the log likelihood counts the gaps, so that different ``k`` compare."""
    longest = float(data.T.max())
    start = (0.5, max(longest * 0.1 * k, 1e-3), 1.0, 1.0)
    constant = (k - 1) * data.log_gaps - float(data.weight @ data.x) * float(gammaln(k))
    few = data.thinned(ROUGHLY)

    def objective(logs: Floats) -> tuple[float, Floats]:
        value, slope = log_likelihood(logs, data, modified, k)
        return value + constant, slope

    rough = None if few is None else lambda logs: log_likelihood(logs, few, modified, k)
    name = ("m" if modified else "") + ("bg_nbd" if k == 1 else f"bg_cnbd_{k}")
    return fit(name, NAMES, objective, start, data.customers, prior, k, rough)


def most_regular(
    data: Histories, modified: bool, ks: Sequence[int] = (1, 2, 3, 4), prior: Prior | None = None
) -> Fitted:
    """The member with the regularity of highest likelihood (needs ``log_gaps``; k = 1 when no gap is known).

    The likelihood of gaps rises to one regularity and falls from there on, so the first fall ends the search.
    """
    if not math.isfinite(data.log_gaps) or not np.any(data.x > 0):
        return fit_beta_geometric(data, modified, 1, prior)
    best = fit_beta_geometric(data, modified, ks[0], prior)
    for k in ks[1:]:
        found = fit_beta_geometric(data, modified, k, prior)
        if found.log_likelihood <= best.log_likelihood:
            break
        best = found
    return best


def model_of(fitted: Fitted) -> BetaGeometric:
    """The model with the fitted parameters."""
    r, alpha, a, b = fitted.values
    return BetaGeometric(r, alpha, a, b, fitted.model.startswith("m"), fitted.regularity)
