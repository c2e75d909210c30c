"""The parts of the report, in the order they are read; the long lists are cut, and the workbook has the rest."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from gui import words
from gui.answers import decision
from gui.chosen import ON_PAPER
from gui.paper import Block, figures, grid, heading, listed, paragraph, picture, section
from gui.words import QT_TRANSLATE_NOOP, launchapart, launchwords, overview
from gui.words.grounds import ground_name, ground_reliability, ground_source, ground_value
from gui.words.labels import label
from gui.words.problems import sentence
from gui.words.reasons import reason, reason_code
from gui.words.risks import most_told
from model.records import RepurchaseClass

if TYPE_CHECKING:
    import datetime as dt

    from model.dossier import Dossier
    from model.entries import Entry
    from model.errors import Problem
    from model.launch.season import Booking
    from model.matrix.plan import Choice, Plan
    from model.matrix.signing import Brief, Step
    from model.repurchase.grading import Grade

__all__ = ["TITLE", "refusal_blocks", "report_blocks"]

TITLE: Final = QT_TRANSLATE_NOOP("Words", "Whom to hire: host plan")
MOST_OFFERS: Final = 24
MOST_BRIEFS: Final = 12
MOST_DAYS: Final = 24
MOST_PRODUCTS: Final = 10
MOST_GROUNDS: Final = 14
MOST_LEFT_OUT: Final = 6
MOST_WARNINGS: Final = 6
_TOLD: Final = frozenset({"repeat_value"})
"""Reasons that are the same for every host of a product."""
_PRODUCT_WIDTHS: Final = (20, 16, -5, -5, -5, -5, -14, -9, 21)
_BRIEF_WIDTHS: Final = (22, 39, 39)
_STEP_WIDTHS: Final = (-5, 25, 9, 29, -11, -11, -10)
_DAY_WIDTHS: Final = (14, 30, 10, 12, 34)
_LEFT_WIDTHS: Final = (-12, 88)
_GROUND_WIDTHS: Final = (38, -12, 16, 34)


def report_blocks(found: "Dossier", made_on: "dt.date") -> list[Block]:
    """The report in the language of the moment; its drawings are named ``pyramid`` and ``risk``."""
    plan = found.plan
    return [
        heading(words.say(TITLE)),
        paragraph(made_on.isoformat(), "muted"),
        paragraph(reason(found.overview.verdict), "lead"),
        *figures(_numbers(found)),
        paragraph(decision(plan)),
        *_warnings(plan),
        *_offers(plan),
        section(words.say(QT_TRANSLATE_NOOP("Words", "Who carries the plan?"))),
        picture("pyramid"),
        paragraph(overview.pyramid(found.overview)),
        *_risk(plan),
        *_briefs(found.briefs),
        *_left_out(found),
        *_calendar(found),
        *_people(found),
        *_watch(found),
        *_products(found.grades),
        *_grounds(found),
        *_signatures(),
    ]


def refusal_blocks(problems: "Sequence[Problem]", made_on: "dt.date") -> list[Block]:
    """One page where there is no plan: which limits nobody keeps, and what to change."""
    advice = words.say(
        QT_TRANSLATE_NOOP(
            "Words",
            "Nobody is hired and nothing is spent. Loosen one of the limits below or add hosts to the roster, and make the plan again.",
        )
    )
    return [
        heading(words.say(TITLE)),
        paragraph(made_on.isoformat(), "muted"),
        paragraph(words.say(QT_TRANSLATE_NOOP("Words", "No plan keeps these limits.")), "lead"),
        paragraph(advice),
        section(words.say(QT_TRANSLATE_NOOP("Words", "What stands in the way"))),
        listed(map(sentence, problems)),
    ]


def _numbers(found: "Dossier") -> list[tuple[str, str, str]]:
    told = (overview.told(code, found.overview) for code in overview.NAMES)
    return [(one.name, one.figure, one.meaning) for one in told]


def _warnings(plan: "Plan") -> Iterator[Block]:
    if plan.warnings:
        yield section(words.say(QT_TRANSLATE_NOOP("Words", "Know before you sign")))
        yield listed(map(reason, plan.warnings[:MOST_WARNINGS]))
        yield from _more(len(plan.warnings) - MOST_WARNINGS)


# ── the plan ──


def _offers(plan: "Plan") -> Iterator[Block]:
    """The chosen offers, the dearest where they are too many."""
    yield section(words.say(QT_TRANSLATE_NOOP("Words", "The plan")))
    widths = [-told.paper if told.align == "right" else told.paper for told in ON_PAPER]
    shown = _weightiest(plan.choices, MOST_OFFERS)
    yield from grid(
        [told.title() for told in ON_PAPER],
        [[told.on_paper(choice) for told in ON_PAPER] for choice in shown],
        widths,
    )
    yield from _more(len(plan.choices) - len(shown))
    yield paragraph(
        words.say(QT_TRANSLATE_NOOP("Words", "≈ marks figures nobody gave: they are estimated.")), "muted"
    )


def _weightiest(choices: "Sequence[Choice]", most: int) -> "Sequence[Choice]":
    if len(choices) <= most:
        return choices
    return sorted(choices, key=lambda choice: (-choice.cost, -choice.long_profit))[:most]


def _more(count: int) -> Iterator[Block]:
    """That a list goes on, and where."""
    if count > 0:
        text = QT_TRANSLATE_NOOP(
            "Words", "%n more: all of them are in the workbook (Host matrix → Plan as Excel).", "", 1
        )
        yield paragraph(words.say(text, n=count), "muted")


def _risk(plan: "Plan") -> Iterator[Block]:
    from model.matrix.dangers import dangers

    yield section(words.say(QT_TRANSLATE_NOOP("Words", "Risk")))
    yield picture("risk")
    yield paragraph(words.sentences([_risk_words(plan), most_told(plan.risk)]))
    found = dangers(plan.risk)
    causes = [reason(one) for one in found if one.code.startswith("worst_")]
    lost = [reason(one) for one in found if one.code.startswith("if_")]
    for title, lines in (
        (QT_TRANSLATE_NOOP("Words", "What makes the worst cases bad"), causes),
        (QT_TRANSLATE_NOOP("Words", "When one host lets you down"), lost[:MOST_WARNINGS]),
    ):
        if lines:
            yield section(words.say(title), 3)
            yield listed(lines)


def _risk_words(plan: "Plan") -> str:
    risk = plan.risk
    return words.say(
        QT_TRANSLATE_NOOP(
            "Words",
            "In {draws} trials of the plan long-run profit was {low} in a bad case (one in twenty is worse, and averages"
            " {worst}), {middle} in the middle and {high} in a good case. It lost money in {odds} of them, by first sales"
            " alone in {first}.",
        ),
        draws=words.number(risk.draws),
        low=words.money_rough(risk.p05),
        middle=words.money_rough(risk.p50),
        high=words.money_rough(risk.p95),
        odds=words.odds(risk.loss_probability),
        worst=words.money_rough(risk.cvar95),
        first=words.odds(risk.first_loss_probability),
    )


# ── the hosts ──


def _briefs(found: "Sequence[Brief]") -> Iterator[Block]:
    """Each chosen host with what speaks for him and what is to be settled; those that cost most where they are too many."""
    yield section(words.say(QT_TRANSLATE_NOOP("Words", "The hosts, one by one")))
    shown = _weightiest([one.choice for one in found], MOST_BRIEFS)
    by_id = {one.choice.id: one for one in found}
    heads = (
        words.say(QT_TRANSLATE_NOOP("Words", "Host")),
        words.say(QT_TRANSLATE_NOOP("Words", "What speaks for this host")),
        words.say(QT_TRANSLATE_NOOP("Words", "To settle before signing")),
    )
    yield from grid(heads, [_brief(by_id[choice.id]) for choice in shown], _BRIEF_WIDTHS, kept=1)
    yield from _more(len(found) - len(shown))


def _brief(one: "Brief") -> Sequence[str]:
    host = one.choice.candidate.host
    who = words.listed([host.influencer.name, label(host.influencer.platform), label(host.tier.value)])
    return (
        who,
        words.sentences(reason(told) for told in one.reasons if told.code not in _TOLD) or words.UNKNOWN,
        words.sentences(map(reason, one.doubts)) or words.UNKNOWN,
    )


def _left_out(found: "Dossier") -> Iterator[Block]:
    if not found.left_out:
        return
    yield section(words.say(QT_TRANSLATE_NOOP("Words", "Who was left out, and why")))
    heads = (
        words.say(QT_TRANSLATE_NOOP("Words", "Hosts")),
        words.say(QT_TRANSLATE_NOOP("Words", "Why")),
    )
    rows = [(words.number(count), reason_code(code)) for code, count in found.left_out[:MOST_LEFT_OUT]]
    yield from grid(heads, rows, _LEFT_WIDTHS)


# ── days and people ──


def _calendar(found: "Dossier") -> Iterator[Block]:
    """The sessions by day where days are set, else the order to book in."""
    if found.launch is not None and found.launch.schedule.bookings:
        yield section(words.say(QT_TRANSLATE_NOOP("Words", "Calendar")))
        yield paragraph(launchwords.verdict(found.launch), keep=True)
        if why := launchapart.apart(found.launch.apart):
            yield paragraph(why, keep=True)
        booked = sorted(found.launch.schedule.bookings, key=lambda one: (one.day, one.session.id))
        heads = _heads("Day", "Host", "Level", "Form", "Product")
        yield from grid(heads, [_day(one) for one in booked[:MOST_DAYS]], _DAY_WIDTHS)
        yield from _more(len(booked) - MOST_DAYS)
        return
    yield section(words.say(QT_TRANSLATE_NOOP("Words", "In this order")))
    yield paragraph(_why_in_this_order(found.steps), keep=True)
    columns = ("", *_heads("Host", "Level", "Offer", "Cost"), *_so_far())
    shown = found.steps[:MOST_DAYS]
    yield from grid(columns, [_step(place, one) for place, one in enumerate(shown, 1)], _STEP_WIDTHS)
    yield from _more(len(found.steps) - len(shown))


def _why_in_this_order(steps: "Sequence[Step]") -> str:
    """Among hosts of one level none is small: there the best for his money goes first."""
    small = QT_TRANSLATE_NOOP(
        "Words",
        "Small hosts first: what they bring tells whether the dear ones are worth their fee. The launch page gives the sessions days.",
    )
    best = QT_TRANSLATE_NOOP(
        "Words",
        "All are of one level: whoever brings most for each yuan comes first. The launch page gives the sessions days.",
    )
    levels = {one.choice.candidate.host.tier for one in steps}
    return words.say(small if len(levels) > 1 else best)


def _heads(*names: str) -> list[str]:
    """Headings that tables on the screen have, too."""
    return [words.term("Columns", name) for name in names]


def _so_far() -> tuple[str, str]:
    return (
        words.say(QT_TRANSLATE_NOOP("Words", "Spent so far")),
        words.say(QT_TRANSLATE_NOOP("Words", "Orders so far")),
    )


def _day(one: "Booking") -> Sequence[str]:
    session = one.session
    return one.day.isoformat(), session.name, label(session.tier), label(session.form), session.product


def _step(place: int, one: "Step") -> Sequence[str]:
    told = {column.key: column for column in ON_PAPER}
    return (
        str(place),
        *(told[key].on_paper(one.choice) for key in ("host", "tier", "offer", "cost")),
        words.money(one.spent),
        words.number(one.orders),
    )


def _people(found: "Dossier") -> Iterator[Block]:
    """The hands needed on an average day; with dates what is done on the days that are too much."""
    told = overview.told("hands", found.overview)
    if not told.is_known:
        return
    yield section(words.say(QT_TRANSLATE_NOOP("Words", "People needed")))
    yield paragraph(words.listed([told.figure, told.meaning]))
    if found.launch is not None and found.launch.relief is not None:
        yield paragraph(launchwords.relief(found.launch.relief))
    yield paragraph(told.rests, "muted")


def _watch(found: "Dossier") -> Iterator[Block]:
    if found.watch:
        yield section(words.say(QT_TRANSLATE_NOOP("Words", "What to watch once it runs")))
        yield listed(map(reason, found.watch[: 2 * MOST_WARNINGS]))


# ── what it rests on ──


def _products(grades: "Sequence[Grade]") -> Iterator[Block]:
    yield section(words.say(QT_TRANSLATE_NOOP("Words", "Products")))
    heads = (
        words.say(QT_TRANSLATE_NOOP("Words", "Product")),
        words.say(QT_TRANSLATE_NOOP("Words", "Repurchase class")),
        *(klass.value for klass in RepurchaseClass),
        words.say(QT_TRANSLATE_NOOP("Words", "Bought again after")),
        words.say(QT_TRANSLATE_NOOP("Words", "Come back within a year")),
        words.say(QT_TRANSLATE_NOOP("Words", "Main reason")),
    )
    yield from grid(heads, [_product(grade) for grade in grades[:MOST_PRODUCTS]], _PRODUCT_WIDTHS)
    yield from _more(len(grades) - MOST_PRODUCTS)


def _product(grade: "Grade") -> Sequence[str]:
    return (
        grade.product.name,
        label(grade.letter.value),
        *(words.odds(share) for share in grade.probabilities.values()),
        words.span(grade.interval.low, grade.interval.high, words.days),
        words.span(grade.rate.low, grade.rate.high, words.percent),
        reason(grade.reasons[0]) if grade.reasons else "",
    )


def _grounds(found: "Dossier") -> Iterator[Block]:
    """The figures that bear on this plan; how many more there are, and where."""
    yield section(words.say(QT_TRANSLATE_NOOP("Words", "What this rests on")))
    heads = (
        words.say(QT_TRANSLATE_NOOP("Words", "Figure")),
        words.say(QT_TRANSLATE_NOOP("Words", "Value")),
        words.say(QT_TRANSLATE_NOOP("Words", "Reliability")),
        words.say(QT_TRANSLATE_NOOP("Words", "Source")),
    )
    shown = found.grounds[:MOST_GROUNDS]
    yield from grid(heads, map(_ground, shown), _GROUND_WIDTHS)
    count = found.more_guesses + len(found.grounds) - len(shown)
    text = QT_TRANSLATE_NOOP(
        "Words",
        "%n more figures are not certain either, but weigh less here: see Settings. Where you know better, change them: the plan follows.",
        "",
        1,
    )
    yield paragraph(words.say(text, n=count), "muted")


def _ground(entry: "Entry") -> Sequence[str]:
    return ground_name(entry), ground_value(entry), ground_reliability(entry), ground_source(entry)


def _signatures() -> Iterable[Block]:
    names = (
        words.say(QT_TRANSLATE_NOOP("Words", "Decided by")),
        words.say(QT_TRANSLATE_NOOP("Words", "Carried out by")),
        words.say(QT_TRANSLATE_NOOP("Words", "Date")),
    )
    line = " &nbsp; ".join(f"{name} ____________________" for name in names)
    return section(words.say(QT_TRANSLATE_NOOP("Words", "Signed"))), Block(f'<p class="sign">{line}</p>')
