"""One page for owner and operator: what the work is worth, what is usual, what would be fair, room to sign."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from gui import words
from gui.paper import Block, Paper, form, grid, heading, paragraph, section
from gui.press import pdf
from gui.words import QT_TRANSLATE_NOOP, launchwords
from gui.words.reasons import reason
from model.intake.out.out import save

if TYPE_CHECKING:
    from model.launch.overview import Launch
    from model.launch.work import SchemeResult

__all__ = ["sheet", "sheet_text", "write_sheet"]

TITLE: Final = QT_TRANSLATE_NOOP("Words", "What the operator's work is worth")
SIGN: Final = QT_TRANSLATE_NOOP(
    "Words",
    "Agreed: ______________________   Owner: ______________   Operator: ______________   Date: __________",
)
TERMS: Final = (
    QT_TRANSLATE_NOOP("Words", "Base pay, and the share of the profit"),
    QT_TRANSLATE_NOOP("Words", "What counts as profit, and who keeps the books"),
    QT_TRANSLATE_NOOP("Words", "Paid on which day; what happens after a month of loss"),
    QT_TRANSLATE_NOOP("Words", "From when, for how long, with what notice"),
)
HEADS: Final = (
    QT_TRANSLATE_NOOP("Words", "Pay"),
    QT_TRANSLATE_NOOP("Words", "Operator, average"),
    QT_TRANSLATE_NOOP("Words", "Bad month"),
    QT_TRANSLATE_NOOP("Words", "Average month"),
    QT_TRANSLATE_NOOP("Words", "Good month"),
    QT_TRANSLATE_NOOP("Words", "Below wage"),
)
WIDTHS: Final = (34, -14, -14, -14, -14, -10)
USUAL: Final = QT_TRANSLATE_NOOP("Words", "Usual ways to pay (operator / owner)")
AGREED: Final = QT_TRANSLATE_NOOP("Words", "The same, set so that they pay the fair middle on average")


def write_sheet(found: "Launch", path: Path, made_on: date) -> Path:
    """Write the page as a PDF, in the language of the moment.

    Raises:
        InputError: ``file_locked``, ``cannot_write``.
    """
    save(path, pdf(sheet(found, made_on)))
    return path


def sheet(found: "Launch", made_on: date) -> Paper:
    """The page in the language of the moment, ready to be printed."""
    return Paper(words.say(TITLE), made_on, _blocks(found, made_on))


def sheet_text(found: "Launch", made_on: date) -> str:
    """The page as plain text, the tables with tabs, to be pasted."""
    work, lines = found.work, [words.say(TITLE), made_on.isoformat(), *_sentences(found), ""]
    for title, rows in ((USUAL, work.schemes), (AGREED, work.agreed)):
        if rows:
            lines += [words.say(title), "\t".join(map(words.say, HEADS))]
            lines += ["\t".join(_row(one)) for one in rows]
            lines.append("")
    return "\n".join([*lines, *launchwords.pay_notes(work), "", words.say(SIGN)])


def _blocks(found: "Launch", made_on: date) -> list[Block]:
    work = found.work
    made = [heading(words.say(TITLE)), paragraph(made_on.isoformat(), "muted")]
    first, *others = _sentences(found)
    made += [paragraph(first, "lead"), *map(paragraph, others)]
    for title, rows in ((USUAL, work.schemes), (AGREED, work.agreed)):
        if rows:
            made.append(section(words.say(title)))
            made += grid([words.say(head) for head in HEADS], map(_row, rows), WIDTHS)
    heads = (
        words.say(QT_TRANSLATE_NOOP("Words", "Terms")),
        words.say(QT_TRANSLATE_NOOP("Words", "Agreed (write here)")),
    )
    return [
        *made,
        *(paragraph(text, "muted") for text in launchwords.pay_notes(work)),
        section(words.say(QT_TRANSLATE_NOOP("Words", "What was agreed"))),
        *form(heads, [words.say(text) for text in TERMS]),
        paragraph(words.say(SIGN), "sign"),
    ]


def _sentences(found: "Launch") -> list[str]:
    return [
        launchwords.verdict(found),
        launchwords.month_profit(found.work),
        *(reason(one) for one in found.work.reasons),
    ]


def _row(one: "SchemeResult") -> Sequence[str]:
    return (
        launchwords.scheme(one.scheme),
        words.money_short(one.operator),
        launchwords.month(one.bad),
        launchwords.month(one.middle),
        launchwords.month(one.good),
        words.odds(one.under_wage),
    )
