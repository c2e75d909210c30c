"""A few hundred scenarios for all candidates at once: what the choice limits its risk by is what the report draws from.

The shocks and their tables are those of :mod:`model.matrix.draws`; here every host is drawn evenly (a Latin hypercube:
each of its equally likely slices occurs equally often), so that few scenarios keep every mean.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.special import betaincinv, ndtri

from model.matrix.candidates import Candidates
from model.matrix.draws import Few, Floats, Lot, Whole, lot_of, settled

LEVELS: Final = 256
"""Most slices of a host's table: a place in it fits one byte."""
_LEAST: Final = 0.01
"""Yuan an order must bring for its shocks to be told as multiples of that."""
_ORDERS: Final = 4096
"""Orders of scenarios that are drawn; hosts beyond so many take one of them, turned by some places."""


@dataclass(frozen=True)
class ScenarioDraws:
    """S scenarios for the n candidates of a table over H hosts, P platforms, K classes and W products.

    ``places`` (H, S) uint8: where each host stands in his table, the same for all his offers; ``tables`` (T, L) float32:
    mean multiplier of orders within each of L equally likely slices, ``kind`` (n,) the table of each candidate.
    Shared multipliers, float32, each row of mean 1: ``day`` (S,), ``platform`` (P, S), ``klass`` (K, S), ``returns``
    (W, S) on return rates, ``repeat`` (W, S) on what repeat purchases bring. ``lot`` holds the n candidates' own
    figures (orders, yuan, and where each stands in platform, class and product).
    """

    lot: Lot
    host: Whole
    kind: Whole
    places: NDArray[np.uint8]
    tables: Few
    day: Few
    platform: Few
    klass: Few
    returns: Few
    repeat: Few

    def orders(self, picked: Whole) -> Few:
        """Orders before stock of some candidates, shape (len(picked), S)."""
        lot = self.lot
        own = self.tables[self.kind[picked, None], self.places[self.host[picked]]]
        shared = self.day * self.platform[lot.platform[picked]] * self.klass[lot.klass[picked]]
        made: Few = own * shared * lot.raw[picked, None].astype(np.float32)
        return made

    def profits(self, picked: Whole) -> Few:
        """Long-run profit in yuan of some candidates, shape (len(picked), S): fees and samples taken off, guarantees and steps settled.

        Each candidate has the stock to himself, as in his expected profit: a limit on stock shares it out.
        """
        lot = self.lot
        asked = self.orders(picked)
        w = lot.product[picked]
        sold = np.minimum(asked, lot.stock[w][:, None].astype(np.float32))
        back = self.returns[w] * _column(lot.returns[picked])
        first = _column(lot.keep[picked]) - back * _column((lot.keep + lot.lose)[picked])
        later = (1 - back) * self.repeat[w] * _column(lot.repeat[picked])
        made: Few = sold * (first + later) - _column(lot.fixed[picked])
        for row, j in enumerate(picked.tolist()):
            if lot.rises[j] or lot.promised[j] > 0:
                given = settled(lot, j, asked[row], sold[row], self.returns[w[row]])
                made[row] += given.astype(np.float32)
        return made


@dataclass(frozen=True)
class Factors:
    """The scenarios as one multiplier on what each candidate brings before what is spent whatever comes.

    ``factor`` (F, S): shared shocks and the worth of an order, over their means, by ``at`` (n,) of the candidate;
    ``table`` (T, 256) by ``kind`` (n,) and ``code`` (H, S, uint8) of its host. A candidate brings its mean times
    ``factor[at] x table[kind, code[host]]``: exactly so without stock and guarantee, too little in bad scenarios with a
    guarantee (refunds rise when orders fall) or steps upwards (they are not reached), too much in good ones with a stock.
    """

    factor: Few
    at: Whole
    table: Few
    kind: Whole
    code: NDArray[np.uint8]


