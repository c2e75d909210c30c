"""After the reading: what was understood of each file, and a list of what could not be used."""

from collections.abc import Iterator, Sequence
from html import escape

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

from gui import theme
from gui.dialogs.entries import Entry
from gui.dialogs.problemlist import ProblemLine, ProblemTable, say
from gui.jobs import Job
from gui.parts import make_button
from gui.saving import ask_save, save_table
from gui.words import imports
from gui.workstrip import WorkStrip

__all__ = ["OutcomeView", "ProblemView"]

MOST_FILES = 500
"""More are not told one by one: laying the text out would take the window too long."""


class OutcomeView(QTextBrowser):
    """A sentence for each file, to be read and copied."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: tuple[Entry, ...] = ()
        self._stale = False
        self.setOpenLinks(False)
        self.retranslate()

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Tell what was understood of these files."""
        said = tuple(
            entry for entry in entries if entry.outcome is not None or entry.refusal or entry.state == "known"
        )
        if said != self._entries:
            self._entries, self._stale = said, True
            self._tell()

    def is_empty(self) -> bool:
        """Whether nothing is read as yet."""
        return not self._entries

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.setAccessibleName(self.tr("What was understood"))
        self._stale = True
        self._tell()

    def showEvent(self, event: QShowEvent) -> None:
        """The text is made when somebody looks at it."""
        super().showEvent(event)
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self.retranslate()
        super().changeEvent(event)

    def _tell(self) -> None:
        if self._stale and self.isVisible():
            self._stale = False
            self.setHtml("".join(line for entry in self._entries[:MOST_FILES] for line in self._file(entry)))

    def _file(self, entry: Entry) -> Iterator[str]:
        look = theme.current()
        yield f'<p style="margin: 10px 6px 2px 6px"><b>{escape(entry.path.name)}</b>'
        yield f' <span style="color: {look["muted"]}">{escape(imports.state(entry.state))}</span></p>'
        waits = entry.state == "needs_columns"
        for text in () if waits else entry.sentences():
            yield f'<p style="margin: 0 6px 0 6px">{escape(text)}</p>'
        told = [] if waits else [*entry.cautions(), *(line.text for line in entry.refusal)]
        if waits:
            told.append(
                self.tr(
                    "Its dates can be read in two ways: choose the file under “Files” and say which comes first."
                )
            )
        elif entry.state == "known":
            told.append(self.tr("This file was taken already: nothing was added."))
        elif entry.outcome is not None and entry.outcome.is_empty:
            told.append(self.tr("Nothing in this file could be used. See “Problems”."))
        for text in told:
            yield f'<p style="margin: 0 6px 0 6px; color: {look["warn"]}">{escape(text)}</p>'


class ProblemView(QWidget):
    """All that could not be used, with what can be done about it."""

    opened = Signal(str)
    retried = Signal(str)
    saved = Signal(str)
    stopped = Signal()
    failed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.table, self.writing = ProblemTable(), WorkStrip()
        self._found: tuple[tuple[ProblemLine, ...], ...] = ()
        self._taken: frozenset[str] = frozenset()
        self._pasted: frozenset[str] = frozenset()
        self.open = make_button("file", lambda: self.opened.emit(self._path()))
        self.again = make_button("redo", lambda: self.retried.emit(self._path()))
        self.save = make_button("export", self._save)
        self._speaker = Job(self)
        self.writing.done.connect(lambda path: self.saved.emit(str(path)))
        self.writing.failed.connect(self.failed)
        self.writing.stopped.connect(self.stopped)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.writing)
        column.addWidget(self.table)
        for button in (self.open, self.again, self.save):
            self.table.bar.addWidget(button)
        self.table.selected.connect(lambda _line: self._enable())
        self.retranslate()

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show what these files could not give."""
        found = tuple(map(problem_lines, entries))
        self._taken = frozenset(entry.key for entry in entries if entry.state == "taken")
        self._pasted = frozenset(entry.key for entry in entries if entry.is_pasted)
        if found != self._found:
            self._found = found
            self.table.show_lines(tuple(line for lines in found for line in lines))
        self._enable()

    def count(self) -> int:
        """How many lines there are."""
        return len(self.table.everything())

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.open.setText(self.tr("Open the file"))
        self.again.setText(self.tr("Read it again"))
        self.save.setText(self.tr("Save the list…"))
        self.open.setToolTip(self.tr("Opens the file of the chosen line in your spreadsheet program"))
        self.again.setToolTip(
            self.tr(
                "After you have corrected and saved the file; undo the import first if it is taken already"
            )
        )

    def changeEvent(self, event: QEvent) -> None:
        """Follow language; the sentences nobody sees yet are made beside, so that a search finds them at once."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            if lines := self.table.everything():
                self._speaker.run(say, lines)
        super().changeEvent(event)

    def _chosen(self) -> ProblemLine | None:
        line = self.table.current()
        lines = self.table.everything()
        return line or (lines[0] if len({one.path for one in lines}) == 1 else None)

    def _enable(self) -> None:
        path = self._path()
        is_file = bool(path) and path not in self._pasted
        self.open.setEnabled(is_file)
        self.again.setEnabled(is_file and path not in self._taken)
        self.save.setEnabled(self.count() > 0)

    def _path(self) -> str:
        line = self._chosen()
        return line.path if line is not None else ""

    def _save(self) -> None:
        path = ask_save(self, self.tr("Save the list"), self.tr("problems.xlsx"))
        if path is not None:
            save_table(self.writing.run, path, self.table.model, records=self.table.everything())


def problem_lines(entry: Entry) -> tuple[ProblemLine, ...]:
    """What one file could not give: why it was refused, else what was set aside in it."""
    return entry.refusal or (entry.outcome.lines if entry.outcome else ())
