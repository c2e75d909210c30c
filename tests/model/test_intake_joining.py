"""Files of a shop become one table of order lines, against a join written out in plain Python."""

import datetime as dt
from collections import Counter, defaultdict

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.batches import Batch, BatchKind, Facts, OrderState, schema
from model.intake.joined.joining import join, lines_schema

ORDERS, REFUNDS = BatchKind.ORDERS, BatchKind.REFUNDS
SETTLEMENT, COMMISSION = BatchKind.SETTLEMENT, BatchKind.COMMISSION
NOON = dt.datetime.fromisoformat("2025-03-01T12:00:00")
LONG_AGO = dt.datetime.fromisoformat("0001-01-01T00:00:00")


def batch(kind, *rows, digest="", platform="douyin", layout="", sheet=""):
    """Rows as dictionaries; what a row does not name is unknown. Another content has another digest."""
    shape = schema(kind)
    assert all(row.keys() <= set(shape.names) for row in rows)
    columns = [pa.array([row.get(name) for row in rows], shape.field(name).type) for name in shape.names]
    table = pa.Table.from_arrays(columns, schema=shape)
    return Batch(kind, platform, layout, "f.csv", sheet, digest or repr(rows), Facts(len(rows)), table)


def order(sub_id="11", order_id="1", paid=5000, state="paid", **more):
    return {
        "sub_id": sub_id,
        "order_id": order_id,
        "paid_fen": paid,
        "state": state,
        "refunded_fen": 0,
        **more,
    }


def refund(fen, sub_id="11", order_id="1", done=True, at=NOON):
    return {"sub_id": sub_id, "order_id": order_id, "refund_fen": fen, "done": done, "at": at}


def settled(sub_id="11", order_id="1", at=NOON, **fen):
    return {"sub_id": sub_id, "order_id": order_id, "at": at, **{f"{name}_fen": n for name, n in fen.items()}}


def rows_of(lines):
    return lines.table.to_pylist()


def column(batches, name):
    return [row[name] for row in rows_of(join(batches))]


def figures(batches, *names):
    return [tuple(row[name] for name in names) for row in rows_of(join(batches))]


def fact(batches, kind):
    (found,) = (one for one in join(batches).joins if one.kind is kind)
    return found


# ── orders ──


def test_lines_have_the_columns_of_orders_and_their_platform():
    lines = join([batch(ORDERS, order(product="面膜", buyer=2**64 - 1), platform="kuaishou")])
    assert lines.table.schema == lines_schema()
    (row,) = rows_of(lines)
    assert (row["platform"], row["product"], row["buyer"]) == ("kuaishou", "面膜", 2**64 - 1)


def test_no_batches_give_an_empty_table_of_the_same_columns():
    lines = join([])
    assert (lines.table.num_rows, lines.table.schema, lines.joins) == (0, lines_schema(), ())


def test_files_without_orders_reach_nothing():
    lines = join([batch(REFUNDS, refund(100)), batch(COMMISSION, settled(commission=5))])
    assert lines.table.num_rows == 0
    assert [(one.unmatched, one.unmatched_fen) for one in lines.joins] == [(1, 100), (1, 5)]


def test_a_later_file_wins_by_sub_order():
    early = batch(ORDERS, order("11", paid=10), order("12", paid=20))
    late = batch(ORDERS, order("12", paid=25), order("13", paid=30))
    assert figures([early, late], "sub_id", "paid_fen") == [("11", 10), ("12", 25), ("13", 30)]
    assert [(one.lines, one.matched, one.repeated) for one in join([early, late]).joins] == [
        (2, 1, 1),
        (2, 2, 0),
    ]


def test_where_there_are_no_sub_orders_a_later_file_replaces_the_whole_order():
    early = batch(ORDERS, order(None, "1", 10), order(None, "1", 20), order(None, "2", 30))
    late = batch(ORDERS, order(None, "1", 15))
    assert figures([early, late], "order_id", "paid_fen") == [("2", 30), ("1", 15)]


def test_sub_orders_and_whole_orders_replace_each_other():
    whole = batch(ORDERS, order(None, "1", 30), digest="whole")
    parts = batch(ORDERS, order("11", "1", 10), order("12", "1", 20), digest="parts")
    assert column([whole, parts], "paid_fen") == [10, 20]
    assert column([parts, whole], "paid_fen") == [30]


def test_the_same_number_on_another_platform_is_another_order():
    assert (
        column([batch(ORDERS, order()), batch(ORDERS, order(), platform="taobao")], "paid_fen") == [5000] * 2
    )


def test_lines_without_any_id_stand_as_often_as_the_file_that_tells_them_most_often():
    nameless = order(None, None, 7)
    assert column([batch(ORDERS, nameless, nameless), batch(ORDERS, nameless)], "paid_fen") == [7, 7]


# ── refunds ──


def test_a_refund_reaches_its_line_and_a_whole_one_changes_the_state():
    orders = batch(ORDERS, order("11", paid=5000), order("12", paid=3000))
    refunds = batch(REFUNDS, refund(2000, "11"), refund(3000, "12"))
    assert figures([orders, refunds], "refunded_fen", "state") == [(2000, "paid"), (3000, "refunded")]
    assert fact([orders, refunds], REFUNDS).off_fen == 0


def test_refunds_of_a_line_add_up_but_never_above_what_was_paid():
    orders, refunds = batch(ORDERS, order(paid=50)), batch(REFUNDS, refund(30), refund(30))
    assert figures([orders, refunds], "refunded_fen", "state") == [(50, "refunded")]
    found = fact([orders, refunds], REFUNDS)
    assert (found.off_fen, found.compared, found.differing) == (10, 1, 1)


