"""Picture of one host's money: from kept sales down to the first-sale profit, and on to the long-run profit."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from gui import words
from gui.charts.style import ChartStyle, Spot, label_axis, name_lines
from gui.words import QT_TRANSLATE_NOOP
from gui.words.charts import line
from gui.words.labels import deal
from gui.words.story import money

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from model.matrix.sidebyside import SideBySide
    from model.matrix.story import Story

BAR: Final = 0.62
STROKES: Final = ("-", (0, (6, 2)), (0, (2, 2)), (0, (6, 2, 1, 2)))
"""Lines are told apart by their strokes, not by colour alone."""
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
    return [
        Spot((start + stop) / 2, n, 0.04, "", line(money(code), words.money_short(stop - start)), axes)
        for n, (code, start, stop, _) in enumerate(rows)
    ]


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


def draw_offers(
    figure: "Figure", style: ChartStyle, offers: "SideBySide", chosen: str, expected: float
) -> list[Spot]:
    """A line for each offer: profit over paid orders; the chosen one thick, the expected orders marked."""
    from matplotlib.ticker import MaxNLocator

    axes = figure.subplots()
    most = max([2.2 * expected, *(1.3 * one.first for one in offers.best), 1.0])
    for n, one in enumerate(offers.lines):
        at = sorted({0.0, most, *(place for place, _ in one.corners if place < most)})
        axes.plot(
            at,
            [one.at(place) for place in at],
            color=style["accent"] if one.name == chosen else style["muted"],
            linewidth=2.6 if one.name == chosen else 1.4,
            linestyle=STROKES[n % len(STROKES)],
        )
    axes.axhline(0, color=style["edge"], linewidth=1.0)
    axes.axvline(expected, color=style["text"], linewidth=1.0, linestyle=(0, (2, 3)))
    axes.set_xlim(0, most)
    axes.xaxis.set_major_locator(MaxNLocator(4))
    axes.yaxis.set_major_locator(MaxNLocator(4))
    label_axis(axes.xaxis, words.count_short)
    label_axis(axes.yaxis, words.money_short)
    axes.set_xlabel(words.say(QT_TRANSLATE_NOOP("Words", "orders (dotted: expected)")))
    name_lines(
        axes,
        style,
        [(one.at(most), deal(one.name), "accent" if one.name == chosen else "muted") for one in offers.lines],
    )
    return [
        Spot(place, one.at(place), 0.03, "", _profit_at(deal(one.name), place, one.at(place)), axes)
        for one in offers.lines
        for place in (expected, most)
    ]


def _profit_at(offer: str, orders: float, yuan: float) -> str:
    return words.say(
        QT_TRANSLATE_NOOP("Words", "{offer}: {yuan} with {orders} paid orders"),
        offer=offer,
        yuan=words.money_short(yuan),
        orders=words.count_short(round(orders)),
    )
