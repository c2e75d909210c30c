"""Limits that are moved, a search that is stopped early, and what hangs on one host."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QThreadPool
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from gui import words
from gui.app import Program
from gui.pages import planner as module
from gui.pages import quicklook
from gui.pages.matrix import MatrixPage
from gui.pages.sliders import BUDGETS, ODDS, SHARES, StopSlider
from gui.words import single as told
from model.advice import advise, groundwork
from model.matrix import single
from model.matrix.preview import glance
from model.matrix.single import Change, WaysIn, Without
from model.policy import load
from model.records import Request
from tests.gui.shop import SHOP


@pytest.fixture
def page(program: Program) -> MatrixPage:
    program.session.fill(SHOP)
    page = program.window.show_page("matrix")
    assert isinstance(page, MatrixPage)
    return page


@pytest.fixture
def planned(qtbot: QtBot, page: MatrixPage) -> MatrixPage:
    plan_anew(qtbot, page)
    return page


def plan_anew(qtbot: QtBot, page: MatrixPage) -> None:
    with qtbot.waitSignal(page._job.done, timeout=20_000):
        qtbot.mouseClick(page.limits.go, Qt.MouseButton.LeftButton)


def slider(page: MatrixPage, name: str = "budget") -> StopSlider:
    return page.limits.sliders.of[name]


def field(page: MatrixPage, name: str) -> str:
    form = page.limits.form if name in page.limits.form.values() else page.limits.further
    return form.values()[name]


# ── sliders ──


def test_a_moved_limit_shows_a_quick_estimate_at_once_and_the_exact_plan_at_rest(
    qtbot: QtBot, program: Program, planned: MatrixPage
) -> None:
    before = planned._advice
    place = BUDGETS.index(5_000.0)
    with qtbot.waitSignal(planned.quick.found, timeout=20_000) as found:
        slider(planned).setValue(place)
    assert field(planned, "budget") == "5000"
    assert planned.mark.isVisible()
    assert "Quick" in planned.mark.text()
    shop = program.session.snapshot()
    expected = glance(groundwork(shop, load()).table, Request(5_000.0), load())
    assert found.args[0] == expected
    assert words.money_short(words.rough(expected.risk.mean)) in planned.verdict.text()
    assert planned._advice is before, "below is still the plan before"
    assert program.session.snapshot().request.budget == 8_000.0, "nothing is kept before it rests"
    with qtbot.waitSignal(planned._job.done, timeout=20_000):
        pass
    assert not planned.mark.isVisible()
    assert program.session.snapshot().request.budget == 5_000.0
    advice = planned._advice
    assert advice is not None
    assert advice.plan is not None
    assert advice.plan == advise(program.session.snapshot(), load()).plan
    assert advice.plan.objective >= expected.objective * (1 - 1e-9)
    assert planned.quick.ground is not None
    assert planned.quick.ground.work is advice.ground
    assert before is not None
    assert advice.ground is before.ground, "only a limit has changed"
    program.session.undo()
    assert slider(planned).value() == BUDGETS.index(8_000.0)


def test_while_a_slider_moves_on_the_last_place_is_answered(
    qtbot: QtBot, planned: MatrixPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[float] = []
    gate = threading.Event()
    real = quicklook.glanced

    def slow(question: Any, *rest: Any, **kw: Any) -> Any:
        asked.append(question.snapshot.request.budget)
        assert gate.wait(20)
        return real(question, *rest, **kw)

    monkeypatch.setattr(quicklook, "glanced", slow)
    places = [BUDGETS.index(yuan) for yuan in (7_000.0, 6_000.0, 5_000.0, 4_000.0)]
    for place in places:
        slider(planned).setValue(place)
    qtbot.waitUntil(lambda: bool(asked))
    seen: list[float] = []
    planned.quick.found.connect(lambda found: seen.append(found.budget))
    planned.limits.sliders.stay()  # it does not rest yet
    gate.set()
    qtbot.waitUntil(lambda: len(seen) == 2, timeout=20_000)
    assert seen == asked == [7_000.0, 4_000.0]
    assert not planned._job.is_running()


def test_the_first_move_makes_the_groundwork_which_the_exact_plan_takes_over(
    qtbot: QtBot, page: MatrixPage
) -> None:
    assert page.quick.ground is None
    with qtbot.waitSignals([page.quick.found, page._job.done], timeout=20_000):
        slider(page).setValue(BUDGETS.index(9_000.0))
    assert page._advice is not None
    assert page.quick.ground is not None
    assert page._advice.ground is page.quick.ground.work


def test_where_the_exact_plan_makes_the_groundwork_the_estimate_waits_for_it(
    qtbot: QtBot, page: MatrixPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    pool, first, answered = QThreadPool.globalInstance(), threading.Event(), threading.Event()
    look, search = quicklook.glanced, module.advised

    def slow_at_first(*args: Any, **kw: Any) -> Any:
        if args[1] is None:
            first.set()
            assert answered.wait(20)
        return look(*args, **kw)

    def after_the_estimate(*args: Any, tell: Callable[..., None], **kw: Any) -> Any:
        def tell_and_wait(*news: object) -> None:
            tell(*news)
            assert answered.wait(20)

        return search(*args, tell=tell_and_wait, **kw)

    monkeypatch.setattr(quicklook, "glanced", slow_at_first)
    monkeypatch.setattr(module, "advised", after_the_estimate)
    threads = pool.maxThreadCount()
    pool.setMaxThreadCount(3)
    page.quick.found.connect(lambda _found: answered.set())
    slider(page).setValue(BUDGETS.index(9_000.0))
    qtbot.waitUntil(first.is_set)
    with qtbot.waitSignal(page._job.done, timeout=20_000):
        page.limits.sliders.rested.emit()
    pool.setMaxThreadCount(threads)
    assert answered.is_set()
    assert page._advice is not None
    assert page.quick.ground is not None
    assert page.quick.ground.work is page._advice.ground


def test_stopping_after_a_move_goes_back_to_the_plan_and_says_it_is_not_of_these_limits(
    qtbot: QtBot, planned: MatrixPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    verdict = planned.verdict.text()
    monkeypatch.setattr(module, "advised", until_cancelled)
    with qtbot.waitSignal(planned.quick.found, timeout=20_000):
        slider(planned).setValue(BUDGETS.index(3_000.0))
    assert planned.verdict.text() != verdict
    qtbot.waitUntil(planned._job.is_running)
    qtbot.mouseClick(planned.limits.work.stop, Qt.MouseButton.LeftButton)
    assert planned.verdict.text() == verdict
    assert "Recommend" in planned.notice.text.text()
    assert planned.notice.isVisible()


def until_cancelled(*_: object, cancelled: Callable[[], bool], **__: object) -> None:
    while not cancelled():
        threading.Event().wait(0.001)


def test_a_move_is_forgotten_when_something_else_is_undone(
    qtbot: QtBot, program: Program, planned: MatrixPage
) -> None:
    planned.toggle("h0", "bans")
    qtbot.waitUntil(lambda: not planned._job.is_running(), timeout=20_000)
    with qtbot.waitSignal(planned.quick.found, timeout=20_000):
        slider(planned).setValue(BUDGETS.index(3_000.0))
    program.session.undo()
    assert planned._glance is None
    assert field(planned, "budget") == "8000"
    assert not planned.limits.sliders._rest.isActive()


def test_nothing_that_keeps_the_limits_is_said_at_a_glance(qtbot: QtBot, planned: MatrixPage) -> None:
    with qtbot.waitSignal(planned.quick.found, timeout=20_000):
        slider(planned, "max_share").setValue(SHARES.index(0.01))
    assert "nobody" in planned.verdict.text()
    with qtbot.waitSignal(planned._job.failed, timeout=20_000):
        pass
    assert planned._glance is None
    assert planned.notice.isVisible()


def test_sliders_and_fields_follow_each_other(qtbot: QtBot, page: MatrixPage) -> None:
    box = page.limits.form.editor("budget")
    assert isinstance(box, QLineEdit)
    box.selectAll()
    qtbot.keyClicks(box, "1.9w")
    assert BUDGETS[slider(page).value()] in (18_000.0, 20_000.0)
    box.selectAll()
    qtbot.keyClicks(box, "much")
    assert BUDGETS[slider(page).value()] in (18_000.0, 20_000.0), "what cannot be read moves nothing"
    for name, stops, place, text in (
        ("max_share", SHARES, SHARES.index(0.25), "25"),
        ("max_share", SHARES, SHARES.index(None), ""),
        ("loss_odds", ODDS, 0, "1"),
        ("loss_odds", ODDS, len(ODDS) - 1, ""),
    ):
        slider(page, name).setValue(0 if place else 1)
        slider(page, name).setValue(place)
        assert field(page, name) == text
        assert slider(page, name).maximum() == len(stops) - 1
    page.limits.sliders.stay()
    page.quick.forget()


def test_a_slider_is_moved_by_the_keyboard_and_the_wheel_leaves_it_alone(
    qtbot: QtBot, page: MatrixPage
) -> None:
    moved = slider(page)
    box = page.limits.form.editor("budget")
    box.setFocus()
    before = moved.value()
    wheel(moved)
    assert moved.value() == before
    qtbot.keyClick(box, Qt.Key.Key_Tab)
    assert moved.hasFocus()
    qtbot.keyClick(moved, Qt.Key.Key_Right)
    assert moved.value() == before + 1
    wheel(moved)
    assert moved.value() > before + 1
    assert moved.accessibleName()
    page.limits.sliders.stay()
    page.quick.forget()


def wheel(widget: StopSlider) -> None:
    at = QPointF(widget.rect().center())
    event = QWheelEvent(
        at, widget.mapToGlobal(at), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


# ── the best so far ──


def test_enough_takes_the_best_plan_so_far_with_its_honest_gap(
    qtbot: QtBot, program: Program, page: MatrixPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = module.advised
    pressed = threading.Event()

    def patient(*args: Any, enough: Callable[[], bool], tell: Callable[..., None], **kw: Any) -> Any:
        def tell_and_wait(*news: object) -> None:
            tell(*news)
            if news[0] == "best" and float(str(news[1])) > 0:
                assert pressed.wait(20)

        return real(*args, enough=enough, tell=tell_and_wait, **kw)

    monkeypatch.setattr(module, "advised", patient)
    assert not page.limits.take.isVisible()
    qtbot.mouseClick(page.limits.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.limits.take.isVisible, timeout=20_000)
    assert "Best plan so far: ¥" in page.limits.best.text()
    assert "at most" in page.limits.best.text()
    page._catch_up()  # comes a turn after the page, at times after the first plan: what is told stays
    assert page.limits.take.isVisible()
    with qtbot.waitSignal(page._job.done, timeout=20_000):
        qtbot.mouseClick(page.limits.take, Qt.MouseButton.LeftButton)
        pressed.set()
    assert not page.limits.take.isVisible()
    assert page._advice is not None
    plan = page._advice.plan
    assert plan is not None
    best = advise(program.session.snapshot(), load()).plan
    assert best is not None
    assert plan.status == "stopped"
    assert plan.objective <= best.bound + 1e-6
    assert plan.bound >= best.objective - 1e-6, "the gap told is proven"
    assert f"at most {words.percent(plan.gap, 2)} short" in page.verdict.text()


# ── one host ──


def test_the_story_of_a_chosen_host_says_what_is_lost_without_him(
    qtbot: QtBot, program: Program, planned: MatrixPage
) -> None:
    view = planned.plan
    choice = view.choices.model.rows[2]
    with qtbot.waitSignal(view.without.told, timeout=20_000) as found:
        view.choices.choose(choice.id)
    assert planned._advice is not None
    assert planned._advice.plan is not None
    table, request = planned._advice.ground.table, program.session.snapshot().request
    expected = single.without(planned._advice.plan, table, request, load(), choice.id)
    assert found.args == [choice, expected]
    assert view.story.without.text() == told.without(expected)
    with qtbot.waitSignal(view.without.told, timeout=20_000):
        view.choices.choose(view.choices.model.rows[0].id)
    view.choices.choose(choice.id)
    assert view.story.without.text() == told.without(expected), "what is known is told at once"


def test_a_host_left_out_is_told_what_would_bring_him_in(
    qtbot: QtBot, program: Program, planned: MatrixPage
) -> None:
    view = planned.plan
    view.setCurrentIndex(view.count() - 1)
    row = next(r for r in view.rejected.model.rows if r.short_by)
    with qtbot.waitSignal(view.ways_in.told, timeout=60_000) as found:
        view.rejected.choose(row.id)
        assert "Working out" in view.left_out.note.text()
    assert "≈" in view.left_out.about.text()
    ways = found.args[1]
    assert view.left_out.ways.text().splitlines()[1:] == told.ways_in(ways)
    assert planned._advice is not None
    assert ways == single.ways_in(
        planned._advice.ground.table, program.session.snapshot().request, load(), row.id, row.short_by
    )
    plan_anew(qtbot, planned)
    assert "Working out" in view.left_out.note.text(), "another plan is another answer"


def test_a_banned_host_is_only_said_to_be_banned(qtbot: QtBot, planned: MatrixPage) -> None:
    planned.toggle("h0", "bans")
    qtbot.waitUntil(lambda: not planned._job.is_running(), timeout=20_000)
    planned.plan.setCurrentIndex(planned.plan.count() - 1)
    planned.plan.rejected.choose("h0")
    story = planned.plan.left_out
    assert story.why.text() == "Banned by you."
    assert not story.note.isVisible()
    assert not planned.plan.ways_in._soon.isActive()


def test_every_answer_about_a_host_is_a_sentence() -> None:
    fee, views = Change("fee", 3_000.0, 2_310.0), Change("fee", 3_400.0, 5_200.0)
    both = told.ways_in(WaysIn(fee, views, views_estimated=True))
    assert "¥2,310" in both[0]
    assert "¥690 less" in both[0]
    assert "instead of ≈3,400: 1.5 times" in both[1]
    assert "without any slot fee" in told.ways_in(WaysIn(Change("fee", 10.0, 0.0), None))[0]
    none = told.ways_in(WaysIn(None, None))
    assert "not even for nothing" in none[0]
    assert "viewers alone" in none[1]
    assert "¥690 are missing" in told.estimate(690.0, "stock_used_up")
    assert told.missing(690.0) == "≈¥690"
    assert told.missing(0.2) == "nearly in", "never ≈¥0"
    assert "more stock" in told.estimate(0.2, "stock_used_up")
    assert "less fee" in told.estimate(0.2, "outbid")
    assert told.without(Without(None, None)) == "Without this host no plan keeps all limits."
    assert "earns as much. Nobody" in told.without(Without(0.0, 0.4))
    assert "¥100 – ¥200 less. Instead: “A”." in told.without(Without(100.0, 200.0, ("A",)))
    assert "and 2 more" in told.without(Without(100.0, 200.0, ("A", "B", "C", "D", "E")))
