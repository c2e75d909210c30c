"""The first thing seen: the verdict in a sentence, one button that leads on, and how far a plan on its way is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from gui.announcing import say_aloud
from gui.buttons import make_button
from gui.scale import Space
from gui.wrapping import Wrapped

__all__ = ["VerdictCard"]


class VerdictCard(QFrame):
    """Of few parts, as it is painted before anything else is built; :meth:`complete` adds the others.

    ``pressed``: the main button, ``other``: the one beside it, ``stopped``: no plan is wanted any more.
    """

    pressed = Signal()
    other = Signal()
    stopped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.sentence = _label("verdict")
        self.note = _label("hint")
        self.note.hide()
        self._row = QHBoxLayout()
        self._row.setSpacing(Space.APART)
        self._row.addWidget(self.sentence, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(Space.INSIDE, Space.NEAR, Space.INSIDE, Space.NEAR)
        self._column.setSpacing(Space.TIGHT)
        self._column.addLayout(self._row)
        self._column.addWidget(self.note)

    def complete(self) -> None:
        """Buttons, a mark for what is out of date, and a bar."""
        from gui.working import Working

        self.mark = _label("badge", wrap=False)
        self.mark.setProperty("tone", "warn")
        self.second = make_button("add", self.other.emit)
        self.main = make_button("right", self.pressed.emit, primary=True)
        for part in (self.mark, self.second, self.main):
            self._row.addWidget(part)
            part.hide()
        self.work = Working()
        self.work.stopped.connect(self.stopped)
        self._column.addWidget(self.work)

    def tell(self, sentence: str, note: str = "") -> None:
        """Show the verdict, and below it why there is none."""
        say_aloud(self.sentence, sentence)
        self.note.setText(note)
        self.note.setVisible(bool(note))

    def retranslate(self) -> None:
        """Say what stays the same in the language of the moment."""
        self.mark.setText(self.tr("Out of date"))
        self.mark.setToolTip(self.tr("Products, hosts or figures have changed since this plan was made."))


def _label(role: str, wrap: bool = True) -> QLabel:
    # gui.parts has this, too, and with it classes that the first look does without.
    made = Wrapped()
    made.setProperty("role", role)
    made.setWordWrap(wrap)
    return made
