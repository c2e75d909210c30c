"""Forms that are declared, not written: labels, editors, units, help, and problems where they belong."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Literal

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gui import words
from gui.fields import Editor, FieldSpec, editor
from gui.parts import restyle, text_label
from gui.scale import Space

__all__ = ["FieldSpec", "Form"]

UNITS = {"money": "¥", "percent": "%"}
NOTE_HEIGHT = 18
TOP = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft


class Form(QWidget):
    """Fields in one or more columns, filled row by row. It knows nothing of what the texts mean."""

    edited = Signal(str)
    left = Signal(str)

    def __init__(
        self,
        fields: Sequence[FieldSpec],
        columns: int = 1,
        labels: Literal["above", "left"] = "above",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._fields = {spec.name: _Field(spec) for spec in fields}
        for name, item in self._fields.items():
            item.editor.typed.connect(lambda name=name: self.edited.emit(name))
            item.editor.finished.connect(lambda name=name: self.left.emit(name))
        self._arrange(columns, labels)
        self._set_tab_order()
        self.retranslate()

    def set_values(self, values: Mapping[str, str]) -> None:
        """Fill in these fields; the others stay, and nobody is told."""
        for name, text in values.items():
            if name in self._fields:
                self._fields[name].editor.put(text)

    def values(self) -> dict[str, str]:
        """All texts, as they were typed."""
        return {name: item.editor.text() for name, item in self._fields.items()}

    def set_problems(self, problems: Mapping[str, Callable[[], str]]) -> None:
        """Show what these say under their fields, in every language to come, and nothing under the others."""
        for name, item in self._fields.items():
            item.tell(problems.get(name))

    def set_problem(self, name: str, problem: Callable[[], str] | None) -> None:
        """Show what this says under one field (None: no problem) and leave the others."""
        self._fields[name].tell(problem)

    def set_choices(self, name: str, choices: Callable[[], Sequence[tuple[str, str]]]) -> None:
        """Offer other choices in a field; its text stays."""
        item = self._fields[name]
        item.editor.spec = replace(item.editor.spec, choices=choices)
        item.editor.retranslate()

    def clear_problems(self) -> None:
        """Show no problem."""
        self.set_problems({})

    def focus_first_problem(self) -> bool:
        """Put the cursor into the first field that has a problem."""
        first = next((item for item in self._fields.values() if item.problem), None)
        if first is not None:
            first.editor.widget.setFocus()
        return first is not None

    def put_under(self, name: str, widget: QWidget) -> None:
        """Put a widget between a field and its note; the keyboard comes to it after the field."""
        item = self._fields[name]
        item.column.insertWidget(item.column.indexOf(item.note), widget)
        QWidget.setTabOrder(item.editor.widget, widget)

    def editor(self, name: str) -> QWidget:
        """The widget of a field."""
        return self._fields[name].editor.widget

    def retranslate(self) -> None:
        """Say everything in the language of the moment; the texts stay, but for words the program itself chose."""
        for item in self._fields.values():
            item.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Follow language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _arrange(self, columns: int, labels: str) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.INSIDE)
        grid.setVerticalSpacing(Space.TIGHT)
        number = 0
        for item in self._fields.values():
            wide = item.spec.wide
            number += -number % columns if wide else 0
            row, column = divmod(number, columns)
            number += columns if wide else 1
            if labels == "left":
                grid.addWidget(item.label, row, 2 * column)
                item.label.setMinimumHeight(item.editor.widget.sizeHint().height())
                grid.setAlignment(item.label, TOP)
                grid.addLayout(item.below(), row, 2 * column + 1)
                grid.setColumnStretch(2 * column + 1, 1)
            else:
                grid.addLayout(item.stacked(), row, column, 1, columns if wide else 1)
                grid.setColumnStretch(column, 1)
        grid.setRowStretch(grid.rowCount(), 1)

    def _set_tab_order(self) -> None:
        widgets = [item.editor.widget for item in self._fields.values()]
        for before, after in pairwise(widgets):
            QWidget.setTabOrder(before, after)


class _Field:
    """A label, an editor, and one line below that holds the help or, in its place, the problem."""

    def __init__(self, spec: FieldSpec) -> None:
        self.spec = spec
        self._problem: Callable[[], str] | None = None
        self.editor: Editor = editor(spec)
        self.label = text_label(wrap=False)
        self.label.setBuddy(self.editor.widget)
        self.unit = text_label("muted", wrap=False)
        self.column = QVBoxLayout()
        self.note = text_label()
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        # An empty line is no stop for a screen reader, and keeps its room.
        policy.setRetainSizeWhenHidden(True)
        self.note.setSizePolicy(policy)
        self.note.setMinimumHeight(NOTE_HEIGHT)
        self.note.setAlignment(TOP)

    def stacked(self) -> QVBoxLayout:
        """Label over editor over note."""
        column = self.below()
        column.insertWidget(0, self.label)
        return column

    def below(self) -> QVBoxLayout:
        """Editor and unit over note."""
        row = QHBoxLayout()
        row.setSpacing(Space.NEAR)
        row.addWidget(self.editor.widget, 1)
        row.addWidget(self.unit)
        column = self.column
        column.setSpacing(Space.TIGHT)
        column.addLayout(row)
        column.addWidget(self.note)
        column.addStretch(1)
        return column

    @property
    def problem(self) -> str:
        """What is wrong, in the language of the moment; empty for nothing."""
        return self._problem() if self._problem else ""

    def _unit(self) -> str:
        return words.term("Fields", self.spec.unit) or UNITS.get(self.spec.kind, "")

    def tell(self, say: Callable[[], str] | None) -> None:
        """Show a problem, or the help where there is none."""
        self._problem = say
        problem = self.problem
        told = problem or words.term("Fields", self.spec.help)
        self.note.setText(told)
        self.note.setHidden(not told)
        unit = "" if problem else self._unit()
        self.editor.widget.setAccessibleDescription(words.listed([part for part in (unit, told) if part]))
        restyle(self.note, "role", "problem" if problem else "hint")
        restyle(self.editor.widget, "problem", bool(problem))

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        label = words.term("Fields", self.spec.label)
        self.label.setText(label)
        self.editor.name(label)
        self.editor.retranslate()
        if self.spec.reword and (said := self.spec.reword(self.editor.text())) != self.editor.text():
            self.editor.put(said)
        unit = self._unit()
        self.unit.setText(unit)
        self.unit.setVisible(bool(unit))
        self.tell(self._problem)
