"""The tables of the results page: campaigns, and orders on which a settlement differs."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from gui import words
from gui.pages.resultform import is_empty, parsed
from gui.pages.rowedit import edited, template_headings
from gui.pages.texts import plain
from gui.pasting import Known
from gui.tables import Change, Column
from gui.words import QT_TRANSLATE_NOOP, campaign, results
from gui.words.labels import label, labels, shop, shops
from model.records import PLATFORMS
from model.results import Result

if TYPE_CHECKING:
    from model.campaigns.review import Row
    from model.campaigns.settling import Difference
    from model.intake.out.out import ColumnKind

KINDS: "Final[Mapping[str, ColumnKind]]" = {
    **dict.fromkeys(("gmv", "net", "plan_net", "commission", "fee", "profit", "plan_profit", "statement", "own", "off"), "money"),
    **dict.fromkeys(("refunded", "back30", "others30", "back90", "others90"), "share"),
    **dict.fromkeys(("sessions", "views", "visits", "plan", "orders", "refunded_orders"), "count"),
}  # fmt: skip
"""How a spreadsheet shows the columns, by their keys."""
FIELD_OF: Final[Mapping[str, str]] = {
    "net": "net_gmv",
    "commission": "commission_paid",
    "fee": "slot_fee_paid",
}
"""The fields of columns that are not called like them."""
_COLUMN_OF: Final = {field: key for key, field in FIELD_OF.items()} | {"id": "host"}


def known() -> "Known[Row]":
    """How pasted lines find their campaign: by the host's name or id, and of several by product and day."""
    headings = {name: _COLUMN_OF.get(field, field) for name, field in template_headings("results").items()}
    fields = {field: key for field, key in _COLUMN_OF.items() if field != key}
    return Known(lambda row: row.result.id, {**headings, **fields})


def edit_rows(
    save: "Callable[[Sequence[Result], Sequence[str]], object]", changes: "Sequence[Change[Row]]"
) -> "Sequence[str]":
    """Figures of several campaigns as one step: they become the merchant's; what is wrong stays and is told.

    An emptied one is what the files say again. ``save`` gets the results to keep and the keys of those with no figure left.
    """
    renamed = [
        Change(one.record, {FIELD_OF.get(key, key): text for key, text in one.texts.items()})
        for one in changes
    ]
    names = {one.record.result.id: _name(one.record) for one in changes}
    found, refused = edited(renamed, _own, lambda own: names[own.id], parsed)
    kept = [own for _row, own in found if not is_empty(own)]
    gone = [own.key for row, own in found if is_empty(own) and row.own is not None]
    if kept or gone:
        save(kept, gone)
    return refused


def _own(row: "Row") -> Result:
    return row.own or Result(row.result.id, row.result.product, row.result.date)


def _given(field: str) -> Callable[["Row"], str]:
    """What counts now, to be typed over."""
    return lambda row: plain(getattr(row.result, field))


def _name(row: "Row") -> str:
    return row.seller.name or row.result.id


def _refunded(row: "Row") -> float | None:
    one = row.result
    return one.refunded_orders / one.orders if one.orders and one.refunded_orders is not None else None


def _planned(read: Callable[[Any], Any]) -> Callable[["Row"], Any]:
    return lambda row: read(row.planned.foreseen) if row.planned else None


def _fee(row: "Row") -> float | None:
    return row.result.slot_fee_paid if row.money is None else row.money.slot_fee


def _fee_text(row: "Row") -> str:
    guessed = row.money is not None and "slot_fee" in row.money.estimated and bool(row.money.slot_fee)
    return ("≈" if guessed else "") + words.money_short(_fee(row))


def _orders_colour(row: "Row") -> str | None:
    if row.planned is None or row.result.orders is None:
        return None
    plan = row.planned.foreseen.orders
    return "bad" if row.result.orders < plan.low else "good" if row.result.orders > plan.high else None


def _profit_colour(row: "Row") -> str | None:
    return "bad" if row.money is not None and row.money.profit < 0 else None


def _back(place: int, name: str) -> Callable[["Row"], Any]:
    def read(row: "Row") -> float | None:
        share = getattr(row.loyalty.back[place], name) if row.loyalty else None
        return None if share is None else share.value

    return read


