"""Shows a drawn chart and knows which of its places have names."""

import math
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui import theme
from gui.charts.style import Spot
from gui.tips import tip

__all__ = ["Canvas", "Picture"]

NEAR = 7.0
HALF = 0.5
RING = 2.0
"""Width of the ring that shows where the keyboard is."""
STEPS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
}
ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}
PICKS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


@dataclass(frozen=True)
class Picture:
    """A drawn chart, and the places in it that have names."""

    image: QImage
    spots: list[Spot] = field(default_factory=list)


class Canvas(QWidget):
    """Shows a picture, names what the pointer is on, and passes clicks on.

    With the keyboard: arrows go from one named place to the next, Enter or the space bar is a click on it.
    """

    resized = Signal()
    picked = Signal(str)
    menu_wanted = Signal(QPoint)
    named = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.picture: Picture | None = None
        self.sentence = ""
        self._place = -1
        self.setMouseTracking(True)
        self.setMinimumSize(160, 110)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_picture(self, picture: Picture | None, sentence: str) -> None:
        """Show a picture, a sentence, or both."""
        if picture is not self.picture:
            self._place = -1
        self.picture = picture
        self.sentence = sentence
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if picture is None else Qt.FocusPolicy.StrongFocus)
        self.update()

    def spot_at(self, place: QPointF) -> Spot | None:
        """The named place under the pointer, the nearest of several."""
        near = [(self._distance(spot, place), spot) for spot in (self.picture.spots if self.picture else [])]
        reach = min(self.width(), self.height())
        hits = [(far, spot) for far, spot in near if far <= max(NEAR, spot.radius * reach)]
        return min(hits, key=lambda hit: hit[0])[1] if hits else None

    def event(self, event: QEvent) -> bool:
        """Answer a hovering pointer with the name of the place."""
        if isinstance(event, QHelpEvent):
            spot = self.spot_at(QPointF(event.pos()))
            if spot is not None:
                QToolTip.showText(event.globalPos(), tip(spot.text), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show that a place can be clicked."""
        named = self.spot_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if named else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Pass a click on a named place on."""
        spot = self.spot_at(event.position())
        if spot is not None and event.button() == Qt.MouseButton.LeftButton:
            self.picked.emit(spot.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from place to place, or pick the one gone to."""
        spots = self.picture.spots if self.picture else []
        key = Qt.Key(event.key())
        if spots and key in STEPS:
            self._go(0 if self._place < 0 else (self._place + STEPS[key]) % len(spots))
        elif spots and key in ENDS:
            self._go(ENDS[key] % len(spots))
        elif key in PICKS and 0 <= self._place < len(spots):
            self.picked.emit(spots[self._place].key)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show it no longer."""
        super().focusOutEvent(event)
        self.update()

    def _go(self, place: int) -> None:
        spot = (self.picture.spots if self.picture else [])[place]
        self._place = place
        self.update()
        QToolTip.showText(self.mapToGlobal(self._where(spot).toPoint()), tip(spot.text), self)
        self.named.emit(spot.text)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu."""
        self.menu_wanted.emit(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for a picture of the new size."""
        super().resizeEvent(event)
        self.resized.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show picture and sentence."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self.picture is not None:
            self._paint_picture(painter, self.picture.image)
        if self.sentence:
            self._paint_sentence(painter)
        if self.hasFocus():
            self._paint_ring(painter)

    def _paint_picture(self, painter: QPainter, image: QImage) -> None:
        """Pixel on pixel where it was drawn for this size, else stretched until the next one is there.

        On a screen that enlarges by 1.25 the corner lies between pixels: each would be mixed from four.
        """
        to_pixels = painter.deviceTransform()
        scale = to_pixels.m11()
        wide, high = self.width() * scale - image.width(), self.height() * scale - image.height()
        if scale != image.devicePixelRatio() or not (0 <= wide < 1 and 0 <= high < 1):
            painter.drawImage(self.rect(), image)
            return
        corner = to_pixels.map(QPointF(0, 0))
        whole = QPointF(math.floor(corner.x() + HALF), math.floor(corner.y() + HALF))
        painter.drawImage((whole - corner) / scale, image)

    def _paint_ring(self, painter: QPainter) -> None:
        """About the chart, and about the place the arrows went to."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.current().colour("accent"), RING))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        if self.picture and 0 <= self._place < len(self.picture.spots):
            painter.setPen(QPen(theme.current().colour("text"), RING))
            painter.drawEllipse(self._where(self.picture.spots[self._place]), NEAR + RING, NEAR + RING)

    def _paint_sentence(self, painter: QPainter) -> None:
        look = theme.current()
        inner = self.rect().adjusted(20, 10, -20, -10)
        flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        bounds: QRect = painter.boundingRect(inner, flags, self.sentence)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(look.colour("line") if self.picture is not None else Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("card"))
        painter.drawRoundedRect(bounds.adjusted(-14, -8, 14, 8), 8, 8)
        painter.setPen(look.colour("muted"))
        painter.drawText(inner, flags, self.sentence)

    def _distance(self, spot: Spot, place: QPointF) -> float:
        away = self._where(spot) - place
        return float((away.x() ** 2 + away.y() ** 2) ** 0.5)

    def _where(self, spot: Spot) -> QPointF:
        return QPointF(spot.x * self.width(), (1 - spot.y) * self.height())
