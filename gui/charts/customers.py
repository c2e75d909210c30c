"""Pictures of customers: who comes back when, by cohort, after how long, and what that makes of the class."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

import numpy as np

from gui import words
from gui.charts.style import ChartStyle, Spot, label_axis, name_above, name_lines
from gui.words import QT_TRANSLATE_NOOP
from gui.words.charts import estimate, line
from gui.words.labels import label
from gui.words.returning import class_odds
from model.records import Estimate, RepurchaseClass
from model.repurchase.cohorts import PERIOD, Cohort

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.colors import Colormap
    from matplotlib.figure import Figure
    from numpy.typing import NDArray

    from model.repurchase.gaps import Gaps
    from model.repurchase.rates import Curve

MOST_COHORTS: Final = 12
"""Rows of a heat map that can still be read."""
MONTH: Final = "%Y-%m"
HIDDEN: Final = 0.01
"""What a bar counts that has another on top, when one is looked for that can be seen from above."""
HANDFUL: Final = 10
"""Customers below which a cohort's shares jump too much to set the shades."""


def draw_curve(figure: "Figure", style: ChartStyle, curve: "Curve") -> list[Spot]:
    """The share back by each day: a stepped line for what was observed, a dashed one with its band for the model."""
    axes = figure.subplots()
    days = np.array(curve.days, float)
    model, seen = style["muted"], style["accent"]
    axes.fill_between(days, *_ends(curve.modelled), color=model, alpha=0.18, linewidth=0)
    axes.plot(
        days,
        [one.value for one in curve.modelled],
        color=model,
        linestyle=(0, (5, 3)),
        linewidth=1.6,
    )
    known = [(day, one) for day, one in zip(days, curve.observed, strict=True) if one is not None]
    if known:
        at, values = [day for day, _ in known], [one for _, one in known]
        axes.fill_between(at, *_ends(values), color=seen, alpha=0.18, linewidth=0)
        axes.plot(at, [one.value for one in values], color=seen)
        axes.annotate(
            words.say(QT_TRANSLATE_NOOP("Words", "observed")),
            (at[-1], values[-1].value),
            xytext=(-2, 5),
            textcoords="offset points",
            ha="right",
            va="bottom",
            color=style["accent_ink"],
        )
    _days_axis(axes, days[-1])
    axes.set_ylim(0, None)
    label_axis(axes.yaxis, words.percent)
    axes.set_ylabel(words.say(QT_TRANSLATE_NOOP("Words", "came back")))
    modelled = words.say(QT_TRANSLATE_NOOP("Words", "purchase model"))
    name_lines(axes, style, [(curve.modelled[-1].value, modelled, "muted")])
    return [
        Spot(day, (one or guess).value, 0.02, "", _curve_tip(day, one, guess), axes)
        for day, one, guess in zip(curve.days, curve.observed, curve.modelled, strict=True)
    ]


def _curve_tip(day: float, observed: Estimate | None, modelled: Estimate) -> str:
    return words.say(
        QT_TRANSLATE_NOOP("Words", "{days}: observed {seen}, by the purchase model {model}"),
        days=words.days(day),
        seen=estimate(observed) if observed else words.UNKNOWN,
        model=estimate(modelled),
    )


