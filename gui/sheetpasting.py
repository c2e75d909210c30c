"""Whole sheets pasted anywhere in the window: where no field and no table takes what is pasted, the wizard does."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication

from gui import words
from gui.near import near
from gui.pasting import NOTHING
from gui.sheetclip import SheetClip
from model.errors import Problem

if TYPE_CHECKING:
    from gui.window import MainWindow

__all__ = ["SheetPasting"]

KINDS: Final = {"products": "products", "roster": "roster", "orders": "orders", "results": "results"}
"""What a sheet that says nothing of itself most likely is, by the page it is pasted on."""


class SheetPasting(QObject):
    """Takes what is pasted into the window itself, and what a table finds to be more than an edit."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._near = near(window)
        window.installEventFilter(self)

    @property
    def _window(self) -> "MainWindow":
        return self._near()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A key that no widget took comes to the window in the end."""
        if isinstance(event, SheetClip):
            event.accept()
            self._met(event)
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.matches(QKeySequence.StandardKey.Paste):  # fmt: skip
            self.paste()
            return True
        return False

    def paste(self) -> None:
        """Bring in the sheet that is on the clipboard."""
        self._bring_in(QApplication.clipboard().text())

    def _met(self, clip: SheetClip) -> None:
        """A table cannot take all of a block: what is meant is asked where it could take a part."""
        from gui.dialogs.pastedsheet import ask

        headless = not clip.found.headed and clip.found.known > 0
        if not clip.found.known:
            self._bring_in(clip.text)
            return
        ask(
            self._window,
            self.tr("Bring in the whole sheet?"),
            self._about(clip.found.known, clip.found.rows),
            (self.tr("Bring in the whole sheet"), self.tr("Change only the rows that are there")),
            (lambda: self._bring_in(clip.text, headless), clip.edit),
        )

    def _about(self, known: int, rows: int) -> str:
        if known == rows:
            return self.tr("All rows pasted are in this table already, but the sheet has more columns.")
        text = self.tr("{0} of the {1} rows pasted have a row in this table already.")
        return text.format(words.number(known), words.number(rows))

    def _bring_in(self, text: str, headless: bool = False) -> None:
        from gui.dialogs.pastedsheet import bring_sheet, too_large

        window = self._window
        if window.session.path is None:
            window.tell_problem(Problem("no_project"))
        elif not text.strip():
            window.tell(lambda: words.say(NOTHING), "warn")
        elif (problem := too_large(text)) is not None:
            window.tell_problem(problem)
        else:
            here = window.nav.currentRow()
            page = window.specs[here].name if here >= 0 else ""
            window.attempt(lambda: bring_sheet(window, window.session, text, KINDS.get(page, ""), headless))
