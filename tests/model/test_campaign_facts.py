"""Results that files tell by themselves: a campaign worked out on paper, and sums that must not get lost."""

import datetime as dt
from collections import Counter
from typing import Any

from campaigns_data import LIPSTICK, MING, at, batch, line, session
from hypothesis import given, settings
from hypothesis import strategies as st

from model.batches import BatchKind
from model.campaigns.facts import facts_of
from model.intake.joined.joining import join
from model.intake.joined.sales import sales_of
from model.results import Result

ORDERS, SESSIONS = BatchKind.ORDERS, BatchKind.SESSIONS


def sales(*lines):
    return sales_of(join([batch(ORDERS, *lines)]))


def told(*args: Any, **kw: Any) -> tuple[Result, ...]:
    """The results of all outcomes."""
    return tuple(one.result for one in facts_of(*args, **kw).outcomes)


def test_one_host_two_campaigns_and_what_sessions_showed():
    """Two March days are one campaign; May is another. Views stand on the product that sold most."""
    lines = [
        line(1, "03-01T20:00:00", commission_fen=2000),
        line(2, "03-03T20:00:00", back=2500, commission_fen=1500),
        line(3, "03-03T21:00:00", back=10000, state="refunded"),
        line(4, "03-03T22:00:00", product="眉笔", product_id="502", paid=4900),
        line(5, "05-01T20:00:00", commission_fen=2000),
        line(6, "03-03T23:00:00", host=""),
    ]
    seen = batch(SESSIONS, session("03-01T19:00:00", views=5000, visitors=4000, product_visitors=300),
                 session("03-03T19:00:00", views=3000, product_clicks=200), session("03-03T19:00:00", views=3000, product_clicks=200))  # fmt: skip
    found = told(sales(*lines), [seen], [MING], [LIPSTICK], gap=14)
    first = dt.date(2026, 3, 1)
    assert found == (
        Result("88", "口红", first, 2, 8000, 500, 3, 1, 300.0, 175.0, 35.0),
        Result("88", "眉笔", first, orders=1, refunded_orders=0, gmv=49.0, net_gmv=49.0),
        Result(
            "88",
            "口红",
            dt.date(2026, 5, 1),
            orders=1,
            refunded_orders=0,
            gmv=100.0,
            net_gmv=100.0,
            commission_paid=20.0,
        ),
    )


def test_a_host_of_sessions_alone_has_what_they_display():
    shown = session("03-01T19:00:00", host="本店", orders=7, gmv_fen=70000, refund_orders=1, views=900)
    (one,) = told(sales(), [batch(SESSIONS, shown)])
    assert one == Result(
        "douyin:本店", "", dt.date(2026, 3, 1), 1, 900, orders=7, refunded_orders=1, gmv=700.0
    )


def test_a_host_is_known_by_the_name_the_roster_has():
    lines = [line(1, "03-01T20:00:00", host=None, name="小明"), line(2, "03-02T20:00:00")]
    lines[0] |= {"host": "小明"}
    (one,) = told(sales(*lines), hosts=[MING])
    assert (one.id, one.orders) == ("88", 2)


def test_an_order_of_two_lines_is_one_order_and_kept_in_part():
    two = [
        line(1, "03-01T20:00:00", sub_id="a", quantity=2),
        line(1, "03-01T20:00:00", sub_id="b", back=10000, state="refunded"),
    ]
    (one,) = facts_of(sales(*two)).outcomes
    assert (one.result.orders, one.result.refunded_orders, one.pieces, one.pieces_back) == (1, 0, 2, 1)


def test_an_order_of_two_products_is_shared_by_both_results():
    both = [line(1, "03-01T20:00:00", sub_id="a"), line(1, "03-01T20:00:00", sub_id="b", product="眉笔", product_id="502")]  # fmt: skip
    found = facts_of(sales(*both, line(2, "03-02T20:00:00")))
    assert [one.result.orders for one in found.outcomes] == [2, 1]
    assert found.shared == 1


HOSTS = st.sampled_from(["", "1", "2"])
LINES = st.lists(
    st.tuples(HOSTS, st.integers(1, 90), st.sampled_from("ab"), st.integers(0, 50000), st.booleans()),
    max_size=30,
)


@settings(max_examples=60)
@given(LINES)
def test_sums_over_hosts_are_the_totals(rows):
    """No fen and no order is lost or counted twice: a plain loop over the lines says the same."""
    lines, money, orders = [], Counter(), Counter()
    for n, (host, day, product, paid, gone) in enumerate(rows):
        moment = at("01-01T12:00:00") + dt.timedelta(day)
        known = {"paid_at": moment, "product": product, "product_id": product}
        lines.append(
            line(n, "03-01T20:00:00", host=host, name="", paid=paid, back=paid if gone else 0, **known)
        )
        if host:
            money[host, product] += 0 if gone else paid
            orders[host, product] += 1
    found = told(sales(*lines), gap=5)
    said, counted = Counter(), Counter()
    for one in found:
        said[one.id, one.product] += round(one.net_gmv * 100)
        counted[one.id, one.product] += one.orders
    assert said == money
    assert counted == orders
