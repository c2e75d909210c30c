"""When the program itself is at fault: log it, say so in plain words, and offer a report to copy."""

import logging
import sys
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6 import __version__ as qt_binding
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from gui.faultway import way_to
from model.errors import UserError

if TYPE_CHECKING:
    from gui.crashdialog import CrashDialog

__all__ = ["Discreet", "Reporter", "install", "installed", "report"]

CALM = 1000
"""Milliseconds after the dialog was closed in which nobody has done anything that could bring the same fault again."""
ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
log = logging.getLogger(__name__)


def report(version: str, error: BaseException) -> str:
    """What happened, for the makers: no values and no messages, so nothing of the shop is in it."""
    import platform

    lines = [
        f"Repurchase Matrix {version}",
        f"Python {platform.python_version()}, PySide6 {qt_binding}, {platform.platform()}",
        "",
        *way_to(error),
    ]
    return "\n".join(lines).replace(str(Path.home()), "~")


def install(version: str, app: QApplication | None = None) -> "Reporter":
    """Catch what nobody caught, on every thread, from now on."""
    reporter = Reporter(version, app)
    sys.excepthook = reporter.caught
    threading.excepthook = reporter.caught_in_thread
    return reporter


def installed() -> "Reporter | None":
    """The one that catches what nobody caught, if there is one."""
    hook = getattr(sys.excepthook, "__self__", None)
    return hook if isinstance(hook, Reporter) else None


class Discreet(logging.Formatter):
    """Logs the way to an error and its type, never what it says: a message may quote the shop's data."""

    def format(self, record: logging.LogRecord) -> str:
        """One line of the log, and the frames; what another handler made of the error is not taken over."""
        record.exc_text = None
        return super().format(record)

    def formatException(self, ei: ExcInfo) -> str:
        """The frames, cause first."""
        return "\n".join(way_to(ei[1])) if ei[1] is not None else ""


class Reporter(QObject):
    """Takes faults from any thread and shows one dialog at a time.

    What the merchant can mend is no fault, wherever it comes up (a stick that is pulled out fails every read): it is
    told in a sentence by whoever was given to :meth:`tell_refusals`. A fault that comes again by itself, as one of
    painting does, is shown once: nobody could work behind a dialog that always comes back.
    """

    raised = Signal(str)
    refused = Signal(object)

    def __init__(self, version: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._version = version
        self.dialog: CrashDialog | None = None
        self._tells = False
        self._shown: set[str] = set()
        self._recurring: set[str] = set()
        self._calm = QTimer(self, singleShot=True, interval=CALM)
        self.raised.connect(self._show_soon)

    def tell_refusals(self, tell: Callable[[UserError], object]) -> None:
        """Have what the merchant can mend told by this."""
        self._tells = True
        self.refused.connect(tell)

    def caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """The hook for sys.excepthook."""
        if not issubclass(kind, Exception):
            sys.__excepthook__(kind, error, trace)
            return
        try:
            if self._tells and isinstance(error, UserError):
                log.warning("told wherever the merchant is: %s", error)
                self.refused.emit(error)
            elif _origin(text := report(self._version, error)) not in self._recurring:
                log.critical("unexpected error", exc_info=(kind, error, trace))
                self.raised.emit(text)
        except RuntimeError:
            log.debug("no window left to tell", exc_info=True)

    def caught_in_thread(self, args: threading.ExceptHookArgs) -> None:
        """The hook for threading.excepthook."""
        if args.exc_value is not None:
            self.caught(args.exc_type, args.exc_value, args.exc_traceback)

    def _show_soon(self, text: str) -> None:
        """A turn later, on the window's thread: the fault may have come up in the middle of anything."""
        QTimer.singleShot(0, self, partial(self._show, text))

    def _show(self, text: str) -> None:
        origin = _origin(text)
        if origin in self._shown and (self.dialog is not None or self._calm.isActive()):
            self._recurring.add(origin)
        if self.dialog is not None or origin in self._recurring or QApplication.instance() is None:
            return
        from gui.crashdialog import CrashDialog

        self._shown.add(origin)
        self.dialog = CrashDialog(text, QApplication.activeWindow())
        self.dialog.finished.connect(self._forget)
        self.dialog.open()

    def _forget(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = None
        self._calm.start()


def _origin(text: str) -> str:
    """Where a fault came up, whatever led there: painting comes in by many ways."""
    lines = text.splitlines()
    return next((line for line in reversed(lines) if line.startswith("  File ")), "") + lines[-1]
