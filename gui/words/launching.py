"""What is said of a launch: days and what speaks against them, hands, word of mouth, pay, deals."""

from collections.abc import Mapping
from typing import Final

from gui.words import QT_TRANSLATE_NOOP

LAUNCH: Final[Mapping[str, str]] = {
    # days
    "day_past": QT_TRANSLATE_NOOP("Reasons", "{day} is past: move the session of “{name}” to a day to come."),
    "outside_season": QT_TRANSLATE_NOOP(
        "Reasons", "{day} lies outside the time planned for: move “{name}” or plan for longer."
    ),
    "host_not_free": QT_TRANSLATE_NOOP("Reasons", "“{name}” is not free on {day}."),
    "host_twice": QT_TRANSLATE_NOOP("Reasons", "“{name}” is booked twice on {day}."),
    "host_too_soon": QT_TRANSLATE_NOOP(
        "Reasons",
        "Only {days:days} since the last session of “{name}”: the followers have just seen it. Leave {least:days}.",
    ),
    "before_stock": QT_TRANSLATE_NOOP("Reasons", "“{name}” sells {product} before it arrives on {arrives}."),
    "parcels_stand_still": QT_TRANSLATE_NOOP(
        "Reasons",
        "On {day} carriers take no parcels for the Spring Festival: orders of “{name}” leave from {again} on, and some cancel.",
    ),
    "same_audience": QT_TRANSLATE_NOOP(
        "Reasons",
        "“{name}” comes {days:days} after “{other}”, whose audience is much the same. Leave {least:days} if you can.",
    ),
    "same_audience_day": QT_TRANSLATE_NOOP(
        "Reasons",
        "“{name}” and “{other}” are on the same day, and their audiences are much the same. Leave {least:days} if you can.",
    ),
    "over_capacity": QT_TRANSLATE_NOOP(
        "Reasons",
        "{day}: about {orders:count} orders if the stock lasts, your people carry {carries:count}. Move a session or hire for these days.",
    ),
    "overloaded_day": QT_TRANSLATE_NOOP(
        "Reasons",
        "{day}: likely too much for your people. Move a session or hire for this day.",
    ),
    "overloaded_days": QT_TRANSLATE_NOOP(
        "Reasons",
        "{day} to {last}: {n:days} likely too much for your people. Move a session or hire for these days.",
    ),
    "no_day_left": QT_TRANSLATE_NOOP(
        "Reasons", "No day is left for a session of “{name}”: plan for longer or book fewer sessions."
    ),
    "order_by": QT_TRANSLATE_NOOP(
        "Reasons",
        "To arrive before the Spring Festival, orders must be in by {safe}. From {first} carriers take no parcels; they are back on {again}.",
    ),
    "holidays_unpublished": QT_TRANSLATE_NOOP(
        "Reasons",
        "The public holidays of {year} are not published in this version: only the days fixed by law are shown, no swapped working days.",
    ),
    # schools
    "head_first_better": QT_TRANSLATE_NOOP(
        "Reasons", "Better on this plan: {first:label}, in {odds:odds} of the cases."
    ),
    "tail_first_better": QT_TRANSLATE_NOOP(
        "Reasons", "Better on this plan: {first:label}, in {odds:odds} of the cases."
    ),
    "order_undecided": QT_TRANSLATE_NOOP(
        "Reasons",
        "Neither order is clearly better on this plan: the odds are {odds:odds}, and {sure:odds} is asked for.",
    ),
    "order_one_level": QT_TRANSLATE_NOOP(
        "Reasons", "All hosts of this plan are of one level, so it does not matter who goes first."
    ),
    "evidence_streams": QT_TRANSLATE_NOOP(
        "Reasons",
        "For large hosts first: in 1.3 million live streams small hosts before a big one took orders away from it, not the other way round. How much is not published, nor whether it holds for your shop: {share:percent} is our guess.",
    ),
    "evidence_hubs": QT_TRANSLATE_NOOP(
        "Reasons",
        "For large hosts first: in seeding experiments the well-connected spread up to eight times as much, as more of them take part.",
    ),
    "evidence_brief": QT_TRANSLATE_NOOP(
        "Reasons",
        "For small hosts first: people near the buyer are imitated. Nothing is published on how much: {share:percent} is our guess, and it may be nothing.",
    ),
    "evidence_one_degree": QT_TRANSLATE_NOOP(
        "Reasons",
        "Against counting on imitation: most chains of recommendation end with the first buyer.",
    ),
    # word of mouth
    "spread_implausible": QT_TRANSLATE_NOOP(
        "Reasons",
        "{reach:plain} new buyers for each buyer would never end: no product keeps that up. Check the figure.",
    ),
    "curve_no_sales": QT_TRANSLATE_NOOP("Reasons", "No sales by week yet, so there is no curve."),
    "curve_before_peak": QT_TRANSLATE_NOOP(
        "Reasons",
        "Weeks since the best one: {weeks:plain}. A curve can be drawn from {least:plain} on; {missing:plain} to go.",
    ),
    "curve_unsettled": QT_TRANSLATE_NOOP(
        "Reasons",
        "The {weeks:plain} weeks of sales do not rise and fall as imitation would have them, so no curve is drawn.",
    ),
    # pay
    "work_fair": QT_TRANSLATE_NOOP(
        "Reasons",
        "Fair pay lies between {low:money} a month, what the operator would earn elsewhere, and {high:rough}, what the work brings; at {middle:rough} both gain equally.",
    ),
    "work_below_wage": QT_TRANSLATE_NOOP(
        "Reasons",
        "The work brings about {worth:money} a month, less than the {wage:money} the operator would earn elsewhere: no pay is fair to both.",
    ),
    "pay_too_low": QT_TRANSLATE_NOOP(
        "Reasons", "{pay:money} a month is less than the {wage:money} the operator would earn elsewhere."
    ),
    "pay_too_high": QT_TRANSLATE_NOOP(
        "Reasons", "{pay:money} a month is more than the work brings ({most:money})."
    ),
    "pay_fair": QT_TRANSLATE_NOOP("Reasons", "{pay:money} a month: both gain."),
    # everyone gains
    "host_underpaid": QT_TRANSLATE_NOOP(
        "Reasons",
        "“{name}” would earn {ratio:percent} of what hosts of this size ask: expect a no, or offer more.",
    ),
    "deal_for_both": QT_TRANSLATE_NOOP(
        "Reasons",
        "{sessions:plain} sessions, one a month, at {fee:money} each: “{name}” earns {host:money} more a session than from single bookings, and the shop {shop:money} more than its money would earn elsewhere in the plan.",
    ),
}

