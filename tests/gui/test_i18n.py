"""Every text can be translated, is translated, and changes with the language while the window is open."""

import ast
import importlib.util
import re
import subprocess
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest
from matplotlib.figure import Figure
from matplotlib.text import Text
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, Qt, QThreadPool, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QTableView,
    QTabWidget,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

import resources
from gui import words
from gui.app import Program
from gui.charts import matrix as charts
from gui.charts.canvas import Canvas
from gui.charts.concentration import draw_concentration
from gui.charts.frontier import draw_frontier, draw_rivals
from gui.charts.launch import draw_spread, draw_wave
from gui.charts.overlap import draw_overlap
from gui.charts.story import draw_offers, draw_waterfall
from gui.charts.style import drawing
from gui.charts.view import chart_pool, chart_style
from gui.language import announce, qt_voice
from gui.pages.launch import LaunchPage
from gui.pages.matrix import MatrixPage
from gui.pages.products import ProductsPage
from gui.pages.settings import SECTIONS, SettingsPage
from gui.window import PAGES
from gui.words.grounds import ground_meaning
from model.advice import Advice, advise
from model.demo import demo_snapshot
from model.matrix.leaders import leaders
from model.matrix.scenarios import Point, Rival
from model.matrix.sidebyside import offers_beside
from model.matrix.story import story_of
from model.policy import load
from model.records import Snapshot
from tests.gui.launching import placed_in_spring

ROOT = Path(__file__).resolve().parents[2]
CODES = ("zh_CN", "en")
Key = tuple[str, str]


# ── the files of translations ──


@cache
def messages(file: Path) -> dict[Key, ElementTree.Element]:
    """Every message by context and text."""
    return {
        (context.findtext("name", ""), message.findtext("source", "")): message
        for context in ElementTree.parse(file).getroot().iter("context")
        for message in context.iter("message")
    }


def shipped(code: str) -> dict[Key, ElementTree.Element]:
    return messages(resources.path("i18n", f"app_{code}.ts"))


def translations(message: ElementTree.Element) -> tuple[str, ...]:
    found = message.find("translation")
    if found is None:
        return ()
    return tuple(form.text or "" for form in found.iter("numerusform")) or (found.text or "",)


def is_open(message: ElementTree.Element) -> bool:
    found = message.find("translation")
    return found is None or found.get("type") is not None or not all(t.strip() for t in translations(message))


@pytest.mark.parametrize("code", CODES)
def test_every_text_is_translated(code: str) -> None:
    left = [
        f"{context}: {text[:60]}" for (context, text), message in shipped(code).items() if is_open(message)
    ]
    assert shipped(code)
    assert left == []


def marks(text: str) -> list[str]:
    # %Ln is %n in groups of three, as Qt writes it.
    return sorted(set(re.findall(r"\{[^{}]*\}|%n", text.replace("%Ln", "%n"))))


@pytest.mark.parametrize("code", CODES)
def test_every_translation_keeps_its_placeholders(code: str) -> None:
    odd = {
        text: done
        for (_, text), message in shipped(code).items()
        for done in translations(message)
        if not is_open(message) and marks(text) != marks(done)
    }
    assert odd == {}


