"""How good forecasts were: every result against the range that the results before it would have given."""

import datetime as dt
import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.special import betaincinv

from model.beliefs import Learnt
from model.learning.frame import Frame
from model.learning.kinds import Measure
from model.learning.measures import evidence
from model.learning.posterior import Posterior, fitted, posterior
from model.normal import Z80
from model.policy import Policy
from model.records import Estimate

Floats = NDArray[np.float64]
_TRIES: Final = 1
"""Steps towards the scales for each look back: each starts where the last look ended."""


@dataclass(frozen=True, slots=True)
class Held:
    """Of the results up to ``last`` how many lay within the 80 % range forecast before them."""

    first: dt.date
    last: dt.date
    held: int
    of: int


@dataclass(frozen=True, slots=True)
class Calibration:
    """How often 80 % ranges held, step by step and over all, with an 80 % range of its own (0-1)."""

    steps: tuple[Held, ...]
    share: Estimate


def spreads(found: Posterior, policy: Policy) -> Learnt:
    """The learnt spreads around forecasts: what lasts is known now, what of it is open is shared by all hosts."""
    passing = 1 - policy.learning.lasting_share
    day = policy.response.common_sd
    return Learnt(
        math.sqrt(passing + found.common / day**2) if day else 1.0, math.sqrt(passing), found.scales.session
    )


def calibration(frame: Frame, policy: Policy) -> Calibration | None:
    """Forecast the results of every step from those before it; None without results that name orders."""
    known = np.array([one.result.orders is not None for one in frame.seen], bool)
    if not known.any():
        return None
    frame = frame.part(known).alone()
    steps = tuple(_steps(frame, policy))
    return Calibration(steps, share_held(steps))


def share_held(steps: tuple[Held, ...]) -> Estimate:
    """The share that held with its 80 % range: Jeffreys', with as many results as steps that go together leave."""
    held, of = sum(step.held for step in steps), sum(step.of for step in steps)
    share = held / of
    if len(steps) > 1 and 0 < share < 1:
        apart = sum((step.held - step.of * share) ** 2 / (step.of * share * (1 - share)) for step in steps)
        of_own = of / max(1.0, apart / (len(steps) - 1))
    else:
        of_own = float(of)
    a, b = share * of_own + 0.5, (1 - share) * of_own + 0.5
    return Estimate(share, float(betaincinv(a, b, 0.1)), float(betaincinv(a, b, 0.9)))


def _steps(frame: Frame, policy: Policy) -> Iterator[Held]:
    """Whole weeks, in not more steps than the policy allows, each with about as many results."""
    most = int(policy.learning.steps)
    ends = np.unique(frame.week, return_index=True)[1]
    wanted = [
        int(ends[np.searchsorted(ends, k * len(frame.seen) / most)])
        for k in range(1, most)
        if k * len(frame.seen) / most <= ends[-1]
    ]
    cuts = sorted({0, *wanted})
    start: Floats | None = None
    for first, after in zip(cuts, [*cuts[1:], len(frame.seen)], strict=True):
        found = None
        if first:
            before = frame.part(np.arange(len(frame.seen)) < first).numbered()
            proof = evidence(before, Measure.ORDERS, policy)
            if proof is not None:
                top = fitted(proof, policy, start, _TRIES)
                found, start = posterior(before, proof, top, policy, few=False), top.at
        held = _held(frame, slice(first, after), found, policy)
        seen = frame.seen[first:after]
        yield Held(seen[0].result.date, seen[-1].result.date, int(held.sum()), len(seen))


def _held(frame: Frame, at: slice, found: Posterior | None, policy: Policy) -> NDArray[np.bool_]:
    """Whether orders lay within the range, in whole orders as it is shown."""
    seen = frame.seen[at]
    expected = np.array([one.expected for one in seen])
    decay = policy.response.session_decay
    variance = np.array([one.response.over(one.sessions, decay).sd for one in seen]) ** 2
    if found is not None:
        expected, variance = _learnt(frame, at, found, policy)
    sd = np.sqrt(variance)
    middle = np.log(expected) - variance / 2
    orders = np.array([one.result.orders for one in seen], float)
    low, high = np.floor(np.exp(middle - Z80 * sd)), np.ceil(np.exp(middle + Z80 * sd))
    return np.asarray((low <= orders) & (orders <= high))


def _learnt(frame: Frame, at: slice, found: Posterior, policy: Policy) -> tuple[Floats, Floats]:
    """Means and log variances of orders as a plan would have forecast them."""
    seen, learnt = frame.seen[at], spreads(found, policy)
    host = np.array([one.host for one in seen])
    product = frame.columns[at, frame.kinds.index("product")] - frame.of_kind("product")[0]
    factor = found.mean[host] + found.variance[host] / 2 + found.products[product]
    shocks = [one.response.shocks for one in seen]
    padded = np.array([s.real.log_sd**2 if s.real else 0.0 for s in shocks]) * ~found.told[host]
    around = [
        (learnt.day * s.day) ** 2
        + (learnt.platform * s.platform) ** 2
        + s.klass**2
        + (learnt.session * s.session * one.calm) ** 2
        for s, one in zip(shocks, seen, strict=True)
    ]
    expected = np.array([one.expected for one in seen]) * np.exp(factor)
    return expected, found.variance[host] - found.common + padded + np.array(around)
