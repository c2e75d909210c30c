"""The orders of hosts beside the rest of the shop, on shops of which the truth is known."""

import datetime as dt
import math
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from padding import shop

from model.authenticity.audit import audit
from model.authenticity.orderaudit import audit_sales, order_audit
from model.authenticity.orderlines import Orders, cells, densest, orders_of, shares_elsewhere
from model.authenticity.orders import Shown, check_orders, hit_weight, worst
from model.authenticity.roster import Verdict
from model.authenticity.sessions import shown_of
from model.authenticity.suspects import shown_by
from model.batches import Batch, BatchKind, Facts, schema
from model.entries import bounds
from model.errors import Cancelled, InputError
from model.intake.joined.arrays import NO_DAY, NONE
from model.intake.joined.joining import join
from model.intake.joined.sales import Named, sales_of
from model.intake.lists.extras import Extra
from model.policy import load
from model.records import Influencer, Offer, Snapshot
from model.results import Result

POLICY = load()
RULE = POLICY.order_water
FLAGGED = (Verdict.DOUBTFUL, Verdict.PADDED)


# ── weights ──


def by_distribution(hits: int, of: int, usual: float, firm: float) -> float:
    """The same ratio by scipy's beta-binomial, the share of fake orders by a sum over its quantiles."""
    hits = max(hits, math.ceil(of * usual - 1e-9))

    def mass(share: float) -> float:
        return float(stats.betabinom.pmf(hits, of, share * firm, (1 - share) * firm))

    shares = stats.beta.ppf((np.arange(400) + 0.5) / 400, RULE.share_a, RULE.share_b)
    padded = np.mean([mass(usual + s * max(RULE.padded_rate - usual, 0)) for s in shares])
    return math.log(1 - RULE.sign_share + RULE.sign_share * float(padded) / mass(usual))


@pytest.mark.parametrize(
    ("hits", "of", "usual"), [(2, 30, 0.05), (15, 30, 0.05), (60, 100, 0.25), (4, 20, 0.2)]
)
def test_a_count_weighs_the_ratio_of_its_likelihoods(hits: int, of: int, usual: float) -> None:
    found = hit_weight(np.array([float(hits)]), np.array([float(of)]), np.array([usual]), 40.0, RULE)[0]
    assert found == pytest.approx(by_distribution(hits, of, usual, 40.0), abs=0.05)


@given(st.integers(1, 400), st.floats(0.01, 0.8), st.data())
def test_more_hits_never_weigh_less(of: int, usual: float, data: st.DataObject) -> None:
    hits = data.draw(st.integers(0, of - 1))
    pair = hit_weight(np.array([hits, hits + 1.0]), np.full(2, float(of)), np.full(2, usual), 40.0, RULE)
    assert pair[1] >= pair[0] - 1e-9
    assert pair[0] >= math.log(1 - RULE.sign_share) - 1e-9


# ── counts ──

PAIRS = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 4), st.booleans()), min_size=1, max_size=80)


@given(PAIRS)
def test_cells_count_pairs(pairs: list[tuple[int, int, bool]]) -> None:
    found = cells(np.array([a for a, _, _ in pairs]), np.array([b for _, b, _ in pairs]))
    counted = Counter((a, b) for a, b, _ in pairs)
    assert (
        dict(
            zip(
                zip(found.host.tolist(), found.other.tolist(), strict=True), found.count.tolist(), strict=True
            )
        )
        == counted
    )


