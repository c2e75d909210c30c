"""Results of campaigns in words: the verdict over all, and whether the settlement agrees."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from gui import words
from gui.words import QT_TRANSLATE_NOOP, imports

if TYPE_CHECKING:
    from model.campaigns.review import Review, Row
    from model.campaigns.settling import Statement
    from model.records import Estimate

CAMPAIGNS: Final = QT_TRANSLATE_NOOP("Words", "{count} campaign(s)", "", 1)
COLUMNS: Final = {
    "net": QT_TRANSLATE_NOOP("Words", "paid less refunded"),
    "commission": QT_TRANSLATE_NOOP("Words", "commission"),
    "fee": QT_TRANSLATE_NOOP("Words", "platform fee"),
}
MOST_NAMES: Final = 3


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


def verdict(found: "Review") -> str:
    """What came of all campaigns, in a few sentences."""
    rows = found.rows
    hosts = len({row.result.id for row in rows})
    campaigns = len({(row.result.id, row.result.date) for row in rows})
    orders = max(sum(row.result.orders or 0 for row in rows) - found.shared, 0)
    kept = [row.result.net_gmv for row in rows if row.result.net_gmv is not None]
    told = QT_TRANSLATE_NOOP(
        "Words", "{campaigns} with {hosts} brought {orders}; {net} was kept after refunds."
    )
    untold = QT_TRANSLATE_NOOP("Words", "{campaigns} with {hosts} brought {orders}.")
    first = words.say(
        told if kept else untold,
        campaigns=imports.counted(CAMPAIGNS, campaigns),
        hosts=imports.counted(imports.HOSTS, hosts),
        orders=imports.counted(imports.ORDERS, orders),
        net=words.money_short(sum(kept)),
    )
    return words.sentences([first, _earned(rows), _held(rows), _loyal(rows)])


def _earned(rows: Sequence["Row"]) -> str:
    known = [row for row in rows if row.money is not None]
    if not known:
        text = QT_TRANSLATE_NOOP(
            "Words",
            "What they earned cannot be said: enter how many orders came, and the products with price and cost.",
        )
        return words.say(text)
    total = sum(row.money.profit for row in known if row.money)
    guessed = any(row.money.estimated for row in known if row.money)
    shown = ("≈" if guessed else "") + words.money_short(abs(total))
    earned = QT_TRANSLATE_NOOP("Words", "At first sale they earned {money}.")
    lost = QT_TRANSLATE_NOOP("Words", "At first sale they lost {money}.")
    said = words.sentences([words.say(earned if total >= 0 else lost, money=shown), _assumed(known)])
    if len(known) == len(rows):
        return said
    text = QT_TRANSLATE_NOOP(
        "Words",
        "{count} of the {all} rows are not in this sum: how many orders came, or the product with price and cost, is not entered yet.",
    )
    return words.sentences(
        [said, words.say(text, count=words.number(len(rows) - len(known)), all=words.number(len(rows)))]
    )


def _assumed(rows: Sequence["Row"]) -> str:
    """How much of that are slot fees nobody entered: they may be nearly all of it."""
    fees = [
        row.money.slot_fee
        for row in rows
        if row.money and row.money.slot_fee and "slot_fee" in row.money.estimated
    ]
    text = QT_TRANSLATE_NOOP(
        "Words",
        "That counts ≈{money} of slot fees, assumed from the offers for {campaigns} without a fee entered: enter what was paid, 0 if nothing.",
    )
    money, campaigns = words.money_short(sum(fees)), imports.counted(CAMPAIGNS, len(fees))
    return words.say(text, money=money, campaigns=campaigns) if fees else ""


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
        "Words",
        "Of {all} with a plan or forecast {inside} came within its range, {below} below and {above} above it.",
    )
    return words.say(
        text,
        all=words.number(len(pairs)),
        inside=words.number(inside),
        below=words.number(below),
        above=words.number(len(pairs) - inside - below),
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
    names = words.series(sorted(best)[:MOST_NAMES])
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
