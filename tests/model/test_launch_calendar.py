"""Public holidays and swaps, lifts of festivals, standing parcels; and the calendar file."""

import datetime as dt
import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from model.intake.files.files import read_grids
from model.intake.out.out import write_table
from model.launch.calendar import day_of
from model.launch.export import Entry, entries, ics, table, write_ics
from model.launch.holidays import DayKind, public_year
from model.launch.season import Schedule, School, Season
from model.launch.sellingdays import closings, lift_of, lifts, own_lifts, shipped_share, windows
from model.launch.sessions import sessions_of
from model.launch.waves import place
from model.policy import load
from model.records import RepurchaseClass

POLICY = load()
C, D = RepurchaseClass.C, RepurchaseClass.D
TODAY = dt.date(2026, 11, 26)

# ── holidays: 国务院办公厅关于 2025、2026 年部分节假日安排的通知 ──


@pytest.mark.parametrize(
    ("first", "last", "swapped"),
    [
        ("2026-01-01", "2026-01-03", ("2026-01-04",)),
        ("2026-02-15", "2026-02-23", ("2026-02-14", "2026-02-28")),
        ("2026-05-01", "2026-05-05", ("2026-05-09",)),
        ("2026-10-01", "2026-10-07", ("2026-09-20", "2026-10-10")),
        ("2025-10-01", "2025-10-08", ("2025-09-28", "2025-10-11")),
    ],
)
def test_holidays_and_swapped_days_are_those_of_the_notice(first, last, swapped):
    start, end = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
    year = public_year(start.year)
    assert year.published
    span = [start + dt.timedelta(n) for n in range((end - start).days + 1)]
    assert {year.kind(day) for day in span} == {DayKind.HOLIDAY}
    assert year.kind(end + dt.timedelta(1)) is not DayKind.HOLIDAY
    assert {year.kind(dt.date.fromisoformat(day)) for day in swapped} == {DayKind.SWAPPED}


def test_a_plain_week_is_work_and_weekend():
    year = public_year(2026)
    kinds = [year.kind(dt.date(2026, 7, 6) + dt.timedelta(n)) for n in range(7)]
    assert kinds == [DayKind.WORK] * 5 + [DayKind.WEEKEND] * 2


def test_a_year_without_a_notice_has_the_days_of_the_law_and_says_so():
    year = public_year(2035)
    assert not year.published
    spring = day_of("spring_festival", 2035)
    days = [spring + dt.timedelta(n) for n in (-1, 0, 1, 2)]
    assert [year.kind(day) for day in days] == [DayKind.HOLIDAY] * 4
    assert (
        len(year.days) == 13 - len({"mid_autumn", "national_day"}) * 0
    )  # 13 days by State Council order 795
    assert DayKind.SWAPPED not in {one.kind for one in year.days.values()}


def test_every_published_holiday_belongs_to_a_festival():
    for year in (2024, 2025, 2026):
        assert all(one.festival for one in public_year(year).days.values())


@pytest.mark.parametrize(("code", "day"), [("mothers_day", "2026-05-10"), ("mothers_day", "2027-05-09"), ("lantern", "2026-03-03"), ("year_fair", "2027-01-18")])  # fmt: skip
def test_days_of_the_other_festivals(code, day):
    assert day_of(code, int(day[:4])).isoformat() == day


# ── lifts ──


def test_lifts_by_hand_around_the_spring_festival_of_2027():
    first = dt.date(2027, 1, 1)
    gift, daily = (lifts(first, 90, letter, POLICY) for letter in (C, D))

    def at(month, day):
        return (dt.date(2027, month, day) - first).days

    fair, spring = POLICY.lifts.year_fair, POLICY.lifts.spring_festival
    assert gift[at(1, 18)] == fair["gift"]
    assert daily[at(1, 18)] == fair["daily"]
    assert daily[at(2, 6)] == spring["daily"] < 1
    assert gift[at(1, 5)] == daily[at(1, 5)] == 1.0
    assert gift[at(2, 10)] == POLICY.lifts.valentine["gift"]  # 14 February outdoes the fifth day of the year


@given(st.dates(dt.date(2024, 1, 1), dt.date(2030, 1, 1)), st.integers(1, 400), st.sampled_from([C, D]))
@settings(deadline=None, max_examples=25)
def test_every_day_has_the_lift_of_its_strongest_festival(first, days, letter):
    found = lifts(first, days, letter, POLICY)
    named = windows(first, first + dt.timedelta(days - 1), letter, POLICY)
    for n in range(0, days, 7):
        day = first + dt.timedelta(n)
        on = [one.lift for one in named if one.festival.first <= day <= one.festival.last]
        strongest = max(on, key=lambda lift: abs(math.log(lift)), default=1.0)
        assert abs(math.log(found[n])) == pytest.approx(abs(math.log(strongest)))


def test_a_lift_of_own_orders_replaces_the_policys():
    first = dt.date(2027, 1, 18)
    assert lifts(first, 1, C, POLICY, {"year_fair": 3.0})[0] == 3.0


def test_windows_name_the_festival_and_whose_lift_it_is():
    first, last = dt.date(2027, 1, 20), dt.date(2027, 2, 1)
    found = windows(first, last, C, POLICY, {"year_fair": 2.5})
    assert [(one.festival.code, one.lift, one.own) for one in found] == [
        ("year_fair", 2.5, True),
        ("spring_festival", POLICY.lifts.spring_festival["gift"], False),
    ]


