"""The window's right of way: work beside it rests while it needs the interpreter for itself."""

import threading
import time

from PySide6.QtCore import QTimer

__all__ = ["give_way", "wait"]

PAUSE = 40
"""Milliseconds it takes at least: what is posted now is done before any timer."""

_free = threading.Event()
_free.set()
_given = [0.0]
"""When way was given last."""


def give_way() -> None:
    """Let steerable work rest at its next question until the window has done what it is about to do.

    Each of the hundreds of calls of a change of language would wait milliseconds for a worker to let go.
    """
    _given[0] = time.monotonic()
    _free.clear()
    QTimer.singleShot(PAUSE, _free.set)


def wait(longest: float) -> None:
    """Rest until the window is done, or way was given so many seconds ago: who asks often rests no longer for that."""
    if not _free.is_set():
        _free.wait(max(_given[0] + longest - time.monotonic(), 0.0))
