"""The way from a product to a review as a checklist: where each step stands, why, and a button that leads to it."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from gui import theme, words
from gui.parts import make_button, set_tone, text_label
from gui.words import overview as said
from gui.words.reasons import reason

if TYPE_CHECKING:
    from model.overview import Step

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
        self._icon.paint(QPainter(self), QRectF(self.rect()).toRect())


class Row:
    """The parts of one step."""

    def __init__(self, code: str) -> None:
        self.code = code
        self.sign = Sign()
        self.name = text_label("section", wrap=False)
        self.state = text_label("badge", wrap=False)
        self.why = text_label("hint")

    def show_step(self, number: int, step: "Step") -> None:
        """Show where it stands."""
        state = step.state.value
        icon, token, tone = LOOKS[state]
        self.sign.show_icon(icon, token)
        self.name.setText(f"{number} {words.say(said.STEPS[self.code])}")
        self.state.setText(words.say(said.STATES[state]))
        set_tone(self.state, tone)
        self.why.setText(reason(step.why))
        self.sign.setAccessibleName(self.state.text())


class NextSteps(QFrame):
    """``go`` names the page a step leads to."""

    go = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.title = text_label("section", wrap=False)
        self.rows = {code: Row(code) for code in PAGES}
        self.buttons = {
            code: make_button("right", partial(self.go.emit, page)) for code, page in PAGES.items()
        }
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(0)
        for place, (code, row) in enumerate(self.rows.items()):
            self._lay(grid, 2 * place, row, code)
        grid.setColumnStretch(2, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 14, 10)
        column.setSpacing(6)
        column.addWidget(self.title)
        column.addLayout(grid, 1)

    def _lay(self, grid: QGridLayout, at: int, row: Row, code: str) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter
        grid.addWidget(row.sign, at, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(row.name, at, 1, middle)
        grid.addWidget(row.state, at, 2, middle | Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(row.why, at + 1, 1, 1, 2, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.buttons[code], at, 3, 2, 1, middle)
        grid.setRowStretch(at + 1, 1)

    def show_steps(self, steps: "Sequence[Step]") -> None:
        """Show where the steps stand."""
        for number, step in enumerate(steps, 1):
            self.rows[step.code].show_step(number, step)
            self._name_button(step.code)

    def retranslate(self) -> None:
        """Say what stays the same in the language of the moment."""
        self.title.setText(self.tr("Next steps"))
        for code, text in zip(PAGES, self._page_names(), strict=True):
            self.buttons[code].setText(text)
            self._name_button(code)

    def _name_button(self, code: str) -> None:
        row, button = self.rows[code], self.buttons[code]
        button.setAccessibleName(f"{words.say(said.STEPS[code])}: {button.text()}")
        button.setAccessibleDescription(
            words.listed(part for part in (row.state.text(), row.why.text()) if part)
        )

    def _page_names(self) -> tuple[str, ...]:
        return (
            self.tr("Products"),
            self.tr("Hosts"),
            self.tr("Host matrix"),
            self.tr("Launch"),
            self.tr("Results"),
        )
