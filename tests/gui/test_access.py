"""Everybody can use the window: controls have names, the Tab key comes to all of them and is seen, charts are told."""

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDateEdit,
    QLabel,
    QLineEdit,
    QSplitter,
    QTabBar,
    QTableView,
    QTextBrowser,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui import language, words
from gui.app import Program
from gui.charts.style import HATCHES, MARKS
from gui.charts.view import ChartView
from gui.parts import Elided
from gui.splitter import Splitter
from gui.tablemodel import BADGE
from gui.theme import ThemeWatcher, contrast
from model.records import Tier
from tests.gui.everywhere import called, controls, dialogs, furnish, places


@pytest.fixture
def whole(qtbot: QtBot, program: Program) -> Program:
    return furnish(qtbot, program)


def all_places(qtbot: QtBot, program: Program, folder: Path) -> Iterator[tuple[str, QWidget]]:
    yield from places(qtbot, program)
    yield from dialogs(qtbot, program, folder)


def name_of(widget: QWidget) -> str:
    if isinstance(widget, QComboBox):  # Qt for Linux gives what is chosen in it
        return widget.accessibleName()
    found = QAccessible.queryAccessibleInterface(widget)
    return found.text(QAccessible.Text.Name).strip() if found else ""


@pytest.mark.parametrize("code", ["en", "zh_CN"])
def test_every_control_has_a_name(
    qtbot: QtBot, qapp: QApplication, whole: Program, tmp_path: Path, code: str
) -> None:
    language.apply(qapp, code)
    nameless, seen = set(), 0
    for where, root in all_places(qtbot, whole, tmp_path):
        for widget in controls(root):
            seen += 1
            if not name_of(widget):
                nameless.add((where, called(widget)))
    assert sorted(nameless) == []
    assert seen > 300
    assert name_of(whole.window.nav)


@pytest.mark.parametrize("code", ["en", "zh_CN"])
def test_every_chart_says_what_it_shows(qtbot: QtBot, qapp: QApplication, whole: Program, code: str) -> None:
    language.apply(qapp, code)
    told, silent = set(), []
    for where, page in places(qtbot, whole):
        for chart in page.findChildren(ChartView):
            if not chart.isVisible() or chart.image().isNull():
                continue
            told.add(chart.title.text() or where)
            lines = chart.text().splitlines()
            figures = any(sign.isdigit() for sign in chart.summary.text() + chart.title.text())
            if not chart.summary.text() or len(lines) < 3 or not figures or not chart.as_text.isVisible():
                silent.append((where, chart.title.text(), chart.summary.text(), len(lines)))
            assert chart.canvas.accessibleName()
            assert chart.canvas.accessibleDescription() == chart.summary.text()
    assert silent == []
    assert len(told) >= 18


def test_no_badge_speaks_by_its_colour_alone(qtbot: QtBot, whole: Program) -> None:
    wordless, badges = set(), 0
    for where, page in places(qtbot, whole):
        for view in page.findChildren(QTableView):
            model = view.model()
            for row, column in itertools.product(
                range(min(model.rowCount(), 25)), range(model.columnCount())
            ):
                index = model.index(row, column)
                if view.isVisible() and index.data(BADGE):
                    badges += 1
                    if not (index.data() or "").strip():
                        wordless.add((where, called(view), column))
        for label in page.findChildren(QLabel):
            if label.isVisible() and (label.property("role") == "badge" or label.property("tone")):
                badges += 1
                if not label.text().strip():
                    wordless.add((where, called(label), 0))
    assert sorted(wordless) == []
    assert badges > 200


def test_levels_have_shapes_of_their_own() -> None:
    for marks in (MARKS, HATCHES):
        assert marks.keys() == {tier.value for tier in Tier}
        assert len(set(marks.values())) == len(marks)


def test_no_chart_that_is_empty_keeps_still(qtbot: QtBot, program: Program) -> None:
    silent = [
        (where, called(chart))
        for where, page in places(qtbot, program)
        for chart in page.findChildren(ChartView)
        if chart.isVisible() and not (chart.canvas.sentence and chart.canvas.accessibleName())
    ]
    assert silent == []


