"""How long customers wait between two purchases, and how many of the second ones fall into festivals."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from model.intake.joined.arrays import Ints, Mask
from model.repurchase.purchases import Occasions

_BARS: Final = 24
_WIDTHS: Final = (1, 2, 3, 5, 7, 10, 14, 15, 30, 60, 90)
"""Days a bar may stand for."""
_MOST: Final = 0.95
"""Of the gaps shown; the rest is in the last bar."""

Window = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Gaps:
    """Gaps between purchases, counted by bars of ``width`` days; the last bar holds all that are longer.

    ``festival[k]`` of the gaps in bar k ended on a festival's days of buying, ``other[k]`` did not. Over all of them
    ``festival_share`` did, while such days are ``day_share`` of all days on which somebody bought again could have.
    """

    width: int
    festival: tuple[int, ...]
    other: tuple[int, ...]
    median: float
    festival_share: float
    day_share: float


def gaps(found: Occasions, last: int, windows: Sequence[Window]) -> Gaps | None:
    """All gaps between two occasions of one customer; None when nobody came back.

    Args:
        found: occasions of customers, days since 1970-01-01.
        last: the last day of the orders.
        windows: first and last day of every festival's days of buying.
    """
    wait = found.gaps
    if not len(wait):
        return None
    at_festival = within(found.day[found.repeats], windows)
    width = _width(wait)
    bar = np.minimum((wait - 1) // width, _BARS - 1)
    count = int(bar.max()) + 1
    bars = [np.bincount(bar[part], minlength=count).tolist() for part in (at_festival, ~at_festival)]
    every = np.arange(int(found.day.min()), last + 1)
    return Gaps(
        width,
        tuple(bars[0]),
        tuple(bars[1]),
        float(np.median(wait)),
        float(at_festival.mean()),
        float(within(every, windows).mean()),
    )


def within(days: Ints, windows: Sequence[Window]) -> Mask:
    """Which of the days lie in one of the windows."""
    inside = np.zeros(len(days), bool)
    for first, last in windows:
        inside |= (days >= first) & (days <= last)
    return inside


def _width(wait: Ints) -> int:
    long = float(np.quantile(wait, _MOST))
    return next((width for width in _WIDTHS if width * _BARS >= long), _WIDTHS[-1])
