"""The texts of :mod:`gui.words.water`: what is compared, honest readings, and what to ask for."""

from collections.abc import Mapping
from typing import Final

from gui.words import QT_TRANSLATE_NOOP

__all__ = ["ASK", "GROUPS", "HONEST", "ORDER_VERDICTS", "POINTS", "SUBJECTS", "VERDICTS"]

VERDICTS: Final[Mapping[str, str]] = {
    "clean": QT_TRANSLATE_NOOP("Water", "No sign of inflated figures: they are like those of good peers."),
    "doubtful": QT_TRANSLATE_NOOP(
        "Water", "Doubtful: some figures are unusual. They prove nothing; ask before you pay."
    ),
    "padded": QT_TRANSLATE_NOOP(
        "Water",
        "Looks inflated: several figures together are hard to explain otherwise. They prove nothing; ask for proof before you pay.",
    ),
    "unknown": QT_TRANSLATE_NOOP("Water", "Cannot be told: too few figures, or they point neither way."),
}

ORDER_VERDICTS: Final[Mapping[str, str]] = {
    "clean": QT_TRANSLATE_NOOP("Water", "the orders look like those of the rest of your shop."),
    "doubtful": QT_TRANSLATE_NOOP(
        "Water", "doubtful: some orders are unusual. They prove nothing; look at them one by one."
    ),
    "padded": QT_TRANSLATE_NOOP(
        "Water",
        "a good part of the orders looks inflated: several facts together are hard to explain otherwise. They prove nothing; ask before the fee is settled.",
    ),
    "unknown": QT_TRANSLATE_NOOP("Water", "cannot be told: too few orders, or they point neither way."),
}

GROUPS: Final[Mapping[str, str]] = {
    "platform": QT_TRANSLATE_NOOP("Water", "{count:count} hosts of the platform"),
    "size": QT_TRANSLATE_NOOP("Water", "{count:count} hosts of this size"),
    "category_size": QT_TRANSLATE_NOOP("Water", "{count:count} hosts of this category and size"),
    "shop": QT_TRANSLATE_NOOP("Water", "the rest of your shop ({count:count} orders)"),
    "prior": QT_TRANSLATE_NOOP("Water", "shops in general"),
}

SUBJECTS: Final[Mapping[str, tuple[str, str]]] = {
    "views": (QT_TRANSLATE_NOOP("Water", "Views for these followers"), "count"),
    "engagement": (QT_TRANSLATE_NOOP("Water", "Reactions for these followers"), "count"),
    "reactions": (QT_TRANSLATE_NOOP("Water", "Reactions per view"), "share"),
    "sales": (QT_TRANSLATE_NOOP("Water", "Sales for these views"), "money"),
    "gain": (QT_TRANSLATE_NOOP("Water", "New followers for these views"), "count"),
    "comments": (QT_TRANSLATE_NOOP("Water", "Comments per like"), "share"),
    "saves": (QT_TRANSLATE_NOOP("Water", "Saves per like"), "share"),
    "shares": (QT_TRANSLATE_NOOP("Water", "Shares per like"), "share"),
    "view_spread": (QT_TRANSLATE_NOOP("Water", "How far views differ from post to post"), "plain"),
    "rate_spread": (
        QT_TRANSLATE_NOOP("Water", "How far likes per view differ from post to post"),
        "plain",
    ),
    "like_spread": (QT_TRANSLATE_NOOP("Water", "How far likes differ from post to post"), "plain"),
    "told_views": (QT_TRANSLATE_NOOP("Water", "Stated views, against those of the posts"), "times"),
    "impossible": (QT_TRANSLATE_NOOP("Water", "Posts with more likes than views"), "plain"),
    "fee": (QT_TRANSLATE_NOOP("Water", "Slot fee for these views"), "money"),
    "own_orders": (QT_TRANSLATE_NOOP("Water", "Orders per view in your own campaigns"), "share"),
    "few_buyers": (QT_TRANSLATE_NOOP("Water", "Orders by a buyer who had just ordered"), "share"),
    "few_addresses": (QT_TRANSLATE_NOOP("Water", "Orders to an address that had just ordered"), "share"),
    "burst": (QT_TRANSLATE_NOOP("Water", "Orders within the densest minutes"), "share"),
    "refunds": (QT_TRANSLATE_NOOP("Water", "Orders refunded"), "share"),
    "early_refunds": (
        QT_TRANSLATE_NOOP("Water", "Orders refunded the same night or before shipping"),
        "share",
    ),
    "new_buyers": (QT_TRANSLATE_NOOP("Water", "Buyers never seen elsewhere in your shop"), "share"),
    "same_quantity": (QT_TRANSLATE_NOOP("Water", "Orders of one repeated larger quantity"), "share"),
    "visits": (QT_TRANSLATE_NOOP("Water", "Orders per viewer of the session"), "share"),
    "unpaid": (QT_TRANSLATE_NOOP("Water", "Displayed orders that were never paid"), "share"),
    "entered": (QT_TRANSLATE_NOOP("Water", "Viewers who opened your product"), "share"),
}
"""What each figure is called, and how it is shown."""

