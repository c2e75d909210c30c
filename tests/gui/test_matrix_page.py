"""The matrix page: asks for a plan, shows it, and says why when there can be none."""

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPoint, Qt, QThreadPool
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

import gui.charts.matrix
import gui.report  # noqa: F401 - a first import belongs to no test's time
from gui import words
from gui.app import Program
from gui.charts.view import ChartView
from gui.pages import planner
from gui.pages.matrix import MatrixPage
from gui.pages.verdict import sentences
from gui.words.plans import LIMITS
from model.advice import advise
from model.errors import Cancelled, Reason
from model.intake.files.files import read_grids
from model.matrix.story import story_of
from model.policy import load
from model.records import Influencer, Offer, Request, Snapshot
from tests.gui.shop import COFFEE, HOSTS, SHOP


@pytest.fixture
def page(program: Program) -> MatrixPage:
    page = program.window.show_page("matrix")
    assert isinstance(page, MatrixPage)
    return page


def ask(qtbot: QtBot, page: MatrixPage) -> None:
    """Press the button and wait until the answer is shown."""
    qtbot.mouseClick(page.limits.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not page._job.is_running(), timeout=20_000)


@pytest.fixture
def planned(qtbot: QtBot, program: Program, page: MatrixPage) -> MatrixPage:
    program.session.fill(SHOP)
    ask(qtbot, page)
    return page


def chosen(page: MatrixPage) -> set[str]:
    return {choice.id for choice in page.plan.choices.model.rows}


def line(page: MatrixPage, name: str) -> QLineEdit:
    widget = page.limits.form.editor(name)
    assert isinstance(widget, QLineEdit)
    return widget


def put(qtbot: QtBot, page: MatrixPage, name: str, text: str) -> None:
    box = line(page, name)
    box.setFocus()
    box.selectAll()
    qtbot.keyClick(box, Qt.Key.Key_Delete)
    qtbot.keyClicks(box, text)
    qtbot.keyClick(box, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: not box.hasFocus())


# ── a plan ──


def test_recommend_shows_a_plan_with_its_verdict_and_how_good_it_is(planned: MatrixPage) -> None:
    assert planned._advice is not None
    plan = planned._advice.plan
    assert plan is not None
    assert len(chosen(planned)) == len(plan.choices) > 3
    assert len(planned.plan.rejected.model.rows) == len(HOSTS) - len(plan.choices)
    assert str(len(plan.choices)) in planned.verdict.text()
    assert plan.gap < 0.05
    for gap, told in (
        (0.0, "best within the limits"),
        (0.00004, "best within the limits"),
        (0.00006, "within 0.01% of the best"),
        (0.0123, "within 1.23% of the best"),
    ):
        planned.figures.show_plan(replace(plan, gap=gap))
        assert told in {part.text() for parts in planned.figures._labels for part in parts}
    assert not planned.notice.isVisible()


def test_a_likely_loss_is_told_with_the_middle_that_a_few_successes_hide(planned: MatrixPage) -> None:
    assert planned._advice is not None
    plan = planned._advice.plan
    assert plan is not None
    skewed = replace(plan, risk=replace(plan.risk, mean=13_981.0, p50=1_728.0))
    told = "In half of all cases it stays below ¥1,700."
    assert told not in sentences(replace(skewed, warnings=()))
    assert told in sentences(replace(skewed, warnings=(Reason("loss_likely"),)))


def test_the_focus_is_back_on_the_button_when_the_plan_is_made(qtbot: QtBot, planned: MatrixPage) -> None:
    panel = planned.limits
    panel.window().activateWindow()
    panel.go.setFocus()
    qtbot.waitUntil(panel.go.hasFocus)
    panel.set_running(True)
    assert panel.hasFocus()
    panel.set_running(False)
    assert panel.go.hasFocus()


