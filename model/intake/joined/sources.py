"""The rows of refunds, settlement and commission files that count, and the order lines they speak of."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import pyarrow as pa

from model.batches import Batch, BatchKind, schema
from model.intake.joined.arrays import Ints, Mask
from model.intake.joined.linking import Link, link
from model.intake.joined.once import fresh, latest
from model.intake.joined.vectors import coded, yes

AMOUNTS: Final = {
    BatchKind.REFUNDS: ("refund_fen",),
    BatchKind.SETTLEMENT: ("settled_fen", "paid_fen", "refund_fen", "commission_fen", "fee_fen"),
    BatchKind.COMMISSION: ("commission_fen",),
}
"""What a kind of file tells of money."""


@dataclass(frozen=True, eq=False)
class Source:
    """The rows of one kind, platform and layout that count, in the order they were taken, and what they speak of.

    ``batch`` is the place of each row's batch in ``batches``; ``repeated`` and ``pending`` count rows left out of each.
    """

    kind: BatchKind
    batches: tuple[Batch, ...]
    table: pa.Table
    batch: Ints
    repeated: Ints
    pending: Ints
    link: Link


def stacked(batches: Sequence[Batch], shape: pa.Schema) -> tuple[pa.Table, Ints]:
    """The rows of several batches, words numbered alike, and the place of each row's batch."""
    tables = [batch.table.select(shape.names).cast(shape) for batch in batches]
    table = pa.concat_tables(tables).unify_dictionaries().combine_chunks()
    return table, np.repeat(np.arange(len(tables)), [one.num_rows for one in tables])


def allowing(table: pa.Table) -> Callable[[str], Mask | None]:
    """For a platform the lines its files may speak of; None for all of them."""
    codes, words = coded(table["platform"])
    names = words.to_pylist()

    def allowed(platform: str) -> Mask | None:
        if not platform or set(names) <= {platform, ""}:
            return None
        return np.isin(codes, [place for place, name in enumerate(names) if name in (platform, "")])

    return allowed


def sources(
    batches: Iterable[Batch], kind: BatchKind, lines: pa.Table, allowed: Callable[[str], Mask | None]
) -> list[Source]:
    """Batches of a kind by platform and layout, those taken last at the end."""
    found: dict[tuple[str, str], list[Batch]] = {}
    for batch in batches:
        if batch.kind is kind:
            key = (batch.platform, batch.layout)
            found[key] = [*found.pop(key, ()), batch]
    return [_source(group, lines, allowed(platform)) for (platform, _), group in found.items()]


def _source(batches: Sequence[Batch], lines: pa.Table, allowed: Mask | None) -> Source:
    kind = batches[0].kind
    table, batch = stacked(batches, schema(kind))
    done = yes(table["done"]) if kind is BatchKind.REFUNDS else np.ones(len(batch), bool)
    pending = np.bincount(batch[~done], minlength=len(batches))
    if not done.all():
        table, batch = table.filter(pa.array(done)), batch[done]
    stand = latest(table, batch) if kind is BatchKind.COMMISSION else fresh(table, batch, AMOUNTS[kind])
    repeated = np.bincount(batch[~stand], minlength=len(batches))
    if not stand.all():
        table, batch = table.filter(pa.array(stand)), batch[stand]
    return Source(kind, tuple(batches), table, batch, repeated, pending, link(lines, allowed, table))
