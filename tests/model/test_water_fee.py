"""The fair fee: quantile regression with priors, ranks of asked prices, and what to offer."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import optimize

from model.authenticity.fee import FairFee, Fees, _design, fair_fees, negotiation
from model.authenticity.kinds import Rows
from model.authenticity.quantiles import laplace_scale, mean_line, quantile_line
from model.authenticity.roster import check_roster
from model.policy import load
from model.records import Estimate, Form, Influencer, Kind, Offer

POLICY = load()


def by_linear_program(x: np.ndarray, y: np.ndarray, share: float) -> np.ndarray:
    """Koenker and Bassett's linear program: min share u+ + (1 - share) u-, X b + u+ - u- = y."""
    n, p = x.shape
    cost = np.concatenate([np.zeros(p), np.full(n, share), np.full(n, 1 - share)])
    left = np.hstack([x, np.eye(n), -np.eye(n)])
    bounds = [(None, None)] * p + [(0, None)] * 2 * n
    return np.asarray(optimize.linprog(cost, A_eq=left, b_eq=y, bounds=bounds).x[:p])


def check_loss(x: np.ndarray, y: np.ndarray, b: np.ndarray, share: float) -> float:
    rest = y - x @ b
    return float(np.where(rest > 0, share * rest, (share - 1) * rest).sum())


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10_000), st.sampled_from([0.1, 0.25, 0.5, 0.75, 0.9]))
def test_without_a_prior_it_is_the_linear_program(seed: int, share: float) -> None:
    rng = np.random.default_rng(seed)
    x = np.column_stack([np.ones(60), rng.normal(size=60)])
    y = x @ [1.0, 0.8] + rng.standard_t(3, 60)
    found = quantile_line(Rows(x), y, share, np.zeros(2), np.full(2, 1e4), 1.0)
    best = check_loss(x, y, by_linear_program(x, y, share), share)
    assert check_loss(x, y, found, share) <= best * 1.002 + 1e-6


def test_with_a_prior_it_is_the_minimum_of_both() -> None:
    rng = np.random.default_rng(4)
    x = np.column_stack([np.ones(25), rng.normal(size=25)])
    y = x @ [2.0, 0.5] + rng.normal(0, 0.6, 25)
    prior, sd, scale = np.array([1.0, 1.0]), np.array([0.5, 0.2]), 0.6 * laplace_scale(0.25)

    def loss(b: np.ndarray) -> float:
        return check_loss(x, y, b, 0.25) / scale + float((((b - prior) / sd) ** 2).sum() / 2)

    best = optimize.minimize(loss, prior, method="Nelder-Mead", options={"xatol": 1e-9, "fatol": 1e-12}).fun
    assert loss(quantile_line(Rows(x), y, 0.25, prior, sd, 0.6)) == pytest.approx(best, rel=1e-3)


def test_the_laplace_scale_gives_the_stated_spread() -> None:
    """Var of an asymmetric Laplace = scale^2 (1 - 2p + 2p^2) / (p (1-p))^2 (Koenker and Machado 1999)."""
    for p in (0.1, 0.25, 0.5):
        assert laplace_scale(p) ** 2 * (1 - 2 * p + 2 * p * p) / (p * (1 - p)) ** 2 == pytest.approx(1)


def test_the_posterior_mean_by_hand() -> None:
    """One figure of spread 1 at 3 and a prior of 1 with spread 1: half way."""
    assert mean_line(Rows(np.ones((1, 1))), np.array([3.0]), np.array([1.0]), np.ones(1), 1.0)[
        0
    ] == pytest.approx(2.0)


def fees(*hosts: Influencer) -> Fees:
    return fair_fees(check_roster(hosts, POLICY), POLICY)


def host(id_: str = "a", followers: int = 100_000, **rest: object) -> Influencer:
    return replace(
        Influencer(id_, id_, "douyin", Kind.HOST, followers, offers=(Offer("x", form=Form.POST),)),
        **rest,  # type: ignore[arg-type]
    )


def test_without_quotes_the_prior_speaks() -> None:
    """100,000 followers of whom .775 are believed: 4,300 x .775^.95 = 3,375; quartiles x e^(+-.6745 x .6)."""
    (found,) = fees(host()).rows[0]
    middle = 4300 * 0.775**0.95
    assert found.fair.value == pytest.approx(middle, rel=0.02)
    assert found.fair.low == pytest.approx(middle * math.exp(-0.6745 * 0.6), rel=0.03)
    assert found.fair.high == pytest.approx(middle * math.exp(0.6745 * 0.6), rel=0.03)
    assert found.asked is None
    assert found.percentile is None


