"""What is said of risk: what makes the worst cases bad, what hangs on one host, and whom to try first."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from gui import words
from gui.words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from model.matrix.plan import Risk

__all__ = ["RISKS", "at_most", "beyond", "may_lose", "most_told", "one_in_twenty", "shared_stock"]

SHARED: Final = 1.0
"""Yuan lost to the sharing of stock that are worth a word."""


def one_in_twenty(risk: "Risk") -> str:
    """What may be lost, as it is said everywhere: the figure that one case of twenty falls below."""
    if risk.p05 < 0:
        text = QT_TRANSLATE_NOOP("Words", "one time in 20 it loses {yuan} or more")
    else:
        text = QT_TRANSLATE_NOOP("Words", "19 times in 20 it earns at least {yuan}")
    return words.say(text, yuan=words.money_rough(abs(risk.p05)))


def beyond(risk: "Risk") -> str:
    """A detail beside it: what that one case of twenty comes to on average."""
    if risk.cvar95 < 0:
        text = QT_TRANSLATE_NOOP("Words", "that one time it loses {yuan} on average")
    else:
        text = QT_TRANSLATE_NOOP("Words", "the one time left it earns {yuan} on average")
    return words.say(text, yuan=words.money_rough(abs(risk.cvar95)))


def shared_stock(risk: "Risk") -> str:
    """Why all hosts together bring less than the figures of each add up to, where they do."""
    if risk.shared_stock < SHARED:
        return ""
    text = QT_TRANSLATE_NOOP(
        "Words",
        "Hosts sell from the same stock: together they bring about {yuan} less than the figures of each host add up to.",
    )
    return words.say(text, yuan=words.money_rough(risk.shared_stock))


def at_most(risk: "Risk") -> str:
    """The largest loss there can be, where it is known."""
    if risk.utmost is None:
        return ""
    text = QT_TRANSLATE_NOOP("Words", "at most it loses {yuan}")
    return words.say(text, yuan=words.money_rough(risk.utmost.yuan))


def may_lose(risk: "Risk") -> str:
    """What may be lost, in one sentence: seldom, and at most."""
    if risk.utmost is None:
        return ""
    text = (
        QT_TRANSLATE_NOOP(
            "Words",
            "What may be lost: one time in 20 {yuan} or more, at most {most} (all fees, goods and returns lost).",
        )
        if risk.p05 < 0
        else QT_TRANSLATE_NOOP(
            "Words",
            "What may be lost: 19 times in 20 nothing, at most {most} (all fees, goods and returns lost).",
        )
    )
    return words.say(text, yuan=words.money_rough(-risk.p05), most=words.money_rough(risk.utmost.yuan))


def most_told(risk: "Risk") -> str:
    """What the largest loss is made of, and what it rests on."""
    most = risk.utmost
    if most is None:
        return ""
    text = QT_TRANSLATE_NOOP(
        "Words",
        "At most {yuan} is lost, if not one order earns anything: {fees} of slot fees, samples and own hours, {goods} of goods for {orders} orders (enough in {enough} of cases), and {returns} to send them and take them back. Goods beyond these, fines and claims are not in it.",
    )
    return words.say(
        text,
        yuan=words.money_rough(most.yuan),
        fees=words.money_rough(most.fees + most.beside),
        goods=words.money_rough(most.goods),
        orders=words.count_short(words.rough(round(most.orders))),
        returns=words.money_rough(most.returns),
        enough=words.odds(most.enough),
    )


RISKS: Final[Mapping[str, str]] = {
    "worst_day": QT_TRANSLATE_NOOP(
        "Reasons",
        "Days worse than expected for everybody: {yuan:rough} less.",
    ),
    "worst_platform": QT_TRANSLATE_NOOP(
        "Reasons",
        "Bad days on {name:label}: {yuan:rough} less.",
    ),
    "worst_class": QT_TRANSLATE_NOOP(
        "Reasons",
        "Class {name} sells worse than expected: {yuan:rough} less.",
    ),
    "worst_returns": QT_TRANSLATE_NOOP(
        "Reasons",
        "More returns of “{name}” than expected: {yuan:rough} less.",
    ),
    "worst_repeat": QT_TRANSLATE_NOOP(
        "Reasons",
        "Fewer buyers of “{name}” come back than expected: {yuan:rough} less.",
    ),
    "worst_host": QT_TRANSLATE_NOOP(
        "Reasons",
        "“{name}” brings less than expected: {yuan:rough} less.",
    ),
    "if_cancelled": QT_TRANSLATE_NOOP(
        "Reasons",
        "“{name}” cancels and pays the fee back: {yuan:rough} less, odds of a loss {odds:percent}.",
    ),
    "if_vanished": QT_TRANSLATE_NOOP(
        "Reasons",
        "“{name}” takes the fee and does not go live: {yuan:rough} less, odds of a loss {odds:percent}.",
    ),
    "if_padded": QT_TRANSLATE_NOOP(
        "Reasons",
        "The views of “{name}” are inflated: {yuan:rough} less, odds of a loss {odds:percent}.",
    ),
    "try_first": QT_TRANSLATE_NOOP(
        "Reasons",
        "Try “{name}” with “{product}” for {cost:money} and decide after session {sessions:count}: book on from {orders:count} orders a session (odds {odds:percent}). Knowing that is worth about {gain:money}.",
    ),
}
