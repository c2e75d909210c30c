"""What every kind of sheet shares: the table in its fixed shape, and the facts that are told of it."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from model.batches import CNY, BatchKind, Facts, schema
from model.intake.lines.source import Bools, Column, Source, Words, nulls

SECONDS: Final = pa.timestamp("s")
FEN: Final = pa.int64()


def shaped(kind: BatchKind, columns: Mapping[str, pa.Array], keep: Bools) -> pa.Table:
    """The kept lines in the shape of their kind; a column nobody gave is unknown."""
    shape = schema(kind)
    rows = len(keep)
    arrays = [columns[field.name] if field.name in columns else pa.nulls(rows, field.type) for field in shape]
    table = pa.table(arrays, schema=shape)
    return table if keep.all() else table.filter(pa.array(keep))


def days_of(when: Column, rows: Bools) -> tuple[dt.date | None, dt.date | None]:
    """The first and the last calendar day of these lines."""
    seconds = when.values[rows & when.known]
    if not len(seconds):
        return None, None
    return _day(int(seconds.min())), _day(int(seconds.max()))


def _day(seconds: int) -> dt.date:
    return dt.date(1970, 1, 1) + dt.timedelta(seconds // 86_400)


def currency_of(source: Source) -> str:
    """The currency the amounts are told in: another one than the yuan if any column names it."""
    named = [name for name in source.currencies if name]
    return next((name for name in named if name != CNY), CNY)


def counted(hosts: Sequence[Words], rows: Bools) -> int:
    """How many hosts these lines name, by id where there are ids."""
    named = hosts[0] if hosts[0].known.any() else hosts[1]
    return named.count(rows)


def facts_of(
    passed: Bools,
    source: Source,
    keep: Bools,
    when: Column,
    hosts: Sequence[Words],
    paid: Column,
    refunded: Column,
) -> Facts:
    """What was understood of a sheet that is no order list; ``passed`` lines were none of its business."""
    first, last = days_of(when, keep)
    return Facts(
        lines=int(np.count_nonzero(~passed)),
        set_aside=int(np.count_nonzero(~(keep | passed))),
        first_day=first,
        last_day=last,
        refunded_lines=int(np.count_nonzero(keep & (refunded.values > 0))),
        paid_fen=int(paid.values[keep].sum()),
        refunded_fen=int(refunded.values[keep].sum()),
        hosts=counted(hosts, keep),
        currency=currency_of(source),
    )


def passed_over(source: Source, ids: Sequence[pa.Array], ignored: Bools | None = None) -> Bools:
    """Lines that speak of no order: deposits, withdrawals, sums by month; they are counted, not listed."""
    none = np.ones(source.rows, bool)
    for column in ids:
        none &= nulls(column)
    none = none if ignored is None else none | ignored
    count = int(np.count_nonzero(none))
    if count:
        source.findings.note("lines_without_order", {"count": count, "rows": source.rows})
    return none


def row_numbers(source: Source) -> pa.Array:
    """The spreadsheet's number of every line."""
    lines: NDArray[np.int32] = source.sheet.lines
    return pa.array(lines, pa.int32())