def test_a_refund_that_is_not_done_changes_nothing():
    orders, refunds = batch(ORDERS, order()), batch(REFUNDS, refund(100, done=False), refund(7, done=None))
    assert column([orders, refunds], "refunded_fen") == [0]
    found = fact([orders, refunds], REFUNDS)
    assert (found.lines, found.pending, found.matched, found.unmatched) == (2, 2, 0, 0)


def test_a_refund_of_an_order_goes_to_its_largest_line_first():
    orders = batch(ORDERS, order("11", paid=20), order("12", paid=50), order("13", paid=30), order("21", "2"))
    assert column([orders, batch(REFUNDS, refund(60, None))], "refunded_fen") == [0, 50, 10, 0]


def test_a_refund_of_an_order_goes_to_the_line_that_is_said_to_be_refunded():
    said = order("12", paid=20, state="refunded", refunded_fen=20)
    orders = batch(ORDERS, order("11", paid=50), said)
    assert figures([orders, batch(REFUNDS, refund(20, None))], "refunded_fen", "state") == [
        (0, "paid"),
        (20, "refunded"),
    ]


def test_the_amount_of_a_refunds_file_wins_over_a_state_without_one():
    said = order(paid=50, state="refunded", refunded_fen=50)
    assert figures([batch(ORDERS, said), batch(REFUNDS, refund(20))], "refunded_fen", "state") == [
        (20, "paid")
    ]
    without = order(paid=50, state="refunded", refunded_fen=None)
    assert figures([batch(ORDERS, without)], "refunded_fen", "state") == [(50, "refunded")]


def test_what_the_order_line_tells_is_not_added_to_what_the_refunds_file_tells():
    orders = batch(ORDERS, order(paid=50, refunded_fen=30))
    assert column([orders, batch(REFUNDS, refund(20))], "refunded_fen") == [30]
    assert column([orders, batch(REFUNDS, refund(40))], "refunded_fen") == [40]


def test_a_cancellation_line_stays_as_it_is():
    cancelled = order(paid=0, state="refunded", refunded_fen=900, quantity=-1)
    batches = [batch(ORDERS, cancelled), batch(REFUNDS, refund(900))]
    assert figures(batches, "refunded_fen", "state") == [(900, "refunded")]


@pytest.mark.parametrize("state", ["gift", "brushed"])
def test_gifts_and_brushed_orders_stay_what_they_are(state):
    batches = [batch(ORDERS, order(paid=50, state=state)), batch(REFUNDS, refund(50))]
    assert figures(batches, "refunded_fen", "state") == [(50, state)]


def test_overlapping_refund_files_count_each_refund_once():
    other = NOON + dt.timedelta(days=3)
    march = batch(REFUNDS, refund(10), refund(10), refund(5))
    april = batch(REFUNDS, refund(10), refund(5), refund(5, at=other))
    batches = [batch(ORDERS, order()), march, april]
    assert column(batches, "refunded_fen") == [30]
    assert [one.repeated for one in join(batches).joins if one.kind is REFUNDS] == [0, 2]


def test_an_order_number_may_be_the_number_of_a_sub_order():
    batches = [batch(ORDERS, order("11"), order("12")), batch(REFUNDS, refund(70, None, "12"))]
    assert column(batches, "refunded_fen") == [0, 70]


def test_ids_with_letters_or_leading_zeros_are_joined_as_text():
    orders = batch(ORDERS, order("P1", "x"), order("0012", "y"), order("12", "z"))
    refunds = batch(REFUNDS, refund(1, "P1", None), refund(2, "12", None), refund(3, "012", None))
    assert column([orders, refunds], "refunded_fen") == [1, 0, 2]
    assert fact([orders, refunds], REFUNDS).unmatched == 1


def test_a_refunds_file_reaches_its_own_platform_only_and_an_own_table_any():
    orders = [batch(ORDERS, order()), batch(ORDERS, order(), platform="taobao")]
    assert column([*orders, batch(REFUNDS, refund(9), platform="taobao")], "refunded_fen") == [0, 9]
    assert column([*orders, batch(REFUNDS, refund(9, "11", None), platform="")], "refunded_fen") == [9, 0]


@pytest.mark.parametrize("own", ["", "other"])
def test_a_platforms_files_reach_the_orders_of_an_own_table(own):
    orders = batch(ORDERS, order("11"), order(None, "2"), platform=own)
    bill = batch(SETTLEMENT, settled("11", fee=30), settled(None, "2", fee=50))
    assert column([orders, bill], "fee_fen") == [30, 50]
    refunds = batch(REFUNDS, refund(9, None, "2"), platform=own)
    assert column([batch(ORDERS, order("11", "2")), refunds], "refunded_fen") == [9]


def test_where_a_platform_and_an_own_table_hold_the_same_id_each_file_speaks_of_its_own():
    orders = [batch(ORDERS, order(), platform="other"), batch(ORDERS, order())]
    bill = batch(SETTLEMENT, settled("11", fee=30))
    own = batch(SETTLEMENT, settled("11", fee=50), platform="other")
    assert column([*orders, bill], "fee_fen") == [None, 30]
    assert column([*orders, own], "fee_fen") == [50, None]
    assert column([*orders, batch(SETTLEMENT, settled("11", fee=70), platform="taobao")], "fee_fen") == [
        70,
        None,
    ]


