"""The orders of a shop as the check for water sees them, and counts over groups of them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, TypeVar

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from model.authenticity.robust import Floats, Ints
from model.batches import Batch, BatchKind
from model.intake.joined.arrays import NO_DAY, NONE, Mask, runs
from model.intake.joined.sales import Named, Sales
from model.intake.joined.vectors import alike, distinct_keys, known, places, times, yes

T = TypeVar("T", bound=np.generic)

_HOUR: Final = 3600


@dataclass(frozen=True, eq=False)
class Orders:
    """One element an order, by its first line. ``host`` counts from 0; ``hosts`` stands for orders without one.

    ``buyer`` and ``address`` are ``NONE`` where masked, ``second`` ``NO_DAY`` where unknown; ``refunded`` in whole, ``early`` before
    shipping or within the hours of one night; ``can_early`` says whether the files could tell.
    ``rows`` are the places of those lines among the sold ones.
    """

    host: Ints
    hosts: int
    buyer: Ints
    second: Ints
    product: Ints
    quantity: Ints
    refunded: Mask
    early: Mask
    can_early: bool = True
    rows: Ints = field(default_factory=lambda: np.zeros(0, np.int64))
    address: Ints | None = None


def orders_of(sales: Sales, refunds: Sequence[Batch], hours: float, among: Named | None = None) -> Orders:
    """The orders of the sold lines; ``refunds`` are batches that say when money went back.

    ``among`` are the hosts of the sales with further ones behind them, if there are any.
    """
    codes, count = sales.orders
    first = np.arange(count) if count == len(codes) else _firsts(codes, count)
    shipped, told = _of(sales, yes(sales.table["shipped"])), _of(sales, known(sales.table["shipped"]))
    paid_at = _of(sales, times(sales.table["paid_at"]))
    back = _refund_times(sales, refunds)
    refunded = ~sales.stands_paid
    at_night = (back != NO_DAY) & (paid_at != NO_DAY) & (back - paid_at <= hours * _HOUR) & (back >= paid_at)
    early = (refunded & told & ~shipped) | at_night
    hosts = among or sales.hosts
    host = np.where(hosts.codes == NONE, hosts.count, hosts.codes)

    def once(values: NDArray[T]) -> NDArray[T]:
        return values if count == len(codes) else values[first]

    return Orders(
        once(host),
        hosts.count,
        once(sales.customer),
        once(paid_at),
        once(sales.products.codes),
        once(sales.number("quantity")),
        once(refunded),
        once(early),
        bool(told.any() or (back != NO_DAY).any()),
        first,
        _addresses(sales, first),
    )


def _addresses(sales: Sales, first: Ints) -> Ints | None:
    """Where the orders went, as numbers; None where no file tells."""
    column = sales.table["address"]
    if column.null_count == len(column):
        return None
    return _of(sales, distinct_keys(column)[0])[first]


def _firsts(codes: Ints, count: int) -> Ints:
    first = np.empty(count, np.int64)
    first[codes[::-1]] = np.arange(len(codes))[::-1]
    return first


def _of(sales: Sales, values: NDArray[T]) -> NDArray[T]:
    return values if sales.rows is None else values[sales.rows]


def _refund_times(sales: Sales, batches: Sequence[Batch]) -> Ints:
    """When the money of every line's order went back first, ``NO_DAY`` where no file says."""
    tables = [batch.table for batch in batches if batch.kind is BatchKind.REFUNDS]
    nothing = np.full(sales.lines, NO_DAY)
    if not tables:
        return nothing
    table = pa.concat_tables(tables, promote_options="default")
    mine, theirs = alike(sales.table["order_id"], table["order_id"])
    at = times(table["at"])
    use = np.flatnonzero(yes(table["done"]) & (at != NO_DAY) & (theirs != NONE))
    if not len(use):
        return nothing
    use = use[np.lexsort((at[use], theirs[use]))]
    use = use[runs(theirs[use])]
    where = places(mine, theirs[use])
    return _of(sales, np.where(where == NONE, NO_DAY, at[use][where]))


@dataclass(frozen=True, eq=False)
class Cells:
    """Orders counted by two keys: host (or the rest of the shop) and something else."""

    host: Ints
    other: Ints
    count: Ints


def cells(host: Ints, other: Ints) -> Cells:
    """How many orders each host has of each other thing, by host and thing."""
    width = int(other.max(initial=0)) + 1
    keys = np.sort(host * width + other)
    starts = runs(keys)
    counts = np.diff(np.append(starts, len(keys)))
    return Cells(keys[starts] // width, keys[starts] % width, counts)


def densest(host: Ints, hosts: int, second: Ints, minutes: float) -> tuple[Ints, Ints]:
    """For every host the most orders within so many minutes, and how many have a time."""
    there = (second != NO_DAY) & (host < hosts)
    who, at = host[there], second[there]
    if not len(who):
        return np.zeros(hosts, np.int64), np.zeros(hosts, np.int64)
    start = at - at.min()
    width = int(start.max()) + int(minutes * 60) + 2
    keys = np.sort(who * width + start)
    ends = np.searchsorted(keys, keys + int(minutes * 60), side="right")
    within = ends - np.arange(len(keys))
    most = np.zeros(hosts, np.int64)
    np.maximum.at(most, keys // width, within)
    return most, np.bincount(who, minlength=hosts)


def shares_elsewhere(groups: Cells, hit: Cells, hosts: int, prior: float, hold: float) -> Floats:
    """The share of hits each host's own mix of things has elsewhere in the shop.

    Of every thing the share among the orders of all others, drawn to that of the whole shop and this to the prior.
    """
    things = int(groups.other.max(initial=0)) + 1
    total, struck = np.bincount(groups.other, groups.count, things), np.bincount(hit.other, hit.count, things)
    width = max(things, int(hit.other.max(initial=0)) + 1)
    keys = groups.host * width + groups.other
    own = np.zeros(len(keys))
    own[np.searchsorted(keys, hit.host * width + hit.other)] = hit.count
    all_of, all_hit = (
        np.bincount(groups.host, groups.count, hosts + 1),
        np.bincount(groups.host, own, hosts + 1),
    )
    level = (all_hit.sum() - all_hit + hold * prior) / (all_of.sum() - all_of + hold)
    elsewhere = (struck[groups.other] - own + hold * level[groups.host]) / (
        total[groups.other] - groups.count + hold
    )
    sums = np.bincount(groups.host, elsewhere * groups.count, hosts + 1)
    found: Floats = (sums / np.maximum(all_of, 1))[:hosts]
    return found
