"""What is said of a plan's bad cases: what makes them bad, and what one lost host costs."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from gui import words
from gui.words import QT_TRANSLATE_NOOP
from gui.words.labels import label

if TYPE_CHECKING:
    from model.matrix.plan import Cause, HostLoss, Risk

__all__ = ["causes", "lost"]

CAUSES: Final[Mapping[str, str]] = {
    "day": QT_TRANSLATE_NOOP("Words", "Days worse than expected for everybody: {yuan}"),
    "platform": QT_TRANSLATE_NOOP("Words", "Bad days on {name}: {yuan}"),
    "class": QT_TRANSLATE_NOOP("Words", "Class {name} sells worse than expected: {yuan}"),
    "returns": QT_TRANSLATE_NOOP("Words", "More returns of “{name}” than expected: {yuan}"),
    "repeat": QT_TRANSLATE_NOOP("Words", "Fewer buyers of “{name}” come back than expected: {yuan}"),
    "host": QT_TRANSLATE_NOOP("Words", "“{name}” brings less than expected: {yuan}"),
}


def causes(risk: "Risk") -> str:
    """The worst three causes of the worst twentieth, a line each."""
    if not risk.causes:
        return ""
    head = words.say(
        QT_TRANSLATE_NOOP("Words", "What makes the worst 5% bad ({worst} on average)"),
        worst=words.money_short(risk.cvar95),
    )
    return "\n".join([head, *(f"· {_cause(one)}" for one in risk.causes)])


def _cause(one: "Cause") -> str:
    name = label(one.name) if one.code in ("platform", "class") else one.name
    return words.say(CAUSES[one.code], name=name, yuan=words.money_short(one.yuan))


def lost(risk: "Risk") -> str:
    """What the heads (or the dearest host) can cost, a line for each case."""
    return "\n".join(line for one in risk.hosts for line in _lost(one))


def _lost(one: "HostLoss") -> list[str]:
    head = words.say(QT_TRANSLATE_NOOP("Words", "If “{name}” lets you down"), name=one.name)
    cases = (
        (QT_TRANSLATE_NOOP("Words", "he cancels and pays the fee back: {yuan} less, odds of a loss {odds}"), one.cancelled, one.cancelled_odds),
        (QT_TRANSLATE_NOOP("Words", "he keeps the fee and does not go live: {yuan} less, odds of a loss {odds}"), one.vanished, one.vanished_odds),
        (QT_TRANSLATE_NOOP("Words", "his views are padded: {yuan} less, odds of a loss {odds}"), one.padded, one.padded_odds),
    )  # fmt: skip
    return [
        head,
        *(
            f"· {words.say(text, yuan=words.money_short(yuan), odds=words.odds(odds))}"
            for text, yuan, odds in cases
        ),
    ]
