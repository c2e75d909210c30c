"""Picture of how unevenly money comes: the Lorenz curves of customers and of orders."""

from typing import TYPE_CHECKING

from gui import words
from gui.charts.style import ChartStyle, Spot, label_axis
from gui.words import QT_TRANSLATE_NOOP
from gui.words.returning import level
from model.records import Tier
from model.repurchase.tiering import Spread

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


def draw_lorenz(
    figure: "Figure", style: ChartStyle, customers: Spread | None, orders: Spread | None
) -> list[Spot]:
    """Share of customers (and orders), least first, against the share of money they bring; the levels as bands."""
    axes = figure.subplots()
    axes.plot([0, 1], [0, 1], color=style["edge"], linewidth=1.0, linestyle=(0, (4, 3)))
    if orders is not None:
        axes.plot(
            *orders.lorenz.T,
            color=style["muted"],
            linewidth=1.6,
            label=words.say(QT_TRANSLATE_NOOP("Words", "orders")),
        )
    if customers is not None:
        axes.plot(
            *customers.lorenz.T, color=style["text"], label=words.say(QT_TRANSLATE_NOOP("Words", "customers"))
        )
    spots = _bands(axes, style, customers or orders, of_orders=customers is None)
    axes.set_xlim(0, 1)
    axes.set_ylim(0, 1)
    label_axis(axes.xaxis, words.percent)
    label_axis(axes.yaxis, words.percent)
    axes.set_xlabel(words.say(QT_TRANSLATE_NOOP("Words", "from the smallest to the largest")))
    axes.set_ylabel(words.say(QT_TRANSLATE_NOOP("Words", "share of net spend")))
    axes.legend(loc="upper left")
    return spots


def _bands(axes: "Axes", style: ChartStyle, spread: Spread | None, of_orders: bool) -> list[Spot]:
    """A coloured band for each level, tail on the left."""
    left, spots = 0.0, []
    for one in reversed(spread.tiers if spread else ()):
        right = left + one.members_share
        axes.axvspan(left, right, color=style[one.tier.value], alpha=0.22, linewidth=0)
        if one.members:
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
