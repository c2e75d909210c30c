"""Whether the settlement says what the orders say, to the fen, and where it does not: which orders, which column."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

import numpy as np
import pyarrow as pa

from model.batches import Batch, BatchKind, OrderState
from model.campaigns.names import Sellers
from model.intake.joined.arrays import NONE, Ints, Mask
from model.intake.joined.events import kept
from model.intake.joined.joining import join
from model.intake.joined.lines import Lines
from model.intake.joined.linking import sums
from model.intake.joined.reconciling import units
from model.intake.joined.sales import Sales
from model.intake.joined.sources import OWN_TABLES, Source, nearing, sources
from model.intake.joined.vectors import coded, known, numbers
from model.records import Influencer

COLUMNS: Final = ("net", "commission", "fee")
"""What is compared: what customers paid and did not get back, the commission, the platform's fee."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One order of which statement and orders say different sums (fen); ``host`` and ``name`` are empty without a host."""

    platform: str
    order_id: str
    host: str
    name: str
    column: str
    statement_fen: int
    orders_fen: int

    @property
    def off_fen(self) -> int:
        """What the statement says less what the orders say."""
        return self.statement_fen - self.orders_fen


@dataclass(frozen=True, slots=True)
class Settled:
    """The orders of one host, or of a whole statement: ``compared`` of them are in both, ``differing`` not alike.

    ``open`` ones are kept by their customers and in no statement, ``open_fen`` is their money; sums are over the
    compared orders: what customers paid and did not get back.
    """

    compared: int = 0
    differing: int = 0
    statement_fen: int = 0
    orders_fen: int = 0
    open: int = 0
    open_fen: int = 0


@dataclass(frozen=True, eq=False)
class Statement:
    """All statements of one platform beside its orders. ``strange`` rows speak of orders no file holds."""

    platform: str
    files: tuple[str, ...]
    whole: Settled
    differences: tuple[Difference, ...]
    strange: int = 0
    strange_fen: int = 0
    hosts: Mapping[str, Settled] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, eq=False)
class _Book:
    """The order lines as all other files have them, and who sold each (a place among ``sellers``)."""

    table: pa.Table
    host: Ints
    sellers: Sellers


def statements(
    batches: Sequence[Batch],
    hosts: Sequence[Influencer] = (),
    accounts: Sequence[tuple[str, str, str]] = (),
) -> tuple[Statement, ...]:
    """Every platform's settlement beside what orders, refunds and commission files say without it."""
    bills = [batch for batch in batches if batch.kind is BatchKind.SETTLEMENT]
    if not bills:
        return ()
    lines = join([batch for batch in batches if batch.kind is not BatchKind.SETTLEMENT], accounts)
    book = _book(lines, hosts)
    found = sources(bills, BatchKind.SETTLEMENT, lines.table, nearing(lines.table))
    return tuple(_statement(source, book) for source in found)


def _book(lines: Lines, hosts: Sequence[Influencer]) -> _Book:
    sellers = Sellers(hosts, lines.persons)
    return _Book(lines.table, sellers.of_lines(Sales(lines.table, None, 0).hosts), sellers)


