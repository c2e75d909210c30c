"""A figure beside its peers: the range of four in five as a band, the middle as a line, the figure as a dot."""

import math
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui import theme
from gui.tips import tip

if TYPE_CHECKING:
    from model.authenticity.roster import Evidence

HEIGHT: Final = 16
EDGE: Final = 7.0
BAND: Final = 0.4
"""How much of the accent the band has: less of it cannot be told from the track on a dark ground."""
ROOM: Final = 0.35
"""Room beside the band and the dot, as a share of what they span."""


class PeerBar(QWidget):
    """On a logarithmic track where every figure is above nothing, else on a plain one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._piece: Evidence | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_piece(self, piece: "Evidence", said: str = "") -> None:
        """Show this figure; ``said`` tells what it is, where no line beside it does: nothing is read out twice."""
        self._piece = piece
        self.setVisible(piece.peers is not None and math.isfinite(piece.value))
        self.setAccessibleName(said)
        self.setToolTip(tip(said) if said else "")
        self.update()

    def sizeHint(self) -> QSize:
        """One track."""
        return QSize(240, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Track, band, middle and dot."""
        piece = self._piece
        if piece is None or piece.peers is None:
            return
        low, middle, high, value = _places(piece.peers.low, piece.peers.value, piece.peers.high, piece.value)
        look, centre = theme.current(), HEIGHT / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        band = look.colour("accent")
        band.setAlphaF(BAND)
        for start, end, colour in ((0.0, 1.0, look.colour("raised")), (low, high, band)):
            painter.setBrush(colour)
            left, right = self._at(start), self._at(end)
            painter.drawRoundedRect(QRectF(left, centre - 4, max(right - left, 3.0), 8), 4, 4)
        painter.setPen(QPen(look.colour("accent"), 1.5))
        painter.drawLine(QLineF(self._at(middle), centre - 5, self._at(middle), centre + 5))
        odd = piece.side != "usual"
        painter.setPen(QPen(look.colour("card"), 1.5))
        painter.setBrush(look.colour("bad" if odd and piece.weight > 0 else "text"))
        painter.drawEllipse(QPointF(self._at(value), centre), 5, 5)

    def _at(self, share: float) -> float:
        return EDGE + share * max(self.width() - 2 * EDGE, 1.0)


def _places(*figures: float) -> tuple[float, ...]:
    """Where figures lie between 0 and 1."""
    if all(figure > 0 for figure in figures):
        figures = tuple(math.log(figure) for figure in figures)
    least, most = min(figures), max(figures)
    room = (most - least) * ROOM or 1.0
    return tuple((figure - least + room) / (most - least + 2 * room) for figure in figures)
