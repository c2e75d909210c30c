"""The rows of refunds, settlement and commission files that count, and the order lines they speak of.

What a layout tells (``tells`` of :class:`model.intake.layouts.layout.Layout`) and the names of platforms and layouts
decide which file is believed, never the order in which files were taken.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
import pyarrow as pa

from model.batches import Batch, BatchKind, schema
from model.intake.joined.arrays import Ints, Mask
from model.intake.joined.events import united
from model.intake.joined.linking import FAR, NEAR, OWN, Link, link
from model.intake.joined.once import fresh, latest
from model.intake.joined.vectors import coded, yes
from model.intake.layouts.layouts import layouts

AMOUNTS: Final = {
    BatchKind.REFUNDS: ("refund_fen",),
    BatchKind.SETTLEMENT: ("settled_fen", "paid_fen", "refund_fen", "commission_fen", "fee_fen"),
    BatchKind.COMMISSION: ("commission_fen",),
}
"""What a kind of file tells of money."""
AGENCY: Final = "agency"
"""What lists of the fees of agencies tell; all other lists of commissions tell those of hosts."""
OWN_TABLES: Final = frozenset({"", "other"})
"""The platforms of tables that are of none."""
_TRUST: Final = ("settlement", "ledger", "insurance")
"""Statements of account, the one that is right about an event first."""


@dataclass(frozen=True, eq=False)
class Source:
    """The rows of one kind, platform and layout that count, and what they speak of; all statements are one source.

    ``tells`` is the cost its layout is about. ``batch`` is the place of each row's batch in ``batches``; ``repeated``
    and ``pending`` count rows left out of each.
    """

    kind: BatchKind
    tells: str
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


def nearing(table: pa.Table) -> Callable[[str], Ints | None]:
    """For a platform how near each line is to its files (see :func:`link`); None where all lines are alike to them.

    Lines of an own table may be of any platform, and an own table may speak of the lines of any.
    """
    codes, words = coded(table["platform"])
    names = words.to_pylist()

    def near(platform: str) -> Ints | None:
        mine = OWN_TABLES if platform in OWN_TABLES else {platform}
        others = FAR if platform not in OWN_TABLES else OWN
        by_name = [NEAR if name in mine else OWN if name in OWN_TABLES else others for name in names]
        alike = len(set(by_name)) == 1 and FAR not in by_name
        return None if alike else np.array([*by_name, FAR], np.int64)[codes]

    return near


def sources(
    batches: Iterable[Batch], kind: BatchKind, lines: pa.Table, near: Callable[[str], Ints | None]
) -> list[Source]:
    """Batches of a kind by platform and layout, those of a platform after own tables; the last one is right.

    Statements of account of a platform make one source: what they tell adds up, the same event counts once.
    """
    found: dict[tuple[bool, str, str], list[Batch]] = {}
    for batch in batches:
        if batch.kind is kind:
            layout = "" if kind is BatchKind.SETTLEMENT else batch.layout
            found.setdefault((batch.platform not in OWN_TABLES, batch.platform, layout), []).append(batch)
    return [_source(sorted(found[key], key=_trust), lines, near(key[1])) for key in sorted(found)]


@cache
def _told_by(kind: BatchKind, name: str) -> str:
    """What cost a layout is about; a merchant's own one is about the usual."""
    told = next((layout.tells for layout in layouts(kind) if layout.name == name), "")
    return told or (_TRUST[0] if kind is BatchKind.SETTLEMENT else "")


def _trust(batch: Batch) -> tuple[int, str]:
    told = _told_by(batch.kind, batch.layout)
    return (_TRUST.index(told) if told in _TRUST else len(_TRUST), batch.layout)


def _source(batches: Sequence[Batch], lines: pa.Table, near: Ints | None) -> Source:
    kind = batches[0].kind
    tells = _told_by(kind, batches[0].layout)
    table, batch = stacked(batches, schema(kind))
    done = yes(table["done"]) if kind is BatchKind.REFUNDS else np.ones(len(batch), bool)
    pending = np.bincount(batch[~done], minlength=len(batches))
    if not done.all():
        table, batch = table.filter(pa.array(done)), batch[done]
    names = list(dict.fromkeys(one.layout for one in batches))
    teller = np.array([names.index(one.layout) for one in batches])[batch]
    stand = (
        latest(table, batch) if kind is BatchKind.COMMISSION else _new(table, batch, teller, AMOUNTS[kind])
    )
    repeated = np.bincount(batch[~stand], minlength=len(batches))
    if not stand.all():
        table, batch, teller = table.filter(pa.array(stand)), batch[stand], teller[stand]
    if len(names) > 1:
        table, stand = united(table, teller)
        repeated += np.bincount(batch[~stand], minlength=len(batches))
        batch = batch[stand]
    return Source(kind, tells, tuple(batches), table, batch, repeated, pending, link(lines, near, table))


def _new(table: pa.Table, batch: Ints, teller: Ints, amounts: Sequence[str]) -> Mask:
    """The rows that tell of something that no earlier batch of the same layout told of."""
    if len(batch) == 0 or teller[0] == teller[-1]:
        return fresh(table, batch, amounts)
    stand = np.ones(len(batch), bool)
    for one in np.unique(teller):
        of = np.flatnonzero(teller == one)
        stand[of] = fresh(table.take(pa.array(of)), batch[of], amounts)
    return stand
