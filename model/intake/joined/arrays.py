"""Arrays of whole numbers and the runs in them."""

import datetime as dt
from typing import Final

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Mask = NDArray[np.bool_]

NONE: Final = -1
"""Stands for a missing word or id wherever those are numbered from 0."""
NO_DAY: Final = np.iinfo(np.int64).min
"""Stands for a missing day."""

_EPOCH: Final = dt.date(1970, 1, 1)


def runs(keys: NDArray[np.generic]) -> Ints:
    """Where each run of equal neighbours begins."""
    if len(keys) == 0:
        return np.empty(0, np.int64)
    new = np.empty(len(keys), bool)
    new[0] = True
    np.not_equal(keys[1:], keys[:-1], out=new[1:])
    return np.flatnonzero(new).astype(np.int64, copy=False)


def ranked(keys: Ints) -> tuple[Ints, int]:
    """Keys renumbered from 0 without gaps in ascending order, and how many there are.

    A stable sort: exports come nearly sorted by their ids, and that costs next to nothing.
    """
    if np.all(keys[1:] >= keys[:-1]):
        new = np.ones(len(keys), bool)
        np.not_equal(keys[1:], keys[:-1], out=new[1:])
        codes = np.cumsum(new, dtype=np.int64)
        codes -= 1
        return codes, int(codes[-1]) + 1 if len(codes) else 0
    order = np.argsort(keys, kind="stable")
    starts = runs(keys[order])
    counts = np.diff(np.append(starts, len(keys)))
    codes = np.empty(len(keys), np.int64)
    codes[order] = np.repeat(np.arange(len(starts)), counts)
    return codes, len(starts)


def day_number(day: dt.date) -> int:
    """Days since 1970-01-01."""
    return (day - _EPOCH).days


def day_of(number: int) -> dt.date | None:
    """The day of that number, None for ``NO_DAY``."""
    return None if number == NO_DAY else _EPOCH + dt.timedelta(number)