def test_a_roster_of_quotes_moves_the_prior_and_keeps_its_shares() -> None:
    rng = np.random.default_rng(8)
    hosts = [
        host(f"h{n}", int(f), offers=(Offer("x", round(float(0.3 * f * math.exp(e))), form=Form.POST),))
        for n, (f, e) in enumerate(zip(np.exp(rng.normal(11, 1, 400)), rng.normal(0, 0.5, 400), strict=True))
    ]
    found = fees(*hosts)
    ranks = np.array([one.percentile for (one,) in found.rows])
    for share in (0.25, 0.5, 0.75):
        assert (ranks < share).mean() == pytest.approx(share, abs=0.04)
    at = next(n for n, one in enumerate(hosts) if 95_000 < (one.followers or 0) < 105_000)
    assert found.rows[at][0].fair.value == pytest.approx(0.3 * (hosts[at].followers or 0), rel=0.15)


@pytest.mark.parametrize(("asked", "rank"), [(1000, 0.25), (2000, 0.5), (6000, 0.75)])
def test_the_percentile_goes_through_the_quartiles(asked: float, rank: float) -> None:
    from model.authenticity.fee import _percentile

    assert _percentile(math.log(asked), np.log([1000, 2000, 6000])) == pytest.approx(rank)


@settings(max_examples=20, deadline=None)
@given(st.integers(1_000, 5_000_000), st.floats(1.0, 10.0))
def test_more_followers_never_make_a_host_cheaper(followers: int, times: float) -> None:
    small, large = fees(host("a", followers), host("b", int(followers * times))).rows
    assert large[0].fair.value >= small[0].fair.value
    assert small[0].fair.low <= small[0].fair.value <= small[0].fair.high


def test_own_people_have_no_fair_fee() -> None:
    found = fees(host(), host("b", kind=Kind.STAFF))
    assert found.host(1) is None
    assert found.host(0) is not None


def test_a_sample_of_sizes_stands_for_a_long_roster() -> None:
    rng = np.random.default_rng(1)
    hosts = [
        host(f"h{n}", int(f), offers=(Offer("x", round(0.1 * f), form=Form.POST),))
        for n, f in enumerate(np.exp(rng.normal(11, 1, 900)))
    ]
    check = check_roster(hosts, POLICY)
    few = replace(POLICY, fair_fee=replace(POLICY.fair_fee, most_rows=300))
    pairs = zip(fair_fees(check, POLICY).rows, fair_fees(check, few).rows, strict=True)
    assert max(abs(math.log(a.fair.value / b.fair.value)) for (a,), (b,) in pairs) < 0.15


def test_categories_that_one_host_alone_has_make_no_roster_slow() -> None:
    rng = np.random.default_rng(2)
    hosts = [
        replace(
            host(f"h{n}", int(f), offers=(Offer(f"报价{n}", round(0.1 * f), form=Form.POST),)),
            category=f"类目{n}" if n % 2 else "美妆",
        )
        for n, f in enumerate(np.exp(rng.normal(11, 1, 400)))
    ]
    check = check_roster(hosts, POLICY)
    all_told = replace(POLICY, fair_fee=replace(POLICY.fair_fee, most_kinds=1000))
    design = _design(check, POLICY)
    assert design.x.width <= 4 + 1 + 2 * 60
    pairs = zip(fair_fees(check, POLICY).rows, fair_fees(check, all_told).rows, strict=True)
    assert max(abs(math.log(a.fair.value / b.fair.value)) for (a,), (b,) in pairs) < 0.15


# ── what to say ──

FAIR = Estimate(2000, 1000, 4000)
SURE = Estimate(0.9, 0.8, 0.99)


def points(
    fee: FairFee | None, who: Influencer | None = None, belief: Estimate = SURE
) -> dict[str, dict[str, float | str]]:
    return {point.code: point.values for point in negotiation(who or host(), fee, belief, POLICY)}


def test_too_dear_an_offer_is_bargained_down_and_turned_into_other_forms() -> None:
    said = points(FairFee("x", FAIR, 6000, 0.9))
    assert said["asks_above"] == {"asked": 6000, "share": 0.9}
    assert said["offer_between"]["first"] == pytest.approx(1000 * 0.8 / 0.9, rel=0.02)
    assert said["offer_between"]["last"] == 2000
    assert said["pure_commission"] == {"commission": 0.2, "sales": 30_000}
    assert said["ask_guarantee"] == {"fee": 2000, "sales": 10_000, "times": 5}
    assert said["half_now"] == {"now": 1000, "later": 1000}


def test_nobody_is_offered_more_than_he_asks() -> None:
    said = points(FairFee("x", FAIR, 500, 0.05))
    assert said["offer_between"] == {"first": 500, "last": 500}
    assert "asks_below" in said
    assert "half_now" not in said


def test_a_promise_is_held_to_its_refund() -> None:
    promising = host(offers=(Offer("x", 3000, 0.3, 2.0),))
    said = points(FairFee("x", FAIR, 3000, 0.6), promising)
    assert said["hold_guarantee"] == {"times": 2, "sales": 6000, "refund": 1500}
    assert said["pure_commission"]["sales"] == pytest.approx(10_000)


def test_without_offer_or_quote_a_quote_is_asked_for() -> None:
    assert set(points(None)) == {"no_quote"}
    assert "ask_for_quote" in points(FairFee("x", FAIR))
