"""Files of a shop joined: every order line once, with the refunds, costs and hosts that other files tell of it.

Batches are kept as they came and joined when read, so that an import can be undone and files may come in any order.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
import pyarrow as pa

from model.batches import CNY, Batch, BatchKind, schema
from model.intake.joined.arrays import NO_DAY, NONE, Ints, day_number
from model.intake.joined.ledger import costed, ledger_of, refunded, written
from model.intake.joined.lines import JoinFact, Lines, SamePerson
from model.intake.joined.once import latest, turns_of
from model.intake.joined.persons import naming, one_person, same_persons
from model.intake.joined.reconciling import fact, facts
from model.intake.joined.sources import AGENCY, AMOUNTS, Source, nearing, sources, stacked
from model.intake.joined.vectors import known, whole

__all__ = ["JoinFact", "Lines", "SamePerson", "join", "lines_schema"]

_WORD: Final = pa.dictionary(pa.int32(), pa.string())


def lines_schema() -> pa.Schema:
    """The columns of joined lines: those of an orders batch, the platform, and whether the money is no yuan."""
    return (
        schema(BatchKind.ORDERS).append(pa.field("platform", _WORD)).append(pa.field("foreign", pa.bool_()))
    )


def join(batches: Sequence[Batch], accounts: Sequence[tuple[str, str, str]] = ()) -> Lines:
    """Join the batches of a shop; sessions are passed over.

    * Orders: the later state wins per platform and sub-order id (order id where there are no sub-orders), whichever
      file was taken first: paid beats unpaid, the larger refund the smaller one, then the file that ends later.
    * Refunds that are done reach the line by sub-order id, else by order id: of several lines those that are said
      to be refunded come first, then the largest, up to what was paid. Files that tell of the same order are not
      added up: what the orders, the refunds files and the settlement say is the same money, the most told counts.
    * Settlement gives commission and fee, rows after settlement netted; what it tells of a whole order is divided
      by what was kept of each line. Statements of account add up, an event that several tell of counts once
      (:func:`model.intake.joined.events.united`). A commission file gives them to lines that have none, and so it
      does hosts; what agencies earn comes on top. Nothing is owed on a line refunded in whole, unless a settlement
      says so.
    * An own table, of no platform, may speak of any platform's orders, and a platform's files of the orders of an
      own table: where both hold the id, each speaks of its own.
    * A host whom a commission file knows by another id than the orders (抖音号, 达人ID) is one person where a roster
      has both (``accounts``: platform and two ids), orders that both files name prove it, or platform and name do (:func:`model.intake.joined.persons.same_persons`).
    * A row that names an order and one of its products (京东 has no sub-orders) is laid on the lines of that product.

    The same batch twice counts once; batches of different kinds or layouts may come in any order.
    """
    once = {(b.kind, b.platform, b.layout, b.sheet, b.digest): b for b in reversed(batches)}
    batches = tuple(reversed(once.values()))
    table, told = _orders([b for b in batches if b.kind is BatchKind.ORDERS])
    near = nearing(table)
    found = [source for kind in AMOUNTS for source in sources(batches, kind, table, near)]
    ledger = costed(refunded(ledger_of(table), found), found)
    table = written(table, ledger)
    persons = same_persons(
        table, found, {n: _host_rows(s) for n, s in enumerate(found) if naming(s)}, accounts
    )
    table = one_person(_hosted(table, found), persons)
    told += [one for source in found for one in facts(source, ledger)]
    return Lines(table, tuple(told), persons)


def _orders(batches: Sequence[Batch]) -> tuple[pa.Table, list[JoinFact]]:
    """The order lines that stand, by batch and row, and what became of each batch."""
    if not batches:
        return lines_schema().empty_table(), []
    table, batch = stacked(batches, schema(BatchKind.ORDERS))
    names = list(dict.fromkeys(b.platform for b in batches))
    platform = np.array([names.index(b.platform) for b in batches])[batch]
    words = pa.DictionaryArray.from_arrays(pa.array(platform, pa.int32()), pa.array(names, pa.string()))
    table = table.append_column("platform", words)
    foreign = np.array([b.facts.currency != CNY for b in batches])[batch]
    table = table.append_column("foreign", pa.array(foreign))
    ends = np.array([NO_DAY if b.facts.last_day is None else day_number(b.facts.last_day) for b in batches])
    stand = np.ones(len(batch), bool)
    for place in range(len(names)):
        of = np.flatnonzero(platform == place)
        if len(of) and batch[of[0]] != batch[of[-1]]:
            some = table.take(pa.array(of)) if len(of) < len(batch) else table
            stand[of] = latest(some, batch[of], turns_of(some, ends[batch[of]]))
    if not stand.all():
        table = table.filter(pa.array(stand))
    left = np.bincount(batch[stand], minlength=len(batches)).tolist()
    told = [
        fact(one, matched=stay, unmatched=0, repeated=one.table.num_rows - stay)
        for one, stay in zip(batches, left, strict=True)
    ]
    return table, told


def _hosted(table: pa.Table, sources: Sequence[Source]) -> pa.Table:
    """Lines without a host get that of the commission file, else of the settlement, else the agency's name."""
    telling = sorted((s for s in sources if s.kind is not BatchKind.REFUNDS), key=_knows_hosts)
    pick = np.arange(table.num_rows)
    without = ~(known(table["host_id"]) | known(table["host"]))
    start = table.num_rows
    for source in telling if without.any() else ():
        row = _host_rows(source)
        pick = np.where(without & (row != NONE), start + row, pick)
        start += source.table.num_rows
    if (pick == np.arange(table.num_rows)).all():
        return table
    for name in ("host_id", "host"):
        chunks = [whole(column) for column in (table[name], *(s.table[name] for s in telling))]
        filled = whole(pa.chunked_array(chunks, _WORD)).take(pa.array(pick))
        table = table.set_column(table.column_names.index(name), name, filled)
    return table


def _knows_hosts(source: Source) -> int:
    """How well a source knows who sold: an agency only brought the host."""
    return 0 if source.tells == AGENCY else 1 + (source.kind is BatchKind.COMMISSION)


def _host_rows(source: Source) -> Ints:
    """For every order line the last row of a source that names its host."""
    linked = source.link
    names = known(source.table["host_id"]) | known(source.table["host"])
    rows = np.flatnonzero(names & (linked.row != NONE))
    last = np.full(linked.groups + 1, NONE)
    last[linked.row[rows]] = rows
    return np.where(last[linked.line_sub] != NONE, last[linked.line_sub], last[linked.line_order])
