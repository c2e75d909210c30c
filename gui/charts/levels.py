"""Pictures of how unevenly money comes, and of what crossing a price does to orders."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

import numpy as np

from gui import words
from gui.charts.style import ChartStyle, Spot, label_axis
from gui.words import QT_TRANSLATE_NOOP
from gui.words.charts import line
from gui.words.labels import label
from gui.words.returning import level
from model.records import Estimate, Tier

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from numpy.typing import NDArray

    from model.repurchase.ownprice import OwnPrice
    from model.repurchase.tiering import Spread

HALF: Final = 0.5
"""Where the curves are named: there they lie farthest from their ends."""


def draw_lorenz(
    figure: "Figure", style: ChartStyle, customers: "Spread | None", orders: "Spread | None"
) -> list[Spot]:
    """Share of customers (and orders), least first, against the share of money they bring; the levels as bands."""
    axes = figure.subplots()
    axes.plot([0, 1], [0, 1], color=style["edge"], linewidth=1.0, linestyle=(0, (4, 3)))
    lines = [
        (spread.lorenz, words.say(name), token)
        for spread, name, token in (
            (orders, QT_TRANSLATE_NOOP("Words", "orders"), "muted"),
            (customers, QT_TRANSLATE_NOOP("Words", "customers"), "text"),
        )
        if spread is not None
    ]
    for points, _name, colour in lines:
        axes.plot(*points.T, color=style[colour], linewidth=1.6)
    _name_curves(axes, style, lines)
    spots = _bands(axes, style, customers or orders, of_orders=customers is None)
    axes.set_xlim(0, 1)
    axes.set_ylim(0, 1)
    label_axis(axes.xaxis, words.percent)
    label_axis(axes.yaxis, words.percent)
    axes.set_xlabel(words.say(QT_TRANSLATE_NOOP("Words", "from the smallest to the largest")))
    axes.set_ylabel(words.say(QT_TRANSLATE_NOOP("Words", "share of net spend")))
    return spots


def _name_curves(
    axes: "Axes", style: ChartStyle, lines: Sequence[tuple["NDArray[np.float64]", str, str]]
) -> None:
    """The name of the upper curve at its left, that of the lower one at its right."""
    heights = sorted(
        ((float(np.interp(HALF, *points.T)), name, token) for points, name, token in lines), reverse=True
    )
    for place, (height, name, token) in enumerate(heights):
        side = 1 if place else -1
        axes.annotate(
            name, (HALF, height), (6 * side, -4 * side), textcoords="offset points", color=style[token],
            ha="left" if place else "right", va="top" if place else "bottom",
        )  # fmt: skip


def _bands(axes: "Axes", style: ChartStyle, spread: "Spread | None", of_orders: bool) -> list[Spot]:
    """A coloured band for each level, tail on the left."""
    left, spots = 0.0, []
    for one in reversed(spread.tiers if spread else ()):
        right = left + one.members_share
        axes.axvspan(left, right, color=style[one.tier.value], alpha=0.22, linewidth=0)
        if one.members:
            axes.text(
                (left + right) / 2,
                1.01,
                label(one.tier),
                ha="center",
                va="bottom",
                color=style[f"{one.tier.value}_ink"],
            )
            spots.append(
                Spot(
                    (left + right) / 2,
                    0.5,
                    0.06,
                    "",
                    _tip(one.tier, of_orders, one.members_share, one.net_share),
                    axes,
                )
            )
        left = right
    return spots


def _tip(tier: Tier, of_orders: bool, members: float, net: float) -> str:
    return words.say(
        QT_TRANSLATE_NOOP("Words", "{level}: {members} of all, {net} of the net spend"),
        level=level(tier, of_orders),
        members=words.percent(members, 1),
        net=words.percent(net, 1),
    )


def draw_prices(figure: "Figure", style: ChartStyle, prices: "Sequence[OwnPrice]") -> list[Spot]:
    """For each threshold how many times as many orders come just below it: by the own orders, and by the usual rule."""
    axes = figure.subplots()
    rows = [row for one in prices for row in _rules(one)]
    for place, (_, found, is_own) in enumerate(rows):
        colour = style["accent" if is_own else "muted"]
        axes.plot(
            [found.low, found.high], [place] * 2, color=colour, alpha=0.4, linewidth=7, solid_capstyle="round"
        )
        axes.plot(found.value, place, "o", color=colour, markerfacecolor=colour if is_own else style["card"])
        ground = {
            "facecolor": style["card"],
            "edgecolor": "none",
            "pad": 1.5,
        }  # the line at 1 does not cross it
        axes.text(
            found.value,
            place - 0.3,
            _times(found),
            ha="center",
            va="bottom",
            color=style["text"],
            bbox=ground,
        )
    axes.axvline(1, color=style["edge"], linewidth=1.2, linestyle=(0, (4, 3)), zorder=1.5)
    least, most = (of(one for _, found, _ in rows for one in (found.low, found.high)) for of in (min, max))
    axes.set_xlim(min(least, 1) - 0.12, max(most, 1) + 0.12)
    axes.set_ylim(len(rows) - 0.5, -0.8)
    axes.set_yticks(range(len(rows)), [name for name, _, _ in rows])
    axes.grid(visible=False, axis="y")
    label_axis(axes.xaxis, lambda value: words.number(value, 1))
    axes.set_xlabel(
        words.say(QT_TRANSLATE_NOOP("Words", "orders just below the price for each order just above"))
    )
    return [
        Spot(found.value, place, 0.04, "", line(name, _times(found)), axes)
        for place, (name, found, _) in enumerate(rows)
    ]


def _rules(one: "OwnPrice") -> Iterator[tuple[str, Estimate, bool]]:
    """What is known of a threshold: the name of a row, the ratio, and whether it is the shop's own."""
    price = words.money(one.threshold)
    if one.basis != "prior":
        own = QT_TRANSLATE_NOOP("Words", "{price}, your orders")
        both = QT_TRANSLATE_NOOP("Words", "{price}, orders and rule")
        yield words.say(own if one.basis == "own" else both, price=price), one.ratio, True
    yield words.say(QT_TRANSLATE_NOOP("Words", "{price}, usual rule"), price=price), one.usual, False


def _times(found: Estimate) -> str:
    return (
        f"{words.number(found.value, 2)} ({words.span(found.low, found.high, lambda v: words.number(v, 2))})"
    )
