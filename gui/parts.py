"""Small parts that pages and dialogs share: buttons, labels, cards, in the roles of the style sheet."""

from PySide6.QtCore import QCoreApplication, QDate, QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QDateEdit,
    QFrame,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from gui.buttons import make_button
from gui.scale import Space
from gui.tips import tip
from gui.wrapping import Wrapped

__all__ = [
    "Elided",
    "Scrolled",
    "Squeezed",
    "card",
    "date_field",
    "in_card",
    "make_button",
    "restyle",
    "scrolled",
    "set_tone",
    "text_label",
]


FRAMES = 6
"""Pixels that the frames of cards take, which are not in what these say they need."""
DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


class Elided(QLabel):
    """A heading that gives way: too long a name ends in …, and the tip has it whole."""

    def __init__(self, role: str) -> None:
        super().__init__()
        self._whole = ""
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def tell(self, text: str) -> None:
        """Show a text, as much of it as fits."""
        self._whole = text
        self.setAccessibleName(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the text to the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = max(self.width() - 2, 0)
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        self.setText(shown)
        self.setToolTip(tip(self._whole) if shown != self._whole else "")


def card(spacing: int = Space.NEAR) -> tuple[QFrame, QVBoxLayout]:
    """A framed card with a column in it."""
    frame = QFrame()
    frame.setProperty("card", True)
    column = QVBoxLayout(frame)
    column.setContentsMargins(Space.INSIDE, Space.APART, Space.INSIDE, Space.APART)
    column.setSpacing(spacing)
    return frame, column


def in_card(part: QWidget) -> QFrame:
    """A part in a card of its own."""
    frame, inner = card()
    inner.addWidget(part, 1)
    return frame


def story_column(
    holder: QWidget,
    empty: QWidget,
    room: QWidget,
    margins: tuple[int, int, int, int] = (Space.INSIDE, Space.APART, Space.INSIDE, Space.APART),
) -> QVBoxLayout:
    """The column in ``room``, which tells of what is chosen beside; ``empty`` stands in its place until something is."""
    outer = QVBoxLayout(holder)
    outer.setContentsMargins(*margins)
    outer.addWidget(empty)
    outer.addWidget(room)
    outer.addStretch(1)
    column = QVBoxLayout(room)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(Space.NEAR)
    return column


def date_field() -> QDateEdit:
    """A day to be typed or taken from a calendar."""
    made = QDateEdit()
    made.setCalendarPopup(True)
    made.setDisplayFormat("yyyy-MM-dd")
    made.setDateRange(QDate(2000, 1, 1), QDate(2099, 12, 31))
    return made


def set_tone(widget: QWidget, tone: str) -> None:
    """Colour a card, a badge or a figure: good, warn, bad, class_a to class_d, or empty for plain."""
    restyle(widget, "tone", tone)


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Set a property the style sheet looks at, and have the widget painted by it."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def text_label(role: str = "", wrap: bool = True) -> QLabel:
    """A plain label in one of the roles of the style sheet."""
    made = Wrapped()
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    return made


class Scrolled(QScrollArea):
    """A scroll area the Tab key stops at only where nothing in it can be reached, so that it can be read with keys."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().rangeChanged.connect(self._suit)

    def minimumSizeHint(self) -> QSize:
        """Never narrower than what is in it, as it does not scroll sideways."""
        least, inner = super().minimumSizeHint(), self.viewport().findChild(QWidget, options=DIRECT)
        if inner is None:
            return least
        beside = self.verticalScrollBar().sizeHint().width() + FRAMES
        return least.expandedTo(QSize(inner.minimumSizeHint().width() + beside, 0))

    def event(self, event: QEvent) -> bool:
        """Tell those around when what is in it needs more room, and follow language."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        elif event.type() == QEvent.Type.LanguageChange:
            self._name()
        return super().event(event)

    def bring_up(self, part: QWidget) -> None:
        """Scroll a part of what is in it to the top, with what it has just opened below it."""
        lay_out()
        self.verticalScrollBar().setValue(part.y())

    def showEvent(self, event: QShowEvent) -> None:
        """Lay out what is in it anew where Qt gave it another size while showing it, and told nobody.

        That happens where its words changed while they were hidden: the size comes within the event of the last one.
        """
        super().showEvent(event)
        inner = self.widget()
        layout = inner.layout() if inner is not None else None
        if inner is not None and layout is not None and layout.geometry().size() != inner.size():
            QApplication.sendEvent(inner, QResizeEvent(inner.size(), layout.geometry().size()))

    def _suit(self, _least: int, most: int) -> None:
        reads = most > 0 and not any(
            part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.isVisibleTo(self)
            for part in self.viewport().findChildren(QWidget)
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if reads else Qt.FocusPolicy.NoFocus)
        self._name()

    def _name(self) -> None:
        reads = self.focusPolicy() is not Qt.FocusPolicy.NoFocus
        self.setAccessibleName(self.tr("Text to scroll with the arrow keys") if reads else "")


class Squeezed(QWidget):
    """What is scrolled only where it has less room than its parts need at least, and not than they would like."""

    def heightForWidth(self, width: int) -> int:
        """The least height at this width: words may take more lines in less of it."""
        layout = self.layout()
        return layout.minimumHeightForWidth(width) if layout is not None else super().heightForWidth(width)


def lay_out() -> None:
    """Lay out now what waits for it: the room of what has just been shown is not known before, nor how far it scrolls."""
    for _inner_then_outer in range(2):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)


def scrolled(widget: QWidget) -> Scrolled:
    """The widget in a scroll area that follows its width."""
    area = Scrolled()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(widget)
    widget.setAutoFillBackground(False)
    area.viewport().setAutoFillBackground(False)
    return area