@given(PAIRS)
def test_the_usual_share_is_that_of_all_others_for_the_same_things(
    pairs: list[tuple[int, int, bool]],
) -> None:
    host, thing = np.array([a for a, _, _ in pairs]), np.array([b for _, b, _ in pairs])
    hit = np.array([c for _, _, c in pairs])
    found = shares_elsewhere(cells(host, thing), cells(host[hit], thing[hit]), 3, 0.2, 10.0)
    for own in range(3):
        mine = [(b, c) for a, b, c in pairs if a == own]
        others = [(b, c) for a, b, c in pairs if a != own]
        if not mine:
            continue
        level = (sum(c for _, c in others) + 10 * 0.2) / (len(others) + 10)
        shares = []
        for b, _ in mine:
            same = [c for other, c in others if other == b]
            shares.append((sum(same) + 10 * level) / (len(same) + 10))
        assert found[own] == pytest.approx(sum(shares) / len(shares))


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 3000)), max_size=60))
def test_the_densest_minutes_are_those_a_slow_search_finds(moments: list[tuple[int, int]]) -> None:
    host, second = np.array([a for a, _ in moments], np.int64), np.array([b for _, b in moments], np.int64)
    most, of = densest(host, 2, second, 10)
    for own in range(2):
        mine = [b for a, b in moments if a == own]
        assert of[own] == len(mine)
        assert most[own] == max((sum(b <= other <= b + 600 for other in mine) for b in mine), default=0)


# ── the truth ──


def rates(size: int, rounds: int, masked: bool = False) -> tuple[float, float]:
    """False alarms among honest hosts, and padded ones found."""
    rng = np.random.default_rng(size)
    honest, padded = [], []
    for _ in range(rounds):
        made = shop(rng, 12, size, 0.25, masked=masked)
        found = check_orders(made.orders, RULE)
        for place, bad in enumerate(made.padded.tolist()):
            (padded if bad else honest).append(found.verdict(place) in FLAGGED)
    return float(np.mean(honest)), float(np.mean(padded))


@pytest.mark.parametrize("size", [30, 60, 200])
def test_half_padded_orders_are_found_and_honest_ones_left_alone(size: int) -> None:
    """The promise: under 1 % false alarms at over 95 % found, from 30 orders on (1,200 hosts here)."""
    alarms, found = rates(size, 100)
    assert alarms < 0.01
    assert found > 0.95


def test_masked_buyers_leave_the_other_signs() -> None:
    alarms, found = rates(100, 60, masked=True)
    assert alarms < 0.01
    assert found > 0.7


def test_few_orders_say_nothing() -> None:
    made = shop(np.random.default_rng(1), 6, 15, 0.5)
    assert {check_orders(made.orders, RULE).verdict(n) for n in range(6)} == {Verdict.UNKNOWN}


def test_one_sign_alone_is_doubtful_and_never_padded() -> None:
    """An honest flash sale: four fifths of the orders within three minutes."""
    made = shop(np.random.default_rng(4), 8, 200, 0.0).orders
    own = np.flatnonzero(made.host == 0)[:160]
    second = made.second.copy()
    second[own] = second[own[0]] + np.arange(160)
    found = check_orders(replace(made, second=second), RULE).host(0)
    assert found.evidence[0].code == "burst"
    assert found.evidence[0].weight > 1
    assert found.verdict is not Verdict.PADDED


def test_each_finding_names_its_orders_and_what_is_usual() -> None:
    made = shop(np.random.default_rng(5), 8, 120, 0.4)
    found = check_orders(made.orders, RULE)
    first = found.host(worst(found)[0])
    assert made.padded[worst(found)[0]]
    assert first.verdict is Verdict.PADDED
    assert first.orders == 120
    assert first.evidence[0].count == len(made.orders.host) - 120
    heavy = first.evidence[0]
    assert heavy.peers is not None
    assert heavy.side == "high"
    assert heavy.peers.low <= heavy.peers.value <= heavy.peers.high < heavy.value


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 1000))
def test_names_and_order_of_hosts_do_not_matter(seed: int) -> None:
    rng = np.random.default_rng(seed)
    made = shop(rng, 5, 40, 0.4).orders
    turn = np.append(rng.permutation(5), 5)
    back = check_orders(replace(made, host=turn[made.host], buyer=made.buyer * 3 + 7), RULE)
    np.testing.assert_allclose(back.padded[turn[:5]], check_orders(made, RULE).padded, atol=1e-9)
    mixed = rng.permutation(len(made.host))
    shuffled = Orders(
        made.host[mixed], 5, made.buyer[mixed], made.second[mixed], made.product[mixed], made.quantity[mixed],
        made.refunded[mixed], made.early[mixed],
    )  # fmt: skip
    np.testing.assert_allclose(
        check_orders(shuffled, RULE).padded, check_orders(made, RULE).padded, atol=1e-9
    )


