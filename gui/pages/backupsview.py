"""Backups of the project: when, why, what is in them; saving one now, going back to one, looking into one."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMessageBox, QVBoxLayout, QWidget

from gui import words
from gui.columns import Column
from gui.dialogs.projects import ask_copy
from gui.helpkey import help_on
from gui.keeper import Keeper
from gui.parts import make_button, text_label
from gui.scale import Space
from gui.session import Backup, Changed, Session
from gui.systemopen import open_in_system
from gui.tables import RecordTable
from gui.why import why
from gui.words import QT_TRANSLATE_NOOP
from model.errors import UserError

__all__ = ["BackupsView"]

WHY: Final = {
    "opened": QT_TRANSLATE_NOOP("Words", "project opened"),
    "closed": QT_TRANSLATE_NOOP("Words", "project closed"),
    "restore": QT_TRANSLATE_NOOP("Words", "before a backup was restored"),
    "forget": QT_TRANSLATE_NOOP("Words", "before something was forgotten"),
    "asked": QT_TRANSLATE_NOOP("Words", "saved by you"),
    "upgrade": QT_TRANSLATE_NOOP("Words", "before the program was upgraded"),
}
DAMAGED: Final = QT_TRANSLATE_NOOP("Words", "damaged")
MEGA: Final = 1e6


def when(backup: Backup) -> str:
    """The moment of a backup, by the clock of this computer."""
    return backup.moment.astimezone().strftime("%Y-%m-%d %H:%M")


def _size(backup: Backup) -> str:
    return words.say(QT_TRANSLATE_NOOP("Words", "{mb} MB"), mb=words.number(backup.size / MEGA, 1))


def _count(value: int | None) -> str:
    return words.say(DAMAGED) if value is None else words.number(value)


COLUMNS: Final[tuple[Column[Backup], ...]] = (
    Column("moment", QT_TRANSLATE_NOOP("Columns", "Made"), lambda b: b.moment, when, width=150),
    Column("why", QT_TRANSLATE_NOOP("Columns", "When"), lambda b: b.why, lambda b: words.say(WHY[b.why]), width=0),
    Column("products", QT_TRANSLATE_NOOP("Columns", "Products"), lambda b: b.products, lambda b: _count(b.products), "right", 90),
    Column("hosts", QT_TRANSLATE_NOOP("Columns", "Hosts"), lambda b: b.hosts, lambda b: _count(b.hosts), "right", 90),
    Column("orders", QT_TRANSLATE_NOOP("Columns", "Order lines"), lambda b: b.orders, lambda b: _count(b.orders), "right", 110),
    Column("size", QT_TRANSLATE_NOOP("Columns", "Size"), lambda b: b.size, _size, "right", 90),
)  # fmt: skip


class BackupsView(QWidget):
    """The list and what can be done with it. ``opened``: a copy of a backup that is to be opened as a project."""

    told = Signal(str, str)
    failed = Signal(object)

    def __init__(self, session: Session, keeper: Keeper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session, self.keeper = session, keeper
        self.hint, self.folder = text_label("muted"), text_label("hint")
        self.folder.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.table: RecordTable[Backup] = RecordTable(COLUMNS, lambda backup: backup.path.name)
        self.restore = make_button("undo", self._ask_restore)
        self.open_copy = make_button("copy", self._open_copy)
        self.save = make_button("add", keeper.save_now, primary=True)
        self.show_folder = make_button("folder", self._show_folder)
        self._arrange()
        self.table.selected.connect(lambda _backup: self._allow())
        keeper.listed.connect(self._take)
        keeper.running.connect(lambda _running: self._allow())
        session.changed.connect(self._reload)
        self.retranslate()
        self._allow()

    def showEvent(self, event: object) -> None:
        """The list is read whenever somebody looks."""
        super().showEvent(event)  # type: ignore[arg-type]
        self._read()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.hint.setText(
            self.tr(
                "A backup is made by itself when a project is opened or closed and before anything that cannot be undone, if something has changed. The last ten are kept, and one a day for two weeks."
            )
        )
        self.restore.setText(self.tr("Restore…"))
        self.open_copy.setText(self.tr("Open a copy…"))
        self.save.setText(self.tr("Save a backup now"))
        self.show_folder.setText(self.tr("Show the folder"))
        self.table.set_empty(
            self.tr("No backup yet. Save one now, or go on: one is made when you close the project.")
        )
        self._show_folder_name()

    def _arrange(self) -> None:
        bar = QHBoxLayout()
        for button in (self.restore, self.open_copy):
            bar.addWidget(button)
        bar.addStretch(1)
        bar.addWidget(self.show_folder)
        bar.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.NEAR)
        top = QHBoxLayout()
        top.addWidget(self.hint, 1)
        top.addWidget(why("settings#backups"), 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        column.addWidget(self.table, 1)
        column.addLayout(bar)
        column.addWidget(self.folder)

    def _reload(self, what: Changed, by: object) -> None:
        if what & Changed.PROJECT:
            self.table.set_rows(())
            self._read()

    def _read(self) -> None:
        if self.isVisible():
            self.keeper.list_all()
            self._show_folder_name()

    def _take(self, found: tuple[Backup, ...]) -> None:
        self.table.set_rows(found)
        self._allow()

    def _allow(self) -> None:
        free, chosen = not self.keeper.is_running(), self.table.current()
        good = free and chosen is not None and chosen.hosts is not None
        self.restore.setEnabled(good)
        self.open_copy.setEnabled(good)
        self.save.setEnabled(free and self.session.path is not None)

    def _place(self) -> Path | None:
        try:
            return self.session.backup_folder()
        except UserError as error:
            self.failed.emit(error)
            return None

    def _show_folder_name(self) -> None:
        place = self._place() if self.isVisible() else None
        self.folder.setText(self.tr("Backups are kept in {0}").format(str(place)) if place else "")

    def _show_folder(self) -> None:
        if (place := self._place()) is not None:
            open_in_system(place)

    def _ask_restore(self) -> None:
        backup = self.table.current()
        if backup is None:
            return
        box = self.question(backup)
        if box.exec() == QMessageBox.StandardButton.Yes:
            self.keeper.restore(backup)
        box.deleteLater()

    def question(self, backup: Backup) -> QMessageBox:
        """The dialog that asks back."""
        title = self.tr("Go back to the backup of {0}?").format(when(backup))
        box = QMessageBox(QMessageBox.Icon.Question, title, title, parent=self)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setInformativeText(
            self.tr(
                "The project becomes what it was then. Its present state is backed up first, so you can come back to it. Steps made before cannot be undone any more."
            )
        )
        box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        box.button(QMessageBox.StandardButton.Yes).setText(self.tr("Restore"))
        box.button(QMessageBox.StandardButton.Cancel).setText(self.tr("Cancel"))
        help_on(box, "settings#backups")
        return box

    def _open_copy(self) -> None:
        backup = self.table.current()
        asked = ask_copy(self, self.session.name) if backup else None
        if backup is not None and asked is not None:
            path, _ = asked
            self.keeper.open_copy(backup, path)
