"""Whether the model itself is off: what it makes one expect of the results, against what they were (predictive checks).

With V the variance the model gives the results together and r what they differ from its means by, 1'V^-1 r / sqrt(1'V^-1 1)
is a standard normal, and so is the score x'V^-1 r / sqrt(x'V^-1 x) of a course over any figure x the model does not know.
Each result against what all others make one expect of it is (V^-1 r)_i / sqrt((V^-1)_ii).
"""

import math
from collections.abc import Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.special import bdtrc, ndtr

from model.errors import Reason
from model.learning.frame import Frame
from model.learning.hierarchy import Sample, Solved, solve
from model.learning.measures import Evidence
from model.learning.posterior import Posterior
from model.policy import Policy

Floats = NDArray[np.float64]
FAR: Final = 2.5
"""Standardised differences beyond it are told as outliers: 1.2 % of them, if the model is right."""


def checks(frame: Frame, found: Evidence, orders: Posterior, policy: Policy) -> tuple[Reason, ...]:
    """What is off, with figures; nothing where results are fewer than the policy asks for.

    Dense in the results: to be given a few hundred at most.
    """
    if len(found.rows) < policy.learning.least_results:
        return ()
    solved = solve(found.sample, found.shared, orders.scales)
    inverse, rest = (
        inverse_of(found.sample, solved),
        solved.whitened - _ties(found.sample, solved) @ solved.effects,
    )
    one = np.ones(len(rest))
    seen = [frame.seen[row] for row in found.rows.tolist()]
    size = np.array([math.log(max(frame.hosts[each.host].followers, 1.0)) for each in seen])
    days = np.array([each.result.date.toordinal() for each in seen], float)
    odds = policy.learning.check_odds
    off = (
        *_level(one, inverse, rest),
        *_spread(orders, policy.learning.scale_sd),
        *_outliers(rest / np.sqrt(np.diag(inverse))),
        *_course("size", size, inverse, rest),
        *_course("time", days, inverse, rest),
    )
    return tuple(reason for p, reason in off if p < odds)


def inverse_of(sample: Sample, solved: Solved) -> Floats:
    """The inverse of the variance of the results, shape (n, n)."""
    same = sample.host[:, None] == sample.host
    within = np.outer(solved.weight, solved.weight) * solved.left[sample.host] * same
    ties = _ties(sample, solved)
    inverse: Floats = np.diag(solved.weight) - within - ties @ solved.covariance @ ties.T
    return inverse


def _ties(sample: Sample, solved: Solved) -> Floats:
    """How far each result belongs to the shared effects once its host is eliminated, shape (n, K)."""
    kinds = sample.columns.shape[1]
    rows: Floats = -solved.left[sample.host, None] * solved.sums.toarray()[sample.host]
    np.add.at(rows, (np.repeat(np.arange(len(rows)), kinds), sample.columns.ravel()), 1.0)
    rows *= solved.weight[:, None]
    return rows


def _level(one: Floats, inverse: Floats, rest: Floats) -> Iterator[tuple[float, Reason]]:
    """All forecasts too high or too low."""
    information = float(one @ inverse @ one)
    p = two_sided(float(rest.sum()) / math.sqrt(information))
    yield p, Reason("model_level_off", {"times": math.exp(float(rest.sum()) / information), "p": p})


def _spread(orders: Posterior, prior: float) -> Iterator[tuple[float, Reason]]:
    """Spreads so far from the policy's that its prior did not think of them."""
    for name, value in (("host", orders.scales.host), ("session", orders.scales.session)):
        p = two_sided(math.log(value) / prior)
        yield p, Reason(f"spread_{name}_off", {"times": value, "p": p})


def _outliers(z: Floats) -> Iterator[tuple[float, Reason]]:
    """More results far from what all others say than chance has."""
    far = int((np.abs(z) > FAR).sum())
    p = float(bdtrc(far - 1, len(z), two_sided(FAR))) if far else 1.0
    yield p, Reason("model_outliers", {"n": far, "of": len(z), "p": p})


def _course(name: str, x: Floats, inverse: Floats, rest: Floats) -> Iterator[tuple[float, Reason]]:
    """A course of the differences over a figure the model does not know: they rise with it (``_up``) or fall."""
    if np.ptp(x) <= 0:
        return
    at = x - float((inverse @ x).sum() / inverse.sum())
    slope = float(at @ rest) / math.sqrt(float(at @ inverse @ at))
    p = two_sided(slope)
    yield p, Reason(f"course_{name}_{'up' if slope > 0 else 'down'}", {"p": p})


def two_sided(z: float) -> float:
    """How unlikely a standard normal is to lie so far from 0."""
    return 2 * float(ndtr(-abs(z)))
