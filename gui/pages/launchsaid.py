"""What a launch comes to, and beside it why that is not what the matrix says."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.parts import text_label
from gui.why import why

__all__ = ["LaunchSaid"]


class LaunchSaid(QWidget):
    """A sentence, and one below it in small print with its question mark."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.verdict, self.apart, self.why = text_label("section"), text_label("hint"), why("launch#apart")
        row = QHBoxLayout()
        row.addWidget(self.apart, 1)
        row.addWidget(self.why, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.verdict)
        column.addLayout(row)

    def tell(self, verdict: str, apart: str = "") -> None:
        """Show both; what there is nothing to say of is not there."""
        self.verdict.setText(verdict)
        self.apart.setText(apart)
        for part in (self.apart, self.why):
            part.setVisible(bool(apart))
