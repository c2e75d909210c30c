"""Language, look, and for how long the profit of a new customer is counted."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from gui import words
from gui.pages.effect import EffectView
from gui.pages.figuretable import shown
from gui.parts import card, make_button, text_label
from gui.scale import Space
from gui.session import Changed, Session
from gui.why import why
from gui.words import QT_TRANSLATE_NOOP
from model.errors import UserError

if TYPE_CHECKING:
    from model.entries import Entry

__all__ = ["LANGUAGES", "THEMES", "GeneralView"]

LANGUAGES: Final = (("", QT_TRANSLATE_NOOP("Words", "as the system")), ("zh_CN", "中文"), ("en", "English"))
THEMES: Final = (
    ("system", QT_TRANSLATE_NOOP("Words", "as the system")),
    ("light", QT_TRANSLATE_NOOP("Words", "light")),
    ("dark", QT_TRANSLATE_NOOP("Words", "dark")),
)
HORIZON: Final = "economics.horizon_days"
TIMES: Final = (
    ("90", QT_TRANSLATE_NOOP("Words", "a quarter (90 days)")),
    ("180", QT_TRANSLATE_NOOP("Words", "half a year (180 days)")),
    ("365", QT_TRANSLATE_NOOP("Words", "a year (365 days)")),
    ("730", QT_TRANSLATE_NOOP("Words", "two years (730 days)")),
    ("1095", QT_TRANSLATE_NOOP("Words", "three years (1,095 days)")),
)
OTHER: Final = QT_TRANSLATE_NOOP("Words", "{days} days (your own figure)")


class GeneralView(QWidget):
    """Choices; the horizon is tried on the plan before it is kept."""

    kept = Signal()
    failed = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.language, self.look, self.horizon = QComboBox(), QComboBox(), QComboBox()
        self.titles = [text_label("section", wrap=False) for _ in range(3)]
        self.names = [text_label(wrap=False) for _ in range(3)]
        self.horizon_hint, self.money = text_label("muted"), text_label("muted")
        self.effect = EffectView(session)
        self.keep = make_button("check", self._keep, primary=True)
        self._arrange()
        self.horizon.activated.connect(self._try)
        session.changed.connect(self._reload)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        titles = (self.tr("Language and look"), self.tr("Long-run profit"), self.tr("Money"))
        for label, text in zip(self.titles, titles, strict=True):
            label.setText(text)
        names = (self.tr("Language"), self.tr("Look"), self.tr("Count a customer's profit for"))
        for name, text in zip(self.names, names, strict=True):
            name.setText(text)
        relabel(self.language, LANGUAGES)
        relabel(self.look, THEMES)
        relabel(self.horizon, TIMES)
        for box, text in zip((self.language, self.look, self.horizon), names, strict=True):
            box.setAccessibleName(text)
        self.horizon_hint.setText(
            self.tr(
                "New customers buy again: this is how long their later orders count in the plan. A shorter time makes the plan more careful."
            )
        )
        self.money.setText(
            self.tr(
                "All amounts are in yuan (¥). Imported lines in other currencies are reported and left out of the sums."
            )
        )
        self.keep.setText(self.tr("Keep this time"))
        self.effect.retranslate()
        self._show_horizon()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.APART)
        frame, body = card()
        body.addWidget(self.titles[0])
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.APART)
        for row, box in enumerate((self.language, self.look)):
            grid.addWidget(self.names[row], row, 0)
            grid.addWidget(box, row, 1)
            self.names[row].setBuddy(box)
            box.setMinimumWidth(190)
        grid.setColumnStretch(2, 1)
        body.addLayout(grid)
        column.addWidget(frame)
        frame, body = card()
        top = QHBoxLayout()
        top.addWidget(self.titles[1])
        top.addWidget(why("settings#horizon"))
        top.addStretch(1)
        body.addLayout(top)
        body.addWidget(self.horizon_hint)
        line = QHBoxLayout()
        line.addWidget(self.names[2])
        line.addWidget(self.horizon)
        line.addWidget(self.keep)
        line.addStretch(1)
        self.names[2].setBuddy(self.horizon)
        self.horizon.setMinimumWidth(220)
        body.addLayout(line)
        body.addWidget(self.effect)
        column.addWidget(frame)
        frame, body = card()
        body.addWidget(self.titles[2])
        body.addWidget(self.money)
        column.addWidget(frame)
        column.addStretch(1)

    def _entry(self) -> "Entry | None":
        return self.session.policy.entries[HORIZON] if self.session.policy else None

    def _reload(self, what: Changed, by: object) -> None:
        if what & Changed.POLICY:
            self._show_horizon()
            self.effect.ask({})

    def _show_horizon(self) -> None:
        """Choose the time that is kept; one typed among the figures has an entry of its own."""
        entry = self._entry()
        if entry is None or not self.horizon.count():
            return
        wanted = shown(entry.value).replace(",", "")
        while self.horizon.count() > len(TIMES):
            self.horizon.removeItem(len(TIMES))
        if self.horizon.findData(wanted) < 0:
            self.horizon.addItem(words.say(OTHER, days=shown(entry.value)), wanted)
        self.horizon.setCurrentIndex(self.horizon.findData(wanted))
        self.keep.setEnabled(False)

    def _change(self) -> dict[str, float | None]:
        entry, value = self._entry(), float(self.horizon.currentData())
        if entry is None or value == entry.value:
            return {}
        return {HORIZON: None if value == entry.default else value}

    def _try(self) -> None:
        change = self._change()
        self.keep.setEnabled(bool(change))
        self.effect.ask(change)

    def _keep(self) -> None:
        try:
            self.session.set_overrides(self._change(), by=None)
        except UserError as error:
            self.failed.emit(error)
        else:
            self.kept.emit()


def relabel(box: QComboBox, entries: Sequence[tuple[str, str]]) -> None:
    """Fill or rename the entries; what is chosen stays chosen."""
    for place, (value, text) in enumerate(entries):
        told = words.say(text)
        if place < box.count():
            box.setItemText(place, told)
        else:
            box.addItem(told, value)
