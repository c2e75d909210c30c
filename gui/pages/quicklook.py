"""What a plan would come to at once, while a limit is moved: asked beside the window, the latest question next."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gui.jobs import Job
from gui.pages.learntasks import Asked, Ground, glanced

if TYPE_CHECKING:
    from model.matrix.preview import Glance


class QuickLook(QObject):
    """Answers one question at a time, so that an answer comes however fast a slider moves; ``found`` has a glance.

    ``ground`` is what plans rest on: made for the first question, and kept as long as only limits change.
    """

    found = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.ground: Ground | None = None
        self._asked: Asked | None = None
        self._answering: Asked | None = None
        self._job = Job(self)
        self._job.done.connect(self._take)
        self._job.failed.connect(self._fail)

    def ask(self, asked: Asked) -> None:
        """What would come of these limits in this shop, by what is known?"""
        self._asked = asked
        self._go_on()

    def forget(self) -> None:
        """Nobody waits for an answer any more."""
        self._asked = self._answering = None
        self._job.cancel()

    def wait_for(self) -> None:
        """The groundwork is being made elsewhere: answer when :meth:`use` brings it."""
        if self._answering is not None and not (self.ground and self.ground.serves(self._answering)):
            self._asked, self._answering = self._asked or self._answering, None
            self._job.cancel()

    def use(self, ground: Ground) -> None:
        """Go on with this groundwork."""
        self.ground = ground
        self._go_on()

    def _go_on(self) -> None:
        if self._asked is not None and not self._job.is_running():
            self._answering, self._asked = self._asked, None
            self._job.run(glanced, self._answering, self.ground, steerable=True)

    def _take(self, answer: "tuple[Ground, Glance]") -> None:
        self._answering = None
        self.ground, glance = answer
        self.found.emit(glance)
        self._go_on()

    def _fail(self, error: Exception) -> None:
        self._asked = self._answering = None
        self.failed.emit(error)