@cache
def check() -> ModuleType:
    spec = importlib.util.spec_from_file_location("check", ROOT / "tests" / "check.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what the commands of tests/check.py make of today's texts: .ts, and .qm of the shipped .ts."""
    folder = tmp_path_factory.mktemp("i18n")
    made: list[Sequence[str | Path]] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(check(), "run", lambda _name, *command, **_kw: made.append(command) or True)
        check().strings()
    own = str(ROOT / "resources" / "i18n")
    for command in made:
        release = "lrelease" in str(command[0])
        parts = [
            part if release and str(part).endswith(".ts") else str(part).replace(own, str(folder))
            for part in map(str, command)
            if part != "-fail-on-unfinished"
        ]
        done = subprocess.run(parts, cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr + done.stdout
    return folder


@pytest.mark.parametrize("code", CODES)
def test_the_texts_of_the_program_are_those_of_the_file(code: str, fresh: Path) -> None:
    now, known = messages(fresh / f"app_{code}.ts"), shipped(code)
    assert now
    assert sorted(now.keys() - known.keys()) == []
    assert sorted(known.keys() - now.keys()) == []
    assert {k for k in now if now[k].get("numerus") != known[k].get("numerus")} == set()


def translated(file: Path, keys: Sequence[Key]) -> dict[Key, tuple[str, ...]]:
    translator = QTranslator()
    assert translator.load(str(file)), f"{file.name} is not there: run tests/check.py strings"
    return {(c, t): tuple(translator.translate(c, t, None, n) for n in (-1, 1, 2)) for c, t in keys}


@pytest.mark.parametrize("code", CODES)
def test_the_compiled_file_is_as_new_as_its_source(qapp: QApplication, code: str, fresh: Path) -> None:
    keys = list(shipped(code))
    compiled = resources.path("i18n", f"app_{code}.qm")
    assert translated(compiled, keys) == translated(fresh / f"app_{code}.qm", keys)


# ── texts in the source ──

VOICES = {"gui/language.py", "gui/words/__init__.py", "gui/words/plain.py", "gui/words/filled.py"}
"""Those who carry texts on; they hold none of their own."""


def gui_trees() -> Iterator[tuple[str, ast.Module]]:
    for file in sorted((ROOT / "gui").rglob("*.py")):
        name = file.relative_to(ROOT).as_posix()
        if name not in VOICES:
            yield name, ast.parse(file.read_text("utf-8"))


def called(node: ast.AST) -> str:
    if not isinstance(node, ast.Call):
        return ""
    if ast.unparse(node.func) == "painter.translate":
        return "moved"
    return node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")


def is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


TEXTS = {"tr": 1, "translate": 2, "QT_TRANSLATE_NOOP": 2}
"""How many texts (context, text) each of them needs, written out, as the collecting tool reads the source."""


def test_every_text_is_written_where_the_collecting_tool_sees_it() -> None:
    lost = []
    for name, tree in gui_trees():
        hidden = {
            id(inner)
            for node in ast.walk(tree)
            if isinstance(node, ast.JoinedStr)
            for inner in ast.walk(node)
        }
        for node in ast.walk(tree):
            asked = called(node)
            if asked in TEXTS:
                assert isinstance(node, ast.Call)
                texts = node.args[: TEXTS[asked]]
                good = len(texts) == TEXTS[asked] and all(map(is_text, texts)) and id(node) not in hidden
            elif asked == "say":
                assert isinstance(node, ast.Call)
                good = not is_text(node.args[0]) and not isinstance(node.args[0], ast.JoinedStr)
            else:
                continue
            lost += [] if good else [f"{name}:{node.lineno}: {ast.unparse(node)[:80]}"]
    assert lost == []


def test_what_is_said_is_marked_for_the_context_it_is_looked_up_in() -> None:
    wrong = []
    for name, tree in gui_trees():
        for node in ast.walk(tree):
            if called(node) != "say":
                continue
            assert isinstance(node, ast.Call)
            first = node.args[0]
            if called(first) == "QT_TRANSLATE_NOOP":
                assert isinstance(first, ast.Call)
                assert isinstance(first.args[0], ast.Constant)
                wrong += [] if first.args[0].value == "Words" else [f"{name}:{node.lineno}"]
    assert wrong == []


def wanted() -> Iterator[Key]:
    """Every text of the source with the context it will be looked up in."""
    for _, tree in gui_trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                yield from ((node.name, text) for text in own_texts(node))
            elif called(node) in ("translate", "QT_TRANSLATE_NOOP"):
                assert isinstance(node, ast.Call)
                context, text = node.args[:2]
                assert isinstance(context, ast.Constant)
                assert isinstance(text, ast.Constant)
                yield str(context.value), str(text.value)


def own_texts(node: ast.ClassDef) -> Iterator[str]:
    for inner in ast.walk(node):
        if called(inner) == "tr":
            assert isinstance(inner, ast.Call)
            assert isinstance(inner.args[0], ast.Constant)
            yield str(inner.args[0].value)


def test_every_text_of_the_source_is_in_the_file() -> None:
    keys = set(wanted())
    assert len(keys) > 300
    assert sorted(keys - shipped("zh_CN").keys()) == []


# ── the window in a made-up language ──


class Marker(QTranslator):
    """Translates every text into itself between brackets."""

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, text: str, comment: str | None = None, n: int = -1) -> str:
        return f"〖{text}〗" if text else ""


@pytest.fixture(scope="module")
def demo() -> Snapshot:
    return demo_snapshot(load())


@pytest.fixture(scope="module")
def advice(demo: Snapshot) -> Advice:
    return advise(demo, load())


@pytest.fixture
def program(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, demo: Snapshot, advice: Advice
) -> Iterator[Program]:
    settings = QSettings(str(tmp_path / "own.ini"), QSettings.Format.IniFormat)
    settings.setValue("language", "en")
    settings.setValue("theme", "light")
    made = Program(qapp, settings)
    made.session.new(tmp_path / "示例.rmx")
    made.session.use_policy(load())
    made.session.fill(demo)
    made.window.resize(1366, 738)
    made.window.show()
    qtbot.waitUntil(made.window.isActiveWindow)
    for spec in PAGES:
        page = made.window.show_page(spec.name)
        if isinstance(page, ProductsPage):
            page.complete()
        if isinstance(page, MatrixPage):
            page._take(advice)
        if isinstance(page, SettingsPage):
            for section in SECTIONS:
                page.open_section(section)
            page.figures.table.view.selectRow(0)
        if isinstance(page, LaunchPage):
            page._take(placed_in_spring(demo, advice))
            for piece in page.pieces():
                piece()
    wait()
    yield made
    made.session.close()
    made.window.close()
    wait()
    for thing in (made.window, made.watcher, made):
        thing.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def wait() -> None:
    for pool in (QThreadPool.globalInstance(), chart_pool()):
        pool.waitForDone()
    QApplication.processEvents()


@pytest.fixture
def marked(qtbot: QtBot, qapp: QApplication, program: Program) -> Iterator[Program]:
    """The program in the made-up language."""
    marker = Marker()
    qapp.installTranslator(marker)
    words.use(qt_voice("en"))
    QCoreApplication.postEvent(qapp, QEvent(QEvent.Type.LanguageChange))
    announce()
    qtbot.waitUntil(lambda: program.window.brand.text().startswith("〖"))
    wait()
    yield program
    qapp.removeTranslator(marker)


def data(policy, demo: Snapshot) -> tuple[str, ...]:
    """What belongs to the shop or to our tables of figures, longest first, so that no part hides a whole."""
    found = {word for category in policy.categories for word in (category.en, category.zh, category.code)}
    for entry in policy.entries.values():
        found |= {entry.en, entry.unit, entry.unit_en, entry.source, ground_meaning(entry)}
    for product in demo.products:
        found |= {product.name, product.category, *product.tone}
    for host in demo.influencers:
        found |= {host.id, host.name, host.category, host.mcn, *host.tone}
        found |= {offer.name for offer in host.offers}
    return tuple(sorted(filter(None, found), key=len, reverse=True))


def unmarked(text: str, known: Sequence[str]) -> str:
    """What is left of a text without brackets and data, when it still holds words."""
    before, text = "", re.sub(r"<[^<>]+>|&nbsp;", "", text)
    while before != text:
        before, text = text, re.sub(r"〖[^〖〗]*〗", "", text)
    for word in known:
        text = text.replace(word, "") if word in text else text
    return text.strip() if re.search(r"[A-Za-z]{2,}", text) else ""


def texts(widget: QWidget) -> Iterator[str]:
    """Everything a widget shows or says aloud."""
    yield widget.toolTip()
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    if isinstance(widget, QTabWidget):
        yield from (widget.tabText(place) for place in range(widget.count()))
    if isinstance(widget, QListWidget):
        yield from (widget.item(place).text() for place in range(widget.count()))
    if isinstance(widget, Canvas):
        yield widget.sentence
        yield from (spot.text for spot in (widget.picture.spots if widget.picture else ()))
    if isinstance(widget, QTableView):
        yield from table_texts(widget)


def table_texts(view: QTableView) -> Iterator[str]:
    model = view.model()
    for column in range(model.columnCount()):
        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            yield model.headerData(column, Qt.Orientation.Horizontal, int(role)) or ""
        for row in range(min(model.rowCount(), 25)):
            yield model.index(row, column).data() or ""


LANGUAGE_NAMES = ("English",)
"""A language is called by its own name in the list of languages."""


def test_every_word_of_every_page_comes_from_the_translator(marked: Program, demo: Snapshot) -> None:
    known = (*data(load(), demo), *LANGUAGE_NAMES)
    window = marked.window
    window.tell(words.say("nothing"))
    lost: dict[str, set[str]] = {}
    for spec in PAGES:
        page = window.show_page(spec.name)
        for tabs in page.findChildren(QTabWidget):
            for place in range(tabs.count()):
                tabs.setCurrentIndex(place)
        wait()
        found = {
            text
            for widget in page.findChildren(QWidget)
            if not widget.isHidden()
            for text in texts(widget)
            if text
        }
        lost[spec.name] = {left for text in found if (left := unmarked(text, known))}
    frame = {window.windowTitle(), *(a.text() for a in window.findChildren(QAction)), *texts(window.nav)}
    lost["window"] = {left for text in frame if text and (left := unmarked(text, known))}
    assert {place: left for place, left in lost.items() if left} == {}


def test_every_word_of_every_chart_comes_from_the_translator(
    marked: Program, demo: Snapshot, advice: Advice
) -> None:
    plan, known = advice.plan, data(load(), demo)
    assert plan is not None
    found = placed_in_spring(demo, advice).found
    assert found.way is not None
    assert found.relief is not None
    load_of, before = found.way.load, found.relief.way("as_is").load
    choice, points = plan.choices[0], (Point(plan.budget, plan), Point(2 * plan.budget, plan))
    draws = (
        lambda f, s: charts.draw_pyramid(f, s, tiers=plan.tiers),
        lambda f, s: charts.draw_hosts(f, s, points=plan.points),
        lambda f, s: charts.draw_risk(f, s, risk=plan.risk),
        lambda f, s: draw_concentration(f, s, leaders(plan)),
        lambda f, s: draw_overlap(f, s, plan.common),
        lambda f, s: draw_frontier(f, s, points, plan.budget, words.money, words.say("nothing")),
        lambda f, s: draw_rivals(f, s, (Rival("recommended", plan), Rival("biggest", plan))),
        lambda f, s: draw_waterfall(f, s, story_of(choice, load())),
        lambda f, s: draw_wave(f, s, found.days, found.wave, load_of, before),
        lambda f, s: draw_spread(f, s, found.spread, 3.0),
        lambda f, s: draw_offers(f, s, offers_beside(choice.candidate, 90.0), "", 90.0),
    )
    for draw in draws:
        style = chart_style()
        with drawing(style):
            figure = Figure(figsize=(8, 5))
            spots = draw(figure, style)
            figure.draw_without_rendering()
            said = {text.get_text() for text in figure.findobj(Text)} | {spot.text for spot in spots}
        assert any("〖" in text for text in said)
        assert [left for text in said if (left := unmarked(text, known))] == []


# ── switching while the window is open ──


def headings(program: Program, name: str) -> list[str]:
    page = program.window.pages[name]
    views = page.findChildren(QTableView)
    if not views:  # the overview has no table
        return [page.about.text(), page.verdict.sentence.text()]
    model = views[0].model()
    return [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]


def test_the_language_changes_in_the_open_window_and_nothing_is_computed_again(
    qtbot: QtBot, program: Program, advice: Advice, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = program.window.pages["matrix"]
    assert isinstance(page, MatrixPage)
    english = {
        spec.name: (program.window.pages[spec.name].heading.text(), *headings(program, spec.name))
        for spec in PAGES
    }
    verdict = page.verdict.text()
    monkeypatch.setattr("model.advice.advise", lambda *_a, **_k: pytest.fail("computed again"))
    program.choose_language("zh_CN")

    def same() -> list[str]:
        now = {
            s.name: (program.window.pages[s.name].heading.text(), *headings(program, s.name)) for s in PAGES
        }
        return [a for name, texts in english.items() for a, b in zip(texts, now[name], strict=True) if a == b]

    qtbot.waitUntil(lambda: same() == [])
    assert page.verdict.text() != verdict
    assert "复购矩阵" in program.window.windowTitle()
    assert page._advice is advice
    assert not page._job.is_running()
    program.choose_language("en")
    qtbot.waitUntil(lambda: page.heading.text() == english["matrix"][0])
    assert page.verdict.text() == verdict
    assert page._advice is advice


def test_qts_own_file_dialog_has_no_english_in_chinese(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    program.choose_language("zh_CN")
    (tmp_path / "folder").mkdir()
    dialog = QFileDialog(None, "打开", str(tmp_path), "表格 (*.xlsx)")
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setViewMode(QFileDialog.ViewMode.Detail)
    qtbot.addWidget(dialog)
    dialog.show()
    tree = dialog.findChild(QTreeView)
    assert tree is not None
    model = tree.model()
    qtbot.waitUntil(lambda: model.rowCount(tree.rootIndex()) > 0)
    kinds = {model.index(r, 2, tree.rootIndex()).data() for r in range(model.rowCount(tree.rootIndex()))}
    heads = {model.headerData(c, Qt.Orientation.Horizontal) for c in range(model.columnCount())}
    labels = {label.text() for label in dialog.findChildren(QLabel)}
    buttons = {button.text() for button in dialog.findChildren(QAbstractButton)}
    tips = {button.toolTip() for button in dialog.findChildren(QAbstractButton)}
    shown = kinds | heads | labels | buttons | tips
    assert "文件夹" in kinds
    assert len(shown) > 10
    assert [text for text in shown if re.search(r"[A-Za-z]{2}", text)] == []


def test_the_dialogs_of_the_system_are_used_where_it_has_them() -> None:
    sources = "".join(path.read_text("utf-8") for path in (ROOT / "gui").rglob("*.py"))
    assert "DontUseNativeDialog" not in sources
    assert not QApplication.testAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