def _back_colour(place: int) -> Callable[["Row"], str | None]:
    def read(row: "Row") -> str | None:
        verdict = row.loyalty.back[place].verdict if row.loyalty else ""
        return {"more": "good", "fewer": "bad", "unknown": "muted"}.get(verdict)

    return read


def _told(show: Callable[["Row"], str], tone: Callable[["Row"], str | None]) -> Callable[["Row"], str]:
    """The figure with an arrow where it is better or worse, for those who do not see the colour."""
    return lambda row: show(row) + {"good": " ↑", "bad": " ↓"}.get(tone(row) or "", "")


def _share(read: Callable[["Row"], Any]) -> Callable[["Row"], str]:
    return lambda row: words.percent(read(row))


def _settled(row: "Row") -> str:
    if row.settled is None:
        return words.UNKNOWN
    differing = QT_TRANSLATE_NOOP("Words", "differs on {count}")
    if row.settled.differing:
        return words.say(differing, count=words.number(row.settled.differing))
    return words.say(QT_TRANSLATE_NOOP("Words", "to the fen"))


ROWS: "Final[tuple[Column[Row], ...]]" = (
    Column("host", QT_TRANSLATE_NOOP("Columns", "Host"), _name, _name, width=0, narrow=92, free=True),
    Column("product", QT_TRANSLATE_NOOP("Columns", "Product"), results.product, results.product, width=0, least=104, narrow=74, free=True),
    Column("platform", QT_TRANSLATE_NOOP("Columns", "Platform"), lambda r: label(r.seller.platform), lambda r: label(r.seller.platform), width=86, put_away=True, among=labels(*PLATFORMS)),
    Column("date", QT_TRANSLATE_NOOP("Columns", "First day"), lambda r: r.result.date.toordinal(), lambda r: r.result.date.isoformat(), width=98, spare=True),
    Column("sessions", QT_TRANSLATE_NOOP("Columns", "Sessions"), lambda r: r.result.sessions, lambda r: words.number(r.result.sessions), "right", 76, put_away=True, editable=True, edit=_given("sessions")),
    Column("views", QT_TRANSLATE_NOOP("Columns", "Views in all"), lambda r: r.result.views, lambda r: words.count_short(r.result.views), "right", 92, spare=True, editable=True, edit=_given("views")),
    Column("visits", QT_TRANSLATE_NOOP("Columns", "Visits"), lambda r: r.result.visits, lambda r: words.count_short(r.result.visits), "right", 72, put_away=True, editable=True, edit=_given("visits")),
    Column("plan", QT_TRANSLATE_NOOP("Columns", "Plan: orders"), _planned(lambda p: p.orders.value), lambda r: results.orders_range(r.planned.foreseen.orders if r.planned else None), "right", 104, narrow=84,
           hint=QT_TRANSLATE_NOOP("Columns", "Eight times in ten within this range; of the plan you kept, else what the model expects today")),
    Column("orders", QT_TRANSLATE_NOOP("Columns", "Actual"), lambda r: r.result.orders, _told(lambda r: words.number(r.result.orders), _orders_colour), "right", 84, narrow=76, colour=_orders_colour,
           hint=QT_TRANSLATE_NOOP("Columns", "Orders that came; ↓ below the planned range, ↑ above it"), editable=True, edit=_given("orders")),
    Column("refunded", QT_TRANSLATE_NOOP("Columns", "Refunds"), _refunded, lambda r: words.percent(_refunded(r)), "right", 86, narrow=70,
           hint=QT_TRANSLATE_NOOP("Columns", "Share of the orders that were refunded in whole")),
    Column("refunded_orders", QT_TRANSLATE_NOOP("Columns", "Orders refunded"), lambda r: r.result.refunded_orders, lambda r: words.number(r.result.refunded_orders), "right", 118, put_away=True, editable=True, edit=_given("refunded_orders")),
    Column("gmv", QT_TRANSLATE_NOOP("Columns", "Paid"), lambda r: r.result.gmv, lambda r: words.money_short(r.result.gmv), "right", 86, put_away=True, editable=True, edit=_given("gmv")),
    Column("plan_net", QT_TRANSLATE_NOOP("Columns", "Plan: sales kept"), _planned(lambda p: p.net_gmv.value), lambda r: results.money_range(r.planned.foreseen.net_gmv if r.planned else None), "right", 150, put_away=True),
    Column("net", QT_TRANSLATE_NOOP("Columns", "Sales kept"), lambda r: r.result.net_gmv, lambda r: words.money_short(r.result.net_gmv), "right", 102, narrow=88, editable=True, edit=_given("net_gmv")),
    Column("commission", QT_TRANSLATE_NOOP("Columns", "Commission paid"), lambda r: r.result.commission_paid, campaign.commission, "right", 112, put_away=True, editable=True, edit=_given("commission_paid")),
    Column("fee", QT_TRANSLATE_NOOP("Columns", "Slot fee"), _fee, _fee_text, "right", 96, spare=True,
           hint=QT_TRANSLATE_NOOP("Columns", "≈ where nobody entered it and the offer's is taken"), editable=True, edit=_given("slot_fee_paid")),
    Column("plan_profit", QT_TRANSLATE_NOOP("Columns", "Plan: profit"), _planned(lambda p: p.profit.value), lambda r: results.money_range(r.planned.foreseen.profit if r.planned else None), "right", 140, put_away=True),
    Column("profit", QT_TRANSLATE_NOOP("Columns", "Profit"), lambda r: r.money.profit if r.money else None, campaign.profit, "right", 112, narrow=100, colour=_profit_colour,
           hint=QT_TRANSLATE_NOOP("Columns", "Of first sales, after all costs, slot fee and commission")),
    Column("back30", QT_TRANSLATE_NOOP("Columns", "Back in 30 d"), _back(0, "share"), _told(_share(_back(0, "share")), _back_colour(0)), "right", 104, narrow=88, colour=_back_colour(0),
           hint=QT_TRANSLATE_NOOP("Columns", "Share of the new customers this host won who bought again; ↑ or ↓ where that differs from the shop's others beyond chance")),
    Column("others30", QT_TRANSLATE_NOOP("Columns", "Others in 30 d"), _back(0, "others"), _share(_back(0, "others")), "right", 120, put_away=True),
    Column("back90", QT_TRANSLATE_NOOP("Columns", "Back in 90 d"), _back(1, "share"), _told(_share(_back(1, "share")), _back_colour(1)), "right", 110, colour=_back_colour(1), put_away=True),
    Column("others90", QT_TRANSLATE_NOOP("Columns", "Others in 90 d"), _back(1, "others"), _share(_back(1, "others")), "right", 120, put_away=True),
    Column("settled", QT_TRANSLATE_NOOP("Columns", "Settlement"), lambda r: r.settled.differing if r.settled else None, _settled, "right", 110,
           colour=lambda r: "warn" if r.settled and r.settled.differing else None, put_away=True),
)  # fmt: skip


