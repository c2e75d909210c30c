"""Customers and orders have head, waist and tail: what each level brings, who is overdue, and what crossing a price does."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gui import words
from gui.charts.view import ChartView
from gui.parts import card, make_button, scrolled, text_label
from gui.saving import ask_save
from gui.scale import Space
from gui.session import Session
from gui.studies import Study
from gui.tables import Column, RecordTable
from gui.words import QT_TRANSLATE_NOOP, returning
from gui.words.customers import follow_up_headings, level_names
from gui.words.reasons import reason
from gui.workstrip import WorkStrip
from model.records import Tier
from model.watching import Progress, stepping, within

if TYPE_CHECKING:
    from model.intake.joined.sales import Sales
    from model.repurchase.customers import CustomerStudy, TierOutlook
    from model.repurchase.ownprice import OwnPrice
    from model.repurchase.tiering import Spread, TierFigures

CHART_HEIGHT, PRICES_HEIGHT = 280, 210
LEAST_ROWS: Final = 3
LISTED: Final = 0.4
"""How much of the follow-up list is done when it is known who stands on it."""
QUARTER: Final = 1
"""The 90 days among the horizons of an outlook."""


@dataclass(frozen=True)
class Level:
    """One level of customers or of orders; what is to come only of customers that can be followed."""

    of_orders: bool
    figures: "TierFigures"
    ahead: "TierOutlook | None" = None
    thing: str = ""
    """What its customers buy next most likely."""

    @property
    def key(self) -> str:
        """By what it is known in the table."""
        return f"{'order' if self.of_orders else 'customer'}.{self.figures.tier.value}"

    @property
    def name(self) -> str:
        """What it is called."""
        return returning.level(self.figures.tier, self.of_orders)


def _yuan(fen: float | None) -> float | None:
    return None if fen is None else fen / 100


def _ahead(of: str) -> Any:
    return lambda r: None if r.ahead is None else getattr(r.ahead, of)[QUARTER]


def _cycle(row: Level) -> float | None:
    return row.ahead.cycle_days if row.ahead else None


def _overdue(row: Level) -> int | None:
    return row.ahead.overdue if row.ahead else None


def _thing(row: Level) -> str:
    if row.ahead is None or not row.thing:
        return words.UNKNOWN
    return f"{words.percent(row.ahead.next_share)} {row.thing}"


def _count(value: float | None) -> str:
    return words.UNKNOWN if value is None else words.number(value)


_next, _spend = _ahead("purchases"), _ahead("spend_fen")
COLUMNS: Final[tuple[Column[Level], ...]] = (
    Column("level", QT_TRANSLATE_NOOP("Columns", "Level"), lambda r: r.key, lambda r: r.name, width=0, least=132, badge=lambda r: r.figures.tier.value),
    Column("members", QT_TRANSLATE_NOOP("Columns", "How many"), lambda r: r.figures.members, lambda r: words.number(r.figures.members), "right", 92, narrow=80),
    Column("share", QT_TRANSLATE_NOOP("Columns", "Of all"), lambda r: r.figures.members_share, lambda r: words.percent(r.figures.members_share, 1), "right", 76, narrow=76),
    Column("net", QT_TRANSLATE_NOOP("Columns", "Net spend"), lambda r: r.figures.net_fen, lambda r: words.money_short(r.figures.net_fen / 100), "right", 92, narrow=84),
    Column("net_share", QT_TRANSLATE_NOOP("Columns", "Of all net"), lambda r: r.figures.net_share, lambda r: words.percent(r.figures.net_share, 1), "right", 84, narrow=76),
    Column("mean", QT_TRANSLATE_NOOP("Columns", "Each time"), lambda r: r.figures.mean_fen, lambda r: words.money(_yuan(r.figures.mean_fen), 2), "right", 96, narrow=90),
    Column("next", QT_TRANSLATE_NOOP("Columns", "Next 90 days"), _next, lambda r: _count(_next(r)), "right", 108, narrow=90, hint=QT_TRANSLATE_NOOP("Columns", "Purchases expected by the purchase model")),
    Column("spend", QT_TRANSLATE_NOOP("Columns", "Worth"), _spend, lambda r: words.money_short(_yuan(_spend(r))), "right", 84, narrow=80, hint=QT_TRANSLATE_NOOP("Columns", "What they are expected to spend in the next 90 days")),
    Column("cycle", QT_TRANSLATE_NOOP("Columns", "Cycle"), _cycle, lambda r: words.days(_cycle(r)), "right", 78, narrow=70, hint=QT_TRANSLATE_NOOP("Columns", "Middle of the gaps between their purchases")),
    Column("thing", QT_TRANSLATE_NOOP("Columns", "Buy next"), _thing, _thing, width=150, narrow=130, free=True, hint=QT_TRANSLATE_NOOP("Columns", "What they buy next most likely, by what such customers bought after the same, and how many of them")),
    Column("overdue", QT_TRANSLATE_NOOP("Columns", "Overdue"), _overdue, lambda r: _count(_overdue(r)), "right", 84, narrow=80, hint=QT_TRANSLATE_NOOP("Columns", "Have waited longer than is usual for them, and are probably still customers")),
)  # fmt: skip


class LevelsView(QWidget):
    """Shows the levels of a study, the list to follow up, and the price rule from own orders."""

    failed = Signal(object)
    saved = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._study: Study | None = None
        self.verdict, self.refused = text_label("section"), text_label("muted")
        self.levels: RecordTable[Level] = RecordTable(COLUMNS, lambda row: row.key)
        self.lorenz = ChartView()
        self.follow_title, self.follow_text = text_label("section", wrap=False), text_label()
        self.follow = make_button("export", self._save)
        self.prices = ChartView()
        self.adopt = make_button("check", self._adopt)
        self.writing = WorkStrip()
        self.writing.done.connect(self.saved)
        self.writing.failed.connect(self.failed)
        self._arrange()
        self.retranslate()

    def show_study(self, study: Study | None) -> None:
        """Show another study; None: none is there yet."""
        self._study = study
        self._tell()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.follow_title.setText(self.tr("Who is overdue?"))
        self.follow.setText(self.tr("Follow-up list…"))
        self.adopt.setText(self.tr("Use my own figures"))
        self.levels.set_empty(self.tr("No sale was found in these files."))
        self._tell()

    def _arrange(self) -> None:
        self.levels.filter.hide()
        self.levels.count.hide()
        self.levels.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        frame, head = card(Space.TIGHT)
        head.addWidget(self.verdict)
        head.addWidget(self.refused)
        left, room = card(Space.TIGHT)
        self.lorenz.setMinimumHeight(CHART_HEIGHT)
        room.addWidget(self.lorenz)
        self.prices.setMinimumHeight(PRICES_HEIGHT)
        right = QVBoxLayout()
        right.setSpacing(Space.APART)
        for stretch, parts in (
            (0, (self.follow_title, self.follow_text, self.follow)),
            (1, (self.prices, self.adopt)),
        ):
            box, inner = card()
            for part in parts[:-1]:
                inner.addWidget(part)
            row = QHBoxLayout()
            row.addWidget(parts[-1])
            row.addStretch(1)
            inner.addLayout(row)
            right.addWidget(box, stretch)
        pair = QHBoxLayout()
        pair.setSpacing(Space.APART)
        pair.addWidget(left, 1)
        pair.addLayout(right, 1)
        inner_page = QWidget()
        column = QVBoxLayout(inner_page)
        column.setContentsMargins(0, 0, Space.NEAR, 0)
        column.setSpacing(Space.APART)
        for widget in (self.writing, frame, self.levels):
            column.addWidget(widget)
        column.addLayout(pair)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inner_page))

    # ── words ──

    def _tell(self) -> None:
        study = self._study
        if study is None:
            self._put(())
            self.lorenz.clear()
            self.prices.clear()
            for text in (self.verdict, self.refused, self.follow_text):
                text.setText("")
            self.follow.setEnabled(False)
            self.adopt.setEnabled(False)
            return
        found = study.insight.buyers
        self._put(tuple(_rows(found, study.insight.sales)))
        self.verdict.setText(returning.levels(found))
        self.refused.setText("\n".join(reason(one) for one in found.refused))
        self.refused.setVisible(bool(found.refused))
        self._tell_overdue(found)
        self._tell_prices(study.insight.prices)
        self._draw(found)

    def showEvent(self, event: QShowEvent) -> None:
        """Only now the table wears its look, and has its height."""
        super().showEvent(event)
        self._put(tuple(self.levels.model.rows))

    def _put(self, rows: tuple[Level, ...]) -> None:
        """Fill the table, which is as high as its rows: below it the page goes on."""
        self.levels.set_rows(rows)
        view = self.levels.view
        lines = max(len(rows), LEAST_ROWS) * view.verticalHeader().defaultSectionSize()
        view.setFixedHeight(view.horizontalHeader().sizeHint().height() + lines + 2 * view.frameWidth() + 2)

    def _tell_overdue(self, found: "CustomerStudy") -> None:
        overdue = 0 if found.outlook is None else int(found.outlook.overdue.sum())
        self.follow_text.setText(returning.overdue(found))
        self.follow.setEnabled(overdue > 0)

    def _tell_prices(self, prices: "tuple[OwnPrice, ...]") -> None:
        from gui.charts import levels as draw

        said = "\n".join(reason(why) for one in prices for why in one.reasons)
        title = self.tr("What does crossing a price do to your orders?")
        self.prices.show_chart(partial(draw.draw_prices, prices=prices), title, said)
        self.adopt.setEnabled(any(one.basis != "prior" for one in prices))
        self.adopt.setToolTip(self.tr("Puts these figures into Settings for this project; it can be undone"))

    def _draw(self, found: "CustomerStudy") -> None:
        from gui.charts import levels as draw

        spread: Spread | None = found.customers or found.orders
        if spread is None:
            self.lorenz.clear(self.tr("No sale was found in these files."))
            return
        drawn = partial(draw.draw_lorenz, customers=found.customers, orders=found.orders)
        self.lorenz.show_chart(drawn, self.tr("Who brings the money?"), returning.lorenz(found))

    # ── what is done ──

    def _save(self) -> None:
        path = ask_save(self, self.tr("Save the follow-up list"), self.tr("follow-up.xlsx"))
        if path is not None and self._study is not None:
            self.writing.run(_write_list, self._study, path, follow_up_headings(), level_names())

    def _adopt(self) -> None:
        from model.repurchase.ownprice import as_overrides

        if self._study is not None:
            best = max(self._study.insight.prices, key=lambda one: one.told)
            self.session.set_overrides(as_overrides(best), by=None)


def _rows(found: "CustomerStudy", sales: "Sales") -> Iterator[Level]:
    """Head, waist and tail of customers, then of orders; levels without members are left out."""
    from model.repurchase.followup import called

    ahead: Mapping[Tier, TierOutlook] = {one.tier: one for one in found.tiers}
    for spread, of_orders in ((found.customers, False), (found.orders, True)):
        for figures in spread.tiers if spread else ():
            if figures.members:
                one = None if of_orders else ahead.get(figures.tier)
                yield Level(of_orders, figures, one, called(sales, one.next_product) if one else "")


def _write_list(
    study: Study,
    path: Path,
    headings: Mapping[str, str],
    names: Mapping[str, str],
    *,
    progress: Progress,
    cancelled: Callable[[], bool],
) -> Path:
    from model.insight import follow_up_list
    from model.intake.out.out import write_table

    step = stepping(progress, cancelled)
    step("paper_facts", 0.0)
    write_table(path, follow_up_list(study.insight, headings, names), within(step, LISTED, 1.0))
    return path