def test_orders_without_viewers_and_displayed_orders_without_payment_count() -> None:
    made = shop(np.random.default_rng(3), 6, 100, 0.0).orders
    viewers, displayed, paid = np.full(6, 10_000.0), np.full(6, 105.0), np.full(6, 100.0)
    viewers[0], displayed[1] = 110.0, 400.0
    found = check_orders(made, RULE, Shown(viewers, displayed, paid, np.zeros(6), np.zeros(6), 0.12))
    weights = [{one.code: one.weight for one in found.host(n).evidence} for n in range(6)]
    assert weights[0]["visits"] == RULE.cap
    assert weights[1]["unpaid"] > 2
    assert all(one["visits"] < 0.5 for one in weights[1:])
    assert all(one["unpaid"] < 0.5 for n, one in enumerate(weights) if n != 1)


def sent(seed: int, few: bool) -> Orders:
    """A shop whose orders go to as many houses, but of the first host half to three; his buyers are all others."""
    rng = np.random.default_rng(seed)
    made = shop(rng, 6, 80, 0.0).orders
    address = rng.integers(10, 2**40, len(made.host))
    mine = np.flatnonzero(made.host == 0)[:40]
    address[mine] = rng.integers(0, 3, 40) if few else address[mine]
    return replace(made, address=np.unique(address, return_inverse=True)[1])


def test_many_orders_to_one_house_are_a_sign_and_ordinary_ones_are_not() -> None:
    found = check_orders(sent(4, few=True), RULE)
    pieces = [{one.code: one for one in found.host(n).evidence} for n in range(6)]
    assert pieces[0]["few_addresses"].weight > 4
    assert pieces[0]["few_addresses"].side == "high"
    assert found.verdict(0) is Verdict.DOUBTFUL
    assert all(of["few_addresses"].weight < 0.5 for of in pieces[1:])
    assert all(
        "few_addresses" not in s.code
        for s in check_orders(shop(np.random.default_rng(4), 6, 80, 0.0).orders, RULE).signs
    )


def test_few_buyers_at_few_houses_are_counted_once() -> None:
    made = sent(5, few=True)
    assert made.address is not None
    same = check_orders(replace(made, buyer=made.address), RULE)
    alone = check_orders(replace(made, buyer=made.address, address=None), RULE)
    np.testing.assert_allclose(same.padded, alone.padded)
    weights = {one.code: one.weight for one in same.host(0).evidence}
    assert min(weights["few_buyers"], weights["few_addresses"]) == 0


def test_views_that_nobody_enters_behind_are_told_and_honest_sessions_are_not() -> None:
    """In each shop nine in ten viewers of one host are nobody; how many open the product differs by a third among the others."""
    rng = np.random.default_rng(8)
    made = shop(rng, 6, 100, 0.0).orders
    nothing, alarms, hit, rounds = np.zeros(6), 0, 0, 300
    for _ in range(rounds):
        watched = np.round(np.exp(rng.normal(9, 1, 6)))
        entered = rng.binomial(watched.astype(int), 0.1 * np.exp(rng.normal(0, 0.33, 6))).astype(float)
        entered[0] *= 0.1
        found = check_orders(made, RULE, Shown(nothing, nothing, nothing, watched, np.round(entered), 0.12))
        heavy = [
            next(s for s in found.signs if s.code == "entered").weight[n] >= RULE.heavy for n in range(6)
        ]
        hit, alarms = hit + heavy[0], alarms + sum(heavy[1:])
    assert alarms / (5 * rounds) < 0.01
    assert hit / rounds > 0.95


# ── from files ──


def session(of: str, viewers: int, opened: int | None, **rest: object) -> dict[str, object]:
    plain = {"row": 1, "host_id": of, "host": f"name {of}", "start": moment_of(2026, 3, 1, 20), "minutes": 60.0,
             "visitors": viewers, "product_visitors": opened}  # fmt: skip
    return plain | rest


