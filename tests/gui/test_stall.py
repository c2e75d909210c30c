"""The window stays alive while a plan is made: a guard; the bench measures."""

import importlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSettings, QThreadPool
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.app import SLOW, Program
from gui.charts.view import chart_pool
from gui.pages.matrix import MatrixPage
from model.demo import demo_snapshot
from model.policy import load
from tests.guards import STALLED


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[MatrixPage]:
    for name in SLOW:  # the program imports these in the background, before anybody can ask
        importlib.import_module(name)
    settings = QSettings(str(tmp_path / "own.ini"), QSettings.Format.IniFormat)
    settings.setValue("language", "en")
    settings.setValue("theme", "light")
    program = Program(qapp, settings)
    program.session.new(tmp_path / "shop.rmx")
    program.session.use_policy(load())
    program.session.fill(demo_snapshot(load()))
    program.window.resize(1366, 738)
    program.window.show_page("matrix")
    program.window.show()
    qtbot.waitUntil(program.window.isActiveWindow)
    page = program.window.show_page("matrix")
    assert isinstance(page, MatrixPage)
    yield page
    program.session.close()
    program.window.close()
    for pool in (QThreadPool.globalInstance(), chart_pool()):
        pool.waitForDone()
    for thing in (program.window, program.watcher, program):
        thing.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_the_window_stays_alive_while_a_plan_is_made(
    qtbot: QtBot, page: MatrixPage, heartbeat: Callable[[], object]
) -> None:
    QThreadPool.globalInstance().waitForDone()
    QApplication.processEvents()
    with heartbeat() as beat:  # type: ignore[attr-defined]
        page.recommend()
        qtbot.waitUntil(lambda: bool(page.plan.choices.model.rows), timeout=60_000)
        page.plan.setCurrentIndex(1)
        qtbot.waitUntil(lambda: not page.plan.pyramid.image().isNull(), timeout=60_000)
    print(f"longest gap {beat.longest:.0f} ms")
    assert beat.longest < STALLED
