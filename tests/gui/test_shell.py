"""The shell of the window: welcome, projects opened last, palette, shortcuts, steps with words, and what comes back."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSettings, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QListWidget,
    QPushButton,
    QSplitter,
    QVBoxLayout,
)
from pytestqt.qtbot import QtBot

from gui import pinyin, places, theme
from gui.app import Program
from gui.commands import Command, found, plain
from gui.dialogs.shortcuts import rows
from gui.folders import own_project
from gui.notice import Notice
from gui.palette import Palette
from gui.recent import MOST, Recent
from gui.recentmenu import RecentMenu
from gui.words.reasons import undo_text
from model.limits import Limits
from model.records import Influencer, Offer, Product, Request, Snapshot

# ── projects opened last ──


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "kept.ini"), QSettings.Format.IniFormat)


def test_the_latest_comes_first_once_and_ten_are_kept(settings: QSettings, tmp_path: Path) -> None:
    recent = Recent(settings)
    assert recent.paths() == ()
    for n in (*range(MOST + 3), 5):
        recent.add(tmp_path / f"{n}.rmx")
        assert recent.paths()[0] == tmp_path / f"{n}.rmx"
    assert len(recent.paths()) == len(set(recent.paths())) == MOST
    settings.sync()
    again = Recent(QSettings(settings.fileName(), QSettings.Format.IniFormat))
    assert again.paths() == recent.paths()
    again.clear()
    assert again.paths() == ()


@pytest.mark.parametrize("kept", ["", "one.rmx", ["a.rmx"], 7, ["", "b.rmx"]])
def test_a_strange_list_is_no_harm(settings: QSettings, kept: object) -> None:
    settings.setValue("recent", kept)
    assert all(path.name for path in Recent(settings).paths())


def test_the_project_opened_last_is_remembered_however_the_program_ends(
    program: Program, tmp_path: Path
) -> None:
    program.session.new(tmp_path / "next.rmx")
    assert program.settings.value("project") == str(tmp_path / "next.rmx")


def recent_menu(program: Program) -> RecentMenu:
    menu = program.window.actions_by_name["recent"].menu()
    assert isinstance(menu, RecentMenu)
    menu.fill()
    return menu


def test_the_menu_opens_projects_and_shows_which_are_gone(program: Program, tmp_path: Path) -> None:
    program.session.new(tmp_path / "tea & co.rmx")
    program.session.new(tmp_path / "gone.rmx")
    program.session.open(tmp_path / "shop.rmx")
    (tmp_path / "gone.rmx").unlink()
    by_name = {plain(action.text()).split("  ")[-1]: action for action in recent_menu(program).actions()}
    assert list(by_name)[:3] == ["shop", "gone (not found)", "tea & co"]
    assert not by_name["gone (not found)"].isEnabled()
    by_name["tea & co"].trigger()
    assert program.session.name == "tea & co"
    next(a for a in recent_menu(program).actions() if a.text() == "Clear this list").trigger()
    (only,) = recent_menu(program).actions()
    assert not only.isEnabled()


# ── welcome ──


def welcomed(program: Program) -> None:
    program.window.actions_by_name["welcome"].trigger()
    assert program.window.stack.currentWidget() is program.window.welcome.page


def test_the_demo_is_one_click_away(qtbot: QtBot, program: Program) -> None:
    welcomed(program)
    qtbot.mouseClick(program.window.welcome.page.ways["demo"], Qt.MouseButton.LeftButton)
    assert program.session.name == "demo"
    assert program.window.stack.currentWidget() is program.window.pages["overview"]


def test_starting_empty_goes_to_a_new_product_of_an_empty_project(qtbot: QtBot, program: Program) -> None:
    welcomed(program)
    qtbot.mouseClick(program.window.welcome.page.ways["empty"], Qt.MouseButton.LeftButton)
    assert program.window.stack.currentWidget() is program.window.pages["products"]
    assert program.session.name == "shop"


def test_what_is_started_is_never_mixed_into_another_shop(qtbot: QtBot, program: Program) -> None:
    program.session.save_product(Product("Tea", 10.0), by=None)
    welcomed(program)
    qtbot.mouseClick(program.window.welcome.page.ways["empty"], Qt.MouseButton.LeftButton)
    assert program.session.path == own_project()
    assert program.session.snapshot() == Snapshot()


def test_where_both_are_in_use_a_new_project_is_asked_for(
    qtbot: QtBot, program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program.session.open(own_project(), create=True)
    program.session.save_product(Product("Salt", 9.0), by=None)
    welcomed(program)
    for asked, name in (("", "my-shop"), (str(tmp_path / "new"), "new")):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, asked=asked, **_k: (asked, ""))
        qtbot.mouseClick(program.window.welcome.page.ways["empty"], Qt.MouseButton.LeftButton)
        assert program.session.name == name


def test_no_file_chosen_leaves_the_welcome(
    qtbot: QtBot, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_a, **_k: ([], ""))
    welcomed(program)
    qtbot.mouseClick(program.window.welcome.page.ways["files"], Qt.MouseButton.LeftButton)
    assert program.window.stack.currentWidget() is program.window.welcome.page


def test_a_project_opened_lately_is_one_click_away(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    program.session.new(tmp_path / "tea.rmx")
    program.session.open(tmp_path / "shop.rmx")
    welcomed(program)
    page = program.window.welcome.page
    (line,) = (b for b in page.findChildren(QPushButton) if b.accessibleName() == "Open “tea”")
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    assert program.session.name == "tea"
    assert program.window.stack.currentWidget() is program.window.pages["overview"]


# ── palette ──


def palette(qtbot: QtBot, program: Program) -> Palette:
    assert program.window.actions_by_name
    qtbot.keyClick(program.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    card = program.window.palette_card
    qtbot.waitUntil(card.asked.hasFocus)
    program.window.later.finish()
    return card


def offered(card: Palette) -> list[str]:
    return [card.list.topLevelItem(n).text(0) for n in range(card.list.topLevelItemCount())]  # type: ignore[union-attr]


def test_a_page_is_reached_by_a_few_letters(qtbot: QtBot, program: Program) -> None:
    card = palette(qtbot, program)
    qtbot.keyClicks(card.asked, "setti")
    qtbot.keyClick(card.asked, Qt.Key.Key_Return)
    assert card.isHidden()
    assert program.window.stack.currentWidget() is program.window.pages["settings"]


def test_a_button_of_a_page_nobody_looked_at_is_pressed(qtbot: QtBot, program: Program) -> None:
    card = palette(qtbot, program)
    qtbot.keyClicks(card.asked, "new product")
    assert offered(card)[0] == "New product"
    qtbot.keyClick(card.asked, Qt.Key.Key_Return)
    assert program.window.stack.currentWidget() is program.window.pages["products"]


def test_everything_enabled_is_offered_and_nothing_else(qtbot: QtBot, program: Program) -> None:
    card = palette(qtbot, program)
    assert "Undo" not in offered(card)
    card.leave()
    program.session.save_product(Product("Tea", 10.0), by=None)
    card.ask()
    texts = offered(card)
    actions = {n: a for n, a in program.window.actions_by_name.items() if a.menu() is None and a.isEnabled()}
    assert {plain(action.text()) for name, action in actions.items() if name != "palette"} <= set(texts)
    for page in program.window.pages.values():
        assert {command.text for command in page.commands()} <= set(texts)


def test_escape_gives_the_keyboard_back(qtbot: QtBot, program: Program) -> None:
    program.window.nav.setFocus()
    card = palette(qtbot, program)
    qtbot.keyClick(card.asked, Qt.Key.Key_Escape)
    assert card.isHidden()
    assert QApplication.focusWidget() is program.window.nav


def test_arrows_move_while_the_letters_go_on(qtbot: QtBot, program: Program) -> None:
    card = palette(qtbot, program)
    qtbot.keyClicks(card.asked, "e")
    first = card.list.currentItem().text(0)  # type: ignore[union-attr]
    qtbot.keyClick(card.asked, Qt.Key.Key_Down)
    assert card.list.currentItem().text(0) != first  # type: ignore[union-attr]
    assert card.asked.hasFocus()
    qtbot.keyClicks(card.asked, "zzzz")
    assert offered(card) == []
    assert card.nothing.isVisible()
    qtbot.keyClick(card.asked, Qt.Key.Key_Return)
    assert card.isVisible()


def test_what_was_used_lately_comes_first(qtbot: QtBot, program: Program) -> None:
    card = palette(qtbot, program)
    qtbot.keyClicks(card.asked, "launch")
    qtbot.keyClick(card.asked, Qt.Key.Key_Return)
    assert offered(palette(qtbot, program))[0] == "Launch"


def test_every_word_must_be_there_and_a_beginning_counts_more() -> None:
    commands = [Command(name, name, lambda: None, place) for name, place in
                (("Open project", ""), ("Save project", ""), ("Import", "Products"), ("Products", ""))]  # fmt: skip
    texts = [command.text for command in found(commands, "proj", ())]
    assert texts == ["Open project", "Save project"]
    assert [c.text for c in found(commands, "prod", ())] == ["Products", "Import"]
    assert [c.text for c in found(commands, "project save", ())] == ["Save project"]
    assert [c.text for c in found(commands, "", ("Products", "Import"))][:2] == ["Products", "Import"]


def test_chinese_is_found_by_the_first_letters_of_its_sound(qtbot: QtBot, program: Program) -> None:
    card = palette(qtbot, program)
    qtbot.waitUntil(pinyin.is_ready)
    program.choose_language("zh_CN")
    card.ask()
    qtbot.keyClicks(card.asked, "sz")
    assert "设置" in offered(card)
    qtbot.keyClick(card.asked, Qt.Key.Key_Escape)


# ── shortcuts ──


def test_every_shortcut_is_listed_and_none_twice(program: Program) -> None:
    actions = list(program.window.actions_by_name.values())
    program.session.save_product(Product("Tea", 10.0), by=None)
    told = rows(actions)
    assert ("Ctrl+Z", "Undo") in told
    keyed = [action for action in actions if not action.shortcut().isEmpty()]
    assert len({keys for keys, _ in told}) == len(told)
    assert len(told) >= len(keyed) + 3
    assert ("Ctrl+K", "Find a command") in told
    program.window.actions_by_name["keys"].trigger()


# ── steps with words ──

HOST = Influencer("a", "Anna", offers=(Offer("fee", 300.0, 0.2),))


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda host: replace(host, followers=9), "change “Followers” of “Anna”"),
        (lambda host: replace(host, offers=(replace(host.offers[0], slot_fee=400.0),)), "change “Slot fee” of “Anna”"),
        (lambda host: replace(host, followers=9, views=8.0), "change host “Anna”"),
        (lambda host: replace(host, offers=()), "change host “Anna”"),
    ],
)  # fmt: skip
def test_a_step_names_the_field_where_one_was_changed(
    program: Program, change: Callable[[Influencer], Influencer], told: str
) -> None:
    program.session.save_influencer(HOST, by=None)
    program.session.save_influencer(change(HOST), by=None)
    code = program.session.undo_code()
    assert code is not None
    assert undo_text(*code) == told


def test_a_limit_is_named_too_and_taking_back_is_told(program: Program) -> None:
    program.session.save_request(Request(5000.0), by=None)
    program.session.save_request(Request(5000.0, limits=Limits(cash=100.0)), by=None)
    undo = program.window.actions_by_name["undo"]
    assert "cash" in undo.text().casefold()
    told = undo.text().removeprefix("Undo: ")
    undo.trigger()
    assert program.window.statusBar().currentMessage() == f"Undone: {told}"
    program.window.actions_by_name["redo"].trigger()
    assert program.window.statusBar().currentMessage() == f"Redone: {told}"


# ── notices follow the language ──


def test_an_open_notice_is_said_again_in_the_other_language(qtbot: QtBot, program: Program) -> None:
    page = program.window.show_page("roster")
    program.window.open_project(Path("/nowhere/gone.rmx"))
    assert page.notice.isVisible()
    before = page.notice.text.text()
    program.choose_language("zh_CN")
    after = page.notice.text.text()
    assert "gone.rmx" in before
    assert "gone.rmx" in after
    assert before != after


def test_a_notice_may_lead_on(qtbot: QtBot) -> None:
    notice, done = Notice(), list[str]()
    qtbot.addWidget(notice)
    notice.say("Saved", "good", (lambda: "Go on", lambda: done.append("on")))
    qtbot.mouseClick(notice.action, Qt.MouseButton.LeftButton)
    assert done == ["on"]
    notice.say("Other")
    assert not notice.action.isVisible()


def test_what_leads_on_lies_within_its_notice(qtbot: QtBot, program: Program) -> None:
    """Told before it ever had its width, as the wizard's is."""
    whole = QDialog(program.window)
    theme.dress(whole)
    column, notice = QVBoxLayout(whole), Notice()
    column.addWidget(notice)
    column.addWidget(QListWidget(), 1)
    whole.resize(1200, 400)
    whole.show()
    QApplication.processEvents()
    notice.say("Read. " * 12, "warn", (lambda: "See what to do", lambda: None))
    QApplication.processEvents()
    assert notice.contentsRect().contains(notice.action.geometry())
    assert abs(notice.action.geometry().center().y() - notice.rect().center().y()) <= 1


