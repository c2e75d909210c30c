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
from gui.words.labels import field, label, terms
from model.authenticity.fee import negotiation
from model.authenticity.roster import Verdict
from model.intake.out.out import save

if TYPE_CHECKING:
    from model.authenticity.audit import Audit
    from model.authenticity.roster import Evidence
    from model.policy import Policy
    from model.records import Influencer, Offer

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
    QT_TRANSLATE_NOOP("Words", "Who talked with whom, and on which day"),
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
    for number, place in enumerate(places):
        blocks += _host(found, place, policy, fresh=number > 0)
    return Paper(words.say(TITLE), made_on, blocks if places else [*blocks, paragraph(nobody, "lead")])


def _host(found: "Audit", place: int, policy: "Policy", fresh: bool) -> Iterator[Block]:
    """One host on a page of his own: the paper lies on the table while he is talked to, and names nobody else."""
    check = found.check.host(place)
    host, believed = check.host, check.authenticity
    yield section(words.listed([host.name, label(host.platform), host.id]), fresh=fresh)
    yield from (paragraph(text, "muted") for text in _known(host))
    yield paragraph(water.verdict(check.verdict.value), "lead")
    yield paragraph(
        words.say(
            QT_TRANSLATE_NOOP("Words", "Authenticity {value} (eight times in ten {range})."),
            value=words.percent(believed.value),
            range=words.span(believed.low, believed.high, words.percent),
        )
    )
    yield section(words.say(QT_TRANSLATE_NOOP("Words", "What to offer")), 3)
    points = negotiation(host, found.fees.host(place), believed, policy)
    yield listed(water.point(one) for one in points)
    yield from _figures(check.evidence)
    yield section(words.say(QT_TRANSLATE_NOOP("Words", "What was agreed")), 3)
    agreed = (
        words.say(QT_TRANSLATE_NOOP("Words", "Terms")),
        words.say(QT_TRANSLATE_NOOP("Words", "Agreed (write here)")),
    )
    yield from form(agreed, [words.say(text) for text in TERMS])


def _figures(found: "Sequence[Evidence]") -> Iterator[Block]:
    """His figures that are worth a question, with what to ask; the others in a few lines below."""
    if not found:
        return
    yield section(words.say(QT_TRANSLATE_NOOP("Words", "Figures and questions")), 3)
    heads = (
        words.say(QT_TRANSLATE_NOOP("Words", "The host's figures")),
        words.say(QT_TRANSLATE_NOOP("Words", "How it may be honest")),
        words.say(QT_TRANSLATE_NOOP("Words", "What to ask for")),
    )
    rows = [(water.evidence(p), water.honest(p) or words.UNKNOWN, water.asked(p)) for p in found if water.asked(p)]  # fmt: skip
    if rows:
        yield from grid(heads, rows, _WIDTHS, kept=1)
    if others := words.sentences(water.evidence(piece) for piece in found if not water.asked(piece)):
        yield paragraph(others, "muted")


def _known(host: "Influencer") -> Iterator[str]:
    """Who he is and what he has asked for, as far as it is known."""
    shown = (
        ("followers", words.count_short(host.followers) if host.followers is not None else ""),
        ("views", words.count_short(host.views) if host.views is not None else ""),
        ("category", host.category),
        ("mcn", host.mcn),
    )
    if facts := [f"{field(name)} {text}" for name, text in shown if text]:
        yield words.listed(facts)
    if quotes := [_quote(offer) for offer in host.offers if offer.slot_fee is not None]:
        asked = QT_TRANSLATE_NOOP("Words", "Asked for so far: {quotes}")
        yield words.say(asked, quotes=" · ".join(quotes))


def _quote(offer: "Offer") -> str:
    fee, share = offer.slot_fee or 0.0, offer.commission or 0.0
    text = terms(fee, share, offer.guarantee, frozenset(), offer.steps)
    return words.say(QT_TRANSLATE_NOOP("Words", "{offer} ({terms})"), offer=offer.name, terms=text)