def draw_cohorts(figure: "Figure", style: ChartStyle, cohorts: Sequence[Cohort]) -> list[Spot]:
    """A row for each month of first purchases, a column for each 30 days after it; darker: more of them bought.

    Months too young for a first column are left out.
    """
    axes = figure.subplots()
    told = [one for one in cohorts if any(share is not None for share in one.shares)]
    rows = (told or list(cohorts))[-MOST_COHORTS:]
    wide = max((sum(share is not None for share in one.shares) for one in rows), default=0)
    shares = np.array([[np.nan if s is None else s for s in one.shares[:wide]] for one in rows], float)
    top = _deepest(rows, shares)
    axes.pcolormesh(
        np.ma.masked_invalid(shares),
        cmap=_shades(style),
        vmin=0,
        vmax=top,
        edgecolors=style["card"],
        linewidth=1.5,
    )
    for (row, column), share in np.ndenumerate(shares):
        if not np.isnan(share):
            ink = style["on_accent"] if share > 0.55 * top else style["text"]
            axes.text(
                column + 0.5,
                row + 0.5,
                words.odds(share),
                ha="center",
                va="center",
                color=ink,
                fontsize=style.points * 0.85,
            )
    axes.set_yticks([n + 0.5 for n in range(len(rows))], [_cohort_name(one) for one in rows])
    step = 1 if wide <= 8 else 2
    axes.set_xticks(
        [n + 0.5 for n in range(0, wide, step)], [str((n + 1) * PERIOD) for n in range(0, wide, step)]
    )
    axes.set_xlabel(words.say(QT_TRANSLATE_NOOP("Words", "days after the first purchase, up to")))
    axes.invert_yaxis()
    axes.grid(visible=False)
    axes.spines["bottom"].set_visible(False)
    return [
        _cohort_spot(axes, row, column, rows[row], share)
        for (row, column), share in np.ndenumerate(shares)
        if not np.isnan(share)
    ]


def draw_gaps(figure: "Figure", style: ChartStyle, gaps: "Gaps") -> list[Spot]:
    """How many gaps between purchases are how long; those that end on a festival's days of buying in their own colour."""
    from matplotlib.ticker import MaxNLocator

    axes = figure.subplots()
    left = np.arange(len(gaps.other)) * gaps.width
    wide = gaps.width * 0.86
    other, festival = np.array(gaps.other, float), np.array(gaps.festival, float)
    axes.bar(
        left,
        other,
        wide,
        align="edge",
        color=style["accent"],
    )
    axes.bar(
        left,
        festival,
        wide,
        bottom=other,
        align="edge",
        color=style["class_c"],
        hatch="///",
        edgecolor=style["card"],
        linewidth=0,
    )
    axes.axvline(gaps.median, color=style["text"], linewidth=1.0, linestyle=(0, (4, 3)))
    axes.set_ylim(0, (other + festival).max() * 1.08)
    _days_axis(axes, float(left[-1] + gaps.width))
    # Purchases are whole ones: with few of them a tick of 1.5 would read as a second “2”.
    axes.yaxis.set_major_locator(MaxNLocator("auto", steps=[1, 2, 5, 10], integer=True))
    label_axis(axes.yaxis, words.number)
    axes.set_ylabel(words.say(QT_TRANSLATE_NOOP("Words", "repeat purchases")))
    middle = words.say(QT_TRANSLATE_NOOP("Words", "middle {value}"), value=words.days(gaps.median))
    parts = _parts(np.asarray(left + wide / 2, float), other, festival) if festival.any() else []
    name_above(axes, style, [*parts, (gaps.median, axes.get_ylim()[1], middle, "text")])
    return [
        Spot(float(x + wide / 2), float(o + f) / 2, 0.03, "", _gap_tip(gaps, n), axes)
        for n, (x, o, f) in enumerate(zip(left, other, festival, strict=True))
    ]


def _parts(
    middles: "NDArray[np.float64]", other: "NDArray[np.float64]", festival: "NDArray[np.float64]"
) -> list[tuple[float, float, str, str]]:
    """The highest of both parts of the bars with their names; of the other days where no festival lies on top."""
    plain = int(np.where(festival == 0, other, other * HIDDEN).argmax())
    feast = int(festival.argmax())
    days = words.say(QT_TRANSLATE_NOOP("Words", "on other days"))
    name = words.say(QT_TRANSLATE_NOOP("Words", "at a festival"))
    return [
        (float(middles[plain]), float(other[plain]), days, "accent"),
        (float(middles[feast]), float(other[feast] + festival[feast]), name, "class_c"),
    ]


