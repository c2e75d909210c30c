"""What is said of plans laid side by side: other budgets, other largest shares, other ways to choose."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from gui import words
from gui.words import QT_TRANSLATE_NOOP
from model.records import Form, Tier

if TYPE_CHECKING:
    from model.matrix.leaders import Leaders
    from model.matrix.plan import Plan
    from model.matrix.preview import Glance
    from model.matrix.scenarios import Further, Rival
    from model.matrix.worths import LimitWorth

__all__ = [
    "concentration",
    "further_budget",
    "further_share",
    "limit",
    "mix",
    "overlap",
    "price",
    "rival",
    "rivals",
    "sessions",
    "ways",
    "worth",
]

RIVALS: Final[Mapping[str, str]] = {
    "recommended": QT_TRANSLATE_NOOP("Words", "Recommended"),
    "free_mix": QT_TRANSLATE_NOOP("Words", "Any mix of levels"),
    "biggest": QT_TRANSLATE_NOOP("Words", "Only the most famous"),
    "evenly": QT_TRANSLATE_NOOP("Words", "Spread over many"),
}


def ways() -> list[str]:
    """What the ways to choose are called."""
    return [words.say(text) for text in RIVALS.values()]


LIMITS: Final[Mapping[str, str]] = {
    "budget": QT_TRANSLATE_NOOP("Words", "Budget"),
    "stock": QT_TRANSLATE_NOOP("Words", "Stock"),
    "capacity": QT_TRANSLATE_NOOP("Words", "Orders a day"),
    "cash": QT_TRANSLATE_NOOP("Words", "Cash tied up"),
    "hours": QT_TRANSLATE_NOOP("Words", "Own hours"),
    "platform": QT_TRANSLATE_NOOP("Words", "Most for one platform"),
    "agency": QT_TRANSLATE_NOOP("Words", "Most for one agency"),
    "mix_head": QT_TRANSLATE_NOOP("Words", "Mix of levels: heads"),
    "mix_tail": QT_TRANSLATE_NOOP("Words", "Mix of levels: tails"),
    "order_share": QT_TRANSLATE_NOOP("Words", "Orders of one host"),
    "most_loss": QT_TRANSLATE_NOOP("Words", "Average loss of bad cases"),
    "loss_odds": QT_TRANSLATE_NOOP("Words", "Odds of a loss"),
}
UNITS: Final[Mapping[str, str]] = {
    "budget": QT_TRANSLATE_NOOP("Words", "{yuan} for each yuan"),
    "stock": QT_TRANSLATE_NOOP("Words", "{yuan} for each piece"),
    "capacity": QT_TRANSLATE_NOOP("Words", "{yuan} for each order a day"),
    "cash": QT_TRANSLATE_NOOP("Words", "{yuan} for each yuan"),
    "hours": QT_TRANSLATE_NOOP("Words", "{yuan} for each hour"),
    "platform": QT_TRANSLATE_NOOP("Words", "{yuan} for each yuan"),
    "agency": QT_TRANSLATE_NOOP("Words", "{yuan} for each yuan"),
}


def sessions(count: int, form: Form = Form.LIVE) -> str:
    """How many sessions, or videos where that is what he makes."""
    if form is Form.POST:
        return words.say(QT_TRANSLATE_NOOP("Words", "%n video(s)", "", 1), n=count)
    return words.say(QT_TRANSLATE_NOOP("Words", "%n session(s)", "", 1), n=count)


def mix(plan: "Plan | Glance") -> str:
    """Hosts of head, waist and tail as 1 : 9 : 90."""
    return " : ".join(words.number(plan.tiers[tier].count) for tier in Tier)


def limit(code: str) -> str:
    """What a limit is called."""
    return words.say(LIMITS[code])


def worth(found: "LimitWorth") -> str:
    """What the plan would gain without a limit."""
    return words.span(found.least, found.most, words.money_rough)


def price(found: "LimitWorth") -> str:
    """What the first unit more of a limit brings; empty where it is no amount."""
    if found.price is None or found.code not in UNITS:
        return words.UNKNOWN
    return words.say(UNITS[found.code], yuan=words.money(found.price, 2))


def rival(code: str, name: str = "") -> str:
    """What a way to choose is called; a kept plan by its own name."""
    return name or words.say(RIVALS[code])


def rivals(found: "tuple[Rival, ...]") -> str:
    """What the recommended plan is worth beside the others, in one or two sentences."""
    plans = {one.code: one.plan for one in found}
    own = plans.get("recommended")
    if own is None:
        return words.say(
            QT_TRANSLATE_NOOP("Words", "No plan keeps these limits, so there is nothing to compare with.")
        )
    parts = [
        _mix(own, plans.get("free_mix")),
        *(_rule(code, own, plans.get(code)) for code in ("biggest", "evenly")),
    ]
    return words.sentences(parts)


def _mix(own: "Plan", free: "Plan | None") -> str:
    if free is None:
        return ""
    cost = free.risk.mean - own.risk.mean
    if cost < own.risk.mean * 0.005:
        return words.say(QT_TRANSLATE_NOOP("Words", "The mix of levels costs nothing here."))
    return words.say(
        QT_TRANSLATE_NOOP(
            "Words", "The mix of levels costs {cost} here; that buys a plan that hangs less on a few."
        ),
        cost=words.money_short(cost),
    )


def _rule(code: str, own: "Plan", other: "Plan | None") -> str:
    if other is None:
        return ""
    less = own.risk.mean - other.risk.mean
    worse = QT_TRANSLATE_NOOP(
        "Words", "“{name}” would bring {mean} ({less} less) and lose money in {odds} of cases."
    )
    lost = QT_TRANSLATE_NOOP(
        "Words", "“{name}” would lose {mean} ({less} less) and lose money in {odds} of cases."
    )
    better = QT_TRANSLATE_NOOP(
        "Words",
        "“{name}” would bring {mean} ({less} more) and lose money in {odds} of cases, but it keeps no limit besides the budget.",
    )
    return words.say(
        better if less < 0 else lost if other.risk.mean < 0 else worse,
        name=rival(code),
        mean=words.money_rough(other.risk.mean if less < 0 else abs(other.risk.mean)),
        less=words.money_rough(abs(less)),
        odds=words.odds(other.risk.loss_probability),
    )


def further_budget(step: "Further | None") -> str:
    """What more money would bring."""
    if step is None:
        return ""
    if step.gain <= 0:
        return words.say(
            QT_TRANSLATE_NOOP("Words", "More than {start} brings nothing more: keep the rest."),
            start=words.money_short(step.start),
        )
    return words.say(
        QT_TRANSLATE_NOOP(
            "Words", "From {start} to {end}: {gain} more in the long run, {each} for each yuan."
        ),
        start=words.money_short(step.start),
        end=words.money_short(step.end),
        gain=words.money_short(step.gain),
        each=words.money(step.gain / (step.end - step.start), 2),
    )


def further_share(step: "Further | None") -> str:
    """What depending on nobody too much would cost."""
    if step is None:
        return ""
    return words.say(
        QT_TRANSLATE_NOOP(
            "Words",
            "The price of depending less: with at most {end} for one host instead of {start}, {gain} less.",
        ),
        start=words.percent(step.start),
        end=words.percent(step.end),
        gain=words.money_short(max(-step.gain, 0.0)),
    )


def concentration(leaders: "Leaders") -> str:
    """How much hangs on the largest hosts, and as how many of one size they stand."""
    orders, spend = leaders.orders, leaders.spend
    if not orders.shares:
        return ""
    text = words.say(
        QT_TRANSLATE_NOOP(
            "Words",
            "The largest host is expected to bring {top} of the orders, the five largest {five}; that is like {effective} hosts of equal size.",
        ),
        top=words.percent(orders.largest(1)),
        five=words.percent(orders.largest(5)),
        effective=words.number(orders.effective, 1),
    )
    if not spend.shares:
        return text
    more = words.say(
        QT_TRANSLATE_NOOP("Words", "The most expensive one takes {top} of the slot fees."),
        top=words.percent(spend.largest(1)),
    )
    return words.sentences([text, more])


def overlap(plan: "Plan") -> str:
    """Who shares most viewers, and what reaching them twice costs the plan."""
    pairs, names = plan.common.pairs, plan.common.names
    if len(names) < 2:
        return words.say(QT_TRANSLATE_NOOP("Words", "It takes two hosts to share viewers."))
    return words.sentences([_shown(plan), _closest(names, pairs), _overlap_cost(plan) if pairs else ""])


def _shown(plan: "Plan") -> str:
    shown = len(plan.common.names)
    if shown == len(plan.choices):
        return ""
    return words.say(
        QT_TRANSLATE_NOOP("Words", "Shown are the {shown} of {all} hosts that bring most."),
        shown=words.number(shown),
        all=words.number(len(plan.choices)),
    )


def _closest(names: Sequence[str], pairs: Sequence[tuple[int, int, float]]) -> str:
    if not pairs:
        return words.say(QT_TRANSLATE_NOOP("Words", "No two of these hosts share viewers."))
    first, second, share = pairs[0]
    return words.say(
        QT_TRANSLATE_NOOP(
            "Words",
            "“{one}” and “{other}” share most: an estimated {share} of the smaller one's viewers see both.",
        ),
        one=names[second],
        other=names[first],
        share=words.odds(share),
    )


def _overlap_cost(plan: "Plan") -> str:
    if round(plan.overlap) == 0:
        return words.say(QT_TRANSLATE_NOOP("Words", "This plan loses nothing by it."))
    return words.say(
        QT_TRANSLATE_NOOP(
            "Words",
            "Reaching the same people twice costs this plan about {cost} in the long run, {share} of its profit; that is taken off already.",
        ),
        cost=words.money_short(plan.overlap),
        share=words.odds(plan.overlap / max(plan.objective + plan.overlap, plan.overlap)),
    )
