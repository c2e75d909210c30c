"""Purchase models against every published figure of CDNOW, against themselves by another road, and against a simulation."""

import csv
import datetime as dt
import math
from collections import defaultdict
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import approx_fprime
from scipy.special import gammaln, hyp2f1

from model.repurchase.btyd import betageo, counts, pareto, spend
from model.repurchase.btyd.betageo import BetaGeometric, fit_beta_geometric, model_of, most_regular
from model.repurchase.btyd.counts import NegativeBinomial, fit_nbd
from model.repurchase.btyd.fitting import Prior
from model.repurchase.btyd.histories import histories
from model.repurchase.btyd.pareto import ParetoNbd, fit_pareto_nbd
from model.repurchase.btyd.spend import GammaGamma, fit_gamma_gamma, spending

DATA = Path(__file__).parents[2].parent / "shared/data/orders"
CALIBRATION = dt.date(1997, 9, 30)
HOLDOUT_WEEKS = 39.0
pytestmark = pytest.mark.filterwarnings("error")
needs_data = pytest.mark.skipif(not DATA.is_dir(), reason=f"the shared example data is not at {DATA}")


def log_of_orders():
    """Customer → {day: spend}, from the 1/10 sample."""
    orders = defaultdict(lambda: defaultdict(float))
    for line in (DATA / "CDNOW_sample.txt").read_text("ascii").splitlines():
        _, customer, day, _, amount = line.split()
        orders[customer][dt.date.fromisoformat(day)] += float(amount)
    return orders


@pytest.fixture(scope="module")
def sample():
    """x, t_x, T in weeks to the end of calibration, repeats of the holdout, mean repeat spend, sum of log gaps."""
    rows, logs = [], 0.0
    for days in log_of_orders().values():
        seen = sorted(day for day in days if day <= CALIBRATION)
        later = sum(1 for day in days if day > CALIBRATION)
        gaps = [(b - a).days / 7 for a, b in pairwise(seen)]
        logs += sum(map(math.log, gaps))
        spent = sum(days[day] for day in seen[1:]) / max(len(gaps), 1)
        rows.append((len(gaps), sum(gaps), (CALIBRATION - seen[0]).days / 7, later, spent))
    x, t_x, T, later, spent = (np.array(column) for column in zip(*rows, strict=True))
    return histories(x, t_x, T, 7, logs), x, t_x, T, later, spent


@needs_data
def test_the_log_gives_the_published_summary(sample):
    _, x, t_x, T, later, _ = sample
    with (DATA / "cdnow_customers_summary.csv").open() as file:
        shipped = [tuple(map(float, row)) for row in list(csv.reader(file))[1:]]
    assert [row[1] for row in shipped] == list(x)
    assert max(abs(row[2] - mine) for row, mine in zip(shipped, t_x, strict=True)) < 0.0051
    assert max(abs(row[3] - mine) for row, mine in zip(shipped, T, strict=True)) < 0.0051
    assert (len(x), x.sum(), (x == 0).sum(), later.sum()) == (2357, 2457, 1411, 1882)


@needs_data
@pytest.mark.parametrize(
    ("fit", "values", "likelihood"),
    [
        (fit_nbd, (0.385, 12.072), -9763.7),  # Fader, Hardie & Lee 2005
        (fit_beta_geometric, (0.243, 4.414, 0.793, 2.426), -9582.4),  # the same paper, table 2
        (lambda data: fit_beta_geometric(data, modified=True), (0.525, 6.183, 0.891, 1.614), -9582.1),  # BTYDplus
        (fit_pareto_nbd, (0.553, 10.578, 0.606, 11.669), -9595.0),  # Fader, Hardie & Lee 2005
    ],
)  # fmt: skip
def test_the_published_parameters_of_cdnow_are_found(sample, fit, values, likelihood):
    fitted = fit(sample[0])
    assert fitted.log_likelihood == pytest.approx(likelihood, abs=0.06)
    assert fitted.values == pytest.approx(values, abs=6e-4 * max(values))


@needs_data
def test_standard_errors_of_bg_nbd(sample):
    errors = fit_beta_geometric(sample[0]).errors
    assert errors == pytest.approx((0.0126, 0.378, 0.186, 0.705), rel=0.01)


@needs_data
def test_cdnow_buys_at_random_not_regularly(sample):
    data = sample[0]
    likelihoods = [fit_beta_geometric(data, k=k).log_likelihood for k in (1, 2, 3)]
    assert likelihoods == pytest.approx([-9582.4, -9855.3, -10393.6], abs=0.6)
    modified = [fit_beta_geometric(data, modified=True, k=k).log_likelihood for k in (2, 3)]
    assert modified == pytest.approx([-9853.3, -10394.4], abs=0.6)
    assert most_regular(data, modified=True).regularity == 1