@pytest.mark.parametrize(
    ("mean", "codes", "first"),
    [
        (9e3, (), "Hire "),
        (9e3, ("fees_unasked",), "Ask for prices before you sign: "),
        (9e3, ("loss_likely",), "Be careful: "),
        (9e3, ("loss_likely", "loss_toss"), "A coin toss, do not sign: "),
        (-9e3, ("loss_likely", "loss_toss"), "Do not sign: "),
    ],
)
def test_the_page_says_what_the_overview_says(
    planned: MatrixPage, mean: float, codes: tuple[str, ...], first: str
) -> None:
    assert planned._advice is not None
    plan = planned._advice.plan
    assert plan is not None
    warnings = tuple(Reason(code) for code in codes)
    assert sentences(replace(plan, risk=replace(plan.risk, mean=mean), warnings=warnings)).startswith(first)


def test_every_chart_is_drawn(qtbot: QtBot, planned: MatrixPage) -> None:
    view = planned.plan
    for place, chart in enumerate(
        (view.pyramid, view.hosts, view.risk.chart, view.spread, view.compare.chart), 1
    ):
        planned.plan.setCurrentIndex(place)
        qtbot.waitUntil(lambda chart=chart: not chart.image().isNull(), timeout=20_000)
        assert chart.canvas.sentence == ""
        assert chart.title.isVisible()
        colours = {
            chart.image().pixelColor(x, y).rgb()
            for x in range(0, min(400, chart.image().width()), 3)
            for y in range(0, min(200, chart.image().height()), 3)
        }
        assert len(colours) > 5


def test_the_comparison_is_made_when_it_is_looked_at_and_anew_for_another_plan(
    qtbot: QtBot, program: Program, planned: MatrixPage
) -> None:
    view = planned.plan.compare
    assert not view.rivals.model.rows
    with qtbot.waitSignal(view._job.done, timeout=30_000):
        planned.plan.setCurrentIndex(5)
        assert "with other limits" in view.rivals._empty.nothing
        assert "in a moment" in view.chart.canvas.sentence
    assert "appears with the plan" in view.rivals._empty.nothing
    assert [row.code for row in view.rivals.model.rows] == ["recommended", "free_mix", "biggest", "evenly"]
    own = view.rivals.model.rows[0].plan
    assert own is not None
    assert own.budget == 8_000
    assert "“" in view.verdict.text()
    told = {view.chart.summary.text()}
    for place in (1, 2):
        view.kinds.setCurrentIndex(place)
        told.add(view.chart.summary.text())
    assert len(told) == 3
    assert "%" in view.chart.summary.text()
    view.kinds.setCurrentIndex(3)
    assert view.trials.isVisible()
    assert not view.chart.isVisible()
    view.kinds.setCurrentIndex(4)
    assert view.worths.isVisible()
    assert "budget" in {row.code for row in view.worths.model.rows} <= set(LIMITS)
    put(qtbot, planned, "budget", "4000")
    with qtbot.waitSignal(view._job.done, timeout=30_000):
        ask(qtbot, planned)
    own = view.rivals.model.rows[0].plan
    assert own is not None
    assert own.budget == 4_000
    program.session.fill(Snapshot())
    assert not view.rivals.model.rows
    assert view.verdict.isHidden()


def test_a_plan_is_kept_by_name_and_forgotten(qtbot: QtBot, program: Program, planned: MatrixPage) -> None:
    view = planned.plan.compare
    with qtbot.waitSignal(view._job.done, timeout=30_000):
        planned.plan.setCurrentIndex(5)
    assert not view.keep.isEnabled()
    qtbot.keyClicks(view.name, "First try")
    with qtbot.waitSignal(view._job.done, timeout=30_000):
        qtbot.mouseClick(view.keep, Qt.MouseButton.LeftButton)
    kept = view.rivals.model.rows[-1]
    assert (kept.code, kept.name) == ("kept", "First try")
    assert kept.plan is not None
    assert {c.id for c in kept.plan.choices} == chosen(planned)
    assert not view.drop.isEnabled()
    view.rivals.choose("keptFirst try")
    assert view.drop.isEnabled()
    with qtbot.waitSignal(view._job.done, timeout=30_000):
        qtbot.mouseClick(view.drop, Qt.MouseButton.LeftButton)
    assert [row.code for row in view.rivals.model.rows] == ["recommended", "free_mix", "biggest", "evenly"]
    assert program.session.setting("kept_plans") == []


