"""The first rows of a sheet as they stand in the file, with our names of the fields over its columns."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from gui import theme
from gui.tips import tip

__all__ = ["Preview", "short"]

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
HORIZONTAL = Qt.Orientation.Horizontal
FIELD = int(Qt.ItemDataRole.UserRole)
LONGEST = 80
HEADER_HEIGHT = 46
WIDTH = 128
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def short(text: str) -> str:
    """One line of a cell or heading that may be a novel."""
    line = " ".join(text[: 4 * LONGEST].split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"


class _Rows(QAbstractTableModel):
    """Cells as texts; over a column may stand the name of a field."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._header: tuple[str, ...] = ()
        self._rows: tuple[Sequence[str], ...] = ()
        self._fields: dict[int, str] = {}

    def show(self, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        self.beginResetModel()
        self._header, self._rows = tuple(header), tuple(rows)
        self._fields = {}
        self.endResetModel()

    def name(self, fields: Mapping[int, str]) -> None:
        self._fields = dict(fields)
        if self._header:
            self.headerDataChanged.emit(HORIZONTAL, 0, len(self._header) - 1)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._header)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            row = self._rows[index.row()]
            text = short(row[index.column()]) if index.column() < len(row) else ""
            return tip(text) if role == Qt.ItemDataRole.ToolTipRole else text
        if role == Qt.ItemDataRole.ForegroundRole and index.column() not in self._fields:
            return theme.current().colour("muted")
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != HORIZONTAL or not 0 <= section < len(self._header):
            return None
        if role == FIELD:
            return self._fields.get(section, "")
        if role not in (0, int(Qt.ItemDataRole.ToolTipRole)):
            return None
        return tip(short(self._header[section])) if role else short(self._header[section])


class _Heads(QHeaderView):
    """Two lines over each column: what it is to us, and what the file calls it."""

    def __init__(self) -> None:
        super().__init__(HORIZONTAL)
        self.setSectionsClickable(False)
        self.setDefaultSectionSize(WIDTH)
        self.setMinimumSectionSize(56)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), HEADER_HEIGHT)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        look, model = theme.current(), self.model()
        ours = str(model.headerData(section, HORIZONTAL, FIELD) or "")
        theirs = str(model.headerData(section, HORIZONTAL) or "")
        painter.save()
        painter.fillRect(rect, look.colour("accent_soft" if ours else "card"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.colour("line"))
        room = rect.adjusted(10, 4, -6, -5)
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        halves = ((ours, bold, "accent_ink", room.height() // 2), (theirs, self.font(), "muted", 0))
        for text, font, token, up in halves:
            painter.setFont(font)
            painter.setPen(look.colour(token))
            line = QRect(
                room.left(), room.bottom() - room.height() // 2 - up, room.width(), room.height() // 2
            )
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, LEFT, shown)
        painter.restore()


class Preview(QTableView):
    """A table to look at: nothing in it can be changed or chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._rows = _Rows(self)  # else the collector would delete it, in whatever thread it runs
        self.setHorizontalHeader(_Heads())
        self.setModel(self._rows)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setAlternatingRowColors(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(26)
        self.retranslate()

    def show_sheet(self, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Show a header and some rows; no field is named yet."""
        self._rows.show(header, rows)

    def name_columns(self, fields: Mapping[int, str]) -> None:
        """Write the names of fields over their columns (by the column's place)."""
        self._rows.name(fields)
        self.viewport().update()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.setAccessibleName(self.tr("First rows of the file"))
        self.horizontalHeader().viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
