"""What the operator's work is worth: schemes of pay over good and bad months, a fair range, one page to agree on."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui import words
from gui.columns import Column
from gui.pages.points import Points, side_by_side
from gui.parts import make_button, scrolled, text_label
from gui.scale import Space
from gui.tables import RecordTable
from gui.why import why
from gui.words import QT_TRANSLATE_NOOP, launchwords
from gui.words.reasons import reason

if TYPE_CHECKING:
    from model.launch.overview import Launch
    from model.launch.work import SchemeResult

HEIGHT: Final = 156
TONES: Final = {"pay_fair": "good", "pay_too_low": "warn", "pay_too_high": "warn"}
BRIEF: Final = {
    "pay_fair": QT_TRANSLATE_NOOP("Words", "both gain"),
    "pay_too_low": QT_TRANSLATE_NOOP("Words", "too low"),
    "pay_too_high": QT_TRANSLATE_NOOP("Words", "too high"),
}
EACH: Final = QT_TRANSLATE_NOOP("Columns", "Operator / owner, a month")


def _brief(one: "SchemeResult") -> str:
    return words.say(BRIEF[one.verdict.code])


def _briefs() -> list[str]:
    return [words.say(text) for text in BRIEF.values()]


def _name(one: "SchemeResult") -> str:
    return launchwords.scheme(one.scheme)


COLUMNS: Final[tuple[Column["SchemeResult"], ...]] = (
    Column("scheme", QT_TRANSLATE_NOOP("Columns", "Pay"), _name, _name, width=0, least=480, narrow=260, free=True),
    Column("mean", QT_TRANSLATE_NOOP("Columns", "Operator, average"), lambda s: s.operator, lambda s: words.money_short(s.operator), "right", 136, narrow=100),
    Column("bad", QT_TRANSLATE_NOOP("Columns", "Bad month"), lambda s: s.bad.operator, lambda s: launchwords.month(s.bad), "right", 142, narrow=120, hint=EACH),
    Column("middle", QT_TRANSLATE_NOOP("Columns", "Average month"), lambda s: s.middle.operator, lambda s: launchwords.month(s.middle), "right", 142, narrow=120, hint=EACH),
    Column("good", QT_TRANSLATE_NOOP("Columns", "Good month"), lambda s: s.good.operator, lambda s: launchwords.month(s.good), "right", 150, narrow=120, hint=EACH),
    Column("wage", QT_TRANSLATE_NOOP("Columns", "Below wage"), lambda s: s.under_wage, lambda s: words.odds(s.under_wage), "right", 112, narrow=84, hint=QT_TRANSLATE_NOOP("Columns", "How often a month brings the operator less than they would earn elsewhere")),
    Column("verdict", QT_TRANSLATE_NOOP("Columns", "Verdict"), _brief, _brief, width=94, among=_briefs, badge=lambda s: TONES[s.verdict.code]),
)  # fmt: skip


class PayView(QWidget):
    """``sheet_wanted``: the page for owner and operator as a PDF; ``copied``: it is on the clipboard."""

    sheet_wanted = Signal()
    copy_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: Launch | None = None
        self.verdict, self.profit = text_label("section"), text_label("muted")
        self._titles = [text_label("section", wrap=False) for _ in range(2)]
        self.usual: RecordTable[SchemeResult] = RecordTable(COLUMNS, lambda s: s.scheme.code)
        self.agreed: RecordTable[SchemeResult] = RecordTable(COLUMNS, lambda s: s.scheme.code)
        self.sheet = make_button("file", self.sheet_wanted.emit)
        self.copy = make_button("copy", self.copy_wanted.emit)
        self.why = why("launch#pay")
        self.told = Points()
        self._frame = side_by_side(self.told)
        self._arrange()
        self.retranslate()

    def show_launch(self, found: "Launch | None") -> None:
        """Show what the work of this launch is worth."""
        self._found = found
        self.usual.set_rows(found.work.schemes if found else ())
        self.agreed.set_rows(found.work.agreed if found else ())
        self._show()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.sheet.setText(self.tr("One page as PDF…"))
        self.copy.setText(self.tr("Copy as text"))
        self._titles[0].setText(self.tr("Usual ways to pay (operator / owner)"))
        self._titles[1].setText(self.tr("The same, set so that they pay the fair middle on average"))
        for title, table in zip(self._titles, (self.usual, self.agreed), strict=True):
            table.setAccessibleName(title.text())
        self.usual.set_empty(self.tr("Place the sessions first."))
        self.agreed.set_empty(self.tr("No pay is fair to both."))
        self._show()

    def _arrange(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        inside = QWidget()
        whole.addWidget(scrolled(inside))
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.NEAR)
        row = QHBoxLayout()
        row.addWidget(self.verdict, 1)
        row.addWidget(self.why)
        row.addWidget(self.copy)
        row.addWidget(self.sheet)
        column.addLayout(row)
        column.addWidget(self.profit)
        for title, table in zip(self._titles, (self.usual, self.agreed), strict=True):
            table.search_when_long()
            table.setFixedHeight(HEIGHT)
            column.addWidget(title)
            column.addWidget(table)
        column.addWidget(self._frame)
        column.addStretch(1)

    def _show(self) -> None:
        work = self._found.work if self._found else None
        for part in (
            self.verdict,
            self.profit,
            self.sheet,
            self.copy,
            self.why,
            self._frame,
            self._titles[1],
            self.agreed,
        ):
            part.setVisible(work is not None)
        if work is None:
            return
        self.verdict.setText(words.sentences(reason(one) for one in work.reasons))
        self.profit.setText(launchwords.month_profit(work))
        self.told.tell(self.tr("Please note"), launchwords.pay_notes(work))
