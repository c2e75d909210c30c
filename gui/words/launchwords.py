"""What is said of a launch on its page: the schedule in a sentence, the schools, ways out, word of mouth, pay, deals."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from gui import words
from gui.words import QT_TRANSLATE_NOOP
from gui.words.labels import label
from gui.words.reasons import reason

if TYPE_CHECKING:
    from model.launch.bass import BassFit
    from model.launch.branching import WordOfMouth
    from model.launch.cascade import Spread
    from model.launch.daysheet import DayFact
    from model.launch.hands import Hand
    from model.launch.overview import Launch
    from model.launch.ownsales import OwnSales
    from model.launch.relief import Relief, Way
    from model.launch.schools import Comparison, SchoolResult
    from model.launch.season import Schedule
    from model.launch.sellingdays import OwnLift
    from model.launch.sessions import Session
    from model.launch.shares import HostShare
    from model.launch.work import Month, Scheme, Worth


def verdict(found: "Launch") -> str:
    """What a merchant should take away of the schedule."""
    days = [one.day for one in found.schedule.bookings]
    if not days:
        return words.say(QT_TRANSLATE_NOOP("Words", "No session could be placed: see below why."))
    order = found.result.name
    text = (
        QT_TRANSLATE_NOOP(
            "Words",
            "{sessions} from {first} to {last}, {school}: on these days about {profit} in the long run (eight times in ten between {low} and {high}).",
        )
        if order
        else QT_TRANSLATE_NOOP(
            "Words",
            "{sessions} from {first} to {last}: on these days about {profit} in the long run (eight times in ten between {low} and {high}).",
        )
    )
    return words.say(
        text,
        sessions=sessions(len(days)),
        first=min(days).isoformat(),
        last=max(days).isoformat(),
        school=label(order) if order else "",
        profit=words.money_rough(found.result.profit.value),
        low=words.money_rough(found.result.profit.low),
        high=words.money_rough(found.result.profit.high),
    )


def sessions(count: int) -> str:
    """How many sessions, at the head of a sentence."""
    return words.say(QT_TRANSLATE_NOOP("Words", "%n session(s)", "", 1), n=count)


def conflicts_told(found: "Launch", schedule: "Schedule") -> tuple[str, ...]:
    """What is to be known of the days, then what speaks against single sessions, the hard first."""
    hard = [one for one in schedule.conflicts if one.hard]
    soft = [one for one in schedule.conflicts if not one.hard]
    lines = [*map(reason, found.notes), *(reason(one.reason) for one in schedule.unplaced)]
    return tuple(dict.fromkeys([*lines, *(reason(one.reason) for one in (*hard, *soft))]))


# ── days and sessions ──


def day_tip(day: "DayFact", festivals: Mapping[str, str]) -> str:
    """All that is known of a day."""
    parts = [day.day.isoformat(), label(day.kind.value)]
    if not day.known and day.kind.value == "holiday":
        parts.append(words.say(QT_TRANSLATE_NOOP("Words", "by law, the notice is not published yet")))
    if day.festival:
        parts.append(festivals[day.festival])
    if day.buying:
        parts.append(
            words.say(
                QT_TRANSLATE_NOOP("Words", "{festival}: {times} × the orders of an ordinary day"),
                festival=festivals[day.buying],
                times=words.number(day.lift, 2),
            )
        )
    if day.closed:
        parts.append(words.say(QT_TRANSLATE_NOOP("Words", "carriers take no parcels")))
    return words.listed(parts)


def day_mark(day: "DayFact", festivals: Mapping[str, str]) -> str:
    """What is written beside the number of a day: its festival, or that it is off or worked instead."""
    sign = ""
    if day.kind.value == "holiday":
        sign = words.say(QT_TRANSLATE_NOOP("Words", "off"))
        sign = sign if day.known else f"≈{sign}"
    elif day.kind.value == "swapped":
        sign = words.say(QT_TRANSLATE_NOOP("Words", "worked"))
    return " ".join(part for part in (festivals[day.festival] if day.festival else "", sign) if part)


def session_facts(one: "Session") -> str:
    """Level, form, product, orders and fee of a session."""
    return words.listed(
        [
            label(one.tier),
            label(one.form),
            one.product,
            words.say(
                QT_TRANSLATE_NOOP("Words", "about {orders} orders on an ordinary day"),
                orders=words.count_short(round(one.orders)),
            ),
            words.say(QT_TRANSLATE_NOOP("Words", "fee {fee}"), fee=words.money_short(one.cost)),
        ]
    )


# ── hands ──


def roles(hand: "Hand") -> str:
    """The work of a person, as it is read back."""
    from model.launch.hands import ROLES

    parts = [label(role.value) for role in ROLES if role in hand.roles]
    return words.series(parts)


WEEKDAYS: Final = (
    QT_TRANSLATE_NOOP("Words", "Mon"),
    QT_TRANSLATE_NOOP("Words", "Tue"),
    QT_TRANSLATE_NOOP("Words", "Wed"),
    QT_TRANSLATE_NOOP("Words", "Thu"),
    QT_TRANSLATE_NOOP("Words", "Fri"),
    QT_TRANSLATE_NOOP("Words", "Sat"),
    QT_TRANSLATE_NOOP("Words", "Sun"),
)


def days_off(hand: "Hand") -> str:
    """Days off in a week by name, as they are typed."""
    return words.series(words.say(WEEKDAYS[day - 1]) for day in sorted(hand.days_off))


def hired(way: "Way") -> str:
    """Temporary hands of a way."""
    if not way.temporary:
        return words.say(QT_TRANSLATE_NOOP("Words", "nobody"))
    return words.listed(
        words.say(
            QT_TRANSLATE_NOOP("Words", "{people} from {first} to {last}"),
            people=words.say(QT_TRANSLATE_NOOP("Words", "%n person(s)", "", 1), n=one.people),
            first=f"{one.first.month}/{one.first.day}",
            last=f"{one.last.month}/{one.last.day}",
        )
        for one in way.temporary
    )


def relief(found: "Relief") -> str:
    """Which way out leaves most, and how much more than leaving it."""
    best, plain = found.ways[0], found.way("as_is")
    over = int(plain.load.over.sum())
    if not over:
        return words.say(
            QT_TRANSLATE_NOOP("Words", "Your people carry this plan: no day is likely to be too much."),
        )
    start = words.say(
        QT_TRANSLATE_NOOP(
            "Words", "Left as it is, {days} are likely too much for your people; lateness costs about {cost}."
        ),
        days=words.days(over),
        cost=words.money_rough(plain.late_cost),
    )
    if best.net - plain.net < 1:
        end = words.say(
            QT_TRANSLATE_NOOP(
                "Words", "Neither temporary hands nor other days would earn more: leave it as it is."
            )
        )
    else:
        end = words.say(
            QT_TRANSLATE_NOOP("Words", "Best: {way}. After wages that leaves {gain} more."),
            way=label(best.code),
            gain=words.money_rough(best.net - plain.net),
        )
    return words.sentences([start, end])


# ── schools ──


def difference(found: "Comparison") -> str:
    """How much more the better order brings, and what of it the dates make."""
    head_better = found.difference.value >= 0
    ends = (found.difference.low, found.difference.high)
    sign = 1 if head_better else -1
    better, other = (found.head_first, found.tail_first)[::sign]
    low, high = sorted(sign * end for end in ends)
    return words.say(
        QT_TRANSLATE_NOOP(
            "Words",
            "On average {better} brings {apart} more than {other} (eight times in ten between {low} and {high}): the dates make {dates} of it, the order of hosts {order}.",
        ),
        better=label(better.name or better.school),
        other=label(other.name or other.school),
        apart=words.money_rough(sign * found.difference.value),
        low=words.money_rough(low),
        high=words.money_rough(high),
        dates=words.money_rough(sign * found.by_calendar),
        order=words.money_rough(sign * found.by_order),
    )


def span_of(result: "SchoolResult") -> str:
    """From which day to which a school's sessions lie."""
    days = [one.day.isoformat() for one in result.schedule.bookings]
    return f"{min(days)} – {max(days)}" if days else words.UNKNOWN


