"""What is said of a launch: schools, ways out, curves, pay, in figures that are rounded to what is known."""

import datetime as dt
from dataclasses import replace
from types import SimpleNamespace
from typing import Any, cast

import numpy as np
import pytest

from gui import language
from gui.words import charts, launchapart, launchwords
from model.advice import advise
from model.demo import demo_snapshot
from model.errors import Reason
from model.launch.bass import fit, sales
from model.launch.daysheet import DayFact
from model.launch.hands import ROLES, Hand
from model.launch.holidays import DayKind
from model.launch.ownsales import OwnSales
from model.launch.sellingdays import OwnLift
from model.launch.work import Scheme
from model.policy import load
from model.records import Estimate
from tests.gui.launching import placed_in_spring

FESTIVALS = {"spring_festival": "Spring Festival", "year_fair": "New Year goods fair"}
DAY = DayFact(dt.date(2027, 2, 6), DayKind.HOLIDAY, False, "spring_festival", "spring_festival", 1.3, True)


@pytest.fixture(scope="module")
def found():
    demo = demo_snapshot(load())
    return placed_in_spring(demo, advise(demo, load())).found


def test_a_day_tells_all_that_is_known_of_it() -> None:
    tip = launchwords.day_tip(DAY, FESTIVALS)
    for part in ("2027-02-06", "public holiday", "not published", "1.30 × the orders", "no parcels"):
        assert part in tip
    assert launchwords.day_mark(DAY, FESTIVALS) == "Spring Festival ≈off"
    swapped = replace(DAY, kind=DayKind.SWAPPED, known=True, festival="", buying="", lift=1.0, closed=False)
    assert launchwords.day_mark(swapped, FESTIVALS) == "worked"
    assert "published" not in launchwords.day_tip(swapped, FESTIVALS)


def test_the_better_order_is_named_first_whichever_it_is(found) -> None:
    compared = found.comparison
    head = replace(compared, difference=Estimate(3000, -2000, 8000), by_calendar=1000.0, by_order=2000.0)
    assert launchwords.difference(head) == (
        "On average waist first brings ¥3,000 more than tail first (eight times in ten between −¥2,000 and ¥8,000): "
        "the dates make ¥1,000 of it, the order of hosts ¥2,000."
    )
    tail = replace(compared, difference=Estimate(-3000, -8000, 2000), by_calendar=-1000.0, by_order=-2000.0)
    assert launchwords.difference(tail) == launchwords.difference(head).replace("waist first", "x").replace(
        "tail first", "waist first"
    ).replace("x", "tail first")


def test_a_launch_says_why_it_is_not_what_the_matrix_says(found) -> None:
    said = launchapart.apart(
        replace(found.apart, matrix=80_000.0, days=25_000.0, order=-3_000.0, shared=0.0, late=9_000.0)
    )
    assert said == (
        "Matrix: about ¥80,000, for ordinary days; these days +¥25,000, who goes first −¥3,000. "
        "Late parcels and temporary hands take ¥9,000: about ¥93,000 left."
    )
    assert launchapart.apart(replace(found.apart, days=1.0, order=1.0, shared=1.0, late=0.0)) == ""
    parts = replace(found.apart, matrix=4.627e6, days=8.3e5, order=1.6e5, shared=7e4, late=0.0)
    assert launchapart.apart(parts).endswith(
        "these days +¥830k, who goes first +¥160k, shared viewers +¥70,000."
    ), "what is told adds up to what the launch says, 5.7M"
    assert "waist first" in launchwords.verdict(found) or "tail first" in launchwords.verdict(found)


def test_a_curve_of_own_sales_is_told_in_figures() -> None:
    curve = fit(sales(40_000, 0.01, 0.38, 30))
    assert curve is not None
    text = launchwords.curve(OwnSales((), curve))
    for part in ("30 weeks", "40,000 orders", "1.0% a week", "38%", "week 9"):
        assert part in text
    values = {"weeks": 2, "least": 8.0, "missing": 6}
    assert "6 to go" in launchwords.curve(OwnSales((), Reason("curve_before_peak", values)))
    lift = OwnLift("year_fair", Estimate(1.624, 1.31, 2.0), 1.7, 19)
    assert launchwords.own_lift(lift, FESTIVALS) == (
        "New Year goods fair: 1.62 × an ordinary day (1.31 – 2.00), with your own orders of 19 days."
    )


@pytest.mark.parametrize(
    ("scheme", "text"),
    [
        (Scheme("pay_base", 8000), "¥8,000 a month"),
        (Scheme("pay_share", 0, ((0, 0.1),)), "10% of profit"),
        (Scheme("pay_base_steps", 5000, ((0, 0.05), (20000, 0.123))), "¥5,000 a month, 5% of profit, 12.3% above ¥20,000"),
    ],
)  # fmt: skip
def test_a_scheme_is_told_by_its_figures(scheme: Scheme, text: str) -> None:
    assert launchwords.scheme(scheme) == text


def test_a_way_out_is_named_only_where_it_earns_more(found) -> None:
    plain = found.relief.way("as_is")
    quiet = replace(plain, load=replace(plain.load, over=plain.load.over & False))
    assert "no day is likely" in launchwords.relief(replace(found.relief, ways=(quiet,)))
    busy = replace(plain, load=replace(plain.load, over=plain.load.over | True))
    assert "leave it as it is" in launchwords.relief(replace(found.relief, ways=(busy,)))
    better = replace(busy, code="hire", profit=busy.profit + 5000)
    text = launchwords.relief(replace(found.relief, ways=(better, busy)))
    assert "temporary hands" in text
    assert "¥5,000 more" in text


def test_days_off_are_told_by_name_and_read_again(qapp) -> None:
    hand = Hand("Anna", frozenset(ROLES), days_off=frozenset({6, 7}))
    told = []
    for code in ("en", "zh_CN"):
        language.apply(qapp, code)
        told.append(launchwords.days_off(hand))
    language.apply(qapp, "en")
    assert told == ["Sat, Sun", "六、日"]
    for text in told:
        again = Hand.parse(name="Anna", roles="packing", hours="8", days_off=text, holidays="", host="")
        assert again.days_off == hand.days_off


def test_the_load_of_a_chosen_way_is_told_beside_that_of_none() -> None:
    """6 days under the chart and 20 in the sentence below it read like two answers to one question."""
    day = SimpleNamespace(day=dt.date(2027, 2, 28))
    band = SimpleNamespace(mean=np.array([339.0]), low=np.array([30.0]), high=np.array([843.0]))
    found, one = cast("Any", SimpleNamespace(orders=band)), cast("Any", day)
    helped, asis = (cast("Any", SimpleNamespace(over=np.array(days))) for days in ([True] * 6, [True] * 20))
    told = charts.wave([one], found, helped, asis)
    assert told.endswith(
        "With the way chosen below, still likely too much for your people on 6 days (as it is: 20 days)."
    )
    assert charts.wave([one], found, asis, asis).endswith("Likely too much for your people on 20 days.")
    assert charts.wave([one], found, asis).endswith("Likely too much for your people on 20 days.")
