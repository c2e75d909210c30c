"""On small screens no word of a table is cut but free text, and what is cut is told whole by its tip."""

from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import QModelIndex, QRect
from PySide6.QtGui import QFontMetrics, QFontMetricsF
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem, QTableView, QWidget
from pytestqt.qtbot import QtBot

from gui.app import Program
from gui.frozen import Frozen
from gui.numbers import TIP
from gui.pages.launch import LaunchPage
from gui.pages.matrix import MatrixPage
from gui.tablemodel import BADGE
from gui.tableparts import View, pill_font
from gui.words.leftout import LEFT_OUT
from model.launch.hands import Hand, Role
from tests.gui.everywhere import called, dialogs, furnish, places, settle
from tests.test_house import outbid_codes, sieve

SIZES = ((1280, 720), (1366, 768))
MOST_ROWS = 400
AROUND_PILL = 26
"""Pixels of a cell that the text of a badge leaves free: outside and inside of its pill."""


class Cut(NamedTuple):
    """A cell whose text is longer than its room."""

    key: str
    free: bool
    text: str
    tip: str


def over(view: QTableView, index: QModelIndex) -> float:
    """By how many pixels a cell's text is longer than its room."""
    option = QStyleOptionViewItem()
    view.initViewItemOption(option)
    option.rect = QRect(0, 0, view.columnWidth(index.column()), view.rowHeight(index.row()))
    view.itemDelegateForIndex(index).initStyleOption(option, index)
    text, font, room = option.text, option.font, option.rect.width()
    if index.data(BADGE) is not None:
        return QFontMetricsF(pill_font(font)).horizontalAdvance(text) - (room - AROUND_PILL)
    style = view.style()
    inner = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, view).width()
    beside = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, None, view) + 1
    return QFontMetrics(font).horizontalAdvance(text) - (inner - 2 * beside)


def cut(view: QTableView) -> Iterator[Cut]:
    """The cells of a table that are cut."""
    model = view.model()
    for column in filter(lambda n: not view.isColumnHidden(n), range(model.columnCount())):
        declared = view.columns[column] if isinstance(view, View) else None
        for row in range(min(model.rowCount(), MOST_ROWS)):
            index = model.index(row, column)
            if index.data() and over(view, index) > 0:
                key, free = (declared.key, declared.free) if declared else ("", True)
                yield Cut(key, free, str(index.data()), unescape(str(index.data(TIP) or "")))


def tables(page: QWidget) -> list[QTableView]:
    """Those of a page that are seen."""
    found = page.findChildren(QTableView)
    return [view for view in found if view.isVisible() and not isinstance(view, Frozen)]


def crowd(program: Program) -> None:
    """Give the shop people with one and two kinds of work, and a table of several products."""
    matrix, launch = program.window.show_page("matrix"), program.window.show_page("launch")
    assert isinstance(matrix, MatrixPage)
    assert isinstance(launch, LaunchPage)
    matrix.plan.choices.show_column("product", True)
    hands = [
        Hand(f"Person {n}", frozenset({role}), days_off=frozenset({6, 7})) for n, role in enumerate(Role, 1)
    ]
    hands.append(Hand("Person 6", frozenset({Role.PACKING, Role.AFTER_SALES}), host="own"))
    launch._keep(replace(launch.setup, hands=tuple(hands)))
    launch._soon.stop()


@pytest.mark.timeout(300)
@pytest.mark.parametrize("size", SIZES)
def test_no_word_is_cut_on_a_small_screen_and_what_is_has_a_tip(
    qtbot: QtBot, program: Program, size: tuple[int, int]
) -> None:
    furnish(qtbot, program)
    crowd(program)
    program.window.resize(*size)
    lost, untold, seen, free = [], [], 0, 0
    for code in ("zh_CN", "en"):
        program.choose_language(code)
        settle(qtbot)
        for where, page in places(qtbot, program):
            assert (program.window.width(), program.window.height()) == size
            for view in tables(page):
                cells = set(cut(view))
                seen, free = seen + 1, free + sum(cell.free for cell in cells)
                lost += [(code, where, called(view), one.key, one.text) for one in cells if not one.free]
                untold += [(where, one) for one in cells if one.text not in one.tip]
    assert lost == []
    assert untold == []
    assert seen > 50
    assert free > 50  # names, sentences: the measure does find what is cut


def test_what_is_cut_in_a_dialog_has_a_tip(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    furnish(qtbot, program)
    program.window.resize(*SIZES[0])
    seen, untold = 0, []
    for where, dialog in dialogs(qtbot, program, tmp_path):
        for view in tables(dialog):
            for column in range(view.model().columnCount()):
                view.setColumnWidth(column, 56)
            cells = set(cut(view))
            seen += len(cells)
            untold += [(where, called(view), one) for one in cells if one.text not in one.tip]
    assert untold == []
    assert seen > 3


def test_a_column_that_is_drawn_narrower_is_found_to_be_cut(qtbot: QtBot, program: Program) -> None:
    furnish(qtbot, program)
    page = program.window.show_page("matrix")
    assert isinstance(page, MatrixPage)
    settle(qtbot)
    view = page.plan.choices.view
    place = next(n for n, column in enumerate(view.columns) if column.key == "orders")
    before = {one.key for one in cut(view) if not one.free}
    view.setColumnWidth(place, 60)
    QApplication.processEvents()
    assert before == set()
    assert {one.key for one in cut(view) if not one.free} == {"orders"}


def test_every_reason_to_be_left_out_has_few_words() -> None:
    codes = {code for code, _ in sieve()} | outbid_codes() | {"not_chosen", "no_offer"}
    assert codes - LEFT_OUT.keys() == set()
    assert max(map(len, LEFT_OUT.values())) < 20
