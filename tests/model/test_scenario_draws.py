"""Scenarios for the choice: the same distribution as the report's draws, every mean kept."""

from dataclasses import replace

import numpy as np
import pytest

from model.advice import grades
from model.demo import demo_snapshot
from model.estimates import host_facts
from model.matrix.candidates import Candidates, candidates
from model.matrix.draws import draw, lot_of, outcome, shaken
from model.matrix.scenario_draws import _places, factors, scenario_draws
from model.policy import load
from model.records import Influencer, Offer, Product

POLICY = load()
COFFEE = Product("咖啡", 59.9, "咖啡", 25.0, 4.0, 0.05, 0.06, id=1)


def shop(hosts: int = 60, products: int = 3) -> Candidates:
    snapshot = demo_snapshot(POLICY, 20)
    facts = tuple(host_facts(h, POLICY) for h in snapshot.influencers[:hosts])
    return candidates(facts, grades(snapshot.products[:products], POLICY), POLICY)


def test_every_host_and_every_shared_shock_keeps_its_mean() -> None:
    got = scenario_draws(shop(), 200, 1)
    for rows in (got.day[None], got.platform, got.klass, got.returns, got.repeat, got.tables):
        assert rows.mean(1) == pytest.approx(np.ones(len(rows)), abs=1e-5)
    assert all(sorted(row) == list(range(200)) for row in got.places.tolist())
    assert got.places.dtype == np.uint8


@pytest.mark.parametrize("scenarios", [50, 200, 256, 512, 1000])
def test_any_number_of_scenarios_fits_a_byte_and_is_even(scenarios: int) -> None:
    made = _places(7, scenarios, np.random.default_rng(1))
    counts = np.bincount(made[0], minlength=min(scenarios, 256))
    assert counts.sum() == scenarios
    assert counts.max() - counts.min() <= 1


def test_many_hosts_still_have_an_order_of_their_own() -> None:
    made = _places(12_000, 100, np.random.default_rng(1))
    assert len(np.unique(made, axis=0)) == 12_000
    assert all(len(set(row)) == 100 for row in made[::997].tolist())
    linked = np.corrcoef(made[[0, 4096, 8192, 1, 2]].astype(float)) - np.eye(5)
    assert np.abs(linked).max() < 0.45


def test_the_mean_profit_over_scenarios_is_the_expected_one() -> None:
    made = shop()
    got = scenario_draws(made, 200, 1)
    every = np.arange(len(made.items))
    profits = got.profits(every).astype(float)
    assert profits.shape == (len(made.items), 200)
    error = profits.std(1) / np.sqrt(200)
    off = (profits.mean(1) - made.long) / np.maximum(error, 1.0)
    assert np.abs(off).max() < 4
    assert abs(off.mean()) < 0.5


def test_the_worst_of_a_set_is_as_bad_in_scenarios_as_in_the_draws_of_the_report() -> None:
    made = shop(200, 1)
    first: dict[int, int] = {}
    for j, host in enumerate(made.host.tolist()):
        first.setdefault(host, j)
    picked = np.array(list(first.values())[40:80])
    tails = []
    for seed in range(30):
        total = scenario_draws(made, 200, seed).profits(picked).sum(0)
        tails.append(float(np.sort(total)[:10].mean()))
    lot = lot_of(made, picked)
    long = outcome(lot, shaken(lot, draw(lot, made, 100_000, 1), slice(None))).long
    exact = float(np.sort(long)[:5000].mean())
    spread = float(long.std())
    assert float(np.mean(tails)) == pytest.approx(exact, abs=0.1 * spread)


def test_offers_of_one_host_share_his_luck_and_stock_and_guarantee_count() -> None:
    host = host_facts(
        Influencer(
            "1",
            "x",
            "douyin",
            followers=30_000,
            views=9000.0,
            offers=(Offer("a", 2000.0, 0.2), Offer("b", 2000.0, 0.2, 2.0), Offer("c", 0.0, 0.5)),
        ),
        POLICY,
    )
    made = candidates((host,), grades((replace(COFFEE, stock=40),), POLICY), POLICY)
    got = scenario_draws(made, 200, 3)
    orders = got.orders(np.arange(3))
    assert np.allclose(orders[0], orders[1])
    assert np.allclose(orders[0], orders[2])
    assert (orders > 40).any()
    plain, safe, free = got.profits(np.arange(3)).astype(float)
    missed = orders[0] * 59.9 < 4000
    assert (safe[missed] > plain[missed]).all()
    assert safe[~missed] == pytest.approx(plain[~missed])
    item = made.items[2]
    most = 40 * (item.worth.basis.price + item.worth.repeat * got.repeat.max())
    assert free.max() <= most


def test_the_same_seed_gives_the_same_scenarios() -> None:
    made = shop(20, 1)
    one, two, other = (scenario_draws(made, 200, seed).places for seed in (1, 1, 2))
    assert (one == two).all()
    assert (one != other).any()


def test_as_one_multiplier_each_candidate_earns_the_same() -> None:
    snapshot = demo_snapshot(POLICY, 20)
    products = tuple(replace(p, stock=None) for p in snapshot.products[:4])
    facts = tuple(host_facts(h, POLICY) for h in snapshot.influencers[:80])
    made = candidates(facts, grades(products, POLICY), POLICY)
    got = scenario_draws(made, 200, 1)
    short = factors(got)
    fixed = got.lot.fixed
    gain = made.long + fixed
    times = short.factor[short.at] * short.table[short.kind[:, None], short.code[made.host]]
    free = [j for j, c in enumerate(made.items) if not c.offer.offer.guarantee]
    told = times[free] * gain[free, None] - fixed[free, None]
    assert told == pytest.approx(got.profits(np.array(free)), rel=2e-3, abs=1.0)
    assert short.table.shape[1] == 256
    assert len(short.factor) < len(made.items) / 3


def test_a_guarantee_makes_bad_scenarios_no_worse_than_one_multiplier_says() -> None:
    host = host_facts(
        Influencer(
            "1", "x", "douyin", followers=30_000, views=5000.0, offers=(Offer("b", 4000.0, 0.2, 2.0),)
        ),
        POLICY,
    )
    made = candidates((host,), grades((COFFEE,), POLICY), POLICY)
    got = scenario_draws(made, 200, 3)
    short = factors(got)
    times = short.factor[short.at] * short.table[short.kind[:, None], short.code[made.host]]
    told = times[0] * float(made.long[0] + got.lot.fixed[0]) - float(got.lot.fixed[0])
    worst = np.argsort(got.orders(np.array([0]))[0])[:10]
    assert (got.profits(np.array([0]))[0][worst] > told[worst]).all()
