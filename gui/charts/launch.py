"""Pictures of a launch: orders by day above what the shop's people carry, on one axis of days; word of mouth by step."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from gui import words
from gui.charts.style import HATCHES, ChartStyle, Spot, label_axis, name_above, name_lines
from gui.words import QT_TRANSLATE_NOOP
from gui.words.charts import line
from gui.words.labels import label
from model.records import Tier

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from model.launch.capacity import Strip, Wave
    from model.launch.cascade import Spread
    from model.launch.daysheet import DayFact

LEVELS: Final = (*(tier.value for tier in Tier), "imitators")
COLOURS: Final = {"head": "head", "waist": "waist", "tail": "tail", "imitators": "class_c"}
HALF: Final = 0.5
MARKED: Final = 1.12
"""Where the marks of overload stand, in shares of the most hours of a day."""
ABOVE: Final = 1.25
"""Where the picture of the hours ends."""
MONTHS_FROM: Final = 200
"""Days from which only the first of each month is named on the axis."""


def draw_wave(
    figure: "Figure",
    style: ChartStyle,
    days: "Sequence[DayFact]",
    wave: "Wave",
    load: "Strip | None" = None,
    before: "Strip | None" = None,
) -> list[Spot]:
    """Orders by day, stacked by level with the range of the whole; below it hours of work against hours of people.

    ``load`` is the strip of the way chosen (none: only orders), ``before`` that of leaving everything as it is.
    """
    rows = 1 if load is None else 2
    panels = figure.subplots(rows, 1, sharex=True, squeeze=False, height_ratios=(3, 2)[:rows])[:, 0]
    _orders(panels[0], style, wave)
    if load is not None:
        _hours(panels[1], style, load, before)
    for axes in panels:
        _ground(axes, style, days)
    _days(panels[-1], days)
    name_above(panels[0], style, _parts(wave))
    if load is not None:
        _name_hours(panels[1], style, load, before)
    return [spot for axes in panels for spot in _spots(axes, days, wave, load)]


def _orders(axes: "Axes", style: ChartStyle, wave: "Wave") -> None:
    from matplotlib.ticker import MaxNLocator

    base = [0.0] * len(wave.orders.mean)
    for tier, amounts in wave.tiers.items():
        top = [low + more for low, more in zip(base, amounts.tolist(), strict=True)]
        axes.bar(
            range(len(base)),
            amounts,
            width=1.0,
            bottom=base,
            color=style[tier.value],
            hatch=HATCHES[tier.value],
            edgecolor=style["card"],
            linewidth=0,
        )
        base = top
    axes.fill_between(
        range(len(base)),
        wave.orders.low,
        wave.orders.high,
        step="mid",
        color=style["text"],
        alpha=0.13,
        linewidth=0,
    )
    axes.set_ylim(0, max(1.0, float(wave.orders.high.max()) * 1.12))
    axes.yaxis.set_major_locator(MaxNLocator(4))
    label_axis(axes.yaxis, words.count_short)
    axes.set_ylabel(words.say(QT_TRANSLATE_NOOP("Words", "orders a day")))


def _hours(axes: "Axes", style: ChartStyle, load: "Strip", before: "Strip | None") -> None:
    from matplotlib.ticker import MaxNLocator

    days = range(len(load.had))
    top = max(float(load.needed.high.max()), float(load.had.max()), 1.0)
    axes.fill_between(
        days, load.needed.low, load.needed.high, step="mid", color=style["accent"], alpha=0.2, linewidth=0
    )
    axes.step(days, load.needed.mean, where="mid", color=style["accent"], linewidth=1.6)
    axes.step(days, load.had, where="mid", color=style["text"], linewidth=1.3, linestyle=(0, (4, 2)))
    for strip, fill in ((before, "none"), (load, style["bad"])):
        if places := _overloaded(strip):  # an empty line that is not clipped would take room at the corner
            axes.plot(
                places,
                [top * MARKED] * len(places),
                "v",
                markersize=6,
                markerfacecolor=fill,
                markeredgecolor=style["bad"],
                linestyle="none",
                clip_on=False,
            )
    axes.set_ylim(0, top * ABOVE)
    axes.yaxis.set_major_locator(MaxNLocator(3))
    label_axis(axes.yaxis, words.number)
    axes.set_ylabel(words.say(QT_TRANSLATE_NOOP("Words", "hours a day")))


def _overloaded(strip: "Strip | None") -> list[int]:
    return [n for n, over in enumerate(strip.over.tolist()) if over] if strip is not None else []


def _parts(wave: "Wave") -> list[tuple[float, float, str, str]]:
    """Where each level brings most, and where the range is widest, with their names."""
    made, base = [], wave.orders.mean * 0
    for tier, amounts in wave.tiers.items():
        if amounts.any():
            day = int(amounts.argmax())
            made.append((float(day), float(base[day] + amounts[day] / 2), label(tier), tier.value))
        base = base + amounts
    spread = wave.orders.high - wave.orders.mean
    for at, *_ in made:  # a name of its own needs a day of its own
        spread[int(at)] = 0.0
    day = int(spread.argmax())
    middle = float(wave.orders.mean[day] + wave.orders.high[day]) / 2
    return [*made, (float(day), middle, words.say(QT_TRANSLATE_NOOP("Words", "eight times in ten")), "muted")]


def _name_hours(axes: "Axes", style: ChartStyle, load: "Strip", before: "Strip | None") -> None:
    """The lines at their right ends, the marks of overload over the first of each."""
    work, people = (
        QT_TRANSLATE_NOOP("Words", "hours of work"),
        QT_TRANSLATE_NOOP("Words", "hours of your people"),
    )
    ends = (
        (float(load.needed.mean[-1]), words.say(work), "accent"),
        (float(load.had[-1]), words.say(people), "text"),
    )
    name_lines(axes, style, ends)
    height = axes.get_ylim()[1] * MARKED / ABOVE
    stays = set(_overloaded(load))
    marks = (
        (sorted(set(_overloaded(before)) - stays), QT_TRANSLATE_NOOP("Words", "overload, left as it is")),
        (sorted(stays), QT_TRANSLATE_NOOP("Words", "overload that stays")),
    )
    name_above(axes, style, [(places[0], height, words.say(name), "bad") for places, name in marks if places])


def _ground(axes: "Axes", style: ChartStyle, days: "Sequence[DayFact]") -> None:
    """Days of buying are tinted, days without parcels grey."""
    axes.grid(visible=False, axis="x")
    for start, stop, shut in _stretches(days):
        axes.axvspan(
            start - HALF,
            stop + HALF,
            facecolor=style["muted" if shut else "warn"],
            edgecolor=style["muted"],
            hatch="///" if shut else "",
            alpha=0.16 if shut else 0.07,
            linewidth=0,
            zorder=0,
        )


def _stretches(days: "Sequence[DayFact]") -> list[tuple[int, int, bool]]:
    """First and last place of days of one kind next to each other: (…, …, without parcels)."""
    made: list[tuple[int, int, bool]] = []
    last = ""
    for place, day in enumerate(days):
        kind = "closed" if day.closed else day.buying if day.lift > 1 else ""
        if kind and kind == last:
            made[-1] = (made[-1][0], place, day.closed)
        elif kind:
            made.append((place, place, day.closed))
        last = kind
    return made


def _days(axes: "Axes", days: "Sequence[DayFact]") -> None:
    """Mondays are named, over many months only the first of each."""
    wide = len(days) > MONTHS_FROM
    named = [n for n, one in enumerate(days) if (one.day.day == 1 if wide else one.day.weekday() == 0)]
    axes.set_xticks(named, [f"{days[n].day.month}/{days[n].day.day}" for n in named])
    axes.set_xlim(-HALF, len(days) - HALF)


def _spots(axes: "Axes", days: "Sequence[DayFact]", wave: "Wave", load: "Strip | None") -> list[Spot]:
    height = axes.get_ylim()[1]
    made = []
    for n, one in enumerate(days):
        text = words.say(
            QT_TRANSLATE_NOOP("Words", "{day}: {mean} orders ({span})"),
            day=one.day.isoformat(),
            mean=words.count_short(round(float(wave.orders.mean[n]))),
            span=words.span(float(wave.orders.low[n]), float(wave.orders.high[n]), lambda v: words.count_short(round(v))),
        )  # fmt: skip
        if load is not None:
            more = words.say(
                QT_TRANSLATE_NOOP("Words", "{needed} of {had} hours; odds of overload {odds}"),
                needed=words.number(float(load.needed.mean[n])),
                had=words.number(float(load.had[n])),
                odds=words.odds(float(load.odds[n])),
            )
            text = words.listed([text, more])
        made.append(Spot(n, height / 2, 0.02, one.day.isoformat(), text, axes))
    return made


def draw_spread(figure: "Figure", style: ChartStyle, spread: "Spread", step_days: float) -> list[Spot]:
    """People reached up to each step, by whom, with the 80 % range over the runs."""
    from matplotlib.ticker import MaxNLocator

    axes = figure.subplots()
    at = [n * step_days for n in range(len(spread.mean))]
    for place, level in enumerate(LEVELS):
        colour = style[COLOURS[level]]
        if spread.high[-1, place] > 0:
            axes.plot(at, spread.mean[:, place], color=colour)
            axes.fill_between(at, spread.low[:, place], spread.high[:, place], color=colour, alpha=0.22, linewidth=0)  # fmt: skip
    axes.set_ylim(0, None)
    axes.set_xlim(0, max(at[-1], step_days))
    axes.xaxis.set_major_locator(MaxNLocator(5, integer=True))
    axes.yaxis.set_major_locator(MaxNLocator(4))
    label_axis(axes.xaxis, words.number)
    label_axis(axes.yaxis, words.count_short)
    axes.set_xlabel(words.say(QT_TRANSLATE_NOOP("Words", "days from the first session")))
    axes.set_ylabel(words.say(QT_TRANSLATE_NOOP("Words", "people")))
    last = spread.mean[-1]
    reached = [place for place in range(len(LEVELS)) if spread.high[-1, place] > 0]
    name_lines(axes, style, [(float(last[n]), label(LEVELS[n]), COLOURS[LEVELS[n]]) for n in reached])
    return [
        Spot(at[step], float(spread.mean[step, n]), 0.03, "", _reached(spread, step, n, at[step]), axes)
        for n in reached
        for step in sorted({len(at) // 4, len(at) // 2, len(at) - 1})
    ]


def _reached(spread: "Spread", step: int, place: int, days: float) -> str:
    """How many one level has reached up to a step."""
    band = words.span(
        float(spread.low[step, place]), float(spread.high[step, place]), lambda v: words.count_short(round(v))
    )
    mean = words.count_short(round(float(spread.mean[step, place])))
    return line(f"{label(LEVELS[place])} · {words.days(days)}", f"{mean} ({band})")
