"""Files dropped on a window as the system hands them over: to the window itself, before any widget in it."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from gui.window import MainWindow

COPY = Qt.DropAction.CopyAction
HAND = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)


def urls(*paths: Path) -> QMimeData:
    """What a file manager hands over."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def hold(window: QWidget, data: QMimeData, where: QPoint) -> bool:
    """Hold something over a place of a window; whether it may be let go there."""
    handle = window.windowHandle()
    assert handle is not None
    for main in (one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow)):
        assert main.dropping is not None  # it comes a turn after the window
    answers = []
    for kind in (QDragEnterEvent, QDragMoveEvent):
        event = kind(where, COPY, data, *HAND)
        event.ignore()
        QApplication.sendEvent(handle, event)
        answers.append(event.isAccepted())
    return all(answers)


def drop(window: QWidget, *paths: Path, at: QPoint | None = None) -> None:
    """Hold files over a window and let them go."""
    data, where = urls(*paths), at or window.rect().center()
    assert hold(window, data, where)
    handle = window.windowHandle()
    assert handle is not None
    QApplication.sendEvent(handle, QDropEvent(QPointF(where), COPY, data, *HAND))
