"""Files that come in, in words: what a file seems to be, how sure that is, what became of it, what was understood."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from gui import words
from gui.words import QT_TRANSLATE_NOOP
from model.batches import BatchKind, Buyers, Facts, OrderState

if TYPE_CHECKING:
    from model.intake.joined.lines import JoinFact, SamePerson
    from model.intake.joined.summaries import Overview

CONTEXT = "Files"

KINDS: Final[Mapping[str, str]] = {
    "orders": QT_TRANSLATE_NOOP("Files", "Orders"),
    "refunds": QT_TRANSLATE_NOOP("Files", "After-sales and refunds"),
    "settlement": QT_TRANSLATE_NOOP("Files", "Settlement"),
    "commission": QT_TRANSLATE_NOOP("Files", "Commission of hosts"),
    "sessions": QT_TRANSLATE_NOOP("Files", "Live sessions"),
    "roster": QT_TRANSLATE_NOOP("Files", "Hosts"),
    "posts": QT_TRANSLATE_NOOP("Files", "Posts of hosts"),
    "products": QT_TRANSLATE_NOOP("Files", "Products"),
    "results": QT_TRANSLATE_NOOP("Files", "Results of campaigns"),
}
"""What a sheet may be taken as, in the order they are offered."""
FIGURES: Final = QT_TRANSLATE_NOOP("Files", "Figures of hosts for the check for inflated figures")

STATES: Final[Mapping[str, str]] = {
    "waiting": QT_TRANSLATE_NOOP("Files", "waiting"),
    "looking": QT_TRANSLATE_NOOP("Files", "looking…"),
    "ready": QT_TRANSLATE_NOOP("Files", "ready"),
    "needs_columns": QT_TRANSLATE_NOOP("Files", "needs columns"),
    "skipped": QT_TRANSLATE_NOOP("Files", "not wanted"),
    "reading": QT_TRANSLATE_NOOP("Files", "reading…"),
    "read": QT_TRANSLATE_NOOP("Files", "read"),
    "taken": QT_TRANSLATE_NOOP("Files", "taken"),
    "known": QT_TRANSLATE_NOOP("Files", "already taken"),
    "refused": QT_TRANSLATE_NOOP("Files", "refused"),
}

CERTAINTIES: Final[tuple[tuple[float, str, str], ...]] = (
    (0.8, "good", QT_TRANSLATE_NOOP("Files", "sure")),
    (0.5, "accent", QT_TRANSLATE_NOOP("Files", "likely")),
    (0.0, "warn", QT_TRANSLATE_NOOP("Files", "a guess")),
)
"""From which score a guess is called so, and its colour: only a manner of speaking, nothing is decided by it."""

UNSOLD: Final[Mapping[OrderState, str]] = {
    OrderState.UNPAID: QT_TRANSLATE_NOOP("Words", "{count} unpaid"),
    OrderState.CLOSED: QT_TRANSLATE_NOOP("Words", "{count} closed"),
    OrderState.GIFT: QT_TRANSLATE_NOOP("Words", "{count} gifts"),
    OrderState.BRUSHED: QT_TRANSLATE_NOOP("Words", "{count} marked as brushed"),
}
"""Lines that are no sales: said, so that none disappears unseen."""

LINES = QT_TRANSLATE_NOOP("Words", "{count} line(s)", "", 1)
ORDERS = QT_TRANSLATE_NOOP("Words", "{count} order(s)", "", 1)
HOSTS = QT_TRANSLATE_NOOP("Words", "{count} host(s)", "", 1)
RESULTS = QT_TRANSLATE_NOOP("Words", "{count} result(s)", "", 1)
PRODUCTS = QT_TRANSLATE_NOOP("Words", "{count} product(s)", "", 1)
ROWS = QT_TRANSLATE_NOOP("Words", "{count} row(s)", "", 1)
ONLY_KEPT = QT_TRANSLATE_NOOP(
    "Words",
    "Of settlements only the sum kept is compared here; commissions and fees under “Settlement” on the results page.",
)
ASIDE = QT_TRANSLATE_NOOP("Words", "{count} row(s) set aside", "", 1)
CUSTOMERS = QT_TRANSLATE_NOOP("Words", "{count} customer(s)", "", 1)
DAYS = QT_TRANSLATE_NOOP("Words", "{first} to {last}")
JOINT = " · "
MOST_NAMES: Final = 3
"""More would make a sentence of names."""


def kind(code: str) -> str:
    """The name of what a sheet is taken as: orders, hosts and so on."""
    return words.term(CONTEXT, FIGURES if code == BatchKind.FIGURES else KINDS.get(code, ""))


def title(titles: Mapping[str, str], code: str) -> str:
    """The name of an export in the language of the moment (抖店订单); without one, of its kind."""
    name = titles.get("zh" if words.is_chinese() else "en", "") or kind(code)
    return name[:1].upper() + name[1:]


def state(code: str) -> str:
    """What became of a file."""
    return words.term(CONTEXT, STATES[code])


def certainty(score: float) -> tuple[str, str]:
    """How sure a guess is, in a word, and the colour of that word."""
    tone, text = next((tone, text) for least, tone, text in CERTAINTIES if score >= least)
    return words.term(CONTEXT, text), tone


def counted(text: str, count: int) -> str:
    """One of the counting texts above, with its figure."""
    return words.say(text, n=count, count=words.number(count))


def day_range(first: dt.date | None, last: dt.date | None) -> str:
    """The days something spans; empty when they are not known."""
    if first is None or last is None:
        return ""
    one = first.isoformat()
    return one if first == last else words.say(DAYS, first=one, last=last.isoformat())


def understood(what: str, facts: Facts, kind_code: str = "orders") -> str:
    """One sentence: “抖店订单 · 12,430 lines · 2025-03-01 to 2025-09-30 · 11,902 paid · …”."""
    return JOINT.join(part for part in (what, *_parts(facts, kind_code)) if part)


def no_lines() -> str:
    """What is said of an export that holds headings only."""
    return words.say(
        QT_TRANSLATE_NOOP(
            "Words", "There are headings but no lines below them: was anything sold in these days?"
        )
    )


def buyers(facts: Facts) -> str:
    """What the buyers of a file are good for; empty when they can be told apart."""
    if facts.buyers is Buyers.MASKED:
        return words.say(
            QT_TRANSLATE_NOOP(
                "Words",
                "The buyers in this file are masked or encrypted, so nobody can tell whether one came back: repurchase per customer cannot be computed from it.",
            )
        )
    if facts.buyers is Buyers.ABSENT:
        return words.say(
            QT_TRANSLATE_NOOP(
                "Words",
                "This file names no buyers: repurchase per customer cannot be computed from it.",
            )
        )
    return ""


def _parts(facts: Facts, kind_code: str) -> Iterator[str]:
    yield "" if kind_code == BatchKind.FIGURES else counted(LINES, facts.lines)
    yield day_range(facts.first_day, facts.last_day)
    if kind_code == "orders":
        paid = facts.states.get(OrderState.PAID, 0)
        yield words.say(QT_TRANSLATE_NOOP("Words", "{count} paid"), count=words.number(paid))
    if facts.refunded_lines:
        count = words.number(facts.refunded_lines)
        one = QT_TRANSLATE_NOOP("Words", "refunds in {count} of them")
        text = one if kind_code == "sessions" else QT_TRANSLATE_NOOP("Words", "{count} refunded")
        yield words.say(text, count=count)
    for order_state, text in UNSOLD.items():
        if lines := facts.states.get(order_state, 0):
            yield words.say(text, count=words.number(lines))
    if facts.hosts:
        yield counted(HOSTS, facts.hosts)
    if facts.repeated:
        yield words.say(
            QT_TRANSLATE_NOOP("Words", "{count} twice in the file"), count=words.number(facts.repeated)
        )
    if facts.set_aside > facts.repeated:
        yield counted(ASIDE, facts.set_aside - facts.repeated)
    if facts.currency != "CNY":
        yield words.say(QT_TRANSLATE_NOOP("Words", "amounts in {currency}"), currency=facts.currency)
    if facts.total_off_fen:
        off = words.money(facts.total_off_fen / 100, 2)
        yield words.say(QT_TRANSLATE_NOOP("Words", "{off} off the file's own total"), off=off)


def own_columns(code: str) -> str:
    """A kind of sheet whose columns the merchant names himself."""
    return words.say(QT_TRANSLATE_NOOP("Words", "{kind}: I name the columns"), kind=kind(code))


def size_and_place(size: int, folder: str) -> str:
    """How large a file is, and where it lies (a pasted sheet: nowhere)."""
    if size < 100:
        shown = f"{words.number(size)} B"
    else:
        shown = f"{words.number(size / 1e6, 1)} MB" if size >= 1e5 else f"{words.number(size / 1e3, 1)} kB"
    return JOINT.join(filter(None, (shown, folder))) if size else folder


def buyer_state(state: Buyers) -> str:
    """In a word why customers cannot be counted."""
    if state is Buyers.MASKED:
        return words.say(QT_TRANSLATE_NOOP("Words", "masked"))
    return words.say(QT_TRANSLATE_NOOP("Words", "not named")) if state is Buyers.ABSENT else ""


def overview(sums: "Overview") -> str:
    """One sentence over all order lines of a shop."""
    net = sums.paid_fen - sums.refunded_fen
    parts = [
        counted(ORDERS, sums.orders),
        day_range(sums.first_day, sums.last_day),
        words.say(QT_TRANSLATE_NOOP("Words", "paid {money}"), money=words.money(sums.paid_fen / 100, 2)),
        words.say(QT_TRANSLATE_NOOP("Words", "kept after refunds {money}"), money=words.money(net / 100, 2)),
        _refund_share(sums),
        counted(PRODUCTS, sums.products),
        counted(HOSTS, sums.hosts) if sums.hosts else "",
    ]
    return JOINT.join(part for part in parts if part)


def host_part(sums: "Overview") -> str:
    """What hosts brought of it."""
    if not sums.hosts or not sums.paid_fen:
        return words.say(
            QT_TRANSLATE_NOOP(
                "Words",
                "No file names the host of a sale. The exports of Doudian, Kuaishou, WeChat and Xiaohongshu do.",
            )
        )
    share = words.percent(sums.host_paid_fen / sums.paid_fen, 1)
    money = words.money(sums.host_paid_fen / 100, 2)
    text = QT_TRANSLATE_NOOP("Words", "Hosts sold {share} of it: {money}.")
    return words.say(text, share=share, money=money)


def customer_part(sums: "Overview") -> str:
    """Who came back, as it was counted; it is no rate, as late customers had less time."""
    if not sums.buyer_lines:
        text = QT_TRANSLATE_NOOP(
            "Words",
            "In no file can the buyers be told apart (they are masked or not named): whether customers come back cannot be said.",
        )
        return words.say(text)
    text = QT_TRANSLATE_NOOP(
        "Words", "{customers} could be told apart; so far {again} of them bought on two or more days."
    )
    shown = counted(CUSTOMERS, sums.counted.buyers)
    return words.say(text, customers=shown, again=words.number(sums.counted.with_two_days))


def late_part(sums: "Overview") -> str:
    """Lines that were left out because of their dates; empty when there are none."""
    if not sums.later:
        return ""
    text = QT_TRANSLATE_NOOP("Words", "{lines} dated in the future and left out.")
    return words.say(text, lines=counted(LINES, sums.later))


def foreign_part(sums: "Overview") -> str:
    """Lines that were left out because their money is no yuan; empty when there are none."""
    if not sums.foreign:
        return ""
    text = QT_TRANSLATE_NOOP("Words", "{lines} not in yuan, left out of all sums.")
    return words.say(text, lines=counted(LINES, sums.foreign))


def check_part(joins: Iterable["JoinFact"]) -> str:
    """How far refund, settlement and commission files agree with the order files; empty when none was compared."""
    told = [one for one in joins if one.kind != BatchKind.ORDERS]
    compared, differing = (sum(part) for part in ([j.compared for j in told], [j.differing for j in told]))
    parts = [_agreement(compared, differing)] if compared else []
    if any(one.compared for one in told if one.kind == BatchKind.SETTLEMENT):
        parts.append(words.say(ONLY_KEPT))
    if lost := sum(one.unmatched for one in told):
        text = QT_TRANSLATE_NOOP(
            "Words",
            "{rows} of refund, settlement and commission files speak of orders that no order file holds (see “Found”): import the orders of those months too.",
        )
        parts.append(words.say(text, rows=counted(ROWS, lost)))
    return words.sentences(parts)


def _agreement(compared: int, differing: int) -> str:
    orders = counted(ORDERS, compared)
    if not differing:
        text = QT_TRANSLATE_NOOP(
            "Words",
            "Refunds, settled amounts and commissions in their files agree with the orders on all {orders} compared.",
        )
        return words.say(text, orders=orders)
    text = QT_TRANSLATE_NOOP(
        "Words",
        "Refund, settlement and commission files say something else than the orders on {count} of {orders} compared: see “Differs” in the list of files.",
    )
    return words.say(text, count=words.number(differing), orders=orders)


def person_part(persons: Sequence["SamePerson"]) -> str:
    """Hosts who were known by two ids and are counted as one, and how many of them by their name alone."""
    if not persons:
        return ""
    by_name = [one for one in persons if one.told == "name"]
    both = QT_TRANSLATE_NOOP(
        "Words",
        "{hosts} known by two ids (such as 抖音号 and 达人ID): counted as one, as the same orders or your list of hosts name both.",
    )
    name = QT_TRANSLATE_NOOP(
        "Words",
        "{hosts} known by two ids, counted as one by platform and name alone: {names}. Please check.",
    )
    proved = len(persons) - len(by_name)
    names = words.series([f"{one.host} ({one.host_id}, {one.other_id})" for one in by_name[:MOST_NAMES]])
    return words.sentences(
        [
            words.say(both, hosts=counted(HOSTS, proved)) if proved else "",
            words.say(name, hosts=counted(HOSTS, len(by_name)), names=names) if by_name else "",
        ]
    )


def difference(join: "JoinFact") -> str:
    """By how much a file says something else than the orders; empty where nothing was compared."""
    if not join.compared:
        return ""
    return (
        words.money((join.off_fen or 0) / 100, 2)
        if join.differing
        else words.say(QT_TRANSLATE_NOOP("Words", "agrees"))
    )


def _refund_share(sums: "Overview") -> str:
    if not sums.paid_fen:
        return ""
    text = QT_TRANSLATE_NOOP("Words", "{share} refunded")
    return words.say(text, share=words.percent(sums.refunded_fen / sums.paid_fen, 1))
