"""Pictures of campaigns: what was planned and what came, host by host, and whose customers come back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from gui import words
from gui.charts.style import ChartStyle, Spot, label_axis
from gui.words import QT_TRANSLATE_NOOP
from model.records import Estimate

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

MOST_BARS: Final = 14
"""More names than fit into a picture."""
NAME: Final = 14
"""Signs of a name that stand beside an axis."""
WIDE: Final = 30.0
"""From such a ratio of the largest to the least on, counts are drawn by powers of ten."""
LEAST: Final = 0.5
"""Where a scale of powers begins: nobody plans with less of an order, and its figures would all read 0."""
BESIDE: Final = 9
"""Points between a band and its name."""
ABOVE: Final = 15
"""Points from one name to the next."""
NEAR: Final = 0.035


@dataclass(frozen=True)
class Bar:
    """One campaign: its range (planned, or of a share), and the ``mark`` beside it (what came, or the others' share)."""

    key: str
    name: str
    span: Estimate
    mark: float | None


@dataclass(frozen=True)
class Legend:
    """What range and mark are called, how a figure reads, and the colours of marks below and above the range."""

    span: str
    mark: str
    axis: str
    show: Callable[[float | None], str]
    by_powers: bool = False
    below: str = "bad"
    above: str = "text"


def draw_bars(figure: "Figure", style: ChartStyle, bars: Sequence[Bar], legend: Legend) -> list[Spot]:
    """A line for each range with a ring at its middle, and a filled diamond for the mark."""
    axes = figure.subplots()
    shown = bars[:MOST_BARS]
    powers = legend.by_powers and _wide(shown)
    ends = [v for bar in shown for v in (bar.span.low, bar.mark or 0) if v > 0]
    least = max(min(ends, default=1.0) / 2, LEAST)
    spots = [
        _bar(axes, style, place, bar, legend, least if powers else None) for place, bar in enumerate(shown)
    ]
    if powers:
        axes.set_xscale("log")
        axes.set_xlim(left=least * 0.8)
    if shown:
        _name_parts(axes, style, shown[0], legend, least if powers else None)
    axes.set_yticks(range(len(shown)), [_short(bar.name) for bar in shown])
    axes.set_ylim(len(shown) - 0.4, -0.6)
    axes.grid(visible=False, axis="y")
    label_axis(axes.xaxis, legend.show)
    axes.set_xlabel(legend.axis)
    return spots


def _bar(axes: "Axes", style: ChartStyle, place: int, bar: Bar, legend: Legend, least: float | None) -> Spot:
    low, middle, high = (_held(value, least) for value in (bar.span.low, bar.span.value, bar.span.high))
    axes.plot([low, high], [place] * 2, color=style["accent"], alpha=0.4, linewidth=7, solid_capstyle="round")
    axes.plot(middle, place, "o", color=style["accent"], markerfacecolor=style["card"])
    if bar.mark is not None:
        at = _held(bar.mark, least)
        axes.plot(at, place, "D", color=style[_token(bar, legend)], markersize=6)
        middle = at
    return Spot(middle, place, NEAR, bar.key, _tip(bar, legend), axes)


def _token(bar: Bar, legend: Legend) -> str:
    if bar.mark is None or bar.span.low <= bar.mark <= bar.span.high:
        return "text"
    return legend.below if bar.mark < bar.span.low else legend.above


def _held(value: float, least: float | None) -> float:
    """Nothing lies on no scale of powers: it stands at its left end."""
    return value if least is None else max(value, least)


def _wide(bars: Sequence[Bar]) -> bool:
    ends = [value for bar in bars for value in (bar.span.low, bar.span.high, bar.mark or 0.0) if value > 0]
    return bool(ends) and max(ends) / min(ends) > WIDE


def _name_parts(axes: "Axes", style: ChartStyle, bar: Bar, legend: Legend, least: float | None) -> None:
    """What band and diamond are, above those of the first bar; one above the other, as they may be close."""
    told = [(bar.span.value, legend.span, "accent", BESIDE)]
    if bar.mark is not None:
        told.append((bar.mark, legend.mark, _token(bar, legend), BESIDE + ABOVE))
    for value, name, token, height in told:
        axes.annotate(
            name, (_held(value, least), 0), (0, height), textcoords="offset points", ha="center", va="bottom",
            color=style[token], arrowprops={"arrowstyle": "-", "color": style["line"], "shrinkB": BESIDE / 2},
        )  # fmt: skip


def _short(name: str) -> str:
    """Each part as far as there is room beside the axis."""
    parts = name.split(" · ")
    most = NAME // len(parts)
    return " · ".join(part if len(part) <= most else f"{part[: most - 1]}…" for part in parts)


def _tip(bar: Bar, legend: Legend) -> str:
    text = QT_TRANSLATE_NOOP("Words", "{name}\n{span}: {between}\n{mark}: {came}")
    return words.say(
        text, name=bar.name, span=legend.span, mark=legend.mark,
        between=words.span(bar.span.low, bar.span.high, legend.show), came=legend.show(bar.mark),
    )  # fmt: skip
