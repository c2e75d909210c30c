"""The line above the hosts: of how many the check cannot tell, and what to ask for."""

import pytest
from pytestqt.qtbot import QtBot

from gui.app import Program
from gui.pages.roster import RosterPage
from gui.pages.untoldline import UntoldLine, said
from model.authenticity.untold import Untold
from model.demo import demo_snapshot
from model.policy import load


def test_it_says_what_is_missing_and_what_to_ask_for(qtbot: QtBot) -> None:
    line = UntoldLine()
    qtbot.addWidget(line)
    assert line.isHidden(), "nothing is said before the check"
    found = Untold(155, 160, (("posts", 155), ("views", 12)), 8)
    line.tell(found)
    assert not line.isHidden()
    assert line.text.text() == said(found)
    for part in (
        "155 of 160",
        "views and likes of single posts (155)",
        "views of a session (12)",
        "last 8 posts",
    ):
        assert part in said(found)
    line.tell(Untold(0, 160, (), 8))
    assert line.isHidden()


def test_the_page_of_hosts_shows_it_and_leads_to_the_import(
    qtbot: QtBot, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    program.session.fill(demo_snapshot(load()))
    page = program.window.show_page("roster")
    assert isinstance(page, RosterPage)
    qtbot.waitUntil(lambda: not page.untold.isHidden(), timeout=60_000)
    asked: list[object] = []
    monkeypatch.setattr("gui.dialogs.importing.open_wizard", lambda *found: asked.append(found))
    page.untold.go.click()
    assert len(asked) == 1
