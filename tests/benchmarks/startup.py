"""One start, measured from before the process began: ``startup.py floor|window [PROJECT]``; prints milliseconds to a usable window.

Usable: the window is exposed, which is to say painted with all that is in it, and then the event loop turns, so that a
click would be answered. The program's window has the product list of the project in it, or of the demo.
"""

import os
import sys
import time
from pathlib import Path

STARTED = float(os.environ["STARTED_AT"])


def tell_when_usable(window) -> None:
    """Print the milliseconds and end."""
    from PySide6.QtCore import QTimer

    def tell() -> None:
        print((time.time() - STARTED) * 1000, flush=True)
        os._exit(0)

    def look() -> None:
        QTimer.singleShot(0, tell if window.windowHandle().isExposed() else look)

    look()


def floor() -> None:
    """An empty QMainWindow with PySide6 alone."""
    from PySide6.QtWidgets import QApplication, QMainWindow

    app = QApplication([])
    window = QMainWindow()
    window.show()
    tell_when_usable(window)
    app.exec()


def window() -> None:
    """The program on a project, or the demo, by the steps of gui.__main__ and gui.app."""
    from gui.__main__ import hasten

    hasten()
    from gui import app as program

    app = program.prepare(["bench"])
    running = program.Program(app)
    project = Path(sys.argv[2]) if len(sys.argv) > 2 else None
    running.start(project, demo=project is None)
    tell_when_usable(running.window)
    app.exec()


if __name__ == "__main__":
    {"floor": floor, "window": window}[sys.argv[1]]()
