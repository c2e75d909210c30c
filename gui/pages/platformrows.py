"""Lines of a spreadsheet that begin with a platform: which figure belongs to which, and Ctrl+V in the fields that take them."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit

from gui import language, words
from gui.tableclips import block
from gui.words import QT_TRANSLATE_NOOP
from model.records import INFLUENCER_RULES

__all__ = ["RowPaste", "left_out", "platform_figures"]

STRANGE: Final = QT_TRANSLATE_NOOP("Words", "Not a platform, so left out: {names}.")
NO_LINES: Final = QT_TRANSLATE_NOOP(
    "Words", "No line begins with a platform. Copy the column of the platforms, too."
)

Figures = Mapping[tuple[str, str], str]
"""The text of a figure by platform and column."""


def platform_figures(
    cells: Sequence[Sequence[str]], columns: Mapping[str, str], context: str
) -> tuple[Figures, list[str]]:
    """The figures of lines that name their platform first, and the names that are no platform's.

    ``columns`` are the headings by code, marked texts of ``context``: a first line that has one of them (or a code) in
    either language tells which figure stands where, else they stand in this order. Empty cells say nothing.
    """
    heads = _heads(cells[0], columns, context) if cells else {}
    places = heads or dict(enumerate(columns, 1))
    found: dict[tuple[str, str], str] = {}
    strange: list[str] = []
    for row in cells[1:] if heads or _is_title(cells) else cells:
        platform = _platform(row[0])
        if platform is None:
            strange += [row[0].strip()] if row[0].strip() else []
            continue
        for place, code in places.items():
            if place < len(row) and row[place].strip():
                found[platform, code] = row[place].strip()
    return found, strange


def left_out(figures: Figures, strange: Sequence[str]) -> str:
    """What was left out of a paste, in a sentence; nothing where all was taken."""
    if not figures:
        return words.say(NO_LINES)
    return words.say(STRANGE, names=words.series(f"“{name}”" for name in strange)) if strange else ""


def _is_title(cells: Sequence[Sequence[str]]) -> bool:
    """Whether the first line is headings of somebody else's: there is no figure in it."""
    if len(cells) < 2 or _platform(cells[0][0]) is not None:
        return False
    return not any(letter.isdigit() for cell in cells[0] for letter in cell)


def _platform(text: str) -> str | None:
    """The platform of this name, in either language."""
    found, _problem = INFLUENCER_RULES["platform"].check("platform", text)
    return found if isinstance(found, str) else None


def _heads(row: Sequence[str], columns: Mapping[str, str], context: str) -> dict[int, str]:
    """Where which figure stands, by a line of headings; nothing where it is none."""
    known = {
        name.casefold(): code
        for code, heading in columns.items()
        for name in (code, *language.headings(context, heading))
    }
    named = ((place, known.get(cell.strip().casefold())) for place, cell in enumerate(row))
    return {place: code for place, code in named if code is not None}


class RowPaste(QObject):
    """Hands lines of a spreadsheet that are pasted into one of the fields to ``take``; a single cell goes in as ever."""

    def __init__(self, take: Callable[[list[list[str]]], object], parent: QObject) -> None:
        super().__init__(parent)
        self._take = take

    def watch(self, field: QLineEdit) -> None:
        """Look at what is pasted into this field."""
        field.installEventFilter(self)

    def eventFilter(self, _field: QObject, event: QEvent) -> bool:
        """Take what has several cells."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.matches(QKeySequence.StandardKey.Paste):  # fmt: skip
            cells = block(QApplication.clipboard().text())
            if len(cells) > 1 or (cells and len(cells[0]) > 1):
                self._take(cells)
                return True
        return False
