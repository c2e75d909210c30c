"""All figures of the model: by what they are for, searched, each with its source and what another value would do."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from gui import words
from gui.pages.effect import EffectView
from gui.pages.figuretable import COLUMNS, TONES, FigureTable, figure_name, shown
from gui.parts import make_button, restyle, scrolled, set_tone, text_label
from gui.scale import Space
from gui.session import Changed, Session
from gui.tips import tip
from gui.why import why
from gui.words import QT_TRANSLATE_NOOP
from gui.words.grounds import ground_meaning, ground_source, ground_unit
from gui.words.labels import label
from gui.words.purposes import PURPOSES, purpose_of

if TYPE_CHECKING:
    from gui.columns import Column
    from model.entries import Entry

__all__ = ["FiguresView"]

SPARE = ("group", "unit", "source")
"""Columns for which there must be room: beside the table they are told of the chosen figure."""
WIDTHS = {"value": 96, "default": 96, "reliability": 124}
PANEL = 372
OWN = QT_TRANSLATE_NOOP("Words", "%n figure(s) of your own", "", 1)


class FiguresView(QWidget):
    """The table on the left; on the right the chosen figure, to be tried before it is kept."""

    refused = Signal(str)
    kept = Signal()
    failed = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.purpose = QComboBox()
        self.mine, self.guesses = QCheckBox(), QCheckBox()
        self.count = text_label("badge", wrap=False)
        self.table = FigureTable(session, _columns())
        self.reset, self.reset_all = (
            make_button("undo", self.table.reset),
            make_button("undo", self._reset_all),
        )
        self.panel = FigurePanel(session, self.table)
        self.why = why("settings#figures")
        self._arrange()
        self._connect()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        entries = ("", self.tr("All purposes")), *((one.code, one.name()) for one in PURPOSES)
        for place, (code, text) in enumerate(entries):
            if place < self.purpose.count():
                self.purpose.setItemText(place, text)
            else:
                self.purpose.addItem(text, code)
        for place, one in enumerate(PURPOSES, 1):
            self.purpose.setItemData(place, tip(one.explained()), Qt.ItemDataRole.ToolTipRole)
        self.purpose.setAccessibleName(self.tr("What the figures are for"))
        self.mine.setText(self.tr("only my own"))
        self.guesses.setText(self.tr("only guesses"))
        self.reset.setText(self.tr("Back to the default"))
        self.reset_all.setText(self.tr("All back to the defaults"))
        self.table.set_empty(self.tr("No figure of this kind. Take a filter off."))
        self.panel.retranslate()
        self._reload(Changed.POLICY, None)

    def _arrange(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(Space.APART)
        for part in (self.purpose, self.mine, self.guesses):
            bar.addWidget(part)
        bar.addStretch(1)
        bar.addWidget(self.why)
        foot = QHBoxLayout()
        foot.addWidget(self.reset)
        foot.addWidget(self.reset_all)
        foot.addStretch(1)
        foot.addWidget(self.count)
        left = QVBoxLayout()
        left.setSpacing(Space.NEAR)
        left.addLayout(bar)
        left.addWidget(self.table, 1)
        left.addLayout(foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.APART)
        row.addLayout(left, 1)
        self.panel.setFixedWidth(PANEL)
        row.addWidget(self.panel)

    def _connect(self) -> None:
        self.purpose.activated.connect(self._filter)
        self.mine.toggled.connect(self._filter)
        self.guesses.toggled.connect(self._filter)
        self.table.selected.connect(self.panel.show_figure)
        self.table.refused.connect(self.refused)
        self.table.kept.connect(self.kept)
        self.table.altered.connect(self._show_altered)
        self.table.failed.connect(self.failed)
        self.session.changed.connect(self._reload)

    def _filter(self) -> None:
        code = self.purpose.currentData()
        self.why.ask(f"settings#{code or 'figures'}")
        mine, guesses = self.mine.isChecked(), self.guesses.isChecked()

        def wanted(entry: "Entry") -> bool:
            return (
                (not code or purpose_of(entry.key).code == code)
                and (not mine or entry.value != entry.default)
                and (not guesses or entry.reliability == "guess")
            )

        self.table.show_only(wanted)

    def _reload(self, what: Changed, by: object) -> None:
        if not what & Changed.POLICY:
            return
        count = len(self._own())
        self.count.setText(words.say(OWN, n=count))
        set_tone(self.count, "accent" if count else "")
        self.reset_all.setEnabled(bool(count))
        entry = self.panel.entry
        if entry is not None and (policy := self.session.policy) is not None:
            self.panel.show_figure(policy.entries[entry.key])

    def _show_altered(self, former: Mapping[str, float | None]) -> None:
        """What was typed into the table is kept: show what it did to the plan, and let it be taken back."""
        entry, policy, first = self.panel.entry, self.session.policy, next(iter(former))
        if (entry is None or entry.key not in former) and not self.table.choose(first) and policy:
            self.panel.show_figure(policy.entries[first])  # a filter hides it by now
        self.panel.effect.ask(former, kept=True)

    def _own(self) -> tuple[str, ...]:
        policy = self.session.policy
        return tuple(e.key for e in policy.entries.values() if e.value != e.default) if policy else ()

    def _reset_all(self) -> None:
        self.table.alter(dict.fromkeys(self._own()))


def _columns() -> "list[Column[Entry]]":
    return [
        replace(column, spare=column.key in SPARE, width=WIDTHS.get(column.key, column.width))
        for column in COLUMNS
    ]


class FigurePanel(QFrame):
    """One figure: what it is, where it comes from, what another value would do, and keeping it."""

    def __init__(self, session: Session, table: FigureTable) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.table = table
        self.entry: Entry | None = None
        self.hint = text_label("muted")
        self.name, self.purpose, self.meaning = text_label("section"), text_label("hint"), text_label()
        self.value, self.unit = QLineEdit(), text_label("muted", wrap=False)
        self.problem = text_label("problem")
        self.facts = tuple((text_label("hint", wrap=False), text_label(role)) for role in ("", "", "badge"))
        self.effect = EffectView(session)
        self.keep = make_button("check", self._keep, primary=True)
        self.back = make_button("undo", self._back)
        self._arrange()
        self.value.textEdited.connect(self._typed)
        self.value.returnPressed.connect(self._keep)
        self.effect.unwanted.connect(table.take)
        self.show_figure(None)

    def show_figure(self, entry: "Entry | None") -> None:
        """Show this figure as it stands now; what was typed for another is dropped."""
        self.entry = entry
        self.hint.setVisible(entry is None)
        self.room.setVisible(entry is not None)
        self.effect.ask({})
        self.problem.hide()
        if entry is not None:
            self.value.setText(shown(entry.value))
            self._show_words(entry)
        self._mark("")

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.hint.setText(
            self.tr(
                "Choose a figure on the left: here you see what it does and where it comes from, and what the plan would become with another value."
            )
        )
        for (head, _), text in zip(
            self.facts, (self.tr("Default"), self.tr("Source"), self.tr("Reliability")), strict=True
        ):
            head.setText(text)
        self.keep.setText(self.tr("Keep this value"))
        self.back.setText(self.tr("Back to the defaults"))
        self.value.setAccessibleName(self.tr("Value"))
        self.effect.retranslate()
        if self.entry is not None:
            self._show_words(self.entry)

    def _arrange(self) -> None:
        self.room = QWidget()
        inner = QVBoxLayout(self.room)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(Space.NEAR)
        for part in (self.name, self.purpose, self.meaning):
            inner.addWidget(part)
        typed = QHBoxLayout()
        typed.addWidget(self.value)
        typed.addWidget(self.unit, 1)
        self.value.setMaximumWidth(130)
        inner.addLayout(typed)
        inner.addWidget(self.problem)
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.APART)
        for row, (head, text) in enumerate(self.facts):
            grid.addWidget(head, row, 0)
            grid.addWidget(text, row, 1)
        grid.setColumnStretch(1, 1)
        grid.setAlignment(self.facts[-1][1], Qt.AlignmentFlag.AlignLeft)
        inner.addLayout(grid)
        inner.addWidget(self.effect)
        foot = QHBoxLayout()
        foot.addWidget(self.keep)
        foot.addWidget(self.back)
        foot.addStretch(1)
        inner.addLayout(foot)
        inner.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.INSIDE, Space.APART, Space.INSIDE, Space.APART)
        column.addWidget(self.hint)
        column.addWidget(scrolled(self.room), 1)
        column.addStretch(0)

    def _show_words(self, entry: "Entry") -> None:
        self.name.setText(figure_name(entry))
        self.purpose.setText(purpose_of(entry.key).name())
        self.meaning.setText(ground_meaning(entry))
        self.unit.setText(ground_unit(entry))
        texts = (shown(entry.default), ground_source(entry), label(entry.reliability))
        for (_, text), said in zip(self.facts, texts, strict=True):
            text.setText(said)
        set_tone(self.facts[2][1], TONES[entry.reliability])

    def _typed(self) -> None:
        """Try what is typed: nothing is kept yet."""
        entry = self.entry
        if entry is None:
            return
        try:
            value = self.table.checked(entry, self.value.text())
        except ValueError as wrong:
            self._mark(str(wrong))
            self.effect.ask({})
            return
        self._mark("")
        now = entry.value if entry.value != entry.default else None
        self.effect.ask({} if value == now else {entry.key: value})

    def _keep(self) -> None:
        """Keep what is typed; what cannot be is told, and the old value stands again."""
        if (entry := self.entry) is None:
            return
        try:
            value = self.table.checked(entry, self.value.text())
        except ValueError as wrong:
            self.value.setText(shown(entry.value))
            self.effect.ask({})
            self._mark(str(wrong), typed=False)
            return
        self.table.take({entry.key: value})

    def _back(self) -> None:
        if self.entry is not None:
            self.table.take({self.entry.key: None})

    def _mark(self, problem: str, typed: bool = True) -> None:
        """Say what is wrong with what is typed, or was."""
        entry = self.entry
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        restyle(self.value, "problem", bool(problem) and typed)
        self.keep.setEnabled(not problem and entry is not None and self.value.text() != shown(entry.value))
        self.back.setEnabled(entry is not None and entry.value != entry.default)
