"""Small tests of unknown hosts: against closed forms, quadrature, simulation and brute force."""

import itertools
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.integrate import quad
from scipy.stats import norm

from model.advice import grades
from model.beliefs import Beliefs, HostBelief, Knowledge
from model.estimates import host_facts
from model.matrix.candidates import Candidates, candidates
from model.matrix.trial import _gross, _of, knowing, learnt, trial_of, trials
from model.policy import Policy, load
from model.records import Influencer, Kind, Offer, Product

POLICY = load()
COFFEE = Product("咖啡", 59.9, "咖啡", 25.0, 4.0, 0.05, 0.06, id=1)


def table(
    *known: tuple[float, float, int], policy: Policy = POLICY, knowledge: Knowledge | None = None
) -> Candidates:
    """Hosts by (views, fee, sessions)."""
    hosts = tuple(
        host_facts(
            Influencer(
                f"h{i}",
                f"H{i}",
                "douyin",
                followers=30_000,
                views=v,
                offers=(Offer("a", fee, 0.2, sessions=n),),
            ),
            policy,
        )
        for i, (v, fee, n) in enumerate(known)
    )
    every = {(f"h{i}", "a"): frozenset({1}) for i in range(len(hosts))}
    return candidates(hosts, grades((COFFEE,), policy), policy, asked=every, known=knowledge or Knowledge())


def normal_gradient(mean: float, other: float, sd: float, noise: float) -> float:
    """KG of a normal worth (Frazier, Powell & Dayanik 2008): st [z Phi(z) + phi(z)], z = -|mean - other| / st."""
    spread = sd * sd / math.hypot(sd, noise)
    z = -abs(mean - other) / spread
    return spread * (z * norm.cdf(z) + norm.pdf(z))


def test_the_formula_held_against_here_has_the_published_values() -> None:
    # science.md, sections 1.8 and 3.5: mu (1, 1.1, .8, .9), sd (.3, .05, .6, .4), noise .5
    means, spreads = (1.0, 1.1, 0.8, 0.9), (0.3, 0.05, 0.6, 0.4)
    got = [
        round(normal_gradient(m, max(means[:i] + means[i + 1 :]), s, 0.5), 5)
        for i, (m, s) in enumerate(zip(means, spreads, strict=True))
    ]
    assert got == [0.02407, 0.0, 0.07151, 0.03002]


@pytest.mark.parametrize("fee", [995.0, 1000.0, 1008.0])
def test_for_small_spreads_it_is_the_knowledge_gradient_of_normal_worths(fee: float) -> None:
    lasting, noise, gross = 0.01, 0.008, 1000.0
    got = knowing(gross, fee, learnt(lasting, noise))
    assert got == pytest.approx(normal_gradient(gross, fee, gross * lasting, gross * noise), rel=0.02)


@given(st.floats(10, 1e5), st.floats(0.05, 20), st.floats(0.05, 1.5))
def test_knowing_is_worth_what_quadrature_says(gross: float, ratio: float, spread: float) -> None:
    fee = gross * ratio

    def part(z: float) -> float:
        return max(0.0, gross * math.exp(spread * z - spread**2 / 2) - fee) * norm.pdf(z)

    corner = min(max((math.log(ratio) + spread**2 / 2) / spread, -11.0), 11.0)
    brute = sum(quad(part, a, b, limit=200)[0] for a, b in ((-12, corner), (corner, 12)))
    assert knowing(gross, fee, spread) == pytest.approx(brute - max(0, gross - fee), abs=1e-6 * gross)


@given(st.floats(1, 1e4), st.floats(1, 1e4), st.floats(0.01, 2), st.floats(1.0, 3))
def test_the_more_a_test_can_tell_the_more_it_is_worth(
    gross: float, fee: float, spread: float, times: float
) -> None:
    assert 0 <= knowing(gross, fee, spread) <= knowing(gross, fee, spread * times) + 1e-9 * gross
    assert knowing(gross, fee, spread) <= min(gross, fee) + 1e-9


@given(st.floats(0.01, 2), st.floats(0.01, 2), st.floats(1, 3))
def test_more_noise_teaches_less(lasting: float, noise: float, times: float) -> None:
    assert learnt(lasting, noise * times) <= learnt(lasting, noise) <= lasting


