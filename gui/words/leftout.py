"""Why a host is left out, in the few words that a table has room for; the sentences are in ``gui.words.reasons``."""

from collections.abc import Mapping
from typing import Final

from gui import words
from gui.words import QT_TRANSLATE_NOOP

__all__ = ["LEFT_OUT", "all_left_out", "left_out"]

LEFT_OUT: Final[Mapping[str, str]] = {
    "banned": QT_TRANSLATE_NOOP("Words", "banned"),
    "no_stock": QT_TRANSLATE_NOOP("Words", "no stock"),
    "no_offer": QT_TRANSLATE_NOOP("Words", "no offer"),
    "commission_over_margin": QT_TRANSLATE_NOOP("Words", "every order loses"),
    "over_budget": QT_TRANSLATE_NOOP("Words", "over the budget"),
    "over_share": QT_TRANSLATE_NOOP("Words", "too much for one"),
    "loses_money": QT_TRANSLATE_NOOP("Words", "loses money"),
    "mix_rule": QT_TRANSLATE_NOOP("Words", "mix of levels"),
    "stock_used_up": QT_TRANSLATE_NOOP("Words", "stock used up"),
    "outbid": QT_TRANSLATE_NOOP("Words", "others bring more"),
    "audience_taken": QT_TRANSLATE_NOOP("Words", "same viewers"),
    "little_gain": QT_TRANSLATE_NOOP("Words", "adds too little"),
    "too_risky": QT_TRANSLATE_NOOP("Words", "too risky"),
    "hands_full": QT_TRANSLATE_NOOP("Words", "too many orders"),
    "cash_tied": QT_TRANSLATE_NOOP("Words", "ties up cash"),
    "own_hours_full": QT_TRANSLATE_NOOP("Words", "own hours used up"),
    "platform_full": QT_TRANSLATE_NOOP("Words", "platform is full"),
    "agency_full": QT_TRANSLATE_NOOP("Words", "agency is full"),
    "not_as_booked": QT_TRANSLATE_NOOP("Words", "not as booked"),
    "not_chosen": QT_TRANSLATE_NOOP("Words", "not chosen"),
}


def left_out(code: str) -> str:
    """Why, in a word or two."""
    return words.say(LEFT_OUT[code])


def all_left_out() -> list[str]:
    """All of them."""
    return [*map(left_out, LEFT_OUT)]
