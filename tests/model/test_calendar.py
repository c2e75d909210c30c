"""Festivals: days as the State Council's notices give them, and the days of buying around them."""

import datetime as dt

import pytest

from model.launch.calendar import DATES, festivals
from model.policy import load

RULE = load().festivals
# 国务院办公厅关于 2024、2025、2026 年部分节假日安排的通知; Qixi by the almanac.
DAYS = {
    "spring_festival": ("2024-02-10", "2025-01-29", "2026-02-17"),
    "qingming": ("2024-04-04", "2025-04-04", "2026-04-05"),
    "dragon_boat": ("2024-06-10", "2025-05-31", "2026-06-19"),
    "qixi": ("2024-08-10", "2025-08-29", "2026-08-19"),
    "mid_autumn": ("2024-09-17", "2025-10-06", "2026-09-25"),
    "national_day": ("2024-10-01", "2025-10-01", "2026-10-01"),
}


@pytest.mark.parametrize("code", DAYS)
def test_the_days_are_the_official_ones(code):
    assert tuple(DATES[code](year).isoformat() for year in (2024, 2025, 2026)) == DAYS[code]


def test_every_festival_of_the_calendar_has_its_days_in_the_policy_and_no_other_has():
    entries = {key.split(".")[1] for key in load().entries if key.startswith("festivals.")}
    assert entries == set(DATES)


def test_the_days_of_buying_are_those_of_the_policy():
    found = {one.code: one for one in festivals(dt.date(2025, 9, 6), dt.date(2025, 9, 30), RULE)}
    assert set(found) == {"mid_autumn", "national_day"}  # bought for in September, held in October
    autumn = found["mid_autumn"]
    assert autumn.first == autumn.day - dt.timedelta(RULE.mid_autumn["before"])
    assert autumn.last == autumn.day + dt.timedelta(RULE.mid_autumn["after"])


def test_a_year_has_every_festival_once_and_in_order():
    found = festivals(dt.date(2026, 1, 1), dt.date(2026, 12, 31), RULE)
    days = [one.day for one in found]
    assert days == sorted(days)
    within = [one.code for one in found if one.day.year == 2026]
    assert sorted(within) == sorted(DATES)


def test_the_spring_festival_of_next_year_is_bought_for_in_this_one_when_its_days_say_so():
    rule = load({"festivals.spring_festival.before": 60}).festivals
    found = festivals(dt.date(2025, 12, 25), dt.date(2025, 12, 31), rule)
    assert "spring_festival" in {one.code for one in found}
