"""Matrix: the limits on the left, the decision on the right: table, pyramid, hosts, odds, and who was left out."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QMenu,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from gui import words
from gui.charts.view import ChartView
from gui.chosen import ON_SCREEN, chosen_table
from gui.jobs import Job
from gui.pages.base import Page
from gui.pages.limits import LimitsPanel
from gui.pages.marking import Kind, Marks, toggled
from gui.pages.matrixtables import REJECTED
from gui.pages.points import Points, side_by_side
from gui.pages.verdict import Figures, sentences
from gui.parts import card, scrolled, text_label
from gui.saving import with_ending
from gui.session import Changed, Session
from gui.studies import studies_of
from gui.tables import RecordTable
from gui.words.reasons import progress, reason
from model.intake.out.out import write_table
from model.records import Request, Snapshot, Tier

if TYPE_CHECKING:
    from model.advice import Advice
    from model.matrix.plan import Choice, Plan, Rejected
    from model.policy import Policy
    from model.repurchase.grading import Evidence


class MatrixPage(Page):
    """Asks for a plan and shows it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.studies = studies_of(session)
        self._advice: Advice | None = None
        self.limits = LimitsPanel()
        self.verdict = text_label("section")
        self.figures = Figures()
        self.choices: RecordTable[Choice] = RecordTable(ON_SCREEN, lambda c: c.id)
        self.rejected: RecordTable[Rejected] = RecordTable(REJECTED, lambda r: r.id)
        self.marks = (Marks(self.choices), Marks(self.rejected))
        self.story, self.warnings = Points(), Points()
        self.pyramid, self.hosts, self.risk = ChartView(), ChartView(), ChartView()
        self.tabs = QTabWidget()
        self._job = Job(self)
        self._reporter = Job(self)
        self._arrange()
        self._connect()
        self.retranslate()
        self._reload(Changed.REQUEST | Changed.PRODUCTS, None)

    def title(self) -> str:
        """The page's name."""
        return self.tr("Host matrix")

    def subtitle(self) -> str:
        """What it is for."""
        return self.tr("Whom to hire, on which offer, and what comes of it")

    def retranslate(self) -> None:
        """Say everything in the language of the moment; nothing is computed again."""
        super().retranslate()
        names = (
            self.tr("The plan"),
            self.tr("Pyramid"),
            self.tr("All hosts"),
            self.tr("Profit and loss"),
            self.tr("Left out"),
        )
        for place, name in enumerate(names):
            self.tabs.setTabText(place, name)
        self.choices.set_empty(self.tr("Set the limits on the left and press “Recommend”."))
        self.rejected.set_empty(self.tr("Everyone is in the plan, or there is no plan yet."))
        self.limits.retranslate()
        for marks in self.marks:
            marks.retranslate()
        self._show_words()

    # ── layout ──

    def _arrange(self) -> None:
        self.add_button(lambda: self.tr("Plan as Excel…"), "export", self._export)
        self.add_button(lambda: self.tr("Report as PDF…"), "file", self.save_report)
        frame, column = card(8)
        column.addWidget(self.verdict)
        column.addWidget(self.figures)
        self._tab(self._plan_tab())
        for part in (self.pyramid, self.hosts, self.risk, self.rejected):
            self._tab(part)
        right = QWidget()
        stack = QVBoxLayout(right)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(10)
        stack.addWidget(frame)
        stack.addWidget(self.tabs, 1)
        self.splitter = QSplitter()
        left = QWidget()
        left.setMinimumWidth(222)
        panel = QVBoxLayout(left)
        panel.setContentsMargins(0, 0, 0, 0)
        panel.setSpacing(0)
        panel.addWidget(scrolled(self.limits), 1)
        panel.addWidget(self.limits.foot)
        self.splitter.addWidget(left)
        self.splitter.addWidget(right)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([236, 920])
        self.splitter.setChildrenCollapsible(False)
        self.body.addWidget(self.splitter, 1)

    def _tab(self, widget: QWidget) -> None:
        page = QWidget()
        inner = QVBoxLayout(page)
        inner.setContentsMargins(0, 10, 0, 0)
        inner.addWidget(widget)
        self.tabs.addTab(page, "")

    def _plan_tab(self) -> QWidget:
        split = QSplitter(Qt.Orientation.Vertical)
        self.choices.setMinimumHeight(200)
        split.addWidget(self.choices)
        split.addWidget(scrolled(side_by_side(self.story, self.warnings)))
        split.setSizes([358, 164])
        split.setStretchFactor(0, 1)
        split.setChildrenCollapsible(False)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(split)
        return holder

    def _connect(self) -> None:
        self.limits.wanted.connect(self.recommend)
        self.limits.stopped.connect(self._job.cancel)
        self.limits.changed.connect(self._keep_request)
        self.choices.selected.connect(self._tell_story)
        for marks in self.marks:
            marks.wanted.connect(self.toggle)
        self.choices.context.connect(self._choice_menu)
        self.rejected.context.connect(self._rejected_menu)
        self.hosts.picked.connect(self._pick)
        self._job.done.connect(self._take)
        self._job.failed.connect(self._fail)
        self._job.progressed.connect(lambda code, share: self.limits.show_progress(progress(code), share))
        self._job.running.connect(self.limits.set_running)
        self._reporter.done.connect(
            lambda path: self.notice.say(self.tr("Saved: {0}").format(str(path)), "good")
        )
        self._reporter.failed.connect(self.refuse)
        self.session.changed.connect(self._reload)

    # ── the project ──

    def _reload(self, what: Changed, by: object) -> None:
        snapshot = self.session.snapshot()
        if what & Changed.PROJECT:
            self._job.cancel()
            self._advice = None
            self.notice.hide()
            self._show()
        if what & Changed.PRODUCTS or by is not self:
            self.limits.show_request(
                snapshot.request, snapshot.products, {h.id: h.name for h in snapshot.influencers}
            )
        for marks in self.marks:
            marks.show_request(snapshot.request)
        asked = self._advice is not None or self._job.is_running()
        if asked and what & ~Changed.PROJECT:
            self.notice.say(
                self.tr("Something changed since this plan was made. Press “Recommend” again."), "warn"
            )

    def _keep_request(self) -> None:
        request = self.limits.request(self.session.snapshot().request)
        if request is not None:
            self.try_to(lambda: self.session.save_request(request, by=self))

    # ── planning ──

    def recommend(self) -> None:
        """Ask the model for the best matrix under the limits shown."""
        request = self.limits.request(self.session.snapshot().request, complain=True)
        if self.session.policy is None:
            self.notice.say(
                self.tr("The figures of the model are still being read. Try again in a moment."), "warn"
            )
            return
        if request is None:
            return
        if self.studies.is_running():
            self.studies.then(self.recommend)
            self.notice.say(
                self.tr("The orders are still being added up; the plan follows by itself."), "warn"
            )
            return
        if not self.try_to(lambda: self.session.save_request(request, by=self)):
            return
        self.notice.hide()
        evidence = self.studies.evidence
        self._job.run(_advise, self._asked(request), self.session.policy, evidence, steerable=True)

    def _asked(self, request: Request) -> Snapshot:
        """The project without locks and bans of hosts that are gone."""
        snapshot = self.session.snapshot()
        ids = frozenset(host.id for host in snapshot.influencers)
        return replace(snapshot, request=replace(request, locks=request.locks & ids, bans=request.bans & ids))

    def _take(self, advice: "Advice") -> None:
        self._advice = advice
        self._show()
        if advice.plan and advice.plan.choices:
            self.choices.choose(advice.plan.choices[0].id)

    def _fail(self, error: Exception) -> None:
        self._advice = None
        self._show()
        self.refuse(error)

    # ── showing ──

    def _show(self) -> None:
        plan = self._advice.plan if self._advice else None
        self.choices.set_rows(plan.choices if plan else ())
        sold = {choice.candidate.worth.product.id for choice in plan.choices} if plan else set()
        self.choices.show_column("product", len(sold) > 1)
        self.rejected.set_rows(plan.rejected if plan else ())
        self._show_words()

    def _show_words(self) -> None:
        """All but the tables, which speak the language of the moment by themselves."""
        plan = self._advice.plan if self._advice else None
        self.verdict.setText(sentences(plan) if plan else self.tr("No plan yet"))
        self.figures.show_plan(plan)
        if plan is None:
            for chart in (self.pyramid, self.hosts, self.risk):
                chart.clear(self.tr("The picture appears with the plan."))
        else:
            self._show_charts(plan)
        self._tell_story(self.choices.current())

    def _show_charts(self, plan: "Plan") -> None:
        from gui.charts import matrix

        counts = {tier: total.count for tier, total in plan.tiers.items()}
        profit = {tier: words.percent(_share(plan, tier)) for tier in Tier}
        text = self.tr(
            "{0} head, {1} waist and {2} tail hosts; heads bring {3} of the long-run profit, waists {4}, tails {5}."
        )
        self.pyramid.show_chart(
            partial(matrix.draw_pyramid, tiers=plan.tiers),
            self.tr("Who carries the plan?"),
            text.format(counts[Tier.HEAD], counts[Tier.WAIST], counts[Tier.TAIL], *(profit[t] for t in Tier)),
        )
        self.hosts.show_chart(
            partial(matrix.draw_hosts, points=plan.points),
            self.tr("Who brings orders cheaply?"),
            self.tr(
                "Lower is cheaper, further right is more reach. The {0} chosen of {1} hosts are drawn large; click one to see it."
            ).format(len(plan.choices), len(plan.points)),
        )
        risk = plan.risk
        self.risk.show_chart(
            partial(matrix.draw_risk, risk=risk),
            self.tr("What may I earn, and lose?"),
            self.tr(
                "In {0} of 100 cases the plan loses money within the horizon; on first sales alone in {1} of 100. From {2} simulated runs."
            ).format(
                round(risk.loss_probability * 100),
                round(risk.first_loss_probability * 100),
                words.number(risk.draws),
            ),
        )

    def _tell_story(self, choice: Any) -> None:
        """Why the chosen host is in, and what to beware of in the whole plan."""
        plan = self._advice.plan if self._advice else None
        if choice is not None:
            self.story.tell(choice.candidate.host.influencer.name, [reason(one) for one in choice.reasons])
        else:
            self.story.tell(self.tr("Choose a host in the table to see why he is in.") if plan else "")
        warnings = [reason(one) for one in plan.warnings] if plan else []
        self.warnings.tell(self.tr("Mind") if warnings else "", warnings)

    def _pick(self, host: str) -> None:
        if self.choices.choose(host):
            self.tabs.setCurrentIndex(0)
        elif self.rejected.choose(host):
            self.tabs.setCurrentIndex(4)

    # ── out ──

    def save_report(self) -> None:
        """Ask for a file and write the plan as a PDF, in a worker."""
        if self._advice is None:
            self.notice.say(self.tr("There is no plan yet: press “Recommend” first."), "warn")
            return
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Report as PDF"), f"{self.session.name}.pdf", self.tr("PDF (*.pdf)")
        )
        if name:
            self.write_report(with_ending(name, ".pdf"))

    def write_report(self, path: Path) -> None:
        """Write the plan shown as a PDF."""
        self._reporter.run(_report, self._advice, self.session.policy, path, words.language())

    def _export(self) -> None:
        plan = self._advice.plan if self._advice else None
        path = self.ask_save(self.tr("Save the plan"), self.tr("plan.xlsx")) if plan else None
        if plan is None:
            self.notice.say(self.tr("There is no plan yet: press “Recommend” first."), "warn")
        elif path is not None and self.try_to(lambda: write_table(path, chosen_table(plan.choices))):
            self.notice.say(self.tr("Saved: {0}").format(str(path)), "good")

    # ── locking and banning ──

    def _choice_menu(self, choice: Any, place: QPoint) -> None:
        if choice is not None:
            self._menu(choice.id, choice.candidate.host.influencer.name, place)

    def _rejected_menu(self, row: Any, place: QPoint) -> None:
        if row is not None:
            self._menu(row.id, row.name, place)

    def _menu(self, host: str, name: str, place: QPoint) -> None:
        menu = self.lock_menu(host, name)
        menu.exec(place)
        menu.deleteLater()

    def lock_menu(self, host: str, name: str) -> QMenu:
        """Lock or ban one host, or let him free again, and recommend anew."""
        menu = QMenu(self)
        request = self.session.snapshot().request
        lock = self.tr("Unlock “{0}”") if host in request.locks else self.tr("Lock “{0}” into the plan")
        ban = self.tr("Lift the ban on “{0}”") if host in request.bans else self.tr("Ban “{0}”")
        menu.addAction(lock.format(name)).triggered.connect(lambda: self.toggle(host, "locks"))
        menu.addAction(ban.format(name)).triggered.connect(lambda: self.toggle(host, "bans"))
        return menu

    def toggle(self, hosts: str | frozenset[str], kind: Kind) -> None:
        """Lock or ban hosts, or let them free where all are marked already, and recommend again."""
        wanted = frozenset({hosts}) if isinstance(hosts, str) else hosts
        request = toggled(self.session.snapshot().request, wanted, kind)
        if self.try_to(lambda: self.session.save_request(request, by=None)):
            self.recommend()


def _share(plan: "Plan", tier: Tier) -> float:
    total = sum(max(t.long_profit, 0.0) for t in plan.tiers.values())
    return max(plan.tiers[tier].long_profit, 0.0) / total if total else 0.0


def _advise(
    snapshot: Snapshot, policy: "Policy", evidence: "Mapping[str, Evidence]", progress: Any, cancelled: Any
) -> "Advice":
    from model.advice import advise

    return advise(snapshot, policy, evidence, progress, cancelled)


def _report(advice: "Advice", policy: "Policy", path: Path, language: str) -> Path:
    from gui.report import write_pdf

    write_pdf(advice, policy, path, language, datetime.now().astimezone().date())
    return path
