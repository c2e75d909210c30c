"""Where the pages lie: one in front of the others, scrolled as a whole where the screen is too small for it."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractSlider, QFrame, QScrollArea, QStackedWidget, QWidget

from gui import theme
from gui.announcing import announce
from gui.numbers import NO_FOCUS
from gui.pages.base import Page
from gui.way import give_way

__all__ = ["PageStack", "Roomy"]


class PageStack(QStackedWidget):
    """Pages, of which only the one in front says how much room is needed."""

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(self._turn)

    def _turn(self, _place: int) -> None:
        give_way()
        self.updateGeometry()
        page = self.currentWidget()
        if isinstance(page, Page):
            announce(page, page.heading.text())

    def minimumSizeHint(self) -> QSize:
        """What the page in front needs at least."""
        page = self.currentWidget()
        return page.minimumSizeHint() if page else QSize()

    def heightForWidth(self, width: int) -> int:
        """The least height of the page in front at this width: its words may take more lines than it expects."""
        page = self.currentWidget()
        layout = page.layout() if page else None
        return layout.minimumHeightForWidth(width) if layout is not None else 0


class Roomy(QScrollArea):
    """Gives its widget at least the room it needs: a low screen, or one with large signs, is scrolled over it."""

    def __init__(self, widget: PageStack) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("focusPolicy", NO_FOCUS)
        self.setWidgetResizable(True)
        # Qt would have both fill their ground, and what fills its own is painted once more by itself. To ask for the
        # viewport there is, PySide would make every class that it might be.
        self.setViewport(QWidget())
        self.setWidget(widget)
        widget.setAutoFillBackground(False)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.rangeChanged.connect(self._dress)

    def minimumSizeHint(self) -> QSize:
        """It can be as small as one likes."""
        return QSize()

    def _dress(self, _least: int, most: int) -> None:
        """The bars wear the style sheet once they are seen: pages wear their own, and few screens are that small."""
        bar = self.sender()
        if most > 0 and isinstance(bar, QAbstractSlider) and not bar.styleSheet():
            theme.dress(bar)
