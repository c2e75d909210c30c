"""The launch page on the real window: placing, moving by hand, hands and free days, ways out, what goes out."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QDate, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QToolTip
from pytestqt.qtbot import QtBot

from gui import words
from gui.app import Program
from gui.charts.view import chart_pool
from gui.pages.launch import TABS, LaunchPage
from gui.pages.placing import PLANNING
from gui.session import LAUNCH
from gui.words import launchwords
from model.advice import Advice, advise
from model.demo import demo_snapshot
from model.launch.hands import Hand, Role
from model.launch.setup import Setup, unpacked
from model.policy import load
from model.records import Snapshot
from tests.guards import STALLED
from tests.gui import test_learnt as learnt
from tests.gui.launching import HANDS, SETUP, placed_in_spring

DAY = dt.timedelta(1)


@pytest.fixture(scope="module")
def demo() -> Snapshot:
    return demo_snapshot(load())


@pytest.fixture(scope="module")
def advice(demo: Snapshot) -> Advice:
    return advise(demo, load())


@pytest.fixture
def page(qtbot: QtBot, program: Program, demo: Snapshot, advice: Advice) -> LaunchPage:
    """The launch page on the demo, its plan placed over the first quarter of 2027."""
    program.session.fill(demo)
    program.session.save_launch(SETUP.packed(), None)
    page = program.window.show_page("launch")
    assert isinstance(page, LaunchPage)
    page.last.take(advice)
    page._take(placed_in_spring(demo, advice))
    return page


def rerun(qtbot: QtBot, page: LaunchPage, action: Callable[[], object]) -> None:
    """Do something the schedule follows, and wait until it has."""
    with qtbot.waitSignal(page._job.done, timeout=60_000):
        action()


def days_of(page: LaunchPage) -> dict[str, dt.date]:
    found = page._found()
    assert found is not None
    return {one.session.id: one.day for one in found.schedule.bookings}


# ── placing ──


def test_without_a_plan_it_is_made_first_and_the_other_pages_may_go_on_from_it(
    qtbot: QtBot, program: Program, demo: Snapshot
) -> None:
    program.session.fill(demo)
    page = program.window.show_page("launch")
    assert isinstance(page, LaunchPage)
    assert page._found() is None
    assert page.calendar.area.isHidden()
    assert not page.calendar.nothing.isHidden()
    assert page.last.advice is None
    texts: list[str] = []
    shares: list[float] = []
    for source in (page._fresh, page._job):
        source.progressed.connect(lambda code, _share: texts.append(code))
    page._job.progressed.connect(lambda _code, share: shares.append(share))
    rerun(qtbot, page, page.bar.go.click)
    assert page._found() is not None
    assert page.last.advice is not None
    assert {"solving", "placing", "spreading"} <= set(texts)
    assert min(shares) >= PLANNING  # the plan's share of the bar was done before
    assert words.number(len(days_of(page))) in page.verdict.text()
    assert not page.calendar.area.isHidden()
    assert page.calendar.nothing.isHidden()


def test_the_plan_of_the_matrix_page_is_the_one_that_is_placed(
    qtbot: QtBot, program: Program, demo: Snapshot, advice: Advice, monkeypatch: pytest.MonkeyPatch
) -> None:
    program.session.fill(demo)
    matrix: Any = program.window.show_page("matrix")
    matrix._take(advice)
    monkeypatch.setattr("model.advice.advise", lambda *_a, **_k: pytest.fail("made again"))
    page = program.window.show_page("launch")
    assert isinstance(page, LaunchPage)
    rerun(qtbot, page, page.place)
    found = page._found()
    assert found is not None
    assert {one.session.host for one in found.schedule.bookings} == {c.id for c in advice.plan.choices}  # type: ignore[union-attr]


def test_a_changed_product_makes_the_plan_anew(qtbot: QtBot, page: LaunchPage, demo: Snapshot) -> None:
    page.session.save_product(replace(page.session.products()[0], price=49.0), by=None)
    assert page.last.is_stale
    assert not page.notice.isHidden()
    before = page.last.advice
    rerun(qtbot, page, page.bar.go.click)
    assert page.last.advice is not before
    assert not page.last.is_stale


def test_both_pages_make_the_same_plan_of_what_results_taught(qtbot: QtBot, program: Program) -> None:
    program.session.fill(learnt.SHOP)
    first, second = learnt.SHOP.influencers[:2]
    learnt.sold(program, first.id, 120)
    learnt.sold(program, second.id, 0)
    page = program.window.show_page("launch")
    assert isinstance(page, LaunchPage)
    rerun(qtbot, page, page.place)
    mine = page.last.advice
    assert mine is not None
    assert mine.learned is not None
    matrix: Any = program.window.show_page("matrix")
    program.window.later.finish()
    assert matrix._advice is mine
    matrix.recommend()
    qtbot.waitUntil(lambda: not matrix._job.is_running(), timeout=30_000)
    assert page.last.advice is not mine
    assert page.last.advice.plan == mine.plan  # type: ignore[union-attr]


def test_a_plan_on_its_way_can_be_stopped_and_is_made_again_when_it_is_overtaken(
    qtbot: QtBot, program: Program
) -> None:
    program.session.fill(learnt.SHOP)
    page = program.window.show_page("launch")
    assert isinstance(page, LaunchPage)
    page.place()
    assert page._fresh.is_waiting()
    assert page.bar.work.stop.isVisible()
    qtbot.mouseClick(page.bar.work.stop, Qt.MouseButton.LeftButton)
    assert not page._fresh.is_waiting()
    assert page.bar.work.isHidden()
    assert page.last.advice is None
    page.place()
    program.session.save_product(replace(program.session.products()[0], price=49.0), by=None)
    rerun(qtbot, page, lambda: None)
    assert not page.last.is_stale
    assert page._placed is not None
    assert page._placed.advice is page.last.advice


def test_work_can_be_stopped(qtbot: QtBot, page: LaunchPage) -> None:
    page.place()
    assert page._job.is_running()
    assert page.bar.work.stop.isVisible()
    qtbot.mouseClick(page.bar.work.stop, Qt.MouseButton.LeftButton)
    assert not page._job.is_running()
    assert page.bar.work.isHidden()


@pytest.mark.parametrize(("count", "presses"), [(30, 0), (31, 1), (130, 1), (131, 2)])
def test_deals_say_how_many_more_there_are_and_all_can_be_read(
    qtbot: QtBot, page: LaunchPage, monkeypatch: pytest.MonkeyPatch, count: int, presses: int
) -> None:
    page.tabs.setCurrentIndex(TABS.index("gains"))
    view = page.gains
    told = tuple(f"sentence {n}" for n in range(count))
    monkeypatch.setattr(launchwords, "deals", lambda _shares: told)
    view.show_launch(page._found())
    assert view.deals.text().startswith("Deals and doubts: 30 of " if presses else "Deals and doubts\n")
    for _ in range(presses):
        qtbot.waitUntil(view.more.isVisible)
        qtbot.mouseClick(view.more, Qt.MouseButton.LeftButton)
    assert not view.more.isVisible()
    assert view.deals.text() == "\n".join(("Deals and doubts", *told))


# ── bad input ──


@pytest.mark.parametrize(
    ("setup", "says"),
    [
        (replace(SETUP, last=SETUP.first - DAY), "lies before the first"),
        (replace(SETUP, first=dt.date(2020, 1, 1), last=dt.date(2020, 3, 1)), "ended on 2020-03-01"),
        (replace(SETUP, hands=(Hand("Nobody", frozenset({Role.LISTING})),)), "nothing can be placed"),
    ],
)
def test_what_cannot_be_is_told(qtbot: QtBot, page: LaunchPage, setup: Setup, says: str) -> None:
    page.session.save_launch(setup.packed(), None)
    page._soon.stop()
    with qtbot.waitSignal(page._job.failed, timeout=60_000):
        page.place()
    assert says in page.notice.text.text()
    assert page._found() is None


def test_an_empty_project_is_told(qtbot: QtBot, program: Program) -> None:
    page = program.window.show_page("launch")
    assert isinstance(page, LaunchPage)
    with qtbot.waitSignal(page._fresh.failed, timeout=60_000):
        page.bar.go.click()
    assert page.notice.text.text()
    assert page.bar.work.isHidden()


def test_two_sessions_of_a_host_on_one_day_are_told(qtbot: QtBot, page: LaunchPage) -> None:
    days = days_of(page)
    host = next(one.partition("#")[0] for one in days if one.endswith("#2"))
    rerun(qtbot, page, lambda: page.move_session(f"{host}#2", days[f"{host}#1"]))
    assert "booked twice" in page.calendar.mind.text()
    chip = page.calendar.grid.chip(f"{host}#2")
    assert chip is not None
    assert chip.tone == "bad"
    assert chip.fixed


def test_the_calendar_opens_where_the_first_session_is(page: LaunchPage) -> None:
    found, grid, area = page._found(), page.calendar.grid, page.calendar.area
    assert found is not None
    bookings = tuple(one for one in found.schedule.bookings if one.day >= dt.date(2027, 3, 15))
    late = replace(found, schedule=replace(found.schedule, bookings=bookings or found.schedule.bookings[-1:]))
    page.tabs.setCurrentWidget(page.calendar)
    area.verticalScrollBar().setValue(0)
    page.calendar.show_launch(late, frozenset(), load())
    place = grid.rect_of(late.schedule.bookings[0].day).center().toPoint()
    assert area.verticalScrollBar().value() > 0
    assert area.viewport().rect().contains(grid.mapTo(area.viewport(), place))


# ── moving by hand ──


def test_a_session_is_dragged_to_another_day_and_stays_there(qtbot: QtBot, page: LaunchPage) -> None:
    grid = page.calendar.grid
    chip = next(iter(grid._all()))
    goal = chip.day + 2 * DAY
    tried: list[tuple[str, dt.date | None]] = []
    grid.tried.connect(lambda session, day: tried.append((session, day)))
    start, end = grid._place(chip).center(), grid.rect_of(goal).center().toPoint()
    page.calendar.area.ensureVisible(start.x(), start.y())
    QTest.mousePress(grid, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    assert grid.current == chip.id
    QTest.mouseMove(grid, start + QPoint(30, 2))
    QTest.mouseMove(grid, end)
    assert tried[-1] == (chip.id, goal)
    assert grid._verdict[0] in ("good", "warn", "bad")
    before = days_of(page)
    rerun(
        qtbot,
        page,
        lambda: QTest.mouseRelease(grid, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end),
    )
    after = days_of(page)
    assert after[chip.id] == goal
    assert {k: v for k, v in after.items() if k != chip.id} == {
        k: v for k, v in before.items() if k != chip.id
    }
    stored = unpacked(page.session.setting(LAUNCH), dt.date(2026, 11, 27))
    assert stored.fixed == {chip.id: goal}


def test_a_move_can_be_undone_and_done_again(qtbot: QtBot, page: LaunchPage) -> None:
    session, day = next(iter(days_of(page).items()))
    rerun(qtbot, page, lambda: page.move_session(session, day + DAY))
    assert page.session.undo_code() == ("edit_launch", {})
    rerun(qtbot, page, page.session.undo)
    assert days_of(page)[session] == day
    assert page.setup.fixed == {}
    rerun(qtbot, page, page.session.redo)
    assert days_of(page)[session] == day + DAY


def test_the_chosen_session_is_moved_by_its_date_and_let_go_again(qtbot: QtBot, page: LaunchPage) -> None:
    session, day = next(iter(days_of(page).items()))
    assert page.calendar.day.isHidden()
    assert page.calendar.day_name.isHidden()
    page.calendar.grid.choose(session)
    assert not page.calendar.day.isHidden()
    goal = day + 3 * DAY
    rerun(qtbot, page, lambda: page.calendar.day.setDate(QDate(goal.year, goal.month, goal.day)))
    assert days_of(page)[session] == goal
    assert not page.calendar.back.isHidden()
    rerun(qtbot, page, lambda: qtbot.mouseClick(page.calendar.back, Qt.MouseButton.LeftButton))
    assert days_of(page)[session] == day
    assert page.calendar.back.isHidden()


def test_all_sessions_go_back_at_once(qtbot: QtBot, page: LaunchPage) -> None:
    before = days_of(page)
    first, second = list(before)[:2]
    rerun(qtbot, page, lambda: page.move_session(first, before[first] + DAY))
    rerun(qtbot, page, lambda: page.move_session(second, before[second] + DAY))
    assert not page.bar.free.isHidden()
    rerun(qtbot, page, lambda: qtbot.mouseClick(page.bar.free, Qt.MouseButton.LeftButton))
    assert days_of(page) == before


def test_keys_choose_and_move_sessions(qtbot: QtBot, page: LaunchPage) -> None:
    grid = page.calendar.grid
    grid.setFocus()
    qtbot.keyClick(grid, Qt.Key.Key_Right)
    first = grid.current
    assert first == next(iter(grid._all())).id
    qtbot.keyClick(grid, Qt.Key.Key_Right)
    assert grid.current != first
    qtbot.keyClick(grid, Qt.Key.Key_Left)
    assert grid.current == first
    day = days_of(page)[first]
    rerun(qtbot, page, lambda: qtbot.keyClick(grid, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier))
    assert days_of(page)[first] == day + 7 * DAY


def test_escape_lets_a_held_session_go(page: LaunchPage) -> None:
    grid = page.calendar.grid
    chip = next(iter(grid._all()))
    start, end = grid._place(chip).center(), grid.rect_of(chip.day + DAY).center().toPoint()
    QTest.mousePress(grid, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(grid, end)
    QTest.keyClick(grid, Qt.Key.Key_Escape)
    QTest.mouseRelease(grid, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
    assert page.setup.fixed == {}


def test_the_grid_knows_where_its_days_are(page: LaunchPage) -> None:
    grid = page.calendar.grid
    for day in (SETUP.first, SETUP.first + 17 * DAY, SETUP.last):
        assert grid.day_at(grid.rect_of(day).center()) == day
    assert grid.day_at(QPointF(5, 5)) is None
    for chip in grid._all():
        assert grid.chip_at(QPointF(grid._place(chip).center())) == chip


def test_a_session_that_is_pointed_at_says_all_of_it_in_the_language_of_the_moment(
    program: Program, page: LaunchPage
) -> None:
    grid = page.calendar.grid
    chip = next(grid._all())
    place = grid._place(chip).center()
    for language, word in (("zh_CN", "平日约"), ("en", "orders on an ordinary day")):
        program.choose_language(language)
        QApplication.sendEvent(grid, QHelpEvent(QEvent.Type.ToolTip, place, grid.mapToGlobal(place)))
        assert chip.text in QToolTip.text()
        assert word in QToolTip.text()


def test_holidays_of_a_year_without_a_notice_are_marked_as_estimated(page: LaunchPage) -> None:
    cells = page.calendar.grid._cells
    assert cells[dt.date(2027, 2, 6)].mark.startswith(
        "Spring Festival ≈"
    )  # 6 February 2027 is the first of the first month
    assert "by law" in cells[dt.date(2027, 2, 6)].tip
    assert cells[dt.date(2027, 2, 5)].ground == "muted"  # carriers take no parcels
    assert "not published" in page.calendar.mind.text()


# ── people ──


def test_people_are_added_changed_and_removed(qtbot: QtBot, page: LaunchPage) -> None:
    page.tabs.setCurrentIndex(4)
    table = page.hands.people
    assert table.model.rowCount() == len(HANDS)
    rerun(qtbot, page, lambda: qtbot.mouseClick(page.hands.add, Qt.MouseButton.LeftButton))
    assert table.model.rowCount() == len(HANDS) + 1
    last = table.model.index(len(HANDS), 1)
    rerun(qtbot, page, lambda: table.model.setData(last, "customer service, after-sales"))
    assert page.setup.hands[-1].roles == {Role.SERVICE, Role.AFTER_SALES}
    table.model.setData(table.model.index(len(HANDS), 2), "25")
    assert "24" in page.notice.text.text()
    assert page.setup.hands[-1].hours == 8
    table.view.selectRow(len(HANDS))
    rerun(qtbot, page, lambda: qtbot.mouseClick(page.hands.drop, Qt.MouseButton.LeftButton))
    assert page.setup.hands == HANDS


def test_hours_and_arrivals_are_pasted_as_one_step(qtbot: QtBot, page: LaunchPage) -> None:
    page.tabs.setCurrentIndex(4)
    table, free = page.hands.people, page.hands.free
    text = "Person\tHours\n" + "".join(f"{hand.name}\t5\n" for hand in HANDS)
    QApplication.clipboard().setText(text)
    rerun(qtbot, page, table.paste)
    assert page.setup.hands == tuple(replace(hand, hours=5) for hand in HANDS)
    rerun(qtbot, page, page.session.undo)
    assert page.setup.hands == HANDS
    goods = free.model.record(0)
    free.view.setCurrentIndex(free.model.index(0, 2))
    QApplication.clipboard().setText(f"Days\tHost or goods\n2027-01-05\t{goods.name}\nsoon\tnobody")
    rerun(qtbot, page, free.paste)
    assert page.setup.stock[goods.key].isoformat() == "2027-01-05"
    assert "nobody" in page.notice.text.text()


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_every_work_is_read_back_as_it_is_shown(program: Program, qtbot: QtBot, language: str) -> None:
    program.choose_language(language)
    for role in Role:
        hand = Hand("a", frozenset({role, Role.PACKING}))
        assert Hand.parse(name="a", roles=launchwords.roles(hand)).roles == hand.roles


def test_minutes_of_work_are_figures_of_the_project(qtbot: QtBot, page: LaunchPage) -> None:
    page.tabs.setCurrentIndex(4)
    model = page.hands.figures.model
    row = next(n for n in range(model.rowCount()) if model.record(n).key == "capacity.pack_minutes")
    carried = page._found().relief.carries  # type: ignore[union-attr]
    rerun(qtbot, page, lambda: model.setData(model.index(row, 1), "6"))
    assert page.session.snapshot().overrides == {"capacity.pack_minutes": 6.0}
    assert not page.last.is_stale  # the plan itself does not hang on it
    assert page._found().relief.carries < carried  # type: ignore[union-attr]


def test_a_host_is_placed_only_where_he_is_free_and_goods_where_they_are(
    qtbot: QtBot, page: LaunchPage
) -> None:
    page.tabs.setCurrentIndex(4)
    table = page.hands.free
    rows = [table.model.record(n) for n in range(table.model.rowCount())]
    place = next(n for n, row in enumerate(rows) if row.is_host)
    host = rows[place].key
    rerun(qtbot, page, lambda: table.model.setData(table.model.index(place, 2), "2027-03-02 – 2027-03-20"))
    spans = [day for session, day in days_of(page).items() if session.partition("#")[0] == host]
    assert spans
    assert all(dt.date(2027, 3, 2) <= day <= dt.date(2027, 3, 20) for day in spans)
    table.model.setData(table.model.index(place, 2), "2027-03-20 – 2027-03-02")
    assert "ends before it begins" in page.notice.text.text()
    goods = next(n for n, row in enumerate(rows) if not row.is_host)
    name = rows[goods].key
    rerun(qtbot, page, lambda: table.model.setData(table.model.index(goods, 2), "2027-02-20"))
    found = page._found()
    assert found is not None
    sold = [one.day for one in found.schedule.bookings if one.session.product == name]
    assert all(day >= dt.date(2027, 2, 20) for day in sold)


# ── load, schools, pay ──


def test_a_way_out_is_taken_and_kept(qtbot: QtBot, page: LaunchPage) -> None:
    page.tabs.setCurrentIndex(1)
    found = page._found()
    assert found is not None
    assert found.way is not None
    other = next(way.code for way in found.relief.ways if way.code != found.way.code)  # type: ignore[union-attr]
    assert not page.load.take.isEnabled()
    page.load.ways.choose(other)
    assert page.load.take.isEnabled()
    rerun(qtbot, page, lambda: qtbot.mouseClick(page.load.take, Qt.MouseButton.LeftButton))
    assert page.setup.way == other
    assert page._found().way.code == other  # type: ignore[union-attr]


def test_the_matrix_is_kept_to_what_the_people_carry(page: LaunchPage) -> None:
    page.tabs.setCurrentIndex(1)
    carried = page._found().relief.carries  # type: ignore[union-attr]
    page.load.limit.click()
    limits = page.session.snapshot().request.limits
    assert limits.orders_per_day == int(carried)
    assert limits.days == 90
    assert page.last.is_stale


def test_a_school_is_chosen(qtbot: QtBot, page: LaunchPage) -> None:
    page.tabs.setCurrentIndex(3)
    found = page._found()
    assert found is not None
    other = next(
        s.school
        for s in (found.comparison.tail_first, found.comparison.head_first)
        if s.school is not found.school
    )
    page.schools.table.choose(other.value)
    rerun(qtbot, page, lambda: qtbot.mouseClick(page.schools.take, Qt.MouseButton.LeftButton))
    assert page._found().school is other  # type: ignore[union-attr]
    assert page.bar.school() is other


def test_days_and_order_of_the_bar_are_kept(qtbot: QtBot, page: LaunchPage) -> None:
    rerun(qtbot, page, lambda: page.bar.last.setDate(QDate(2027, 3, 14)))
    assert unpacked(page.session.setting(LAUNCH), dt.date(2026, 11, 27)).last == dt.date(2027, 3, 14)
    assert max(days_of(page).values()) <= dt.date(2027, 3, 14)


def test_the_page_for_owner_and_operator_is_copied_and_written(
    qtbot: QtBot, page: LaunchPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.tabs.setCurrentIndex(5)
    page.pay.copy.click()
    text = QGuiApplication.clipboard().text()
    assert "What the operator's work is worth" in text
    assert words.money_short(page._found().work.schemes[0].operator) in text  # type: ignore[union-attr]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(tmp_path / "pay"), ""))
    with qtbot.waitSignal(page.writing.done, timeout=30_000):
        page.pay.sheet.click()
    (paper,) = PdfReader(tmp_path / "pay.pdf").pages  # one page
    assert "Usualwaystopay" in "".join(paper.extract_text().split())


# ── out ──


def test_the_calendar_goes_out_as_ics_and_as_a_table(
    qtbot: QtBot, page: LaunchPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from icalendar import Calendar
    from python_calamine import CalamineWorkbook

    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(tmp_path / "calendar"), ""))
    with qtbot.waitSignal(page._writer.done, timeout=30_000):
        page._save_ics()
    with qtbot.waitSignal(page._writer.done, timeout=30_000):
        page._save_table()
    events = Calendar.from_ical((tmp_path / "calendar.ics").read_bytes()).walk("VEVENT")
    days = days_of(page)
    assert {str(e["UID"]).partition("@")[0]: e["DTSTART"].dt for e in events} == days
    rows = CalamineWorkbook.from_path(tmp_path / "calendar.xlsx").get_sheet_by_index(0).to_python()
    assert rows[0][0] == "Day"
    assert sorted(row[0] for row in rows[1:]) == sorted(days.values())


def test_nothing_goes_out_without_a_schedule(program: Program) -> None:
    page = program.window.show_page("launch")
    assert isinstance(page, LaunchPage)
    page._save_ics()
    assert "no schedule yet" in page.notice.text.text()


# ── word of mouth ──


def test_the_picture_moves_only_while_it_is_seen_and_wanted(qtbot: QtBot, page: LaunchPage) -> None:
    picture = page.spread.picture
    assert not picture.is_moving  # its tab is not looked at
    page.tabs.setCurrentIndex(2)
    qtbot.waitUntil(lambda: picture.is_moving)
    qtbot.waitUntil(lambda: picture.step >= 1, timeout=10_000)
    page.tabs.setCurrentIndex(0)
    assert not picture.is_moving
    page.tabs.setCurrentIndex(2)
    assert picture.is_moving
    page.spread.play.click()
    assert not picture.is_moving
    assert page.spread.play.text() == "Play"
    page.spread.slider.setValue(picture.steps - 1)
    assert picture.step == picture.steps - 1
    found = page._found()
    assert found is not None
    reached = int((found.spread.step >= 0).sum())
    assert sum(picture.counts(picture.steps - 1)) == reached
    assert [row[1].text() for row in page.spread._rows] == [
        words.number(int((found.spread.by[found.spread.step >= 0] == place).sum())) for place in range(4)
    ]


def test_everybody_reached_is_painted(qtbot: QtBot, page: LaunchPage) -> None:
    page.tabs.setCurrentIndex(2)
    picture = page.spread.picture
    page.spread.slider.setValue(picture.steps - 1)
    qtbot.waitUntil(lambda: picture._painted[0] == picture.steps - 1)
    image = picture.grab().toImage()
    colours = {
        image.pixelColor(x, y).name() for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)
    }
    assert len(colours) > 5


def test_the_window_stays_alive_while_a_plan_is_placed_and_the_picture_moves(
    qtbot: QtBot, page: LaunchPage, heartbeat: Callable[[], Any]
) -> None:
    for piece in page.pieces():  # the program makes them a turn at a time, before anybody can ask
        piece()
    chart_pool().waitForDone()
    QApplication.processEvents()
    with heartbeat() as beat:
        rerun(qtbot, page, page.place)
        page.tabs.setCurrentIndex(2)
        qtbot.waitUntil(lambda: page.spread.picture.step >= 5, timeout=30_000)
    print(f"longest gap {beat.longest:.0f} ms")
    assert beat.longest < STALLED