def test_a_row_about_one_product_of_an_order_is_laid_on_the_lines_of_that_product():
    names = ("7001", "7002", "7002")
    orders = batch(ORDERS, *(order(None, "1", product_id=one) for one in names), platform="jd")
    bill = batch(
        SETTLEMENT,
        settled(None, "1", refund=800, fee=50) | {"product_id": "7001"},
        settled(None, "1", fee=40) | {"product_id": "7002"},
        settled(None, "1", fee=3),
        settled(None, "1", fee=3) | {"product_id": "9999"},
        platform="jd",
    )
    told = figures([orders, bill], "fee_fen", "refunded_fen")
    assert told == [(52, 800), (22, 0), (22, 0)]
    assert fact([orders, bill], SETTLEMENT).matched == 4


# ── costs and hosts ──


def test_settlement_gives_commission_and_fee_and_later_rows_net_out():
    orders = batch(ORDERS, order("11", commission_fen=900), order("12"))
    bill = batch(
        SETTLEMENT,
        settled("11", settled=4500, paid=5000, commission=400, fee=100),
        settled("12", settled=4500, paid=5000, commission=400, fee=100),
        settled("12", settled=-4500, refund=5000, commission=-400, fee=-100),
    )
    names = ("commission_fen", "fee_fen", "refunded_fen", "state")
    assert figures([orders, bill], *names) == [(400, 100, 0, "paid"), (0, 0, 5000, "refunded")]
    found = fact([orders, bill], SETTLEMENT)
    assert (found.matched, found.compared, found.differing, found.off_fen) == (3, 2, 0, 0)


def test_where_settlement_and_orders_differ_it_is_said_by_how_much():
    orders = batch(ORDERS, order("11", paid=5000), order("12", paid=3000))
    bill = batch(SETTLEMENT, settled("11", paid=4800), settled("12", paid=3000), settled("99", "9", paid=70))
    found = fact([orders, bill], SETTLEMENT)
    assert (found.compared, found.differing, found.off_fen) == (2, 1, -200)
    assert (found.unmatched, found.unmatched_fen) == (1, 70)


def test_a_settlement_that_tells_only_what_was_settled_is_compared_with_its_costs_put_back():
    orders = batch(ORDERS, order(paid=5000))
    bill = batch(SETTLEMENT, settled(settled=4500, commission=400, fee=100))
    assert fact([orders, bill], SETTLEMENT).off_fen == 0


def test_a_difference_is_told_once_by_the_file_that_speaks_last():
    bills = [batch(SETTLEMENT, settled(paid=5000)), batch(SETTLEMENT, settled(paid=-100))]
    found = [one for one in join([batch(ORDERS, order()), *bills]).joins if one.kind is SETTLEMENT]
    assert [(one.compared, one.off_fen) for one in found] == [(0, 0), (1, -100)]


def both_ways(*files):
    """What the files give to the default order, which is the same in whatever order they are taken."""
    names = ("commission_fen", "fee_fen", "refunded_fen", "host")
    first, second = (
        figures([batch(ORDERS, order()), *taken], *names) for taken in (files, tuple(reversed(files)))
    )
    assert first == second
    return first


def test_two_kinds_of_bills_for_one_order_are_not_added_up():
    bill = batch(SETTLEMENT, settled(commission=400, refund=30), layout="bill")
    flow = batch(SETTLEMENT, settled(commission=390, fee=100, refund=30) | {"host": "甲"}, layout="flow")
    assert both_ways(bill, flow) == [(400, 100, 30, "甲")]
    found = join([batch(ORDERS, order()), flow, bill]).joins[1:]
    assert [(one.layout, one.matched, one.repeated) for one in found] == [("bill", 1, 0), ("flow", 0, 1)]


def test_the_statement_of_settlements_goes_before_the_ledger_and_dates_may_differ_by_a_day():
    told = settled(settled=4500, paid=5000, commission=400, fee=100)
    bill = batch(SETTLEMENT, told, layout="douyin_settlement")
    later = {"at": NOON + dt.timedelta(hours=20), "commission_fen": 390}
    assert both_ways(bill, batch(SETTLEMENT, told | later, layout="douyin_ledger")) == [(400, 100, 0, None)]
    later["at"] = NOON + dt.timedelta(hours=25)
    assert both_ways(bill, batch(SETTLEMENT, told | later, layout="douyin_ledger"))[0][0] == 790


def test_a_ledger_of_another_month_is_added_to_the_statement_of_settlements():
    bill = batch(
        SETTLEMENT, settled(settled=4500, paid=5000, commission=400, fee=100), layout="douyin_settlement"
    )
    back = settled(settled=-1500, refund=2000, commission=-160, fee=-40, at=NOON + dt.timedelta(days=31))
    assert both_ways(bill, batch(SETTLEMENT, back, layout="douyin_ledger")) == [(240, 60, 2000, None)]


def test_insurance_is_added_to_the_fees_of_the_statement_but_not_to_the_same_premium_in_the_ledger():
    bill = batch(SETTLEMENT, settled(settled=4500, paid=5000, fee=295), layout="douyin_settlement")
    premium = batch(SETTLEMENT, settled(None, fee=120), layout="douyin_insurance")
    assert both_ways(bill, premium) == [(None, 415, 0, None)]
    ledger = batch(SETTLEMENT, settled(settled=-120, fee=120), layout="douyin_ledger")
    assert both_ways(ledger, premium) == [(None, 120, 0, None)]


def test_what_the_statement_does_not_tell_comes_from_the_next_best():
    bill = batch(SETTLEMENT, settled(settled=4500, commission=400), layout="douyin_settlement")
    ledger = batch(SETTLEMENT, settled(settled=4500, fee=100), layout="douyin_ledger")
    third = batch(SETTLEMENT, settled(settled=4500, fee=90), layout="douyin_insurance")
    assert both_ways(bill, ledger, third) == [(400, 100, 0, None)]


