"""Rates within windows: the published curve, the truth table of CDNOW cut off early, cohorts and cycles written out."""

import datetime as dt
from collections import defaultdict
from dataclasses import replace

import numpy as np
import pytest
from cdnow import EPOCH, day_number, needs_sample, occasions, purchase_days, until
from hypothesis import given, settings
from hypothesis import strategies as st

from model.policy import load
from model.repurchase.cohorts import PERIOD, cohorts
from model.repurchase.evidence import Judged, judge
from model.repurchase.followed import Followed, follow_up
from model.repurchase.rates import observed, rate_of, rates

RULE = load().purchasing
Z95 = 1.959963984540054


# ── Kaplan-Meier ──


def six_mp():
    """Freireich et al. 1963, weeks to relapse of the 6-MP arm (Gehan's table)."""
    relapsed = [6, 6, 6, 7, 10, 13, 16, 22, 23]
    waits = np.array([*relapsed, 6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35])
    came = np.arange(len(waits)) < len(relapsed)
    return Followed(waits, came, waits, np.array([], int), np.array([], int))


@pytest.mark.parametrize(("week", "low", "high"), [(6, 0.6197, 0.9516), (23, 0.1881, 0.6801)])
def test_the_ranges_of_gehans_table_are_the_published_ones(week, low, high):
    # lifelines 0.30.3 and the usual textbooks, 95 % on the log(-log) scale
    found = observed(six_mp(), week, Z95)
    assert (1 - found.high, 1 - found.low) == pytest.approx((low, high), abs=1e-4)


def test_where_nobody_came_back_the_range_is_the_exact_binomial_one():
    found = observed(follow_up(occasions([[0]] * 20), 400), 365)
    assert (found.value, found.low) == (0, 0)
    assert (1 - found.high) ** 20 == pytest.approx(0.1)


def test_where_everybody_came_back_too():
    found = observed(follow_up(occasions([[0, 9]] * 20), 400), 365)
    assert (found.value, found.high) == (1, 1)
    assert found.low**20 == pytest.approx(0.1)


# ── the truth table of CDNOW (science of the house, section 1.3) ──


@pytest.fixture(scope="module")
def cdnow():
    return purchase_days()


TABLE = (
    ("1997-03-31", 0.2117, 0.2856, 0.027),
    ("1997-04-30", 0.2669, 0.2875, 0.027),
    ("1997-05-31", 0.3034, 0.2895, 0.027),
    ("1997-07-31", 0.3653, 0.2915, 0.027),
    ("1997-09-30", 0.4014, 0.2915, 0.027),
    ("1998-06-30", 0.4832, 0.2915, 0.0005),
)


@needs_sample
@pytest.mark.parametrize(("cut", "naive", "r90", "off"), TABLE)
def test_the_naive_share_doubles_with_the_day_of_the_export_and_the_rates_do_not(cdnow, cut, naive, r90, off):
    last = day_number(cut)
    found = occasions(until(cdnow, last))
    judged = judge("", found, last, RULE)
    assert judged.followed.seen == pytest.approx(naive, abs=5e-5)
    # Freireich's method says what was observed as far as there are orders: in March that is 89 days.
    assert 1 - judged.followed.survival.at(90)[0] == pytest.approx(r90, abs=5e-5)
    found_rates = judged.rates()
    assert rate_of(90, found_rates).rate.low < 0.2915 < rate_of(90, found_rates).rate.high
    year = rate_of(365, found_rates)
    assert year.basis == ("orders" if cut > "1998" else "model")
    assert year.rate.value == pytest.approx(0.4557, abs=off)
    assert year.rate.low < 0.4557 < year.rate.high


@needs_sample
def test_repeats_of_a_year_are_those_of_the_cohort(cdnow):
    last = day_number("1998-06-30")
    followed = follow_up(occasions(cdnow), last)
    written_out = sum(sum(0 < day - min(days) <= 365 for day in days) for days in cdnow) / len(cdnow)
    assert followed.repeats(365) == pytest.approx(written_out, rel=1e-9)
    assert written_out == pytest.approx(1.446, abs=0.1)  # E[X(52 weeks)] of the fitted model


# ── cohorts, cycles, follow-up ──


def test_a_rate_is_read_off_only_where_enough_were_followed():
    old, young = [[0, 30]] * 5 + [[0]] * 10, [[350]] * 300
    judged = judge("", occasions([*old, *young]), 400, RULE)
    assert [one.basis for one in judged.rates()] == ["orders", "model", "model", "model", "model"]
    assert [one.followed for one in judged.rates()] == [315, 15, 15, 15, 15]
    assert not judged.sure
    assert judged.evidence.modelled_from == 400


