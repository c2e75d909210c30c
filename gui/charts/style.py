"""What every chart looks like: colours, fonts and figures, the same as in the widgets. No Qt, no window."""

import functools
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import resources

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.axis import Axis
    from matplotlib.figure import Figure
    from matplotlib.text import Text

__all__ = [
    "HATCHES",
    "MARKS",
    "ChartStyle",
    "Draw",
    "Spot",
    "drawing",
    "label_axis",
    "name_above",
    "name_lines",
    "resolved",
    "sheet",
    "tall",
]

SHIPPED_FONT = ("fonts", "NotoSansSC-noradicals.otf")
SHIPPED_FAMILY = "Noto Sans SC"
LAST_RESORT = "DejaVu Sans"
MARKS: Mapping[str, str] = {"head": "^", "waist": "o", "tail": "s"}
"""Shapes of the levels wherever hosts are dots: nobody needs to see the colours."""
HATCHES: Mapping[str, str] = {"head": "", "waist": "///", "tail": "..."}
"""Hatching of the levels where their areas touch."""
APART = 1.35
"""Least distance of two names beside lines, in heights of their letters."""
INSIDE = 0.7
"""What axis and its name leave of the height of a figure."""
ASIDE = 0.1
"""How far a name may stand aside of its part for another's sake, in shares of the width."""

# matplotlib's settings are one per process; whoever draws holds this.
_pen = threading.RLock()


@dataclass(frozen=True)
class Spot:
    """A place that has a name: where, how near the pointer must be, which record, and what the tip says.

    x and y are fractions of the figure, or data of `axes` where those are given, so that nobody must know the
    layout beforehand; radius is a fraction of the figure's shorter side.
    """

    x: float
    y: float
    radius: float
    key: str
    text: str
    axes: "Axes | None" = None


Draw = Callable[["Figure", "ChartStyle"], list[Spot]]


@dataclass(frozen=True)
class ChartStyle:
    """Colours by token name, and the fonts to look for."""

    tokens: Mapping[str, str]
    families: tuple[str, ...] = ()
    points: float = 9.5

    def __getitem__(self, token: str) -> str:
        """The colour of a token."""
        return self.tokens[token]

    def ink(self, token: str) -> str:
        """The colour of words about what has the colour of a token."""
        return self.tokens.get(f"{token}_ink", self[token])

    def settings(self) -> dict[str, Any]:
        """matplotlib's rcParams for this look."""
        return {**_FIXED, **self._sizes(), **self._colours(), "font.sans-serif": _fonts(self.families)}

    def _sizes(self) -> dict[str, Any]:
        size = self.points
        return {
            "font.size": size,
            "axes.titlesize": size * 1.1,
            "axes.labelsize": size,
            "xtick.labelsize": size * 0.95,
            "ytick.labelsize": size * 0.95,
            "legend.fontsize": size * 0.95,
        }

    def _colours(self) -> dict[str, Any]:
        pairs = {
            "card": ("figure.facecolor", "axes.facecolor", "savefig.facecolor", "legend.facecolor"),
            "line": ("axes.edgecolor", "grid.color", "legend.edgecolor"),
            "muted": ("axes.labelcolor", "xtick.labelcolor", "ytick.labelcolor"),
            "edge": ("xtick.color", "ytick.color"),
            "text": ("text.color", "axes.titlecolor"),
        }
        return {key: self.tokens[token] for token, keys in pairs.items() for key in keys}


_FIXED: Mapping[str, Any] = {
    "font.family": "sans-serif",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.spines.left": False,
    "axes.grid": True,
    "axes.axisbelow": True,
    "axes.titlelocation": "left",
    "axes.unicode_minus": False,
    "grid.linewidth": 0.8,
    "lines.linewidth": 2.0,
    "xtick.major.size": 0.0,
    "ytick.major.size": 0.0,
    "xtick.major.pad": 6.0,
    "ytick.major.pad": 6.0,
    "legend.frameon": False,
    "figure.constrained_layout.use": True,
    "figure.constrained_layout.h_pad": 0.06,
    "figure.constrained_layout.w_pad": 0.06,
    "text.parse_math": False,
    "svg.fonttype": "path",
    "pdf.fonttype": 42,
}


@contextmanager
def drawing(style: ChartStyle) -> Iterator[None]:
    """Hold matplotlib, set up in this style. Everything that draws, off the screen too, does so in here."""
    import matplotlib

    with _pen:
        settings: Any = style.settings()
        with matplotlib.rc_context(settings):
            yield


@contextmanager
def sheet(
    style: ChartStyle, inches: tuple[float, float], dpi: float, *, words_as_text: bool = False
) -> "Iterator[Figure]":
    """An empty figure to draw on in this style, which is taken apart afterwards.

    The parts of a figure hold each other: thousands of objects that only the search for garbage could free, and that would
    stay for good where it is told to pass over them (see ``gui.jobs``).

    ``words_as_text``: an SVG has its words as text, for whoever brings the font along; else as shapes.
    """
    import matplotlib
    from matplotlib.figure import Figure

    with drawing(style):
        figure = Figure(figsize=inches, dpi=dpi)
        if words_as_text:
            matplotlib.rcParams["svg.fonttype"] = "none"
        try:
            yield figure
        finally:
            figure.clear()


