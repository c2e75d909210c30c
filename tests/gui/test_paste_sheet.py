"""A whole sheet is copied in a spreadsheet and pasted: it comes in as a file does, or is asked about once."""

import logging
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from gui import language
from gui.app import Program
from gui.dialogs import pastedsheet
from gui.dialogs.importing import ImportDialog
from model.records import Influencer
from tests.guards import WORKED
from tests.gui.test_import_wizard import looked, map_field, press, problems, run, states, wizard

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ROSTER = "达人昵称\t平台\t粉丝数\t坑位费\t佣金率\r\n小美\t抖音\t1.2万\t5000\t20%\r\n阿强\t快手\t8000\t3000\t15%\r\n"
TEA = "商品名称\t类目\t售价\t单件成本\r\n茶\t食品\t88.5\t30\r\n"
ORDERS = "订单号\t买家昵称\t手机号\t付款时间\t实付金额\t商品名称\r\n" + "".join(
    f"6900000000000{n:03}\t王小明{n}\t1380000{n:04}\t2025-03-{n + 1:02} 10:00:00\t59.00\t茶\r\n"
    for n in range(20)
)
RESULTS = "达人ID\t商品名称\t日期\t场次\t订单\t成交额\r\n7001\t茶\t2025-03-01\t1\t20\t1180\r\n"


def paste(qtbot: QtBot, program: Program, text: str, page: str, at: QWidget | None = None) -> None:
    """Copy a text, go to a page, press Ctrl+V there."""
    window = program.window
    window.later.finish()
    QApplication.clipboard().setText(text)
    shown = window.show_page(page)
    window.later.finish()
    target = at or (getattr(shown, "table", None) and shown.table.view) or shown
    target.setFocus()
    qtbot.keyClick(target, Qt.Key.Key_V, CONTROL)


def question(qtbot: QtBot, parent: QWidget) -> QMessageBox:
    qtbot.waitUntil(lambda: any(box.isVisible() for box in parent.findChildren(QMessageBox)))
    return next(box for box in parent.findChildren(QMessageBox) if box.isVisible())


def answer(qtbot: QtBot, box: QMessageBox, text: str) -> None:
    button = next(one for one in box.buttons() if one.text().replace("&", "") == text)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def no_wizard(program: Program) -> bool:
    return not any(dialog.isVisible() for dialog in program.window.findChildren(ImportDialog))


@pytest.mark.parametrize("page", ["roster", "products", "orders", "overview", "matrix"])
def test_hosts_nobody_knows_yet_come_in_from_any_page_and_go_as_one_step(
    qtbot: QtBot, program: Program, page: str
) -> None:
    session = program.session
    paste(qtbot, program, ROSTER, page)
    dialog = wizard(qtbot, program)
    assert states(dialog) == {"Pasted sheet": "ready"}
    run(qtbot, dialog)
    hosts = {host.name: host for host in session.snapshot().influencers}
    assert {name: host.followers for name, host in hosts.items()} == {"小美": 12_000, "阿强": 8_000}
    assert hosts["小美"].offers[0].slot_fee == 5000
    assert session.undo_code() == ("import_files", {"n": 1, "name": "Pasted sheet"})
    session.undo()
    assert session.snapshot().influencers == ()


def test_beside_hosts_that_are_there_new_ones_come_in_too(qtbot: QtBot, program: Program) -> None:
    program.session.save_influencers([Influencer("p1", "Old", "douyin", followers=5)], None)
    paste(qtbot, program, ROSTER, "roster")
    run(qtbot, wizard(qtbot, program))
    assert {host.name for host in program.session.snapshot().influencers} == {"Old", "小美", "阿强"}


