"""What is said of one host's way from reach to profit."""

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from gui import words
from gui.words import QT_TRANSLATE_NOOP
from gui.words.labels import deal

if TYPE_CHECKING:
    from model.matrix.sidebyside import SideBySide, Stretch
    from model.matrix.story import Story

__all__ = ["count", "fit", "money", "offers", "reach", "share"]

MONEY: Final[Mapping[str, str]] = {
    "sales": QT_TRANSLATE_NOOP("Words", "kept sales"),
    "platform_fee": QT_TRANSLATE_NOOP("Words", "platform fee"),
    "goods": QT_TRANSLATE_NOOP("Words", "goods"),
    "shipping": QT_TRANSLATE_NOOP("Words", "shipping"),
    "commission": QT_TRANSLATE_NOOP("Words", "commission"),
    "returns": QT_TRANSLATE_NOOP("Words", "returns"),
    "slot_fee": QT_TRANSLATE_NOOP("Words", "slot fee"),
    "samples": QT_TRANSLATE_NOOP("Words", "samples"),
    "hours": QT_TRANSLATE_NOOP("Words", "own hours"),
    "guarantee": QT_TRANSLATE_NOOP("Words", "guarantee paid back"),
    "first": QT_TRANSLATE_NOOP("Words", "first-sale profit"),
    "repeat": QT_TRANSLATE_NOOP("Words", "profit of repeats"),
    "long": QT_TRANSLATE_NOOP("Words", "long-run profit"),
}
REACH: Final[Mapping[str, str]] = {
    "views": QT_TRANSLATE_NOOP("Words", "Views"),
    "true_views": QT_TRANSLATE_NOOP("Words", "of real people"),
    "visits": QT_TRANSLATE_NOOP("Words", "Visits to the shop"),
    "orders": QT_TRANSLATE_NOOP("Words", "Paid orders"),
    "kept": QT_TRANSLATE_NOOP("Words", "kept, not returned"),
}
FIT: Final[Mapping[str, str]] = {
    "category": QT_TRANSLATE_NOOP("Words", "category {share}"),
    "tone": QT_TRANSLATE_NOOP("Words", "tone {share}"),
    "audience": QT_TRANSLATE_NOOP("Words", "audience {share}"),
}


def money(code: str) -> str:
    """What a part of the profit is called."""
    return words.say(MONEY[code])


def reach(code: str) -> str:
    """What a step from views to kept orders is called."""
    return words.say(REACH[code])


def count(value: float) -> str:
    """How many there are at a step."""
    return words.count_short(round(value))


def share(value: float) -> str:
    """Which share of the step before; a small one with the digits it needs."""
    return words.percent(value, 0 if value >= 0.1 else 1 if value >= 0.01 else 2)


def of_the_step_before(shown: str) -> str:
    """A share as it is read out where nobody sees what it stands beside."""
    text = QT_TRANSLATE_NOOP("Words", "{share} of the step before")
    return words.say(text, share=shown) if shown else ""


def fit(story: "Story") -> str:
    """How well host and product agree, part by part."""
    known = [
        words.say(text, share=words.percent(value))
        for name, text in FIT.items()
        if (value := getattr(story.fit, name)) is not None
    ]
    if not known:
        return words.say(
            QT_TRANSLATE_NOOP("Words", "Fit unknown: enter tone and audience of host and product.")
        )
    return words.say(QT_TRANSLATE_NOOP("Words", "Fit: {parts}"), parts=words.listed(known))


def offers(found: "SideBySide") -> str:
    """Which offer earns most from how many orders on; empty where there is only one."""
    if len(found.lines) < 2:
        return ""
    if len(found.best) == 1:
        return words.say(
            QT_TRANSLATE_NOOP("Words", "“{name}” earns most, however many orders come."),
            name=deal(found.best[0].name),
        )
    return "\n".join(_stretch(one) for one in found.best)


def _stretch(one: "Stretch") -> str:
    if one.last == math.inf:
        text = QT_TRANSLATE_NOOP("Words", "From {first} orders on “{name}” earns most (odds {odds}).")
    elif one.first == 0:
        text = QT_TRANSLATE_NOOP("Words", "Up to {last} orders “{name}” earns most (odds {odds}).")
    else:
        text = QT_TRANSLATE_NOOP("Words", "From {first} to {last} orders “{name}” earns most (odds {odds}).")
    return words.say(
        text,
        first=words.count_short(round(one.first)),
        last=words.count_short(round(one.last)) if one.last != math.inf else "",
        name=deal(one.name),
        odds=words.odds(one.odds),
    )
