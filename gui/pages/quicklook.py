"""What a plan would come to at once, while a limit is moved: asked beside the window, the latest question next."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from gui.jobs import Job

if TYPE_CHECKING:
    from collections.abc import Mapping

    from model.advice import Groundwork
    from model.beliefs import Knowledge
    from model.matrix.preview import Glance
    from model.policy import Policy
    from model.records import Snapshot
    from model.repurchase.grading import Evidence

    Asked = tuple[Snapshot, Policy, Mapping[str, Evidence], Knowledge]


class QuickLook(QObject):
    """Answers one question at a time, so that an answer comes however fast a slider moves; ``found`` has a glance.

    ``ground`` is what plans rest on: made for the first question, and kept as long as only limits change.
    """

    found = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.ground: Groundwork | None = None
        self._asked: Asked | None = None
        self._answering: Asked | None = None
        self._job = Job(self)
        self._job.done.connect(self._take)
        self._job.failed.connect(self._fail)

    def ask(
        self,
        snapshot: "Snapshot",
        policy: "Policy",
        evidence: "Mapping[str, Evidence]",
        known: "Knowledge",
    ) -> None:
        """What would come of these limits in this shop, by what is known?"""
        self._asked = (snapshot, policy, evidence, known)
        self._go_on()

    def forget(self) -> None:
        """Nobody waits for an answer any more."""
        self._asked = self._answering = None
        self._job.cancel()

    def wait_for(self) -> None:
        """The groundwork is being made elsewhere: answer when :meth:`use` brings it."""
        if self._answering is not None and not (self.ground and self.ground.serves(*self._answering)):
            self._asked, self._answering = self._asked or self._answering, None
            self._job.cancel()

    def use(self, ground: "Groundwork") -> None:
        """Go on with this groundwork."""
        self.ground = ground
        self._go_on()

    def _go_on(self) -> None:
        if self._asked is not None and not self._job.is_running():
            self._answering, self._asked = self._asked, None
            self._job.run(_glance, *self._answering, self.ground, steerable=True)

    def _take(self, answer: "tuple[Groundwork, Glance]") -> None:
        self._answering = None
        self.ground, glance = answer
        self.found.emit(glance)
        self._go_on()

    def _fail(self, error: Exception) -> None:
        self._asked = self._answering = None
        self.failed.emit(error)


def _glance(
    snapshot: "Snapshot",
    policy: "Policy",
    evidence: "Mapping[str, Evidence]",
    known: "Knowledge",
    ground: "Groundwork | None",
    progress: Any,
    cancelled: Any,
) -> "tuple[Groundwork, Glance]":
    from model.advice import groundwork
    from model.matrix.preview import glance

    ground = groundwork(snapshot, policy, evidence, progress, cancelled, known, ground)
    return ground, glance(ground.table, snapshot.request, policy, ground.audiences)
