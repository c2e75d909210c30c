"""Flaws that were seen in the English window's screenshot book: each stays mended."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from gui.app import Program
from gui.fields import FieldSpec
from gui.forms import Form
from gui.pages.matrix import MatrixPage
from gui.pages.offers import COLUMNS, OfferRow
from gui.pages.results import ResultsPage
from gui.peerbar import PeerBar
from gui.tables import RecordTable
from gui.words import labels
from gui.words.goods import goods
from gui.words.reasons import REASONS, reason
from model.authenticity.roster import Evidence
from model.errors import Reason
from model.records import Estimate, Offer
from tests.gui.shop import SHOP

LOW_SCREEN = 768
TASKBAR = 48
LONG = "演示·玻尿酸补水面膜 20 片"
CODES = ("zh_CN", "en")


@pytest.mark.parametrize("code", CODES)
def test_the_columns_of_every_table_can_be_chosen_on_a_low_screen(program: Program, code: str) -> None:
    program.choose_language(code)
    page = program.window.show_page("results")
    for piece in page.pieces():
        piece()
    menus = [table.view.arrangement.menu() for table in page.findChildren(RecordTable)]
    assert max(len(menu.actions()) for menu in menus) > 20
    assert max(menu.sizeHint().height() for menu in menus) < LOW_SCREEN - TASKBAR


def test_a_product_is_read_whole_where_results_are_typed(qtbot: QtBot, program: Program) -> None:
    page = program.window.show_page("results")
    assert isinstance(page, ResultsPage)
    for piece in page.pieces():
        piece()
    page.content.show()
    page.side.setCurrentIndex(1)
    page.splitter.setSizes([816, 320])
    boxes = [page.form.form.editor(name) for name in ("id", "product")]
    for box in boxes:
        assert isinstance(box, QComboBox)
        qtbot.waitUntil(lambda box=box: box.isVisible())
        assert box.width() - 46 > box.fontMetrics().horizontalAdvance(LONG)  # the frame and its arrow


def test_a_wide_field_has_its_row_for_itself(qtbot: QtBot) -> None:
    form = Form(
        [FieldSpec("a", ""), FieldSpec("b", "", wide=True), FieldSpec("c", ""), FieldSpec("d", "")], 2
    )
    qtbot.addWidget(form)
    form.resize(400, 400)
    form.show()
    at = {name: form.editor(name).geometry() for name in "abcd"}
    assert at["a"].bottom() < at["b"].top() < at["b"].bottom() < at["c"].top() == at["d"].top()
    assert at["b"].width() > 1.9 * at["a"].width()


def test_a_notice_is_as_high_as_its_text_at_its_width(qtbot: QtBot, program: Program) -> None:
    page = program.window.show_page("matrix")
    notice = page.notice
    notice.say(
        "Products, hosts or figures have changed since this plan was made. Press “Recommend” again.", "warn"
    )
    qtbot.waitUntil(lambda: notice.width() > 900)
    one = notice.height()
    assert one < 50
    notice.say("There is no plan yet. " * 20, "warn")
    qtbot.waitUntil(lambda: notice.height() > one + 20)
    assert notice.height() - 26 >= notice.text.heightForWidth(notice.text.width())


@pytest.mark.parametrize("code", CODES)
def test_the_limits_are_whole_at_their_narrowest_with_all_of_them_open(
    qtbot: QtBot, program: Program, code: str
) -> None:
    program.choose_language(code)
    page = program.window.show_page("matrix")
    assert isinstance(page, MatrixPage)
    program.session.fill(SHOP)
    program.window.resize(1366, LOW_SCREEN)
    page.limits.more.click()
    page.splitter.setSizes([0, 2000])
    qtbot.waitUntil(page.limits.further.isVisible)
    seen = page.limits.parentWidget()
    assert seen is not None
    qtbot.waitUntil(lambda: page.limits.width() == seen.width())
    assert page.limits.minimumSizeHint().width() <= seen.width()


def test_the_trades_words_for_an_offer_are_said_in_english_and_kept_as_they_are(program: Program) -> None:
    rows = [OfferRow(0, Offer("坑位费+佣金", 3000.0, 0.2)), OfferRow(1, Offer("小美专享", 0.0, 0.3))]
    name = COLUMNS[0]
    assert [name.show(row) for row in rows] == ["fee + commission", "小美专享"]
    assert name.edit is not None
    assert name.edit(rows[0]) == "坑位费+佣金"
    program.choose_language("zh_CN")
    assert name.show(rows[0]) == labels.deal("坑位费+佣金") == "坑位费+佣金"


def test_goods_are_called_by_their_english_names_where_those_are_known(program: Program) -> None:
    code = next(code for code, text in REASONS.items() if "{theirs:goods}" in text)
    other = Reason(code, {"theirs": "家居日用", "ours": "空气净化器"})
    assert "sells is homeware (general); yours is air purifier" in reason(other)
    assert goods("手作香薰蜡片") == "手作香薰蜡片"
    program.choose_language("zh_CN")
    assert "家居日用" in reason(other)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_band_of_what_is_usual_stands_out_of_its_track(
    qtbot: QtBot, program: Program, theme: str
) -> None:
    program.choose_theme(theme)
    bar = PeerBar()
    qtbot.addWidget(bar)
    bar.resize(400, 16)
    bar.show_piece(Evidence("views", 5.0, Estimate(10.0, 5.0, 20.0), 0.1, "usual", 40, "size"))
    seen = bar.grab().toImage()
    track, band = (seen.pixelColor(int(seen.width() * at), seen.height() // 2) for at in (0.1, 0.6))
    assert abs(luminance(track) - luminance(band)) > 0.05


def luminance(colour: QColor) -> float:
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.getRgbF()[:3]
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
