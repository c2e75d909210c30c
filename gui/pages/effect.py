"""What other figures do to the plan: worked out beside the window, before they are kept or after a table took them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from gui import words
from gui.jobs import Job
from gui.lastplan import LATER, last_plan_of
from gui.pages.learntasks import Asked, advised
from gui.pages.planner import planner_of
from gui.parts import make_button, text_label
from gui.scale import Space
from gui.session import Changed, Session
from gui.words import QT_TRANSLATE_NOOP, problems
from gui.words.reasons import progress
from gui.working import Working
from model.errors import NothingFeasible, UserError
from model.watching import Progress

if TYPE_CHECKING:
    from model.matrix.plan import Plan

__all__ = ["EffectView"]

PAUSE = 400
"""Milliseconds after the last key until the plan is made."""
Changes = Mapping[str, float | None]


@dataclass(frozen=True, eq=False)
class Effect:
    """The plan as things stand and as it would be; None where there is none under the limits."""

    before: "Plan | None"
    after: "Plan | None"


def effect(before: "Plan | Asked", after: "Plan | Asked", progress: Any, cancelled: Any) -> Effect:
    """Both plans (for a worker); each is only made where it is not there yet.

    Raises:
        InputError: there are no products or no hosts to plan with.
    """
    plans = (
        _plan(asked, partial(_part, progress, start), cancelled) if isinstance(asked, Asked) else asked
        for asked, start in ((before, 0.0), (after, 0.5))
    )
    return Effect(*plans)


def _part(progress: Progress, start: float, code: str, share: float) -> None:
    progress(code, start + share / 2)


def _plan(asked: Asked, progress: Any, cancelled: Any) -> "Plan | None":
    try:
        return advised(asked, None, progress, cancelled, lambda: False, lambda *_news: None).plan
    except NothingFeasible:
        return None


ROWS: tuple[tuple[str, Callable[["Plan"], str]], ...] = (
    (QT_TRANSLATE_NOOP("Words", "Hosts hired"), lambda plan: words.number(len(plan.choices))),
    (QT_TRANSLATE_NOOP("Words", "Spend"), lambda plan: words.money_short(plan.spend)),
    (QT_TRANSLATE_NOOP("Words", "Long-run profit"), lambda plan: words.money_short(plan.risk.mean)),
    (QT_TRANSLATE_NOOP("Words", "Odds of a loss"), lambda plan: words.odds(plan.risk.loss_probability)),
)


class EffectView(QWidget):
    """Four figures of the plan, before and after; asked again the latest question wins.

    ``unwanted``: figures that were kept already are to be what they were (None: as shipped).
    """

    unwanted = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session, self.planner, self.last = session, planner_of(session), last_plan_of(session)
        self.title = text_label("section", wrap=False)
        self.verdict = text_label("muted")
        self.work = Working(upright=True)
        self.take_back = make_button("undo", self._take_back)
        self.grid = QWidget()
        self.cells: list[tuple[QLabel, QLabel, QLabel]] = []
        self.heads = (text_label("hint", wrap=False), text_label("hint", wrap=False))
        self._asked: Changes = {}
        self._kept = False
        self._shown: Effect | None = None
        self._error: UserError | None = None
        self._job = Job(self)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._arrange()
        self.work.stopped.connect(self.cancel)
        self._pause.timeout.connect(self._start)
        self._job.done.connect(self._take)
        self._job.failed.connect(self._fail)
        self._job.progressed.connect(self._tell_progress)
        self._job.running.connect(self._set_running)
        session.changed.connect(self._outdated)
        self.retranslate()

    def ask(self, changes: Changes, kept: bool = False) -> None:
        """What would the plan become with these figures? The answer comes a moment after the last question.

        ``kept``: ``changes`` are what the figures were; what did it become as they are now?
        """
        self.cancel()
        self._shown = self._error = None
        self._asked, self._kept = dict(changes), kept
        if changes and not self._is_for_later():
            self._pause.start()
        self._show()

    def _is_for_later(self) -> bool:
        """Whether no plan hangs on what was asked for, so that none needs to be made."""
        return bool(self._asked) and all(key.startswith(LATER) for key in self._asked)

    def cancel(self) -> None:
        """Nobody waits any more."""
        self._pause.stop()
        self._job.cancel()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.take_back.setText(self.tr("Take it back"))
        for (name, _, _), (text, _) in zip(self.cells, ROWS, strict=True):
            name.setText(words.say(text))
        self._show()

    def _arrange(self) -> None:
        grid = QGridLayout(self.grid)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.INSIDE)
        for place, head in enumerate(self.heads):
            grid.addWidget(head, 0, place + 1)
        for row in range(len(ROWS)):
            cells = (text_label("muted", wrap=False), text_label(wrap=False), text_label(wrap=False))
            self.cells.append(cells)
            for place, cell in enumerate(cells):
                grid.addWidget(cell, row + 1, place)
        grid.setColumnStretch(3, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.NEAR)
        column.addWidget(self.title)
        column.addWidget(self.work)
        column.addWidget(self.grid)
        column.addWidget(self.verdict)
        column.addWidget(self.take_back, 0, Qt.AlignmentFlag.AlignLeft)

    def _start(self) -> None:
        """Start unless orders are still being added up; then a moment later."""
        if self.planner.studies.is_running():
            self._pause.start()
            return
        try:
            other, present = self.session.policy_with(self._asked), self.session.policy
        except UserError as error:
            self._fail(error)
            return
        if other is None or present is None:
            self._pause.start()
            return
        request, advice = self.session.snapshot().request, self.last.advice
        fresh = advice.plan if advice is not None and not self.last.is_stale else None
        mine, theirs = fresh or self.planner.all_of(request, present), self.planner.all_of(request, other)
        self._job.run(effect, *((theirs, mine) if self._kept else (mine, theirs)), steerable=True)

    def _outdated(self, what: Changed, by: object) -> None:
        """What was shown is of another project, or of figures that have changed since."""
        if self._asked:
            self.ask({})

    def _take_back(self) -> None:
        self.unwanted.emit(self._asked)

    def _take(self, found: Effect) -> None:
        self._shown = found
        self._show()

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self._error = error
        self._show()

    def _tell_progress(self, code: str, share: float) -> None:
        self.work.tell(progress(code), share)

    def _set_running(self, running: bool) -> None:
        self.work.set_running(running)
        self._show()

    def _show(self) -> None:
        found = self._shown
        self.grid.setVisible(found is not None)
        self.title.setText(
            self.tr("What it did to the plan") if self._kept else self.tr("What it would do to the plan")
        )
        self.take_back.setVisible(self._kept and bool(self._asked))
        moments = (self.tr("before"), self.tr("now")) if self._kept else (self.tr("now"), self.tr("then"))
        for head, text in zip(self.heads, moments, strict=True):
            head.setText(text)
        for (_, before, after), (_, show) in zip(self.cells, ROWS, strict=True):
            for cell, plan in ((before, found and found.before), (after, found and found.after)):
                cell.setText(show(plan) if plan else words.UNKNOWN)
        self.verdict.setText(self._sentence())

    def _sentence(self) -> str:
        if self._error is not None:
            return problems.error(self._error)
        if self._is_for_later():
            return self.tr("The choice of hosts does not use it: only what follows, such as the launch.")
        if self._shown is not None:
            return _said(self._shown, self._kept)
        if self._job.is_running() or self._pause.isActive():
            return self.tr("The plan is being made with the new figure…")
        return self.tr("Type another value: before you keep it you see here what the plan would become.")


def _said(found: Effect, kept: bool) -> str:
    """The difference in a sentence."""
    before, after = found.before, found.after
    if after is None:
        return words.say(
            QT_TRANSLATE_NOOP(
                "Words", "With it no plan keeps your limits. Loosen a limit, or keep the old value."
            )
        )
    if before is None:
        return words.say(
            QT_TRANSLATE_NOOP("Words", "Before, no plan kept your limits; now there is one.")
            if kept
            else QT_TRANSLATE_NOOP(
                "Words", "As things stand no plan keeps your limits; with it there would be one."
            )
        )
    more = after.risk.mean - before.risk.mean
    same = {choice.id for choice in before.choices} == {choice.id for choice in after.choices}
    who = (
        QT_TRANSLATE_NOOP("Words", "The same hosts would be hired.")
        if same
        else QT_TRANSLATE_NOOP("Words", "Other hosts would be hired.")
    )
    if words.money_short(before.risk.mean) == words.money_short(after.risk.mean):
        return words.sentences(
            [
                words.say(who),
                words.say(QT_TRANSLATE_NOOP("Words", "The long-run profit stays about the same.")),
            ]
        )
    text = (
        QT_TRANSLATE_NOOP("Words", "The long-run profit is expected to be {much} higher.")
        if more > 0
        else QT_TRANSLATE_NOOP("Words", "The long-run profit is expected to be {much} lower.")
    )
    return words.sentences([words.say(who), words.say(text, much=words.money_short(abs(more)))])
