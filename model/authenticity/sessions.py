"""What session files show beside the orders of the same hosts: viewers, and orders displayed against orders paid."""

import datetime as dt
from collections.abc import Sequence
from typing import Final

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


def shown_of(batches: Sequence[Batch], hosts: Named, found: Orders) -> Shown | None:
    """Viewers and displayed orders of every host over the sessions whose time is covered by the orders.

    A host of a session is known by id, else by name; None without any session of a host with orders.
    """
    start, end, who, viewers, displayed = _sessions(batches, hosts)
    if not len(who):
        return None
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
    )


def _summed(who: Ints, values: Floats, hosts: int) -> Floats:
    return np.bincount(who, values, hosts).astype(np.float64)


def _sessions(batches: Sequence[Batch], hosts: Named) -> tuple[Ints, Ints, Ints, Floats, Floats]:
    """Start, end, host, viewers and displayed orders of every session with all of them."""
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
    rows: list[tuple[int, int, int, float, float]] = []
    for batch in batches:
        if batch.kind is not BatchKind.SESSIONS:
            continue
        table = batch.table.select(
            ["host_id", "host", "start", "end", "minutes", "visitors", "views", "orders"]
        )
        for row in table.to_pylist():
            host = by_id.get(
                (batch.platform, row["host_id"]), by_name.get((batch.platform, row["host"]), NONE)
            )
            viewers = row["visitors"] or row["views"]
            if host == NONE or not row["start"] or not viewers:
                continue
            begun = int((row["start"] - _EPOCH).total_seconds())
            length = row["minutes"] * 60 if row["minutes"] else _AFTER
            ended = int((row["end"] - _EPOCH).total_seconds()) if row["end"] else begun + int(length)
            rows.append((begun, ended, host, float(viewers), float(row["orders"] or 0)))
    columns = np.array(rows, np.float64).reshape(-1, 5).T
    whole = columns[:3].astype(np.int64)
    return whole[0], whole[1], whole[2], columns[3], columns[4]


def _within(found: Orders, who: Ints, start: Ints, end: Ints) -> Floats:
    """How many orders of a host lie between two moments."""
    there = np.flatnonzero(found.second != NO_DAY)
    base = int(min(found.second[there].min(initial=0), start.min(initial=0)))
    width = int(max(found.second[there].max(initial=0), end.max(initial=0))) - base + 2
    keys = np.sort(found.host[there] * width + found.second[there] - base)
    ends = np.searchsorted(keys, who * width + end - base, side="right")
    return (ends - np.searchsorted(keys, who * width + start - base)).astype(np.float64)
