"""Picture of a frontier: what more (or less) of one limit brings, and how often the plan then loses money."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

import numpy as np

from gui import words
from gui.charts.style import ChartStyle, Spot, label_axis
from gui.words import QT_TRANSLATE_NOOP
from gui.words.plans import rival
from model.matrix.scenarios import Point, Rival

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from model.matrix.plan import Plan

STEEP: Final = 0.25
"""From this share of the whole range on a rise would run through the figure above its foot."""
Known = tuple[float, "Plan"]
BEFORE: Final = 1.0
"""Steps before the first: the figure of a point from which the line rises steeply stands there."""
BAR: Final = 0.55
"""Width of a bar of loss odds, in steps of the frontier."""


def draw_frontier(
    figure: "Figure",
    style: ChartStyle,
    points: Sequence[Point],
    at: float,
    show: Callable[[float], str],
    name: str,
) -> list[Spot]:
    """Profit with its range above, odds of a loss below, one step for each limit; the limit of the plan is marked.

    Args:
        at: the limit the plan was made with.
        show: how a limit is written.
        name: what the limit is, under the axis.
    """
    top, below = figure.subplots(2, 1, sharex=True, height_ratios=(3, 1))
    known = [(n, p.plan) for n, p in enumerate(points) if p.plan is not None]
    here = min(range(len(points)), key=lambda n: abs(points[n].at - at), default=0)
    for axes in (top, below):
        axes.axvspan(here - 0.5, here + 0.5, color=style["accent"], alpha=0.10, linewidth=0)
    _profit(top, style, known)
    _odds(below, style, known)
    below.set_xticks(range(len(points)), [show(p.at) for p in points])
    below.set_xlim(-BEFORE, len(points) - 0.5)
    below.set_xlabel(name)
    return [Spot(n, plan.risk.mean, 0.05, str(n), _tip(show(points[n].at), plan), top) for n, plan in known]


def _profit(axes: "Axes", style: ChartStyle, known: Sequence[Known]) -> None:
    where = [n for n, _ in known]
    low, mean, high = ([getattr(plan.risk, name) for _, plan in known] for name in ("p05", "mean", "p95"))
    axes.axhline(0, color=style["edge"], linewidth=1.0)
    axes.fill_between(where, low, high, color=style["accent"], alpha=0.16, linewidth=0)
    axes.plot(where, mean, "o-", color=style["accent"], markersize=5)
    for (n, plan), rise in zip(known, [*np.diff(mean), 0.0], strict=True):
        steep = rise > STEEP * (max(mean) - min(mean))
        axes.annotate(
            words.money_short(plan.risk.mean),
            (n, plan.risk.mean),
            xytext=(-3 if steep else 0, 7),
            textcoords="offset points",
            ha="right" if steep else "center",
            color=style["text"],
        )
    label_axis(axes.yaxis, words.money_short)
    _call(axes, words.say(QT_TRANSLATE_NOOP("Words", "long-run profit")))


def _odds(axes: "Axes", style: ChartStyle, known: Sequence[Known]) -> None:
    odds = [plan.risk.loss_probability for _, plan in known]
    axes.bar([n for n, _ in known], odds, BAR, color=style["bad"], alpha=0.75)
    for (n, _), share in zip(known, odds, strict=True):
        axes.annotate(
            words.odds(share),
            (n, share),
            xytext=(0, 3),
            textcoords="offset points",
            ha="center",
            color=style["muted"],
        )
    axes.set_ylim(0, max([*odds, 0.1]) * 1.5)
    axes.set_yticks([])
    axes.grid(visible=False)
    _call(axes, words.say(QT_TRANSLATE_NOOP("Words", "odds of a loss")))


def _call(axes: "Axes", name: str) -> None:
    """Name the axis level with it: upright, a name is longer than low axes are high."""
    axes.set_ylabel(name, rotation=0, ha="right", va="center")


def _tip(limit: str, plan: "Plan") -> str:
    return words.say(
        QT_TRANSLATE_NOOP(
            "Words",
            "{limit}: {hosts} hosts for {spend}, about {mean} (nine times in ten {low} to {high}), largest host {top}",
        ),
        limit=limit,
        hosts=words.number(len(plan.choices)),
        spend=words.money_short(plan.spend),
        mean=words.money_short(plan.risk.mean),
        low=words.money_short(plan.risk.p05),
        high=words.money_short(plan.risk.p95),
        top=words.percent(plan.concentration.top1),
    )


def draw_rivals(figure: "Figure", style: ChartStyle, rivals: Sequence[Rival]) -> list[Spot]:
    """A line for each way to choose: the mean, and the range that holds nine times in ten; losses in red."""
    axes = figure.subplots()
    known = [(n, one, one.plan) for n, one in enumerate(reversed(rivals)) if one.plan is not None]
    axes.axvline(0, color=style["edge"], linewidth=1.0)
    for n, _, plan in known:
        low, high = plan.risk.p05, plan.risk.p95
        axes.plot([max(low, 0.0), max(high, 0.0)], [n, n], color=style["accent"], linewidth=5, alpha=0.45)
        axes.plot([min(low, 0.0), min(high, 0.0)], [n, n], color=style["bad"], linewidth=5, alpha=0.45)
        colour = style["bad"] if plan.risk.mean < 0 else style["accent"]
        axes.plot([plan.risk.mean], [n], "o", color=colour, markersize=9)
    axes.set_yticks([n for n, *_ in known], [rival(one.code, one.name) for _, one, _ in known])
    axes.set_ylim(-0.6, len(rivals) - 0.3)
    axes.grid(visible=False, axis="y")
    label_axis(axes.xaxis, words.money_short)
    axes.set_xlabel(words.say(QT_TRANSLATE_NOOP("Words", "long-run profit")))
    return [
        Spot(plan.risk.mean, n, 0.05, one.code, _tip(rival(one.code, one.name), plan), axes)
        for n, one, plan in known
    ]
