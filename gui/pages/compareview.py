"""The plan beside others: more or less money, a smaller share for one host, and the choices others would make."""

import math
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QTabBar, QVBoxLayout, QWidget

from gui import words
from gui.charts.view import ChartView
from gui.clock import today
from gui.jobs import Job
from gui.parts import card, make_button, text_label
from gui.scale import Space, grown
from gui.session import Session
from gui.tables import Column, RecordTable
from gui.why import why_of_tabs
from gui.words import QT_TRANSLATE_NOOP, plans
from gui.words import charts as chartwords
from gui.words.labels import label, labels
from model.records import Tier

if TYPE_CHECKING:
    from model.advice import Advice
    from model.matrix.kept import Kept
    from model.matrix.plan import Plan
    from model.matrix.scenarios import Rival, Scenarios
    from model.matrix.trial import Trial
    from model.matrix.worths import LimitWorth
    from model.policy import Policy
    from model.records import Request

TOPICS: Final = ("rivals", "money", "shares", "trials", "prices")
"""What the help calls the comparisons, in their order."""
A_SESSION: Final = QT_TRANSLATE_NOOP("Words", "{orders} orders a session")
ROW_HEIGHT: Final = 28
HEAD_HEIGHT: Final = 44
FEWEST_ROWS: Final = 4
"""Rows seen at least where a small window leaves no room for all."""
MOST_ROWS: Final = 7
NAME_WIDTH: Final = 240
LEAST_CHART: Final = 170


def _of(read: Any) -> Any:
    return lambda r: None if r.plan is None else read(r.plan)


def _said(read: Any) -> Any:
    return lambda r: words.UNKNOWN if r.plan is None else read(r.plan)


def _range(plan: "Plan") -> str:
    return words.span(plan.risk.p05, plan.risk.p95, words.money_rough)


def _loss(plan: "Plan") -> str | None:
    return "bad" if plan.risk.mean < 0 else None


RIVALS: Final[tuple[Column["Rival"], ...]] = (
    Column("way", QT_TRANSLATE_NOOP("Columns", "Way to choose"), lambda r: r.code, lambda r: plans.rival(r.code, r.name), width=0, least=166, narrow=140, free=True, among=plans.ways),
    Column("mix", QT_TRANSLATE_NOOP("Columns", "Head : waist : tail"), _of(lambda p: len(p.choices)), _said(plans.mix), "right", 140, narrow=120),
    Column("spend", QT_TRANSLATE_NOOP("Columns", "Spend"), _of(lambda p: p.spend), _said(lambda p: words.money_short(p.spend)), "right", 90, narrow=76),
    Column("long", QT_TRANSLATE_NOOP("Columns", "Long run"), _of(lambda p: p.risk.mean), _said(lambda p: words.money_rough(p.risk.mean)), "right", 96, narrow=80, colour=_of(_loss)),
    Column("range", QT_TRANSLATE_NOOP("Columns", "Nine times in ten"), _of(lambda p: p.risk.p05), _said(_range), "right", 166, narrow=140),
    Column("odds", QT_TRANSLATE_NOOP("Columns", "Odds of a loss"), _of(lambda p: p.risk.loss_probability), _said(lambda p: words.odds(p.risk.loss_probability)), "right", 124, narrow=80),
    Column("top", QT_TRANSLATE_NOOP("Columns", "Largest host"), _of(lambda p: p.concentration.top1), _said(lambda p: words.percent(p.concentration.top1)), "right", 116, narrow=80, hint=QT_TRANSLATE_NOOP("Columns", "The host's share of all slot fees")),
)  # fmt: skip


TRIALS: Final[tuple[Column["Trial"], ...]] = (
    Column("host", QT_TRANSLATE_NOOP("Columns", "Host"), lambda t: t.candidate.host.influencer.name, lambda t: t.candidate.host.influencer.name, width=0, free=True),
    Column("tier", QT_TRANSLATE_NOOP("Columns", "Level"), lambda t: t.candidate.host.followers, lambda t: label(t.candidate.host.tier), width=76, among=labels(*Tier), badge=lambda t: t.candidate.host.tier.value),
    Column("cost", QT_TRANSLATE_NOOP("Columns", "Test costs"), lambda t: t.cost, lambda t: words.money_short(t.cost), "right", 104, narrow=90, hint=QT_TRANSLATE_NOOP("Columns", "Slot fees and samples of the whole test")),
    Column("sessions", QT_TRANSLATE_NOOP("Columns", "Decide after"), lambda t: t.sessions, lambda t: plans.sessions(t.sessions, t.candidate.offer.offer.form), "right", 116, narrow=104),
    Column("keep", QT_TRANSLATE_NOOP("Columns", "Book from"), lambda t: t.keep_from, lambda t: words.say(A_SESSION, orders=words.count_short(math.ceil(t.keep_from))), "right", 150, narrow=144, hint=QT_TRANSLATE_NOOP("Columns", "So many orders a session of the test must bring")),
    Column("odds", QT_TRANSLATE_NOOP("Columns", "Odds of passing"), lambda t: t.odds, lambda t: words.odds(t.odds), "right", 116, narrow=90),
    Column("gain", QT_TRANSLATE_NOOP("Columns", "Worth of knowing"), lambda t: t.gain, lambda t: words.money_short(t.gain), "right", 130, narrow=100, hint=QT_TRANSLATE_NOOP("Columns", "What the test is expected to bring by better bookings later, beyond what it loses")),
)  # fmt: skip


