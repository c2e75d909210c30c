"""Charts are drawn off the window's thread, name their places, and can be taken away."""

import itertools
import logging
import threading
import time
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from matplotlib.figure import Figure
from matplotlib.transforms import Bbox
from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QToolTip
from pytestqt.qtbot import QtBot

from gui import theme, words
from gui.charts.astext import TextDialog
from gui.charts.canvas import Canvas
from gui.charts.style import ChartStyle, Spot, drawing, label_axis, name_above
from gui.charts.view import ChartView, chart_style, render
from tests.guards import STALLED

NAMES = ("尾部", "waist", "hours of your people", "八成情况下", "overload, left as it is")


def draw(figure: Figure, style: ChartStyle) -> list[Spot]:
    axes = figure.add_subplot()
    axes.plot([0, 1, 2], [0, 1e5, 4e5], color=style["head"])
    axes.set_title("达人矩阵")
    label_axis(axes.yaxis, words.money_short)
    return [Spot(0.5, 0.5, 0.01, "middle", "The middle"), Spot(2, 4e5, 0.02, "end", "The end", axes)]


@pytest.fixture
def view(qtbot: QtBot) -> ChartView:
    view = ChartView()
    qtbot.addWidget(view)
    view.resize(420, 320)
    view.show()
    return view


@pytest.fixture
def drawn(view: ChartView, qtbot: QtBot) -> ChartView:
    with qtbot.waitSignal(view.shown):
        view.show_chart(draw, "Profit", "It grows.")
    return view


def at(view: ChartView, key: str) -> QPoint:
    spot = next(spot for spot in view.spots if spot.key == key)
    size = view.canvas.size()
    return QPoint(round(spot.x * size.width()), round((1 - spot.y) * size.height()))


def test_chart_is_drawn_on_another_thread(view: ChartView, qtbot: QtBot) -> None:
    threads = []

    def watched(figure: Figure, style: ChartStyle) -> list[Spot]:
        threads.append(threading.current_thread())
        return draw(figure, style)

    with qtbot.waitSignal(view.shown):
        view.show_chart(watched, "Profit", "It grows.")
    assert threads
    assert threading.main_thread() not in threads
    qtbot.waitUntil(lambda: view.image().size() == view.canvas.size())  # its sentence takes room of its own
    assert view.canvas.accessibleName() == "Profit"
    assert view.canvas.accessibleDescription() == view.summary.text() == "It grows."


def test_picture_has_the_colours_of_the_theme(drawn: ChartView) -> None:
    image = drawn.canvas.grab().toImage()
    seen = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert {theme.current()["card"], theme.current()["head"]} <= seen


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0, 2.5])
def test_each_pixel_drawn_is_one_on_the_screen(scale: float, qtbot: QtBot) -> None:
    """Not mixed from its neighbours where the screen enlarges and the chart's corner lies between pixels."""
    canvas = Canvas()
    qtbot.addWidget(canvas)
    canvas.resize(301, 203)
    picture = render(draw, chart_style(), canvas.size(), scale)
    canvas.show_picture(picture, "")
    screen = QImage(1000, 800, QImage.Format.Format_ARGB32_Premultiplied)
    screen.fill(Qt.GlobalColor.black)
    screen.setDevicePixelRatio(scale)
    canvas.render(screen, QPoint(33, 17))
    corner = round(33 * scale + 0.01), round(17 * scale + 0.01)
    drawn = picture.image.convertToFormat(screen.format())
    shown = screen.copy(*corner, drawn.width(), drawn.height())
    inner = (2, 2, drawn.width() - 4, drawn.height() - 4)
    shown.setDevicePixelRatio(1)
    drawn.setDevicePixelRatio(1)
    assert shown.copy(*inner) == drawn.copy(*inner)


def test_data_spots_lie_where_the_data_is(drawn: ChartView) -> None:
    place = at(drawn, "end")
    image = drawn.image()
    around = {image.pixelColor(place.x() + dx, place.y()).name() for dx in range(-3, 4)}
    assert theme.current()["head"] in around


def test_clicking_a_place_picks_it(drawn: ChartView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(drawn.picked) as told:
        qtbot.mouseClick(drawn.canvas, Qt.MouseButton.LeftButton, pos=at(drawn, "end"))
    assert told.args == ["end"]
    with qtbot.assertNotEmitted(drawn.picked):
        qtbot.mouseClick(drawn.canvas, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))


