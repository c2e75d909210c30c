"""Pages are made while the window rests, before anybody looks at them."""

import threading
from typing import Any

from pytestqt.qtbot import QtBot

from gui.ahead import Ahead
from gui.app import Program
from gui.aside import aside
from gui.pagemaking import AHEAD, PAGES
from model.errors import InputError, Problem


def test_large_pages_are_made_part_by_part_and_are_the_ones_then_shown(
    qtbot: QtBot, program: Program
) -> None:
    window = program.window
    assert set(window.pages) == {"overview"}
    ahead = Ahead(window)
    ahead.start()
    qtbot.waitUntil(lambda: "roster" in window.pages, timeout=30_000)
    assert "matrix" not in window.pages
    qtbot.waitUntil(ahead.is_done, timeout=30_000)
    made = dict(window.pages)
    assert set(made) == {"overview", *AHEAD}
    assert window.stack.currentWidget() is made["overview"]
    for name in AHEAD:
        assert window.show_page(name) is made[name] is window.stack.currentWidget()
    for place, spec in enumerate(PAGES):
        assert window.show_page(spec.name) is window.stack.widget(place)


def test_a_page_half_made_is_finished_by_whoever_looks_at_it(program: Program) -> None:
    window = program.window
    while "roster" not in window.making.made:
        assert window.make_ahead()
    half = window.making.made["roster"]
    program.choose_language("zh_CN")
    shown: Any = window.show_page("roster")
    assert shown is half
    assert shown.heading.text() == "达人"
    assert not window.making.made


def test_a_page_that_cannot_be_made_ends_it_without_a_word(
    qtbot: QtBot, program: Program, monkeypatch: Any
) -> None:
    def refuse(_self: object, _session: object) -> None:
        raise InputError([Problem("project_unreachable", "shop.rmx")])

    monkeypatch.setattr("gui.pagemaking.PageSpec.parts", refuse)
    ahead = Ahead(program.window)
    ahead.start()
    qtbot.waitUntil(ahead.is_done)
    assert "notice" not in vars(program.window.pages["overview"])


def test_none_is_made_beside_what_the_window_waits_for(qtbot: QtBot, program: Program) -> None:
    ahead, tries = Ahead(program.window), list[int]()

    tried = threading.Event()

    def count() -> None:
        tries.append(len(program.window.making.made))
        if len(tries) == 3:
            tried.set()

    ahead._timer.timeout.connect(count)
    ahead._timer.setInterval(20)
    ahead.start()
    assert aside(lambda: tried.wait(20))
    assert tries[:3] == [0, 0, 0]
    qtbot.waitUntil(lambda: bool(program.window.making.made), timeout=30_000)