def draw_odds(
    figure: "Figure",
    style: ChartStyle,
    before: Mapping[RepurchaseClass, float],
    after: Mapping[RepurchaseClass, float],
) -> list[Spot]:
    """The odds of each class before any order and with them, side by side."""
    axes, spots = figure.subplots(), []
    for place, klass in enumerate(RepurchaseClass):
        colour = style[f"class_{klass.value.lower()}"]
        for shift, odds, alpha, when in _turns(before, after):
            share = odds.get(klass, 0.0)
            axes.bar(place + shift, share, 0.36, color=colour, alpha=alpha)
            said = line(f"{label(klass.value)} · {words.say(when)}", class_odds(share))
            spots.append(Spot(place + shift, share / 2, 0.04, "", said, axes))
            axes.text(
                place + shift,
                share + 0.02,
                class_odds(share),
                ha="center",
                va="bottom",
                fontsize=style.points * 0.9,
            )
    axes.set_xticks(range(len(RepurchaseClass)), [label(klass.value) for klass in RepurchaseClass])
    axes.set_yticks([])
    axes.set_ylim(0, 1.14)
    axes.grid(visible=False)
    return spots


def _turns(
    before: Mapping[RepurchaseClass, float], after: Mapping[RepurchaseClass, float]
) -> tuple[tuple[float, Mapping[RepurchaseClass, float], float, str], ...]:
    """Left and right bar of a class: shift, odds, how strong its colour is, and when they held."""
    return (
        (-0.2, before, 0.35, QT_TRANSLATE_NOOP("Words", "before any order")),
        (0.2, after, 1.0, QT_TRANSLATE_NOOP("Words", "with your orders")),
    )


def _ends(values: Sequence[Estimate]) -> tuple[list[float], list[float]]:
    return [one.low for one in values], [one.high for one in values]


def _days_axis(axes: "Axes", last: float) -> None:
    step = next(step for step in (7, 14, 30, 60, 90, 180, 365, 3650) if last / step <= 9)
    axes.set_xticks(np.arange(0, last + 1, step))
    axes.set_xlim(0, last)
    label_axis(axes.xaxis, words.number)
    axes.set_xlabel(words.say(QT_TRANSLATE_NOOP("Words", "days after a purchase")))


def _deepest(rows: Sequence[Cohort], shares: "NDArray[np.float64]") -> float:
    """The share of the darkest shade: the largest among cohorts that are more than a handful."""
    large = [place for place, one in enumerate(rows) if one.customers >= HANDFUL] or list(range(len(rows)))
    return float(np.nanmax(shares[large], initial=0.01))


def _shades(style: ChartStyle) -> "Colormap":
    from matplotlib.colors import LinearSegmentedColormap

    return LinearSegmentedColormap.from_list("again", [style["raised"], style["accent"]])


def _cohort_name(one: Cohort) -> str:
    return f"{one.month.strftime(MONTH)} · {words.count_short(one.customers)}"


def _cohort_spot(axes: "Axes", row: int, column: int, one: Cohort, share: float) -> Spot:
    text = words.say(
        QT_TRANSLATE_NOOP(
            "Words", "Of {customers} new customers of {month}, {share} bought {first} to {last} days later."
        ),
        customers=words.number(one.customers),
        month=one.month.strftime(MONTH),
        share=words.percent(share, 1),
        first=column * PERIOD + 1,
        last=(column + 1) * PERIOD,
    )
    return Spot(column + 0.5, row + 0.5, 0.05, "", text, axes)


def _gap_tip(gaps: "Gaps", place: int) -> str:
    first, last = place * gaps.width + 1, (place + 1) * gaps.width
    return words.say(
        QT_TRANSLATE_NOOP(
            "Words",
            "{count} repeat purchases came {first} to {last} days after the one before, {festival} of them at a festival.",
        ),
        count=words.number(gaps.festival[place] + gaps.other[place]),
        first=first,
        last=last,
        festival=words.number(gaps.festival[place]),
    )