def test_a_host_whose_millions_of_viewers_never_came_in_is_told_though_he_sold_nothing() -> None:
    rows = [order(n, f"h{n % 4}", n % 60) for n in range(160)]
    seen = [session(f"h{n}", 3000, 300 + 40 * n) for n in range(4)] + [session("big", 3_000_000, 900)]
    found = order_audit([batch(BatchKind.ORDERS, rows), batch(BatchKind.SESSIONS, seen)], POLICY)
    assert found is not None
    assert found.hosts.ids == ("h0", "h1", "h2", "h3", "big")
    big = found.check.host(4)
    assert (big.orders, big.verdict) == (0, Verdict.DOUBTFUL)
    assert big.evidence[0].code == "entered"
    assert big.evidence[0].side == "low"
    assert all(found.check.verdict(n) is not Verdict.PADDED for n in range(4))
    assert found.span(4) == (None, None)
    assert found.span(0) == (moment_of(2026, 3, 1, 20), moment_of(2026, 3, 1, 20, 56))
    assert found.paid.tolist() == pytest.approx([99 * 40] * 4 + [0])
    assert found.own.price == 99
    assert found.own.rates == pytest.approx((40 / 3000,) * 4 + (0,))


def test_the_check_tells_how_far_it_is_and_stops_when_nobody_waits() -> None:
    batches = sample()
    sales = sales_of(join(batches))
    heard: list[float] = []
    assert audit_sales(sales, batches, POLICY, (), lambda _code, share: heard.append(share)) is not None
    assert heard == sorted(heard)
    assert heard[-1] == 1
    for after in (0, 3):
        left = iter([False] * after)
        with pytest.raises(Cancelled):
            audit_sales(sales, batches, POLICY, cancelled=lambda left=left: next(left, True))  # type: ignore[misc]


def batch(kind: BatchKind, rows: list[dict[str, object]], platform: str = "douyin") -> Batch:
    shape = schema(kind)
    full = [{name: row.get(name) for name in shape.names} for row in rows]
    return Batch(
        kind,
        platform,
        kind.value,
        "f.csv",
        "",
        kind.value,
        Facts(len(rows)),
        pa.Table.from_pylist(full, shape),
    )


def moment_of(*parts: int) -> dt.datetime:
    """A time without a zone, as files have it."""
    return dt.datetime(*parts)  # type: ignore[arg-type] # noqa: DTZ001


def order(number: int, of: str | None, minute: int, **rest: object) -> dict[str, object]:
    at = moment_of(2026, 3, 1, 20) + dt.timedelta(minutes=minute)
    plain = {"row": number, "order_id": str(number), "state": "paid", "paid_at": at, "product_id": "p", "quantity": 1,
             "paid_fen": 9900, "refunded_fen": 0, "buyer": number, "host_id": of, "host": of and f"name {of}", "shipped": True}  # fmt: skip
    return plain | rest


def test_lines_of_one_order_are_one_and_early_refunds_are_told_by_shipping_or_by_night() -> None:
    rows = [
        order(1, "a", 0), order(1, "a", 0, sub_id="1b"), order(2, "a", 5, state="refunded", refunded_fen=9900, shipped=False),
        order(3, "b", 9, state="refunded", refunded_fen=9900), order(4, None, 10),
    ]  # fmt: skip
    night = {"row": 1, "order_id": "3", "at": moment_of(2026, 3, 2, 1), "refund_fen": 9900, "done": True}
    batches = [batch(BatchKind.ORDERS, rows), batch(BatchKind.REFUNDS, [night])]
    sales = sales_of(join(batches))
    found = orders_of(sales, batches, 12)
    assert len(found.host) == 4
    assert found.hosts == 2
    assert found.early.tolist() == [False, True, True, False]
    assert found.host.tolist()[-1] == 2
    late = [batches[0], batch(BatchKind.REFUNDS, [night | {"at": moment_of(2026, 3, 9)}])]
    assert orders_of(sales_of(join(late)), late, 12).early.tolist() == [False, True, False, False]


