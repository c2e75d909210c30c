"""A fault of ours wherever it can come up: one dialog, no word of the shop in it, what was done is saved, and work goes on."""

import logging
import sys
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QThreadPool, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.app import Program
from gui.crash import Discreet
from gui.crashdialog import CrashDialog
from gui.jobs import Job
from gui.tablemodel import RecordModel
from model.records import Influencer, Product
from model.store import Store
from tests.gui.everywhere import settle

pytestmark = [
    pytest.mark.qt_no_exception_capture,
    pytest.mark.qt_log_ignore("QBackingStore|QPaintDevice|QPainter"),
]
BUYER, PHONE = "王小明", "13800138000"
OFTEN = 100


def fail(*_args: Any, **_more: Any) -> Any:
    buyer, phone = BUYER, PHONE
    raise ValueError(f"{buyer} {phone}")


class Smudge(QWidget):
    """Cannot be painted."""

    def paintEvent(self, event: QPaintEvent) -> None:
        fail()


def slot(program: Program, _patch: pytest.MonkeyPatch) -> Callable[[], object]:
    button = QPushButton(program.window.stack.currentWidget())
    button.clicked.connect(fail)
    button.click()
    return button.deleteLater


def painting(program: Program, _patch: pytest.MonkeyPatch) -> Callable[[], object]:
    smudge = Smudge(program.window.stack.currentWidget())
    smudge.resize(200, 200)
    smudge.show()
    for _ in range(OFTEN):
        smudge.update()
        QApplication.processEvents()
    return smudge.deleteLater


def model(program: Program, patch: pytest.MonkeyPatch) -> Callable[[], object]:
    page: Any = program.window.show_page("roster")
    patch.setattr(RecordModel, "data", fail)
    for _ in range(OFTEN):
        page.table.view.viewport().update()
        QApplication.processEvents()
    return patch.undo


def worker(program: Program, _patch: pytest.MonkeyPatch) -> Callable[[], object]:
    page: Any = program.window.show_page("matrix")
    page.writing.run(fail)
    return lambda: None


def unheard(program: Program, _patch: pytest.MonkeyPatch) -> Callable[[], object]:
    job = Job(program.window)
    job.done.connect(fail)
    job.run(int)
    return job.deleteLater


def timer(program: Program, _patch: pytest.MonkeyPatch) -> Callable[[], object]:
    made = QTimer(program.window, interval=0)
    made.timeout.connect(fail)
    made.start()
    return made.deleteLater


def pool(_program: Program, _patch: pytest.MonkeyPatch) -> Callable[[], object]:
    QThreadPool.globalInstance().start(fail)
    return lambda: None


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[CrashDialog]:
    """Every dialog that came."""
    seen: list[CrashDialog] = []
    honest = CrashDialog.open
    monkeypatch.setattr(CrashDialog, "open", lambda self: (seen.append(self), honest(self))[1])
    return seen


@pytest.mark.parametrize("come_up", [slot, painting, model, worker, unheard, timer, pool])
def test_a_fault_is_told_once_and_work_goes_on(
    qtbot: QtBot,
    crash_hook: Any,
    program: Program,
    opened: list[CrashDialog],
    caplog: pytest.LogCaptureFixture,
    come_up: Callable[[Program, pytest.MonkeyPatch], Callable[[], object]],
) -> None:
    caplog.set_level(logging.INFO)
    caplog.handler.setFormatter(Discreet())  # both as the program's own log
    session = program.session
    session.save_influencer(Influencer("1", BUYER), None)
    session.save_product(Product(f"{BUYER}的茶", 9.0), None)
    program.window.show_page("overview")
    settle(qtbot)
    assert sys.excepthook == crash_hook.caught
    with pytest.MonkeyPatch.context() as patch:
        mended = come_up(program, patch)
        qtbot.waitUntil(lambda: len(opened) == 1)
        for _ in range(OFTEN):
            QApplication.processEvents()
        dialog = opened[0]
        report = dialog.text.toPlainText()
        assert "builtins.ValueError" in report
        assert "in fail" in report
        assert BUYER not in report
        assert PHONE not in report
        assert BUYER not in caplog.text
        assert PHONE not in caplog.text
        with qtbot.waitSignal(crash_hook._calm.timeout):
            dialog.findChild(QDialogButtonBox).accepted.emit()
            for widget in program.window.findChildren(QWidget):
                widget.update()
        for _ in range(OFTEN):
            QApplication.processEvents()
        assert len(opened) == 1
        assert session.path is not None
        with Store.open(session.path) as store:
            assert [one.name for one in store.products()] == [f"{BUYER}的茶"]
        mended()
    session.save_product(Product("还在", 1.0), None)
    program.window.show_page("products")
    settle(qtbot)
    with Store.open(session.path) as store:
        assert [one.name for one in store.products()] == [f"{BUYER}的茶", "还在"]
    assert len(opened) == 1


def test_a_button_that_fails_each_time_is_told_each_time(
    qtbot: QtBot, crash_hook: Any, program: Program, opened: list[CrashDialog]
) -> None:
    button = QPushButton(program.window)
    button.clicked.connect(fail)
    for times in (1, 2, 3):
        button.click()
        qtbot.waitUntil(lambda times=times: len(opened) == times)
        with qtbot.waitSignal(crash_hook._calm.timeout):
            opened[-1].accept()


def test_two_faults_that_take_turns_come_once_each(
    qtbot: QtBot, crash_hook: Any, program: Program, opened: list[CrashDialog]
) -> None:
    def other() -> None:
        raise KeyError(BUYER)

    timers = [QTimer(program.window, interval=0) for _ in range(2)]
    for timer_, work in zip(timers, (fail, other), strict=True):
        timer_.timeout.connect(work)
        timer_.start()
    for times in (1, 2):
        qtbot.waitUntil(lambda times=times: len(opened) == times)
        with qtbot.waitSignal(crash_hook._calm.timeout):
            opened[-1].accept()
            qtbot.waitUntil(lambda: crash_hook.dialog is None or len(opened) > 1)
            if len(opened) > 1:
                opened[-1].accept()
    for timer_ in timers:
        timer_.stop()
    assert len(opened) == 2
