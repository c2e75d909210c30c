"""What results teach is seen beside the plan: in the host's story, in a tab of its own, and in the plan itself."""

import datetime as dt
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from gui.app import Program
from gui.pages.matrix import MatrixPage
from model.records import Request
from model.results import Result
from tests.gui import shop

HOSTS = tuple(
    replace(host, engagement_rate=None, offers=(replace(host.offers[0], sessions=1),)) for host in shop.HOSTS
)
SHOP = replace(shop.SHOP, influencers=HOSTS, request=Request(budget=8_000.0, free_mix=True))


@pytest.fixture
def page(program: Program) -> MatrixPage:
    page = program.window.show_page("matrix")
    assert isinstance(page, MatrixPage)
    program.session.fill(SHOP)
    return page


def plan(qtbot: QtBot, page: MatrixPage) -> None:
    page.recommend()
    qtbot.waitUntil(lambda: not page._job.is_running() and not page._differ.is_running(), timeout=30_000)


def chosen(page: MatrixPage) -> list[str]:
    return [choice.id for choice in page.plan.choices.model.rows]


def sold(program: Program, id_: str, orders: int, weeks: int = 5) -> None:
    for week in range(weeks):
        day = dt.date(2026, 1, 5) + dt.timedelta(weeks=week)
        program.session.save_result(Result(id_, "Coffee", day, 1, 3000, 100, orders, 1), id_, None)


def test_without_results_nothing_is_said_of_them(qtbot: QtBot, page: MatrixPage) -> None:
    plan(qtbot, page)
    view = page.plan
    assert not view.isTabVisible(view._pages.index(view.learnt))
    assert not view.story.learned.isVisible()


def test_the_next_plan_follows_results_and_says_so(qtbot: QtBot, program: Program, page: MatrixPage) -> None:
    plan(qtbot, page)
    view = page.plan
    before = chosen(page)
    good, bad = before[0], before[1]
    sold(program, good, 120)
    sold(program, bad, 0)
    plan(qtbot, page)
    after = chosen(page)
    assert good in after
    assert bad not in after
    place = view._pages.index(view.learnt)
    assert view.isTabVisible(place)
    view.setCurrentIndex(place)
    rows = {row.id: row for row in view.learnt.table.model.rows}
    assert set(rows) == {good, bad}
    assert rows[bad].after.high < rows[bad].before.low
    said = view.learnt.plan.text()
    name = next(host.name for host in HOSTS if host.id == bad)
    assert f"{name}: their own results were worse than forecast." in said
    assert "Looking back over 10 results" in view.learnt.trust.text()
    assert "Ranges of this table are of a host's average session" in view.learnt.trust.text()
    view.pick(good)
    assert view.story.learned.text().startswith("An average session: ")
    assert view.story.learned.text().endswith(" after 5 results.")
    other = next(id_ for id_ in after if id_ not in rows)
    view.pick(other)
    assert not view.story.learned.isVisible()


def test_it_is_told_in_the_language_of_the_moment(qtbot: QtBot, program: Program, page: MatrixPage) -> None:
    plan(qtbot, page)
    sold(program, chosen(page)[0], 100)
    plan(qtbot, page)
    program.choose_language("zh_CN")
    view = page.plan
    assert view.tabText(view._pages.index(view.learnt)) == "复盘所得"
    assert "八成情况" in view.learnt.trust.text()
    assert "条复盘后" in view.story.learned.text()
