"""The import wizard in the real window: dropped, looked at, read, taken, undone, whatever the files are."""

import datetime as dt
import gc
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, QPoint, QRect, Qt, QThreadPool
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QScrollArea, QStyleOptionViewItem
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from gui import clock, language
from gui.app import Program
from gui.dialogs import tasks
from gui.dialogs.importing import FILES, PROBLEMS, UNDERSTOOD, ImportDialog
from gui.dialogs.problemlist import MOST_LINES, ProblemTable, lines_of
from gui.words import imports
from model.errors import Cancelled, Problem
from model.intake.files.tables import read_table
from model.intake.layouts.layouts import every_layout
from model.intake.out.templates import write_template
from model.records import Product
from tests.guards import STALLED, WORKED, worked
from tests.gui.dropping import drop
from tests.gui.everywhere import settle

SHARED = Path(__file__).parents[2].parent / "shared/data"
HEADER = [
    "主订单编号",
    "子订单编号",
    "选购商品",
    "商品规格",
    "商品数量",
    "商品ID",
    "商家编码",
    "商品单价",
    "订单应付金额",
    "运费",
    "收件人",
    "收件人手机号",
    "详细地址",
    "买家留言",
    "订单提交时间",
    "支付完成时间",
    "流量来源",
    "订单状态",
    "达人ID",
    "达人昵称",
    "售后状态",
    "取消原因",
    "鲁班落地页ID",
]
HOSTS = (("7000000000000000001", "小美"), ("7000000000000000002", "阿强"))


def order(number: int, **changes: str) -> list[str]:
    """One line of an order export of 抖店, by its headings."""
    host, name = HOSTS[number % 2]
    cells = {
        "主订单编号": f"69000000000000{number:05}", "子订单编号": f"69000000000000{number:05}", "选购商品": "洁面乳",
        "商品数量": "1", "商品ID": "3600000000000000001", "商品单价": "59.00", "订单应付金额": "59.00", "运费": "0.00",
        "收件人": "##密文", "收件人手机号": "$$密文", "详细地址": "##某路 1 号", "订单提交时间": "2025-03-01 10:00:00",
        "支付完成时间": f"2025-03-{1 + number % 28:02} 10:01:00", "流量来源": "精选联盟", "订单状态": "已完成",
        "达人ID": host, "达人昵称": name, "售后状态": "退款成功" if number % 10 == 0 else "-",
    } | changes  # fmt: skip
    return [cells.get(heading, "") for heading in HEADER]


def write(path: Path, rows: Iterable[Sequence[str]], header: Sequence[str] = HEADER) -> Path:
    """A CSV file as these exports are."""
    path.write_text("\n".join(",".join(row) for row in (header, *rows)) + "\n", "utf-8-sig")
    return path


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """An export of 40 order lines of 抖店, nothing wrong with it."""
    return write(tmp_path / "抖店订单.csv", (order(n) for n in range(1, 41)))


def wizard(qtbot: QtBot, program: Program) -> ImportDialog:
    """The wizard that is open, everything in it looked at."""
    (dialog,) = (d for d in program.window.findChildren(ImportDialog) if d.isVisible())
    looked(qtbot, dialog)
    return dialog


def looked(qtbot: QtBot, dialog: ImportDialog) -> None:
    def settled() -> bool:
        return (
            bool(dialog.importer.entries) and not dialog.importer.is_busy() and not dialog._later.isActive()
        )

    qtbot.waitUntil(settled, timeout=20_000)


def press(qtbot: QtBot, dialog: ImportDialog, name: str) -> None:
    button = dialog.steps.button(name)
    qtbot.waitUntil(lambda: button.isVisible() and button.isEnabled())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not dialog._later.isActive())


def run(qtbot: QtBot, dialog: ImportDialog) -> None:
    """Press Import and wait for the end."""
    with qtbot.waitSignal(dialog.importer.finished, timeout=20_000):
        press(qtbot, dialog, "start")
    qtbot.waitUntil(lambda: not dialog._later.isActive())


def states(dialog: ImportDialog) -> dict[str, str]:
    return {entry.path.name: entry.state for entry in dialog.importer.entries.values()}


def said(dialog: ImportDialog) -> str:
    dialog.tabs.setCurrentIndex(UNDERSTOOD)
    return dialog.understood.toPlainText()


def problems(dialog: ImportDialog) -> list[tuple[str, ...]]:
    model = dialog.problems.table.model
    return [model.texts(row) for row in range(model.rowCount())]


