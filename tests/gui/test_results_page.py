"""The results page on the real window: nothing yet, campaigns of a file, a fee typed and taken back, columns, files out."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from campaigns_data import LIPSTICK, MING, batch, line, session, settled
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from gui import language
from gui.app import Program
from gui.pages.marking import booked
from gui.pages.results import ResultsPage
from gui.words import results as words
from model.batches import BatchKind
from model.intake.files.tables import read_table
from model.intake.out.templates import write_rows
from model.records import Request
from model.results import Result
from tests.guards import STALLED


def lines() -> list[dict[str, Any]]:
    """Twelve customers won by Ming, four of whom come back, and twenty of the shop; all seen for long."""
    first = dt.datetime.fromisoformat("2026-03-01T20:00:00")
    his = [line(n, "03-01T20:00:00", n, commission_fen=2000) for n in range(1, 13)]
    again = [line(100 + n, "03-20T12:00:00", n, host="") for n in range(1, 5)]
    rest = [line(200 + n, "03-01T12:00:00", 500 + n, host="", paid_at=first) for n in range(20)]
    return [*his, *again, *rest, line(900, "09-01T12:00:00", 999, host="")]


@pytest.fixture
def page(program: Program) -> ResultsPage:
    page = program.window.show_page("results")
    assert isinstance(page, ResultsPage)
    return page


@pytest.fixture
def filled(qtbot: QtBot, program: Program, page: ResultsPage) -> ResultsPage:
    program.session.save_product(LIPSTICK, None)
    program.session.save_influencer(MING, None)
    writer = program.session.writer()
    bill = batch(BatchKind.SETTLEMENT, settled(1), settled(2, commission=2100), file="bill.csv")
    seen = batch(BatchKind.SESSIONS, session("03-01T19:00:00", views=9000, product_visitors=700))
    program.session.take_import([writer.write(b) for b in (batch(BatchKind.ORDERS, *lines()), seen, bill)])
    ready(qtbot, page)
    return page


def ready(qtbot: QtBot, page: ResultsPage, condition: Callable[[], Any] = lambda: True) -> None:
    """Wait for the review of what is in the project now."""
    qtbot.waitUntil(
        lambda: not page._stale and not page._job.is_running() and page._review is not None and bool(condition()), timeout=20_000
    )  # fmt: skip


def cell(page: ResultsPage, key: str, row: int = 0) -> str:
    model = page.table.model
    return model.texts(row)[[column.key for column in model.columns].index(key)]


def enter(page: ResultsPage, name: str, text: str) -> None:
    """Type into a field and leave it."""
    box = page.form.form.editor(name)
    assert isinstance(box, QLineEdit)
    box.setText(text)
    box.textEdited.emit(text)
    box.editingFinished.emit()


def test_without_campaigns_the_page_says_what_to_do(page: ResultsPage) -> None:
    assert page.guide.isVisible()
    assert not page.content.isVisible()
    told = " ".join(label.text() for label in page._guide_text)
    assert all(word in told for word in ("Import", "settlement", "slot fee", "Keep a plan"))


def test_a_campaign_of_files_stands_beside_its_plan(filled: ResultsPage) -> None:
    assert filled.table.model.rowCount() == 1
    assert (cell(filled, "host"), cell(filled, "orders"), cell(filled, "net")) == ("小明", "12", "¥1,200")
    assert "–" in cell(filled, "plan")
    assert cell(filled, "back30") == "33% ↑"
    said = filled.said.text()
    assert "1 campaign with 1 host brought 12 orders" in said
    assert "Customers won by 小明 come back more often" in said
    assert "differs from the orders on 1 of 2 orders, by ¥1.00" in filled.more.text()
    story = filled.story.points.text()
    assert "No plan was kept" in story
    assert "Back in 30 days: 33%" in story
    assert "order 1002, commission" in story
    assert filled.differences.model.texts(0)[2:] == ("小明", "commission", "¥21.00", "¥20.00", "¥1.00")


def test_no_settlement_is_not_told_as_no_difference(page: ResultsPage, filled: ResultsPage) -> None:
    """Who read "nothing differs" would not go and fetch the file that shows what he was charged too much."""
    assert "settlements say what the orders say" in filled.differences._empty.nothing
    filled._review = None
    filled._tell()
    assert "Nothing to compare yet: import" in filled.differences._empty.nothing


def test_the_slot_fee_is_typed_saved_at_once_and_taken_back(
    qtbot: QtBot, program: Program, filled: ResultsPage
) -> None:
    assert cell(filled, "fee") == "≈¥3,000"
    filled.side.setCurrentIndex(1)
    enter(filled, "slot_fee_paid", "500")
    assert program.session.results() == (Result("88", "口红", dt.date(2026, 3, 1), slot_fee_paid=500.0),)
    ready(qtbot, filled, lambda: cell(filled, "fee") == "¥500")
    assert "enter results of “小明”" in program.window._actions["undo"].text()
    program.session.undo()
    assert program.session.results() == ()
    ready(qtbot, filled, lambda: cell(filled, "fee") == "≈¥3,000")
    assert filled.form.form.values()["slot_fee_paid"] == ""


def test_what_was_lost_says_how_much_of_it_is_a_fee_nobody_entered(
    qtbot: QtBot, qapp: Any, program: Program, filled: ResultsPage
) -> None:
    """MING's offer asks ¥3,000; once the fee is entered nothing is assumed."""
    language.apply(qapp, "en")
    (row,) = filled._review.rows
    said = words.verdict(filled._review)
    assert "lost ≈" in said
    assert "That counts ≈¥3,000 of slot fees, assumed from the offers for 1 campaign without" in said
    program.session.save_result(replace(row.result, slot_fee_paid=0.0), row.seller.name, None)
    ready(qtbot, filled, lambda: filled._review.rows[0].own is not None)
    assert "assumed from the offers" not in words.verdict(filled._review)


