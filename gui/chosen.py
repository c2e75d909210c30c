"""The chosen offers as a table: declared once, for the matrix page, for the report on paper and for files."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from gui import words
from gui.columns import Column
from gui.words import QT_TRANSLATE_NOOP
from gui.words.labels import agreed, deal, label, labels, steps
from gui.words.reasons import reason
from model.intake.out import out
from model.records import Tier

if TYPE_CHECKING:
    from model.fields import Raw
    from model.matrix.plan import Choice

__all__ = ["ON_PAPER", "ON_SCREEN", "Told", "chosen_table"]


@dataclass(frozen=True)
class Told(Column["Choice"]):
    """One thing told of a chosen offer: on screen as any column of a table, besides on paper and in files.

    ``full`` is the heading where there is room (else the same), ``paper`` the width there in percent (0: not there),
    ``said`` what stands there (else the same); ``kind`` and ``cell`` are the column of a file (None: not there).
    """

    seen: bool = True
    full: str = ""
    paper: int = 0
    said: "Callable[[Choice], str] | None" = None
    kind: "out.ColumnKind | None" = "text"
    cell: "Callable[[Choice], Raw] | None" = None

    def title(self) -> str:
        """The heading where there is room, in the language of the moment."""
        return words.term("Columns", self.full or self.heading)

    def on_paper(self, choice: "Choice") -> str:
        """What the report says."""
        return (self.said or self.show)(choice)

    def filed(self, choice: "Choice") -> "Raw":
        """What stands in a file: figures as numbers, else what is shown."""
        return (self.cell or self.show)(choice)


def _host(choice: "Choice") -> str:
    return choice.candidate.host.influencer.name


def _tier(choice: "Choice") -> str:
    return label(choice.candidate.host.tier)


def _product(choice: "Choice") -> str:
    return choice.candidate.worth.product.name


def _terms(choice: "Choice") -> str:
    return agreed(choice.candidate.offer)


def _offer(choice: "Choice") -> str:
    times = choice.candidate.sessions
    return _terms(choice) if times == 1 else f"{times} × {_terms(choice)}"


def _offer_in_full(choice: "Choice") -> str:
    times = choice.candidate.sessions
    text = f"{deal(choice.candidate.offer.offer.name)}: {_terms(choice)}"
    return text if times == 1 else f"{text} × {times}"


def _cost(choice: "Choice") -> str:
    return _guessed(choice, "slot_fee") + words.money_short(choice.cost)


def _cost_in_full(choice: "Choice") -> str:
    return _guessed(choice, "slot_fee") + words.money(choice.cost)


def _orders(choice: "Choice") -> str:
    low, middle, high = (
        words.count_short(round(n)) for n in (choice.orders.low, choice.orders.value, choice.orders.high)
    )
    return f"{_guessed(choice, 'views', 'followers')}{middle} ({low}–{high})"


def _orders_in_full(choice: "Choice") -> str:
    orders, known = choice.orders, _guessed(choice, "views", "followers")
    return f"{known}{words.number(orders.value)} ({words.span(orders.low, orders.high, words.number)})"


def _guessed(choice: "Choice", *names: str) -> str:
    estimated = choice.candidate.offer.estimated | choice.candidate.host.estimated
    return "≈" if estimated & set(names) else ""


def _why(choice: "Choice") -> str:
    return reason(choice.reasons[0]) if choice.reasons else ""


def _every_why(choice: "Choice") -> str:
    return " ".join(map(reason, choice.reasons))


def _loss(value: float) -> str | None:
    return "bad" if value < 0 else None


def _money(figure: "Callable[[Choice], float]") -> "Callable[[Choice], str]":
    return lambda choice: words.money_short(figure(choice))


def _money_in_full(figure: "Callable[[Choice], float]") -> "Callable[[Choice], str]":
    return lambda choice: words.money(figure(choice))


def _to(places: int, figure: "Callable[[Choice], float]") -> "Callable[[Choice], Raw]":
    return lambda choice: round(figure(choice), places)


def _in_file(key: str, heading: str, kind: "out.ColumnKind", cell: "Callable[[Choice], Raw]") -> Told:
    """What a program or a spreadsheet wants to know, and nobody reads."""
    return Told(key, heading, cell, lambda choice: str(cell(choice)), seen=False, kind=kind, cell=cell)


ALL: Final[tuple[Told, ...]] = (
    _in_file("id", QT_TRANSLATE_NOOP("Columns", "Host id"), "text", lambda c: c.id),
    Told("host", QT_TRANSLATE_NOOP("Columns", "Host"), _host, _host, width=0, least=146, narrow=104, free=True, icon=lambda c: "lock" if c.locked else "warning" if c.candidate.other_goods else None, paper=17),
    _in_file("platform", QT_TRANSLATE_NOOP("Columns", "Platform"), "text", lambda c: label(c.candidate.host.influencer.platform)),
    Told("tier", QT_TRANSLATE_NOOP("Columns", "Level"), lambda c: c.candidate.host.followers, _tier, width=66, narrow=58, among=labels(*Tier), badge=lambda c: c.candidate.host.tier.value, paper=7),
    Told("product", QT_TRANSLATE_NOOP("Columns", "Product"), _product, _product, width=0, least=100, narrow=76, free=True, paper=15),
    Told("offer", QT_TRANSLATE_NOOP("Columns", "Offer"), lambda c: c.candidate.offer.slot_fee, _offer, width=126, spare=True, free=True, whole=True, hint=QT_TRANSLATE_NOOP("Columns", "Sessions × slot fee + commission; ≈ estimated, ask for a quote"), paper=20, said=_offer_in_full, cell=lambda c: c.candidate.offer.offer.name),
    _in_file("sessions", QT_TRANSLATE_NOOP("Columns", "Sessions"), "count", lambda c: c.candidate.sessions),
    _in_file("slot_fee", QT_TRANSLATE_NOOP("Columns", "Slot fee"), "money", lambda c: c.candidate.offer.slot_fee),
    _in_file("commission", QT_TRANSLATE_NOOP("Columns", "Commission"), "share", lambda c: c.candidate.offer.commission),
    _in_file("steps", QT_TRANSLATE_NOOP("Columns", "Commission steps"), "text", lambda c: steps(c.candidate.offer.offer.steps)),
    Told("cost", QT_TRANSLATE_NOOP("Columns", "Cost"), lambda c: c.cost, _cost, "right", 74, hint=QT_TRANSLATE_NOOP("Columns", "Slot fees of all sessions, paid whatever is sold"), paper=9, said=_cost_in_full, kind="money", cell=_to(2, lambda c: c.cost)),
    _in_file("hours", QT_TRANSLATE_NOOP("Columns", "Own hours"), "number", lambda c: c.candidate.hours),
    _in_file("labour", QT_TRANSLATE_NOOP("Columns", "Cost of own hours"), "money", lambda c: c.candidate.labour),
    Told("orders", QT_TRANSLATE_NOOP("Columns", "Orders"), lambda c: c.orders.value, _orders, "right", 148, narrow=120, hint=QT_TRANSLATE_NOOP("Columns", "Expected paid orders, and the range that holds eight times in ten"), full=QT_TRANSLATE_NOOP("Columns", "Orders (eight times in ten)"), paper=12, said=_orders_in_full, kind=None),
    _in_file("orders_mean", QT_TRANSLATE_NOOP("Columns", "Orders"), "number", _to(1, lambda c: c.orders.value)),
    _in_file("orders_low", QT_TRANSLATE_NOOP("Columns", "Orders, low"), "number", _to(1, lambda c: c.orders.low)),
    _in_file("orders_high", QT_TRANSLATE_NOOP("Columns", "Orders, high"), "number", _to(1, lambda c: c.orders.high)),
    Told("first", QT_TRANSLATE_NOOP("Columns", "First sale"), lambda c: c.first_profit, _money(lambda c: c.first_profit), "right", 82, spare=True, colour=lambda c: _loss(c.first_profit), hint=QT_TRANSLATE_NOOP("Columns", "What the first orders earn after fee, commission and returns"), full=QT_TRANSLATE_NOOP("Columns", "First-sale profit"), paper=10, said=_money_in_full(lambda c: c.first_profit), kind="money", cell=_to(2, lambda c: c.first_profit)),
    Told("long", QT_TRANSLATE_NOOP("Columns", "Long run"), lambda c: c.long_profit, _money(lambda c: c.long_profit), "right", 82, narrow=80, colour=lambda c: _loss(c.long_profit), hint=QT_TRANSLATE_NOOP("Columns", "First-sale profit and repeat purchases within the horizon, discounted"), full=QT_TRANSLATE_NOOP("Columns", "Long-run profit"), paper=10, said=_money_in_full(lambda c: c.long_profit), kind="money", cell=_to(2, lambda c: c.long_profit)),
    Told("why", QT_TRANSLATE_NOOP("Columns", "Why"), _why, _why, width=0, least=170, spare=True, free=True, cell=_every_why),
)  # fmt: skip
ON_SCREEN: Final = tuple(told for told in ALL if told.seen)
ON_PAPER: Final = tuple(told for told in ALL if told.paper)
_FILED: Final = tuple(told for told in ALL if told.kind is not None)


def chosen_table(choices: "Iterable[Choice]") -> out.OutTable:
    """The chosen offers as one table to be written."""
    heads = tuple(out.Column(told.title(), told.kind or "any") for told in _FILED)
    return out.OutTable(heads, tuple([told.filed(choice) for told in _FILED] for choice in choices))
