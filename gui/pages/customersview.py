"""Who comes back: one product or the whole shop, its rates, its class, and a picture for every question."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from gui import words
from gui.charts.view import ChartView
from gui.jobs import Job
from gui.parts import card, scrolled, set_tone, text_label
from gui.scale import Space
from gui.session import Session
from gui.studies import Study, portray
from gui.why import why
from gui.words import returning as said
from gui.words.labels import label
from gui.words.reasons import reason

if TYPE_CHECKING:
    from model.insight import Portrait

PICTURES = ("curve", "odds", "gaps", "cohorts")
CHART_HEIGHT, COHORTS_HEIGHT = 290, 340
FIGURES = 6
MOST_REASONS = 5


class CustomersView(QWidget):
    """Shows a study; which thing of it is chosen above."""

    failed = Signal(object)
    shown = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._study: Study | None = None
        self._portrait: Portrait | None = None
        self.thing = QComboBox()
        self._thing_name = text_label("muted", wrap=False)
        self.letter = text_label("badge", wrap=False)
        self.verdict, self.followed = text_label(), text_label("muted")
        self._names = [text_label("muted", wrap=False) for _ in range(FIGURES)]
        self._values = [text_label("section", wrap=False) for _ in range(FIGURES)]
        self._notes = [text_label("hint") for _ in range(FIGURES)]
        self.charts = {name: ChartView() for name in PICTURES}
        self.refused = text_label()
        self._job = Job(self)
        self._job.done.connect(self._take)
        self._job.failed.connect(self.failed)
        self.thing.activated.connect(lambda _place: self._ask())
        self._arrange()
        self.retranslate()

    # ── what is shown ──

    def show_study(self, study: Study | None) -> None:
        """Show another study (None: none is there yet); the thing chosen stays chosen where it still is there."""
        self._study, self._portrait = study, None
        self._job.cancel()
        self._fill_things()
        self._ask()
        self._tell()

    def choose(self, name: str) -> None:
        """Show this product, or the whole shop under the empty name."""
        place = self.thing.findData(name)
        if place >= 0:
            self.thing.setCurrentIndex(place)
            self._ask()

    @property
    def portrait(self) -> "Portrait | None":
        """What is shown now."""
        return self._portrait

    def is_running(self) -> bool:
        """Whether a portrait is on its way."""
        return self._job.is_running()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self._thing_name.setText(self.tr("Of"))
        self.thing.setAccessibleName(self.tr("Product, or the whole shop"))
        if self.thing.count() and not self.thing.itemData(0):
            self.thing.setItemText(0, said.shop_or(""))
        self._tell()

    # ── layout ──

    def _arrange(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, Space.NEAR, 0)
        column.setSpacing(Space.APART)
        column.addWidget(self.refused)
        column.addWidget(self._head())
        grid = QGridLayout()
        grid.setSpacing(Space.APART)
        for place, name in enumerate(PICTURES):
            frame, room = card(Space.TIGHT)
            room.addWidget(self.charts[name])
            self.charts[name].setMinimumHeight(COHORTS_HEIGHT if name == "cohorts" else CHART_HEIGHT)
            grid.addWidget(frame, place // 2, place % 2)
            grid.setColumnStretch(place % 2, 1)
        self._pictures = QWidget()
        self._pictures.setLayout(grid)
        grid.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pictures)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inner))

    def _head(self) -> QWidget:
        self._card, column = card()
        top = QHBoxLayout()
        self.thing.setMinimumWidth(220)
        self.thing.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for part in (self._thing_name, self.thing, self.letter):
            top.addWidget(part)
        top.addWidget(self.verdict, 1)
        top.addWidget(why("orders#repeat"))
        column.addLayout(top)
        figures = QGridLayout()
        figures.setHorizontalSpacing(Space.INSIDE)
        figures.setVerticalSpacing(0)
        for place in range(FIGURES):
            for row, part in enumerate((self._names[place], self._values[place], self._notes[place])):
                figures.addWidget(part, row, place)
            figures.setColumnStretch(place, 1)
        column.addLayout(figures)
        column.addWidget(self.followed)
        return self._card

    def _fill_things(self) -> None:
        chosen = self.thing.currentData()
        things = self._study.insight.things if self._study else ()
        self.thing.clear()
        for name in things:
            self.thing.addItem(said.shop_or(name), name)
        self.thing.setCurrentIndex(max(self.thing.findData(chosen), 0) if things else -1)

    # ── work ──

    def _ask(self) -> None:
        name, policy = self.thing.currentData(), self.session.policy
        if self._study is not None and name is not None and policy is not None:
            self._job.run(portray, self._study, name, policy)

    def _take(self, portrait: "Portrait") -> None:
        self._portrait = portrait
        self._tell()
        self.shown.emit()

    # ── words ──

    def _tell(self) -> None:
        one = self._portrait
        self._tell_refused()
        self.letter.setVisible(one is not None)
        self._card.setVisible(bool(self.thing.count()))
        self._pictures.setVisible(bool(self.thing.count()))
        if one is None:
            for chart in self.charts.values():
                chart.clear(self.tr("Computing…") if self._job.is_running() else "")
            return
        self._tell_figures(one)
        self._draw(one)

    def _tell_refused(self) -> None:
        refused = self._study.insight.history.refused if self._study else ()
        told = [one for one in refused if one.values.get("customers") != 0]
        unsold = [str(one.values["product"]) for one in refused if one.values.get("customers") == 0]
        lines = [f"· {reason(found)}" for found in told[:MOST_REASONS]]
        if len(told) > MOST_REASONS:
            lines.append(self.tr("· … and {0} more of this kind").format(len(told) - MOST_REASONS))
        if unsold:
            named = words.series(unsold[:MOST_REASONS]) + ("…" if len(unsold) > MOST_REASONS else "")
            lines.append(self.tr("· Not in these orders: {0}").format(named))
        self.refused.setText("\n".join(lines))
        self.refused.setVisible(bool(lines))

    def _tell_figures(self, one: "Portrait") -> None:
        klass = max(one.after, key=lambda k: one.after[k])
        self.letter.setText(label(klass.value))
        set_tone(self.letter, f"class_{klass.value.lower()}")
        self.verdict.setText(said.class_change(one))
        self.followed.setText(said.followed(one))
        for place, found in enumerate(one.rates):
            self._names[place].setText(self.tr("Back within {0}").format(words.days(found.days)))
            self._values[place].setText(said.rate(found))
            self._notes[place].setText(said.rate_range(found))
        self._names[-1].setText(self.tr("Purchase cycle"))
        hint = self.tr(
            "Half of those who come back within a year are back after so many days: remind them then."
        )
        for part in (self._names[-1], self._values[-1]):
            part.setToolTip(hint)
        cycle = one.cycle
        self._values[-1].setText(words.days(cycle.value if cycle else None))
        few = self.tr("too few came back")
        self._notes[-1].setText(words.span(cycle.low, cycle.high, words.days) if cycle else few)
        for name, value, note in zip(self._names, self._values, self._notes, strict=True):
            value.setAccessibleName(f"{name.text()}: {value.text()}")  # the names are a row of their own
            note.setAccessibleName(f"{name.text()}: {note.text()}")

    def _draw(self, one: "Portrait") -> None:
        from gui.charts import customers as draw

        pictures = {
            "curve": (partial(draw.draw_curve, curve=one.curve), self.tr("How many come back, and when?"), said.curve(one)),
            "odds": (
                partial(draw.draw_odds, before=one.before, after=one.after),
                self.tr("What did the orders change about the class?"),
                said.odds(one),
            ),
            "cohorts": (partial(draw.draw_cohorts, cohorts=one.cohorts), self.tr("Do newer customers come back like older ones?"), said.cohorts(one)),
        }  # fmt: skip
        for name, (drawn, title, text) in pictures.items():
            self.charts[name].show_chart(drawn, title, text)
        if one.gaps is None:
            self.charts["gaps"].clear(said.gaps(one))
        else:
            title = self.tr("Do they come back by habit or for festivals?")
            self.charts["gaps"].show_chart(partial(draw.draw_gaps, gaps=one.gaps), title, said.gaps(one))
