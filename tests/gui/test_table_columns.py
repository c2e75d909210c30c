"""Columns are chosen, moved, widened and kept; the names stay in sight; cells come from a spreadsheet."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui import language, tablelayout, theme
from gui.bulkedit import BulkEdit
from gui.frozen import Frozen
from gui.scale import grown
from gui.tables import Change, Column, RecordTable
from tests.gui.test_cut_cells import cut

UP, DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


@dataclass(frozen=True)
class Row:
    name: str
    texts: tuple[str, ...]


def column(number: int) -> Column[Row]:
    return Column(
        f"c{number}",
        f"Head {number}",
        lambda r: r.texts[number],
        lambda r: r.texts[number],
        width=120,
        editable=number < 3,
    )


COLUMNS = (
    Column[Row]("name", "Host", lambda r: r.name, lambda r: r.name, width=0, least=150, editable=True),
    *(column(number) for number in range(6)),
)
ROWS = tuple(Row(f"host {n:02}", tuple(f"{n}.{c}" for c in range(6))) for n in range(40))


@pytest.fixture
def kept(tmp_path: Path) -> QSettings:
    settings = QSettings(str(tmp_path / "tables.ini"), QSettings.Format.IniFormat)
    tablelayout.use(settings)
    return settings


def made(qtbot: QtBot, take=None) -> RecordTable[Row]:
    table = RecordTable(COLUMNS, lambda r: r.name, take=take)
    qtbot.addWidget(table)
    table.resize(500, 300)
    table.set_rows(ROWS)
    table.show()
    qtbot.waitExposed(table)
    theme.dress(table)
    return table


def headings(table: RecordTable[Row]) -> list[str]:
    return [one.heading for one in table.view.seen()]


def test_a_choice_of_columns_is_kept_and_taken_back(qtbot: QtBot, kept: QSettings) -> None:
    table = made(qtbot)
    actions = table.view.arrangement.menu().actions()
    assert [a.isEnabled() for a in actions[:3]] == [False, True, True]
    actions[2].trigger()
    actions[5].trigger()
    heads = table.view.horizontalHeader()
    heads.moveSection(1, 3)
    heads.resizeSection(3, 77)
    table.view.sortByColumn(3, DOWN)
    wanted = ["Host", "Head 2", "Head 0", "Head 3", "Head 5"]
    assert headings(table) == wanted
    again = made(qtbot)
    assert headings(again) == wanted
    assert again.view.horizontalHeader().sectionSize(3) == 77
    assert again.model.record(0) == max(ROWS, key=lambda r: r.texts[2])
    again.view.arrangement.restore()
    assert headings(again) == [one.heading for one in COLUMNS]
    assert again.view.horizontalHeader().sectionSize(3) == 120
    assert [*again.model.records()] == list(ROWS)
    assert kept.allKeys() == []


def test_what_cannot_be_read_is_as_shipped(qtbot: QtBot, kept: QSettings) -> None:
    kept.setValue(tablelayout.name_of([one.key for one in COLUMNS]), "{broken")
    assert headings(made(qtbot)) == [one.heading for one in COLUMNS]


def frozen(table: RecordTable[Row]) -> Frozen | None:
    found = [one for one in table.view.findChildren(Frozen) if one.isVisible()]
    return found[0] if found else None


def test_names_stay_in_sight(qtbot: QtBot, kept: QSettings) -> None:
    table = made(qtbot)
    view = table.view
    assert frozen(table) is None
    view.horizontalScrollBar().setValue(200)
    left = frozen(table)
    assert left is not None
    view.sortByColumn(0, DOWN)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    view.selectRow(30)
    for row in (20, 30, 39):  # the oracle: the column itself, had it not left
        assert left.rowViewportPosition(row) == view.rowViewportPosition(row)
        assert left.rowHeight(row) == view.rowHeight(row)
    assert left.selectionModel().isRowSelected(30)
    assert left.viewport().mapTo(view, QPoint(0, 0)) == view.viewport().mapTo(view, QPoint(0, 0))
    assert left.viewport().height() == view.viewport().height()
    left.horizontalHeader().sectionClicked.emit(0)
    assert view.horizontalHeader().sortIndicatorSection() == -1
    view.horizontalHeader().resizeSection(0, 180)
    assert left.columnWidth(0) == 180
    view.setCurrentIndex(table.model.index(0, 5))
    view.setCurrentIndex(table.model.index(0, 1))
    assert frozen(table) is None or view.visualRect(table.model.index(0, 1)).left() >= left.width()
    view.horizontalScrollBar().setValue(0)
    assert frozen(table) is None


class Taken:
    """The owner of the records: he refuses what holds an x."""

    def __init__(self) -> None:
        self.changes: Sequence[Change[Row]] = ()

    def __call__(self, changes: Sequence[Change[Row]]) -> Sequence[str]:
        self.changes = changes
        return [f"{c.record.name}: no x" for c in changes if any("x" in text for text in c.texts.values())]


def paste(qtbot: QtBot, text: str, row: int, cell: int) -> tuple[Taken, list[object]]:
    taken = Taken()
    table = made(qtbot, taken)
    table.view.setCurrentIndex(table.model.index(row, cell))
    QApplication.clipboard().setText(text)
    with qtbot.waitSignal(table.pasted) as told:
        table.paste()
    return taken, told.args


def test_a_block_of_cells_goes_where_it_is_laid(qtbot: QtBot, kept: QSettings) -> None:
    taken, told = paste(qtbot, 'a\t"b ""1"""\r\nc\tx\r\n', 3, 2)
    assert taken.changes == [
        Change(ROWS[3], {"c1": "a", "c2": 'b "1"'}),
        Change(ROWS[4], {"c1": "c", "c2": "x"}),
    ]
    assert told == [2, "host 04: no x"]


