"""What to negotiate a host's price with, on paper: how his figures compare, what to ask him for, what to offer, room for terms."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from gui import words
from gui.paper import Block, Paper, form, grid, heading, listed, paragraph, section
from gui.press import pdf
from gui.report import speaking
from gui.words import QT_TRANSLATE_NOOP, water
from gui.words.labels import label
from model.authenticity.fee import negotiation
from model.authenticity.roster import Verdict
from model.intake.out.out import save

if TYPE_CHECKING:
    from model.authenticity.audit import Audit
    from model.policy import Policy

__all__ = ["in_doubt", "sheet", "write_sheet"]

TITLE: Final = QT_TRANSLATE_NOOP("Words", "Talking terms: sheet for the negotiation")
MOST: Final = 20
"""So many hosts are told where nobody is named."""
_WIDTHS: Final = (34, 33, 33)
TERMS: Final = (
    QT_TRANSLATE_NOOP("Words", "Slot fee and when it is paid"),
    QT_TRANSLATE_NOOP("Words", "Commission, and from which sales on another"),
    QT_TRANSLATE_NOOP("Words", "Guarantee, and what is paid back"),
    QT_TRANSLATE_NOOP("Words", "Sessions and days"),
    QT_TRANSLATE_NOOP("Words", "Figures shown (screen recording of the last ten posts)"),
)


def write_sheet(
    found: "Audit", places: Sequence[int], policy: "Policy", path: Path, language: str, made_on: date
) -> Path:
    """Print the sheets of these hosts (places in the roster) to ``path``; the answer is the path.

    Raises:
        InputError: ``file_locked`` or ``cannot_write``.
    """
    with speaking(language):
        data = pdf(sheet(found, places, policy, made_on))
    save(path, data)
    return path


def in_doubt(found: "Audit") -> list[int]:
    """The hosts whose figures look padded or doubtful, the most so first, as many as are worth a talk."""
    worst = (-found.check.belief.padded).argsort(kind="stable").tolist()
    told = (Verdict.PADDED, Verdict.DOUBTFUL)
    return [place for place in worst if found.check.verdict(place) in told][:MOST]


def sheet(found: "Audit", places: Sequence[int], policy: "Policy", made_on: date) -> Paper:
    """The sheets in the language of the moment, ready to be printed."""
    about = words.say(
        QT_TRANSLATE_NOOP(
            "Words",
            "For your own eyes: it names the price to begin at and the one to stop at. Unusual figures prove nothing; ask, and listen.",
        )
    )
    nobody = words.say(QT_TRANSLATE_NOOP("Words", "No host of the roster looks inflated or doubtful."))
    blocks = [heading(words.say(TITLE)), paragraph(made_on.isoformat(), "muted"), paragraph(about)]
    for place in places:
        blocks += _host(found, place, policy)
    return Paper(words.say(TITLE), made_on, blocks if places else [*blocks, paragraph(nobody, "lead")])


def _host(found: "Audit", place: int, policy: "Policy") -> Iterator[Block]:
    check = found.check.host(place)
    host, believed = check.host, check.authenticity
    yield section(words.listed([host.name, label(host.platform), host.id]))
    yield paragraph(water.verdict(check.verdict.value), "lead")
    yield paragraph(
        words.say(
            QT_TRANSLATE_NOOP("Words", "Authenticity {value} (four times in five {range})."),
            value=words.percent(believed.value),
            range=words.span(believed.low, believed.high, words.percent),
        )
    )
    yield section(words.say(QT_TRANSLATE_NOOP("Words", "What to offer")), 3)
    points = negotiation(host, found.fees.host(place), believed, policy)
    yield listed(water.point(one) for one in points)
    if check.evidence:
        heads = (
            words.say(QT_TRANSLATE_NOOP("Words", "The host's figures")),
            words.say(QT_TRANSLATE_NOOP("Words", "How it may be honest")),
            words.say(QT_TRANSLATE_NOOP("Words", "What to ask for")),
        )
        rows = [(water.evidence(p), water.honest(p) or words.UNKNOWN, water.asked(p) or words.UNKNOWN) for p in check.evidence]  # fmt: skip
        yield from grid(heads, rows, _WIDTHS, kept=1)
    yield section(words.say(QT_TRANSLATE_NOOP("Words", "What was agreed")), 3)
    agreed = (
        words.say(QT_TRANSLATE_NOOP("Words", "Terms")),
        words.say(QT_TRANSLATE_NOOP("Words", "Agreed (write here)")),
    )
    yield from form(agreed, [words.say(text) for text in TERMS])