LAUNCH_PROBLEMS: Final[Mapping[str, str]] = {
    "launch_empty": QT_TRANSLATE_NOOP(
        "Problems", "The plan holds no session yet: make a plan first, then place it on days."
    ),
    "season_backwards": QT_TRANSLATE_NOOP(
        "Problems", "The last day ({last}) lies before the first ({first})."
    ),
    "season_far": QT_TRANSLATE_NOOP(
        "Problems",
        "{first} is too far ahead: fees and forecasts of today say nothing of it. Begin on {latest} at the latest; is the year right?",
    ),
    "season_past": QT_TRANSLATE_NOOP("Problems", "The time planned for ended on {last}. Choose a later day."),
    "capacity_impossible": QT_TRANSLATE_NOOP(
        "Problems",
        "Your people carry {orders:plain} orders a day, so nothing can be placed. Enter who packs and answers, and for how many hours.",
    ),
    "not_a_role": QT_TRANSLATE_NOOP(
        "Problems",
        "“{text}” is not a task known here. Write listing, promotion, service, packing or after-sales.",
    ),
    "days_backwards": QT_TRANSLATE_NOOP("Problems", "“{text}” ends before it begins."),
    "not_a_weekday": QT_TRANSLATE_NOOP(
        "Problems", "“{text}” is not a day of the week. Write Sat, Sun, or 6, 7."
    ),
}

LAUNCH_NAMES: Final[Mapping[str, str]] = {
    "tail_first": QT_TRANSLATE_NOOP("Labels", "tail first"),
    "head_first": QT_TRANSLATE_NOOP("Labels", "head first"),
    "waist_first": QT_TRANSLATE_NOOP("Labels", "waist first"),
    "imitators": QT_TRANSLATE_NOOP("Labels", "imitators"),
    "listing": QT_TRANSLATE_NOOP("Labels", "listing"),
    "promotion": QT_TRANSLATE_NOOP("Labels", "promotion"),
    "service": QT_TRANSLATE_NOOP("Labels", "service"),
    "packing": QT_TRANSLATE_NOOP("Labels", "packing"),
    "after_sales": QT_TRANSLATE_NOOP("Labels", "after-sales"),
    "workday": QT_TRANSLATE_NOOP("Labels", "working day"),
    "weekend": QT_TRANSLATE_NOOP("Labels", "weekend"),
    "holiday": QT_TRANSLATE_NOOP("Labels", "public holiday"),
    "swapped": QT_TRANSLATE_NOOP("Labels", "weekend worked instead"),
    "as_is": QT_TRANSLATE_NOOP("Labels", "leave it as it is"),
    "hire": QT_TRANSLATE_NOOP("Labels", "temporary hands"),
    "spread": QT_TRANSLATE_NOOP("Labels", "spread the sessions out"),
    "spread_hire": QT_TRANSLATE_NOOP("Labels", "spread out and temporary hands"),
    "pay_base": QT_TRANSLATE_NOOP("Labels", "base pay alone"),
    "pay_base_share": QT_TRANSLATE_NOOP("Labels", "base pay and a share of profit"),
    "pay_share": QT_TRANSLATE_NOOP("Labels", "a share of profit alone"),
    "pay_base_steps": QT_TRANSLATE_NOOP("Labels", "base pay and shares by steps"),
}
"""What is shown by its code: schools, work, kinds of days, ways out of an overload, schemes of pay."""
