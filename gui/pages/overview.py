"""Overview: the verdict, the ten numbers that decide, the pyramid, and what comes next."""

from collections.abc import Callable
from functools import cached_property, partial
from importlib import import_module
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.clock import today
from gui.pages.base import Page
from gui.pages.verdictcard import VerdictCard
from gui.scale import Space
from gui.session import Changed, Session

if TYPE_CHECKING:
    from gui.charts.view import ChartView
    from gui.jobs import Job
    from gui.lastplan import LastPlan
    from gui.orderchecks import OrderChecks
    from gui.pages.nextsteps import NextSteps
    from gui.pages.planner import Planner
    from gui.pages.tiles import Tiles
    from gui.things import Thing
    from model.authenticity.audit import Audit
    from model.overview import Overview

PARTS: Final = ("parts", "jobs", "why", "words.overview", "words.reasons", "pages.tiles", "pages.nextsteps", "charts.view", "studies", "pages.planner", "orderchecks")  # fmt: skip
REST: Final = 60
"""Milliseconds after a change before the page follows: several in a row are one."""
MANY: Final = 10_000
"""Hosts from which a plan takes a minute and more of the machine: it is made when asked for, not unbidden."""
CHECKED: Final = Changed.INFLUENCERS | Changed.PRODUCTS | Changed.ORDERS | Changed.RESULTS | Changed.POLICY
"""What the check of the hosts rests on."""
TONES: Final = {
    "say_hire": "good",
    "say_hire_safe": "good",
    "say_careful": "warn",
    "say_ask": "warn",
    "say_mend": "warn",
    "say_never": "bad",
    "say_nobody": "warn",
    "say_toss": "bad",
    "say_loses": "bad",
}


