"""One line above the hosts: of how many the check for water cannot tell, what is missing, and where it goes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui import words
from gui.parts import make_button, text_label
from gui.scale import Space
from gui.why import why
from gui.words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from model.authenticity.untold import Untold

__all__ = ["UntoldLine"]

MISSING = {
    "posts": QT_TRANSLATE_NOOP("Words", "views and likes of single posts ({count})"),
    "engagement_rate": QT_TRANSLATE_NOOP("Words", "engagement rate ({count})"),
    "views": QT_TRANSLATE_NOOP("Words", "views of a session ({count})"),
}


class UntoldLine(QWidget):
    """Not there where nothing is missing. ``wanted``: the files with it are to be read in."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: Untold | None = None
        self.text, self.go = text_label("hint"), make_button("import", self.wanted.emit)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.NEAR)
        row.addWidget(self.text, 1)
        row.addWidget(why("roster#untold"), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.go, 0, Qt.AlignmentFlag.AlignVCenter)
        self.tell(None)

    def tell(self, found: "Untold | None") -> None:
        """Show what the check found missing."""
        self._found = found
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        found = self._found
        self.setVisible(bool(found and found.hosts and found.missing))
        self.go.setText(self.tr("Import posts…"))
        if found is not None:
            self.text.setText(said(found))


def said(found: "Untold") -> str:
    """Of how many hosts nothing can be told, what they lack, and what to ask for."""
    text = QT_TRANSLATE_NOOP(
        "Words",
        "For {hosts} of {of} hosts it cannot be told whether figures are inflated (“water”). They lack {missing}. Ask each for a table of the last {posts} posts or more, with views and likes.",
    )
    missing = [words.say(MISSING[code], count=words.number(count)) for code, count in found.missing]
    return words.say(
        text,
        hosts=words.number(found.hosts),
        of=words.number(found.of),
        missing=words.series(missing),
        posts=words.number(found.least_posts),
    )
