"""What each file gave to the order lines, and where its money differs from theirs."""

import numpy as np

from model.batches import Batch, BatchKind
from model.intake.joined.arrays import NONE, Ints, Mask
from model.intake.joined.events import kept
from model.intake.joined.ledger import Ledger
from model.intake.joined.lines import JoinFact
from model.intake.joined.linking import sums
from model.intake.joined.sources import AGENCY, AMOUNTS, Source
from model.intake.joined.vectors import known, numbers


def facts(source: Source, ledger: Ledger) -> list[JoinFact]:
    """What each batch of a source gave (see :class:`JoinFact`)."""
    count = len(source.batches)
    lost = source.link.row == NONE
    said, says = _said(source)
    compared, differing, off = _compared(source, said, says, _joined(source, ledger))
    columns = (
        np.bincount(source.batch[~lost], minlength=count),
        np.bincount(source.batch[lost], minlength=count),
        source.repeated,
        source.pending,
        sums(np.where(lost, source.batch, NONE), said, count),
        compared,
        differing,
        off,
    )
    rows = zip(*(column.tolist() for column in columns), strict=True)
    return [fact(batch, *row) for batch, row in zip(source.batches, rows, strict=True)]


def _said(source: Source) -> tuple[Ints, Mask]:
    """The money of each row that is compared, and where there is any."""
    if source.kind is not BatchKind.SETTLEMENT:
        (name,) = AMOUNTS[source.kind]
        return numbers(source.table[name]), known(source.table[name])
    return kept(source.table)


def _joined(source: Source, ledger: Ledger) -> Ints:
    """What the joined lines say of the money that a file tells."""
    if source.kind is BatchKind.REFUNDS:
        return ledger.refunded
    if source.kind is BatchKind.SETTLEMENT:
        return ledger.paid - ledger.refunded
    return ledger.agency if source.tells == AGENCY else ledger.hosts


def _compared(source: Source, said: Ints, says: Mask, joined: Ints) -> tuple[Ints, Ints, Ints]:
    """By batch: orders compared, those that differ, and by how much; the batch that speaks last answers."""
    linked, count = source.link, len(source.batches)
    unit, line = units(source)
    row = np.where(says, unit[linked.row], NONE)
    difference = sums(row, said, linked.groups) - sums(line, joined, linked.groups)
    last = np.full(linked.groups, NONE)
    last[row[row != NONE]] = source.batch[row != NONE]
    there = last != NONE
    batch, difference = last[there], difference[there]
    return (
        np.bincount(batch, minlength=count),
        np.bincount(batch[difference != 0], minlength=count),
        sums(batch, difference, count),
    )


def units(source: Source) -> tuple[Ints, Ints]:
    """What is compared as one: of every group (the last element answers for ``NONE``), and of every order line.

    A sub-order belongs to its order's comparison where rows speak of the whole order too.
    """
    linked = source.link
    line = np.where(linked.line_order != NONE, linked.line_order, linked.line_sub)
    unit = np.arange(linked.groups + 1)
    unit[linked.line_sub] = line
    unit[NONE] = NONE
    return unit, line


def fact(batch: Batch, matched: int, unmatched: int, repeated: int, *more: int) -> JoinFact:
    """The fact of one batch; ``more`` are the further counts in their order."""
    names = (batch.kind, batch.platform, batch.layout, batch.file, batch.sheet, batch.digest)
    return JoinFact(*names, batch.table.num_rows, matched, unmatched, repeated, *more)
