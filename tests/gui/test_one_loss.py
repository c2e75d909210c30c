"""What may be lost is one figure, said alike wherever it stands first; the other is named as the detail it is."""

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from gui import words
from gui.app import Program
from gui.pages.matrix import MatrixPage
from gui.pages.overview import OverviewPage
from gui.reportpages import _risk_words
from gui.words import plans, risks
from gui.words.filled import fill
from gui.words.overview import FIGURES
from model.demo import demo_snapshot
from model.errors import Reason
from model.policy import load
from model.records import Form, Request


@pytest.fixture
def page(qtbot: QtBot, program: Program) -> MatrixPage:
    """A plan of the demo."""
    program.session.fill(replace(demo_snapshot(load()), request=Request(20_000.0)))
    page = program.window.show_page("matrix")
    assert isinstance(page, MatrixPage)
    page.recommend()
    qtbot.waitUntil(lambda: page.plan.choices.model.rowCount() > 0, timeout=60_000)
    return page


def test_all_pages_say_the_same_loss(qtbot: QtBot, program: Program, page: MatrixPage) -> None:
    assert page._advice is not None
    plan = page._advice.plan
    assert plan is not None
    said = risks.one_in_twenty(plan.risk)
    yuan = words.money_short(words.rough(abs(plan.risk.p05)))
    assert yuan in said
    assert said in {part.text() for parts in page.figures._labels for part in parts}
    overview = program.window.show_page("overview")
    assert isinstance(overview, OverviewPage)
    for piece in overview.pieces():
        piece()
    qtbot.waitUntil(lambda: said in overview.tiles.tiles["loss"].meaning.text(), timeout=60_000)
    assert yuan in _risk_words(plan)


def test_orders_expected_are_those_of_the_rows_below(page: MatrixPage) -> None:
    """Two leading digits of the sum (180) do not stand above rows that add up to 175."""
    assert page._advice is not None
    plan = page._advice.plan
    assert plan is not None
    total = round(sum(one.orders.value for one in plan.choices))
    assert words.rough(total) != total
    assert words.count_short(total) in {part.text() for parts in page.figures._labels for part in parts}


def test_the_largest_loss_is_a_number_of_its_own(qtbot: QtBot, program: Program, page: MatrixPage) -> None:
    assert page._advice is not None
    plan = page._advice.plan
    assert plan is not None
    assert plan.risk.utmost is not None
    most = words.money_rough(plan.risk.utmost.yuan)
    assert most in page.verdict.text()
    assert risks.most_told(plan.risk) in page.plan.risk.chart.text()
    overview = program.window.show_page("overview")
    assert isinstance(overview, OverviewPage)
    for piece in overview.pieces():
        piece()
    qtbot.waitUntil(lambda: most in overview.tiles.tiles["loss"].meaning.text(), timeout=60_000)


def test_the_average_of_bad_cases_stands_beside_it_under_its_own_name(page: MatrixPage) -> None:
    assert page._advice is not None
    plan = page._advice.plan
    assert plan is not None
    bad = replace(plan.risk, p05=-1234.0, cvar95=-5678.0)
    assert risks.one_in_twenty(bad) == "one time in 20 it loses ¥1,200 or more"
    assert risks.beyond(bad) == "that one time it loses ¥5,700 on average"
    good = replace(plan.risk, p05=1234.0, cvar95=56.0)
    assert risks.one_in_twenty(good) == "19 times in 20 it earns at least ¥1,200"
    assert risks.beyond(good) == "the one time left it earns ¥56 on average"


def test_a_video_is_no_session() -> None:
    assert plans.sessions(1, Form.POST) == "1 video"
    assert plans.sessions(3, Form.POST) == "3 videos"
    assert plans.sessions(1) == "1 session"


def test_what_is_forecast_of_an_order_is_rounded_to_what_is_known() -> None:
    text = "{fee:about} {first:about} {loss:about} {price:fen}"
    told = fill("Reasons", text, {"fee": 112.22, "first": 9.4321, "loss": -26.4, "price": 69.9})
    assert told == "¥110 ¥9.40 −¥26 ¥69.90"


def test_the_budget_says_that_some_is_left(page: MatrixPage) -> None:
    assert page._advice is not None
    plan = page._advice.plan
    assert plan is not None
    left = replace(plan, spend=12_000.0, budget=20_000.0, warnings=(Reason("budget_left"),))
    found: Any = SimpleNamespace(plan=left, budget=20_000.0)
    assert FIGURES["budget"](found) == ("¥20,000", "the plan spends ¥12,000 and says why ¥8,000 is left")


@pytest.mark.parametrize(("mean", "said"), [(38_000.0, "¥27,000 more"), (1_000.0, "¥10,000 less")])
def test_a_way_to_choose_that_brings_more_is_not_said_to_bring_less(mean: float, said: str) -> None:
    own: Any = SimpleNamespace(risk=SimpleNamespace(mean=11_000.0))
    other: Any = SimpleNamespace(risk=SimpleNamespace(mean=mean, loss_probability=0.4))
    told = plans._rule("biggest", own, other)
    assert said in told
    assert ("keeps no limit besides the budget" in told) is (mean > 11_000.0)
