"""What the operator's work is worth (运营提成): schemes of pay over the plan's draws of profit, and a fair range."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from model.errors import Reason
from model.launchrules import WorkRule
from model.records import Estimate

Floats = NDArray[np.float64]
_QUANTILES = (0.1, 0.5, 0.9)


@dataclass(frozen=True, slots=True)
class Scheme:
    """How an operator is paid for a month: ``base`` yuan and shares of the profit within ``steps``.

    Each step is (profit from which on, share of what lies above it up to the next step); a loss costs him nothing.
    """

    code: str
    base: float
    steps: tuple[tuple[float, float], ...] = ((0.0, 0.0),)

    def pay(self, profit: Floats) -> Floats:
        """Yuan paid for each month's profit."""
        ends = [*self.steps, (np.inf, 0.0)]
        parts = (
            share * np.clip(profit - start, 0.0, stop - start) for (start, share), (stop, _) in pairwise(ends)
        )
        return np.asarray(self.base + sum(parts, np.zeros_like(profit)))


@dataclass(frozen=True, slots=True)
class Month:
    """One month as it may turn out: profit before pay, what the operator gets, what the owner keeps. Yuan."""

    profit: float
    operator: float
    owner: float


@dataclass(frozen=True, slots=True)
class SchemeResult:
    """A scheme over the draws: a bad, middle and good month (tenth, half, nine tenths of profits), and the averages.

    ``under_wage`` are the odds that the operator gets less than he would elsewhere, ``owner_loses`` those that the owner
    keeps less than what would have come without the operation. ``verdict``: ``pay_too_low``, ``pay_too_high``, ``pay_fair``.
    """

    scheme: Scheme
    bad: Month
    middle: Month
    good: Month
    operator: float
    owner: float
    under_wage: float
    owner_loses: float
    verdict: Reason


@dataclass(frozen=True)
class Worth:
    """What the operation brings a month and what may fairly be paid for it, in yuan.

    ``attributable`` is the profit that is its doing, with 80 % range. ``fair`` runs from what the operator would earn
    elsewhere to all that is attributable; its value parts what both gain by ``work.even``. None when the operation does not
    bring what it costs. ``agreed`` are the schemes with the share that pays the fair value on average.
    """

    profit: Estimate
    attributable: Estimate
    fair: Estimate | None
    schemes: tuple[SchemeResult, ...]
    agreed: tuple[SchemeResult, ...]
    reasons: tuple[Reason, ...]


def usual_schemes(rule: WorkRule) -> tuple[Scheme, ...]:
    """The schemes compared: base pay alone, base and a share, a share alone, base and steps."""
    steps = ((0.0, rule.share_low), (rule.step_one, rule.share_middle), (rule.step_two, rule.share_high))
    return (
        Scheme("pay_base", rule.wage),
        Scheme("pay_base_share", rule.base, ((0.0, rule.share),)),
        Scheme("pay_share", 0.0, ((0.0, rule.share),)),
        Scheme("pay_base_steps", rule.base, steps),
    )


def worth(profit: Floats, rule: WorkRule, schemes: Sequence[Scheme] | None = None) -> Worth:
    """Compare schemes over draws of a month's profit before the operator's pay.

    Args:
        profit: yuan a month in each draw, the operator not yet paid.
        rule: wage, shares, what is attributable.
        schemes: those to compare; the usual ones when not given.
    """
    compared = usual_schemes(rule) if schemes is None else tuple(schemes)
    due = rule.attributable * np.maximum(profit, 0.0)
    fair, reasons = _fair(due, rule)
    agreed = [] if fair is None else [_scaled(one, profit, fair.value) for one in compared]
    return Worth(
        _estimate(profit),
        _estimate(due),
        fair,
        tuple(_result(one, profit, fair, rule) for one in compared),
        tuple(_result(one, profit, fair, rule) for one in agreed if one is not None),
        reasons,
    )


def _fair(due: Floats, rule: WorkRule) -> tuple[Estimate | None, tuple[Reason, ...]]:
    most = float(due.mean())
    if most <= rule.wage:
        return None, (Reason("work_below_wage", {"worth": most, "wage": rule.wage}),)
    middle = rule.wage + rule.even * (most - rule.wage)
    values = {"low": rule.wage, "high": most, "middle": middle}
    return Estimate(middle, rule.wage, most), (Reason("work_fair", values),)


def _result(scheme: Scheme, profit: Floats, fair: Estimate | None, rule: WorkRule) -> SchemeResult:
    paid = scheme.pay(profit)
    ends = np.quantile(profit, _QUANTILES)
    bad, middle, good = (
        Month(float(p), float(q), float(p - q)) for p, q in zip(ends, scheme.pay(ends), strict=True)
    )
    without = np.where(profit > 0, (1 - rule.attributable) * profit, profit)
    mean, most = float(paid.mean()), float((rule.attributable * np.maximum(profit, 0.0)).mean())
    return SchemeResult(
        scheme,
        bad,
        middle,
        good,
        mean,
        float((profit - paid).mean()),
        float((paid < rule.wage).mean()),
        float((profit - paid < without).mean()),
        _verdict(mean, fair, most, rule),
    )


def _verdict(mean: float, fair: Estimate | None, most: float, rule: WorkRule) -> Reason:
    if mean < rule.wage * (1 - 1e-9):
        return Reason("pay_too_low", {"pay": mean, "wage": rule.wage})
    if fair is None or mean > most * (1 + 1e-9):
        return Reason("pay_too_high", {"pay": mean, "most": most})
    return Reason("pay_fair", {"pay": mean})


def _scaled(scheme: Scheme, profit: Floats, goal: float) -> Scheme | None:
    """The scheme with its shares (or, where it has none, its base) so that it pays ``goal`` on average."""
    shares = float(scheme.pay(profit).mean()) - scheme.base
    if shares <= 0:
        return replace(scheme, base=goal)
    times = (goal - scheme.base) / shares
    if times <= 0 or times * max(share for _, share in scheme.steps) > 1:
        return None
    return replace(scheme, steps=tuple((start, share * times) for start, share in scheme.steps))


def _estimate(drawn: Floats) -> Estimate:
    low, high = (float(v) for v in np.quantile(drawn, (0.1, 0.9)))
    return Estimate(float(drawn.mean()), low, high)
