"""From a list of hosts and three facts about a product to a plan: on the real window, by mouse and keys alone, counted."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings, Qt, QThreadPool
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from gui.app import Program
from gui.charts.view import chart_pool
from gui.dialogs.importing import ImportDialog
from gui.pages.matrix import MatrixPage
from gui.pages.products import ProductsPage

CLICKS_AT_MOST = 10
HEADER = ("达人ID", "达人昵称", "平台", "粉丝数", "平均播放量", "坑位费", "佣金比例")


class Hand:
    """A merchant's hand: clicks are counted, keys go where the focus is."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.clicks: list[str] = []

    def click(self, button: QWidget, what: str) -> None:
        self._qtbot.waitUntil(lambda: button.isVisible() and button.isEnabled(), timeout=20_000)
        self.clicks.append(what)
        self._qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def type(self, text: str) -> None:
        focus = QApplication.focusWidget()
        assert isinstance(focus, QLineEdit), focus
        self._qtbot.keyClicks(focus, text)

    def press(self, key: Qt.Key) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        self._qtbot.keyClick(focus, key)


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    """Twenty hosts as a merchant writes them down."""
    rows = [
        (
            f"dy{n:03}",
            f"达人{n}",
            "抖音",
            str(8_000 + 4_000 * n),
            str(3_000 + 900 * n),
            str(300 + 40 * n),
            "20%",
        )
        for n in range(20)
    ]
    file = tmp_path / "达人名单.csv"
    file.write_text("\n".join(",".join(row) for row in (HEADER, *rows)) + "\n", "utf-8-sig")
    return file


@pytest.fixture
def fresh(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Program]:
    """The program as it starts for the very first time."""
    monkeypatch.setenv("MPLCONFIGDIR", str(tmp_path))
    settings = QSettings(str(tmp_path / "own.ini"), QSettings.Format.IniFormat)
    settings.setValue("language", "en")
    settings.setValue("theme", "light")
    made = Program(qapp, settings)
    with qtbot.waitSignal(made.warmup.done, timeout=60_000):
        made.start(None, demo=False)
    qtbot.waitUntil(made.window.isActiveWindow)
    yield made
    made.session.close()
    made.window.close()
    for pool in (QThreadPool.globalInstance(), chart_pool()):
        pool.waitForDone()
    for thing in (made.window, made.watcher, made):
        thing.deleteLater()


@pytest.fixture
def choose(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """Answers the system's file dialog."""

    def answer(path: Path) -> None:
        monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_a, **_k: ([str(path)], ""))

    return answer


def open_wizard(program: Program) -> Any:
    return next((d for d in program.window.findChildren(ImportDialog) if d.isVisible()), None)


def test_a_first_plan_takes_no_more_than_ten_clicks(
    qtbot: QtBot, fresh: Program, roster: Path, choose: Callable[[Path], None]
) -> None:
    window, hand = fresh.window, Hand(qtbot)
    choose(roster)

    hand.click(window.welcome.page.ways["files"], "Start from my files")
    hand.clicks += ["the file", "Open"]
    qtbot.waitUntil(lambda: open_wizard(fresh) is not None)
    dialog = open_wizard(fresh)
    qtbot.waitUntil(lambda: dialog.importer.count("ready") == 1, timeout=20_000)
    start = dialog.steps.button("start")
    qtbot.waitUntil(lambda: start.text() != "Import")
    hand.click(start, start.text())
    qtbot.waitUntil(lambda: len(fresh.session.snapshot().influencers) == 20, timeout=20_000)
    hand.click(dialog.steps.button("next"), "Describe your product")

    page = window.pages["products"]
    assert isinstance(page, ProductsPage)
    qtbot.waitUntil(lambda: page._complete and page.form.editor("name").hasFocus(), timeout=20_000)
    hand.type("Coffee beans")
    for _ in range(2):  # the category may stay open
        hand.press(Qt.Key.Key_Tab)
    hand.type("69")
    hand.press(Qt.Key.Key_Tab)
    hand.type("15")
    hand.click(page.sheet.save, "Check and save")
    assert [(p.name, p.price, p.unit_cost) for p in fresh.session.products()] == [
        ("Coffee beans", 69.0, 15.0)
    ]
    hand.click(page.notice.action, page.notice.action.text())

    matrix = window.pages["matrix"]
    assert isinstance(matrix, MatrixPage)
    qtbot.waitUntil(lambda: matrix.limits.form.editor("budget").hasFocus())
    hand.type("20000")
    hand.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: matrix.plan.choices.model.rowCount() > 0, timeout=60_000)

    print("\n".join(f"{n}. {what}" for n, what in enumerate(hand.clicks, 1)))
    assert hand.clicks == [
        "Start from my files",
        "the file",
        "Open",
        "Import 1 file",
        "Describe your product",
        "Check and save",
        "Choose hosts",
    ]
    assert len(hand.clicks) <= CLICKS_AT_MOST
    assert fresh.session.snapshot().request.budget == 20_000.0
