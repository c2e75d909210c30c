"""Picture of how much hangs on a few hosts: what the 1, 2, 3 … largest of a plan take together."""

import math
from typing import TYPE_CHECKING, Final

from gui import words
from gui.charts.style import ChartStyle, Spot, label_axis, name_lines
from gui.words import QT_TRANSLATE_NOOP
from model.matrix.leaders import Leaders, Standing

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

MARKED: Final = (1, 5)
"""So many hosts are named in the picture."""
BESIDE_AXIS: Final = 0.25
"""Part of the width in which a name at the left of its line would lie on the figures of the axis."""


def draw_concentration(figure: "Figure", style: ChartStyle, leaders: Leaders) -> list[Spot]:
    """Two rising lines, spend and expected orders, over the number of hosts; dashed: all hosts alike."""
    from matplotlib.ticker import MaxNLocator

    axes = figure.subplots()
    most = max(len(leaders.spend.shares), len(leaders.orders.shares), 1)
    axes.plot([0, most], [0, 1], color=style["edge"], linewidth=1.0, linestyle=(0, (4, 3)))
    axes.annotate(
        words.say(QT_TRANSLATE_NOOP("Words", "all alike")),
        (most * 0.62, 0.62),
        xytext=(6, -6),
        textcoords="offset points",
        ha="left",
        va="top",
        color=style["muted"],
    )
    spend = words.say(QT_TRANSLATE_NOOP("Words", "slot fees"))
    orders = words.say(QT_TRANSLATE_NOOP("Words", "expected orders"))
    spots = [
        *_line(axes, style["accent"], leaders.spend, spend, "o"),
        *_line(axes, style["text"], leaders.orders, orders, "s"),
    ]
    _name(axes, style, leaders, (spend, orders))
    axes.set_xlim(0, most * 1.02)
    axes.set_ylim(0, 1.03)
    axes.xaxis.set_major_locator(MaxNLocator(8, integer=True))
    label_axis(axes.xaxis, words.count_short)
    label_axis(axes.yaxis, words.percent)
    axes.set_xlabel(words.say(QT_TRANSLATE_NOOP("Words", "number of hosts, the largest first")))
    axes.set_ylabel(words.say(QT_TRANSLATE_NOOP("Words", "share they take together")))
    return spots


def _name(axes: "Axes", style: ChartStyle, leaders: Leaders, names: tuple[str, str]) -> None:
    """The names of the lines where these lie farthest apart, the upper one above, the lower one below."""
    pairs = list(zip(leaders.spend.shares, leaders.orders.shares, strict=False))
    if pairs:
        first = math.ceil(len(pairs) * BESIDE_AXIS) - 1
        place = max(range(first, len(pairs)), key=lambda n: abs(pairs[n][0] - pairs[n][1]))
        inks, above = (style["accent_ink"], style["text"]), pairs[place][0] >= pairs[place][1]
        for share, name, ink, up in zip(pairs[place], names, inks, (above, not above), strict=True):
            axes.annotate(
                name,
                (place + 1, share),
                xytext=(-8, 5) if up else (10, -8),
                textcoords="offset points",
                ha="right" if up else "left",
                va="bottom" if up else "top",
                color=ink,
            )
        return
    known = [pair for pair in zip((leaders.spend, leaders.orders), names, strict=True) if pair[0].shares]
    name_lines(axes, style, [(standing.shares[-1], name, "text") for standing, name in known])


def _line(axes: "Axes", colour: str, standing: Standing, name: str, marker: str) -> list[Spot]:
    if not standing.shares:
        return []
    axes.plot(range(len(standing.shares) + 1), [0.0, *standing.shares], color=colour)
    marked = [n for n in MARKED if n <= len(standing.shares)]
    at = [standing.shares[n - 1] for n in marked]
    axes.plot(marked, at, marker, color=colour, markersize=7, linestyle="none")
    return [
        Spot(n, share, 0.03, "", _tip(n, share, name), axes) for n, share in enumerate(standing.shares, 1)
    ]


def _tip(hosts: int, share: float, name: str) -> str:
    return words.say(
        QT_TRANSLATE_NOOP("Words", "the {hosts} largest: {share} of the {what}"),
        hosts=words.number(hosts),
        share=words.percent(share),
        what=name,
    )