def test_what_has_no_place_is_told_and_the_rest_is_taken(qtbot: QtBot, kept: QSettings) -> None:
    taken, told = paste(qtbot, "a\tb\nc\td\n", 39, 3)
    assert taken.changes == [Change(ROWS[39], {"c2": "a"})]
    assert "“Head 3” cannot be changed" in told[1]
    assert "1 row had no place" in told[1]


def test_one_cell_goes_into_all_chosen_rows(qtbot: QtBot, kept: QSettings) -> None:
    taken = Taken()
    table = made(qtbot, taken)
    table.view.setCurrentIndex(table.model.index(1, 1))
    table.view.selectAll()
    QApplication.clipboard().setText("same")
    table.paste()
    assert taken.changes == [Change(row, {"c0": "same"}) for row in ROWS]


def test_whole_rows_go_to_the_rows_of_their_names(qtbot: QtBot, kept: QSettings) -> None:
    text = "head 1\tPrice\tHost\tHead 4\nnew\t9\thost 07\t7.4\n2.1\t9\thost 02\t\nx\t9\tnobody\t\n"
    taken, told = paste(qtbot, text, 0, 0)
    assert taken.changes == [Change(ROWS[7], {"c1": "new"})]  # host 02 is as it was
    assert (
        told[1]
        == "This table has no column “Price”: those cells were left out.\nNot in this table, so left out: “nobody”."
    )


def test_rows_copied_from_the_table_come_back_to_it(qtbot: QtBot, kept: QSettings) -> None:
    taken = Taken()
    table = made(qtbot, taken)
    table.view.selectAll()
    with qtbot.waitSignal(table.copying.done):
        table.copy()
    changed = QApplication.clipboard().text().replace("5.2", "better").replace("9.0", "worse")
    table.view.sortByColumn(2, DOWN)
    table.filter.setText("host 05")
    QApplication.clipboard().setText(changed)
    table.paste()
    assert {change.record.name: change.texts for change in taken.changes} == {
        "host 05": {"c2": "better"},
        **{f"host {n:02}": {"c0": f"{n}.0".replace("9.0", "worse")} for n in (9, 19, 29, 39)},
    } | {f"host {n}": {"c2": f"{n}.2".replace("5.2", "better")} for n in (15, 25, 35)}


def test_names_that_two_rows_have_are_told(qtbot: QtBot, kept: QSettings) -> None:
    taken = Taken()
    table = RecordTable(COLUMNS, lambda r: r.texts[0], take=taken)
    qtbot.addWidget(table)
    table.set_rows([Row("same", ("1",) * 6), Row("same", ("2",) * 6), Row("other", ("3",) * 6)])
    QApplication.clipboard().setText("Host\tHead 1\nsame\ta\nother\tb\n2\tc")
    with qtbot.waitSignal(table.pasted) as told:
        table.paste()
    assert [(c.record.texts[0], c.texts["c1"]) for c in taken.changes] == [("3", "b"), ("2", "c")]
    assert told.args[1] == "More than one row has this name, so left out: “same”."