def test_sessions_are_laid_beside_the_orders_of_their_host() -> None:
    moment = int((moment_of(2026, 3, 1, 20) - moment_of(1970, 1, 1)).total_seconds())
    second = np.array([moment, moment + 600, moment + 9000, NO_DAY])
    none = np.zeros(4, np.int64)
    found = Orders(np.array([0, 0, 0, 1]), 2, none, second, none, none, none > 0, none > 0)
    hosts = Named(none, ("a", "b"), ("甲", "乙"), ("douyin", "douyin"))
    start = moment_of(2026, 3, 1, 20)
    rows: list[dict[str, object]] = [
        {
            "row": 1,
            "host_id": "other id",
            "host": "甲",
            "start": start,
            "minutes": 60.0,
            "visitors": 500,
            "orders": 9,
        },
        {
            "row": 2,
            "host_id": "nobody",
            "host": "丙",
            "start": start,
            "minutes": 60.0,
            "visitors": 500,
            "orders": 9,
        },
    ]
    shown = shown_of([batch(BatchKind.SESSIONS, rows)], hosts, found, 0.12)
    assert shown is not None
    assert shown.viewers.tolist() == [500, 0]
    assert shown.displayed.tolist() == [9, 0]
    assert shown.paid.tolist() == [2, 0]
    assert shown_of([], hosts, found, 0.12) is None


def sample() -> list[Batch]:
    """An honest host and one whose orders come from three accounts within a minute, refunded before shipping."""
    rows = [order(n, "good", 3 * n, buyer=100 + n) for n in range(40)]
    rows += [order(100 + n, None, n, buyer=900 + n) for n in range(60)]
    rows += [
        order(
            1000 + n,
            "bad",
            60,
            buyer=n % 3,
            state="refunded" if n % 2 else "paid",
            refunded_fen=9900 * (n % 2),
            shipped=False,
        )
        for n in range(40)
    ]
    return [batch(BatchKind.ORDERS, rows)]


def test_the_audit_carries_orders_and_results_to_the_host() -> None:
    hosts = (
        Influencer("good", "g", "douyin"), Influencer("x", "name bad", "douyin"), Influencer("new", "n", "douyin"),
        *(Influencer(f"h{n}", f"h{n}", "douyin") for n in range(3)),
    )  # fmt: skip
    results = [
        Result("h0", "p", dt.date(2026, 3, 1), views=200_000, orders=3),
        Result("h1", "p", dt.date(2026, 3, 1), views=20_000, orders=190),
    ]
    found = audit(
        Snapshot(influencers=hosts), POLICY, {}, results, order_audit(sample(), POLICY, dt.date(2026, 11, 26))
    )
    told = [found.check.host(n) for n in range(6)]
    assert told[1].verdict is Verdict.PADDED
    assert {"few_buyers", "early_refunds"} <= {one.code for one in told[1].evidence if one.weight > 1}
    assert told[0].verdict is Verdict.CLEAN
    assert told[2].verdict is Verdict.UNKNOWN
    assert told[3].evidence[0].code == "own_orders"
    assert told[3].evidence[0].weight > 1
    assert told[4].evidence[0].weight < 0
    assert found.orders is not None
    assert found.orders.hosts.ids[worst(found.orders.check)[0]] == "bad"


def test_hosts_known_by_id_only_are_called_as_the_roster_calls_them() -> None:
    rows = [order(n, "a", n, host=None) for n in range(5)] + [order(9, "b", 9)]
    roster = [Influencer("a", "阿甲", "douyin"), Influencer("b", "阿乙", "douyin")]
    found = order_audit([batch(BatchKind.ORDERS, rows)], POLICY, None, roster)
    assert found is not None
    assert [found.name(n) for n in range(2)] == ["阿甲", "name b"]
    assert order_audit([batch(BatchKind.ORDERS, rows)], POLICY).name(0) == "a"  # type: ignore[union-attr]


