"""Empirical Bayes over the products of a category: a published table, a slow search, and what few products must not do."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.special import betaln

from model.policy import load
from model.repurchase.pooling import Pool, fit_pool, pooled

RULE = load().grading
# Efron & Morris 1975: hits of 18 batters in their first 45 times at bat.
HITS = (18, 17, 16, 15, 14, 14, 13, 12, 11, 11, 10, 10, 10, 10, 10, 9, 8, 7)


def likelihood(pairs, a, b):
    return sum(betaln(a + y, b + n - y) - betaln(a, b) for y, n in pairs)


def test_the_batters_of_efron_and_morris():
    pool = fit_pool([(y, 45) for y in HITS], 10_000)
    assert (pool.a, pool.b) == pytest.approx((210.6, 582.7), rel=2e-3)
    assert pool.mean == pytest.approx(0.2655, abs=1e-3)


PAIRS = st.lists(
    st.tuples(st.floats(0, 1), st.floats(1, 500)).map(lambda one: (one[0] * one[1], one[1])),
    min_size=1,
    max_size=8,
)


@given(PAIRS)
@settings(max_examples=60, deadline=None)
def test_no_point_of_a_grid_is_likelier(pairs):
    pool = fit_pool(pairs, RULE.pool_most)
    best = likelihood(pairs, pool.a, pool.b)
    sizes, shares = np.geomspace(0.5, RULE.pool_most, 12), np.linspace(0.001, 0.999, 25)
    for size, share in product(sizes, shares):
        assert likelihood(pairs, size * share, size * (1 - share)) <= best + 1e-3


def test_equal_products_lend_no_more_than_the_policy_lets_them():
    pool = fit_pool([(20, 100)] * 5, 100)
    assert pool.a + pool.b == pytest.approx(100)
    assert pool.mean == pytest.approx(0.2, abs=0.01)


def test_too_few_products_make_no_pool():
    pairs = [(5.0, 50.0)] * 3
    assert pooled({"snack": pairs[:2]}, RULE) == {}
    assert pooled({"snack": pairs}, RULE)["snack"].products == 3


def test_nothing_to_pool_is_an_error():
    with pytest.raises(ValueError, match="no product"):
        fit_pool([], 100)


def test_a_pool_knows_its_mean():
    assert Pool(1, 3, 5).mean == 0.25
