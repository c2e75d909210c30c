"""A quick start: what the program does before anything of PySide6 is used, and what it puts off until it is seen."""

import sys
from collections import deque
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer

__all__ = ["Later", "quiet_pyside_import_hook"]

TURNS = 3
"""So many turns of the event loop show and paint a window."""
MOMENT = 10
"""Milliseconds that then belong to whoever has seen it and clicks, before what was put off begins."""


def quiet_pyside_import_hook() -> None:
    """Stop PySide6 from reading the source of every module imported later: 65 MB and half a second."""
    feature = sys.modules.get("shibokensupport.feature")
    if feature is not None and hasattr(feature, "_mod_uses_pyside"):
        vars(feature)["_mod_uses_pyside"] = lambda _module: False


class Later(QObject):
    """Work that waits until the window has been seen: one piece a turn of the event loop, so that clicks come between.

    What is first seen is made of few of PySide's classes, as each is made when it is first named: the name space
    ``Qt`` alone takes 15 ms, as do all kinds of events and of widgets together. See tests/gui/test_start.py.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pieces: deque[Callable[[], object]] = deque()

    def add(self, *pieces: Callable[[], object]) -> None:
        """Put off some pieces of work; they are done in this order, the first a moment after the loop has turned."""
        if not self._pieces and pieces:
            self._wait(TURNS)
        self._pieces.extend(pieces)

    def finish(self) -> None:
        """Do all of it now."""
        while self._pieces:
            self._pieces.popleft()()

    def _wait(self, turns: int) -> None:
        if turns:
            QTimer.singleShot(0, self, partial(self._wait, turns - 1))
        else:
            QTimer.singleShot(MOMENT, self, self._next)

    def _next(self) -> None:
        try:
            if self._pieces:
                self._pieces.popleft()()
        finally:  # a fault in one piece is told by the crash hook, and keeps no other back
            if self._pieces:
                QTimer.singleShot(0, self, self._next)
