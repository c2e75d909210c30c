"""The settlement beside the orders: a plain loop over both says the same, and hosts add up to the whole."""

from collections import Counter

from campaigns_data import MAIN, batch, line, settled
from hypothesis import given, settings
from hypothesis import strategies as st

from model.batches import BatchKind
from model.campaigns.settling import statements

ORDERS = st.lists(
    st.tuples(st.sampled_from(["", "1", "2"]), st.integers(1, 9999), st.sampled_from([0, 50, 100]), st.none() | st.integers(0, 900)),
    min_size=1, max_size=12,
)  # fmt: skip
BILLS = st.dictionaries(
    st.integers(0, 15), st.tuples(st.integers(1, 9999), st.integers(0, 500), st.integers(0, 900)), min_size=1, max_size=12
)  # fmt: skip


@settings(max_examples=80)
@given(ORDERS, BILLS)
def test_a_loop_over_both_says_the_same(orders, bills):
    lines = [
        line(n, "03-01T20:00:00", host=host, name="", paid=paid, back=paid * share // 100, commission_fen=commission)
        for n, (host, paid, share, commission) in enumerate(orders)
    ]  # fmt: skip
    rows = [settled(n, paid, refund, commission) for n, (paid, refund, commission) in bills.items()]
    (found,) = statements([batch(BatchKind.ORDERS, *lines), batch(BatchKind.SETTLEMENT, *rows)])
    wrong, both, hosts, open_orders = set(), Counter(), Counter(), Counter()
    for n, (host, paid, share, commission) in enumerate(orders):
        net = paid - paid * share // 100
        if n not in bills:
            open_orders[host] += share < 100
            continue
        theirs, refund, told = bills[n]
        both[""] += 1
        hosts[host] += 1
        if theirs - refund != net:
            wrong.add((MAIN.format(n), "net", theirs - refund - net))
        owed = 0 if share == 100 else commission  # nothing is owed on a line given back in whole
        if commission is not None and told != owed:
            wrong.add((MAIN.format(n), "commission", told - owed))
    assert {(one.order_id, one.column, one.off_fen) for one in found.differences} == wrong
    assert found.whole.compared == both[""]
    assert found.whole.differing == len({order for order, _, _ in wrong})
    assert found.whole.open == sum(open_orders.values())
    assert {host: one.compared for host, one in found.hosts.items()} == {h: n for h, n in hosts.items() if h}
    lost = [n for n in bills if n >= len(orders)]
    assert (found.strange, found.strange_fen) == (len(lost), sum(bills[n][0] - bills[n][1] for n in lost))
    named = [one for one in found.differences if one.host]
    assert sum(one.differing for one in found.hosts.values()) == len({one.order_id for one in named})


def test_without_a_settlement_there_is_nothing_to_compare():
    assert statements([batch(BatchKind.ORDERS, line(1, "03-01T20:00:00"))]) == ()