@needs_data
def test_point_predictions_for_the_customer_everyone_cites(sample):
    data = sample[0]
    customer = ([2], [30.43], [38.86])
    bg, mbg = (model_of(fit_beta_geometric(data, modified)) for modified in (False, True))
    pnbd = ParetoNbd(*fit_pareto_nbd(data).values)
    assert [m.conditional(39, *customer)[0] for m in (bg, mbg, pnbd)] == pytest.approx(
        [1.2259, 1.2627, 1.4551], abs=2e-3
    )
    assert [m.alive(*customer)[0] for m in (bg, mbg, pnbd)] == pytest.approx(
        [0.7266, 0.7061, 0.8691], abs=1e-3
    )


@needs_data
def test_the_holdout_half_year_is_forecast_as_published(sample):
    data, x, t_x, T, later, _ = sample
    bg = model_of(fit_beta_geometric(data)).conditional(HOLDOUT_WEEKS, x, t_x, T)
    pnbd = ParetoNbd(*fit_pareto_nbd(data).values).conditional(HOLDOUT_WEEKS, x, t_x, T)
    nbd = NegativeBinomial(*fit_nbd(data).values).conditional(HOLDOUT_WEEKS, x, t_x, T)
    assert [part.sum() for part in (bg, pnbd, nbd)] == pytest.approx([1653.9, 1665.7, 2929.8], rel=2e-3)
    assert [np.corrcoef(part, later)[0, 1] for part in (bg, pnbd)] == pytest.approx([0.626, 0.630], abs=1e-3)
    assert np.corrcoef(bg, pnbd)[0, 1] == pytest.approx(0.996, abs=1e-3)
    assert [np.abs(part - later).mean() for part in (bg, pnbd, nbd)] == pytest.approx(
        [0.7855, 0.7545, 1.041], abs=5e-3
    )


@needs_data
def test_the_cohort_total_of_week_78(sample):
    data, _, _, T, *_ = sample
    actual = 4339
    entered, often = np.unique(np.round((T.max() - T) * 7), return_counts=True)
    ends = 78 - (entered / 7 + (39 - T.max()))
    for model, off in (
        (model_of(fit_beta_geometric(data)), -0.0398),
        (ParetoNbd(*fit_pareto_nbd(data).values), -0.0161),
    ):
        assert often @ model.expected(ends) / actual - 1 == pytest.approx(off, abs=2e-3)


@needs_data
def test_spend_per_purchase_as_in_note_025(sample):
    _, x, _, _, _, spent = sample
    fitted = fit_gamma_gamma(spending(x, spent))
    assert fitted.values == pytest.approx((6.25, 3.74, 15.44), rel=2e-3)
    assert fitted.log_likelihood == pytest.approx(-4055.92, abs=0.05)
    model = GammaGamma(*fitted.values)
    assert model.mean == pytest.approx(35.171, abs=0.01)
    expected = [24.65, 18.91, 35.17, 35.17, 35.17, 71.46, 18.91, 35.17, 27.28, 35.17]
    assert model.conditional(x[:10], spent[:10]) == pytest.approx(expected, abs=0.015)
    again = x > 0
    assert np.corrcoef(x[again], spent[again])[0, 1] == pytest.approx(0.1139, abs=1e-3)


@needs_data
def test_a_new_customer_of_cdnow_over_one_and_two_years(sample):
    model = model_of(fit_beta_geometric(sample[0]))
    assert model.expected([52, 104]) == pytest.approx([1.446, 2.203], rel=2e-3)


def test_expected_purchases_of_the_published_sheet():
    model = BetaGeometric(0.243, 4.414, 0.793, 2.426)  # Hardie's spreadsheet
    expected = [0.0078, 0.0533, 0.1509, 1.0420, 1.0452, 1.8605]
    assert model.expected([0.1429, 1, 3, 31.8571, 32, 78]) == pytest.approx(expected, abs=6e-5)
    assert model.exactly(0, 39) == pytest.approx(0.5737864, abs=1e-7)  # BTYD
    assert model.exactly(10, 2) == pytest.approx(1.07869e-7, rel=1e-4)
    assert [float(model.exactly(n, 30)) for n in (11, 20)] == pytest.approx(
        [0.0019995214, 0.0002222260], abs=1e-9
    )


