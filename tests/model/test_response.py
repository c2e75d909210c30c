"""What an offer brings, factor by factor."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.estimates import HostFacts, host_facts
from model.policy import load
from model.records import Audience, Form, Influencer, Kind, Product, RepurchaseClass
from model.repurchase.grading import grade
from model.response import Response, audience_fit, category_fit, fit, orders_range, respond, sessions_factor

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
        "conversion",
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
    got = of(host())
    assert got.sd == pytest.approx(math.hypot(got.host_sd, POLICY.response.common_sd))


@pytest.mark.parametrize(
    ("sessions", "decay", "worth"), [(1, 0.7, 1.0), (2, 0.7, 1.7), (3, 0.7, 2.19), (5, 1, 5.0), (3, 2, 7.0)]
)
def test_each_further_session_brings_its_share_of_the_one_before(
    sessions: int, decay: float, worth: float
) -> None:
    assert sessions_factor(sessions, decay) == pytest.approx(worth)
