"""Whose customers come back: those each host won, and how many of them bought again."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from model.intake.joined.arrays import NO_DAY, NONE, runs
from model.intake.joined.sales import Sales
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


def comebacks(sales: Sales, days: int) -> dict[str, Comeback]:
    """By host id the customers won so many days ago or more, and how many of them were back within those days.

    Who bought with several hosts on his first day counts for the one whose line is first.
    """
    customer, day, _ = sales.occasions
    if not len(customer) or not sales.hosts.count:
        return {}
    starts = runs(customer)
    counts = np.diff(np.append(starts, len(customer)))
    again = np.minimum(starts + 1, len(day) - 1)
    back = (counts > 1) & (day[again] - day[starts] <= days)
    followed = sales.end - day[starts] >= days
    size = int(customer.max()) + 1
    first, place = np.full(size, NO_DAY), np.full(size, NONE)
    first[customer[starts]], place[customer[starts]] = day[starts], np.arange(len(starts))
    known = (sales.customer != NONE) & (sales.hosts.codes != NONE) & (sales.customer < size)
    buyer = np.where(known, sales.customer, 0)
    lines = np.flatnonzero(known & (first[buyer] == sales.day) & (sales.day != NO_DAY))
    who, line = np.unique(sales.customer[lines], return_index=True)
    host = sales.hosts.codes[lines[line]]
    of = place[who]
    count = sales.hosts.count
    customers = np.bincount(host[followed[of]], minlength=count)
    returned = np.bincount(host[(followed & back)[of]], minlength=count)
    return {
        id_: Comeback(int(n), int(r))
        for id_, n, r in zip(sales.hosts.ids, customers.tolist(), returned.tolist(), strict=True)
        if id_ and n
    }


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