def test_pareto_expectations_of_the_published_package():
    model = ParetoNbd(0.55, 10.56, 0.61, 11.64)  # BTYD
    published = [0, .05077821, .09916088, .14542507, .18979930, .23247466, .27361274, .31335159, .35181024, .38909211]  # fmt: skip
    assert model.expected(range(10)) == pytest.approx(published, abs=5e-9)
    fitted = ParetoNbd(0.5534, 10.5802, 0.6061, 11.6562)
    assert fitted.conditional(52, [26], [30.86], [31])[0] == pytest.approx(25.46, abs=0.006)
    assert fitted.alive([26], [30.86], [31])[0] == pytest.approx(0.9979, abs=5e-5)


positive = st.floats(0.2, 6)
customers = st.lists(
    st.tuples(st.integers(0, 12), st.floats(0.01, 0.99), st.integers(10, 400)), min_size=1, max_size=12
)


def made(rows):
    x, part, T = (np.array(column, float) for column in zip(*rows, strict=True))
    return histories(x, np.where(x > 0, np.rint(part * T), 0), T)


@settings(max_examples=40, deadline=None)
@given(customers, positive, st.floats(1, 200), positive, positive, st.booleans(), st.integers(1, 4))
def test_slopes_of_the_beta_geometric_family(rows, r, alpha, a, b, modified, k):
    data, logs = made(rows), np.log([r, alpha, a, b])
    value, slope = betageo.log_likelihood(logs, data, modified, k)
    numeric = approx_fprime(logs, lambda at: betageo.log_likelihood(at, data, modified, k)[0], 1e-6)
    assert slope == pytest.approx(numeric, rel=1e-3, abs=1e-3 * (1 + abs(value)))


@settings(max_examples=25, deadline=None)
@given(customers, positive, st.floats(1, 200), positive, st.floats(1, 200))
def test_slopes_of_pareto_and_nbd(rows, r, alpha, s, beta):
    data, logs = made(rows), np.log([r, alpha, s, beta])
    value, slope = pareto.log_likelihood(logs, data)
    numeric = approx_fprime(logs, lambda at: pareto.log_likelihood(at, data)[0], 1e-6)
    assert slope == pytest.approx(numeric, rel=1e-3, abs=1e-3 * (1 + abs(value)))
    value, slope = counts.log_likelihood(logs[:2], data)
    numeric = approx_fprime(logs[:2], lambda at: counts.log_likelihood(at, data)[0], 1e-6)
    assert slope == pytest.approx(numeric, rel=1e-3, abs=1e-3 * (1 + abs(value)))


def textbook(r, alpha, s, beta, x, t, T):
    """Log likelihood of one customer with hyp2f1 (Fader & Hardie's note on the Pareto/NBD)."""
    high, apart = max(alpha, beta), abs(alpha - beta)
    total, third = r + s + x, s + 1 if alpha >= beta else r + x
    part = [hyp2f1(total, third, total + 1, apart / (high + at)) / (high + at) ** total for at in (t, T)]
    there = (alpha + T) ** -(r + x) * (beta + T) ** -s
    return (
        gammaln(r + x)
        - gammaln(r)
        + r * math.log(alpha)
        + s * math.log(beta)
        + math.log(there + s / total * (part[0] - part[1]))
    )


@settings(max_examples=60, deadline=None)
@given(
    st.integers(0, 6),
    st.floats(0.05, 0.95),
    st.integers(10, 120),
    positive,
    st.floats(1, 100),
    positive,
    st.floats(1, 100),
)
def test_pareto_agrees_with_the_textbook(x, part, T, r, alpha, s, beta):
    t = round(part * T) if x else 0
    mine = pareto.log_likelihood(np.log([r, alpha, s, beta]), histories([x], [t], [T]))[0]
    assert mine == pytest.approx(textbook(r, alpha, s, beta, x, t, T), rel=1e-7, abs=1e-7)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 9), st.floats(1, 500)), min_size=2, max_size=20), positive, positive, st.floats(1, 90))  # fmt: skip
def test_slopes_of_spend(rows, p, q, gamma):
    data, logs = spending(*zip(*rows, strict=True)), np.log([p, q, gamma])
    value, slope = spend.log_likelihood(logs, data)
    numeric = approx_fprime(logs, lambda at: spend.log_likelihood(at, data)[0], 1e-6)
    assert slope == pytest.approx(numeric, rel=1e-3, abs=1e-3 * (1 + abs(value)))


@settings(max_examples=40, deadline=None)
@given(positive, st.floats(1, 50), st.floats(0.3, 5), positive, st.floats(0.5, 300))
def test_expected_purchases_agree_with_the_closed_form(r, alpha, a, b, t):
    if abs(a - 1) < 0.02 or a + b < 1.05:
        return
    closed = (
        (a + b - 1) / (a - 1) * (1 - (alpha / (alpha + t)) ** r * hyp2f1(r, b, a + b - 1, t / (alpha + t)))
    )
    assert BetaGeometric(r, alpha, a, b).expected(t)[0] == pytest.approx(closed, rel=1e-4)


