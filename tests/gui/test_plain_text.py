"""What a file says is shown letter by letter, never as HTML: no label and no tip makes a picture or a link of a name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from gui.charts.view import ChartView
from gui.columns import Column
from gui.dialogs.preview import Preview
from gui.parts import Elided
from gui.tablemodel import RecordModel
from gui.tips import tip

PLANTED = '<b>张三</b><img src="file:///etc/hosts"><a href="http://192.0.2.1/">x</a>'
TIP = Qt.ItemDataRole.ToolTipRole


def read(said: str) -> str:
    """What a person reads where Qt decides by itself whether a text is HTML."""
    if not GuiQt.mightBeRichText(said):
        return said
    document = QTextDocument()
    document.setHtml(said)
    return document.toPlainText()


def test_qt_takes_the_planted_name_for_html(qtbot: QtBot) -> None:
    assert read(PLANTED) != PLANTED


@pytest.mark.parametrize("name", [PLANTED, f"主播\n{PLANTED}", "a < b", "&lt;b&gt;", "R&B", "毛巾 <大>"])
def test_a_tip_shows_every_letter(qtbot: QtBot, name: str) -> None:
    assert read(tip(name)) == name


@given(st.text("<>&;/b=ltimgsrc\"'张 1", max_size=30).map(lambda text: " ".join(text.split())))
def test_a_tip_of_any_letters_reads_as_they_are(text: str) -> None:
    assert " ".join(read(tip(text)).split()) == text


def test_tips_of_tables_and_headings_show_names_as_they_are(qtbot: QtBot) -> None:
    table = RecordModel((Column[str]("name", "Host", str, str),))
    table.set_rows([PLANTED])
    assert table.data(table.index(0, 0)) == PLANTED
    assert read(table.data(table.index(0, 0), TIP)) == PLANTED
    heading = Elided("section")
    qtbot.addWidget(heading)
    heading.resize(20, 20)
    heading.show()
    heading.tell(PLANTED)
    assert heading.accessibleName() == PLANTED
    assert read(heading.toolTip()) == PLANTED


def test_the_preview_of_a_file_shows_its_cells_as_they_are(qtbot: QtBot) -> None:
    preview = Preview()
    qtbot.addWidget(preview)
    preview.show_sheet(["<i>名</i>"], [["<b>张三</b>"]])
    model = preview.model()
    assert model.data(model.index(0, 0)) == "<b>张三</b>"
    assert read(model.data(model.index(0, 0), TIP)) == "<b>张三</b>"
    assert read(model.headerData(0, Qt.Orientation.Horizontal, TIP)) == "<i>名</i>"


def test_the_title_of_a_chart_is_plain(qtbot: QtBot) -> None:
    chart = ChartView()
    qtbot.addWidget(chart)
    assert {chart.title.textFormat(), chart.summary.textFormat()} == {Qt.TextFormat.PlainText}