def test_the_new_year_of_2026_has_three_days_off_and_a_sunday_worked():
    days = sorted(day for day in public_year(2026).days if day < dt.date(2026, 2, 1))
    assert [day.isoformat() for day in days] == [f"2026-01-0{n}" for n in (1, 2, 3, 4)]
    assert public_year(2026).kind(days[-1]) is DayKind.SWAPPED


def test_nothing_is_shipped_in_the_closing_and_all_outside_it():
    (shut,) = closings(dt.date(2027, 1, 1), dt.date(2027, 3, 31), POLICY.delivery)
    assert (shut.festival, shut.safe, shut.first, shut.last) == tuple(
        dt.date.fromisoformat(day) for day in ("2027-02-06", "2027-01-31", "2027-02-01", "2027-02-12")
    )
    share = shipped_share(dt.date(2027, 1, 1), 90, POLICY.delivery)
    assert (share < 1).sum() == 12
    assert set(np.round(share, 9)) == {1.0, 1 - POLICY.delivery.closed_refund}
    assert closings(dt.date(2027, 5, 1), dt.date(2027, 6, 1), POLICY.delivery) == ()


def year_of_orders(factor, seed=1):
    first = dt.date(2026, 1, 1)
    days = [first + dt.timedelta(n) for n in range(365)]
    rng = np.random.default_rng(seed)
    plain = rng.poisson(100, 365).astype(float)
    window = [
        day_of("mid_autumn", 2026) - dt.timedelta(18) <= day <= day_of("mid_autumn", 2026) for day in days
    ]
    return first, np.where(window, plain * factor, plain)


def test_own_orders_show_their_festival():
    first, sold = year_of_orders(3.0)
    found = {one.code: one for one in own_lifts(sold.tolist(), first, C, POLICY)}
    autumn = found["mid_autumn"]
    assert autumn.seen == pytest.approx(3, rel=0.06)
    assert autumn.value.low < autumn.value.value < autumn.value.high
    prior = lift_of("mid_autumn", C, POLICY)
    assert prior < autumn.value.value < autumn.seen  # 19 days say more than the policy, and are drawn to it
    assert autumn.value.value == pytest.approx(3, rel=0.15)


def test_a_festival_not_wholly_seen_says_nothing():
    first, sold = year_of_orders(3.0)
    cut = (day_of("mid_autumn", 2026) - first).days
    assert "mid_autumn" not in {one.code for one in own_lifts(sold[:cut].tolist(), first, C, POLICY)}
    assert own_lifts([0.0] * 200, first, C, POLICY) == ()


# ── out ──

NASTY = 'Größe；半角;comma, and "quotes"\nnew line \\ back 演示·' * 4


def read_back(data):
    return {str(event["uid"]): event for event in Calendar.from_ical(data).walk("VEVENT")}


def test_a_calendar_file_reads_back_as_it_was():
    wanted = [Entry("1#1@x", dt.date(2027, 1, 18), NASTY, "说明"), Entry("2#1@x", dt.date(2027, 2, 1), "b")]
    data = ics(wanted, dt.datetime(2026, 11, 26, 8, tzinfo=dt.timezone(dt.timedelta(hours=8))))
    assert max(len(line) for line in data.split(b"\r\n")) <= 75  # RFC 5545, 3.1
    found = read_back(data)
    assert str(found["1#1@x"]["summary"]) == NASTY
    assert str(found["1#1@x"]["description"]) == "说明"
    assert found["1#1@x"]["dtstart"].dt == dt.date(2027, 1, 18)
    assert found["1#1@x"]["dtend"].dt == dt.date(2027, 1, 19)
    assert found["1#1@x"]["dtstamp"].dt == dt.datetime(2026, 11, 26, 0, tzinfo=dt.UTC)
    assert "description" not in found["2#1@x"]


def test_a_schedule_goes_out_as_calendar_and_table(three_levels, tmp_path: Path):
    season = Season(dt.date(2027, 7, 1), dt.date(2027, 7, 30), TODAY)
    schedule = place(sessions_of(three_levels, 0.7), season, School.HEAD_FIRST, POLICY)
    target = tmp_path / "launch.ics"
    write_ics(target, entries(schedule, lambda one: (one.session.name, one.session.product)), dt.datetime(2026, 11, 26, tzinfo=dt.UTC))  # fmt: skip
    found = read_back(target.read_bytes())
    assert len(found) == len(schedule.bookings)
    for one in schedule.bookings:
        assert found[f"{one.session.id}@repurchase-matrix"]["dtstart"].dt == one.day
    made = table(schedule, list("abcdefghi"), lambda one: (one.session.tier, one.session.form, ""))
    write_table(tmp_path / "launch.xlsx", made)
    (sheet,) = read_grids(tmp_path / "launch.xlsx")
    assert len(sheet.rows) == len(schedule.bookings) + 1
    assert [row[1] for row in sheet.rows[1:]] == [one.session.name for one in schedule.bookings]
    assert [row[0] for row in made.rows] == [one.day for one in schedule.bookings]


def test_an_empty_schedule_is_an_empty_calendar():
    season = Season(dt.date(2027, 7, 1), dt.date(2027, 7, 30), TODAY)
    empty = Schedule(season, ())
    assert entries(empty, lambda one: ("", "")) == ()
    assert read_back(ics((), dt.datetime(2026, 11, 26, tzinfo=dt.UTC))) == {}