@pytest.mark.parametrize(
    ("text", "page", "count"),
    [
        (TEA, "products", lambda session: len(session.products())),
        (RESULTS, "results", lambda session: len(session.results())),
        (ORDERS, "orders", lambda session: sum(head.facts.lines for head in session.batches()) // 20),
    ],
)
def test_every_kind_of_sheet_is_told_from_its_headings(
    qtbot: QtBot, program: Program, text: str, page: str, count: Callable[[Any], int]
) -> None:
    paste(qtbot, program, text, page)
    run(qtbot, wizard(qtbot, program))
    assert count(program.session) == 1


def test_nothing_of_the_buyers_is_kept_or_told(
    qtbot: QtBot, program: Program, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        paste(qtbot, program, ORDERS, "orders")
        dialog = wizard(qtbot, program)
        run(qtbot, dialog)
        dialog.close()
        program.session.close()
    folder = program.session.path or next(iter(program.window.recent.paths())).parent
    parts = [text.encode(code) for text in ("王小明", "13800000001") for code in ("utf-8", "utf-16-le")]
    files = [file for file in (folder if folder.is_dir() else folder.parent).rglob("*") if file.is_file()]
    assert files
    assert not [file for file in files if any(part in file.read_bytes() for part in parts)]
    assert "王小明" not in caplog.text


def test_the_same_sheet_again_adds_nothing(qtbot: QtBot, program: Program) -> None:
    paste(qtbot, program, ORDERS, "orders")
    dialog = wizard(qtbot, program)
    run(qtbot, dialog)
    dialog.close()
    paste(qtbot, program, ORDERS, "orders")
    again = wizard(qtbot, program)
    assert states(again) == {"Pasted sheet 2": "known"}


def test_problems_are_told_by_row_and_column_of_what_was_pasted(qtbot: QtBot, program: Program) -> None:
    paste(qtbot, program, ROSTER.replace("8000", "many"), "roster")
    dialog = wizard(qtbot, program)
    run(qtbot, dialog)
    assert [row[:3] for row in problems(dialog)] == [("Pasted sheet", "3", "粉丝数")]
    dialog.problems.table.view.selectRow(0)
    assert not dialog.problems.open.isEnabled()
    assert not dialog.problems.again.isEnabled()


# ── without headings ──


def test_cells_without_headings_ask_for_their_columns_and_none_is_lost(
    qtbot: QtBot, program: Program
) -> None:
    paste(qtbot, program, "小美\t抖音\t1.2万\n阿强\t快手\t8000\n", "roster")
    dialog = wizard(qtbot, program)
    assert states(dialog) == {"Pasted sheet": "needs_columns"}
    plan = dialog.detail.plan()
    assert plan is not None
    assert (plan.kind, plan.header) == ("roster", ("Column 1", "Column 2", "Column 3"))
    for field, heading in (("name", "Column 1"), ("platform", "Column 2"), ("followers", "Column 3")):
        map_field(qtbot, dialog, field, heading)
    run(qtbot, dialog)
    hosts = {host.name: host.followers for host in program.session.snapshot().influencers}
    assert hosts == {"小美": 12_000, "阿强": 8_000}
    assert program.session.mappings() == {}, "another sheet without headings has other columns"


@pytest.mark.parametrize(("text", "count"), [("Yes, headings", 1), ("No, it is data", 2)])
def test_words_alone_are_asked_about_once(qtbot: QtBot, program: Program, text: str, count: int) -> None:
    paste(qtbot, program, "小美\t甲\n阿强\t乙\n", "roster")
    answer(qtbot, question(qtbot, program.window), text)
    plan = wizard(qtbot, program).detail.plan()
    assert plan is not None
    assert len(plan.rows) == count


def test_a_question_that_is_closed_does_nothing(qtbot: QtBot, program: Program) -> None:
    paste(qtbot, program, "小美\t甲\n阿强\t乙\n", "roster")
    qtbot.keyClick(question(qtbot, program.window), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not any(b.isVisible() for b in program.window.findChildren(QMessageBox)))
    assert no_wizard(program)


# ── an edit, or a sheet ──


@pytest.fixture
def roster(qtbot: QtBot, program: Program) -> Any:
    """The hosts page with three hosts in it."""
    hosts = [Influencer(f"p{n}", f"Host {n}", "douyin", followers=1000) for n in range(3)]
    program.session.save_influencers(hosts, None)
    page: Any = program.window.show_page("roster")
    qtbot.waitUntil(lambda: page.table.model.rowCount() == 3)
    return page


def choose(page: Any, row: int, key: str) -> None:
    number = [column.key for column in page.table.model.columns].index(key)
    page.table.view.setCurrentIndex(page.table.model.index(row, number))


def click(qtbot: QtBot, page: Any, row: int, key: str) -> None:
    view = page.table.view
    number = [column.key for column in page.table.model.columns].index(key)
    place = view.visualRect(page.table.model.index(row, number)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def followers(program: Program) -> list[int | None]:
    return [host.followers for host in program.session.snapshot().influencers]


def test_a_block_that_fits_is_an_edit_as_ever(qtbot: QtBot, program: Program, roster: Any) -> None:
    choose(roster, 0, "name")
    program.window.later.finish()
    paste(qtbot, program, "Host\tFollowers\nHost 0\t5\nHost 2\t7\n", "roster")
    assert no_wizard(program)
    assert followers(program) == [5, 1000, 7]
    click(qtbot, roster, 1, "followers")  # the table need not have followed yet: what was changed stays
    paste(qtbot, program, "8\n9\n", "roster")
    assert followers(program) == [5, 8, 9]
    assert no_wizard(program)


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("Host\tFollowers\nHost 0\t5\nHost 1\t6\n小美\t12000\n", "2 of the 3"),
        ("Host 1\tdouyin\t5\nHost 2\tdouyin\t6\n小美\tdouyin\t12000\n", "2 of the 3"),
    ],
)
def test_where_only_some_rows_have_a_place_it_is_asked(
    qtbot: QtBot, program: Program, roster: Any, text: str, fits: str
) -> None:
    choose(roster, 1, "name")
    paste(qtbot, program, text, "roster")
    box = question(qtbot, program.window)
    assert fits in box.informativeText()
    answer(qtbot, box, "Change only the rows that are there")
    assert no_wizard(program)
    assert len(followers(program)) == 3
    choose(roster, 1, "name")
    paste(qtbot, program, text, "roster")
    answer(qtbot, question(qtbot, program.window), "Bring in the whole sheet")
    plan = wizard(qtbot, program).detail.plan()
    assert plan is not None
    assert len(plan.rows) == 3


def test_a_sheet_that_says_more_of_known_hosts_is_asked_about(
    qtbot: QtBot, program: Program, roster: Any
) -> None:
    paste(qtbot, program, "Host\tPlatform\t坑位费\nHost 0\t抖音\t5000\nHost 1\t抖音\t6000\n", "roster")
    assert "has more columns" in question(qtbot, program.window).informativeText()


def test_a_click_leaves_the_cell_of_another_host_as_the_place_to_paste(
    qtbot: QtBot, program: Program, roster: Any
) -> None:
    choose(roster, 0, "name")
    click(qtbot, roster, 2, "followers")
    paste(qtbot, program, "77", "roster")
    assert followers(program) == [1000, 1000, 77]


# ── keys, menu, words, bounds ──


def test_it_is_in_the_menu_under_its_own_keys_and_in_the_palette(qtbot: QtBot, program: Program) -> None:
    window = program.window
    window.later.finish()
    assert window.actions_by_name["paste"].shortcut() == QKeySequence("Ctrl+Shift+V")
    assert "menu.paste" in {command.key for command in window.palette_card._offered()}
    QApplication.clipboard().setText(ROSTER)
    qtbot.keyClick(window, Qt.Key.Key_V, CONTROL | SHIFT)
    assert states(wizard(qtbot, program)) == {"Pasted sheet": "ready"}


def test_it_speaks_chinese(qtbot: QtBot, qapp: QApplication, program: Program) -> None:
    language.apply(qapp, "zh_CN")
    program.window.later.finish()
    assert program.window.actions_by_name["paste"].text() == "粘贴整张表…"
    paste(qtbot, program, "小美\t1.2万\n阿强\t8000\n", "roster")
    dialog = wizard(qtbot, program)
    assert states(dialog) == {"粘贴的表": "needs_columns"}
    plan = dialog.detail.plan()
    assert plan is not None
    assert plan.header == ("第 1 列", "第 2 列")


def test_into_the_open_wizard_more_sheets_are_pasted(qtbot: QtBot, program: Program) -> None:
    paste(qtbot, program, ROSTER, "roster")
    dialog = wizard(qtbot, program)
    QApplication.clipboard().setText(TEA)
    qtbot.keyClick(dialog, Qt.Key.Key_V, CONTROL)
    qtbot.waitUntil(lambda: len(dialog.importer.entries) == 2)
    looked(qtbot, dialog)
    assert states(dialog) == {"Pasted sheet": "ready", "Pasted sheet 2": "ready"}
    run(qtbot, dialog)
    assert len(program.session.products()) == 1
    press(qtbot, dialog, "undo")
    assert program.session.products() == ()


def test_a_field_takes_what_is_pasted_into_it(qtbot: QtBot, program: Program) -> None:
    page: Any = program.window.show_page("roster")
    paste(qtbot, program, "Mei", "roster", page.table.filter)
    assert page.table.filter.text() == "Mei"
    assert no_wizard(program)


@pytest.mark.parametrize("page", ["overview", "roster"])
def test_without_cells_it_is_said_what_to_do(qtbot: QtBot, program: Program, page: str) -> None:
    paste(qtbot, program, "", page)
    assert "Copy some in your spreadsheet" in program.window.pages[page].notice.text.text()
    assert no_wizard(program)


def test_too_much_is_refused_before_it_is_read(
    qtbot: QtBot, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pastedsheet, "MOST_TEXT_BYTES", 40)
    paste(qtbot, program, ROSTER, "overview")
    assert "Pasted sheet" in program.window.pages["overview"].notice.text.text()
    assert no_wizard(program)


def test_without_a_project_there_is_nothing_to_paste_into(qtbot: QtBot, program: Program) -> None:
    program.session.close()
    paste(qtbot, program, ROSTER, "overview")
    assert no_wizard(program)
    assert program.window.pages["overview"].notice.isVisible()


def test_a_large_sheet_does_not_hold_the_window_and_can_be_stopped(
    qtbot: QtBot, program: Program, heartbeat: Callable[[], Any]
) -> None:
    head, *lines = ORDERS.splitlines()
    body = (line.replace("69000", f"6{n:04}") for n in range(2500) for line in lines)
    text = "\r\n".join([head, *body])
    program.window.later.finish()
    program.window.show_page("roster")
    with heartbeat() as beat:
        paste(qtbot, program, text, "roster")
        dialog = wizard(qtbot, program)
    assert beat.busiest < WORKED
    seen: list[float] = []
    listener = QObject(dialog)
    dialog.importer.progressed.connect(lambda _key, _code, share: seen.append(share))
    press(qtbot, dialog, "start")
    qtbot.waitUntil(lambda: bool(seen), timeout=20_000)
    dialog.importer.cancel()
    assert states(dialog) == {"Pasted sheet": "ready"}
    listener.deleteLater()
