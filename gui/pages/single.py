"""Questions about one host, answered exactly beside the window: what is lost without him, what would bring him in."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from gui.jobs import Job

if TYPE_CHECKING:
    from model.advice import Advice
    from model.matrix.plan import Choice, Rejected
    from model.matrix.single import WaysIn, Without
    from model.policy import Policy
    from model.records import Request

    Row = Choice | Rejected

PAUSE = 250
"""Milliseconds a host stays chosen before anything is computed for him."""


class SingleHost(QObject):
    """Answers about the latest host asked for. ``told``: his row and the answer, which is kept as long as the plan."""

    told = Signal(object, object)
    failed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._asked: tuple[Advice, Request, Policy] | None = None
        self._row: Row | None = None
        self._known: dict[str, WaysIn | Without] = {}
        self._job = Job(self)
        self._job.done.connect(self._take)
        self._job.failed.connect(self.failed)
        self._soon = QTimer(self, singleShot=True, interval=PAUSE)
        self._soon.timeout.connect(self._start)

    def use(self, advice: "Advice | None", request: "Request", policy: "Policy | None") -> None:
        """Another plan, or none: what was known of its hosts is forgotten."""
        self.drop()
        self._known = {}
        self._asked = (advice, request, policy) if advice and policy else None

    def ask(self, row: "Row | None") -> None:
        """Answer for this host, at once where it is known; None: for nobody."""
        self.drop()
        self._row = row
        if row is None:
            return
        if (known := self._known.get(row.id)) is not None:
            self.told.emit(row, known)
        elif self._asked is not None:
            self._soon.start()

    def drop(self) -> None:
        """Nobody waits for an answer any more."""
        self._soon.stop()
        self._job.cancel()

    def _start(self) -> None:
        if self._asked is not None and self._row is not None:
            self._job.run(_answer, *self._asked, self._row, steerable=True)

    def _take(self, answer: "WaysIn | Without") -> None:
        if self._row is not None:
            self._known[self._row.id] = answer
            self.told.emit(self._row, answer)


def _answer(
    advice: "Advice", request: "Request", policy: "Policy", row: "Row", progress: Any, cancelled: Any
) -> "WaysIn | Without":
    from model.matrix.plan import Rejected
    from model.matrix.single import ways_in, without

    table, plan = advice.ground.table, advice.plan
    if isinstance(row, Rejected) or plan is None:
        return ways_in(table, request, policy, row.id, getattr(row, "short_by", None), cancelled)
    return without(plan, table, request, policy, row.id, cancelled)
