"""Word of mouth: the picture that moves, numbers beside it with honest ranges, and what own sales say."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSlider, QVBoxLayout, QWidget

from gui import theme, words
from gui.charts.launch import COLOURS, LEVELS
from gui.charts.view import ChartView
from gui.pages.calendarview import festival_names
from gui.pages.points import Points
from gui.pages.spreadpicture import SpreadPicture
from gui.parts import card, make_button, scrolled, set_tone, text_label
from gui.scale import Space
from gui.splitter import Splitter
from gui.words import charts as chartwords
from gui.words import launchwords
from gui.words.labels import label

if TYPE_CHECKING:
    from gui.pages.placing import Placed
    from model.launch.cascade import Spread

HEADS: Final = 4
MORE: Final = 1.2
"""How much more the one run that is shown may come to than what holds eight times in ten."""


class SpreadView(Splitter):
    """The picture on the left; who was reached, and how sure that is, on the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._placed: Placed | None = None
        self.picture = SpreadPicture()
        self.play = make_button("play", self._toggle)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.when = text_label("muted", wrap=False)
        self.chart = ChartView()
        self.told = Points()
        self.nothing = text_label("empty")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._heads = [text_label("hint", wrap=False) for _ in range(HEADS)]
        self._rows = [[text_label("" if n else "badge", wrap=False) for n in range(HEADS)] for _ in LEVELS]
        self._arrange()
        self.slider.valueChanged.connect(self._slid)
        self.picture.stepped.connect(self._stepped)
        self.picture.ended.connect(self._name_button)
        self.retranslate()

    def show_placed(self, placed: "Placed | None") -> None:
        """Show the word of mouth of this launch from its beginning."""
        self._placed = placed
        self.picture.show_crowds(placed.crowds if placed else [])
        self.picture.play(placed is not None)
        with QSignalBlocker(self.slider):
            self.slider.setMaximum(max(self.picture.steps - 1, 0))
            self.slider.setValue(0)
        self._show()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        for head, text in zip(
            self._heads,
            (
                "",
                self.tr("in this picture"),
                self.tr("at the end, on average"),
                self.tr("eight times in ten"),
            ),
            strict=True,
        ):
            head.setText(text)
            head.setHidden(not text)
        self.nothing.setText(self.tr("The chart appears with the schedule."))
        self.slider.setAccessibleName(self.tr("Day of the picture"))
        self.picture.setAccessibleName(self.tr("Picture of who was reached by whom"))
        self._show()

    # ── layout ──

    def _arrange(self) -> None:
        seen, column = card()
        column.addWidget(self.picture, 1)
        row = QHBoxLayout()
        row.addWidget(self.play)
        row.addWidget(self.slider, 1)
        row.addWidget(self.when)
        column.addLayout(row)
        counted, inner = card(Space.TIGHT)
        inner.addLayout(self._grid())
        chart, drawn = card(Space.TIGHT)
        drawn.addWidget(self.chart)
        left = _stack((seen, 3), (scrolled(self.told), 1))
        right = _stack((counted, 0), (chart, 1))
        self._parts = (left, right)
        for part in (left, right, self.nothing):
            self.addWidget(part)
        self.setSizes([560, 560, 0])

    def _grid(self) -> QGridLayout:
        """How many are reached by each level."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.INSIDE)
        grid.setVerticalSpacing(Space.TIGHT)
        for line, cells in enumerate((self._heads, *self._rows)):
            for place, cell in enumerate(cells):
                side = Qt.AlignmentFlag.AlignRight if place else Qt.AlignmentFlag.AlignLeft
                cell.setAlignment(side)  # figures change while it plays, before they are given their width
                grid.addWidget(cell, line, place, Qt.AlignmentFlag(0) if place else side)
        grid.setColumnStretch(0, 1)
        return grid

    # ── hands ──

    def _toggle(self) -> None:
        self.picture.play(not self.picture.is_wanted)
        self._name_button()

    def _slid(self, step: int) -> None:
        self.picture.play(False)
        self.picture.show_step(step)
        self._name_button()

    def _stepped(self, step: int) -> None:
        with QSignalBlocker(self.slider):
            self.slider.setValue(max(step, 0))
        self._count(step)

    # ── showing ──

    def _name_button(self) -> None:
        moving = self.picture.is_wanted
        self.play.setText(self.tr("Stop") if moving else self.tr("Play"))
        self.play.setIcon(theme.icon("stop" if moving else "play"))

    def _show(self) -> None:
        placed = self._placed
        for part in self._parts:
            part.setVisible(placed is not None)
        self.nothing.setVisible(placed is None)
        self._name_button()
        if placed is None:
            return
        spread, rule = placed.found.spread, placed.policy.spreading
        self._tell_rows(spread)
        self._count(self.picture.step)
        self._draw(spread, rule.step_days)
        names: Mapping[str, str] = festival_names(placed.policy)
        lines = [
            self.tr("A made-up audience of {0} people: it shows how word of mouth spreads; it is not a forecast for your shop.").format(words.count_short(rule.people)),
            launchwords.mouth(placed.found.mouth),
            launchwords.imitation(spread),
            launchwords.curve(placed.own),
            *(launchwords.own_lift(one, names) for one in placed.own.lifts),
        ]  # fmt: skip
        self.told.tell(self.tr("How sure is that?"), lines)

    def _draw(self, spread: "Spread", step_days: float) -> None:
        from gui.charts.launch import draw_spread

        self.chart.show_chart(
            partial(draw_spread, spread=spread, step_days=step_days),
            self.tr("Who reaches whom, and how fast?"),
            words.sentences(
                [
                    chartwords.mouth(spread, LEVELS),
                    self.tr("Lines: average of {0} runs; bands: eight runs in ten.").format(
                        words.number(len(spread.totals))
                    ),
                ]
            ),
            patient=True,
        )

    def _tell_rows(self, spread: "Spread") -> None:
        for place, (level, cells) in enumerate(zip(LEVELS, self._rows, strict=True)):
            name, now, mean, band = cells
            most = words.number(round(float(spread.high[-1, place]) * MORE))
            now.setMinimumWidth(now.fontMetrics().horizontalAdvance(most))  # no figure is cut while it grows
            name.setText(label(level))
            set_tone(name, COLOURS[level])
            mean.setText(_people(float(spread.mean[-1, place])))
            band.setText(words.span(float(spread.low[-1, place]), float(spread.high[-1, place]), _people))

    def _count(self, step: int) -> None:
        if self._placed is None:
            return
        counts = self.picture.counts(step)
        for cells, count in zip(self._rows, counts, strict=True):
            cells[1].setText(words.number(count))
        days = max(step, 0) * self._placed.policy.spreading.step_days
        self.when.setText(self.tr("day {0}").format(words.number(days)))
        self.slider.setAccessibleDescription(self.when.text())
        for name, *cells in self._rows:
            for head, cell in zip(self._heads[1:], cells, strict=True):
                cell.setAccessibleName(f"{name.text()}, {head.text()}: {cell.text()}")


def _people(count: float) -> str:
    return words.count_short(round(count))


def _stack(*parts: tuple[QWidget, int]) -> QWidget:
    """Parts above each other, with their shares of the room that is left."""
    stack = QWidget()
    column = QVBoxLayout(stack)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(Space.NEAR)
    for part, share in parts:
        column.addWidget(part, share)
    return stack
