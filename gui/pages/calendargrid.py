"""The weeks of a launch, painted: a row a week, a chip a session; a chip is dragged to another day."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget

from gui import theme, words
from gui.tips import tip
from gui.words import launchwords

__all__ = ["CalendarGrid", "Cell", "Chip"]

GUTTER: Final = 46
HEAD: Final = 26
TOP: Final = 21
CHIP: Final = 20
LEAST: Final = 44
"""Least height of a week."""
WEEK: Final = 7
STEPS: Final = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -WEEK,
    Qt.Key.Key_Down: WEEK,
}


@dataclass(frozen=True, eq=False)
class Chip:
    """One session: where it lies, what is written on it, its colour (a token), and what speaks against its day.

    The tip is worded when somebody asks: of hundreds of sessions a few are pointed at.
    """

    id: str
    day: dt.date
    text: str
    token: str
    tip: Callable[[], str]
    tone: str = ""
    fixed: bool = False


@dataclass(frozen=True)
class Cell:
    """One day: what is written beside its number, its ground (a token, empty for none), the tip; ``free`` from work."""

    day: dt.date
    mark: str = ""
    ground: str = ""
    tip: str = ""
    free: bool = False


class CalendarGrid(QWidget):
    """``picked``: a session was chosen; ``tried``: it is held over a day; ``moved``: it was dropped on another day."""

    picked = Signal(str)
    tried = Signal(str, object)
    moved = Signal(str, object)
    seen = Signal(QRect)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells: dict[dt.date, Cell] = {}
        self._chips: dict[dt.date, list[Chip]] = {}
        self._monday = dt.date.min
        self._rows: list[int] = [HEAD]
        self.current = ""
        self._grip: QPointF | None = None
        self._held: tuple[str, QPointF, dt.date | None] | None = None
        self._verdict = ("", "")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)

    # ── what is shown ──

    def show_days(self, cells: Sequence[Cell], chips: Sequence[Chip]) -> None:
        """Show these days and the sessions on them; the chosen session stays chosen."""
        self._cells = {cell.day: cell for cell in cells}
        self._chips = {}
        for chip in chips:
            self._chips.setdefault(chip.day, []).append(chip)
        self._held = None
        if self.chip(self.current) is None:
            self.current = ""
        self._measure()
        self.update()

    def chip(self, id_: str) -> Chip | None:
        """The session with this id."""
        return next((chip for chip in self._all() if chip.id == id_), None)

    def choose(self, id_: str) -> None:
        """Choose a session and bring it into sight."""
        if id_ != self.current:
            self.current = id_
            self.picked.emit(id_)
        chip = self.chip(id_)
        if chip is not None:
            self.setAccessibleDescription(words.listed([chip.text, chip.day.isoformat()]))
            self.seen.emit(self._place(chip))
        self.update()

    def show_verdict(self, tone: str, text: str) -> None:
        """Colour the day a session is held over, and say why: hard ``bad``, soft ``warn``, else ``good``."""
        self._verdict = (tone, text)
        if self._held is not None and text:
            QToolTip.showText(self.mapToGlobal(self._held[1].toPoint()) + QPoint(16, 16), tip(text), self)
        else:
            QToolTip.hideText()
        self.update()

    # ── geometry ──

    def sizeHint(self) -> QSize:
        """Every week."""
        return QSize(700, self._rows[-1] + 2)

    def _all(self) -> Iterator[Chip]:
        for day in sorted(self._chips):
            yield from self._chips[day]

    def _measure(self) -> None:
        days = [*self._cells, *self._chips]
        first, last = min(days, default=dt.date(2027, 1, 4)), max(days, default=dt.date(2027, 1, 4))
        self._monday = first - dt.timedelta(first.weekday())
        weeks = (last - self._monday).days // WEEK + 1
        self._rows = [HEAD]
        for week in range(weeks):
            monday = self._monday + dt.timedelta(WEEK * week)
            most = max(len(self._chips.get(monday + dt.timedelta(n), ())) for n in range(WEEK))
            self._rows.append(self._rows[-1] + max(LEAST, TOP + CHIP * most + 4))
        self.setMinimumHeight(self._rows[-1] + 2)
        self.updateGeometry()

    def _column(self) -> float:
        return max(1.0, (self.width() - GUTTER - 1) / WEEK)

    def rect_of(self, day: dt.date) -> QRectF:
        """Where a day is painted."""
        week, column = divmod((day - self._monday).days, WEEK)
        week = min(max(week, 0), len(self._rows) - 2)
        return QRectF(
            GUTTER + column * self._column(),
            self._rows[week],
            self._column(),
            self._rows[week + 1] - self._rows[week],
        )

    def _place(self, chip: Chip) -> QRect:
        box = self.rect_of(chip.day)
        row = self._chips[chip.day].index(chip)
        return QRectF(box.left() + 2, box.top() + TOP + CHIP * row, box.width() - 4, CHIP - 2).toRect()

    def day_at(self, place: QPointF) -> dt.date | None:
        """The day under a point, None beside the days."""
        column = int((place.x() - GUTTER) // self._column())
        week = next((n for n, bottom in enumerate(self._rows[1:]) if place.y() < bottom), -1)
        if not 0 <= column < WEEK or week < 0 or place.y() < HEAD:
            return None
        return self._monday + dt.timedelta(WEEK * week + column)

    def chip_at(self, place: QPointF) -> Chip | None:
        """The session under a point."""
        day = self.day_at(place)
        chips = self._chips.get(day, []) if day else []
        return next((chip for chip in chips if self._place(chip).contains(place.toPoint())), None)

    # ── hands ──

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a session; it may be dragged from here."""
        chip = self.chip_at(event.position()) if event.button() == Qt.MouseButton.LeftButton else None
        self._grip = event.position() if chip else None
        if chip:
            self.choose(chip.id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the chosen session along, and ask what is wrong with the day below it."""
        place = event.position()
        if self._grip is None:
            over = self.chip_at(place) is not None
            self.setCursor(Qt.CursorShape.OpenHandCursor if over else Qt.CursorShape.ArrowCursor)
            return
        far = (place - self._grip).manhattanLength() >= QApplication.startDragDistance()
        if self._held is None and not far:
            return
        before = self._held[2] if self._held else None
        day = self.day_at(place)
        self._held = (self.current, place, day)
        self.seen.emit(QRect(place.toPoint() - QPoint(1, 20), QSize(2, 40)))
        if day != before:
            self._verdict = ("", "")
            self.tried.emit(self.current, day)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop the session."""
        held, self._held, self._grip = self._held, None, None
        self.show_verdict("", "")
        chip = self.chip(held[0]) if held else None
        if held and chip and held[2] is not None and held[2] != chip.day:
            self.moved.emit(held[0], held[2])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose the session before or after; with Ctrl they move the chosen one by a day or a week."""
        chip, step = self.chip(self.current), STEPS.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape and self._held is not None:
            self._held = self._grip = None
            self.show_verdict("", "")
        elif step is not None and event.modifiers() & Qt.KeyboardModifier.ControlModifier and chip:
            self.moved.emit(chip.id, chip.day + dt.timedelta(step))
        elif step is not None:
            ids = [one.id for one in self._all()]
            place = ids.index(self.current) if self.current in ids else -1
            if ids:
                self.choose(ids[min(max(place + (1 if step > 0 else -1), 0), len(ids) - 1)])
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Answer a hovering pointer with what is known of the session or the day."""
        if isinstance(event, QHelpEvent):
            chip = self.chip_at(QPointF(event.pos()))
            day = self.day_at(QPointF(event.pos()))
            cell = self._cells.get(day) if day else None
            text = chip.tip() if chip else cell.tip if cell else ""
            QToolTip.showText(event.globalPos(), tip(text), self)
            return True
        return super().event(event)

    # ── painting ──

    def paintEvent(self, event: QPaintEvent) -> None:
        """Days and sessions, those that are seen."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_heads(painter)
        for week in range(len(self._rows) - 1):
            if self._rows[week + 1] < event.rect().top() or self._rows[week] > event.rect().bottom():
                continue
            days = [self._monday + dt.timedelta(WEEK * week + column) for column in range(WEEK)]
            for day in days:
                self._paint_day(painter, day)
            for chip in (chip for day in days for chip in self._chips.get(day, ())):
                self._paint_chip(painter, chip, QRectF(self._place(chip)), self._is_held(chip))
        if self._held is not None and (held := self.chip(self._held[0])) is not None:
            ghost = QRectF(0, 0, self._column() - 4, CHIP - 2)
            ghost.moveCenter(self._held[1])
            self._paint_chip(painter, held, ghost, False)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.current().colour("accent"), 2))
            painter.drawRect(self.visibleRegion().boundingRect().adjusted(1, 1, -1, -1))

    def _is_held(self, chip: Chip) -> bool:
        return self._held is not None and self._held[0] == chip.id

    def _paint_heads(self, painter: QPainter) -> None:
        painter.setPen(theme.current().colour("muted"))
        for column, name in enumerate(launchwords.WEEKDAYS):
            box = QRectF(GUTTER + column * self._column(), 0, self._column(), HEAD)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words.say(name))

    def _paint_day(self, painter: QPainter, day: dt.date) -> None:
        look, box, cell = theme.current(), self.rect_of(day), self._cells.get(day)
        held = self._held is not None and self._held[2] == day
        ground = self._verdict[0] if held else cell.ground if cell else ""
        painter.setPen(QPen(look.colour("accent" if held else "line"), 2 if held else 1))
        painter.setBrush(look.colour(f"{ground}_soft" if ground else "card" if cell else "bg"))
        painter.drawRect(box)
        if day.weekday() == 0:
            self._paint_month(painter, day, box)
        if cell is None:
            return
        painter.setPen(look.colour("bad" if cell.free else "text"))
        number = f"{day.month}/{day.day}" if day.day == 1 else str(day.day)
        inner = box.adjusted(6, 3, -4, 0)
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, number)
        painter.setPen(look.colour(f"{ground}_ink" if ground else "muted"))
        room = inner.adjusted(painter.fontMetrics().horizontalAdvance(number) + 6, 0, 0, 0)
        text = painter.fontMetrics().elidedText(cell.mark, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, text)

    def _paint_month(self, painter: QPainter, monday: dt.date, box: QRectF) -> None:
        painter.setPen(theme.current().colour("muted"))
        side = QRectF(0, box.top() + 3, GUTTER - 6, TOP)
        text = f"{monday.month}/{monday.day}"
        painter.drawText(side, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, text)

    def _paint_chip(self, painter: QPainter, chip: Chip, box: QRectF, faint: bool) -> None:
        look = theme.current()
        painter.save()
        painter.setOpacity(0.35 if faint else 1.0)
        chosen = chip.id == self.current
        edge = "text" if chosen else f"{chip.token}_ink" if chip.fixed else f"{chip.token}_soft"
        painter.setPen(QPen(look.colour(edge), 1.6 if chosen else 1.0))
        painter.setBrush(look.colour(f"{chip.token}_soft"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(chip.token))
        painter.drawRoundedRect(QRectF(box.left() + 1, box.top() + 2, 3, box.height() - 4), 1, 1)
        if chip.tone:
            painter.setBrush(look.colour(chip.tone))
            painter.drawEllipse(QPointF(box.right() - 7, box.center().y()), 3.5, 3.5)
        painter.setPen(look.colour(f"{chip.token}_ink"))
        inner = box.adjusted(8, 0, -14 if chip.tone else -4, 0)
        text = painter.fontMetrics().elidedText(chip.text, Qt.TextElideMode.ElideRight, int(inner.width()))
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.restore()
