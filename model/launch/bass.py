"""The Bass curve of a product's sales: closed form, fits, and when own sales may be fitted at all."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import optimize, special

from model.errors import Reason
from model.launchrules import SpreadRule
from model.records import Estimate

Floats = NDArray[np.float64]
Form = Literal["interval", "density"]


@dataclass(frozen=True, slots=True)
class BassFit:
    """Buyers in all ``m``, innovation ``p`` and imitation ``q`` a period with 80 % ranges; ``sd`` of a period's sales."""

    m: Estimate
    p: Estimate
    q: Estimate
    sd: float
    periods: int

    @property
    def peak(self) -> float:
        """Periods from the start to the peak."""
        return peak(self.m.value, self.p.value, self.q.value)[0]


def share(p: float, q: float, t: ArrayLike) -> Floats:
    """Share of all buyers who have bought by time t: F = (1 - e^-(p+q)t) / (1 + q/p e^-(p+q)t)."""
    fall = np.exp(-(p + q) * np.asarray(t, float))
    return np.asarray((1 - fall) / (1 + q / p * fall))


def sales(m: float, p: float, q: float, periods: int) -> Floats:
    """Sales of period 1, 2 …: m (F(t) - F(t-1))."""
    return np.asarray(m * np.diff(share(p, q, np.arange(periods + 1))))


def density(m: float, p: float, q: float, periods: int) -> Floats:
    """m f(t) at t = 1, 2 …, which some fits take for the sales of a period."""
    fall = np.exp(-(p + q) * np.arange(1, periods + 1))
    return np.asarray(m * (p + q) ** 2 / p * fall / (1 + q / p * fall) ** 2)


def peak(m: float, p: float, q: float) -> tuple[float, float]:
    """Time ln(q/p) / (p+q) of the fastest sales and their rate m (p+q)^2 / 4q; at the start where q <= p."""
    if q <= p:
        return 0.0, m * p
    return math.log(q / p) / (p + q), m * (p + q) ** 2 / (4 * q)


def regression(sold: Sequence[float]) -> tuple[float, float, float] | None:
    """m, p, q by the regression of Bass 1969: S(t) = a + b Y(t-1) + c Y(t-1)^2 by least squares.

    m is the positive root of c m^2 + b m + a, p = a / m, q = -c m. None where the parabola gives no such market or is not
    told by the figures.
    """
    s = np.asarray(sold, float)
    before = np.concatenate([[0.0], s.cumsum()[:-1]])
    scale = max(float(s.sum()), 1e-300)
    solved, _, rank, _ = np.linalg.lstsq(np.vander(before / scale, 3), s)
    if rank < 3:
        return None
    c, b, a = float(solved[0]) / scale**2, float(solved[1]) / scale, float(solved[2])
    root = b * b - 4 * a * c
    if c >= 0 or root < 0 or a <= 0:
        return None
    m = (-b - math.sqrt(root)) / (2 * c)
    return m, a / m, -c * m


def fit(sold: Sequence[float], form: Form = "interval") -> BassFit | None:
    """Least squares of the closed form (Srinivasan & Mason 1986), ranges from the curvature; None where it does not settle.

    The search runs over the logs of m, p and q from the regression of 1969 and from fixed starts, and keeps the best.
    """
    s = np.asarray(sold, float)
    if len(s) < 4 or s.sum() <= 0 or not np.isfinite(s).all():
        return None
    shape = sales if form == "interval" else density
    scale = float(s.sum())

    def off(logs: Floats) -> Floats:
        m, p, q = np.exp(logs).tolist()
        return np.asarray((shape(m, p, q, len(s)) - s) / scale)

    bounds = ([-2.0 + math.log(scale), -16.0, -12.0], [12.0 + math.log(scale), 2.0, 3.0])
    tries = [
        optimize.least_squares(off, np.clip(np.log(start), *bounds), bounds=bounds, xtol=1e-13, ftol=1e-13)
        for start in _starts(s)
    ]
    best = min(tries, key=lambda one: float(one.cost))
    return _told(best.x, best.jac, float(2 * best.cost) * scale**2, scale, len(s))


def _starts(s: Floats) -> list[tuple[float, float, float]]:
    found = regression(s.tolist())
    total, top = float(s.sum()), int(s.argmax()) + 1
    fixed = [(1.5 * total, 0.01, 3.0 / top), (1.1 * total, 0.03, 0.38), (3 * total, 0.002, 5.0 / top)]
    return [found, *fixed] if found else fixed


def _told(logs: Floats, jac: Floats, squares: float, scale: float, periods: int) -> BassFit | None:
    freedom = periods - 3
    variance = squares / freedom
    normal = jac.T @ jac * scale**2
    if not np.isfinite(normal).all() or np.linalg.cond(normal) > 1e14:
        return None
    spread = np.sqrt(np.diag(np.linalg.inv(normal)) * variance) * float(special.stdtrit(freedom, 0.9))
    m, p, q = (
        Estimate(float(np.exp(x)), float(np.exp(x - d)), float(np.exp(min(x + d, 300.0))))
        for x, d in zip(logs, spread, strict=True)
    )
    return BassFit(m, p, q, math.sqrt(variance), periods)


def by_week(daily: Sequence[float]) -> list[float]:
    """Sales of each whole week; days left over at the end are not a week yet."""
    return [float(sum(daily[at : at + 7])) for at in range(0, len(daily) - 6, 7)]


def refit(weekly: Sequence[float], rule: SpreadRule) -> BassFit | Reason:
    """A curve from a product's own weekly sales, or why there is none.

    Refused: ``curve_no_sales``; ``curve_before_peak`` with the weeks still missing, as before the peak any m fits;
    ``curve_unsettled`` where the sales are not of this shape (no imitation, or m not told within a factor of ten).
    """
    sold = [float(v) for v in weekly]
    if sum(sold) <= 0:
        return Reason("curve_no_sales")
    past = len(sold) - 1 - int(np.argmax(sold))
    if past < rule.weeks:
        values = {"weeks": past, "least": rule.weeks, "missing": math.ceil(rule.weeks - past)}
        return Reason("curve_before_peak", values)
    found = fit(sold)
    if found is None or found.q.value <= found.p.value or found.m.high > 10 * found.m.low:
        return Reason("curve_unsettled", {"weeks": len(sold)})
    return found