def test_two_events_alike_in_one_statement_stay_two():
    back = settled(settled=-100, refund=100, commission=-10)
    bill = batch(SETTLEMENT, back, back, layout="douyin_settlement")
    ledger = batch(SETTLEMENT, back, layout="douyin_ledger")
    assert both_ways(bill, ledger) == [(-20, None, 200, None)]


def test_what_an_agency_earns_comes_on_top_and_it_is_no_host():
    alliance = {"sub_id": "11", "host": "小美", "commission_fen": 1180}
    agency = {"sub_id": "11", "host": "某机构", "commission_fen": 200}
    files = (
        batch(COMMISSION, alliance, layout="douyin_commission"),
        batch(COMMISSION, agency, layout="douyin_leader"),
    )
    assert both_ways(*files) == [(1380, None, 0, "小美")]
    batches = [batch(ORDERS, order()), *files]
    assert [(one.compared, one.off_fen) for one in join(batches).joins[1:]] == [(1, 0), (1, 0)]
    bill = batch(SETTLEMENT, settled(commission=1100, paid=5000))
    assert both_ways(*files, bill) == [(1100, None, 0, "小美")]


def test_costs_of_a_whole_order_are_divided_by_what_was_kept_to_the_last_fen():
    orders = batch(
        ORDERS, order("11", paid=100), order("12", paid=100), order("13", paid=100, refunded_fen=100)
    )
    bill = batch(SETTLEMENT, settled(None, commission=5, fee=3))
    assert figures([orders, bill], "commission_fen", "fee_fen") == [(2, 2), (3, 1), (0, 0)]


def test_the_commission_file_fills_what_the_line_does_not_say():
    orders = batch(
        ORDERS, order("11", host_id="7", host="甲"), order("12"), order("13", commission_fen=5), order("14")
    )
    told = {"host_id": "8", "host": "乙", "commission_fen": 60}
    files = batch(COMMISSION, *({"sub_id": sub, **told} for sub in ("11", "12", "13")))
    assert figures([orders, files], "host_id", "host", "commission_fen") == [
        ("7", "甲", 60),
        ("8", "乙", 60),
        ("8", "乙", 5),
        (None, None, None),
    ]


def test_of_two_commission_files_the_later_one_is_right():
    early = batch(COMMISSION, {"sub_id": "11", "host": "甲", "commission_fen": 60})
    late = batch(COMMISSION, {"sub_id": "11", "host": "乙", "commission_fen": 50})
    batches = [batch(ORDERS, order()), early, late]
    assert figures(batches, "host", "commission_fen") == [("乙", 50)]
    assert [one.repeated for one in join(batches).joins if one.kind is COMMISSION] == [1, 0]


def test_the_commission_file_knows_the_host_better_than_the_settlement():
    orders = batch(ORDERS, order("11"), order("12"))
    bill = batch(SETTLEMENT, settled("11") | {"host": "甲"}, settled("12") | {"host": "甲"})
    files = batch(COMMISSION, {"sub_id": "11", "host": "乙"})
    assert column([orders, bill, files], "host") == ["乙", "甲"]


def test_nothing_is_owed_on_a_refunded_line_unless_it_was_settled():
    orders = batch(
        ORDERS, *(order(sub, state="refunded", refunded_fen=None, commission_fen=500) for sub in ("11", "12"))
    )
    bill = batch(SETTLEMENT, settled("12", commission=450))
    assert column([orders, bill], "commission_fen") == [0, 450]


# ── against plain Python ──

IDS = ("1", "2", "11", "12")
NUMBERS = st.sampled_from((None, *IDS))
FEN = st.integers(-3, 9)
SMALL = st.one_of(st.none(), FEN)
TIMES = st.sampled_from((None, NOON, NOON, NOON + dt.timedelta(days=1), NOON + dt.timedelta(days=3)))
LAYOUTS = {
    SETTLEMENT: ("x", "x", "y", "douyin_ledger", "douyin_insurance"), COMMISSION: ("x", "x", "y", "douyin_leader"),
}  # fmt: skip
RANKS = {"douyin_ledger": 1, "douyin_insurance": 2}
HOSTS = st.sampled_from((None, "甲", "乙"))
PARTS = st.sampled_from((None, "7", "8", "x"))
ROWS = {
    ORDERS: st.fixed_dictionaries({
        "sub_id": NUMBERS, "order_id": NUMBERS, "state": st.sampled_from([None, *map(str, OrderState)]),
        "paid_fen": st.integers(0, 9), "refunded_fen": st.one_of(st.none(), st.integers(0, 9)),
        "commission_fen": SMALL, "fee_fen": SMALL, "host_id": HOSTS, "host": HOSTS, "product_id": PARTS,
    }),
    REFUNDS: st.fixed_dictionaries({
        "sub_id": NUMBERS, "order_id": NUMBERS, "at": TIMES, "refund_fen": SMALL,
        "done": st.sampled_from((True, True, False, None)),
    }),
    SETTLEMENT: st.fixed_dictionaries({
        "sub_id": NUMBERS, "order_id": NUMBERS, "at": TIMES, "settled_fen": SMALL, "paid_fen": SMALL,
        "refund_fen": SMALL, "commission_fen": SMALL, "fee_fen": SMALL, "host_id": HOSTS, "host": HOSTS,
        "product_id": PARTS,
    }),
    COMMISSION: st.fixed_dictionaries({
        "sub_id": NUMBERS, "order_id": NUMBERS, "commission_fen": SMALL, "host_id": HOSTS, "host": HOSTS,
        "product_id": PARTS,
    }),
}  # fmt: skip