def test_further_limits_are_kept_and_hold(qtbot: QtBot, program: Program, planned: MatrixPage) -> None:
    panel = planned.limits
    assert panel.further.isHidden()
    qtbot.mouseClick(panel.more, Qt.MouseButton.LeftButton)
    assert panel.further.isVisible()
    box = panel.further.editor("order_share")
    assert isinstance(box, QLineEdit)
    box.setText("7")
    panel.further.left.emit("order_share")
    assert program.session.snapshot().request.limits.order_share == pytest.approx(0.07)
    ask(qtbot, planned)
    advice = planned._advice
    assert advice is not None
    assert advice.plan is not None
    assert advice.plan.concentration.orders_top1 <= 0.07 + 1e-6
    box.setText("3")
    panel.further.left.emit("order_share")
    ask(qtbot, planned)
    assert planned._advice is None
    assert "leave nobody to hire" in planned.notice.text.text()
    for left in (0.07, None):
        program.session.undo()
        assert program.session.snapshot().request.limits.order_share == left
    assert box.text() == ""


def test_a_wrong_further_limit_is_told_beside_it_and_nothing_is_planned(
    qtbot: QtBot, program: Program, planned: MatrixPage
) -> None:
    panel = planned.limits
    qtbot.mouseClick(panel.more, Qt.MouseButton.LeftButton)
    box = panel.further.editor("loss_odds")
    assert isinstance(box, QLineEdit)
    box.setText("often")
    before = planned._advice
    qtbot.mouseClick(panel.go, Qt.MouseButton.LeftButton)
    assert not planned._job.is_running()
    assert planned._advice is before
    assert program.session.snapshot().request.limits.loss_odds is None


def test_limits_that_cannot_be_kept_together_are_named(
    qtbot: QtBot, program: Program, planned: MatrixPage
) -> None:
    dear = max(HOSTS, key=lambda host: host.offers[0].slot_fee or 0)
    planned.toggle(dear.id, "locks")
    qtbot.waitUntil(lambda: not planned._job.is_running(), timeout=20_000)
    qtbot.mouseClick(planned.limits.more, Qt.MouseButton.LeftButton)
    box = planned.limits.further.editor("cash")
    assert isinstance(box, QLineEdit)
    box.setText("1")
    planned.limits.further.left.emit("cash")
    ask(qtbot, planned)
    assert planned._advice is None
    assert dear.name in planned.notice.text.text()
    assert "¥1" in planned.notice.text.text()


def test_clicking_a_host_in_the_chart_goes_to_its_row(planned: MatrixPage) -> None:
    planned.plan.hosts.picked.emit(next(iter(chosen(planned))))
    assert planned.plan.currentIndex() == 0
    out = planned.plan.rejected.model.rows[0].id
    planned.plan.hosts.picked.emit(out)
    assert planned.plan.currentIndex() == 6
    found = planned.plan.rejected.current()
    assert found is not None
    assert found.id == out


def test_the_reasons_of_the_chosen_host_are_told(planned: MatrixPage) -> None:
    choice = planned.plan.choices.model.rows[0]
    planned.plan.choices.choose(choice.id)
    story = planned.plan.story
    assert story.name.accessibleName() == choice.candidate.host.influencer.name
    assert len(story.reasons.text().splitlines()) == len(choice.reasons)
    told = story_of(choice, load())
    shown = [parts[1].text() for parts in story.steps]
    assert shown == [words.count_short(round(step.count)) for step in told.reach]
    assert story.offers.isHidden(), "he makes one offer only"


