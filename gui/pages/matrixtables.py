"""The tables of the matrix page: chosen offers, and hosts left out."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from gui import words
from gui.tables import Column
from gui.words import QT_TRANSLATE_NOOP
from gui.words.labels import label, terms
from gui.words.reasons import reason, reason_code

if TYPE_CHECKING:
    from model.matrix.plan import Choice, Rejected


def _host(choice: "Choice") -> str:
    return choice.candidate.host.influencer.name


def _offer(choice: "Choice") -> str:
    facts = choice.candidate.offer
    text = terms(facts.slot_fee, facts.commission, facts.offer.guarantee, facts.estimated)
    times = choice.candidate.sessions
    return text if times == 1 else f"{times} × {text}"


def _orders(choice: "Choice") -> str:
    low, high = words.count_short(round(choice.orders.low)), words.count_short(round(choice.orders.high))
    return f"{words.count_short(round(choice.orders.value))} ({low}–{high})"


def _cost(choice: "Choice") -> str:
    guessed = "slot_fee" in choice.candidate.offer.estimated
    return ("≈" if guessed else "") + _money(choice.cost)


def _loss(value: float) -> str | None:
    return "bad" if value < 0 else None


def _money(value: float) -> str:
    return words.money_short(value)


CHOICES: Final[tuple[Column["Choice"], ...]] = (
    Column("host", QT_TRANSLATE_NOOP("Columns", "Host"), _host, _host, width=0, icon=lambda c: "lock" if c.locked else None),
    Column("tier", QT_TRANSLATE_NOOP("Columns", "Level"), lambda c: c.candidate.host.followers, lambda c: label(c.candidate.host.tier), width=66, badge=lambda c: c.candidate.host.tier.value),
    Column("product", QT_TRANSLATE_NOOP("Columns", "Product"), lambda c: c.candidate.worth.product.name, lambda c: c.candidate.worth.product.name, width=100),
    Column("offer", QT_TRANSLATE_NOOP("Columns", "Offer"), lambda c: c.candidate.offer.slot_fee, _offer, width=134, hint=QT_TRANSLATE_NOOP("Columns", "Sessions × slot fee + commission; ≈ estimated, ask for a quote")),
    Column("cost", QT_TRANSLATE_NOOP("Columns", "Cost"), lambda c: c.cost, _cost, "right", 78, hint=QT_TRANSLATE_NOOP("Columns", "Slot fees of all sessions, paid whatever is sold")),
    Column("orders", QT_TRANSLATE_NOOP("Columns", "Orders"), lambda c: c.orders.value, _orders, "right", 120, hint=QT_TRANSLATE_NOOP("Columns", "Expected paid orders, and the range that holds four times in five")),
    Column("first", QT_TRANSLATE_NOOP("Columns", "First sale"), lambda c: c.first_profit, lambda c: _money(c.first_profit), "right", 86, colour=lambda c: _loss(c.first_profit), hint=QT_TRANSLATE_NOOP("Columns", "What the first orders earn after fee, commission and returns")),
    Column("long", QT_TRANSLATE_NOOP("Columns", "Long run"), lambda c: c.long_profit, lambda c: _money(c.long_profit), "right", 86, colour=lambda c: _loss(c.long_profit), hint=QT_TRANSLATE_NOOP("Columns", "First-sale profit and repeat purchases within the horizon, discounted")),
    Column("why", QT_TRANSLATE_NOOP("Columns", "Why"), lambda c: reason(c.reasons[0]), lambda c: reason(c.reasons[0]), width=230),
)  # fmt: skip

REJECTED: Final[tuple[Column["Rejected"], ...]] = (
    Column("host", QT_TRANSLATE_NOOP("Columns", "Host"), lambda r: r.name, lambda r: r.name, width=240),
    Column("tier", QT_TRANSLATE_NOOP("Columns", "Level"), lambda r: r.tier.value, lambda r: label(r.tier), width=76, badge=lambda r: r.tier.value),
    Column("why", QT_TRANSLATE_NOOP("Columns", "Why not"), lambda r: reason_code(r.reason), lambda r: reason_code(r.reason), width=0),
    Column("short", QT_TRANSLATE_NOOP("Columns", "Missing"), lambda r: r.short_by, lambda r: words.money_short(r.short_by), "right", 110, hint=QT_TRANSLATE_NOOP("Columns", "By about how many yuan his fee would have to fall to get in")),
)  # fmt: skip


def write_choices(choices: "Iterable[Choice]", path: Path) -> None:
    """Write the plan's table as Excel or CSV: figures as numbers, everything else as it is shown."""
    from model.intake.out.templates import write_rows

    headings = [words.term("Columns", column.heading) for column in CHOICES]
    write_rows(path, headings, [[_cell(column, choice) for column in CHOICES] for choice in choices])


def _cell(column: "Column[Choice]", choice: "Choice") -> str | float:
    value = column.value(choice)
    return float(value) if column.align == "right" and isinstance(value, int | float) else column.show(choice)
