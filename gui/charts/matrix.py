"""Pictures of a plan: the pyramid of levels, all hosts by reach and price of an order, the odds of profit and loss."""

import math
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from gui import words
from gui.charts.style import APART, MARKS, ChartStyle, Spot, label_axis, name_above, tall
from gui.words import QT_TRANSLATE_NOOP
from gui.words.charts import line
from gui.words.labels import label
from model.matrix.plan import HostPoint, Risk, TierTotal
from model.records import Tier

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

ROW: Final = {Tier.HEAD: 2.0, Tier.WAIST: 1.0, Tier.TAIL: 0.0}
NARROW: Final = 0.06
"""Least width of a bar, so that one head host among a hundred is still seen."""
BELOW: Final = 0.45
"""From the middle of a bar to its figure; where there is no bar the figure stands in its place."""

LEVELS: Final = (0, 1, 2, 0)
"""How far down the name of each mark stands, from left to right: the last is far from the first."""

Measure = tuple[str, Callable[[TierTotal], float], Callable[[float], str]]
MEASURES: Final[tuple[Measure, ...]] = (
    (QT_TRANSLATE_NOOP("Words", "Hosts"), lambda t: float(t.count), words.number),
    (QT_TRANSLATE_NOOP("Words", "Slot fees"), lambda t: t.spend, words.money_short),
    (QT_TRANSLATE_NOOP("Words", "Long-run profit"), lambda t: t.long_profit, words.money_rough),
)


def draw_pyramid(figure: "Figure", style: ChartStyle, tiers: Mapping[Tier, TierTotal]) -> list[Spot]:
    """Head, waist and tail as centred bars: people, money, profit side by side, each bar a share of its column."""
    panels, spots = figure.subplots(1, len(MEASURES), sharey=True), []
    for axes, (name, value, show) in zip(panels, MEASURES, strict=True):
        amounts = {tier: value(tiers[tier]) for tier in Tier}
        spots += _pyramid(axes, style, words.say(name), amounts, show)
    panels[0].set_yticks([ROW[t] for t in Tier], [label(t) for t in Tier])
    return spots


def _pyramid(
    axes: "Axes", style: ChartStyle, name: str, amounts: Mapping[Tier, float], show: Callable[[float], str]
) -> list[Spot]:
    total, spots = sum(max(a, 0.0) for a in amounts.values()), []
    for tier, amount in amounts.items():
        share = max(amount, 0.0) / total if total else 0.0
        width = max(share, NARROW if amount > 0 else 0.0)
        if width:  # a bar of no width leaves a line, and it would go through the figure
            axes.barh(ROW[tier], width, left=-width / 2, height=0.62, color=style[tier.value])
        text = f"{show(amount)} · {words.percent(share)}" if amount else show(amount)
        spots.append(Spot(0, ROW[tier], 0.08, "", line(f"{label(tier)} · {name}", text), axes))
        axes.text(
            0,
            ROW[tier] - (BELOW if amount else 0.0),
            text,
            ha="center",
            va="center",
            color=style["muted"],
            fontsize=style.points * 0.95,
        )
    axes.set_title(name, loc="center")
    axes.set_xlim(-0.55, 0.55)
    axes.set_ylim(-0.7, 2.5)
    axes.set_xticks([])
    axes.grid(visible=False)
    axes.spines["bottom"].set_visible(False)
    return spots


def draw_hosts(figure: "Figure", style: ChartStyle, points: Sequence[HostPoint]) -> list[Spot]:
    """Every host by true views and by yuan of fee and commission per expected order; chosen ones filled and large."""
    axes = figure.subplots()
    shown = [p for p in points if p.views > 0 and 0 < p.cost_per_order < math.inf]
    for tier in Tier:
        for chosen in (False, True):
            _cloud(axes, style, [p for p in shown if p.tier is tier and p.chosen is chosen], tier, chosen)
    if shown:
        axes.set_xscale("log")
        axes.set_yscale("log")
    axes.minorticks_off()
    label_axis(axes.xaxis, words.count_short)
    label_axis(axes.yaxis, words.money_short)
    axes.set_xlabel(words.say(QT_TRANSLATE_NOOP("Words", "true views a session")))
    axes.set_ylabel(words.say(QT_TRANSLATE_NOOP("Words", "hiring cost per order")))
    name_above(axes, style, _dearest(shown))
    return [Spot(p.views, p.cost_per_order, 0.02, p.id, _tip(p), axes) for p in shown]


