"""What an offer brings, factor by factor."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.beliefs import Authenticity, Beliefs, HostBelief, Knowledge
from model.estimates import HostFacts, host_facts
from model.policy import load
from model.records import Audience, Form, Influencer, Kind, Product, RepurchaseClass
from model.repurchase.grading import grade, log_demand
from model.response import (
    Response,
    audience_fit,
    category_fit,
    fit,
    orders_range,
    respond,
    session_spread,
    sessions_factor,
)

POLICY = load()
COFFEE = Product("咖啡", 69, "咖啡", tone=("极简",), audience=Audience("female", ("24-30",), ("city1",)))


def host(**known: object) -> HostFacts:
    given_: dict[str, object] = {"followers": 100_000, "views": 10_000.0}
    return host_facts(Influencer("1", "x", "douyin", **{**given_, **known}), POLICY)  # type: ignore[arg-type]


def of(facts: HostFacts, product: Product = COFFEE, form: Form = Form.LIVE) -> Response:
    return respond(facts, product, grade(product, POLICY), form, POLICY)


def test_the_mean_of_a_plain_host_is_worked_by_hand() -> None:
    got = of(host(), replace(COFFEE, tone=(), audience=Audience()))
    # 10,000 views, 80 % real, 1 % buy; size, fit, pull and price are neutral at 100,000 followers, no facts, D, 69 yuan
    assert got.mean == pytest.approx(80.0, rel=1e-3)
    assert dict(got.factors)["price"] == 1.0
    assert dict(got.factors)["fit"] == 1.0


def test_the_factors_multiply_to_the_mean() -> None:
    got = of(host(category="咖啡", tone=("极简",)))
    assert math.prod(v for _, v in got.factors) == pytest.approx(got.mean)
    assert [name for name, _ in got.factors] == [
        "views",
        "authenticity",
        "visit",
        "buy",
        "size",
        "fit",
        "pull",
        "price",
    ]


def test_a_post_converts_a_tenth_of_a_live_view() -> None:
    assert of(host(), form=Form.POST).mean == pytest.approx(of(host()).mean / 10)


def test_own_people_convert_better_and_pad_nothing() -> None:
    own = of(host(kind=Kind.OWN_ROOM))
    assert own.mean == pytest.approx(of(host()).mean * 1.5 / 0.8)
    assert own.host_sd < of(host()).host_sd


def test_an_estimated_view_count_widens_the_range() -> None:
    assert of(host(views=None)).host_sd == pytest.approx(
        math.hypot(of(host()).host_sd, POLICY.estimates.views_sd)
    )


def test_smaller_hosts_sell_more_per_view() -> None:
    small, big = of(host(followers=10_000)).mean, of(host(followers=999_999)).mean
    assert small / big == pytest.approx((10_000 / 999_999) ** -0.2, rel=1e-4)


def test_famous_hosts_pull_durables_and_are_neutral_for_daily_goods() -> None:
    durable = Product("空调", 2999, "空调")
    letters = {p.name: grade(p, POLICY).letter for p in (durable, COFFEE)}
    assert letters == {"空调": RepurchaseClass.A, "咖啡": RepurchaseClass.D}
    head, tail = host(followers=5_000_000), host(followers=5_000)
    assert dict(of(head, durable).factors)["pull"] > 1.2
    assert dict(of(tail, durable).factors)["pull"] < 0.8
    assert dict(of(head).factors)["pull"] == pytest.approx(1, abs=0.01)


@pytest.mark.parametrize(
    ("theirs", "ours", "agreement"),
    [
        ("咖啡", "coffee", 1.0),
        ("咖啡", "奶茶", 0.8),
        ("咖啡", "空调", 0.15),
        ("", "咖啡", None),
        ("咖啡", "qzx", None),
        ("unknown", "咖啡", None),
    ],
)
def test_categories_agree_wholly_by_family_or_hardly(theirs: str, ours: str, agreement: float | None) -> None:
    assert category_fit(theirs, ours, POLICY) == agreement


@pytest.mark.parametrize(
    ("theirs", "ours", "agreement"),
    [
        (Audience("female"), Audience("female"), 1.0),
        (Audience("male"), Audience("female"), 0.0),
        (Audience("female", ("24-30",)), Audience("female", ("24-30", "31-40")), 0.75),
        (Audience("", (), ("city1",)), Audience("female", ("24-30",), ("city1", "new1")), 0.5),
        (Audience(), Audience("female"), None),
        (Audience("female"), Audience("", ("24-30",)), None),
    ],
)
def test_audiences_agree_over_the_parts_both_state(
    theirs: Audience, ours: Audience, agreement: float | None
) -> None:
    assert audience_fit(theirs, ours) == agreement


def test_what_is_unknown_counts_as_one_half() -> None:
    assert fit(host(), COFFEE, POLICY).overall == 0.5
    whole = fit(host(category="咖啡", tone=("极简",), audience=COFFEE.audience), COFFEE, POLICY)
    assert (whole.category, whole.tone, whole.audience, whole.overall) == (1.0, 1.0, 1.0, 1.0)
    nothing = load({f"response.fit_{part}": 0 for part in ("category", "tone", "audience")})
    assert fit(host(), COFFEE, nothing).overall == 0.0


def test_a_better_fit_brings_more_orders() -> None:
    assert of(host(category="咖啡")).mean > of(host()).mean > of(host(category="空调")).mean


@given(st.floats(0.01, 1e5), st.floats(0.01, 1.5))
def test_the_range_of_orders_holds_eight_of_ten_log_normal_draws(mean: float, sd: float) -> None:
    got = orders_range(mean, sd)
    assert got.low <= got.value <= got.high
    assert math.log(got.high / got.low) == pytest.approx(2 * 1.2815515655446004 * sd)


def test_the_range_of_orders_agrees_with_draws() -> None:
    draws = 100 * np.exp(0.9 * np.random.default_rng(1).standard_normal(200_000) - 0.405)
    got = orders_range(100, 0.9)
    assert draws.mean() == pytest.approx(100, rel=0.02)
    assert float(((draws > got.low) & (draws < got.high)).mean()) == pytest.approx(0.8, abs=0.005)


def test_the_spread_joins_what_is_shared_and_what_is_not() -> None:
    got = of(host())  # 100,000 followers: a waist host, spread as in the policy
    rule, shocks = POLICY.shocks, got.shocks
    shared = (POLICY.response.common_sd, rule.platform_sd, rule.class_sd)
    assert got.common_sd == pytest.approx(math.hypot(*shared))
    assert shocks.real is not None
    assert got.host_sd == pytest.approx(math.hypot(shocks.host, rule.session_sd, shocks.real.log_sd))
    assert got.sd == pytest.approx(math.hypot(got.host_sd, got.common_sd))


@pytest.mark.parametrize(
    ("sessions", "decay", "worth"), [(1, 0.7, 1.0), (2, 0.7, 1.7), (3, 0.7, 2.19), (5, 1, 5.0), (3, 2, 7.0)]
)
def test_each_further_session_brings_its_share_of_the_one_before(
    sessions: int, decay: float, worth: float
) -> None:
    assert sessions_factor(sessions, decay) == pytest.approx(worth)


def test_visits_and_orders_per_visit_are_told_apart_and_multiply_to_the_orders_per_view() -> None:
    live, post = dict(of(host()).factors), dict(of(host(), form=Form.POST).factors)
    # of 1,000 true views 120 open the product and 10 buy it; of a post 50 and 1
    assert (live["visit"], round(live["buy"], 6)) == (0.12, 0.083333)
    assert (post["visit"], round(post["buy"], 6)) == (0.05, 0.02)
    assert live["visit"] * live["buy"] == pytest.approx(0.01)


@pytest.mark.parametrize(
    ("visit", "orders"), [(0.0, 0.01), (0.001, 0.01), (0.5, 0.01), (1.0, 0.01), (0.12, 0.0), (0.0, 0.0)]
)
def test_nobody_buys_without_a_visit(visit: float, orders: float) -> None:
    policy = load({"reach.visit_live": visit, "response.conversion_live": orders})
    got = dict(respond(host(), COFFEE, grade(COFFEE, policy), Form.LIVE, policy).factors)
    assert 0 <= got["buy"] <= 1
    assert 0 <= got["visit"] <= 1
    assert got["visit"] * got["buy"] == pytest.approx(orders)


def test_levels_and_platforms_have_conversions_of_their_own() -> None:
    changed = load({"reach.tier_conversion.waist": 0.5, "reach.platform_conversion.douyin": 3})
    there = respond(host(), COFFEE, grade(COFFEE, changed), Form.LIVE, changed)
    assert there.mean == pytest.approx(of(host()).mean * 1.5)


def test_the_authenticity_is_a_beta_of_the_mean_and_range_of_the_policy() -> None:
    # mean 0.8; 80 % range 0.5 to 1 is a sd of 0.5 / 2.5631 = 0.19507; strength 0.16 / 0.19507^2 - 1 = 3.2045
    real = of(host()).shocks.real
    assert real is not None
    assert (round(real.alpha, 4), round(real.beta, 4), round(real.mean, 9)) == (2.5636, 0.6409, 0.8)
    assert of(host(kind=Kind.OWN_ROOM)).shocks.real is None
    sure = load({"response.authenticity_low": 0.8, "response.authenticity_high": 0.8})
    assert respond(host(), COFFEE, grade(COFFEE, sure), Form.LIVE, sure).shocks.real is None


def test_a_belief_of_own_results_replaces_the_prior_of_a_host() -> None:
    facts, graded = host(views=None), grade(COFFEE, POLICY)
    belief = HostBelief(mean_log=0.2, sd_log=0.3)
    known = Knowledge(Beliefs({"1": belief}))
    got = respond(facts, COFFEE, graded, Form.LIVE, POLICY, known)
    prior = respond(facts, COFFEE, graded, Form.LIVE, POLICY)
    assert got.mean == pytest.approx(prior.mean * math.exp(0.2 + 0.3**2 / 2))
    assert dict(got.factors)["results"] == pytest.approx(math.exp(0.245))
    assert (got.shocks.host, got.shocks.real) == (0.3, None)
    assert got.shocks.session == prior.shocks.session


def test_the_prior_as_a_belief_changes_nothing_but_what_a_test_could_tell() -> None:
    prior = of(host())
    same = HostBelief(-(0.6**2) / 2, 0.6, real=prior.shocks.real)
    got = respond(host(), COFFEE, grade(COFFEE, POLICY), Form.LIVE, POLICY, Knowledge(Beliefs({"1": same})))
    assert got.mean == pytest.approx(prior.mean)
    assert got.shocks == prior.shocks


def test_hosts_without_results_share_the_belief_of_hosts_alike() -> None:
    alike = HostBelief(0.5, 0.4, visit=0.3)
    known = Knowledge(Beliefs(groups={("douyin", "waist", "coffee"): alike}))
    of_coffee, other = host(category="咖啡"), host(category="空调")
    graded = grade(COFFEE, POLICY)
    there = respond(of_coffee, COFFEE, graded, Form.LIVE, POLICY, known)
    assert dict(there.factors)["results"] == alike.factor
    assert dict(there.factors)["visit"] == 0.3
    assert there.mean == pytest.approx(of(of_coffee).mean * alike.factor)
    assert respond(other, COFFEE, graded, Form.LIVE, POLICY, known) == of(other)


def test_a_festival_lifts_the_orders_of_the_product_it_is_for() -> None:
    graded = grade(COFFEE, POLICY)
    got = respond(host(), COFFEE, graded, Form.LIVE, POLICY, Knowledge(lifts={"咖啡": 1.3}))
    assert got.mean == pytest.approx(of(host()).mean * 1.3)
    assert respond(host(), COFFEE, graded, Form.LIVE, POLICY, Knowledge(lifts={"月饼": 1.3})) == of(host())


def test_the_price_rule_of_own_orders_stands_for_the_shipped_one() -> None:
    dear = replace(COFFEE, price=89.0)
    rule = replace(POLICY.price_rule, drop=1.0)
    own = respond(host(), dear, grade(dear, POLICY), Form.LIVE, POLICY, Knowledge(price=rule))
    lost = log_demand(89.0, rule) - log_demand(69.0, rule)
    assert dict(own.factors)["price"] == pytest.approx(math.exp(lost))
    assert own.mean < of(host(), dear).mean


@given(st.floats(1, 1e7), st.floats(1.01, 10), st.sampled_from(Form))
def test_more_views_never_bring_fewer_orders(views: float, times: float, form: Form) -> None:
    assert of(host(views=views * times), form=form).mean == pytest.approx(
        times * of(host(views=views), form=form).mean
    )


@given(st.floats(5, 500), st.floats(1.0, 2))
def test_a_dearer_price_never_brings_more_orders(price: float, times: float) -> None:
    cheap, dear = (replace(COFFEE, price=p) for p in (price, price * times))
    assert dict(of(host(), dear).factors)["price"] <= dict(of(host(), cheap).factors)["price"] * (1 + 1e-12)


@given(st.floats(0.05, 0.95), st.floats(0, 0.9), st.floats(0, 0.9))
def test_every_authenticity_keeps_its_mean(mean: float, below: float, above: float) -> None:
    real = Authenticity.of(mean, mean * (1 - below), mean + (1 - mean) * above)
    if real is None:
        assert below + above < 1e-3
    else:
        assert real.mean == pytest.approx(mean)
        assert real.alpha > 0 < real.beta


def test_sessions_even_out_their_own_chances_but_not_the_host() -> None:
    one = of(host())
    four = one.over(4, 1.0)
    assert four.shocks.session == pytest.approx(one.shocks.session / 2)
    assert replace(four.shocks, session=one.shocks.session) == one.shocks
    assert session_spread(2, 0.5) == pytest.approx(math.hypot(1, 0.5) / 1.5)
    assert one.over(1, 0.7) is one