def _statement(source: Source, book: _Book) -> Statement:
    of_group, line = units(source)
    row = of_group[source.link.row]
    count = source.link.groups
    first = np.full(count + 1, NONE)
    first[line[::-1]] = np.arange(len(line))[::-1]
    money = {name: (_said(source, name), _joined(book.table, name)) for name in COLUMNS}
    differences: list[Difference] = []
    off = np.zeros(count, bool)
    for name, ((said, says), (own, told)) in money.items():
        theirs, ours, both = _both(row, line, (said, says), (own, told), count)
        wrong = np.flatnonzero(both & (theirs != ours))
        off[wrong] = True
        differences += _told(source, book, first[wrong], name, theirs[wrong], ours[wrong])
    (said, says), (own, told) = money["net"]
    theirs, ours, both = _both(row, line, (said, says), (own, told), count)
    open_lines = _open(source, book, line, row)
    lost = (source.link.row == NONE) & says
    owner = np.append(book.host, NONE)[first[:count]]
    parts = (both, off, theirs, ours, owner, open_lines, own)
    return Statement(
        source.batches[0].platform,
        tuple(dict.fromkeys(batch.file for batch in source.batches)),
        _settled(*parts, None, book),
        tuple(sorted(differences, key=lambda one: -abs(one.off_fen))),
        int(lost.sum()),
        int(said[lost].sum()),
        {
            book.sellers.found[seller].id: _settled(*parts, seller, book)
            for seller in np.unique(owner[both & (owner != NONE)]).tolist()
        },
    )


def _said(source: Source, name: str) -> tuple[Ints, Mask]:
    if name == "net":
        return kept(source.table)
    column = source.table[f"{name}_fen"]
    return numbers(column), known(column)


def _joined(table: pa.Table, name: str) -> tuple[Ints, Mask]:
    if name == "net":
        return numbers(table["paid_fen"]) - numbers(table["refunded_fen"]), np.ones(table.num_rows, bool)
    column = table[f"{name}_fen"]
    return numbers(column), known(column)


def _both(
    row: Ints, line: Ints, theirs: tuple[Ints, Mask], ours: tuple[Ints, Mask], count: int
) -> tuple[Ints, Ints, Mask]:
    """By order what either side says, and where both say something (of every line of it)."""
    (said, says), (own, told) = theirs, ours
    rows, lines = np.where(says, row, NONE), line
    silent = np.bincount(line[(line != NONE) & ~told], minlength=count) > 0
    there = np.bincount(line[line != NONE], minlength=count) > 0
    speaks = np.bincount(rows[rows != NONE], minlength=count) > 0
    return sums(rows, said, count), sums(lines, own, count), speaks & there & ~silent


def _told(
    source: Source, book: _Book, lines: Ints, column: str, theirs: Ints, ours: Ints
) -> list[Difference]:
    ids = book.table["order_id"].take(pa.array(lines)).to_pylist()
    sellers = [book.sellers.found[place] if place != NONE else None for place in book.host[lines].tolist()]
    return [
        Difference(
            source.batches[0].platform,
            id_ or "",
            seller.id if seller else "",
            seller.name if seller else "",
            column,
            said,
            own,
        )
        for id_, seller, said, own in zip(ids, sellers, theirs.tolist(), ours.tolist(), strict=True)
    ]


def _open(source: Source, book: _Book, line: Ints, row: Ints) -> Mask:
    """Lines of this platform that customers keep and no row speaks of."""
    spoken = np.zeros(source.link.groups + 1, bool)
    spoken[row] = True
    spoken[NONE] = False
    platform = source.batches[0].platform
    codes, words = coded(book.table["platform"])
    mine = np.array([platform in OWN_TABLES or word == platform for word in words.to_pylist()] + [False])
    states, names = coded(book.table["state"])
    paid = np.array([name == OrderState.PAID for name in names.to_pylist()] + [False])
    open_ones: Mask = mine[codes] & paid[states] & ~spoken[line]
    return open_ones


def _settled(
    both: Mask, off: Mask, theirs: Ints, ours: Ints, owner: Ints, open_lines: Mask, own: Ints,
    seller: int | None, book: _Book,
) -> Settled:  # fmt: skip
    mine = both if seller is None else both & (owner == seller)
    waiting = open_lines if seller is None else open_lines & (book.host == seller)
    orders = len(np.unique(book.table["order_id"].take(pa.array(np.flatnonzero(waiting)))))
    return Settled(
        int(mine.sum()), int((mine & off).sum()), int(theirs[mine].sum()), int(ours[mine].sum()), orders, int(own[waiting].sum()),
    )  # fmt: skip