WORTHS: Final[tuple[Column["LimitWorth"], ...]] = (
    Column("limit", QT_TRANSLATE_NOOP("Columns", "Limit"), lambda w: w.code, lambda w: plans.limit(w.code), width=0, free=True),
    Column("worth", QT_TRANSLATE_NOOP("Columns", "Without it, more"), lambda w: w.most, plans.worth, "right", 200, hint=QT_TRANSLATE_NOOP("Columns", "Long-run profit the plan would gain if this limit alone were lifted")),
    Column("price", QT_TRANSLATE_NOOP("Columns", "A little more of it"), lambda w: w.price, plans.price, "right", 230, hint=QT_TRANSLATE_NOOP("Columns", "What the first further unit brings, for parts of offers as well as whole ones")),
)  # fmt: skip


class CompareView(QWidget):
    """Computed when it is first looked at, for the plan shown at that time."""

    failed = Signal(Exception)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._asked: tuple[Advice, Request, Policy] | None = None
        self._found: Scenarios | None = None
        self.verdict = text_label()
        self.rivals: RecordTable[Rival] = RecordTable(RIVALS, lambda r: r.code + r.name)
        self.trials: RecordTable[Trial] = RecordTable(TRIALS, lambda t: t.id)
        self.worths: RecordTable[LimitWorth] = RecordTable(WORTHS, lambda w: w.code)
        self.kinds = QTabBar()
        self.chart = ChartView()
        self.chart.canvas.setMinimumHeight(grown(LEAST_CHART))
        self.name = QLineEdit()
        self.keep = make_button("check", self._keep)
        self.drop = make_button("delete", self._drop)
        self._table = QWidget()
        self._job = Job(self)
        self._arrange()
        self.name.returnPressed.connect(self._keep)
        self.name.textChanged.connect(lambda _text: self._allow())
        self.rivals.selected.connect(lambda _row: self._allow())
        self.kinds.currentChanged.connect(lambda _place: self._draw())
        self._job.done.connect(self._take)
        self._job.failed.connect(self._fail)

    def show_plan(self, advice: "Advice | None", request: "Request | None", policy: "Policy | None") -> None:
        """Compare with this plan, at once where it is seen."""
        self._job.cancel()
        self._found = None
        self._asked = (advice, request, policy) if advice and request and policy else None
        self._tell()
        if self.isVisible():
            self._compute()

    def showEvent(self, event: QShowEvent) -> None:
        """Seen: now it is worth the time."""
        super().showEvent(event)
        self._compute()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        names = (
            self.tr("Ways to choose"),
            self.tr("More or less money"),
            self.tr("Less on one host"),
            self.tr("Small tests first"),
            self.tr("Price of each limit"),
        )
        for place, name in enumerate(names):
            self.kinds.setTabText(place, name)
        self.keep.setText(self.tr("Keep this plan"))
        self.drop.setText(self.tr("Remove plan"))
        self.drop.setToolTip(self.tr("Remove the kept plan that is chosen in the table"))
        self.name.setPlaceholderText(self.tr("Name to keep this plan by"))
        self.name.setAccessibleName(self.name.placeholderText())
        self.kinds.setAccessibleName(self.tr("What is changed"))
        self._tell()

    # ── inside ──

    def _arrange(self) -> None:
        for _ in range(5):
            self.kinds.addTab("")
        self.kinds.setDrawBase(False)
        self.kinds.setExpanding(False)
        self.rivals.search_when_long()
        table = QVBoxLayout(self._table)
        table.setContentsMargins(0, 0, 0, 0)
        table.setSpacing(Space.NEAR)
        table.addWidget(self.verdict)
        table.addWidget(self.rivals)
        row = QHBoxLayout()
        self.name.setFixedWidth(NAME_WIDTH)
        self.name.setMaxLength(40)
        for part in (self.name, self.keep, self.drop):
            row.addWidget(part)
        row.addStretch(1)
        table.addLayout(row)
        self._frame, inner = card()
        inner.addWidget(self.chart, 1)
        top = QHBoxLayout()
        top.addWidget(self.kinds)
        top.addStretch(1)
        top.addWidget(why_of_tabs(self.kinds, [f"matrix#{topic}" for topic in TOPICS]))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.NEAR)
        column.addLayout(top)
        column.addWidget(self._table)
        column.addWidget(self._frame, 1)
        self.worths.search_when_long()
        column.addWidget(self.trials, 1)
        column.addWidget(self.worths, 1)

    def _compute(self) -> None:
        if self._asked is not None and self._found is None and not self._job.is_running():
            self._job.run(partial(_scenarios, *self._asked, self._kept()), steerable=True)
            self._tell()

    def _take(self, found: "Scenarios") -> None:
        self._found = found
        self._tell()

    def _fail(self, error: Exception) -> None:
        self._tell()
        self.failed.emit(error)

    # ── kept plans ──

    def _kept(self) -> "tuple[Kept, ...]":
        from model.matrix.kept import SETTING, unpacked

        return unpacked(self.session.setting(SETTING)) if self.session.path else ()

    def _keep(self) -> None:
        from model.matrix.kept import Kept, with_kept

        plan, name = self._asked[0].plan if self._asked else None, self.name.text().strip()
        if plan is not None and name:
            day = today()
            self._store(with_kept(self._kept(), Kept.of(name, plan, day)))
            self.name.clear()

    def _drop(self) -> None:
        row = self.rivals.current()
        if row is not None and row.name:
            self._store(tuple(one for one in self._kept() if one.name != row.name))

    def _store(self, kept: "tuple[Kept, ...]") -> None:
        from model.matrix.kept import SETTING

        self.session.put_setting(SETTING, [one.packed() for one in kept])
        self._found = None
        self._compute()

    def _allow(self) -> None:
        row = self.rivals.current()
        self.keep.setEnabled(self._asked is not None and bool(self.name.text().strip()))
        self.drop.setEnabled(row is not None and bool(row.name))

    def _tell(self) -> None:
        found = self._found
        self._tell_empty()
        self.rivals.set_rows(found.rivals if found else ())
        self.trials.set_rows(found.trials if found else ())
        self.worths.set_rows(found.worths if found else ())
        self.verdict.setText(plans.rivals(found.rivals) if found else "")
        self.verdict.setVisible(bool(self.verdict.text()))
        rows = min(max(len(found.rivals) if found else 0, FEWEST_ROWS), MOST_ROWS)
        self.rivals.setMinimumHeight(grown(ROW_HEIGHT * FEWEST_ROWS + HEAD_HEIGHT))
        self.rivals.setMaximumHeight(grown(ROW_HEIGHT * rows + HEAD_HEIGHT))
        self._allow()
        self._draw()

    def _waits(self) -> bool:
        return self._found is None and self._job.is_running()

    def _tell_empty(self) -> None:
        """Why a table has no rows."""
        waits = self.tr("Making the same plan with other limits…") if self._waits() else ""
        before = self.tr("The comparison appears with the plan.")
        self.rivals.set_empty(waits or before)
        nothing = before if self._found is None else ""
        self.worths.set_empty(waits or nothing or self.tr("No limit costs this plan anything."))
        self.trials.set_empty(waits or nothing or self.tr("No small test is worth its money in this plan."))

    def _draw(self) -> None:
        place = self.kinds.currentIndex()
        self._table.setVisible(place == 0)
        self.trials.setVisible(place == 3)
        self.worths.setVisible(place == 4)
        self._frame.setVisible(place < 3)
        if self._found is None or self._asked is None:
            waits = self.tr("The chart follows in a moment.") if self._waits() else ""
            self.chart.clear(waits or self.tr("The chart appears with the plan."))
        elif place == 0:
            self._draw_rivals(self._found)
        elif place == 1:
            self._draw_budgets(self._found, self._asked[1].budget)
        elif place == 2:
            self._draw_shares(self._found)

    def _draw_rivals(self, found: "Scenarios") -> None:
        from gui.charts.frontier import draw_rivals

        drawn = partial(draw_rivals, rivals=found.rivals)
        self.chart.show_chart(
            drawn,
            self.tr("Which way to choose earns more, and how reliably?"),
            words.sentences(
                [
                    chartwords.rivals(found.rivals),
                    self.tr("A dot is the mean, a line what holds nine times in ten; left of 0 is a loss."),
                ]
            ),
        )

    def _draw_budgets(self, found: "Scenarios", at: float) -> None:
        from gui.charts.frontier import draw_frontier
        from model.matrix.scenarios import further

        drawn = partial(
            draw_frontier, points=found.budgets, at=at, show=words.money_short, name=self.tr("budget")
        )
        text = words.sentences(
            [plans.further_budget(further(found.budgets, at)), chartwords.frontier(found.budgets)]
        )
        self.chart.show_chart(drawn, self.tr("How much money is right?"), text)

    def _draw_shares(self, found: "Scenarios") -> None:
        from gui.charts.frontier import draw_frontier
        from model.matrix.scenarios import further

        name = self.tr("most of the budget for one host")
        drawn = partial(draw_frontier, points=found.shares, at=found.share, show=words.percent, name=name)
        step = further(found.shares, found.share, down=True)
        text = words.sentences([plans.further_share(step), chartwords.frontier(found.shares)])
        self.chart.show_chart(drawn, self.tr("What does depending on fewer cost?"), text)


def _scenarios(
    advice: "Advice",
    request: "Request",
    policy: "Policy",
    kept: "tuple[Kept, ...]",
    progress: Any,
    cancelled: Any,
) -> "Scenarios":
    from model.matrix.scenarios import scenarios

    return scenarios(advice.ground.table, request, policy, progress, cancelled, kept, advice.plan)
