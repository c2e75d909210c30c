"""The editors of a form: each holds text, whatever it looks like."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, cast

from PySide6.QtCore import (
    QEvent,
    QObject,
    QSignalBlocker,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QPlainTextEdit, QWidget

from gui import theme, words
from gui.words import QT_TRANSLATE_NOOP

__all__ = ["Editor", "FieldSpec", "editor"]

Kind = Literal["text", "number", "money", "percent", "choice", "flag", "tags", "long"]

SEARCHABLE_FROM = 12
LONG_HEIGHT = 76
WIDEST_LIST = 420
"""A list of choices is as wide as its longest one, up to this: cut names cannot be told apart."""
LIST_MARGIN = 48
LENGTH = Qt.ItemDataRole.UserRole + 1
"""Of the data of a choice: how long its name is."""
FLAGS = (
    ("", QT_TRANSLATE_NOOP("Words", "not known")),
    ("yes", QT_TRANSLATE_NOOP("Words", "yes")),
    ("no", QT_TRANSLATE_NOOP("Words", "no")),
)


@dataclass(frozen=True)
class FieldSpec:
    """One field. label, help, unit and placeholder are marked texts of context "Fields".

    choices gives (value, label) pairs, already translated; reword says a text again in the language of the moment.
    """

    name: str
    label: str
    kind: Kind = "text"
    help: str = ""
    unit: str = ""
    choices: Callable[[], Sequence[tuple[str, str]]] | None = None
    placeholder: str = ""
    reword: Callable[[str], str] | None = None
    wide: bool = False
    """Alone in its row, as wide as the form: what is chosen in it is longer than a column."""


class Editor(QObject):
    """One editor: its widget, its text, and what the user does to it."""

    typed = Signal()
    finished = Signal()

    def __init__(self, spec: FieldSpec, widget: QWidget) -> None:
        super().__init__(widget)
        self.spec = spec
        self.widget = widget
        self._settled = ""

    def text(self) -> str:
        """What is in the editor."""
        raise NotImplementedError

    def put(self, text: str) -> None:
        """Put a text in; nobody is told."""
        with QSignalBlocker(self):
            self._write(text)
        self._settled = self.text()

    def name(self, label: str) -> None:
        """Say what it is for to whoever does not see its label."""
        self.widget.setAccessibleName(label)

    def retranslate(self) -> None:
        """Say everything in the language of the moment; the text stays."""

    def _write(self, text: str) -> None:
        raise NotImplementedError

    def _finish(self) -> None:
        if self.text() != self._settled:
            self._settled = self.text()
            self.finished.emit()


class _Line(Editor):
    """One line of text."""

    def __init__(self, spec: FieldSpec) -> None:
        self.box = QLineEdit()
        super().__init__(spec, self.box)
        self.box.textEdited.connect(self.typed)
        self.box.editingFinished.connect(self._finish)

    def text(self) -> str:
        return self.box.text()

    def retranslate(self) -> None:
        self.box.setPlaceholderText(words.term("Fields", self.spec.placeholder))

    def _write(self, text: str) -> None:
        # Setting an equal text would throw the cursor to the end while somebody types.
        if text != self.box.text():
            self.box.setText(text)
            self.box.setCursorPosition(0)


class _Long(Editor):
    """Several lines of text."""

    def __init__(self, spec: FieldSpec) -> None:
        self.box = QPlainTextEdit()
        super().__init__(spec, self.box)
        self.box.setTabChangesFocus(True)
        self.box.setFixedHeight(LONG_HEIGHT)
        self.box.textChanged.connect(self.typed)
        self.box.installEventFilter(self)

    def text(self) -> str:
        return self.box.toPlainText()

    def retranslate(self) -> None:
        self.box.setPlaceholderText(words.term("Fields", self.spec.placeholder))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self._finish()
        return super().eventFilter(watched, event)

    def _write(self, text: str) -> None:
        if text != self.box.toPlainText():
            self.box.setPlainText(text)


class _Choice(Editor):
    """One of several; searched by typing any part of it where they are many."""

    def __init__(self, spec: FieldSpec) -> None:
        self.box = _Box()
        super().__init__(spec, self.box)
        self.box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.box.setMinimumContentsLength(8)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.installEventFilter(self)
        if len(self._entries()) > SEARCHABLE_FROM:
            self._make_searchable()
        self.box.activated.connect(self._picked)
        self._fill()

    def name(self, label: str) -> None:
        super().name(label)
        if (line := self.box.lineEdit()) is not None:
            line.setAccessibleName(label)  # the keyboard is in here

    def text(self) -> str:
        shown = self.box.currentText()
        entry = self.box.findText(shown, Qt.MatchFlag.MatchFixedString | Qt.MatchFlag.MatchCaseSensitive)
        return str(self.box.itemData(entry)) if entry >= 0 else shown.strip()

    def retranslate(self) -> None:
        text = self.text()
        with QSignalBlocker(self.box):
            if not self.box.isEditable() and len(self._entries()) > SEARCHABLE_FROM:
                self._make_searchable()
            self._fill()
        self.put(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel and not self.box.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _write(self, text: str) -> None:
        entry = self.box.findData(text)
        if entry < 0 and text and not self.box.isEditable():
            self.box.addItem(text, text)
            entry = self.box.count() - 1
        self.box.setCurrentIndex(entry)
        if entry < 0 and self.box.isEditable():
            self.box.setEditText(text)
        self._show_beginning()

    def _show_beginning(self) -> None:
        """A long name is read from its beginning, not from where typing would go on."""
        if (line := self.box.lineEdit()) is not None:
            line.setCursorPosition(0)

    def _entries(self) -> Sequence[tuple[str, str]]:
        if self.spec.kind == "flag":
            return [(value, words.say(label)) for value, label in FLAGS]
        return self.spec.choices() if self.spec.choices is not None else ()

    def _fill(self) -> None:
        self.box.clear()
        self.box.list_many(self._entries())
        self.box.setCurrentIndex(self.box.findData(""))
        self.box.setPlaceholderText(words.term("Fields", self.spec.placeholder))
        line = self.box.lineEdit()
        if line is not None:
            line.setPlaceholderText(words.term("Fields", self.spec.placeholder))

    def _make_searchable(self) -> None:
        line = QLineEdit()
        line.setAccessibleName(self.box.accessibleName())
        self.box.setLineEdit(line)
        self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        # What is called exactly as typed comes before what only holds it: coffee before coffee machine.
        short_first = QSortFilterProxyModel(self.box)
        short_first.setSortRole(LENGTH)
        short_first.setSourceModel(self.box.model())
        short_first.sort(0)
        completer = QCompleter(short_first, self.box)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.box.setCompleter(completer)
        if (found := completer.popup()) is not None:
            theme.dress(found)  # a window of its own
            line.textEdited.connect(lambda: found.setMinimumWidth(self.box.needed()))
        line.textEdited.connect(self.typed)
        line.editingFinished.connect(self._finish)
        line.editingFinished.connect(self._show_beginning)

    def _picked(self, _entry: int) -> None:
        self._show_beginning()
        self.typed.emit()
        self._finish()


class _Box(QComboBox):
    """A box whose list is as wide as what it lists, however narrow the form is."""

    def list_many(self, entries: Sequence[tuple[str, str]]) -> None:
        """Add choices, each by its value and name, at once: what looks at the list would sort it again for each."""
        model = cast("QStandardItemModel", self.model())  # what a box makes for itself
        model.invisibleRootItem().appendRows([_listed(value, label) for value, label in entries])

    def needed(self) -> int:
        """The width at which no choice is cut, as far as there is room."""
        measure = self.fontMetrics().horizontalAdvance
        widest = max((measure(self.itemText(place)) for place in range(self.count())), default=0)
        return max(self.width(), min(widest + LIST_MARGIN, WIDEST_LIST))

    def showPopup(self) -> None:
        """Open the list."""
        self.view().setMinimumWidth(self.needed())
        super().showPopup()


def _listed(value: str, label: str) -> QStandardItem:
    item = QStandardItem(label)
    item.setData(value, Qt.ItemDataRole.UserRole)
    item.setData(len(label), LENGTH)
    return item


def editor(spec: FieldSpec) -> Editor:
    """The editor for a field."""
    kinds: dict[str, Callable[[FieldSpec], Editor]] = {"choice": _Choice, "flag": _Choice, "long": _Long}
    return kinds.get(spec.kind, _Line)(spec)
