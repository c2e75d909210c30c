"""Results of campaigns in words: the verdict over all, and the story of one."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from gui import words
from gui.words import QT_TRANSLATE_NOOP, imports, plans

if TYPE_CHECKING:
    from model.campaigns.loyalty import Back, Loyalty
    from model.campaigns.money import Money
    from model.campaigns.plans import Planned
    from model.campaigns.review import Conflict, Review, Row
    from model.campaigns.settling import Difference, Settled, Statement
    from model.records import Estimate

CAMPAIGNS: Final = QT_TRANSLATE_NOOP("Words", "{count} campaign(s)", "", 1)
COLUMNS: Final = {
    "net": QT_TRANSLATE_NOOP("Words", "paid less refunded"),
    "commission": QT_TRANSLATE_NOOP("Words", "commission"),
    "fee": QT_TRANSLATE_NOOP("Words", "platform fee"),
}
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
MOST_NAMES: Final = 3
VERDICTS: Final = {
    "more": QT_TRANSLATE_NOOP("Words", "they come back more often"),
    "fewer": QT_TRANSLATE_NOOP("Words", "they come back less often"),
    "alike": QT_TRANSLATE_NOOP("Words", "no difference can be told yet"),
}


def column(code: str) -> str:
    """The name of a column of a settlement."""
    return words.say(COLUMNS[code])


def product(row: "Row") -> str:
    """What was sold; sessions alone do not say."""
    return row.result.product or words.UNKNOWN


def orders_range(found: "Estimate | None") -> str:
    """A planned range of counts."""
    return words.UNKNOWN if found is None else words.span(found.low, found.high, words.count_short)


def money_range(found: "Estimate | None") -> str:
    """A planned range of money."""
    return words.UNKNOWN if found is None else words.span(found.low, found.high, words.money_short)


def share_range(found: "Estimate | None") -> str:
    """A share with its range; too few customers say nothing."""
    if found is None:
        return words.say(QT_TRANSLATE_NOOP("Words", "cannot tell yet"))
    between = words.span(found.low, found.high, words.percent)
    text = QT_TRANSLATE_NOOP("Words", "{share} ({between})")
    return words.say(text, share=words.percent(found.value), between=between)


# ── over all ──


def verdict(found: "Review") -> str:
    """What came of all campaigns, in a few sentences."""
    rows = found.rows
    hosts = len({row.result.id for row in rows})
    campaigns = len({(row.result.id, row.result.date) for row in rows})
    orders = sum(row.result.orders or 0 for row in rows)
    net = sum(row.result.net_gmv or 0.0 for row in rows)
    text = QT_TRANSLATE_NOOP(
        "Words",
        "{campaigns} with {hosts} brought {orders}; {net} was kept after refunds.",
    )
    first = words.say(
        text,
        campaigns=imports.counted(CAMPAIGNS, campaigns),
        hosts=imports.counted(imports.HOSTS, hosts),
        orders=imports.counted(imports.ORDERS, orders),
        net=words.money_short(net),
    )
    return words.sentences([first, _earned(rows), _held(rows), _loyal(rows)])


def _earned(rows: Sequence["Row"]) -> str:
    known = [row for row in rows if row.money is not None]
    if not known:
        text = QT_TRANSLATE_NOOP(
            "Words", "What they earned cannot be said: enter the products with price and cost."
        )
        return words.say(text)
    total = sum(row.money.profit for row in known if row.money)
    guessed = any(row.money.estimated for row in known if row.money)
    shown = ("≈" if guessed else "") + words.money_short(abs(total))
    earned = QT_TRANSLATE_NOOP("Words", "At first sale they earned {money}.")
    lost = QT_TRANSLATE_NOOP("Words", "At first sale they lost {money}.")
    return words.say(earned if total >= 0 else lost, money=shown)


def _held(rows: Sequence["Row"]) -> str:
    """How many came within the planned range."""
    pairs = [
        (row.planned.foreseen.orders, row.result.orders)
        for row in rows
        if row.planned is not None and row.result.orders is not None
    ]
    if not pairs:
        return ""
    inside = sum(plan.low <= came <= plan.high for plan, came in pairs)
    below = sum(came < plan.low for plan, came in pairs)
    text = QT_TRANSLATE_NOOP(
        "Words", "Of {all} with a plan or forecast {inside} came within its range, {below} below it."
    )
    return words.say(
        text, all=words.number(len(pairs)), inside=words.number(inside), below=words.number(below)
    )


def _loyal(rows: Sequence["Row"]) -> str:
    """Who brings customers that come back, as far as that can be told."""
    best = {
        row.seller.name or row.result.id
        for row in rows
        if row.loyalty and any(back.verdict == "more" for back in row.loyalty.back)
    }
    if not best:
        return ""
    names = ("、" if words.language().startswith("zh") else ", ").join(sorted(best)[:MOST_NAMES])
    text = QT_TRANSLATE_NOOP("Words", "Customers won by {names} come back more often than the shop's others.")
    return words.say(text, names=names)


def footing(found: "Review") -> str:
    """On what the figures stand: the cost basis, the follow-up, lines in no campaign."""
    basis = QT_TRANSLATE_NOOP(
        "Words",
        "Profit of first sales: sales kept less platform fee, goods, shipping, returned orders, commission, slot fee and samples. ≈ where a figure was estimated; later purchases are not counted.",
    )
    undated = QT_TRANSLATE_NOOP("Words", "Lines of hosts without a date are in no campaign: {count}.")
    more = words.say(undated, count=words.number(found.undated)) if found.undated else ""
    return words.sentences([words.say(basis), more])


def settlement(found: Iterable["Statement"], pointing: bool = False) -> str:
    """Whether the statements agree with the orders; ``pointing`` to where the differences are listed."""
    bills = tuple(found)
    said = [_statement(one) for one in bills]
    if pointing and any(one.differences for one in bills):
        said.append(words.say(QT_TRANSLATE_NOOP("Words", "Each is listed under “Settlement”.")))
    return words.sentences(said)


def _statement(one: "Statement") -> str:
    if not one.whole.compared:
        text = QT_TRANSLATE_NOOP(
            "Words", "{files}: none of its orders is in the order files. Import the orders of the same days."
        )
        return words.say(text, files=_files(one))
    count = words.number(one.whole.compared)
    if not one.whole.differing:
        text = QT_TRANSLATE_NOOP(
            "Words", "{files} agrees with the orders to the fen ({count} orders, {money})."
        )
        return words.say(
            text, files=_files(one), count=count, money=words.money(one.whole.statement_fen / 100, 2)
        )
    off = sum(abs(difference.off_fen) for difference in one.differences) / 100
    text = QT_TRANSLATE_NOOP(
        "Words",
        "{files} differs from the orders on {wrong} of {count} orders, by {money} taken together.",
    )
    return words.say(
        text,
        files=_files(one),
        wrong=words.number(one.whole.differing),
        count=count,
        money=words.money(off, 2),
    )


def _files(one: "Statement") -> str:
    """The statement's file, or how many there are."""
    if len(one.files) == 1:
        return one.files[0]
    return words.say(
        QT_TRANSLATE_NOOP("Words", "The settlement ({count} files)"), count=words.number(len(one.files))
    )


