"""Customers, products, hosts and the shop in figures, against sums written out in plain Python."""

import datetime as dt
from collections import defaultdict

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.batches import OrderState
from model.intake.joined.arrays import NO_DAY, NONE
from model.intake.joined.joining import lines_schema
from model.intake.joined.lines import Lines
from model.intake.joined.occasions import days_of, occasion_days, occasions
from model.intake.joined.summary import customers, hosts, overview, products, summary

START = dt.date(2025, 1, 1)


def lines(*rows):
    """Joined lines from dictionaries; what a row does not name is unknown."""
    shape = lines_schema()
    assert all(row.keys() <= set(shape.names) for row in rows)
    columns = [pa.array([row.get(name) for row in rows], shape.field(name).type) for name in shape.names]
    return Lines(pa.Table.from_arrays(columns, schema=shape), ())


def line(buyer=1, day=0, paid=5000, refunded=0, state="paid", order="", **more):
    at = None if day is None else dt.datetime.combine(START + dt.timedelta(day), dt.time(23, 59, 59))
    return {
        "buyer": buyer, "paid_at": at, "paid_fen": paid, "refunded_fen": refunded, "state": state,
        "order_id": order or f"{buyer}{day}{paid}", "quantity": 1, "platform": "douyin", "product_id": "77",
        "product": "面膜", **more,
    }  # fmt: skip


# ── customers ──


def test_customers_have_the_figures_that_purchase_models_want():
    found = customers(
        lines(line(1, 0), line(1, 30, 2000), line(1, 30, 500), line(1, 70), line(2, 60), line(3, 100))
    )
    assert found.buyer.tolist() == [1, 2, 3]
    assert found.x.tolist() == [2, 0, 0]
    assert found.t_x.tolist() == [70, 0, 0]
    assert found.T.tolist() == [100, 40, 0]
    assert found.net_fen.tolist() == [12500, 5000, 5000]
    assert found.again_fen.tolist() == [7500, 0, 0]
    assert found.first_day.astype(str).tolist() == ["2025-01-01", "2025-03-02", "2025-04-11"]
    assert (len(found), found.last_day) == (3, START + dt.timedelta(100))


def test_only_days_on_which_more_was_paid_than_refunded_are_occasions():
    found = customers(
        lines(
            line(1, 0),
            line(1, 5, 3000, 3000, "refunded"),
            line(1, 6, 0, state="closed"),
            line(1, 7, 100, state="brushed"),
            line(1, 8, 0),
            line(1, None),
            line(1, 9, 800),
            line(1, 9, 0, 800, "refunded"),
        )
    )
    assert (found.x.tolist(), found.net_fen.tolist(), found.T.tolist()) == ([0], [5000], [9])


def test_a_day_ends_at_midnight_and_buyers_keep_all_their_digits():
    late = line(2**64 - 1, 0)
    early = {**line(2**64 - 1, 1), "paid_at": dt.datetime.fromisoformat("2025-01-02T00:00:00")}
    found = customers(lines(late, early))
    assert (found.buyer.tolist(), found.x.tolist(), found.t_x.tolist()) == ([2**64 - 1], [1], [1])


def test_lines_of_a_day_to_come_are_left_out_and_counted():
    every = lines(line(1, 0), line(1, 9000), line(2, 30))
    today = START + dt.timedelta(365)
    assert customers(every, today).T.tolist() == [30, 0]
    said = overview(every, today)
    assert (said.lines, said.later, said.last_day) == (3, 1, START + dt.timedelta(30))


# ── products and hosts ──


def test_products_are_told_apart_by_id_and_named_as_last_seen():
    found = products(
        lines(
            line(1, 0, product="旧名"),
            line(1, 9),
            line(2, 0, product_id=None, product="水杯", paid=100),
            line(2, 1, platform="taobao", paid=7000),
            line(3, 2, product_id=None, product=None, paid=1),
        )
    )
    assert [(p.product_id, p.product, p.platform, p.lines, p.customers) for p in found] == [
        ("77", "面膜", "douyin", 2, 1),
        ("77", "面膜", "taobao", 1, 1),
        ("", "水杯", "douyin", 1, 1),
        ("", "", "douyin", 1, 1),
    ]
    assert (found[0].customers_again, found[0].again_occasions) == (1, 1)


