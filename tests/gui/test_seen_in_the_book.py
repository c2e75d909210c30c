"""Flaws that were seen in the screenshot book: each stays mended."""

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from gui import words
from gui.app import Program
from gui.fields import FieldSpec, editor
from gui.lastplan import last_plan_of
from gui.pages.launch import LaunchPage
from gui.pages.matrix import MatrixPage
from gui.pages.matrixtables import REJECTED
from gui.pages.products import ProductsPage
from gui.pages.roster import RosterPage
from gui.session import Changed
from gui.words import filled, imports, overview, plans
from model.advice import advise
from model.batches import BatchKind
from model.demo import demo_snapshot
from model.intake.joined.lines import JoinFact
from model.matrix.plan import Plan, Rejected
from model.policy import load
from model.records import Tier
from tests.gui.shop import SHOP


def test_no_gap_stands_behind_a_figure_that_ends_in_a_chinese_sign(program: Program) -> None:
    program.choose_language("zh_CN")
    assert words.closed("在 ¥21,000 到 ¥44万 之间") == "在 ¥21,000 到 ¥44万之间"
    assert words.closed("再积累约 37 天 这样的订单") == "再积累约 37 天这样的订单"
    assert words.closed("小王 老师 3 场") == "小王 老师 3 场"
    program.choose_language("en")
    assert words.closed("¥44万 之间") == "¥44万 之间"


def test_shares_of_few_cases_are_no_more_exact_than_they_are() -> None:
    assert [filled.FORMS["share"](v) for v in (0.0, 0.0031, 0.011, 0.2, 0.182, 1.0)] == [
        "0%", "0.31%", "1.1%", "20%", "18.2%", "100%",
    ]  # fmt: skip


@pytest.mark.parametrize(("size", "shown"), [(45, "45 B"), (36_100, "36.1 kB"), (260_000, "0.3 MB")])
def test_a_small_file_is_not_of_no_size(size: int, shown: str) -> None:
    assert imports.size_and_place(size, "/here").startswith(shown)


def test_a_rough_estimate_is_shown_as_rough() -> None:
    short = next(column for column in REJECTED if column.key == "short")
    assert short.show(Rejected("h1", "Ann", Tier.WAIST, "unprofitable", 26_794.0)) == "≈¥27,000"


def test_no_question_mark_stands_where_there_is_nothing_to_explain(program: Program) -> None:
    launch, roster = program.window.show_page("launch"), program.window.show_page("roster")
    assert isinstance(launch, LaunchPage)
    assert isinstance(roster, RosterPage)
    for piece in (*launch.pieces(), *roster.pieces()):
        piece()
    assert [view.why.isHidden() for view in (launch.load, launch.pay, roster.water)] == [True] * 3


def test_without_products_the_matrix_page_says_where_they_are_entered(program: Program) -> None:
    page = program.window.show_page("matrix")
    assert isinstance(page, MatrixPage)
    limits = page.limits
    assert (limits.products.isHidden(), limits.no_products.isHidden()) == (True, False)
    program.session.fill(SHOP)
    assert (limits.products.isHidden(), limits.no_products.isHidden()) == (False, True)


def test_more_limits_come_into_sight_when_they_are_asked_for(qtbot: QtBot, program: Program) -> None:
    page = program.window.show_page("matrix")
    assert isinstance(page, MatrixPage)
    program.session.fill(SHOP)
    program.window.resize(1366, 768)
    qtbot.mouseClick(page.limits.more, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not page.limits.further.visibleRegion().isEmpty())


def test_a_form_left_as_it_was_makes_no_plan_old(qtbot: QtBot, program: Program) -> None:
    program.session.fill(SHOP)  # its category is kept by its name, the form tells it by its code
    page = program.window.show_page("products")
    assert isinstance(page, ProductsPage)
    page.complete()
    qtbot.waitUntil(lambda: page.table.model.rowCount() > 0)
    page.table.choose(str(program.session.products()[0].id))
    with qtbot.assertNotEmitted(program.session.changed):
        assert page._commit(quiet=False)


