"""Jobs run beside the window, and only the latest one counts."""

import gc
import sys
import threading
import time
import weakref
from collections.abc import Callable
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt, QThreadPool
from pytestqt.qtbot import QtBot

from gui import jobs, way
from gui.app import Program
from gui.jobs import Job, Warmup, drain
from gui.way import give_way


def test_result_comes_from_another_thread(qtbot: QtBot) -> None:
    job = Job()
    with qtbot.waitSignal(job.done) as told:
        job.run(lambda: threading.current_thread() is not threading.main_thread())
    assert told.args == [True]
    assert not job.is_running()


def test_arguments_and_none_arrive(qtbot: QtBot) -> None:
    job = Job()
    with qtbot.waitSignal(job.done) as told:
        job.run(lambda a, b: (a, b), 1, b=None)
    assert told.args == [(1, None)]


def test_only_the_latest_run_is_told(qtbot: QtBot) -> None:
    job, gate, results = Job(), threading.Event(), []
    job.done.connect(results.append)
    job.run(lambda: gate.wait(5) and "old")
    job.run(lambda: "new")
    qtbot.waitUntil(lambda: results == ["new"])
    gate.set()
    assert drain()
    qtbot.wait(0)
    assert results == ["new"]


def test_running_is_told_once_per_stretch(qtbot: QtBot) -> None:
    job, seen = Job(), []
    job.running.connect(seen.append)
    with qtbot.waitSignal(job.done):
        job.run(lambda: 1)
        job.run(lambda: 2)
    assert seen == [True, False]


def test_what_was_found_so_far_is_heard_and_may_be_enough(qtbot: QtBot) -> None:
    job, heard = Job(), []

    def work(progress, cancelled, enough, tell) -> str:
        tell("best", 1.5)
        while not enough():
            assert not cancelled()
        return "so far"

    job.enough()  # nobody works: nothing happens
    job.heard.connect(heard.append)
    job.run(work, telling=True)
    qtbot.waitUntil(lambda: heard == [("best", 1.5)])
    with qtbot.waitSignal(job.done) as told:
        job.enough()
    assert told.args == ["so far"]


def test_news_of_a_run_nobody_waits_for_is_not_heard(qtbot: QtBot) -> None:
    job, heard, gate = Job(), [], threading.Event()

    def work(progress, cancelled, enough, tell) -> None:
        assert gate.wait(5)
        tell("late")

    job.heard.connect(heard.append)
    job.run(work, telling=True)
    job.cancel()
    gate.set()
    assert drain()
    qtbot.wait(0)
    assert heard == []


def test_cancel_forgets_at_once_and_tells_the_function(qtbot: QtBot) -> None:
    job, started, stopped = Job(), threading.Event(), threading.Event()

    def work(progress, cancelled) -> None:
        started.set()
        while not cancelled():
            pass
        stopped.set()

    job.done.connect(lambda _result: pytest.fail("a cancelled result was told"))
    job.run(work, steerable=True)
    assert started.wait(5)
    with qtbot.waitSignal(job.running, check_params_cb=lambda on: not on):
        job.cancel()
    assert stopped.wait(5)
    assert drain()
    qtbot.wait(0)


def test_failure_is_told(qtbot: QtBot) -> None:
    job = Job()
    with qtbot.waitSignal(job.failed) as told:
        job.run(lambda: 1 / 0)
    assert isinstance(told.args[0], ZeroDivisionError)


