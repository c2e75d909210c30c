"""What is said of risk: what makes the worst cases bad, what hangs on one host, and whom to try first."""

from collections.abc import Mapping
from typing import Final

from gui.words import QT_TRANSLATE_NOOP

__all__ = ["RISKS"]

RISKS: Final[Mapping[str, str]] = {
    "worst_day": QT_TRANSLATE_NOOP(
        "Reasons",
        "In the worst twentieth of cases demand is weak everywhere: with ordinary demand {yuan:money} more would be earned.",
    ),
    "worst_platform": QT_TRANSLATE_NOOP(
        "Reasons",
        "In the worst twentieth of cases {name:label} sends fewer viewers: with ordinary traffic {yuan:money} more would be earned.",
    ),
    "worst_class": QT_TRANSLATE_NOOP(
        "Reasons",
        "In the worst twentieth of cases class {name} products sell badly: with ordinary demand for them {yuan:money} more would be earned.",
    ),
    "worst_returns": QT_TRANSLATE_NOOP(
        "Reasons",
        "In the worst twentieth of cases more of “{name}” comes back: at the usual return rate {yuan:money} more would be earned.",
    ),
    "worst_repeat": QT_TRANSLATE_NOOP(
        "Reasons",
        "In the worst twentieth of cases fewer customers of “{name}” buy again: if they came back as expected, {yuan:money} more would be earned.",
    ),
    "worst_host": QT_TRANSLATE_NOOP(
        "Reasons",
        "In the worst twentieth of cases “{name}” sells less than expected: that alone costs {yuan:money}.",
    ),
    "if_cancelled": QT_TRANSLATE_NOOP(
        "Reasons",
        "If “{name}” cancels and pays the fee back, {yuan:money} less is expected; the odds of a loss are then {odds:percent}.",
    ),
    "if_vanished": QT_TRANSLATE_NOOP(
        "Reasons",
        "If “{name}” takes the fee and does not go live, {yuan:money} less is expected; the odds of a loss are then {odds:percent}.",
    ),
    "if_padded": QT_TRANSLATE_NOOP(
        "Reasons",
        "If the views of “{name}” are as padded as one host's in ten, {yuan:money} less is expected; the odds of a loss are then {odds:percent}.",
    ),
    "try_first": QT_TRANSLATE_NOOP(
        "Reasons",
        "Try “{name}” with “{product}” for {cost:money} and decide after session {sessions:count}: book on from {orders:count} orders a session (odds {odds:percent}). Knowing that is worth about {gain:money}.",
    ),
}