def _cloud(axes: "Axes", style: ChartStyle, points: Sequence[HostPoint], tier: Tier, chosen: bool) -> None:
    axes.plot(
        [p.views for p in points],
        [p.cost_per_order for p in points],
        MARKS[tier.value],
        color=style[tier.value],
        markersize=9 if chosen else 5,
        markeredgecolor=style["text" if chosen else "card"],
        markeredgewidth=1.0 if chosen else 0.5,
        linestyle="none",
        zorder=3 if chosen else 2,
    )


def _dearest(points: Sequence[HostPoint]) -> list[tuple[float, float, str, str]]:
    """Of each level the host whose orders cost most: he lies nearest to the names above."""
    made = []
    for tier in Tier:
        of_it = [point for point in points if point.tier is tier]
        if of_it:
            top = max(of_it, key=lambda point: point.cost_per_order)
            made.append((top.views, top.cost_per_order, label(tier), tier.value))
    return made


def _tip(point: HostPoint) -> str:
    return words.say(
        QT_TRANSLATE_NOOP("Words", "{name} ({tier}): {views} true views, {cost} per order"),
        name=point.name,
        tier=label(point.tier),
        views=("≈" if "views" in point.estimated else "") + words.count_short(point.views),
        cost=("≈" if point.estimated else "") + words.money(point.cost_per_order, 2),
    )


def draw_risk(figure: "Figure", style: ChartStyle, risk: Risk) -> list[Spot]:
    """How often which profit comes out; losses in the warning colour, the middle and the 5 % ends marked."""
    axes = figure.subplots()
    edges, total = risk.edges, max(sum(risk.histogram), 1)
    spots = []
    for low, high, count in zip(edges, edges[1:], risk.histogram, strict=False):
        lost = (low + high) / 2 < 0
        colour, hatch = style["bad" if lost else "accent"], "///" if lost else ""
        axes.bar(
            low,
            count / total,
            (high - low) * 0.94,
            align="edge",
            color=colour,
            hatch=hatch,
            edgecolor=style["card"],
            linewidth=0,
        )
        case = line(words.span(low, high, words.money_short), words.odds(count / total))
        spots.append(Spot((low + high) / 2, count / total / 2, 0.02, "", case, axes))
    marks = _marks(risk)
    _name_marks(axes, style, marks, max(risk.histogram, default=1) / total)
    axes.set_yticks([])
    axes.grid(visible=False)
    label_axis(axes.xaxis, words.money_short)
    axes.set_xlabel(words.say(QT_TRANSLATE_NOOP("Words", "long-run profit of the plan")))
    return [*(Spot(value, 0, 0.02, "", name, axes) for value, name in marks), *spots]


def _name_marks(axes: "Axes", style: ChartStyle, marks: Sequence[tuple[float, str]], top: float) -> None:
    """Dotted lines with their names above the bars, in rows that do not touch however low the picture is."""
    row = APART * style.points / 72 / tall(axes)
    high = 1.06 * top / (1 - row * (max(LEVELS) + 0.6))
    for level, (value, name) in zip(LEVELS, marks, strict=True):
        height = high * (1 - row * (level + 0.6))
        axes.plot([value, value], [0, height], color=style["text"], linewidth=1.0, linestyle=(0, (4, 3)))
        axes.text(value, height, f" {name}", ha="left", va="center", fontsize=style.points * 0.95)
    axes.set_ylim(0, high)


def _marks(risk: Risk) -> list[tuple[float, str]]:
    """From left to right. The average is what is said of a plan; rare high profits draw it above the middle."""
    named = (
        (QT_TRANSLATE_NOOP("Words", "bad {value}"), risk.p05),
        (QT_TRANSLATE_NOOP("Words", "middle {value}"), risk.p50),
        (QT_TRANSLATE_NOOP("Words", "average {value}"), risk.mean),
        (QT_TRANSLATE_NOOP("Words", "good {value}"), risk.p95),
    )
    found = [(value, words.say(text, value=words.money_rough(value))) for text, value in named]
    return sorted(found)
