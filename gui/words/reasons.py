"""Why: one sentence for every reason, warning and limit the model can name."""

from collections.abc import Mapping
from typing import Final

from gui import words
from gui.words import QT_TRANSLATE_NOOP
from gui.words.conflicts import BROKEN
from gui.words.customers import FOUND
from gui.words.fieldnames import FIELDS
from gui.words.filled import fill
from gui.words.labels import field
from gui.words.launching import LAUNCH
from gui.words.learned import LEARNED
from gui.words.nextsteps import NEXT
from gui.words.risks import RISKS
from gui.words.signing import SIGNING
from model.errors import Reason

REASONS: Final[Mapping[str, str]] = {
    # grade
    "lasts_years": QT_TRANSLATE_NOOP(
        "Reasons", "Lasts about {days:days}: few customers need another one soon."
    ),
    "used_up": QT_TRANSLATE_NOOP("Reasons", "Used up in about {days:days}, then it is needed again."),
    "occasion_bought": QT_TRANSLATE_NOOP(
        "Reasons", "Bought at holidays and occasions ({share:percent} of purchases): it comes back in waves."
    ),
    "habit_bought": QT_TRANSLATE_NOOP(
        "Reasons", "Re-bought by habit ({share:percent} of customers buy it as routine)."
    ),
    "from_category": QT_TRANSLATE_NOOP(
        "Reasons", "Days of use taken from the category “{category}”; enter your own for a better estimate."
    ),
    "category_unknown": QT_TRANSLATE_NOOP(
        "Reasons", "The category is unknown, so the grade is very uncertain. Choose one."
    ),
    "contradicts_price": QT_TRANSLATE_NOOP(
        "Reasons",
        "{price:fen} is far from the usual {low:money} – {high:money} for “{category}”: the category or the price may be wrong, so the grade is wide.",
    ),
    "contradicts_days": QT_TRANSLATE_NOOP(
        "Reasons",
        "{days:days} of use is far from the usual {usual:days} for “{category}”, so the grade is wide.",
    ),
    "contradicts_occasion": QT_TRANSLATE_NOOP(
        "Reasons", "“{category}” is usually bought otherwise than ticked here, so the grade is wider."
    ),
    "from_orders": QT_TRANSLATE_NOOP(
        "Reasons",
        "{customers:count} customers in your orders: {share:percent} came back within {window:days}.",
    ),
    "from_orders_modelled": QT_TRANSLATE_NOOP(
        "Reasons",
        "{customers:count} customers in {days:days} of orders: carried on to {window:days} by a purchase model, {share:percent} come back.",
    ),
    "from_orders_weighed": QT_TRANSLATE_NOOP(
        "Reasons",
        "{customers:count} customers in your orders: {share:percent} came back within {window:days}. Weighed with what is usual for such goods this makes {rate:percent}.",
    ),
    "from_orders_modelled_weighed": QT_TRANSLATE_NOOP(
        "Reasons",
        "{customers:count} customers in {days:days} of orders: carried on to {window:days} by a purchase model, {share:percent} come back. Weighed with what is usual for such goods this makes {rate:percent}.",
    ),
    "from_siblings": QT_TRANSLATE_NOOP(
        "Reasons",
        "{products:count} products of “{category}” in your orders: about {share:percent} of their customers come back within a year.",
    ),
    # chosen
    "locked": QT_TRANSLATE_NOOP("Reasons", "You locked this host into the plan."),
    "booked": QT_TRANSLATE_NOOP("Reasons", "You have booked this host already."),
    "own_people": QT_TRANSLATE_NOOP(
        "Reasons",
        "Your own people: {hours:count} hours of work with preparation, worth {cost:money}; counted in the profit, not in the budget.",
    ),
    "cost_per_order": QT_TRANSLATE_NOOP(
        "Reasons", "{each:about} of fee per expected order (middle of the plan {median:about})."
    ),
    "no_fee": QT_TRANSLATE_NOOP(
        "Reasons", "No slot fee: you pay {commission:percent} of what is sold and kept, and nothing else."
    ),
    "break_even": QT_TRANSLATE_NOOP(
        "Reasons",
        "Pays from {shipped:count} shipped orders ({kept:count} kept); {expected:count} are expected.",
    ),
    "pays_by_repurchase": QT_TRANSLATE_NOOP(
        "Reasons",
        "Each first order loses {loss:about}; it pays only through repeat purchases worth {repeat:about}.",
    ),
    "repeat_value": QT_TRANSLATE_NOOP(
        "Reasons",
        "One paid order brings {first:about} now; a customer who keeps it brings another {repeat:about} by buying again.",
    ),
    "sells_other": QT_TRANSLATE_NOOP(
        "Reasons",
        "Other goods: what the host usually sells is {theirs:goods}; yours is {ours:goods}. Fewer of the viewers came for it, and the forecast takes that off.",
    ),
    "good_fit": QT_TRANSLATE_NOOP(
        "Reasons", "Fits your product: {share:percent} by category, tone and audience."
    ),
    "audience_shared": QT_TRANSLATE_NOOP(
        "Reasons",
        "Other chosen hosts reach some of the same viewers: about {share:percent} of this host's orders are not counted, {lost:money} in the long run.",
    ),
    "estimated_views": QT_TRANSLATE_NOOP(
        "Reasons", "Views are estimated from followers: ask for the real figure."
    ),
    "estimated_followers": QT_TRANSLATE_NOOP("Reasons", "Followers are unknown: this is a guess."),
    "estimated_slot_fee": QT_TRANSLATE_NOOP(
        "Reasons", "The slot fee is estimated: ask for a quote before you sign."
    ),
    "commission_steps": QT_TRANSLATE_NOOP(
        "Reasons",
        "Commission {first:percent}, and {then:percent} of what is sold beyond {from:money} (about {orders:count} orders); good and bad cases together {average:percent} on average.",
    ),
    "estimated_commission": QT_TRANSLATE_NOOP("Reasons", "The commission is estimated: ask before you sign."),
    # rejected
    "banned": QT_TRANSLATE_NOOP("Reasons", "Banned by you."),
    "no_stock": QT_TRANSLATE_NOOP("Reasons", "Nothing in stock to sell."),
    "commission_over_margin": QT_TRANSLATE_NOOP(
        "Reasons", "The commission is more than the margin: every order loses."
    ),
    "over_budget": QT_TRANSLATE_NOOP("Reasons", "Costs more than the whole budget."),
    "over_share": QT_TRANSLATE_NOOP("Reasons", "Would take more of the budget than one host may."),
    "loses_money": QT_TRANSLATE_NOOP("Reasons", "Expected to lose money even with repeat purchases."),
    "mix_rule": QT_TRANSLATE_NOOP("Reasons", "The mix of levels leaves no place for more of this level."),
    "stock_used_up": QT_TRANSLATE_NOOP("Reasons", "Others sell the stock better."),
    "outbid": QT_TRANSLATE_NOOP("Reasons", "Others bring more for the same money."),
    "audience_taken": QT_TRANSLATE_NOOP(
        "Reasons", "Chosen hosts reach these viewers already, so this one adds too little."
    ),
    "little_gain": QT_TRANSLATE_NOOP("Reasons", "Adds too little."),
    "no_offer": QT_TRANSLATE_NOOP("Reasons", "Has no offer that can be used."),
    "not_chosen": QT_TRANSLATE_NOOP("Reasons", "Not in the given choice."),
    # warnings
    "budget_left": QT_TRANSLATE_NOOP(
        "Reasons",
        "{left:money} of the budget stays unspent: of the {of:count} hosts not chosen {n:count} {cause:label}.",
    ),
    "sessions_full": QT_TRANSLATE_NOOP(
        "Reasons",
        "All chosen hosts are booked as often as their offers allow. Where one would do more, raise “Sessions” of the offer on the hosts page: that may use more of the budget.",
    ),
    "concentrated_top1": QT_TRANSLATE_NOOP(
        "Reasons",
        "One host takes {share:percent} of the spend (caution above {limit:percent}): if that host fails, the plan fails.",
    ),
    "concentrated_top5": QT_TRANSLATE_NOOP(
        "Reasons", "Five hosts take {share:percent} of the spend (caution above {limit:percent})."
    ),
    "single_host": QT_TRANSLATE_NOOP("Reasons", "Everything hangs on one host."),
    "loss_likely": QT_TRANSLATE_NOOP(
        "Reasons",
        "The odds of a loss are {odds:percent}; one time in 20 it loses {lost:rough} or more.",
    ),
    "loss_toss": QT_TRANSLATE_NOOP(
        "Reasons",
        "From odds of a loss of {border:percent} on, a plan is a coin toss: do not sign it as it is. Lower the fees, offer commission alone, or spread the money.",
    ),
    "fees_unasked": QT_TRANSLATE_NOOP(
        "Reasons",
        "{n:count} of {of:count} chosen hosts have named no price: {spend:money} of fees are guessed from their followers. Ask them, enter what they want on the hosts page under “Offers”, and plan again before you pay.",
    ),
    "first_orders_lose": QT_TRANSLATE_NOOP(
        "Reasons",
        "With {n:count} of the chosen hosts every first order loses money (up to {loss:about}): the more they sell, the more must be bought again. Talk the commission down or raise the price first.",
    ),
    "first_sale_loses": QT_TRANSLATE_NOOP(
        "Reasons",
        "First sales alone lose {loss:rough}: the plan lives on customers who buy again. Check your repurchase rate first.",
    ),
    "ban_unknown": QT_TRANSLATE_NOOP(
        "Reasons", "The banned host {id} is not in the roster: is the id right?"
    ),
    "odds_approximate": QT_TRANSLATE_NOOP(
        "Reasons",
        "The odds of a loss are held at {most:percent} by trial, so this plan is not proven to be the best. Without this limit at most {more:money} more could be earned.",
    ),
    "free_mix": QT_TRANSLATE_NOOP("Reasons", "The mix rule is off: heads may crowd out the rest."),
    "roster_lacks_tail": QT_TRANSLATE_NOOP(
        "Reasons",
        "1:9:90 was softened: {share:percent} of the hosts worth hiring are tail hosts. Add small hosts and amateurs near your buyers.",
    ),
    "no_head_affordable": QT_TRANSLATE_NOOP(
        "Reasons", "No head host fits this budget and share limit and pays; the plan does without."
    ),
    "other_goods": QT_TRANSLATE_NOOP(
        "Reasons",
        "{n:count} of {of:count} chosen hosts usually talk about other goods than yours: few of their viewers came for them. Try one for little money first.",
    ),
    "fit_unknown": QT_TRANSLATE_NOOP(
        "Reasons",
        "Whether {n:count} of {of:count} chosen hosts suit your goods is not known: look at what they sell, and enter their category.",
    ),
    "unchecked_hosts": QT_TRANSLATE_NOOP(
        "Reasons",
        "The check for inflated figures cannot judge {n:count} of the chosen hosts: part of their views is taken off as a precaution (see Settings). Ask them for their last ten posts.",
    ),
    "estimated_hosts": QT_TRANSLATE_NOOP(
        "Reasons", "{n:count} of {of:count} chosen hosts rest on estimated figures (marked ≈)."
    ),
    "estimated_cost": QT_TRANSLATE_NOOP(
        "Reasons", "The unit cost of a product is estimated from its category: enter your own."
    ),
    "stock_runs_out": QT_TRANSLATE_NOOP(
        "Reasons",
        "In {odds:percent} of cases the stock runs out before demand does: order more, or hire fewer.",
    ),
    "few_customers": QT_TRANSLATE_NOOP(
        "Reasons",
        "{product}: only {customers:count} customers in the orders; at least {least:count} are needed to judge repurchase.",
    ),
    "few_customers_yet": QT_TRANSLATE_NOOP(
        "Reasons",
        "{product}: only {customers:count} customers in the orders so far; at least {least:count} are needed to judge repurchase. At this pace that takes about {more:days} more.",
    ),
    "wait_days": QT_TRANSLATE_NOOP(
        "Reasons",
        "Not sure yet: with about {days:days} more of such orders one class would have odds of {odds:percent}.",
    ),
    "wait_border": QT_TRANSLATE_NOOP(
        "Reasons",
        "The rate of {rate:percent} lies at the border of two classes: more orders would hardly settle it, so read the rate, not the letter.",
    ),
    "history_short": QT_TRANSLATE_NOOP(
        "Reasons",
        "{product}: the orders span {days:days}; to say how often it is bought again takes {least:days}: wait {more:days} more, or export a longer period.",
    ),
    "no_order_file": QT_TRANSLATE_NOOP(
        "Reasons",
        "None of the files lists orders: refunds and settlements alone do not say who bought what. Add the order export.",
    ),
    "buyers_masked": QT_TRANSLATE_NOOP(
        "Reasons",
        "Buyers are masked in these order files, so nobody can be seen coming back; the class rests on the product's own facts.",
    ),
    "buyers_absent": QT_TRANSLATE_NOOP(
        "Reasons",
        "These order files have no column that names the buyer, so nobody can be seen coming back; the class rests on the product's own facts.",
    ),
    "dates_absent": QT_TRANSLATE_NOOP(
        "Reasons",
        "None of the {lines:count} order lines has a time of payment, so nobody can be seen coming back. Sales can still be added up; export the orders with their times.",
    ),
    "bulk_buyers": QT_TRANSLATE_NOOP(
        "Reasons",
        "These look like wholesale orders: {share:odds} of {customers:count} buyers came back, at {pieces:count} pieces a line. Dealers restock; they say nothing of consumers. They order again after about {gap:days}. For a class, bring in the orders of your retail shop.",
    ),
    "orders_in_future": QT_TRANSLATE_NOOP(
        "Reasons", "{lines:count} order lines are dated in the future and were left out."
    ),
    "orders_without_product": QT_TRANSLATE_NOOP(
        "Reasons",
        "{lines:count} order lines name no product: they count for the whole shop only. If you sell only one product, say so on the products page under “Names in the orders”; else an export with one line per product (Taobao: item list) says more.",
    ),
    "orders_of_other_products": QT_TRANSLATE_NOOP(
        "Reasons",
        "{lines:count} order lines are of products that are not described here, e.g. “{example}”. If one is a product of yours, choose it on the products page under “Names in the orders”.",
    ),
    "no_line_of_product": QT_TRANSLATE_NOOP(
        "Reasons",
        "No order line belongs to “{product}”, so the orders change nothing here; {lines:count} lines belong to none of your products. Say which names in the orders are this product.",
    ),
    "product_unsold": QT_TRANSLATE_NOOP(
        "Reasons",
        "No order line belongs to “{product}”, so the orders change nothing here: all are of your other products.",
    ),
    "breaks_budget": QT_TRANSLATE_NOOP("Reasons", "The choice is {by:money} over the budget."),
    "breaks_host": QT_TRANSLATE_NOOP("Reasons", "The choice takes a host twice, or leaves out a locked one."),
    "breaks_stock": QT_TRANSLATE_NOOP("Reasons", "The choice sells {by:count} more than the stock."),
    "breaks_mix_head": QT_TRANSLATE_NOOP(
        "Reasons", "The choice has too many heads for the mix rule (or too few for A and B)."
    ),
    "breaks_mix_tail": QT_TRANSLATE_NOOP(
        "Reasons", "The choice has too few tail hosts for the mix rule (or too many for A and B)."
    ),
    "breaks_offer": QT_TRANSLATE_NOOP("Reasons", "“{name}” is banned, too dear, or expected to lose money."),
    **FOUND,
    **BROKEN,
    **LAUNCH,
    **RISKS,
    **SIGNING,
    **LEARNED,
    **NEXT,
}

