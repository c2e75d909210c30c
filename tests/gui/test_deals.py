"""Caps of platforms and deals made already, on the real window: edited, kept, undone, and planned around."""

import datetime as dt

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QMenu, QSpinBox
from pytestqt.qtbot import QtBot

from gui import clock
from gui.app import Program
from gui.pages.matrix import MatrixPage
from gui.words import conflicts
from model.limits import Limits
from model.records import Influencer, Kind, Offer, Product, Request, Snapshot
from model.results import Result

COFFEE = Product("咖啡", 59.9, "咖啡", 25.0, 4.0, 0.05, 0.06, id=1)
HOSTS = tuple(
    Influencer(
        f"h{n}",
        f"达人{n}",
        "douyin" if n % 2 else "kuaishou",
        followers=20_000,
        views=9_000.0,
        offers=(Offer("场", 300.0 + n, 0.15, sessions=3), Offer("纯佣", 0.0, 0.4)),
    )
    for n in range(8)
)
OWN = Influencer(
    "own", "老板", "douyin", Kind.FOUNDER, 20_000, 6_000.0, offers=(Offer("自播", 0.0, 0.0, sessions=8),)
)


@pytest.fixture
def page(qtbot: QtBot, program: Program) -> MatrixPage:
    program.session.fill(Snapshot((COFFEE,), (*HOSTS, OWN), {}, Request(3000.0, free_mix=True)))
    page = program.window.show_page("matrix")
    assert isinstance(page, MatrixPage)
    qtbot.mouseClick(page.limits.more, Qt.MouseButton.LeftButton)
    return page


def limits(program: Program) -> Limits:
    return program.session.snapshot().request.limits


def plan(qtbot: QtBot, page: MatrixPage) -> None:
    page.recommend()
    qtbot.waitUntil(lambda: not page._job.is_running(), timeout=20_000)
    assert page._advice is not None


def share_box(page: MatrixPage, line: int) -> QLineEdit:
    box = page.limits.caps._editors[line][1].widget
    assert isinstance(box, QLineEdit)
    return box


def typed(qtbot: QtBot, page: MatrixPage, line: int, text: str) -> None:
    box = share_box(page, line)
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, text)
    qtbot.keyClick(box, Qt.Key.Key_Return)


def test_a_platform_is_capped_kept_held_and_undone(qtbot: QtBot, program: Program, page: MatrixPage) -> None:
    caps = page.limits.caps
    assert caps.isVisible()
    qtbot.mouseClick(caps.add, Qt.MouseButton.LeftButton)
    assert limits(program).platform_shares == ()
    typed(qtbot, page, 0, "20")
    assert limits(program).platform_shares == (("douyin", 0.2),)
    qtbot.mouseClick(caps.add, Qt.MouseButton.LeftButton)
    typed(qtbot, page, 1, "50%")
    assert limits(program).platform_shares == (("douyin", 0.2), ("kuaishou", 0.5))
    plan(qtbot, page)
    spend = {"douyin": 0.0, "kuaishou": 0.0}
    for choice in page.plan.choices.model.rows:
        spend[choice.candidate.host.influencer.platform] += choice.cost
    assert spend["douyin"] <= 600.01
    assert spend["kuaishou"] <= 1500.01
    program.session.undo()
    assert limits(program).platform_shares == (("douyin", 0.2),)
    assert len(caps._editors) == 1
    program.session.undo()
    assert (limits(program).platform_shares, caps._editors) == ((), [])


def test_a_wrong_cap_is_told_and_not_kept_and_a_line_can_go(
    qtbot: QtBot, program: Program, page: MatrixPage
) -> None:
    caps = page.limits.caps
    qtbot.mouseClick(caps.add, Qt.MouseButton.LeftButton)
    usual = caps.hint.text()
    typed(qtbot, page, 0, "half")
    assert limits(program).platform_shares == ()
    assert caps.hint.text() != usual
    assert "half" in caps.hint.text()
    page.recommend()
    assert not page._job.is_running()
    typed(qtbot, page, 0, "40")
    assert caps.hint.text() == usual
    box = caps._editors[0][0].widget
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData("weixin"))
    box.activated.emit(box.currentIndex())
    assert limits(program).platform_shares == (("weixin", 0.4),)
    gone = caps._made[0].layout().itemAt(3).widget()
    qtbot.mouseClick(gone, Qt.MouseButton.LeftButton)
    assert limits(program).platform_shares == ()


