"""A damaged project: go back to the newest good backup, or save what can still be read in a new project."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from gui import theme, words
from gui.helpkey import help_on
from gui.jobs import Job
from gui.parts import make_button, text_label
from gui.scale import Space
from gui.session import Backup, Salvaged, Session
from gui.words import QT_TRANSLATE_NOOP, problems
from gui.words.reasons import progress
from gui.working import Working
from model.errors import UserError

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

__all__ = ["RescueDialog"]

SAVED = QT_TRANSLATE_NOOP(
    "Words",
    "Saved in “{name}”: {products} products, {hosts} hosts, {files} imported sheets. It is open now; check what is missing.",
)
BACK = QT_TRANSLATE_NOOP("Words", "The backup is open as your project. The damaged file is kept as “{name}”.")


class RescueDialog(QDialog):
    """Looks for a good backup at once; nothing is done to the damaged file unless the merchant says so."""

    def __init__(self, session: Session, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session, self.path = session, path
        self.backup: Backup | None = None
        self.text, self.found, self.told = text_label("section"), text_label(), text_label("muted")
        self.work = Working(upright=True)
        self.use_backup = make_button("undo", self._use_backup, primary=True)
        self.save = make_button("export", self._save)
        self.leave = make_button("close", self.close)
        self._finder, self._copier, self._saver = Job(self), Job(self), Job(self)
        self._arrange()
        self._connect()
        self._say()
        theme.dress(self)
        help_on(self, "trouble#damaged")
        self._finder.run(session.rescue_work(path))

    def _arrange(self) -> None:
        foot = QHBoxLayout()
        for button in (self.use_backup, self.save):
            button.setEnabled(False)
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.PAGE, Space.INSIDE, Space.PAGE, Space.INSIDE)
        column.setSpacing(Space.APART)
        for part in (self.text, self.found, self.told, self.work):
            column.addWidget(part)
        column.addLayout(foot)
        self.setMinimumWidth(560)

    def _connect(self) -> None:
        self._finder.done.connect(self._take)
        self._copier.done.connect(self._put_back)
        self._saver.done.connect(self._open_saved)
        self._saver.progressed.connect(self._tell_progress)
        self.work.stopped.connect(self._saver.cancel)
        for job in (self._finder, self._copier, self._saver):
            job.failed.connect(self._fail)
            job.running.connect(self._allow)

    def _say(self) -> None:
        self.setWindowTitle(self.tr("Damaged project"))
        self.text.setText(self.tr("“{0}” is damaged. It was left as it is.").format(self.path.name))
        self.found.setText(self.tr("Looking for a good backup…"))
        self.use_backup.setText(self.tr("Go back to this backup"))
        self.save.setText(self.tr("Save what can be read"))
        self.leave.setText(self.tr("Close"))

    def _take(self, found: Backup | None) -> None:
        self.backup = found
        if found is None:
            text = self.tr(
                "There is no good backup of it. What can still be read can be saved in a new project."
            )
        else:
            text = self.tr(
                "The newest good backup is of {0} (products: {1}, hosts: {2}). You can go back to it, or save what can still be read in a new project; both keep the damaged file."
            ).format(
                found.moment.astimezone().strftime("%Y-%m-%d %H:%M"),
                words.number(found.products),
                words.number(found.hosts),
            )
        self.found.setText(text)
        self._allow()
        self._fit()

    def _use_backup(self) -> None:
        if self.backup is not None:
            self._copier.run(self.session.put_back_work(self.path, self.backup.path))

    def _put_back(self, part: Path) -> None:
        try:
            kept = self.session.put_back(self.path, part)
        except UserError as error:
            self._fail(error)
        else:
            self._end(words.say(BACK, name=kept.name))

    def _save(self) -> None:
        self._saver.run(self.session.salvage_work(self.path), steerable=True)

    def _open_saved(self, saved: Salvaged) -> None:
        try:
            self.session.open(saved.path)
        except UserError as error:
            self._fail(error)
        else:
            self._end(
                words.say(
                    SAVED,
                    name=saved.path.name,
                    products=words.number(saved.products),
                    hosts=words.number(saved.hosts),
                    files=words.number(saved.files),
                )
            )

    def _end(self, text: str) -> None:
        """It is done: only closing is left."""
        self.told.setText(text)
        self.found.hide()
        self.use_backup.hide()
        self.save.hide()
        self._fit()

    def _fit(self) -> None:
        """As high as the wrapped text needs."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self.told.setText(problems.error(error))
        self._fit()

    def _tell_progress(self, code: str, share: float) -> None:
        self.work.tell(progress(code), share)

    def _allow(self) -> None:
        busy = any(job.is_running() for job in (self._finder, self._copier, self._saver))
        self.work.set_running(self._saver.is_running())
        self.use_backup.setEnabled(not busy and self.backup is not None)
        self.save.setEnabled(not busy)
        self._fit()

    def closeEvent(self, event: "QCloseEvent") -> None:
        """Nobody is interested any more."""
        for job in (self._finder, self._copier, self._saver):
            job.cancel()
        super().closeEvent(event)
        self.deleteLater()