def test_a_figure_that_only_the_launch_hangs_on_makes_no_plan_old_on_any_page(program: Program) -> None:
    last = last_plan_of(program.session)
    program.session.fill(SHOP)
    last.is_stale = False
    program.session.set_overrides({"capacity.pack_minutes": 6.0}, by=None)
    assert not last.is_stale
    assert not last.outdates(Changed.POLICY)
    assert last.outdates(Changed.PRODUCTS)
    program.session.set_overrides({"response.host_sd": 0.9}, by=None)
    assert last.is_stale


def test_a_multiple_is_said_with_its_word_in_chinese(program: Program) -> None:
    program.choose_language("zh_CN")
    assert [words.times(value) for value in (2.84, 0.351, None)] == ["2.8 倍", "0.35 倍", "—"]
    assert filled.FORMS["times"](2.0) == "2.0 倍"
    program.choose_language("en")
    assert words.times(2.84) == "2.8 ×"


def test_of_settlements_it_is_said_what_was_compared() -> None:
    fact = JoinFact(BatchKind.SETTLEMENT, "douyin", "", "s.csv", "", "d", 9, 9, 0, compared=9)
    assert "only the sum kept" in imports.check_part([fact])
    assert "only the sum kept" not in imports.check_part([replace(fact, kind=BatchKind.REFUNDS)])


def test_a_long_choice_is_read_from_its_beginning(qtbot: QtBot) -> None:
    names = [(f"h{n}", f"A host whose name is long enough to be cut, number {n}") for n in range(30)]
    field = editor(FieldSpec("host", "Host", "choice", choices=lambda: names))
    qtbot.addWidget(field.widget)
    box = field.widget
    assert isinstance(box, QComboBox)
    field.put("h7")
    assert box.lineEdit().cursorPosition() == 0
    box.setCurrentIndex(9)
    box.activated.emit(9)
    assert box.lineEdit().cursorPosition() == 0


def test_names_in_a_row_are_set_apart_as_chinese_does(program: Program) -> None:
    program.choose_language("zh_CN")
    assert words.series(["甲", "乙"]) == "甲、乙"
    assert words.listed(["先这样", "再那样"]) == "先这样，再那样"
    program.choose_language("en")
    assert words.series(["A", "B"]) == "A, B"


@pytest.fixture(scope="module")
def plan() -> Plan:
    made = advise(demo_snapshot(load()), load({"risk.draws": 200})).plan
    assert made is not None
    return made


def test_a_way_of_choosing_that_loses_is_said_to_lose(plan: Plan) -> None:
    rich, poor, fair = (replace(plan, risk=replace(plan.risk, mean=mean)) for mean in (76e3, -27e3, 5e4))
    assert "would lose ¥27,000" in plans._rule("biggest", rich, poor)
    assert "−" not in plans._rule("biggest", rich, poor)
    assert "would bring ¥50,000" in plans._rule("biggest", rich, fair)


def test_what_hosts_lose_to_each_other_is_said_beside_their_sums_on_the_overview(plan: Plan) -> None:
    found: Any = SimpleNamespace(plan=replace(plan, risk=replace(plan.risk, shared_stock=8_100.0)))
    assert "¥8,100 less" in overview.pyramid(found)


def test_hosts_that_are_unclear_are_counted_only_where_there_are_some() -> None:
    none, some = (
        SimpleNamespace(hosts=9, doubt=SimpleNamespace(hosts=9, doubtful=1, unknown=unknown, chosen=True))
        for unknown in (0, 4)
    )
    found: Any = none
    assert overview._doubt(found) == ("1 of 9", "of the chosen hosts")
    found = some
    assert overview._doubt(found) == ("1 of 9", "of the chosen hosts; 4 more are unclear")
