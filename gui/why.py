"""A quiet question mark beside a number: it shows the paragraph of the help that explains it."""

from typing import Final

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QToolButton, QVBoxLayout

from gui import helptexts, language, theme, words
from gui.words import QT_TRANSLATE_NOOP

__all__ = ["why"]

WIDE: Final = 360
SIDE: Final = 14


def why(topic: str) -> QToolButton:
    """The button for a topic: ``file#anchor`` of ``resources/help/<language>/<file>.md``."""
    return _Why(topic)


class _Why(QToolButton):
    def __init__(self, topic: str) -> None:
        super().__init__()
        self._topic = topic
        self.setProperty("why", True)
        self.setProperty("topic", topic)
        self.setIcon(theme.icon("help", "muted"))
        self.setIconSize(QSize(SIDE, SIDE))
        self.clicked.connect(self._show)
        language.follow(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Say its name in the language of the moment."""
        title = helptexts.find(self._topic, helptexts.spoken()).title
        name = words.say(QT_TRANSLATE_NOOP("Words", "Why? {title}"), title=title)
        self.setAccessibleName(name)
        self.setToolTip(name)

    def _show(self) -> None:
        """The paragraph on a card below the button, until something else is clicked or Esc is pressed."""
        card = QFrame(self, Qt.WindowType.Popup)
        card.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        card.setProperty("card", True)
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 12, 16, 12)
        told = helptexts.find(self._topic, helptexts.spoken())
        for role, text in (("section", told.title), ("", told.text)):
            label = QLabel(text)
            label.setProperty("role", role)
            label.setTextFormat(Qt.TextFormat.MarkdownText if not role else Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            column.addWidget(label)
        more = QPushButton(words.say(QT_TRANSLATE_NOOP("Words", "Read on in the help")))
        more.clicked.connect(lambda: self._read_on(card))
        column.addWidget(more)
        card.setFixedWidth(WIDE)
        card.adjustSize()
        card.move(self._place(card.size()))
        card.show()

    def _read_on(self, card: QFrame) -> None:
        from gui.helpview import show_help

        card.close()
        show_help(self, self._topic)

    def _place(self, size: QSize) -> QPoint:
        """Below the button, within the window."""
        window = self.window()
        at = self.mapTo(window, QPoint(self.width() - size.width(), self.height() + 2))
        left = min(max(at.x(), 8), max(window.width() - size.width() - 8, 8))
        top = min(at.y(), max(window.height() - size.height() - 8, 8))
        return window.mapToGlobal(QPoint(left, top))
