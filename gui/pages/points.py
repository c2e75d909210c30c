"""A heading and the points below it, each hanging on its dot."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gui.parts import Elided, text_label
from gui.scale import Space
from gui.spoken import Dot

__all__ = ["Points", "side_by_side"]


class Points(QWidget):
    """A short list to be read."""

    def __init__(self) -> None:
        super().__init__()
        self.heading = Elided("section")
        self._heading = ""
        self._points: tuple[str, ...] = ()
        self._lines: list[tuple[QWidget, QLabel]] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(Space.HAIR)
        self._grid.setVerticalSpacing(Space.TIGHT)
        self._grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.TIGHT)
        column.addWidget(self.heading)
        column.addLayout(self._grid)
        column.addStretch(1)

    def tell(self, heading: str, points: Sequence[str] = ()) -> None:
        """Show these points under a heading."""
        self._heading, self._points = heading, tuple(points)
        self.heading.tell(heading)
        self.heading.setVisible(bool(heading))
        while len(self._lines) < len(points):
            self._add_line()
        for place, (dot, line) in enumerate(self._lines):
            line.setText(points[place] if place < len(points) else "")
            for part in (dot, line):
                part.setVisible(place < len(points))

    def text(self) -> str:
        """All that is told, line by line."""
        return "\n".join(part for part in (self._heading, *self._points) if part)

    def _add_line(self) -> None:
        dot, line = Dot(), text_label()
        line.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(dot, len(self._lines), 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(line, len(self._lines), 1)
        self._lines.append((dot, line))


def side_by_side(*parts: QWidget) -> QFrame:
    """A card with these parts in it, equally wide."""
    frame = QFrame()
    frame.setProperty("card", True)
    row = QHBoxLayout(frame)
    row.setContentsMargins(Space.INSIDE, Space.APART, Space.INSIDE, Space.APART)
    row.setSpacing(Space.PAGE)
    for part in parts:
        row.addWidget(part, 1)
    return frame
