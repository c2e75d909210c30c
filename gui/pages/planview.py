"""One plan from every side: its table with each host's story, pictures, comparisons, and who was left out."""

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from gui import words
from gui.buttons import make_button
from gui.charts.view import ChartView
from gui.chosen import ON_SCREEN
from gui.pages.compareview import CompareView
from gui.pages.hoststory import HostStory
from gui.pages.learntview import LearntView
from gui.pages.marking import Marks
from gui.pages.matrixtables import REJECTED
from gui.pages.points import Points, side_by_side
from gui.pages.rejectedstory import RejectedStory
from gui.pages.riskview import RiskView
from gui.pages.single import SingleHost
from gui.parts import Squeezed, in_card, scrolled
from gui.scale import Space
from gui.session import Session
from gui.splitter import Splitter
from gui.tables import RecordTable
from gui.why import why_of_tabs
from gui.words import charts as chartwords
from gui.words import plans
from gui.words.reasons import reason
from gui.words.risks import shared_stock
from model.records import Request, Tier

if TYPE_CHECKING:
    from model.advice import Advice
    from model.learning.learned import Learned
    from model.matrix.plan import Choice, Plan, Rejected
    from model.policy import Policy

STORY_WIDTH: Final = 276
TABLE_WIDTH: Final = 602
TABLE_HEIGHT: Final = 330
CAUTION_HEIGHT: Final = 120
TOPICS: Final = ("table", "pyramid", "all-hosts", "risk", "concentration", "compare", "left-out", "learnt")
"""What the help calls the tabs, in their order."""


