"""Parts side by side with dividers between them that the mouse moves and the arrow keys too."""

from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

__all__ = ["Splitter"]

STEP: Final = 16
"""Pixels a key moves a divider."""
FAR: Final = 100_000
"""Farther than any screen is wide: a divider stops at its end before."""
ALONG: Final = {Qt.Orientation.Horizontal: (Qt.Key.Key_Left, Qt.Key.Key_Right), Qt.Orientation.Vertical: (Qt.Key.Key_Up, Qt.Key.Key_Down)}  # fmt: skip


class Splitter(QSplitter):
    """A splitter that lets nothing be folded away, and whose dividers the Tab key comes to."""

    def __init__(
        self, orientation: Qt.Orientation = Qt.Orientation.Horizontal, parent: QWidget | None = None
    ) -> None:
        super().__init__(orientation, parent)
        self.setChildrenCollapsible(False)

    def addWidget(self, widget: QWidget) -> None:
        """Put a part at the end. Qt makes its divider after it, so that the Tab key would come to that too late."""
        place = QWidget()
        super().addWidget(place)
        place.show()  # what takes the place of something hidden is hidden
        self.replaceWidget(self.indexOf(place), widget)
        widget.setParent(self)  # it has been in C++ since the line above; this tells Python
        place.deleteLater()

    def createHandle(self) -> QSplitterHandle:
        """A divider that listens to keys."""
        return _Divider(self.orientation(), self)


class _Divider(QSplitterHandle):
    """Moved by the arrow keys along its way, by Home and End to where it stops."""

    def __init__(self, orientation: Qt.Orientation, parent: QSplitter) -> None:
        super().__init__(orientation, parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._name()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move; other keys are for those around."""
        back, forth = ALONG[self.orientation()]
        here = self.x() if self.orientation() is Qt.Orientation.Horizontal else self.y()
        places = {back: here - STEP, forth: here + STEP, Qt.Key.Key_Home: 0, Qt.Key.Key_End: FAR}
        place = places.get(Qt.Key(event.key()))
        if place is None:
            super().keyPressEvent(event)
        else:
            self.moveSplitter(place)

    def changeEvent(self, event: QEvent) -> None:
        """Follow language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
        super().changeEvent(event)

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Divider"))
        self.setAccessibleDescription(self.tr("The arrow keys move it, Home and End as far as it goes."))
