"""What the figures of the model are for, in a merchant's words: a few purposes, each with the groups it holds."""

from dataclasses import dataclass
from typing import Final

from gui import words
from gui.words import QT_TRANSLATE_NOOP

__all__ = ["PURPOSES", "Purpose", "purpose_of"]


@dataclass(frozen=True)
class Purpose:
    """One purpose: its name, what its figures do, and the groups of the policy that serve it."""

    code: str
    title: str
    does: str
    groups: frozenset[str]

    def name(self) -> str:
        """Its name in the language of the moment."""
        return words.say(self.title)

    def explained(self) -> str:
        """What its figures do, in the language of the moment."""
        return words.say(self.does)


def _purpose(code: str, title: str, does: str, *groups: str) -> Purpose:
    return Purpose(code, title, does, frozenset(groups))


PURPOSES: Final = (
    _purpose(
        "repurchase",
        QT_TRANSLATE_NOOP("Words", "How often customers buy again"),
        QT_TRANSLATE_NOOP("Words", "They set the class A–D of a product and the time until a customer buys again, and through both what a new customer is worth."),
        "grading", "purchasing", "customers",
    ),
    _purpose(
        "price",
        QT_TRANSLATE_NOOP("Words", "Price and readiness"),
        QT_TRANSLATE_NOOP("Words", "They say how orders fall when the price rises, and from when on a product is ready to be sold by hosts."),
        "price_rule", "own_price", "readiness",
    ),
    _purpose(
        "levels",
        QT_TRANSLATE_NOOP("Words", "Levels of hosts"),
        QT_TRANSLATE_NOOP("Words", "They say who counts as head, waist or tail. They are easier to set under “Levels of hosts” on the left."),
        "tiers",
    ),
    _purpose(
        "missing",
        QT_TRANSLATE_NOOP("Words", "Stand-ins for missing data"),
        QT_TRANSLATE_NOOP("Words", "They are used wherever your lists leave a cell empty. What you enter yourself always counts more."),
        "estimates", "reach",
    ),
    _purpose(
        "orders",
        QT_TRANSLATE_NOOP("Words", "What a host brings"),
        QT_TRANSLATE_NOOP("Words", "They turn the views of a host into orders: how many viewers buy, how well host and product fit, how many viewers two hosts share."),
        "response", "audiences",
    ),
    _purpose(
        "costs",
        QT_TRANSLATE_NOOP("Words", "Costs and deals"),
        QT_TRANSLATE_NOOP("Words", "They say what returns, samples and your own people cost, how long profit is counted, and what a fair fee is."),
        "economics", "offers", "own_people", "fair_fee", "deals", "work",
    ),
    _purpose(
        "choice",
        QT_TRANSLATE_NOOP("Words", "Choosing and risk"),
        QT_TRANSLATE_NOOP("Words", "They say how the budget is spread, how much outcomes go up and down, and from when on the program warns you."),
        "matrix", "risk", "shocks", "trial",
    ),
    _purpose(
        "water",
        QT_TRANSLATE_NOOP("Words", "Inflated figures and fake orders"),
        QT_TRANSLATE_NOOP("Words", "They say from when on a host's figures, orders or claims are doubted, and how much a doubt takes off."),
        "water", "order_water", "claims",
    ),
    _purpose(
        "launch",
        QT_TRANSLATE_NOOP("Words", "Launch and festivals"),
        QT_TRANSLATE_NOOP("Words", "They say what festivals and word of mouth add, when parcels stand still, and how much your people can carry."),
        "festivals", "lifts", "delivery", "capacity", "signing", "spreading", "waves",
    ),
    _purpose(
        "learning",
        QT_TRANSLATE_NOOP("Words", "Learning from results"),
        QT_TRANSLATE_NOOP("Words", "They say how fast the forecast follows the results you enter."),
        "results", "learning",
    ),
)  # fmt: skip


def purpose_of(key: str) -> Purpose:
    """What the figure with this key is for."""
    group = key.split(".", maxsplit=1)[0]
    return next(one for one in PURPOSES if group in one.groups)