@st.composite
def shops(draw):
    """A few small batches; ids all digits, or some with a letter."""
    letter = draw(st.sampled_from(("", "", "P")))
    made = []
    for place in range(draw(st.integers(1, 6))):
        kind = draw(st.sampled_from([ORDERS, ORDERS, REFUNDS, SETTLEMENT, COMMISSION]))
        rows = [dict(row) for row in draw(st.lists(ROWS[kind], max_size=5))]
        for number, row in enumerate(rows):
            row["row"] = number
            for name in ("sub_id", "order_id"):
                row[name] = row[name] and letter + row[name]
        platform = draw(st.sampled_from(("a", "a", "b", "", "other")))
        layout = draw(st.sampled_from(LAYOUTS.get(kind, ("x", "x", "y"))))
        made.append(batch(kind, *rows, digest=str(place), platform=platform, layout=layout))
    return made


def n(value):
    return value or 0


def slow_latest(rows_by_batch):
    """Rows and the place of their batch, those that a later batch replaces left out."""
    stands = []
    for place, rows in enumerate(rows_by_batch):
        subs = {row["sub_id"] for row in rows} - {None}
        orders = {row["order_id"] for row in rows} - {None}
        bare = {row["order_id"] for row in rows if row["sub_id"] is None} - {None}
        stands = [
            (row, at)
            for row, at in stands
            if not (
                row["sub_id"] in subs
                or row["order_id"] in bare
                or (row["sub_id"] is None and row["order_id"] in orders)
            )
        ]
        stands += [(row, place) for row in rows]
    return stands


STATES = [None, "unpaid", "paid", "gift", "closed", "refunded", "brushed"]


def slow_turns(rows_by_batch, name):
    """For each id and batch how far the batch has come with it: state, refunds, then the place."""
    turns = {}
    for place, rows in enumerate(rows_by_batch):
        for row in rows:
            of = turns.setdefault(row[name], {}).setdefault(place, [-1, 0, place])
            of[0] = max(of[0], STATES.index(row["state"]))
            of[1] += n(row["refunded_fen"])
    return turns


def slow_later(rows_by_batch):
    """Order rows and the place of their batch, those left out of which another batch tells a later state."""
    subs, orders = slow_turns(rows_by_batch, "sub_id"), slow_turns(rows_by_batch, "order_id")
    stands, seen = [], Counter()
    for place, rows in enumerate(rows_by_batch):
        mine = Counter()
        for row in rows:
            sub, of = row["sub_id"], orders[row["order_id"]]
            if sub is None and row["order_id"] is None:
                line = tuple(value for name, value in row.items() if name != "row")
                mine[line] += 1
                stand = mine[line] > seen[line]
            else:
                bare = {
                    at
                    for at, others in enumerate(rows_by_batch)
                    for other in others
                    if other["sub_id"] is None and other["order_id"] == row["order_id"]
                }
                against = of.keys() if sub is None else bare if row["order_id"] else ()
                stand = all(of[place] >= of[at] for at in against)
                stand &= sub is None or all(subs[sub][place] >= turn for turn in subs[sub].values())
            stands += [(row, place)] if stand else []
        seen |= mine
    return stands


def slow_fresh(rows_by_batch):
    """Rows and the place of their batch, each thing as often as the batch that tells it most often."""
    stands, seen = [], Counter()
    for place, rows in enumerate(rows_by_batch):
        mine = Counter()
        for row in rows:
            thing = tuple(
                value
                for name, value in row.items()
                if name not in ("host", "host_id", "done", "row", "product_id")
            )
            mine[thing] += 1
            if mine[thing] > seen[thing]:
                stands.append((row, place))
        seen |= mine
    return stands


def slow_units(rows):
    """For each row what its event is of: a sub-order, or an order where any row speaks of the whole."""
    bare = {row["order_id"] for row in rows if row["sub_id"] is None} - {None}
    for row in rows:
        if row["order_id"] in bare:
            yield "order", row["order_id"]
        else:
            yield row["sub_id"] and ("sub", row["sub_id"])


def slow_paid(row):
    if row["paid_fen"] is None and row["settled_fen"] is not None:
        return row["settled_fen"] + n(row["commission_fen"]) + n(row["fee_fen"])
    return n(row["paid_fen"]) - n(row["refund_fen"])


def slow_moved(row):
    if row["settled_fen"] is not None:
        return row["settled_fen"]
    return n(row["paid_fen"]) - n(row["refund_fen"]) - n(row["commission_fen"]) - n(row["fee_fen"])


def slow_events(rows, tellers, free, amount):
    """Rows that tell of one event, those of the first teller first."""
    units, groups = list(slow_units(rows)), defaultdict(list)
    for at in free:
        if units[at] and amount(rows[at]):
            groups[units[at], amount(rows[at])].append(at)
    for group in groups.values():
        number, before, events = 0, None, defaultdict(list)
        counts = Counter()
        for at in sorted(group, key=lambda at: rows[at]["at"] or LONG_AGO):
            when = rows[at]["at"] or LONG_AGO
            number += before is not None and when - before > dt.timedelta(days=1)
            counts[number, tellers[at]] += 1
            events[number, counts[number, tellers[at]]].append(at)
            before = when
        yield from (sorted(event, key=tellers.__getitem__) for event in events.values() if len(event) > 1)