def further(one: "Statement") -> str:
    """What of a statement or of the orders has no counterpart; empty where all has."""
    parts = []
    if one.strange:
        text = QT_TRANSLATE_NOOP(
            "Words", "{count} rows of it ({money}) speak of orders in no file: import older orders."
        )
        parts.append(
            words.say(text, count=words.number(one.strange), money=words.money(one.strange_fen / 100, 2))
        )
    if one.whole.open:
        text = QT_TRANSLATE_NOOP(
            "Words", "{count} kept orders ({money}) are not settled yet, or their statement is missing."
        )
        parts.append(
            words.say(
                text, count=words.number(one.whole.open), money=words.money(one.whole.open_fen / 100, 2)
            )
        )
    return words.sentences(parts)


# ── one campaign ──


def when(row: "Row") -> str:
    """What was sold, and from when to when."""
    days = imports.day_range(row.result.date, row.last)
    return " · ".join(part for part in (row.result.product, days) if part)


def story(row: "Row") -> list[str]:
    """What was planned, what came, what it cost, who came back, and what does not agree."""
    return [text for text in _story(row) if text]


def _story(row: "Row") -> Iterator[str]:
    yield _plan(row.planned, row.result.orders)
    yield _cost(row)
    yield _missing(row)
    if row.loyalty is not None:
        yield from _customers(row.loyalty)
    yield _settled(row.settled, row.differences)
    yield from map(_conflict, row.conflicts)
    if row.young:
        yield words.say(
            QT_TRANSLATE_NOOP("Words", "The last sale was days ago only: some goods will still come back.")
        )


def _plan(planned: "Planned | None", came: int | None) -> str:
    if planned is None:
        text = QT_TRANSLATE_NOOP(
            "Words", "No forecast: the host is not in your roster, or the product not in your list."
        )
        return words.say(text)
    between = orders_range(planned.foreseen.orders)
    count = words.number(came)
    if planned.basis == "kept":
        text = QT_TRANSLATE_NOOP("Words", "Plan “{name}” of {day} expected {between} orders; {count} came.")
        return words.say(text, name=planned.name, day=planned.day, between=between, count=count)
    text = QT_TRANSLATE_NOOP(
        "Words",
        "No plan was kept. For {sessions} on “{offer}” the model expects {between} orders today; {count} came.",
    )
    said = words.say(
        text, sessions=plans.sessions(planned.foreseen.sessions), offer=planned.foreseen.offer, between=between, count=count
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
                "Words", "Which customers he won cannot be told: no known buyer bought first from him."
            )
        )
        return
    won = imports.counted(imports.CUSTOMERS, found.won)
    yield words.say(QT_TRANSLATE_NOOP("Words", "He won {won} who had not bought before."), won=won)
    yield from map(_back, found.back)


def _back(one: "Back") -> str:
    days, seen = words.number(one.days), words.number(one.followed)
    if one.share is None:
        text = QT_TRANSLATE_NOOP(
            "Words", "Back in {days} days: cannot tell yet, only {seen} of them were followed that long."
        )
        return words.say(text, days=days, seen=seen)
    text = QT_TRANSLATE_NOOP(
        "Words",
        "Back in {days} days: {share} of his ({seen} followed that long), {others} of the others ({rest}).",
    )
    said = words.say(
        text, days=days, share=share_range(one.share), seen=seen, others=share_range(one.others), rest=words.number(one.others_followed)
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
        text = QT_TRANSLATE_NOOP("Words", "The settlement has {count} of his orders and agrees to the fen.")
        return words.say(text, count=count)
    first = differences[0]
    text = QT_TRANSLATE_NOOP(
        "Words",
        "The settlement differs on {wrong} of his {count} orders: order {order}, {column}: {money} apart.",
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
