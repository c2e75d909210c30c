"""What is said of risk: what makes the worst cases bad, what hangs on one host, and whom to try first."""

from collections.abc import Mapping
from typing import Final

from gui.words import QT_TRANSLATE_NOOP

__all__ = ["RISKS"]

RISKS: Final[Mapping[str, str]] = {
    "worst_day": QT_TRANSLATE_NOOP(
        "Reasons",
        "Days worse than expected for everybody: {yuan:money} less.",
    ),
    "worst_platform": QT_TRANSLATE_NOOP(
        "Reasons",
        "Bad days on {name:label}: {yuan:money} less.",
    ),
    "worst_class": QT_TRANSLATE_NOOP(
        "Reasons",
        "Class {name} sells worse than expected: {yuan:money} less.",
    ),
    "worst_returns": QT_TRANSLATE_NOOP(
        "Reasons",
        "More returns of “{name}” than expected: {yuan:money} less.",
    ),
    "worst_repeat": QT_TRANSLATE_NOOP(
        "Reasons",
        "Fewer buyers of “{name}” come back than expected: {yuan:money} less.",
    ),
    "worst_host": QT_TRANSLATE_NOOP(
        "Reasons",
        "“{name}” brings less than expected: {yuan:money} less.",
    ),
    "if_cancelled": QT_TRANSLATE_NOOP(
        "Reasons",
        "“{name}” cancels and pays the fee back: {yuan:money} less, odds of a loss {odds:percent}.",
    ),
    "if_vanished": QT_TRANSLATE_NOOP(
        "Reasons",
        "“{name}” takes the fee and does not go live: {yuan:money} less, odds of a loss {odds:percent}.",
    ),
    "if_padded": QT_TRANSLATE_NOOP(
        "Reasons",
        "The views of “{name}” are padded: {yuan:money} less, odds of a loss {odds:percent}.",
    ),
    "try_first": QT_TRANSLATE_NOOP(
        "Reasons",
        "Try “{name}” with “{product}” for {cost:money} and decide after session {sessions:count}: book on from {orders:count} orders a session (odds {odds:percent}). Knowing that is worth about {gain:money}.",
    ),
}
