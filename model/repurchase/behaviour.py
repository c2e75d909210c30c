"""How customers buy again, by models fitted to their occasions: rates and counts beyond what was followed."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import ArrayLike

from model.normal import Z80
from model.policy import Purchasing
from model.records import Estimate
from model.repurchase.btyd.betageo import BetaGeometric, fit_beta_geometric, model_of, most_regular
from model.repurchase.btyd.fitting import Fitted, Prior
from model.repurchase.btyd.histories import Floats, Histories, histories
from model.repurchase.grading import WINDOW_DAYS
from model.repurchase.purchases import Occasions

WEEK: Final = 7.0
_STEP: Final = 1e-4
_FAR: Final = 3.0
"""Errors beyond which on either side no more than a tenth lies, whatever the distribution (Cantelli's inequality)."""


@dataclass(frozen=True, eq=False)
class Behaviour:
    """Fitted models (times in weeks) with the weight of each; what they say is the weighted mean.

    ``error`` is the standard error of a yearly rate that comes on top of the fit's: how far such models were off
    where the truth is known.
    """

    fits: tuple[Fitted, ...]
    weights: tuple[float, ...]
    error: float

    @cached_property
    def models(self) -> tuple[BetaGeometric, ...]:
        """The models themselves."""
        return tuple(map(model_of, self.fits))

    @property
    def customers(self) -> float:
        """Customers the models were fitted to."""
        return self.fits[0].customers

    def returned(self, days: float) -> Estimate:
        """Share of new customers who have bought again within so many days, with its 80 % range."""
        value, error = self._mean(lambda model: float(model.returned(days / WEEK)))
        return _share(value, math.hypot(error, self._beyond(days)))

    def shares(self, days: ArrayLike) -> Floats:
        """:meth:`returned` without its range, for many days at once."""
        weeks = np.asarray(days, float) / WEEK
        parts = [w * model.returned(weeks) for w, model in zip(self.weights, self.models, strict=True)]
        return np.asarray(sum(parts), float)

    def expected(self, days: float) -> Estimate:
        """Repeat purchases of a new customer within so many days, with its 80 % range."""
        value, error = self._mean(lambda model: float(model.expected(days / WEEK)[0]))
        spread = math.hypot(
            error / max(value, 1e-9), self._beyond(days) / max(self.returned(days).value, 1e-9)
        )
        return Estimate(value, value * math.exp(-Z80 * spread), value * math.exp(Z80 * spread))

    def rate_variance(self, days: float) -> float:
        """Variance of :meth:`returned`."""
        return self._mean(lambda model: float(model.returned(days / WEEK)))[1] ** 2 + self._beyond(days) ** 2

    def _beyond(self, days: float) -> float:
        """The error on top of the fit's: of shorter times in proportion, as that of a week cannot be that of a year."""
        part, year = self.shares([days, WINDOW_DAYS])
        return self.error * min(float(part / year), 1.0) if year > 0 else self.error

    def _mean(self, of: Callable[[BetaGeometric], float]) -> tuple[float, float]:
        """Weighted mean over the models and its standard error; models of the same customers err together."""
        values = [of(model) for model in self.models]
        errors = [_error(fit, of, value) for fit, value in zip(self.fits, values, strict=True)]
        apart = math.sqrt(float(np.average((np.array(values) - np.mean(values)) ** 2, weights=self.weights)))
        mean = float(np.average(values, weights=self.weights))
        return mean, math.hypot(float(np.average(errors, weights=self.weights)), apart)


def behaviour(found: Occasions, last: int, policy: Purchasing, durable: bool = False) -> Behaviour:
    """Fit the models to occasions followed to the day ``last``.

    Two models that err in opposite directions are averaged: BG/NBD lets nobody stay away before his first repeat,
    MBG/CNBD-k lets many. Goods bought once in years get the second alone, as with the first everyone comes back in
    the end. Below ``policy.few`` customers both lean on a prior.

    Raises:
        ValueError: nobody bought.
    """
    data = histories_of(found, last)
    weak = _prior(policy)
    modified = _told(lambda prior: most_regular(data, modified=True, prior=prior), data, policy.few, weak)
    if durable:
        return Behaviour((modified,), (1.0,), policy.model_error)
    plain = _told(lambda prior: fit_beta_geometric(data, prior=prior), data, policy.few, weak)
    return Behaviour((plain, modified), (policy.bg_weight, 1 - policy.bg_weight), policy.model_error)


def _told(fit: Callable[[Prior | None], Fitted], data: Histories, few: float, weak: Prior) -> Fitted:
    """The fit without a prior where the customers are many and settle all parameters, else with the weak one."""
    if data.customers < few:
        return fit(weak)
    free = fit(None)
    return free if np.all(np.isfinite(free.errors)) else fit(weak)


def histories_of(found: Occasions, last: int) -> Histories:
    """The customers of these occasions as purchase models see them, in weeks."""
    if not len(found.starts):
        raise ValueError("nobody bought")
    first = found.day[found.starts]
    latest = found.day[found.starts + found.counts - 1]
    logs = float(np.log(found.gaps / WEEK).sum())
    ends = np.maximum(last - first, latest - first)
    return histories(found.counts - 1, (latest - first) / WEEK, ends / WEEK, WEEK, logs)


def _prior(policy: Purchasing) -> Prior:
    medians = (policy.prior_r, policy.prior_alpha, policy.prior_a, policy.prior_b)
    return Prior(medians, (policy.prior_sd,) * 4)


def _error(fit: Fitted, of: Callable[[BetaGeometric], float], value: float) -> float:
    """Standard error of a figure by the delta method over the logarithms of the parameters."""
    covariance = np.array(fit.covariance)
    if not np.all(np.isfinite(covariance)):
        return value
    slopes = np.array([(of(_moved(fit, place)) - value) / _STEP for place in range(len(fit.values))])
    return math.sqrt(max(float(slopes @ covariance @ slopes), 0.0))


def _moved(fit: Fitted, place: int) -> BetaGeometric:
    r, alpha, a, b = (v * math.exp(_STEP) if i == place else v for i, v in enumerate(fit.values))
    known = model_of(fit)
    return BetaGeometric(r, alpha, a, b, known.modified, known.k)


def _share(value: float, error: float) -> Estimate:
    """A share with its 80 % range on the logit scale, where it stays between 0 and 1.

    That scale stretches without end where the error is larger than the share; so nowhere further than ``_FAR`` errors.
    """
    inside = min(max(value, 1e-9), 1 - 1e-9)
    logit, spread = math.log(inside / (1 - inside)), Z80 * error / (inside * (1 - inside))
    low, high = (1 / (1 + math.exp(-min(max(logit + sign * spread, -700), 700))) for sign in (-1, 1))
    return Estimate(value, max(low, value - _FAR * error), min(high, value + _FAR * error))
