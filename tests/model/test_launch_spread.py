"""Word of mouth: branching and cascades against closed forms, enumeration and published simulations."""

import datetime as dt
import itertools
import math
from collections import deque
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from model.errors import Cancelled
from model.launch.branching import total_odds, word_of_mouth
from model.launch.cascade import IMITATOR, cascades, picture, spread
from model.launch.network import LEVELS, audience, hosts_of, network
from model.launch.season import Booking, Schedule, Season
from model.launch.sessions import Session
from model.policy import load
from model.records import Form, Kind, RepurchaseClass, Tier

POLICY = load()
RULE = load({"spreading.people": 3000}).spreading

# ── branching ──


@pytest.mark.parametrize(
    ("reach", "published"),
    [
        (0.2, (0.8187, 0.1341, 0.0329, 0.0096, 0.0031)),
        (0.5, (0.6065, 0.1839, 0.0837, 0.0451, 0.0267)),
    ],
)
def test_totals_follow_the_borel_distribution(reach, published):
    assert total_odds(reach, 5) == pytest.approx(published, abs=5.1e-5)


def test_mean_and_variance_of_the_total_are_those_of_the_odds():
    odds, n = total_odds(0.5, 400), np.arange(1, 401)
    assert odds.sum() == pytest.approx(1)
    assert (odds * n).sum() == pytest.approx(2)
    assert (odds * n**2).sum() - 4 == pytest.approx(4, abs=1e-6)


@given(st.floats(0.01, 0.7))
def test_a_simulated_tree_has_the_mean_of_the_closed_form(reach):
    rng = np.random.default_rng(int(reach * 1e6))
    totals = np.ones(4000)
    alive = np.ones(4000)
    while alive.any():
        alive = rng.poisson(reach * alive).astype(float)
        totals += alive
    mean, variance = 1 / (1 - reach), reach / (1 - reach) ** 3  # of the Borel distribution
    assert totals.mean() == pytest.approx(mean, abs=5 * math.sqrt(variance / 4000) + 1e-9)


def test_the_default_multiplier_is_that_of_the_prior():
    found = word_of_mouth(POLICY.spreading)
    draws = stats.beta(2, 8).rvs(200_000, random_state=1)
    assert found.reach.value == pytest.approx(0.2)
    assert found.alone == pytest.approx(0.8187, abs=5e-5)  # P(T = 1) at R = 0.2
    assert found.multiplier.value == pytest.approx(9 / 7)
    assert found.multiplier.value == pytest.approx((1 / (1 - draws)).mean(), rel=0.01)
    assert (found.multiplier.low, found.multiplier.high) == pytest.approx(
        np.quantile(1 / (1 - draws), (0.1, 0.9)), rel=0.01
    )


@pytest.mark.parametrize(
    ("own", "codes"), [(0.5, []), (0.99, []), (1.0, ["spread_implausible"]), (3, ["spread_implausible"])]
)
def test_from_one_buyer_for_each_buyer_on_nothing_is_believed(own, codes):
    found = word_of_mouth(POLICY.spreading, own)
    assert [one.code for one in found.doubts] == codes
    assert found.multiplier.value == pytest.approx(1.0 if codes else 1 / (1 - own))


def test_a_prior_without_a_mean_still_gives_a_middle():
    found = word_of_mouth(load({"spreading.reach_a": 1, "spreading.reach_b": 1}).spreading)
    assert found.multiplier.value == pytest.approx(2)


# ── cascades ──


def both(pairs, odds):
    return [(a, b, odds) for a, b in pairs] + [(b, a, odds) for a, b in pairs]


PATH = [(0, 1), (1, 2), (2, 3), (3, 4)]
CYCLE = [*PATH, (4, 0)]
STAR = [(0, n) for n in range(1, 10)]
COMPLETE = {n: list(itertools.combinations(range(n), 2)) for n in (4, 5)}


def enumerated(edges, nodes, seeds):
    """Expected spread by going through every set of edges that may carry."""
    total = 0.0
    for kept in itertools.product((False, True), repeat=len(edges)):
        odds = math.prod(p if on else 1 - p for (_, _, p), on in zip(edges, kept, strict=True))
        if odds:
            after = {}
            for (a, b, _), on in zip(edges, kept, strict=True):
                if on:
                    after.setdefault(a, []).append(b)
            seen, waiting = set(seeds), deque(seeds)
            while waiting:
                for b in after.get(waiting.popleft(), ()):
                    if b not in seen:
                        seen.add(b)
                        waiting.append(b)
            total += odds * len(seen)
    return total