def test_a_campaign_no_file_knows_is_typed_whole(qtbot: QtBot, program: Program, page: ResultsPage) -> None:
    program.session.save_product(LIPSTICK, None)
    program.session.save_influencer(MING, None)
    page._start_new()
    assert page.content.isVisible()
    form = page.form.form
    form.set_values({"id": "88", "product": "口红"})
    enter(page, "date", "03/2026")
    enter(page, "orders", "20")
    assert program.session.results() == ()
    qtbot.mouseClick(page.form.save, Qt.MouseButton.LeftButton)
    assert form._fields["date"].problem
    enter(page, "date", "2026-03-01")
    ready(qtbot, page, lambda: page.table.model.rowCount() == 1)
    assert (cell(page, "host"), cell(page, "orders")) == ("小明", "20")
    current = page.table.current()
    assert current is not None
    assert current.result.orders == 20
    qtbot.mouseClick(page.form.forget, Qt.MouseButton.LeftButton)
    assert program.session.results() == ()
    ready(qtbot, page, lambda: page.table.model.rowCount() == 0)
    assert page.guide.isVisible()


def test_a_host_nobody_knows_is_asked_about_before_there_is_one_more(
    qtbot: QtBot, program: Program, page: ResultsPage
) -> None:
    program.session.save_product(LIPSTICK, None)
    program.session.save_influencer(MING, None)
    page._start_new()
    form = page.form.form
    form.set_values({"id": "小明明", "product": "口红", "date": "2026-03-01"})
    enter(page, "orders", "20")
    assert program.session.results() == ()
    assert "“小明”" in form._fields["id"].problem
    form.set_values({"id": MING.name})
    enter(page, "orders", "21")
    assert [one.id for one in program.session.results()] == [MING.id]
    page._start_new()
    form.set_values({"id": "小红", "product": "口红", "date": "2026-03-01"})
    enter(page, "orders", "5")
    qtbot.mouseClick(page.form.save, Qt.MouseButton.LeftButton)
    assert sorted(one.id for one in program.session.results()) == [MING.id, "小红"]


def test_a_day_to_come_has_no_results(
    monkeypatch: pytest.MonkeyPatch, program: Program, page: ResultsPage
) -> None:
    monkeypatch.setattr("gui.clock.today", lambda: dt.date(2026, 2, 28))
    program.session.save_influencer(MING, None)
    page._start_new()
    form = page.form.form
    form.set_values({"id": MING.id, "product": "口红", "orders": "5"})
    enter(page, "date", "2026-03-01")
    assert program.session.results() == ()
    assert "2026-03-01" in form._fields["date"].problem
    enter(page, "date", "2026-02-28")
    assert len(program.session.results()) == 1


