"""One start, measured from before the process began: ``startup.py floor|window``; prints milliseconds to a usable window."""

import os
import sys
import tempfile
import time
from pathlib import Path

STARTED = float(os.environ["STARTED_AT"])


def told() -> None:
    """The event loop turns: a click would be answered now."""
    print((time.time() - STARTED) * 1000, flush=True)


def floor() -> None:
    """An empty QMainWindow with PySide6 alone."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow

    app = QApplication([])
    window = QMainWindow()
    window.show()
    QTimer.singleShot(0, lambda: (told(), app.quit()))
    app.exec()


def window() -> None:
    """The program on the demo project."""
    import gc

    from gui.quick import quiet_pyside_import_hook

    gc.disable()  # as gui.__main__ does
    quiet_pyside_import_hook()
    from gui import app as program

    app = program.prepare(["bench"])
    from PySide6.QtCore import QSettings, QTimer

    settings = QSettings(str(Path(tempfile.mkdtemp()) / "settings.ini"), QSettings.Format.IniFormat)
    running = program.Program(app, settings)
    running.start(None, demo=True)
    QTimer.singleShot(0, lambda: (told(), os._exit(0)))
    app.exec()


if __name__ == "__main__":
    {"floor": floor, "window": window}[sys.argv[1]]()
