"""Shows a drawn chart and knows which of its places have names."""

from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui import theme
from gui.charts.style import Spot

__all__ = ["Canvas", "Picture"]

NEAR = 7.0


@dataclass(frozen=True)
class Picture:
    """A drawn chart, and the places in it that have names."""

    image: QImage
    spots: list[Spot] = field(default_factory=list)


class Canvas(QWidget):
    """Shows a picture, names what the pointer is on, and passes clicks on."""

    resized = Signal()
    picked = Signal(str)
    menu_wanted = Signal(QPoint)

    def __init__(self) -> None:
        super().__init__()
        self.picture: Picture | None = None
        self.sentence = ""
        self.setMouseTracking(True)
        self.setMinimumSize(160, 110)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_picture(self, picture: Picture | None, sentence: str) -> None:
        """Show a picture, a sentence, or both."""
        self.picture = picture
        self.sentence = sentence
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
                QToolTip.showText(event.globalPos(), spot.text, self)
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
            painter.drawImage(self.rect(), self.picture.image)
        if self.sentence:
            self._paint_sentence(painter)

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
        across = spot.x * self.width() - place.x()
        down = (1 - spot.y) * self.height() - place.y()
        return float((across**2 + down**2) ** 0.5)
