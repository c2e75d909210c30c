"""No words of a chart cover each other or are cut by its edge, on a small screen and on a large one."""

import itertools
from collections.abc import Iterator
from functools import partial
from importlib import import_module
from pkgutil import iter_modules

import pytest
from matplotlib.text import Text
from matplotlib.transforms import Bbox
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

import gui.charts
from gui.app import Program
from gui.charts import view
from gui.charts.canvas import Picture
from gui.charts.story import draw_offers
from gui.charts.style import ChartStyle, Draw, drawing
from gui.charts.view import chart_style
from model.matrix.sidebyside import offers_beside
from tests.gui.everywhere import furnish, places, settle, usual
from tests.gui.test_cut_cells import crowd

NEAR = 1.5
"""Pixels by which the boxes of two texts may share a line: letters do not fill theirs."""

Words = list[tuple[str, Bbox]]


class Watch:
    """Looks at every chart that is drawn."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.words: Words = []
        self.seen = set[str]()
        self.lost = set[str]()
        self._draw, self._render = Text.draw, view.render
        patch.setattr(Text, "draw", lambda *args, **options: self.drawn(*args, **options))  # noqa: PLW0108 - a function is bound to the text
        patch.setattr(view, "render", self.rendered)

    def drawn(self, text: Text, renderer: object, *args: object, **options: object) -> None:
        """A text is drawn; of one with an arrow its letters count."""
        if text.get_visible() and text.get_text().strip():
            self.words.append((text.get_text(), Text.get_window_extent(text, renderer)))
        self._draw(text, renderer, *args, **options)

    def rendered(self, draw: Draw, style: ChartStyle, size: QSize, scale: float = 1.0) -> Picture:
        """A chart is drawn."""
        with drawing(style):  # nobody else draws meanwhile
            self.words.clear()
            picture = self._render(draw, style, size, scale)
            found, name = list(faults(self.words, size)), named(draw)
        self.seen.add(name)
        self.lost |= {f"{name} {size.toTuple()}: {one}" for one in found}
        return picture


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> Watch:
    return Watch(monkeypatch)


def faults(words: Words, size: QSize) -> Iterator[str]:
    """What covers what, and what is cut."""
    for (one, box), (other, beside) in itertools.combinations(words, 2):
        shared = Bbox.intersection(box, beside)
        if shared is not None and min(shared.width, shared.height) > NEAR:
            yield f"{one!r} on {other!r}"
    for text, box in words:
        if min(box.x0, box.y0) < -1 or box.x1 > size.width() + 1 or box.y1 > size.height() + 1:
            yield f"{text!r} is cut"


def named(draw: Draw) -> str:
    """Which function draws."""
    return str((draw.func if isinstance(draw, partial) else draw).__name__)


def all_draws() -> set[str]:
    """Every function of gui.charts that draws."""
    modules = [import_module(f"gui.charts.{one.name}") for one in iter_modules(gui.charts.__path__)]
    return {name for module in modules for name in vars(module) if name.startswith("draw_")}


def offers_drawn() -> None:
    """The offers of a host with several, as beside the plan; the host chosen first in the window has one."""
    plan = usual().advice.plan
    assert plan is not None
    found = [(offers_beside(one.candidate, one.orders.value), one) for one in plan.choices]
    offers, choice = max(found, key=lambda one: len(one[0].lines))
    chosen = choice.candidate.offer.offer.name
    draw = partial(draw_offers, offers=offers, chosen=chosen, expected=choice.orders.value)
    for wide in (230, 420):
        view.render(draw, chart_style(), QSize(wide, 190))


@pytest.mark.timeout(300)
@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_no_words_of_a_chart_cover_each_other_or_are_cut(
    qtbot: QtBot, program: Program, watch: Watch, size: tuple[int, int]
) -> None:
    program.window.resize(*size)
    furnish(qtbot, program)
    crowd(program)
    watch.lost.clear()  # of before all was there
    for code in ("zh_CN", "en"):
        program.choose_language(code)
        settle(qtbot)
        offers_drawn()
        for _ in places(qtbot, program):
            assert (program.window.width(), program.window.height()) == size
    print(*sorted(watch.lost), sep="\n")
    assert watch.lost == set()
    assert all_draws() - watch.seen == set()


def test_names_that_cover_each_other_and_one_that_is_cut_are_found() -> None:
    words = [
        ("one", Bbox([[0, 0], [50, 10]])),
        ("two", Bbox([[40, 5], [90, 15]])),
        ("far", Bbox([[95, 0], [130, 9]])),
    ]
    assert list(faults(words, QSize(100, 50))) == ["'one' on 'two'", "'far' is cut"]