def slow_united(stands, tellers):
    """Each event once: the row of its first teller, with what only the others tell."""
    rows = [dict(row) for row, _ in stands]
    free, gone = set(range(len(rows))), set()
    for amount in (slow_moved, slow_paid):
        for heir, *others in list(slow_events(rows, tellers, sorted(free), amount)):
            free -= {heir, *others}
            gone |= set(others)
            for other in others:
                for name in ("settled_fen", "paid_fen", "refund_fen", "commission_fen", "fee_fen"):
                    if rows[heir][name] is None:
                        rows[heir][name] = stands[other][0][name]
                if rows[heir]["host_id"] is rows[heir]["host"] is None:
                    rows[heir] |= {name: stands[other][0][name] for name in ("host_id", "host")}
    return [(rows[at], stands[at][1]) for at in range(len(rows)) if at not in gone]


def slow_orders(batches):
    """The order lines that stand, platform by platform joined, in the order of the files."""
    orders = [one for one in batches if one.kind is ORDERS]
    stands = []
    for platform in {one.platform for one in orders}:
        of = [one.table.to_pylist() if one.platform == platform else [] for one in orders]
        stands += [
            (at, row["row"], {**row, "platform": platform, "foreign": False}) for row, at in slow_later(of)
        ]
    return [line for _, _, line in sorted(stands, key=lambda one: one[:2])]


class SlowSource:
    """The rows of one kind, platform and layout and the lines each speaks of."""

    def __init__(self, kind, platform, members, lines):
        self.kind, self.members = kind, members
        done = [[r for r in m.table.to_pylist() if kind is not REFUNDS or r["done"]] for m in members]
        self.agency = members[0].layout == "douyin_leader"
        names = list(dict.fromkeys(m.layout for m in members))
        self.rows = slow_latest(done) if kind is COMMISSION else []
        for name in names if kind is not COMMISSION else ():
            self.rows += slow_fresh(
                [rows if m.layout == name else [] for rows, m in zip(done, members, strict=True)]
            )
        if len(names) > 1:
            self.rows = slow_united(self.rows, [names.index(members[at].layout) for _, at in self.rows])
        self.pending = [m.table.num_rows - len(rows) for m, rows in zip(members, done, strict=True)]
        left = Counter(at for _, at in self.rows)
        self.repeated = [len(rows) - left[at] for at, rows in enumerate(done)]
        self.subs, self.orders = defaultdict(list), defaultdict(list)
        self.lost = []
        ways = (("sub_id", "sub_id"), ("order_id", "order_id"), ("order_id", "sub_id"))
        meant = [[slow_meant(lines, platform, name, row[own]) for own, name in ways] for row, _ in self.rows]
        taken = {x for sub, whole, late in meant for x in sub or (late if not whole else ())}
        for (row, at), (sub, whole, late) in zip(self.rows, meant, strict=True):
            product = row.get("product_id")
            part = tuple(x for x in whole if x not in taken and lines[x]["product_id"] == product)
            if sub:
                self.subs[sub].append((row, at))
            elif len(whole) > 1 and product and part:
                self.subs[part].append((row, at))
            elif whole:
                self.orders[whole].append((row, at))
            elif late:
                self.subs[late].append((row, at))
            else:
                self.lost.append((row, at))


def slow_meant(lines, platform, name, id_):
    """The lines of this id that a file of this platform speaks of: its own, else those of (to) own tables."""
    own = ("", "other")
    found = {True: [], False: []}
    for at, line in enumerate(lines):
        if id_ is not None and line[name] == id_:
            near = line["platform"] == platform or (platform in own and line["platform"] in own)
            if near or platform in own or line["platform"] in own:
                found[near].append(at)
    return tuple(found[True] or found[False])


def slow_sources(batches, lines):
    for kind in (REFUNDS, SETTLEMENT, COMMISSION):
        groups = {}
        for one in batches:
            if one.kind is kind:
                groups.setdefault((one.platform, kind is not SETTLEMENT and one.layout), []).append(one)
        for (platform, _), members in sorted(
            groups.items(), key=lambda one: (one[0][0] not in ("", "other"), one[0])
        ):
            members.sort(key=lambda one: (RANKS.get(one.layout, 0), kind is SETTLEMENT and one.layout))
            yield SlowSource(kind, platform, members, lines)


def slow_raise(held, lines, group, total):
    extra = total - sum(held[at] for at in group)
    for at in sorted(group, key=lambda at: (lines[at]["state"] != "refunded", -lines[at]["paid_fen"], at)):
        more = max(0, min(extra, lines[at]["paid_fen"] - held[at]))
        held[at] += more
        extra -= more


def told_of(members, name):
    return sum(n(row[name]) for row, _ in members)


def slow_refunds(lines, sources):
    tell = [s for s in sources if s.kind is not COMMISSION]
    held = []
    for at, line in enumerate(lines):
        own, paid = line["refunded_fen"], line["paid_fen"]
        if line["state"] == "refunded" and own is None:
            own = paid
        touched = any(
            at in group and told_of(members, "refund_fen") > 0
            for s in tell
            for group, members in (*s.subs.items(), *s.orders.items())
        )
        if touched and line["state"] == "refunded" and paid:
            own = 0
        held.append(min(n(own), paid) if paid else n(own))
    for s in tell:
        filed = [0] * len(lines)
        for group, members in s.subs.items():
            slow_raise(held, lines, group, told_of(members, "refund_fen"))
            slow_raise(filed, lines, group, told_of(members, "refund_fen"))
        for group, members in s.orders.items():
            if (whole := told_of(members, "refund_fen")) > 0:
                slow_raise(held, lines, group, whole + sum(filed[at] for at in group))
    return held


def slow_state(line, held):
    fully = line["paid_fen"] > 0 and held >= line["paid_fen"]
    if fully and line["state"] in ("paid", "unpaid", "closed"):
        return "refunded"
    return "paid" if line["state"] == "refunded" and line["paid_fen"] > 0 and not fully else line["state"]


