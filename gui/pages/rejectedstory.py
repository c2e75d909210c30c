"""One host who was left out: why, and what would bring him in."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from gui.pages.points import Points
from gui.parts import Elided, story_column, text_label
from gui.words import single
from gui.words.labels import label
from gui.words.reasons import reason_code

if TYPE_CHECKING:
    from model.matrix.plan import Rejected
    from model.matrix.single import WaysIn


class RejectedStory(QFrame):
    """Beside the table of those left out; follows the row that is chosen there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._row: Rejected | None = None
        self._found: WaysIn | None = None
        self.name, self.tier = Elided("section"), text_label("badge", wrap=False)
        self.why, self.about = text_label(), text_label("hint")
        self.ways, self.note, self.empty = Points(), text_label("hint"), text_label("muted")
        self._room = QWidget()
        self._arrange()

    def show_row(self, row: "Rejected | None", found: "WaysIn | None" = None) -> None:
        """Tell of this host, and what would bring him in as soon as that is found; None: no host is chosen."""
        self._row, self._found = row, found
        self._tell()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self._tell()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.name, 1)
        head.addWidget(self.tier, 0, Qt.AlignmentFlag.AlignVCenter)
        inner = story_column(self, self.empty, self._room)
        inner.addLayout(head)
        for part in (self.why, self.about, self.ways, self.note):
            inner.addWidget(part)

    def _tell(self) -> None:
        row = self._row
        self._room.setVisible(row is not None)
        self.empty.setVisible(row is None)
        self.empty.setText(self.tr("Choose a host in the table to see what would bring them in."))
        if row is None:
            return
        self.name.tell(row.name)
        self.tier.setText(label(row.tier))
        self.why.setText(reason_code(row.reason))
        short = row.short_by
        self.about.setText("" if short is None else single.estimate(short, row.reason))
        self.about.setVisible(bool(self.about.text()))
        self._tell_ways(row)

    def _tell_ways(self, row: "Rejected") -> None:
        from model.matrix.single import ASIDE

        found, idle = self._found, row.reason in ASIDE
        lines = single.ways_in(found) if found else []
        self.ways.tell(self.tr("What would bring this host in") if lines else "", lines)
        waiting = self.tr("Working out exactly what would bring this host in…")
        done = self.tr("Each was tried by itself: only that was changed, and the plan made again.")
        self.note.setText(done if lines else waiting)
        self.note.setVisible(not idle)
