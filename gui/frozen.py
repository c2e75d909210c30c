"""The column of names stays at the left of a table that is scrolled sideways: a second view of the same rows."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView

from gui.face import dress

if TYPE_CHECKING:
    from gui.tableparts import View

__all__ = ["Frozen"]


class Frozen(QTableView):
    """One column over the left edge of a view: same model, same selection, same place in the rows."""

    def __init__(self, view: "View", number: int) -> None:
        super().__init__(view)
        self._view, self._number = view, number
        self.setModel(view.model())
        self.setSelectionModel(view.selectionModel())
        dress(self)
        self._look_alike()
        self._follow_view()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as Qt does, with Python's lock in hand, as the view beside it."""
        super().paintEvent(event)

    def place(self) -> None:
        """Lie over the left edge, where the column itself has left it."""
        view, heads = self._view, self._view.horizontalHeader()
        gone = heads.sectionViewportPosition(self._number) < 0 and not heads.isSectionHidden(self._number)
        width = min(heads.sectionSize(self._number), view.viewport().width() // 2)
        self.setColumnWidth(self._number, width)
        edge = view.frameWidth()
        self.horizontalHeader().setFixedHeight(heads.height())
        self.setGeometry(edge, edge, width + 1, heads.height() + view.viewport().height())
        self.setVisible(gone)
        if gone:
            self.verticalScrollBar().setValue(view.verticalScrollBar().value())

    def _look_alike(self) -> None:
        self.setProperty("frozen", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(self._view)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        for bars in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            bars(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        for number in range(self.model().columnCount()):
            self.setColumnHidden(number, number != self._number)
        own = self._view.itemDelegateForColumn(self._number)
        if own is not None:
            self.setItemDelegateForColumn(self._number, own)
        heads = self.horizontalHeader()
        heads.setSectionsClickable(True)
        heads.setSortIndicatorShown(True)
        heads.setSectionResizeMode(heads.ResizeMode.Fixed)

    def _follow_view(self) -> None:
        view, heads, own = self._view, self._view.horizontalHeader(), self.horizontalHeader()
        view.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self.verticalScrollBar().valueChanged.connect(view.verticalScrollBar().setValue)
        # Its slot itself cannot be connected: PySide holds no wrapper of a view's own header.
        heads.sortIndicatorChanged.connect(lambda *sort: own.setSortIndicator(*sort))  # noqa: PLW0108
        own.setSortIndicator(heads.sortIndicatorSection(), heads.sortIndicatorOrder())
        own.sectionClicked.connect(self._sort)
        self.doubleClicked.connect(self._edit)
        self.customContextMenuRequested.connect(
            lambda at: view.customContextMenuRequested.emit(
                view.viewport().mapFromGlobal(self.viewport().mapToGlobal(at))
            )
        )

    def _sort(self, number: int) -> None:
        """As a click on the heading itself: up, down, as the records came."""
        heads: Any = self._view.horizontalHeader()
        up, down = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
        if heads.sortIndicatorSection() != number:
            heads.setSortIndicator(number, up)
        elif heads.sortIndicatorOrder() == up:
            heads.setSortIndicator(number, down)
        else:
            heads.setSortIndicator(-1, up)

    def _edit(self, index: Any) -> None:
        self._view.setCurrentIndex(index)
        self._view.edit(index)
