"""One host before he is paid: what his figures look like beside those of his peers, and what to offer him."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from gui import words
from gui.pages.evidencerows import EvidenceRows
from gui.pages.points import Points
from gui.parts import make_button, text_label
from gui.scale import Space
from gui.why import why
from gui.words import QT_TRANSLATE_NOOP, water
from model.intake.out.pasted import pasted

if TYPE_CHECKING:
    from model.authenticity.fee import Point
    from model.authenticity.roster import HostCheck

TONES: Final = {"clean": "good", "doubtful": "warn", "padded": "bad", "unknown": "muted"}
SHORT: Final = {
    "clean": QT_TRANSLATE_NOOP("Words", "no sign"),
    "doubtful": QT_TRANSLATE_NOOP("Words", "doubtful"),
    "padded": QT_TRANSLATE_NOOP("Words", "looks inflated"),
    "unknown": QT_TRANSLATE_NOOP("Words", "cannot tell"),
}


def short(verdict: str) -> str:
    """A verdict in a word or two."""
    return words.say(SHORT[verdict])


def shorts() -> list[str]:
    """All of them."""
    return [short(verdict) for verdict in SHORT]


class WaterView(QWidget):
    """Verdict, evidence with its peers drawn, and the negotiation sheet to copy."""

    print_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._check: HostCheck | None = None
        self._points: Sequence[Point] = ()
        self.verdict, self.value = text_label("section"), text_label("muted")
        self.points, self.why = Points(), why("roster#fee")
        self.copy = make_button("copy", self._copy)
        self.print = make_button("print", self.print_wanted.emit)
        self.evidence = EvidenceRows()
        self._arrange()

    def show_check(self, check: "HostCheck | None", points: "Sequence[Point]" = ()) -> None:
        """Show what was found of one host, and how to negotiate with him."""
        self._check, self._points = check, points
        self._tell()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.copy.setText(self.tr("Copy as text"))
        self.copy.setToolTip(self.tr("Verdict, figures, questions and prices as text, to send or to print"))
        self.print.setText(self.tr("Negotiation sheet…"))
        self.print.setToolTip(
            self.tr("Figures, questions, prices, and room for what is agreed, on paper or as PDF")
        )
        self._tell()

    # ── inside ──

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.copy)
        row.addWidget(self.print)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.APART, Space.NEAR, 0)
        column.setSpacing(Space.APART)
        said, offered = QHBoxLayout(), QHBoxLayout()
        said.addWidget(self.verdict, 1)
        said.addWidget(why("ideas#water"), 0, Qt.AlignmentFlag.AlignTop)
        offered.addWidget(self.points, 1)
        offered.addWidget(self.why, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(said)
        column.addWidget(self.value)
        column.addWidget(self.evidence)
        column.addLayout(offered)
        column.addLayout(row)
        column.addStretch(1)

    def _tell(self) -> None:
        check = self._check
        self.copy.setEnabled(check is not None)
        self.print.setEnabled(check is not None)
        self.why.setVisible(check is not None)
        self.evidence.show_pieces(check.evidence if check else ())
        if check is None:
            self.verdict.setText(self.tr("Choose a host to see how the figures compare."))
            self.value.setText("")
            self.points.tell("")
            return
        self.verdict.setText(water.verdict(check.verdict.value))
        believed = check.authenticity
        self.value.setText(
            self.tr("Authenticity {0} (eight times in ten {1})").format(
                words.percent(believed.value), words.span(believed.low, believed.high, words.percent)
            )
        )
        self.points.tell(self.tr("What to offer"), [water.point(one) for one in self._points])

    def _copy(self) -> None:
        if self._check is not None:
            lines = [*water.lines(self._check), *(water.point(one) for one in self._points)]
            QApplication.clipboard().setText(pasted("\n".join(lines)))
