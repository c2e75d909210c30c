"""The main job without a mouse: product, roster, budget, plan, launch, undo, each step by keys the keyboard has."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from gui.app import Program
from gui.charts.canvas import Canvas
from gui.dialogs.importing import ImportDialog
from gui.pages.launch import LaunchPage
from gui.pages.matrix import MatrixPage
from gui.tableparts import View
from model.intake.out.templates import write_rows
from tests.gui.everywhere import settle

HEADINGS = ["达人ID", "达人昵称", "平台", "粉丝数", "场均观看", "坑位费", "佣金率"]
LONGEST_WAY = 60
"""Presses of the Tab key a merchant would bear at most."""


class Hands:
    """Presses keys where the focus is, as a keyboard does."""

    def __init__(self, qtbot: QtBot, program: Program) -> None:
        self.qtbot, self.program = qtbot, program

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(self.focus(), key, held)

    def focus(self) -> QWidget:
        return QApplication.focusWidget() or QApplication.activeWindow() or self.program.window

    def name(self) -> str:
        found = QAccessible.queryAccessibleInterface(self.focus())
        return found.text(QAccessible.Text.Name) if found else ""

    def go_to(self, name: str) -> None:
        """Tab until the control with this name has the keys."""
        passed = []
        for _ in range(LONGEST_WAY):
            if self.name().startswith(name) and self.focus().isEnabled():
                return
            passed.append(self.name())
            self.press(Qt.Key.Key_Tab)
        pytest.fail(f"no way to {name}: {passed}")

    def type(self, name: str, text: str) -> None:
        self.go_to(name)
        self.qtbot.keyClicks(self.focus(), text)

    def do(self, name: str) -> None:
        self.go_to(name)
        self.press(Qt.Key.Key_Space)

    def page(self, number: int) -> None:
        self.press(Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)
        settle(self.qtbot)


@pytest.fixture
def hands(qtbot: QtBot, program: Program) -> Hands:
    assert program.window._actions  # a turn after the start they are there
    return Hands(qtbot, program)


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    file = tmp_path / "roster.csv"
    rows = [
        [f"h{n}", f"Host {n}", "抖音", 4_000 + 900 * n, 3_000 + 170 * n, 300 + 10 * n, "20%"]
        for n in range(40)
    ]
    write_rows(file, HEADINGS, rows)
    return file


def test_the_main_job_is_done_with_keys_alone(
    qtbot: QtBot, program: Program, hands: Hands, roster: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = program.session

    def waits(condition: Callable[[], object]) -> None:
        qtbot.waitUntil(lambda: bool(condition()), timeout=30_000)
        settle(qtbot)

    # a product from its facts
    hands.page(2)
    program.window.page("products").complete()
    hands.do("New product")
    for name, text in (("Name", "Coffee 30"), ("Category", "coffee"), ("Price", "69"), ("Unit cost", "15")):
        hands.type(name, text)
    hands.do("Check and save")
    waits(session.products)
    assert [(one.name, one.price, one.unit_cost) for one in session.products()] == [("Coffee 30", 69.0, 15.0)]

    # a roster through the wizard; which file, the desktop's own dialog asks
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_a, **_k: ([str(roster)], ""))
    hands.press(Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    (wizard,) = program.window.findChildren(ImportDialog)
    qtbot.waitUntil(wizard.isActiveWindow)
    hands.do("Add files")
    waits(
        lambda: (
            wizard.importer.count("ready") == 1
            and not wizard.importer.is_busy()
            and not wizard._later.isActive()
        )
    )
    with qtbot.waitSignal(wizard.importer.finished, timeout=20_000):
        hands.do("Import")
    waits(lambda: len(session.snapshot().influencers) == 40)
    hands.press(Qt.Key.Key_Escape)
    assert not wizard.isVisible()
    program.window.activateWindow()  # as a desktop does by itself
    qtbot.waitUntil(program.window.isActiveWindow)

    # budget and plan
    hands.page(5)
    page = program.window.pages["matrix"]
    assert isinstance(page, MatrixPage)
    hands.type("Budget", "8000")
    hands.do("Recommend")
    waits(lambda: page.plan.choices.model.rowCount() > 0)

    # read it: the first host and why, then a chart, place by place
    while not isinstance(hands.focus(), View):
        hands.press(Qt.Key.Key_Tab)
    hands.press(Qt.Key.Key_Down)
    chosen = page.plan.choices.current()
    assert chosen is not None
    assert page.plan.story.name.accessibleName() == chosen.candidate.host.influencer.name
    bar = page.plan.tabBar()
    while QApplication.focusWidget() is not bar:
        hands.press(Qt.Key.Key_Tab)
    hands.press(Qt.Key.Key_Right)
    settle(qtbot)
    while not isinstance(hands.focus(), Canvas):
        hands.press(Qt.Key.Key_Tab)
    hands.press(Qt.Key.Key_Right)
    assert "Hosts: " in hands.focus().accessibleDescription()

    # the launch: place the sessions, move one by a day, and take that back
    hands.page(6)
    launch = program.window.pages["launch"]
    assert isinstance(launch, LaunchPage)
    hands.do("Place the sessions")
    waits(lambda: launch.calendar.grid._chips)
    hands.go_to(launch.calendar.grid.accessibleName())
    hands.press(Qt.Key.Key_Right)
    grid = launch.calendar.grid
    moved = grid.chip(grid.current)
    assert moved is not None
    hands.press(Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    waits(lambda: (now := grid.chip(moved.id)) is not None and now.day != moved.day)
    hands.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    waits(lambda: (now := grid.chip(moved.id)) is not None and now.day == moved.day)