# ── what comes back ──


def test_page_and_dividers_come_back(qtbot: QtBot, program: Program, settings: QSettings) -> None:
    window = program.window
    page = window.show_page("roster")
    window.later.finish()
    splitter = page.findChildren(QSplitter)[0]
    splitter.setSizes([400, 700])
    kept = splitter.sizes()
    places.keep(window, settings)
    splitter.setSizes([800, 300])
    assert splitter.sizes() != kept
    places.divide("roster", page, settings)
    assert splitter.sizes() == kept
    window.show_page("overview")
    places.show_last_page(window, settings)
    assert window.stack.currentWidget() is page
    assert not settings.contains("page")


@pytest.mark.parametrize("name", ["", "nonsense", "roster"])
def test_a_page_that_fails_is_not_shown_again(
    program: Program, settings: QSettings, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(self: object, session: object) -> None:
        raise RuntimeError("broken")

    window = program.window
    monkeypatch.setattr(type(window.specs[0]), "parts", fail)
    settings.setValue("page", name)
    places.show_last_page(window, settings)
    assert window.stack.currentWidget() is window.pages["overview"]
    places.show_last_page(window, settings)
    assert not settings.contains("page")


def test_a_window_whose_screen_is_gone_comes_to_the_first(program: Program, settings: QSettings) -> None:
    window = program.window
    window.setGeometry(QRect(QPoint(9000, 7000), window.size()))
    settings.setValue("geometry", window.saveGeometry())
    window.move(0, 0)
    places.bring_back(window, settings)
    screen = QGuiApplication.primaryScreen().availableGeometry()
    assert screen.intersected(window.geometry()).width() > 200


def test_names_of_actions_lose_their_marks() -> None:
    assert plain("&Open…") == "Open"
    assert plain(QAction("Tea && salt").text()) == "Tea & salt"
