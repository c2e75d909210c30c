"""Work that writes a file or lays out pages: what is done now, how far, the time left, and a button that stops it."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from gui import language
from gui.buttons import make_button
from gui.jobs import Job
from gui.pace import Pace
from gui.parts import text_label
from gui.words.reasons import progress

__all__ = ["WorkStrip"]

SOON: Final = 250
"""Milliseconds after which work is worth a strip: it would only flash for what is over before."""
WIDTH: Final = 220


class WorkStrip(QFrame):
    """One piece of work at a time. ``done``: what came of it; ``stopped``: by its button, and then nothing did."""

    done = Signal(object)
    failed = Signal(object)
    stopped = Signal()
    running = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.doing = text_label("muted", wrap=False)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(WIDTH)
        self.stop = make_button("stop", self.cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 8, 6)
        row.addWidget(self.doing, 1)
        row.addWidget(self.bar)
        row.addWidget(self.stop)
        self._pace = Pace()
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self.show)
        self._job = Job(self)
        self._job.done.connect(self.done)
        self._job.failed.connect(self.failed)
        self._job.progressed.connect(self._tell)
        self._job.running.connect(self._follow)
        self.hide()
        language.follow(self.retranslate)
        self.retranslate()

    def run(self, work: Callable[..., object], *args: object) -> None:
        """Do ``work(*args, progress=, cancelled=)`` in a worker instead of what was done before."""
        self.doing.setText("")
        self.bar.setValue(0)
        self._job.run(work, *args, steerable=True)

    def is_running(self) -> bool:
        """Whether something is being done."""
        return self._job.is_running()

    def cancel(self) -> None:
        """Stop; a file that was to be written is as it was before."""
        if self._job.is_running():
            self._job.cancel()
            self.stopped.emit()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.stop.setText(self.tr("Stop"))
        self.bar.setAccessibleName(self.tr("Progress"))

    def _tell(self, code: str, share: float) -> None:
        self.doing.setText(self._pace.told(progress(code), share))
        self.bar.setValue(round(share * 100))

    def _follow(self, busy: bool) -> None:
        if busy:
            self._soon.start()
        else:
            self._soon.stop()
            self.hide()
        self.running.emit(busy)
