"""Whose customers come back: the share of each host's against that of all, shrunk."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from model.learning.hierarchy import Sample, Shared, solve
from model.learning.scales import peak, weighed
from model.learning.sites import of_shares
from model.normal import Z80
from model.policy import Policy
from model.records import Estimate


@dataclass(frozen=True, slots=True)
class Comeback:
    """Customers whose first purchase was made with one host and who were followed long enough; ``back`` bought again."""

    customers: int
    back: int


def repeat_times(found: Mapping[str, Comeback], policy: Policy) -> dict[str, Estimate]:
    """By host id how many times the share of all hosts' customers his come back, shrunk, with its 80 % range.

    The log odds of a host's share are normal around those of all hosts together, whose spread is learnt as well. With a
    single host there is nothing to compare with.
    """
    some = {id_: one for id_, one in found.items() if one.customers > 0}
    if len(some) < 2:
        return {}
    customers = np.array([one.customers for one in some.values()], float)
    back = np.array([one.back for one in some.values()], float)
    usual = (back.sum() + 0.5) / (customers.sum() + 1)
    sites = of_shares(back, customers, np.full(len(back), usual))
    size, rule = len(back), policy.learning
    places = np.arange(size)
    sample = Sample(
        sites.at,
        sites.noise,
        np.zeros(size),
        places,
        np.zeros((size, 1), np.int64),
        np.full(size, rule.repeat_host),
        np.zeros(size),
    )
    shared = Shared(np.array([rule.repeat_host**2]), np.array([False]), unit_mean=False)
    parts = weighed(sample, shared, peak(sample, shared, rule.scale_sd), rule.scale_sd)
    each = [(one.weight, solve(sample, shared, one.scales)) for one in parts]
    free = [1 - s.left * s.sums.toarray()[:, 0] for _, s in each]
    means = [s.pull + part * s.effects[0] for part, (_, s) in zip(free, each, strict=True)]
    mean = sum(w * m for m, (w, _) in zip(means, each, strict=True))
    variance = sum(
        w * (s.left + part**2 * s.covariance[0, 0] + (m - mean) ** 2)
        for part, m, (w, s) in zip(free, means, each, strict=True)
    )
    return {
        id_: _times(float(m), math.sqrt(float(v)), float(usual))
        for id_, m, v in zip(some, np.asarray(mean), np.asarray(variance), strict=True)
    }


def _times(mean: float, sd: float, usual: float) -> Estimate:
    middle, low, high = (_share(usual, mean + move * sd) / usual for move in (0.0, -Z80, Z80))
    return Estimate(middle, low, high)


def _share(usual: float, more: float) -> float:
    odds = usual / (1 - usual) * math.exp(more)
    return odds / (1 + odds)
