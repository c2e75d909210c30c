"""Settings: language, look, and every figure the model rests on, with its source, to be changed by the merchant."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QWidget

from gui import words
from gui.pages.base import Page
from gui.pages.figuretable import FigureTable
from gui.parts import card, make_button, text_label
from gui.session import Session
from gui.words import QT_TRANSLATE_NOOP

LANGUAGES: Final = (("", QT_TRANSLATE_NOOP("Words", "as the system")), ("zh_CN", "中文"), ("en", "English"))
THEMES: Final = (
    ("system", QT_TRANSLATE_NOOP("Words", "as the system")),
    ("light", QT_TRANSLATE_NOOP("Words", "light")),
    ("dark", QT_TRANSLATE_NOOP("Words", "dark")),
)


class SettingsPage(Page):
    """Two choices and one table."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.language, self.look = QComboBox(), QComboBox()
        self._names = {"language": text_label(wrap=False), "look": text_label(wrap=False)}
        self.policy_title = text_label("section", wrap=False)
        self.policy_hint = text_label("muted")
        self.table = FigureTable(session)
        self.reset = make_button("undo", self.table.reset)
        self._arrange()
        self.language.activated.connect(lambda i: self.language_chosen.emit(self.language.itemData(i)))
        self.look.activated.connect(lambda i: self.theme_chosen.emit(self.look.itemData(i)))
        self.table.refused.connect(lambda text: self.notice.say(text))  # noqa: PLW0108 - the notice is made when it is needed
        self.table.kept.connect(self.hush)
        self.table.failed.connect(self.refuse)
        self.retranslate()

    def title(self) -> str:
        """The page's name."""
        return self.tr("Settings")

    def subtitle(self) -> str:
        """What it is for."""
        return self.tr("Language, look, and every figure the advice rests on")

    def show_choices(self, language: str, look: str) -> None:
        """Show what is chosen now."""
        self.language.setCurrentIndex(max(self.language.findData(language), 0))
        self.look.setCurrentIndex(max(self.look.findData(look), 0))

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        super().retranslate()
        self._names["language"].setText(self.tr("Language"))
        self._names["look"].setText(self.tr("Look"))
        self.policy_title.setText(self.tr("Figures of the model"))
        self.policy_hint.setText(
            self.tr(
                "Where we found no good source it says “our guess”: put in your own experience. Changes belong to this project and can be undone."
            )
        )
        self.reset.setText(self.tr("Back to the shipped figure"))
        for box, entries in ((self.language, LANGUAGES), (self.look, THEMES)):
            _relabel(box, entries)
        self.language.setAccessibleName(self.tr("Language"))
        self.look.setAccessibleName(self.tr("Look"))
        self.table.set_empty(self.tr("The figures are being read…"))

    def _arrange(self) -> None:
        frame, column = card(8)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        for place, (name, box) in enumerate((("language", self.language), ("look", self.look))):
            grid.addWidget(self._names[name], 0, 2 * place)
            grid.addWidget(box, 0, 2 * place + 1)
            self._names[name].setBuddy(box)
            box.setMinimumWidth(170)
        grid.setColumnStretch(4, 1)
        column.addLayout(grid)
        row = QHBoxLayout()
        row.addWidget(self.policy_title)
        row.addStretch(1)
        row.addWidget(self.reset)
        self.body.addWidget(frame)
        self.body.addLayout(row)
        self.body.addWidget(self.policy_hint)
        self.body.addWidget(self.table, 1)


def _relabel(box: QComboBox, entries: Sequence[tuple[str, str]]) -> None:
    """Fill or rename the entries; what is chosen stays chosen."""
    for place, (value, text) in enumerate(entries):
        shown = words.say(text)
        if place < box.count():
            box.setItemText(place, shown)
        else:
            box.addItem(shown, value)
