"""The window: every page in every language and look, files by menu and by dropping, and the project that comes back."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QSettings, Qt, QThreadPool
from PySide6.QtGui import QAccessible, QDragLeaveEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTabBar,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui import __version__
from gui.app import Program
from gui.charts.view import chart_pool
from gui.dialogs.about import AboutDialog
from gui.dialogs.importing import ImportDialog
from gui.dialogs.rescue import RescueDialog
from gui.folders import data_folder, own_project
from gui.pages.launch import LaunchPage
from gui.pages.matrix import MatrixPage
from gui.pages.overview import OverviewPage
from gui.pages.products import ProductsPage
from gui.window import PAGES
from model.advice import Advice, advise
from model.demo import demo_snapshot
from model.intake.out.templates import write_template
from model.policy import load
from model.records import Influencer, Product, Snapshot
from model.store import Change, Part, Store, apply
from tests.gui.dropping import drop, hold, urls
from tests.gui.everywhere import HELD
from tests.gui.launching import placed_in_spring

NAMES = tuple(page.name for page in PAGES)
Make = Callable[..., Program]


@pytest.fixture
def make(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Make]:
    """Builds programs with one set of choices, and takes them apart."""
    made: list[Program] = []

    def program(language: str = "en", look: str = "light", project: str = "shop") -> Program:
        settings = QSettings(str(tmp_path / "own.ini"), QSettings.Format.IniFormat)
        settings.setValue("language", language)
        settings.setValue("theme", look)
        made.append(Program(qapp, settings))
        if project:
            made[-1].session.new(tmp_path / f"{project}.rmx")
            made[-1].session.use_policy(load())
            made[-1].window.resize(1366, 738)
            made[-1].window.show()
            qtbot.waitUntil(made[-1].window.isActiveWindow)
        return made[-1]

    yield program
    for one in made:
        one.session.close()
        one.window.close()
    for pool in (QThreadPool.globalInstance(), chart_pool()):
        pool.waitForDone()
    for one in made:
        for thing in (one.window, one.watcher, one):
            thing.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def program(make: Make) -> Program:
    return make()


@pytest.fixture(scope="module")
def demo() -> Snapshot:
    return demo_snapshot(load())


@pytest.fixture(scope="module")
def advice(demo: Snapshot) -> Advice:
    return advise(demo, load())


def fill(program: Program, demo: Snapshot, advice: Advice) -> None:
    """The demo project with its plan, on every page."""
    HELD.clear()  # the window they were in is gone
    program.session.fill(demo)
    for name in NAMES:
        page = program.window.show_page(name)
        if isinstance(page, OverviewPage):
            page.complete()
            page.last.take(advice)
            page._ask()
        if isinstance(page, ProductsPage):
            page.complete()
        if isinstance(page, MatrixPage):
            page._take(advice)
        if isinstance(page, LaunchPage):
            page._take(placed_in_spring(demo, advice))
            for piece in page.pieces():
                piece()
    QThreadPool.globalInstance().waitForDone()
    QApplication.processEvents()


def each_view(program: Program) -> Iterator[str]:
    """Go through all pages and their tabs."""
    for name in NAMES:
        page = program.window.show_page(name)
        tabs = page.findChildren(QTabWidget)
        for place in range(max((tab.count() for tab in tabs), default=1)):
            for tab in tabs:
                tab.setCurrentIndex(min(place, tab.count() - 1))
            QApplication.processEvents()
            yield f"{name} {place}"


# ── every page ──


def clipped(window: QWidget) -> list[str]:
    """Words that do not fit their place."""
    HELD.append(window.findChildren(QWidget))
    found = []
    for label in window.findChildren(QLabel):
        if not label.isVisible() or not label.text():
            continue
        if label.wordWrap():
            fits = label.heightForWidth(label.width()) <= label.height() + 1
        else:
            fits = label.sizeHint().width() <= label.width() + 1
        found += [] if fits else [label.text()]
    for button in window.findChildren(QAbstractButton):
        if isinstance(button.parent(), QLineEdit):
            continue  # the icon in a field: its words are for ears
        if button.isVisible() and button.text() and button.sizeHint().width() > button.width() + 1:
            found.append(button.text())
    for area in window.findChildren(QScrollArea):
        never = area.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if area.isVisible() and never and area.widget().width() > area.viewport().width() + 1:
            found.append(f"a scroll area in {type(area.parentWidget()).__name__}")
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_every_page_fits_a_small_laptop(
    qtbot: QtBot, make: Make, demo: Snapshot, advice: Advice, language: str, scheme: str
) -> None:
    program = make(language, scheme)
    fill(program, demo, advice)
    window = program.window
    assert window.size().width() <= 1366
    assert window.size().height() <= 768
    found = {}
    for view in each_view(program):
        try:
            qtbot.waitUntil(lambda: not clipped(window), timeout=1000)
        except qtbot.TimeoutError:
            found[view] = clipped(window)
    assert found == {}


INTERACTIVE = (QLineEdit, QAbstractButton, QComboBox, QAbstractItemView, QPlainTextEdit, QTabBar)


def nameless(window: QWidget) -> list[str]:
    HELD.append(window.findChildren(QWidget))
    found = []
    for widget in window.findChildren(QWidget):
        inner = widget.focusProxy() is not None or isinstance(widget.parent(), QComboBox)
        asks = isinstance(widget, INTERACTIVE) and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        if widget.isVisible() and asks and not inner:
            face = QAccessible.queryAccessibleInterface(widget)
            if not face.text(QAccessible.Text.Name).strip():
                found.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    return found


def test_everything_that_takes_the_focus_says_what_it_is(
    program: Program, demo: Snapshot, advice: Advice
) -> None:
    fill(program, demo, advice)
    program.window.tell("A notice")
    found = {view: lost for view in each_view(program) if (lost := nameless(program.window))}
    assert found == {}


def test_every_page_can_be_reached_by_the_sidebar_and_the_menu(qtbot: QtBot, program: Program) -> None:
    window = program.window
    for place, name in enumerate(NAMES):
        window.nav.setCurrentRow(place)
        assert window.stack.currentWidget() is window.pages[name]
        assert window.pages[name].heading.text() == window.nav.item(place).text() != ""
    for place in reversed(range(len(NAMES))):
        window._actions[NAMES[place]].trigger()
        assert window.nav.currentRow() == place
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.nav.currentRow() == 1)


# ── files by the menu ──


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path | str], None]:
    """Answers the next file dialogs."""

    def given(path: Path | str) -> None:
        for name in ("getOpenFileName", "getSaveFileName"):
            monkeypatch.setattr(QFileDialog, name, lambda *_a, **_k: (str(path), ""))

    return given


def test_a_new_project_is_made_where_asked_and_never_over_another(
    program: Program, tmp_path: Path, answer: Callable[[Path | str], None]
) -> None:
    answer(tmp_path / "spring")
    program.window._actions["new"].trigger()
    assert program.session.path == tmp_path / "spring.rmx"
    assert "spring" in program.window.windowTitle()
    program.session.save_product(Product("Tea", 10.0), by=None)
    program.window._actions["new"].trigger()
    assert program.window.pages["overview"].notice.isVisible()
    assert len(program.session.snapshot().products) == 1


def test_a_project_is_opened_and_a_copy_saved(
    program: Program, tmp_path: Path, answer: Callable[[Path | str], None]
) -> None:
    program.session.save_product(Product("Tea", 10.0), by=None)
    answer(tmp_path / "copy")
    program.window._actions["copy"].trigger()
    assert program.session.name == "shop"
    with Store.open(tmp_path / "copy.rmx") as store:
        assert [p.name for p in store.products()] == ["Tea"]
    answer(tmp_path / "copy.rmx")
    program.window._actions["open"].trigger()
    assert program.session.name == "copy"


def test_nothing_happens_when_the_dialog_is_left(
    program: Program, answer: Callable[[Path | str], None]
) -> None:
    answer("")
    for name in ("new", "open", "copy"):
        program.window._actions[name].trigger()
    assert program.session.name == "shop"


@pytest.mark.parametrize("kind", ["damaged", "no project", "missing", "folder", "empty"])
def test_a_project_that_cannot_be_opened_gets_a_sentence_and_the_present_one_stays(
    program: Program, tmp_path: Path, answer: Callable[[Path | str], None], demo: Snapshot, kind: str
) -> None:
    file = tmp_path / "bad.rmx"
    if kind == "damaged":
        program.session.fill(demo)
        assert program.session.path is not None
        whole = program.session.path.read_bytes()
        third = len(whole) // 3
        file.write_bytes(whole[:third] + b"\xff" * third + whole[2 * third :])
    elif kind == "no project":
        file.write_bytes(b"hello" * 1000)
    elif kind == "folder":
        file.mkdir()
    elif kind == "empty":
        file.write_bytes(b"")
    answer(file)
    program.window._actions["open"].trigger()
    notice = program.window.pages["overview"].notice
    assert notice.isVisible()
    assert "bad.rmx" in notice.text.text()
    assert program.session.name == "shop"


def test_the_demo_opens_with_products_and_hosts(program: Program) -> None:
    program.window._actions["demo"].trigger()
    first = program.session.snapshot()
    assert program.session.path == data_folder() / "demo.rmx"
    assert len(first.products) == 8
    assert len(first.influencers) > 300
    program.session.delete_products([first.products[0].id], by=None)
    program.window._actions["demo"].trigger()
    assert len(program.session.snapshot().products) == 7


def test_the_report_needs_a_plan_first(program: Program) -> None:
    program.window._actions["report"].trigger()
    page = program.window.pages["matrix"]
    assert program.window.stack.currentWidget() is page
    assert page.notice.isVisible()


def test_about_tells_the_version(qtbot: QtBot, program: Program) -> None:
    program.window._actions["about"].trigger()
    box = program.window.findChild(AboutDialog)
    assert isinstance(box, AboutDialog)
    qtbot.waitUntil(box.isVisible)
    assert any(__version__ in label.text() for label in box.findChildren(QLabel))
    box.close()


# ── undo ──


def test_undo_and_redo_say_what_they_do(program: Program) -> None:
    undo, redo = program.window._actions["undo"], program.window._actions["redo"]
    assert not undo.isEnabled()
    program.session.save_product(Product("Tea", 10.0), by=None)
    assert "Tea" in undo.text()
    undo.trigger()
    assert program.session.snapshot().products == ()
    assert not undo.isEnabled()
    assert "Tea" in redo.text()
    redo.trigger()
    assert len(program.session.snapshot().products) == 1


# ── files dropped ──


def test_a_dropped_project_is_opened(program: Program, tmp_path: Path) -> None:
    first = program.session.path
    program.session.new(tmp_path / "other.rmx")
    assert first is not None
    drop(program.window, first)
    assert program.session.path == first


@pytest.mark.parametrize("start", NAMES)
def test_dropped_tables_open_the_import_wizard(
    qtbot: QtBot, program: Program, tmp_path: Path, start: str
) -> None:
    for kind in ("products", "roster"):
        write_template(kind, tmp_path / f"{kind}.xlsx", "en")  # type: ignore[arg-type]
    program.window.show_page(start)
    drop(program.window, tmp_path / "products.xlsx", tmp_path / "roster.xlsx")
    (dialog,) = program.window.findChildren(ImportDialog)
    qtbot.waitUntil(lambda: dialog.importer.count("ready") == 2)
    with qtbot.waitSignal(dialog.importer.finished):
        dialog.importer.start()
    snapshot = program.session.snapshot()
    assert (len(snapshot.products), len(snapshot.influencers)) == (1, 1)
    assert program.window.stack.currentWidget() is program.window.pages[start]


def test_a_dropped_picture_gets_a_sentence(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    file = tmp_path / "picture.png"
    file.write_bytes(b"\x89PNG\r\n\x1a\n")
    drop(program.window, file)
    (dialog,) = program.window.findChildren(ImportDialog)
    qtbot.waitUntil(lambda: dialog.importer.count("refused") == 1)
    qtbot.waitUntil(lambda: "not a table" in dialog.detail.need.text())


def test_a_dropped_text_is_not_taken(program: Program) -> None:
    data = QMimeData()
    data.setText("hello")
    assert not hold(program.window, data, QPoint(5, 5))


def field_of(program: Program, page: str) -> QWidget:
    """A text field of a page, which takes text that is dropped."""
    program.window.show_page(page)
    program.window.later.finish()
    fields = program.window.pages[page].findChildren(QLineEdit)
    return next(one for one in fields if one.isVisible() and one.acceptDrops() and not one.isReadOnly())


@pytest.mark.parametrize("page", ["products", "roster", "matrix"])
def test_no_field_swallows_a_file(qtbot: QtBot, program: Program, tmp_path: Path, page: str) -> None:
    write_template("roster", tmp_path / "roster.xlsx", "en")
    field = field_of(program, page)
    assert isinstance(field, QLineEdit)
    before = field.text()
    drop(program.window, tmp_path / "roster.xlsx", at=field.mapTo(program.window, field.rect().center()))
    assert field.text() == before
    (dialog,) = program.window.findChildren(ImportDialog)
    qtbot.waitUntil(lambda: dialog.importer.count("ready") == 1)


def test_files_held_over_the_window_say_what_letting_go_does(program: Program, tmp_path: Path) -> None:
    window = program.window
    assert hold(window, urls(tmp_path / "orders.csv"), QPoint(300, 300))
    hint = window.dropping.hint
    assert hint is not None
    assert hint.isVisible()
    assert "project" in hint.text.text()
    handle = window.windowHandle()
    assert handle is not None
    QApplication.sendEvent(handle, QDragLeaveEvent())
    assert window.dropping.hint is None


def test_a_dialog_takes_tables_but_no_project(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    write_template("roster", tmp_path / "roster.xlsx", "en")
    dialog = program.window.import_files()
    assert dialog is not None
    qtbot.waitUntil(dialog.isActiveWindow)
    assert not hold(dialog, urls(tmp_path / "other.rmx"), QPoint(30, 30))
    drop(dialog, tmp_path / "roster.xlsx")
    qtbot.waitUntil(lambda: dialog.importer.count("ready") == 1)


def test_of_several_dropped_projects_the_last_is_opened_and_told(program: Program, tmp_path: Path) -> None:
    for name in ("one", "two", "three"):
        program.session.new(tmp_path / f"{name}.rmx")
    drop(program.window, tmp_path / "one.rmx", tmp_path / "two.rmx")
    assert program.session.name == "two"
    notice = program.window.pages["overview"].notice
    assert "two" in notice.text.text()


# ── closing and coming back ──


def test_the_project_and_the_choices_come_back(
    qtbot: QtBot, make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MPLCONFIGDIR", str(tmp_path))
    first = make(look="dark")
    first.session.save_product(Product("Tea", 10.0), by=None)
    first.session.save_influencer(Influencer("a", "Anna"), by=None)
    before = first.session.snapshot()
    assert first.window.close()
    first.session.close()

    again = make(look="dark", project="")
    with qtbot.waitSignal(again.warmup.done, timeout=60_000):
        again.start(None, demo=False)
    qtbot.waitUntil(lambda: again.session.policy is not None)
    assert again.session.path == tmp_path / "shop.rmx"
    assert again.session.snapshot() == before
    assert again.watcher.setting == "dark"
    assert again.window.stack.currentWidget() is again.window.pages["overview"]
    page = again.window.show_page("products")
    assert isinstance(page, ProductsPage)
    qtbot.waitUntil(lambda: all(row.grade for row in page.table.model.rows) and bool(page.table.model.rows))


def test_a_first_start_opens_the_shops_own_project(
    qtbot: QtBot, make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MPLCONFIGDIR", str(tmp_path))
    program = make(project="")
    with qtbot.waitSignal(program.warmup.done, timeout=60_000):
        program.start(None, demo=False)
    assert program.session.path is not None
    assert program.session.path.parent == data_folder()
    assert program.session.snapshot() == Snapshot()
    assert program.window.isVisible()


def test_a_last_project_that_is_gone_is_told_and_the_own_one_opens(
    qtbot: QtBot, make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MPLCONFIGDIR", str(tmp_path))
    program = make(project="")
    program.settings.setValue("project", str(tmp_path / "gone.rmx"))
    with qtbot.waitSignal(program.warmup.done, timeout=60_000):
        program.start(None, demo=False)
    notice = program.window.welcome.page.notice
    qtbot.waitUntil(notice.isVisible)
    assert "gone.rmx" in notice.text.text()
    assert program.session.path is not None


def test_a_last_project_found_damaged_behind_the_window_makes_room_for_the_own_one(
    qtbot: QtBot, make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, demo: Snapshot
) -> None:
    monkeypatch.setenv("MPLCONFIGDIR", str(tmp_path))
    program = make(project="")
    file = tmp_path / "hurt.rmx"
    with Store.open(file, create=True) as store:
        apply(store, Change(Part(demo.products), Part(demo.influencers)))
    with closing(sqlite3.connect(file)) as db:  # the products, which the first window shows, are whole
        size = db.execute("PRAGMA page_size").fetchone()[0]
        page = db.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'influencer'").fetchone()[0]
    raw = bytearray(file.read_bytes())
    raw[(page - 1) * size : page * size] = bytes(size)
    file.write_bytes(raw)
    program.settings.setValue("project", str(file))
    with qtbot.waitSignal(program.session.damaged, timeout=60_000) as told:
        program.start(None, demo=False)
    assert told.args == [file]
    qtbot.waitUntil(lambda: bool(program.window.findChildren(RescueDialog)))
    assert program.session.path == own_project()
    assert program.session.policy is not None
    program.session.save_product(Product("Tea", 10.0), by=None)
    [dialog] = program.window.findChildren(RescueDialog)
    qtbot.waitUntil(dialog.save.isEnabled)
    dialog.reject()
    assert program.warmup.wait()
    assert file.read_bytes() == raw