def test_without_a_fee_a_gain_or_a_doubt_there_is_nothing_to_know() -> None:
    assert knowing(0.0, 100.0, 0.5) == knowing(-5.0, 100.0, 0.5) == 0
    assert knowing(100.0, 0.0, 0.5) == knowing(100.0, 100.0, 0.0) == learnt(0.0, 0.5) == 0


@pytest.mark.parametrize("sessions", [1, 3])
@pytest.mark.parametrize("fee", [1500.0, 4000.0, 6000.0])
def test_a_test_is_worth_what_a_merchant_gains_who_keeps_to_its_rule(sessions: int, fee: float) -> None:
    item = table((5000.0, fee, 3)).items[0]
    trial = trial_of(item, sessions, POLICY)
    assert trial is not None
    shocks, n = item.response.shocks, 1_000_000
    rng = np.random.default_rng(2)
    lasting = np.exp(shocks.lasting * rng.standard_normal(n) - shocks.lasting**2 / 2)
    noise = math.hypot(shocks.shared, shocks.session / math.sqrt(sessions))
    shown = lasting * np.exp(noise * rng.standard_normal(n) - noise**2 / 2)
    fatigue = sum(0.7**k for k in range(sessions)) / sessions
    booked = item.response.mean * fatigue * shown >= trial.keep_from
    gross = _gross(item)
    later = np.where(booked, gross * lasting - fee, 0.0).mean() - max(0.0, gross - fee)
    lost = max(0.0, sessions * fee + 29 - gross * fatigue * sessions)
    assert trial.gain == pytest.approx(6 * later - lost, abs=0.02 * gross)
    assert trial.odds == pytest.approx(booked.mean(), abs=0.002)
    for other in (0.7, 1.4):  # no other rule does better
        rule = item.response.mean * fatigue * shown >= trial.keep_from * other
        assert np.where(rule, gross * lasting - fee, 0.0).mean() <= later + max(0.0, gross - fee)
    assert trial.cost == sessions * fee + 29


def test_the_budget_goes_where_a_yuan_teaches_most() -> None:
    made = table((5000.0, 5000.0, 1), (4000.0, 5000.0, 1), (100.0, 9000.0, 3), (5000.0, 0.0, 1))
    # the dear stranger is hopeless, the free one needs no test
    assert [t.id for t in trials(made, 6000.0, POLICY)] == ["h0"]
    assert [t.id for t in trials(made, 20_000.0, POLICY)] == ["h0", "h1"]
    assert [t.id for t in trials(made, 20_000.0, POLICY, skip={"h0"})] == ["h1"]
    assert trials(made, 5028.0, POLICY) == ()  # a sample costs 29


def test_who_is_known_need_not_be_tried_nor_one_s_own_people() -> None:
    known = Knowledge(Beliefs({"h0": HostBelief(0.0, 0.02)}))
    assert trials(table((5000.0, 5000.0, 1), knowledge=known), 6000.0, POLICY) == ()
    own = host_facts(
        Influencer("o", "O", kind=Kind.FOUNDER, views=900.0, offers=(Offer("a", 300.0, 0.0),)), POLICY
    )
    assert trials(candidates((own,), grades((COFFEE,), POLICY), POLICY), 5000.0, POLICY) == ()


@given(
    st.lists(
        st.tuples(st.floats(1000, 20_000), st.floats(200, 6000), st.integers(1, 3)), min_size=1, max_size=5
    ),
    st.floats(500, 12_000),
)
@settings(max_examples=40, deadline=None)
def test_no_set_of_tests_beats_the_greedy_by_more_than_one_step(
    hosts: list[tuple[float, float, int]], budget: float
) -> None:
    made = table(*hosts)
    found = trials(made, budget, POLICY)
    assert sum(t.cost for t in found) <= budget + 1e-6
    assert len({t.id for t in found}) == len(found)
    options = [[None, *_of(item, POLICY)] for item in made.items if item.sessions == 1]
    best = max(
        sum(t.gain for t in choice if t)
        for choice in itertools.product(*options)
        if sum(t.cost for t in choice if t) <= budget
    )
    most = max((t.gain for own in options for t in own if t), default=0.0)
    assert best - most - 1e-6 <= sum(t.gain for t in found) <= best + 1e-6
    assert all(t.gain >= POLICY.trial.least_gain for t in found)
