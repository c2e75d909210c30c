"""What models say of a year, cut off earlier: the known truth of CDNOW at six dates, and what they must never say."""

import numpy as np
import pytest
from cdnow import day_number, needs_sample, occasions, purchase_days, until

from model.policy import load
from model.repurchase.behaviour import behaviour, histories_of
from model.repurchase.btyd.betageo import fit_beta_geometric, most_regular

RULE = load().purchasing
TRUTH = 0.4557
"""Of 2,357 customers, all followed for a year: those back within 365 days."""


@pytest.fixture(scope="module")
def cdnow():
    return purchase_days()


@needs_sample
@pytest.mark.parametrize("cut", ["1997-03-31", "1997-04-30", "1997-05-31", "1997-07-31", "1997-09-30"])
def test_a_year_from_part_of_it(cdnow, cut):
    last = day_number(cut)
    known = occasions(until(cdnow, last))
    rate = behaviour(known, last, RULE).returned(365)
    assert rate.low < TRUTH < rate.high
    assert rate.value == pytest.approx(TRUTH, abs=0.027)


def made(size, seed=1, horizon=150):
    rng = np.random.default_rng(seed)
    return occasions(
        [
            {0, *(int(d) for d in np.cumsum(rng.exponential(50, 6)) if d <= horizon and rng.random() < 0.6)}
            for _ in range(size)
        ]
    )


def test_few_customers_give_a_wide_range_and_many_a_narrow_one():
    few, many = (behaviour(made(size), 150, RULE).returned(365) for size in (30, 3000))
    assert few.high - few.low > many.high - many.low > 0.05  # the models' own error stays


def test_later_is_never_less():
    model = behaviour(made(300), 150, RULE)
    rates = [model.returned(days).value for days in (30, 90, 180, 365, 730)]
    assert rates == sorted(rates)
    assert all(0 < rate < 1 for rate in rates)


def test_a_durable_is_told_by_the_model_in_which_some_never_return():
    assert [fit.model[0] for fit in behaviour(made(300), 150, RULE, durable=True).fits] == ["m"]


def test_nobody_bought_is_refused():
    with pytest.raises(ValueError, match="nobody"):
        histories_of(occasions([]), 10)


def test_the_range_of_a_week_is_not_that_of_a_year():
    """A shop of few returns: the error of models of a year must not be laid on the first days."""
    seldom = occasions([{0, *([60 + n % 90] if n % 12 == 0 else [])} for n in range(3000)])
    model = behaviour(seldom, 150, RULE)
    week, year = (model.returned(days) for days in (7, 365))
    assert week.high - week.low < year.high - year.low
    assert week.high < 4 * week.value < year.value


def test_the_search_for_the_regularity_ends_where_trying_all_would():
    rng = np.random.default_rng(5)
    for k in (1, 2, 3):
        rates = rng.gamma(3, 1 / 60, 700)
        days = [
            {0, *(int(d) for d in np.cumsum(rng.gamma(k, 1 / (k * rate), 9)) if d < 300)} for rate in rates
        ]
        data = histories_of(occasions(days), 300)
        every = [fit_beta_geometric(data, True, n) for n in (1, 2, 3, 4)]
        best = max(every, key=lambda one: one.log_likelihood)
        assert most_regular(data, True).regularity == best.regularity == k
