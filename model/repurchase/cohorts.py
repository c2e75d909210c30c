"""Cohorts: customers by the month of their first purchase, and how many of them buy in each 30 days after it."""

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from model.intake.joined.arrays import Ints, runs

if TYPE_CHECKING:
    from model.repurchase.purchases import Occasions  # it loads what reads orders, which a shop may not have

PERIOD: Final = 30
"""Days."""
_EPOCH: Final = np.datetime64("1970-01-01", "D")


@dataclass(frozen=True, slots=True)
class Cohort:
    """Customers whose first occasion fell into one month.

    ``shares[k]`` of them bought in the (k+1)-th 30 days after their first occasion; None where not all of them were
    followed to its end.
    """

    month: dt.date
    customers: int
    shares: tuple[float | None, ...]


def cohorts(found: "Occasions", last: int, periods: int) -> tuple[Cohort, ...]:
    """Every month from the first to the last with new customers, ``periods`` long each.

    Args:
        found: occasions of customers, days since 1970-01-01.
        last: the last day of the orders.
        periods: how many times 30 days are followed.
    """
    if not len(found.starts):
        return ()
    first = found.day[found.starts]
    months = _months(first)
    count = int(months.max()) - int(months.min()) + 1
    row = months - months.min()
    active = _active(found, row, count, periods)
    size = np.bincount(row, minlength=count)
    latest = np.zeros(count, np.int64)
    np.maximum.at(latest, row, first)
    start = int(months.min())
    return tuple(
        Cohort(_month(start + k), int(size[k]), _shares(active[k], int(size[k]), int(last - latest[k])))
        for k in range(count)
        if size[k]
    )


def _active(found: "Occasions", row: Ints, count: int, periods: int) -> Ints:
    """Customers of each month who bought in each period."""
    since = found.day - np.repeat(found.day[found.starts], found.counts)
    period = (since - 1) // PERIOD
    inside = (since > 0) & (period < periods)
    again = found.owners[inside] * periods + period[inside]
    once = again[runs(again)]  # customer after customer, each one's days in order
    cell = row[once // periods] * periods + once % periods
    return np.bincount(cell, minlength=count * periods).reshape(count, periods).astype(np.int64)


def _shares(active: Ints, size: int, followed: int) -> tuple[float | None, ...]:
    whole = followed // PERIOD
    return tuple(n / size if k < whole else None for k, n in enumerate(active.tolist()))


def _months(days: Ints) -> Ints:
    return (_EPOCH + days.astype("timedelta64[D]")).astype("datetime64[M]").astype(np.int64)


def _month(number: int) -> dt.date:
    return dt.date(1970 + number // 12, number % 12 + 1, 1)
