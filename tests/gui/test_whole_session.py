"""A session on a shop of some size: no step keeps the window for long. A guard; ``tests/benchmarks/session.py`` measures."""

import importlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.app import SLOW, Program
from gui.charts.view import chart_pool
from gui.window import PAGES
from model.demo import demo_snapshot
from model.policy import load
from tests.guards import STALLED, WORKED


@pytest.fixture
def shop(qtbot: QtBot, program: Program, tmp_path: Path) -> Program:
    """The demo's people, three times over."""
    for name in SLOW:  # the program imports these in the background, before anybody can ask
        importlib.import_module(name)
    once = demo_snapshot(load())
    many = [replace(h, id=f"{n}-{h.id}") for n in range(3) for h in once.influencers]
    program.session.fill(replace(once, influencers=tuple(many)))
    quiet(qtbot)
    return program


def quiet(qtbot: QtBot) -> None:
    """Until nobody works beside the window."""
    pools = (QThreadPool.globalInstance(), chart_pool())
    qtbot.waitUntil(lambda: not any(pool.activeThreadCount() for pool in pools), timeout=60_000)
    QApplication.processEvents()


def test_no_step_of_a_session_keeps_the_window(
    qtbot: QtBot, shop: Program, heartbeat: Callable[[], Any]
) -> None:
    window, gaps, works = shop.window, {}, {}

    def step(name: str, work: Callable[[], object]) -> None:
        with heartbeat() as beat:
            work()
            QApplication.processEvents()
            quiet(qtbot)
        gaps[name], works[name] = beat.longest, beat.busiest

    for which in ("first", "later"):
        for page in PAGES:
            step(f"{which} {page.name}", lambda page=page: window.show_page(page.name))
    matrix: Any = window.show_page("matrix")
    step(
        "plan",
        lambda: (
            matrix.recommend(),
            qtbot.waitUntil(lambda: bool(matrix.plan.choices.model.rows), timeout=60_000),
        ),
    )
    for place in range(matrix.plan.count()):
        step(f"tab {place}", lambda place=place: matrix.plan.setCurrentIndex(place))
    gone = shop.session.snapshot().influencers[0].id
    step("delete", lambda: shop.session.delete_influencers([gone], by=None))
    step("undo", shop.session.undo)
    for code in ("zh_CN", "en"):
        step(f"language {code}", lambda code=code: shop.choose_language(code))
    for look in ("dark", "light"):
        step(f"look {look}", lambda look=look: shop.choose_theme(look))
    worst = max(gaps, key=gaps.__getitem__)
    busiest = max(works, key=works.__getitem__)
    print(f"longest gap {gaps[worst]:.0f} ms: {worst}; most work {works[busiest]:.0f} ms: {busiest}")
    assert gaps[worst] < STALLED, worst
    assert works[busiest] < WORKED, busiest


def test_a_page_speaks_before_it_is_looked_at_and_when_nobody_looks(qtbot: QtBot, shop: Program) -> None:
    window = shop.window
    settings, roster = window.show_page("settings"), window.show_page("roster")
    window.show_page("products")
    shop.choose_language("zh_CN")
    window.show_page("roster")
    assert roster.heading.text() == "达人"
    qtbot.waitUntil(lambda: settings.heading.text() == "设置")


def test_a_project_that_is_opened_is_read_beside_the_window(
    shop: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    from model.store import Store

    path, read = shop.session.path, []
    honest = Store.snapshot
    monkeypatch.setattr(
        Store, "snapshot", lambda store: (read.append(store is shop.session._store), honest(store))[1]
    )
    assert path is not None
    shop.session.open(path)
    assert len(shop.session.snapshot().influencers) == 3 * len(demo_snapshot(load()).influencers)
    assert read == [False]
