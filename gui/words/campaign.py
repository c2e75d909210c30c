"""One campaign in words: what was planned, what came, what it cost, who came back, what does not agree."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from gui import words
from gui.words import QT_TRANSLATE_NOOP, imports, plans
from gui.words.labels import deal
from gui.words.results import column, orders_range

if TYPE_CHECKING:
    from model.campaigns.loyalty import Back, Loyalty
    from model.campaigns.money import Money
    from model.campaigns.review import Conflict, Row
    from model.campaigns.settling import Difference, Settled
    from model.records import Estimate

FIGURES: Final = {
    "sessions": QT_TRANSLATE_NOOP("Words", "sessions"),
    "views": QT_TRANSLATE_NOOP("Words", "views"),
    "visits": QT_TRANSLATE_NOOP("Words", "visits"),
    "orders": QT_TRANSLATE_NOOP("Words", "orders"),
    "refunded_orders": QT_TRANSLATE_NOOP("Words", "refunded orders"),
    "gmv": QT_TRANSLATE_NOOP("Words", "sales"),
    "net_gmv": QT_TRANSLATE_NOOP("Words", "sales kept"),
    "commission_paid": QT_TRANSLATE_NOOP("Words", "commission"),
    "slot_fee_paid": QT_TRANSLATE_NOOP("Words", "slot fee"),
}
MONEY: Final = frozenset(("gmv", "net_gmv", "commission_paid", "slot_fee_paid"))
VERDICTS: Final = {
    "more": QT_TRANSLATE_NOOP("Words", "they come back more often"),
    "fewer": QT_TRANSLATE_NOOP("Words", "they come back less often"),
    "alike": QT_TRANSLATE_NOOP("Words", "no difference can be told yet"),
}


def when(row: "Row") -> str:
    """What was sold, and from when to when."""
    days = imports.day_range(row.result.date, row.last)
    return " · ".join(part for part in (row.result.product, days) if part)


def story(row: "Row") -> list[str]:
    """What was planned, what came, what it cost, who came back, and what does not agree."""
    return [text for text in _story(row) if text]


def _story(row: "Row") -> Iterator[str]:
    yield _plan(row)
    yield _cost(row)
    yield _missing(row)
    if row.loyalty is not None:
        yield from _customers(row.loyalty)
    yield _settled(row.settled, row.differences)
    yield from map(_conflict, row.conflicts)
    if row.young:
        yield words.say(
            QT_TRANSLATE_NOOP("Words", "The last sale was only days ago: some goods will still come back.")
        )


def _plan(row: "Row") -> str:
    planned = row.planned
    if planned is None and row.beside:
        text = QT_TRANSLATE_NOOP(
            "Words", "Sold beside “{product}” in the same campaign: the forecast is given there."
        )
        return words.say(text, product=row.beside)
    if planned is None:
        text = QT_TRANSLATE_NOOP(
            "Words", "No forecast: the host is not in your roster, or the product not in your list."
        )
        return words.say(text)
    between, count = orders_range(planned.foreseen.orders), words.number(row.result.orders)
    if planned.basis == "kept":
        text = QT_TRANSLATE_NOOP("Words", "Plan “{name}” of {day} expected {between} orders; {count} came.")
        return words.say(text, name=planned.name, day=planned.day, between=between, count=count)
    text = QT_TRANSLATE_NOOP(
        "Words",
        "No plan was kept. For {sessions} on “{offer}” the model expects {between} orders today; {count} came.",
    )
    said = words.say(
        text, sessions=plans.sessions(planned.foreseen.sessions), offer=deal(planned.foreseen.offer), between=between, count=count
    )  # fmt: skip
    if not planned.assumed_sessions:
        return said
    assumed = QT_TRANSLATE_NOOP("Words", "How many sessions there were is not known: one is assumed.")
    return words.sentences([said, words.say(assumed)])


def _cost(row: "Row") -> str:
    money, one = row.money, row.result
    if money is None:
        return words.say(
            QT_TRANSLATE_NOOP(
                "Words", "Profit cannot be said: the product is not in your list, or no orders are known."
            )
        )
    kept = (one.orders or 0) - (one.refunded_orders or 0)
    paid = money.commission + (money.slot_fee or 0.0)
    parts = []
    if money.slot_fee is None:
        parts.append(words.say(QT_TRANSLATE_NOOP("Words", "The slot fee is not known: enter it.")))
    elif "slot_fee" in money.estimated and money.slot_fee:
        text = QT_TRANSLATE_NOOP(
            "Words", "A slot fee of ≈{money} is assumed from the offer: enter what was paid."
        )
        parts.append(words.say(text, money=words.money_short(money.slot_fee)))
    if kept > 0:
        text = QT_TRANSLATE_NOOP("Words", "Fee and commission {paid}: each kept order cost {each}.")
        parts.append(
            words.say(
                text,
                paid=_about(money) + words.money_short(paid),
                each=_about(money) + words.money(paid / kept),
            )
        )
    earned = QT_TRANSLATE_NOOP("Words", "First sales earned {money}.")
    lost = QT_TRANSLATE_NOOP("Words", "First sales lost {money}.")
    parts.append(words.say(earned if money.profit >= 0 else lost, money=profit(row, plain=True)))
    return words.sentences(parts)


def _about(money: "Money") -> str:
    return "≈" if {"slot_fee", "commission"} & money.estimated else ""


def profit(row: "Row", plain: bool = False) -> str:
    """The profit, with ≈ where a figure was estimated; ``plain`` without its sign."""
    if row.money is None:
        return words.UNKNOWN
    value = abs(row.money.profit) if plain else row.money.profit
    return ("≈" if row.money.estimated else "") + words.money_short(value)


def commission(row: "Row") -> str:
    """The commission as far as it is known: ≥ where lines without one are missing in it."""
    text = words.money_short(row.result.commission_paid)
    return f"≥ {text}" if row.commission_missing and row.result.commission_paid is not None else text


def _missing(row: "Row") -> str:
    if not row.commission_missing:
        return ""
    text = QT_TRANSLATE_NOOP(
        "Words", "Lines without a known commission: {count}. Import the commission or settlement file."
    )
    return words.say(text, count=words.number(row.commission_missing))


def _customers(found: "Loyalty") -> Iterator[str]:
    if not found.won:
        yield words.say(
            QT_TRANSLATE_NOOP(
                "Words",
                "Which customers this host won cannot be told: no known buyer bought first from them.",
            )
        )
        return
    won = imports.counted(imports.CUSTOMERS, found.won)
    yield words.say(QT_TRANSLATE_NOOP("Words", "The host won {won} who had not bought before."), won=won)
    yield from map(_back, found.back)


def _back(one: "Back") -> str:
    days, seen = words.number(one.days), words.number(one.followed)
    if not one.followed:
        none = QT_TRANSLATE_NOOP(
            "Words", "Back in {days} days: cannot tell yet, none of them was followed that long."
        )
        return words.say(none, days=days)
    if one.share is None:
        text = QT_TRANSLATE_NOOP(
            "Words", "Back in {days} days: cannot tell yet, only {seen} of them were followed that long."
        )
        return words.say(text, days=days, seen=seen)
    text = QT_TRANSLATE_NOOP(
        "Words",
        "Back in {days} days: {share} of this host's ({seen} followed that long), {others} of the others ({rest}).",
    )
    said = words.say(
        text, days=days, share=_share_range(one.share), seen=seen, others=_share_range(one.others), rest=words.number(one.others_followed)
    )  # fmt: skip
    told = words.say(VERDICTS[one.verdict]) if one.verdict in VERDICTS else ""
    return (
        words.say(QT_TRANSLATE_NOOP("Words", "{said} So far {told}."), said=said, told=told) if told else said
    )


def _settled(found: "Settled | None", differences: Sequence["Difference"]) -> str:
    if found is None:
        return ""
    count = words.number(found.compared)
    if not found.differing:
        text = QT_TRANSLATE_NOOP(
            "Words", "The settlement has {count} of this host's orders and agrees to the fen."
        )
        return words.say(text, count=count)
    first = differences[0]
    text = QT_TRANSLATE_NOOP(
        "Words",
        "The settlement differs on {wrong} of this host's {count} orders: order {order}, {column}: {money} apart.",
    )
    return words.say(
        text, wrong=words.number(found.differing), count=count, order=first.order_id, column=column(first.column),
        money=words.money(abs(first.off_fen) / 100, 2),
    )  # fmt: skip


def _conflict(one: "Conflict") -> str:
    name = words.say(FIGURES[one.name])
    text = QT_TRANSLATE_NOOP("Words", "You entered {own} for {name}, the files say {files}: yours counts.")
    return words.say(text, name=name, own=figure(one.name, one.own), files=figure(one.name, one.files))


def figure(name: str, value: float | None) -> str:
    """A figure of a result: money to the fen, counts whole."""
    return words.money(value, 2) if name in MONEY else words.number(value)


def _share_range(found: "Estimate | None") -> str:
    """A share with its range; too few customers say nothing."""
    if found is None:
        return words.say(QT_TRANSLATE_NOOP("Words", "cannot tell yet"))
    between = words.span(found.low, found.high, words.percent)
    text = QT_TRANSLATE_NOOP("Words", "{share} ({between})")
    return words.say(text, share=words.percent(found.value), between=between)
