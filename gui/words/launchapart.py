"""Why the launch says another profit than the matrix, in one sentence."""

from typing import TYPE_CHECKING, Final

from gui import words
from gui.words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from model.launch.apart import Apart

__all__ = ["apart"]

SEEN: Final = 0.005
"""Parts smaller than this share of the whole are not told: figures of two digits do not show what is missing."""
WORTH: Final = 0.02
"""The same for what is taken off once more: it is no part of the sum."""


def apart(found: "Apart") -> str:
    """From the figure of the matrix to that of the launch, and what late parcels and wages take of it."""
    whole = max(abs(found.matrix), abs(found.launch))
    told = [
        words.say(text, yuan=_signed(yuan))
        for text, yuan in (
            (QT_TRANSLATE_NOOP("Words", "these days {yuan}"), found.days),
            (QT_TRANSLATE_NOOP("Words", "who goes first {yuan}"), found.order),
            (QT_TRANSLATE_NOOP("Words", "shared viewers {yuan}"), found.shared),
        )
        if abs(yuan) >= max(SEEN * whole, 1.0)
    ]  # fmt: skip
    text = QT_TRANSLATE_NOOP("Words", "Matrix: about {yuan}, for ordinary days; {parts}.")
    why = words.say(text, yuan=words.money_rough(found.matrix), parts=words.listed(told)) if told else ""
    return words.sentences([why, _late(found) if found.late >= max(WORTH * whole, 1.0) else ""])


def _late(found: "Apart") -> str:
    return words.say(
        QT_TRANSLATE_NOOP("Words", "Late parcels and temporary hands take {late}: about {left} left."),
        late=words.money_rough(found.late),
        left=words.money_rough(found.left),
    )


def _signed(yuan: float) -> str:
    return ("+" if yuan > 0 else "") + words.money_rough(yuan)