def test_without_a_model_the_rates_beyond_are_unknown():
    followed = follow_up(occasions([[0, 9]] * 6 + [[0]] * 20), 100)
    got = rates(followed, None, RULE)
    assert [(one.basis, one.rate is None) for one in got] == [("orders", False)] * 3 + [("", True)] * 2


CUSTOMERS = st.lists(st.lists(st.integers(0, 700), min_size=1, max_size=6), min_size=1, max_size=30)


@given(CUSTOMERS, st.integers(0, 400))
@settings(max_examples=150, deadline=None)
def test_repeats_count_everyone_followed_so_long_at_each_age(customers, days):
    customers = [sorted(set(one)) for one in customers]
    last = 700
    slow = 0.0
    for one in customers:
        for day in one[1:]:
            age = day - one[0]
            if age <= days:
                slow += 1 / sum(last - other[0] >= age for other in customers)
    assert follow_up(occasions(customers), last).repeats(days) == pytest.approx(slow)


@given(CUSTOMERS)
@settings(max_examples=100, deadline=None)
def test_cohorts_are_as_written_out(customers):
    start = day_number("2025-01-07")
    customers = [sorted({start + day for day in one}) for one in customers]
    last, periods = start + 700, 5
    slow = defaultdict(list)
    for one in customers:
        first = EPOCH + dt.timedelta(one[0])
        slow[first.replace(day=1)].append(one)
    found = cohorts(occasions(customers), last, periods)
    assert [one.month for one in found] == sorted(slow)
    for cohort in found:
        members = slow[cohort.month]
        assert cohort.customers == len(members)
        for k, share in enumerate(cohort.shares):
            whole = max(one[0] for one in members) + PERIOD * (k + 1) <= last
            active = sum(
                any(PERIOD * k < day - one[0] <= PERIOD * (k + 1) for day in one[1:]) for one in members
            )
            assert share == (active / len(members) if whole else None)


def test_nobody_makes_no_cohort():
    assert cohorts(occasions([]), 10, 3) == ()


def test_the_cycle_is_the_day_by_which_half_of_the_years_returns_have_come():
    back = [10, 20, 30, 40, 200, 380]
    judged = judge("", occasions([[0, day] for day in back] + [[0]] * 20), 400, RULE)
    cycle = judged.evidence.cycle
    assert cycle.value == 30  # 10, 20, 30, 40, 200: the return after 380 days is none of the year's
    assert cycle.low == 20
    assert cycle.high == 40


def test_a_cycle_longer_than_the_orders_is_not_taken_for_a_short_one():
    rng = np.random.default_rng(3)
    days = [[0, int(gap)] if (gap := rng.exponential(120)) < 90 else [0] for _ in range(2000)]
    judged = judge("", occasions(days), 90, RULE)
    seen = float(np.median(judged.followed.gaps))
    assert seen < 45
    assert judged.evidence.cycle.value > 1.4 * seen


def test_fewer_returns_than_the_policy_wants_make_no_cycle():
    found = occasions([[0, 10]] * 5 + [[0]] * 20)
    assert judge("", found, 400, RULE).evidence.cycle is not None
    assert judge("", found, 400, replace(RULE, least_gaps=6.0)).evidence.cycle is None


def test_a_curve_shows_what_was_observed_only_as_far_as_that_is_sure():
    judged = judge("", occasions([[0, 25]] * 20 + [[0]] * 80), 130, RULE)
    assert isinstance(judged, Judged)
    got = judged.curve()
    seen = [day for day, one in zip(got.days, got.observed, strict=True) if one is not None]
    assert (seen[0], seen[-1]) == (0, 130)
    middles = [one.value for one in got.modelled]
    assert middles == sorted(middles)
    assert middles[0] == 0


# ── where next to nobody came back ──


def test_a_year_nobody_was_followed_is_no_less_than_was_counted_and_not_half_of_all():
    """2,000 customers of a year less a day, 10 of whom came back: the model's error is larger than its share."""
    days = [[n % 364] for n in range(2000)]
    for place in range(0, 2000, 200):
        days[place].append(min(days[place][0] + 45, 364))
    found = judge("", occasions(days), 364, RULE).rates()
    half, year = (rate_of(window, found) for window in (180, 365))
    assert (half.basis, year.basis) == ("orders", "model")
    assert half.rate.low <= year.rate.low <= year.rate.value <= year.rate.high < 0.12
