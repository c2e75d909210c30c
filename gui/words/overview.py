"""How the overview tells the ten numbers that decide: a figure, what it means, and what it rests on."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from gui import words
from gui.words import QT_TRANSLATE_NOOP, plans
from gui.words.risks import at_most, one_in_twenty, shared_stock

if TYPE_CHECKING:
    from model.deciding.known import BreakEven
    from model.overview import Overview
    from model.readiness.verdict import Readiness

__all__ = ["NAMES", "STATES", "STEPS", "Told", "pyramid", "told"]

NAMES: Final[Mapping[str, str]] = {
    "klass": QT_TRANSLATE_NOOP("Words", "Class and cycle"),
    "repurchase": QT_TRANSLATE_NOOP("Words", "Repurchase within a year"),
    "budget": QT_TRANSLATE_NOOP("Words", "Budget"),
    "hosts": QT_TRANSLATE_NOOP("Words", "Head : waist : tail"),
    "profit": QT_TRANSLATE_NOOP("Words", "Long-run profit"),
    "loss": QT_TRANSLATE_NOOP("Words", "Odds of a loss"),
    "break_even": QT_TRANSLATE_NOOP("Words", "Break-even orders"),
    "largest": QT_TRANSLATE_NOOP("Words", "Largest host"),
    "doubt": QT_TRANSLATE_NOOP("Words", "Hosts in doubt"),
    "hands": QT_TRANSLATE_NOOP("Words", "Hands needed"),
}
STEPS: Final[Mapping[str, str]] = {
    "mend": QT_TRANSLATE_NOOP("Words", "Raise repurchase"),
    "check": QT_TRANSLATE_NOOP("Words", "Check hosts"),
    "choose": QT_TRANSLATE_NOOP("Words", "Choose"),
    "book": QT_TRANSLATE_NOOP("Words", "Book"),
    "review": QT_TRANSLATE_NOOP("Words", "Review"),
}
OF_CHOSEN: Final = (
    QT_TRANSLATE_NOOP("Words", "of the chosen hosts"),
    QT_TRANSLATE_NOOP("Words", "of the chosen hosts; {unknown} more are unclear"),
)
OF_ROSTER: Final = (
    QT_TRANSLATE_NOOP("Words", "of the roster"),
    QT_TRANSLATE_NOOP("Words", "of the roster; {unknown} more are unclear"),
)
STATES: Final[Mapping[str, str]] = {
    "done": QT_TRANSLATE_NOOP("Words", "done"),
    "now": QT_TRANSLATE_NOOP("Words", "now"),
    "waiting": QT_TRANSLATE_NOOP("Words", "not yet"),
    "doubtful": QT_TRANSLATE_NOOP("Words", "unsure"),
}
RESTS: Final[Mapping[str, str]] = {
    "klass": QT_TRANSLATE_NOOP("Words", "From category, price and days of use, and your orders where there are any: these make it more certain."),
    "repurchase": QT_TRANSLATE_NOOP("Words", "Like the class. What draws it towards the rate needed is on the products page, under “Try first”."),
    "budget": QT_TRANSLATE_NOOP("Words", "You set it on the matrix page. “Compare” there tells what more would bring."),
    "hosts": QT_TRANSLATE_NOOP("Words", "From followers per platform (Settings). Other limits or other hosts change it."),
    "profit": QT_TRANSLATE_NOOP("Words", "A forecast from views, fees, margin and repeat purchases. Results you enter make it more certain."),
    "loss": QT_TRANSLATE_NOOP("Words", "From thousands of trials of this plan. Smaller shares and lower fees make it smaller."),
    "break_even": QT_TRANSLATE_NOOP("Words", "From fees, samples and what one order leaves. Lower fees or a better margin make it smaller."),
    "largest": QT_TRANSLATE_NOOP("Words", "From the slot fees of the plan. The largest share is a limit on the matrix page."),
    "doubt": QT_TRANSLATE_NOOP("Words", "From displayed figures, posts, orders and results. Posts you import settle most of it."),
    "hands": QT_TRANSLATE_NOOP("Words", "From minutes for each order and session (Settings), which are our guess, on an average day. The launch page looks at each day."),
}  # fmt: skip


@dataclass(frozen=True)
class Told:
    """One number as it is shown. Where it is not known, ``figure`` says what to do and the rest why."""

    name: str
    figure: str
    meaning: str
    rests: str
    is_known: bool = True
    is_guess: bool = False

    def aloud(self) -> str:
        """All of it in one line."""
        guess = words.say(QT_TRANSLATE_NOOP("Words", "estimated")) if self.is_guess else ""
        return words.listed(part for part in (self.figure, guess, self.meaning) if part)


def told(code: str, found: "Overview | None") -> Told:
    """A number of the overview; before one is made only its name."""
    name, rests = words.say(NAMES[code]), words.say(RESTS[code])
    if found is None:
        return Told(name, "…", "", rests, is_known=False)
    known = FIGURES[code](found)
    if known is None:
        return Told(name, *_to_do(code, found), rests, is_known=False)
    guess = any(one.value == code for one in found.guessed)
    return Told(name, ("≈ " if guess else "") + known[0], known[1], rests, is_guess=guess)


def _to_do(code: str, found: "Overview") -> tuple[str, str]:
    """What to do for a number that is not there, and a word on how."""
    need = _own_need(code, found)
    if need is not None:
        return words.say(need[0]), words.say(need[1])
    if found.refused:
        return words.say(QT_TRANSLATE_NOOP("Words", "Loosen a limit")), words.say(
            QT_TRANSLATE_NOOP("Words", "nobody is chosen under these")
        )
    missing = [
        words.say(text)
        for text, is_there in (
            (QT_TRANSLATE_NOOP("Words", "a product"), found.products),
            (QT_TRANSLATE_NOOP("Words", "a roster"), found.hosts),
            (QT_TRANSLATE_NOOP("Words", "a budget"), found.budget > 0),
        )
        if not is_there
    ]
    if missing:
        text = QT_TRANSLATE_NOOP("Words", "first needs {parts}")
        return words.say(QT_TRANSLATE_NOOP("Words", "Comes with the plan")), words.say(
            text, parts=words.series(missing)
        )
    return words.say(QT_TRANSLATE_NOOP("Words", "Make the plan")), words.say(
        QT_TRANSLATE_NOOP("Words", "the plan gives this number")
    )


def _own_need(code: str, found: "Overview") -> tuple[str, str] | None:
    """What one number needs that is no plan."""
    if code in ("klass", "repurchase"):
        return (
            QT_TRANSLATE_NOOP("Words", "Describe a product"),
            QT_TRANSLATE_NOOP("Words", "name, price and category will do"),
        )
    if code == "budget":
        return (
            QT_TRANSLATE_NOOP("Words", "Set a budget"),
            QT_TRANSLATE_NOOP("Words", "on the matrix page, at the left"),
        )
    if code in ("hosts", "doubt") and not found.hosts:
        return (
            QT_TRANSLATE_NOOP("Words", "Import a roster"),
            QT_TRANSLATE_NOOP("Words", "Excel or CSV, as you have it"),
        )
    if code == "doubt":
        return (
            QT_TRANSLATE_NOOP("Words", "Being checked…"),
            QT_TRANSLATE_NOOP("Words", "hosts beside their peers"),
        )
    return None


Shown = tuple[str, str] | None


def _klass(found: "Overview") -> Shown:
    grade = found.grade
    if grade is None:
        return None
    cycle = grade.interval
    return (
        words.listed((grade.letter.value, words.days(cycle.value))),
        words.say(
            QT_TRANSLATE_NOOP("Words", "“{product}”, again after {span}"),
            product=grade.product.name,
            span=words.span(cycle.low, cycle.high, words.days),
        ),
    )


def _repurchase(found: "Overview") -> Shown:
    grade = found.grade
    if grade is None:
        return None
    rate = grade.rate
    return (
        words.percent(rate.value),
        words.listed(
            [
                words.span(rate.low, rate.high, words.percent),
                _needed(found.readiness) if found.readiness else "",
            ]
        ),
    )


def _needed(ready: "Readiness") -> str:
    if ready.needed is None:
        return words.say(QT_TRANSLATE_NOOP("Words", "at usual offers paid orders never pay back"))
    if ready.needed == 0:
        return words.say(QT_TRANSLATE_NOOP("Words", "paid orders pay at once"))
    return words.say(
        QT_TRANSLATE_NOOP("Words", "paid orders pay back from {rate}"), rate=words.percent(ready.needed)
    )


def _budget(found: "Overview") -> Shown:
    if found.budget <= 0:
        return None
    plan = found.plan
    if plan is None:
        text = words.say(QT_TRANSLATE_NOOP("Words", "the most a plan may pay in slot fees"))
    elif any(one.code == "budget_left" for one in plan.warnings):
        text = words.say(
            QT_TRANSLATE_NOOP("Words", "the plan spends {spend} and says why {left} is left"),
            spend=words.money_short(plan.spend),
            left=words.money_short(plan.budget - plan.spend),
        )
    elif plan.hours:
        text = words.say(
            QT_TRANSLATE_NOOP("Words", "the plan spends {spend}, and {hours} hours of your own"),
            spend=words.money_short(plan.spend),
            hours=words.number(plan.hours),
        )
    else:
        text = words.say(
            QT_TRANSLATE_NOOP("Words", "the plan spends {spend}"), spend=words.money_short(plan.spend)
        )
    return words.money_short(found.budget), text


def _hosts(found: "Overview") -> Shown:
    if found.plan is None:
        return None
    text = QT_TRANSLATE_NOOP("Words", "{count} hosts of {all} in your roster")
    return plans.mix(found.plan), words.say(text, count=words.number(len(found.plan.choices)), all=words.number(found.hosts))  # fmt: skip


def _profit(found: "Overview") -> Shown:
    if found.plan is None:
        return None
    risk = found.plan.risk
    return words.money_rough(risk.mean), words.say(
        QT_TRANSLATE_NOOP("Words", "nine times in ten between {low} and {high}"),
        low=words.money_rough(risk.p05),
        high=words.money_rough(risk.p95),
    )


def _loss(found: "Overview") -> Shown:
    if found.plan is None:
        return None
    risk = found.plan.risk
    return words.odds(risk.loss_probability), words.listed(filter(None, (one_in_twenty(risk), at_most(risk))))


def _break_even(found: "Overview") -> Shown:
    rule = found.break_even
    if rule is None:
        return None
    orders = rule.first if rule.first is not None else rule.long
    expected = _orders(rule.expected)
    if orders is None:
        return words.say(QT_TRANSLATE_NOOP("Words", "never")), words.say(
            QT_TRANSLATE_NOOP("Words", "each order loses; {expected} are expected"), expected=expected
        )
    long = words.UNKNOWN if rule.long is None else _orders(rule.long)
    return _orders(orders), words.say(_break_even_text(rule), expected=expected, long=long)


def _break_even_text(rule: "BreakEven") -> str:
    if rule.first is None:
        return QT_TRANSLATE_NOOP("Words", "if customers buy again, else never; {expected} expected")
    if rule.first <= rule.expected or rule.long is None:
        return QT_TRANSLATE_NOOP("Words", "by first sales alone; {expected} expected")
    return QT_TRANSLATE_NOOP("Words", "by first sales, {long} with repeats; {expected} expected")


def _largest(found: "Overview") -> Shown:
    if found.plan is None:
        return None
    shares = found.plan.concentration
    orders = words.percent(shares.orders_top1)
    if found.plan.spend <= 0:
        return orders, words.say(QT_TRANSLATE_NOOP("Words", "of the orders come from one host"))
    return words.percent(shares.top1), words.say(
        QT_TRANSLATE_NOOP("Words", "of the spend; one host brings {orders} of the orders"), orders=orders
    )


def _doubt(found: "Overview") -> Shown:
    doubt = found.doubt
    if doubt is None or not found.hosts:
        return None
    if not doubt.hosts:
        return words.number(0), words.say(
            QT_TRANSLATE_NOOP("Words", "only your own people: nothing to check")
        )
    figure = words.say(
        QT_TRANSLATE_NOOP("Words", "{count} of {of}"),
        count=words.number(doubt.doubtful),
        of=words.number(doubt.hosts),
    )
    unknown = words.number(doubt.unknown) if doubt.unknown else ""
    return figure, words.say(
        OF_CHOSEN[bool(unknown)] if doubt.chosen else OF_ROSTER[bool(unknown)], unknown=unknown
    )


def _hands(found: "Overview") -> Shown:
    need = found.hands
    if need is None:
        return None
    people = max(1, math.ceil(need.people - 0.05))
    figure = words.say(QT_TRANSLATE_NOOP("Words", "%n person(s)", "", 1), n=people)
    hours, days = words.number(need.hours, 0 if need.hours >= 10 else 1), words.number(need.days)
    if need.carried is None:
        text = QT_TRANSLATE_NOOP(
            "Words", "{hours} hours a day on average, {days} days; add people under Launch"
        )
    elif need.is_enough:
        text = QT_TRANSLATE_NOOP(
            "Words", "{hours} hours a day on average over {days} days; your people manage that"
        )
    else:
        text = QT_TRANSLATE_NOOP(
            "Words", "{hours} hours a day on average over {days} days; too much for your people"
        )
    return figure, words.say(text, hours=hours, days=days)


FIGURES: Final[Mapping[str, Callable[["Overview"], Shown]]] = {
    "klass": _klass,
    "repurchase": _repurchase,
    "budget": _budget,
    "hosts": _hosts,
    "profit": _profit,
    "loss": _loss,
    "break_even": _break_even,
    "largest": _largest,
    "doubt": _doubt,
    "hands": _hands,
}


def pyramid(found: "Overview") -> str:
    """Which level brings most of the profit, and what it takes of the money."""
    from gui.words.labels import label

    plan = found.plan
    if plan is None:
        return ""
    level, best = max(plan.tiers.items(), key=lambda one: one[1].long_profit)
    profit = sum(max(total.long_profit, 0.0) for total in plan.tiers.values())
    if profit <= 0:
        return words.say(QT_TRANSLATE_NOOP("Words", "No level is expected to earn anything."))
    text = (
        QT_TRANSLATE_NOOP(
            "Words", "{count} hosts of the {level} bring {share} of the profit; nobody takes a fee."
        )
        if plan.spend <= 0
        else QT_TRANSLATE_NOOP(
            "Words", "{count} hosts of the {level} bring {share} of the profit for {money} of the slot fees."
        )
    )
    said = words.say(
        text,
        level=label(level),
        count=words.number(best.count),
        share=words.percent(best.long_profit / profit),
        money=words.percent(best.spend / plan.spend if plan.spend > 0 else 0.0),
    )
    return words.sentences([said, shared_stock(plan.risk)])


def _orders(count: float) -> str:
    return words.count_short(round(count))
