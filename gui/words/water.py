"""Water in words: the facts beside those of peers, what they would look like if honest, and what to ask the host for.

Nothing here says that a host cheats: figures cannot prove it.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from gui import words
from gui.words import QT_TRANSLATE_NOOP
from gui.words.filled import FORMS, fill
from gui.words.waterfacts import ASK, GROUPS, HONEST, ORDER_VERDICTS, POINTS, SUBJECTS, VERDICTS

if TYPE_CHECKING:
    from model.authenticity.fee import Point
    from model.authenticity.orders import OrderVerdict
    from model.authenticity.roster import Evidence, HostCheck

__all__ = ["asked", "evidence", "honest", "lines", "order_lines", "point", "subject", "verdict"]

CONTEXT: Final = "Water"
_HEAVY: Final = 0.5
"""From this weight on a piece is told among the reasons of a verdict."""
_WORTH: Final = 0.2
"""From this weight on it is worth a question."""
_FEW: Final = 2
"""So many lighter reasons are told where none is heavy."""
_SIDES: Final[Mapping[str, str]] = {
    "low": QT_TRANSLATE_NOOP("Water", "{what}: {value}, below the {low} – {high} of {group}."),
    "high": QT_TRANSLATE_NOOP("Water", "{what}: {value}, above the {low} – {high} of {group}."),
    "usual": QT_TRANSLATE_NOOP("Water", "{what}: {value}, as usual ({low} – {high}) for {group}."),
}
_ALONE: Final = QT_TRANSLATE_NOOP("Water", "{what}: {value}.")
_FAR: Final = QT_TRANSLATE_NOOP("Water", "The audience has nothing in common with that of your products.")
_NEAR: Final = QT_TRANSLATE_NOOP("Water", "The audience is one your products are made for.")


def verdict(code: str) -> str:
    """What a verdict means, in a sentence."""
    return words.term(CONTEXT, VERDICTS[code])


def subject(code: str) -> str:
    """What a figure is called."""
    return words.term(CONTEXT, SUBJECTS[code][0])


def evidence(piece: "Evidence") -> str:
    """The fact beside what is usual."""
    if piece.code == "audience":
        return words.term(CONTEXT, _FAR if piece.value else _NEAR)
    what, show = subject(piece.code), FORMS[SUBJECTS[piece.code][1]]
    if piece.peers is None:
        return words.term(CONTEXT, _ALONE).format(what=what, value=show(piece.value))
    return words.term(CONTEXT, _SIDES[piece.side]).format(
        what=what,
        value=show(piece.value),
        low=show(piece.peers.low),
        high=show(piece.peers.high),
        group=fill(CONTEXT, GROUPS[piece.group], {"count": piece.count}),
    )


def honest(piece: "Evidence") -> str:
    """What the fact would look like if it were honest; empty for one that is as usual."""
    text = HONEST.get((piece.code, piece.side)) or HONEST.get((piece.code, ""))
    return words.term(CONTEXT, text) if text and piece.weight >= _WORTH else ""


def asked(piece: "Evidence") -> str:
    """What to ask the host for."""
    return words.term(CONTEXT, ASK[piece.code]) if piece.weight >= _WORTH else ""


def point(one: "Point") -> str:
    """One line of a negotiation."""
    return fill(CONTEXT, POINTS[one.code], one.values)


def lines(check: "HostCheck") -> Iterator[str]:
    """A host in a few lines: verdict, then each heavy piece with its honest reading and what to ask for."""
    yield words.term(CONTEXT, _HEAD).format(
        name=check.host.name,
        verdict=verdict(check.verdict.value),
        value=words.percent(check.authenticity.value),
        range=words.span(check.authenticity.low, check.authenticity.high, words.percent),
    )
    yield from _reasons(check.evidence)


def _reasons(found: "Sequence[Evidence]") -> Iterator[str]:
    """The heavy pieces with their honest reading and the question, or the heaviest light ones."""
    heavy = [piece for piece in found if piece.weight >= _HEAVY]
    light = sorted((piece for piece in found if piece.weight >= _WORTH), key=lambda piece: -piece.weight)
    for piece in heavy or light[:_FEW]:
        yield "  " + words.sentences([evidence(piece), honest(piece), asked(piece)])


def order_lines(name: str, found: "OrderVerdict") -> Iterator[str]:
    """The orders of a host in a few lines."""
    yield words.term(CONTEXT, _ORDERS).format(
        name=name,
        verdict=words.term(CONTEXT, ORDER_VERDICTS[found.verdict.value]),
        count=words.number(found.orders),
    )
    yield from _reasons(found.evidence)


_ORDERS: Final = QT_TRANSLATE_NOOP("Water", "{name}, {count} orders: {verdict}")
_HEAD: Final = QT_TRANSLATE_NOOP("Water", "{name}: {verdict} Authenticity {value} ({range}).")