class PlanView(QTabWidget):
    """``marked``: hosts are to be locked or banned; ``menu_wanted``: the menu of one host, by id, name and place."""

    marked = Signal(object, str)
    menu_wanted = Signal(str, str, QPoint)
    booking_wanted = Signal(str, QPoint)
    failed = Signal(Exception)

    def __init__(
        self, session: Session, parent: QWidget | None = None, *, compare: CompareView | None = None
    ) -> None:
        super().__init__(parent)
        self._plan: Plan | None = None
        self._policy: Policy | None = None
        self.choices: RecordTable[Choice] = RecordTable(ON_SCREEN, lambda c: c.id)
        self.rejected: RecordTable[Rejected] = RecordTable(REJECTED, lambda r: r.id)
        self.marks = (Marks(self.choices), Marks(self.rejected))
        self.book = make_button("check", self._ask_booking)
        self.book.setEnabled(False)
        self.choices.bar.addWidget(self.book)
        QWidget.setTabOrder([*self.marks[0].buttons.values()][-1], self.book)
        self.story, self.left_out = HostStory(), RejectedStory()
        self.without, self.ways_in = SingleHost(self), SingleHost(self)
        self.warnings = Points()
        self.pyramid, self.hosts, self.spread, self.overlap = (ChartView() for _ in range(4))
        self.risk = RiskView()
        self.compare = CompareView(session) if compare is None else compare
        self.learnt = LearntView()
        self._learned: Learned | None = None
        self._out = self._rejected_page()
        self._pages = (
            self._plan_page(),
            in_card(self.pyramid),
            in_card(self.hosts),
            self.risk,
            self._spread_page(),
            self.compare,
            self._out,
            self.learnt,
        )
        for page in self._pages:
            self._add(page)
        self.setTabVisible(self._pages.index(self.learnt), False)
        why_of_tabs(self, [f"matrix#{topic}" for topic in TOPICS])
        self._connect()

    def show_advice(self, advice: "Advice | None", request: Request, policy: "Policy | None") -> None:
        """Show this plan, or that there is none."""
        self._plan = plan = advice.plan if advice else None
        self._policy = policy
        for questions in (self.without, self.ways_in):
            questions.use(advice, request, policy)
        self.choices.set_rows(plan.choices if plan else ())
        sold = {choice.candidate.worth.product.id for choice in plan.choices} if plan else set()
        self.choices.show_column("product", len(sold) > 1)
        self.rejected.set_rows(plan.rejected if plan else ())
        self.compare.show_plan(advice, request, policy)
        self._learned = advice.learned if advice else None
        self.learnt.show_learned(self._learned)
        self.setTabVisible(self._pages.index(self.learnt), self._learned is not None)
        if plan and plan.choices and self.choices.current() is None:  # else the same host stays chosen
            self.choices.choose(plan.choices[0].id)
        self._show_words()
        self._ask_without(self.choices.current())
        self._tell_left_out(self.rejected.current())

    def show_request(self, request: Request) -> None:
        """Tell who is locked or banned now."""
        for marks in self.marks:
            marks.show_request(request)

    def retranslate(self) -> None:
        """Say everything in the language of the moment; nothing is computed again."""
        names = (
            self.tr("The plan"),
            self.tr("Pyramid"),
            self.tr("All hosts"),
            self.tr("Profit and loss"),
            self.tr("Concentration"),
            self.tr("Compare"),
            self.tr("Left out"),
            self.tr("Learned"),
        )
        for place, name in enumerate(names):
            self.setTabText(place, name)
        self.choices.set_empty(self.tr("Set the limits on the left and press “Recommend”."))
        self.rejected.set_empty(self.tr("Everyone is in the plan, or there is no plan yet."))
        self.book.setText(self.tr("Booked…"))
        self.book.setToolTip(self.tr("The chosen host is booked already: say on which offer"))
        for part in (*self.marks, self.compare, self.learnt, self.story, self.left_out):
            part.retranslate()
        self._show_words()

    # ── layout ──

    def _add(self, widget: QWidget) -> None:
        page = Squeezed()
        inner = QVBoxLayout(page)
        inner.setContentsMargins(0, Space.APART, 0, 0)
        inner.addWidget(widget)
        self.addTab(scrolled(page), "")

    def _plan_page(self) -> QWidget:
        left = Splitter(Qt.Orientation.Vertical)
        self._caution = scrolled(side_by_side(self.warnings))
        self.choices.setMinimumHeight(200)
        left.addWidget(self.choices)
        left.addWidget(self._caution)
        left.setSizes([TABLE_HEIGHT, CAUTION_HEIGHT])
        left.setStretchFactor(0, 1)
        return _beside(left, self.story)

    def _rejected_page(self) -> QWidget:
        return _beside(self.rejected, self.left_out)

    def _spread_page(self) -> QWidget:
        split = Splitter(Qt.Orientation.Horizontal)
        for chart in (self.spread, self.overlap):
            split.addWidget(chart)  # no card: on a small screen its edges would cut the words of the axes
        split.setSizes([1, 1])
        split.setHandleWidth(Space.INSIDE)
        return split

    def _connect(self) -> None:
        self.choices.selected.connect(self._tell_story)
        self.choices.selected.connect(lambda choice: self.book.setEnabled(choice is not None))
        self.choices.selected.connect(self._ask_without)
        self.rejected.selected.connect(self._tell_left_out)
        self.without.told.connect(lambda _row, found: self.story.show_without(found))
        self.ways_in.told.connect(self.left_out.show_row)
        for questions in (self.without, self.ways_in):
            questions.failed.connect(self.failed)
        for marks in self.marks:
            marks.wanted.connect(self.marked)
        self.choices.has_menu = self.rejected.has_menu = False
        self.choices.context.connect(self._choice_menu)
        self.rejected.context.connect(self._rejected_menu)
        self.hosts.picked.connect(self.pick)
        self.overlap.picked.connect(self.pick)
        self.compare.failed.connect(self.failed)

    # ── showing ──

    def _show_words(self) -> None:
        """All but the tables, which speak the language of the moment by themselves."""
        plan = self._plan
        self.risk.show_plan(plan)
        if plan is None:
            for chart in (self.pyramid, self.hosts, self.spread, self.overlap):
                chart.clear(self.tr("The chart appears with the plan."))
        else:
            self._show_pyramid(plan)
            self._show_hosts(plan)
            self._show_spread(plan)
            self._show_overlap(plan)
        warnings = [reason(one) for one in plan.warnings] if plan else []
        self.warnings.tell(self.tr("Please note") if warnings else "", warnings)
        self._caution.setVisible(bool(warnings))
        self._tell_story(self.choices.current())

    def _show_pyramid(self, plan: "Plan") -> None:
        from gui.charts import matrix

        counts = {tier: total.count for tier, total in plan.tiers.items()}
        profit = {tier: words.percent(_share(plan, tier)) for tier in Tier}
        text = self.tr(
            "{0} head, {1} waist and {2} tail hosts; heads bring {3} of the long-run profit, waists {4}, tails {5}."
        )
        self.pyramid.show_chart(
            partial(matrix.draw_pyramid, tiers=plan.tiers),
            self.tr("Who carries the plan?"),
            words.sentences(
                [
                    text.format(
                        counts[Tier.HEAD], counts[Tier.WAIST], counts[Tier.TAIL], *(profit[t] for t in Tier)
                    ),
                    shared_stock(plan.risk),
                ]
            ),
        )

    def _show_hosts(self, plan: "Plan") -> None:
        from gui.charts import matrix

        self.hosts.show_chart(
            partial(matrix.draw_hosts, points=plan.points),
            self.tr("Who brings orders cheaply?"),
            words.sentences(
                [
                    chartwords.cheapest(plan.points),
                    self.tr(
                        "Lower is cheaper, further right is more reach. The {0} chosen of {1} hosts are drawn large; click one to see it."
                    ).format(len(plan.choices), len(plan.points)),
                ]
            ),
        )

    def _show_spread(self, plan: "Plan") -> None:
        from gui.charts.concentration import draw_concentration
        from model.matrix.leaders import leaders

        found = leaders(plan)
        self.spread.show_chart(
            partial(draw_concentration, leaders=found),
            self.tr("How much hangs on the largest hosts?"),
            plans.concentration(found),
        )

    def _show_overlap(self, plan: "Plan") -> None:
        from gui.charts.overlap import draw_overlap

        if len(plan.common.ids) < 2:
            self.overlap.clear(plans.overlap(plan))
            return
        self.overlap.show_chart(
            partial(draw_overlap, common=plan.common),
            self.tr("Which hosts reach the same people?"),
            plans.overlap(plan),
        )

    def _tell_story(self, choice: Any) -> None:
        """Why the chosen host is in."""
        learned = self._learned.change(choice.id) if self._learned and choice else None
        self.story.show_choice(choice, self._policy, learned)

    def _ask_without(self, choice: Any) -> None:
        """What the plan would be without the chosen host."""
        self.without.ask(choice)

    def _tell_left_out(self, row: Any) -> None:
        """Why this host is out, and what would bring him in."""
        from model.matrix.single import ASIDE

        self.left_out.show_row(row)
        self.ways_in.ask(None if row is None or row.reason in ASIDE else row)

    def pick(self, host: str) -> None:
        """Show a host where he stands: in the plan, or among those left out."""
        for table, page in ((self.choices, self._pages[0]), (self.rejected, self._out)):
            if table.choose(host):
                self.setCurrentIndex(self._pages.index(page))
                return

    # ── menus ──

    def _choice_menu(self, choice: Any, place: QPoint) -> None:
        if choice is not None:
            self.menu_wanted.emit(choice.id, choice.candidate.host.influencer.name, place)

    def _ask_booking(self) -> None:
        if (choice := self.choices.current()) is not None:
            self.booking_wanted.emit(choice.id, self.book.mapToGlobal(self.book.rect().bottomLeft()))

    def _rejected_menu(self, row: Any, place: QPoint) -> None:
        if row is not None:
            self.menu_wanted.emit(row.id, row.name, place)


def _beside(left: QWidget, story: QWidget) -> Splitter:
    """A table with the story of its chosen row at its right."""
    split = Splitter(Qt.Orientation.Horizontal)
    split.addWidget(left)
    split.addWidget(scrolled(story))
    split.setSizes([TABLE_WIDTH, STORY_WIDTH])
    split.setStretchFactor(0, 1)
    return split


def _share(plan: "Plan", tier: Tier) -> float:
    total = sum(max(t.long_profit, 0.0) for t in plan.tiers.values())
    return max(plan.tiers[tier].long_profit, 0.0) / total if total else 0.0
