"""Tables that are declared: columns over a tuple of frozen records, sorted and filtered in place."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gui import theme, words
from gui.columns import Column
from gui.numbers import ALIGN, TIP, USER
from gui.rowindex import RowIndex
from gui.tips import tip

__all__ = ["RECORD", "Column", "RecordModel"]

T = TypeVar("T")

RECORD = USER
BADGE = RECORD + 1

# Plain numbers: comparing enum members in data() would cost more than the rest of it.
DISPLAY = int(Qt.ItemDataRole.DisplayRole)
EDIT = int(Qt.ItemDataRole.EditRole)
COLOUR = int(Qt.ItemDataRole.ForegroundRole)
ICON = int(Qt.ItemDataRole.DecorationRole)

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class RecordModel(QAbstractTableModel, Generic[T]):
    """Frozen records as a table; order and filter are one list of row numbers, so no proxy is needed."""

    def __init__(
        self,
        columns: Sequence[Column[T]],
        edited: Callable[[T, str, str], None] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._edited = edited
        self._rows: tuple[T, ...] = ()
        self._matching: list[int] = []
        self._order: list[int] = []
        self._index: RowIndex[T] = RowIndex(self.columns, ())
        self._needles: tuple[str, ...] = ()
        self._sort = (-1, Qt.SortOrder.AscendingOrder)

    @property
    def rows(self) -> tuple[T, ...]:
        """All records, in the order they were given."""
        return self._rows

    def set_rows(self, rows: Iterable[T]) -> None:
        """Show these records instead; order and filter stay."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self._index = RowIndex(self.columns, self._rows)
        self._order = self._arranged()
        self.endResetModel()

    def set_filter(self, text: str) -> None:
        """Show only the records whose shown texts hold every word of this one."""
        self.beginResetModel()
        self._needles = tuple(text.casefold().split())
        self._order = self._arranged()
        self.endResetModel()

    def record(self, row: int) -> T:
        """The record shown in a row."""
        return self._rows[self._order[row]]

    def records(self) -> Iterator[T]:
        """The records shown, from top to bottom."""
        return map(self._rows.__getitem__, self._order)

    def places(self, key: Callable[[T], str], wanted: set[str]) -> dict[str, int]:
        """The rows shown of records with these keys; no row after the last of them is looked at."""
        found = dict[str, int]()
        for row, record in enumerate(self.records()):
            if len(found) == len(wanted):
                break
            if (name := key(record)) in wanted:
                found[name] = row
        return found

    def texts(self, row: int) -> tuple[str, ...]:
        """The texts shown in a row."""
        return self._index.texts(self._order[row])

    def texts_below(self, number: int, most: int) -> Iterator[str]:
        """The texts of a column, of the first records as they were given; of whole rows they would take many times as long."""
        return map(self.columns[number].show, self._rows[:most])

    def headings(self) -> tuple[str, ...]:
        """The headings in the language of the moment."""
        return tuple(words.term("Columns", column.heading) for column in self.columns)

    def read_texts(self, seconds: float) -> bool:
        """Make the texts a filter looks through, for so long at most; whether all are there."""
        return self._index.read(seconds)

    def retranslate(self) -> None:
        """Make headings and texts anew, in the language of the moment; the filter finds what it found before."""
        self._index.forget_texts()
        if self._sort[0] >= 0:
            self._sort_anew()
        elif self._order:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._order) - 1, len(self.columns) - 1))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many records are shown."""
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        """One cell under one role."""
        if not index.isValid():
            return None
        if role == EDIT and (edit := self.columns[index.column()].edit) is not None:
            return edit(self._rows[self._order[index.row()]])
        if role in (DISPLAY, EDIT, TIP):
            text = self._index.texts(self._order[index.row()])[index.column()]
            return tip(text) if role == TIP else text
        column = self.columns[index.column()]
        if role == ALIGN:
            return column.alignment
        if role in (COLOUR, BADGE, ICON, RECORD):
            return self._ornament(column, self._rows[self._order[index.row()]], role)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        """One heading under one role."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == DISPLAY:
            return words.term("Columns", column.heading)
        if role == ALIGN:
            return column.alignment
        if role == TIP:
            return words.term("Columns", column.hint) or None
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order by a column's native values, the unknown last; -1 gives the order of the records."""
        if (column, order) != self._sort:  # Qt asks twice
            self._sort = (column, order)
            self._sort_anew()

    def _sort_anew(self) -> None:
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        at = [(self._order[index.row()], index.column()) for index in held]
        self._order = self._sorted()
        wanted = {row for row, _cell in at}
        place = {row: line for line, row in enumerate(self._order) if row in wanted}
        self.changePersistentIndexList(held, [self.index(place[row], cell) for row, cell in at])
        self.layoutChanged.emit()

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What can be done with a cell."""
        flags = super().flags(index)
        if index.isValid() and self._edited and self.columns[index.column()].editable:
            return flags | Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: Any, role: int = EDIT) -> bool:
        """Hand a changed text to the owner, who saves it and gives new records."""
        if role != EDIT or self._edited is None or not index.isValid():
            return False
        text = str(value)
        if text not in (self.data(index), self.data(index, EDIT)):
            self._edited(self.record(index.row()), self.columns[index.column()].key, text)
        return True

    def _ornament(self, column: Column[T], record: T, role: int) -> Any:
        if role == RECORD:
            return record
        ask = {COLOUR: column.colour, BADGE: column.badge, ICON: column.icon}[role]
        told = ask(record) if ask is not None else None
        if told is None or role == BADGE:
            return told
        return theme.icon(told, "muted") if role == ICON else theme.current().colour(told)

    def _arranged(self) -> list[int]:
        needles = self._needles
        self._matching = self._index.matching(needles) if needles else [*range(len(self._rows))]
        return self._sorted()

    def _sorted(self) -> list[int]:
        number, order = self._sort
        return self._index.arranged(self._matching, number, order == Qt.SortOrder.DescendingOrder)
