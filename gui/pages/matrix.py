"""Matrix: the limits on the left, the decision on the right: table, pyramid, hosts, odds, and who was left out."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from gui import clock, words
from gui.announcing import say_aloud
from gui.jobs import Job
from gui.lastplan import last_plan_of
from gui.pages.base import Page
from gui.pages.compareview import CompareView
from gui.pages.learntasks import differs
from gui.pages.limits import LimitsPanel
from gui.pages.marking import Kind, booked, toggled
from gui.pages.planner import planner_of
from gui.pages.planview import PlanView
from gui.pages.printable import plan_book, plan_paper
from gui.pages.quicklook import QuickLook
from gui.pages.verdict import Figures, at_a_glance, best_so_far, sentences
from gui.parts import card, scrolled, set_tone, text_label
from gui.press import printed_to
from gui.saving import ask_pdf
from gui.scale import Space
from gui.session import Changed, Session
from gui.splitter import Splitter
from gui.studies import studies_of
from gui.why import why
from gui.words.labels import deal as called
from gui.words.plans import sessions
from gui.words.reasons import progress
from model.errors import UserError
from model.records import Offer, Request

if TYPE_CHECKING:
    from model.advice import Advice
    from model.matrix.preview import Glance


NARROWEST = 236
"""Pixels of the limits with every limit open and the bar that scrolls them: fewer cut their right edge."""
MOST_BOOKED = 12
"""Sessions of one offer that the menu lists; more are typed on the left."""


class MatrixPage(Page):
    """Asks for a plan and shows it."""

    def __init__(self, session: Session, made: tuple[LimitsPanel, PlanView] | None = None) -> None:
        super().__init__(session)
        self.studies = studies_of(session)
        self.last, self.planner = last_plan_of(session), planner_of(session)
        self._advice: Advice | None = None
        self.limits, self.plan = made or (LimitsPanel(), PlanView(session))
        self.verdict = text_label("section")
        self.figures = Figures()
        self.mark = text_label("badge", wrap=False)
        self.quick = QuickLook(self)
        self._glance: Glance | None = None
        self._job = self.planner.job
        self._differ = Job(self)
        self._arrange()
        self._connect()
        self.retranslate()
        self._reload(Changed.REQUEST | Changed.PRODUCTS, None)

    @classmethod
    def in_parts(cls, session: Session) -> Iterator[Self | None]:
        """The limits, the comparison and the plan are as much as the rest of the page."""
        limits, compare = LimitsPanel(), CompareView(session)
        yield None
        plan = PlanView(session, compare=compare)
        yield None
        yield cls(session, (limits, plan))

    def looked_at(self) -> None:
        """What is asked first is the budget."""
        if not self.limits.form.values()["budget"]:
            self.limits.form.editor("budget").setFocus()

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

    def pieces(self) -> tuple[Callable[[], object], ...]:
        """A plan that was made before anybody looked here, or is being made."""
        return (self._catch_up,)

    def _catch_up(self) -> None:
        if self._job.is_running() and not self.limits.is_running():  # else the best plan so far would be gone
            self.limits.set_running(True)
        self._adopt()

    # ── layout ──

    def _arrange(self) -> None:
        self.add_button(lambda: self.tr("Plan as Excel…"), "export", self._export)
        self.add_button(lambda: self.tr("Report as PDF…"), "file", self.save_report)
        frame, column = card()
        set_tone(self.mark, "warn")
        row = QHBoxLayout()
        row.addWidget(self.verdict, 1)
        row.addWidget(why("matrix#verdict"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(row)
        column.addWidget(self.figures)
        right = QWidget()
        stack = QVBoxLayout(right)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(Space.APART)
        stack.addWidget(frame)
        stack.addWidget(self.plan, 1)
        self.splitter = Splitter()
        left = QWidget()
        left.setMinimumWidth(NARROWEST)
        panel = QVBoxLayout(left)
        panel.setContentsMargins(0, 0, 0, 0)
        panel.setSpacing(0)
        around = scrolled(self.limits)
        self.limits.more.clicked.connect(lambda on: around.bring_up(self.limits.more) if on else None)
        panel.addWidget(around, 1)
        panel.addWidget(self.limits.foot)
        self.splitter.addWidget(left)
        self.splitter.addWidget(right)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([236, 920])
        self.body.addWidget(self.splitter, 1)

    def _connect(self) -> None:
        self.limits.wanted.connect(self.recommend)
        self.limits.stopped.connect(self._stop)
        self.limits.enough.connect(self._job.enough)
        self.limits.sliders.moved.connect(self._look)
        self.limits.sliders.rested.connect(self.recommend)
        self.quick.found.connect(self._show_glance)
        self.quick.failed.connect(self.refuse)
        self.limits.changed.connect(self._keep_request)
        self.plan.marked.connect(self.toggle)
        self.plan.menu_wanted.connect(lambda host, name, at: self._open(self.lock_menu(host, name), at))
        self.plan.booking_wanted.connect(lambda host, at: self._open(self._deals(self, host), at))
        self.plan.failed.connect(self.refuse)
        self._job.failed.connect(self._fail)
        self.last.changed.connect(self._adopt)
        self._job.heard.connect(self._hear)
        self._job.progressed.connect(lambda code, share: self.limits.work.tell(progress(code), share))
        self._job.running.connect(self.limits.set_running)
        self._differ.done.connect(self.plan.learnt.show_difference)
        self._differ.failed.connect(self.refuse)
        self.session.changed.connect(self._reload)

    # ── the project ──

    def _reload(self, what: Changed, by: object) -> None:
        snapshot = self.session.snapshot()
        if by is not self:
            self._drop_glance()
        if what & Changed.PROJECT:
            self._job.cancel()
            self._differ.cancel()
            self._advice = self.quick.ground = None
            self.notice.hide()
            self._show()
        if what & Changed.PRODUCTS or by is not self:
            self.limits.show_request(snapshot.request, snapshot.products, snapshot.influencers)
        self.plan.show_request(snapshot.request)
        asked = self._advice is not None or self._job.is_running()
        if asked and not what & Changed.PROJECT and self.last.outdates(what):
            self._tell_stale()

    def _tell_stale(self) -> None:
        self.notice.say(
            lambda: self.tr(
                "Products, hosts or figures have changed since this plan was made. Press “Recommend” again."
            ),
            "warn",
        )

    def _keep_request(self) -> None:
        request = self.limits.request(self.session.snapshot().request)
        if request is not None:
            kept = self._dated(request)
            self.try_to(lambda: self.session.save_request(kept, by=self))

    # ── planning ──

    def recommend(self) -> None:
        """Ask the model for the best matrix under the limits shown."""
        request = self.limits.request(self.session.snapshot().request, complain=True)
        if (policy := self.session.policy) is None:
            self.notice.say(
                lambda: self.tr("The figures of the model are still being read. Try again in a moment."),
                "warn",
            )
            return
        if request is None:
            return
        if self.studies.is_running():
            self.studies.then(self.recommend)
            self.notice.say(
                lambda: self.tr("The orders are still being added up; the plan follows by itself."), "warn"
            )
            return
        self.limits.sliders.stay()
        request, ran = self._to_come(request, policy)
        if not self.try_to(lambda: self.session.save_request(request, by=None if ran else self)):
            return
        self.notice.hide()
        self._tell_ran(ran)
        self.quick.wait_for()
        self._differ.cancel()
        self.planner.plan(self.planner.all_of(request, policy), self.quick.ground)

    def _dated(self, request: Request) -> Request:
        from model.matrix.deals import dated

        return dated(self.session.snapshot().request, request, clock.today())

    def _to_come(self, request: Request, policy: Any) -> tuple[Request, tuple[str, ...]]:
        """The request without booked sessions whose results are entered or in the files, and whose they were."""
        from model.learning.learned import without_held

        ground = self.planner.ground
        is_known = ground is not None and ground.taught(self.planner.all_of(request, policy))
        learned = ground.learned if ground is not None and is_known else None
        return without_held(self._dated(request), self.session.results(), learned)

    def _tell_ran(self, hosts: tuple[str, ...]) -> None:
        names = [one.name for one in self.session.snapshot().influencers if one.id in hosts]
        if names:
            self.notice.say(
                lambda: self.tr("Booked sessions with results are not planned again: {0}").format(
                    words.series(names)
                ),
                "good",
            )

    def _look(self) -> None:
        """A limit moves: its plan is not worth waiting for, but what it would come to is told at once."""
        request = self.limits.request(self.session.snapshot().request)
        policy = self.session.policy
        if request is not None and policy is not None:
            self._job.cancel()
            self.quick.ask(self.planner.all_of(request, policy))

    def _hear(self, news: tuple[Any, ...]) -> None:
        """The search tells what it rests on, or how good its best plan is so far."""
        if news[0] == "ground":
            self.quick.use(news[1])
        elif news[1] > 0:
            self.limits.show_best(best_so_far(*news[1:]))

    def _stop(self) -> None:
        asked_anew = self._glance is not None
        self._job.cancel()
        self._drop_glance()
        if asked_anew and self._advice is not None:
            self._tell_stale()

    def _take(self, advice: "Advice") -> None:
        self._advice = advice
        self._forget_glance()
        if self.last.advice is not advice:
            self.last.take(advice)
        self._show()
        if advice.learned is not None and (asked := self.planner.asked) is not None:
            self._differ.run(differs, asked, advice, steerable=True)

    def _adopt(self) -> None:
        """Show the plan made last, whichever page asked for it."""
        advice = self.last.advice
        if advice is not None and advice is not self._advice:
            self.quick.ground = self.planner.ground or self.quick.ground
            self._take(advice)
            if self.last.is_stale:
                self._tell_stale()

    def _fail(self, error: Exception) -> None:
        self._advice = None
        self._forget_glance()
        self._show()
        if isinstance(error, UserError):  # any other is raised by the planner
            self.refuse(error)

    # ── showing ──

    def _show(self) -> None:
        asked = self.planner.asked
        request = asked.snapshot.request if asked else self.session.snapshot().request
        self.plan.show_advice(self._advice, request, self.session.policy)
        self._show_words()

    def _show_glance(self, glance: "Glance") -> None:
        self._glance = glance
        self._show_words()

    def _forget_glance(self) -> None:
        self._glance = None
        self.quick.forget()
        self.limits.sliders.stay()

    def _drop_glance(self) -> None:
        """Back to the figures of the plan."""
        shown = self._glance is not None
        self._forget_glance()
        if shown:
            self._show_words()

    def _show_words(self) -> None:
        """The figures of the moment: those of a glance while a limit moves, else the plan's."""
        plan, glance = self._advice.plan if self._advice else None, self._glance
        self.mark.setText(self.tr("Quick estimate, not the best yet"))
        self.mark.setVisible(glance is not None)
        if glance is not None:
            self.verdict.setText(at_a_glance(glance))
        else:
            say_aloud(self.verdict, sentences(plan) if plan else self.tr("No plan yet"))
        self.figures.show_plan(glance or plan)

    # ── out ──

    def save_report(self) -> None:
        """Ask for a file and write the plan as a PDF, in a worker."""
        if plan_paper(self.session) is None:
            self.notice.say(lambda: self.tr("There is no plan yet: press “Recommend” first."), "warn")
            return
        if path := ask_pdf(self, self.tr("Report as PDF"), f"{self.session.name}.pdf"):
            self.write_report(path)

    def write_report(self, path: Path) -> None:
        """Write the plan shown as a PDF."""
        if (make := plan_paper(self.session)) is not None:
            self.writing.run(printed_to, make, path)

    def _export(self) -> None:
        write = plan_book(self.session)
        path = self.ask_save(self.tr("Save the plan"), self.tr("plan.xlsx")) if write else None
        if write is None:
            self.notice.say(lambda: self.tr("There is no plan yet: press “Recommend” first."), "warn")
        elif path is not None:
            self.writing.run(write, path)

    # ── locking and banning ──

    def _open(self, menu: QMenu, place: QPoint) -> None:
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
        menu.addMenu(self._deals(menu, host))
        return menu

    def _deals(self, over: QWidget, host: str) -> QMenu:
        """What may be booked of a host; what is booked is ticked, and chosen again it is let go."""
        made = QMenu(self.tr("Already booked"), over)
        snapshot = self.session.snapshot()
        known = next((one.offers for one in snapshot.influencers if one.id == host), ())
        deals = {name: (offer, count) for name, offer, count in snapshot.request.limits.booked}
        for offer in known or (Offer(name="?"),):
            for count in range(1, min(offer.sessions, MOST_BOOKED) + 1):
                deal = (offer.name, count)
                fee = () if offer.slot_fee is None else (words.money(offer.slot_fee * count),)
                action = made.addAction(" · ".join((called(offer.name), sessions(count, offer.form), *fee)))
                action.setCheckable(True)
                action.setChecked(deals.get(host) == deal)
                action.triggered.connect(lambda on, deal=deal: self.book(host, deal if on else None))
        return made

    def book(self, host: str, deal: tuple[str, int] | None) -> None:
        """Book a host (offer and sessions), or let him free, and recommend again."""
        request = self._dated(booked(self.session.snapshot().request, host, deal))
        if self.try_to(lambda: self.session.save_request(request, by=None)):
            self.recommend()

    def toggle(self, hosts: str | frozenset[str], kind: Kind) -> None:
        """Lock or ban hosts, or let them free where all are marked already, and recommend again."""
        wanted = frozenset({hosts}) if isinstance(hosts, str) else hosts
        request = toggled(self.session.snapshot().request, wanted, kind)
        if self.try_to(lambda: self.session.save_request(request, by=None)):
            self.recommend()
