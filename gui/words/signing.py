"""What is said of a plan before it is signed: doubts of single hosts, and what to watch once it runs."""

from collections.abc import Mapping
from typing import Final

from gui.words import QT_TRANSLATE_NOOP

__all__ = ["SIGNING"]

SIGNING: Final[Mapping[str, str]] = {
    "doubt_padded": QT_TRANSLATE_NOOP(
        "Reasons",
        "The figures look inflated (about {share:percent} believed): only with a guarantee that pays back.",
    ),
    "doubt_doubtful": QT_TRANSLATE_NOOP(
        "Reasons", "The figures are doubtful (about {share:percent} believed): see the last ten posts first."
    ),
    "doubt_unknown": QT_TRANSLATE_NOOP(
        "Reasons", "Nothing shows whether the views are real: ask for the last ten posts."
    ),
    "fee_above": QT_TRANSLATE_NOOP(
        "Reasons", "Asks {fee:money} a session, like hosts {low:money} – {high:money}: offer {middle:money}."
    ),
    "fee_below": QT_TRANSLATE_NOOP(
        "Reasons", "Asks {fee:money} a session, less than like hosts ({low:money} – {high:money})."
    ),
    "fee_within": QT_TRANSLATE_NOOP(
        "Reasons", "Asks {fee:money} a session, as like hosts do ({low:money} – {high:money})."
    ),
    "guaranteed": QT_TRANSLATE_NOOP("Reasons", "Guarantees sales of {sales:money} for each session's fee."),
    "no_guarantee": QT_TRANSLATE_NOOP(
        "Reasons", "No sales guarantee: {cost:money} is gone even if nothing is sold."
    ),
    "stock_short": QT_TRANSLATE_NOOP(
        "Reasons", "In a good case {orders:count} orders come for {stock:count} in stock."
    ),
    "watch_sessions": QT_TRANSLATE_NOOP(
        "Reasons",
        "After the first {n:count} sessions about {orders:count} orders should be in. With fewer than {low:count}, stop: pay no further fee before you know why.",
    ),
    "watch_returns": QT_TRANSLATE_NOOP(
        "Reasons",
        "Returns of “{product}”: {rate:percent} expected. From {most:percent} on every first order loses money: correct the page or the goods before going on.",
    ),
    "watch_stock": QT_TRANSLATE_NOOP(
        "Reasons",
        "“{product}”: {stock:count} in stock, in a good case {orders:count} orders. Order more once {at:count} are sold.",
    ),
    "watch_repeat": QT_TRANSLATE_NOOP(
        "Reasons",
        "After {days:days} about {share:percent} of the buyers of “{product}” should have bought again. With less than {least:percent}, the long-run profit does not come: book nobody dearer.",
    ),
    "watch_largest": QT_TRANSLATE_NOOP(
        "Reasons",
        "The largest host, “{name}”, is expected to bring about {orders:count} orders. With fewer than {low:count}, do not book them again at this fee.",
    ),
}
