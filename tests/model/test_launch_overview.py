"""A whole launch in one run."""

import datetime as dt
from dataclasses import replace

import pytest

from model.errors import Cancelled, InputError
from model.launch.hands import Hand, Role
from model.launch.holidays import public_year
from model.launch.overview import launch, notes
from model.launch.season import School, Season, expected
from model.launch.waves import tried
from model.policy import load

POLICY = load({"spreading.people": 3000, "spreading.runs": 20, "waves.draws": 400, "capacity.draws": 200})
SPRING = Season(dt.date(2027, 1, 1), dt.date(2027, 3, 31), dt.date(2026, 11, 26))
HANDS = (Hand("all", frozenset(Role)), Hand("packer", frozenset({Role.PACKING})))


def test_all_parts_speak_of_the_same_plan(three_levels):
    found = launch(three_levels, SPRING, HANDS, POLICY, 1)
    count = sum(choice.candidate.sessions for choice in three_levels.choices)
    assert len(found.schedule.bookings) == count
    assert found.schedule is found.relief.ways[0].schedule
    better = max((found.comparison.tail_first, found.comparison.head_first), key=lambda one: one.profit.value)
    if abs(found.comparison.odds - 0.5) > 0.2:
        assert found.school is better.school
    assert [one.id for one in found.shares] == [choice.id for choice in three_levels.choices]
    assert found.spread.totals.shape == (20,)
    months = SPRING.days / (365.25 / 12)
    assert months * found.work.profit.value == pytest.approx(found.relief.ways[0].net)


def test_the_school_asked_for_is_kept(three_levels):
    for school in School:
        found = launch(three_levels, SPRING, (), POLICY, 1, school)
        assert found.school is school
        assert found.relief is None
        assert sum(found.wave.tiers.values()) == pytest.approx(found.wave.orders.mean)
        assert found.wave.orders.mean.sum() > 0
        compared = found.comparison.tail_first, found.comparison.head_first
        assert found.schedule.bookings in [one.schedule.bookings for one in compared]


def test_it_can_be_stopped_and_refuses_an_empty_plan(three_levels):
    with pytest.raises(Cancelled):
        launch(three_levels, SPRING, HANDS, POLICY, 1, cancelled=lambda: True)
    with pytest.raises(InputError):
        launch(replace(three_levels, choices=()), SPRING, HANDS, POLICY, 1)


def test_the_notes_name_the_days_to_know():
    told = {one.code: one.values for one in notes(SPRING, POLICY)}
    assert told["order_by"] == {"safe": "2027-01-31", "first": "2027-02-01", "again": "2027-02-13"}
    assert ("holidays_unpublished" in told) is not public_year(2027).published
    summer = Season(dt.date(2026, 7, 1), dt.date(2026, 7, 30), dt.date(2026, 6, 1))
    assert notes(summer, POLICY) == ()


def test_days_held_by_hand_and_the_way_asked_for_are_kept(three_levels):
    plain = launch(three_levels, SPRING, HANDS, POLICY, 1)
    moved = plain.schedule.bookings[0]
    day = moved.day + dt.timedelta(5)
    told: list[tuple[str, float]] = []
    held = launch(
        three_levels,
        SPRING,
        HANDS,
        POLICY,
        1,
        fixed={moved.session.id: day},
        way="as_is",
        progress=lambda code, share: told.append((code, share)),
    )
    assert held.way.code == "as_is"
    assert held.schedule is held.way.schedule
    assert {one.session.id: one.day for one in held.schedule.bookings}[moved.session.id] == day
    assert all(
        {one.session.id: one.day for one in way.schedule.bookings}[moved.session.id] == day
        for way in held.relief.ways
    )
    assert held.result.profit.value == pytest.approx(held.way.profit)
    assert [share for _, share in told] == sorted(share for _, share in told)
    assert len(held.days) == SPRING.days
    without = launch(three_levels, SPRING, (), POLICY, 1, plain.school, {moved.session.id: day})
    assert {one.session.id: one.day for one in without.schedule.bookings}[moved.session.id] == day
    assert without.way is None


def test_the_parts_lead_from_the_plan_to_its_days(three_levels):
    for hands in (HANDS, ()):
        found = launch(three_levels, SPRING, hands, POLICY, 1)
        told = found.apart
        assert told.matrix == three_levels.risk.mean
        assert told.launch == pytest.approx(found.result.profit.value)
        assert told.shared == three_levels.overlap
        spent = found.way.late_cost + found.way.wages if found.way else 0.0
        assert told.left == pytest.approx(found.result.profit.value - spent)


def test_who_goes_first_is_taken_by_the_odds_of_the_settings(three_levels):
    for least, school in ((0.0, School.HEAD_FIRST), (1.0, School.TAIL_FIRST)):
        policy = load({"waves.head_odds": least, "waves.draws": 100})
        assert launch(three_levels, SPRING, (), policy, 1).school is school


def test_a_day_is_told_the_orders_that_the_load_shows(planned):
    hosts = [(f"h{n}", "waist", 60_000.0, 2, 500.0) for n in range(4)]
    plan = planned(*hosts, stock=300)
    busy = Season(dt.date(2027, 5, 3), dt.date(2027, 5, 30), dt.date(2027, 5, 1), carries=5.0)
    found = launch(plan, busy, (), POLICY, 1, way="as_is")
    told = {
        c.reason.values["day"]: c.reason.values["orders"]
        for c in found.schedule.conflicts
        if c.reason.code == "over_capacity"
    }
    assert told
    for day, orders in told.items():
        place = busy.place(dt.date.fromisoformat(str(day)))
        assert orders == pytest.approx(float(found.wave.orders.mean[place]))
    for hands in ((), HANDS):
        found = launch(plan, busy, hands, POLICY, 1, way="as_is")
        goods = expected(busy, found.schedule.bookings, POLICY).sum()
        assert expected(busy, found.schedule.bookings, POLICY, found.schedule.sent).sum() < 0.8 * goods
        moved = found.schedule.bookings[0]
        after = tried(found.schedule, moved.session.id, moved.day, POLICY)
        assert after == (), "where it is it says nothing new"
