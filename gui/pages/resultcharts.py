"""The pictures of the results page: plan against fact by orders and by profit, and whose customers come back."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QVBoxLayout, QWidget

from gui import words
from gui.charts.view import ChartView
from gui.parts import card
from gui.scale import Space

if TYPE_CHECKING:
    from gui.charts.results import Bar
    from model.campaigns.review import Row


class ResultCharts(QWidget):
    """One picture at a time; ``picked`` with the key of a row whose bar was clicked."""

    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Row] = ()
        self._several: frozenset[str] = frozenset()
        self._stale = False
        self.kinds, self.chart = QTabBar(), ChartView()
        for _ in range(4):
            self.kinds.addTab("")
        self.kinds.setDrawBase(False)
        self.kinds.setExpanding(False)
        top = QHBoxLayout()
        top.addWidget(self.kinds)
        top.addStretch(1)
        frame, inner = card()
        inner.addWidget(self.chart, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.APART, 0, 0)
        column.setSpacing(Space.NEAR)
        column.addLayout(top)
        column.addWidget(frame, 1)
        self.kinds.currentChanged.connect(lambda _place: self._draw_if_seen())
        self.chart.picked.connect(self.picked)

    def show_rows(self, rows: "Sequence[Row]") -> None:
        """Draw these campaigns, the largest ones where they are many."""
        self._rows = tuple(rows)
        sold = Counter(host for host, _ in {(row.result.id, row.result.product) for row in self._rows})
        self._several = frozenset(host for host, products in sold.items() if products > 1)
        self._draw_if_seen()

    def showEvent(self, event: QShowEvent) -> None:
        """Seen: now it is worth the time."""
        super().showEvent(event)
        if self._stale:
            self._draw()

    def retranslate(self) -> None:
        """Say everything in the language of the moment; nothing is computed again."""
        names = (self.tr("Orders"), self.tr("Profit"), self.tr("Back in 30 days"), self.tr("Back in 90 days"))
        for place, name in enumerate(names):
            self.kinds.setTabText(place, name)
        self.kinds.setAccessibleName(self.tr("Show"))
        self._draw_if_seen()

    def _draw_if_seen(self) -> None:
        self._stale = True
        if self.isVisible():
            self._draw()

    def _draw(self) -> None:
        self._stale = False
        from gui.charts.results import Legend, draw_bars

        place = self.kinds.currentIndex()
        planned, came = self.tr("planned"), self.tr("actual")
        if place == 0:
            bars = _ranked(self._orders())
            legend = Legend(planned, came, self.tr("orders"), words.count_short, by_powers=True)
            title = self.tr("Did the orders come that were planned?")
            nothing = self.tr("The picture needs a host of your roster who sold a product of your list.")
        elif place == 1:
            bars = _ranked(self._profits())
            legend = Legend(planned, came, self.tr("profit of first sales"), words.money_short)
            title = self.tr("Did the profit come that was planned?")
            nothing = self.tr("The picture needs a host of your roster who sold a product of your list.")
        else:
            bars = sorted(self._backs(place - 2), key=lambda bar: -bar.span.value)
            legend = Legend(
                self.tr("customers this host won"),
                self.tr("the shop's others"),
                self.tr("share who bought again"),
                words.percent,
                below="good",
                above="bad",
            )
            title = self.tr("Whose customers come back?")
            nothing = self.tr("Cannot tell yet: no host has enough customers who were followed that long.")
        if not bars:
            self.chart.clear(nothing)
            return
        self.chart.show_chart(partial(draw_bars, bars=bars, legend=legend), title, self._summary(bars, place))

    def _summary(self, bars: "Sequence[Bar]", place: int) -> str:
        if place > 1:
            best = max(bars, key=lambda bar: bar.span.value)
            return self.tr(
                "Customers won by {0} come back most: {1}, the others {2}. A line is what holds eight times in ten; a diamond left of it: this host's customers come back more often."
            ).format(best.name, words.percent(best.span.value), words.percent(best.mark))
        inside = sum(bar.mark is not None and bar.span.low <= bar.mark <= bar.span.high for bar in bars)
        below = sum(bar.mark is not None and bar.mark < bar.span.low for bar in bars)
        marked = sum(bar.mark is not None for bar in bars)
        return self.tr(
            "{0} of {1} came within the planned range, {2} below it (red), {3} above. A line is what holds eight times in ten."
        ).format(*map(words.number, (inside, len(bars), below, marked - inside - below)))

    def _orders(self) -> "Iterator[Bar]":
        from gui.charts.results import Bar

        for row in self._rows:
            if row.planned and row.result.orders is not None:
                yield Bar(row.key, self._named(row), row.planned.foreseen.orders, float(row.result.orders))

    def _profits(self) -> "Iterator[Bar]":
        from gui.charts.results import Bar

        for row in self._rows:
            if row.planned and row.money:
                yield Bar(row.key, self._named(row), row.planned.foreseen.profit, row.money.profit)

    def _named(self, row: "Row") -> str:
        """The host, and the product where he sold several."""
        name = _called(row)
        return f"{name} · {row.result.product}" if row.result.id in self._several else name

    def _backs(self, place: int) -> "Iterator[Bar]":
        from gui.charts.results import Bar

        seen = set()
        for row in self._rows:
            back = row.loyalty.back[place] if row.loyalty else None
            campaign = (row.result.id, row.result.date)
            if back and back.share and back.others and campaign not in seen:
                seen.add(campaign)
                yield Bar(row.key, _called(row), back.share, back.others.value)


def _called(row: "Row") -> str:
    return row.seller.name or row.result.id


def _ranked(bars: "Iterator[Bar]") -> "list[Bar]":
    return sorted(bars, key=lambda bar: -max(abs(bar.span.value), abs(bar.mark or 0.0)))
