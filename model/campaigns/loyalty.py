"""Who brings customers that come back: those each campaign won, followed from their first purchase on."""

import math
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from model.campaigns.facts import Campaigns
from model.intake.joined.arrays import NO_DAY, NONE, Ints, runs
from model.intake.joined.sales import Sales
from model.records import Estimate
from model.repurchase.rates import share_back
from model.shoprules import ResultRule

WINDOWS: Final = (30, 90)
"""Days from the first purchase within which the share that came back is stated."""


@dataclass(frozen=True, slots=True)
class Back:
    """The share of customers who bought again within ``days``, whatever and from whomever, by Kaplan-Meier.

    ``followed`` customers were seen that long, ``others_followed`` of the shop's others; a share is None where those
    are too few. ``verdict``: ``more`` or ``fewer`` where the range of the difference leaves out nothing, ``alike``
    where it does not, ``unknown`` where either is.
    """

    days: int
    share: Estimate | None
    followed: int
    others: Estimate | None
    others_followed: int
    verdict: str


@dataclass(frozen=True, slots=True)
class Loyalty:
    """Customers a campaign ``won``: known buyers whose first purchase in the shop came through it."""

    won: int
    back: tuple[Back, ...]


def loyalty(sales: Sales, campaigns: Campaigns, rule: ResultRule) -> tuple[Loyalty, ...]:
    """Of every campaign the customers it won, against all others of the shop."""
    count = len(campaigns)
    by, waits, came_back, follow = _followed(sales, campaigns)
    width = WINDOWS[-1] + 2
    cell = np.where(by == NONE, count, by) * width + np.minimum(waits, width - 1)
    shape = ((count + 1) * width,)
    ends = np.bincount(cell, minlength=shape[0]).reshape(-1, width)
    events = np.bincount(cell[came_back], minlength=shape[0]).reshape(-1, width)
    longer = np.array([np.bincount(by[(follow >= days) & (by != NONE)], minlength=count) for days in WINDOWS])
    everyone = [int((follow >= days).sum()) for days in WINDOWS]
    settled = np.array([_settled(by, waits, came_back, follow, days, count) for days in WINDOWS])
    own = _curves(ends[:count], events[:count])
    rest = _curves(ends.sum(axis=0) - ends[:count], events.sum(axis=0) - events[:count])
    won = ends[:count].sum(axis=1).tolist()
    found = []
    for place in range(count):
        backs = []
        for number, days in enumerate(WINDOWS):
            mine, theirs = int(longer[number, place]), everyone[number] - int(longer[number, place])
            answers = (settled[number, place], settled[number].sum() - settled[number, place])
            share = _share(own, place, days, int(answers[0]), mine, rule)
            others = _share(rest, place, days, int(answers[1]), theirs, rule)
            backs.append(Back(days, share, mine, others, theirs, compared(share, others)))
        found.append(Loyalty(won[place], tuple(backs)))
    return tuple(found)


def compared(own: Estimate | None, others: Estimate | None) -> str:
    """Whether one share is above the other beyond chance: the range of a difference from those of its parts.

    Newcombe 1998 (method 10), on 80 % ranges.
    """
    if own is None or others is None:
        return "unknown"
    difference = own.value - others.value
    low = difference - math.hypot(own.value - own.low, others.high - others.value)
    high = difference + math.hypot(own.high - own.value, others.value - others.low)
    return "more" if low > 0 else "fewer" if high < 0 else "alike"


Table = NDArray[np.float64]


def _followed(sales: Sales, campaigns: Campaigns) -> tuple[Ints, Ints, NDArray[np.bool_], Ints]:
    """Of every customer the campaign that won him, the wait to his second purchase, whether it came, and how long he was seen."""
    who, day, _ = sales.occasions
    starts = runs(who)
    counts = np.diff(np.append(starts, len(who)))
    first, came_back = day[starts], counts > 1
    second = day[np.where(came_back, starts + 1, starts)]
    last = sales.end if sales.end != NO_DAY else 0
    begun = np.full(len(sales.buyers) + 1, NO_DAY)
    begun[who[starts]] = first
    lines = np.flatnonzero(
        (sales.customer != NONE)
        & (sales.day != NO_DAY)
        & (sales.day == begun[sales.customer])
        & (sales.net > 0)
    )
    by = np.full(len(sales.buyers) + 1, NONE)
    by[sales.customer[lines][::-1]] = campaigns.of_line[lines][::-1]
    return by[who[starts]], np.where(came_back, second, last) - first, came_back, last - first


def _settled(
    by: Ints, waits: Ints, came_back: NDArray[np.bool_], follow: Ints, days: int, count: int
) -> Ints:
    """By campaign, those without one last: customers of whom it is known whether they came back so soon."""
    known = (came_back & (waits <= days)) | (follow >= days)
    return np.bincount(np.where(by == NONE, count, by)[known], minlength=count + 1)


def _curves(ends: Ints, events: Ints) -> tuple[Table, Table]:
    """Kaplan-Meier by day, one row each: the share still waiting, and Greenwood's variance of it."""
    at_risk = ends[:, ::-1].cumsum(axis=1)[:, ::-1].astype(float)
    left = at_risk - events
    waiting = np.cumprod(np.divide(left, at_risk, out=np.ones_like(left), where=at_risk > 0), axis=1)
    terms = np.divide(events, at_risk * left, out=np.zeros_like(left), where=left > 0)
    return waiting, waiting**2 * np.cumsum(terms, axis=1)


def _share(
    curves: tuple[Table, Table], place: int, days: int, settled: int, followed: int, rule: ResultRule
) -> Estimate | None:
    if followed < rule.least_followed:
        return None
    waiting, variance = (float(table[place, days]) for table in curves)
    return share_back(waiting, variance, settled)
