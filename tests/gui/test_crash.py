"""A fault in the program is told once, in plain words, and its report holds nothing of the shop."""

import sys
import threading

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui import crash
from gui.crashdialog import CrashDialog

BUYER = "王小明"


def fail() -> None:
    raise ValueError(BUYER)


def fault() -> Exception:
    try:
        try:
            fail()
        except ValueError as error:
            raise KeyError(BUYER) from error
    except KeyError as error:
        return error


def test_report_tells_the_place_and_no_values() -> None:
    text = crash.report("1.2.3", fault())
    assert "1.2.3" in text
    assert "builtins.ValueError" in text
    assert "builtins.KeyError" in text
    assert "in fail" in text
    assert BUYER not in text


def test_one_dialog_at_a_time(qtbot: QtBot) -> None:
    reporter = crash.Reporter("1")
    error = fault()
    for _ in range(2):
        reporter.caught(type(error), error, error.__traceback__)
    qtbot.waitUntil(lambda: reporter.dialog is not None)
    dialog = reporter.dialog
    assert dialog is not None
    qtbot.wait(0)
    assert [w for w in QApplication.topLevelWidgets() if isinstance(w, CrashDialog)] == [dialog]
    dialog.copy()
    assert "KeyError" in QApplication.clipboard().text()
    dialog.accept()
    assert reporter.dialog is None


def test_a_fault_on_a_thread_is_told_in_the_window(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    reporter = crash.install("1")
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: reporter.dialog is not None)
    assert reporter.dialog is not None
    reporter.dialog.accept()


def test_interrupt_is_left_to_python(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []
    monkeypatch.setattr(sys, "__excepthook__", lambda *args: seen.append(args[0]))
    crash.Reporter("1").caught(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert seen == [KeyboardInterrupt]
