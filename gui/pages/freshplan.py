"""The plan made last, made anew first where there is none or it is out of date: the same as every other page would make."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gui.lastplan import last_plan_of
from gui.pages.planner import planner_of
from gui.session import Session

if TYPE_CHECKING:
    from model.advice import Advice

__all__ = ["FreshPlan"]


class FreshPlan(QObject):
    """Asks the planner of all pages. ``ready``: here it is, and whether it had to be made; ``failed``: why there is none.

    ``waiting``: it is being made (True), or nobody makes it any more (False); ``progressed`` tells how far that is.
    """

    ready = Signal(object, bool)
    failed = Signal(object)
    waiting = Signal(bool)
    progressed = Signal(str, float)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._last, self._planner = last_plan_of(session), planner_of(session)
        self._waits = False
        self._before: Advice | None = None
        self._planner.changed.connect(self._follow)
        self._planner.job.failed.connect(self._break_off)
        self._planner.job.progressed.connect(self._tell)

    def want(self) -> None:
        """Ask for it; while it is being made nothing else is begun."""
        if self._waits and self._planner.is_busy():
            return
        if self._last.advice is not None and not self._last.is_stale:
            self.ready.emit(self._last.advice, False)
            return
        self._waits, self._before = True, self._last.advice
        self.waiting.emit(True)
        self._planner.start()

    def is_waiting(self) -> bool:
        """Whether it is being made for whoever asked here."""
        return self._waits

    def stop(self) -> None:
        """Nobody asks any more."""
        if self._waits:
            self._planner.stop()

    def _tell(self, code: str, share: float) -> None:
        if self._waits:
            self.progressed.emit(code, share)

    def _follow(self) -> None:
        """The planner has begun, made, refused or given up a plan; one that was overtaken meanwhile is made again."""
        planner, last = self._planner, self._last
        if not self._waits or planner.is_busy():
            return
        was_made = last.advice is not None and last.advice is not self._before
        if planner.refused is None and was_made and last.is_stale:
            self._before = last.advice
            planner.start()
            return
        self._waits, self._before = False, None
        if planner.refused is None and was_made:
            self.ready.emit(last.advice, True)
            return
        self.waiting.emit(False)
        if planner.refused is not None:
            self.failed.emit(planner.refused)

    def _break_off(self, _error: Exception) -> None:
        """A fault of ours is told by the planner; here nothing is awaited any more."""
        if self._waits and self._planner.refused is None:
            self._waits, self._before = False, None
            self.waiting.emit(False)
