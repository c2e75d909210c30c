"""Picture of whom the chosen hosts share: each host against each other, the darker the more of their viewers see both."""

import math
from typing import TYPE_CHECKING, Final

from gui import words
from gui.charts.style import ChartStyle, Spot, label_axis, tall
from gui.words import QT_TRANSLATE_NOOP
from model.matrix.plan import Common

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

LEAST: Final = 0.01
"""Share at which the scale ends at least, so that next to nothing does not look like much."""
WRITTEN: Final = 10
"""Hosts up to which the figure stands in each field."""
LETTERS: Final = 12
"""Of a name at the side; the tip says it in full."""
NEAR: Final = 0.8
"""Fields are wider than high: a pointer so many heights from the middle is still in the field."""
FINE: Final = 0.1
"""End of the scale below which its figures have a decimal."""
LINE: Final = 1.45
"""Height of a row with a name, in heights of its letters."""
FIGURE: Final = 2.8
"""Width of a share in a field with air beside it, in heights of its letters."""
BESIDE: Final = 7.0
"""What the scale at the right takes of the width, in heights of letters."""
STRONG: Final = 0.55
"""Part of the scale from which on a figure is written in the colour of the ground."""


def draw_overlap(figure: "Figure", style: ChartStyle, common: Common) -> list[Spot]:
    """Fields by host and host, the same both ways; the fields of a host with himself are empty."""
    from matplotlib.colors import LinearSegmentedColormap

    axes = figure.subplots()
    count = len(common.ids)
    shares = [
        [float("nan") if i == j else share for j, share in enumerate(row)]
        for i, row in enumerate(common.shares)
    ]
    top = max([LEAST, *(share for _, _, share in common.pairs)])
    colours = LinearSegmentedColormap.from_list("shared", [style["card"], style["accent"]])
    fields = axes.pcolormesh(shares, cmap=colours, vmin=0, vmax=top, edgecolors=style["line"], linewidth=0.6)
    _name_sides(axes, style, common)
    if count <= WRITTEN and _field_width(axes, style, common) >= FIGURE * style.points:
        _write(axes, style, common, top)
    scale = figure.colorbar(fields, ax=axes, fraction=0.04, pad=0.02, ticks=[0, top / 2, top])
    scale.outline.set_visible(False)
    label_axis(scale.ax.yaxis, lambda share: words.percent(share, 1 if top < FINE else 0))
    scale.set_label(words.say(QT_TRANSLATE_NOOP("Words", "shared viewers (estimated)")))
    return [
        Spot(j + 0.5, i + 0.5, NEAR / max(count, 1), common.ids[i], _tip(common, i, j), axes)
        for i in range(count)
        for j in range(count)
    ]


def _name_sides(axes: "Axes", style: ChartStyle, common: Common) -> None:
    """Numbers with names at the left, the numbers alone below."""
    count = len(common.ids)
    middles = [place + 0.5 for place in range(count)]
    small = style.points * (0.95 if count <= 2 * WRITTEN else 0.8)
    numbers = [words.number(place + 1) for place in range(count)]
    names = [f"{number}  {_short(name)}" for name, number in zip(common.names, numbers, strict=True)]
    step = _step(axes, small, count)
    axes.set_yticks(middles[::step], names[::step], fontsize=small)
    every = 1 if count <= WRITTEN else 5
    axes.set_xticks(middles[every - 1 :: every], numbers[every - 1 :: every], fontsize=small)
    axes.set_ylim(count, 0)
    axes.grid(visible=False)
    axes.spines["bottom"].set_visible(False)


def _step(axes: "Axes", small: float, count: int) -> int:
    """Every how many rows there is room for a name; the others are told by their tips."""
    return max(math.ceil(LINE * small * count / (tall(axes) * 72)), 1)


def _field_width(axes: "Axes", style: ChartStyle, common: Common) -> float:
    """Points of width that are left for one field."""
    wide = axes.figure.get_figure(root=True).get_size_inches()[0] * 72
    longest = max((len(_short(name)) for name in common.names), default=0)
    return float((wide - (longest + 2 + BESIDE) * style.points) / max(len(common.names), 1))


def _short(name: str) -> str:
    return name if len(name) <= LETTERS else name[: LETTERS - 1] + "…"


def _write(axes: "Axes", style: ChartStyle, common: Common, top: float) -> None:
    for i, row in enumerate(common.shares):
        for j, share in enumerate(row):
            if i != j:
                colour = style["card" if share > STRONG * top else "text"]
                axes.text(j + 0.5, i + 0.5, words.odds(share), ha="center", va="center", color=colour)


def _tip(common: Common, one: int, other: int) -> str:
    if one == other:
        return common.names[one]
    return words.say(
        QT_TRANSLATE_NOOP("Words", "{one} and {other}: {share} of the smaller one's viewers see both"),
        one=common.names[one],
        other=common.names[other],
        share=words.odds(common.shares[one][other]),
    )
