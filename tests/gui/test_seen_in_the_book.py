"""Flaws that were seen in the screenshot book: each stays mended."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui import words
from gui.app import Program
from gui.pages.launch import LaunchPage
from gui.pages.matrix import MatrixPage
from gui.pages.matrixtables import REJECTED
from gui.pages.roster import RosterPage
from gui.words import filled, imports
from model.matrix.plan import Rejected
from model.records import Tier
from tests.gui.shop import SHOP


def test_no_gap_stands_behind_a_figure_that_ends_in_a_chinese_sign(program: Program) -> None:
    program.choose_language("zh_CN")
    assert words.closed("在 ¥21,000 到 ¥44万 之间") == "在 ¥21,000 到 ¥44万之间"
    assert words.closed("再积累约 37 天 这样的订单") == "再积累约 37 天这样的订单"
    assert words.closed("小王 老师 3 场") == "小王 老师 3 场"
    program.choose_language("en")
    assert words.closed("¥44万 之间") == "¥44万 之间"


def test_shares_of_few_cases_are_no_more_exact_than_they_are() -> None:
    assert [filled.FORMS["share"](v) for v in (0.0, 0.0031, 0.011, 0.2, 0.182, 1.0)] == [
        "0%", "0.31%", "1.1%", "20%", "18.2%", "100%",
    ]  # fmt: skip


@pytest.mark.parametrize(("size", "shown"), [(45, "45 B"), (36_100, "36.1 kB"), (260_000, "0.3 MB")])
def test_a_small_file_is_not_of_no_size(size: int, shown: str) -> None:
    assert imports.size_and_place(size, "/here").startswith(shown)


def test_a_rough_estimate_is_shown_as_rough() -> None:
    short = next(column for column in REJECTED if column.key == "short")
    assert short.show(Rejected("h1", "Ann", Tier.WAIST, "unprofitable", 26_794.0)) == "≈¥27,000"


def test_no_question_mark_stands_where_there_is_nothing_to_explain(program: Program) -> None:
    launch, roster = program.window.show_page("launch"), program.window.show_page("roster")
    assert isinstance(launch, LaunchPage)
    assert isinstance(roster, RosterPage)
    for piece in (*launch.pieces(), *roster.pieces()):
        piece()
    assert [view.why.isHidden() for view in (launch.load, launch.pay, roster.water)] == [True] * 3


def test_without_products_the_matrix_page_says_where_they_are_entered(program: Program) -> None:
    page = program.window.show_page("matrix")
    assert isinstance(page, MatrixPage)
    limits = page.limits
    assert (limits.products.isHidden(), limits.no_products.isHidden()) == (True, False)
    program.session.fill(SHOP)
    assert (limits.products.isHidden(), limits.no_products.isHidden()) == (False, True)


def test_more_limits_come_into_sight_when_they_are_asked_for(qtbot: QtBot, program: Program) -> None:
    page = program.window.show_page("matrix")
    assert isinstance(page, MatrixPage)
    program.session.fill(SHOP)
    program.window.resize(1366, 768)
    qtbot.mouseClick(page.limits.more, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not page.limits.further.visibleRegion().isEmpty())
