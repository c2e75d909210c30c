"""What charts say in words: a line for each place in them, and sentences written from what they show."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from gui import words
from gui.words import QT_TRANSLATE_NOOP
from gui.words.labels import label
from gui.words.plans import rival
from gui.words.story import money

if TYPE_CHECKING:
    from model.launch.capacity import Strip, Wave
    from model.launch.cascade import Spread
    from model.launch.daysheet import DayFact
    from model.matrix.plan import HostPoint
    from model.matrix.scenarios import Point, Rival
    from model.matrix.story import Story
    from model.records import Estimate

__all__ = ["cheapest", "estimate", "frontier", "line", "mouth", "rivals", "waterfall", "wave"]


def line(what: str, value: str) -> str:
    """One place of a chart: "tail hosts: 90"."""
    return words.say(QT_TRANSLATE_NOOP("Words", "{what}: {value}"), what=what, value=value)


def estimate(found: "Estimate") -> str:
    """A share with its range."""
    return words.say(
        QT_TRANSLATE_NOOP("Words", "{value} ({span})"),
        value=words.percent(found.value, 1),
        span=words.span(found.low, found.high, lambda one: words.percent(one, 1)),
    )


def cheapest(points: "Sequence[HostPoint]") -> str:
    """Which chosen host brings orders at least cost; empty where none is chosen."""
    chosen = [one for one in points if one.chosen and one.cost_per_order > 0]
    if not chosen:
        return ""
    best = min(chosen, key=lambda one: one.cost_per_order)
    return words.say(
        QT_TRANSLATE_NOOP("Words", "Cheapest of those chosen: “{name}” at about {cost} an order."),
        name=best.name,
        cost=words.money(best.cost_per_order, 1),
    )


def frontier(points: "Sequence[Point]") -> str:
    """How far profit and odds of a loss reach over the whole picture; empty without a plan."""
    plans = [one.plan for one in points if one.plan is not None]
    if not plans:
        return ""
    return words.say(
        QT_TRANSLATE_NOOP("Words", "Long-run profit here runs from {low} to {high}, odds of a loss from {least} to {most}."),
        low=words.money_short(min(plan.risk.mean for plan in plans)),
        high=words.money_short(max(plan.risk.mean for plan in plans)),
        least=words.odds(min(plan.risk.loss_probability for plan in plans)),
        most=words.odds(max(plan.risk.loss_probability for plan in plans)),
    )  # fmt: skip


def rivals(found: "Sequence[Rival]") -> str:
    """Which way to choose earns most, and which loses least often; empty without a plan."""
    known = [(rival(one.code, one.name), one.plan.risk) for one in found if one.plan is not None]
    if not known:
        return ""
    most = max(known, key=lambda one: one[1].mean)
    surest = min(known, key=lambda one: one[1].loss_probability)
    return words.say(
        QT_TRANSLATE_NOOP("Words", "“{best}” earns most: {mean} on average. “{surest}” loses least often: {odds}."),
        best=most[0],
        mean=words.money_rough(most[1].mean),
        surest=surest[0],
        odds=words.odds(surest[1].loss_probability),
    )  # fmt: skip


def waterfall(story: "Story") -> str:
    """From what buyers keep to what is left, and what takes most of it."""
    kept = next((part.yuan for part in story.money if part.code == "sales"), 0.0)
    costs = [part for part in story.money if part.yuan < 0]
    text = words.say(
        QT_TRANSLATE_NOOP("Words", "Of {sales} that buyers keep, {first} is left at first sale and {long} in the long run."),
        sales=words.money_short(kept),
        first=words.money_short(story.first_profit),
        long=words.money_short(story.long_profit),
    )  # fmt: skip
    if not costs:
        return text
    worst = min(costs, key=lambda part: part.yuan)
    most = words.say(
        QT_TRANSLATE_NOOP("Words", "Most goes to {what}: {yuan}."),
        what=money(worst.code),
        yuan=words.money_short(-worst.yuan),
    )
    return words.sentences([text, most])


def wave(
    days: "Sequence[DayFact]", found: "Wave", load: "Strip | None", before: "Strip | None" = None
) -> str:
    """The busiest day, and how many days are likely too much for the people; ``before``: if all stays as it is."""
    if not days:
        return ""
    top = int(found.orders.mean.argmax())
    text = words.say(
        QT_TRANSLATE_NOOP("Words", "Busiest on {day}: about {orders} orders (eight times in ten: {span})."),
        day=days[top].day.isoformat(),
        orders=words.count_short(round(float(found.orders.mean[top]))),
        span=words.span(
            float(found.orders.low[top]), float(found.orders.high[top]), lambda v: words.count_short(round(v))
        ),
    )
    if load is None:
        return text
    over, was = int(load.over.sum()), int((before or load).over.sum())
    if over and was != over:
        still = QT_TRANSLATE_NOOP(
            "Words",
            "With the way chosen below, still likely too much for your people on {days} (as it is: {before}).",
        )
        return words.sentences([text, words.say(still, days=words.days(over), before=words.days(was))])
    none = QT_TRANSLATE_NOOP("Words", "Your people keep up on every day.")
    some = QT_TRANSLATE_NOOP("Words", "Likely too much for your people on {days}.")
    return words.sentences([text, words.say(some, days=words.days(over)) if over else words.say(none)])


def mouth(found: "Spread", levels: Sequence[str]) -> str:
    """Who reaches most people in the end."""
    ends = found.mean[-1]
    place = int(ends.argmax())
    if ends.sum() <= 0:
        return ""
    return words.say(
        QT_TRANSLATE_NOOP("Words", "Most are reached by: {level}, about {share} of all in the end."),
        level=label(levels[place]),
        share=words.percent(float(ends[place] / ends.sum())),
    )
