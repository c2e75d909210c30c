"""What belongs to the window knows it without keeping it: PySide crashes where the collector takes a window out of a cycle."""

from collections.abc import Callable
from typing import TypeVar
from weakref import ref

__all__ = ["near"]

W = TypeVar("W")


def near(window: W) -> Callable[[], W]:
    """What gives the window as long as it is there.

    Raises (when called):
        RuntimeError: the window is gone, and what belonged to it should be, too.
    """
    known = ref(window)

    def found() -> W:
        there = known()
        if there is None:
            raise RuntimeError("the window is gone")
        return there

    return found
