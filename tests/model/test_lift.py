"""Goods for an occasion sell more before its festival."""

import datetime as dt

import pytest

from model.launch.lift import lifts
from model.policy import load
from model.records import Product
from model.repurchase.attributes import attributes

POLICY = load()
CAKE = Product("月饼", 128.0, "月饼")
COFFEE = Product("咖啡", 59.9, "咖啡")


@pytest.mark.parametrize(
    ("day", "festival"),
    [
        (dt.date(2026, 9, 20), True),  # Mid-Autumn is 25 September 2026
        (dt.date(2026, 9, 25), True),
        (dt.date(2026, 8, 30), False),
        (dt.date(2026, 11, 11), True),
        (dt.date(2026, 7, 20), False),
    ],
)
def test_only_the_days_before_a_festival_lift(day: dt.date, festival: bool) -> None:
    assert bool(lifts([CAKE], day, POLICY)) is festival


def test_the_share_bought_for_an_occasion_is_lifted() -> None:
    found = lifts([CAKE, COFFEE], dt.date(2026, 9, 20), POLICY)
    share = attributes(CAKE, POLICY).occasion
    assert share > 0.8
    assert found["月饼"] == pytest.approx(1 + 0.6 * share)
    assert found["咖啡"] == pytest.approx(1 + 0.6 * 0.05)
    dull = POLICY.with_overrides({"reach.festival_lift": 1})
    assert set(lifts([CAKE, COFFEE], dt.date(2026, 9, 20), dull).values()) == {1.0}


def test_without_a_day_nothing_is_lifted() -> None:
    assert lifts([CAKE], None, POLICY) == {}
