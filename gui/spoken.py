"""What a screen reader says of parts that have no words of their own beside them: tables, icons in fields, marks."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QSizePolicy, QTabWidget, QWidget

from gui import theme

__all__ = ["Dot", "name_glass", "place_of", "searchable"]

DOT = "·"


def place_of(widget: QWidget) -> str:
    """Where a widget stands, in words: its tab, else its page, else its dialog; empty where none of them has a name."""
    one, above = widget, widget.parentWidget()
    while above is not None:
        tabs = above.parentWidget()
        if isinstance(tabs, QTabWidget) and (place := tabs.indexOf(one)) >= 0:
            return tabs.tabText(place).replace("&", "")
        heading = getattr(above, "heading", None)
        if isinstance(heading, QLabel) and heading.text():
            return heading.text()
        if above.isWindow():
            return above.windowTitle()
        one, above = above, tabs
    return ""


def searchable(line: QLineEdit) -> None:
    """A magnifier at the head of a field, called as the field says what it is for."""
    glass = line.addAction(theme.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
    line.setProperty("glass", glass)


def name_glass(line: QLineEdit) -> None:
    """Give the magnifier the words of its field, after those were said in another language."""
    if (glass := line.property("glass")) is not None:
        glass.setText(line.placeholderText())


class Dot(QWidget):
    """The mark before a point of a list: seen, and not read out before every line."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """One sign."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(DOT), metrics.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """One dot, at the height of the first line beside it."""
        with QPainter(self) as painter:
            painter.setPen(theme.current().colour("text"))
            painter.drawText(0, self.fontMetrics().ascent(), DOT)