HONEST: Final[Mapping[tuple[str, str], str]] = {
    ("views", ""): QT_TRANSLATE_NOOP(
        "Water", "If honest: the host changed subject, or paused, and old followers no longer watch."
    ),
    ("engagement", ""): QT_TRANSLATE_NOOP(
        "Water", "If honest: the followers are older people, or watch without reacting."
    ),
    ("reactions", "low"): QT_TRANSLATE_NOOP(
        "Water", "If honest: views were bought as advertising and shown to strangers."
    ),
    ("reactions", "high"): QT_TRANSLATE_NOOP(
        "Water", "If honest: a raffle, or a circle of loyal fans who react to everything."
    ),
    ("sales", ""): QT_TRANSLATE_NOOP(
        "Water", "If honest: the host entertains more than sells, or has just begun to sell."
    ),
    ("gain", ""): QT_TRANSLATE_NOOP(
        "Water", "If honest: a raffle, a mention by someone famous, or advertising for followers."
    ),
    ("comments", "low"): QT_TRANSLATE_NOOP("Water", "If honest: comments are closed or filtered."),
    ("comments", "high"): QT_TRANSLATE_NOOP(
        "Water", "If honest: the host asks for comments (“write 1”), or there is a dispute."
    ),
    ("saves", ""): QT_TRANSLATE_NOOP("Water", "If honest: tutorials are saved, jokes are not."),
    ("shares", ""): QT_TRANSLATE_NOOP("Water", "If honest: some subjects are passed on and others never."),
    ("view_spread", "low"): QT_TRANSLATE_NOOP("Water", "If honest: a series with steady viewers."),
    ("view_spread", "high"): QT_TRANSLATE_NOOP(
        "Water", "If honest: one post went viral, or some were advertised."
    ),
    ("rate_spread", ""): QT_TRANSLATE_NOOP("Water", "If honest: posts all of one kind for the same viewers."),
    ("like_spread", ""): QT_TRANSLATE_NOOP(
        "Water", "If honest: a fixed circle likes every post, and strangers never do."
    ),
    ("told_views", ""): QT_TRANSLATE_NOOP(
        "Water", "If honest: the last posts went badly, or the stated figure is from another month."
    ),
    ("impossible", ""): QT_TRANSLATE_NOOP(
        "Water", "If honest: the platform has counted views late, or the columns of the file are mixed up."
    ),
    ("fee", ""): QT_TRANSLATE_NOOP(
        "Water", "If honest: the host is a name in the field, or films at great cost."
    ),
    ("own_orders", ""): QT_TRANSLATE_NOOP(
        "Water", "If honest: the product did not suit the viewers, or the link was hard to find."
    ),
    ("few_buyers", ""): QT_TRANSLATE_NOOP(
        "Water", "If honest: a limit per order made people order twice, or resellers stocked up."
    ),
    ("few_addresses", ""): QT_TRANSLATE_NOOP(
        "Water", "If honest: people of one office, dormitory or family bought together."
    ),
    ("burst", ""): QT_TRANSLATE_NOOP(
        "Water", "If honest: a countdown, a coupon or a flash price called for orders."
    ),
    ("refunds", ""): QT_TRANSLATE_NOOP(
        "Water", "If honest: the product was shown better than it is, or sizes do not fit."
    ),
    ("early_refunds", ""): QT_TRANSLATE_NOOP(
        "Water", "If honest: bought in the heat of the moment, or a better price was seen elsewhere."
    ),
    ("new_buyers", ""): QT_TRANSLATE_NOOP(
        "Water", "If honest: the host brings an audience that did not know you."
    ),
    ("same_quantity", ""): QT_TRANSLATE_NOOP(
        "Water", "If honest: an offer such as “two for one” asked for that quantity."
    ),
    ("visits", ""): QT_TRANSLATE_NOOP("Water", "If honest: regulars buy by the link without watching."),
    ("unpaid", ""): QT_TRANSLATE_NOOP(
        "Water", "If honest: orders were placed and not paid, or your export lacks some days."
    ),
    ("entered", ""): QT_TRANSLATE_NOOP(
        "Water", "If honest: your product came up for a moment only, or its link was hard to find."
    ),
}

