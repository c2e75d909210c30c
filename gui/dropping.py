"""Files dropped anywhere: on any field, table or dialog, none of which may swallow them."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QVBoxLayout, QWidget
from shiboken6 import isValid

from gui import theme
from gui.near import near
from gui.parts import text_label

if TYPE_CHECKING:
    from gui.window import MainWindow

__all__ = ["Dropping"]

EDGE = 12
PROJECT = ".rmx"


class DropHint(QWidget):
    """Lies over a window while files are held above it, and says what letting go will do."""

    def __init__(self, over: QWidget, can_open: bool) -> None:
        super().__init__(over)
        self.setObjectName("drop")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)  # a plain widget draws no ground of its own
        theme.dress(self)
        self.text: QLabel = text_label("title", wrap=False)
        self.text.setText(
            self.tr("Let go: tables are imported, a project is opened")
            if can_open
            else self.tr("Let go: the tables are imported")
        )
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self.text, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.text.setProperty("drop", True)
        self.setGeometry(over.rect().adjusted(EDGE, EDGE, -EDGE, -EDGE))
        self.show()
        self.raise_()


class Dropping(QObject):
    """Sees what is dragged over the windows of the program before any widget in them does."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._near = near(window)
        self.hint: DropHint | None = None
        for one in QGuiApplication.topLevelWindows():
            self._watch(one)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._watch)

    @property
    def _window(self) -> "MainWindow":
        return self._near()

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)  # else the second look at it would be handed over twice
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take files; whatever else is dragged goes where it goes."""
        if isinstance(event, QDropEvent):  # those that enter and move are of this kind, too
            return self._see(watched, event)
        if event.type() in (QEvent.Type.DragLeave, QEvent.Type.Close):
            self._hide_hint()
        return False

    def _see(self, watched: QObject, event: QDropEvent) -> bool:
        over = next((w for w in QApplication.topLevelWidgets() if w.windowHandle() == watched), None)
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if over is None or isinstance(over, QFileDialog) or not paths:
            return False
        if over is not self._window and any(path.suffix.lower() == PROJECT for path in paths):
            event.ignore()  # what is open in a dialog belongs to the project that would go away
            return True
        event.acceptProposedAction()
        if isinstance(event, QDragEnterEvent):
            self._show_hint(over)
        elif not isinstance(event, QDragMoveEvent):
            self._hide_hint()
            self._window.files.take(paths)
        return True

    def _show_hint(self, over: QWidget) -> None:
        self._hide_hint()
        self.hint = DropHint(over, can_open=over is self._window)

    def _hide_hint(self) -> None:
        if self.hint is not None and isValid(self.hint):
            self.hint.hide()
            self.hint.deleteLater()
        self.hint = None