UNDO: Final[Mapping[str, str]] = {
    "add_product": QT_TRANSLATE_NOOP("Undo", "add product “{name}”"),
    "edit_field": QT_TRANSLATE_NOOP("Undo", "change “{field}” of “{name}”"),
    "edit_limit": QT_TRANSLATE_NOOP("Undo", "change the limit “{field}”"),
    "edit_product": QT_TRANSLATE_NOOP("Undo", "change product “{name}”"),
    "edit_products": QT_TRANSLATE_NOOP("Undo", "change {n} products"),
    "delete_products": QT_TRANSLATE_NOOP("Undo", "delete {n} products"),
    "import_products": QT_TRANSLATE_NOOP("Undo", "import {n} products"),
    "add_influencer": QT_TRANSLATE_NOOP("Undo", "add host “{name}”"),
    "edit_influencer": QT_TRANSLATE_NOOP("Undo", "change host “{name}”"),
    "edit_influencers": QT_TRANSLATE_NOOP("Undo", "change {n} hosts"),
    "edit_result": QT_TRANSLATE_NOOP("Undo", "enter results of “{name}”"),
    "edit_results": QT_TRANSLATE_NOOP("Undo", "enter results of {n} campaigns"),
    "delete_results": QT_TRANSLATE_NOOP("Undo", "delete results"),
    "import_influencers": QT_TRANSLATE_NOOP("Undo", "import {n} hosts"),
    "delete_influencers": QT_TRANSLATE_NOOP("Undo", "delete {n} hosts"),
    "edit_request": QT_TRANSLATE_NOOP("Undo", "change the plan's limits"),
    "edit_launch": QT_TRANSLATE_NOOP("Undo", "change the launch"),
    "set_override": QT_TRANSLATE_NOOP("Undo", "change a policy figure"),
    "edit_figure": QT_TRANSLATE_NOOP("Undo", "change the figure “{figure}”"),
    "import_files": QT_TRANSLATE_NOOP("Undo", "import {n} files"),
    "drop_batches": QT_TRANSLATE_NOOP("Undo", "remove {n} files"),
}