def factors(draws: ScenarioDraws) -> Factors:
    """What the choice needs of the scenarios; candidates that move together share a row of ``factor``."""
    lot = draws.lot
    keys = np.stack(
        [lot.platform, lot.klass, lot.product, *(_rounded(v) for v in (lot.keep, lot.repeat, lot.returns))]
    )
    _, first, at = np.unique(keys, axis=1, return_index=True, return_inverse=True)
    w = lot.product[first]
    back = draws.returns[w] * _column(lot.returns[first])
    keep, lose, repeat = (_column(v[first]) for v in (lot.keep, lot.lose, lot.repeat))
    each = keep - back * (keep + lose) + (1 - back) * draws.repeat[w] * repeat
    rate = _column(lot.returns[first])
    mean = keep - rate * (keep + lose) + (1 - rate) * repeat
    worth = np.where(np.abs(mean) > _LEAST, each / np.where(np.abs(mean) > _LEAST, mean, 1), 1)
    shared = draws.day * draws.platform[lot.platform[first]] * draws.klass[lot.klass[first]]
    table = np.ones((len(draws.tables), LEVELS), np.float32)
    table[:, : draws.tables.shape[1]] = draws.tables
    return Factors((shared * worth).astype(np.float32), at.astype(np.int64), table, draws.kind, draws.places)


def _rounded(values: Floats) -> Whole:
    """Yuan and shares to a ten-thousandth, so that equal ones are found equal."""
    return np.round(values * 1e4).astype(np.int64)


def scenario_draws(table: Candidates, scenarios: int, seed: int) -> ScenarioDraws:
    """Scenarios for all candidates of a table; the same seed gives the same.

    Args:
        table: candidates, at least one.
        scenarios: how many, S.
        seed: of the draws.
    """
    lot = lot_of(table, np.arange(len(table.items)), points=min(scenarios, LEVELS))
    rng = np.random.default_rng(seed)
    shocks = table.items[0].response.shocks

    def even(count: int, inverse: Callable[[int, Floats], Floats]) -> Few:
        """One row a factor: its slices' middles in an order of their own, scaled to mean 1."""
        middles = (np.arange(scenarios) + 0.5) / scenarios
        rows = np.array([rng.permutation(inverse(i, middles)) for i in range(count)])
        made: Few = (rows / rows.mean(1, keepdims=True)).astype(np.float32)
        return made

    def log_normal(sd: float) -> Callable[[int, Floats], Floats]:
        return lambda _, q: np.exp(sd * ndtri(q))

    return ScenarioDraws(
        lot,
        table.host.astype(np.int64),
        lot.kind,
        _places(len(table.hosts), scenarios, rng),
        np.stack(lot.tables),
        even(1, log_normal(shocks.day))[0],
        even(len(lot.platforms), log_normal(shocks.platform)),
        even(len(lot.classes), log_normal(shocks.klass)),
        even(len(table.worths), lambda w, q: _returned(table, w, q)),
        even(len(table.worths), lambda w, q: np.exp(table.worths[w].repeat_sd * ndtri(q))),
    )


def _returned(table: Candidates, w: int, q: Floats) -> Floats:
    """Quantiles of a product's return rate."""
    mean, strength = table.worths[w].basis.return_rate, table.worths[w].returns_strength
    if not (0 < mean < 1 and np.isfinite(strength)):
        return np.ones_like(q)
    return np.asarray(betaincinv(mean * strength, (1 - mean) * strength, q), float)


def _places(hosts: int, scenarios: int, rng: np.random.Generator) -> NDArray[np.uint8]:
    """For each host all his slices, equally often, in an order of his own."""
    levels = min(scenarios, LEVELS)
    slices = (np.arange(scenarios) * levels // scenarios).astype(np.uint8)
    size = min(hosts, _ORDERS)
    orders = rng.permuted(np.tile(slices, (size, 1)), axis=1)
    if hosts <= size:
        return orders
    ring = np.lib.stride_tricks.sliding_window_view(np.hstack([orders, orders]), scenarios, axis=1)
    every = np.arange(hosts)
    return np.asarray(ring[every % size, every // size % scenarios])


def _column(values: Floats) -> Few:
    return values[:, None].astype(np.float32)
