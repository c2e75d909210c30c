"""What is usual among peers of the same platform, category and size; small groups lean on wider ones."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from model.authenticity.robust import MAD, Floats, Ints, Line, huber_line, medians
from model.waterrules import WaterRule

_LEAST_SPREAD: Final = 0.3
"""The spread of a category is never below this part of that of its platform."""
_NARROW: Final = 1e-9
LEVELS: Final = ("platform", "size", "category_size")
"""The groups a host may be compared with, the widest first."""


@dataclass(frozen=True, eq=False)
class _Platform:
    """The usual curve of one platform: its places by size, and by category the height there and the spread."""

    nodes: Floats
    heights: Floats
    slope: float
    spreads: Floats


@dataclass(frozen=True, eq=False)
class Curve:
    """The usual ``y`` of hosts at ``x`` on their platform and category; platforms with few hosts have none."""

    platforms: dict[int, _Platform]

    def expected(self, platform: Ints, category: Ints, x: Floats) -> tuple[Floats, Floats]:
        """The usual figure and the spread around it, not a number where there are too few peers."""
        usual, spread = np.full(len(x), np.nan), np.full(len(x), np.nan)
        for number, one in self.platforms.items():
            here = np.flatnonzero((platform == number) & ~np.isnan(x))
            usual[here] = _height(one, category[here], x[here])
            spread[here] = one.spreads[category[here]]
        return usual, spread


@dataclass(frozen=True, eq=False)
class Against:
    """Figures beside those of peers: what is left, the spread, how many peers, and the narrowest group they fill."""

    usual: Floats
    rest: Floats
    spread: Floats
    peers: Ints
    level: Ints


def curve(
    platform: Ints,
    category: Ints,
    x: Floats,
    y: Floats,
    rule: WaterRule,
    slope: float = 0.0,
    rising: bool = False,
) -> Curve:
    """The usual curve of every platform with enough hosts of whom both figures are known.

    A Huber line on all hosts of the platform, then the middle of what is left by size, by category and by both, each
    drawn to the wider group by ``group_hosts``. Sizes are groups of equal number among the hosts themselves, no
    published limits; between their middles the curve is straight, and a ``rising`` one never falls.
    """
    known = ~(np.isnan(x) | np.isnan(y))
    found = {}
    for number in np.unique(platform[known]).tolist():
        here = np.flatnonzero(known & (platform == number))
        if len(here) >= rule.least_peers:
            found[number] = _fitted(
                category[here], int(category.max()) + 1, x[here], y[here], rule, slope, rising
            )
    return Curve(found)


def against(shape: Curve, platform: Ints, category: Ints, x: Floats, y: Floats, rule: WaterRule) -> Against:
    """Every host beside his peers; ``peers`` counts those of the narrowest group that is not too small."""
    usual, spread = shape.expected(platform, category, x)
    known = ~(np.isnan(usual) | np.isnan(y))
    width = int(category.max(initial=0)) + 1
    band = np.zeros(len(x), np.int64)
    for number, one in shape.platforms.items():
        here = np.flatnonzero(known & (platform == number))
        band[here] = _band(one.nodes, x[here])
    most = int(band.max(initial=0)) + 1
    sizes = (platform, platform * most + band, (platform * width + category) * most + band)
    counts = [_counted(key, known) for key in sizes]
    level = np.zeros(len(x), np.int64)
    for step in (1, 2):
        level[counts[step] >= rule.group_hosts] = step
    peers = np.choose(level, counts)
    return Against(usual, np.where(known, y - usual, np.nan), spread, peers, level)


def nothing(hosts: int) -> Against:
    """Hosts of whom nothing can be compared."""
    unknown, none = np.full(hosts, np.nan), np.zeros(hosts, np.int64)
    return Against(unknown, unknown, unknown, none, none)


def _counted(key: Ints, known: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> Ints:
    """For every host how many known ones have his key."""
    _, codes = np.unique(key, return_inverse=True)
    counts: Ints = np.bincount(codes[known], minlength=int(codes.max(initial=0)) + 1)[codes]
    return counts


def _fitted(
    category: Ints, categories: int, x: Floats, y: Floats, rule: WaterRule, slope: float, rising: bool
) -> _Platform:
    line = huber_line(x, y, slope, rule.slope_sd, rising)
    nodes = _nodes(x, rule)
    band = _band(nodes, x)
    rest = y - line.at(x)
    by_size = _leaning(*medians(rest, band, len(nodes)), rule)
    rest = rest - by_size[band]
    by_category = _leaning(*medians(rest, category, categories), rule)
    rest = rest - by_category[category]
    cells = category * len(nodes) + band
    by_both = _leaning(*medians(rest, cells, categories * len(nodes)), rule).reshape(categories, -1)
    rest = rest - by_both.ravel()[cells]
    heights = line.at(nodes) + by_size + by_category[:, None] + by_both
    if rising:
        heights = np.maximum.accumulate(heights, axis=1)
    return _Platform(nodes, heights, line.slope, _spreads(rest, category, categories, rule, line))


def _leaning(middle: Floats, count: Ints, rule: WaterRule) -> Floats:
    """Middles of groups drawn to nothing, the smaller the group the more."""
    leaning: Floats = middle * count / (count + rule.group_hosts)
    return leaning


def _nodes(x: Floats, rule: WaterRule) -> Floats:
    """The middles of groups of equal number by size."""
    bands = int(np.clip(len(x) // rule.band_hosts, 1, rule.bands))
    nodes = np.quantile(x, (np.arange(bands) + 0.5) / bands)
    apart: Floats = nodes[np.append(True, np.diff(nodes) > _NARROW)]
    return apart


def _band(nodes: Floats, x: Floats) -> Ints:
    """The group by size whose middle is nearest."""
    return np.searchsorted((nodes[1:] + nodes[:-1]) / 2, x).astype(np.int64)


def _height(one: _Platform, category: Ints, x: Floats) -> Floats:
    """The curve at these places, straight between the groups and along the line beyond them."""
    nodes = one.nodes
    if len(nodes) == 1:
        single: Floats = one.heights[category, 0] + one.slope * (x - nodes[0])
        return single
    left = np.clip(np.searchsorted(nodes, x) - 1, 0, len(nodes) - 2)
    inside = np.clip(x, nodes[0], nodes[-1])
    part = (inside - nodes[left]) / (nodes[left + 1] - nodes[left])
    heights = one.heights[category, left] * (1 - part) + one.heights[category, left + 1] * part
    found: Floats = heights + one.slope * (x - inside)
    return found


def _spreads(rest: Floats, category: Ints, categories: int, rule: WaterRule, line: Line) -> Floats:
    """The spread of every category, drawn to that of the platform, which is drawn to the prior."""
    count = len(rest)
    whole = MAD * float(np.median(np.abs(rest - np.median(rest)))) or line.spread
    square = (count * whole**2 + rule.spread_hosts * rule.spread**2) / (count + rule.spread_hosts)
    platform = float(np.sqrt(square))
    centre, of = medians(rest, category, categories)
    away, _ = medians(np.abs(rest - centre[category]), category, categories)
    own = np.log(np.maximum(MAD * away, _LEAST_SPREAD * platform))
    weight = of / (of + rule.group_hosts)
    found: Floats = np.exp(weight * own + (1 - weight) * np.log(platform))
    return found