def choose_kind(qtbot: QtBot, dialog: ImportDialog, kind: str, layout: str = "own") -> None:
    place = dialog.detail.kind.findData(f"{kind}/{layout}")
    assert place >= 0
    with qtbot.waitSignal(dialog.importer.changed):
        dialog.detail.kind.setCurrentIndex(place)
        dialog.detail.kind.activated.emit(place)
    looked(qtbot, dialog)


def map_field(qtbot: QtBot, dialog: ImportDialog, field: str, heading: str) -> None:
    box = dialog.detail.mapping.box(field)
    place = box.findText(heading)
    assert place > 0
    box.setCurrentIndex(place)
    box.activated.emit(place)
    qtbot.waitUntil(lambda: not dialog._later.isActive())


# ── the whole way ──


def test_files_and_folders_dropped_are_looked_at_taken_shown_and_undone_as_one_step(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    folder = tmp_path / "exports" / "march"
    folder.mkdir(parents=True)
    write(folder / "a.csv", (order(n) for n in range(1, 41)))
    write_template("roster", folder / "达人.xlsx", "zh_CN")
    (folder / "~$达人.xlsx").write_bytes(b"lock")
    (folder / "notes.docx").write_bytes(b"no table")
    loose = write(tmp_path / "b.csv", (order(n) for n in range(100, 111)))
    drop(program.window, folder.parent, loose)
    dialog = wizard(qtbot, program)
    assert states(dialog) == {"a.csv": "ready", "达人.xlsx": "ready", "b.csv": "ready"}
    run(qtbot, dialog)
    assert set(states(dialog).values()) == {"taken"}
    assert dialog.tabs.currentIndex() == UNDERSTOOD
    assert {head.file: head.facts.lines for head in program.session.batches()} == {"a.csv": 40, "b.csv": 11}
    assert len(program.session.snapshot().influencers) == 1
    press(qtbot, dialog, "undo")
    assert program.session.batches() == ()
    assert program.session.snapshot().influencers == ()
    assert set(states(dialog).values()) == {"ready"}
    press(qtbot, dialog, "close")
    program.window._actions["redo"].trigger()
    assert len(program.session.batches()) == 2
    assert len(program.session.snapshot().influencers) == 1


def test_what_was_understood_is_said_in_one_sentence_and_masked_buyers_plainly(
    qtbot: QtBot, program: Program, export: Path, bring_in: Callable[..., ImportDialog]
) -> None:
    text = said(bring_in(export))
    assert "Doudian orders · 40 lines · 2025-03-01 to 2025-03-28 · 36 paid · 4 refunded · 2 hosts" in text
    assert "repurchase per customer cannot be computed" in text
    assert "0 %" not in text
    assert "密文" not in text


def test_it_speaks_chinese(
    qtbot: QtBot, qapp: QApplication, program: Program, export: Path, bring_in: Callable[..., ImportDialog]
) -> None:
    program.choose_language("zh_CN")
    text = said(bring_in(export))
    assert "抖店订单 · 40 行 · 2025-03-01 至 2025-03-28 · 已付款 36 · 退款 4 · 达人 2 位" in text
    assert "无法计算买家层面的复购率" in text
    language.apply(qapp, "en")


def test_the_same_file_again_adds_nothing(
    qtbot: QtBot, program: Program, export: Path, tmp_path: Path, bring_in: Callable[..., ImportDialog]
) -> None:
    bring_in(export).close()
    copy = tmp_path / "renamed.csv"
    copy.write_bytes(export.read_bytes())
    dialog = program.window.import_files([export, copy])
    assert dialog is not None
    looked(qtbot, dialog)
    assert set(states(dialog).values()) == {"known"}
    assert not dialog.steps.button("start").isEnabled()
    assert "taken already" in dialog.steps.text.text()
    assert "nothing was added" in said(dialog)
    assert len(program.session.batches()) == 1


def test_results_of_a_day_to_come_are_told_with_their_place_and_not_taken(
    program: Program, tmp_path: Path, bring_in: Callable[..., ImportDialog]
) -> None:
    tomorrow = (clock.today() + dt.timedelta(1)).isoformat()
    heads = ("达人ID", "商品名称", "日期", "场次", "观看", "订单", "退款订单")
    rows = [("h1", "面膜", day, "1", "100", "5", "0") for day in (clock.today().isoformat(), tomorrow)]
    dialog = bring_in(write(tmp_path / "复盘.csv", rows, heads))
    assert [one.date for one in program.session.results()] == [clock.today()]
    told = [line for line in problems(dialog) if any(tomorrow in cell for cell in line)]
    assert [line[:3] for line in told] == [("复盘.csv", "3", "日期")]
    assert any("import it again" in cell for cell in told[0])


def test_nobody_goes_on_past_a_file_that_was_added_after_the_import(
    qtbot: QtBot, export: Path, tmp_path: Path, bring_in: Callable[..., ImportDialog]
) -> None:
    dialog = bring_in(export)
    assert dialog.steps.button("next").isVisible()
    file = tmp_path / "roster.csv"
    write_template("roster", file, "en")
    dialog.importer.add([file])
    looked(qtbot, dialog)
    assert states(dialog)["roster.csv"] == "ready"
    assert dialog.steps.button("start").isVisible()
    assert not dialog.steps.button("next").isVisible()
    run(qtbot, dialog)
    assert dialog.steps.button("next").isVisible()


def test_where_what_was_taken_is_undone_behind_the_window_nothing_is_led_on_to(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    program.session.save_product(Product("Coffee", 59.0), by=None)
    write_template("roster", tmp_path / "达人.xlsx", "zh_CN")
    drop(program.window, tmp_path / "达人.xlsx")
    dialog = wizard(qtbot, program)
    run(qtbot, dialog)
    program.session.undo()
    assert program.session.snapshot().influencers == ()
    here = program.window.stack.currentWidget()
    press(qtbot, dialog, "next")
    assert not dialog.isVisible()
    assert program.window.stack.currentWidget() is here


def test_a_list_that_changes_nothing_is_no_step_to_undo(
    qtbot: QtBot, program: Program, tmp_path: Path, bring_in: Callable[..., ImportDialog]
) -> None:
    file = tmp_path / "roster.csv"
    write_template("roster", file, "en")
    bring_in(file).close()
    before = program.session.undo_code()
    dialog = bring_in(file)
    assert states(dialog) == {"roster.csv": "known"}
    assert not dialog.steps.button("undo").isVisible()
    assert program.session.undo_code() == before


# ── what cannot be used ──


@pytest.mark.parametrize("code", ["zh_CN", "en"])
def test_on_a_small_screen_its_buttons_are_in_sight_and_the_rest_is_scrolled(
    qtbot: QtBot, program: Program, export: Path, code: str
) -> None:
    program.choose_language(code)
    program.window.files.bring_in([export])
    dialog = wizard(qtbot, program)
    dialog.resize(700, 430)
    qtbot.waitUntil(lambda: dialog.size().toTuple() == (700, 430))
    settle(qtbot)
    for name in ("start", "close"):
        button = dialog.steps.button(name)
        assert dialog.rect().contains(QRect(button.mapTo(dialog, QPoint()), button.size()))
    area = dialog.tabs.currentWidget()
    assert isinstance(area, QScrollArea)
    assert area.verticalScrollBar().maximum() > 0
    dialog.resize(1210, 660)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() == area.horizontalScrollBar().maximum() == 0)


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    rows = [order(n) for n in range(1, 21)]
    rows[4] = order(5, 支付完成时间="2025-13-45")
    rows[7] = order(8, 订单应付金额="59..00")
    return write(tmp_path / "faulty.csv", rows)


def test_rows_that_cannot_be_used_are_listed_with_their_cell_and_the_rest_is_taken_when_asked(
    qtbot: QtBot, program: Program, faulty: Path, export: Path
) -> None:
    drop(program.window, faulty, export)
    dialog = wizard(qtbot, program)
    run(qtbot, dialog)
    assert states(dialog) == {"faulty.csv": "read", "抖店订单.csv": "read"}
    assert program.session.batches() == ()
    assert "2 rows" in dialog.steps.text.text()
    listed = {(row, column, cell) for file, row, column, cell, _ in problems(dialog) if file == "faulty.csv"}
    assert {("6", "支付完成时间", "2025-13-45"), ("9", "订单应付金额", "59..00")} <= listed
    press(qtbot, dialog, "rest")
    assert set(states(dialog).values()) == {"taken"}
    facts = {head.file: head.facts for head in program.session.batches()}
    assert (facts["faulty.csv"].lines, facts["faulty.csv"].set_aside) == (20, 2)
    assert program.session.undo_code() == ("import_files", {"n": 2, "name": "faulty.csv"})


def test_problems_are_told_where_the_wizard_ends_with_a_way_to_them(
    qtbot: QtBot, program: Program, faulty: Path
) -> None:
    drop(program.window, faulty)
    dialog = wizard(qtbot, program)
    assert not dialog.notice.isVisible()  # nothing was read yet
    run(qtbot, dialog)
    assert dialog.tabs.currentIndex() != PROBLEMS
    assert dialog.notice.isVisible()
    assert dialog.notice.text.text().startswith(f"{dialog.problems.count()} remarks on these files")
    qtbot.mouseClick(dialog.notice.action, Qt.MouseButton.LeftButton)
    assert dialog.tabs.currentIndex() == PROBLEMS
    assert not dialog.notice.isVisible()


def test_a_file_is_mended_and_read_again(
    qtbot: QtBot, program: Program, faulty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()) or True)
    drop(program.window, faulty)
    dialog = wizard(qtbot, program)
    run(qtbot, dialog)
    dialog.tabs.setCurrentIndex(PROBLEMS)
    dialog.problems.table.view.selectRow(0)
    qtbot.mouseClick(dialog.problems.open, Qt.MouseButton.LeftButton)
    assert opened == [str(faulty)]
    write(faulty, (order(n) for n in range(1, 21)))
    qtbot.mouseClick(dialog.problems.again, Qt.MouseButton.LeftButton)
    assert dialog.tabs.currentIndex() == FILES
    looked(qtbot, dialog)
    run(qtbot, dialog)
    assert states(dialog) == {"faulty.csv": "taken"}
    assert program.session.batches()[0].facts.set_aside == 0
    dialog.problems.table.view.clearSelection()
    assert not dialog.problems.again.isEnabled()