def test_failure_nobody_listens_to_reaches_the_hook(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    caught = []
    monkeypatch.setattr(sys, "excepthook", lambda *args: caught.append(args[0]))
    job = Job()
    job.run(lambda: 1 / 0)
    qtbot.waitUntil(lambda: caught == [ZeroDivisionError])


def test_progress_is_told_and_throttled(qtbot: QtBot) -> None:
    job, seen = Job(), []
    job.progressed.connect(lambda code, share: seen.append((code, share)))

    def work(progress, cancelled) -> None:
        for step in range(1000):
            progress("grade", step / 1000)
        progress("plan", 1.0)

    with qtbot.waitSignal(job.done):
        job.run(work, steerable=True)
    assert seen[0] == ("grade", 0.0)
    assert seen[-1] == ("plan", 1.0)
    assert len(seen) < 100


def test_a_job_may_die_before_its_work(qtbot: QtBot) -> None:
    job, gate = Job(), threading.Event()
    job.run(lambda: gate.wait(5))
    shiboken6.delete(job)
    gate.set()
    assert QThreadPool.globalInstance().waitForDone(5000)
    qtbot.wait(0)


def test_warm_up_imports_and_calls_back(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MPLCONFIGDIR", "before")
    called = []
    warm = Warmup(["colorsys", "no_such_module"], tmp_path / "cache")
    warm.ready(lambda: called.append("early"))
    with qtbot.waitSignal(warm.done):
        warm.start()
    warm.ready(lambda: called.append("late"))
    qtbot.waitUntil(lambda: called == ["early", "late"])
    assert (tmp_path / "cache").is_dir()
    assert warm.wait()


def test_no_garbage_is_looked_for_while_anybody_works(qtbot: QtBot) -> None:
    qtbot.waitUntil(gc.isenabled)  # what an earlier test began may end only now
    one, other, begun, gate, seen = Job(), Job(), threading.Event(), threading.Event(), []
    one.run(lambda: (seen.append(gc.isenabled()), begun.set(), gate.wait(30)))
    assert begun.wait(30)
    with qtbot.waitSignal(other.done):
        other.run(lambda: seen.append(gc.isenabled()))
    assert not gc.isenabled()
    gate.set()
    assert drain()
    assert seen == [False, False]
    qtbot.waitUntil(gc.isenabled)


def test_what_was_made_in_work_is_not_looked_through_at_its_end(qtbot: QtBot) -> None:
    qtbot.waitUntil(gc.isenabled)
    job, made = Job(), []
    with qtbot.waitSignal(job.done):
        job.run(lambda: made.extend([n] for n in range(50_000)))
    assert drain()
    ours = set(map(id, made))
    for generation in (0, 1, 2):
        assert not ours & set(map(id, gc.get_objects(generation=generation)))
    gc.unfreeze()


class Ring:
    """Holds itself, so that only the collector can free it."""

    def __init__(self) -> None:
        self.me = self


def test_what_was_passed_over_goes_once_he_has_turned_to_another_program(
    qtbot: QtBot, program: Program
) -> None:
    qtbot.waitUntil(gc.isenabled)
    ring = weakref.ref(Ring())
    gc.freeze()
    gc.collect()
    assert ring() is not None
    program._watch_him_leave()
    program.app.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert ring() is not None
    job, gate, begun = Job(), threading.Event(), threading.Event()
    job.run(lambda: (begun.set(), gate.wait(30)))
    assert begun.wait(30)
    program.app.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert ring() is not None  # a worker would wait, and widgets might be thrown away beside it
    gate.set()
    assert drain()
    qtbot.waitUntil(gc.isenabled)
    program.app.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert ring() is None
    gc.unfreeze()


def test_a_worker_that_is_asked_again_and_again_sleeps_between(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    naps: list[float] = []
    monkeypatch.setattr(time, "sleep", naps.append)

    def work(progress: object, cancelled: Callable[[], bool]) -> None:
        begun = time.monotonic()
        while time.monotonic() - begun < 0.1:
            cancelled()

    job = Job()
    with qtbot.waitSignal(job.done):
        job.run(work, steerable=True)
    assert set(naps) == {jobs.NAP}
    assert len(naps) <= 0.1 / jobs.AWAKE + 1


def test_what_a_dropped_run_made_is_gone_with_it(qtbot: QtBot) -> None:
    class Made:
        pass

    job, started, gate, kept = Job(), threading.Event(), threading.Event(), []

    def work() -> None:
        made = Made()
        kept.append(weakref.ref(made))
        started.set()
        gate.wait(5)
        raise ValueError

    job.run(work)
    assert started.wait(5)
    job.cancel()
    gate.set()
    assert drain()
    assert kept[0]() is None


def test_work_rests_while_the_window_needs_the_interpreter(qtbot: QtBot) -> None:
    job, asked, answered = Job(), threading.Event(), threading.Event()

    def work(progress, cancelled) -> None:
        asked.wait(5)
        cancelled()
        answered.set()

    with qtbot.waitSignal(job.done):
        job.run(work, steerable=True)
        give_way()
        asked.set()
        assert not answered.wait(0.05)


def test_who_asks_often_rests_no_longer_for_a_window_that_does_not_come_back(qtbot: QtBot) -> None:
    """The window waits for its workers at its end, and then no timer of its own sets them free."""
    way.give_way()
    began = time.monotonic()
    for _ in range(20):
        way.wait(0.2)
    assert time.monotonic() - began < 1.0
    qtbot.waitUntil(way._free.is_set)