def simulated(edges, nodes, seeds, runs=2000, seed=1):
    totals = spread(network(edges, nodes, seeds), runs, seed).totals
    return totals.mean(), totals.std() / math.sqrt(runs)


EXACT = [
    (PATH, 5, 0, 0.5, 1.9375),
    (CYCLE, 5, 0, 0.5, 2.75),
    (STAR, 10, 0, 0.1, 1.9),
    (STAR, 10, 1, 0.1, 1.18),
    (COMPLETE[4], 4, 0, 0.5, 3.25),
    (COMPLETE[5], 5, 0, 0.3, 3.10113),
]


@pytest.mark.parametrize(("pairs", "nodes", "seed", "odds", "exact"), EXACT)
def test_small_graphs_spread_as_they_must(pairs, nodes, seed, odds, exact):
    if len(pairs) <= 6:
        assert enumerated(both(pairs, odds), nodes, [seed]) == pytest.approx(exact, abs=5e-6)
    mean, error = simulated(both(pairs, odds), nodes, [seed])
    assert mean == pytest.approx(exact, abs=4 * error)


@settings(max_examples=10, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, 4), st.integers(0, 4), st.sampled_from([0.0, 0.2, 0.5, 0.9, 1.0])),
        max_size=8,
    ),
    st.sets(st.integers(0, 4), min_size=1, max_size=2),
)
def test_any_small_graph_agrees_with_its_enumeration(edges, seeds):
    edges = [one for one in edges if one[0] != one[1]]
    mean, error = simulated(edges, 5, sorted(seeds), runs=400)
    assert mean == pytest.approx(enumerated(edges, 5, sorted(seeds)), abs=5 * error + 1e-9)


KARATE = {
    0: (1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 17, 19, 21, 31), 1: (2, 3, 7, 13, 17, 19, 21, 30),
    2: (3, 7, 8, 9, 13, 27, 28, 32), 3: (7, 12, 13), 4: (6, 10), 5: (6, 10, 16), 6: (16,), 8: (30, 32, 33), 9: (33,),
    13: (33,), 14: (32, 33), 15: (32, 33), 18: (32, 33), 19: (33,), 20: (32, 33), 22: (32, 33),
    23: (25, 27, 29, 32, 33), 24: (25, 27, 31), 25: (31,), 26: (29, 33), 27: (33,), 28: (31, 33), 29: (32, 33),
    30: (32, 33), 31: (32, 33), 32: (33,),
}  # fmt: skip
"""Zachary 1977, 34 members of a karate club, 78 friendships."""


@pytest.mark.parametrize(
    ("odds", "seeds", "published"),
    [
        (0.05, [33], 2.005),
        (0.1, [33], 3.511),
        (0.2, [33], 9.011),
        (0.05, [0], 1.961),
        (0.1, [0], 3.412),
        (0.2, [0], 8.785),
        (0.05, [0, 33], 3.901),
        (0.1, [0, 33], 6.436),
        (0.2, [0, 33], 13.113),
    ],
)
def test_the_karate_club_spreads_as_others_simulated_it(odds, seeds, published):
    pairs = [(a, b) for a, others in KARATE.items() for b in others]
    assert len(pairs) == 78
    mean, error = simulated(both(pairs, odds), 34, seeds, runs=1500)
    assert mean == pytest.approx(published, abs=4 * error + 0.04)


def test_certain_edges_carry_and_impossible_ones_do_not():
    chain = [(0, 1, 1.0), (1, 2, 1.0), (2, 3, 0.0)]
    found = spread(network(chain, 4, [0]), 50, 3)
    assert (found.totals == 3).all()
    assert found.step.tolist() == [0, 1, 2, -1]
    assert found.by.tolist() == [LEVELS.index(Tier.TAIL), IMITATOR, IMITATOR, IMITATOR]
    assert found.mean.tolist() == [[0, 0, 1, 0], [0, 0, 1, 1], [0, 0, 1, 2], [0, 0, 1, 2]]


HOSTS = [(Tier.HEAD, 200.0, 2), (Tier.WAIST, 60.0, 1), (Tier.TAIL, 20.0, 0), (Tier.TAIL, 10.0, 0)]


def test_hosts_bring_their_orders_and_buyers_bring_the_reach():
    rule = load({"spreading.people": 30_000, "spreading.hubs": 5}).spreading  # few meet somebody twice
    found = spread(audience(HOSTS, 0.2, rule, 1), 200, 1)
    head, waist, tail, imitators = found.mean[-1]
    assert head == pytest.approx(200, rel=0.04)
    assert waist == pytest.approx(60, rel=0.04)
    assert tail == pytest.approx(30, rel=0.06)
    assert found.per_buyer == pytest.approx(0.25, rel=0.06)  # 0.2 + 0.04 + …
    assert imitators == pytest.approx(found.per_buyer * (head + waist + tail))