# ── word of mouth ──


def mouth(found: "WordOfMouth") -> str:
    """How many buyers one brings, and by how much that multiplies orders."""
    return words.say(
        QT_TRANSLATE_NOOP(
            "Words",
            "≈ One buyer brings {reach} more ({low} – {high}), and these some more: {times} times the orders in all ({few} – {many}). {alone} of buyers bring nobody.",
        ),
        reach=words.number(found.reach.value, 2),
        low=words.number(found.reach.low, 2),
        high=words.number(found.reach.high, 2),
        times=words.number(found.multiplier.value, 2),
        few=words.number(found.multiplier.low, 2),
        many=words.number(found.multiplier.high, 2),
        alone=words.percent(found.alone),
    )


def imitation(found: "Spread") -> str:
    """What imitation did in the picture."""
    return words.say(
        QT_TRANSLATE_NOOP("Words", "In the picture each buyer whom a host brought led to {more} more."),
        more=words.number(found.per_buyer, 2),
    )


def curve(own: "OwnSales") -> str:
    """The curve of own weekly sales, or why there is none."""
    from model.errors import Reason

    return reason(own.curve) if isinstance(own.curve, Reason) else _curve(own.curve)


def _curve(found: "BassFit") -> str:
    return words.say(
        QT_TRANSLATE_NOOP(
            "Words",
            "From your {weeks} weeks of sales: {m} orders in all ({low} – {high}); of those who have not bought, {p} a week buy by themselves and up to {q} because others did. The best week was about week {peak}.",
        ),
        weeks=words.number(found.periods),
        m=words.count_short(round(found.m.value)),
        low=words.count_short(round(found.m.low)),
        high=words.count_short(round(found.m.high)),
        p=words.percent(found.p.value, 1),
        q=words.percent(found.q.value),
        peak=words.number(found.peak),
    )


