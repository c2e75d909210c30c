"""From the columns of a sheet to a batch: which columns are read, and what their kind makes of them."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import pyarrow as pa

from model.batches import BatchKind, Facts
from model.errors import Problem
from model.fields import Raw
from model.intake.layouts.headings import normal
from model.intake.layouts.layout import Layout
from model.intake.layouts.recognising import mapping
from model.intake.lines.findings import Findings
from model.intake.lines.orderlines import order_lines
from model.intake.lines.privacy import normal_buyer
from model.intake.lines.quoting import TIMES
from model.intake.lines.refunds import refund_lines
from model.intake.lines.sessions import session_lines
from model.intake.lines.settlements import commission_lines, settlement_lines
from model.intake.lines.source import Source
from model.intake.lines.uneven import first_told, without_uneven
from model.intake.sheets.columns import Sheet

_TEXTS: Final = frozenset({"order_id", "sub_id", "case_id", *TIMES})
"""Fields whose cells mostly differ: read as texts, not by distinct words."""
_SEVERAL: Final = frozenset({"buyer", "at"})
"""Fields of which more than the first column may be needed."""
_PERSON: Final = frozenset({"buyer_name", "buyer_address"})
_NOT_READ: Final = frozenset({"unit_price"}) | _PERSON
"""Fields that are only read where nothing better is there (see :func:`needed`)."""
_OTHER: Final = "other"
"""The platform of tables that are of none: there a payment that is left out can be made of price and quantity."""
_OF_ORDERS: Final = ("paid", "total", "refunded", "commission", "fee")


@dataclass(frozen=True, eq=False)
class Understood:
    """What a sheet gave: its lines, the facts, the problems to be listed and how many there were in all."""

    table: pa.Table
    facts: Facts
    problems: tuple[Problem, ...]
    count: int


@dataclass(frozen=True)
class Needed:
    """The columns of a sheet that its layout makes use of: ``places`` gives those of each field, the best first.

    ``times`` are those of the ``texts`` that should be times.
    """

    places: Mapping[str, tuple[int, ...]]
    coded: frozenset[int]
    texts: frozenset[int]
    times: frozenset[int] = frozenset()

    @property
    def buyers(self) -> frozenset[int]:
        """The columns that may tell the buyer."""
        return frozenset(self.places.get("buyer", ()))


def needed(layout: Layout, header: Sequence[str], sample: Sequence[Sequence[Raw]] = ()) -> Needed:
    """The columns to read, as few as will do: a wide export costs by the columns that are read.

    ``sample`` are some of the first data rows: an address is only read where it is not masked there, and a name beside
    it where they are the one hope to tell buyers apart.
    """
    found = mapping(layout, header)
    skipped = _skipped(layout, header, found, sample)
    places = {name: _columns(name, found, layout) for name in found if name not in skipped}
    added = {normal(text) for headings in layout.plus.values() for text in headings}
    plus = {place for place, text in enumerate(header) if normal(text) in added}
    texts = frozenset(place for name, columns in places.items() if name in _TEXTS for place in columns)
    coded = frozenset(place for name, columns in places.items() if name not in _TEXTS for place in columns)
    times = frozenset(place for name in TIMES for place in places.get(name, ()))
    return Needed(places, (coded | plus) - texts, texts, times)


def _columns(name: str, found: Mapping[str, tuple[int, ...]], layout: Layout) -> tuple[int, ...]:
    if name in _SEVERAL:
        return found[name]
    # What a payment came to before its refund is told by the next column of amounts, where none is named for it.
    total = name == "paid" and "refunded" in found and "total" not in layout.columns
    return found[name][: 1 + total]


def _skipped(
    layout: Layout,
    header: Sequence[str],
    found: Mapping[str, tuple[int, ...]],
    sample: Sequence[Sequence[Raw]],
) -> Collection[str]:
    skipped = set(_NOT_READ)
    money = [header[columns[0]] for name, columns in found.items() if name in _OF_ORDERS]
    if (
        "paid" not in found
        or layout.platform == _OTHER
        or layout.split
        or any(layout.repeats(heading) for heading in money)
    ):
        skipped.discard("unit_price")
    if not _tells("buyer", found, sample) and all(_tells(name, found, sample) for name in _PERSON):
        skipped -= _PERSON
    if _tells("buyer_address", found, sample):
        skipped.discard("buyer_address")  # many orders to one address are a sign of their own
    return skipped


def _tells(name: str, found: Mapping[str, tuple[int, ...]], sample: Sequence[Sequence[Raw]]) -> bool:
    """Whether a column of the field names any buyer in the sample; without a sample, whether there is one."""
    places = found.get(name, ())
    cells = [row[place] for row in sample for place in places if place < len(row)]
    return bool(places) and (not sample or any(normal_buyer(cell) for cell in cells))


def understood(
    sheet: Sheet,
    layout: Layout,
    wanted: Needed,
    key: bytes,
    date_order: str = "",
    step: Callable[[], None] = lambda: None,
) -> Understood:
    """What the columns of a sheet say under a layout of orders, refunds, settlement, commission or sessions.

    ``key`` (1 to 64 bytes) hides the buyers; ``step`` is called between columns and may raise
    :class:`model.errors.Cancelled`.
    """
    sheet, uneven, aside = without_uneven(sheet, layout, wanted.places)
    findings = Findings(sheet)
    source = Source(sheet, layout, wanted.places, findings, date_order, step)
    table, facts = _read(source, BatchKind(layout.kind), key, sheet.total_cells)
    problems, count = findings.listed()
    if aside:
        facts = replace(facts, lines=facts.lines + aside, set_aside=facts.set_aside + aside)
        problems = first_told(uneven, problems)
    return Understood(table, facts, problems, count + aside)


def _read(
    source: Source, kind: BatchKind, key: bytes, totals: Sequence[Sequence[Raw]]
) -> tuple[pa.Table, Facts]:
    if kind is BatchKind.ORDERS:
        return order_lines(source, key, totals)
    readers = {
        BatchKind.REFUNDS: refund_lines,
        BatchKind.SETTLEMENT: settlement_lines,
        BatchKind.COMMISSION: commission_lines,
        BatchKind.SESSIONS: session_lines,
    }
    return readers[kind](source)
