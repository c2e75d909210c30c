"""The check of orders in words: facts for the merchant, and for a dispute with a host or a platform."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from gui import words
from gui.words import QT_TRANSLATE_NOOP, water
from gui.words.waterfacts import ORDER_VERDICTS

if TYPE_CHECKING:
    from model.authenticity.orderaudit import OrderAudit

__all__ = ["asks", "facts", "lines", "sign", "summary", "verdict"]

CONTEXT: Final = "Water"
SIGNS: Final[Mapping[str, str]] = {
    "few_buyers": QT_TRANSLATE_NOOP("Water", "buyer ordered again"),
    "few_addresses": QT_TRANSLATE_NOOP("Water", "address ordered again"),
    "burst": QT_TRANSLATE_NOOP("Water", "within the densest minutes"),
    "early_refunds": QT_TRANSLATE_NOOP("Water", "refunded the same night or before shipping"),
    "refunds": QT_TRANSLATE_NOOP("Water", "refunded"),
    "same_quantity": QT_TRANSLATE_NOOP("Water", "the repeated quantity"),
}
"""What one order shows."""
_SUMMARY: Final = QT_TRANSLATE_NOOP(
    "Water",
    "Orders of {hosts} hosts compared with the rest of your shop: {padded} have orders that look inflated, {doubtful} are doubtful, {clean} show no sign, {unknown} cannot be told.",
)
_FACTS: Final = QT_TRANSLATE_NOOP("Water", "{orders} orders, {paid} paid, from {first} to {last}")
_UNDATED: Final = QT_TRANSLATE_NOOP("Water", "{orders} orders, {paid} paid")
_MINUTES: Final = "%Y-%m-%d %H:%M"


def verdict(code: str) -> str:
    """What a verdict on orders means, as a sentence of its own."""
    text = words.term(CONTEXT, ORDER_VERDICTS[code])
    return text[:1].upper() + text[1:]


def sign(code: str) -> str:
    """What an order shows, in a few words."""
    return words.term(CONTEXT, SIGNS[code])


def summary(verdicts: Sequence[str]) -> str:
    """How many hosts have each verdict; one element a host."""
    counts = {code: words.number(verdicts.count(code)) for code in ORDER_VERDICTS}
    return words.term(CONTEXT, _SUMMARY).format(hosts=words.number(len(verdicts)), **counts)


def facts(found: "OrderAudit", place: int) -> str:
    """How many orders of how much, and when."""
    first, last = found.span(place)
    orders, paid = words.number(int(found.check.orders[place])), words.money(float(found.paid[place]))
    if first is None or last is None:
        return words.term(CONTEXT, _UNDATED).format(orders=orders, paid=paid)
    span = {"first": first.strftime(_MINUTES), "last": last.strftime(_MINUTES)}
    return words.term(CONTEXT, _FACTS).format(orders=orders, paid=paid, **span)


def asks(found: "OrderAudit", place: int) -> tuple[str, ...]:
    """What to ask for, each once, the heaviest finding first."""
    return tuple(dict.fromkeys(filter(None, map(water.asked, found.check.host(place).evidence))))


def lines(found: "OrderAudit", place: int) -> Iterator[str]:
    """All that is said of one host's orders, to be sent or noted."""
    yield f"{found.name(place)}: {facts(found, place)}"
    check = found.check.host(place)
    yield verdict(check.verdict.value)
    for piece in check.evidence:
        yield "· " + words.sentences([water.evidence(piece), water.honest(piece), water.asked(piece)])
