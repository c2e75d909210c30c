"""What a screen reader says by itself."""

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from pytestqt.qtbot import QtBot

from gui.ahead import Ahead
from gui.app import Program
from tests.gui.everywhere import usual


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """All that is said while a screen reader listens."""
    said: list[str] = []

    def listen(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", staticmethod(listen))
    monkeypatch.setattr(QAccessible, "isActive", staticmethod(lambda: True))
    return said


def test_each_page_is_said_when_it_opens(program: Program, heard: list[str]) -> None:
    for name in ("roster", "orders", "matrix", "launch"):
        page = program.window.show_page(name)
        assert heard[-1] == page.heading.text() != ""
    assert len(heard) == 4


def test_a_notice_and_a_new_verdict_are_said_once(program: Program, heard: list[str]) -> None:
    page = program.window.show_page("matrix")
    heard.clear()
    page.save_report()
    assert heard == [page.notice.text.text()]
    program.session.fill(usual().market)
    heard.clear()
    page._take(usual().advice)
    assert heard.count(page.verdict.text()) == 1
    page._show_words()
    assert heard.count(page.verdict.text()) == 1


def test_nothing_is_said_of_what_is_not_seen(program: Program, heard: list[str]) -> None:
    page = program.window.show_page("matrix")
    program.window.show_page("roster")
    heard.clear()
    page.save_report()
    assert heard == []


def test_nothing_is_said_where_nobody_listens(
    program: Program, heard: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QAccessible, "isActive", staticmethod(lambda: False))
    program.window.show_page("matrix").save_report()
    assert heard == []


@pytest.mark.parametrize("listens", [True, False])
def test_no_page_is_made_ahead_for_ears(
    qtbot: QtBot, program: Program, monkeypatch: pytest.MonkeyPatch, listens: bool
) -> None:
    monkeypatch.setattr(QAccessible, "isActive", staticmethod(lambda: listens))
    ahead = Ahead(program.window)
    ahead.start()
    assert (ahead.is_done(), ahead._timer.isActive()) == (listens, not listens)
    ahead._timer.stop()