def test_a_host_brings_nobody_before_he_goes_live():
    found = spread(audience(HOSTS, 0.2, RULE, 1), 60, 1)
    assert (found.mean[0, :2] == 0).all()
    assert found.mean[0, LEVELS.index(Tier.TAIL)] > 0
    assert found.mean[1, LEVELS.index(Tier.WAIST)] > 0
    assert found.mean[1, LEVELS.index(Tier.HEAD)] == 0
    assert found.mean[2, LEVELS.index(Tier.HEAD)] > 0


def test_bands_hold_the_mean_and_never_fall():
    found = spread(audience(HOSTS, 0.3, RULE, 2), 100, 2)
    assert (found.low <= found.mean + 1e-9).all()
    assert (found.mean <= found.high + 1e-9).all()
    for table in (found.mean, found.low, found.high):
        assert (np.diff(table, axis=0) >= 0).all()
    reached = found.step >= 0
    assert reached.sum() == np.sort(found.totals)[50]


def test_the_same_seed_gives_the_same_picture_and_more_runs_do_not_change_it():
    net = audience(HOSTS, 0.2, RULE, 1)
    one, two, more = spread(net, 20, 7), spread(net, 20, 7), spread(net, 40, 7)
    assert (one.totals == two.totals).all()
    assert (one.step == two.step).all()
    assert (more.totals[:20] == one.totals).all()
    assert (spread(net, 20, 8).totals != one.totals).any()


def test_more_reach_never_means_fewer_buyers_on_average():
    means = [spread(audience(HOSTS, reach, RULE, 1), 80, 1).totals.mean() for reach in (0.0, 0.2, 0.5)]
    assert means == sorted(means)
    assert spread(audience(HOSTS, 0.0, RULE, 1), 10, 1).mean[-1, IMITATOR] == 0


def test_an_audience_without_hosts_stays_as_it_is():
    net = audience([], 0.2, RULE, 1)
    counts, step, _ = cascades(net, 2, np.random.default_rng(1))
    assert counts.sum() == 0
    assert (step == -1).all()
    assert step.shape == (2, 3000)


def test_friends_are_as_many_as_the_policy_says():
    net = audience([], 0.2, RULE, 1)
    friends = np.diff(net.starts)
    assert friends.mean() == pytest.approx(RULE.friends, rel=0.02)
    assert friends.max() > 10 * friends.mean()  # few know very many


def test_a_spread_can_be_stopped():
    with pytest.raises(Cancelled):
        spread(audience(HOSTS, 0.2, RULE, 1), 20, 1, lambda: True)


def test_the_picture_of_a_schedule_starts_with_its_first_day():
    policy = load({"spreading.people": 3000, "spreading.runs": 20})
    season = Season(dt.date(2027, 7, 1), dt.date(2027, 7, 30), dt.date(2026, 11, 26))
    one = Session(
        "a#1", "a", "a", Tier.WAIST, Kind.HOST, Form.LIVE, "s", "p", RepurchaseClass.C, 1, 0, 50.0, 9.0
    )
    two = replace(one, id="b#1", host="b", tier=Tier.HEAD, orders=40.0)
    schedule = Schedule(season, (Booking(one, season.day(4)), Booking(two, season.day(10))))
    assert hosts_of(schedule, policy.spreading) == [(Tier.WAIST, 50.0, 0), (Tier.HEAD, 40.0, 2)]
    found = picture(schedule, policy, 1)
    assert found.mean[-1, 1] == pytest.approx(50, rel=0.1)
    assert hosts_of(Schedule(season, ()), policy.spreading) == []
    assert picture(Schedule(season, ()), policy, 1).totals.tolist() == [0] * 20


def test_a_plan_larger_than_the_picture_is_drawn_to_scale():
    policy = load({"spreading.people": 3000, "spreading.runs": 20})
    season = Season(dt.date(2027, 7, 1), dt.date(2027, 7, 30), dt.date(2026, 11, 26))
    one = Session(
        "a#1", "a", "a", Tier.HEAD, Kind.HOST, Form.LIVE, "s", "p", RepurchaseClass.C, 1, 0, 90_000.0, 9.0
    )
    found = picture(Schedule(season, (Booking(one, season.first),)), policy, 1)
    assert found.mean[-1, 0] == pytest.approx(600, rel=0.05)  # a fifth of 3,000
