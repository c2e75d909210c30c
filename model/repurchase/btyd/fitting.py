"""Shared by all purchase models: maximise a likelihood over positive parameters, with a prior when customers are few."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from model.repurchase.btyd.histories import Floats

Objective = Callable[[Floats], tuple[float, Floats]]
"""Log likelihood and its gradient, both in the logarithms of the parameters."""

_BOUND = 12.0
_STEP = 1e-5


@dataclass(frozen=True)
class Prior:
    """Log-normal priors of the parameters in their order: medians (time in the unit of the data) and log deviations."""

    medians: tuple[float, ...]
    deviations: tuple[float, ...]

    def at(self, logs: Floats) -> tuple[float, Floats]:
        """Log density (up to a constant) and gradient."""
        spread = np.array(self.deviations)
        z = (logs - np.log(self.medians)) / spread
        return float(-0.5 * z @ z), -z / spread


@dataclass(frozen=True)
class Fitted:
    """A fitted model. ``errors`` are standard errors of ``values`` (NaN where the data say nothing of them).

    ``log_likelihood`` is that of all customers without the prior; ``covariance`` belongs to the logarithms.
    """

    model: str
    names: tuple[str, ...]
    values: tuple[float, ...]
    errors: tuple[float, ...]
    covariance: tuple[tuple[float, ...], ...]
    log_likelihood: float
    customers: float
    with_prior: bool
    regularity: int = 1

    def __getitem__(self, name: str) -> float:
        return self.values[self.names.index(name)]

    @property
    def parameters(self) -> Mapping[str, float]:
        """Values by name."""
        return dict(zip(self.names, self.values, strict=True))


def fit(
    model: str,
    names: Sequence[str],
    objective: Objective,
    start: Sequence[float],
    customers: float,
    prior: Prior | None = None,
    regularity: int = 1,
) -> Fitted:
    """The parameters of highest likelihood (with a prior: of highest posterior density).

    L-BFGS-B in the logarithms with the analytic gradient; standard errors from the Hessian, taken as differences of
    that gradient, carried over to the parameters by the delta method.
    """
    from scipy.optimize import minimize

    def target(logs: Floats) -> tuple[float, Floats]:
        value, slope = objective(logs)
        if prior is not None:
            more, steeper = prior.at(logs)
            value, slope = value + more, slope + steeper
        return -value / customers, -slope / customers

    options = {"ftol": 1e-15, "gtol": 1e-9, "maxiter": 500, "maxcor": 10}
    bounds = [(-_BOUND, _BOUND)] * len(names)
    found = minimize(target, np.log(start), jac=True, method="L-BFGS-B", bounds=bounds, options=options)
    logs = np.asarray(found.x, float)
    covariance = _covariance(lambda at: -target(at)[1] * customers, logs)
    values = np.exp(logs)
    return Fitted(
        model,
        tuple(names),
        tuple(map(float, values)),
        tuple(map(float, values * np.sqrt(np.diag(covariance)))),
        tuple(tuple(map(float, row)) for row in covariance),
        objective(logs)[0],
        customers,
        prior is not None,
        regularity,
    )


def _covariance(slope: Callable[[Floats], Floats], at: Floats) -> Floats:
    """Minus the inverse Hessian; NaN where the likelihood is flat or the maximum lies at a bound."""
    size = len(at)
    hessian = np.empty((size, size))
    for place in range(size):
        step = np.zeros(size)
        step[place] = _STEP
        hessian[place] = (slope(at + step) - slope(at - step)) / (2 * _STEP)
    information = -(hessian + hessian.T) / 2
    spread, axes = np.linalg.eigh(information)
    if spread.min() <= 1e-9 * max(spread.max(), 1.0):
        return np.full((size, size), np.nan)
    return np.asarray((axes / spread) @ axes.T, float)