ASK: Final[Mapping[str, str]] = {
    "views": QT_TRANSLATE_NOOP(
        "Water",
        "Ask for a screen recording of the host's back end: views of the last 30 days, scrolled live.",
    ),
    "engagement": QT_TRANSLATE_NOOP(
        "Water", "Ask for the active-follower share and where the viewers come from."
    ),
    "reactions": QT_TRANSLATE_NOOP(
        "Water", "Ask for the sources of views (recommended, followed, paid) of the last ten posts."
    ),
    "sales": QT_TRANSLATE_NOOP(
        "Water", "Ask for orders and refunds of the last three sessions with products like yours."
    ),
    "gain": QT_TRANSLATE_NOOP("Water", "Ask what was posted on the days of the jump, and what it cost."),
    "comments": QT_TRANSLATE_NOOP(
        "Water", "Read fifty comments yourself: questions and complaints are a good sign."
    ),
    "saves": QT_TRANSLATE_NOOP("Water", "Look at the posts yourself: are they worth keeping?"),
    "shares": QT_TRANSLATE_NOOP("Water", "Look at the posts yourself: would anybody pass them on?"),
    "view_spread": QT_TRANSLATE_NOOP("Water", "Ask for the sources of views of each of these posts."),
    "rate_spread": QT_TRANSLATE_NOOP("Water", "Ask for the sources of views of each of these posts."),
    "like_spread": QT_TRANSLATE_NOOP("Water", "Ask for the sources of views of each of these posts."),
    "told_views": QT_TRANSLATE_NOOP("Water", "Ask which posts of which days the figure is from."),
    "impossible": QT_TRANSLATE_NOOP("Water", "Ask to see these posts in the host's back end."),
    "fee": QT_TRANSLATE_NOOP(
        "Water", "Ask what the fee covers, and offer commission or a guarantee instead."
    ),
    "audience": QT_TRANSLATE_NOOP("Water", "Ask for the audience of the last sessions, not of the account."),
    "own_orders": QT_TRANSLATE_NOOP(
        "Water", "Ask for the visits to your product from the session, and try again only on commission."
    ),
    "few_buyers": QT_TRANSLATE_NOOP(
        "Water", "Ask the platform whether these accounts belong together; keep the order numbers."
    ),
    "few_addresses": QT_TRANSLATE_NOOP(
        "Water", "Look at these orders in your back end: are they one house? Keep the order numbers."
    ),
    "burst": QT_TRANSLATE_NOOP("Water", "Look at the recording of that minute: what did the host say?"),
    "refunds": QT_TRANSLATE_NOOP(
        "Water", "Ask buyers for the reason, and settle the fee on kept orders only."
    ),
    "early_refunds": QT_TRANSLATE_NOOP(
        "Water", "Hold the rest of the fee until returns are over, and keep the order numbers."
    ),
    "new_buyers": QT_TRANSLATE_NOOP("Water", "Watch whether they ever come back."),
    "same_quantity": QT_TRANSLATE_NOOP("Water", "Ask whether an offer named this quantity."),
    "unpaid": QT_TRANSLATE_NOOP(
        "Water", "Export the orders of the whole day again and compare order numbers."
    ),
    "visits": QT_TRANSLATE_NOOP("Water", "Ask for visits to the product page from the session."),
    "entered": QT_TRANSLATE_NOOP(
        "Water",
        "Ask where the viewers came from (recommended, followed, paid), and when your product was shown.",
    ),
}

POINTS: Final[Mapping[str, str]] = {
    "no_quote": QT_TRANSLATE_NOOP(
        "Water", "{name} has no offer yet: ask for a quote, or offer commission only."
    ),
    "fair_range": QT_TRANSLATE_NOOP(
        "Water",
        "Hosts like this ask {low:money} – {high:money} for “{offer:deal}”; the middle is {middle:money}.",
    ),
    "ask_for_quote": QT_TRANSLATE_NOOP(
        "Water", "No price has been named: ask for one before you name {middle:money}."
    ),
    "asks_above": QT_TRANSLATE_NOOP(
        "Water", "The host asks {asked:money}: more than {share:odds} of hosts like this."
    ),
    "asks_within": QT_TRANSLATE_NOOP(
        "Water", "The host asks {asked:money}, which is usual: {share:odds} of hosts like this ask less."
    ),
    "asks_below": QT_TRANSLATE_NOOP(
        "Water",
        "The host asks {asked:money}: only {share:odds} of hosts like this ask less. Find out why it is cheap.",
    ),
    "offer_between": QT_TRANSLATE_NOOP("Water", "Begin at {first:money}; do not go above {last:money}."),
    "pure_commission": QT_TRANSLATE_NOOP(
        "Water",
        "Without a fee: {commission:percent} of kept sales. The host earns as much from {sales:money} of them, and so bears the risk of the promise.",
    ),
    "ask_guarantee": QT_TRANSLATE_NOOP(
        "Water",
        "With a fee of {fee:money}: have {sales:money} of kept sales promised in writing ({times:plain} times the fee), the fee to be paid back in proportion to what is missing.",
    ),
    "hold_guarantee": QT_TRANSLATE_NOOP(
        "Water",
        "The host promises sales of {sales:money} ({times:plain} × the fee): put in writing that kept sales count, until when, and what is refunded. Expect to get back about {refund:money} if nothing sells.",
    ),
    "half_now": QT_TRANSLATE_NOOP(
        "Water", "Pay {now:money} before and {later:money} after returns are over."
    ),
}
"""Lines of a negotiation."""
