"""What is pasted into a table: which cell gets which text, and what has no place there."""

from collections.abc import Sequence
from typing import Any, Final

from gui import words
from gui.columns import Column
from gui.tableclips import Change
from gui.words import QT_TRANSLATE_NOOP

__all__ = ["spread", "told"]

HEADED: Final = QT_TRANSLATE_NOOP(
    "Words",
    "These are whole rows with headings. Save them as a file and press “Import…”, or copy the cells alone.",
)
NOTHING: Final = QT_TRANSLATE_NOOP(
    "Words", "There are no cells on the clipboard. Copy some in your spreadsheet first."
)
NO_PLACE: Final = QT_TRANSLATE_NOOP("Words", "Choose the cell where the first one belongs, then paste again.")
FIXED: Final = QT_TRANSLATE_NOOP("Words", "“{column}” cannot be changed here and stays as it is.")
BEYOND: Final = QT_TRANSLATE_NOOP(
    "Words", "%n row(s) had no place below the chosen one and were left out.", "", 1
)
MORE: Final = QT_TRANSLATE_NOOP("Words", "… and {count} more")
MOST: Final = 5


def spread(
    cells: Sequence[Sequence[str]], records: Sequence[Any], columns: Sequence[Column[Any]]
) -> tuple[list[Change[Any]], list[str]]:
    """Lay cells over these records and columns from the first on: the changes, and a sentence for what is left out.

    One cell alone goes into all records.
    """
    if not cells:
        return [], [words.say(NOTHING)]
    if not records or not columns:
        return [], [words.say(NO_PLACE)]
    if _headed(cells[0], columns):
        return [], [words.say(HEADED)]
    if len(cells) == len(cells[0]) == 1:
        cells = [cells[0]] * len(records)
    places = [
        (number, column) for number, column in enumerate(columns) if any(number < len(row) for row in cells)
    ]
    left = [words.say(FIXED, column=words.term("Columns", c.heading)) for _, c in places if not c.editable]
    if len(cells) > len(records):
        left.append(words.say(BEYOND, n=len(cells) - len(records)))
    free = [(number, column.key) for number, column in places if column.editable]
    changes = [
        Change(record, {key: row[number].strip() for number, key in free if number < len(row)})
        for record, row in zip(records, cells, strict=False)
    ]
    return [change for change in changes if change.texts], left


def told(sentences: Sequence[str]) -> str:
    """Sentences for a notice: the first few, and how many more there are."""
    rest = [words.say(MORE, count=len(sentences) - MOST)] if len(sentences) > MOST else []
    return "\n".join([*sentences[:MOST], *rest])


def _headed(first: Sequence[str], columns: Sequence[Column[Any]]) -> bool:
    known = {words.term("Columns", column.heading) for column in columns}
    return len(first) > 1 and sum(text.strip() in known for text in first) > 1
