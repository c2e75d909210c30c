"""Purchase occasions, a group and a calendar day with positive net spend, by sorting packed keys.

One number holds group, day and money, so that one plain sort brings together what belongs together; a grouping by
hash tables or by rows takes many times as long.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from model.intake.joined.arrays import NO_DAY, NONE, Ints, Mask, runs

_BITS: Final = 63
_HALF_BITS: Final = 31
"""That a number of half the bytes holds: it is sorted in half the time."""


@dataclass(frozen=True, eq=False)
class Visits:
    """Every group and day that a line has, by group and day: its net spend, and whether a line of it is marked."""

    group: Ints
    day: Ints
    net: Ints
    marked: Mask

    def occasions(self) -> tuple[Ints, Ints, Ints]:
        """Group, day and net spend of those with positive net spend."""
        good = self.net > 0
        if good.all():
            return self.group, self.day, self.net
        return self.group[good], self.day[good], self.net[good]


def visits(group: Ints, day: Ints, net: Ints, marked: Mask) -> Visits:
    """The visits that lines tell of; lines without group or day count for nothing."""
    there = (group != NONE) & (day != NO_DAY)
    if not there.all():
        group, day, net, marked = group[there], day[there], net[there], marked[there]
    return _added(group, day, net, marked) if len(group) else Visits(group, day, net, marked)


def occasions(group: Ints, day: Ints, net: Ints) -> tuple[Ints, Ints, Ints]:
    """Group, day and net spend of every occasion, by group and day; lines without group or day count for nothing."""
    return visits(group, day, net, np.zeros(len(group), bool)).occasions()


def occasion_days(group: Ints, day: Ints, net: Ints) -> tuple[Ints, Ints]:
    """Group and day of every occasion, by group and day. Quicker than :func:`occasions` where no net is negative."""
    if len(net) and net.min() < 0:
        return occasions(group, day, net)[:2]
    return days_of(group, np.where(net > 0, day, NO_DAY))


def days_of(group: Ints, day: Ints) -> tuple[Ints, Ints]:
    """Every group and day that a line has, once, by group and day."""
    there = (group != NONE) & (day != NO_DAY)
    if not there.all():
        group, day = group[there], day[there]
    if len(group) == 0:
        return group, day
    first, width = _span(day)
    bits = _span(group, 0)[1] + width
    if bits > _BITS:
        apart = _added_apart(group, day, np.zeros(len(group), np.int64), np.zeros(len(group), bool))
        return apart.group, apart.day
    key = group << width
    key += day
    key -= first
    if bits <= _HALF_BITS:
        key = np.sort(key.astype(np.int32))
        key = key[runs(key)].astype(np.int64)
    else:
        key.sort()
        key = key[runs(key)]
    return key >> width, (key & ((1 << width) - 1)) + first


def _added(group: Ints, day: Ints, net: Ints, marked: Mask) -> Visits:
    """The net of each group and day, and whether a line of it is marked."""
    (first, day_bits), (least, money_bits) = _span(day), _span(net)
    if _span(group, 0)[1] + day_bits + 1 + money_bits > _BITS:
        return _added_apart(group, day, net, marked)
    key = group << day_bits  # and the rest in place: every array of a million lines costs as much as its sums
    key += day
    key -= first
    key <<= 1
    key |= marked
    key <<= money_bits
    key += net
    key -= least
    key.sort()
    money = key & ((1 << money_bits) - 1)
    money += least
    key >>= money_bits
    mark = key.astype(np.uint8) & 1
    key >>= 1
    starts = runs(key)
    # A marked line stands behind those of its day that are not.
    last = mark[np.append(starts[1:], len(key)) - 1].astype(bool)
    key = key[starts]
    return Visits(
        key >> day_bits, (key & ((1 << day_bits) - 1)) + first, np.add.reduceat(money, starts), last
    )


def _added_apart(group: Ints, day: Ints, net: Ints, marked: Mask) -> Visits:
    """The same where one number cannot hold it all."""
    order = np.lexsort((day, group))
    group, day = group[order], day[order]
    new = np.ones(len(group), bool)
    new[1:] = (group[1:] != group[:-1]) | (day[1:] != day[:-1])
    starts = np.flatnonzero(new)
    sums, any_marked = np.add.reduceat(net[order], starts), np.logical_or.reduceat(marked[order], starts)
    return Visits(group[starts], day[starts], sums, any_marked)


def _span(values: Ints, least: int | None = None) -> tuple[int, int]:
    """The least value and the bits that hold what all are above it."""
    low = int(values.min()) if least is None else least
    return low, (int(values.max()) - low).bit_length()