def deals(page: MatrixPage, host: str) -> QMenu:
    menu = page.lock_menu(host, "x")
    found = menu.actions()[-1].menu()
    assert isinstance(found, QMenu)
    return found


def test_a_deal_is_booked_by_the_menu_changed_on_the_left_and_let_go(
    qtbot: QtBot, program: Program, page: MatrixPage
) -> None:
    program.session.save_request(Request(3000.0, free_mix=True, bans=frozenset({"h3"})), None)
    texts = [action.text() for action in deals(page, "h3").actions()]
    assert texts == [
        "场 · 1 session · ¥303",
        "场 · 2 sessions · ¥606",
        "场 · 3 sessions · ¥909",
        "commission only · 1 session · ¥0",
    ]
    deals(page, "h3").actions()[1].trigger()
    assert limits(program).booked == (("h3", "场", 2),)
    assert program.session.snapshot().request.bans == frozenset()
    qtbot.waitUntil(lambda: page._advice is not None and not page._job.is_running(), timeout=20_000)
    (chosen,) = [c for c in page.plan.choices.model.rows if c.id == "h3"]
    assert (chosen.candidate.offer.offer.name, chosen.candidate.sessions, chosen.locked) == ("场", 2, True)
    assert [a.isChecked() for a in deals(page, "h3").actions()] == [False, True, False, False]
    bookings = page.limits.bookings
    times = bookings._made[0].findChild(QSpinBox)
    assert (times.value(), times.maximum()) == (2, 3)
    times.setValue(3)
    times.editingFinished.emit()
    assert limits(program).booked == (("h3", "场", 3),)
    program.session.undo()
    assert limits(program).booked == (("h3", "场", 2),)
    gone = bookings._made[0].layout().itemAt(2).widget()
    qtbot.mouseClick(gone, Qt.MouseButton.LeftButton)
    assert limits(program).booked == ()
    assert bookings._made == []
    program.session.undo()
    deals(page, "h3").actions()[1].trigger()  # ticked: chosen again it is let go
    assert limits(program).booked == ()
    qtbot.waitUntil(lambda: not page._job.is_running(), timeout=20_000)


def test_a_booked_session_with_results_is_not_planned_again_and_undo_brings_it_back(
    qtbot: QtBot, program: Program, page: MatrixPage
) -> None:
    page.book("h3", ("场", 2))
    page.book("h4", ("场", 1))
    for host in ("h3", "h4"):
        program.session.save_result(Result(host, COFFEE.name, clock.today(), 1, orders=20), host, None)
    plan(qtbot, page)
    assert limits(program).booked == (("h3", "场", 1),)
    assert page.limits.bookings.booked() == limits(program).booked
    assert page.notice.text.text().endswith("达人3, 达人4")
    program.session.undo()
    assert limits(program).booked == (("h3", "场", 2), ("h4", "场", 1))
    plan(qtbot, page)
    plan(qtbot, page)
    assert limits(program).booked == (("h3", "场", 1),)
    program.session.open(program.session.path)
    assert limits(program).booked == (("h3", "场", 1),)
    assert dict(limits(program).booked_on)["h3"] == (clock.today() + dt.timedelta(1)).isoformat()


def test_a_deal_with_a_host_who_is_gone_or_on_an_offer_that_is_gone(
    qtbot: QtBot, program: Program, page: MatrixPage
) -> None:
    page.book("h1", ("场", 1))
    page.book("h2", ("场", 1))
    program.session.delete_influencers(["h1"], None)
    plan(qtbot, page)
    assert "h2" in {c.id for c in page.plan.choices.model.rows}
    page.book("h2", ("没有的", 1))
    qtbot.waitUntil(lambda: not page._job.is_running(), timeout=20_000)
    assert page._advice is None
    assert "达人2" in page.notice.text.text()


def test_own_hours_are_limited_and_said(qtbot: QtBot, program: Program, page: MatrixPage) -> None:
    plan(qtbot, page)
    (mine,) = [c for c in page.plan.choices.model.rows if c.id == "own"]
    assert mine.candidate.hours > 8
    page.plan.choices.choose("own")
    said = page.plan.story.reasons.findChildren(object)
    assert any("hours of work" in getattr(part, "text", str)() for part in said if hasattr(part, "text"))
    box = page.limits.further.editor("own_hours")
    assert isinstance(box, QLineEdit)
    box.setText("8")
    page.limits.further.left.emit("own_hours")
    assert limits(program).own_hours == 8
    plan(qtbot, page)
    (mine,) = [c for c in page.plan.choices.model.rows if c.id == "own"]
    assert mine.candidate.hours == 8
    assert "own_hours_full" in conflicts.BROKEN


