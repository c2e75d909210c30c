"""Seeded draws of a finished plan, and how much hangs on a few hosts."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.advice import grades
from model.estimates import host_facts
from model.matrix.candidates import Candidates, candidates
from model.matrix.risk import _profits, concentration, simulate
from model.policy import load
from model.records import Influencer, Offer, Product

POLICY = load()
COFFEE = Product("咖啡", 59.9, "咖啡", 25.0, 4.0, 0.05, 0.06, id=1)


def table(product: Product = COFFEE, guarantee: float | None = None, fee: float = 3000.0) -> Candidates:
    hosts = tuple(
        host_facts(
            Influencer(
                f"{i}",
                f"{i}",
                "douyin",
                followers=30_000,
                views=2000.0 + 500 * i,
                offers=(Offer("a", fee, 0.2, guarantee),),
            ),
            POLICY,
        )
        for i in range(6)
    )
    return candidates(hosts, grades((product,), POLICY), POLICY)


@pytest.mark.parametrize(
    ("product", "guarantee"),
    [(COFFEE, None), (COFFEE, 2.0), (replace(COFFEE, stock=25), None), (replace(COFFEE, stock=25), 1.0)],
    # hosts share a stock in the draws, so together they can only be held against it without one
)
def test_the_mean_of_the_draws_is_the_expected_profit_of_the_search(
    product: Product, guarantee: float | None
) -> None:
    made = table(product, guarantee)
    draws = 200_000
    for chosen in ([0], [0, 2, 5]) if product.stock is None else ([0], [2], [5]):
        got = simulate(made, np.array(chosen), draws, 3)
        spread = float(_profits(made, np.array(chosen), draws, 3)[0].std())
        assert got.mean == pytest.approx(float(made.long[chosen].sum()), abs=4 * spread / math.sqrt(draws))


def test_the_same_seed_gives_the_same_draws_and_another_one_others() -> None:
    made = table()
    one, two, three = (simulate(made, np.array([0, 1]), 2000, seed) for seed in (1, 1, 2))
    assert one == two
    assert one != three


def test_the_figures_of_a_risk_are_in_order() -> None:
    got = simulate(table(), np.arange(6), 5000, 1)
    assert got.cvar95 <= got.p05 <= got.p50 <= got.p95
    assert 0 <= got.loss_probability <= got.first_loss_probability <= 1
    assert 0.95 * 5000 <= sum(got.histogram) <= got.draws == 5000  # a few far draws lie outside the picture
    assert len(got.edges) == len(got.histogram) + 1


def test_the_chance_of_a_loss_of_one_host_is_that_of_its_log_normal() -> None:
    made = table(fee=3000.0)
    item = made.items[0]
    each = (made.long[0] + made.cost[0]) / made.raw[0]
    mu = math.log(made.raw[0]) - item.response.sd**2 / 2
    z = (math.log(made.cost[0] / each) - mu) / item.response.sd
    exact = 0.5 * math.erfc(-z / math.sqrt(2))
    got = simulate(made, np.array([0]), 100_000, 1)
    assert got.loss_probability == pytest.approx(exact, abs=4 * math.sqrt(exact * (1 - exact) / 100_000))
    assert 0.05 < exact < 0.95


def test_a_guarantee_makes_the_worst_less_bad() -> None:
    plain, safe = (simulate(table(guarantee=g), np.arange(6), 5000, 1) for g in (None, 2.0))
    assert safe.cvar95 > plain.cvar95


def test_nothing_chosen_risks_nothing() -> None:
    got = simulate(table(), np.array([], np.int64), 5000, 1)
    assert (got.loss_probability, got.mean, got.draws, got.histogram) == (0.0, 0.0, 5000, ())


def test_the_herfindahl_index_is_that_of_the_merger_guidelines_example() -> None:
    # science.md, section 1.8: 30/30/20/20 -> 2,600 of 10,000
    got = concentration([30, 30, 20, 20], [40, 30, 20, 10])
    assert (got.top1, got.top5, round(got.hhi, 6)) == (0.3, 1.0, 0.26)
    assert (got.orders_top1, round(got.orders_hhi, 6)) == (0.4, 0.30)


@given(st.lists(st.floats(0, 1e6), max_size=30))
def test_shares_are_shares(amounts: list[float]) -> None:
    got = concentration(amounts, [])
    assert 0 <= got.hhi <= got.top1 + 1e-9
    assert got.top1 <= got.top5 + 1e-9 <= 1 + 1e-6
    assert got.orders_hhi == 0
