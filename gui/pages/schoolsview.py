"""Tail first and head first side by side on this plan, what each rests on, and how sure the program is."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui import words
from gui.columns import Column
from gui.pages.points import Points, side_by_side
from gui.parts import make_button, scrolled, text_label
from gui.scale import Space
from gui.tables import RecordTable
from gui.words import QT_TRANSLATE_NOOP, launchwords
from gui.words.labels import label
from gui.words.reasons import reason

if TYPE_CHECKING:
    from model.launch.overview import Launch
    from model.launch.schools import SchoolResult

HEIGHT: Final = 98
"""Pixels of a table of two schools; of an empty one twice as many, for what it says."""


def _span(one: "SchoolResult") -> str:
    return words.span(one.profit.low, one.profit.high, words.money_rough)


COLUMNS: Final[tuple[Column["SchoolResult"], ...]] = (
    Column("school", QT_TRANSLATE_NOOP("Columns", "Order of hosts"), lambda r: r.school.value, lambda r: label(r.name or r.school), width=130),
    Column("days", QT_TRANSLATE_NOOP("Columns", "Days"), launchwords.span_of, launchwords.span_of, width=0, least=190),
    Column("sessions", QT_TRANSLATE_NOOP("Columns", "Sessions placed"), lambda r: len(r.schedule.bookings), lambda r: words.number(len(r.schedule.bookings)), "right", 142),
    Column("orders", QT_TRANSLATE_NOOP("Columns", "Orders"), lambda r: r.orders, lambda r: words.count_short(round(r.orders)), "right", 90),
    Column("calendar", QT_TRANSLATE_NOOP("Columns", "Profit by dates alone"), lambda r: r.calendar, lambda r: words.money_short(r.calendar), "right", 152, hint=QT_TRANSLATE_NOOP("Columns", "Only festivals and standing parcels count, not who goes before whom")),
    Column("profit", QT_TRANSLATE_NOOP("Columns", "Long-run profit"), lambda r: r.profit.value, lambda r: words.money_short(r.profit.value), "right", 120),
    Column("range", QT_TRANSLATE_NOOP("Columns", "Eight times in ten"), lambda r: r.profit.low, _span, "right", 190),
)  # fmt: skip


class SchoolsView(QWidget):
    """``chosen``: place the plan in the order of this school."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: Launch | None = None
        self.verdict, self.apart = text_label("section"), text_label()
        self.table: RecordTable[SchoolResult] = RecordTable(COLUMNS, lambda r: r.school.value)
        self.take = make_button("check", self._take)
        self.head, self.tail = Points(), Points()
        self._frame = side_by_side(self.head, self.tail)
        self.table.search_when_long()
        self.table.setFixedHeight(2 * HEIGHT)
        row = QHBoxLayout()
        row.addWidget(self.take)
        row.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        inside = QWidget()
        whole.addWidget(scrolled(inside))
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.APART)
        for part in (self.verdict, self.table):
            column.addWidget(part)
        column.addLayout(row)
        column.addWidget(self.apart)
        column.addWidget(self._frame)
        column.addStretch(1)
        self.table.selected.connect(lambda _row: self._allow())
        self.retranslate()

    def show_launch(self, found: "Launch | None") -> None:
        """Show both schools of this launch."""
        self._found = found
        compared = found.comparison if found else None
        self.table.setFixedHeight(HEIGHT if compared else 2 * HEIGHT)
        self.table.set_rows((compared.tail_first, compared.head_first) if compared else ())
        if found:
            self.table.choose(found.school.value)
        self._show()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.take.setText(self.tr("Place the plan in this order"))
        self.table.set_empty(self.tr("Place the sessions first."))
        self._show()

    def _take(self) -> None:
        if (row := self.table.current()) is not None:
            self.chosen.emit(row.school.value)

    def _allow(self) -> None:
        row = self.table.current()
        self.take.setEnabled(
            row is not None and self._found is not None and row.school is not self._found.school
        )

    def _show(self) -> None:
        compared = self._found.comparison if self._found else None
        for part in (self.verdict, self.apart, self.take, self._frame):
            part.setVisible(compared is not None)
        self._allow()
        if compared is None:
            return
        level = next((one for one in compared.evidence if one.code == "order_one_level"), None)
        self.verdict.setText(reason(level or compared.verdict))
        self.apart.setText(launchwords.difference(compared))
        for part in (self.apart, self._frame):
            part.setVisible(level is None)
        against = [one for one in compared.evidence if one.code in ("evidence_brief", "evidence_one_degree")]
        rest = [one for one in compared.evidence if one not in against]
        self.head.tell(self.tr("The case for large hosts first"), [reason(one) for one in rest])
        self.tail.tell(self.tr("The case for small hosts first"), [reason(one) for one in against])
