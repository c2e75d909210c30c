"""Launch: the plan on days: calendar, load of the shop's people, word of mouth, who first, pay, and what everyone gains."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QTabWidget, QVBoxLayout, QWidget

from gui.clock import today
from gui.jobs import Job
from gui.lastfolder import ask_name
from gui.lastplan import last_plan_of
from gui.pages.base import Page
from gui.pages.calendarview import CalendarView
from gui.pages.freshplan import FreshPlan
from gui.pages.gainsview import GainsView
from gui.pages.handsview import HandsView
from gui.pages.launchbar import LaunchBar
from gui.pages.launchfiles import calendar_to, pay_sheet, schedule_to
from gui.pages.launchsaid import LaunchSaid
from gui.pages.loadview import LoadView
from gui.pages.payview import PayView
from gui.pages.placing import PLANNING, Asked, Placed, place_all
from gui.pages.schoolsview import SchoolsView
from gui.pages.spreadview import SpreadView
from gui.press import printed_to
from gui.saving import ask_pdf, with_ending
from gui.scale import Space
from gui.session import Changed, Session
from gui.studies import studies_of
from gui.way import give_way
from gui.why import why_of_tabs
from gui.words import launchapart, launchwords
from gui.words.reasons import progress
from model.launch.season import School
from model.launch.setup import Setup, unpacked

if TYPE_CHECKING:
    from gui.paper import Paper
    from model.advice import Advice
    from model.launch.overview import Launch

TABS: Final = ("calendar", "load", "spread", "schools", "hands", "pay", "gains")
V = TypeVar("V", bound=QWidget)
SOON: Final = 200
"""Milliseconds after an edit before the schedule follows: several edits in a row are one run."""


class LaunchPage(Page):
    """Places the plan made last, or makes it first, and shows all that follows from its days."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.studies, self.last = studies_of(session), last_plan_of(session)
        self._placed: Placed | None = None
        self.setup = unpacked(None, today())
        self.bar = LaunchBar()
        self.said = LaunchSaid()
        self.verdict = self.said.verdict
        self.tabs = QTabWidget()
        self._old = set(TABS)
        self._job, self._writer = Job(self), Job(self)
        self._fresh = FreshPlan(session, self)
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._arrange()
        self._connect()
        self.retranslate()
        self._reload(Changed.PROJECT | Changed.LAUNCH, None)

    def title(self) -> str:
        """The page's name."""
        return self.tr("Launch")

    def subtitle(self) -> str:
        """What it is for."""
        return self.tr("Who goes live when, who carries the load, and what the work is worth")

    def retranslate(self) -> None:
        """Say everything in the language of the moment; nothing is computed again."""
        super().retranslate()
        self.bar.retranslate()
        for name in TABS:
            if name in vars(self):
                getattr(self, name).retranslate()
        for place, name in enumerate(self._tab_names()):
            self.tabs.setTabText(place, name)
        self._show_setup()
        self._show_verdict()

    def pieces(self) -> tuple[Callable[[], object], ...]:
        """The tabs that are not seen at once."""
        return tuple(partial(getattr, self, name) for name in TABS)

    # ── the tabs, each made when it is first looked at ──

    @cached_property
    def calendar(self) -> CalendarView:
        """Sessions on days."""
        made = self._put("calendar", CalendarView())
        made.moved.connect(self.move_session)
        return made

    @cached_property
    def load(self) -> LoadView:
        """Orders by day, and the load of the people."""
        made = self._put("load", LoadView())
        made.chosen.connect(lambda way: self._keep(replace(self.setup, way=way)))
        made.limit_wanted.connect(self._limit)
        return made

    @cached_property
    def spread(self) -> SpreadView:
        """Word of mouth."""
        return self._put("spread", SpreadView())

    @cached_property
    def schools(self) -> SchoolsView:
        """Tail first or head first."""
        made = self._put("schools", SchoolsView())
        made.chosen.connect(lambda code: self._keep(replace(self.setup, school=School(code))))
        return made

    @cached_property
    def hands(self) -> HandsView:
        """People, minutes, free days."""
        made = self._put("hands", HandsView(self.session))
        made.wanted.connect(self._keep)
        made.refused.connect(lambda text: self.notice.say(text))  # noqa: PLW0108 - made when it is needed
        made.failed.connect(self.refuse)
        return made

    @cached_property
    def pay(self) -> PayView:
        """What the operator's work is worth."""
        made = self._put("pay", PayView())
        made.sheet_wanted.connect(self._save_sheet)
        made.copy_wanted.connect(self._copy_sheet)
        return made

    @cached_property
    def gains(self) -> GainsView:
        """What everyone gains."""
        return self._put("gains", GainsView())

    def _put(self, name: str, view: V) -> V:
        page = self.tabs.widget(TABS.index(name))
        if page is not None and (column := page.layout()) is not None:
            column.addWidget(view)
        return view

    # ── layout ──

    def _tab_names(self) -> tuple[str, ...]:
        return (
            self.tr("Calendar"),
            self.tr("Orders and load"),
            self.tr("Word of mouth"),
            self.tr("Who first"),
            self.tr("People"),
            self.tr("Operator's pay"),
            self.tr("Everyone gains"),
        )

    def _arrange(self) -> None:
        self.add_button(lambda: self.tr("Calendar file (.ics)…"), "export", self._save_ics)
        self.add_button(lambda: self.tr("Calendar as Excel…"), "export", self._save_table)
        self.body.addWidget(self.bar)
        self.body.addWidget(self.said)
        for _ in TABS:
            page = QWidget()
            QVBoxLayout(page).setContentsMargins(0, Space.APART, 0, 0)
            self.tabs.addTab(page, "")
        why_of_tabs(self.tabs, [f"launch#{topic}" for topic in TABS])
        self.body.addWidget(self.tabs, 1)

    def _connect(self) -> None:
        self.bar.wanted.connect(self.place)
        self.bar.stopped.connect(self._stop)
        self.bar.changed.connect(self._keep_bar)
        self.bar.freed.connect(lambda: self._keep(replace(self.setup, fixed={})))
        self._job.done.connect(self._take)
        self._job.failed.connect(self._fail)
        self._job.progressed.connect(lambda code, share: self.bar.work.tell(progress(code), share))
        self._job.running.connect(self.bar.set_running)
        self._fresh.waiting.connect(self.bar.set_running)
        self._fresh.progressed.connect(
            lambda code, share: self.bar.work.tell(progress(code), share * PLANNING)
        )
        self._fresh.ready.connect(self._place)
        self._fresh.failed.connect(self._fail)
        self._writer.done.connect(self.say_saved)
        self._writer.failed.connect(self.refuse)
        self._soon.timeout.connect(self.place)
        self.session.changed.connect(self._reload)
        self.last.changed.connect(self._show_verdict)
        self.tabs.currentChanged.connect(self._show_view)

    # ── the project ──

    def _reload(self, what: Changed, by: object) -> None:
        if what & (Changed.PROJECT | Changed.LAUNCH):
            stored = self.session.launch()
            self.setup = unpacked(stored, today())
        if what & Changed.PROJECT:
            self._stop()
            self._soon.stop()
            self.hush()
            self._take(None)
            return
        self._show_setup()
        shown = self._placed is not None or self._job.is_running() or self._fresh.is_waiting()
        if shown and self.last.is_stale:
            self._warn(lambda: self.tr("The plan, hosts or figures have changed since this was placed. Press “Place the sessions” again."))  # fmt: skip
        elif shown and what & (Changed.LAUNCH | Changed.POLICY):
            self._soon.start()

    def _keep(self, setup: Setup) -> None:
        """Keep what was told, as a step that can be undone; the schedule follows."""
        self.hush()
        if not self.try_to(lambda: self.session.save_launch(setup.packed(), by=self)):
            self._show_setup()

    def _keep_bar(self) -> None:
        first, last = self.bar.days()
        self._keep(replace(self.setup, first=first, last=last, school=self.bar.school()))

    def move_session(self, session: str, day: date | None) -> None:
        """Hold a session on a day, or let it go back to where the program would place it."""
        fixed = {one: on for one, on in self.setup.fixed.items() if one != session}
        if day is not None:
            fixed[session] = day
            self.calendar.show_moved(session, day)
        self._keep(replace(self.setup, fixed=fixed))

    def _limit(self, orders: float) -> None:
        """Plan the matrix for what these people carry, over the days of the launch."""
        request = self.session.snapshot().request
        days = float((self.setup.last - self.setup.first).days + 1)
        limits = replace(request.limits, orders_per_day=float(int(orders)), days=max(days, 1.0))
        if self.try_to(lambda: self.session.save_request(replace(request, limits=limits), by=None)):
            self.notice.say(
                lambda: self.tr("The matrix keeps to {0} orders a day now. Press “Place the sessions” for a new plan.").format(int(orders)), "good"
            )  # fmt: skip

    def _warn(self, text: Callable[[], str]) -> None:
        self.notice.say(text, "warn")

    # ── placing ──

    def place(self) -> None:
        """Place the plan made last; without one, or when it is out of date, it is made first."""
        policy = self.session.policy
        if policy is None:
            self._warn(lambda: self.tr("The figures of the model are still being read. Try again in a moment."))  # fmt: skip
            return
        if self.studies.is_running():
            self.studies.then(self.place)
            self._warn(lambda: self.tr("The orders are still being added up; the schedule follows by itself."))  # fmt: skip
            return
        self.hush()
        give_way()
        self._job.cancel()
        self._fresh.want()

    def _place(self, advice: "Advice", was_made: bool) -> None:
        policy, begun = self.session.policy, PLANNING if was_made else 0.0
        if policy is not None:
            snapshot, sales = self.session.snapshot(), self.studies.sales
            asked = Asked(advice, snapshot, policy, sales, self.setup, today(), begun)
            self._job.run(place_all, asked, steerable=True)

    def _stop(self) -> None:
        self._fresh.stop()
        self._job.cancel()

    def _take(self, placed: Placed | None) -> None:
        had, self._placed = self._placed is not None, placed
        self._show()
        if had and placed is None:  # a tab nobody looks at would keep all that the plan was made of
            for place in range(len(TABS)):
                self._show_view(place)

    def _fail(self, error: Exception) -> None:
        self._take(None)
        self.refuse(error)

    # ── showing ──

    def _found(self) -> "Launch | None":
        return self._placed.found if self._placed else None

    def _show(self) -> None:
        self._show_setup()
        self._show_verdict()
        self._old = set(TABS)
        self._show_view(self.tabs.currentIndex())

    def _show_view(self, place: int) -> None:
        """Bring one tab up to date when it is looked at: all at once would keep the window busy for a blink."""
        name = TABS[place]
        if name not in self._old:
            return
        self._old.discard(name)
        placed, found = self._placed, self._found()
        if name == "calendar":
            self.calendar.show_launch(found, frozenset(self.setup.fixed), placed.policy if placed else None)
        elif name == "spread":
            self.spread.show_placed(placed)
        elif name == "hands":
            self._show_hands()
        else:
            getattr(self, name).show_launch(found)

    def _show_setup(self) -> None:
        self.bar.show_setup(self.setup)
        self.bar.free.setVisible(bool(self.setup.fixed))
        self._old.add("hands")
        if TABS[self.tabs.currentIndex()] == "hands":
            self._show_view(self.tabs.currentIndex())

    def _show_hands(self) -> None:
        snapshot, found = self.session.snapshot(), self._found()
        chosen = frozenset(one.id for one in found.shares) if found else frozenset()
        sold = {one.session.product for one in found.schedule.bookings} if found else set()
        names = [p.name for p in snapshot.products if not sold or p.name in sold | set(self.setup.stock)]
        self.hands.show_setup(self.setup, snapshot.influencers, names, chosen)

    def _show_verdict(self) -> None:
        found = self._found()
        if found is not None:
            self.said.tell(launchwords.verdict(found), launchapart.apart(found.apart))
        elif self.last.advice is not None:
            self.said.tell(self.tr("The plan is there. Press “Place the sessions” to give it dates."))
        else:
            self.said.tell(self.tr("Press “Place the sessions”: the plan is made under the limits of the matrix page and placed on days."))  # fmt: skip

    # ── out ──

    def _ready(self) -> "Launch | None":
        found = self._found()
        if found is None:
            self._warn(lambda: self.tr("There is no schedule yet: press “Place the sessions” first."))
        return found

    def _save_table(self) -> None:
        found = self._ready()
        path = self.ask_save(self.tr("Save the calendar"), self.tr("calendar.xlsx")) if found else None
        if found and path:
            self.write(partial(schedule_to, found), path)

    def _save_ics(self) -> None:
        found = self._ready()
        asked = self.tr("Save the calendar"), self.tr("calendar.ics"), self.tr("Calendar (*.ics)")
        chosen = ask_name(self, *asked)[0] if found else ""
        if found and chosen:
            self.write(partial(calendar_to, found), with_ending(chosen, ".ics"))

    def printable(self) -> "Callable[[], Paper] | None":
        """On the tab of the operator's pay its sheet, else the report."""
        found = self._found()
        if found is None or TABS[self.tabs.currentIndex()] != "pay":
            return super().printable()
        return partial(pay_sheet, found)

    def _save_sheet(self) -> None:
        found = self._ready()
        path = ask_pdf(self, self.tr("One page as PDF"), self.tr("pay.pdf")) if found else None
        if found and path:
            self.writing.run(printed_to, partial(pay_sheet, found), path)

    def write(self, work: Callable[[Path], Path], path: Path) -> None:
        """Write a file in a worker, and tell."""
        self._writer.run(work, path)

    def _copy_sheet(self) -> None:
        found = self._ready()
        if found:
            from gui.paysheet import sheet_text
            from model.intake.out.pasted import pasted

            QApplication.clipboard().setText(pasted(sheet_text(found, today())))
            self.notice.say(lambda: self.tr("Copied: paste it into a message or a document."), "good")
