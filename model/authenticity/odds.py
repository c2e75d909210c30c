"""How much a sign weighs: log-likelihood ratios of padding, and what they make of a host together."""

import math
from typing import Final, NamedTuple

import numpy as np
from scipy import special

from model.authenticity.robust import Floats, Ints
from model.normal import Z80
from model.waterrules import WaterRule

_SHARES: Final = 24
"""So many shares of water stand for their distribution."""
_STEEP: Final = 300.0
"""Beyond this power of e a ratio is capped in any case."""
_GRID: Final = 100
_MANY: Final = 5000
"""Beyond so many hosts their ranges are read from a table."""
_ODDS: Final = 201
_STEPS: Final = 21
_MOST: Final = 0.999
_LOW: Final = 0.1
_HIGH: Final = 0.9


class Belief(NamedTuple):
    """What is believed of hosts: odds of padding, authenticity 0-1 and its 80 % range."""

    padded: Floats
    value: Floats
    low: Floats
    high: Floats


def shift_weight(residual: Floats, spread: Floats, rule: WaterRule) -> Floats:
    """How far a figure below its peers speaks for padding; the further below the more.

    With a share w of water a figure that should be y is y + ln(1-w) beside the followers (or views) shown, so the
    ratio of likelihoods is the mean of ``exp((r d - d^2/2) / s^2)`` over d = ln(1-w), w by the water prior, normal
    errors of spread s. Far above its peers a figure clears nobody further: views can be bought as well.
    """
    residual = np.minimum(residual, Z80 * spread)
    ranks = (np.arange(_SHARES) + 0.5) / _SHARES
    drop = np.log1p(-special.betaincinv(rule.water_a, rule.water_b, ranks))
    scaled = (1 / spread**2)[:, None]
    power = (residual[:, None] * drop - drop**2 / 2) * scaled
    found: Floats = np.log(np.exp(np.minimum(power, _STEEP)).mean(axis=1))
    return found


def sign_weight(deviation: Floats, share: float, rule: WaterRule) -> Floats:
    """How far a figure above its peers by so many robust deviations speaks for padding.

    Honest hosts are normal with a few outliers; of the padded ones ``share`` show the sign. Beyond the place where
    the ratio is largest it stays, as honest outliers lie there, too.
    """
    honest = _mixed(deviation, rule.outlier_share, 0.0, rule.outlier_spread)
    shown = _normal(deviation, rule.sign_middle, rule.sign_spread)
    best = _best(rule)
    at_best = _normal(best, rule.sign_middle, rule.sign_spread) / _mixed(
        np.array([best]), rule.outlier_share, 0.0, rule.outlier_spread
    )
    ratio = np.where(deviation > best, at_best, shown / honest)
    found: Floats = np.log1p(share * (ratio - 1))
    return found


def _normal(z: Floats | float, middle: float = 0.0, spread: float = 1.0) -> Floats:
    """The density of a normal distribution."""
    found: Floats = np.exp(-0.5 * ((np.asarray(z) - middle) / spread) ** 2) / (
        spread * math.sqrt(2 * math.pi)
    )
    return found


def _mixed(z: Floats, share: float, middle: float, spread: float) -> Floats:
    found: Floats = (1 - share) * _normal(z) + share * _normal(z, middle, spread)
    return found


def _best(rule: WaterRule) -> float:
    """Where a sign tells the most."""
    z = np.linspace(0.0, 10.0, 401)
    ratio = _normal(z, rule.sign_middle, rule.sign_spread) / _mixed(
        z, rule.outlier_share, 0.0, rule.outlier_spread
    )
    return float(z[int(np.argmax(ratio))])