def test_hovering_names_the_place(drawn: ChartView, qtbot: QtBot) -> None:
    place = at(drawn, "end")
    QApplication.sendEvent(
        drawn.canvas, QHelpEvent(QEvent.Type.ToolTip, place, drawn.canvas.mapToGlobal(place))
    )
    assert QToolTip.text() == "The end"
    qtbot.mouseMove(drawn.canvas, place)
    qtbot.waitUntil(lambda: drawn.canvas.cursor().shape() == Qt.CursorShape.PointingHandCursor)
    QToolTip.hideText()
    assert drawn.canvas.spot_at(QPointF(1, 1)) is None


def test_broken_chart_says_so_and_is_logged(
    view: ChartView, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(_figure: Figure, _style: ChartStyle) -> list[Spot]:
        raise ValueError("no data")

    with caplog.at_level(logging.ERROR):
        view.show_chart(broken, "Profit", "")
        qtbot.waitUntil(lambda: "could not be drawn" in view.canvas.sentence)
    assert any(record.exc_info for record in caplog.records)
    assert view.image().isNull()


def test_size_theme_and_language_draw_anew(
    drawn: ChartView, qtbot: QtBot, look: theme.ThemeWatcher, qapp: QApplication
) -> None:
    before = drawn.image().size()
    drawn.resize(500, 300)
    # its sentence may take another line, and then it is drawn once more
    qtbot.waitUntil(lambda: before != drawn.image().size() == drawn.canvas.size())
    look.choose("dark")
    qtbot.waitUntil(lambda: drawn.image().pixelColor(1, 1).name() == theme.theme("dark")["card"])
    with qtbot.waitSignal(drawn.shown):
        qapp.postEvent(drawn, QEvent(QEvent.Type.LanguageChange))


def test_only_the_latest_chart_is_shown(view: ChartView, qtbot: QtBot) -> None:
    gate = threading.Event()

    def slow(figure: Figure, style: ChartStyle) -> list[Spot]:
        gate.wait(5)
        return [Spot(0, 0, 0, "slow", "")]

    view.show_chart(slow, "Old", "")
    with qtbot.waitSignal(view.shown):
        view.show_chart(draw, "New", "")
        gate.set()
    assert {spot.key for spot in view.spots} == {"middle", "end"}


def test_waiting_is_said_only_when_long(view: ChartView, qtbot: QtBot) -> None:
    gate = threading.Event()

    def slow(figure: Figure, style: ChartStyle) -> list[Spot]:
        gate.wait(20)
        return []

    view.show_chart(slow, "Profit", "")
    assert view.canvas.sentence == ""
    qtbot.waitUntil(lambda: view.canvas.sentence == "Computing…", timeout=15_000)
    with qtbot.waitSignal(view.shown):
        gate.set()
    assert view.canvas.sentence == ""


def test_hidden_chart_waits_until_it_is_seen(qtbot: QtBot) -> None:
    view = ChartView()
    qtbot.addWidget(view)
    view.resize(420, 320)
    view.show_chart(draw, "Profit", "")
    assert not view._drawer.is_running()
    with qtbot.waitSignal(view.shown):
        view.show()


def test_in_too_little_room_nothing_is_drawn_but_said(drawn: ChartView, qtbot: QtBot) -> None:
    drawn.resize(170, 320)
    qtbot.waitUntil(lambda: "too little room" in drawn.canvas.sentence)
    assert drawn.image().isNull()
    with qtbot.waitSignal(drawn.shown):
        drawn.resize(420, 320)
    assert drawn.canvas.sentence == ""


def test_menu_saves_and_copies(
    drawn: ChartView, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _text, copy, png, svg = drawn.menu().actions()
    for action, kind in ((png, "png"), (svg, "svg")):
        file = tmp_path / f"chart.{kind}"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, file=file: (str(file), ""))
        with qtbot.waitSignal(drawn.saved, timeout=10_000) as told:
            action.trigger()
        assert told.args == [str(file)]
        assert file.stat().st_size > 1000
    assert QImage(str(tmp_path / "chart.png")).width() == drawn.canvas.width() * 2
    assert "<svg" in (tmp_path / "chart.svg").read_text(encoding="utf-8")
    QApplication.clipboard().clear()
    copy.trigger()
    assert QApplication.clipboard().image().size() == drawn.image().size()


def test_saving_in_vain_is_said(drawn: ChartView, qtbot: QtBot, tmp_path: Path) -> None:
    drawn.save_to(tmp_path / "nowhere" / "chart.png")
    qtbot.waitUntil(lambda: "could not be saved" in drawn.canvas.sentence)
    assert not drawn.image().isNull()


def test_clear_says_why(drawn: ChartView) -> None:
    drawn.clear("Add a product first.")
    assert drawn.canvas.sentence == "Add a product first."
    assert drawn.spots == []
    assert not drawn.title.isVisible()


def test_why_there_was_no_chart_is_not_said_while_one_is_drawn(view: ChartView, qtbot: QtBot) -> None:
    view.clear("No plan yet.")
    with qtbot.waitSignal(view.shown):
        view.show_chart(draw, "Profit", "It grows.", patient=True)
        assert view.canvas.sentence == ""


def test_drawing_does_not_stall_the_window(view: ChartView, qtbot: QtBot, heartbeat) -> None:
    def heavy(figure: Figure, style: ChartStyle) -> list[Spot]:
        axes = figure.add_subplot()
        axes.scatter(range(10_000), range(10_000), c=range(10_000))
        return []

    render(draw, chart_style(), QSize(300, 200))
    with heartbeat() as beat, qtbot.waitSignal(view.shown, timeout=20_000):
        view.show_chart(heavy, "Many", "")
    assert beat.longest < STALLED


def test_figure_knows_the_scale() -> None:
    started = time.monotonic()
    picture = render(draw, chart_style(), QSize(300, 200), 2.0)
    assert (picture.image.width(), picture.image.height()) == (600, 400)
    assert picture.image.devicePixelRatio() == 2.0
    assert time.monotonic() - started < 30


def test_the_keyboard_goes_from_place_to_place_and_picks(drawn: ChartView, qtbot: QtBot) -> None:
    drawn.canvas.setFocus()
    plain = drawn.canvas.grab().toImage()
    with qtbot.waitSignal(drawn.canvas.named) as told:
        qtbot.keyClick(drawn.canvas, Qt.Key.Key_Right)
    assert told.args == ["The middle"]
    assert drawn.canvas.accessibleDescription() == "The middle"
    assert drawn.canvas.grab().toImage() != plain
    with qtbot.waitSignal(drawn.canvas.named) as told:
        qtbot.keyClick(drawn.canvas, Qt.Key.Key_Down)
    assert told.args == ["The end"]
    with qtbot.waitSignal(drawn.picked) as picked:
        qtbot.keyClick(drawn.canvas, Qt.Key.Key_Return)
    assert picked.args == ["end"]
    qtbot.keyClick(drawn.canvas, Qt.Key.Key_Right)  # round to the first
    assert drawn.canvas.accessibleDescription() == "The middle"
    QToolTip.hideText()


def test_a_chart_can_be_read_as_text_and_copied(drawn: ChartView, qtbot: QtBot) -> None:
    assert drawn.text() == "Profit\nIt grows.\n\nThe middle\nThe end"
    assert drawn.as_text.isVisible()
    qtbot.mouseClick(drawn.as_text, Qt.MouseButton.LeftButton)
    dialog = drawn.findChild(TextDialog)
    assert dialog is not None
    dialog.copy()
    assert QApplication.clipboard().text() == drawn.text()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    drawn.clear("Nothing.")
    assert not drawn.as_text.isVisible()
    assert drawn.canvas.accessibleName() == "Nothing."
    assert drawn.canvas.focusPolicy() is Qt.FocusPolicy.NoFocus


@pytest.mark.parametrize("scale", ["linear", "log"])
@pytest.mark.parametrize("wide", [3.5, 7.0, 14.0])
@given(parts=st.lists(st.tuples(st.floats(1, 100), st.floats(1, 9), st.sampled_from(NAMES)), max_size=6))
@example(parts=[(1.0, 1.0, "尾部"), (2.0, 1.345, "尾部")])  # an axis that names beside it make narrow
@settings(max_examples=12, deadline=None)
def test_names_above_a_chart_do_not_cover_each_other(
    qapp: QApplication, scale: str, wide: float, parts: list[tuple[float, float, str]]
) -> None:
    style = chart_style()
    with drawing(style):
        figure = Figure(figsize=(wide, 4), dpi=72)
        axes = figure.add_subplot()
        axes.set_xscale(scale)
        axes.set_xlim(1, 100)
        axes.set_ylim(0, 10)
        name_above(axes, style, [(x, y, name, "accent") for x, y, name in parts])
        figure.draw_without_rendering()
        boxes = [text.get_window_extent() for text in axes.texts if text.get_text()]
        assert len(boxes) == len(parts)
        for one, other in itertools.combinations(boxes, 2):
            shared = Bbox.intersection(one, other)
            assert shared is None or min(shared.width, shared.height) < 1
        assert all(box.x0 > -1 and box.x1 < 72 * wide + 1 and box.y1 < 4 * 72 + 1 for box in boxes)
