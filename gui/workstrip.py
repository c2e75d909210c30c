"""Work in a worker that may take long, such as writing a file: how far it is, and a button that stops it."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gui.jobs import Job
from gui.scale import Space
from gui.typesetter import prepare
from gui.words.reasons import progress
from gui.working import Working

__all__ = ["WorkStrip"]

SOON: Final = 250
"""Milliseconds after which writing is worth a strip."""


class WorkStrip(Working):
    """One piece of work at a time. ``done``: what came of it; ``stopped``: by its button, and then nothing did.

    ``soon``: milliseconds after which the work is worth a strip.
    """

    done = Signal(object)
    failed = Signal(object)
    running = Signal(bool)

    def __init__(self, parent: QWidget | None = None, *, soon: int = SOON) -> None:
        super().__init__(parent, soon=soon)
        self.setProperty("card", True)
        if (row := self.layout()) is not None:
            row.setContentsMargins(Space.APART, Space.NEAR, Space.NEAR, Space.NEAR)
        self._job = Job(self)
        self._job.done.connect(self.done)
        self._job.failed.connect(self.failed)
        self._job.progressed.connect(self._tell_step)
        self._job.running.connect(self._follow)

    def run(self, work: Callable[..., object], *args: object) -> None:
        """Do ``work(*args, progress=, cancelled=)`` in a worker instead of what was done before; it may print."""
        prepare()
        self.tell("", 0.0)
        self._job.run(work, *args, steerable=True)

    def is_running(self) -> bool:
        """Whether something is being done."""
        return self._job.is_running()

    def cancel(self) -> None:
        """Stop; a file that was to be written is as it was before."""
        if self._job.is_running():
            self._job.cancel()
            super().cancel()

    def _tell_step(self, code: str, share: float) -> None:
        self.tell(progress(code), share)

    def _follow(self, busy: bool) -> None:
        self.set_running(busy)
        self.running.emit(busy)
