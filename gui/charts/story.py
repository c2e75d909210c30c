"""Picture of one host's money: from kept sales down to the first-sale profit, and on to the long-run profit."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from gui import words
from gui.charts.style import ChartStyle, Spot
from gui.words.story import money

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from model.matrix.story import Story

BAR: Final = 0.62
Row = tuple[str, float, float, bool]
"""What, from where, to where, and whether it is a sum."""


def draw_waterfall(figure: "Figure", style: ChartStyle, story: "Story") -> list[Spot]:
    """A bar for each part, hung where the one above ended; sums start at nothing. Costs red, gains green."""
    axes = figure.subplots()
    rows = list(_rows(story))
    ends = [end for _, start, stop, _ in rows for end in (start, stop)]
    width = (max(ends) - min(*ends, 0.0)) or 1.0
    for n, (_, start, stop, is_sum) in enumerate(rows):
        gain = stop >= start
        colour = style["accent"] if is_sum and gain else style["good" if gain else "bad"]
        axes.barh(n, stop - start, BAR, left=start, color=colour, alpha=1.0 if is_sum else 0.72)
        axes.text(
            max(start, stop) + width * 0.02,
            n,
            words.money_short(stop - start),
            ha="left",
            va="center",
            color=style["text"],
            fontsize=style.points * 0.92,
        )
    for n, (_, _, end, _) in enumerate(rows[:-1]):
        axes.plot([end, end], [n + BAR / 2, n + 1 - BAR / 2], color=style["edge"], linewidth=0.8)
    axes.axvline(0, color=style["edge"], linewidth=1.0)
    axes.set_yticks(range(len(rows)), [money(code) for code, *_ in rows])
    axes.set_ylim(len(rows) - 0.4, -0.6)
    axes.set_xlim(min(*ends, 0.0) - width * 0.02, max(ends) + width * 0.30)
    axes.set_xticks([])
    axes.grid(visible=False)
    axes.spines["bottom"].set_visible(False)
    return []


def _rows(story: "Story") -> Iterator[Row]:
    """Parts that are nothing are left out."""
    at = 0.0
    for part in story.money:
        if part.code == "repeat":
            yield "first", 0.0, story.first_profit, True
        if round(part.yuan) != 0:
            yield part.code, at, at + part.yuan, False
        at += part.yuan
    yield "long", 0.0, story.long_profit, True
