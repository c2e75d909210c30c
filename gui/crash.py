"""When the program itself is at fault: log it, say so in plain words, and offer a report to copy."""

import logging
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType

from PySide6 import __version__ as qt_binding
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

__all__ = ["CrashDialog", "Reporter", "install", "report"]

log = logging.getLogger(__name__)


def report(version: str, error: BaseException) -> str:
    """What happened, for the makers: no values and no messages, so nothing of the shop is in it."""
    import platform

    lines = [
        f"Repurchase Matrix {version}",
        f"Python {platform.python_version()}, PySide6 {qt_binding}, {platform.platform()}",
        "",
        *_frames(error),
    ]
    return "\n".join(lines).replace(str(Path.home()), "~")


def install(version: str, app: QApplication | None = None) -> "Reporter":
    """Catch what nobody caught, on every thread, from now on."""
    reporter = Reporter(version, app)
    sys.excepthook = reporter.caught
    threading.excepthook = reporter.caught_in_thread
    return reporter


class Reporter(QObject):
    """Takes faults from any thread and shows one dialog at a time."""

    raised = Signal(str)

    def __init__(self, version: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._version = version
        self.dialog: CrashDialog | None = None
        self.raised.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """The hook for sys.excepthook."""
        if not issubclass(kind, Exception):
            sys.__excepthook__(kind, error, trace)
            return
        log.critical("unexpected error", exc_info=(kind, error, trace))
        try:
            self.raised.emit(report(self._version, error))
        except RuntimeError:
            log.debug("no window left to tell", exc_info=True)

    def caught_in_thread(self, args: threading.ExceptHookArgs) -> None:
        """The hook for threading.excepthook."""
        if args.exc_value is not None:
            self.caught(args.exc_type, args.exc_value, args.exc_traceback)

    def _show(self, text: str) -> None:
        if self.dialog is not None or QApplication.instance() is None:
            return
        self.dialog = CrashDialog(text, QApplication.activeWindow())
        self.dialog.finished.connect(self._forget)
        self.dialog.open()

    def _forget(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = None


class CrashDialog(QDialog):
    """One sentence for the merchant, one report for the makers."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something went wrong"))
        self.resize(620, 420)
        self.text = QPlainTextEdit(text)
        self.text.setReadOnly(True)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setAccessibleName(self.tr("Report"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        for role, line in self._lines():
            layout.addWidget(_label(role, line))
        layout.addWidget(self.text, 1)
        layout.addWidget(self._buttons())

    def copy(self) -> None:
        """Put the report on the clipboard."""
        QApplication.clipboard().setText(self.text.toPlainText())

    def _lines(self) -> tuple[tuple[str, str], ...]:
        return (
            ("section", self.tr("The program made a mistake. Your work is saved, and you can go on.")),
            ("muted", self.tr("This report helps to mend it. It holds nothing of your shop.")),
        )

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox()
        copy = box.addButton(self.tr("Copy report"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self.copy)
        close = box.addButton(self.tr("Go on"), QDialogButtonBox.ButtonRole.AcceptRole)
        close.setProperty("primary", True)
        close.setDefault(True)
        box.accepted.connect(self.accept)
        return box


def _label(role: str, text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", role)
    label.setWordWrap(True)
    return label


def _frames(error: BaseException) -> list[str]:
    """The way to the fault, cause first; an error's message may quote data, so only its type is told."""
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    before = [*_frames(cause), "then"] if cause is not None else []
    place = "".join(traceback.format_tb(error.__traceback__)).rstrip()
    return [*before, place, f"{type(error).__module__}.{type(error).__qualname__}"]
