"""What is said of customers, of being ready to go live, and of the price rule from own orders."""

from collections.abc import Mapping
from typing import Final

from gui import words
from gui.words import QT_TRANSLATE_NOOP

__all__ = ["FOLLOW_UP", "FOUND", "follow_up_headings", "level_names"]

FOUND: Final[Mapping[str, str]] = {
    "customers_unknown": QT_TRANSLATE_NOOP(
        "Reasons",
        "No line of these orders says who bought, so customers cannot be told apart; orders still can. An export with an unmasked account or phone number would show who comes back.",
    ),
    "outlook_few": QT_TRANSLATE_NOOP(
        "Reasons",
        "Only {customers:count} customers: what they buy next is said from {least:count} on. Add the orders of more months.",
    ),
    "outlook_short": QT_TRANSLATE_NOOP(
        "Reasons",
        "The orders span {days:days}: what customers buy next is said from {least:days} on. Export a longer period.",
    ),
}
"""Sentences of reasons and verdicts, by code."""

FOLLOW_UP: Final[Mapping[str, str]] = {
    "customer_key": QT_TRANSLATE_NOOP("Words", "customer (hashed)"),
    "last_order": QT_TRANSLATE_NOOP("Words", "last order"),
    "tier": QT_TRANSLATE_NOOP("Words", "level"),
    "last_day": QT_TRANSLATE_NOOP("Words", "bought last on"),
    "waiting_days": QT_TRANSLATE_NOOP("Words", "days since"),
    "overdue_days": QT_TRANSLATE_NOOP("Words", "days overdue"),
    "back_chance": QT_TRANSLATE_NOOP("Words", "odds of coming back"),
    "next_purchases": QT_TRANSLATE_NOOP("Words", "purchases expected in 90 days"),
    "next_spend": QT_TRANSLATE_NOOP("Words", "spend expected in 90 days"),
    "suggested": QT_TRANSLATE_NOOP("Words", "offer him"),
}
"""Headings of the follow-up list."""

_LEVELS: Final[Mapping[str, str]] = {
    "head": QT_TRANSLATE_NOOP("Words", "head customer"),
    "waist": QT_TRANSLATE_NOOP("Words", "waist customer"),
    "tail": QT_TRANSLATE_NOOP("Words", "tail customer"),
}


def follow_up_headings() -> dict[str, str]:
    """Headings of the follow-up list in the language of the moment, by column."""
    return {name: words.say(text) for name, text in FOLLOW_UP.items()}


def level_names() -> dict[str, str]:
    """What levels of customers are called, by code."""
    return {code: words.say(text) for code, text in _LEVELS.items()}
