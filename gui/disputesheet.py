"""The facts of a host's orders on paper, for a dispute: figures, times and order numbers, nothing of any buyer."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from gui import words
from gui.paper import Block, Paper, grid, heading, listed, paragraph, section
from gui.press import pdf
from gui.report import speaking
from gui.words import QT_TRANSLATE_NOOP, orderwater, water
from gui.words.labels import label
from model.intake.out.out import save

if TYPE_CHECKING:
    from model.authenticity.orderaudit import OrderAudit
    from model.authenticity.suspects import Suspect

__all__ = ["sheet", "sheet_blocks", "write_sheet"]

TITLE: Final = QT_TRANSLATE_NOOP("Words", "Orders brought by one host: the facts")
MOST_ROWS: Final = 3000
"""So many orders are listed; more would make a paper nobody turns over."""
_FACT_WIDTHS: Final = (52, 48)
_ORDER_WIDTHS: Final = (30, 20, -12, 38)
_TIMES: Final = "%Y-%m-%d %H:%M:%S"


def write_sheet(found: "OrderAudit", places: Sequence[int], path: Path, language: str, made_on: date) -> Path:
    """Print the sheets of these hosts to ``path``; the answer is the path.

    Raises:
        InputError: ``file_locked`` or ``cannot_write``.
    """
    with speaking(language):
        data = pdf(sheet(found, places, made_on))
    save(path, data)
    return path


def sheet(found: "OrderAudit", places: Sequence[int], made_on: date) -> Paper:
    """The sheets of these hosts in the language of the moment, ready to be printed."""
    return Paper(words.say(TITLE), made_on, sheet_blocks(found, places, made_on))


def sheet_blocks(found: "OrderAudit", places: Sequence[int], made_on: date) -> list[Block]:
    """The sheet in the language of the moment: what was counted, how it would read if honest, what to ask, which orders."""
    return [
        heading(words.say(TITLE)),
        paragraph(made_on.isoformat(), "muted"),
        paragraph(_about()),
        *(block for place in places for block in _host(found, place)),
        *([] if places else [paragraph(_nobody(found), "lead")]),
    ]


def _about() -> str:
    return words.say(
        QT_TRANSLATE_NOOP(
            "Words",
            "Counted from the shop's own exports, each figure beside the rest of the shop's orders of the same products. Unusual figures are no proof: beside each stands how it may have come about honestly. No name, phone or address of any buyer is in here.",
        )
    )


def _nobody(found: "OrderAudit") -> str:
    return orderwater.summary([found.check.verdict(place).value for place in range(found.hosts.count)])


def _host(found: "OrderAudit", place: int) -> Iterator[Block]:
    hosts = found.hosts
    check = found.check.host(place)
    id_ = hosts.ids[place]
    name = f"{found.name(place)} · {label(hosts.platforms[place])}"
    yield section(f"{name} · {id_}" if id_ and id_ != found.name(place) else name)
    yield paragraph(orderwater.facts(found, place), "lead")
    heads = (
        words.say(QT_TRANSLATE_NOOP("Words", "What was counted")),
        words.say(QT_TRANSLATE_NOOP("Words", "How it may be honest")),
    )
    yield from grid(
        heads, [(water.evidence(p), water.honest(p) or words.UNKNOWN) for p in check.evidence], _FACT_WIDTHS
    )
    if asks := orderwater.asks(found, place):
        yield section(words.say(QT_TRANSLATE_NOOP("Words", "What we ask for")))
        yield listed(asks)
    yield from _orders(found.suspects.get(place, ()), int(found.check.orders[place]))


def _orders(behind: "Sequence[Suspect]", of: int) -> Iterator[Block]:
    """The orders that show what was counted."""
    if not behind:
        return
    yield section(words.say(QT_TRANSLATE_NOOP("Words", "The orders that show it")))
    shown = words.say(
        QT_TRANSLATE_NOOP("Words", "{shown} of {all} orders, by time of payment."),
        shown=words.number(len(behind)),
        all=words.number(of),
    )
    yield paragraph(shown, "muted")
    heads = (
        words.say(QT_TRANSLATE_NOOP("Words", "Order number")),
        words.say(QT_TRANSLATE_NOOP("Words", "Paid at")),
        words.say(QT_TRANSLATE_NOOP("Words", "Paid, yuan")),
        words.say(QT_TRANSLATE_NOOP("Words", "What it shows")),
    )
    yield from grid(heads, [_order(one) for one in behind[:MOST_ROWS]], _ORDER_WIDTHS)
    if len(behind) > MOST_ROWS:
        left = words.number(len(behind) - MOST_ROWS)
        yield paragraph(
            words.say(QT_TRANSLATE_NOOP("Words", "{count} more orders are not listed."), count=left)
        )


def _order(one: "Suspect") -> Sequence[str]:
    paid_at = one.paid_at.strftime(_TIMES) if one.paid_at else words.UNKNOWN
    return one.order_id, paid_at, words.number(one.paid, 2), words.listed(map(orderwater.sign, one.signs))
