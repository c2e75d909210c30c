"""The overview on the real window: what is missing first, a plan that comes by itself, and one button for each step."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel
from pytestqt.qtbot import QtBot

from gui import words
from gui.app import Program
from gui.dialogs.importing import ImportDialog
from gui.helptexts import find
from gui.pages.matrix import MatrixPage
from gui.pages.overview import OverviewPage
from gui.words.nextsteps import NEXT
from gui.words.overview import NAMES, told
from gui.words.plans import mix
from model.deciding.known import State
from model.records import Snapshot
from model.results import Result
from tests.guards import STALLED
from tests.gui.shop import COFFEE, HOSTS, SHOP

LONG = 30_000


@pytest.fixture
def page(program: Program) -> OverviewPage:
    """The page with all its parts; no plan is made before the test says so."""
    made = program.window.pages["overview"]
    assert isinstance(made, OverviewPage)
    for piece in made.pieces():
        piece()
    return made


def settled(qtbot: QtBot, page: OverviewPage, code: str) -> None:
    """Wait until the page speaks this verdict and nothing of it is on its way."""

    def is_there() -> bool:
        busy = page._soon.isActive() or page._survey.is_running() or page._checks.is_running()
        found = page._found
        return not busy and not page.planner.is_busy() and found is not None and found.verdict.code == code

    qtbot.waitUntil(is_there, timeout=LONG)


def planned(qtbot: QtBot, page: OverviewPage, shop: Snapshot = SHOP) -> None:
    """A shop whose plan came by itself."""
    page.session.fill(shop)
    page.planner.wake()
    qtbot.waitUntil(lambda: page._found is not None and page._found.plan is not None, timeout=LONG)
    qtbot.waitUntil(lambda: page._found is not None and page._found.doubt is not None, timeout=LONG)


def shown(page: OverviewPage, code: str) -> str:
    return page.tiles.tiles[code].figure.text()


def state(page: OverviewPage, step: str) -> str:
    return page.steps.rows[step].state.text()


# ── what is missing ──


def test_the_window_opens_with_the_overview(program: Program, page: OverviewPage) -> None:
    assert program.window.nav.currentRow() == 0
    assert program.window.stack.currentWidget() is page


def test_an_empty_project_says_what_to_do_and_has_one_main_button(qtbot: QtBot, page: OverviewPage) -> None:
    settled(qtbot, page, "say_no_products")
    assert "import your files" in page.verdict.sentence.text()
    assert page.verdict.main.text() == "Import files…"
    assert page.verdict.second.isVisible()
    assert shown(page, "klass") == "Describe a product"
    qtbot.mouseClick(page.verdict.main, Qt.MouseButton.LeftButton)
    assert page.window().findChild(ImportDialog) is not None


def test_describing_a_product_leads_to_the_products(
    qtbot: QtBot, program: Program, page: OverviewPage
) -> None:
    settled(qtbot, page, "say_no_products")
    qtbot.mouseClick(page.verdict.second, Qt.MouseButton.LeftButton)
    assert program.window.stack.currentWidget() is program.window.pages["products"]


def test_without_a_number_the_card_says_what_to_do_never_nothing(qtbot: QtBot, page: OverviewPage) -> None:
    for shop, code in (
        (Snapshot(), "say_no_products"),
        (Snapshot((COFFEE,)), "say_no_hosts"),
        (Snapshot((COFFEE,), HOSTS), "say_no_budget"),
        (SHOP, "say_no_plan"),
    ):
        page.session.fill(shop)
        settled(qtbot, page, code)
        for number in NAMES:
            assert page.tiles.tiles[number].figure.text() not in ("", "0", "—", "…"), (code, number)


def test_products_without_hosts_ask_for_a_roster(qtbot: QtBot, page: OverviewPage) -> None:
    page.session.fill(Snapshot((COFFEE,)))
    settled(qtbot, page, "say_no_hosts")
    assert not page.verdict.second.isVisible()
    assert shown(page, "klass").startswith("≈ ")
    assert shown(page, "hosts") == "Import a roster"
    assert state(page, "mend") in ("done", "unsure", "now")


def test_without_a_budget_the_button_leads_to_the_matrix(
    qtbot: QtBot, program: Program, page: OverviewPage
) -> None:
    page.session.fill(Snapshot((COFFEE,), HOSTS))
    page.planner.wake()
    settled(qtbot, page, "say_no_budget")
    assert not page.planner.tried
    qtbot.mouseClick(page.verdict.main, Qt.MouseButton.LeftButton)
    assert isinstance(program.window.stack.currentWidget(), MatrixPage)


# ── the plan ──


def test_a_reopened_project_gets_its_plan_by_itself_once_the_libraries_are_there(
    qtbot: QtBot, page: OverviewPage
) -> None:
    page.session.fill(SHOP)
    settled(qtbot, page, "say_no_plan")
    texts: list[str] = []
    page.planner.job.progressed.connect(lambda code, _share: texts.append(code))
    page.planner.wake()
    qtbot.waitUntil(page.planner.job.is_running)
    assert page.verdict.work.stop.isVisible()
    qtbot.waitUntil(lambda: page.last.advice is not None, timeout=LONG)
    qtbot.waitUntil(lambda: page._found is not None and page._found.plan is not None, timeout=LONG)
    assert {"candidates", "solving", "risk"} <= set(texts)
    assert not page.verdict.work.stop.isVisible()
    plan = page._found.plan if page._found else None
    assert plan is not None
    assert shown(page, "hosts") == mix(plan)
    assert f"Hire {len(plan.choices)} hosts" in page.verdict.sentence.text()
    assert words.money_short(plan.spend) in page.verdict.sentence.text()


def test_the_matrix_page_shows_that_very_plan_and_makes_none(
    qtbot: QtBot, program: Program, page: OverviewPage
) -> None:
    planned(qtbot, page)
    runs: list[bool] = []
    page.planner.job.running.connect(runs.append)
    qtbot.mouseClick(page.verdict.main, Qt.MouseButton.LeftButton)
    matrix = program.window.pages["matrix"]
    assert isinstance(matrix, MatrixPage)
    program.window.later.finish()
    assert matrix._advice is page.last.advice
    plan = matrix._advice.plan if matrix._advice else None
    assert plan is not None
    assert {row.id for row in matrix.plan.choices.model.rows} == {choice.id for choice in plan.choices}
    assert runs == []
    assert not matrix.notice.isVisible()


def test_the_same_plan_comes_of_either_page(qtbot: QtBot, program: Program, page: OverviewPage) -> None:
    planned(qtbot, page)
    first = page.last.advice
    matrix = program.window.show_page("matrix")
    assert isinstance(matrix, MatrixPage)
    program.window.later.finish()
    with qtbot.waitSignal(page.planner.job.done, timeout=LONG):
        matrix.recommend()
    again = page.last.advice
    assert again is not first
    assert again is not None
    assert first is not None
    assert again.plan == first.plan


def test_a_plan_can_be_stopped_and_asked_for_again(qtbot: QtBot, page: OverviewPage) -> None:
    page.session.fill(SHOP)
    page.planner.wake()
    qtbot.waitUntil(page.planner.job.is_running)
    qtbot.mouseClick(page.verdict.work.stop, Qt.MouseButton.LeftButton)
    settled(qtbot, page, "say_no_plan")
    assert page.last.advice is None
    assert page.verdict.main.text() == "Make the plan"
    qtbot.mouseClick(page.verdict.main, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page._found is not None and page._found.plan is not None, timeout=LONG)


def test_a_plan_that_is_out_of_date_says_so_and_has_one_button(qtbot: QtBot, page: OverviewPage) -> None:
    planned(qtbot, page)
    before = page.last.advice
    page.session.save_product(replace(page.session.snapshot().products[0], price=59.0), by=None)
    qtbot.waitUntil(page.verdict.mark.isVisible, timeout=LONG)
    assert page.verdict.mark.text() == "Out of date"
    assert page.verdict.main.text() == "Plan again"
    assert state(page, "choose") == "now"
    qtbot.mouseClick(page.verdict.main, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.last.advice is not before and not page.last.is_stale, timeout=LONG)
    qtbot.waitUntil(lambda: not page.verdict.mark.isVisible(), timeout=LONG)


def test_a_change_while_the_plan_is_made_leaves_it_out_of_date(qtbot: QtBot, page: OverviewPage) -> None:
    page.session.fill(SHOP)
    page.planner.wake()
    qtbot.waitUntil(page.planner.job.is_running)
    page.session.save_product(replace(page.session.snapshot().products[0], price=59.0), by=None)
    qtbot.waitUntil(lambda: page.last.advice is not None, timeout=LONG)
    assert page.last.is_stale
    qtbot.waitUntil(page.verdict.mark.isVisible, timeout=LONG)


def test_where_nobody_is_worth_it_the_page_says_why(qtbot: QtBot, page: OverviewPage) -> None:
    page.session.fill(replace(SHOP, request=replace(SHOP.request, budget=1.0)))
    page.planner.wake()
    settled(qtbot, page, "say_nobody")
    assert page.verdict.note.isVisible()
    assert page.verdict.note.text()
    assert shown(page, "profit") == "Loosen a limit"
    assert page.verdict.main.text() == "See the limits"


def test_another_project_forgets_the_plan_of_the_first(qtbot: QtBot, page: OverviewPage) -> None:
    planned(qtbot, page)
    assert page.session.path is not None
    page.session.new(page.session.path.with_name("other.rmx"))
    settled(qtbot, page, "say_no_products")
    assert page.last.advice is None
    assert shown(page, "profit") == "Comes with the plan"


def test_of_very_many_hosts_the_plan_is_not_made_unbidden(
    qtbot: QtBot, page: OverviewPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.pages.overview.MANY", len(HOSTS))
    page.session.fill(SHOP)
    page.planner.wake()
    qtbot.waitUntil(lambda: page._found is not None and page._found.doubt is not None, timeout=LONG)
    settled(qtbot, page, "say_no_plan")
    assert not page.planner.tried
    assert f"{len(HOSTS)} hosts" in page.verdict.sentence.text()


def test_a_plan_from_before_is_told_as_out_of_date_on_the_matrix_page_too(
    qtbot: QtBot, program: Program, page: OverviewPage
) -> None:
    planned(qtbot, page)
    page.session.save_product(replace(page.session.snapshot().products[0], price=59.0), by=None)
    matrix = program.window.show_page("matrix")
    assert isinstance(matrix, MatrixPage)
    program.window.later.finish()
    assert matrix._advice is page.last.advice
    assert matrix.notice.isVisible()
    assert "Recommend" in matrix.notice.text.text()


# ── the way ──


@pytest.mark.parametrize(
    ("step", "name"),
    [
        ("mend", "products"),
        ("check", "roster"),
        ("choose", "matrix"),
        ("book", "launch"),
        ("review", "results"),
    ],
)
def test_each_step_leads_to_its_page(
    qtbot: QtBot, program: Program, page: OverviewPage, step: str, name: str
) -> None:
    settled(qtbot, page, "say_no_products")
    qtbot.mouseClick(page.steps.rows[step].button, Qt.MouseButton.LeftButton)
    assert program.window.stack.currentWidget() is program.window.pages[name]


def test_booking_and_results_move_the_steps_on(qtbot: QtBot, program: Program, page: OverviewPage) -> None:
    planned(qtbot, page)
    plan = page._found.plan if page._found else None
    assert plan is not None
    assert state(page, "review") == "not yet"
    deals = tuple((c.id, c.candidate.offer.offer.name, c.candidate.sessions) for c in plan.choices)
    request = page.session.snapshot().request
    booked = replace(request, limits=replace(request.limits, booked=deals))
    page.session.save_request(booked, by=None)
    qtbot.waitUntil(lambda: state(page, "book") == "done", timeout=LONG)
    assert state(page, "choose") == "now"  # what was booked is not in the plan yet
    qtbot.mouseClick(page.verdict.main, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: state(page, "review") == "now" or state(page, "mend") == "now", timeout=LONG)
    for host, _, _ in deals:
        page.session.save_result(Result(host, "Coffee", dt.date(2026, 3, 1), orders=5), "x", by=None)
    qtbot.waitUntil(lambda: state(page, "review") == "done", timeout=LONG)


def test_what_changes_elsewhere_is_seen_on_coming_back(
    qtbot: QtBot, program: Program, page: OverviewPage
) -> None:
    settled(qtbot, page, "say_no_products")
    program.window.show_page("settings")
    page.session.fill(Snapshot((COFFEE,)))
    qtbot.waitUntil(lambda: page._missed)
    program.window.show_page("overview")
    settled(qtbot, page, "say_no_hosts")


# ── why ──


@pytest.mark.parametrize("spoken", ["zh_CN", "en"])
def test_every_number_has_its_paragraph_in_both_languages(spoken: str) -> None:
    for code in NAMES:
        told = find(f"numbers#{code.replace('_', '-')}", spoken)
        assert told.title
        assert len(told.text) > 30
        assert "{#" not in told.title + told.text


def test_a_topic_nobody_wrote_is_a_fault() -> None:
    with pytest.raises(KeyError):
        find("numbers#nothing", "en")


def test_the_question_mark_shows_why_and_goes_away(
    qtbot: QtBot, program: Program, page: OverviewPage
) -> None:
    button = page.tiles.tiles["break_even"].why
    assert button.accessibleName() == "Why? Break-even orders"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    cards = [one for one in button.findChildren(QFrame) if one.isWindow()]
    assert [one.isVisible() for one in cards] == [True]
    assert "earn back slot fees" in cards[0].findChildren(QLabel)[1].text()
    qtbot.keyClick(cards[0], Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not [one for one in button.findChildren(QFrame) if one.isWindow()])
    program.choose_language("zh_CN")
    assert button.accessibleName().endswith("保本订单")


# ── words ──


def test_every_reason_of_the_overview_has_its_words_in_the_table() -> None:
    import ast
    from pathlib import Path

    import model.deciding as room

    codes = {
        node.value
        for file in Path(room.__path__[0]).glob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and node.value.startswith(("say_", "next_"))
    }
    assert codes == set(NEXT)


def test_the_chinese_overview_has_no_english(qtbot: QtBot, program: Program, page: OverviewPage) -> None:
    renamed = tuple(replace(host, name=f"达人{n}") for n, host in enumerate(HOSTS))
    shop = replace(SHOP, products=(replace(COFFEE, name="咖啡豆"),), influencers=renamed)
    planned(qtbot, page, shop)
    program.choose_language("zh_CN")
    labels = [one.text() for one in page.findChildren(QLabel) if one.isVisible()]
    labels += [one.toolTip() for one in page.tiles.tiles.values()]
    labels += [row.button.accessibleName() for row in page.steps.rows.values()]
    english = [text for text in labels if any("a" <= sign.lower() <= "z" for sign in text)]
    assert [text for text in english if text.strip("≈ ")[:2] not in ("A，", "B，", "C，", "D，")] == []


def test_numbers_are_said_aloud_with_what_they_rest_on(qtbot: QtBot, page: OverviewPage) -> None:
    planned(qtbot, page)
    for code, tile in page.tiles.tiles.items():
        assert tile.accessibleName() == f"{NAMES[code]}, {tile.figure.text()}"
        assert tile.toolTip()
        assert tile.figure.text() in tile.accessibleDescription()
    assert page._found is not None
    guessed = {one.value for one in page._found.guessed}
    assert {code for code in NAMES if told(code, page._found).figure.startswith("≈")} == guessed
    assert all(one.state in State for one in page._found.steps)


def test_nothing_stalls_while_the_plan_comes(
    qtbot: QtBot, page: OverviewPage, heartbeat: Callable[[], object]
) -> None:
    page.session.fill(SHOP)
    settled(qtbot, page, "say_no_plan")
    with heartbeat() as beat:  # type: ignore[attr-defined]
        page.planner.wake()
        qtbot.waitUntil(lambda: page._found is not None and page._found.plan is not None, timeout=LONG)
        qtbot.waitUntil(lambda: page._found is not None and page._found.doubt is not None, timeout=LONG)
    assert beat.longest < STALLED
