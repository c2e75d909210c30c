"""The parts of a table widget: a view set up for many rows, badges, and the words in an empty table."""

import math
from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QLabel,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from gui import theme, words
from gui.arrangement import Arrangement
from gui.columns import Column
from gui.face import dress
from gui.frozen import Frozen
from gui.numbers import ALIGN
from gui.scale import Space, grown
from gui.tablemodel import BADGE, Index, RecordModel

__all__ = ["MiddleElided", "Overlay", "View"]

MANY = 2000
LOOKED_AT = 100
"""So many rows are looked at for the longest figure: what is dearest or largest mostly comes first."""
NAMES = ("name", "host", "product")
"""Columns that tell what a row is about."""
SAMPLE = 50
BESIDE_HEADING = 27
"""Pixels that the style leaves at both sides of a heading."""
BESIDE_TEXT, BESIDE_BADGE = 24, 26
"""Those at both sides of a cell's text, and of the text of a badge."""
TO_THE_RIGHT = int(Qt.AlignmentFlag.AlignRight)


class View(QTableView):
    """A table view set up for many rows."""

    everything = Signal()

    def __init__(self, model: RecordModel[Any]) -> None:
        super().__init__()
        self.is_everything = False
        self._is_late = False
        self.columns, self.records = model.columns, model
        self.named = next((n for n, column in enumerate(model.columns) if column.key in NAMES), 0)
        self._frozen: Frozen | None = None
        self._unwanted: frozenset[int] = frozenset()
        self._measured: dict[int, int] = {}
        self.setModel(model)
        dress(self)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._set_up_headers(model.columns)
        self.arrangement = Arrangement(self)
        self.horizontalScrollBar().valueChanged.connect(self._freeze)
        heads = self.horizontalHeader()
        for moved in (heads.geometriesChanged, heads.sectionResized, heads.sectionMoved):
            moved.connect(self._freeze)

    def selectRow(self, row: int) -> None:
        """Choose this row alone, whatever keys are held: Qt's own adds rows or drops them under Ctrl and Shift.

        Whoever presses Ctrl+Z while a plan comes would else find its first row dropped, and no story beside it.
        """
        index = self.model().index(row, max(self.horizontalHeader().logicalIndexAt(0), 0))
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def selectAll(self) -> None:
        """Choose every row; above a few thousand only in name, as painting that selection takes seconds."""
        if self.model().rowCount() <= MANY:
            super().selectAll()
            return
        self.clearSelection()
        self.is_everything = True
        self.everything.emit()

    def selectionChanged(self, chosen: QItemSelection, dropped: QItemSelection) -> None:
        """Forget "every row" once something else is chosen."""
        self.is_everything = False
        super().selectionChanged(chosen, dropped)

    def reset(self) -> None:
        """Forget "every row" when the rows change."""
        self.is_everything = False
        super().reset()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape drops the selection."""
        if event.key() == Qt.Key.Key_Escape and self.selectionModel().hasSelection():
            self.clearSelection()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as Qt does, with Python's lock in hand: it would be fetched anew for each question about a cell."""
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns to the new width."""
        super().resizeEvent(event)
        self.fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Fit the columns to words that came while nobody looked."""
        super().showEvent(event)
        if self._is_late:
            self.fit()

    def want(self, number: int, wanted: bool) -> None:
        """Show or hide a column."""
        self._unwanted = self._unwanted - {number} if wanted else self._unwanted | {number}
        self.fit()

    def seen(self, first: int = -1) -> list[Column[Any]]:
        """The columns that are seen, from left to right; from this one on where one is named."""
        heads = self.horizontalHeader()
        start = max(heads.visualIndex(first), 0)
        numbers = (heads.logicalIndex(place) for place in range(start, heads.count()))
        return [self.columns[number] for number in numbers if not self.isColumnHidden(number)]

    def scrollTo(self, index: Index, hint: Any = QTableView.ScrollHint.EnsureVisible) -> None:
        """Bring a cell into sight, out from under the column of names too."""
        super().scrollTo(index, hint)
        if self._frozen is not None and self._frozen.isVisible() and index.column() != self.named:
            hidden = self._frozen.width() - self.visualRect(index).left()
            if hidden > 0:
                self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - hidden)

    def fit(self) -> None:
        """Spare columns are there where they fit; those of width 0 share the room that is left."""
        self._is_late = False
        self.arrangement.fit(self._fit)
        self._freeze()

    def fit_when_seen(self) -> None:
        """Fit now, or when it is looked at: of all tables of the window few are seen."""
        self._is_late = True
        self._measured = {}
        if self.isVisible():
            self.fit()

    def _fit(self) -> None:
        heads, room = self.horizontalHeader(), self.viewport().width()
        shown = self._fitting(room)
        for number in range(heads.count()):
            self.setColumnHidden(number, number not in shown)
        wide = {n: max(grown(self.columns[n].least), self._worded(n)) for n in shown if not self._width(n)}
        self._squeeze(shown, room - sum(wide.values()))
        left = room - sum(heads.sectionSize(number) for number in shown if number not in wide)
        if sum(wide.values()) > left:
            wide = {
                n: max(grown(self.columns[n].narrow) or least, self._worded(n)) for n, least in wide.items()
            }
        left = max(left - sum(wide.values()), 0)
        for number, least in wide.items():
            heads.resizeSection(number, least + left // len(wide))

    def _squeeze(self, shown: list[int], room: int) -> None:
        """Columns whose width nobody chose become narrow where all of them need more than there is."""
        widths = {n: self._width(n) for n in shown if self._width(n)}
        free = {n: max(self._headed(n), self._worded(n)) for n in widths if self._gives_way(n)}
        scarce = sum(max(width, free.get(n, 0)) for n, width in widths.items()) > room
        for number, headed in free.items():
            column = self.columns[number]
            width = grown((scarce and column.narrow) or column.width)
            self.horizontalHeader().resizeSection(number, max(width, headed))

    def _gives_way(self, number: int) -> bool:
        column = self.columns[number]
        gives_way = column.narrow or column.among or column.is_uncut
        return bool(gives_way) and not self.arrangement.width(number)

    def _worded(self, number: int) -> int:
        """The width of the longest of the words a column chooses from, and of the figures in it."""
        column = self.columns[number]
        if column.among is not None:
            return self._longest(column, column.among())
        if not column.is_uncut:
            return 0
        if number not in self._measured:
            texts = self.records.texts_below(number, LOOKED_AT)
            self._measured[number] = self._longest(column, texts)
        return self._measured[number]

    def _longest(self, column: Column[Any], texts: Iterable[str]) -> int:
        plain = column.badge is None
        metrics = QFontMetricsF(self.font() if plain else pill_font(self.font()))
        longest = max(map(metrics.horizontalAdvance, set(texts)), default=0.0)
        return (BESIDE_TEXT if plain else BESIDE_BADGE) + math.ceil(longest)

    def _headed(self, number: int) -> int:
        """The width of a heading, which is in the language of the moment."""
        heading = words.term("Columns", self.columns[number].heading)
        return self.horizontalHeader().fontMetrics().horizontalAdvance(heading) + BESIDE_HEADING

    def _freeze(self, *_change: object) -> None:
        """Have the column of names stay in sight; its view is made when the table is first scrolled sideways."""
        if self._frozen is None:
            if not self.horizontalScrollBar().value():
                return
            self._frozen = Frozen(self, self.named)
        self._frozen.place()

    def _width(self, number: int) -> int:
        told, column = self.arrangement.width(number), self.columns[number]
        return told or (column.width and max(grown(column.width), self._worded(number)))

    def _fitting(self, room: int) -> list[int]:
        """The columns that are shown in so many pixels: the chosen ones, and of the spare ones what fits, in their order."""
        chosen = {number: self.arrangement.shown(number) for number in range(len(self.columns))}
        seen = {n: not self.columns[n].put_away if told is None else told for n, told in chosen.items()}
        wanted = [n for n in chosen if seen[n] and n not in self._unwanted]
        least = {n: self._width(n) or grown(self.columns[n].least) for n in wanted}
        spare = [number for number in wanted if self.columns[number].spare and not chosen[number]]
        left = room - sum(least[number] for number in wanted if number not in spare)
        for number in spare:
            if least[number] > left:
                wanted.remove(number)
            else:
                left -= least[number]
        return wanted

    def _set_up_headers(self, columns: Sequence[Column[Any]]) -> None:
        heads = self.horizontalHeader()
        heads.setTextElideMode(Qt.TextElideMode.ElideRight)
        heads.setResizeContentsPrecision(SAMPLE)
        heads.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        heads.setSortIndicatorClearable(True)
        heads.setStretchLastSection(all(column.width for column in columns))
        self.setSortingEnabled(True)
        for number, column in enumerate(columns):
            if column.width:
                heads.resizeSection(number, grown(column.width))
            if column.badge is not None:
                self.setItemDelegateForColumn(number, _BadgeDelegate(self))


class MiddleElided(QStyledItemDelegate):
    """Names of files give way in the middle: exports of several months differ at their ends."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """As the view has it, but for the place of the dots."""
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideMiddle


class _BadgeDelegate(QStyledItemDelegate):
    """Paints a cell's text as a coloured pill."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the cell: its ground as ever, its text in a pill."""
        token = index.data(BADGE)
        if token is None:
            super().paint(painter, option, index)
            return
        ground: Any = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        text, ground.text = ground.text, ""
        ground.widget.style().drawControl(
            QStyle.ControlElement.CE_ItemViewItem, ground, painter, ground.widget
        )
        _pill(painter, QRectF(ground.rect), text, token, ground.font, bool(index.data(ALIGN) & TO_THE_RIGHT))


def pill_font(font: QFont) -> QFont:
    """The letters of a badge in a table of this font."""
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.9)
    small.setWeight(QFont.Weight.DemiBold)
    return small


