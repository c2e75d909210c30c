"""What every page has: a title with buttons, a notice for what went wrong, and its words in the language of the moment."""

from collections.abc import Callable
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gui import theme, words
from gui.parts import Elided, card, make_button, set_tone, text_label
from gui.saving import ask_save, with_ending
from gui.session import Session
from gui.words import problems
from model.errors import UserError

__all__ = ["Elided", "Notice", "Page", "card", "make_button", "scrolled", "text_label", "with_ending"]


class Notice(QFrame):
    """A card for a sentence that must be seen; it goes away by its button or the next success."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(self.text)
        scroll.setMaximumHeight(110)
        self._close = QPushButton()
        self._close.setProperty("flat", True)
        self._close.setIcon(theme.icon("close"))
        self._close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 8, 8)
        row.addWidget(scroll, 1)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def settle(self) -> None:
        """What went well is said no longer once something else is done; a warning stays."""
        if self.property("tone") == "good":
            self.hide()

    def say(self, text: str, tone: str = "bad") -> None:
        """Show a text; tone is good, warn or bad."""
        self.text.setText(text)
        set_tone(self, tone)
        self._close.setAccessibleName(self.tr("Close this notice"))
        lines = min(text.count("\n") + 1 + len(text) // 90, 5)
        self.setFixedHeight(26 + 20 * lines)
        self.show()


class Page(QWidget):
    """One page of the window. Subclasses fill ``self.body``; those that read files or choose looks say so below."""

    language_chosen = Signal(str)
    theme_chosen = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("page", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)
        self.session = session
        self.heading = QLabel()
        self.heading.setProperty("role", "title")
        self.about = QLabel()
        self.about.setProperty("role", "muted")
        self.notice = Notice()
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.addWidget(self.heading)
        self.head.addSpacing(6)
        self.head.addWidget(self.about, 1)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(22, 16, 22, 14)
        self.body.setSpacing(12)
        self.body.addLayout(self.head)
        self.body.addWidget(self.notice)
        self._buttons: list[tuple[QPushButton, Callable[[], str]]] = []

    def title(self) -> str:
        """What the page is called, in the language of the moment."""
        raise NotImplementedError

    def subtitle(self) -> str:
        """What the page is for, in half a sentence."""
        return ""

    def show_choices(self, language: str, look: str) -> None:
        """Which language and look are chosen (only the settings page shows them)."""

    def save_report(self) -> None:
        """Write the page as a PDF (only the matrix page has one)."""

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.heading.setText(self.title())
        self.about.setText(self.subtitle())
        for button, name in self._buttons:
            button.setText(name())

    def changeEvent(self, event: QEvent) -> None:
        """Follow language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def add_button(
        self, name: Callable[[], str], icon: str, action: Callable[[], None], primary: bool = False
    ) -> QPushButton:
        """A button in the title row."""
        button = make_button(icon, action, primary)
        self.head.addWidget(button)
        self._buttons.append((button, name))
        return button

    def try_to(self, action: Callable[[], object]) -> bool:
        """Do something that may be refused; a refusal is shown as a notice."""
        try:
            action()
        except UserError as error:
            self.refuse(error)
            return False
        return True

    def refuse(self, error: Exception) -> None:
        """Show what was refused and why; anything but a user's error is a fault of ours and goes to the crash hook."""
        if not isinstance(error, UserError):
            raise error
        self.notice.say(problems.error(error))

    def save_template(self, kind: Literal["products", "roster"], title: str, suggestion: str) -> None:
        """Ask for a file and write the template of a kind (see ``model.intake.out.templates``) into it."""
        from model.intake.out.templates import write_template

        path = self.ask_save(title, suggestion)
        if path is not None and self.try_to(lambda: write_template(kind, path, words.language())):
            self.notice.say(self.tr("Template saved: {0}").format(str(path)), "good")

    def ask_save(self, title: str, suggestion: str) -> Path | None:
        """A file to write, or None."""
        return ask_save(self, title, suggestion)


def scrolled(widget: QWidget) -> QScrollArea:
    """The widget in a scroll area that follows its width."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(widget)
    widget.setAutoFillBackground(False)
    area.viewport().setAutoFillBackground(False)
    return area
