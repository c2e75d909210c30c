"""The tables of the orders page, and the work behind them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gui import words
from gui.session import BatchHead
from gui.studies import Sums
from gui.tables import Column
from gui.words import QT_TRANSLATE_NOOP, imports
from gui.words.labels import SHOPS, label, labels, shop, shops
from model.batches import BatchKind, Buyers, OrderState

if TYPE_CHECKING:
    from model.intake.joined.lines import JoinFact
    from model.intake.joined.summaries import HostSales, ProductSales


@dataclass(frozen=True)
class FileRow:
    """One sheet that was taken in; what it is called, and how many of its lines found an order, once joined."""

    head: BatchHead
    title: str
    join: "JoinFact | None" = None

    @property
    def key(self) -> str:
        """By what it is known in the table."""
        return str(self.head.id)


def file_rows(heads: Sequence[BatchHead], sums: Sums | None) -> Iterator[FileRow]:
    """The files as rows, the latest first; their names and what they found are known once they are added up."""
    titles = sums.titles if sums else {}
    joins = {(j.kind, j.layout, j.sheet, j.digest): j for j in sums.joins} if sums else {}
    for head in reversed(heads):
        named = imports.title(titles.get((head.kind, head.layout), {}), head.kind)
        yield FileRow(head, named, joins.get((head.kind, head.layout, head.sheet, head.digest)))


def _file(row: FileRow) -> str:
    return f"{row.head.file} › {row.head.sheet}" if row.head.sheet else row.head.file


def _days(row: FileRow) -> str:
    return imports.day_range(row.head.facts.first_day, row.head.facts.last_day)


def _state(row: FileRow, state: OrderState) -> int | None:
    return row.head.facts.states.get(state, 0) if row.head.kind is BatchKind.ORDERS else None


def _aside(row: FileRow) -> int:
    """Rows that could not be used; one that stood twice is no loss."""
    return row.head.facts.set_aside - row.head.facts.repeated


def _count(value: int | None) -> str:
    return "" if value is None else words.number(value)


def _buyers(row: FileRow) -> str:
    if row.head.kind is not BatchKind.ORDERS:
        return ""
    known = row.head.facts.buyers is Buyers.KNOWN
    return words.number(row.head.facts.customers) if known else imports.buyer_state(row.head.facts.buyers)


def _matched(row: FileRow) -> str:
    """Of a file that is no order file: how many of its rows found their order."""
    if row.join is None or row.head.kind in (BatchKind.ORDERS, BatchKind.SESSIONS):
        return ""
    return words.percent(row.join.matched / row.join.lines if row.join.lines else None)


def _matched_share(row: FileRow) -> float | None:
    text = _matched(row)
    return row.join.matched / row.join.lines if text and row.join and row.join.lines else None


def _off(row: FileRow) -> float | None:
    """What the file says less what the joined lines say, in yuan; None where nothing differs."""
    return (row.join.off_fen or 0) / 100 if row.join and row.join.differing else None


def _difference(row: FileRow) -> str:
    return imports.difference(row.join) if row.join else ""


def _off_colour(row: FileRow) -> str | None:
    return "warn" if row.join and row.join.differing else "muted"


FILE_COLUMNS: tuple[Column[FileRow], ...] = (
    Column("what", QT_TRANSLATE_NOOP("Columns", "What"), lambda r: r.title, lambda r: r.title, width=180, narrow=165),
    Column("file", QT_TRANSLATE_NOOP("Columns", "File"), _file, _file, width=0, free=True),
    Column("lines", QT_TRANSLATE_NOOP("Columns", "Lines"), lambda r: r.head.facts.lines, lambda r: _count(r.head.facts.lines), "right", 70, narrow=60),
    Column("days", QT_TRANSLATE_NOOP("Columns", "Days"), lambda r: r.head.facts.first_day, _days, width=178),
    Column("paid", QT_TRANSLATE_NOOP("Columns", "Paid"), lambda r: _state(r, OrderState.PAID), lambda r: _count(_state(r, OrderState.PAID)), "right", 70, narrow=62,
           hint=QT_TRANSLATE_NOOP("Columns", "Lines paid for and kept, at least in part")),
    Column("refunded", QT_TRANSLATE_NOOP("Columns", "Refunded"), lambda r: r.head.facts.refunded_lines, lambda r: _count(r.head.facts.refunded_lines), "right", 86, narrow=70),
    Column("hosts", QT_TRANSLATE_NOOP("Columns", "Hosts"), lambda r: r.head.facts.hosts, lambda r: _count(r.head.facts.hosts), "right", 60, narrow=60),
    Column("set_aside", QT_TRANSLATE_NOOP("Columns", "Set aside"), _aside, lambda r: _count(_aside(r)), "right", 80, narrow=72,
           colour=lambda r: "warn" if _aside(r) else None),
    Column("buyers", QT_TRANSLATE_NOOP("Columns", "Customers"), lambda r: r.head.facts.customers, _buyers, "right", 94, narrow=70,
           hint=QT_TRANSLATE_NOOP("Columns", "Customers who can be told apart; masked ones cannot"),
           colour=lambda r: "muted" if r.head.facts.buyers is not Buyers.KNOWN else None),
    Column("matched", QT_TRANSLATE_NOOP("Columns", "Found"), _matched_share, _matched, "right", 68,
           hint=QT_TRANSLATE_NOOP("Columns", "Share of the rows of a refund, settlement or commission file whose order is in an order file")),
    Column("off", QT_TRANSLATE_NOOP("Columns", "Differs"), _off, _difference, "right", 90, narrow=80, colour=_off_colour,
           hint=QT_TRANSLATE_NOOP("Columns", "What the file says less what the orders say, over the orders that both name: of refunds the refunded amount, of settlements what was paid and kept, of commission files the commission")),
)  # fmt: skip


def _yuan(fen: int) -> float:
    return fen / 100


def _share(part: int | None, whole: int | None) -> float | None:
    return part / whole if part is not None and whole else None


def _host(row: "HostSales") -> str:
    return row.host or row.host_id


def _commission(row: "HostSales") -> str:
    if row.commission_unknown >= row.lines:
        return words.UNKNOWN
    text = words.money(_yuan(row.commission_fen), 2)
    return f"≥ {text}" if row.commission_unknown else text


HOST_COLUMNS: tuple[Column["HostSales"], ...] = (
    Column("host", QT_TRANSLATE_NOOP("Columns", "Host"), _host, _host, width=0, narrow=100, free=True),
    Column("id", QT_TRANSLATE_NOOP("Columns", "Id"), lambda h: h.host_id or None, lambda h: h.host_id, width=178, narrow=112, free=True),
    Column("platform", QT_TRANSLATE_NOOP("Columns", "Platform"), lambda h: label(h.platform), lambda h: label(h.platform), width=100, among=labels(*SHOPS)),
    Column("orders", QT_TRANSLATE_NOOP("Columns", "Orders sold"), lambda h: h.orders, lambda h: words.number(h.orders), "right", 96, narrow=84),
    Column("paid", QT_TRANSLATE_NOOP("Columns", "Paid"), lambda h: _yuan(h.paid_fen), lambda h: words.money(_yuan(h.paid_fen), 2), "right", 118, narrow=108),
    Column("refunded", QT_TRANSLATE_NOOP("Columns", "Refunded"), lambda h: _share(h.refunded_fen, h.paid_fen), lambda h: words.percent(_share(h.refunded_fen, h.paid_fen), 1), "right", 92, narrow=80,
           hint=QT_TRANSLATE_NOOP("Columns", "Share of the money paid that was given back")),
    Column("net", QT_TRANSLATE_NOOP("Columns", "Kept"), lambda h: _yuan(h.net_fen), lambda h: words.money(_yuan(h.net_fen), 2), "right", 118, narrow=108),
    Column("commission", QT_TRANSLATE_NOOP("Columns", "Commission paid"), lambda h: _yuan(h.commission_fen) if h.commission_unknown < h.lines else None, _commission, "right", 112, narrow=104,
           hint=QT_TRANSLATE_NOOP("Columns", "≥ where it is not known for every line: import the commission or settlement file too")),
    Column("customers", QT_TRANSLATE_NOOP("Columns", "Customers"), lambda h: h.customers, lambda h: words.number(h.customers), "right", 102, narrow=84),
    Column("again", QT_TRANSLATE_NOOP("Columns", "Bought again"), lambda h: h.customers_again, lambda h: words.number(h.customers_again), "right", 112, narrow=90,
           hint=QT_TRANSLATE_NOOP("Columns", "Customers with purchases on two or more days in the shop, so far; no repurchase rate, as late customers had less time")),
)  # fmt: skip


def _product(row: "ProductSales") -> str:
    return row.product or row.product_id


PRODUCT_COLUMNS: tuple[Column["ProductSales"], ...] = (
    Column("product", QT_TRANSLATE_NOOP("Columns", "Product"), _product, _product, width=0, free=True),
    Column("id", QT_TRANSLATE_NOOP("Columns", "Id"), lambda p: p.product_id or None, lambda p: p.product_id, width=178, free=True),
    Column("platform", QT_TRANSLATE_NOOP("Columns", "Platform"), lambda p: shop(p.platform), lambda p: shop(p.platform), width=100, among=shops),
    Column("orders", QT_TRANSLATE_NOOP("Columns", "Orders sold"), lambda p: p.orders, lambda p: words.number(p.orders), "right", 96),
    Column("quantity", QT_TRANSLATE_NOOP("Columns", "Pieces"), lambda p: p.quantity, lambda p: words.number(p.quantity), "right", 76),
    Column("paid", QT_TRANSLATE_NOOP("Columns", "Paid"), lambda p: _yuan(p.paid_fen), lambda p: words.money(_yuan(p.paid_fen), 2), "right", 118),
    Column("refunded", QT_TRANSLATE_NOOP("Columns", "Refunded"), lambda p: _share(p.refunded_fen, p.paid_fen), lambda p: words.percent(_share(p.refunded_fen, p.paid_fen), 1), "right", 92,
           hint=QT_TRANSLATE_NOOP("Columns", "Share of the money paid that was given back")),
    Column("customers", QT_TRANSLATE_NOOP("Columns", "Customers"), lambda p: p.customers, lambda p: words.number(p.customers), "right", 102),
    Column("again", QT_TRANSLATE_NOOP("Columns", "Bought again"), lambda p: p.customers_again, lambda p: words.number(p.customers_again), "right", 112,
           hint=QT_TRANSLATE_NOOP("Columns", "Customers who bought this product on two or more days, so far; no repurchase rate, as late customers had less time")),
)  # fmt: skip
