"""What is believed of every host of the roster after the results: mean and variance of each measure's lasting factor."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from model.learning.frame import NOBODY, Frame
from model.learning.hierarchy import Scales, Solved, solve
from model.learning.measures import Evidence
from model.learning.scales import NEWTON, Peak, Weighed, peak, weighed
from model.policy import Policy

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Posterior:
    """Lasting logs of every host of the roster, then of one more host of each group: ``mean`` and ``variance``.

    ``common`` is the part of the variance that all hosts share.

    ``told`` are hosts with evidence of their own; ``products`` log factors of each product against their average;
    ``scales`` how many times the policy's the spreads are, ``sure`` how well their logs are known.
    """

    mean: Floats
    variance: Floats
    common: float
    told: NDArray[np.bool_]
    products: Floats
    scales: Scales
    sure: tuple[float, float]


def fitted(found: Evidence, policy: Policy, start: Floats | None = None, steps: int = NEWTON) -> Peak:
    """The scales of the spreads."""
    return peak(found.sample, found.shared, policy.learning.scale_sd, start, steps)


def posterior(frame: Frame, found: Evidence, top: Peak, policy: Policy, few: bool = True) -> Posterior:
    """Beliefs of all hosts, where results are ``few`` averaged over what is known of the scales."""
    once = (Weighed(top.scales, 1.0),)
    parts = weighed(found.sample, found.shared, top, policy.learning.scale_sd) if few else once
    each = [_given(frame, found, solve(found.sample, found.shared, one.scales), one.scales) for one in parts]
    weights = np.array([one.weight for one in parts])
    mean = _mixed(weights, [one.mean for one in each])
    variance = _mixed(weights, [one.variance + (one.mean - mean) ** 2 for one in each])
    scales = Scales(
        float(weights @ [one.scales.host for one in parts]),
        float(weights @ [one.scales.session for one in parts]),
    )
    products = _mixed(weights, [one.products for one in each])
    # Who sold often is known better than what all share: no more is common than leaves everybody a spread of his own.
    common = min(float(weights @ [one.common for one in each]), float(variance[: len(frame.hosts)].min()) / 2)
    return Posterior(mean, variance, common, each[0].told, products, scales, top.sd)


def _mixed(weights: Floats, parts: Sequence[Floats]) -> Floats:
    found: Floats = np.tensordot(weights, np.array(parts), 1)
    return found


def _given(frame: Frame, found: Evidence, solved: Solved, scales: Scales) -> Posterior:
    """Beliefs under one pair of scales."""
    half = 0.5 if found.shared.unit_mean else 0.0
    place = np.full(len(frame.roster), NOBODY)
    place[found.who] = np.arange(len(found.who))
    told = place != NOBODY
    between = (scales.host * found.own) ** 2 + found.extra**2
    between[told] = solved.between[place[told]]
    rows, missing = _rows(frame, scales, found)
    start = -half * (rows.power(2) @ solved.variance + missing + between)
    left = np.where(told, solved.left[place], between)
    pull = np.where(told, solved.pull[place], 0.0)
    rows = rows - _tied(solved, place)
    mean = start + rows @ solved.effects + pull
    variance = left + missing + solved.spread_of(rows)
    everybody = csr_array(rows[: len(frame.hosts)].mean(0)[None])
    common = float(solved.spread_of(everybody)[0])
    goods = solved.effects[frame.of_kind("product")]
    return Posterior(mean, variance, common, told, goods - _mix(frame, found) @ goods, scales, (0.0, 0.0))


def _tied(solved: Solved, place: NDArray[np.int64]) -> csr_array:
    """How far what is seen of each host belongs to the shared effects."""
    told = np.flatnonzero(place != NOBODY)
    pick = csr_array((solved.left[place[told]], (told, place[told])), (len(place), solved.sums.shape[0]))
    return csr_array(pick @ solved.sums)


def _rows(frame: Frame, scales: Scales, found: Evidence) -> tuple[csr_array, Floats]:
    """Which shared effects make up each host's factor, and the prior variance of those no result speaks of."""
    size, goods, mix = len(frame.roster), frame.of_kind("product"), _mix(frame, found)
    known = frame.roster != NOBODY
    missing: Floats = np.where(known, 0.0, _usual(frame, found, scales)).sum(1)
    host, kind = np.nonzero(known)
    at = np.concatenate([host, np.repeat(np.arange(size), len(goods))])
    to = np.concatenate([frame.roster[host, kind], np.tile(goods, size)])
    much = np.concatenate([np.ones(len(host)), np.tile(mix, size)])
    return csr_array((much, (at, to)), (size, frame.count)), missing


def _usual(frame: Frame, found: Evidence, scales: Scales) -> Floats:
    """Prior variance of each lasting kind of effect."""
    variance = found.shared.variance * np.where(found.shared.scaled, scales.host**2, 1.0)
    return np.array([variance[frame.of_kind(kind)[0]] for kind in frame.lasting])


def _mix(frame: Frame, found: Evidence) -> Floats:
    """Share of each product in the evidence: a host's factor is for the products as they were sold."""
    column = found.sample.columns[:, frame.kinds.index("product")]
    count = np.bincount(column - frame.of_kind("product")[0], minlength=len(frame.products)).astype(float)
    mix: Floats = count / count.sum()
    return mix
