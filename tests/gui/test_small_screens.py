"""The window on the smallest screens that are still sold: nothing is scrolled sideways, no heading is cut.

What comes first, the overview and the launch page, is seen whole.
"""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QAbstractScrollArea, QWidget
from pytestqt.qtbot import QtBot

from gui.app import Program
from gui.frozen import Frozen
from gui.pages.launch import LaunchPage
from gui.pages.matrix import MatrixPage
from gui.pages.overview import OverviewPage
from gui.pagestack import Roomy
from gui.session import Changed
from gui.tableparts import View
from tests.gui.everywhere import called, furnish, places, settle

SMALL = (1280, 720)
SIZES = (SMALL, (1366, 768))
CODES = ("zh_CN", "en")


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
    for code in CODES:
        program.choose_language(code)  # after the other: columns that fitted its words fit these too
        settle(qtbot)
        for where, page in places(qtbot, program):
            assert (program.window.width(), program.window.height()) == SMALL
            lost += [(code, where, problem) for problem in (*sideways(page), *cut_headings(page))]
            tables += sum(view.isVisible() for view in page.findChildren(View))
    assert lost == []
    assert tables > 50


def overview(qtbot: QtBot, program: Program) -> Iterator[str]:
    """The overview with a plan, with one that is out of date, and while a new one is made."""
    page = program.window.show_page("overview")
    assert isinstance(page, OverviewPage)
    qtbot.waitUntil(lambda: page._found is not None and page._found.plan is not None, timeout=60_000)
    assert page._found is not None
    yield "planned"
    page._found = replace(page._found, is_stale=True)
    page._show()
    yield "out of date"
    page.verdict.work.set_running(True)
    yield "being planned"
    page.verdict.work.set_running(False)


def launch(qtbot: QtBot, program: Program) -> Iterator[str]:
    """Every tab of the launch page, with its warning, and while sessions are placed."""
    page = program.window.show_page("launch")
    assert isinstance(page, LaunchPage)
    page.bar.free.show()
    for place in range(page.tabs.count()):
        page.tabs.setCurrentIndex(place)
        page._reload(Changed.PRODUCTS, None)
        assert page.notice.isVisible()
        yield f"tab {place}"
        page.hush()  # as the button does
        page.bar.set_running(True)
        yield f"tab {place}, being placed"
        page.bar.set_running(False)


@pytest.mark.timeout(300)
def test_the_overview_and_the_launch_page_are_seen_whole_on_a_small_screen(
    qtbot: QtBot, program: Program
) -> None:
    furnish(qtbot, program)
    program.window.show_page("launch")
    request = program.session.snapshot().request
    program.session.save_request(replace(request, budget=request.budget * 2), by=None)
    settle(qtbot)
    area = program.window.findChild(Roomy)
    assert area is not None
    lost, seen = [], 0
    for size in SIZES:
        program.window.resize(*size)
        for code in CODES:
            program.choose_language(code)
            for page in (overview, launch):
                for state in page(qtbot, program):
                    settle(qtbot)
                    assert (program.window.width(), program.window.height()) == size
                    over, seen = area.verticalScrollBar().maximum(), seen + 1
                    lost += [(size, code, page.__name__, state, over)] if over else []
    assert lost == []
    assert seen == 2 * 2 * (3 + 2 * 7)