def before(one: QWidget, other: QWidget) -> bool:
    """Whether somebody who reads line by line comes to one before the other."""
    here, there = (
        part.rect().translated(part.mapTo(part.window(), part.rect().topLeft())) for part in (one, other)
    )
    if here.bottom() < there.top() or there.bottom() < here.top():
        return here.bottom() < there.top()
    return here.left() <= there.left()


def test_the_tab_key_comes_to_every_control_as_one_reads_and_is_caught_nowhere(
    qtbot: QtBot, whole: Program, tmp_path: Path
) -> None:
    missed, odd = {}, set()
    for where, root in all_places(qtbot, whole, tmp_path):
        wanted = controls(root)
        window = root.window()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        wanted[0].setFocus(Qt.FocusReason.TabFocusReason)
        reached = []
        for _ in range(len(controls(window)) + 12):
            now = QApplication.focusWidget()
            assert now is not None, where
            if now in reached and not isinstance(
                now, QDateEdit | QTextBrowser
            ):  # in there to months and links
                break
            reached.append(now)
            qtbot.keyClick(now, Qt.Key.Key_Tab)
        lost = [called(one) for one in wanted if one not in reached and not isinstance(one, QTabBar)]
        if lost:
            missed[where] = lost, called(reached[-1])
        for first, then in itertools.pairwise(reached):
            if first is not then and first.parentWidget() is then.parentWidget() and not before(first, then):
                odd.add((where.split("/", maxsplit=1)[0], called(first), called(then)))
    assert missed == {}
    assert sorted(odd) == []


def change(one: QImage, other: QImage) -> float:
    """The largest WCAG contrast between a dot of one picture and the same dot of the other."""
    pairs = {
        (one.pixelColor(x, y).name(), other.pixelColor(x, y).name())
        for x in range(0, one.width(), 1 if one.width() < 300 else 7)
        for y in range(one.height())
    }
    return max(contrast(*pair) for pair in pairs)


