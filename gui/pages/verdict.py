"""The decision in a sentence and in six figures."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from gui import words
from gui.parts import set_tone, text_label
from gui.scale import Space
from gui.words import QT_TRANSLATE_NOOP, plans
from gui.words.risks import may_lose, one_in_twenty

if TYPE_CHECKING:
    from model.matrix.plan import Plan
    from model.matrix.preview import Glance

    Shown = Plan | Glance

HIRE = QT_TRANSLATE_NOOP(
    "Words",
    "Hire {hosts} hosts for {spend} of {budget}: about {long} in the long run (nine times in ten between {low} and {high}).",
)
ASK = QT_TRANSLATE_NOOP(
    "Words",
    "Ask for prices before you sign: most of the fees are guessed. If they hold, {hosts} hosts for {spend} of {budget} bring about {long} in the long run (nine times in ten between {low} and {high}).",
)
CAREFUL = QT_TRANSLATE_NOOP(
    "Words",
    "Be careful: {hosts} hosts for {spend} of {budget} are expected to bring {long} in the long run, but the odds of a loss are {odds}.",
)
TOSS = QT_TRANSLATE_NOOP(
    "Words",
    "A coin toss, do not sign: {hosts} hosts for {spend} of {budget} are expected to bring {long} in the long run, but the odds of a loss are {odds}.",
)
LOSES = QT_TRANSLATE_NOOP(
    "Words", "Do not sign: {hosts} hosts for {spend} of {budget} are expected to end at {long}."
)
HALF_OF_CASES = QT_TRANSLATE_NOOP("Words", "In half of all cases it stays below {middle}.")


STOPPED = QT_TRANSLATE_NOOP(
    "Words", "The search ended early: this plan is at most {gap} short of the best possible."
)
GLANCE = QT_TRANSLATE_NOOP(
    "Words",
    "About {long} with {hosts} hosts for {spend}; below is still the plan before.",
)
NOBODY = QT_TRANSLATE_NOOP(
    "Words",
    "At a glance nobody is found who keeps these limits; below is still the plan before.",
)
BEST = QT_TRANSLATE_NOOP("Words", "Best plan so far: {value}; at most {gap} short of the best possible.")


def at_a_glance(glance: "Glance") -> str:
    """What a moved limit would come to."""
    count = sum(total.count for total in glance.tiers.values())
    if not count:
        return words.say(NOBODY)
    spend, long = words.money_short(glance.spend), words.money_rough(glance.risk.mean)
    return words.say(GLANCE, hosts=count, spend=spend, long=long)


def best_so_far(value: float, gap: float) -> str:
    """How good the best plan of a search is that still goes on."""
    return words.say(BEST, value=words.money_short(value), gap=words.percent(gap, 2))


def sentences(plan: "Plan") -> str:
    """What a merchant should take away."""
    early = plan.status == "stopped"
    short = words.say(STOPPED, gap=words.percent(plan.gap, 2)) if early else ""
    return words.sentences([_decision(plan), _half(plan), may_lose(plan.risk), short])


def _half(plan: "Plan") -> str:
    """A few great successes raise the mean: where a loss is likely, the middle tells what to count on."""
    return words.say(HALF_OF_CASES, middle=words.money_rough(plan.risk.p50)) if loss_likely(plan) else ""


def _decision(plan: "Plan") -> str:
    return words.say(
        _judged(plan),
        hosts=len(plan.choices),
        spend=words.money_short(plan.spend),
        budget=words.money_short(plan.budget),
        long=words.money_rough(plan.risk.mean),
        low=words.money_rough(plan.risk.p05),
        high=words.money_rough(plan.risk.p95),
        odds=words.odds(plan.risk.loss_probability),
    )


def _judged(plan: "Plan") -> str:
    """The same as on the overview: two pages that say different things are believed neither."""
    if plan.risk.mean <= 0:
        return LOSES
    if plan.is_unsound:
        return TOSS
    if loss_likely(plan):
        return CAREFUL
    return ASK if plan.is_unasked else HIRE


def loss_likely(plan: "Shown") -> bool:
    """Whether the model warns of a loss."""
    return any(warning.code == "loss_likely" for warning in plan.warnings)


HALF = 4
"""Figures in the first of two rows."""
NEAREST = 0.00005
"""A distance to the best that two decimals of a percentage show as nothing."""
Figure = tuple[str, Callable[["Shown"], str], Callable[["Shown"], str]]


def _gap(plan: "Shown") -> str:
    gap = getattr(plan, "gap", None)
    if gap is None:
        return words.say(QT_TRANSLATE_NOOP("Words", "quick estimate"))
    if gap < NEAREST:
        return words.say(QT_TRANSLATE_NOOP("Words", "best within the limits"))
    return words.say(QT_TRANSLATE_NOOP("Words", "within {gap} of the best"), gap=words.percent(gap, 2))


def _purse(plan: "Shown") -> str:
    """The budget, and the hours that the spend does not tell of."""
    text = (
        QT_TRANSLATE_NOOP("Words", "of {budget}; own hours {hours}")
        if plan.hours
        else QT_TRANSLATE_NOOP("Words", "of {budget}")
    )
    return words.say(text, budget=words.money_short(plan.budget), hours=words.number(plan.hours))


FIGURES: tuple[Figure, ...] = (
    (QT_TRANSLATE_NOOP("Words", "Head : waist : tail"), plans.mix, lambda p: words.say(QT_TRANSLATE_NOOP("Words", "hosts"))),
    (QT_TRANSLATE_NOOP("Words", "Spend"), lambda p: words.money_short(p.spend), _purse),
    (QT_TRANSLATE_NOOP("Words", "Expected orders"), lambda p: words.count_short(round(p.orders)), lambda p: words.say(QT_TRANSLATE_NOOP("Words", "before returns"))),
    (QT_TRANSLATE_NOOP("Words", "First-sale profit"), lambda p: words.money_rough(p.first_profit), lambda p: words.say(QT_TRANSLATE_NOOP("Words", "loss in {odds} of cases"), odds=words.percent(p.risk.first_loss_probability))),
    (QT_TRANSLATE_NOOP("Words", "Long-run profit"), lambda p: words.money_rough(p.risk.mean), _gap),
    (QT_TRANSLATE_NOOP("Words", "Odds of a loss"), lambda p: words.odds(p.risk.loss_probability), lambda p: one_in_twenty(p.risk)),
    (QT_TRANSLATE_NOOP("Words", "Largest host"), lambda p: words.percent(p.concentration.top1), lambda p: words.say(QT_TRANSLATE_NOOP("Words", "of the spend"))),
)  # fmt: skip


class Figures(QWidget):
    """The figures that decide: side by side, in two rows where there is no room for that."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels = [
            tuple(text_label(role, wrap=False) for role in ("hint", "kpi", "hint")) for _ in FIGURES
        ]
        self._frames = [_stacked(parts) for parts in self._labels]
        self._across = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, Space.TIGHT, 0, 0)
        self._grid.setHorizontalSpacing(Space.APART)
        self._grid.setVerticalSpacing(Space.APART)
        self._place(len(FIGURES))

    def minimumSizeHint(self) -> QSize:
        """No narrower than two rows need."""
        return QSize(self._needed(HALF), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One row or two."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._place(len(FIGURES) if self._needed(len(FIGURES)) <= self.width() else HALF)
        is_row = self._across == len(FIGURES)
        for column, width in enumerate(
            self._columns(self._across)
        ):  # a long note would stand at its neighbour
            self._grid.setColumnStretch(column, width if is_row else 1)

    def _columns(self, across: int) -> list[int]:
        """The least width of each column of so many figures in a row."""
        widths = [frame.minimumSizeHint().width() for frame in self._frames]
        return [max(widths[place::across]) for place in range(across)]

    def _needed(self, across: int) -> int:
        """The width of so many figures in a row."""
        return sum(self._columns(across)) + Space.APART * (across - 1)

    def _place(self, across: int) -> None:
        if across == self._across:
            return
        self._across = across
        for place, frame in enumerate(self._frames):
            self._grid.addWidget(frame, place // across, place % across)
        for column in range(across, len(FIGURES)):
            self._grid.setColumnStretch(column, 0)
        self.updateGeometry()

    def show_plan(self, plan: "Shown | None") -> None:
        """Show the figures of a plan or of a glance; without one there is nothing to see."""
        self.setVisible(plan is not None)
        if plan is None:
            return
        for (name, value, note), (top, middle, below) in zip(FIGURES, self._labels, strict=True):
            top.setText(words.say(name))
            middle.setText(value(plan))
            below.setText(note(plan))
        self._tone(3, plan.first_profit < 0)
        self._tone(4, plan.objective < 0)
        self._tone(5, loss_likely(plan))
        self._fit()

    def _tone(self, place: int, bad: bool) -> None:
        set_tone(self._labels[place][1], "bad" if bad else "")


def _stacked(parts: Iterable[QLabel]) -> QFrame:
    frame = QFrame()
    stack = QVBoxLayout(frame)
    stack.setContentsMargins(0, 0, 0, 0)
    stack.setSpacing(0)
    for part in parts:
        stack.addWidget(part)
    return frame
