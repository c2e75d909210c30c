"""The plan of the open project, made in a worker once for all pages."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from gui.jobs import Job
from gui.lastplan import last_plan_of
from gui.pages.learntasks import Asked, Ground, advised
from gui.session import Changed, Session
from gui.studies import studies_of
from gui.way import give_way
from model.batches import BatchKind
from model.errors import UserError
from model.records import Request

if TYPE_CHECKING:
    from model.advice import Advice
    from model.policy import Policy

__all__ = ["Planner", "planner_of"]


class Planner(QObject):
    """Makes plans for whichever page asks; who shows them listens to :class:`gui.lastplan.LastPlan`.

    ``job`` does the work; ``asked`` is what the latest run started from, ``ground`` what it rests on, and ``refused`` why
    there is no plan. ``awake`` once the slow libraries are there: from then on a page may ask unbidden.
    """

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.session = session
        self.studies, self.last = studies_of(session), last_plan_of(session)
        self.job = Job(self)
        self.asked: Asked | None = None
        self.ground: Ground | None = None
        self.refused: UserError | None = None
        self.awake = self.tried = False
        self._waits = False
        self.job.heard.connect(self._hear)
        self.job.done.connect(self._take)
        self.job.failed.connect(self._fail)
        session.changed.connect(self._reload)

    def wake(self) -> None:
        """The slow libraries are there."""
        self.awake = True
        self.changed.emit()

    def all_of(self, request: Request, policy: "Policy") -> Asked:
        """What the plan is made of: the project without locks, bans and bookings of hosts that are gone, and what is known."""
        session, snapshot, studies = self.session, self.session.snapshot(), self.studies
        ids = frozenset(host.id for host in snapshot.influencers)
        deals = tuple(deal for deal in request.limits.booked if deal[0] in ids)
        limits = replace(request.limits, booked=deals)
        asked = replace(request, locks=request.locks & ids, bans=request.bans & ids, limits=limits)
        return Asked(
            replace(snapshot, request=asked),
            policy,
            studies.known,
            session.results(),
            studies.study,
            studies.evidence,
            tuple(head for head in session.batches() if head.kind is BatchKind.FIGURES),
            session.loader({BatchKind.FIGURES}),
        )

    def is_busy(self) -> bool:
        """Whether a plan is on its way, or follows when the orders are added up."""
        return self._waits or self.job.is_running()

    def start(self) -> None:
        """Plan under the limits kept with the project; while orders are added up it follows by itself."""
        self.tried = True
        self._waits = self.studies.is_running()
        if self._waits:
            self.studies.then(self.start)
            self.changed.emit()
        elif (policy := self.session.policy) is not None:
            self.plan(self.all_of(self.session.snapshot().request, policy))

    def plan(self, asked: Asked, ground: Ground | None = None) -> None:
        """Make this plan, on what a former one rests on as far as it still serves."""
        self.tried, self._waits, self.refused = True, False, None
        self.asked = asked
        give_way()  # the bar and its button are laid out first
        self.job.run(advised, asked, ground or self.ground, telling=True)
        self.changed.emit()

    def stop(self) -> None:
        """Give up."""
        self._waits = False
        self.job.cancel()
        self.changed.emit()

    def _reload(self, what: Changed, by: object) -> None:
        if what & Changed.PROJECT:
            self.asked = self.ground = self.refused = None
            self.tried = False
            self.stop()

    def _hear(self, news: tuple[Any, ...]) -> None:
        if news[0] == "ground":
            self.ground = news[1]

    def _take(self, advice: "Advice") -> None:
        self.last.take(advice, is_stale=self._has_moved())
        self.changed.emit()

    def _has_moved(self) -> bool:
        """Whether something changed while the plan was being made."""
        asked, policy, request = self.asked, self.session.policy, self.session.snapshot().request
        if asked is None or policy is None:
            return False
        now = self.all_of(request, policy)
        return (now.snapshot, now.own, now.figures) != (asked.snapshot, asked.own, asked.figures)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self.refused = error
        self.changed.emit()


def planner_of(session: Session) -> Planner:
    """The one keeper of a session."""
    return session.findChild(Planner) or Planner(session)
