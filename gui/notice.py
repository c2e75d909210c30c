"""The card for what went wrong or well; made when there is something to say, so the first look goes without."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QWidget

from gui import theme
from gui.parts import set_tone

__all__ = ["Notice"]


class Notice(QFrame):
    """A card for a sentence that must be seen; it goes away by its button or the next success."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(self.text)
        scroll.setMaximumHeight(110)
        self._close = QPushButton()
        self._close.setProperty("flat", True)
        self._close.setIcon(theme.icon("close"))
        self._close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 8, 8)
        row.addWidget(scroll, 1)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def settle(self) -> None:
        """What went well is said no longer once something else is done; a warning stays."""
        if self.property("tone") == "good":
            self.hide()

    def say(self, text: str, tone: str = "bad") -> None:
        """Show a text; tone is good, warn or bad."""
        self.text.setText(text)
        set_tone(self, tone)
        self._close.setAccessibleName(self.tr("Close this notice"))
        lines = min(text.count("\n") + 1 + len(text) // 90, 5)
        self.setFixedHeight(26 + 20 * lines)
        self.show()