def test_a_host_with_several_offers_has_them_laid_beside_each_other(
    qtbot: QtBot, program: Program, page: MatrixPage
) -> None:
    several = tuple(replace(h, offers=(*h.offers, Offer("pure", 0.0, 0.5))) for h in HOSTS)
    program.session.fill(replace(SHOP, influencers=several))
    ask(qtbot, page)
    assert page.plan.story.offers.isVisible()
    assert "“" in page.plan.story.offers.summary.text()


def test_the_same_limits_give_the_same_plan(qtbot: QtBot, planned: MatrixPage) -> None:
    first = planned._advice
    ask(qtbot, planned)
    assert planned._advice is not first
    assert planned._advice is not None
    assert first is not None
    assert planned._advice.plan == first.plan


# ── locks and bans ──


def trigger(menu: QMenu, place: int) -> None:
    menu.actions()[place].trigger()
    menu.deleteLater()


def test_a_banned_host_leaves_the_plan_and_comes_back(
    qtbot: QtBot, program: Program, planned: MatrixPage
) -> None:
    host = next(iter(chosen(planned)))
    trigger(planned.lock_menu(host, "x"), 1)
    qtbot.waitUntil(lambda: not planned._job.is_running())
    assert host not in chosen(planned)
    assert program.session.snapshot().request.bans == {host}
    assert planned.limits.hosts.isVisible()
    trigger(planned.lock_menu(host, "x"), 1)
    qtbot.waitUntil(lambda: not planned._job.is_running())
    assert host in chosen(planned)


def test_a_locked_host_comes_into_the_plan(qtbot: QtBot, program: Program, planned: MatrixPage) -> None:
    host = planned.plan.rejected.model.rows[0].id
    trigger(planned.lock_menu(host, "x"), 0)
    qtbot.waitUntil(lambda: not planned._job.is_running())
    assert host in chosen(planned)
    assert next(c for c in planned.plan.choices.model.rows if c.id == host).locked
    planned.toggle(host, "bans")
    request = program.session.snapshot().request
    assert (request.locks, request.bans) == (frozenset(), {host})