def kind_of(widget: QWidget) -> tuple[object, ...]:
    return type(widget).__name__, *(widget.property(name) for name in ("flat", "primary", "small"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_focus_is_seen_on_every_kind_of_control(
    qtbot: QtBot, look: ThemeWatcher, whole: Program, tmp_path: Path, scheme: str
) -> None:
    look.choose(scheme)
    qtbot.waitUntil(look.dressing.is_done, timeout=20_000)
    seen, unseen = set(), []
    for where, root in all_places(qtbot, whole, tmp_path):
        root.window().activateWindow()
        qtbot.waitUntil(root.window().isActiveWindow)
        for widget in controls(root):
            if kind_of(widget) in seen or widget.width() < 8:
                continue
            seen.add(kind_of(widget))
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            assert widget.hasFocus(), called(widget)
            focused = widget.grab().toImage()
            widget.clearFocus()
            if change(focused, widget.grab().toImage()) < 3:
                unseen.append((where, called(widget)))
    assert unseen == []
    assert len(seen) > 12


def test_keys_and_letters_of_the_menus_are_given_once(
    qtbot: QtBot, qapp: QApplication, whole: Program
) -> None:
    for code in ("en", "zh_CN"):
        language.apply(qapp, code)
        assert whole.window._actions
        menus = list(whole.window._menus.values())
        keys = [key.toString() for menu in menus for action in menu.actions() for key in action.shortcuts()]
        assert len(keys) == len(set(keys)) > 5
        letters = [title[title.index("&") + 1].lower() for title in (menu.title() for menu in menus)]
        assert len(letters) == len(set(letters))


def test_escape_closes_every_dialog(qtbot: QtBot, whole: Program, tmp_path: Path) -> None:
    for name, dialog in dialogs(qtbot, whole, tmp_path):
        if "/" in name and not name.endswith("/0"):
            continue
        qtbot.waitUntil(dialog.isActiveWindow)
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda dialog=dialog: not dialog.isVisible())
        if "/" in name:
            break


def test_every_divider_is_moved_by_keys(qtbot: QtBot, whole: Program, tmp_path: Path) -> None:
    moved = 0
    for where, root in all_places(qtbot, whole, tmp_path):
        for splitter in root.findChildren(QSplitter):
            assert isinstance(splitter, Splitter), where
            if not splitter.isVisible():
                continue
            flat = splitter.orientation() is Qt.Orientation.Horizontal
            back, forth = (Qt.Key.Key_Left, Qt.Key.Key_Right) if flat else (Qt.Key.Key_Up, Qt.Key.Key_Down)
            handle = splitter.handle(1)
            qtbot.keyClick(handle, Qt.Key.Key_Home)
            first = splitter.sizes()
            qtbot.keyClick(handle, forth)
            second = splitter.sizes()
            qtbot.keyClick(handle, Qt.Key.Key_End)
            last = splitter.sizes()
            assert first[0] <= second[0] <= last[0]
            assert all(sizes[0] > 0 and sizes[1] > 0 for sizes in (first, second, last)), where
            if last[0] > second[0] > first[0]:
                moved += 1
                splitter.setSizes(second)
                qtbot.keyClick(handle, back)
                assert splitter.sizes()[0] < second[0]
    assert moved > 6


def heard(widget: QWidget) -> tuple[str, str]:
    """Name and description of a widget as a screen reader is told them."""
    found = QAccessible.queryAccessibleInterface(widget)
    kinds = (QAccessible.Text.Name, QAccessible.Text.Description)
    return tuple(found.text(kind).strip() for kind in kinds) if found else ("", "")  # type: ignore[return-value]


def test_nothing_is_read_out_twice_or_as_a_mere_sign(qtbot: QtBot, whole: Program, tmp_path: Path) -> None:
    doubled, signs = set(), set()
    for where, root in all_places(qtbot, whole, tmp_path):
        for widget in root.findChildren(QWidget):
            if not widget.isVisible():
                continue
            name, more = heard(widget)
            if name and name == more and not isinstance(widget, QLineEdit | QAbstractButton | Elided):
                doubled.add((where, called(widget)))
            if isinstance(widget, QLabel) and name in {"·", "•", "-", "/"}:
                signs.add((where, called(widget)))
    assert sorted(doubled) == []
    assert sorted(signs) == []


def test_every_table_is_called_after_what_it_holds(qtbot: QtBot, whole: Program, tmp_path: Path) -> None:
    names: dict[str, list[str]] = {}
    for where, root in all_places(qtbot, whole, tmp_path):
        shown = [view for view in root.findChildren(QTableView) if view.isVisible()]
        names[where] = [heard(view)[0] for view in shown]
    assert [where for where, found in names.items() if "Table" in found or "" in found] == []
    assert [where for where, found in names.items() if len(set(found)) < len(found)] == []
    assert sum(map(len, names.values())) > 20


def test_the_inside_of_a_field_is_called_as_the_field(qtbot: QtBot, whole: Program, tmp_path: Path) -> None:
    nameless, seen = set(), 0
    for where, root in all_places(qtbot, whole, tmp_path):
        for part in root.findChildren(QLineEdit):
            if part.isVisible() and not isinstance(part.parentWidget(), QAbstractSpinBox):
                seen += 1
                if not heard(part)[0]:
                    nameless.add((where, called(part)))
        for part in root.findChildren(QToolButton):
            if part.isVisible() and isinstance(part.parentWidget(), QLineEdit) and not heard(part)[0]:
                nameless.add((where, called(part)))
    assert sorted(nameless) == []
    assert seen > 40


def test_a_slider_says_its_figure_and_a_cut_name_all_of_itself(qtbot: QtBot, whole: Program) -> None:
    page = whole.window.show_page("matrix")
    slider = page.limits.sliders.of["budget"]  # type: ignore[attr-defined]
    slider.setValue(5)
    assert heard(slider)[1].startswith(words.money_short(slider.stop()))
    cut = Elided("section")
    qtbot.addWidget(cut)
    cut.show()
    cut.tell("a name that is longer than the room there is for it")
    cut.resize(60, 20)
    assert cut.text().endswith("…")
    assert heard(cut) == ("a name that is longer than the room there is for it",) * 2
    cut.resize(900, 20)
    assert heard(cut) == ("a name that is longer than the room there is for it", "")


def test_no_label_is_a_nameless_stop(qtbot: QtBot, whole: Program, tmp_path: Path) -> None:
    """A screen reader stops at every label that is shown: one without words and picture says nothing there."""
    empty = {
        (where, called(label))
        for where, root in all_places(qtbot, whole, tmp_path)
        for label in root.findChildren(QLabel)
        if where != "overview"  # its tiles and steps are told a moment after they are shown
        and label.isVisible()
        and not (label.text().strip() or label.accessibleName())
    }
    assert sorted(empty) == []
