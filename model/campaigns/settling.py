"""Whether the settlement says what the orders say, to the fen, and where it does not: which orders, which column."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

import numpy as np
import pyarrow as pa

from model.batches import Batch, BatchKind, OrderState
from model.campaigns.names import Sellers
from model.intake.joined.arrays import NONE, Ints, Mask, ranked
from model.intake.joined.events import kept
from model.intake.joined.joining import join
from model.intake.joined.lines import Lines
from model.intake.joined.linking import sums
from model.intake.joined.reconciling import units
from model.intake.joined.sales import Sales
from model.intake.joined.sources import OWN_TABLES, Source, nearing, sources
from model.intake.joined.vectors import coded, distinct, known, numbers
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
    whole, hosts = _settled((theirs, ours, both, off), owner, open_lines, own, book)
    return Statement(
        source.batches[0].platform or "other",
        tuple(dict.fromkeys(batch.file for batch in source.batches)),
        whole,
        tuple(sorted(differences, key=lambda one: -abs(one.off_fen))),
        int(lost.sum()),
        int(said[lost].sum()),
        hosts,
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
            source.batches[0].platform or "other",
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
    compared: tuple[Ints, Ints, Mask, Mask], owner: Ints, open_lines: Mask, own: Ints, book: _Book
) -> tuple[Settled, dict[str, Settled]]:
    """The whole statement, and each host of an order in both; ``owner`` is the host of every order compared."""
    theirs, ours, both, off = compared
    count = len(book.sellers.found)
    group = np.where(both, np.where(owner == NONE, count, owner), NONE)
    waiting = np.flatnonzero(open_lines)
    who = np.where(book.host[waiting] == NONE, count, book.host[waiting])
    order = distinct(book.table["order_id"].take(pa.array(waiting)))[0]
    pair, pairs = ranked(order * (count + 1) + who)
    of_pair = np.zeros(pairs, np.int64)
    of_pair[pair] = who
    columns = [
        np.bincount(group[both], minlength=count + 1),
        np.bincount(group[both & off], minlength=count + 1),
        sums(group, theirs, count + 1),
        sums(group, ours, count + 1),
        np.bincount(of_pair, minlength=count + 1),
        sums(who, own[waiting], count + 1),
    ]
    whole = Settled(*(int(column.sum()) for column in columns))
    rows = zip(*(column[:count].tolist() for column in columns), strict=True)
    hosts = {seller.id: Settled(*row) for seller, row in zip(book.sellers.found, rows, strict=True) if row[0]}
    return whole, hosts
