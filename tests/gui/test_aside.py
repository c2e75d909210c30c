"""Work beside the window: the window goes on, and answer or fault come back to whoever asked."""

import threading
import time
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QThreadPool, QTimer
from pytestqt.qtbot import QtBot

from gui.aside import aside
from tests.guards import STALLED


def test_the_answer_comes_from_another_thread_while_the_window_goes_on(
    qtbot: QtBot, heartbeat: Callable[[], Any]
) -> None:
    def work() -> int:
        time.sleep(0.3)
        return threading.get_ident()

    with heartbeat() as beat:
        answer = aside(work)
    assert answer != threading.get_ident()
    assert beat.longest < STALLED


def test_what_is_raised_beside_is_raised_where_it_was_asked_for(qtbot: QtBot) -> None:
    def fail() -> None:
        raise ValueError("x")

    with pytest.raises(ValueError, match="x"):
        aside(fail)
    assert aside(lambda: 1) == 1


def test_it_does_not_wait_behind_the_work_of_the_pool(qtbot: QtBot) -> None:
    pool, go = QThreadPool.globalInstance(), threading.Event()
    for _ in range(pool.maxThreadCount()):
        pool.start(lambda: go.wait(10))
    assert aside(lambda: "done") == "done"
    assert pool.activeThreadCount() == pool.maxThreadCount()
    go.set()
    pool.waitForDone()


def test_timers_go_on_meanwhile(qtbot: QtBot) -> None:
    told = threading.Event()
    QTimer.singleShot(20, told.set)
    assert aside(lambda: told.wait(5)) is True
