"""The window on the smallest screens that are still sold: nothing is scrolled sideways, no heading is cut."""

from PySide6.QtWidgets import QAbstractScrollArea, QWidget
from pytestqt.qtbot import QtBot

from gui.app import Program
from gui.frozen import Frozen
from gui.pages.matrix import MatrixPage
from gui.tableparts import View
from tests.gui.everywhere import called, furnish, places, settle

SMALL = (1280, 720)


def sideways(page: QWidget) -> list[str]:
    """What of a page does not fit its width."""
    areas = [area for area in page.findChildren(QAbstractScrollArea) if area.isVisible()]
    found = [(area, _over(area)) for area in areas if not isinstance(area, Frozen)]
    return [f"{called(area)} by {over}" for area, over in found if over > 0]


def _over(area: QAbstractScrollArea) -> int:
    """By how many pixels; the bar of a table learns of new widths a turn later."""
    if isinstance(area, View):
        return area.horizontalHeader().length() - area.viewport().width()
    return area.horizontalScrollBar().maximum()


def cut_headings(page: QWidget) -> list[str]:
    """The columns that are narrower than what stands above them."""
    views = [view for view in page.findChildren(View) if view.isVisible()]
    return [
        column.key
        for view in views
        for number, column in enumerate(view.columns)
        if not view.isColumnHidden(number)
        and view.horizontalHeader().sectionSize(number) < view._headed(number)
    ]


def test_no_page_is_scrolled_sideways_on_a_small_screen(qtbot: QtBot, program: Program) -> None:
    furnish(qtbot, program)
    matrix = program.window.show_page("matrix")
    assert isinstance(matrix, MatrixPage)
    matrix.plan.choices.show_column("product", True)  # as in a plan for several products
    program.window.resize(*SMALL)
    lost, tables = [], 0
    for code in ("zh_CN", "en"):
        program.choose_language(code)  # after the other: columns that fitted its words fit these too
        settle(qtbot)
        for where, page in places(qtbot, program):
            assert (program.window.width(), program.window.height()) == SMALL
            lost += [(code, where, problem) for problem in (*sideways(page), *cut_headings(page))]
            tables += sum(view.isVisible() for view in page.findChildren(View))
    assert lost == []
    assert tables > 50
