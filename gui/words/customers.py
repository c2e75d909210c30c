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
    # ready to go live?
    "ready_to_go": QT_TRANSLATE_NOOP(
        "Reasons",
        "Ready: an order bought at about {fee:about} pays back if {needed:percent} of customers buy again within {window:days}. Yours: {rate:percent} ({low:percent} – {high:percent}), odds {odds:odds}. A dearer fee or a thinner margin would change it.",
    ),
    "ready_not": QT_TRANSLATE_NOOP(
        "Reasons",
        "Not ready: an order bought at about {fee:about} pays back only if {needed:percent} of customers buy again within {window:days}. Yours: {rate:percent} ({low:percent} – {high:percent}), odds {odds:odds}. Raise your repurchase rate or pay less per order first.",
    ),
    "ready_unclear": QT_TRANSLATE_NOOP(
        "Reasons",
        "Unclear: an order bought at about {fee:about} pays back if {needed:percent} of customers buy again within {window:days}. Yours: {rate:percent}, but it may be {low:percent} – {high:percent}; odds {odds:odds}. Test small, or add more months of orders.",
    ),
    "ready_at_once": QT_TRANSLATE_NOOP(
        "Reasons",
        "Pays at once: after a fee of about {fee:about} the first order leaves about {first:about} by itself, whoever comes back. It stays so until the fee rises by that much.",
    ),
    "ready_never": QT_TRANSLATE_NOOP(
        "Reasons",
        "Never pays back: with a fee of about {fee:about} the first order loses {loss:about}, and even if every customer came back the repeat orders would not make up for it. Bring down the fee, or raise the margin.",
    ),
    "ready_from_orders": QT_TRANSLATE_NOOP(
        "Reasons",
        "Rests on {customers:count} customers in your orders; {days:days} lie between two purchases on average.",
    ),
    "ready_from_facts": QT_TRANSLATE_NOOP(
        "Reasons",
        "Rests on what the product is, not on orders; a cycle of {days:days} is taken.",
    ),
    "offer_of_host": QT_TRANSLATE_NOOP(
        "Reasons",
        "Judged at a good offer of your roster, “{offer:deal}” of {host}: of {hosts:count} hosts {cheaper:count} ask less for an order. Hosts with whom first orders pay back at your repurchase rate: {paying:count} of {hosts:count}.",
    ),
    "offer_of_nobody": QT_TRANSLATE_NOOP(
        "Reasons", "≈ Judged at what a common host would ask, as no host of a roster tells it yet."
    ),
    "try_smaller_pack": QT_TRANSLATE_NOOP(
        "Reasons",
        "Sell a smaller pack ({times:plain} × today's) at {price:fen}: it is used up after {days:days}, so customers are back sooner.",
    ),
    "try_larger_pack": QT_TRANSLATE_NOOP(
        "Reasons",
        "Sell a larger pack ({times:plain} × today's) at {price:fen}: each order leaves more, though it is bought again only after {days:days}.",
    ),
    "try_reminder": QT_TRANSLATE_NOOP(
        "Reasons",
        "Write to customers after {days:days}, when most use it up: taken to bring back {lift:percent} of those who would stay away, for {cost:fen} each.",
    ),
    "try_subscription": QT_TRANSLATE_NOOP(
        "Reasons",
        "Offer regular delivery at {discount:percent} off: taken that {take:percent} of customers take it, and stay with odds of {stay:percent} each time.",
    ),
    "try_trial_pack": QT_TRANSLATE_NOOP(
        "Reasons",
        "Begin with a trial pack at {price:fen}: more people order, so the fee per order falls from {before:about} to {fee:about}; fewer of them go on to the full pack.",
    ),
    "try_margin": QT_TRANSLATE_NOOP(
        "Reasons",
        "Buy cheaper: with goods at {cost:fen} the margin is {step:percent} of the price higher, on every first and repeat order.",
    ),
    # the price rule from own orders
    "price_own": QT_TRANSLATE_NOOP(
        "Reasons",
        "Your orders say: just below {threshold:money} you sell {ratio:plain} times as many as just above ({low:plain} – {high:plain}). Rests on {products:count} products sold on both sides, {changes:count} changes of price and {lines:count} order lines; a promotion that began with a price counts as the price's doing.",
    ),
    "price_mixed": QT_TRANSLATE_NOOP(
        "Reasons",
        "Your orders and the usual rule together: just below {threshold:money} you sell {ratio:plain} times as many as just above ({low:plain} – {high:plain}). Only {products:count} products were sold on both sides, with {changes:count} changes of price in all; with more changes across {threshold:money} your orders alone would tell.",
    ),
    "price_prior": QT_TRANSLATE_NOOP(
        "Reasons",
        "The usual rule, not yours yet: {ratio:plain} times as many orders just below {threshold:money} as just above ({low:plain} – {high:plain}). {products:count} products crossed it, with too few orders to say more. Try one product a fortnight on either side.",
    ),
    "price_never_crossed": QT_TRANSLATE_NOOP(
        "Reasons",
        "No product was sold both below and above {threshold:money}, so the usual rule stands: {ratio:plain} times as many orders below ({low:plain} – {high:plain}). Sell one product for a fortnight on either side, without other changes.",
    ),
    "price_never_changed": QT_TRANSLATE_NOOP(
        "Reasons",
        "Prices never changed in these orders, or the files lack product, quantity or amount, so the usual rule stands: {ratio:plain} times as many orders below {threshold:money} as above ({low:plain} – {high:plain}).",
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
    "suggested": QT_TRANSLATE_NOOP("Words", "offer them"),
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
