"""Customers as purchase models see them: repeat occasions, when the last one was, how long they were followed."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.signedinteger]
_MOST_BITS, _HALF_BITS = 63, 31
ROUGHLY = 10_000
"""Distinct histories that find the neighbourhood of a maximum."""


@dataclass(frozen=True, eq=False)
class Histories:
    """Distinct histories with how many customers share each; all times in one unit (weeks, say).

    ``x`` repeat occasions, ``t_x`` time of the last one after the first, ``T`` follow-up after the first, ``weight``
    customers: arrays of one length. ``log_gaps`` is the sum of the logarithms of all gaps between occasions, which
    only models of regular buying need (0 when unknown).
    """

    x: Floats
    t_x: Floats
    T: Floats
    weight: Floats
    log_gaps: float = 0.0
    ticks: float = 1.0

    @cached_property
    def customers(self) -> float:
        """How many customers there are."""
        return float(self.weight.sum())

    @cached_property
    def counts(self) -> "Coded":
        """The numbers of repeats, each distinct one once."""
        return coded_steps(self.x, 1.0)

    @cached_property
    def by_count(self) -> Floats:
        """How many customers have each of the numbers of repeats."""
        return self.counts.sums(self.weight)

    @cached_property
    def days(self) -> "Coded":
        """All points in time, ``t_x`` first and ``T`` after, each distinct one once."""
        return coded_steps(np.concatenate((self.t_x, self.T)), self.ticks)

    def thinned(self, rows: int) -> "Histories | None":
        """About this many of the distinct histories, evenly out of all (they are in order); None when that is no saving."""
        every = len(self.x) // rows
        if every < 2:
            return None
        part = slice(None, None, every)
        return Histories(self.x[part], self.t_x[part], self.T[part], self.weight[part], ticks=self.ticks)


@dataclass(frozen=True, eq=False)
class Coded:
    """Distinct values and the place of each in the whole."""

    values: Floats
    places: Ints

    def sums(self, weights: Floats) -> Floats:
        """The weights added up by distinct value."""
        return np.bincount(self.places, weights, len(self.values)).astype(np.float64)


def coded(values: Floats) -> Coded:
    """Each distinct value once (ascending), so that logarithms and gammas are taken of few numbers."""
    distinct, places = np.unique(values, return_inverse=True)
    return Coded(distinct, places.astype(np.int64))


def coded_steps(values: Floats, ticks: float) -> Coded:
    """The same for whole steps: where they lie close together no sorting is needed."""
    steps = np.rint(values * ticks).astype(np.int64)
    if int(steps.max()) > 4 * len(steps) + 1000:
        return coded(values)
    there = np.bincount(steps) > 0
    return Coded(np.flatnonzero(there) / ticks, (np.cumsum(there) - 1)[steps])


def histories(
    x: ArrayLike, t_x: ArrayLike, T: ArrayLike, ticks: float = 1.0, log_gaps: float = 0.0
) -> Histories:
    """Put customers with the same history together.

    Args:
        x: repeat occasions of each customer, whole numbers.
        t_x: time of the last occasion after the first, same length.
        T: follow-up of each customer after the first occasion, same length.
        ticks: how many whole steps one unit of time has: 7 for weeks kept as days ÷ 7, 100 for two decimals.
        log_gaps: sum of the logarithms of all gaps, in the same unit.

    Raises:
        ValueError: lengths differ, no customer, negative numbers, or a last occasion after the end.
    """
    counts, last, end = (np.asarray(part, np.float64) for part in (x, t_x, T))
    if not len(counts) or not len(counts) == len(last) == len(end):
        raise ValueError("x, t_x and T must have one length and hold a customer")
    if min(counts.min(), last.min()) < 0 or np.any(last > end * (1 + 1e-12)):
        raise ValueError("x and t_x must not be negative, and t_x not after T")
    kept, weight = _distinct(*(_whole(part) for part in (counts, last * ticks, end * ticks)))
    return Histories(
        kept[0].astype(float), kept[1] / ticks, kept[2] / ticks, weight.astype(float), log_gaps, ticks
    )


def _whole(values: Floats) -> Ints:
    """Whole numbers, in half as many bytes where they fit: half the work for all that follows."""
    nearest = np.rint(values)
    return _narrow(nearest) if nearest.max() < 2**31 else _wide(nearest)


def _narrow(values: Floats | Ints) -> Ints:
    return values.astype(np.int32, copy=False)


def _wide(values: Floats | Ints) -> Ints:
    return values.astype(np.int64, copy=False)


def _distinct(x: Ints, t_x: Ints, T: Ints) -> tuple[tuple[Ints, Ints, Ints], Ints]:
    """Distinct triples of whole numbers and how often each occurs, in order.

    One sort of packed numbers, half as wide where they fit: a row-wise unique takes 60 times as long.
    """
    bits, count_bits = (int(part.max()).bit_length() or 1 for part in (T, x))
    size = 2 * bits + count_bits
    if size > _MOST_BITS:
        rows, often = np.unique(np.stack((x, t_x, T), 1), axis=0, return_counts=True)
        return (rows[:, 0], rows[:, 1], rows[:, 2]), often
    parts = (x, t_x, T)
    counts, lasts, ends = map(_narrow, parts) if size <= _HALF_BITS else map(_wide, parts)
    packed = np.sort((counts << (2 * bits)) | (lasts << bits) | ends)
    starts = np.flatnonzero(np.concatenate(([True], packed[1:] != packed[:-1])))
    often = np.diff(np.concatenate((starts, [len(packed)])))
    one, mask = packed[starts].astype(np.int64), (1 << bits) - 1
    return (one >> (2 * bits), (one >> bits) & mask, one & mask), often
