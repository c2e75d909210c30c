"""The 1/10 sample of CDNOW as days of purchase, and occasions written out; for tests and benchmarks."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import pytest

from model.repurchase.purchases import Occasions

SAMPLE = Path(__file__).parents[2].parent / "shared/data/orders/CDNOW_sample.txt"
EPOCH = dt.date(1970, 1, 1)
needs_sample = pytest.mark.skipif(not SAMPLE.is_file(), reason=f"the shared example data is not at {SAMPLE}")


def day_number(text: str) -> int:
    """Days since 1970-01-01."""
    return (dt.date.fromisoformat(text) - EPOCH).days


def purchase_days(sample: Path = SAMPLE) -> list[set[int]]:
    """Of each of the 2,357 customers the days on which he bought, same-day lines counting once."""
    days = defaultdict(set)
    for line in sample.read_text("ascii").splitlines():
        _, customer, day, *_ = line.split()
        days[customer].add(day_number(day))
    return list(days.values())


def until(customers: Iterable[set[int]], last: int) -> list[set[int]]:
    """What an export of the day ``last`` would have held."""
    return [{day for day in days if day <= last} for days in customers]


def occasions(customers: Iterable[Iterable[int]]) -> Occasions:
    """Days by customer as occasions; customers without any are left out."""
    each = [sorted(set(days)) for days in customers if days]
    counts = np.array([len(days) for days in each], np.int64)
    return Occasions(
        np.array([d for days in each for d in days], np.int64), np.cumsum(counts) - counts, counts
    )
