"""Orders by day above the hours of the shop's people, and the ways out where it is too much."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui import words
from gui.charts.view import ChartView
from gui.columns import Column
from gui.parts import card, make_button, text_label
from gui.scale import Space
from gui.tables import RecordTable
from gui.why import why
from gui.words import QT_TRANSLATE_NOOP, launchwords
from gui.words import charts as chartwords
from gui.words.labels import label

if TYPE_CHECKING:
    from model.launch.overview import Launch
    from model.launch.relief import Way

HEIGHT: Final = 156
"""Pixels of a table of four ways."""


def _over(way: "Way") -> int:
    return int(way.load.over.sum())


COLUMNS: Final[tuple[Column["Way"], ...]] = (
    Column("way", QT_TRANSLATE_NOOP("Columns", "What to do"), lambda w: w.code, lambda w: label(w.code), width=260),
    Column("net", QT_TRANSLATE_NOOP("Columns", "Profit left"), lambda w: w.net, lambda w: words.money_short(w.net), "right", 96, hint=QT_TRANSLATE_NOOP("Columns", "Long-run profit less what lateness and temporary hands cost")),
    Column("late", QT_TRANSLATE_NOOP("Columns", "Cost of lateness"), lambda w: w.late_cost, lambda w: words.money_short(w.late_cost), "right", 134, hint=QT_TRANSLATE_NOOP("Columns", "Late orders that are cancelled, and compensation for the rest")),
    Column("wages", QT_TRANSLATE_NOOP("Columns", "Wages"), lambda w: w.wages, lambda w: words.money_short(w.wages), "right", 86),
    Column("over", QT_TRANSLATE_NOOP("Columns", "Overloaded days"), _over, lambda w: words.number(_over(w)), "right", 136),
    Column("orders", QT_TRANSLATE_NOOP("Columns", "Late orders"), lambda w: float(w.load.late.sum()), lambda w: words.count_short(round(float(w.load.late.sum()))), "right", 96),
    Column("hired", QT_TRANSLATE_NOOP("Columns", "Temporary hands"), lambda w: w.wages, launchwords.hired, width=0),
)  # fmt: skip


class LoadView(QWidget):
    """``chosen``: another way out is wanted; ``limit_wanted``: the matrix shall keep to so many orders a day."""

    chosen = Signal(str)
    limit_wanted = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: Launch | None = None
        self.chart = ChartView()
        self.verdict = text_label()
        self.ways: RecordTable[Way] = RecordTable(COLUMNS, lambda w: w.code)
        self.take = make_button("check", self._take)
        self.limit = make_button("matrix", self._limit)
        self.why = why("launch#load")
        self._arrange()
        self.ways.selected.connect(lambda _way: self._allow())
        self.retranslate()

    def show_launch(self, found: "Launch | None") -> None:
        """Show the load of this launch."""
        self._found = found
        self.ways.set_rows(found.relief.ways if found and found.relief else ())
        if found and found.way:
            self.ways.choose(found.way.code)
        self._show()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.take.setText(self.tr("Do this"))
        self.limit.setText(self.tr("Use this limit in the matrix"))
        self._show()

    def _arrange(self) -> None:
        self.ways.search_when_long()
        self.ways.setFixedHeight(HEIGHT)
        self._frame, inner = card(Space.TIGHT)
        inner.setContentsMargins(Space.APART, Space.TIGHT, Space.APART, Space.TIGHT)
        inner.addWidget(self.chart, 1)
        row = QHBoxLayout()
        row.addWidget(self.verdict, 1)
        row.addWidget(self.why)
        for part in (self.take, self.limit):
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.TIGHT)
        column.addWidget(self._frame, 1)
        column.addLayout(row)
        column.addWidget(self.ways)

    def _take(self) -> None:
        if (way := self.ways.current()) is not None:
            self.chosen.emit(way.code)

    def _limit(self) -> None:
        if self._found and self._found.relief:
            self.limit_wanted.emit(self._found.relief.carries)

    def _allow(self) -> None:
        way, now = self.ways.current(), self._found.way if self._found else None
        self.take.setEnabled(way is not None and now is not None and way.code != now.code)

    def _show(self) -> None:
        found, met = self._found, self._found.relief if self._found else None
        for part in (self.ways, self.take, self.limit):
            part.setVisible(met is not None)
        self.verdict.setVisible(found is not None)
        self.why.setVisible(found is not None)
        if found is None:
            self.chart.clear(self.tr("The chart appears with the schedule."))
            return
        self._draw(found)
        self._allow()
        if met is None:
            self.verdict.setText(
                self.tr(
                    "Enter who packs and answers under “People”; then the load of every day is shown here."
                )
            )
            return
        carried = self.tr("Over weeks your people manage {0} orders a day.").format(
            words.count_short(round(met.carries))
        )
        self.verdict.setText(words.sentences([launchwords.relief(met), carried]))

    def _draw(self, found: "Launch") -> None:
        from gui.charts.launch import draw_wave

        load = found.way.load if found.way else None
        before = found.relief.way("as_is").load if found.relief else None
        self.chart.show_chart(
            partial(draw_wave, days=found.days, wave=found.wave, load=load, before=before),
            "",
            words.sentences(
                [
                    chartwords.wave(found.days, found.wave, load, before),
                    self.tr("Yellow: shopping for a festival. Grey: no parcels."),
                ]
            ),
            patient=True,
        )
