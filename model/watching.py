"""Long work that tells how far it is: one call between two pieces of it, which also ends work nobody waits for."""

from collections.abc import Callable
from typing import Final

from model.errors import Cancelled

__all__ = ["EVERY", "Progress", "Step", "quiet", "stepping", "within"]

EVERY: Final = 32
"""Lines of a table between two steps: some milliseconds, often enough to ask whether to go on."""
Progress = Callable[[str, float], None]
"""Told what is done now (a code), and the share 0-1 that is done."""
Step = Callable[[str, float], None]
"""Called before each piece of work: what is done now (a code), and the share 0-1 that is done. Raises :class:`Cancelled`."""


def quiet(_code: str, _share: float) -> None:
    """Nobody watches."""


def stepping(progress: Progress, cancelled: Callable[[], bool]) -> Step:
    """The step of work that may be watched and stopped: ``cancelled`` is asked first, then ``progress`` is told."""

    def step(code: str, share: float) -> None:
        if cancelled():
            raise Cancelled
        progress(code, share)

    return step


def within(step: Step, low: float, high: float) -> Step:
    """The step of a part of the work, which takes it from one share to another."""
    return lambda code, share: step(code, low + (high - low) * share)
