"""Repurchase rates within stated windows: observed where customers were followed long enough, else by a model."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from model.normal import Z80
from model.policy import Purchasing
from model.records import Estimate
from model.repurchase.behaviour import Behaviour
from model.repurchase.followed import Followed

WINDOWS: Final = (30, 60, 90, 180, 365)
"""Days within which a rate is stated."""
YEAR: Final = 365
_TAIL: Final = 0.1
"""On each side of an 80 % range."""


@dataclass(frozen=True, slots=True)
class Rate:
    """Share of customers who buy again within ``days``: ``basis`` is ``orders`` (observed) or ``model``.

    ``followed`` customers were seen so long. ``rate`` is None where the orders reach less far and no model may go on.
    """

    days: int
    rate: Estimate | None
    basis: str
    followed: int


@dataclass(frozen=True, slots=True)
class Curve:
    """The share back by each day: as observed (as far as that is sure), and as the model has it; 80 % ranges."""

    days: tuple[int, ...]
    observed: tuple[Estimate | None, ...]
    modelled: tuple[Estimate, ...]


def observable(followed: Followed, days: float, rule: Purchasing) -> bool:
    """Whether enough customers were followed so long that the curve is sure there."""
    least = max(rule.least_customers, rule.followed_share * followed.customers)
    return followed.longer(days) >= least


def observed(followed: Followed, days: float, z: float = Z80) -> Estimate:
    """Kaplan-Meier with a range (see :func:`share_back`)."""
    return share_back(*followed.survival.at(days), followed.settled(days), z)


def share_back(waiting: float, variance: float, settled: int, z: float = Z80) -> Estimate:
    """The share back where ``waiting`` are not, with a range from Greenwood's variance on the log(-log) scale, where it stays between 0 and 1.

    Kalbfleisch & Prentice 1980. Where nobody or everybody came back the variance says nothing: then the exact
    binomial bound for those whose answer is known, of whom there are ``settled``.
    """
    if waiting >= 1:
        return Estimate(0.0, 0.0, 1 - _TAIL ** (1 / max(settled, 1)))
    if waiting <= 0:
        return Estimate(1.0, _TAIL ** (1 / max(settled, 1)), 1.0)
    spread = z * math.sqrt(variance) / (waiting * -math.log(waiting))
    low, high = (1 - waiting ** math.exp(sign * spread) for sign in (-1, 1))
    return Estimate(1 - waiting, low, high)


def rates(followed: Followed, model: Behaviour | None, rule: Purchasing) -> tuple[Rate, ...]:
    """The rate of every window: of a longer one never less than was counted for a shorter one."""
    found = tuple(_rate(days, followed, model, rule) for days in WINDOWS)
    counted = [one.rate for one in found if one.rate is not None and one.basis == "orders"]
    return tuple(_no_less(one, counted[-1]) if one.basis == "model" and counted else one for one in found)


def _no_less(one: Rate, counted: Estimate) -> Rate:
    known = one.rate
    if known is None:
        return one
    value, low = max(known.value, counted.value), max(known.low, counted.low)
    return replace(one, rate=Estimate(value, low, max(known.high, value)))


def rate_of(days: int, all_rates: Sequence[Rate]) -> Rate:
    """The rate of one window."""
    return next(one for one in all_rates if one.days == days)


def curve(followed: Followed, model: Behaviour, rule: Purchasing, days: Sequence[int]) -> Curve:
    """Observed and modelled shares at these days."""
    seen = tuple(observed(followed, day) if observable(followed, day, rule) else None for day in days)
    return Curve(tuple(days), seen, tuple(model.returned(day) if day else Estimate(0, 0, 0) for day in days))


def cycle(followed: Followed, model: Behaviour | None, rule: Purchasing) -> Estimate | None:
    """Days after which half of those who come back within a year have come back, with its 80 % range.

    Read off the curve of the rate: observed where that reaches a year, else the model's. The range is that of a
    median of as many returns as were seen (order statistics). None with fewer than ``least_gaps`` returns.
    """
    returns = followed.returned_within(YEAR)
    if returns < rule.least_gaps:
        return None
    half = Z80 * 0.5 / math.sqrt(returns)
    if model is None or observable(followed, YEAR, rule):
        values = [_observed_day(followed, 0.5 + step) for step in (0, -half, half)]
    else:
        values = [_modelled_day(model, 0.5 + step) for step in (0, -half, half)]
    return Estimate(*values)


def _rate(days: int, followed: Followed, model: Behaviour | None, rule: Purchasing) -> Rate:
    long = followed.longer(days)
    if observable(followed, days, rule):
        return Rate(days, observed(followed, days), "orders", long)
    return Rate(days, model.returned(days) if model else None, "model" if model else "", long)


def _observed_day(followed: Followed, level: float) -> float:
    """The first day by which this share of the year's returns has come."""
    found = followed.survival
    inside = [(day, 1 - left) for day, left in zip(found.days, found.waiting, strict=True) if day <= YEAR]
    top = inside[-1][1]
    return next(day for day, share in inside if share >= min(max(level, 0.0), 1.0) * top - 1e-12)


def _modelled_day(model: Behaviour, level: float) -> float:
    """The same by the model, to a day."""
    grid = np.arange(1, YEAR + 1)
    shares = model.shares(grid)
    place = int(np.searchsorted(shares, min(max(level, 0.0), 1.0) * shares[-1]))
    return float(grid[min(place, YEAR - 1)])
