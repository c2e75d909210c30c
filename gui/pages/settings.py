"""Settings: language, look, and every figure the model rests on, with its source, to be changed by the merchant."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QWidget

from gui import words
from gui.pages.base import Page
from gui.pages.texts import plain
from gui.parts import card, make_button, text_label
from gui.session import Changed, Session
from gui.tables import Column, RecordTable
from gui.words import QT_TRANSLATE_NOOP, problems
from gui.words.labels import label
from model.fields import BadCell, number

if TYPE_CHECKING:
    from model.entries import Entry

LANGUAGES: Final = (("", QT_TRANSLATE_NOOP("Words", "as the system")), ("zh_CN", "中文"), ("en", "English"))
THEMES: Final = (
    ("system", QT_TRANSLATE_NOOP("Words", "as the system")),
    ("light", QT_TRANSLATE_NOOP("Words", "light")),
    ("dark", QT_TRANSLATE_NOOP("Words", "dark")),
)
TONES: Final = {"high": "good", "medium": "accent", "low": "warn", "guess": "warn"}


def _name(entry: "Entry") -> str:
    text = entry.zh if words.language().startswith("zh") else entry.en
    part = entry.key.split(".")[2:]
    return f"{text} · {label(part[0])}" if part else text


def _unit(entry: "Entry") -> str:
    return entry.unit_zh if words.language().startswith("zh") else entry.unit


def _source(entry: "Entry") -> str:
    return entry.source_zh if words.language().startswith("zh") else entry.source


def _group(entry: "Entry") -> str:
    return label(entry.key.split(".", maxsplit=1)[0])


COLUMNS: Final[tuple[Column["Entry"], ...]] = (
    Column("group", QT_TRANSLATE_NOOP("Columns", "Belongs to"), _group, _group, width=150),
    Column("name", QT_TRANSLATE_NOOP("Columns", "Figure"), _name, _name, width=0),
    Column("value", QT_TRANSLATE_NOOP("Columns", "Value"), lambda e: e.value, lambda e: plain(e.value), "right", 96, editable=True,
           colour=lambda e: "accent" if e.value != e.default else None, hint=QT_TRANSLATE_NOOP("Columns", "Double-click to change; your own figures are blue")),
    Column("default", QT_TRANSLATE_NOOP("Columns", "Shipped"), lambda e: e.default, lambda e: plain(e.default), "right", 96),
    Column("unit", QT_TRANSLATE_NOOP("Columns", "Unit"), _unit, _unit, width=170),
    Column("reliability", QT_TRANSLATE_NOOP("Columns", "Reliability"), lambda e: e.reliability, lambda e: label(e.reliability), width=104, badge=lambda e: TONES[e.reliability]),
    Column("source", QT_TRANSLATE_NOOP("Columns", "Source"), _source, _source, width=260),
)  # fmt: skip


class SettingsPage(Page):
    """Two choices and one table."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.language, self.look = QComboBox(), QComboBox()
        self._names = {"language": text_label(wrap=False), "look": text_label(wrap=False)}
        self.policy_title = text_label("section", wrap=False)
        self.policy_hint = text_label("muted")
        self.table: RecordTable[Entry] = RecordTable(COLUMNS, lambda e: e.key, self._edited)
        self.reset = make_button("undo", self._reset)
        self._arrange()
        self.language.activated.connect(lambda i: self.language_chosen.emit(self.language.itemData(i)))
        self.look.activated.connect(lambda i: self.theme_chosen.emit(self.look.itemData(i)))
        self.session.changed.connect(self._reload)
        self.retranslate()
        self._reload(Changed.POLICY, None)

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

    def _reload(self, what: Changed, by: object) -> None:
        if what & Changed.POLICY and self.session.policy is not None:
            self.table.set_rows(self.session.policy.entries.values())

    def _edited(self, entry: "Entry", key: str, text: str) -> None:
        """An own figure: checked by the policy itself; nothing typed goes back to the shipped one."""
        try:
            value = number(text)
        except BadCell:
            self.notice.say(self.tr("“{0}” is not a number.").format(text))
            return
        self._set(entry, entry.default if value is None else value)

    def _set(self, entry: "Entry", value: float) -> None:
        policy = self.session.policy
        fault = policy.fault(entry.key, value) if policy else None
        if fault is not None:
            self.notice.say(problems.sentence(fault))
            return
        self.notice.hide()
        own = None if value == entry.default else value
        self.try_to(lambda: self.session.set_override(entry.key, own, by=None))

    def _reset(self) -> None:
        for entry in self.table.chosen():
            if entry.value != entry.default:
                self._set(entry, entry.default)


def _relabel(box: QComboBox, entries: Sequence[tuple[str, str]]) -> None:
    """Fill or rename the entries; what is chosen stays chosen."""
    for place, (value, text) in enumerate(entries):
        shown = words.say(text)
        if place < box.count():
            box.setItemText(place, shown)
        else:
            box.addItem(shown, value)
