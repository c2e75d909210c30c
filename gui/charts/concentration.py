"""Picture of how much hangs on a few hosts: what the 1, 2, 3 … largest of a plan take together."""

from typing import TYPE_CHECKING, Final

from gui import words
from gui.charts.style import ChartStyle, Spot, label_axis
from gui.words import QT_TRANSLATE_NOOP
from model.matrix.leaders import Leaders, Standing

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

MARKED: Final = (1, 5)
"""So many hosts are named in the picture."""


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
    spots = [
        *_line(axes, style["accent"], leaders.spend, words.say(QT_TRANSLATE_NOOP("Words", "slot fees")), "o"),
        *_line(
            axes,
            style["text"],
            leaders.orders,
            words.say(QT_TRANSLATE_NOOP("Words", "expected orders")),
            "s",
        ),
    ]
    axes.set_xlim(0, most * 1.02)
    axes.set_ylim(0, 1.03)
    axes.xaxis.set_major_locator(MaxNLocator(8, integer=True))
    label_axis(axes.xaxis, words.count_short)
    label_axis(axes.yaxis, words.percent)
    axes.set_xlabel(words.say(QT_TRANSLATE_NOOP("Words", "number of hosts, the largest first")))
    axes.set_ylabel(words.say(QT_TRANSLATE_NOOP("Words", "share they take together")))
    axes.legend(loc="lower right")
    return spots


def _line(axes: "Axes", colour: str, standing: Standing, name: str, marker: str) -> list[Spot]:
    if not standing.shares:
        return []
    axes.plot(range(len(standing.shares) + 1), [0.0, *standing.shares], color=colour, label=name)
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