def label_axis(axis: "Axis", show: Callable[[float], str]) -> None:
    """Write an axis' figures as the rest of the program does: label_axis(axes.yaxis, words.money_short)."""
    from matplotlib.ticker import FuncFormatter

    axis.set_major_formatter(FuncFormatter(lambda value, _place: show(value)))


def name_lines(axes: "Axes", style: ChartStyle, lines: Sequence[tuple[float, str, str]]) -> None:
    """Write the names of lines at their right ends, in their colours, moved apart where they would cover each other.

    Args:
        axes: with its limits set.
        style: the look.
        lines: the height of the end in data, the name, and the token of the colour of each line.
    """
    low, high = axes.get_ylim()
    apart = APART * style.points / 72 / tall(axes)
    ends = sorted(((height - low) / (high - low), name, token) for height, name, token in lines)
    at = [place for place, _, _ in ends]
    for n in range(1, len(at)):
        at[n] = max(at[n], at[n - 1] + apart)
    if at and at[-1] > 1:
        at[-1] = 1.0
        for n in range(len(at) - 2, -1, -1):
            at[n] = min(at[n], at[n + 1] - apart)
    for place, (_, name, token) in zip(at, ends, strict=True):
        axes.text(1.01, place, name, transform=axes.transAxes, ha="left", va="center", color=style.ink(token))


def tall(axes: "Axes") -> float:
    """Inches of the axes: of axes that have others beside them only the layout knows."""
    figure = axes.figure.get_figure(root=True)
    engine = figure.get_layout_engine()
    if len(figure.axes) == 1 or engine is None:
        return float(figure.get_size_inches()[1]) * INSIDE
    engine.execute(figure)
    return float(axes.bbox.height / figure.dpi)


def name_above(axes: "Axes", style: ChartStyle, parts: Sequence[tuple[float, float, str, str]]) -> None:
    """Write the names of parts above the axes, in their colours, each with a thin line down to where its part lies.

    Those that would cover each other stand in rows. Call it last: how wide the axes become depends on all else that is in
    the figure.

    Args:
        axes: with its scales, limits and names set.
        style: the look.
        parts: a place in the part in data, the name, and the token of the colour of each.
    """
    from matplotlib.transforms import offset_copy

    if not parts:
        return
    figure = axes.figure.get_figure(root=True)
    if engine := figure.get_layout_engine():
        engine.execute(figure)
    shares = axes.transScale + axes.transLimits
    gap = style.points / 72 * figure.dpi / axes.bbox.width
    rows: list[float] = []
    for x, y, name, token in sorted(parts):
        text = _above(axes, style, name, token)
        width = text.get_window_extent().width / axes.bbox.width
        start = min(max(float(shares.transform((x, y))[0]) - width / 2, 0.0), 1 - width)
        row = next((n for n, end in enumerate(rows) if end <= min(start + ASIDE, 1 - width)), len(rows))
        start = max(start, *rows[row : row + 1], 0.0)
        middle = start + width / 2
        rows[row : row + 1] = [start + width + gap]
        lift = style.points * (0.4 + row * APART)
        above = offset_copy(axes.transAxes, figure, y=lift, units="points")
        text.set(x=middle, y=1.0, transform=above)
        line = {"arrowstyle": "-", "color": style["muted"], "linewidth": 0.8, "shrinkA": 0, "shrinkB": 0}
        led = axes.annotate("", (x, y), xytext=(middle, 1.0), textcoords=above, arrowprops=line)
        led.set_in_layout(False)  # it lies between two things that are in it


def _above(axes: "Axes", style: ChartStyle, name: str, token: str) -> "Text":
    """A name in its colour, not yet at its place."""
    ground = {"facecolor": style["card"], "edgecolor": "none", "pad": 1.0}
    return axes.text(0, 1, name, ha="center", va="bottom", color=style.ink(token), bbox=ground, zorder=5)


def resolved(spot: Spot) -> Spot:
    """The spot in fractions of the figure; only right once the figure was drawn."""
    if spot.axes is None:
        return spot
    pixels = spot.axes.transData.transform((spot.x, spot.y))
    x, y = spot.axes.figure.get_figure(root=True).transFigure.inverted().transform(pixels)
    return replace(spot, x=float(x), y=float(y), axes=None)


@functools.cache
def _fonts(families: tuple[str, ...]) -> list[str]:
    """Those of the families matplotlib has, and the shipped one behind them."""
    from matplotlib import font_manager

    font_manager.fontManager.addfont(str(resources.path(*SHIPPED_FONT)))
    have = set(font_manager.fontManager.get_font_names())
    found = [family for family in families if family in have]
    return list(dict.fromkeys([*found[:1], SHIPPED_FAMILY, LAST_RESORT]))
