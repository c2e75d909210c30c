"""The plan as a workbook with live totals: change a fee or a number of sessions, and everything follows."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from gui import words
from gui.words import QT_TRANSLATE_NOOP
from gui.words.grounds import ground_name, ground_reliability, ground_source, ground_unit
from gui.words.labels import label
from gui.words.reasons import reason, reason_code
from model.intake.out.book import BookSheet, Item, write_book
from model.intake.out.out import ColumnKind
from model.matrix.ledger import AGREED, LEDGER, ledger, totals
from model.records import Tier
from model.watching import Step, quiet

if TYPE_CHECKING:
    from model.dossier import Dossier
    from model.matrix.plan import Choice

__all__ = ["sheets", "write_workbook"]

TITLE: Final = QT_TRANSLATE_NOOP("Words", "Host plan {day}")
FONTS: Final = {"zh": "微软雅黑", "en": "Calibri"}
NAMES: Final = {
    "decision": QT_TRANSLATE_NOOP("Words", "Decision"),
    "plan": QT_TRANSLATE_NOOP("Words", "Plan"),
    "left": QT_TRANSLATE_NOOP("Words", "Left out"),
    "risk": QT_TRANSLATE_NOOP("Words", "Risk"),
    "days": QT_TRANSLATE_NOOP("Words", "Calendar"),
    "grounds": QT_TRANSLATE_NOOP("Words", "Assumptions"),
}
TEXTS: Final = (
    QT_TRANSLATE_NOOP("Columns", "Host id"),
    QT_TRANSLATE_NOOP("Columns", "Host"),
    QT_TRANSLATE_NOOP("Columns", "Platform"),
    QT_TRANSLATE_NOOP("Columns", "Level"),
    QT_TRANSLATE_NOOP("Columns", "Product"),
    QT_TRANSLATE_NOOP("Columns", "Offer"),
)
"""What stands before the figures of a line; the file is read back by these headings."""
TEXT_WIDTHS: Final = (16, 20, 10, 8, 20, 16)
LEVEL: Final = 3
FIELDS: Final[Mapping[str, str]] = {
    "slot_fee": QT_TRANSLATE_NOOP("Columns", "Slot fee"),
    "sessions": QT_TRANSLATE_NOOP("Columns", "Sessions"),
    "commission": QT_TRANSLATE_NOOP("Columns", "Commission"),
    "orders_each": QT_TRANSLATE_NOOP("Columns", "Orders of the first session"),
    "price": QT_TRANSLATE_NOOP("Columns", "Selling price"),
    "margin": QT_TRANSLATE_NOOP("Columns", "Margin of a kept order, before commission"),
    "return_rate": QT_TRANSLATE_NOOP("Columns", "Return rate"),
    "return_loss": QT_TRANSLATE_NOOP("Columns", "Lost with a return"),
    "beside": QT_TRANSLATE_NOOP("Columns", "Samples and own hours"),
    "low_ratio": QT_TRANSLATE_NOOP("Columns", "Bad case ÷ expected"),
    "high_ratio": QT_TRANSLATE_NOOP("Columns", "Good case ÷ expected"),
    "stepped": QT_TRANSLATE_NOOP("Columns", "More by commission steps (fixed)"),
    "refunded": QT_TRANSLATE_NOOP("Columns", "Guarantee paid back (fixed)"),
    "repeat_each": QT_TRANSLATE_NOOP("Columns", "Repeat profit of a kept order"),
    "orders": QT_TRANSLATE_NOOP("Columns", "Orders"),
    "orders_low": QT_TRANSLATE_NOOP("Columns", "Orders, low"),
    "orders_high": QT_TRANSLATE_NOOP("Columns", "Orders, high"),
    "cost": QT_TRANSLATE_NOOP("Columns", "Cost"),
    "sales": QT_TRANSLATE_NOOP("Columns", "Kept sales"),
    "commission_paid": QT_TRANSLATE_NOOP("Columns", "Commission paid"),
    "gross": QT_TRANSLATE_NOOP("Columns", "Margin after returns"),
    "first": QT_TRANSLATE_NOOP("Columns", "First-sale profit"),
    "long": QT_TRANSLATE_NOOP("Columns", "Long-run profit"),
    "even": QT_TRANSLATE_NOOP("Columns", "Break-even orders"),
    "share": QT_TRANSLATE_NOOP("Columns", "Share of the cost"),
}
SUMS: Final[Mapping[str, str]] = {
    "budget": QT_TRANSLATE_NOOP("Words", "Budget"),
    "decay": QT_TRANSLATE_NOOP("Words", "Orders of each further session ÷ the one before"),
    "hosts": QT_TRANSLATE_NOOP("Words", "Hosts"),
    "spend": QT_TRANSLATE_NOOP("Words", "Slot fees"),
    "rest": QT_TRANSLATE_NOOP("Words", "Left of the budget"),
    "orders": QT_TRANSLATE_NOOP("Words", "Expected orders"),
    "sales": QT_TRANSLATE_NOOP("Words", "Kept sales"),
    "first": QT_TRANSLATE_NOOP("Words", "First-sale profit"),
    "long": QT_TRANSLATE_NOOP("Words", "Long-run profit"),
    "even": QT_TRANSLATE_NOOP("Words", "Break-even orders, by first sales"),
    "top1": QT_TRANSLATE_NOOP("Words", "Largest host's share of the fees"),
    "top5": QT_TRANSLATE_NOOP("Words", "Share of the five largest"),
}
_LIVE: Final = QT_TRANSLATE_NOOP(
    "Words",
    "Blue figures may be changed, the rest follows. Audiences that hosts share, stock, guarantees and commission steps stay as they were forecast; for a new best choice make the plan again.",
)
_STILL: Final = QT_TRANSLATE_NOOP(
    "Words",
    "These figures come from thousands of trials and do not follow changes in this workbook: make the plan again for them.",
)


def write_workbook(found: "Dossier", path: Path, made_on: date, step: Step = quiet) -> None:
    """Write the plan with all that surrounds it, in the language of the moment.

    Raises:
        InputError: ``file_locked``, ``cannot_write``.
    """
    font = FONTS["zh" if words.is_chinese() else "en"]
    write_book(path, sheets(found), font, words.say(TITLE, day=made_on.isoformat()), step)


def sheets(found: "Dossier") -> list[BookSheet]:
    """All sheets in the language of the moment, the decision first."""
    return [
        _decision(found),
        _plan(found),
        _left(found),
        _risk(found),
        _days(found),
        _grounds(found),
    ]


def _name(code: str) -> str:
    return words.say(NAMES[code])


def _text(value: str, bold: bool = False) -> Item:
    return Item(value, "text", bold=bold)


# ── the plan and its totals ──


def _letter(column: int) -> str:
    from xlsxwriter.utility import xl_col_to_name

    name: str = xl_col_to_name(column)
    return name


def _columns() -> dict[str, str]:
    """The column letter of every field of the ledger."""
    return {field.code: _letter(len(TEXTS) + place) for place, field in enumerate(LEDGER)}


def _plan(found: "Dossier") -> BookSheet:
    plan, letters = found.plan, _columns()
    lines = ledger(plan, found.policy.response.session_decay)
    last = len(lines) + 1
    rows = []
    for number, (choice, line) in enumerate(zip(plan.choices, lines, strict=True), 2):
        cells = {code: f"{letter}{number}" for code, letter in letters.items()}
        cells |= {
            "decay": f"'{_name('decision')}'!$B$3",
            "spend": f"${letters['cost']}$2:${letters['cost']}${last}",
        }
        figures = [
            Item(line[f.code], f.kind, f"={f.formula.format(**cells)}" if f.formula else "", f.entered)
            for f in LEDGER
        ]
        rows.append([*map(_text, _who(choice)), *figures])
    heads = [words.term("Columns", text) for text in (*TEXTS, *(FIELDS[f.code] for f in LEDGER))]
    widths = (*TEXT_WIDTHS, *(11 for _ in LEDGER))
    return BookSheet(_name("plan"), heads, rows, widths, 2, words.say(_LIVE), printed=len(TEXTS) + AGREED)


def _who(choice: "Choice") -> Sequence[str]:
    item = choice.candidate
    host = item.host
    return (
        choice.id,
        host.influencer.name,
        label(host.influencer.platform),
        label(host.tier),
        item.worth.product.name,
        item.offer.offer.name,
    )


def _decision(found: "Dossier") -> BookSheet:
    """Budget and decay are entered in B2 and B3; the totals follow, then a line for each level."""
    plan, heads = (
        found.plan,
        (words.say(QT_TRANSLATE_NOOP("Words", "Figure")), words.say(QT_TRANSLATE_NOOP("Words", "Value"))),
    )
    ranges = {
        code: f"'{_name('plan')}'!${letter}$2:${letter}${max(len(plan.choices), 1) + 1}"
        for code, letter in _columns().items()
    }
    known = {"=budget": "$B$2"}
    rows = [
        [_text(words.say(SUMS["budget"])), Item(plan.budget, "money", entered=True)],
        [_text(words.say(SUMS["decay"])), Item(found.policy.response.session_decay, "number", entered=True)],
    ]
    for total in totals(plan):
        formula = total.formula.format(**ranges, **known)
        known[f"={total.code}"] = f"$B${len(rows) + 2}"
        rows.append([_text(words.say(SUMS[total.code])), Item(total.value(plan), total.kind, f"={formula}")])
    rows = [[*row, *(Item("") for _ in range(3))] for row in rows]
    rows += [[Item("")] * 5, *_levels(found, ranges)]
    return BookSheet(
        _name("decision"),
        (*heads, "", "", ""),
        rows,
        (44, 16, 14, 14, 16),
        note=reason(found.overview.verdict),
    )


def _levels(found: "Dossier", ranges: Mapping[str, str]) -> Iterator[list[Item]]:
    """Hosts, cost, orders and long-run profit of each level."""
    heads = ("Level", "Sessions", "Cost", "Orders", "Long-run profit")
    yield [_text(words.term("Columns", head), bold=True) for head in heads]
    letter = _letter(LEVEL)
    where = f"'{_name('plan')}'!${letter}$2:${letter}${max(len(found.plan.choices), 1) + 1}"
    for tier in Tier:
        inside = [choice for choice in found.plan.choices if choice.candidate.host.tier is tier]
        sums = {
            "sessions": sum(choice.candidate.sessions for choice in inside),
            "cost": sum(choice.cost for choice in inside),
            "orders": sum(choice.orders.value for choice in inside),
            "long": sum(choice.long_profit for choice in inside),
        }
        kinds = {field.code: field.kind for field in LEDGER}
        name = label(tier)
        yield [
            _text(name),
            *(
                Item(value, kinds[code], f'=SUMIF({where},"{name}",{ranges[code]})')
                for code, value in sums.items()
            ),
        ]


# ── what is told beside it ──


def _left(found: "Dossier") -> BookSheet:
    heads = [words.term("Columns", text) for text in ("Host id", "Host", "Level", "Why")]
    missing = words.say(QT_TRANSLATE_NOOP("Words", "Yuan short"))
    rows = [
        [
            _text(one.id),
            _text(one.name),
            _text(label(one.tier)),
            _text(reason_code(one.reason)),
            Item(one.short_by, "money"),
        ]
        for one in found.plan.rejected
    ]
    return BookSheet(_name("left"), [*heads, missing], rows, (16, 24, 10, 60, 14), frozen=2)


def _risk(found: "Dossier") -> BookSheet:
    risk = found.plan.risk
    told: tuple[tuple[str, float, ColumnKind], ...] = (
        (QT_TRANSLATE_NOOP("Words", "Odds of a loss"), risk.loss_probability, "share"),
        (QT_TRANSLATE_NOOP("Words", "Odds of a loss on first sales alone"), risk.first_loss_probability, "share"),
        (QT_TRANSLATE_NOOP("Words", "Long-run profit, expected"), risk.mean, "money"),
        (QT_TRANSLATE_NOOP("Words", "Bad case (one in twenty is worse)"), risk.p05, "money"),
        (QT_TRANSLATE_NOOP("Words", "Middle case"), risk.p50, "money"),
        (QT_TRANSLATE_NOOP("Words", "Good case (one in twenty is better)"), risk.p95, "money"),
        (QT_TRANSLATE_NOOP("Words", "Average of that worst twentieth"), risk.cvar95, "money"),
        (QT_TRANSLATE_NOOP("Words", "Loss at most: all fees, goods and returns"), risk.utmost.yuan if risk.utmost else 0.0, "money"),
        (QT_TRANSLATE_NOOP("Words", "Trials"), risk.draws, "count"),
    )  # fmt: skip
    from model.matrix.dangers import dangers

    rows = [[_text(words.say(name)), Item(value, kind)] for name, value, kind in told]
    rows += [[_text(reason(one)), Item("")] for one in (*dangers(risk), *found.plan.warnings, *found.watch)]
    heads = (words.say(QT_TRANSLATE_NOOP("Words", "Figure")), words.say(QT_TRANSLATE_NOOP("Words", "Value")))
    return BookSheet(_name("risk"), heads, rows, (90, 16), note=words.say(_STILL))


def _days(found: "Dossier") -> BookSheet:
    """Sessions by day where days are set, else the order to book in."""
    if found.launch is not None:
        rows = [
            [
                Item(one.day, "date"),
                _text(one.session.name),
                _text(label(one.session.tier)),
                _text(label(one.session.form)),
                _text(one.session.product),
                Item(one.session.cost, "money"),
            ]
            for one in sorted(found.launch.schedule.bookings, key=lambda one: (one.day, one.session.id))
        ]
        names = ("Day", "Host", "Level", "Form", "Product", "Slot fee")
        return BookSheet(
            _name("days"), [words.term("Columns", n) for n in names], rows, (12, 24, 10, 12, 24, 12), frozen=2
        )
    rows = [
        [
            Item(place, "count"),
            _text(one.choice.candidate.host.influencer.name),
            _text(label(one.choice.candidate.host.tier)),
            Item(one.choice.cost, "money"),
            Item(one.spent, "money"),
            Item(one.orders, "tenth"),
        ]
        for place, one in enumerate(found.steps, 1)
    ]
    heads = (
        words.say(QT_TRANSLATE_NOOP("Words", "In this order")),
        *(words.term("Columns", name) for name in ("Host", "Level", "Cost")),
        words.say(QT_TRANSLATE_NOOP("Words", "Spent so far")),
        words.say(QT_TRANSLATE_NOOP("Words", "Orders so far")),
    )
    return BookSheet(_name("days"), heads, rows, (12, 24, 10, 12, 14, 14), frozen=2)


def _grounds(found: "Dossier") -> BookSheet:
    """Every figure of the model: first those that bear on this plan most."""
    first = [entry.key for entry in found.grounds]
    entries = [*found.grounds, *(e for key, e in found.policy.entries.items() if key not in set(first))]
    rows = [
        [
            _text(ground_name(entry)),
            Item(entry.value, "number"),
            _text(ground_unit(entry)),
            _text(ground_reliability(entry)),
            _text(ground_source(entry)),
            _text(entry.key),
        ]
        for entry in entries
    ]
    heads = (
        words.say(QT_TRANSLATE_NOOP("Words", "Figure")),
        words.say(QT_TRANSLATE_NOOP("Words", "Value")),
        words.say(QT_TRANSLATE_NOOP("Words", "Unit")),
        words.say(QT_TRANSLATE_NOOP("Words", "Reliability")),
        words.say(QT_TRANSLATE_NOOP("Words", "Source")),
        words.say(QT_TRANSLATE_NOOP("Words", "Key")),
    )
    return BookSheet(_name("grounds"), heads, rows, (44, 12, 24, 14, 60, 34), frozen=1)
