"""What the overview says in a sentence: its verdict, and why each of the next steps stands as it does."""

from collections.abc import Mapping
from typing import Final

from gui.words import QT_TRANSLATE_NOOP

__all__ = ["NEXT"]

NEXT: Final[Mapping[str, str]] = {
    # the verdict
    "say_no_products": QT_TRANSLATE_NOOP(
        "Reasons", "No products yet: import your files, or describe the first product."
    ),
    "say_no_hosts": QT_TRANSLATE_NOOP("Reasons", "No hosts yet: import a roster, and the plan follows."),
    "say_no_budget": QT_TRANSLATE_NOOP(
        "Reasons", "No budget yet: enter how much you can spend on {n:count} hosts, and the plan follows."
    ),
    "say_no_plan": QT_TRANSLATE_NOOP(
        "Reasons", "Everything is ready to choose among {n:count} hosts: make the plan."
    ),
    "say_nobody": QT_TRANSLATE_NOOP(
        "Reasons", "Hire nobody yet: under these limits there is nobody to choose."
    ),
    "say_mend": QT_TRANSLATE_NOOP(
        "Reasons",
        "Raise repurchase before going live: {rate:percent} buy “{product}” again within a year, and paid orders pay back from {needed:percent}.",
    ),
    "say_never": QT_TRANSLATE_NOOP(
        "Reasons",
        "Correct price or costs before going live: paid orders of “{product}” do not pay back even if everybody buys again.",
    ),
    "say_loses": QT_TRANSLATE_NOOP(
        "Reasons",
        "Do not sign: {hosts:count} hosts for {spend:money} are expected to end at {mean:rough}.",
    ),
    "say_toss": QT_TRANSLATE_NOOP(
        "Reasons",
        "A coin toss, do not sign: {hosts:count} hosts for {spend:money} lose money in {odds:odds} of cases, one time in 20 {lost:rough} or more.",
    ),
    "say_careful": QT_TRANSLATE_NOOP(
        "Reasons",
        "Be careful: {hosts:count} hosts for {spend:money} probably earn about {mean:rough}, but lose money in {odds:odds} of cases, one time in 20 {lost:rough} or more.",
    ),
    "say_ask": QT_TRANSLATE_NOOP(
        "Reasons",
        "Ask for prices before you sign: most of the fees are guessed. If they hold, {hosts:count} hosts for {spend:money} earn about {mean:rough}.",
    ),
    "say_hire": QT_TRANSLATE_NOOP(
        "Reasons",
        "Hire {hosts:count} hosts for {spend:money}: probably earns about {mean:rough}; one time in 20 it loses {lost:rough} or more.",
    ),
    "say_hire_safe": QT_TRANSLATE_NOOP(
        "Reasons",
        "Hire {hosts:count} hosts for {spend:money}: probably earns about {mean:rough}; 19 times in 20 it earns at least {low:rough}.",
    ),
    # mend repurchase
    "next_describe": QT_TRANSLATE_NOOP("Reasons", "Describe a product: name, price and category will do."),
    "next_ready": QT_TRANSLATE_NOOP(
        "Reasons", "“{product}”: {rate:percent} buy again within a year, {needed:percent} are enough."
    ),
    "next_at_once": QT_TRANSLATE_NOOP(
        "Reasons", "“{product}”: an order bought at a usual offer pays back at once."
    ),
    "next_unclear": QT_TRANSLATE_NOOP(
        "Reasons",
        "“{product}”: {rate:percent} buy again within a year, {needed:percent} are needed; too near to tell. Orders of this product would tell: see the products page.",
    ),
    "next_mend": QT_TRANSLATE_NOOP(
        "Reasons",
        "“{product}”: {rate:percent} buy again within a year, {needed:percent} are needed. See what to try first.",
    ),
    "next_never": QT_TRANSLATE_NOOP(
        "Reasons", "“{product}” does not pay back at a usual offer: see what to try first."
    ),
    # check hosts
    "next_bring_hosts": QT_TRANSLATE_NOOP("Reasons", "Import a roster, or add your own live room."),
    "next_checking": QT_TRANSLATE_NOOP("Reasons", "The figures of your hosts are being checked."),
    "next_doubtful": QT_TRANSLATE_NOOP(
        "Reasons", "{n:count} of {of:count} are in doubt: see why, and ask them before you pay."
    ),
    "next_untold": QT_TRANSLATE_NOOP(
        "Reasons",
        "Nobody is in doubt, but {unknown:count} of {of:count} are unclear: ask them for their last ten posts.",
    ),
    "next_clean": QT_TRANSLATE_NOOP("Reasons", "None of these {of:count} hosts is in doubt."),
    # choose
    "next_needs_both": QT_TRANSLATE_NOOP("Reasons", "Needs a product and hosts first."),
    "next_budget": QT_TRANSLATE_NOOP("Reasons", "Enter how much you can spend."),
    "next_plan": QT_TRANSLATE_NOOP("Reasons", "Let the program choose under your limits."),
    "next_nobody": QT_TRANSLATE_NOOP("Reasons", "Loosen a limit, lower the fees, or add hosts."),
    "next_stale": QT_TRANSLATE_NOOP(
        "Reasons",
        "Products, hosts or figures have changed since these {n:count} hosts were chosen: plan again.",
    ),
    "next_risky": QT_TRANSLATE_NOOP(
        "Reasons", "{n:count} hosts chosen, but they lose money in {odds:odds} of cases."
    ),
    "next_unasked": QT_TRANSLATE_NOOP(
        "Reasons",
        "{n:count} hosts chosen, but most of their fees are guessed: ask for prices, enter them, plan again.",
    ),
    "next_chosen": QT_TRANSLATE_NOOP("Reasons", "{n:count} hosts for {spend:money}."),
    # book
    "next_after_plan": QT_TRANSLATE_NOOP("Reasons", "When the hosts are chosen."),
    "next_book": QT_TRANSLATE_NOOP(
        "Reasons", "Agree with {of:count} hosts, mark who is booked, set the days."
    ),
    "next_not_yet": QT_TRANSLATE_NOOP(
        "Reasons", "Do not sign this plan: first make a better one, or talk the fees down."
    ),
    "next_book_rest": QT_TRANSLATE_NOOP(
        "Reasons",
        "{n:count} of {of:count} are booked: agree with the others.",
    ),
    "next_booked": QT_TRANSLATE_NOOP("Reasons", "All {of:count} hosts are booked."),
    # review
    "next_after_sale": QT_TRANSLATE_NOOP("Reasons", "When the first sessions are over."),
    "next_enter": QT_TRANSLATE_NOOP(
        "Reasons", "Enter what came of each session: the next plan learns from it."
    ),
    "next_enter_rest": QT_TRANSLATE_NOOP(
        "Reasons", "Booked hosts without results: {n:count}. Enter them after their sessions."
    ),
    "next_learned": QT_TRANSLATE_NOOP(
        "Reasons",
        "Hosts with results: {n:count}, results in all: {results:count}. The plan learns from them.",
    ),
}
