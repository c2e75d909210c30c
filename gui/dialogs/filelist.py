"""The list of files in the wizard."""

from typing import Final

from gui import words
from gui.dialogs.entries import Entry
from gui.tableparts import MiddleElided
from gui.tables import Column, RecordTable
from gui.words import QT_TRANSLATE_NOOP, imports

__all__ = ["FileTable"]

TONES: Final = {
    "waiting": "muted",
    "looking": "muted",
    "ready": "accent",
    "needs_columns": "warn",
    "skipped": "muted",
    "reading": "accent",
    "read": "warn",
    "taken": "good",
    "known": "good",
    "refused": "bad",
}


def _certainty(entry: Entry) -> str:
    return "" if entry.score is None else imports.certainty(entry.score)[0]


def _tone(entry: Entry) -> str | None:
    return None if entry.score is None else imports.certainty(entry.score)[1]


COLUMNS: tuple[Column[Entry], ...] = (
    Column("file", QT_TRANSLATE_NOOP("Columns", "File"), lambda e: e.path.name, lambda e: e.path.name, width=0, free=True),
    Column("what", QT_TRANSLATE_NOOP("Columns", "Seems to be"), lambda e: e.what() or None, lambda e: e.what(), width=188),
    Column("score", QT_TRANSLATE_NOOP("Columns", "Certainty"), lambda e: e.score, _certainty, width=88, badge=_tone,
           hint=QT_TRANSLATE_NOOP("Columns", "How well the headings fit an export the program knows")),
    Column("lines", QT_TRANSLATE_NOOP("Columns", "Lines"), lambda e: e.lines, lambda e: "" if e.lines is None else words.number(e.lines), "right", 64),
    Column("state", QT_TRANSLATE_NOOP("Columns", "State"), lambda e: e.state, lambda e: imports.state(e.state), width=118, badge=lambda e: TONES[e.state]),
)  # fmt: skip


class FileTable(RecordTable[Entry]):
    """One line per file."""

    def __init__(self) -> None:
        super().__init__(COLUMNS, lambda entry: entry.key)
        self.search_when_long()
        self.view.setItemDelegateForColumn(0, MiddleElided(self.view))