def test_what_is_typed_while_the_review_is_made_stays(
    qtbot: QtBot, program: Program, page: ResultsPage
) -> None:
    program.session.save_product(LIPSTICK, None)
    program.session.save_influencer(MING, None)
    page._start_new()
    page.form.form.set_values({"id": "88", "product": "口红", "date": "2026-03-01"})
    enter(page, "slot_fee_paid", "500")
    box = page.form.form.editor("sessions")
    assert isinstance(box, QLineEdit)
    box.setText("1")  # not left yet: the review of the fee comes back meanwhile
    ready(qtbot, page, lambda: page.table.model.rowCount() == 1)
    first = page.table.current()
    assert box.text() == "1"
    assert "¥0" not in page.said.text()  # what was sold is not known: that is not nothing
    assert "enter how many orders came" in page.said.text()
    enter(page, "sessions", "1")
    enter(page, "orders", "20")
    page.form.show_row(first)
    assert page.form.form.values()["orders"] == "20"


def test_an_empty_form_is_not_filled_by_a_review_that_comes_later(
    qtbot: QtBot, program: Program, filled: ResultsPage
) -> None:
    filled._start_new()
    program.session.save_product(replace(LIPSTICK, price=60.0), LIPSTICK.name)
    ready(qtbot, filled)
    assert filled.form.form.values()["id"] == ""
    assert filled.table.current() is None


def test_the_hosts_whose_sessions_are_booked_come_first(program: Program, page: ResultsPage) -> None:
    others = [replace(MING, id=str(place), name=f"甲{place}") for place in range(20)]
    for host in (*others, MING):
        program.session.save_influencer(host, None)
    program.session.save_request(booked(Request(1000.0), MING.id, ("混合", 1)), None)
    page._start_new()
    box = page.form.form.editor("id")
    assert isinstance(box, QComboBox)
    assert box.itemData(0) == MING.id


def test_our_template_is_imported_and_undone_as_one_step(
    qtbot: QtBot, program: Program, page: ResultsPage, tmp_path: Path, bring_in: Callable[..., Any]
) -> None:
    file = tmp_path / "复盘.csv"
    headings = ("达人ID", "商品名称", "日期", "场次", "观看", "订单", "成交额", "退款后成交额", "坑位费")
    write_rows(file, headings, [("88", "口红", "2026-03-01", 1, 9000, 20, 2000, 1600, 3000), ("99", "丝巾", "2026-03-02", 1, 10, 1, 5, 5, 0)])  # fmt: skip
    dialog = bring_in(file)
    assert "2 results" in " ".join(next(iter(dialog.importer.entries.values())).sentences())
    dialog.close()
    ready(qtbot, page, lambda: page.table.model.rowCount() == 2)
    assert {one.id for one in program.session.results()} == {"88", "99"}
    bring_in(file).close()
    assert len(program.session.results()) == 2
    program.session.undo()
    assert program.session.results() == ()


def test_columns_are_chosen_and_stay_chosen(program: Program, filled: ResultsPage) -> None:
    place = [column.key for column in filled.table.model.columns].index("platform")
    assert filled.table.view.isColumnHidden(place)
    menu = filled.table.view.arrangement.menu()
    entry = next(action for action in menu.actions() if action.text() == "Platform")
    assert not entry.isChecked()
    entry.setChecked(True)
    assert not filled.table.view.isColumnHidden(place)
    menu.deleteLater()


