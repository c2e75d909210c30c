"""What hangs on one host: what would bring him in, and what is lost without him."""

from typing import TYPE_CHECKING, Final

from gui import words
from gui.words import QT_TRANSLATE_NOOP
from gui.words.labels import deal

if TYPE_CHECKING:
    from model.matrix.single import Change, WaysIn, Without

__all__ = ["estimate", "missing", "ways_in", "without"]

MOST_NAMES = 3
LEAST: Final = 0.5
"""Yuan from which on something is missing: less would read as ≈¥0."""


def missing(short_by: float | None) -> str:
    """By how much the fee of a host left out is too high, in the room of a table."""
    if short_by is None:
        return words.UNKNOWN
    if short_by < LEAST:
        return words.say(QT_TRANSLATE_NOOP("Words", "nearly in"))
    return f"≈{words.money_rough(short_by)}"


def estimate(short_by: float, reason: str) -> str:
    """What the table says of a host's fee; where the fee is not too high, what else would do."""
    if short_by < LEAST:
        stock = QT_TRANSLATE_NOOP(
            "Words", "≈ Nearly as good as the last one chosen: more stock may bring this host in."
        )
        text = QT_TRANSLATE_NOOP(
            "Words", "≈ Nearly as good as the last one chosen: a little less fee may be enough."
        )
        return words.say(stock if reason == "stock_used_up" else text)
    return words.say(
        QT_TRANSLATE_NOOP("Words", "≈ By a rough estimate {yuan} are missing."),
        yuan=words.money_rough(short_by),
    )


def ways_in(found: "WaysIn") -> list[str]:
    """What a rejected host's fee or views would have to be, each by itself."""
    return [_fee(found.fee), _views(found.views, "≈" if found.views_estimated else "")]


def _fee(change: "Change | None") -> str:
    if change is None:
        return words.say(QT_TRANSLATE_NOOP("Words", "No slot fee is low enough: not even for nothing."))
    if change.need <= 0:
        text = QT_TRANSLATE_NOOP("Words", "Only without any slot fee (instead of {have}), on “{offer}”.")
        return words.say(text, have=words.money(change.have), offer=deal(change.offer))
    return words.say(
        QT_TRANSLATE_NOOP(
            "Words", "At a slot fee of {need} a session instead of {have}, on “{offer}”: {less} less."
        ),
        need=words.money(change.need),
        have=words.money(change.have),
        less=words.money(change.have - change.need),
        offer=deal(change.offer),
    )


def _views(change: "Change | None", about: str) -> str:
    if change is None:
        return words.say(QT_TRANSLATE_NOOP("Words", "More viewers alone would not bring this host in."))
    return words.say(
        QT_TRANSLATE_NOOP("Words", "With {need} views a session instead of {have}: {times} times as many."),
        need=words.count_short(change.need),
        have=about + words.count_short(change.have),
        times=words.number(change.need / change.have, 1) if change.have else words.UNKNOWN,
    )


def without(found: "Without") -> str:
    """What the best plan without a chosen host earns less, and who would come in."""
    if found.least is None or found.most is None:
        return words.say(QT_TRANSLATE_NOOP("Words", "Without this host no plan keeps all limits."))
    if found.most < 1:
        lost = words.say(QT_TRANSLATE_NOOP("Words", "Without this host the best plan earns as much."))
    else:
        lost = words.say(
            QT_TRANSLATE_NOOP("Words", "Without this host the best plan earns {yuan} less."),
            yuan=words.span(found.least, found.most, words.money_rough),
        )
    return words.sentences([lost, _instead(found.instead)])


def _instead(names: tuple[str, ...]) -> str:
    if not names:
        return words.say(QT_TRANSLATE_NOOP("Words", "Nobody would take the place."))
    shown = words.series(f"“{name}”" for name in names[:MOST_NAMES])
    if len(names) > MOST_NAMES:
        text = QT_TRANSLATE_NOOP("Words", "Instead: {names} and {more} more.")
        return words.say(text, names=shown, more=words.number(len(names) - MOST_NAMES))
    return words.say(QT_TRANSLATE_NOOP("Words", "Instead: {names}."), names=shown)
