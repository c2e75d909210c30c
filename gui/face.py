"""The face of a table: filter box, count of rows, and the view below, as they are seen before anyone works with them."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui import language, theme, words
from gui.columns import Column
from gui.numbers import ALIGN, PLAIN_TEXT, TIP
from gui.scale import Space, grown
from gui.spoken import name_glass, searchable
from gui.words import QT_TRANSLATE_NOOP

__all__ = ["ROWS", "Face", "Glance", "dress"]

ROW_HEIGHT: Final = 28
NARROWEST_HEAD: Final = 56
ROWS: Final = QT_TRANSLATE_NOOP("Words", "%Ln row(s)", "", 1)
SEEN: Final = 100
"""So many rows fit the largest screen; the others come with the table itself."""


class Face(QWidget):
    """A filter box and the count of rows over a table view."""

    def __init__(self, view: QTableView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.filter = QLineEdit()
        self.count = QLabel()
        self.bar = QHBoxLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.NEAR)
        self.filter.setClearButtonEnabled(True)
        self.filter.setMaximumWidth(320)
        searchable(self.filter)
        self.count.setProperty("role", "hint")
        self.bar.setSpacing(Space.NEAR)
        self.count.setProperty("textFormat", PLAIN_TEXT)
        self.bar.addWidget(self.filter, 1)
        self.bar.addWidget(self.count)
        self.bar.addStretch(1)
        self.columns = QToolButton()
        self.columns.setIcon(theme.icon("columns", "muted"))
        self.columns.setAutoRaise(True)
        self.bar.addWidget(self.columns)
        layout.addLayout(self.bar)
        layout.addWidget(view, 1)
        language.follow(self.retranslate)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.filter.setPlaceholderText(self.tr("Search"))
        name_glass(self.filter)
        self.filter.setAccessibleName(self.tr("Search this table"))
        self.columns.setAccessibleName(self.tr("Columns"))
        self.columns.setToolTip(self.tr("Choose which columns you see; drag a heading to move it"))


class Glance(Face):
    """The first look at a list: read-only, of Qt's own classes alone, until a RecordTable takes its place."""

    def __init__(self, columns: Sequence[Column[Any]]) -> None:
        self.view = QTableView()
        super().__init__(self.view)
        self._columns = columns = [column for column in columns if not column.put_away]
        self.rows: Sequence[Any] = ()
        self._model = QStandardItemModel(0, len(columns), self)
        self.view.setModel(self._model)
        dress(self.view)
        self.columns_wanted = False
        self.columns.clicked.connect(self._ask_for_columns)
        self._heads = self.view.horizontalHeader()
        self._heads.setSectionsClickable(True)
        for place, column in enumerate(columns):
            if column.width:
                self._heads.resizeSection(place, grown(column.width))
            else:
                self._heads.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
        self.retranslate()

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Show these records."""
        self.rows = rows
        self._model.setRowCount(len(rows))
        for line, record in enumerate(rows[:SEEN]):
            for place, column in enumerate(self._columns):
                self._model.setItem(line, place, _cell(column.show(record), column))
        self.count.setText(words.say(ROWS, n=len(rows)))

    def _ask_for_columns(self) -> None:
        """The table itself opens the list when it comes."""
        self.columns_wanted = True

    def row(self) -> int:
        """The row that was clicked, -1 for none."""
        return self.view.currentIndex().row()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        super().retranslate()
        for place, column in enumerate(self._columns):
            head = _cell(words.term("Columns", column.heading), column)
            head.setData(words.term("Columns", column.hint) or None, TIP)
            self._model.setHorizontalHeaderItem(place, head)
        self.set_rows(self.rows)


def dress(view: QTableView) -> None:
    """Set up a view for many rows; the look of a table lies here and in the style sheet."""
    view.setWordWrap(False)
    view.setShowGrid(False)
    view.setAlternatingRowColors(True)
    view.setTabKeyNavigation(False)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    lines, heads = view.verticalHeader(), view.horizontalHeader()
    lines.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    lines.setDefaultSectionSize(grown(ROW_HEIGHT))
    lines.hide()
    heads.setHighlightSections(False)
    heads.setMinimumSectionSize(NARROWEST_HEAD)


def _cell(text: str, column: Column[Any]) -> QStandardItem:
    made = QStandardItem(text)
    made.setEditable(False)
    made.setData(column.alignment, ALIGN)
    return made