@settings(max_examples=40, deadline=None)
@given(
    positive, st.floats(1, 50), st.floats(1.1, 5), positive, st.integers(1, 9), st.floats(0, 1), st.booleans()
)
def test_a_customers_future_by_two_roads(r, alpha, a, b, x, part, modified):
    model = BetaGeometric(r, alpha, a, b, modified)
    count, T = np.array([float(x)]), np.array([50.0])
    stayed, there = b + count + modified, model.alive(count, T * part, T)
    summed = model._sum(np.array([26.0]), r + count, alpha + T, stayed, 0, 0) * there
    assert summed == pytest.approx(model._closed(26, r + count, alpha + T, stayed) * there, rel=1e-5)
    if abs(a - 1) > 1e-6:
        assert summed == pytest.approx(model.conditional(26, count, T * part, T), rel=1e-5)


@settings(max_examples=30, deadline=None)
@given(positive, st.floats(1, 50), positive, positive, st.booleans(), st.integers(1, 3), st.floats(1, 60))
def test_chances_of_all_counts_are_one(r, alpha, a, b, modified, k, t):
    model = BetaGeometric(r, alpha, a, b, modified, k)
    chances = [float(model.exactly(n, t)) for n in range(60)]
    assert min(chances) >= -1e-12
    assert sum(chances) + float(model.at_least(60, t)) == pytest.approx(1)
    assert float(model.returned(t)) == pytest.approx(1 - chances[0])


def simulated(model, horizon, size, seed):
    """Days of purchase of made-up customers: the story the model tells, acted out."""
    rng = np.random.default_rng(seed)
    rate, leave = rng.gamma(model.r, 1 / model.alpha, size), rng.beta(model.a, model.b, size)
    x, last, at = np.zeros(size), np.zeros(size), np.zeros(size)
    here = rng.random(size) >= leave if model.modified else np.ones(size, bool)
    while here.any():
        at = np.where(here, at + rng.gamma(model.k, 1 / rate), at)
        here &= at <= horizon
        x, last = x + here, np.where(here, at, last)
        here &= rng.random(size) >= leave
    return x, last


@pytest.mark.parametrize("k", [1, 2, 3])
@pytest.mark.parametrize("modified", [False, True])
def test_the_story_acted_out_gives_the_same_figures(modified, k):
    model = BetaGeometric(0.8, 6.0 / k, 0.9, 2.6, modified, k)
    x, last = simulated(model, 52, 200_000, 7)
    assert x.mean() == pytest.approx(float(model.expected(52)[0]), rel=0.02)
    assert (x > 0).mean() == pytest.approx(float(model.returned(52)), abs=0.005)
    first_half, early = x[:60_000], last[:60_000]
    fitted = fit_beta_geometric(histories(first_half, early, np.full(60_000, 52.0), 100), modified, k)
    assert fitted.values == pytest.approx((model.r, model.alpha, model.a, model.b), rel=0.12)


def test_a_few_customers_lean_on_the_prior():
    rows = [(0, 0, 20.0), (1, 5.0, 20.0), (0, 0, 8.0)]
    data = histories(*zip(*rows, strict=True), ticks=7)
    prior = Prior((0.4, 5.0, 0.8, 2.5), (1.0, 1.0, 1.0, 1.0))
    fitted = fit_beta_geometric(data, modified=True, prior=prior)
    assert fitted.with_prior
    assert all(0.2 < value / median < 5 for value, median in zip(fitted.values, prior.medians, strict=True))
    assert all(error > 0 for error in fitted.errors)


def test_nobody_came_back_is_no_crash():
    data = histories([0] * 50, [0] * 50, [30.0] * 50)
    fitted = fit_beta_geometric(data, modified=True, prior=Prior((0.4, 5, 0.8, 2.5), (1, 1, 1, 1)))
    assert float(model_of(fitted).returned(52)) < 0.3


@pytest.mark.parametrize(
    ("x", "t_x", "T"), [([], [], []), ([1], [2], [1]), ([-1], [0], [1]), ([1, 2], [1], [3])]
)
def test_histories_that_cannot_be(x, t_x, T):
    with pytest.raises(ValueError, match="must"):
        histories(x, t_x, T)


def test_long_follow_up_in_fine_ticks_is_put_together_all_the_same():
    data = histories([3, 3, 0], [100.0, 100.0, 0], [4000.0, 4000.0, 4000.0], ticks=1e6)
    assert sorted(zip(data.x, data.t_x, data.T, data.weight, strict=True)) == [
        (0, 0, 4000, 1),
        (3, 100, 4000, 2),
    ]
