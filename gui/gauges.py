"""Small painted pictures beside a form: class bars, price gauge, rate gauge. They only show what they are given."""

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui import theme, words
from gui.scale import Space
from gui.words import QT_TRANSLATE_NOOP
from gui.words.labels import label

if TYPE_CHECKING:
    from model.records import Estimate

ROW = 26
SPAN = math.log(20)
ENDS = (30, 42)
"""Room for 0 % and 100 % beside the rate gauge's track."""


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
        look, wide = theme.current(), self.fontMetrics().horizontalAdvance
        name, figure = max(wide(label(one)) for one in "ABCD") + Space.APART, wide("100%") + Space.APART
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(look.colour("text"))
        painter.drawText(QRectF(0, top, name, ROW), middle | Qt.AlignmentFlag.AlignLeft, label(letter))
        painter.drawText(
            QRectF(self.width() - figure, top, figure, ROW),
            middle | Qt.AlignmentFlag.AlignRight,
            words.odds(share) if self._shares else words.UNKNOWN,
        )
        track = QRectF(name, top + ROW / 2 - 5, max(self.width() - name - figure, 10), 10)
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
        text = QT_TRANSLATE_NOOP("Words", "price {price}, border {border}")
        said = words.say(text, price=words.money(price, 2), border=words.money(threshold))
        self.setAccessibleName(said if threshold else "")
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


class RateGauge(QWidget):
    """The own repurchase rate with its range against the rate at which an order pays back, 0 to 100 %."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rate: Estimate | None = None
        self._needed: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rates(self, rate: "Estimate", needed: float | None) -> None:
        """Show an own rate with its 80 % range, and the one needed (None: even everybody is not enough)."""
        self._rate, self._needed = rate, needed
        text = QT_TRANSLATE_NOOP("Words", "Repurchase rate: {needed}; {own}")
        self.setAccessibleName(words.say(text, needed=_needed_text(needed), own=_own_text(rate)))
        self.update()

    def sizeHint(self) -> QSize:
        """One track with words above and below."""
        return QSize(280, 60)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Red up to the rate that is needed, green beyond; the own range as a band with its middle."""
        if self._rate is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(ENDS[0], 25, max(self.width() - sum(ENDS), 10), 10)
        self._paint_sides(painter, track)
        self._paint_own(painter, track, self._rate)
        self._paint_needed(painter, track)

    def _paint_sides(self, painter: QPainter, track: QRectF) -> None:
        look = theme.current()
        painter.setPen(look.colour("muted"))
        for side, text in (
            (QRectF(0, 20, ENDS[0] - 6, 20), 0.0),
            (QRectF(track.right() + 6, 20, 36, 20), 1.0),
        ):
            painter.drawText(
                side, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words.percent(text)
            )
        painter.setPen(Qt.PenStyle.NoPen)
        edge = 1.0 if self._needed is None else self._needed
        for start, end, token in ((0.0, edge, "bad"), (edge, 1.0, "good")):
            painter.setBrush(look.colour(f"{token}_soft"))
            if end > start:
                painter.drawRoundedRect(_stretch(track, start, end), 4, 4)

    def _paint_own(self, painter: QPainter, track: QRectF, rate: "Estimate") -> None:
        look = theme.current()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("accent"))
        painter.drawRoundedRect(_stretch(track, rate.low, rate.high).adjusted(0, 3, 0, -3), 2, 2)
        middle = QPointF(_stretch(track, 0, rate.value).right(), track.center().y())
        painter.setPen(QPen(look.colour("card"), 1.5))
        painter.drawEllipse(middle, 5.5, 5.5)
        painter.setPen(look.colour("text"))
        self._write(painter, middle.x(), 40, _own_text(rate))

    def _paint_needed(self, painter: QPainter, track: QRectF) -> None:
        never = self._needed is None
        x = _stretch(track, 0, 1.0 if self._needed is None else self._needed).right()
        painter.setPen(theme.current().colour("bad" if never else "text"))
        self._write(painter, x, 0, _needed_text(self._needed))
        if not never:
            painter.setPen(QPen(theme.current().colour("text"), 1.5))
            painter.drawLine(QPointF(x, 20), QPointF(x, 39))

    def _write(self, painter: QPainter, x: float, top: float, text: str) -> None:
        """A text about a place, but never beyond the edges."""
        width = painter.fontMetrics().horizontalAdvance(text) + 4
        left = min(max(x - width / 2, 0), max(self.width() - width, 0))
        painter.drawText(QRectF(left, top, width, 19), Qt.AlignmentFlag.AlignCenter, text)


def _stretch(track: QRectF, start: float, end: float) -> QRectF:
    """The part of a track between two shares."""
    return QRectF(
        track.left() + track.width() * start, track.top(), track.width() * (end - start), track.height()
    )


def _needed_text(needed: float | None) -> str:
    if needed is None:
        return words.say(QT_TRANSLATE_NOOP("Words", "not even at 100%"))
    return words.say(QT_TRANSLATE_NOOP("Words", "break-even {rate}"), rate=words.percent(needed))


def _own_text(rate: "Estimate") -> str:
    return words.say(
        QT_TRANSLATE_NOOP("Words", "yours {rate} ({span})"),
        rate=words.percent(rate.value),
        span=words.span(rate.low, rate.high, words.percent),
    )
