"""The products page: what is typed is checked, graded and kept at once, and can be taken back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt, QThreadPool
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from gui.app import Program
from gui.pages.gradecard import GradeCard
from gui.pages.products import ProductsPage
from model.advice import describe
from model.errors import NothingFeasible
from model.intake.templates import write_rows, write_template
from model.policy import load
from model.records import Product
from model.store import Store

TEA = Product("Tea 30", 69.0, "coffee", 20.0, stock=900)
MASK = Product("面膜 20 片", 99.0, "面膜", 30.0)


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    settings = QSettings(str(tmp_path / "own.ini"), QSettings.Format.IniFormat)
    settings.setValue("language", "en")
    settings.setValue("theme", "light")
    made = Program(qapp, settings)
    made.session.new(tmp_path / "shop.rmx")
    made.session.use_policy(load())
    made.window.resize(1366, 738)
    made.window.show()
    qtbot.waitUntil(made.window.isActiveWindow)
    yield made
    QThreadPool.globalInstance().waitForDone()
    made.session.close()
    made.watcher.deleteLater()
    made.deleteLater()


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



def card(page): return page.grade

def test_one(qtbot, page):
    page.start_new()
    put(qtbot, page, "category", "Coffee")

def test_two(qtbot, program, page):
    program.session.save_product(TEA, by=None)
    qtbot.waitUntil(card(page).letter.isVisible)
    page.start_new()
