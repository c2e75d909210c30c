"""Word of mouth as a picture that moves: everybody reached, in the colour of who brought him, step by step."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QHideEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui import theme
from gui.charts.launch import COLOURS, LEVELS

if TYPE_CHECKING:
    from gui.pages.placing import Crowds, Person

PACE: Final = 140
"""Milliseconds a step is shown."""
DOT: Final = 2.2
BATCH: Final = 4000
"""People painted in one turn of the event loop at most: 5 ms."""


class SpreadPicture(QWidget):
    """People in a disc, those who know most in the middle. It moves only while it is seen and wanted.

    ``stepped``: this step is shown now; ``ended``: the last one is.
    """

    stepped = Signal(int)
    ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: Crowds = []
        self._counts: list[list[int]] = []
        self._plate = QPixmap()
        self._painted = (-1, 0)
        self._look = theme.current()
        self.step = -1
        self.is_wanted = False
        self._timer = QTimer(self, interval=PACE)
        self._timer.timeout.connect(self._tick)
        self.setMinimumSize(220, 200)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_crowds(self, crowds: "Crowds") -> None:
        """Show these people, step by step, nobody reached yet."""
        self._steps = crowds
        self._counts = running_counts(self._steps)
        self.show_step(-1)

    def counts(self, step: int) -> list[int]:
        """How many were reached up to a step, by whom: in the order of LEVELS."""
        return self._counts[step] if 0 <= step < self.steps else [0] * len(LEVELS)

    @property
    def steps(self) -> int:
        """How many steps there are."""
        return len(self._steps)

    @property
    def is_moving(self) -> bool:
        """Whether the picture moves now."""
        return self._timer.isActive()

    def show_step(self, step: int) -> None:
        """Show all who were reached up to this step."""
        self.step = min(step, self.steps - 1)
        self.stepped.emit(self.step)
        self.update()

    def play(self, wanted: bool) -> None:
        """Move on from where it stands, from the start where it is through, or stand still."""
        self.is_wanted = wanted
        if wanted and self.step >= self.steps - 1:
            self.show_step(-1)
        self._run()

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(420, 420)

    def showEvent(self, event: QShowEvent) -> None:
        """Move on."""
        super().showEvent(event)
        self._run()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing moves that nobody sees."""
        super().hideEvent(event)
        self._timer.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Everybody has another place."""
        super().resizeEvent(event)
        self._painted = (-1, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The disc and those reached; only those who are new are painted, a batch in a turn."""
        self._catch_up()
        QPainter(self).drawPixmap(0, 0, self._plate)

    def _run(self) -> None:
        if self.is_wanted and self.isVisible() and self._steps:
            self._timer.start()
        else:
            self._timer.stop()

    def _tick(self) -> None:
        self.show_step(self.step + 1)
        if self.step >= self.steps - 1:
            self.is_wanted = False
            self._timer.stop()
            self.ended.emit()

    def _catch_up(self) -> None:
        done, place = self._painted
        ratio = self.devicePixelRatioF()
        if done > self.step or self._look is not theme.current() or self._plate.size() != self.size() * ratio:
            self._fresh(ratio)
            done, place = -1, 0
        painter = QPainter(self._plate)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = BATCH
        while done < self.step and left > 0:
            crowd = self._steps[done + 1][place : place + left]
            self._paint(painter, crowd)
            left, place = left - len(crowd), place + len(crowd)
            if place >= len(self._steps[done + 1]):
                done, place = done + 1, 0
        painter.end()
        self._painted = (done, place)
        if done < self.step:
            self.update()

    def _fresh(self, ratio: float) -> None:
        self._look = theme.current()
        self._plate = QPixmap(self.size() * ratio)
        self._plate.setDevicePixelRatio(ratio)
        self._plate.fill(self._look.colour("card"))
        painter = QPainter(self._plate)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.colour("line"), 1))
        painter.setBrush(self._look.colour("raised"))
        painter.drawEllipse(self._disc())
        painter.end()

    def _disc(self) -> QRectF:
        side = max(min(self.width(), self.height()) - 8, 10)
        return QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)

    def _paint(self, painter: QPainter, crowd: "list[Person]") -> None:
        disc = self._disc()
        middle, radius = disc.center(), disc.width() / 2 - 2
        for place, level in enumerate(LEVELS):
            dots = [
                QPointF(middle.x() + x * radius, middle.y() + y * radius) for x, y, by in crowd if by == place
            ]
            pen = QPen(self._look.colour(COLOURS[level]), DOT)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawPoints(QPolygonF(dots))


def running_counts(steps: "Crowds") -> list[list[int]]:
    """How many were reached up to each step, by whom: in the order of LEVELS."""
    counts, made = [0] * len(LEVELS), []
    for crowd in steps:
        for _, _, by in crowd:
            counts[by] += 1
        made.append(list(counts))
    return made
