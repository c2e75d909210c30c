"""Head, waist and tail of anything that brings money: levels by share of net spend, Lorenz curve, Gini coefficient."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from model.intake.joined.arrays import Ints
from model.records import Tier
from model.shoprules import CustomerRule

Floats = NDArray[np.float64]

TIERS: Final = (Tier.HEAD, Tier.WAIST, Tier.TAIL)
"""What the numbers 0, 1, 2 of :attr:`Spread.tier` stand for."""
_POINTS: Final = 100


@dataclass(frozen=True, slots=True)
class TierFigures:
    """What one level brings. Members are customers or orders, ``times`` their occasions (of orders: the orders).

    ``mean_fen`` is spent per occasion; ``from_fen`` and ``to_fen`` are what the least and the largest member
    brings, all three None without members. Shares are 0-1 of all members and of all net spend.
    """

    tier: Tier
    members: int
    times: int
    net_fen: int
    members_share: float
    net_share: float
    mean_fen: float | None
    from_fen: int | None
    to_fen: int | None


@dataclass(frozen=True, eq=False)
class Spread:
    """How unevenly net spend lies on members.

    ``tier`` is 0, 1 or 2 for each member (see :data:`TIERS`). ``lorenz`` has at most 101 rows: share of the members,
    least first, and the share of net spend they bring. ``gini`` is 0 when all bring the same, near 1 when one brings all.
    """

    tier: NDArray[np.int8]
    tiers: tuple[TierFigures, ...]
    lorenz: Floats
    gini: float


def spread(net: Ints, times: Ints, rule: CustomerRule) -> Spread | None:
    """Levels and unevenness of members that bring ``net`` fen (each above 0) in ``times`` occasions; None without any.

    Head are the fewest members that bring the first ``head_spend`` of the sum, waist the fewest more that bring it to
    ``waist_spend``; of equal members those that come first are taken.
    """
    if not len(net):
        return None
    falling = np.sort(net.astype(np.int32) if net.max() < 2**31 else net)[::-1].astype(np.int64)
    cuts = _cuts(np.cumsum(falling), rule)
    tier = _levels(net, falling, cuts)
    often = np.bincount(tier, times, len(TIERS))
    figures = tuple(
        _figures(level, falling[low:high], round(count), len(net), int(falling.sum()))
        for level, (low, high), count in zip(TIERS, pairwise(cuts), often.tolist(), strict=True)
    )
    return Spread(tier, figures, _lorenz(falling[::-1]), _gini(falling[::-1]))


def _cuts(sums: Ints, rule: CustomerRule) -> tuple[int, int, int, int]:
    """Where each level begins and ends among members, largest first, from the running sums of what they bring."""
    # A millionth of a fen less keeps 0.8 x 1000 = 800.0000000000001 from asking for one more member.
    head, waist = (
        int(np.searchsorted(sums, share * sums[-1] - 1e-6)) + 1
        for share in (rule.head_spend, rule.waist_spend)
    )
    return 0, head, max(waist, head), len(sums)


def _levels(net: Ints, falling: Ints, cuts: Sequence[int]) -> NDArray[np.int8]:
    """The level of each member, from what all bring, largest first: sums are sorted sooner than members."""
    tier = np.full(len(net), len(TIERS) - 1, np.int8)
    for level in reversed(range(len(TIERS) - 1)):
        edge = falling[cuts[level + 1] - 1]
        tier[net > edge] = level
        equal = cuts[level + 1] - int((falling > edge).sum())
        tier[np.flatnonzero(net == edge)[:equal]] = level
    return tier


def _figures(level: Tier, spent: Ints, times: int, members: int, net: int) -> TierFigures:
    there = len(spent) > 0
    return TierFigures(
        level,
        len(spent),
        times,
        int(spent.sum()),
        len(spent) / members,
        float(spent.sum() / net),
        float(spent.sum() / times) if there else None,
        int(spent[-1]) if there else None,
        int(spent[0]) if there else None,
    )


def _lorenz(rising: Ints) -> Floats:
    """Points at (nearly) even shares of the members; with fewer than a hundred a point for each."""
    counts = np.unique(np.rint(np.linspace(0, len(rising), _POINTS + 1)).astype(np.int64))
    sums = np.concatenate(([0], np.cumsum(rising)))
    return np.stack((counts / len(rising), sums[counts] / sums[-1]), 1)


def _gini(rising: Ints) -> float:
    """2 sum(i x_i) / (n sum x) - (n + 1) / n over the members in rising order."""
    n = len(rising)
    weighted = float(np.arange(1, n + 1) @ rising.astype(float))
    return 2 * weighted / (n * float(rising.sum())) - (n + 1) / n
