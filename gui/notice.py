"""The card for what went wrong or well; made when there is something to say, so the first look goes without."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QWidget

from gui import language, theme
from gui.announcing import announce
from gui.buttons import make_button
from gui.parts import set_tone
from gui.scale import Space
from gui.wrapping import Wrapped

__all__ = ["Notice", "Text"]

BESIDE = 90
"""Pixels of a notice that its text cannot have: the margins, the button that closes it, and ends of lines."""
Text = str | Callable[[], str]
"""A sentence, or what says it in the language of the moment."""


class Notice(QFrame):
    """A card for a sentence that must be seen; it goes away by its button or the next success.

    A sentence given as a callable follows a change of language; one that came as a text stays as it is.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._said: Text = ""
        self._next: tuple[Callable[[], str], Callable[[], object]] | None = None
        self.text = Wrapped()
        self.text.setWordWrap(True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(self.text)
        scroll.setMaximumHeight(110)
        self.action = make_button("right", self._act, primary=True)
        self._close = QPushButton()
        self._close.setProperty("flat", True)
        self._close.setIcon(theme.icon("close"))
        self._close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.APART, Space.NEAR, Space.NEAR, Space.NEAR)
        row.addWidget(scroll, 1)
        row.addWidget(self.action, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()
        language.follow(self.retranslate)

    def settle(self) -> None:
        """What went well is said no longer once something else is done; a warning stays."""
        if self.property("tone") == "good":
            self.hide()

    def say(
        self,
        text: Text,
        tone: str = "bad",
        action: tuple[Callable[[], str], Callable[[], object]] | None = None,
    ) -> None:
        """Show a text; tone is good, warn or bad; an action (its name, what it does) is a button that leads on."""
        self._said, self._next = text, action
        set_tone(self, tone)
        self.retranslate()
        self.show()
        announce(self, self.text.text())

    def retranslate(self) -> None:
        """Say it again in the language of the moment."""
        text = self._said if isinstance(self._said, str) else self._said()
        self.text.setText(text)
        self.action.setVisible(self._next is not None)
        self.action.setText(self._next[0]() if self._next else "")
        self._close.setAccessibleName(self.tr("Close this notice"))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As high as the text is at this width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room, advance = max(self.width() - BESIDE, 1), self.text.fontMetrics().horizontalAdvance
        if self._next:
            room -= self.action.sizeHint().width()
        lines = min(sum(1 + advance(line) // room for line in self.text.text().split("\n")), 5)
        self.setFixedHeight(max(26 + 20 * lines, 50 if self._next else 0))
        if (layout := self.layout()) is not None and layout.geometry() != self.contentsRect():
            layout.setGeometry(self.contentsRect())  # within a resize Qt leaves the parts where they were

    def _act(self) -> None:
        if self._next is not None:
            self._next[1]()
