"""Pictures of a plan: hosts' dots are seen on both grounds, and the average that is said of a plan is marked."""

import pytest

from gui import theme
from gui.charts.matrix import draw_hosts, draw_risk
from gui.charts.style import ChartStyle, sheet
from model.matrix.plan import HostPoint, Risk
from model.records import Tier

STANDS_OUT = 3
"""Contrast of a mark with its ground (WCAG 2.2, 1.4.11)."""
SKEWED = Risk(0.1, 0.9, -7_400, 49_000, 260_000, -14_000, 76_000, 100, (-1e4, 0, 1e5, 3e5), (10, 70, 20))


@pytest.mark.parametrize("ground", ["light", "dark"])
def test_the_dots_of_hosts_stand_out_from_the_ground(ground: str) -> None:
    style = ChartStyle(theme.theme(ground).tokens)
    points = [HostPoint(tier.value, "", tier, 1e4, 20.0, False) for tier in Tier]
    with sheet(style, (6, 4), 100) as figure:
        draw_hosts(figure, style, points)
        lines = [line for line in figure.axes[0].lines if len(line.get_data()[0])]
        inks = [
            theme.mixed(str(line.get_color()), style["card"], line.get_alpha() or 1.0)
            for line in lines
            if line.get_marker() != "None"
        ]
    assert len(inks) == len(Tier)
    assert min(theme.contrast(ink, style["card"]) for ink in inks) >= STANDS_OUT


@pytest.mark.parametrize("height", [1.9, 4.0])
def test_the_average_is_marked_beside_the_middle_and_no_name_covers_another(height: float) -> None:
    style = ChartStyle(theme.theme("dark").tokens)
    with sheet(style, (8, height), 100) as figure:
        draw_risk(figure, style, SKEWED)
        figure.draw_without_rendering()
        named = [text for text in figure.axes[0].texts if text.get_text()]
        boxes = [text.get_window_extent() for text in named]
    said = [text.get_text().strip() for text in named]
    assert said == ["bad −¥7,400", "middle ¥49,000", "average ¥76,000", "good ¥260k"]
    assert not any(one.overlaps(other) for n, one in enumerate(boxes) for other in boxes[n + 1 :])
