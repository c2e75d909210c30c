"""Who may bring whom: a network of hosts and a made-up audience for the picture of word of mouth."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from model.launch.season import Schedule
from model.launchrules import SpreadRule
from model.records import Tier

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]
Short = NDArray[np.int8]

LEVELS: Final = (Tier.HEAD, Tier.WAIST, Tier.TAIL)
_CERTAIN: Final = 1 - 1e-9
"""Odds from which an edge always carries."""


@dataclass(frozen=True)
class Network:
    """Who may bring whom: node i's edges are ``targets[starts[i]:starts[i+1]]`` (CSR).

    An edge with odds p has the rate -ln(1 - p); ``most`` is the largest rate of each node, ``kept`` each edge's rate against
    that of its node. The first ``hosts`` nodes are hosts, the rest people. ``level`` of each host is its place in
    ``LEVELS``, ``enters`` the step in which he goes live.
    """

    starts: Whole
    targets: NDArray[np.int32]
    most: Floats
    kept: NDArray[np.float32]
    hosts: int
    level: Short
    enters: Whole

    @property
    def nodes(self) -> int:
        """Hosts and people."""
        return len(self.starts) - 1


def network(edges: Sequence[tuple[int, int, float]], nodes: int, seeds: Sequence[int] = ()) -> Network:
    """A network from a list of (from, to, odds) over ``nodes`` people.

    Every seed is reached for sure in step 0 by a tail host of his own, so people brought by others are imitators.
    """
    shifted = [(a + len(seeds), b + len(seeds), p) for a, b, p in edges]
    own = [(n, seed + len(seeds), 1.0) for n, seed in enumerate(seeds)]
    table = np.array([*own, *shifted], float).reshape(-1, 3)
    level = np.full(len(seeds), LEVELS.index(Tier.TAIL), np.int8)
    return csr(
        table[:, 0].astype(np.int64),
        table[:, 1].astype(np.int32),
        table[:, 2].astype(np.float32),
        nodes + len(seeds),
        level,
        np.zeros(len(seeds), np.int64),
    )


def csr(
    source: Whole,
    target: NDArray[np.int32],
    odds: NDArray[np.float32],
    nodes: int,
    level: Short,
    enters: Whole,
) -> Network:
    """A network from edges in any order: from, to and odds of each; ``level`` and ``enters`` of the hosts, which come first."""
    order = np.argsort(source, kind="stable")
    starts = np.concatenate([[0], np.bincount(source, minlength=nodes).cumsum()])
    rates = -np.log1p(-np.minimum(odds[order].astype(float), _CERTAIN))
    most = np.zeros(nodes)
    np.maximum.at(most, source[order], rates)
    kept = rates / np.maximum(most, 1e-300)[source[order]]
    return Network(starts, target[order], most, kept.astype(np.float32), len(level), level, enters)


def audience(
    hosts: Sequence[tuple[Tier, float, int]], reach: float, rule: SpreadRule, seed: int, scale: float = 1.0
) -> Network:
    """A made-up audience around the hosts of a plan.

    People know each other as in Chung & Lu: numbers of friends with a Pareto tail (``spreading.hubs``), ``friends`` on
    average. Each buyer brings ``reach`` others on average however many he knows, so his odds per friend are reach ÷ friends.
    Each host is linked to people at random, more to those with many friends, and brings his expected orders x ``scale``.

    Args:
        hosts: level, expected orders and step of each.
        reach: buyers brought by one buyer.
        rule: size of the audience.
        seed: the same seed gives the same people.
        scale: people of the picture per order, where the plan brings more orders than the picture has people for.
    """
    rng = np.random.default_rng(seed)
    people, count = int(rule.people), len(hosts)
    weight = np.sort(rng.pareto(rule.hubs, people) + 1)[::-1]
    pairs = round(people * rule.friends / 2)
    ladder = weight.cumsum()
    one, other = (_drawn(ladder, pairs, rng) for _ in range(2))
    apart = one != other
    source = np.concatenate([one[apart], other[apart]])
    target = np.concatenate([other[apart], one[apart]])
    friends = np.maximum(np.bincount(source, minlength=people), 1)
    odds = np.minimum(reach / friends[source], 1.0)
    buyers = [max(0.0, orders * scale) for _, orders, _ in hosts]
    seen = [np.unique(_drawn(ladder, min(people, int(np.ceil(2 * n))), rng)) for n in buyers]
    linked = [len(one) for one in seen]
    host_odds = [np.full(n, min(1.0, b / n) if n else 0.0) for b, n in zip(buyers, linked, strict=True)]
    return csr(
        np.concatenate([np.repeat(np.arange(count), linked), source + count]).astype(np.int64),
        np.concatenate([*seen, target]).astype(np.int32) + np.int32(count),
        np.concatenate([*host_odds, odds]).astype(np.float32),
        people + count,
        np.array([LEVELS.index(tier) for tier, _, _ in hosts], np.int8),
        np.array([step for _, _, step in hosts], np.int64),
    )


def _drawn(ladder: Floats, size: int, rng: np.random.Generator) -> Whole:
    """Places drawn in proportion to the steps of a running sum; a quick stand-in for ``rng.choice(p=…)``."""
    places = np.searchsorted(ladder, rng.random(size) * ladder[-1])
    return np.asarray(np.minimum(places, len(ladder) - 1))


def hosts_of(schedule: Schedule, rule: SpreadRule) -> list[tuple[Tier, float, int]]:
    """Level, expected orders and step of every session of a schedule, the first day being step 0."""
    if not schedule.bookings:
        return []
    start = min(one.day for one in schedule.bookings)
    return [
        (one.session.tier, one.session.orders, int((one.day - start).days // max(rule.step_days, 1)))
        for one in schedule.bookings
    ]