def slow_share(group, total, kept):
    """A total over lines by what was kept of each, by rounding the running sum."""
    weights = [kept[at] for at in group]
    if not any(weights):
        weights = [1] * len(group)
    given, shares = 0, {}
    for place, at in enumerate(group):
        upto = round(total * (sum(weights[: place + 1]) / sum(weights)))
        shares[at], given = upto - given, upto
    return shares


def slow_costs(source, name, kept):
    """What a source tells of a cost by line; lines it does not speak of are not there."""
    laid = {}
    for group, members in (*source.subs.items(), *source.orders.items()):
        says = [(row, at) for row, at in members if row[name] is not None]
        if says:
            for at, share in slow_share(group, told_of(says, name), kept).items():
                laid[at] = laid.get(at, 0) + share
    return laid


def slow_hosts(lines, sources):
    telling = [s for s in sources if s.kind is not REFUNDS]
    ranked = sorted(telling, key=lambda s: (not s.agency, s.kind is COMMISSION))
    for at, line in enumerate(lines):
        pair = line["host_id"], line["host"]
        for s in ranked if pair == (None, None) else ():
            pair = slow_named(s, at) or pair
        yield pair


def slow_named(source, at):
    """The host a source names for a line: the last one of its sub-order, else of its order."""
    for groups in (source.subs, source.orders):
        named = [
            (row["host_id"], row["host"])
            for group, members in groups.items()
            for row, _ in members
            if at in group and (row["host_id"], row["host"]) != (None, None)
        ]
        if named:
            return named[-1]
    return None


def slow_told(lines, sources):
    """Names by platform and id of the orders and of commission files, and how often two ids stand on one line."""
    own, other, both = {}, {}, Counter()
    for line in lines:
        if line["host_id"]:
            mine = line["platform"], line["host_id"]
            own[mine] = line["host"] or own.get(mine)
    for source in (s for s in sources if s.kind is COMMISSION and not s.agency):
        for at, line in enumerate(lines):
            id_, name = slow_named(source, at) or (None, None)
            theirs = line["platform"], id_
            if id_ and line["host_id"]:
                both[theirs, (line["platform"], line["host_id"])] += 1
            if id_ and theirs not in own:
                other[theirs] = name or other.get(theirs)
    return own, other, both


def slow_persons(lines, sources):
    """By platform and id of a commission file the id the orders have for the same host."""
    own, other, both = slow_told(lines, sources)
    found = {}
    for theirs, name in other.items():
        with_it = [mine for one, mine in both if one == theirs]
        namesakes = [mine for mine in own if mine[0] == theirs[0] and name and own[mine] == name]
        rivals = [one for one in other if one[0] == theirs[0] and other[one] == name]
        if len(with_it) == 1:
            (mine,) = with_it
            lone = [one for one, with_ in both if with_ == mine] == [theirs]
            alike = not (own[mine] and name) or own[mine] == name or both[theirs, mine] >= 3
            found |= {theirs: mine} if lone and alike else {}
        elif not with_it and len(namesakes) == len(rivals) == 1:
            free = all(with_ != namesakes[0] for _, with_ in both)
            found |= {theirs: namesakes[0]} if free else {}
    return found


def slow_join(batches):
    """State, refunded, commission, fee and host of every line, the commission's parts, and the sources."""
    lines = slow_orders(batches)
    sources = list(slow_sources(batches, lines))
    held = slow_refunds(lines, sources)
    states = [slow_state(line, back) for line, back in zip(lines, held, strict=True)]
    kept = [max(line["paid_fen"] - back, 0) for line, back in zip(lines, held, strict=True)]
    costs = {
        (kind, name): {
            at: cost
            for s in sources
            if s.kind is kind and s.agency is (name == "agency")
            for at, cost in slow_costs(s, "fee_fen" if name == "fee" else "commission_fen", kept).items()
        }
        for kind, name in (
            (SETTLEMENT, "commission"),
            (SETTLEMENT, "fee"),
            (COMMISSION, "commission"),
            (COMMISSION, "agency"),
        )
    }
    parts = []
    hosts, persons = list(slow_hosts(lines, sources)), slow_persons(lines, sources)
    for at, line in enumerate(lines):
        settled_at, agency = costs[SETTLEMENT, "commission"].get(at), costs[COMMISSION, "agency"].get(at)
        owed = line["commission_fen"]
        owed = owed if owed is not None else costs[COMMISSION, "commission"].get(at)
        known = any(one is not None for one in (owed, agency, settled_at))
        if states[at] == "refunded" and settled_at is None:
            owed, agency = 0, 0
        hosts_part = n(owed) if settled_at is None else settled_at
        parts.append((hosts_part, n(agency)))
        line["commission_fen"] = hosts_part + n(agency) * (settled_at is None) if known else None
        line["fee_fen"] = costs[SETTLEMENT, "fee"].get(at, line["fee_fen"])
        line["state"], line["refunded_fen"] = states[at], held[at]
        line["host_id"], line["host"] = hosts[at]
        line["host_id"] = persons.get((line["platform"], line["host_id"]), (None, line["host_id"]))[1]
    return lines, parts, sources


def slow_said(kind, row):
    """The money of a row that is compared with the lines, None where it tells none."""
    if kind is not SETTLEMENT:
        return row["refund_fen" if kind is REFUNDS else "commission_fen"]
    if row["paid_fen"] is None and row["settled_fen"] is not None:
        return row["settled_fen"] + n(row["commission_fen"]) + n(row["fee_fen"])
    return None if row["paid_fen"] is row["refund_fen"] is None else n(row["paid_fen"]) - n(row["refund_fen"])


