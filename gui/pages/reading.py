"""Files read in a worker, one after the other."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from gui.jobs import Job


class FileReader(Job):
    """A job over a queue of files: several may be dropped at once, and each is told by ``done`` or ``failed``."""

    def __init__(self, parent: QObject, read: Callable[[Path], object]) -> None:
        super().__init__(parent)
        self._read = read
        self._waiting: list[Path] = []
        self.running.connect(lambda on: None if on else QTimer.singleShot(0, self, self._next))

    def add(self, path: Path) -> None:
        """Read this file when those before it are read."""
        self._waiting.append(path)
        self._next()

    def drop(self) -> None:
        """Forget every file, the one being read too."""
        self._waiting.clear()
        self.cancel()

    def _next(self) -> None:
        if self._waiting and not self.is_running():
            self.run(self._read, self._waiting.pop(0))
