"""The check of orders, made once for all pages, in a worker, whenever what the orders say has changed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from gui.jobs import Job
from gui.session import Session
from gui.studies import Study, studies_of
from model.errors import Cancelled
from model.records import Influencer

if TYPE_CHECKING:
    from model.authenticity.orderaudit import OrderAudit
    from model.authenticity.orders import OrderVerdict
    from model.policy import Policy

__all__ = ["HostOrders", "OrderChecks", "order_checks_of"]


@dataclass(frozen=True, eq=False)
class HostOrders:
    """What was found of the orders of one host, for a table."""

    place: int
    name: str
    platform: str
    paid: float
    found: "OrderVerdict"

    @property
    def key(self) -> str:
        """By what he is known in the table."""
        return str(self.place)


@dataclass(frozen=True, eq=False)
class Checked:
    """The audit (None: no order names its host) and its hosts, the most doubtful first."""

    audit: "OrderAudit | None"
    rows: tuple[HostOrders, ...] = ()


class OrderChecks(QObject):
    """Keeps the check of the open project's orders up to date; views read it and listen to ``changed``."""

    changed = Signal()
    failed = Signal(object)
    progressed = Signal(str, float)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.session = session
        self.studies = studies_of(session)
        self._found: Checked | None = None
        self._job = Job(self)
        self._job.done.connect(self._take)
        self._job.failed.connect(self._fail)
        self._job.progressed.connect(self.progressed)
        self.studies.changed.connect(self.start)
        self.start()

    @property
    def checked(self) -> Checked | None:
        """The latest check; None while none is there."""
        return self._found

    @property
    def audit(self) -> "OrderAudit | None":
        """What was found of the orders; None while nothing is known."""
        return self._found.audit if self._found else None

    def is_running(self) -> bool:
        """Whether a check is on its way."""
        return self._job.is_running()

    def start(self) -> None:
        """Check the orders as they are now; what was found before no longer holds."""
        self._found = None
        study, policy = self.studies.study, self.session.policy
        if study is None or policy is None:
            self._job.cancel()
        else:
            self._job.run(check_study, study, policy, self.session.snapshot().influencers, steerable=True)
        self.changed.emit()

    def stop(self) -> None:
        """Give up; :meth:`start` begins anew."""
        self._job.cancel()
        self.changed.emit()

    def _take(self, found: Checked) -> None:
        self._found = found
        self.changed.emit()

    def _fail(self, error: Exception) -> None:
        self.changed.emit()
        self.failed.emit(error)


def order_checks_of(session: Session) -> OrderChecks:
    """The one keeper of a session."""
    return session.findChild(OrderChecks) or OrderChecks(session)


def check_study(
    study: Study,
    policy: "Policy",
    roster: Sequence[Influencer],
    progress: Any,
    cancelled: Callable[[], bool],
) -> Checked:
    """Check the orders of a study (for a worker)."""
    from model.authenticity.orderaudit import audit_sales
    from model.authenticity.orders import worst

    sums = study.sums
    audit = audit_sales(sums.sales, sums.beside, policy, roster, progress, cancelled)
    if audit is None:
        return Checked(None)
    rows = []
    for place in worst(audit.check):
        if cancelled():
            raise Cancelled
        told = audit.check.host(place)
        platform = audit.hosts.platforms[place]
        rows.append(HostOrders(place, audit.name(place), platform, float(audit.paid[place]), told))
    return Checked(audit, tuple(rows))