def test_copying_many_rows_is_stopped_by_escape(qtbot: QtBot, kept: QSettings) -> None:
    table = made(qtbot)
    table.set_rows([Row(f"host {n}", tuple(f"{n}.{c}" for c in range(6))) for n in range(60_000)])
    QApplication.clipboard().setText("as it was")
    table.view.selectAll()
    table.activateWindow()
    table.view.setFocus()
    qtbot.waitUntil(table.view.hasFocus)
    with qtbot.waitSignal(table.copying.moved):
        table.copy()
    assert "Esc" in table.count.text()
    qtbot.keyClick(table.view, Qt.Key.Key_Escape)
    assert not table.copying._timer.isActive()
    assert QApplication.clipboard().text() == "as it was"
    assert table.count.text() == "all 60,000 rows chosen"
    with qtbot.waitSignal(table.copying.done, timeout=30_000):
        table.copy()
    assert QApplication.clipboard().text().count("\n") == 60_000


def test_a_short_table_has_a_search_box_only_once_it_is_long(qtbot: QtBot, kept: QSettings) -> None:
    table = made(qtbot)
    table.search_when_long()
    table.set_rows(ROWS[:8])
    assert not table.filter.isVisible()
    table.set_rows(ROWS[:9])
    assert table.filter.isVisible()


@pytest.mark.parametrize(("text", "says"), [("Head 1\tHead 0\na\tb", "lack “Host”"), ("", "no cells")])
def test_what_is_no_block_is_refused_with_words(qtbot: QtBot, kept: QSettings, text: str, says: str) -> None:
    taken, told = paste(qtbot, text, 0, 0)
    assert not taken.changes
    assert says in str(told[1])


def test_one_field_of_many_rows(qtbot: QtBot, kept: QSettings) -> None:
    taken = Taken()
    table = made(qtbot, taken)
    table.view.selectAll()
    table.edit_chosen()
    dialog = table.window().findChild(BulkEdit)
    assert [dialog.field.itemText(n) for n in range(dialog.field.count())] == [
        "Host",
        "Head 0",
        "Head 1",
        "Head 2",
    ]
    dialog.field.setCurrentIndex(2)
    dialog.text.setText("new")
    dialog.accept()
    assert taken.changes == [Change(row, {"c1": "new"}) for row in ROWS]


def test_a_table_nobody_sees_fits_its_columns_to_another_language_when_it_is_looked_at(
    qtbot: QtBot, qapp: QApplication
) -> None:
    columns = (
        Column[Row]("name", "Host", lambda r: r.name, lambda r: r.name, width=0),
        Column[Row]("odds", "Odds of a loss", lambda r: r.name, lambda r: r.name, width=60, narrow=56),
    )
    table = RecordTable(columns, lambda r: r.name)
    qtbot.addWidget(table)
    table.resize(500, 300)
    table.show()
    qtbot.waitExposed(table)
    in_english = table.view.columnWidth(1)
    table.hide()
    language.apply(qapp, "zh_CN")
    table.retranslate()
    assert table.view.columnWidth(1) == in_english  # time is saved
    table.show()
    qtbot.waitUntil(lambda: table.view.columnWidth(1) < in_english)


def test_a_cell_that_is_refused_is_told_by_the_table_and_one_that_is_taken_is_not(qtbot: QtBot) -> None:
    table = made(qtbot, lambda changes: [c.texts["c0"] for c in changes if c.texts["c0"] == "bad"])
    told: list[str] = []
    table.refused.connect(told.append)
    for text in ("good", "bad"):
        table.model.setData(table.model.index(0, 1), text)
    assert told == ["bad"]


def test_a_figure_is_never_cut_however_long_it_is(qtbot: QtBot, kept: QSettings) -> None:
    figure = Column[Row]("f", "Sum", lambda r: r.texts[0], lambda r: r.texts[0], "right", 90, narrow=50)
    other = Column[Row]("o", "Left", lambda r: r.texts[1], lambda r: r.texts[1], width=300, spare=True)
    table = RecordTable((COLUMNS[0], figure, other), lambda r: r.name)
    qtbot.addWidget(table)
    table.resize(500, 300)
    table.show()
    qtbot.waitExposed(table)
    theme.dress(table)
    short, long = Row("one", ("¥5", "more")), Row("two", ("≈123,456,789 (12,345,678–999,999,999)", "more"))
    widths = []
    for rows in ((short,), (short, long), (short,)):
        table.set_rows(rows)
        assert not {one.key for one in cut(table.view) if not one.free}
        widths.append(table.view.columnWidth(1))
    assert widths[0] == widths[2] < widths[1]
    assert widths[0] == grown(90)
