"""Changes what the parts of windows wear, what is seen first, for a moment of each turn of the event loop."""

import time
from collections import deque
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

__all__ = ["BREATH", "Dressing"]

TURN = 0.012
"""Seconds of one turn of the event loop after which no further part is dressed in it."""
BREATH = 4
"""Milliseconds between two turns: Qt calls a timer of none at all before it looks at clicks, layouts and other timers."""


class Dressing(QObject):
    """Dresses one part after the other; nothing is painted while half of what is seen still looks as before."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._dress: Callable[[QWidget], None] = QWidget.update
        self._seen: deque[QWidget] = deque()
        self._unseen: deque[QWidget] = deque()
        self._stopped: list[QWidget] = []
        # One for all turns: each call of singleShot() leaves a bit of memory behind.
        self._soon = QTimer(self, singleShot=True, interval=BREATH)
        self._soon.timeout.connect(self._turn)

    def is_done(self) -> bool:
        """Whether every part wears what it shall."""
        return not (self._seen or self._unseen)

    def is_at(self, dress: Callable[[QWidget], None]) -> bool:
        """Whether parts still wait to be dressed by this."""
        return self._dress is dress and not self.is_done()

    def begin(self, parts: Iterable[QWidget], dress: Callable[[QWidget], None]) -> None:
        """Have these parts dressed by this, from the next turn on; what still waited for something older does not wait on."""
        self._dress = dress
        self._seen.clear()
        self._unseen.clear()
        for part in filter(isValid, parts):
            (self._seen if part.isVisible() else self._unseen).append(part)
        self._stop_painting({part.window() for part in self._seen})
        self._soon.start()

    def _stop_painting(self, windows: Iterable[QWidget]) -> None:
        for window in windows:
            if window.updatesEnabled():
                window.setUpdatesEnabled(False)
                self._stopped.append(window)

    def _paint_again(self) -> None:
        for window in filter(isValid, self._stopped):
            window.setUpdatesEnabled(True)
        self._stopped.clear()

    def _turn(self) -> None:
        end = time.monotonic() + TURN
        while waiting := self._seen or self._unseen:
            part = waiting.popleft()
            if isValid(part):
                self._dress(part)
            if self._stopped and not self._seen:
                self._paint_again()
                break  # to paint is enough for one turn
            if time.monotonic() > end:
                break
        if not self.is_done():
            self._soon.start()