def own_lift(found: "OwnLift", festivals: Mapping[str, str]) -> str:
    """A festival as own orders show it."""
    return words.say(
        QT_TRANSLATE_NOOP(
            "Words", "{festival}: {times} × an ordinary day ({low} – {high}), with your own orders of {days}."
        ),
        festival=festivals[found.code],
        times=words.number(found.value.value, 2),
        low=words.number(found.value.low, 2),
        high=words.number(found.value.high, 2),
        days=words.days(found.days),
    )


# ── pay ──


def scheme(one: "Scheme") -> str:
    """How an operator is paid, in figures."""
    parts = []
    if one.base > 0:
        parts.append(
            words.say(QT_TRANSLATE_NOOP("Words", "{base} a month"), base=words.money_short(one.base))
        )
    for start, share in one.steps:
        if share > 0 and start > 0:
            parts.append(
                words.say(
                    QT_TRANSLATE_NOOP("Words", "{share} above {start}"),
                    share=words.percent(share, 0 if abs(share * 100 - round(share * 100)) < 0.05 else 1),
                    start=words.money_short(start),
                )
            )
        elif share > 0:
            parts.append(
                words.say(
                    QT_TRANSLATE_NOOP("Words", "{share} of profit"),
                    share=words.percent(share, 0 if abs(share * 100 - round(share * 100)) < 0.05 else 1),
                )
            )
    return words.listed(parts)


def month(one: "Month") -> str:
    """What operator and owner get of a month."""
    return f"{words.money_short(one.operator)} / {words.money_short(one.owner)}"


def month_profit(work: "Worth") -> str:
    """The profit of a month, and what of it is the operation's doing."""
    return words.say(
        QT_TRANSLATE_NOOP(
            "Words",
            "A month brings about {profit} before the operator's pay (eight times in ten between {low} and {high}); about {due} of it is the operation's doing.",
        ),
        profit=words.money_rough(work.profit.value),
        low=words.money_rough(work.profit.low),
        high=words.money_rough(work.profit.high),
        due=words.money_rough(work.attributable.value),
    )


def pay_notes(work: "Worth") -> tuple[str, ...]:
    """What to know before agreeing: whom each usual way leaves short."""
    lines = [
        words.say(
            QT_TRANSLATE_NOOP(
                "Words",
                "{scheme}: {verdict} The owner keeps less than without the operation in {odds} of months.",
            ),
            scheme=words.raised(label(one.scheme.code)),
            verdict=reason(one.verdict),
            odds=words.odds(one.owner_loses),
        )
        for one in work.schemes
    ]
    guess = words.say(
        QT_TRANSLATE_NOOP(
            "Words",
            "Wage, shares and what is the operation's doing are usual figures or our guess: change them under Settings, “Worth of the operator's work”.",
        )
    )
    return (*lines, guess)


# ── everyone gains ──


def deals(found: "tuple[HostShare, ...]") -> tuple[str, ...]:
    """What is to be said of single hosts: long-term deals first."""
    told = [one for share in found for one in share.reasons]
    return tuple(reason(one) for one in sorted(told, key=lambda one: one.code != "deal_for_both"))