def test_two_lines_of_one_order_are_one_order():
    (found,) = products(
        lines(line(order="1", sku="a"), line(order="1", sku="b"), line(order="2", quantity=3))
    )
    assert (found.lines, found.orders, found.quantity, found.paid_fen) == (3, 2, 5, 15000)


def test_lines_without_an_order_number_are_orders_of_their_own():
    nameless = {**line(), "order_id": None}
    assert overview(lines(nameless, nameless, line())).orders == 3


def test_where_no_buyer_is_known_nothing_is_said_of_them():
    masked = {"host_id": "7", "host": "甲"}
    every = lines(line(None, 0, **masked), line(None, 5, **masked))
    (product,), (host,) = products(every), hosts(every)
    assert (product.buyer_lines, product.customers, product.customers_again, product.again_occasions) == (
        0,
        None,
        None,
        None,
    )
    assert (host.buyer_lines, host.customers, host.customers_again) == (0, None, None)
    assert len(customers(every)) == 0


def test_a_host_has_his_sales_refunds_commission_and_customers():
    mine = {"host_id": "7", "host": "甲"}
    every = lines(
        line(1, 0, **mine, commission_fen=1000),
        line(1, 40),
        line(2, 3, 5000, 2000, **mine, commission_fen=600),
        line(3, 9, 4000, 4000, "refunded", **mine),
        line(4, 99, 0, state="unpaid", **mine),
    )
    (found,) = hosts(every)
    assert (found.host_id, found.host, found.platform) == ("7", "甲", "douyin")
    assert (found.lines, found.orders, found.quantity) == (3, 3, 3)
    assert (found.paid_fen, found.refunded_fen, found.net_fen) == (14000, 6000, 8000)
    assert (found.commission_fen, found.commission_unknown) == (1600, 1)
    # The first came back, though not to this host; the third got everything back.
    assert (found.buyer_lines, found.customers, found.customers_again) == (3, 2, 1)
    assert (found.first_day, found.last_day) == (START, START + dt.timedelta(9))


def test_a_host_without_dates_has_no_days():
    (found,) = hosts(lines(line(day=None, host="甲")))
    assert (found.first_day, found.last_day) == (None, None)


# ── the shop ──


def test_the_overview_says_what_there_is():
    said = overview(
        lines(
            line(1, 0, host="甲", commission_fen=5, fee_fen=7),
            line(None, 3, 3000, 3000, "refunded"),
            line(2, None, 100),
            line(2, 9, 0, state="closed"),
            {**line(2, 9), "state": None},
        )
    )
    assert (said.lines, said.states) == (
        5,
        {OrderState.PAID: 2, OrderState.REFUNDED: 1, OrderState.CLOSED: 1},
    )
    assert (said.first_day, said.last_day, said.undated) == (START, START + dt.timedelta(3), 1)
    assert (said.orders, said.paid_fen, said.refunded_fen) == (3, 8100, 3000)
    assert (said.commission_fen, said.fee_fen) == (5, 7)
    assert (said.hosts, said.host_lines, said.host_paid_fen, said.products) == (1, 1, 5000, 1)
    assert (said.buyer_lines, said.customers) == (2, 1)


def test_plain_counts_are_those_of_lines_that_stand_as_paid():
    said = overview(
        lines(
            line(1, 0, order="1"),
            line(1, 0, order="1"),
            line(2, 0, order="2"),
            line(2, 0, order="3"),
            line(3, 0, order="4"),
            line(3, 5, 0, order="5"),
            line(4, 0, order="6"),
            line(4, 9, 10, 10, "refunded", order="7"),
            line(5, 0, 10, 10, "refunded", order="8"),
        )
    ).counted
    assert (said.buyers, said.with_two_lines, said.with_two_orders, said.with_two_days) == (4, 3, 2, 1)


def test_an_empty_shop_has_nothing_to_say():
    said = summary(lines())
    assert (len(said.customers), said.customers.last_day, said.products, said.hosts) == (0, None, (), ())
    assert (said.overview.lines, said.overview.first_day, said.overview.orders) == (0, None, 0)


# ── against plain Python ──