def test_the_table_goes_into_a_workbook(
    qtbot: QtBot, filled: ResultsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "复盘.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(target), ""))
    with qtbot.waitSignal(filled.writing.done, timeout=10_000):
        filled._save()
    table = read_table(target)
    assert table.header[0] == "Host"
    assert table.rows[0][0] == "小明"


def test_pictures_and_words_follow_the_language(program: Program, qapp: Any, filled: ResultsPage) -> None:
    filled.tabs.setCurrentIndex(1)
    filled.charts.kinds.setCurrentIndex(2)
    assert filled.charts.chart.title.text() == "Whose customers come back?"
    language.apply(qapp, "zh_CN")
    assert filled.title() == "复盘"
    assert filled.charts.chart.title.text() == "谁带来的顾客会回头？"
    assert "1 次投放" in filled.said.text()


def test_the_window_is_not_held_up(
    qtbot: QtBot, program: Program, filled: ResultsPage, heartbeat: Any
) -> None:
    with heartbeat() as beat:
        program.session.save_result(
            Result("88", "口红", dt.date(2026, 3, 1), slot_fee_paid=1.0), "小明", None
        )
        ready(qtbot, filled, lambda: cell(filled, "fee") == "¥1")
    assert beat.longest < STALLED


# ── cells ──


def paste(qtbot: QtBot, page: ResultsPage, text: str) -> None:
    QApplication.clipboard().setText(text)
    page.table.paste()
    ready(qtbot, page)


@pytest.fixture
def two(qtbot: QtBot, program: Program, filled: ResultsPage) -> ResultsPage:
    """Ming's campaign of the files, and another of his that was typed, on a later day."""
    program.session.save_result(
        Result(MING.id, LIPSTICK.name, dt.date(2026, 5, 8), orders=30), MING.name, None
    )
    ready(qtbot, filled, lambda: filled.table.model.rowCount() == 2)
    return filled


def own(program: Program) -> dict[str, Result]:
    return {one.date.isoformat(): one for one in program.session.results()}


@pytest.mark.parametrize("heads", ["达人\t商品\t开始\t坑位费\torders", "Host\tProduct\tFirst day\tSlot fee\torders",
                                   "id\tproduct\tdate\tslot_fee_paid\torders", "达人ID\t商品名称\t日期\t坑位费\t订单"])  # fmt: skip
def test_whole_lines_find_their_campaign_by_host_product_and_day(
    qtbot: QtBot, program: Program, two: ResultsPage, heads: str
) -> None:
    who = MING.id if heads.startswith(("id", "达人ID")) else MING.name
    steps = program.session.undo_code()
    paste(
        qtbot,
        two,
        f"{heads}\n{who}\t{LIPSTICK.name}\t2026/5/8\t1500\t31\n{who}\t{LIPSTICK.name}\t2026-03-01\t800\tmany\n",
    )
    found = own(program)
    assert (found["2026-05-08"].slot_fee_paid, found["2026-05-08"].orders) == (1500.0, 31)
    assert (found["2026-03-01"].slot_fee_paid, found["2026-03-01"].orders) == (800.0, None)
    assert MING.name in two.notice.text.text()
    assert "many" in two.notice.text.text()
    program.session.undo()
    assert program.session.undo_code() == steps
    assert own(program).keys() == {"2026-05-08"}


def test_hosts_of_one_name_are_told_apart_where_a_result_is_entered(
    qtbot: QtBot, program: Program, page: ResultsPage
) -> None:
    """Of two lines that read alike one is chosen by chance, and the other host is paid for it next time."""
    for host in (MING, replace(MING, id="77"), replace(MING, id="66", name="小红")):
        program.session.save_influencer(host, None)
    ready(qtbot, page)
    page._start_new()
    box = page.form.form.editor("id")
    assert isinstance(box, QComboBox)
    said = [box.itemText(n) for n in range(box.count()) if box.itemText(n)]
    assert said == ["小明 · Douyin · 88", "小明 · Douyin · 77", "小红 · Douyin"]
    box.setCurrentIndex(box.findText("小明 · Douyin · 77"))
    assert page.form.form.values()["id"] == "77"


def test_a_host_of_two_campaigns_is_not_guessed_at(qtbot: QtBot, program: Program, two: ResultsPage) -> None:
    before = own(program)
    paste(qtbot, two, f"Host\tSlot fee\n{MING.name}\t1500\n")
    assert own(program) == before
    assert "More than one row" in two.notice.text.text()


def test_a_fee_goes_into_all_chosen_rows_and_an_emptied_figure_is_the_files_again(
    qtbot: QtBot, program: Program, two: ResultsPage
) -> None:
    two.table.view.selectAll()
    two.table._fill(two.table.chosen(), "fee", "900")
    ready(qtbot, two)
    assert {one.slot_fee_paid for one in own(program).values()} == {900.0}
    assert two.notice.text.text() == "2 rows changed; “Undo” takes it back."
    assert program.session.undo_code() == ("edit_results", {"n": 2, "name": LIPSTICK.name})
    two.table.view.selectAll()
    two.table._fill(two.table.chosen(), "fee", "")
    ready(qtbot, two)
    assert {day: one.orders for day, one in own(program).items()} == {
        "2026-05-08": 30
    }  # the other had nothing else
    assert own(program)["2026-05-08"].slot_fee_paid is None


def test_a_cell_is_typed_over_without_its_arrow(qtbot: QtBot, program: Program, two: ResultsPage) -> None:
    keys = [column.key for column in two.table.model.columns]
    row = next(n for n in range(2) if two.table.model.record(n).own)
    index = two.table.model.index(row, keys.index("orders"))
    assert two.table.model.data(index, Qt.ItemDataRole.EditRole) == "30"
    assert two.table.model.setData(index, "33")
    ready(qtbot, two)
    assert own(program)["2026-05-08"].orders == 33
    assert not two.table.model.index(row, keys.index("profit")).flags() & Qt.ItemFlag.ItemIsEditable
