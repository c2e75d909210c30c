"""Everyone gains: what the plan is worth to each host, the shop and customers, and long-term deals better for both."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui import words
from gui.columns import Column
from gui.pages.points import Points
from gui.parts import make_button, scrolled
from gui.scale import Space
from gui.splitter import Splitter
from gui.tables import RecordTable
from gui.words import QT_TRANSLATE_NOOP, launchwords

if TYPE_CHECKING:
    from model.launch.overview import Launch
    from model.launch.shares import HostShare


def _fair(one: "HostShare") -> str:
    return words.percent(one.fair_ratio)


def _deal(one: "HostShare") -> str:
    if one.deal is None:
        return words.UNKNOWN
    return words.say(
        QT_TRANSLATE_NOOP("Words", "{sessions} at {fee} each, {discount} less"),
        sessions=launchwords.sessions(one.deal.sessions),
        fee=words.money_short(one.deal.fee),
        discount=words.percent(one.deal.discount),
    )


AGAIN: Final = QT_TRANSLATE_NOOP("Words", "{count} more")
COLUMNS: Final[tuple[Column["HostShare"], ...]] = (
    Column("host", QT_TRANSLATE_NOOP("Columns", "Host"), lambda s: s.name, lambda s: s.name, width=0, least=140, free=True),
    Column("income", QT_TRANSLATE_NOOP("Columns", "Host earns"), lambda s: s.income, lambda s: words.money_short(s.income), "right", 96, hint=QT_TRANSLATE_NOOP("Columns", "Slot fees and expected commission over all sessions")),
    Column("hour", QT_TRANSLATE_NOOP("Columns", "Per hour"), lambda s: s.an_hour, lambda s: words.money_short(s.an_hour), "right", 84, hint=QT_TRANSLATE_NOOP("Columns", "Hours of a session and its preparation are our guess, see Settings")),
    Column("fair", QT_TRANSLATE_NOOP("Columns", "Vs. usual"), lambda s: s.fair_ratio if s.fair_ratio is not None else -1.0, _fair, "right", 98, hint=QT_TRANSLATE_NOOP("Columns", "Against what hosts of this size ask for a session"),
           colour=lambda s: "warn" if s.fair_ratio is not None and s.fair_ratio < 1 else None),
    Column("shop", QT_TRANSLATE_NOOP("Columns", "Shop earns"), lambda s: s.shop, lambda s: words.money_short(s.shop), "right", 96, hint=QT_TRANSLATE_NOOP("Columns", "Long-run profit of this host's orders")),
    Column("kept", QT_TRANSLATE_NOOP("Columns", "Buyers keep it"), lambda s: s.kept, lambda s: words.percent(s.kept), "right", 126, spare=True),
    Column("again", QT_TRANSLATE_NOOP("Columns", "Buy again"), lambda s: s.again, lambda s: words.say(AGAIN, count=words.number(s.again, 1)), "right", 92, spare=True, hint=QT_TRANSLATE_NOOP("Columns", "Further orders of a buyer within the time counted")),
    Column("deal", QT_TRANSLATE_NOOP("Columns", "Long-term deal better for both"), lambda s: s.deal.shop_gain if s.deal else -1.0, _deal, width=270),
)  # fmt: skip


MOST_TOLD: Final = 30
"""Sentences that are read at first."""
MORE: Final = 100
"""Further ones that come with the button: more at once would keep the window busy."""


class GainsView(Splitter):
    """A table of all hosts of the plan, and the deals in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._found: Launch | None = None
        self.table: RecordTable[HostShare] = RecordTable(COLUMNS, lambda s: s.id)
        self.deals = Points()
        self.more = make_button("down", self._show_more)
        self._most = MOST_TOLD
        self.addWidget(self.table)
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, Space.NEAR, 0)
        column.addWidget(self.deals)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self._area = scrolled(below)
        self.addWidget(self._area)
        self.setSizes([300, 180])
        self.setStretchFactor(0, 1)
        self.retranslate()

    def show_launch(self, found: "Launch | None") -> None:
        """Show what this launch is worth to whom."""
        if found is not self._found:
            self._most = MOST_TOLD
        self._found = found
        self.table.set_rows(found.shares if found else ())
        self._show()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.table.set_empty(self.tr("Place the sessions first."))
        self._show()

    def _show(self) -> None:
        told = launchwords.deals(self._found.shares) if self._found else ()
        self._area.setVisible(bool(told))
        shown, count = told[: self._most], words.number(len(told))
        title = self.tr("Deals and doubts")
        if len(shown) < len(told):
            title = self.tr("Deals and doubts: {0} of {1}").format(words.number(len(shown)), count)
        self.deals.tell(title if told else "", shown)
        rest = len(told) - len(shown)
        self.more.setVisible(rest > 0)
        self.more.setText(
            self.tr("Show all {0}").format(count)
            if rest <= MORE
            else self.tr("Show {0} more").format(words.number(MORE))
        )

    def _show_more(self) -> None:
        self._most += MORE
        self._show()
