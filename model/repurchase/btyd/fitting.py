"""Shared by all purchase models: maximise a likelihood over positive parameters, with a prior when customers are few."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from model.repurchase.btyd.histories import Floats

Objective = Callable[[Floats], tuple[float, Floats]]
"""Log likelihood and its gradient, both in the logarithms of the parameters."""

_BOUND = 12.0
_STEP = 1e-5
_CHORDS = 12
_TRUST = 1.0
"""A step longer than this (a factor of e) was taken from too far away."""
_FLAT = 1e-9


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
    rough: Objective | None = None,
) -> Fitted:
    """The parameters of highest likelihood (with a prior: of highest posterior density).

    L-BFGS-B in the logarithms with the analytic gradient; standard errors from the Hessian, taken as differences of
    that gradient, carried over to the parameters by the delta method. ``rough`` is the objective over some of the
    customers: its maximum is a start from which a few Newton steps over all of them are enough (the errors are those there).
    """
    objective = _once(objective)
    whole = _with_prior(objective, prior)
    logs = _climb(_with_prior(rough or objective, prior), np.log(start), customers)
    slope = whole(logs)[1]
    covariance = _covariance(lambda at: whole(at)[1], logs, slope)
    if rough is not None:
        logs = _polished(whole, logs, slope, covariance, customers)
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


def _once(objective: Objective) -> Objective:
    """The same, remembering its last answer: the point where one step ends is where the next begins."""
    known: dict[bytes, tuple[float, Floats]] = {}

    def remembering(logs: Floats) -> tuple[float, Floats]:
        place = logs.tobytes()
        if place not in known:
            found = objective(logs)
            known.clear()
            known[place] = found
        return known[place]

    return remembering


def _with_prior(objective: Objective, prior: Prior | None) -> Objective:
    if prior is None:
        return objective

    def both(logs: Floats) -> tuple[float, Floats]:
        value, slope = objective(logs)
        more, steeper = prior.at(logs)
        return value + more, slope + steeper

    return both


def _climb(objective: Objective, start: Floats, customers: float) -> Floats:
    from scipy.optimize import minimize

    def target(logs: Floats) -> tuple[float, Floats]:
        value, slope = objective(logs)
        return -value / customers, -slope / customers

    options = {"ftol": 1e-15, "gtol": 1e-9, "maxiter": 500, "maxcor": 10}
    bounds = [(-_BOUND, _BOUND)] * len(start)
    found = minimize(target, start, jac=True, method="L-BFGS-B", bounds=bounds, options=options)
    return np.asarray(found.x, float)


def _polished(
    objective: Objective, near: Floats, slope: Floats, covariance: Floats, customers: float
) -> Floats:
    """Newton's steps with the curvature at the start (chords); where they do not lead uphill, the long way."""
    logs = near
    for _ in range(_CHORDS):
        step = covariance @ slope
        if not np.all(np.abs(step) < _TRUST):
            return _climb(objective, near, customers)
        logs = logs + step
        slope = objective(logs)[1]
        if np.abs(slope).max() < _FLAT * customers:
            return logs
    return _climb(objective, logs, customers)


def _covariance(slope: Callable[[Floats], Floats], at: Floats, here: Floats) -> Floats:
    """Minus the inverse Hessian at a point of slope ``here``; NaN where the likelihood is flat or no maximum."""
    steps = _STEP * np.eye(len(at))
    hessian = np.array([(slope(at + step) - here) / _STEP for step in steps])
    information = -(hessian + hessian.T) / 2
    spread, axes = np.linalg.eigh(information)
    if spread.min() <= 1e-9 * max(spread.max(), 1.0):
        return np.full(information.shape, np.nan)
    return np.asarray((axes / spread) @ axes.T, float)
