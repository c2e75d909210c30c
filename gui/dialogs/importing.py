"""The import wizard: files and folders in, what each seems to be, what was understood, and what could not be used."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from gui import theme, words
from gui.dialogs.detail import FileDetail
from gui.dialogs.entries import Entry
from gui.dialogs.filelist import FileTable
from gui.dialogs.importer import Importer
from gui.dialogs.outcome import OutcomeView, ProblemView
from gui.dialogs.pastedsheet import names_taken, too_large, with_sheet
from gui.dialogs.steps import Steps
from gui.helpkey import help_on
from gui.lastfolder import ask_folder, ask_open_many
from gui.leading import leading_of
from gui.notice import Notice
from gui.parts import make_button, scrolled, text_label
from gui.scale import Space
from gui.session import Session
from gui.splitter import Splitter
from gui.systemopen import open_in_system
from gui.words import problems
from model.errors import UserError
from model.intake.files.source import Source

__all__ = ["ImportDialog", "ask_tables", "open_wizard"]

REFRESH = 40
"""Milliseconds in which changes of the list are gathered, as a folder may hold hundreds of files."""
SIZE, MARGIN, LARGEST = QSize(1210, 660), QSize(140, 80), QSize(1560, 920)
FILES, UNDERSTOOD, PROBLEMS = range(3)
translate = QCoreApplication.translate


def open_wizard(parent: QWidget, session: Session, paths: Sequence[Source] = ()) -> "ImportDialog":
    """The wizard over a window: the one that is open already, else a new one; these files are added to it."""
    window = parent.window()
    dialog = next((d for d in window.findChildren(ImportDialog) if d.isVisible()), None)
    if dialog is None:
        dialog = ImportDialog(session, window)
        dialog.open()
    if paths:
        dialog.importer.add(paths)
    return dialog


class ImportDialog(QDialog):
    """Three pages: the files, what was understood of them, and what could not be used."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        theme.dress(self)
        self.importer = Importer(session, self)
        self.heading, self.about = text_label("title", wrap=False), text_label("muted")
        self.tabs = QTabWidget()
        self.files, self.detail = FileTable(), FileDetail()
        self.understood, self.problems = OutcomeView(), ProblemView()
        self.steps = Steps()
        self.notice = Notice()
        self._later = QTimer(self, singleShot=True, interval=REFRESH)
        self._buttons: dict[str, QPushButton] = {}
        self._arrange()
        help_on(self, "files")
        self._connect()
        self.retranslate()

    # ── layout ──

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.heading)
        head.addSpacing(Space.NEAR)
        head.addWidget(self.about, 1)
        for name, icon, action in (
            ("add", "file", self._ask_files),
            ("folder", "folder", self._ask_folder),
            ("remove", "close", self._remove),
        ):
            self._buttons[name] = make_button(icon, action)
            head.addWidget(self._buttons[name])
        # From the outside in: each time a part finds a new parent, Qt goes through the style of all that is in it.
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.PAGE, Space.INSIDE, Space.PAGE, Space.INSIDE)
        column.setSpacing(Space.APART)
        column.addLayout(head)
        column.addWidget(self.notice)
        column.addWidget(self.tabs, 1)
        column.addWidget(self.steps)
        splitter = Splitter()
        for part in (splitter, self.understood, self.problems):
            self.tabs.addTab(_roomy(_padded(part)), "")
        splitter.addWidget(self.files)
        splitter.addWidget(self.detail)
        splitter.setSizes([660, 540])
        over = self.parentWidget()
        room = over.size() if isinstance(over, QWidget) else SIZE
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)  # else Enter in the search box would press the first of them
        screen = self.screen().availableSize() - MARGIN / 2
        self.resize(SIZE.expandedTo(room - MARGIN).boundedTo(LARGEST).boundedTo(screen))

    def _connect(self) -> None:
        self.importer.changed.connect(lambda: self._later.isActive() or self._later.start())
        self._later.timeout.connect(self._refresh)
        self.tabs.currentChanged.connect(self._seen)
        self.importer.progressed.connect(self._tell_progress)
        self.importer.finished.connect(self._show_outcome)
        self.importer.refused.connect(self._refuse)
        self.files.selected.connect(lambda _entry: self._show_chosen())
        self.detail.planned.connect(
            lambda place, kind, layout: self.importer.plan(self._key(), place, kind, layout)
        )
        self.detail.mapped.connect(
            lambda place, name, text: self.importer.map_field(self._key(), place, name, text)
        )
        self.detail.dated.connect(lambda place, order: self.importer.order_dates(self._key(), place, order))
        self.problems.opened.connect(self._open_file)
        self.problems.retried.connect(self._retry)
        self.problems.saved.connect(lambda path: self.steps.say(lambda: self.tr("Saved: {0}").format(path)))
        self.problems.stopped.connect(
            lambda: self.steps.say(lambda: self.tr("Stopped: the file was not written."))
        )
        self.problems.failed.connect(self._refuse)
        self.steps.work.stopped.connect(self.importer.cancel)
        for name, action in (
            ("start", self.importer.start),
            ("rest", self.importer.take),
            ("undo", self.importer.undo),
            ("close", self.close),
            ("next", self._lead_on),
        ):
            self.steps.button(name).clicked.connect(lambda _on=False, action=action: action())

    # ── words ──

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.setWindowTitle(self.tr("Import files"))
        self.heading.setText(self.tr("Import files"))
        self.about.setText(
            self.tr("Exports of your shops, host lists, product lists: as they are, many at once.")
        )
        for name, text in (
            ("add", self.tr("Add files…")),
            ("folder", self.tr("Add folder…")),
            ("remove", self.tr("Remove from the list")),
        ):
            self._buttons[name].setText(text)
        self.files.set_empty(
            self.tr(
                "Drop files or whole folders here, or press “Add files…”.\nCells copied from a spreadsheet are pasted with Ctrl+V.\nExcel and CSV, as the platform gave them; nothing has to be prepared."
            )
        )
        self._refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Follow language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # ── what is shown ──

    def _refresh(self) -> None:
        """The list as it is now; a file that needs columns is shown first."""
        entries = tuple(self.importer.entries.values())
        self.files.set_rows(entries)
        if self.files.current() is None and entries:
            first = next((e for e in entries if e.state == "needs_columns"), entries[0])
            self.files.choose(first.key)
        self._show_chosen()
        self._show_results(entries)
        self._show_steps()

    def _show_results(self, entries: Sequence[Entry]) -> None:
        self.understood.show_entries(entries)
        self.problems.show_entries(entries)
        found = self.problems.count()
        self.tabs.setTabText(FILES, self.tr("Files ({0})").format(words.number(len(entries))))
        self.tabs.setTabText(UNDERSTOOD, self.tr("What was understood"))
        self.tabs.setTabText(PROBLEMS, self.tr("Problems ({0})").format(words.number(found)))
        self.tabs.setTabEnabled(UNDERSTOOD, not self.understood.is_empty())
        self.tabs.setTabEnabled(PROBLEMS, found > 0)

    def _show_steps(self) -> None:
        self._buttons["remove"].setEnabled(bool(self.importer.entries) and not self.importer.is_reading())
        self.steps.show_state(self.importer)
        if not self.problems.count():
            self.notice.hide()

    def _show_chosen(self) -> None:
        chosen = self.files.current()
        self.detail.show_entry(self.importer.entries.get(chosen.key) if chosen else None)
        self.detail.setEnabled(not self.importer.is_reading())

    def _show_outcome(self) -> None:
        self._refresh()
        self.tabs.setCurrentIndex(UNDERSTOOD)
        if self.problems.count():
            see = partial(self.tabs.setCurrentIndex, PROBLEMS)
            self.notice.say(self._said_problems, "warn", (lambda: self.tr("See what to do"), see))
        else:
            self.notice.hide()

    def _seen(self, tab: int) -> None:
        if tab == PROBLEMS:
            self.notice.hide()

    def _said_problems(self) -> str:
        return self.tr(
            "%n remark(s) on these files: what could not be used as it is, and what to do.",
            "",
            self.problems.count(),
        )

    def _tell_progress(self, key: str, code: str, share: float) -> None:
        self.steps.tell(self.importer, code, share)

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self.steps.say(lambda: problems.error(error))

    # ── what is done ──

    def _key(self) -> str:
        chosen = self.files.current()
        return chosen.key if chosen else ""

    def _ask_files(self) -> None:
        if paths := ask_tables(self):
            self.importer.add(paths)

    def _ask_folder(self) -> None:
        if name := ask_folder(self, self.tr("Add folder")):
            self.importer.add([Path(name)])

    def _lead_on(self) -> None:
        """Everything is in: close, and go where it is needed next."""
        page, guide = self.importer.leads_to(), leading_of(self.importer.session)
        self.close()
        if page:  # else what was taken has been undone behind this window
            guide.wanted.emit(page)

    def _remove(self) -> None:
        chosen = self.files.chosen()
        self.importer.remove([entry.key for entry in chosen])

    def _open_file(self, key: str) -> None:
        """Open a file in the system's program for it."""
        open_in_system(Path(key))

    def _retry(self, key: str) -> None:
        self.importer.again(key)
        self.tabs.setCurrentIndex(FILES)
        self.files.choose(key)

    # ── keys, closing ──

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape stops the work first and closes then; Enter presses the button that has the focus, no other."""
        here = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape and self.importer.is_reading():
            self.importer.cancel()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if isinstance(here, QPushButton):
                here.click()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        else:
            super().keyPressEvent(event)

    def paste(self) -> None:
        """Put the sheet that is on the clipboard on the list."""
        text = QApplication.clipboard().text()
        if (problem := too_large(text)) is not None:
            self.steps.say(lambda: problems.problem(problem))
        elif text.strip():
            listed = {entry.path.name for entry in self.importer.entries.values()}
            taken = names_taken(self.importer.session) | listed
            with_sheet(self, text, taken, lambda sheet: self.importer.add([sheet]))

    def done(self, result: int) -> None:
        """Closed by any way: nothing goes on behind it."""
        self.importer.close()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closed by the window's own button."""
        self.importer.close()
        super().closeEvent(event)


def ask_tables(parent: QWidget) -> list[Path]:
    """Files to import; none where the merchant has thought better of it."""
    pattern = translate("ImportDialog", "Tables (*.xlsx *.xls *.xlsm *.csv *.txt);;All files (*)")
    names = ask_open_many(parent, translate("ImportDialog", "Add files"), pattern)
    return [Path(name) for name in names]


def _roomy(part: QWidget) -> QScrollArea:
    """A part that is scrolled where the screen is too small for it."""
    area = scrolled(part)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    return area


def _padded(part: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, Space.APART, 0, 0)
    column.addWidget(part)
    return holder