FIELD_TOLD: Final = {"edit_product": "edit_field", "edit_products": "edit_field", "edit_influencer": "edit_field", "edit_influencers": "edit_field", "edit_request": "edit_limit"}  # fmt: skip
"""Steps that name the field, where a single one was changed."""

PROGRESS: Final[Mapping[str, str]] = {
    "grading": QT_TRANSLATE_NOOP("Progress", "Grading products…"),
    "learning": QT_TRANSLATE_NOOP("Progress", "Learning from your results…"),
    "candidates": QT_TRANSLATE_NOOP("Progress", "Working out what each offer brings…"),
    "solving": QT_TRANSLATE_NOOP("Progress", "Searching the best choice…"),
    "scenarios": QT_TRANSLATE_NOOP("Progress", "Making the same plan with other limits…"),
    "placing": QT_TRANSLATE_NOOP("Progress", "Placing sessions on days…"),
    "loading": QT_TRANSLATE_NOOP("Progress", "Loading your people…"),
    "spreading": QT_TRANSLATE_NOOP("Progress", "Following word of mouth…"),
    "checking_orders": QT_TRANSLATE_NOOP("Progress", "Checking the orders of each host…"),
    "checking_hosts": QT_TRANSLATE_NOOP("Progress", "Checking the hosts for inflated figures and fair fees…"),
    "risk": QT_TRANSLATE_NOOP("Progress", "Trying the plan thousands of times…"),
    "done": QT_TRANSLATE_NOOP("Progress", "Done"),
    "reading": QT_TRANSLATE_NOOP("Progress", "Reading…"),
    "copying": QT_TRANSLATE_NOOP("Progress", "Copying the project…"),
    "looking": QT_TRANSLATE_NOOP("Progress", "Looking through the imported files…"),
    "cleaning": QT_TRANSLATE_NOOP("Progress", "Taking it out of the imported files…"),
    "packing": QT_TRANSLATE_NOOP("Progress", "Wiping the freed space…"),
    "cleaning_backups": QT_TRANSLATE_NOOP("Progress", "Taking it out of the backups…"),
    "salvaging": QT_TRANSLATE_NOOP("Progress", "Saving what can be read…"),
    "understanding": QT_TRANSLATE_NOOP("Progress", "Understanding the lines…"),
    "saving": QT_TRANSLATE_NOOP("Progress", "Saving the lines…"),
    "paper_facts": QT_TRANSLATE_NOOP("Progress", "Putting the figures together…"),
    "paper_layout": QT_TRANSLATE_NOOP("Progress", "Laying out the pages…"),
    "paper_page": QT_TRANSLATE_NOOP("Progress", "Page {0} of {1}…"),
    "writing_table": QT_TRANSLATE_NOOP("Progress", "Writing the table…"),
    "book_sheet": QT_TRANSLATE_NOOP("Progress", "Sheet {0} of {1}…"),
}


def reason(found: Reason) -> str:
    """The sentence of a reason or warning."""
    values = dict(found.values)
    if values.get("product") == "":
        values["product"] = words.say(QT_TRANSLATE_NOOP("Words", "The whole shop"))
    return fill("Reasons", REASONS[found.code], values)


def reason_code(code: str) -> str:
    """The sentence of a reason without figures (why a host was left out)."""
    return words.term("Reasons", REASONS[code])


def undo_text(code: str, values: Mapping[str, str | int | float | None]) -> str:
    """What an undo step did."""
    if code in FIELD_TOLD and values.get("field") in FIELDS:
        return fill("Undo", UNDO[FIELD_TOLD[code]], {**values, "field": field(str(values["field"]))})
    if code == "set_override" and "figure_en" in values:
        return fill("Undo", UNDO["edit_figure"], values)
    return fill("Undo", UNDO[code], values)


def progress(code: str) -> str:
    """What a long job is doing; figures stand behind the code: ``paper_page/3/6``."""
    name, *figures = code.split("/")
    return words.term("Progress", PROGRESS[name]).format(*figures)
