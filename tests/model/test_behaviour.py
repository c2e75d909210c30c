"""What models say of a year, cut off earlier: the known truth of CDNOW at six dates, and what they must never say."""

import numpy as np
import pytest
from cdnow import day_number, needs_sample, occasions, purchase_days, until

from model.policy import load
from model.repurchase.behaviour import behaviour, histories_of

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
