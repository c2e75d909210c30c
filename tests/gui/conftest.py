"""What every GUI test needs: no screen, one look, no traces of the machine, and nothing left behind."""

import os
import sys
import tempfile
import threading

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_SCALE_FACTOR"] = "1"
os.environ["QT_LOGGING_RULES"] = "qt.qpa.*=false"

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pytest
from PySide6.QtCore import (
    QCoreApplication,
    QElapsedTimer,
    QEvent,
    QLocale,
    QObject,
    QSettings,
    QStandardPaths,
    Qt,
    QThreadPool,
    QTimer,
)
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui import language, lastfolder, tablelayout, theme, words
from tests.guards import no_collecting


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform has no screen to raise windows on, and says so; that is no fault of ours."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore("^This plugin does not support ", extend=True))


class Heartbeat(QObject):
    """Measures the longest gap between two turns of the event loop, in milliseconds, and the most the window worked in one."""

    def __init__(self) -> None:
        super().__init__()
        self._still = ExitStack()
        self._clock = QElapsedTimer()
        self._gaps: list[float] = []
        self._works: list[float] = []
        self._worked = 0.0
        self._timer = QTimer(self, interval=2, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    @property
    def longest(self) -> float:
        """The longest gap so far."""
        return max(self._gaps)

    @property
    def busiest(self) -> float:
        """The most processor time of the window's own thread between two turns: a busy machine does not lengthen it much."""
        return max(self._works)

    def __enter__(self) -> Self:
        self._still.enter_context(no_collecting())
        self._clock.start()
        self._worked = time.thread_time()
        self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        QCoreApplication.processEvents()
        self._beat()
        self._timer.stop()
        self._still.close()

    def _beat(self) -> None:
        self._gaps.append(self._clock.nsecsElapsed() / 1e6)
        self._clock.restart()
        before, self._worked = self._worked, time.thread_time()
        self._works.append((self._worked - before) * 1e3)


@pytest.fixture
def heartbeat() -> Callable[[], Heartbeat]:
    """The class Heartbeat: `with heartbeat() as beat: ...; assert beat.longest < STALLED`."""
    return Heartbeat


@pytest.fixture(scope="session")
def look(qapp: QApplication) -> theme.ThemeWatcher:
    """One look for the whole session: Fusion, light, the shipped font, no blinking cursor."""
    qapp.setCursorFlashTime(0)
    theme.install_fonts(qapp, prefer_system=False)
    return theme.ThemeWatcher(qapp, "light")


@pytest.fixture(autouse=True)
def _isolated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication, look: theme.ThemeWatcher
) -> Iterator[None]:
    """Settings and folders of its own for each test; English and the light look before and after."""
    QStandardPaths.setTestModeEnabled(True)
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    monkeypatch.setenv("HOME", str(tmp_path))
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    QLocale.setDefault(QLocale("en"))
    words.use(words.english())
    yield
    _leave_nothing(qapp)
    tablelayout.use(None)
    lastfolder.use(None)
    if words.language() != "en":
        language.apply(qapp, "en")
    look.choose("light")


def _leave_nothing(app: QApplication) -> None:
    """Wait for every worker and truly delete what was to be deleted."""
    for pool in (QThreadPool.globalInstance(), *app.findChildren(QThreadPool)):
        assert pool.waitForDone(10_000), "a worker did not end"
    for widget in app.topLevelWidgets():
        widget.close()
        if widget.windowType() is not Qt.WindowType.Popup:  # a completer deletes its own list
            widget.deleteLater()
    for _ in range(2):
        app.processEvents()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Any]:
    """The whole program in English and light on an empty project, its window active."""
    from gui.app import Program
    from gui.charts.view import chart_pool
    from model.policy import load

    settings = QSettings(str(tmp_path / "own.ini"), QSettings.Format.IniFormat)
    settings.setValue("language", "en")
    settings.setValue("theme", "light")
    made = Program(qapp, settings)
    made.session.new(tmp_path / "shop.rmx")
    made.session.use_policy(load())
    made.window.resize(1366, 738)
    made.window.show()
    qtbot.waitUntil(made.window.isActiveWindow)
    yield made
    made.session.close()  # tells the pages, which may start a last job: so close first, then wait
    made.window.close()
    for pool in (QThreadPool.globalInstance(), chart_pool()):
        pool.waitForDone()
    for thing in (made.window, made.watcher, made):
        thing.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def crash_hook(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """What nobody caught goes to the program's own hook, as after `gui.app.prepare` (ask for it before the program).

    Mark the test with ``qt_no_exception_capture``, else pytest-qt takes it first.
    """
    from gui import crash
    from gui.guarded import keeping_pool

    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    reporter = crash.install("1", qapp)
    yield reporter
    keeping_pool().waitForDone()
    reporter.setParent(None)
    reporter.deleteLater()


@pytest.fixture
def bring_in(qtbot: QtBot, program: Any) -> Callable[..., Any]:
    """Imports files as a merchant would: the wizard, Import, Import the rest; the wizard is the answer."""

    def bring(*paths: Path) -> Any:
        dialog = program.window.import_files(paths)
        qtbot.waitUntil(
            lambda: bool(dialog.importer.entries) and not dialog.importer.is_busy(), timeout=20_000
        )
        qtbot.waitUntil(lambda: not dialog._later.isActive())
        if dialog.importer.count("ready"):
            with qtbot.waitSignal(dialog.importer.finished, timeout=20_000):
                qtbot.mouseClick(dialog.steps.button("start"), Qt.MouseButton.LeftButton)
        if dialog.importer.count("read"):
            qtbot.mouseClick(dialog.steps.button("rest"), Qt.MouseButton.LeftButton)
        return dialog

    return bring


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A small disk of its own."""
    from tests.gui.broken_disks import may_mount, small_disk

    if not may_mount(tmp_path):
        pytest.skip("only the superuser mounts a disk")
    with small_disk(tmp_path / "stick") as folder:
        yield folder


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A folder that can be pulled out."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def anybodys(program: Any) -> Iterator[Path]:
    """A folder that others may enter too, as they may the one of the backups."""
    with tempfile.TemporaryDirectory() as name:
        for folder in (Path(name), Path(name, "shop"), Path(name, "backups")):
            folder.mkdir(exist_ok=True)
            folder.chmod(0o777)
        program.session.keep_backups(Path(name, "backups"))
        yield Path(name, "shop")