class _Shown:
    """A menu that is shown without waiting for anybody to choose."""

    def __init__(self, menu: QMenu, told: list[list[str]]) -> None:
        self._menu, self._told = menu, told

    def exec(self, _place: object) -> None:
        self._told.append([action.text() for action in self._menu.actions()])

    def deleteLater(self) -> None:
        self._menu.deleteLater()


def test_the_button_above_the_plan_asks_for_the_offer_of_the_chosen_host(
    qtbot: QtBot, page: MatrixPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not page.plan.book.isEnabled()
    plan(qtbot, page)
    chosen = page.plan.choices.model.rows[0].id
    page.plan.choices.choose(chosen)
    made, told = page._deals, list[list[str]]()
    monkeypatch.setattr(page, "_deals", lambda over, host: _Shown(made(over, host), told))
    qtbot.mouseClick(page.plan.book, Qt.MouseButton.LeftButton)
    assert told == [[action.text() for action in made(page, chosen).actions()]]


def test_who_was_booked_stays_chosen_so_that_the_next_click_is_not_for_another_host(
    qtbot: QtBot, page: MatrixPage
) -> None:
    plan(qtbot, page)
    second = page.plan.choices.model.rows[1]
    page.plan.choices.choose(second.id)
    page.book(second.id, (second.candidate.offer.offer.name, second.candidate.sessions))
    qtbot.waitUntil(lambda: not page._job.is_running(), timeout=20_000)
    now = page.plan.choices.current()
    assert now is not None
    assert (now.id, now.locked) == (second.id, True)
    page.book(second.id, None)
    page.toggle(second.id, "bans")
    qtbot.waitUntil(lambda: not page._job.is_running(), timeout=20_000)
    now = page.plan.choices.current()
    assert now is not None, "who is gone from the plan is not looked at: the first is"
    assert now.id == page.plan.choices.model.rows[0].id


def test_a_plan_that_no_button_asked_for_leaves_out_sessions_that_ran_too(
    qtbot: QtBot, program: Program, page: MatrixPage
) -> None:
    """The overview plans by itself, and results may lie in order files: the worker looks, whoever asks."""
    page.book("h3", ("场", 2))
    qtbot.waitUntil(lambda: not page._job.is_running(), timeout=20_000)
    program.session.save_result(Result("h3", COFFEE.name, clock.today(), 2, orders=20), "h3", None)
    page.planner.start()
    qtbot.waitUntil(lambda: not page._job.is_running(), timeout=20_000)
    assert limits(program).booked == (("h3", "场", 2),), "what is kept is the merchant's to let go"
    assert page._advice is not None
    assert page._advice.plan is not None
    assert not any(one.locked for one in page._advice.plan.choices)


def test_a_booking_of_an_earlier_project_is_asked_about_once(
    qtbot: QtBot, program: Program, page: MatrixPage
) -> None:
    """No day was kept with it, so no result could take it off: the money stayed set aside for good."""
    deals = (("h3", "场", 1), ("h4", "场", 1))
    day = (clock.today() - dt.timedelta(9)).isoformat()
    request = Request(3000.0, free_mix=True, limits=Limits(booked=deals, booked_on=(("h4", day),)))
    program.session.save_request(request, None)
    program.session.save_result(
        Result("h3", COFFEE.name, clock.today() - dt.timedelta(5), 1, orders=20), "h3", None
    )
    bookings = page.limits.bookings
    assert not bookings.ask.isHidden()
    assert "达人3" in bookings.ask.text()
    assert "达人4" not in bookings.ask.text()
    bookings.since.setDate(QDate(clock.today() - dt.timedelta(7)))
    qtbot.mouseClick(bookings.count, Qt.MouseButton.LeftButton)
    told = (clock.today() - dt.timedelta(7)).isoformat()
    assert dict(limits(program).booked_on) == {"h3": told, "h4": day}
    assert bookings.ask.isHidden()
    assert bookings.count.isHidden()
    plan(qtbot, page)
    assert limits(program).booked == (("h4", "场", 1),)
    program.session.undo()
    program.session.undo()
    assert not bookings.ask.isHidden(), "undone, it is asked again"