def believe(total: Floats, implied: Floats, rule: WaterRule) -> Belief:
    """What evidence makes of the prior.

    Args:
        total: sum of the capped log-likelihood ratios of each host.
        implied: share of water 0-1 that his figures imply; not a number where none does.

    A padded host has water by the water prior updated with the implied share, an honest one the little that every
    account has; what is believed is the mixture of both (science of the house, section 3.4).
    """
    odds = math.log(rule.padded_prior) - math.log1p(-rule.padded_prior) + rule.dependence * total
    padded = special.expit(odds)
    a, b = _updated(implied, rule)
    clean = rule.clean_a / (rule.clean_a + rule.clean_b)
    value = 1 - padded * a / (a + b) - (1 - padded) * clean
    if len(total) <= _MANY:
        return Belief(padded, value, *_range(padded, a, b, rule))
    low, high = _from_table(padded, implied, rule)
    return Belief(padded, value, np.minimum(low, value), np.maximum(high, value))


def _updated(implied: Floats, rule: WaterRule) -> tuple[Floats, Floats]:
    """The water prior updated with the share that figures imply, where they imply any."""
    told = np.where(np.isnan(implied), 0.0, rule.share_weight)
    share = np.nan_to_num(implied)
    return rule.water_a + told * share, rule.water_b + told * (1 - share)


def _from_table(padded: Floats, implied: Floats, rule: WaterRule) -> tuple[Floats, Floats]:
    """The ranges of many hosts, straight between those of a fine table of odds and shares."""
    odds, shares = np.linspace(0, 1, _ODDS), np.append(np.linspace(0, 1, _STEPS), np.nan)
    each, every = np.repeat(odds, len(shares)), np.tile(shares, len(odds))
    tables = [part.reshape(len(odds), -1) for part in _range(each, *_updated(every, rule), rule)]
    row, part = _between(padded, _ODDS)
    column, rest = _between(np.nan_to_num(implied), _STEPS)
    bare = np.isnan(implied)
    column, after = np.where(bare, _STEPS, column), np.where(bare, _STEPS, column + 1)
    rest = np.where(bare, 0.0, rest)

    def read(table: Floats) -> Floats:
        upper = table[row, column] * (1 - rest) + table[row, after] * rest
        lower = table[row + 1, column] * (1 - rest) + table[row + 1, after] * rest
        found: Floats = upper * (1 - part) + lower * part
        return found

    return read(tables[0]), read(tables[1])


def _between(values: Floats, steps: int) -> tuple[Ints, Floats]:
    """The step below each value 0-1 and how far it is towards the next."""
    scaled = np.clip(values, 0, 1) * (steps - 1)
    below = np.minimum(scaled.astype(np.int64), steps - 2)
    return below, scaled - below


def _range(padded: Floats, a: Floats, b: Floats, rule: WaterRule) -> tuple[Floats, Floats]:
    """The 80 % range of authenticity under the mixture, by the distribution of water over a grid."""
    edges = np.linspace(0.0, _MOST, _GRID + 1)
    middle = (edges[1:] + edges[:-1]) / 2
    power = np.outer(a - 1, np.log(middle)) + np.outer(b - 1, np.log1p(-middle))
    mass = np.exp(power - power.max(axis=1, keepdims=True))
    mass *= (padded / mass.sum(axis=1))[:, None]
    honest = np.diff(special.betainc(rule.clean_a, rule.clean_b, edges))
    mass += np.outer(1 - padded, honest / honest.sum())
    up_to = np.cumsum(mass, axis=1)
    return 1 - _where(up_to, mass, edges, _HIGH), 1 - _where(up_to, mass, edges, _LOW)


def _where(up_to: Floats, mass: Floats, edges: Floats, share: float) -> Floats:
    """Where a distribution over the grid reaches a share, straight between the edges."""
    place = np.minimum((up_to < share).sum(axis=1), up_to.shape[1] - 1)
    row = np.arange(len(place))
    within = (share - up_to[row, place] + mass[row, place]) / np.maximum(mass[row, place], 1e-300)
    found: Floats = edges[place] + np.clip(within, 0.0, 1.0) * (edges[1] - edges[0])
    return found
