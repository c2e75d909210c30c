"""The picture of shared viewers in the real window: what it says, whom it names, where a click leads, and how it is saved."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QLabel, QToolTip
from pytestqt.qtbot import QtBot

from gui import theme, words
from gui.app import Program
from gui.charts.style import Spot
from gui.charts.view import ChartView
from gui.pages.matrix import MatrixPage
from model.matrix.plan import Plan
from model.records import Audience, Influencer, Offer, Product, Request, Snapshot

MASK = Product("Mask", 69.0, "面膜", 30.0, 4.5, 0.05, 0.13)
YOUNG = Audience("female", ("18-23", "24-30"), ("city1", "new1"))


def hosts(count: int, views: float) -> tuple[Influencer, ...]:
    return tuple(
        Influencer(
            f"h{n}",
            f"Host {n}",
            "douyin" if n % 3 else "xiaohongshu",
            followers=20_000_000,
            views=views + n,
            category="面膜",
            audience=YOUNG,
            offers=(Offer("fee", round(views * 0.01), 0.2),),
        )
        for n in range(count)
    )


@pytest.fixture
def page(program: Program) -> MatrixPage:
    page = program.window.show_page("matrix")
    assert isinstance(page, MatrixPage)
    return page


def shown(qtbot: QtBot, program: Program, page: MatrixPage, *people: Influencer) -> tuple[Plan, ChartView]:
    """Plan for these hosts and look at the picture."""
    program.session.fill(Snapshot((MASK,), people, {}, Request(1_000_000.0, free_mix=True)))
    qtbot.mouseClick(page.limits.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not page._job.is_running(), timeout=20_000)
    view = page.plan.overlap
    page.plan.setCurrentIndex(4)
    assert page._advice is not None
    assert page._advice.plan is not None
    return page._advice.plan, view


def place_of(view: ChartView, spot: Spot) -> QPoint:
    return QPoint(round(spot.x * view.canvas.width()), round((1 - spot.y) * view.canvas.height()))


def test_the_picture_names_pairs_says_what_they_cost_and_leads_to_the_host(
    qtbot: QtBot, program: Program, page: MatrixPage
) -> None:
    plan, view = shown(qtbot, program, page, *hosts(7, 2e6))
    qtbot.waitUntil(lambda: not view.image().isNull(), timeout=20_000)
    assert len(plan.choices) == 7
    one, other, share = plan.common.pairs[0]
    names = plan.common.names
    assert plan.overlap > 1
    for part in (names[one], names[other], words.odds(share), words.money_short(plan.overlap)):
        assert part in view.summary.text()
    assert view.canvas.accessibleDescription() == view.summary.text()
    assert len(view.spots) == 7 * 7
    pair = next(s for s in view.spots if s.key == plan.common.ids[one] and f"and {names[other]}:" in s.text)
    assert words.odds(share) in pair.text
    place = place_of(view, pair)
    QApplication.sendEvent(
        view.canvas, QHelpEvent(QEvent.Type.ToolTip, place, view.canvas.mapToGlobal(place))
    )
    assert QToolTip.text() == pair.text
    QToolTip.hideText()
    qtbot.mouseClick(view.canvas, Qt.MouseButton.LeftButton, pos=place)
    assert page.plan.currentIndex() == 0
    current = page.plan.choices.current()
    assert current is not None
    assert current.id == plan.common.ids[one]
    assert current.overlap > 0
    assert any("reach some of the same viewers" in point for point in told(page))


def told(page: MatrixPage) -> list[str]:
    return [label.text() for label in page.plan.story.reasons.findChildren(QLabel)]


def test_more_that_two_hosts_share_is_drawn_stronger(
    qtbot: QtBot, program: Program, page: MatrixPage
) -> None:
    plan, view = shown(qtbot, program, page, *hosts(7, 2e6))
    qtbot.waitUntil(lambda: not view.image().isNull(), timeout=20_000)
    one, other, _ = plan.common.pairs[0]
    apart = next(
        (i, j) for i, row in enumerate(plan.common.shares) for j, share in enumerate(row) if share == 0
    )
    ground, strong = (
        view.image().pixelColor(place_of(view, view.spots[i * 7 + j]) + QPoint(0, 12)).name()
        for i, j in (apart, (one, other))
    )
    assert ground == theme.current()["card"]
    assert strong == theme.current()["accent"]


def test_the_picture_is_saved_as_png_and_svg(
    qtbot: QtBot, program: Program, page: MatrixPage, tmp_path: Path
) -> None:
    _, view = shown(qtbot, program, page, *hosts(4, 2e6))
    qtbot.waitUntil(lambda: not view.image().isNull(), timeout=20_000)
    for kind in ("png", "svg"):
        with qtbot.waitSignal(view.saved, timeout=10_000):
            view.save_to(tmp_path / f"shared.{kind}")
        assert (tmp_path / f"shared.{kind}").stat().st_size > 1000


def test_without_a_pair_it_says_so(qtbot: QtBot, program: Program, page: MatrixPage) -> None:
    _, view = shown(qtbot, program, page, *hosts(1, 2e6))
    assert "two hosts" in view.canvas.sentence
    few = [
        replace(host, platform=name) for host, name in zip(hosts(2, 2e6), ("douyin", "weibo"), strict=True)
    ]
    plan, view = shown(qtbot, program, page, *few)
    assert plan.common.pairs == ()
    assert view.summary.text() == "No two of these hosts share viewers."


def test_a_long_plan_says_how_many_are_shown_and_that_little_is_lost(
    qtbot: QtBot, program: Program, page: MatrixPage
) -> None:
    plan, view = shown(qtbot, program, page, *hosts(40, 1500.0))
    assert len(plan.choices) == 40
    assert view.summary.text().startswith("Shown are the 24 of 40 hosts")
    assert round(plan.overlap) == 0
    assert "loses nothing" in view.summary.text()
