"""One candidate for each offer, product and number of sessions, with the figures of the economics."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.integrate import quad
from scipy.stats import beta

from model.advice import grades
from model.beliefs import Authenticity, Beliefs, HostBelief, Knowledge
from model.economics import guarantee_refund, order_value, repeat_value
from model.errors import Cancelled
from model.estimates import host_facts
from model.matrix.candidates import Candidates, candidates, margin_left, worth_of
from model.matrix.shocks import below_of, mean_below, missing_of, table_of
from model.policy import load
from model.records import Form, Influencer, Kind, Offer, Product
from model.response import sessions_factor

POLICY = load()
COFFEE = Product("咖啡", 59.9, "咖啡", 25.0, 4.0, 0.05, 0.06, id=1)
CAKE = Product("月饼", 128.0, "月饼", 60.0, 8.0, 0.05, 0.08, id=2)


def table(*offers: Offer, products: tuple[Product, ...] = (COFFEE,), **known: object) -> Candidates:
    given: dict[str, object] = {"followers": 30_000, "views": 5000.0}
    host = Influencer("1", "x", "douyin", offers=offers, **{**given, **known})  # type: ignore[arg-type]
    return candidates((host_facts(host, POLICY),), grades(products, POLICY), POLICY)


@pytest.mark.parametrize("fee", [0.0, 5.0, 60.0, 400.0, 1e6])
@pytest.mark.parametrize("decay", [0.0, 0.5, 0.9, 1.0, 1.2])
def test_no_number_of_sessions_that_is_left_out_is_better(fee: float, decay: float) -> None:
    policy = POLICY.with_overrides({"response.session_decay": decay})
    offer = Offer("x", fee, 0.2, None, 60)
    host = host_facts(Influencer("h", "H", "douyin", followers=9_000, views=5_000.0, offers=(offer,)), policy)
    grade = grades([Product("Coffee", 69.0, "咖啡", 15.0, 4.0, 0.05, 0.06)], policy)
    tried = candidates((host,), grade, policy)
    every = candidates((host,), grade, policy, asked={("h", "x"): frozenset(range(1, 61))})
    assert len(every.items) == 60
    assert tried.long.max() == pytest.approx(every.long.max())
    best = int(tried.long.argmax())
    left_out = [j for j, item in enumerate(every.items) if item.sessions > len(tried.items)]
    assert all(every.long[j] <= tried.long[best] and every.cost[j] >= tried.cost[best] for j in left_out)


def test_there_is_one_candidate_for_each_offer_product_and_number_of_sessions() -> None:
    made = table(
        Offer("a", 100.0, 0.1, sessions=3), Offer("b", 0.0, 0.3, form=Form.POST), products=(COFFEE, CAKE)
    )
    keys = [(c.offer.offer.name, c.worth.product.name, c.sessions) for c in made.items]
    assert sorted(keys) == sorted(
        [(n, p, s) for p in ("咖啡", "月饼") for n, most in (("a", 3), ("b", 1)) for s in range(1, most + 1)]
    )
    assert made.product.tolist() == [0, 0, 0, 0, 1, 1, 1, 1]
    assert made.host.tolist() == [0] * 8


def test_the_profit_of_a_candidate_is_that_of_its_orders_less_its_fee() -> None:
    made = table(Offer("a", 1000.0, 0.2, sessions=2))
    worth = worth_of(grades((COFFEE,), POLICY)[0], POLICY)
    for j, item in enumerate(made.items):
        orders = item.response.mean * sessions_factor(item.sessions, POLICY.response.session_decay)
        assert made.orders[j] == pytest.approx(orders)
        assert made.cost[j] == 1000 * item.sessions
        # one sample for the offer, however many sessions: goods 25 and shipping 4
        assert made.first[j] == pytest.approx(
            orders * order_value(worth.basis, 0.2) - 1000 * item.sessions - 29
        )
        assert made.long[j] - made.first[j] == pytest.approx(
            orders * 0.94 * repeat_value(worth.basis, worth.grade.repeat, POLICY)
        )


def test_a_guarantee_adds_the_refund_to_be_expected() -> None:
    plain, safe = table(Offer("a", 5000.0, 0.2)), table(Offer("a", 5000.0, 0.2, 2.0))
    gained = safe.first[0] - plain.first[0]
    assert 0 < gained < 5000
    assert gained > guarantee_refund(5000, 2, float(plain.orders[0]) * 59.9)  # Jensen: chance adds to it
    assert safe.orders[0] == plain.orders[0]


def test_orders_never_exceed_the_stock() -> None:
    made = table(Offer("a", 0.0, 0.2, sessions=5), products=(replace(COFFEE, stock=20),))
    assert (made.orders < 20).all()
    assert (made.raw > 20).any()


def test_the_margin_left_is_what_commission_leaves_of_a_kept_order() -> None:
    made = table(Offer("a", 0.0, 0.2), Offer("b", 0.0, 0.6))
    # 59.9 x 0.95 - 25 - 4 = 27.905; less 11.98; less 35.94
    assert [round(margin_left(c), 3) for c in made.items] == [15.925, -8.035]


def test_no_host_makes_no_candidate() -> None:
    assert len(candidates((), grades((COFFEE,), POLICY), POLICY).items) == 0


def test_laying_out_stops_when_asked() -> None:
    with pytest.raises(Cancelled):
        candidates(
            (host_facts(Influencer("1", "x"), POLICY),), grades((COFFEE,), POLICY), POLICY, lambda: True
        )


def test_own_people_need_no_samples() -> None:
    made = table(Offer("a", 140.0, 0.0), kind=Kind.OWN_ROOM)
    assert made.items[0].samples == 0
    assert made.first[0] == pytest.approx(made.orders[0] * made.items[0].order_value - 140 - 4 * 35)


def test_a_founder_without_a_fee_is_not_free() -> None:
    made = table(Offer("a", 0.0, 0.0, sessions=30), kind=Kind.FOUNDER)
    assert [item.hours for item in made.items[:2]] == [4, 8]
    assert made.cost.tolist() == [0.0] * len(made.items)
    graded, founder = grades((COFFEE,), POLICY), made.hosts[0].influencer
    idle = POLICY.with_overrides({"own_people.hours.founder": 0})
    free = candidates((host_facts(founder, idle),), graded, idle)
    assert made.first[1] == pytest.approx(free.first[1] - 8 * 100)
    assert len(free.items) == 30
    assert len(made.items) < 30  # a session that brings less than its hours cost is not thought of
    dear = POLICY.with_overrides({"own_people.rate.founder": 5000})
    assert (candidates((host_facts(founder, dear),), graded, dear).long < 0).all()


def test_orders_of_a_post_come_back_less_where_nobody_gave_the_return_rate() -> None:
    silk = Product("真丝连衣裙", 399.0, "连衣裙", 160.0, 8.0, 0.05)
    live, post = table(Offer("l", 0.0, 0.2), Offer("p", 0.0, 0.2, form=Form.POST), products=(silk,)).items
    usual = POLICY.category("连衣裙").return_rate  # type: ignore[union-attr]
    assert live.worth.basis.return_rate == usual
    assert post.worth.basis.return_rate == pytest.approx(usual * 0.6)
    assert post.worth.repeat == live.worth.repeat
    own = table(
        Offer("l", 0.0, 0.2),
        Offer("p", 0.0, 0.2, form=Form.POST),
        products=(replace(silk, return_rate=0.3),),
    ).items
    assert [item.worth.basis.return_rate for item in own] == [0.3, 0.3]


def test_repeat_orders_pay_the_commission_of_their_offer_only_if_the_policy_says_so() -> None:
    policy = POLICY.with_overrides({"offers.repeat_commission": 1})
    hosts = (host_facts(Influencer("1", "x", offers=(Offer("a", 0.0, 0.3), Offer("b", 0.0, 0.0))), policy),)
    dear, free = candidates(hosts, grades((COFFEE,), policy), policy).items
    assert free.worth.repeat == worth_of(grades((COFFEE,), POLICY)[0], POLICY).repeat
    count = dear.worth.grade.repeat.discounted(365, math.log(1.15) / 365)
    # 6 % x 0.35 = 2.1 % come back; 30 % of 59.9 yuan is paid on the others
    assert free.worth.repeat - dear.worth.repeat == pytest.approx(0.979 * 0.3 * 59.9 * count)


def test_what_is_known_beyond_the_policy_reaches_every_candidate() -> None:
    host = host_facts(
        Influencer("1", "x", "douyin", followers=30_000, views=5000.0, offers=(Offer("a", 0.0, 0.2),)), POLICY
    )
    graded = grades((COFFEE,), POLICY)
    plain = candidates((host,), graded, POLICY)
    known = Knowledge(Beliefs({"1": HostBelief(0.0, 0.2)}), {"咖啡": 1.5})
    lifted = candidates((host,), graded, POLICY, known=known)
    assert lifted.raw[0] == pytest.approx(plain.raw[0] * 1.5 * math.exp(0.02))
    assert lifted.sd[0] < plain.sd[0]


@given(st.floats(1, 5000), st.floats(0.3, 1.5), st.floats(0.5, 5000), st.floats(0.3, 0.95))
@settings(max_examples=25, deadline=None)
def test_sales_under_a_stock_agree_with_quadrature_over_the_authenticity(
    mean: float, sd: float, stock: float, share: float
) -> None:
    real = Authenticity.of(share, share * 0.6, min(1.0, share * 1.3))
    assert real is not None
    got = below_of(np.array([mean]), np.array([sd]), [real], np.array([stock]))[0]

    def part(q: float) -> float:
        each = mean * beta.ppf(q, real.alpha, real.beta) / real.mean
        return float(mean_below(np.array([each]), np.array([sd]), np.array([stock]))[0])

    slow = quad(part, 0, 1, epsabs=1e-9, limit=200)[0]
    # Sixteen nodes miss by .04 % at most, where nearly all views are believed (6,000 cases against 150 nodes).
    assert got == pytest.approx(slow, rel=1e-3)
    missing = missing_of(np.array([mean]), np.array([sd]), [real], np.array([stock]))[0]
    assert got == pytest.approx(stock * (1 - missing))


@pytest.mark.parametrize("real", [None, Authenticity(2.5636, 0.6409), Authenticity(6, 4)])
@pytest.mark.parametrize("sd", [0.3, 0.9, 1.5])
def test_a_table_of_shocks_has_the_mean_and_quantiles_of_its_distribution(
    real: Authenticity | None, sd: float
) -> None:
    made = table_of((sd, real), 4096)
    assert made.astype(float).mean() == pytest.approx(1, abs=1e-7)
    assert (np.diff(made) >= 0).all()
    rng = np.random.default_rng(5)
    draws = np.exp(sd * rng.standard_normal(400_000) - sd * sd / 2)
    if real:
        draws *= rng.beta(real.alpha, real.beta, 400_000) / real.mean
    for share in (0.05, 0.5, 0.95):
        assert made[int(share * 4096)] == pytest.approx(np.quantile(draws, share), rel=0.02)
    assert made.std() == pytest.approx(draws.std(), rel=0.05)


@given(
    st.floats(0, 5000).map(lambda fee: round(fee, 2)),
    st.floats(0, 5000).map(lambda fee: round(fee, 2)),
    st.sampled_from([None, 1.0, 2.5]),
    st.sampled_from([None, 15, 400]),
)
@settings(max_examples=40, deadline=None)
def test_a_dearer_fee_never_earns_more(
    one: float, other: float, guarantee: float | None, stock: int | None
) -> None:
    fees = sorted((one, other))
    made = table(
        *(Offer(f"{i}", fee, 0.2, guarantee) for i, fee in enumerate(fees)),
        products=(replace(COFFEE, stock=stock),),
    )
    cheap, dear = ([j for j, c in enumerate(made.items) if c.offer.offer.name == name] for name in "01")
    assert made.long[dear[0]] <= made.long[cheap[0]] + 1e-6
    assert made.orders[dear[0]] == made.orders[cheap[0]]


@given(st.floats(0, 0.9), st.floats(0, 0.9), st.floats(1, 50_000), st.floats(1, 5))
@settings(max_examples=40, deadline=None)
def test_more_commission_never_earns_more_and_more_views_never_sell_less(
    one: float, other: float, views: float, times: float
) -> None:
    shares = sorted((one, other))
    offers = [Offer(f"{i}", 0.0, share) for i, share in enumerate(shares)]
    few, many = (
        table(*offers, views=v, products=(replace(COFFEE, stock=300),)) for v in (views, views * times)
    )
    assert few.long[1] <= few.long[0] + 1e-6
    assert (many.orders >= few.orders - 1e-9).all()
    if few.items[0].order_value > 0:
        assert many.long[0] >= few.long[0] - 1e-6


def test_an_offer_is_worked_by_hand_to_the_fen() -> None:
    # 10,000 views, 80 % real, 1 % of them order at 69 yuan: 80 orders, 10 % come back.
    # A kept order leaves 69 x 0.95 - 25 - 4 - 20 % x 69 = 22.75; a returned one loses 4 + 4 + 2.50 = 10.50.
    # 72 x 22.75 - 8 x 10.50 = 1,554.00; less 500 of fee and a sample of 29: 1,025.00
    made = table(
        Offer("a", 500.0, 0.2),
        products=(Product("咖啡", 69.0, "咖啡", 25.0, 4.0, 0.05, 0.10),),
        followers=100_000,
        views=10_000.0,
    )
    assert (round(made.raw[0], 6), round(made.first[0], 2)) == (80, 1025.00)
    # repeat orders: 3.5 % come back, no commission: 0.965 x 36.55 - 0.035 x 10.50 = 34.90325 yuan each
    curve = made.items[0].worth.grade.repeat
    count = curve.discounted(365, math.log(1.15) / 365)
    assert round(made.long[0] - made.first[0], 2) == round(72 * 34.90325 * count, 2)