def slow_value(source, line, parts):
    if source.kind is REFUNDS:
        return line["refunded_fen"]
    return parts[source.agency] if source.kind is COMMISSION else line["paid_fen"] - line["refunded_fen"]


def slow_differences(source, lines, parts):
    """By batch how many orders are compared, how many differ, and by how much."""
    unit_of = {at: ("sub", group) for group in source.subs for at in group}
    unit_of |= {at: ("order", group) for group in source.orders for at in group}
    said = defaultdict(list)
    for name, groups in (("sub", source.subs), ("order", source.orders)):
        for group, members in groups.items():
            unit = ("order", group) if name == "order" else unit_of[group[-1]]
            told = [(at, slow_said(source.kind, row)) for row, at in members]
            said[unit] += [(at, fen) for at, fen in told if fen is not None]
    found = [[0, 0, 0] for _ in source.members]
    for unit, told in said.items():
        if told:
            own = sum(slow_value(source, lines[at], parts[at]) for at, of in unit_of.items() if of == unit)
            off = sum(fen for _, fen in told) - own
            speaker = found[max(at for at, _ in told)]
            speaker[0] += 1
            speaker[1] += off != 0
            speaker[2] += off
    return [tuple(one) for one in found]


def agree(batches):
    lines, parts, sources = slow_join(batches)
    joined = join(batches)
    assert rows_of(joined) == lines
    counts = [
        (m.digest, m.table.num_rows, s.repeated[at], s.pending[at], sum(a == at for _, a in s.lost))
        for s in sources
        for at, m in enumerate(s.members)
    ]
    told = [f for f in joined.joins if f.kind is not ORDERS]
    assert [(f.digest, f.lines, f.repeated, f.pending, f.unmatched) for f in told] == counts
    differences = [one for s in sources for one in slow_differences(s, lines, parts)]
    assert [(f.compared, f.differing, f.off_fen) for f in told] == differences
    assert all(f.matched + f.unmatched + f.repeated + f.pending == f.lines for f in joined.joins)


@given(shops())
@settings(max_examples=250, deadline=None)
def test_the_join_is_the_one_written_out(batches):
    agree(batches)


@pytest.mark.parametrize("row", [{}, {"paid_fen": 5}, {"commission_fen": 5}])
def test_a_row_without_any_id_that_a_later_statement_tells_again_is_a_repeat(row):
    bills = [batch(SETTLEMENT, dict(row), digest=digest, layout="x") for digest in "ab"]
    agree(bills)
    assert [told.repeated for told in join(bills).joins] == [0, 1]


FEW = st.sampled_from((None, None, 1, 2))
EVENT = st.fixed_dictionaries({
    "sub_id": st.sampled_from((None, "11", "11")), "order_id": st.just("1"), "at": TIMES, "settled_fen": FEW,
    "paid_fen": FEW, "refund_fen": FEW, "commission_fen": FEW, "fee_fen": FEW, "host_id": HOSTS, "host": HOSTS,
})  # fmt: skip


@given(st.lists(st.tuples(st.sampled_from(LAYOUTS[SETTLEMENT]), st.lists(EVENT, max_size=3)), max_size=4))
@settings(max_examples=250, deadline=None)
def test_statements_of_the_same_events_are_united_as_written_out(told):
    bills = [
        batch(SETTLEMENT, *rows, digest=str(place), layout=layout)
        for place, (layout, rows) in enumerate(told)
    ]
    lines = [order(sub, row=row, commission_fen=None) for row, sub in enumerate(("11", "12"))]
    agree([batch(ORDERS, *lines), *bills])


@given(shops())
@settings(max_examples=100, deadline=None)
def test_what_is_not_told_anew_changes_nothing(batches):
    once, twice = join(batches), join([*batches, *batches])
    assert twice.table.equals(once.table)
    assert twice.joins == once.joins


@given(shops(), st.randoms(use_true_random=False))
@settings(max_examples=100, deadline=None)
def test_kinds_and_layouts_may_come_in_any_order(batches, random):
    def sort(one):
        return one.kind if one.kind is ORDERS else (one.kind, one.platform, one.layout)

    sorts = [sort(one) for one in batches]
    random.shuffle(sorts)
    waiting = {kind: [one for one in batches if sort(one) == kind] for kind in sorts}
    mixed = join([waiting[kind].pop(0) for kind in sorts])
    assert mixed.table.to_pylist() == rows_of(join(batches))
    assert mixed.joins == join(batches).joins


@given(shops())
@settings(max_examples=100, deadline=None)
def test_money_stays_within_bounds(batches):
    for row in rows_of(join(batches)):
        if row["paid_fen"]:
            assert 0 <= row["refunded_fen"] <= row["paid_fen"]
            assert (row["state"] == "refunded") <= (row["refunded_fen"] == row["paid_fen"])


def test_many_orders_of_many_lines_each_get_what_was_told_of_them_up_to_what_was_paid():
    orders = batch(ORDERS, *(order(f"{9000 + k}", f"{k // 7}", paid=k % 11 + 1) for k in range(2000)))
    refunds = batch(REFUNDS, *(refund(k % 40, None, f"{k}") for k in range(290)))
    back, paid = Counter(), Counter()
    for row in rows_of(join([orders, refunds])):
        back[row["order_id"]] += row["refunded_fen"]
        paid[row["order_id"]] += row["paid_fen"]
    assert all(back[str(k)] == min(k % 40 if k < 290 else 0, paid[str(k)]) for k in range(286))