def _pill(painter: QPainter, cell: QRectF, text: str, token: str, font: QFont, right: bool) -> None:
    look = theme.current()
    small = pill_font(font)
    width = min(cell.width() - 18, QFontMetricsF(small).horizontalAdvance(text) + 18)
    left = cell.right() - width - 9 if right else cell.left() + 9
    pill = QRectF(left, cell.center().y() - 9.5, width, 20)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour(f"{token}_soft"))
    painter.drawRoundedRect(pill, 10, 10)
    painter.setFont(small)
    painter.setPen(look.colour(f"{token}_ink"))
    shown = QFontMetricsF(small).elidedText(text, Qt.TextElideMode.ElideRight, width - 8)
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, shown)
    painter.restore()


class Overlay(QLabel):
    """Words in the middle of an empty table."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view.viewport())
        self.nothing = ""
        self.no_match = ""
        self.setProperty("role", "empty")
        self.setWordWrap(True)
        self.setMargin(Space.PAGE)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        view.viewport().installEventFilter(self)

    def tell(self, shown: int, everything: int) -> None:
        """Say why there is nothing to see, where there is nothing."""
        self.setText(self.no_match if everything else self.nothing)
        self.setVisible(shown == 0 and bool(self.text()))

    def eventFilter(self, watched: Any, event: QEvent) -> bool:
        """Stay as large as the table."""
        if isinstance(event, QResizeEvent):
            self.resize(event.size())
        return super().eventFilter(watched, event)
