"""Which limits contradict each other, and what would do."""

from collections.abc import Mapping
from typing import Final

from gui.words import QT_TRANSLATE_NOOP

CONFLICTS: Final[Mapping[str, str]] = {
    "conflict_must": QT_TRANSLATE_NOOP(
        "Problems", "“{name}” has to be in: let this host go, and the rest fits."
    ),
    "conflict_budget": QT_TRANSLATE_NOOP(
        "Problems", "The budget is {have:money}; with all other limits at least {need:money} is needed."
    ),
    "conflict_stock": QT_TRANSLATE_NOOP(
        "Problems", "The stock is {have:count}; with all other limits at least {need:count} is needed."
    ),
    "conflict_capacity": QT_TRANSLATE_NOOP(
        "Problems",
        "Your people manage {have:count} orders a day; with all other limits at least {need:count} come in.",
    ),
    "conflict_cash": QT_TRANSLATE_NOOP(
        "Problems",
        "Cash of {have:money} is not enough; with all other limits at least {need:money} is tied up.",
    ),
    "conflict_hours": QT_TRANSLATE_NOOP(
        "Problems",
        "Your own people give {have:count} hours; with all other limits at least {need:count} are needed.",
    ),
    "conflict_platform": QT_TRANSLATE_NOOP(
        "Problems",
        "One platform may take {have:money}; with all other limits it takes at least {need:money}.",
    ),
    "conflict_agency": QT_TRANSLATE_NOOP(
        "Problems", "One agency may take {have:money}; with all other limits it takes at least {need:money}."
    ),
    "conflict_mix_head": QT_TRANSLATE_NOOP(
        "Problems",
        "The mix rule for heads cannot be kept: switch the mix rule off, or change it under Settings.",
    ),
    "conflict_mix_tail": QT_TRANSLATE_NOOP(
        "Problems",
        "The mix rule for tail hosts cannot be kept: switch the mix rule off, or change it under Settings.",
    ),
    "conflict_order_share": QT_TRANSLATE_NOOP(
        "Problems", "One host may bring {have:percent} of the orders at most: allow more, or more hosts."
    ),
    "conflict_most_loss": QT_TRANSLATE_NOOP(
        "Problems",
        "The worst twentieth of cases loses {have:money} on average: no choice under the other limits is so safe.",
    ),
    "conflict_loss_odds": QT_TRANSLATE_NOOP(
        "Problems", "The odds of a loss may be {odds:percent}: no choice under the other limits is so safe."
    ),
    "lock_not_as_booked": QT_TRANSLATE_NOOP(
        "Problems", "“{name}” is booked, but the roster has no such offer for so many sessions."
    ),
}

BROKEN: Final[Mapping[str, str]] = {
    "not_as_booked": QT_TRANSLATE_NOOP("Reasons", "Booked already on another offer."),
    "hands_full": QT_TRANSLATE_NOOP("Reasons", "Your people cannot pack more orders."),
    "cash_tied": QT_TRANSLATE_NOOP("Reasons", "Others bring more for the same cash."),
    "own_hours_full": QT_TRANSLATE_NOOP("Reasons", "Your own people have no hours left."),
    "platform_full": QT_TRANSLATE_NOOP("Reasons", "The platform has its share of the budget."),
    "agency_full": QT_TRANSLATE_NOOP("Reasons", "The agency has its share of the budget."),
    "too_risky": QT_TRANSLATE_NOOP("Reasons", "Would make bad outcomes worse than you allow."),
    "breaks_capacity": QT_TRANSLATE_NOOP(
        "Reasons", "The choice brings {by:count} more orders a day than your people manage."
    ),
    "breaks_cash": QT_TRANSLATE_NOOP("Reasons", "The choice ties up {by:money} too much cash."),
    "breaks_hours": QT_TRANSLATE_NOOP(
        "Reasons", "The choice takes {by:count} more hours than your own people give."
    ),
    "breaks_platform": QT_TRANSLATE_NOOP("Reasons", "The choice spends {by:money} too much on one platform."),
    "breaks_agency": QT_TRANSLATE_NOOP("Reasons", "The choice spends {by:money} too much with one agency."),
    "breaks_order_share": QT_TRANSLATE_NOOP(
        "Reasons", "The choice leaves too many of the orders to one host."
    ),
    "breaks_most_loss": QT_TRANSLATE_NOOP(
        "Reasons", "The worst twentieth of cases would lose {by:money} more on average than you allow."
    ),
    "breaks_loss_odds": QT_TRANSLATE_NOOP("Reasons", "The odds of a loss are higher than you allow."),
}