def test_files_that_are_no_tables_are_refused_with_a_sentence_and_stop_nobody(
    qtbot: QtBot, program: Program, tmp_path: Path, export: Path
) -> None:
    (tmp_path / "offer.xlsx").write_bytes(b"%PDF-1.7 nothing")
    (tmp_path / "empty.csv").write_bytes(b" \n")
    gone = write(tmp_path / "gone.csv", [order(1)])
    drop(program.window, tmp_path / "offer.xlsx", tmp_path / "empty.csv", tmp_path / "none.csv", export, gone)
    dialog = wizard(qtbot, program)
    gone.unlink()
    run(qtbot, dialog)
    assert states(dialog) == {
        "offer.xlsx": "refused", "empty.csv": "refused", "none.csv": "refused", "抖店订单.csv": "taken", "gone.csv": "refused",
    }  # fmt: skip
    told = {file: text for file, *_, text in problems(dialog)}
    assert {"offer.xlsx", "empty.csv", "none.csv", "gone.csv"} <= told.keys()
    assert all(told.values())


def test_the_list_of_problems_is_searched_and_written_to_a_file(
    qtbot: QtBot, program: Program, faulty: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drop(program.window, faulty)
    dialog = wizard(qtbot, program)
    run(qtbot, dialog)
    dialog.tabs.setCurrentIndex(PROBLEMS)
    everything = len(problems(dialog))
    table = dialog.problems.table
    table.filter.setFocus()
    qtbot.keyClicks(table.filter, "2025-13-45")
    qtbot.keyClick(table.filter, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(problems(dialog)) == 1 < everything)
    for name in ("out.xlsx", "out.csv"):
        monkeypatch.setattr(
            QFileDialog, "getSaveFileName", lambda *_a, name=name, **_k: (str(tmp_path / name), "")
        )
        with qtbot.waitSignal(dialog.problems.saved):
            qtbot.mouseClick(dialog.problems.save, Qt.MouseButton.LeftButton)
        written = read_table(tmp_path / name)
        assert len(written.rows) == everything
        assert written.header[-1] == "What is wrong, and what to do"


def test_many_problems_are_a_model_and_quickly_shown(qtbot: QtBot) -> None:
    found = [
        Problem("not_a_number", "f.csv", n, "金额", {"text": f"x{n}"}) for n in range(2, MOST_LINES + 502)
    ]
    table = ProblemTable()
    qtbot.addWidget(table)
    table.show()
    lines = lines_of("f.csv", found)
    shown = worked(lambda: table.show_lines(lines))
    assert table.model.rowCount() == MOST_LINES
    assert len(table.everything()) == MOST_LINES + 500
    searched = worked(lambda: table.model.set_filter("x777"))
    assert table.model.rowCount() == 11
    assert (shown < WORKED, searched < WORKED) == (True, True)


def test_sentences_follow_a_change_of_language(
    qtbot: QtBot, qapp: QApplication, program: Program, faulty: Path, tmp_path: Path
) -> None:
    (tmp_path / "offer.xlsx").write_bytes(b"%PDF-1.7 nothing")
    drop(program.window, faulty, tmp_path / "offer.xlsx")
    dialog = wizard(qtbot, program)
    run(qtbot, dialog)
    dialog.tabs.setCurrentIndex(PROBLEMS)
    table = dialog.problems.table
    english = {row[-1] for row in problems(dialog)}
    with qtbot.waitSignal(dialog.problems._speaker.done):
        program.choose_language("zh_CN")
    table.filter.setText("换个写法")
    chinese = {row[-1] for row in problems(dialog)}
    assert len(chinese) == len(english)
    assert not chinese & english
    assert all(any("一" <= sign <= "鿿" for sign in text) for text in chinese)
    assert "不是表格" in said(dialog)
    dialog.tabs.setCurrentIndex(FILES)
    dialog.files.choose(str(tmp_path / "offer.xlsx"))
    assert "不是表格" in dialog.detail.need.text()
    language.apply(qapp, "en")


def test_a_refused_file_is_told_at_the_top_of_its_panel(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    (tmp_path / "offer.xlsx").write_bytes(b"%PDF-1.7 nothing")
    drop(program.window, tmp_path / "offer.xlsx")
    dialog = wizard(qtbot, program)
    name, need = dialog.detail.name, dialog.detail.need
    qtbot.waitUntil(need.isVisible)
    assert need.geometry().bottom() - name.geometry().top() < 140 < dialog.detail.height() / 2


@pytest.mark.parametrize("code", ["en", "zh_CN"])
def test_the_name_of_every_export_fits_its_column(
    qtbot: QtBot, qapp: QApplication, program: Program, export: Path, code: str
) -> None:
    program.choose_language(code)
    dialog = program.window.import_files()
    assert dialog is not None
    view = dialog.files.view
    room = view.columnWidth([column.key for column in dialog.files.model.columns].index("what")) - 18
    titles = [imports.title(layout.titles, layout.kind) for layout in every_layout()]
    wide = {title for title in titles if view.fontMetrics().horizontalAdvance(title) > room}
    assert wide == set()
    language.apply(qapp, "en")


def test_after_the_rest_is_taken_the_footer_says_which_files_still_wait(
    qtbot: QtBot, program: Program, faulty: Path, tmp_path: Path
) -> None:
    drop(program.window, faulty, strange(tmp_path / "fremd.csv", ["2025-04-01"] * 3))
    dialog = wizard(qtbot, program)
    run(qtbot, dialog)
    press(qtbot, dialog, "rest")
    assert states(dialog) == {"faulty.csv": "taken", "fremd.csv": "needs_columns"}
    assert dialog.steps.text.text() == (
        "Taken: 1 file. It can be undone as one step. 1 file is waiting for an answer: choose it and name its columns or the order of its dates."
    )


# ── tables nobody knows ──

STRANGE = ("Wann", "Wer", "Was", "Wieviel", "Beleg")


def strange(path: Path, days: Sequence[str]) -> Path:
    rows = [[day, f"user{n % 7}x", "Seife", "12.50", f"B{n}"] for n, day in enumerate(days)]
    return write(path, rows, STRANGE)


def test_an_unknown_table_is_mapped_once_and_known_from_then_on(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    first = strange(tmp_path / "erste.csv", [f"2025-04-{n:02}" for n in range(1, 21)])
    drop(program.window, first)
    dialog = wizard(qtbot, program)
    assert states(dialog) == {"erste.csv": "needs_columns"}
    assert not dialog.steps.button("start").isEnabled()
    choose_kind(qtbot, dialog, "orders")
    assert "Still needed" in dialog.detail.need.text()
    for field, heading in (("paid_at", "Wann"), ("paid", "Wieviel"), ("order_id", "Beleg"), ("buyer", "Wer")):
        map_field(qtbot, dialog, field, heading)
    assert states(dialog) == {"erste.csv": "ready"}
    assert not dialog.detail.need.isVisible()
    run(qtbot, dialog)
    (head,) = program.session.batches()
    assert (head.facts.lines, head.facts.set_aside, head.facts.paid_fen) == (20, 0, 25_000)
    assert head.facts.customers == 7
    press(qtbot, dialog, "close")
    drop(program.window, strange(tmp_path / "zweite.csv", [f"2025-05-{n:02}" for n in range(1, 11)]))
    dialog = wizard(qtbot, program)
    assert states(dialog) == {"zweite.csv": "ready"}
    assert dialog.detail.mapping.box("paid").currentText() == "Wieviel"


def test_which_date_order_is_asked_only_when_no_cell_settles_it(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    drop(program.window, strange(tmp_path / "unklar.csv", [f"0{n}/0{n + 1}/2025" for n in range(1, 9)]))
    dialog = wizard(qtbot, program)
    choose_kind(qtbot, dialog, "orders")
    for field, heading in (("paid_at", "Wann"), ("paid", "Wieviel"), ("order_id", "Beleg")):
        map_field(qtbot, dialog, field, heading)
    assert not dialog.detail.dates.isVisible()
    run(qtbot, dialog)
    assert states(dialog) == {"unklar.csv": "needs_columns"}
    dialog.tabs.setCurrentIndex(FILES)
    qtbot.waitUntil(dialog.detail.dates.isVisible)
    assert "Wann" in dialog.detail.need.text()
    assert [row[2] for row in problems(dialog)] == ["Wann"]
    assert "can be read in two ways" in said(dialog)
    assert "set aside" not in said(dialog)
    dialog.tabs.setCurrentIndex(FILES)
    place = dialog.detail.dates.findData("dmy")
    dialog.detail.dates.setCurrentIndex(place)
    dialog.detail.dates.activated.emit(place)
    run(qtbot, dialog)
    (head,) = program.session.batches()
    assert (head.facts.first_day.isoformat(), head.facts.set_aside) == ("2025-02-01", 0)


def test_the_order_of_dates_is_remembered_for_the_next_file_of_the_same_headings(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    days = [f"0{n}/0{n + 1}/2025" for n in range(1, 9)]
    for number, name in enumerate(("erste.csv", "zweite.csv")):
        drop(program.window, strange(tmp_path / name, days[number:]))
        dialog = wizard(qtbot, program)
        if number == 0:
            choose_kind(qtbot, dialog, "orders")
            for field, heading in (("paid_at", "Wann"), ("paid", "Wieviel"), ("order_id", "Beleg")):
                map_field(qtbot, dialog, field, heading)
            run(qtbot, dialog)
            dialog.tabs.setCurrentIndex(FILES)
            qtbot.waitUntil(dialog.detail.dates.isVisible)
            place = dialog.detail.dates.findData("dmy")
            dialog.detail.dates.activated.emit(dialog.detail.dates.setCurrentIndex(place) or place)
        run(qtbot, dialog)
        assert states(dialog) == {name: "taken"}
        press(qtbot, dialog, "close")
    first, second = (head.facts.first_day for head in program.session.batches())
    assert (first.isoformat(), second.isoformat()) == ("2025-02-01", "2025-03-02")


def test_stars_mark_what_is_needed_and_a_likely_column_is_said(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    drop(program.window, strange(tmp_path / "fremd.csv", [f"2025-04-{n:02}" for n in range(1, 21)]))
    dialog = wizard(qtbot, program)
    choose_kind(qtbot, dialog, "orders")
    dialog.detail.tabs.setCurrentIndex(1)
    panel = dialog.detail.mapping

    def starred() -> set[str]:
        qtbot.waitUntil(lambda: not panel._stale)
        names = {name: row.label.text() for name, row in zip(panel.fields(), panel._rows, strict=False)}
        return {name for name, text in names.items() if text.endswith(" *")}

    assert starred() == {"paid", "unit_price", "paid_at", "created_at", "order_id", "sub_id", "buyer"}
    assert set(panel.fields()[:7]) == starred()
    assert "perhaps the column “Wieviel”" in dialog.detail.need.text()
    row = panel._rows[panel.fields().index("paid_at")]
    assert row.cell.accessibleName() == "perhaps “Wann”?"
    assert "Ordered at" in row.label.toolTip()
    map_field(qtbot, dialog, "paid_at", "Wann")
    assert starred() == {"paid", "unit_price", "paid_at", "order_id", "sub_id", "buyer"}
    assert row.cell.accessibleName() == "2025-04-01"


def test_an_export_without_lines_is_said_to_have_none(
    qtbot: QtBot, program: Program, tmp_path: Path, bring_in: Callable[..., ImportDialog]
) -> None:
    text = said(bring_in(write(tmp_path / "leer.csv", [])))
    assert "headings but no lines" in text
    assert "names no buyers" not in text


def test_a_table_nobody_knows_asks_to_be_told(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    drop(program.window, strange(tmp_path / "fremd.csv", ["2025-04-01"]))
    dialog = wizard(qtbot, program)
    assert dialog.detail.kind.currentText() == "– choose –"
    dialog.detail.kind.activated.emit(0)
    assert states(dialog) == {"fremd.csv": "needs_columns"}
    choose_kind(qtbot, dialog, "", "")
    assert states(dialog) == {"fremd.csv": "skipped"}
    assert dialog.detail.kind.currentText() == "not wanted"


def test_long_names_give_way_in_the_middle(qtbot: QtBot, program: Program, export: Path) -> None:
    drop(program.window, export)
    view = wizard(qtbot, program).files.view
    option = QStyleOptionViewItem()
    view.itemDelegateForColumn(0).initStyleOption(option, view.model().index(0, 0))
    assert option.textElideMode == Qt.TextElideMode.ElideMiddle


def test_a_sheet_can_be_left_out(qtbot: QtBot, program: Program, export: Path) -> None:
    drop(program.window, export)
    dialog = wizard(qtbot, program)
    choose_kind(qtbot, dialog, "", "")
    assert states(dialog) == {"抖店订单.csv": "skipped"}
    assert not dialog.steps.button("start").isEnabled()
    choose_kind(qtbot, dialog, "orders", "douyin_orders")
    assert states(dialog) == {"抖店订单.csv": "ready"}


def test_the_preview_shows_our_fields_over_the_columns_and_hides_who_bought(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    file = write(
        tmp_path / "plain.csv",
        [order(1, 收件人="王小明", 收件人手机号="13800138000", 详细地址="某路 1 号", 买家留言="快点")],
    )
    drop(program.window, file)
    dialog = wizard(qtbot, program)
    model = dialog.detail.preview.model()
    cells = {HEADER[n]: model.index(0, n).data() for n in range(model.columnCount())}
    assert cells["选购商品"] == "洁面乳"
    assert {cells[name] for name in ("收件人", "收件人手机号", "详细地址", "买家留言")} == {"•••"}
    ours = model.headerData(HEADER.index("订单应付金额"), Qt.Orientation.Horizontal, Qt.ItemDataRole.UserRole)
    assert ours == "Amount paid"
    dialog.detail.tabs.setCurrentIndex(1)
    shown = [label.text() for label in dialog.detail.mapping.findChildren(QLabel)]
    assert not any("王小明" in text or "13800138000" in text for text in shown)


# ── progress, cancelling, closing ──


@pytest.fixture
def endless(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Reading that never ends unless it is told to; what happened is noted."""
    noted: list[str] = []

    def read(entry: Any, _desk: Any, progress: Callable[..., None], cancelled: Callable[[], bool]) -> Any:
        noted.append("began")
        until = time.monotonic() + 20
        while time.monotonic() < until:
            progress("reading", 0.5)
            if cancelled():
                noted.append("stopped")
                raise Cancelled
            time.sleep(0.005)
        raise AssertionError("nobody stopped it")

    monkeypatch.setattr(tasks, "read", read)
    return noted


def test_reading_shows_its_progress_and_stops_at_once(
    qtbot: QtBot, program: Program, export: Path, endless: list[str]
) -> None:
    drop(program.window, export)
    dialog = wizard(qtbot, program)
    press(qtbot, dialog, "start")
    qtbot.waitUntil(lambda: dialog.steps.work.bar.value() == 50)
    assert "File 1 of 1" in dialog.steps.work.doing.text()
    assert states(dialog) == {"抖店订单.csv": "reading"}
    start = time.perf_counter()
    qtbot.mouseClick(dialog.steps.work.stop, Qt.MouseButton.LeftButton)
    assert states(dialog) == {"抖店订单.csv": "ready"}
    QThreadPool.globalInstance().waitForDone()
    assert time.perf_counter() - start < 10.0  # it would go on for twenty
    assert endless == ["began", "stopped"]
    qtbot.waitUntil(dialog.steps.button("start").isVisible)
    assert program.session.batches() == ()


def test_escape_stops_first_and_closes_then(
    qtbot: QtBot, program: Program, export: Path, endless: list[str]
) -> None:
    drop(program.window, export)
    dialog = wizard(qtbot, program)
    press(qtbot, dialog, "start")
    qtbot.waitUntil(lambda: "began" in endless)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert not dialog.importer.is_reading()
    with qtbot.waitSignal(dialog.finished):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_closing_in_the_middle_leaves_nothing_behind(
    qtbot: QtBot, program: Program, export: Path, endless: list[str]
) -> None:
    drop(program.window, export)
    dialog = wizard(qtbot, program)
    press(qtbot, dialog, "start")
    qtbot.waitUntil(lambda: "began" in endless)
    dialog.close()
    QThreadPool.globalInstance().waitForDone()
    assert endless == ["began", "stopped"]
    assert program.session.batches() == ()


def test_the_window_stays_alive_while_files_are_read(
    qtbot: QtBot, program: Program, tmp_path: Path, heartbeat: Callable[[], Any]
) -> None:
    import model.intake.importing
    import model.intake.layouts.inspecting
    import model.intake.lines.meaning  # noqa: F401 - the first import of a library is not what is measured

    for part in range(4):
        rows = (
            order(n, 订单应付金额="x" if n % 50 == 0 else "59.00")
            for n in range(part * 5000, part * 5000 + 5000)
        )
        write(tmp_path / f"part{part}.csv", rows)
    drop(program.window, tmp_path / "part0.csv")
    run(qtbot, wizard(qtbot, program))
    dialog = wizard(qtbot, program)
    with heartbeat() as beat:
        dialog.importer.add([tmp_path / f"part{part}.csv" for part in range(1, 4)])
        qtbot.waitUntil(lambda: dialog.importer.count("ready") == 3, timeout=20_000)
        run(qtbot, dialog)
        press(qtbot, dialog, "rest")
    print(f"longest gap {beat.longest:.0f} ms")
    assert beat.longest < STALLED


# ── ways in ──


def test_the_menu_and_the_pages_open_the_same_wizard(qtbot: QtBot, program: Program) -> None:
    window = program.window
    window.later.finish()
    qtbot.keyClick(window, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: any(d.isVisible() for d in window.findChildren(ImportDialog)))
    (first,) = window.findChildren(ImportDialog)
    for name in ("products", "roster", "orders"):
        window.show_page(name).bring_in()
        assert window.findChildren(ImportDialog) == [first]


def test_files_are_added_by_dialog_and_taken_off_the_list(
    qtbot: QtBot, program: Program, export: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_a, **_k: ([str(export)], ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a, **_k: str(export.parent))
    dialog = program.window.import_files()
    assert dialog is not None
    qtbot.mouseClick(dialog._buttons["add"], Qt.MouseButton.LeftButton)
    looked(qtbot, dialog)
    qtbot.mouseClick(dialog._buttons["folder"], Qt.MouseButton.LeftButton)
    looked(qtbot, dialog)
    assert states(dialog) == {"抖店订单.csv": "ready"}
    qtbot.mouseClick(dialog._buttons["remove"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not dialog._later.isActive())
    assert dialog.importer.entries == {}
    assert dialog.detail.plan() is None


def test_without_a_project_there_is_nothing_to_import_into(program: Program, export: Path) -> None:
    program.session.close()
    assert program.window.import_files([export]) is None
    assert program.window.pages["overview"].notice.isVisible()


@pytest.mark.skipif(not SHARED.is_dir(), reason="the example files do not lie beside the project")
def test_every_example_file_comes_in_or_is_told(
    qtbot: QtBot, program: Program, bring_in: Callable[..., ImportDialog]
) -> None:
    dialog = bring_in(SHARED / "dirt", SHARED / "rosters")
    assert set(states(dialog).values()) <= {"taken", "known", "needs_columns", "refused"}
    assert states(dialog)["orders_gb18030_preface_total.csv"] == "taken"
    assert states(dialog)["xingtu_beauty_160.csv"] in {"taken", "known"}
    for entry in dialog.importer.entries.values():
        assert entry.state not in {"taken"} or entry.sentences()
        if entry.path.name == "xingtu_beauty_160.csv" and entry.state == "taken":
            assert sum("160 hosts" in told for told in entry.sentences()) == 1  # not as if they were 320


def test_nothing_of_the_wizard_is_left_for_the_collector_to_delete(
    qtbot: QtBot, program: Program, export: Path
) -> None:
    """It may run in a worker's thread, where deleting a part of Qt brings the program down some time later."""
    drop(program.window, export)
    dialog = wizard(qtbot, program)
    run(qtbot, dialog)
    dialog.tabs.setCurrentIndex(PROBLEMS)
    ours = [
        one
        for one in gc.get_objects()
        if isinstance(one, QObject)
        and type(one).__module__.startswith("gui.dialogs")
        and Shiboken.isValid(one)
    ]
    owned = [type(one).__name__ for one in ours if Shiboken.ownedByPython(one)]
    assert "Preview" in {type(one).__name__ for one in ours}
    assert owned == []
