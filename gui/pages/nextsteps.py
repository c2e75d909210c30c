"""The way from a product to a review as a checklist: where each step stands, why, and a button that leads to it."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui import theme, words
from gui.parts import make_button, set_tone, text_label
from gui.scale import Space
from gui.words import overview as said
from gui.words.reasons import reason

if TYPE_CHECKING:
    from model.deciding.known import Step

__all__ = ["NextSteps"]

PAGES: Final[Mapping[str, str]] = {
    "mend": "products",
    "check": "roster",
    "choose": "matrix",
    "book": "launch",
    "review": "results",
}
LOOKS: Final[Mapping[str, tuple[str, str, str]]] = {
    "done": ("done", "good", "good"),
    "now": ("now", "accent", "accent"),
    "waiting": ("clock", "muted", "muted"),
    "doubtful": ("warning", "warn", "warn"),
}
"""Icon, its colour and the tone of the badge, by state."""
SIDE: Final = 20
WIDE: Final = 126
"""Pixels of every button, so that they stand in a column."""


class Sign(QWidget):
    """A line icon in the colours of the moment."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = theme.icon("clock", "muted")
        self.setFixedSize(QSize(SIDE, SIDE))

    def show_icon(self, name: str, token: str) -> None:
        """Show this icon."""
        self._icon = theme.icon(name, token)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The icon, as large as there is room."""
        self._icon.paint(QPainter(self), self.rect())


class Row(QWidget):
    """One step: icon, name and state, why, and its button."""

    def __init__(self, code: str, button: QPushButton) -> None:
        super().__init__()
        self.code, self.button = code, button
        button.setMinimumWidth(WIDE)
        self.sign = Sign()
        self.name = text_label("section", wrap=False)
        self.state = text_label("badge", wrap=False)
        self.state.hide()  # until it has a word to say
        self.why = text_label("hint")
        top = QHBoxLayout()
        top.setSpacing(Space.NEAR)
        top.addWidget(self.name)
        top.addWidget(self.state)
        top.addStretch(1)
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addStretch(1)
        told.addLayout(top)
        told.addWidget(self.why)
        told.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.APART)
        row.addWidget(self.sign)
        row.addLayout(told, 1)
        row.addWidget(button)

    def show_step(self, number: int, step: "Step") -> None:
        """Show where it stands."""
        state = step.state.value
        icon, token, tone = LOOKS[state]
        self.sign.show_icon(icon, token)
        self.name.setText(f"{number} {words.say(said.STEPS[self.code])}")
        self.state.setText(words.say(said.STATES[state]))
        set_tone(self.state, tone)
        self.state.show()
        self.why.setText(reason(step.why))

    def name_button(self, page: str) -> None:
        """Say on the button which page it leads to, and aloud for which step and why."""
        self.button.setText(page)
        self.button.setAccessibleName(f"{words.say(said.STEPS[self.code])}: {page}")
        told = (part for part in (self.state.text(), self.why.text()) if part)
        self.button.setAccessibleDescription(words.listed(told))


class NextSteps(QFrame):
    """``go`` names the page a step leads to."""

    go = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.title = text_label("section", wrap=False)
        self.rows = {
            code: Row(code, make_button("right", partial(self.go.emit, page))) for code, page in PAGES.items()
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.INSIDE, Space.NEAR, Space.APART, Space.NEAR)
        column.setSpacing(0)  # the rows share what room there is
        column.addWidget(self.title)
        for row in self.rows.values():
            column.addWidget(row, 1)

    def show_steps(self, steps: "Sequence[Step]") -> None:
        """Show where the steps stand."""
        for number, step in enumerate(steps, 1):
            row = self.rows[step.code]
            row.show_step(number, step)
            row.name_button(row.button.text())

    def retranslate(self) -> None:
        """Say what stays the same in the language of the moment."""
        self.title.setText(self.tr("Next steps"))
        for row, page in zip(self.rows.values(), self._page_names(), strict=True):
            row.name_button(page)

    def _page_names(self) -> tuple[str, ...]:
        return (
            self.tr("Products"),
            self.tr("Hosts"),
            self.tr("Host matrix"),
            self.tr("Launch"),
            self.tr("Results"),
        )