WORD = st.sampled_from((None, "甲", "乙"))
ROW = st.fixed_dictionaries({
    "buyer": st.sampled_from((None, 1, 2, 2**64 - 1)), "day": st.sampled_from((None, 0, 0, 1, 2, 900)),
    "paid": st.integers(0, 9), "refunded": st.integers(0, 9), "state": st.sampled_from([None, *map(str, OrderState)]),
    "order_id": st.sampled_from((None, "1", "2", "x")), "quantity": st.integers(-1, 3),
    "platform": st.sampled_from(("douyin", "taobao")), "product_id": WORD, "product": WORD, "host_id": WORD,
    "host": WORD, "commission_fen": st.one_of(st.none(), st.integers(0, 9)), "fee_fen": st.integers(0, 9),
})  # fmt: skip
TODAY = st.sampled_from((None, START + dt.timedelta(1)))


def sold(rows, today):
    """Lines that were paid for, with their day, net and order written out."""
    for place, row in enumerate(rows):
        day = row["paid_at"] and row["paid_at"].date()
        if row["state"] in ("paid", "refunded") and not (today and day and day > today):
            order = (row["platform"], row["order_id"]) if row["order_id"] else place
            yield {**row, "day": day, "net": row["paid_fen"] - row["refunded_fen"], "order": order}


def occasions_of(rows):
    net = defaultdict(int)
    for row in rows:
        if row["buyer"] is not None and row["day"]:
            net[row["buyer"], row["day"]] += row["net"]
    days = defaultdict(dict)
    for (buyer, day), spent in sorted(net.items()):
        if spent > 0:
            days[buyer][day] = spent
    return days


def grouped(rows, id_name, name):
    groups = defaultdict(list)
    for row in rows:
        own = ("id", row[id_name]) if row[id_name] else ("name", row[name])
        groups[row["platform"], *own].append(row)
    return groups


def said_of(rows, id_name, name):
    """What products and hosts have in common."""
    last_name = [row[name] for row in rows if row[name]]
    return {
        id_name: rows[-1][id_name] or "",
        name: last_name[-1] if last_name else "",
        "platform": rows[0]["platform"],
        "lines": len(rows),
        "orders": len({row["order"] for row in rows}),
        "quantity": sum(row["quantity"] for row in rows),
        "paid_fen": sum(row["paid_fen"] for row in rows),
        "refunded_fen": sum(row["refunded_fen"] for row in rows),
        "buyer_lines": sum(row["buyer"] is not None for row in rows),
    }


def slow_products(rows):
    for of in grouped(rows, "product_id", "product").values():
        found = occasions_of(of)
        more = (len(found), sum(len(d) > 1 for d in found.values()), sum(len(d) - 1 for d in found.values()))
        said = said_of(of, "product_id", "product")
        names = ("customers", "customers_again", "again_occasions")
        yield said | dict(zip(names, more if said["buyer_lines"] else (None,) * 3, strict=True))


def slow_hosts(rows):
    shop = occasions_of(rows)
    for (_, _, key), of in grouped(rows, "host_id", "host").items():
        if key is None:
            continue
        said = said_of(of, "host_id", "host")
        buyers = occasions_of(of)
        days = [row["day"] for row in of if row["day"]]
        known = [row["commission_fen"] for row in of if row["commission_fen"] is not None]
        more = (len(buyers), sum(len(shop[b]) > 1 for b in buyers)) if said["buyer_lines"] else (None, None)
        yield said | {
            "net_fen": sum(row["net"] for row in of),
            "commission_fen": sum(known),
            "commission_unknown": len(of) - len(known),
            "customers": more[0],
            "customers_again": more[1],
            "first_day": min(days, default=None),
            "last_day": max(days, default=None),
        }


def as_dicts(records):
    return [{name: getattr(record, name) for name in record.__slots__} for record in records]


def by_key(dicts):
    return sorted(dicts, key=repr)


def made(rows):
    plain = []
    for drawn in rows:
        row = dict(drawn)
        at = row.pop("day")
        row["paid_at"] = None if at is None else dt.datetime.combine(START + dt.timedelta(at), dt.time(8))
        row["paid_fen"], row["refunded_fen"] = row.pop("paid"), row.pop("refunded")
        plain.append(row)
    return plain, lines(*plain)


