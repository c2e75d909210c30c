"""A heading and the points below it, each hanging on its dot."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from gui.parts import Elided, text_label

__all__ = ["Points", "side_by_side"]


class Points(QWidget):
    """A short list to be read."""

    def __init__(self) -> None:
        super().__init__()
        self._told: tuple[str, ...] = ()
        self.heading = Elided("section")
        self._body = text_label()
        self._body.setTextFormat(Qt.TextFormat.RichText)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.heading)
        column.addWidget(self._body)
        column.addStretch(1)

    def tell(self, heading: str, points: Sequence[str] = ()) -> None:
        """Show these points under a heading."""
        self._told = (heading, *points) if heading else tuple(points)
        self.heading.tell(heading)
        self.heading.setVisible(bool(heading))
        rows = (f"<tr><td>·&nbsp;</td><td>{escape(point)}</td></tr>" for point in points)
        self._body.setText(f"<table cellspacing='0'>{''.join(rows)}</table>" if points else "")
        self._body.setAccessibleName("\n".join(points))

    def text(self) -> str:
        """All that is told, line by line."""
        return "\n".join(self._told)


def side_by_side(*parts: QWidget) -> QFrame:
    """A card with these parts in it, equally wide."""
    frame = QFrame()
    frame.setProperty("card", True)
    row = QHBoxLayout(frame)
    row.setContentsMargins(16, 12, 16, 12)
    row.setSpacing(24)
    for part in parts:
        row.addWidget(part, 1)
    return frame
