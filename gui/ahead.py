"""Large pages made before anybody looks at them, a part at a time while the window rests: a first look is as quick as any other."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QThreadPool, QTimer

from gui.announcing import is_read_aloud
from gui.aside import is_anything_aside
from gui.near import near
from model.errors import UserError

if TYPE_CHECKING:
    from gui.window import MainWindow

__all__ = ["Ahead"]

REST: Final = 400
"""Milliseconds between two parts, of some 40 each: who types or clicks meanwhile does not feel them."""


class Ahead(QObject):
    """Makes the large pages nobody has looked at yet, each in three turns: its code, its widgets, its place and style."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._near, self._done = near(window), False
        self._timer = QTimer(self, interval=REST)
        self._timer.timeout.connect(self._go_on)

    def start(self) -> None:
        """Begin; it ends by itself. Not where a screen reader listens: it says each row of tabs that is made."""
        self._done = is_read_aloud()
        if not self._done:
            self._timer.start()

    def is_done(self) -> bool:
        """Whether nothing is left to be made, or no more can be."""
        return self._done

    def _go_on(self) -> None:
        if QThreadPool.globalInstance().activeThreadCount() or is_anything_aside():
            return  # who works there would make each part take twice as long
        try:
            self._done = not self._near().make_ahead()
        except UserError:  # the project cannot be read any more: whoever looks at the page is told
            self._done = True
        if self._done:
            self._timer.stop()
