"""The bottom of the wizard: how far the work is, and what can be done next."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui import words
from gui.parts import make_button, text_label
from gui.scale import Space
from gui.words import imports
from gui.words.reasons import progress
from gui.working import Working

if TYPE_CHECKING:
    from gui.dialogs.importer import Importer

__all__ = ["Steps"]

ICONS = {
    "undo": "undo",
    "close": "close",
    "rest": "check",
    "start": "import",
    "next": "right",
}
PRIMARY = ("rest", "start", "next")


class Steps(QWidget):
    """Progress, a sentence, and the buttons that make sense at this moment."""

    def __init__(self) -> None:
        super().__init__()
        self._said: Callable[[], str] | None = None
        self._importer: Importer | None = None
        self.text = text_label()
        self.work = Working(upright=True)
        self._buttons = {name: make_button(icon, _nothing, name in PRIMARY) for name, icon in ICONS.items()}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.NEAR)
        told = QVBoxLayout()
        told.addWidget(self.text)
        told.addWidget(self.work)
        row.addLayout(told, 1)
        row.addSpacing(Space.APART)
        for button in self._buttons.values():
            row.addWidget(button)
        self.retranslate()

    def button(self, name: str) -> QPushButton:
        """The button that starts, takes the rest, undoes or closes."""
        return self._buttons[name]

    def say(self, sentence: Callable[[], str]) -> None:
        """A sentence that stays until the next step, in the language of the moment."""
        self._said = sentence
        self.text.setText(sentence())

    def tell(self, importer: "Importer", code: str, share: float) -> None:
        """How far the reading is."""
        place, total = importer.place()
        step = self.tr("File {0} of {1}: {2}").format(
            words.number(place), words.number(total), progress(code)
        )
        done = (place - 1 + min(share, 1.0)) / max(total, 1)
        self.work.tell(step, done)

    def show_state(self, importer: "Importer") -> None:
        """Show the buttons and the sentence that belong to the state of the list."""
        self._importer = importer
        busy, ready, waits = importer.is_reading(), importer.count("ready"), importer.count("read")
        added = ready or importer.count("waiting", "looking")  # to go on would leave these files out unsaid
        shown = {
            "undo": not busy and bool(importer.taken),
            "close": not busy,
            "rest": not busy and waits > 0,
            "next": not busy and not (waits or added) and bool(importer.leads_to()),
            "start": not busy and (ready > 0 or not (waits or importer.taken)),
        }
        for name, button in self._buttons.items():
            button.setVisible(shown[name])
        self._buttons["start"].setEnabled(ready > 0 and not importer.count("waiting", "looking"))
        self._buttons["start"].setText(self._start_text(ready))
        self._buttons["next"].setText(self._next_text(importer.leads_to()))
        self.text.setVisible(not busy)
        if not busy:
            self.text.setText(self._said() if self._said else self._sentence(importer))
        elif self.work.isHidden():
            self._said = None
            self.tell(importer, "reading", 0.0)
        self.work.set_running(busy, self.work.doing.text())

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        for name, text in (
            ("undo", self.tr("Undo this import")),
            ("close", self.tr("Close")),
            ("rest", self.tr("Import the rest")),
        ):
            self._buttons[name].setText(text)
        self._buttons["start"].setText(self._start_text(0))
        if self._importer is not None:
            self.show_state(self._importer)

    def changeEvent(self, event: QEvent) -> None:
        """Follow language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _start_text(self, ready: int) -> str:
        return self.tr("Import %n file(s)", "", ready) if ready else self.tr("Import")

    def _next_text(self, page: str) -> str:
        return self.tr("Choose hosts") if page == "matrix" else self.tr("Describe your product")

    def _sentence(self, importer: "Importer") -> str:
        if importer.count("waiting", "looking"):
            return self.tr("Looking at the files…")
        waits = self._of_waiting(importer.count("needs_columns"))
        if importer.count("read"):
            return words.sentences((self._of_rest(importer), waits))
        if importer.taken:
            taken = self.tr("Taken: %n file(s). It can be undone as one step.", "", len(importer.taken))
            return words.sentences((taken, waits))
        if waits:
            return waits
        known = importer.count("known", "taken") == len(importer.entries) > 0
        return self.tr("All these files were taken already: nothing is added.") if known else ""

    def _of_waiting(self, count: int) -> str:
        text = self.tr(
            "%n file(s) waiting for an answer: choose the file and name its columns or the order of its dates.",
            "",
            count,
        )
        return text if count else ""

    def _of_rest(self, importer: "Importer") -> str:
        waiting = [e.outcome for e in importer.entries.values() if e.outcome and e.state == "read"]
        aside = sum(outcome.set_aside for outcome in waiting)
        if not aside:
            return self.tr("Read, but not taken into the project yet.")
        return self.tr(
            "{0} could not be used and are set aside; nothing is imported yet. Import the rest, or correct the file and read it again (“Problems”)."
        ).format(imports.counted(imports.ROWS, aside))


def _nothing() -> None:
    """The dialog connects the buttons."""
