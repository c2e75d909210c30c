"""A quiet question mark beside a number: it shows the paragraph of the help that explains it."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QTabBar, QTabWidget, QToolButton, QVBoxLayout

from gui import helptexts, language, theme, words
from gui.scale import Space
from gui.tips import tip
from gui.words import QT_TRANSLATE_NOOP

__all__ = ["why", "why_of_tabs"]

WIDE: Final = 360
SIDE: Final = 14


def why(topic: str) -> "Why":
    """The button for a topic: ``file#anchor`` of ``resources/help/<language>/<file>.md``."""
    return Why(topic)


def why_of_tabs(tabs: QTabWidget | QTabBar, topics: Sequence[str]) -> "Why":
    """The button for the tab that is in front, in the corner where there is one; ``topics`` in the order of the tabs."""
    made = Why(topics[0])
    if isinstance(tabs, QTabWidget):
        tabs.setCornerWidget(made)
    tabs.currentChanged.connect(lambda place: made.ask(topics[max(place, 0)]))
    return made


class Why(QToolButton):
    """The question mark; what it is asked may change."""

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

    def ask(self, topic: str) -> None:
        """Explain something else from now on."""
        self._topic = topic
        self.setProperty("topic", topic)
        self.retranslate()

    def retranslate(self) -> None:
        """Say its name in the language of the moment."""
        title = helptexts.find(self._topic, helptexts.spoken()).title
        name = words.say(QT_TRANSLATE_NOOP("Words", "Why? {title}"), title=title)
        self.setAccessibleName(name)
        self.setAccessibleDescription(words.say(QT_TRANSLATE_NOOP("Words", "Opens a short explanation")))
        self.setToolTip(tip(name))

    def _show(self) -> None:
        """The paragraph on a card below the button, until something else is clicked or Esc is pressed."""
        card = QFrame(self, Qt.WindowType.Popup)
        card.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        card.setProperty("card", True)
        column = QVBoxLayout(card)
        column.setContentsMargins(Space.INSIDE, Space.APART, Space.INSIDE, Space.APART)
        told = helptexts.find(self._topic, helptexts.spoken())
        for role, text in (("section", told.title), ("", told.brief())):
            label = QLabel(text)
            label.setProperty("role", role)
            label.setTextFormat(Qt.TextFormat.MarkdownText if not role else Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.linkActivated.connect(lambda link: self._read_on(card, link.replace(".md", "")))
            column.addWidget(label)
        more = QPushButton(words.say(QT_TRANSLATE_NOOP("Words", "Read on in the help")))
        more.clicked.connect(lambda: self._read_on(card, self._topic))
        column.addWidget(more)
        card.ensurePolished()
        edge = card.contentsMargins().left()  # the frame, which the layout does not count
        card.resize(WIDE, column.heightForWidth(WIDE - 2 * edge) + 2 * edge)
        card.move(self._place(card.size()))
        card.show()

    def _read_on(self, card: QFrame, topic: str) -> None:
        from gui.helpview import show_help

        card.close()
        show_help(self, topic)

    def _place(self, size: QSize) -> QPoint:
        """Below the button, within the window."""
        window = self.window()
        at = self.mapTo(window, QPoint(self.width() - size.width(), self.height() + 2))
        left = min(max(at.x(), 8), max(window.width() - size.width() - 8, 8))
        top = min(at.y(), max(window.height() - size.height() - 8, 8))
        return window.mapToGlobal(QPoint(left, top))
