"""The columns of a table as the merchant has arranged them: chosen, moved, widened, sorted; kept from start to start."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QPoint, QSignalBlocker, Qt
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtWidgets import QMenu

from gui import words
from gui.tablelayout import Liking, keep, liking, name_of
from gui.words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from gui.tableparts import View

__all__ = ["Arrangement"]

RESTORE: Final = QT_TRANSLATE_NOOP("Words", "Reset to default")
UP, DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


class Arrangement(QObject):
    """Applies and keeps what was chosen for the columns of one view."""

    def __init__(self, view: "View") -> None:
        super().__init__(view)
        self._view = view
        self._keys = [column.key for column in view.columns]
        self._name = name_of(self._keys)
        self.liked = liking(self._name)
        self._fitting = False
        self._apply()
        heads = view.horizontalHeader()
        heads.setSectionsMovable(True)
        heads.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        heads.customContextMenuRequested.connect(lambda at: self.open_menu(heads.mapToGlobal(at)))
        heads.sectionMoved.connect(self._moved)
        heads.sectionResized.connect(self._resized)
        heads.sortIndicatorChanged.connect(self._sorted)

    def width(self, number: int) -> int:
        """How wide a column was drawn; 0 where nobody did."""
        return self.liked.widths.get(self._keys[number], 0)

    def shown(self, number: int) -> bool | None:
        """Whether a column was chosen or put away; None where nobody did either."""
        return self.liked.shown.get(self._keys[number])

    def fit(self, change: Callable[[], None]) -> None:
        """Make a change to the widths that is nobody's choice."""
        self._fitting = True
        change()
        self._fitting = False

    def open_menu(self, place: QPoint) -> None:
        """Ask which columns are to be seen."""
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def menu(self) -> QMenu:
        """All columns with a mark at those that are seen, and the way back to what is shipped."""
        menu = _Choices(self._view)
        menu.setProperty("dense", True)  # two dozen columns have to fit a screen of 768
        seen = sum(not self._view.isColumnHidden(number) for number in range(len(self._keys)))
        for number, column in enumerate(self._view.columns):
            action = menu.addAction(words.term("Columns", column.heading))
            action.setCheckable(True)
            action.setChecked(not self._view.isColumnHidden(number))
            action.setEnabled(number != self._view.named and (seen > 1 or not action.isChecked()))
            action.toggled.connect(lambda wanted, number=number: self.choose(number, wanted))
        menu.addSeparator()
        menu.addAction(words.say(RESTORE), self.restore)
        return menu

    def choose(self, number: int, wanted: bool) -> None:
        """See a column, or put it away."""
        self._keep(replace(self.liked, shown={**self.liked.shown, self._keys[number]: wanted}))
        self._view.fit()

    def restore(self) -> None:
        """Everything as shipped, and in the order of the records."""
        self._keep(Liking())
        self._view.horizontalHeader().setSortIndicator(-1, UP)
        self._apply()
        self._view.fit()

    def _apply(self) -> None:
        heads, liked = self._view.horizontalHeader(), self.liked
        known = [self._keys.index(key) for key in liked.order if key in self._keys]
        wanted = known + [number for number in range(len(self._keys)) if number not in known]
        with QSignalBlocker(self):
            self._fitting = True
            for place, number in enumerate(wanted):
                heads.moveSection(heads.visualIndex(number), place)
            for number, column in enumerate(self._view.columns):
                if width := self.width(number) or column.width:
                    heads.resizeSection(number, width)
            self._fitting = False
        if liked.sort in self._keys:
            heads.setSortIndicator(self._keys.index(liked.sort), DOWN if liked.descending else UP)

    def _keep(self, liked: Liking) -> None:
        self.liked = liked
        keep(self._name, liked)

    def _moved(self, *_places: int) -> None:
        if not self._fitting:
            heads = self._view.horizontalHeader()
            order = tuple(self._keys[heads.logicalIndex(place)] for place in range(heads.count()))
            self._keep(replace(self.liked, order=order))

    def _resized(self, number: int, _old: int, new: int) -> None:
        if not self._fitting and new:
            self._keep(replace(self.liked, widths={**self.liked.widths, self._keys[number]: new}))

    def _sorted(self, number: int, order: Qt.SortOrder) -> None:
        key = self._keys[number] if 0 <= number < len(self._keys) else ""
        self._keep(replace(self.liked, sort=key, descending=bool(key) and order == DOWN))


class _Choices(QMenu):
    """A menu that stays open while marks are set in it."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A mark is no goodbye."""
        action: Any = self.activeAction()
        if isinstance(action, QAction) and action.isCheckable() and action.isEnabled():
            action.trigger()
        else:
            super().mouseReleaseEvent(event)
