"""A project whose every name looks like HTML: no page, tab, dialog, tip or chart takes one for anything but letters."""

import dataclasses
from pathlib import Path
from typing import Any

import pytest
from matplotlib.text import Text
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTableView, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from gui import hostsheet, paysheet
from gui.app import Program
from gui.charts.canvas import Canvas
from gui.dialogs.mapping import MappingPanel
from gui.dialogs.rescue import RescueDialog
from gui.forms import FieldSpec, Form
from gui.keeper import Keeper
from gui.pages.base import Page
from gui.pages.calendargrid import CalendarGrid
from gui.pages.placing import Asked, place_all
from gui.pages.privacyview import PrivacyView
from gui.pages.tiles import Tile
from gui.peerbar import PeerBar
from gui.recentmenu import RecentMenu
from gui.report import refusal, report
from gui.words.overview import NAMES, Told
from model.authenticity.audit import audit
from model.authenticity.roster import Evidence
from model.errors import Problem
from model.launch.hands import Hand, Role
from model.policy import load
from model.store.forget import Traces
from tests.gui.everywhere import dialogs, furnish, places, settle
from tests.gui.launching import SETUP, TODAY
from tests.gui.planted import CORE, document, is_lost, lost_in, plant, read, wild, wild_files, wild_shop


@pytest.fixture
def wild_program(qtbot: QtBot, program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    program.session.close()
    program.session.new(tmp_path / f"{wild('店')}.rmx")
    plant(program)
    return furnish(qtbot, program, wild_shop())


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> dict[str, bool]:
    """Every text a chart draws, and whether it would be read as TeX."""
    texts: dict[str, bool] = {}
    draw = Text.draw

    def told(text: Text, *more: Any, **named: Any) -> None:
        texts[text.get_text()] = bool(text.get_parse_math())
        draw(text, *more, **named)

    monkeypatch.setattr(Text, "draw", told)
    return texts


def told_tips(root: QWidget, tips: list[str]) -> None:
    """Ask everything that is painted for the tips of its places."""
    for canvas in root.findChildren(Canvas):
        for _spot in canvas.picture.spots if canvas.picture and canvas.isVisible() else ():
            QTest.keyClick(canvas, Qt.Key.Key_Right)
            tips.append(QToolTip.text())
    for grid in root.findChildren(CalendarGrid):
        for chip in grid._all() if grid.isVisible() else ():
            at = grid._place(chip).center()
            QApplication.sendEvent(grid, QHelpEvent(QEvent.Type.ToolTip, at, grid.mapToGlobal(at)))
            tips.append(QToolTip.text())


def test_no_planted_name_is_anything_but_letters_anywhere(
    qtbot: QtBot, drawn: dict[str, bool], wild_program: Program, tmp_path: Path
) -> None:
    found, tips, seen = set(), [], 0

    def look(where: str, root: QWidget) -> None:
        nonlocal seen
        seen += sum(CORE in label.text() for label in root.findChildren(QLabel))
        found.update((where, who, text[:120]) for who, text in lost_in(root))

    for where, page in places(qtbot, wild_program):
        for table in page.findChildren(QTableView):
            if table.isVisible() and table.model() and table.model().rowCount():
                table.selectRow(0)
                settle(qtbot)
        look(where, wild_program.window)
        told_tips(page, tips)
    for where, dialog in dialogs(qtbot, wild_program, tmp_path, wild_files(tmp_path)):
        look(where, dialog)
    painted = {("tip of a chart", tip[:60]) for tip in tips if is_lost(read(tip))}
    tex = {("TeX", text[:60]) for text, math in drawn.items() if math and CORE in text}
    assert sorted(found | painted | tex) == []
    assert (seen > 40, sum(CORE in tip for tip in tips) > 20, sum(CORE in text for text in drawn) > 5) == (
        True,
    ) * 3


def test_papers_print_planted_names_as_letters(qtbot: QtBot) -> None:
    shop = wild_shop()
    setup = dataclasses.replace(SETUP, hands=(Hand(wild("老板"), frozenset(Role), 4.0),))
    asked = Asked(shop.advice, shop.market, load(), None, setup, TODAY)
    launch = place_all(asked, lambda _code, _share: None, lambda: False).found
    papers = (
        report(shop.advice, load(), TODAY, setup),
        paysheet.sheet(launch, TODAY),
        hostsheet.sheet(audit(shop.market, load(), {}), range(3), load(), TODAY),
        refusal([Problem("product_unknown", wild("文件.csv"), values={"name": wild("茶")})], TODAY),
    )
    seen = 0
    for paper in papers:
        for block in paper.blocks:
            shown = document(block.html(on_top=True))
            assert not is_lost(shown), shown
            seen += CORE in shown
    assert seen > 10


class Plain(Page):
    def title(self) -> str:
        return wild("题")

    def subtitle(self) -> str:
        return wild("副")


def test_what_is_seldom_said_is_said_in_letters(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    tile, bar, form = Tile(next(iter(NAMES))), PeerBar(), Form((FieldSpec("name", "Name"),))
    tile.show_told(Told(wild("数"), wild("值"), wild("义"), wild("据")), "")
    bar.show_piece(Evidence("views", 1.0, None, 0.0), wild("比"))
    form.set_problems({"name": lambda: wild("错")})
    page, welcome = Plain(program.session), program.window.welcome.page
    page.retranslate()
    page.notice.say(wild("话"))
    file = tmp_path / f"{wild('旧')}.rmx"
    program.window.recent.add(file)
    welcome.show_recent([file])
    menu = RecentMenu(program.window, page)
    menu.fill()
    mapping = MappingPanel()
    mapping.show_fields({"name": "Name"}, {"name": wild("或")}, [wild("头")])
    mapping.box("name")
    rescue = RescueDialog(program.session, file)
    qtbot.waitUntil(lambda: not rescue._finder.is_running())
    keeper = Keeper(program.session)
    privacy = PrivacyView(program.session, keeper)
    question = privacy.question(wild("某"), Traces(hosts=1))
    for part in (privacy, tile, bar, form, page, welcome, menu, mapping, rescue, question):
        qtbot.addWidget(part)
        assert list(lost_in(part)) == []


def test_steps_and_commands_name_things_in_letters(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    window, session = program.window, program.session
    host = dataclasses.replace(wild_shop().host, offers=())
    session.save_influencer(host, None)
    assert CORE in window.actions_by_name["undo"].text()
    assert list(lost_in(window)) == []
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert session.undo_code() is None
    assert CORE in window.actions_by_name["redo"].text()
    assert CORE in window.statusBar().currentMessage()
    assert list(lost_in(window)) == []
    session.save_product(wild_shop().product, None)
    session.copy_to(tmp_path / f"{wild('店')}.rmx")
    assert window.open_project(tmp_path / f"{wild('店')}.rmx")
    window.palette_card.ask()
    settle(qtbot)
    assert list(lost_in(window)) == []


@pytest.mark.parametrize("said", ["AutoText", "tip", "RichText", "key"])
def test_the_walk_sees_a_name_taken_for_html(qtbot: QtBot, said: str) -> None:
    label, button = QLabel(), QPushButton()
    for part in (label, button):
        qtbot.addWidget(part)
    label.setTextFormat(Qt.TextFormat.RichText if said == "RichText" else Qt.TextFormat.AutoText)
    label.setText(wild("甲") if said in {"AutoText", "RichText"} else "")
    label.setToolTip(wild("甲") if said == "tip" else "")
    button.setText(wild("甲") if said == "key" else "")
    assert len([*lost_in(label), *lost_in(button)]) == 1