@given(st.lists(ROW, max_size=14), TODAY)
@settings(max_examples=150, deadline=None)
def test_customers_are_those_written_out(rows, today):
    plain, every = made(rows)
    kept = list(sold(plain, today))
    found, end = customers(every, today), max((row["day"] for row in kept if row["day"]), default=None)
    said = {
        buyer: (len(d) - 1, (max(d) - min(d)).days, (end - min(d)).days, sum(d.values()), d[min(d)], min(d))
        for buyer, d in occasions_of(kept).items()
    }
    columns = (found.buyer, found.x, found.t_x, found.T, found.net_fen, found.net_fen - found.again_fen)
    got = zip(*(column.tolist() for column in columns), found.first_day.tolist(), strict=True)
    assert {buyer: tuple(rest) for buyer, *rest in got} == said
    assert found.last_day == end


@given(st.lists(ROW, max_size=14), TODAY)
@settings(max_examples=150, deadline=None)
def test_products_and_hosts_are_those_written_out(rows, today):
    plain, every = made(rows)
    kept = list(sold(plain, today))
    assert by_key(as_dicts(products(every, today))) == by_key(
        as_ordered(slow_products(kept), products(every, today))
    )
    assert by_key(as_dicts(hosts(every, today))) == by_key(as_ordered(slow_hosts(kept), hosts(every, today)))


def as_ordered(dicts, records):
    """The same dictionaries with their keys in the order of the records' fields."""
    return [{name: one[name] for name in records[0].__slots__} for one in dicts] if records else list(dicts)


@given(st.lists(ROW, max_size=14), TODAY)
@settings(max_examples=150, deadline=None)
def test_the_parts_add_up_to_the_overview(rows, today):
    plain, every = made(rows)
    said, kept = summary(every, today), list(sold(plain, today))
    whole = said.overview
    assert whole.customers == len(said.customers)
    assert whole.paid_fen == sum(row["paid_fen"] for row in kept) == sum(p.paid_fen for p in said.products)
    assert whole.refunded_fen == sum(p.refunded_fen for p in said.products)
    assert whole.host_paid_fen == sum(h.paid_fen for h in said.hosts)
    assert (whole.hosts, whole.products) == (len(said.hosts), len(said.products))
    assert whole.orders == len({row["order"] for row in kept})
    assert whole.buyer_lines == sum(p.buyer_lines for p in said.products)
    assert sum(whole.states.values()) == sum(row["state"] is not None for row in plain)


@given(
    st.lists(
        st.tuples(
            st.sampled_from((NONE, 0, 1, 5, 2**30)),
            st.sampled_from((NO_DAY, -9, 3, 4, 10**6)),
            st.integers(-9, 9),
        ),
        max_size=12,
    ),
    st.sampled_from((1, 2**36)),
)
@settings(max_examples=150, deadline=None)
def test_packed_sorts_bring_together_what_belongs_together(rows, scale):
    """``scale`` makes the money too large for one number, so that the other way is taken."""
    rows = [(group, day, net * scale) for group, day, net in rows]
    net, there = defaultdict(int), set()
    for group, day, spent in rows:
        if group != NONE and day != NO_DAY:
            net[group, day] += spent
            there.add((group, day))
    said = sorted((*key, spent) for key, spent in net.items() if spent > 0)
    columns = [np.array([row[at] for row in rows], np.int64) for at in range(3)]
    assert list(zip(*(column.tolist() for column in occasions(*columns)), strict=True)) == said
    assert list(zip(*(column.tolist() for column in occasion_days(*columns)), strict=True)) == [
        s[:2] for s in said
    ]
    assert list(zip(*(column.tolist() for column in days_of(*columns[:2])), strict=True)) == sorted(there)


@pytest.mark.parametrize("scale", [1, 2**33])
def test_groups_too_many_for_one_number_are_still_told_apart(scale):
    group = np.array([0, 2**40, 2**40, 0]) * 1
    day = np.array([0, 2**24, 0, 0]) * scale
    found = days_of(group, day)
    assert [column.tolist() for column in found] == [[0, 2**40, 2**40], [0, 0, 2**24 * scale]]
