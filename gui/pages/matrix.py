"""Matrix: the limits on the left, the decision on the right: table, pyramid, hosts, odds, and who was left out."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QFileDialog, QMenu, QSplitter, QVBoxLayout, QWidget

from gui import words
from gui.chosen import chosen_table
from gui.jobs import Job
from gui.pages.base import Page
from gui.pages.limits import LimitsPanel
from gui.pages.marking import Kind, toggled
from gui.pages.planview import PlanView
from gui.pages.verdict import Figures, sentences
from gui.parts import card, scrolled, text_label
from gui.saving import with_ending
from gui.session import Changed, Loaded, Session
from gui.studies import studies_of
from gui.way import give_way
from gui.words.reasons import progress
from model.batches import BatchKind
from model.intake.out.out import write_table
from model.records import Request, Snapshot

if TYPE_CHECKING:
    from model.advice import Advice
    from model.policy import Policy
    from model.repurchase.grading import Evidence


class MatrixPage(Page):
    """Asks for a plan and shows it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.studies = studies_of(session)
        self._advice: Advice | None = None
        self._request = Request()
        self.limits = LimitsPanel()
        self.verdict = text_label("section")
        self.figures = Figures()
        self.plan = PlanView(session)
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
        self.limits.retranslate()
        self.plan.retranslate()
        self._show_words()

    # ── layout ──

    def _arrange(self) -> None:
        self.add_button(lambda: self.tr("Plan as Excel…"), "export", self._export)
        self.add_button(lambda: self.tr("Report as PDF…"), "file", self.save_report)
        frame, column = card(8)
        column.addWidget(self.verdict)
        column.addWidget(self.figures)
        right = QWidget()
        stack = QVBoxLayout(right)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(10)
        stack.addWidget(frame)
        stack.addWidget(self.plan, 1)
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

    def _connect(self) -> None:
        self.limits.wanted.connect(self.recommend)
        self.limits.stopped.connect(self._job.cancel)
        self.limits.changed.connect(self._keep_request)
        self.plan.marked.connect(self.toggle)
        self.plan.menu_wanted.connect(self._menu)
        self.plan.failed.connect(self.refuse)
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
        self.plan.show_request(snapshot.request)
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
        asked = self._asked(request)
        self._request = asked.request
        give_way()  # the bar and its button are laid out first
        beside = self.session.loader({BatchKind.FIGURES})
        self._job.run(_advise, asked, self.session.policy, evidence, beside, steerable=True)

    def _asked(self, request: Request) -> Snapshot:
        """The project without locks and bans of hosts that are gone."""
        snapshot = self.session.snapshot()
        ids = frozenset(host.id for host in snapshot.influencers)
        return replace(snapshot, request=replace(request, locks=request.locks & ids, bans=request.bans & ids))

    def _take(self, advice: "Advice") -> None:
        self._advice = advice
        self._show()

    def _fail(self, error: Exception) -> None:
        self._advice = None
        self._show()
        self.refuse(error)

    # ── showing ──

    def _show(self) -> None:
        self.plan.show_advice(self._advice, self._request, self.session.policy)
        self._show_words()

    def _show_words(self) -> None:
        plan = self._advice.plan if self._advice else None
        self.verdict.setText(sentences(plan) if plan else self.tr("No plan yet"))
        self.figures.show_plan(plan)

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


def _advise(
    snapshot: Snapshot,
    policy: "Policy",
    evidence: "Mapping[str, Evidence]",
    beside: Callable[[], Loaded],
    progress: Any,
    cancelled: Any,
) -> "Advice":
    from model.advice import advise
    from model.intake.lists.extras import kept_extras

    return advise(snapshot, policy, evidence, progress, cancelled, kept_extras(beside().batches))


def _report(advice: "Advice", policy: "Policy", path: Path, language: str) -> Path:
    from gui.report import write_pdf

    write_pdf(advice, policy, path, language, datetime.now().astimezone().date())
    return path
