"""Small painted pictures beside a form: the four class bars and the price gauge. They only show what they are given."""

import math
from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui import theme, words
from gui.words.labels import label

ROW = 26
NAME = 132
FIGURE = 46
SPAN = math.log(20)


class ClassBars(QWidget):
    """Probabilities of A, B, C, D as four bars."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shares: Mapping[str, float] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_shares(self, shares: Mapping[str, float]) -> None:
        """Show these probabilities by letter (none: an empty picture)."""
        self._shares = dict(shares)
        self.setAccessibleName(", ".join(f"{label(k)} {words.odds(v)}" for k, v in self._shares.items()))
        self.update()

    def sizeHint(self) -> QSize:
        """Four rows."""
        return QSize(280, 4 * ROW)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Name, track, bar and figure of each letter."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for row, letter in enumerate("ABCD"):
            self._paint_row(painter, row * ROW, letter, self._shares.get(letter, 0.0))

    def _paint_row(self, painter: QPainter, top: float, letter: str, share: float) -> None:
        look = theme.current()
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(look.colour("text"))
        painter.drawText(QRectF(0, top, NAME, ROW), middle | Qt.AlignmentFlag.AlignLeft, label(letter))
        painter.drawText(
            QRectF(self.width() - FIGURE, top, FIGURE, ROW),
            middle | Qt.AlignmentFlag.AlignRight,
            words.odds(share) if self._shares else words.UNKNOWN,
        )
        track = QRectF(NAME, top + ROW / 2 - 5, max(self.width() - NAME - FIGURE - 6, 10), 10)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("raised"))
        painter.drawRoundedRect(track, 5, 5)
        if share > 0.004:
            painter.setBrush(look.colour(f"class_{letter.lower()}"))
            painter.drawRoundedRect(
                QRectF(track.left(), track.top(), max(track.width() * share, 6), 10), 5, 5
            )


class PriceGauge(QWidget):
    """Where a price lies about the threshold, on a logarithmic scale."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._threshold = 0.0
        self._price = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_price(self, price: float, threshold: float) -> None:
        """Show a price against the threshold (0: nothing)."""
        self._price, self._threshold = price, threshold
        self.setAccessibleName(f"{words.money(price, 2)} / {words.money(threshold)}")
        self.update()

    def sizeHint(self) -> QSize:
        """One track with figures above and below."""
        return QSize(280, 56)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A green stretch below the threshold, a red one above, and a pointer at the price."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = theme.current()
        left, right = 6.0, self.width() - 6.0
        middle = left + (right - left) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        for start, end, token in ((left, middle, "good"), (middle, right, "bad")):
            painter.setBrush(look.colour(f"{token}_soft"))
            painter.drawRoundedRect(QRectF(start, 24, end - start, 10), 4, 4)
        if self._threshold:
            self._paint_figures(painter, left, right, middle)

    def _paint_figures(self, painter: QPainter, left: float, right: float, middle: float) -> None:
        look = theme.current()
        painter.setPen(QPen(look.colour("text"), 1.5))
        painter.drawLine(QPointF(middle, 20), QPointF(middle, 38))
        below = QRectF(middle - 60, 38, 120, 18)
        painter.setPen(look.colour("muted"))
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, words.money(self._threshold))
        away = max(-1.0, min(1.0, math.log(self._price / self._threshold) / SPAN))
        x = middle + away * (right - left) / 2
        token = "bad" if self._price > self._threshold else "good"
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(token))
        painter.drawPolygon(QPolygonF([QPointF(x, 30), QPointF(x - 6, 19), QPointF(x + 6, 19)]))
        painter.setPen(look.colour(token))
        place = QRectF(min(max(x - 60, 0), self.width() - 120), 0, 120, 18)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words.money(self._price, 2))
