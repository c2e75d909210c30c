"""The Bass curve: closed form, and the published fits of Bass 1969 and Srinivasan & Mason 1986."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.integrate import solve_ivp

from model.errors import Reason
from model.launch.bass import BassFit, by_week, density, fit, peak, refit, regression, sales, share
from model.policy import load

RULE = load().spreading
SERIES = {
    "colour television 1963-70": (747, 1480, 2646, 5118, 5777, 5982, 5962, 4631),
    "room air conditioners 1949-61": (
        96,
        195,
        238,
        380,
        1045,
        1230,
        1267,
        1828,
        1586,
        1673,
        1800,
        1580,
        1500,
    ),
    "clothes dryers 1949-61": (106, 319, 492, 635, 737, 890, 1397, 1523, 1294, 1240, 1425, 1260, 1236),
    "video recorders 1980-89": (840, 1470, 2110, 4000, 7590, 10950, 10530, 9470, 7790, 5890),
}
LEAST_SQUARES = {
    "colour television 1963-70": (39658.7, 0.01847, 0.61586),
    "room air conditioners 1949-61": (18712.7, 0.00944, 0.37476),
    "clothes dryers 1949-61": (16497.0, 0.01360, 0.32670),
    "video recorders 1980-89": (67660, 0.00879, 0.64216),
}
REGRESSION = {
    "colour television 1963-70": (35494.6, 0.03569, 0.67193),
    "room air conditioners 1949-61": (17091.3, 0.01699, 0.40495),
    "clothes dryers 1949-61": (15280.8, 0.01962, 0.34814),
    "video recorders 1980-89": (62665, 0.02165, 0.68053),
}


def test_the_share_with_the_mean_published_rates():
    published = (0.0358, 0.0851, 0.1505, 0.2332, 0.3312, 0.4392, 0.5490, 0.6517, 0.7407, 0.8128)
    assert share(0.03, 0.38, np.arange(1, 11)) == pytest.approx(published, abs=5.1e-5)
    assert peak(1, 0.03, 0.38)[0] == pytest.approx(6.1926, abs=5e-5)


@pytest.mark.parametrize("name", SERIES)
def test_least_squares_give_the_published_parameters(name):
    found = fit(SERIES[name])
    values = (found.m.value, found.p.value, found.q.value)
    assert values == pytest.approx(LEAST_SQUARES[name], rel=6e-4)
    for one in (found.m, found.p, found.q):
        assert one.low < one.value < one.high


@pytest.mark.parametrize("name", SERIES)
def test_the_regression_of_1969_gives_the_published_parameters(name):
    assert regression(SERIES[name]) == pytest.approx(REGRESSION[name], rel=3e-4)


def test_the_density_form_gives_the_published_video_recorders():
    found = fit(SERIES["video recorders 1980-89"], "density")
    assert found.m.value == pytest.approx(67980.9, abs=0.5)
    assert found.p.value == pytest.approx(0.006594, abs=1e-6)
    assert found.q.value == pytest.approx(0.638091, abs=1e-5)
    assert found.sd == pytest.approx(727.19, abs=0.02)  # on 7 degrees of freedom


@given(st.floats(0.001, 0.1), st.floats(0.01, 0.9))
@settings(deadline=None, max_examples=30)
def test_the_closed_form_solves_its_equation(p, q):
    def slope(_, taken):
        return (p + q * taken) * (1 - taken)

    t = np.linspace(0, 20, 21)
    slow = solve_ivp(slope, (0, 20), [0.0], t_eval=t, rtol=1e-9, atol=1e-12).y[0]
    assert share(p, q, t) == pytest.approx(slow, abs=1e-6)
    assert sales(1000, p, q, 20).sum() == pytest.approx(1000 * share(p, q, 20))


@given(st.floats(0.001, 0.05), st.floats(0.06, 0.9))
def test_sales_are_fastest_at_the_peak(p, q):
    when, rate = peak(1.0, p, q)
    near = np.array([when - 0.01, when, when + 0.01])
    fall = np.exp(-(p + q) * near)
    speed = (p + q) ** 2 / p * fall / (1 + q / p * fall) ** 2
    assert speed[1] == pytest.approx(rate, rel=1e-9)
    assert speed.argmax() == 1


def test_without_imitation_the_start_is_the_peak():
    assert peak(100, 0.3, 0.1) == (0.0, 30.0)
    assert density(100, 0.3, 0.1, 3)[0] > density(100, 0.3, 0.1, 3)[1]


@settings(deadline=None, max_examples=15)
@given(st.floats(0.005, 0.05), st.floats(0.2, 0.7), st.floats(100, 1e6))
def test_a_curve_without_noise_is_found_again(p, q, m):
    found = refit(sales(m, p, q, 40), RULE)
    assert isinstance(found, BassFit)
    assert (found.m.value, found.p.value, found.q.value) == pytest.approx((m, p, q), rel=1e-3)
    assert found.peak == pytest.approx(math.log(q / p) / (p + q), rel=1e-3)


def test_the_ranges_hold_the_truth_about_as_often_as_they_say():
    truth, inside = (5000.0, 0.02, 0.4), 0
    clean = sales(*truth, 26)
    for seed in range(60):
        noisy = clean + np.random.default_rng(seed).normal(0, 15, 26)
        found = fit(np.maximum(noisy, 0))
        inside += found.q.low <= truth[2] <= found.q.high
    assert 0.65 <= inside / 60 <= 0.93


WEEKS = list(sales(4000, 0.02, 0.4, 30))
TOP = int(np.argmax(WEEKS))


@pytest.mark.parametrize(
    ("weekly", "code"),
    [
        ([], "curve_no_sales"),
        ([0.0] * 30, "curve_no_sales"),
        (WEEKS[: TOP + 1], "curve_before_peak"),
        (WEEKS[: TOP + 8], "curve_before_peak"),
        ([100.0 * 0.8**n for n in range(20)], "curve_unsettled"),
        ([100.0, 10.0] * 12, "curve_unsettled"),
    ],
)
def test_a_curve_is_refused_with_its_reason(weekly, code):
    found = refit(weekly, RULE)
    assert isinstance(found, Reason)
    assert found.code == code


def test_the_refusal_says_how_many_weeks_are_missing_and_one_more_is_enough():
    found = refit(WEEKS[: TOP + 6], RULE)
    assert found.values == {"weeks": 5, "least": 8, "missing": 3}
    assert isinstance(refit(WEEKS[: TOP + 9], RULE), BassFit)


def test_days_become_whole_weeks():
    assert by_week([1.0] * 20) == [7.0, 7.0]
    assert by_week([1.0] * 6) == []
    assert by_week(list(range(14))) == [21.0, 70.0]


def test_too_few_points_give_no_fit():
    assert fit([1.0, 2.0, 1.0]) is None
    assert fit([1.0, float("nan"), 2.0, 1.0]) is None
    assert regression([5.0, 4.0, 3.0, 9.0]) is None
    assert regression([0.0, 0.0, 0.0, 0.0, 5.0]) is None  # no parabola through two points


def test_sales_that_fit_any_curve_give_none():
    assert fit([5.0, 0.0, 0.0, 0.0]) is None
