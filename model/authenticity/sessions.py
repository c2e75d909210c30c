"""What session files show beside the orders of the same hosts: viewers and who opened the product, orders displayed and paid."""

import datetime as dt
import math
from collections.abc import Iterator, Sequence
from typing import Any, Final

import numpy as np

from model.authenticity.orderlines import Orders
from model.authenticity.orders import Shown
from model.authenticity.robust import Floats, Ints
from model.batches import Batch, BatchKind
from model.intake.joined.arrays import NO_DAY, NONE
from model.intake.joined.sales import Named

_EPOCH: Final = dt.datetime(1970, 1, 1)  # noqa: DTZ001 - times of files have no zone
_AFTER: Final = 1800
"""Seconds after a session in which its orders are still paid."""
_COLUMNS: Final = (
    "host_id", "host", "start", "end", "minutes", "visitors", "views", "orders", "product_visitors", "product_clicks",
)  # fmt: skip


def hosts_of(batches: Sequence[Batch], sold: Named) -> Named:
    """The hosts of the orders, and behind them those whom only session files name: they sold nothing."""
    known = set(zip(sold.platforms, sold.ids, strict=True)) | set(
        zip(sold.platforms, sold.names, strict=True)
    )
    more: dict[tuple[str, str], tuple[str, str]] = {}
    for batch, row in _rows(batches):
        id_, name = row["host_id"] or "", row["host"] or ""
        fresh = not {(batch.platform, word) for word in (id_, name) if word} & known
        if fresh and (id_ or name):
            more.setdefault((batch.platform, id_ or name), (id_, name))
    return Named(
        sold.codes,
        (*sold.ids, *(id_ for id_, _ in more.values())),
        (*sold.names, *(name for _, name in more.values())),
        (*sold.platforms, *(platform for platform, _ in more)),
    )


def shown_of(batches: Sequence[Batch], hosts: Named, found: Orders, enter_share: float) -> Shown | None:
    """What sessions show of every host; None without any session of a host.

    Orders are compared over the sessions whose time is covered by the orders. A host of a session is known by id, else
    by name; ``enter_share`` is the usual share of viewers who open the product.
    """
    start, end, who, viewers, displayed, entered = _sessions(batches, hosts)
    if not len(who):
        return None
    told = ~np.isnan(entered)
    watched = _summed(who[told], viewers[told], hosts.count)
    opened = _summed(who[told], entered[told], hosts.count)
    there = found.second != NO_DAY
    first = int(found.second[there].min()) if there.any() else 0
    last = int(found.second[there].max()) if there.any() else 0
    inside = (start >= first - _AFTER) & (end <= last + _AFTER)
    start, end, who = start[inside], end[inside], who[inside]
    paid = _within(found, who, start, end + _AFTER)
    return Shown(
        _summed(who, viewers[inside], hosts.count),
        _summed(who, displayed[inside], hosts.count),
        _summed(who, paid, hosts.count),
        watched,
        opened,
        enter_share,
    )


def _summed(who: Ints, values: Floats, hosts: int) -> Floats:
    return np.bincount(who, values, hosts).astype(np.float64)


def _rows(batches: Sequence[Batch]) -> Iterator[tuple[Batch, dict[str, Any]]]:
    for batch in batches:
        if batch.kind is BatchKind.SESSIONS:
            for row in batch.table.select(list(_COLUMNS)).to_pylist():
                yield batch, row


def _sessions(batches: Sequence[Batch], hosts: Named) -> tuple[Ints, Ints, Ints, Floats, Floats, Floats]:
    """Start, end, host, viewers, displayed orders and viewers who opened the product (nan: untold) of every session."""
    by_id = {
        (platform, id_): n
        for n, (platform, id_) in enumerate(zip(hosts.platforms, hosts.ids, strict=True))
        if id_
    }
    by_name = {
        (platform, name): n
        for n, (platform, name) in enumerate(zip(hosts.platforms, hosts.names, strict=True))
        if name
    }
    rows: list[tuple[int, int, int, float, float, float]] = []
    for batch, row in _rows(batches):
        host = by_id.get((batch.platform, row["host_id"]), by_name.get((batch.platform, row["host"]), NONE))
        viewers = row["visitors"] or row["views"]
        if host == NONE or not row["start"] or not viewers:
            continue
        opened = row["product_visitors"] if row["visitors"] else row["product_clicks"]
        begun = int((row["start"] - _EPOCH).total_seconds())
        length = row["minutes"] * 60 if row["minutes"] else _AFTER
        ended = int((row["end"] - _EPOCH).total_seconds()) if row["end"] else begun + int(length)
        entered = math.nan if opened is None else min(float(opened), float(viewers))
        rows.append((begun, ended, host, float(viewers), float(row["orders"] or 0), entered))
    columns = np.array(rows, np.float64).reshape(-1, 6).T
    whole = columns[:3].astype(np.int64)
    return whole[0], whole[1], whole[2], columns[3], columns[4], columns[5]


def _within(found: Orders, who: Ints, start: Ints, end: Ints) -> Floats:
    """How many orders of a host lie between two moments."""
    there = np.flatnonzero(found.second != NO_DAY)
    base = int(min(found.second[there].min(initial=0), start.min(initial=0)))
    width = int(max(found.second[there].max(initial=0), end.max(initial=0))) - base + 2
    keys = np.sort(found.host[there] * width + found.second[there] - base)
    ends = np.searchsorted(keys, who * width + end - base, side="right")
    return (ends - np.searchsorted(keys, who * width + start - base)).astype(np.float64)
