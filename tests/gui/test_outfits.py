"""A large page takes on a look part by part, and then looks as if it had been made in that look."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QTabWidget, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui import theme
from gui.app import Program
from gui.outfits import MANY
from gui.window import PAGES
from tests.gui.everywhere import furnish, settle


def pictures(qtbot: QtBot, program: Program) -> dict[str, QImage]:
    """Every page as it is seen."""
    seen = {}
    for spec in PAGES:
        page = program.window.show_page(spec.name)
        seen[spec.name] = at_rest(qtbot, page)
    return seen


def at_rest(qtbot: QtBot, page: QWidget) -> QImage:
    """How a page is seen once nothing of it changes any more."""
    last: list[QImage] = []

    def is_same() -> bool:
        settle(qtbot)
        last.append(page.grab().toImage())
        return last[-1:] == last[-2:-1]

    qtbot.waitUntil(is_same, timeout=20_000)
    return last[-1]


def wear(qtbot: QtBot, program: Program, scheme: str) -> None:
    """Choose a look and wait until everything wears it."""
    program.choose_theme(scheme)
    qtbot.waitUntil(program.watcher.dressing.is_done, timeout=20_000)


@pytest.mark.parametrize(("first", "other"), [("light", "dark"), ("dark", "light")])
def test_a_page_that_changed_its_look_twice_looks_as_before(
    qtbot: QtBot, program: Program, first: str, other: str
) -> None:
    wear(qtbot, program, first)  # before a page is large: none is taken apart
    before = pictures(qtbot, furnish(qtbot, program))
    for scheme in (other, first):
        wear(qtbot, program, scheme)
    after = pictures(qtbot, program)
    assert [name for name in before if before[name] != after[name]] == []


def test_no_turn_dresses_more_than_it_has_time_for(
    qtbot: QtBot, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    furnish(qtbot, program)
    put_on, dressed = theme._put_on, dict[QWidget, int]()

    def counted(part: QWidget) -> None:
        dressed[part] = 0 if part in theme._frames else len(part.findChildren(QWidget))
        put_on(part)

    monkeypatch.setattr(theme, "_put_on", counted)
    largest = max(len(page.findChildren(QWidget)) for page in program.window.pages.values())
    wear(qtbot, program, "dark")
    assert largest > 3 * MANY
    assert 0 < max(dressed.values()) <= MANY
    assert sum(dressed.values()) > largest


def large(qtbot: QtBot) -> QWidget:
    """A dressed page of many widgets with a tab widget in it."""
    page = QWidget()
    qtbot.addWidget(page)
    rows = QVBoxLayout(page)
    tabs = QTabWidget()
    for _ in range(3):
        tab = QWidget()
        row = QHBoxLayout(tab)
        for _ in range(MANY // 2):
            row.addWidget(QLabel("x"))
        tabs.addTab(tab, "t")
    rows.addWidget(tabs)
    theme.dress(page)
    page.show()
    return page


@pytest.mark.parametrize("make", [QLabel, QPushButton, QToolButton, QWidget])
def test_what_comes_into_a_page_later_wears_the_look_of_the_moment(
    qtbot: QtBot, look: theme.ThemeWatcher, make: Callable[[], Any]
) -> None:
    page = large(qtbot)
    look.choose("dark")
    qtbot.waitUntil(look.dressing.is_done)
    part = make()
    inner = part if make is not QWidget else QLabel("z", part)
    page.layout().addWidget(part)
    for scheme in ("dark", "light"):
        look.choose(scheme)
        qtbot.waitUntil(look.dressing.is_done)
        qtbot.waitUntil(part.isVisible)
        assert inner.palette().windowText().color().name() == theme.theme(scheme)["text"]


def test_parts_that_qt_makes_follow_each_look(qtbot: QtBot, look: theme.ThemeWatcher) -> None:
    page = large(qtbot)
    for scheme in ("dark", "light", "dark"):
        look.choose(scheme)
        qtbot.waitUntil(look.dressing.is_done)
        bar = page.findChild(QTabWidget).tabBar()
        assert theme.theme(scheme)["accent"] in bar.styleSheet()