def test_a_dispute_gets_the_orders_with_their_times_and_signs_and_no_buyer() -> None:
    found = order_audit(sample(), POLICY)
    assert found is not None
    (place,) = found.suspects
    assert found.hosts.ids[place] == "bad"
    listed = found.suspects[place]
    assert len(listed) == 40
    assert listed[0].order_id == "1000"
    assert listed[0].paid_at == moment_of(2026, 3, 1, 21)
    assert listed[0].paid == 99
    assert {"few_buyers", "burst"} <= set(listed[0].signs)
    assert "early_refunds" not in listed[0].signs
    assert "early_refunds" in listed[1].signs
    assert not hasattr(listed[0], "buyer")


@given(
    st.lists(
        st.tuples(
            st.integers(-1, 3), st.integers(0, 2000), st.integers(0, 1), st.integers(1, 3), st.booleans()
        ),
        min_size=1,
        max_size=40,
    )
)
def test_the_orders_behind_a_sign_are_those_it_counts(rows: list[tuple[int, int, int, int, bool]]) -> None:
    buyer, second, product, quantity, early = (np.array(part) for part in zip(*rows, strict=True))
    none = np.zeros(len(rows), np.int64)
    made = Orders(none, 1, buyer, second, product, quantity, early, early, address=buyer)
    _, shown = shown_by(made, 0, RULE)
    assert shown["few_addresses"].tolist() == shown["few_buyers"].tolist()
    assert shown["refunds"].tolist() == early.tolist()
    known = [b for b in buyer.tolist() if b != NONE]
    assert shown["few_buyers"].tolist() == [b != NONE and known.count(b) > 1 for b in buyer.tolist()]
    most, _ = densest(none, 1, second, RULE.burst_minutes)
    assert shown["burst"].sum() == most[0]
    many = Counter((p, q) for p, q in zip(product.tolist(), quantity.tolist(), strict=True) if q > 1)
    assert shown["same_quantity"].sum() == max(many.values(), default=0)
    assert shown["early_refunds"].tolist() == early.tolist()


def test_without_orders_or_hosts_on_them_there_is_no_order_check() -> None:
    assert order_audit([], POLICY) is None
    nobody = [batch(BatchKind.ORDERS, [order(n, None, n) for n in range(5)])]
    assert order_audit(nobody, POLICY) is None


def test_orders_without_a_time_or_buyer_keep_the_other_signs() -> None:
    made = shop(np.random.default_rng(2), 4, 60, 0.0).orders
    bare = replace(
        made, second=np.full(len(made.host), NO_DAY), buyer=np.full(len(made.host), NONE), can_early=False
    )
    codes = {one.code for one in check_orders(bare, RULE).host(0).evidence}
    assert codes == {"refunds", "same_quantity"}


LIMITS = [
    (key, value)
    for key, entry in POLICY.entries.items()
    if key.startswith(("water.", "fair_fee.", "order_water."))
    for value in bounds(entry)
]


@pytest.mark.parametrize(("key", "value"), LIMITS)
def test_own_figures_at_their_limits_break_nothing(key: str, value: float) -> None:
    try:
        policy = POLICY.with_overrides({key: value})
    except InputError:
        return  # refused as it would overtake another figure
    rng = np.random.default_rng(0)
    hosts = tuple(
        Influencer(
            f"h{n}",
            "x",
            "douyin",
            followers=1000 * (n + 1),
            views=float(rng.integers(50, 900)),
            engagement_rate=0.01 * (n % 5 + 1),
            offers=(Offer("a", 100.0 + n),),
        )
        for n in range(24)
    )
    extras = {
        f"h{n}": Extra(
            gain=n - 3.0, likes=90.0, comments=1.0 * n, posts=10, view_spread=0.1 * n, rate_spread=0.1 * n
        )
        for n in range(24)
    }
    found = audit(Snapshot(influencers=hosts), policy, extras, (), order_audit(sample(), policy))
    assert np.isfinite(found.check.belief.value).all()
    assert np.isfinite(found.check.belief.low).all()
    assert all(one.fair.value > 0 for of in found.fees.rows for one in of)
    assert found.orders is not None
    assert np.isfinite(found.orders.check.padded).all()
