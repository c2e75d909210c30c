"""The settings page: language and look switch at once, and every figure of the model can be changed and taken back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from gui import theme, words
from gui.app import Program
from gui.pages.products import ProductsPage
from gui.pages.settings import SettingsPage
from model.policy import load
from model.records import Product
from model.store import Store

KEY = "grading.days_floor"
FIGURE = "grading.weight_days"


@pytest.fixture
def page(program: Program) -> SettingsPage:
    page = program.window.show_page("settings")
    assert isinstance(page, SettingsPage)
    return page


def place(page: SettingsPage, key: str, column: str):
    model = page.table.model
    row = next(r for r in range(model.rowCount()) if model.record(r).key == key)
    return model.index(row, [c.key for c in model.columns].index(column))


def edit(page: SettingsPage, key: str, text: str) -> None:
    index = place(page, key, "value")
    assert index.flags() & Qt.ItemFlag.ItemIsEditable
    page.table.model.setData(index, text)


def own(program: Program) -> dict[str, float]:
    assert program.session.path is not None
    with Store.open(program.session.path) as store:
        return store.overrides()


def pick(box: QComboBox, value: str) -> None:
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def test_every_figure_is_listed_with_source_and_reliability(page: SettingsPage) -> None:
    model = page.table.model
    assert model.rowCount() == len(load().entries)
    for row in range(model.rowCount()):
        texts = dict(zip((c.key for c in model.columns), model.texts(row), strict=True))
        assert all(
            texts[key] for key in ("group", "name", "value", "default", "unit", "reliability", "source")
        )


def test_an_own_figure_is_typed_into_the_table_and_kept_with_the_project(
    qtbot: QtBot, program: Program, page: SettingsPage
) -> None:
    index = place(page, KEY, "value")
    page.table.view.scrollTo(index)
    page.table.view.setCurrentIndex(index)
    page.table.view.edit(index)
    box = page.table.view.viewport().findChild(QLineEdit)
    assert isinstance(box, QLineEdit)
    box.selectAll()
    qtbot.keyClicks(box, "21")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: own(program) == {KEY: 21.0})
    assert place(page, KEY, "value").data() == "21"
    assert program.session.policy is not None
    assert program.session.policy.grading.days_floor == 21.0


def test_an_own_figure_changes_the_grade_and_undo_takes_it_back(
    qtbot: QtBot, program: Program, page: SettingsPage
) -> None:
    products = program.window.page("products")
    assert isinstance(products, ProductsPage)
    products.complete()
    program.session.save_product(Product("Coffee", 59.9, "coffee", use_days=25), by=None)

    def odds() -> float | None:
        (row,) = products.table.model.rows
        return row.grade.probabilities[row.grade.letter] if row.grade else None

    qtbot.waitUntil(lambda: odds() is not None)
    first = odds()
    edit(page, FIGURE, "0.1")
    qtbot.waitUntil(lambda: odds() not in (None, first))
    program.session.undo()
    assert own(program) == {}
    qtbot.waitUntil(lambda: odds() == first)
    assert place(page, FIGURE, "value").data() == place(page, FIGURE, "default").data()


@pytest.mark.parametrize("text", ["abc", "-3", "1e400", "1e30"])
def test_a_figure_that_makes_no_sense_is_refused_with_a_sentence(
    program: Program, page: SettingsPage, text: str
) -> None:
    edit(page, KEY, text)
    assert page.notice.isVisible()
    assert page.notice.text.text()
    assert own(program) == {}
    assert place(page, KEY, "value").data() == place(page, KEY, "default").data()


def test_a_share_above_one_is_refused(program: Program, page: SettingsPage) -> None:
    key = next(k for k, e in load().entries.items() if e.unit.startswith("share"))
    edit(page, key, "1.5")
    assert page.notice.isVisible()
    assert own(program) == {}


@pytest.mark.parametrize("how", ["empty", "button", "typed"])
def test_the_shipped_figure_comes_back(qtbot: QtBot, program: Program, page: SettingsPage, how: str) -> None:
    edit(page, KEY, "21")
    assert own(program) == {KEY: 21.0}
    if how == "button":
        page.table.choose(KEY)
        qtbot.mouseClick(page.reset, Qt.MouseButton.LeftButton)
    else:
        edit(page, KEY, "" if how == "empty" else f"{load().entries[KEY].default:g}")
    assert own(program) == {}


def test_own_figures_stay_with_their_project(program: Program, page: SettingsPage, tmp_path: Path) -> None:
    edit(page, KEY, "21")
    first = program.session.path
    program.session.new(tmp_path / "other.rmx")
    assert place(page, KEY, "value").data() != "21"
    assert first is not None
    program.session.open(first)
    assert place(page, KEY, "value").data() == "21"


def test_the_language_switches_at_once_and_is_remembered(
    qtbot: QtBot, program: Program, page: SettingsPage
) -> None:
    pick(page.language, "zh_CN")
    assert words.language() == "zh_CN"
    assert program.settings.value("language") == "zh_CN"
    qtbot.waitUntil(lambda: place(page, KEY, "name").data() == load().entries[KEY].zh)
    assert page.language.currentData() == "zh_CN"
    pick(page.language, "en")
    qtbot.waitUntil(lambda: place(page, KEY, "name").data() == load().entries[KEY].en)


def test_the_look_switches_at_once_and_is_remembered(program: Program, page: SettingsPage) -> None:
    light = program.window.grab().toImage().pixelColor(700, 700).lightness()
    pick(page.look, "dark")
    assert theme.current().name == "dark"
    assert program.settings.value("theme") == "dark"
    assert page.look.currentData() == "dark"
    assert program.window.grab().toImage().pixelColor(700, 700).lightness() < light
    pick(page.look, "light")
    assert theme.current().name == "light"
