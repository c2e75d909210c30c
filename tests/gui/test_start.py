"""The start is light: the first look is made of few classes and modules, and nothing done at it is lost when the rest comes."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from pytestqt.qtbot import QtBot

import gui
from gui import kept, numbers
from gui.app import Program
from gui.face import Glance
from gui.pages.productrows import COLUMNS, Row
from gui.pages.products import ProductsPage
from gui.quick import Later
from gui.tables import RecordTable
from model.records import Product

ROOT = Path(gui.__file__).parents[1]
START = """
import sys
from gui.__main__ import hasten
hasten()
from gui import app
qt = app.prepare(["start"])
from PySide6.QtCore import QSettings, QTimer
from PySide6 import QtCore, QtGui, QtWidgets
running = app.Program(qt, QSettings(sys.argv[1] + "/own.ini", QSettings.Format.IniFormat))
running.session.new(__import__("pathlib").Path(sys.argv[1]) / "shop.rmx")
from model.records import Product
running.session.save_product(Product("Tea", 69.0), None)
running.start(__import__("pathlib").Path(sys.argv[1]) / "shop.rmx", False)
def told():
    made = [name for module in (QtCore, QtGui, QtWidgets) for name in vars(module) if name.startswith("Q")]
    shown = running.window.pages["overview"]
    print(len(made), *sorted({"Qt", "QEvent", "QStyle", "QCalendarWidget", "QDropEvent"} & set(made)), sep=",")
    print(shown.heading.text(), shown.verdict.sentence.text(), shown.verdict.isVisible(), sep=",")
    print(*sorted({"gui.tables", "gui.forms", "gui.jobs", "numpy", "scipy", "matplotlib"} & set(sys.modules)))
    __import__("os")._exit(0)
def look():
    QTimer.singleShot(0, told if running.window.windowHandle().isExposed() else look)
