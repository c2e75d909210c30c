"""A block on the clipboard that is more than an edit of a table's cells: a whole sheet, for whoever brings sheets in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget

from gui import pasting
from gui.columns import Column

if TYPE_CHECKING:
    from gui.tables import RecordTable

__all__ = ["MOST_EDITED", "SheetClip", "Surplus", "hand_over", "surplus", "surplus_of"]

MOST_EDITED: Final = 1_000_000
"""Signs of a text that is laid over cells at once; more of them are read beside the window."""
LOOKED_AT: Final = 60


@dataclass(frozen=True)
class Surplus:
    """Of ``rows`` on the clipboard ``known`` have a place in the table; ``headed``: under headings of their own."""

    known: int
    rows: int
    headed: bool


class SheetClip(QEvent):
    """Sent to the window; accepted where it takes the sheet. ``edit`` changes the rows that have a place."""

    KIND: Final = QEvent.Type(QEvent.registerEventType())

    def __init__(self, text: str, found: Surplus, edit: Callable[[], None]) -> None:
        super().__init__(self.KIND)
        self.text, self.found, self.edit = text, found, edit
        self.ignore()


def hand_over(table: QWidget, text: str, found: Surplus, edit: Callable[[], None]) -> bool:
    """Offer a sheet to the table's window; whether it takes it."""
    clip = SheetClip(text, found, edit)
    QCoreApplication.sendEvent(table.window(), clip)
    return clip.isAccepted()


def surplus(
    cells: Sequence[Sequence[str]],
    records: Sequence[Any],
    columns: Sequence[Column[Any]],
    named: Column[Any],
    by: pasting.Known[Any],
    below: int,
) -> Surplus | None:
    """What there is in a block beside an edit of these records; None where it is no more than that.

    ``below`` counts the rows from the chosen cell on.
    """
    if max(map(len, cells), default=0) < 2:
        return None
    if pasting.headed(cells, columns, by.also):
        known = pasting.named_rows(cells, records, columns, named, by)
        more = known < len(cells) - 1 or _says_more(pasting.strange(cells, columns, by.also))
        return Surplus(known, len(cells) - 1, True) if more else None
    if _has_headings(cells):
        return Surplus(0, len(cells) - 1, True)
    return Surplus(below, len(cells), False) if below < len(cells) else None


def surplus_of(
    table: "RecordTable[Any]", cells: Sequence[Sequence[str]], by: pasting.Known[Any]
) -> Surplus | None:
    """What there is in a block beside an edit of a table, and in a text too large to be one; None where it takes no sheets."""
    if not table.takes_sheets:
        return None
    if not cells:
        return Surplus(0, 0, headed=True)
    index, columns = table.view.currentIndex(), table.model.columns
    below = table.model.rowCount() - index.row() if index.isValid() else 0
    return surplus(cells, table.model.rows, columns, columns[table.view.named], by, below)


def _says_more(headings: Sequence[str]) -> bool:
    """Whether headings that the table lacks are known to be those of a sheet."""
    from model.intake.layouts.inspecting import known_headings

    return bool(headings) and known_headings(headings) > 0


def _has_headings(cells: Sequence[Sequence[str]]) -> bool:
    from model.intake.layouts.firstline import HEADINGS, first_line

    return len(cells) > 1 and first_line(cells[:LOOKED_AT]) == HEADINGS
