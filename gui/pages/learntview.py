"""What results taught: what changed in mind on each host, what the plan does differently, how far ranges can be trusted."""

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui import words
from gui.columns import Column
from gui.pages.points import Points, side_by_side
from gui.scale import Space, grown
from gui.tables import RecordTable
from gui.words import QT_TRANSLATE_NOOP
from gui.words import learned as told
from gui.words.reasons import reason
from model.learning.kinds import Measure

if TYPE_CHECKING:
    from model.learning.changes import Difference
    from model.learning.learned import Change, Learned

LEAST_HEIGHT: Final = 196
"""Five hosts at least, whatever is to be said below them."""
MOVES: Final = 6
"""Hosts named of those who come in, and of those who go out."""


def _other(measure: Measure, heading: str, hint: str) -> Column["Change"]:
    def value(found: "Change") -> float | None:
        return found.others[measure].value if measure in found.others else None

    return Column(
        measure.value,
        heading,
        value,
        lambda found: words.times(value(found)),
        "right",
        84,
        hint=hint,
        spare=True,
    )


COLUMNS: Final[tuple[Column["Change"], ...]] = (
    Column("host", QT_TRANSLATE_NOOP("Columns", "Host"), lambda c: c.name, lambda c: c.name, width=0, free=True),
    Column("results", QT_TRANSLATE_NOOP("Columns", "Results"), lambda c: c.results, lambda c: words.number(c.results), "right", 76),
    Column("before", QT_TRANSLATE_NOOP("Columns", "Orders before"), lambda c: c.before.value, lambda c: told.orders(c.before), "right", 122,
           hint=QT_TRANSLATE_NOOP("Columns", "Orders of the host's average session by the forecast alone, 80% range; a single session goes up and down more")),
    Column("after", QT_TRANSLATE_NOOP("Columns", "Orders now"), lambda c: c.after.value, lambda c: told.orders(c.after), "right", 122,
           hint=QT_TRANSLATE_NOOP("Columns", "Orders of the host's average session with your results, 80% range; a single session goes up and down more")),
    _other(Measure.VIEWS, QT_TRANSLATE_NOOP("Columns", "Views"), QT_TRANSLATE_NOOP("Columns", "Views of a session against what the host shows: 0.5 × is half")),
    _other(Measure.RETURNS, QT_TRANSLATE_NOOP("Columns", "Returns"), QT_TRANSLATE_NOOP("Columns", "Odds that an order comes back against the usual")),
    _other(Measure.REPEAT, QT_TRANSLATE_NOOP("Columns", "Buy again"), QT_TRANSLATE_NOOP("Columns", "Share of the host's customers who buy again, against that of all hosts")),
)  # fmt: skip


class LearntView(QWidget):
    """A table of hosts with results, and two columns of sentences under it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._learned: Learned | None = None
        self._difference: Difference | None = None
        self.table: RecordTable[Change] = RecordTable(COLUMNS, lambda c: c.id)
        self.plan, self.trust = Points(), Points()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.APART)
        self.table.setMinimumHeight(grown(LEAST_HEIGHT))
        column.addWidget(self.table, 1)
        column.addWidget(side_by_side(self.plan, self.trust))

    def show_learned(self, learned: "Learned | None") -> None:
        """Show what results taught."""
        self._learned, self._difference = learned, None
        self.table.set_rows(learned.changes if learned else ())
        self.retranslate()

    def show_difference(self, found: "Difference | None") -> None:
        """Show what the plan does differently because of it."""
        self._difference = found
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.table.set_empty(self.tr("No result is of a host in the roster."))
        learned, found = self._learned, self._difference
        lines = [told.difference(found)] if found else []
        if found:
            lines += [told.move(one) for one in (*found.came[:MOVES], *found.went[:MOVES])]
        self.plan.tell(self.tr("What the plan does differently") if lines else "", lines)
        trust = [told.average()] if learned and learned.changes else []
        trust += [told.held(learned.calibration, learned.results)] if learned and learned.calibration else []
        if learned:
            trust += [reason(one) for one in (*learned.checks, *learned.unused)]
        self.trust.tell(self.tr("How far to trust forecasts") if trust else "", trust)
