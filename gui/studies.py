"""What the orders say, worked out once for all pages, in a worker, whenever files, products or figures change."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from gui import clock
from gui.jobs import Job
from gui.session import ACCOUNTS, BatchHead, Changed, Session
from gui.words import imports
from model.batches import BatchKind
from model.errors import Problem, Reason
from model.records import Product

if TYPE_CHECKING:
    from model.batches import Batch
    from model.beliefs import Knowledge
    from model.insight import Insight, Portrait
    from model.intake.joined.lines import JoinFact, Lines
    from model.intake.joined.sales import Sales
    from model.intake.joined.summaries import Summary
    from model.policy import Policy
    from model.repurchase.grading import Evidence

NOTHING: Mapping[str, Any] = {}


@dataclass(frozen=True, eq=False)
class Sums:
    """All that is worked out of the lines of every file, and the files that could not be read back.

    ``beside`` are the batches that are no orders.
    """

    summary: "Summary"
    joins: "tuple[JoinFact, ...]"
    problems: tuple[Problem, ...]
    titles: Mapping[tuple[str, str], Mapping[str, str]]
    lines: "Lines"
    sales: "Sales"
    beside: "tuple[Batch, ...]" = ()

    def remarks(self) -> tuple[str, ...]:
        """What else is to be said of the lines: other money, files that disagree, hosts known by two ids."""
        overview = self.summary.overview
        return (
            imports.foreign_part(overview),
            imports.check_part(self.joins),
            imports.person_part(self.lines.persons),
        )


@dataclass(frozen=True, eq=False)
class Study:
    """The sums over all files, and what they say of customers with the figures and products of the moment."""

    sums: Sums
    insight: "Insight"


class Studies(QObject):
    """Keeps the study of the open project up to date; pages read it and listen to ``changed``.

    The joined lines stay in memory, so that another product or another figure does not read the files again.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.session = session
        self._study: Study | None = None
        self._sums: Sums | None = None
        self._accounts: Any = ()
        self._heads: tuple[BatchHead, ...] = ()
        self._awaiting: Callable[[], object] | None = None
        self._job = Job(self)
        self._job.done.connect(self._take)
        self._job.failed.connect(self._fail)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._start)
        session.changed.connect(self._reload)
        self._soon.start()

    @property
    def study(self) -> Study | None:
        """The latest study; None while none is there."""
        return self._study

    @property
    def sales(self) -> "Sales | None":
        """What the shop has sold; None while that is not added up."""
        return self._study.sums.sales if self._study else None

    @property
    def evidence(self) -> "Mapping[str, Evidence]":
        """What orders say, by product name; empty while nothing is known."""
        return self._study.insight.history.products if self._study else NOTHING

    def silent(self, product: str) -> Reason | None:
        """Why orders say nothing of a product of the catalogue; None where they do, or while there are none."""
        return self._study.insight.history.silent(product) if self._study else None

    @property
    def known(self) -> "Knowledge":
        """What orders tell a forecast beyond the policy; nothing while they are not studied."""
        from model.beliefs import NOTHING as UNKNOWN

        return self._study.insight.known if self._study else UNKNOWN

    def is_running(self) -> bool:
        """Whether a newer study is on its way."""
        return self._job.is_running() or (self._soon.isActive() and self._can_start())

    def then(self, action: Callable[[], object]) -> None:
        """Do this once, when the study on its way is there (or has failed); asked again it is still done once."""
        self._awaiting = action

    def _reload(self, what: Changed, by: object) -> None:
        if what & Changed.INFLUENCERS and self._known_accounts() != self._accounts:
            what |= Changed.ORDERS  # a roster has told of two ids that are one host
        elif not what & Changed.PROJECT and self.session.line_batches() == self._heads:
            what &= ~Changed.ORDERS  # figures beside hosts came or went
        if what & (Changed.ORDERS | Changed.PROJECT):
            known = self._study is not None
            self._study = self._sums = self._awaiting = None
            self._job.cancel()
            if known:
                self.changed.emit()
        if what & (Changed.ORDERS | Changed.PROJECT | Changed.PRODUCTS | Changed.POLICY):
            self._soon.start()

    def _start(self) -> None:
        session = self.session
        if session.policy is None or not self._can_start():
            return
        today = clock.today()
        products = session.snapshot().products
        self._accounts, self._heads = self._known_accounts(), session.line_batches()
        again = self._sums or partial(sum_up, session.loader(), today, self._accounts)
        self._job.run(study_all, again, self._heads, products, session.policy, today)

    def _known_accounts(self) -> Any:
        return (self.session.setting(ACCOUNTS) if self.session.path else None) or ()

    def _can_start(self) -> bool:
        return self.session.policy is not None and bool(self.session.line_batches())

    def _take(self, study: Study) -> None:
        self._study, self._sums = study, study.sums
        self.changed.emit()
        self._go_on()

    def _fail(self, error: Exception) -> None:
        self._study = None
        self.failed.emit(error)
        self._go_on()

    def _go_on(self) -> None:
        action, self._awaiting = self._awaiting, None
        if action is not None:
            action()


def studies_of(session: Session) -> Studies:
    """The one keeper of a session."""
    return session.findChild(Studies) or Studies(session)


def study_all(
    sums: Sums | Callable[[], Sums],
    heads: Sequence[BatchHead],
    products: Sequence[Product],
    policy: "Policy",
    today: dt.date,
) -> Study:
    """See who comes back, after all lines were summed up unless that was done before (for a worker)."""
    from model.insight import insight

    known = sums if isinstance(sums, Sums) else sums()
    return Study(known, insight(known.sales, heads, products, policy, today))


def sum_up(load: Callable[[], Any], today: dt.date, accounts: Any = ()) -> Sums:
    """Load all lines, join them and sum them up; ``accounts`` are the pairs of ids of one host."""
    from model.intake.joined.joining import join
    from model.intake.joined.sales import sales_of
    from model.intake.joined.summary import summary
    from model.intake.layouts.layouts import every_layout

    loaded = load()
    lines = join(loaded.batches, accounts)
    sales = sales_of(lines, today)
    titles = {(layout.kind, layout.name): layout.titles for layout in every_layout()}
    beside = tuple(batch for batch in loaded.batches if batch.kind is not BatchKind.ORDERS)
    return Sums(summary(sales), lines.joins, loaded.problems, titles, lines, sales, beside)


def portray(study: Study, name: str, policy: "Policy") -> "Portrait":
    """Everything shown of one product, or of the shop under the empty name (for a worker)."""
    from model.insight import portrait

    return portrait(study.insight, name, policy)
