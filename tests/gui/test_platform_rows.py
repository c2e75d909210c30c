"""Lines of a spreadsheet that begin with a platform go into caps and levels, in either language, with headings or without."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from gui.app import Program
from gui.pages.matrix import MatrixPage
from gui.pages.platformrows import platform_figures
from gui.pages.settings import SettingsPage
from gui.pages.tiersview import HEADINGS
from model.records import PLATFORMS, Influencer, Product, Request, Snapshot

FIGURES = st.integers(1, 10**7).map(str)


@given(st.dictionaries(st.tuples(st.sampled_from(PLATFORMS), st.sampled_from([*HEADINGS])), FIGURES), st.booleans(), st.permutations([*HEADINGS]))  # fmt: skip
def test_what_is_laid_out_is_read_back(
    figures: dict[tuple[str, str], str], headed: bool, order: list[str]
) -> None:
    columns = order if headed else [*HEADINGS]
    lines = [[platform, *(figures.get((platform, code), "") for code in columns)] for platform in PLATFORMS]
    found, strange = platform_figures(
        [["平台", *columns], *lines] if headed else lines, HEADINGS, "TiersView"
    )
    assert found == figures
    assert strange == []


def test_a_strange_platform_is_named_and_a_foreign_title_is_not() -> None:
    cells = [["哪里", "多少"], ["抖音", "30%"], ["Myspace", "20%"]]
    found, strange = platform_figures(cells, {"platform_share": "Most for one platform"}, "PlatformCaps")
    assert found == {("douyin", "platform_share"): "30%"}
    assert strange == ["Myspace"]


def paste(qtbot: QtBot, box: QLineEdit, text: str) -> None:
    QApplication.clipboard().setText(text)
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize("text", [
    "平台\t头部起点\t腰部起点\t尾部起点\n抖音\t150万\t20万\t5000\n小红书\t\t8万\n",
    "Platform\tHead from\tWaist from\tTail from\nDouyin\t1500000\t200000\t5000\nXiaohongshu\t\t80000\t\n",
    "抖音\t1,500,000\t200000\t5000\n小红书\t\t80000\n",
])  # fmt: skip
def test_levels_are_pasted_tried_and_kept(qtbot: QtBot, program: Program, text: str) -> None:
    page = program.window.show_page("settings")
    assert isinstance(page, SettingsPage)
    view = page.open_section("levels")
    paste(qtbot, view.boxes["bilibili", "waist"], text)
    assert program.session.snapshot().overrides == {}
    assert view.keep.isEnabled()
    qtbot.mouseClick(view.keep, Qt.MouseButton.LeftButton)
    assert program.session.snapshot().overrides == {
        "tiers.head.douyin": 1_500_000.0, "tiers.waist.douyin": 200_000.0, "tiers.amateur.douyin": 5000.0,
        "tiers.waist.xiaohongshu": 80_000.0,
    }  # fmt: skip
    program.session.undo()
    assert program.session.snapshot().overrides == {}


def test_one_cell_is_pasted_as_ever_and_what_is_no_platform_is_said(qtbot: QtBot, program: Program) -> None:
    page = program.window.show_page("settings")
    assert isinstance(page, SettingsPage)
    view = page.open_section("levels")
    box = view.boxes["douyin", "head"]
    box.selectAll()
    paste(qtbot, box, "1200000")
    assert box.text() == "1200000"
    paste(qtbot, box, "Myspace\t3\n抖音\t1300000\n")
    assert box.text() == "1300000"
    assert "“Myspace”" in view.problem.text()
    assert view.keep.isEnabled()
    paste(qtbot, box, "1\t2\n3\t4\n")
    assert "No line begins with a platform" in view.problem.text()


@pytest.fixture
def matrix(qtbot: QtBot, program: Program) -> MatrixPage:
    host = Influencer("h", "达人", "douyin", followers=20_000)
    program.session.fill(Snapshot((Product("咖啡", 59.9, id=1),), (host,), {}, Request(3000.0)))
    page = program.window.show_page("matrix")
    assert isinstance(page, MatrixPage)
    qtbot.mouseClick(page.limits.more, Qt.MouseButton.LeftButton)
    return page


@pytest.mark.parametrize("text", ["平台\t单个平台上限\n抖音\t30%\n快手\t0.2\n", "Platform\tMost for one platform\nDouyin\t30%\nKuaishou\t20%\n",
                                  "douyin\t30\nkuaishou\t20\n"])  # fmt: skip
def test_caps_are_pasted_as_one_step(qtbot: QtBot, program: Program, matrix: MatrixPage, text: str) -> None:
    caps = matrix.limits.caps
    qtbot.mouseClick(caps.add, Qt.MouseButton.LeftButton)
    box = caps._editors[0][1].widget
    assert isinstance(box, QLineEdit)
    steps = program.session.undo_code()
    paste(qtbot, box, text)
    kept = dict(program.session.snapshot().request.limits.platform_shares)
    assert kept == pytest.approx({"douyin": 0.3, "kuaishou": 0.2})
    program.session.undo()
    assert program.session.undo_code() == steps
    assert program.session.snapshot().request.limits.platform_shares == ()


def test_a_cap_that_cannot_be_is_told_and_not_kept(
    qtbot: QtBot, program: Program, matrix: MatrixPage
) -> None:
    caps = matrix.limits.caps
    qtbot.mouseClick(caps.add, Qt.MouseButton.LeftButton)
    box = caps._editors[0][1].widget
    assert isinstance(box, QLineEdit)
    paste(qtbot, box, "抖音\tmost\nMyspace\t3\n")
    assert "most" in caps.hint.text()
    assert program.session.snapshot().request.limits.platform_shares == ()