def test_chosen_hosts_are_banned_by_the_button_above_the_table(
    qtbot: QtBot, program: Program, planned: MatrixPage
) -> None:
    lock, ban = (planned.plan.marks[0].buttons[kind] for kind in ("locks", "bans"))
    hosts = {choice.id for choice in planned.plan.choices.model.rows[:2]}
    planned.plan.choices.view.clearSelection()
    assert not ban.isEnabled()
    planned.plan.choices.view.selectRow(0)
    qtbot.keyClick(planned.plan.choices.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert not ban.isChecked()
    qtbot.mouseClick(ban, Qt.MouseButton.LeftButton)
    assert program.session.snapshot().request.bans == hosts
    assert ban.isChecked()
    assert not lock.isChecked()
    qtbot.waitUntil(lambda: not planned._job.is_running(), timeout=20_000)
    assert not hosts & chosen(planned)
    program.session.undo()
    assert program.session.snapshot().request.bans == frozenset()
    assert "Recommend" in planned.notice.text.text()
    assert planned.notice.isVisible()


def test_keys_lock_a_host_that_was_left_out_and_let_him_free(
    qtbot: QtBot, program: Program, planned: MatrixPage
) -> None:
    planned.plan.setCurrentIndex(6)
    host = planned.plan.rejected.model.rows[0].id
    planned.plan.rejected.choose(host)
    planned.plan.rejected.view.setFocus()
    qtbot.keyClick(planned.plan.rejected.view, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert program.session.snapshot().request.locks == {host}
    qtbot.waitUntil(lambda: host in chosen(planned), timeout=20_000)
    planned.plan.setCurrentIndex(0)
    planned.plan.choices.choose(host)
    assert planned.plan.marks[0].buttons["locks"].isChecked()
    planned.plan.choices.view.setFocus()
    qtbot.keyClick(planned.plan.choices.view, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert program.session.snapshot().request.locks == frozenset()


@pytest.mark.parametrize("code", ["zh_CN", "en"])
def test_no_key_figure_is_cut_at_the_least_size_of_the_window(
    qtbot: QtBot, program: Program, planned: MatrixPage, code: str
) -> None:
    program.choose_language(code)
    qtbot.waitUntil(program.watcher.dressing.is_done)
    window = program.window
    for width in (window.minimumWidth(), 1366, 1920):
        window.resize(width, window.minimumHeight())
        qtbot.waitUntil(lambda width=width: window.width() == width)
        QApplication.processEvents()
        figures = planned.figures
        labels = [part for parts in figures._labels for part in parts]
        assert all(label.width() >= label.sizeHint().width() for label in labels)
        assert all(figures.rect().contains(frame.geometry()) for frame in figures._frames)
    assert len({frame.y() for frame in planned.figures._frames}) == 1


def test_unticking_a_ban_lets_the_host_free(qtbot: QtBot, program: Program, planned: MatrixPage) -> None:
    host = next(iter(chosen(planned)))
    planned.toggle(host, "bans")
    qtbot.waitUntil(lambda: not planned._job.is_running())
    planned.limits.hosts.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert program.session.snapshot().request.bans == frozenset()


def test_a_right_click_beside_the_rows_opens_nothing(
    planned: MatrixPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[object] = []
    monkeypatch.setattr(planned, "_open", lambda *what: opened.append(what))
    planned.plan.choices.context.emit(None, QPoint(1, 1))
    planned.plan.rejected.context.emit(None, QPoint(1, 1))
    assert opened == []
    planned.plan.choices.context.emit(planned.plan.choices.model.rows[0], QPoint(1, 1))
    assert len(opened) == 1


# ── stopping ──


def test_stopping_leaves_no_plan_and_a_window_that_lives(
    qtbot: QtBot, program: Program, page: MatrixPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    program.session.fill(SHOP)
    begun, over = threading.Event(), threading.Event()

    def slow(
        asked: object,
        ground: object,
        progress: Callable[..., None],
        cancelled: Callable[[], bool],
        **telling: object,
    ):
        progress("solving", 0.4)
        begun.set()
        while not cancelled():
            over.wait(0.001)
        over.set()
        raise Cancelled

    with monkeypatch.context() as patch:
        patch.setattr(planner, "advised", slow)
        qtbot.mouseClick(page.limits.go, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(begun.is_set)
        qtbot.waitUntil(lambda: page.limits.work.bar.value() == 40)
        assert page.limits.work.stop.isVisible()
        assert not page.limits.go.isEnabled()
        qtbot.mouseClick(page.limits.work.stop, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(over.is_set)
    QThreadPool.globalInstance().waitForDone()
    QApplication.processEvents()
    assert chosen(page) == set()
    assert page._advice is None
    assert not page.notice.isVisible()
    assert not page.limits.work.stop.isVisible()
    ask(qtbot, page)
    assert chosen(page)


def test_a_plan_in_the_making_stops_with_its_project(
    qtbot: QtBot, program: Program, page: MatrixPage, tmp_path: Path
) -> None:
    program.session.fill(SHOP)
    qtbot.mouseClick(page.limits.go, Qt.MouseButton.LeftButton)
    program.session.new(tmp_path / "other.rmx")
    QThreadPool.globalInstance().waitForDone()
    QApplication.processEvents()
    assert chosen(page) == set()


def test_a_plan_made_of_older_data_is_marked(qtbot: QtBot, program: Program, planned: MatrixPage) -> None:
    program.session.save_product(replace(program.session.snapshot().products[0], price=72.0), by=None)
    assert planned.notice.isVisible()
    ask(qtbot, planned)
    assert not planned.notice.isVisible()


def test_a_change_while_the_plan_is_made_is_marked_too(
    qtbot: QtBot, program: Program, page: MatrixPage
) -> None:
    program.session.fill(SHOP)
    qtbot.mouseClick(page.limits.go, Qt.MouseButton.LeftButton)
    program.session.save_product(replace(program.session.snapshot().products[0], price=72.0), by=None)
    qtbot.waitUntil(lambda: not page._job.is_running(), timeout=20_000)
    assert not chosen(page) or page.notice.isVisible()


# ── what cannot be planned ──


def fees(fee: float, commission: float = 0.2) -> tuple[Influencer, ...]:
    return tuple(replace(host, offers=(Offer("fee", fee, commission),)) for host in HOSTS)


IMPOSSIBLE = {
    "empty roster": (replace(SHOP, influencers=()), "roster"),
    "no product": (replace(SHOP, products=()), "product"),
    "budget below every fee": (replace(SHOP, influencers=fees(90_000.0)), "budget"),
    "all hosts banned": (
        replace(SHOP, request=replace(SHOP.request, bans=frozenset(h.id for h in HOSTS))),
        "banned",
    ),
    "price below cost": (replace(SHOP, products=(replace(COFFEE, unit_cost=90.0),)), "costs"),
    "stock 0": (replace(SHOP, products=(replace(COFFEE, stock=0),)), "stock"),
    "commission over margin": (replace(SHOP, influencers=fees(300.0, 0.89)), "commission"),
    "locked and banned": (
        replace(SHOP, request=replace(SHOP.request, locks=frozenset({"h1"}), bans=frozenset({"h1"}))),
        "locked and banned",
    ),
    "locks over the budget": (
        replace(SHOP, request=replace(SHOP.request, budget=700.0, locks=frozenset({"h30", "h31"}))),
        "locked",
    ),
    "nothing worth it": (replace(SHOP, influencers=fees(7_900.0)), ""),
}


@pytest.mark.parametrize("case", IMPOSSIBLE)
def test_what_cannot_be_planned_is_said_in_a_sentence(
    qtbot: QtBot, program: Program, page: MatrixPage, case: str
) -> None:
    snapshot, word = IMPOSSIBLE[case]
    program.session.fill(snapshot)
    ask(qtbot, page)
    text = page.notice.text.text()
    assert page.notice.isVisible()
    assert len(text) > 20
    assert "{" not in text
    assert word in text.lower()
    assert chosen(page) == set()
    assert page.limits.go.isEnabled()


def test_a_budget_of_nothing_is_said_in_a_sentence(qtbot: QtBot, program: Program, page: MatrixPage) -> None:
    program.session.fill(SHOP)
    put(qtbot, page, "budget", "0")
    ask(qtbot, page)
    assert "budget" in page.notice.text.text().lower()
    assert page.notice.isVisible()
    assert chosen(page) == set()


def test_one_host_gives_a_plan_that_warns(qtbot: QtBot, program: Program, page: MatrixPage) -> None:
    program.session.fill(
        replace(SHOP, influencers=HOSTS[:1], request=Request(5_000.0, free_mix=True, max_share=1.0))
    )
    ask(qtbot, page)
    assert chosen(page) == {"h0"}
    assert "one host" in page.plan.warnings.text()


@pytest.mark.parametrize("text", ["", "-5", "abc", "1e99", "1e400"])
def test_an_absurd_budget_is_told_beside_its_field(
    qtbot: QtBot, program: Program, page: MatrixPage, text: str
) -> None:
    program.session.fill(SHOP)
    put(qtbot, page, "budget", text)
    ask(qtbot, page)
    assert page.limits.form._fields["budget"].problem
    assert chosen(page) == set()
    assert program.session.snapshot().request.budget == 8_000.0


def test_no_product_ticked_is_said_in_a_sentence(qtbot: QtBot, program: Program, page: MatrixPage) -> None:
    program.session.fill(SHOP)
    page.limits.products.item(0).setCheckState(Qt.CheckState.Unchecked)
    ask(qtbot, page)
    assert page.notice.isVisible()
    assert chosen(page) == set()


def test_a_failed_plan_takes_the_old_one_away(qtbot: QtBot, program: Program, planned: MatrixPage) -> None:
    put(qtbot, planned, "budget", "10")
    ask(qtbot, planned)
    assert chosen(planned) == set()
    assert planned.notice.isVisible()
    assert planned.plan.pyramid.image().isNull()


def test_what_is_typed_as_limit_is_kept_in_the_project(
    qtbot: QtBot, program: Program, page: MatrixPage
) -> None:
    program.session.fill(SHOP)
    put(qtbot, page, "budget", "1.2w")
    put(qtbot, page, "max_share", "30")
    page.limits.mix.click()
    request = program.session.snapshot().request
    assert (request.budget, request.max_share, request.free_mix) == (12_000.0, 0.3, True)
    program.session.undo()
    assert page.limits.mix.isChecked()


# ── out ──


def test_the_report_and_the_plan_are_written(
    qtbot: QtBot, planned: MatrixPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(tmp_path / "report"), ""))
    with qtbot.waitSignal(planned.writing.done, timeout=30_000):
        planned.save_report()
    text = "".join(page.extract_text() for page in PdfReader(tmp_path / "report.pdf").pages)
    assert "Coffee" in "".join(text.split())
    assert "report.pdf" in planned.notice.text.text()
    monkeypatch.setattr(planned, "ask_save", lambda *_: tmp_path / "plan.xlsx")
    with qtbot.waitSignal(planned.writing.done, timeout=30_000):
        planned._export()
    plan = next(grid for grid in read_grids(tmp_path / "plan.xlsx") if grid.name == "Plan")
    assert len([row for row in plan.rows if row[1:2] and row[1]]) == 1 + len(chosen(planned))
    assert "plan.xlsx" in planned.notice.text.text()
    monkeypatch.setattr(planned, "ask_save", lambda *_: tmp_path / "plan.csv")
    with qtbot.waitSignal(planned.writing.done, timeout=30_000):
        planned._export()
    (table,) = read_grids(tmp_path / "plan.csv")
    assert len(table.rows) == 1 + len(chosen(planned))


def test_what_cannot_be_written_is_said(
    qtbot: QtBot, planned: MatrixPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with qtbot.waitSignal(planned.writing.failed, timeout=30_000):
        planned.write_report(tmp_path / "no" / "report.pdf")
    assert "report.pdf" in planned.notice.text.text()
    monkeypatch.setattr(planned, "ask_save", lambda *_: tmp_path / "no" / "plan.xlsx")
    with qtbot.waitSignal(planned.writing.failed, timeout=30_000):
        planned._export()
    assert "plan.xlsx" in planned.notice.text.text()


def test_what_was_saved_is_opened_from_its_notice(
    qtbot: QtBot, page: MatrixPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    page.say_saved(tmp_path / "plan.pdf")
    for there in (True, False):
        monkeypatch.setattr(
            QDesktopServices, "openUrl", lambda url, there=there: opened.append(url.toLocalFile()) or there
        )
        qtbot.mouseClick(page.notice.action, Qt.MouseButton.LeftButton)
        assert ("plan.pdf" in page.notice.text.text(), page.notice.property("tone")) == (
            True,
            "good" if there else "warn",
        )
    assert opened == [str(tmp_path / "plan.pdf")] * 2
    assert page.notice.action.isHidden()


def test_without_a_plan_there_is_nothing_to_write(page: MatrixPage) -> None:
    page.save_report()
    assert page.notice.isVisible()
    page.notice.hide()
    page._export()
    assert page.notice.isVisible()


def test_the_page_shows_just_what_the_model_says(program: Program, planned: MatrixPage) -> None:
    advice = advise(program.session.snapshot(), load())
    assert planned._advice is not None
    assert planned._advice.plan == advice.plan
    charts = planned.findChildren(ChartView)
    assert len(charts) == 8
