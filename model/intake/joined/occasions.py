"""Purchase occasions, a group and a calendar day with positive net spend, by sorting packed keys.

One number holds group, day and money, so that one plain sort brings together what belongs together; a grouping by
hash tables or by rows takes many times as long.
"""

from typing import Final

import numpy as np

from model.intake.joined.arrays import NO_DAY, NONE, Ints, runs

_BITS: Final = 63


def occasions(group: Ints, day: Ints, net: Ints) -> tuple[Ints, Ints, Ints]:
    """Group, day and net spend of every occasion, by group and day; lines without group or day count for nothing."""
    there = (group != NONE) & (day != NO_DAY)
    if not there.all():
        group, day, net = group[there], day[there], net[there]
    if len(group) == 0:
        return group, day, net
    group, day, spent = _added(group, day, net)
    good = spent > 0
    return (group, day, spent) if good.all() else (group[good], day[good], spent[good])


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
    if _span(group, 0)[1] + width > _BITS:
        return _added(group, day, np.ones(len(group), np.int64))[:2]
    key = np.sort((group << width) | (day - first))
    key = key[runs(key)]
    return key >> width, (key & ((1 << width) - 1)) + first


def _added(group: Ints, day: Ints, net: Ints) -> tuple[Ints, Ints, Ints]:
    """The net of each group and day, by group and day."""
    (first, day_bits), (least, money_bits) = _span(day), _span(net)
    if _span(group, 0)[1] + day_bits + money_bits > _BITS:
        return _added_apart(group, day, net)
    key = group << (day_bits + money_bits)
    key |= (day - first) << money_bits
    key |= net - least
    key.sort()
    money = (key & ((1 << money_bits) - 1)) + least
    key >>= money_bits
    starts = runs(key)
    key = key[starts]
    return key >> day_bits, (key & ((1 << day_bits) - 1)) + first, np.add.reduceat(money, starts)


def _added_apart(group: Ints, day: Ints, net: Ints) -> tuple[Ints, Ints, Ints]:
    """The same where one number cannot hold it all."""
    order = np.lexsort((day, group))
    group, day = group[order], day[order]
    new = np.ones(len(group), bool)
    new[1:] = (group[1:] != group[:-1]) | (day[1:] != day[:-1])
    starts = np.flatnonzero(new)
    return group[starts], day[starts], np.add.reduceat(net[order], starts)


def _span(values: Ints, least: int | None = None) -> tuple[int, int]:
    """The least value and the bits that hold what all are above it."""
    low = int(values.min()) if least is None else least
    return low, (int(values.max()) - low).bit_length()
