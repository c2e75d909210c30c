"""Settings: general choices, every figure the model rests on, levels of hosts, privacy, and backups."""

from datetime import datetime
from functools import cached_property
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QListWidget, QStackedWidget, QVBoxLayout, QWidget

from gui import words
from gui.keeper import Keeper
from gui.pages.backupsview import BackupsView
from gui.pages.base import Page
from gui.pages.figuresview import FiguresView
from gui.pages.generalview import GeneralView
from gui.pages.privacyview import PrivacyView
from gui.pages.tiersview import TiersView
from gui.scale import Space
from gui.session import Session
from gui.words import QT_TRANSLATE_NOOP
from gui.words.reasons import progress
from gui.working import Working

SECTIONS: Final = ("general", "figures", "levels", "privacy", "backups")
NARROW: Final = 176
DONE: Final = {
    "saved": QT_TRANSLATE_NOOP("Words", "A backup was saved."),
    "unchanged": QT_TRANSLATE_NOOP("Words", "Nothing has changed since the last backup, so none was made."),
    "restored": QT_TRANSLATE_NOOP("Words", "The project is as it was on {moment}."),
    "forgotten": QT_TRANSLATE_NOOP("Words", "Forgotten for good. Backups made before still hold it."),
    "forgotten_everywhere": QT_TRANSLATE_NOOP("Words", "Forgotten for good, in the backups too."),
}
DELETED: Final = QT_TRANSLATE_NOOP("Words", "%n backup(s) could not be cleaned and were deleted.", "", 1)


class SettingsPage(Page):
    """A list of sections beside the one that is open; long work is told in a line above, and can be stopped."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.keeper = Keeper(session, self)
        self.sections, self.stack = QListWidget(), QStackedWidget()
        self.general = GeneralView(session)
        self._arrange()
        for _ in SECTIONS[1:]:
            self.stack.addWidget(QWidget())
        self._connect()
        self.retranslate()
        self.sections.setCurrentRow(0)

    def title(self) -> str:
        """The page's name."""
        return self.tr("Settings")

    def subtitle(self) -> str:
        """What it is for."""
        return self.tr("Language and look, the figures behind the advice, privacy and backups")

    # ── sections, each built when it is first looked at ──

    @cached_property
    def figures(self) -> FiguresView:
        """All figures of the model."""
        made = FiguresView(self.session)
        made.refused.connect(lambda text: self.notice.say(text))  # noqa: PLW0108 - the notice is made when it is needed
        made.kept.connect(self.hush)
        made.failed.connect(self.refuse)
        return made

    @cached_property
    def levels(self) -> TiersView:
        """Levels of hosts by platform."""
        made = TiersView(self.session)
        made.kept.connect(self.hush)
        made.failed.connect(self.refuse)
        return made

    @cached_property
    def privacy(self) -> PrivacyView:
        """What is stored, and forgetting."""
        made = PrivacyView(self.session, self.keeper)
        made.told.connect(lambda text, tone: self.notice.say(text, tone))  # noqa: PLW0108 - as above
        return made

    @cached_property
    def backups(self) -> BackupsView:
        """The list of backups."""
        made = BackupsView(self.session, self.keeper)
        made.failed.connect(self.refuse)
        return made

    def open_section(self, name: str) -> QWidget:
        """Show a section; the answer is its view."""
        self.sections.setCurrentRow(SECTIONS.index(name))
        view: QWidget = getattr(self, name)
        return view

    def _open_row(self, row: int) -> None:
        name = SECTIONS[max(row, 0)]
        fresh = name not in vars(self)
        view: QWidget = getattr(self, name)
        if fresh:
            place = SECTIONS.index(name)
            empty = self.stack.widget(place)
            self.stack.insertWidget(place, view)
            if empty is not None:
                self.stack.removeWidget(empty)
                empty.deleteLater()
        self.stack.setCurrentWidget(view)
        if "notice" in vars(self):
            self.notice.settle()

    # ── words ──

    def show_choices(self, language: str, look: str) -> None:
        """Show what is chosen now."""
        for box, value in ((self.general.language, language), (self.general.look, look)):
            box.setCurrentIndex(max(box.findData(value), 0))

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        super().retranslate()
        names = (
            self.tr("General"),
            self.tr("Figures of the model"),
            self.tr("Levels of hosts"),
            self.tr("Privacy"),
            self.tr("Backups"),
        )
        for place, text in enumerate(names):
            if place < self.sections.count():
                self.sections.item(place).setText(text)
            else:
                self.sections.addItem(text)
        self.sections.setAccessibleName(self.tr("Sections of the settings"))
        for name in SECTIONS:
            if name in vars(self):
                getattr(self, name).retranslate()

    # ── layout and signals ──

    def _arrange(self) -> None:
        self.work = Working()
        self.sections.setFixedWidth(NARROW)
        row = QHBoxLayout()
        row.setSpacing(Space.APART)
        row.addWidget(self.sections)
        row.addWidget(self.stack, 1)
        whole = QVBoxLayout()
        whole.setSpacing(Space.NEAR)
        whole.addWidget(self.work)
        whole.addLayout(row, 1)
        self.stack.addWidget(self.general)
        self.body.addLayout(whole, 1)

    def _connect(self) -> None:
        general = self.general
        general.language.activated.connect(lambda i: self.language_chosen.emit(general.language.itemData(i)))
        general.look.activated.connect(lambda i: self.theme_chosen.emit(general.look.itemData(i)))
        general.kept.connect(self.hush)
        general.failed.connect(self.refuse)
        self.sections.currentRowChanged.connect(self._open_row)
        self.work.stopped.connect(self.keeper.cancel)
        self.keeper.running.connect(self.work.set_running)
        self.keeper.progressed.connect(self._tell_progress)
        self.keeper.done.connect(self._tell_done)
        self.keeper.failed.connect(self.refuse)

    def _tell_progress(self, code: str, share: float) -> None:
        self.work.tell(progress(code), share)

    def _tell_done(self, code: str, values: dict[str, object]) -> None:
        moment, gone = values.get("moment"), values.get("n")
        day = moment.astimezone().strftime("%Y-%m-%d %H:%M") if isinstance(moment, datetime) else ""
        told = words.say(DONE[code], moment=day)
        more = words.say(DELETED, n=gone) if isinstance(gone, int) and gone else ""
        self.notice.say(words.sentences([told, more]), "good")