look()
qt.exec()
"""
TEA = (Row(Product("Tea", 69.0, "tea", id=1)), Row(Product("Salt", 9.0, "salt", id=2)))


def run(code: str, folder: Path, **more: str) -> str:
    """What a Python of its own prints, its compiled modules in this folder."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    environment |= {"PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": str(folder / "compiled"), "LANG": "C"}
    done = subprocess.run(
        [sys.executable, "-c", code, str(folder)],
        env=environment | {"HOME": str(folder), "QT_QPA_PLATFORM": "offscreen"} | more,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return done.stdout


def test_the_first_look_is_made_of_few_classes(tmp_path: Path) -> None:
    classes, row, modules = run(START, tmp_path).splitlines()
    number, *dear = classes.split(",")
    assert int(number) < 110
    assert dear == []
    assert row == "总览,正在看您的店铺…,True"
    assert modules == ""


@pytest.mark.parametrize(
    ("number", "own"),
    [
        (numbers.TIP, Qt.ItemDataRole.ToolTipRole),
        (numbers.ALIGN, Qt.ItemDataRole.TextAlignmentRole),
        (numbers.USER, Qt.ItemDataRole.UserRole),
        (numbers.LEFT, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter),
        (numbers.RIGHT, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter),
        (numbers.PLAIN_TEXT, Qt.TextFormat.PlainText),
        (numbers.NO_FOCUS, Qt.FocusPolicy.NoFocus),
        (numbers.NEVER, Qt.ScrollBarPolicy.ScrollBarAlwaysOff),
    ],
)
def test_numbers_are_those_of_qt(number: int, own: Qt.ItemDataRole) -> None:
    assert number == own.value


def test_plain_numbers_reach_the_properties(program: Program) -> None:
    assert program.window.project.textFormat() is Qt.TextFormat.PlainText
    assert program.window.nav.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff


# ── the rest takes the place of the first look ──


def test_the_table_goes_on_where_the_glance_was_left(qtbot: QtBot) -> None:
    glance, table = Glance(COLUMNS), RecordTable(COLUMNS, lambda row: str(row.product.id))
    for widget in (glance, table):
        qtbot.addWidget(widget)
    glance.set_rows(TEA)
    glance.show()
    place = glance.view.visualRect(glance.view.model().index(1, 0)).center()
    qtbot.mouseClick(glance.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.keyClicks(glance.filter, "sal")
    table.set_rows(glance.rows)
    table.take_over(glance)
    assert table.current() is TEA[1]
    assert table.filter.text() == "sal"
    assert table.model.rowCount() == 1


def test_the_product_clicked_at_first_sight_is_the_one_shown(qtbot: QtBot, program: Program) -> None:
    for row in TEA:
        program.session.save_product(row.product, None)
    page = ProductsPage(program.session)
    qtbot.addWidget(page)
    page.show()
    glance = page._glance
    assert glance is not None
    glance.view.selectRow(1)
    for piece in page.pieces():
        piece()
    assert page._glance is None
    assert page.form.values()["name"] == "Salt"
    current = page.table.current()
    assert current is not None
    assert current.product.name == "Salt"


def test_the_glance_looks_like_the_table(qtbot: QtBot) -> None:
    glance, table = Glance(COLUMNS), RecordTable(COLUMNS, lambda row: str(row.product.id))
    pictures = []
    for widget in (glance, table):
        qtbot.addWidget(widget)
        widget.set_rows(TEA)
        widget.resize(700, 400)
        widget.show()
        pictures.append(widget.grab().toImage())
    assert pictures[0] == pictures[1]


def test_what_is_put_off_is_done_in_order_and_once(qtbot: QtBot) -> None:
    done: list[int] = []
    owner = QObject()
    later = Later(owner)
    later.add(*(lambda n=n: done.append(n) for n in range(3)))
    assert done == []
    qtbot.waitUntil(lambda: len(done) == 3)
    later.add(lambda: done.append(3))
    later.finish()
    assert done == [0, 1, 2, 3]


# ── what PySide6 compiles is kept ──


@pytest.fixture
def keep(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], kept.Kept]:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return lambda: kept.Kept(tmp_path / "x" / "some.kept")


def value(code: object) -> object:
    space: dict[str, object] = {}
    exec(code, space)  # type: ignore[arg-type]
    return space["a"]


def test_code_is_compiled_once(keep: Callable[[], kept.Kept], monkeypatch: pytest.MonkeyPatch) -> None:
    first = keep()
    first.compile("a = 7", "f.py", "exec")
    first.save()
    monkeypatch.setattr(kept, "py_compile", None)
    assert value(keep().compile("a = 7", "f.py", "exec")) == 7


def test_a_changed_source_is_compiled_again(keep: Callable[[], kept.Kept]) -> None:
    first = keep()
    first.compile("a = 7", "f.py", "exec")
    first.save()
    assert value(keep().compile(b"a = 8", "f.py", "exec")) == 8


def test_other_kinds_of_code_are_not_kept(keep: Callable[[], kept.Kept]) -> None:
    assert eval(keep().compile("1 + 1", "f.py", "eval")) == 2


@pytest.mark.parametrize("text", [b"", b"rubbish", b"\xf3\x00", b"i\x07\x00\x00\x00"])
def test_a_damaged_file_is_no_harm(keep: Callable[[], kept.Kept], tmp_path: Path, text: bytes) -> None:
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "some.kept").write_bytes(text)
    assert value(keep().compile("a = 7", "f.py", "exec")) == 7


def test_a_pattern_waits_and_then_matches() -> None:
    pattern = kept.Pattern(r"(\d+)", 0)
    find = pattern.search
    assert "_made" not in vars(pattern)
    assert find("ab12").group(1) == "12"
    assert pattern.pattern == r"(\d+)"


WRONG = """
from gui.kept import import_pyside
import_pyside()
import re
from PySide6.QtCore import QPoint
assert type(re.compile("x")) is re.Pattern
try:
    QPoint("one", "two")
except TypeError as error:
    print(error)
"""


def test_faults_are_told_as_before_with_what_was_kept(tmp_path: Path) -> None:
    plain = run(WRONG.replace("import_pyside()", ""), tmp_path, PYTHONDONTWRITEBYTECODE="1")
    assert "QPoint" in plain
    assert not list(tmp_path.rglob("*.kept"))
    assert [run(WRONG, tmp_path) for _ in range(2)] == [plain, plain]
    assert len(list(tmp_path.rglob("*.kept"))) == 1


AHEAD = """
import importlib, sys
from gui.app import SLOW
for name in SLOW:
    importlib.import_module(name)
print("pyarrow" in sys.modules, "scipy.stats" in sys.modules)
"""


def test_what_reads_orders_is_not_loaded_ahead() -> None:
    """It takes 70 MB: a shop without orders does not pay for it."""
    told = subprocess.run(
        [
            sys.executable,
            "-c",
            AHEAD,
        ],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    ).stdout
    assert told.split() == ["False", "False"]
