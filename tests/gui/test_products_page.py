"""The products page: what is typed is checked, graded and kept at once, and can be taken back."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from gui import language as speech
from gui.app import Program
from gui.pages.gradecard import GradeCard
from gui.pages.products import ProductsPage
from model.advice import describe
from model.errors import NothingFeasible
from model.intake.out.templates import write_rows, write_template
from model.policy import load
from model.records import Product
from model.store import Store

TEA = Product("Tea 30", 69.0, "coffee", 20.0, stock=900)
MASK = Product("面膜 20 片", 99.0, "面膜", 30.0)


@pytest.fixture
def page(program: Program) -> ProductsPage:
    page = program.window.show_page("products")
    assert isinstance(page, ProductsPage)
    page.complete()
    return page


def line(page: ProductsPage, name: str) -> QLineEdit:
    widget = page.form.editor(name)
    found = widget.lineEdit() if isinstance(widget, QComboBox) else widget
    assert isinstance(found, QLineEdit)
    return found


def put(qtbot: QtBot, page: ProductsPage, name: str, text: str) -> None:
    """Type as a person does: into the field, then on with Tab."""
    box = line(page, name)
    box.setFocus()
    box.selectAll()
    qtbot.keyClick(box, Qt.Key.Key_Delete)
    if text.isascii():
        qtbot.keyClicks(box, text)
    else:
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(box, event)
    qtbot.keyClick(box, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: not box.hasFocus())


def press(qtbot: QtBot, button) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def told(page: ProductsPage, name: str) -> str:
    """The sentence beside a field, if it is a problem."""
    return page.form._fields[name].problem


def on_disk(program: Program) -> tuple[Product, ...]:
    assert program.session.path is not None
    with Store.open(program.session.path) as store:
        return store.products()


def names(page: ProductsPage) -> list[str]:
    return [row.product.name for row in page.table.model.rows]


# ── typing ──


def test_a_product_is_made_by_typing_its_facts(qtbot: QtBot, program: Program, page: ProductsPage) -> None:
    page.start_new()
    put(qtbot, page, "name", "Tea 30")
    put(qtbot, page, "category", "Coffee")
    put(qtbot, page, "price", "59.9")
    put(qtbot, page, "platform_fee", "5")
    assert on_disk(program) == ()
    press(qtbot, page.sheet.save)
    (made,) = on_disk(program)
    assert (made.name, made.price, made.platform_fee) == ("Tea 30", 59.9, 0.05)
    assert names(page) == ["Tea 30"]
    assert page.notice.isVisible()
    assert "Tea 30" in page.notice.text.text()
    assert not program.session.snapshot().influencers
    qtbot.mouseClick(page.notice.action, Qt.MouseButton.LeftButton)
    assert program.window.stack.currentWidget() is program.window.pages["roster"], "hosts are wanted next"


def test_chinese_is_typed_through_the_input_method(
    qtbot: QtBot, program: Program, page: ProductsPage
) -> None:
    page.start_new()
    put(qtbot, page, "name", "挂耳咖啡 30 包")
    put(qtbot, page, "price", "¥59.9元")
    put(qtbot, page, "audience", "女 24-30 一线")
    press(qtbot, page.sheet.save)
    (made,) = on_disk(program)
    assert (made.name, made.price) == ("挂耳咖啡 30 包", 59.9)
    assert made.audience.words() == ("female", "24-30", "city1")


def test_a_wrong_field_is_told_beside_it_as_it_is_left(qtbot: QtBot, page: ProductsPage) -> None:
    page.start_new()
    put(qtbot, page, "price", "cheap")
    assert "cheap" in told(page, "price")
    assert told(page, "price") == page.form._fields["price"].note.text()
    assert told(page, "name") == ""
    put(qtbot, page, "price", "10")
    assert told(page, "price") == ""


@pytest.mark.parametrize("text", ["-5", "0", "1e99", "1e400", "abc", "99999999999999"])
def test_an_absurd_price_is_refused_with_a_sentence(
    qtbot: QtBot, program: Program, page: ProductsPage, text: str
) -> None:
    page.start_new()
    put(qtbot, page, "name", "Tea")
    put(qtbot, page, "price", text)
    press(qtbot, page.sheet.save)
    assert told(page, "price")
    assert on_disk(program) == ()


def test_saving_tells_everything_that_is_wrong_at_once(
    qtbot: QtBot, program: Program, page: ProductsPage
) -> None:
    page.start_new()
    line(page, "price").setText("x")
    line(page, "stock").setText("1.5")
    line(page, "platform_fee").setText("95%")
    press(qtbot, page.sheet.save)
    wrong = {name for name in ("name", "price", "stock", "platform_fee", "unit_cost") if told(page, name)}
    assert wrong == {"name", "price", "stock", "platform_fee"}
    assert line(page, "name").hasFocus()
    assert on_disk(program) == ()


def test_what_is_wrong_is_said_in_the_language_of_the_moment(
    qtbot: QtBot, program: Program, page: ProductsPage
) -> None:
    page.start_new()
    put(qtbot, page, "price", "cheap")
    english = told(page, "price")
    program.choose_language("zh_CN")
    qtbot.waitUntil(lambda: "不是数字" in page.form._fields["price"].note.text())
    program.choose_language("en")
    qtbot.waitUntil(lambda: page.form._fields["price"].note.text() == english)


# ── the grade ──


def card(page: ProductsPage) -> GradeCard:
    return page.grade


def test_the_grade_follows_the_typing(qtbot: QtBot, page: ProductsPage) -> None:
    page.start_new()
    assert not card(page).letter.isVisible()
    put(qtbot, page, "category", "Coffee")
    line(page, "price").setFocus()
    qtbot.keyClicks(line(page, "price"), "59.9")
    wanted = describe(Product.parse(name="?", price="59.9", category="coffee"), load()).grade
    qtbot.waitUntil(lambda: card(page).letter.text().startswith(wanted.letter.value))
    assert card(page).letter.isVisible()
    first = card(page)._values["margin"].text()
    put(qtbot, page, "unit_cost", "12")
    qtbot.waitUntil(lambda: card(page)._values["margin"].text() != first)


def test_a_grade_that_comes_late_does_not_show_up_on_a_form_that_has_changed(
    qtbot: QtBot, program: Program, page: ProductsPage
) -> None:
    program.session.save_product(TEA, by=None)
    qtbot.waitUntil(card(page).letter.isVisible)
    pool = QThreadPool.globalInstance()
    pool.waitForDone()
    page._grade_form()
    page.start_new()
    pool.waitForDone()
    QApplication.processEvents()
    assert not page._live.is_running()
    assert not card(page).letter.isVisible()


def test_a_grade_that_comes_late_does_not_cover_what_is_missing(
    qtbot: QtBot, program: Program, page: ProductsPage
) -> None:
    program.session.save_product(TEA, by=None)
    qtbot.waitUntil(card(page).letter.isVisible)
    page._grade_form()
    put(qtbot, page, "price", "cheap")
    QThreadPool.globalInstance().waitForDone()
    QApplication.processEvents()
    assert not card(page).letter.isVisible()


def test_the_list_shows_the_class_of_every_product(
    qtbot: QtBot, program: Program, page: ProductsPage
) -> None:
    program.session.save_products([TEA, MASK], by=None)
    qtbot.waitUntil(lambda: all(row.grade for row in page.table.model.rows))
    assert {row.letter for row in page.table.model.rows} <= set("ABCD")


# ── editing ──


def test_an_edit_is_on_the_disk_as_soon_as_the_field_is_left(
    qtbot: QtBot, program: Program, page: ProductsPage
) -> None:
    program.session.save_product(TEA, by=None)
    assert line(page, "name").text() == "Tea 30"
    put(qtbot, page, "price", "79.5")
    assert [p.price for p in on_disk(program)] == [79.5]
    assert [row.product.price for row in page.table.model.rows] == [79.5]


def test_a_wrong_edit_leaves_the_disk_as_it_was(qtbot: QtBot, program: Program, page: ProductsPage) -> None:
    program.session.save_product(TEA, by=None)
    put(qtbot, page, "price", "-1")
    assert told(page, "price")
    assert [p.price for p in on_disk(program)] == [69.0]


def test_an_edit_is_kept_when_another_product_is_clicked_at_once(
    qtbot: QtBot, program: Program, page: ProductsPage
) -> None:
    program.session.save_products([TEA, MASK], by=None)
    page.table.choose("1")
    qtbot.waitUntil(lambda: line(page, "name").text() == "Tea 30")
    box = line(page, "price")
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, "75")
    place = page.table.view.visualRect(page.table.model.index(1, 0)).center()
    qtbot.mouseClick(page.table.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    page.table.view.setFocus()
    qtbot.waitUntil(lambda: line(page, "name").text() == MASK.name)
    assert [p.price for p in on_disk(program)] == [75.0, 99.0]


def test_prices_are_pasted_as_one_step_that_tells_what_it_did(program: Program, page: ProductsPage) -> None:
    before = program.session.save_products((TEA, MASK), None)
    QApplication.clipboard().setText(f"商品\t售价\n{MASK.name}\t88.5\n{TEA.name}\tdear\nSoap\t1\n")
    page.table.paste()
    (asked,) = program.window.findChildren(QMessageBox)  # Soap is not there: all of the sheet may be meant
    next(one for one in asked.buttons() if one.text().startswith("Change only")).click()
    assert {p.name: p.price for p in on_disk(program)} == {TEA.name: TEA.price, MASK.name: 88.5}
    assert TEA.name in page.notice.text.text()
    assert "Soap" in page.notice.text.text()
    assert program.session.undo_code() is not None
    program.session.undo()
    assert on_disk(program) == before
    page.table.view.selectAll()
    page.table._fill(page.table.chosen(), "price", "50")
    assert {p.price for p in on_disk(program)} == {50.0}
    assert page.notice.text.text() == "2 rows changed; “Undo” takes it back."


def test_undo_and_redo_bring_an_edit_back_into_the_form(
    qtbot: QtBot, program: Program, page: ProductsPage
) -> None:
    program.session.save_product(TEA, by=None)
    put(qtbot, page, "price", "79.5")
    program.session.undo()
    assert line(page, "price").text() == "69"
    assert on_disk(program)[0].price == 69.0
    program.session.redo()
    assert line(page, "price").text() == "79.5"
    assert on_disk(program)[0].price == 79.5


def test_a_deleted_product_is_gone_until_undo(qtbot: QtBot, program: Program, page: ProductsPage) -> None:
    program.session.save_products([TEA, MASK], by=None)
    page.table.choose("1")
    press(qtbot, page.sheet.delete)
    assert names(page) == [MASK.name]
    assert [p.name for p in on_disk(program)] == [MASK.name]
    assert line(page, "name").text() == MASK.name
    program.session.undo()
    assert names(page) == ["Tea 30", MASK.name]


def test_a_new_product_never_overwrites_the_one_shown_before(
    qtbot: QtBot, program: Program, page: ProductsPage
) -> None:
    program.session.save_product(TEA, by=None)
    page.start_new()
    put(qtbot, page, "name", "Second")
    put(qtbot, page, "price", "10")
    press(qtbot, page.sheet.save)
    assert sorted(p.name for p in on_disk(program)) == ["Second", "Tea 30"]


def test_another_project_shows_its_own_products(program: Program, page: ProductsPage, tmp_path: Path) -> None:
    program.session.save_product(TEA, by=None)
    program.session.new(tmp_path / "other.rmx")
    assert names(page) == []
    assert line(page, "name").text() == ""
    assert not page.sheet.delete.isEnabled()


def test_a_half_typed_product_survives_a_change_elsewhere(
    qtbot: QtBot, program: Program, page: ProductsPage
) -> None:
    program.session.save_product(TEA, by=None)
    page.start_new()
    put(qtbot, page, "name", "Second")
    program.session.set_overrides({"economics.horizon_days": 200.0}, by=None)
    assert line(page, "name").text() == "Second"
    program.session.undo()
    assert line(page, "name").text() == "Second"


# ── files ──


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_our_template_comes_in_as_it_was_filled(
    program: Program, page: ProductsPage, tmp_path: Path, bring_in: Any, ending: str, language: str
) -> None:
    file = tmp_path / f"products.{ending}"
    write_template("products", file, language)
    bring_in(file).close()
    assert len(names(page)) == 1
    assert len(on_disk(program)) == 1
    bring_in(file)
    assert len(on_disk(program)) == 1


def test_lines_that_cannot_be_used_are_told_and_the_others_come_in(
    page: ProductsPage, tmp_path: Path, bring_in: Any
) -> None:
    file = tmp_path / "list.csv"
    write_rows(file, ["商品名称", "售价"], [["茶", 30], ["坏", "x"], ["", 5]])
    told = bring_in(file).problems.table.everything()
    assert names(page) == ["茶"]
    assert {line.row for line in told} == {3, 4}


@pytest.mark.parametrize("kind", ["no table", "picture", "missing", "empty"])
def test_a_file_that_is_no_product_list_gets_a_sentence(
    program: Program, tmp_path: Path, bring_in: Any, kind: str
) -> None:
    file = tmp_path / "file.xlsx"
    if kind == "no table":
        file.write_bytes(b"\x00\x01\x02 nothing")
    elif kind == "picture":
        file.write_bytes(b"\x89PNG\r\n\x1a\n")
    elif kind == "empty":
        file.write_bytes(b"")
    dialog = bring_in(file)
    assert dialog.importer.count("refused") == 1
    assert dialog.detail.need.text()
    assert on_disk(program) == ()


def test_the_template_is_written_where_asked(
    qtbot: QtBot, page: ProductsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "mine.xlsx"
    monkeypatch.setattr(page, "ask_save", lambda *_: file)
    page._template()
    assert file.stat().st_size > 1000
    monkeypatch.setattr(page, "ask_save", lambda *_: tmp_path / "no" / "such.xlsx")
    page._template()
    assert "such.xlsx" in page.notice.text.text()


def test_a_fault_of_ours_is_not_dressed_up_as_the_merchants(page: ProductsPage) -> None:
    with pytest.raises(ZeroDivisionError):
        page.refuse(ZeroDivisionError())
    page.refuse(NothingFeasible([]))


def test_what_a_new_product_still_needs_is_said_in_the_language_of_the_moment(
    qapp: QApplication, page: ProductsPage
) -> None:
    page.start_new()
    said = page.grade.verdict.text(), page.ready.verdict.text()
    speech.apply(qapp, "zh_CN")
    assert all("复购等级" in label.text() for label in (page.grade.verdict, page.ready.verdict))
    speech.apply(qapp, "en")
    assert (page.grade.verdict.text(), page.ready.verdict.text()) == said


def test_into_an_empty_list_nothing_is_pasted_but_the_way_out_is_told(
    program: Program, page: ProductsPage
) -> None:
    QApplication.clipboard().setText("品名\nTea\nMask\n")
    page.table.paste()
    assert on_disk(program) == ()
    assert "Paste a sheet…" in page.notice.text.text()


@pytest.mark.parametrize("heads", ["商品名称\t类目\t单件成本\t物流包装成本\t平台扣点\t退货率\t库存\t使用天数\t节日消费\t调性",
                                   "Product\tCategory\tUnit cost\tShipping and packing\tPlatform fee\tReturn rate\tStock\tDays of use\tOccasion-bought\tTone",
                                   "name\tcategory\tunit_cost\tship_cost\tplatform_fee\treturn_rate\tstock\tuse_days\toccasion\ttone"])  # fmt: skip
def test_all_plain_columns_are_pasted_under_the_headings_of_either_language(
    program: Program, page: ProductsPage, heads: str
) -> None:
    program.session.save_products((TEA, MASK), None)
    cells = "mask\t12.5\t3\t5%\t0.12\t800\t45\t是\t温和、健康"
    QApplication.clipboard().setText(f"{heads}\n{MASK.name}\t{cells}\n")
    page.table.paste()
    found = next(one for one in on_disk(program) if one.name == MASK.name)
    expected = Product.parse(
        id=found.id, name=MASK.name, price="99", category="mask", unit_cost="12.5", ship_cost="3", platform_fee="5%",
        return_rate="0.12", stock="800", use_days="45", occasion="yes", tone="温和、健康",
    )  # fmt: skip
    assert replace(expected, price=MASK.price) == found
    assert page.notice.text.text() == "1 row changed; “Undo” takes it back."


def test_what_the_list_copies_it_takes_back_unchanged(program: Program, page: ProductsPage) -> None:
    before = program.session.save_products((TEA, MASK), None)
    for number in range(len(page.table.model.columns)):
        page.table.view.arrangement.choose(number, wanted=True)
    assert len(page.table.view.seen()) == len(page.table.model.columns)
    page.table.view.selectAll()
    page.table.copy()
    steps = program.session.undo_code()
    page.table.paste()
    assert on_disk(program) == before
    assert program.session.undo_code() == steps
