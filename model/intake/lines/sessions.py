"""The lines of a list of live sessions: who sold when, before how many people, and what came of it."""

from typing import Final

import numpy as np
import pyarrow as pa

from model.batches import BatchKind, Facts
from model.intake.lines.source import Column, Source
from model.intake.lines.understood import FEN, SECONDS, facts_of, row_numbers, shaped

_COUNTS: Final = (
    "impressions", "views", "visitors", "product_visitors", "product_clicks", "orders", "quantity", "buyers",
    "refund_orders", "hour_refund_orders", "new_fans",
)  # fmt: skip
_MONEY: Final = ("gmv", "net_gmv", "refund", "hour_refund", "commission", "ad")


def session_lines(source: Source) -> tuple[pa.Table, Facts]:
    """The sessions with a host and a start, in the shape of a sessions batch, and what was understood.

    A figure that cannot be read is told and left unknown: the others of its session still stand.
    """
    host_id, host = source.words("host_id"), source.words("host")
    start, end = source.times("start"), source.times("end")
    nobody, never = ~(host_id.known | host.known), ~start.known & ~start.faulty
    source.problem("required", nobody, "host" if source.has("host") else "host_id", {})
    source.problem("required", never, "start", {})
    keep = ~(nobody | never | start.faulty)
    money = {name: source.money(name) for name in _MONEY}
    columns = {
        "row": row_numbers(source),
        "host_id": host_id.arrow(),
        "host": host.arrow(),
        "start": start.arrow(SECONDS),
        "end": end.arrow(SECONDS),
        "minutes": _minutes(source, start, end).arrow(pa.float64()),
        **{name: source.counts(name).arrow(FEN) for name in _COUNTS},
        **{f"{name}_fen": column.arrow(FEN) for name, column in money.items()},
    }
    facts = facts_of(
        np.zeros(source.rows, bool), source, keep, start, (host_id, host), money["gmv"], money["refund"]
    )
    return shaped(BatchKind.SESSIONS, columns, keep), facts


def _minutes(source: Source, start: Column, end: Column) -> Column:
    """How long a session lasted, as told, else from its start to its end."""
    told = source.numbers("minutes")
    lasted = (end.values - start.values) / 60
    between = ~told.known & start.known & end.known & (lasted >= 0)
    return Column(np.where(between, lasted, told.values), told.known | between, told.faulty)
