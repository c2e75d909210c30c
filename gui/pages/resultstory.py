"""One chosen campaign: its figures beside the plan, and its story in sentences."""

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from gui import words
from gui.pages.points import Points
from gui.parts import Elided, story_column, text_label
from gui.scale import Space
from gui.words import campaign, results

if TYPE_CHECKING:
    from model.campaigns.review import Row

LINES: Final = 9


class ResultStory(QWidget):
    """Follows the row that is chosen in the table."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: Row | None = None
        self.name, self.when = Elided("section"), text_label("muted")
        self.empty, self.points = text_label("muted"), Points()
        self.figures = [
            tuple(text_label(role, wrap=False) for role in ("muted", "", "")) for _ in range(LINES)
        ]
        self._room = QWidget()
        self._arrange()

    def show_row(self, row: "Row | None") -> None:
        """Tell of this campaign; None: none is chosen."""
        self._row = row
        self._tell()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.empty.setText(self.tr("Choose a campaign in the table to see its story."))
        self._tell()

    def _arrange(self) -> None:
        grid = QGridLayout()
        grid.setVerticalSpacing(Space.TIGHT)
        grid.setHorizontalSpacing(Space.APART)
        grid.setColumnStretch(0, 1)
        for row, parts in enumerate(self.figures):
            for place, part in enumerate(parts):
                side = Qt.AlignmentFlag.AlignRight if place else Qt.AlignmentFlag.AlignLeft
                grid.addWidget(part, row, place, side)
        for part in self.figures[0]:
            part.setProperty("role", "hint")
        inner = story_column(self, self.empty, self._room, (0, Space.APART, Space.NEAR, 0))
        inner.addWidget(self.name)
        inner.addWidget(self.when)
        inner.addLayout(grid)
        inner.addWidget(self.points)

    def _tell(self) -> None:
        row = self._row
        self._room.setVisible(row is not None)
        self.empty.setVisible(row is None)
        if row is None:
            return
        self.name.tell(row.seller.name or row.result.id)
        self.when.setText(campaign.when(row))
        for parts, texts in zip(self.figures, self._lines(row), strict=True):
            for part, text in zip(parts, texts, strict=True):
                part.setText(text)
                part.setHidden(not text)
        self.points.tell("", campaign.story(row))

    def _lines(self, row: "Row") -> list[tuple[str, str, str]]:
        one, plan, money = row.result, row.planned.foreseen if row.planned else None, row.money

        def line(name: str, planned: Any, came: str) -> tuple[str, str, str]:
            return name, words.UNKNOWN if plan is None else planned(plan), came

        fee = money.slot_fee if money else one.slot_fee_paid
        return [
            ("", self.tr("planned"), self.tr("actual")),
            line(self.tr("Views"), lambda p: words.count_short(p.views), words.count_short(one.views)),
            line(self.tr("Visits"), lambda p: words.count_short(p.visits), words.count_short(one.visits)),
            line(self.tr("Orders"), lambda p: results.orders_range(p.orders), words.number(one.orders)),
            line(self.tr("Orders refunded"), lambda p: words.number(p.refunded_orders), words.number(one.refunded_orders)),
            line(self.tr("Sales kept"), lambda p: results.money_range(p.net_gmv), words.money_short(one.net_gmv)),
            line(self.tr("Commission"), lambda p: words.money_short(p.commission), campaign.commission(row)),
            line(self.tr("Slot fee"), lambda p: words.money_short(p.slot_fee), words.money_short(fee)),
            line(self.tr("Profit"), lambda p: results.money_range(p.profit), campaign.profit(row)),
        ]  # fmt: skip
