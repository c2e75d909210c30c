"""Word of mouth as a picture: independent cascades from the hosts of a plan over a made-up audience."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from model.errors import Cancelled
from model.launch.network import LEVELS, Floats, Network, Short, Whole, audience, hosts_of
from model.launch.season import Schedule
from model.policy import Policy

IMITATOR: Final = len(LEVELS)
"""Who was brought by another buyer; below it, by a host of that place in ``LEVELS``."""
_THREADS: Final = 2
_BATCH: Final = 10
"""Runs made side by side."""
_NEVER: Final = -1
_FULL: Final = 0.2
"""Share of the people of the picture that hosts bring at most; beyond it they would run into each other."""


@dataclass(frozen=True)
class Spread:
    """People reached up to each step, over seeded runs: (steps, 4) head, waist, tail, imitators.

    ``mean``, ``low`` and ``high`` (80 %) over the runs; ``totals`` of each run at its end. ``step`` and ``by`` tell for
    every person of the middle run when he was reached (-1 never) and by whom (place in ``LEVELS`` or ``IMITATOR``).
    """

    mean: Floats
    low: Floats
    high: Floats
    totals: Whole
    step: NDArray[np.int16]
    by: Short

    @property
    def per_buyer(self) -> float:
        """Imitators for every buyer brought by a host, on average."""
        direct = float(self.mean[-1, :IMITATOR].sum())
        return float(self.mean[-1, IMITATOR]) / direct if direct > 0 else 0.0


def picture(
    schedule: Schedule, policy: Policy, seed: int, cancelled: Callable[[], bool] = lambda: False
) -> Spread:
    """The cascade of a schedule with the usual reach; a plan too large for the made-up people is drawn to scale.

    Raises:
        Cancelled: when ``cancelled()`` turns true.
    """
    rule = policy.spreading
    reach = rule.reach_a / (rule.reach_a + rule.reach_b)
    hosts = hosts_of(schedule, rule)
    scale = min(1.0, _FULL * rule.people / max(sum(orders for _, orders, _ in hosts), 1.0))
    return spread(audience(hosts, reach, rule, seed, scale), int(rule.runs), seed, cancelled)


def spread(net: Network, runs: int, seed: int, cancelled: Callable[[], bool] = lambda: False) -> Spread:
    """Many runs of the cascade: whoever is reached has one chance with each edge in the step after.

    Runs are made in batches that draw from a seed of their own each (``seed``, number of the batch), so neither threads nor
    the number of runs change a run.

    Raises:
        Cancelled: when ``cancelled()`` turns true between two batches.
    """

    def batch(number: int) -> Whole:
        if cancelled():
            raise Cancelled
        return cascades(net, _BATCH, np.random.default_rng((seed, number)))[0]

    with ThreadPoolExecutor(_THREADS) as pool:
        kept = list(pool.map(batch, range(-(-runs // _BATCH))))
    steps = max(one.shape[1] for one in kept)
    whole = [np.pad(one, ((0, 0), (0, steps - one.shape[1]), (0, 0)), mode="edge") for one in kept]
    table = np.concatenate(whole)[:runs]
    totals = table[:, -1].sum(axis=1)
    middle = int(np.argsort(totals, kind="stable")[runs // 2])
    _, step, by = cascades(net, _BATCH, np.random.default_rng((seed, middle // _BATCH)))
    low, high = np.quantile(table, (0.1, 0.9), axis=0)
    at = middle % _BATCH
    return Spread(table.mean(axis=0), low, high, totals, step[at].copy(), by[at].copy())


def cascades(net: Network, runs: int, rng: np.random.Generator) -> tuple[Whole, NDArray[np.int16], Short]:
    """Several runs side by side, which shares the cost of each step among them.

    Gives people reached up to each step by whom (runs, steps, 4), and for every person of each run the step in which he
    was reached (-1 never) and by whom (runs, people).
    """
    step = np.full((runs, net.nodes), _NEVER, np.int16)
    by = np.full((runs, net.nodes), IMITATOR, np.int8)
    step[:, : net.hosts] = 0
    flat_step, flat_by = step.reshape(-1), by.reshape(-1)
    level = np.append(net.level, np.int8(IMITATOR))
    first = np.arange(runs)[:, None] * net.nodes
    last = int(net.enters.max(initial=0))
    fresh, now = np.empty(0, np.int64), 0
    reached = []
    while now <= last or len(fresh):
        front = (
            np.concatenate([(first + np.flatnonzero(net.enters == now)).ravel(), fresh])
            if now <= last
            else fresh
        )
        source, hit = _tried(net, front, rng)
        new = flat_step[hit] == _NEVER
        source, hit = source[new], hit[new]
        fresh, place = np.unique(hit, return_index=True)
        flat_step[fresh] = now
        flat_by[fresh] = level[np.minimum(source[place] % net.nodes, net.hosts)]
        cells = fresh // net.nodes * (IMITATOR + 1) + flat_by[fresh]
        reached.append(np.bincount(cells, minlength=runs * (IMITATOR + 1)).reshape(runs, -1))
        now += 1
    return np.cumsum(reached, axis=0, dtype=np.int64).swapaxes(0, 1), step[:, net.hosts :], by[:, net.hosts :]


def _tried(net: Network, front: Whole, rng: np.random.Generator) -> tuple[Whole, Whole]:
    """The edges out of the front that carry, as sources and targets (run x nodes + node); one may be named twice.

    An edge of rate r carries when a Poisson process of unit rate has a point on its stretch of length r. Points are
    thrown on stretches of the node's largest rate and thinned, so edges that do not carry are never looked at: exact, and
    several times quicker than a draw for each edge.
    """
    node = front % net.nodes
    begin, friends = net.starts[node], net.starts[node + 1] - net.starts[node]
    points = rng.poisson(net.most[node] * friends)
    of = np.repeat(np.arange(len(front)), points)
    edges = begin[of] + (rng.random(len(of)) * friends[of]).astype(np.int64)
    carries = rng.random(len(edges), dtype=np.float32) < net.kept[edges]
    of = of[carries]
    return front[of], front[of] - node[of] + net.targets[edges[carries]]
