"""How far work is, wherever any is done: what is done now, a bar, the time left, and a button that stops it."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from gui import language
from gui.buttons import make_button
from gui.pace import Pace
from gui.parts import text_label
from gui.scale import Space

__all__ = ["Working"]

WIDTH = 220


class Working(QFrame):
    """Seen only while work is done. ``stopped``: its button was pressed.

    ``soon``: milliseconds after which work is worth telling, as it would only flash for what is over before; ``upright``:
    what is done stands above the bar, for narrow places.
    """

    stopped = Signal()

    def __init__(self, parent: QWidget | None = None, *, soon: int = 0, upright: bool = False) -> None:
        super().__init__(parent)
        self.doing = text_label("hint" if upright else "muted", wrap=upright)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.stop = make_button("stop", self.cancel)
        self._pace, self._busy = Pace(), False
        self._soon = QTimer(self, singleShot=True, interval=soon)
        self._soon.timeout.connect(self.show)
        self._arrange(upright)
        self.hide()
        language.follow(self.retranslate)
        self.retranslate()

    def set_running(self, busy: bool, text: str = "") -> None:
        """Work begins, with this said first, or is over; told again that it goes on, nothing changes."""
        begins, self._busy = busy and not self._busy, busy
        if begins:
            self.tell(text, 0.0)
            if self._soon.interval():
                self._soon.start()
            else:
                self.show()
        elif not busy:
            self._soon.stop()
            self.hide()

    def tell(self, text: str, share: float) -> None:
        """What is done now, and how far all of it is (0-1)."""
        self.doing.setText(self._pace.told(text, share))
        self.bar.setValue(round(share * 100))

    def cancel(self) -> None:
        """Nobody waits any more."""
        self.stopped.emit()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.stop.setText(self.tr("Stop"))
        self.bar.setAccessibleName(self.tr("Progress"))

    def _arrange(self, upright: bool) -> None:
        row = QHBoxLayout()
        if upright:
            column = QVBoxLayout(self)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(Space.TIGHT)
            column.addWidget(self.doing)
            column.addLayout(row)
        else:
            self.setLayout(row)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(self.doing, 1)
            self.bar.setFixedWidth(WIDTH)
        row.addWidget(self.bar, 1 if upright else 0)
        row.addWidget(self.stop)