def _fen(read: Callable[["Difference"], int]) -> Callable[["Difference"], str]:
    return lambda one: words.money(read(one) / 100, 2)


DIFFERENCES: "Final[tuple[Column[Difference], ...]]" = (
    Column("order", QT_TRANSLATE_NOOP("Columns", "Order"), lambda d: d.order_id, lambda d: d.order_id, width=0, free=True),
    Column("platform", QT_TRANSLATE_NOOP("Columns", "Platform"), lambda d: shop(d.platform), lambda d: shop(d.platform), width=96, among=shops),
    Column("host", QT_TRANSLATE_NOOP("Columns", "Host"), lambda d: d.name or d.host, lambda d: d.name or d.host or words.UNKNOWN, width=180, free=True),
    Column("column", QT_TRANSLATE_NOOP("Columns", "What differs"), lambda d: d.column, lambda d: results.column(d.column), width=150),
    Column("statement", QT_TRANSLATE_NOOP("Columns", "Settlement says"), lambda d: d.statement_fen / 100, _fen(lambda d: d.statement_fen), "right", 130),
    Column("own", QT_TRANSLATE_NOOP("Columns", "Orders say"), lambda d: d.orders_fen / 100, _fen(lambda d: d.orders_fen), "right", 120),
    Column("off", QT_TRANSLATE_NOOP("Columns", "Difference"), lambda d: d.off_fen / 100, _fen(lambda d: d.off_fen), "right", 110, colour=lambda d: "warn"),
)  # fmt: skip