class OverviewPage(Page):
    """The page the program starts with: of it the verdict comes first, and all else when that has been seen.

    While it is looked at it asks for a plan by itself where all for one is there; nothing is worked out here.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._complete = False
        self._found: Overview | None = None
        self._audit: Audit | None = None
        self._missed = False
        self.verdict = VerdictCard()
        self._soon = QTimer(self, singleShot=True, interval=REST)
        self.body.addWidget(self.verdict)
        self.body.addStretch(1)
        self.session.changed.connect(self._reload)
        self.retranslate()

    def pieces(self) -> tuple[Callable[[], object], ...]:
        """All but the verdict; what it needs is imported before, for a turn each."""
        imports = (partial(import_module, f"gui.{name}") for name in PARTS)
        return (*imports, lambda: self.tiles, lambda: self.steps, lambda: self.pyramid, self.complete)

    def title(self) -> str:
        """The page's name."""
        return self.tr("Overview")

    def subtitle(self) -> str:
        """What it is for."""
        return self.tr("Whom to hire, what comes of it, and what to do next")

    def retranslate(self) -> None:
        """Say everything in the language of the moment; nothing is computed again."""
        super().retranslate()
        if self._complete:
            self.verdict.retranslate()
            self.steps.retranslate()
        self._show()

    # ── parts, each made when it is first needed ──

    @cached_property
    def tiles(self) -> "Tiles":
        """The ten numbers."""
        from gui.pages.tiles import Tiles

        return Tiles()

    @cached_property
    def steps(self) -> "NextSteps":
        """What comes next."""
        from gui.pages.nextsteps import NextSteps

        made = NextSteps()
        made.go.connect(self.go)
        return made

    @cached_property
    def pyramid(self) -> "ChartView":
        """Hosts, money and profit by level."""
        from gui.charts.view import ChartView

        return ChartView()

    @cached_property
    def last(self) -> "LastPlan":
        """The plan made last."""
        from gui.lastplan import last_plan_of

        return last_plan_of(self.session)

    @cached_property
    def planner(self) -> "Planner":
        """Who makes plans."""
        from gui.pages.planner import planner_of

        return planner_of(self.session)

    @cached_property
    def orders(self) -> "OrderChecks":
        """Who checks orders, which tell of hosts."""
        from gui.orderchecks import order_checks_of

        return order_checks_of(self.session)

    @cached_property
    def _survey(self) -> "Job":
        from gui.jobs import Job

        made = Job(self)
        made.done.connect(self._take)
        return made

    @cached_property
    def _checks(self) -> "Job":
        from gui.jobs import Job

        made = Job(self)
        made.done.connect(self._take_audit)
        made.failed.connect(self.refuse)
        return made

    def complete(self) -> None:
        """Put everything below the verdict, and look at the shop."""
        if self._complete:
            return
        self._complete = True
        from gui.parts import card

        self.verdict.complete()
        frame, column = card(Space.TIGHT)
        # As of the steps beside it: both headings stand at one height.
        column.setContentsMargins(Space.INSIDE, Space.NEAR, Space.INSIDE, Space.NEAR)
        column.addWidget(self.pyramid)
        row = QHBoxLayout()
        row.setSpacing(Space.APART)
        row.addWidget(frame, 10)
        row.addWidget(self.steps, 11)
        self.body.takeAt(self.body.count() - 1)
        self.body.addWidget(self.tiles)
        self.body.addLayout(row, 1)
        self._connect()
        self.retranslate()
        self._renew()

    def _connect(self) -> None:
        self._soon.timeout.connect(self._ask)
        self.verdict.pressed.connect(self._act)
        self.verdict.other.connect(lambda: self.go.emit("products"))
        self.verdict.stopped.connect(self.planner.stop)
        self.planner.job.progressed.connect(self._show_progress)
        self.planner.changed.connect(self._follow_planner)
        self.last.changed.connect(self._renew)
        self.orders.changed.connect(self._check_again)

    # ── the project ──

    def _reload(self, what: Changed, by: object) -> None:
        if what & Changed.PROJECT:
            self.hush()
            self._found = None
            self._show()
        if not self._complete:
            return
        if what & Changed.PROJECT:
            self._survey.cancel()
        if what & (CHECKED | Changed.PROJECT):
            self._audit = None
            self._checks.cancel()
        self._renew()

    def _check_again(self) -> None:
        self._audit = None
        self._checks.cancel()
        self._renew()

    def _renew(self) -> None:
        """Look at the shop anew soon, or when the page is looked at again."""
        self._soon.start()

    def looked_at(self) -> None:
        """Follow what was changed elsewhere."""
        if self._missed:
            self._missed = False
            self._renew()

    def _ask(self) -> None:
        session, policy = self.session, self.session.policy
        self._missed = not self.isVisible()
        if policy is None or self._missed:
            return
        from gui.pages.overviewtask import Seen, survey

        seen = Seen(
            session.snapshot(),
            policy,
            session.launch(),
            today(),
            self.last.advice,
            self.last.is_stale,
            self.planner.refused,
            self.planner.studies.evidence,
            session.results(),
            self._audit,
        )
        self._survey.run(survey, seen)

    def _take(self, found: "Overview") -> None:
        self._found = found
        self._show()
        self._go_on()

    def _go_on(self) -> None:
        """Ask for what is missing: the plan first, then the check of the hosts."""
        found, planner = self._found, self.planner
        if found is None or planner.is_busy():
            return
        is_ready = found.products and 0 < found.hosts < MANY and found.budget > 0
        if is_ready and planner.awake and not planner.tried and self.last.advice is None:
            planner.start()
        elif found.hosts and self._audit is None and not self._checks.is_running():
            self._check()

    def _check(self) -> None:
        from gui.pages.tasks import check_hosts
        from model.batches import BatchKind

        session, policy = self.session, self.session.policy
        if policy is not None and not self.orders.is_running():
            beside = session.loader({BatchKind.FIGURES})
            own = session.results()
            self._checks.run(
                check_hosts, session.snapshot(), policy, beside, self.orders.audit, own, steerable=True
            )

    def _take_audit(self, audit: "Audit") -> None:
        self._audit = audit
        self._renew()

    def _follow_planner(self) -> None:
        self.verdict.work.set_running(self.planner.is_busy())
        self._show()
        self._renew()

    def _show_progress(self, code: str, share: float) -> None:
        from gui.words.reasons import progress

        self.verdict.work.tell(progress(code), share)

    def show_thing(self, thing: "Thing") -> None:
        """Show one of the ten numbers: the keyboard goes to it."""
        from PySide6.QtCore import Qt

        self.complete()
        self.tiles.tiles[thing.key].why.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # ── showing ──

    def _show(self) -> None:
        found = self._found
        if not self._complete:
            self.verdict.tell(self.tr("Looking at your shop…"))
            return
        self._show_verdict()
        from gui.words.overview import NAMES, told

        self.tiles.show_told({code: told(code, found) for code in NAMES}, _tones(found))
        if found is not None:
            self.steps.show_steps(found.steps)
        self._show_pyramid()

    def _show_verdict(self) -> None:
        from gui.parts import set_tone
        from gui.words import problems
        from gui.words.reasons import reason

        found, card, is_busy = self._found, self.verdict, self.planner.is_busy()
        code = found.verdict.code if found else ""
        if found is None:
            card.tell(self.tr("Looking at your shop…"))
        elif is_busy and found.plan is None:
            card.tell(self.tr("The plan is being made: whom to hire, and what comes of it."))
        else:
            why = "\n".join(map(problems.problem, found.refused)) if code == "say_nobody" else ""
            card.tell(reason(found.verdict), why)
        set_tone(card, "" if is_busy else TONES.get(code, ""))
        is_stale = self._is_stale()
        card.mark.setVisible(is_stale)
        card.main.setVisible(found is not None and not is_busy)
        card.main.setText(self._action(code, is_stale)[0])
        card.second.setVisible(code == "say_no_products")
        card.second.setText(self.tr("Describe a product"))

    def _is_stale(self) -> bool:
        """Whether the plan told of is out of date; one made since is not, though it is told of a moment later."""
        found = self._found
        return bool(found and found.plan and found.is_stale and self.last.is_stale)

    def _action(self, code: str, is_stale: bool) -> tuple[str, Callable[[], object]]:
        """What the main button says and does."""
        plan, products, matrix = (
            self.planner.start,
            partial(self.go.emit, "products"),
            partial(self.go.emit, "matrix"),
        )
        if is_stale:
            return self.tr("Plan again"), plan
        actions: dict[str, tuple[str, Callable[[], object]]] = {
            "say_no_products": (self.tr("Import files…"), self.bring_in),
            "say_no_hosts": (self.tr("Import files…"), self.bring_in),
            "say_no_budget": (self.tr("Set the budget"), matrix),
            "say_no_plan": (self.tr("Make the plan"), plan),
            "say_nobody": (self.tr("See the limits"), matrix),
            "say_mend": (self.tr("See what to fix"), products),
            "say_never": (self.tr("See what to fix"), products),
        }
        return actions.get(code, (self.tr("See the plan"), matrix))

    def _act(self) -> None:
        found = self._found
        if found is not None:
            self._action(found.verdict.code, self._is_stale())[1]()

    def _show_pyramid(self) -> None:
        plan = self._found.plan if self._found else None
        if self._found is None or plan is None:
            self.pyramid.clear(self.tr("Head, waist and tail appear here once there is a plan."))
            return
        from gui.charts.matrix import draw_pyramid
        from gui.words.overview import pyramid

        title = self.tr("Who carries the plan?")
        self.pyramid.show_chart(
            partial(draw_pyramid, tiers=plan.tiers), title, pyramid(self._found), patient=True
        )


def _tones(found: "Overview | None") -> dict[str, str]:
    """Which numbers speak against going on."""
    if found is None:
        return {}
    plan, tones = found.plan, {}
    if found.readiness and found.readiness.verdict in ("not_ready", "never"):
        tones["repurchase"] = "bad"
    if found.doubt and found.doubt.doubtful:
        tones["doubt"] = "warn"
    if found.hands and found.hands.carried is not None and not found.hands.is_enough:
        tones["hands"] = "bad"
    if plan is not None:
        warned = {one.code for one in plan.warnings}
        tones |= {"profit": "bad"} if plan.risk.mean < 0 else {}
        tones |= {"loss": "bad"} if "loss_likely" in warned else {}
        tones |= {"largest": "warn"} if warned & {"concentrated_top1", "single_host"} else {}
    return tones
