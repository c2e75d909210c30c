"""Which candidates may be used, and the limits over them."""

import math
from dataclasses import replace

import numpy as np
import pytest

from model.advice import grades
from model.estimates import host_facts
from model.matrix.candidates import Candidates, candidates
from model.matrix.limits import durable_items, is_durable, mix_targets, rows, share_cap, usable
from model.policy import load
from model.records import Influencer, Kind, Offer, Product, RepurchaseClass, Request

POLICY = load()
RULE = POLICY.matrix
COFFEE = Product("咖啡", 59.9, "咖啡", 25.0, 4.0, 0.05, 0.06, stock=500, id=1)
AIRCON = Product("空调", 2999.0, "空调", 1500.0, 100.0, 0.03, 0.06, id=2)
SIZE = {"head": 3_000_000, "waist": 300_000, "tail": 30_000}


def host(
    name: str, level: str = "tail", fee: float = 500.0, commission: float = 0.2, **known: object
) -> Influencer:
    given: dict[str, object] = {"followers": SIZE[level], "views": 20_000.0}
    return Influencer(name, name, "douyin", offers=(Offer("a", fee, commission),), **{**given, **known})  # type: ignore[arg-type]


def table(*hosts: Influencer, products: tuple[Product, ...] = (COFFEE,)) -> Candidates:
    return candidates(tuple(host_facts(h, POLICY) for h in hosts), grades(products, POLICY), POLICY)


def test_a_and_b_are_the_durable_classes() -> None:
    assert [is_durable(letter) for letter in RepurchaseClass] == [True, True, False, False]
    assert durable_items(table(host("x"), products=(COFFEE, AIRCON))).tolist() == [False, True]
    assert durable_items(table()).tolist() == []


def test_the_share_of_one_host_is_the_policys_unless_asked_otherwise() -> None:
    assert (share_cap(False, Request(), RULE), share_cap(True, Request(), RULE)) == (0.30, 0.60)
    assert share_cap(True, Request(max_share=0.1), RULE) == 0.1


@pytest.mark.parametrize(
    ("known", "product", "code", "short"),
    [
        ({"name": "banned"}, COFFEE, "banned", None),
        ({}, replace(COFFEE, stock=0), "no_stock", None),
        ({"commission": 0.6}, COFFEE, "commission_over_margin", None),
        ({"fee": 12_000.0}, COFFEE, "over_budget", 2000.0),
        ({"fee": 4_000.0}, COFFEE, "over_share", 1000.0),
        ({"fee": 2_900.0, "views": 10.0}, COFFEE, "loses_money", None),
    ],
)
def test_a_host_that_no_plan_may_hold_is_barred_with_its_reason(
    known: dict[str, object], product: Product, code: str, short: float | None
) -> None:
    made = table(host(**{"name": "x", **known}), host("fine"), products=(product,))  # type: ignore[arg-type]
    got = usable(made, Request(10_000, bans=frozenset({"banned"})), RULE)
    assert got.barred[0][0] == code
    assert not got.mask[0]
    if short is not None:
        assert got.barred[0][1] == pytest.approx(short)
    if code == "loses_money":
        assert got.barred[0][1] == pytest.approx(-float(made.long[0]))


def test_a_must_have_host_may_be_dear_or_lose_but_not_break_the_budget() -> None:
    made = table(
        host("share", fee=4000.0),
        host("loss", views=1.0),
        host("dear", fee=20_000.0),
        host("margin", commission=0.6),
    )
    locks = frozenset({"share", "loss", "dear", "margin"})
    got = usable(made, Request(10_000, locks=locks), RULE)
    assert got.mask.tolist() == [True, True, False, True]
    assert got.barred[2] == ("over_budget", 10_000.0)


def test_a_host_with_one_usable_offer_is_not_barred() -> None:
    two = replace(host("x"), offers=(Offer("a", 50_000.0, 0.2), Offer("b", 100.0, 0.2)))
    got = usable(table(two), Request(10_000), RULE)
    assert got.mask.tolist() == [False, True]
    assert got.barred == {}


def test_the_mix_asks_for_one_nine_ninety_where_the_roster_has_it() -> None:
    hosts = (
        [host(f"t{i}") for i in range(95)] + [host(f"w{i}", "waist") for i in range(4)] + [host("h", "head")]
    )
    made = table(*hosts)
    (target,) = mix_targets(made, np.ones(len(made.items), bool), RULE)
    assert (target.durable, target.tail) == (False, pytest.approx(0.90))
    assert target.head + target.waist == pytest.approx(0.10)
    assert target.waist == pytest.approx(0.08)  # four of the five above
    assert target.head == pytest.approx(0.02)


def test_a_level_is_not_asked_for_more_than_the_roster_has() -> None:
    made = table(host("t"), host("w", "waist"))
    (target,) = mix_targets(made, np.ones(2, bool), RULE)
    assert (target.head, target.waist, target.tail) == (pytest.approx(0.05), pytest.approx(0.45), 0.5)
    made = table(host("t"))
    (only,) = mix_targets(made, np.ones(1, bool), RULE)
    assert (only.head, only.waist, only.tail) == (pytest.approx(0.10), 0.0, pytest.approx(0.90))


def test_durables_ask_heads_for_half_the_spend_when_there_is_one() -> None:
    made = table(host("h", "head"), host("t"), products=(AIRCON,))
    (target,) = mix_targets(made, np.ones(2, bool), RULE)
    assert (target.durable, target.head, target.tail) == (True, 0.5, 0.5)
    made = table(host("t"), products=(AIRCON,))
    (target,) = mix_targets(made, np.ones(1, bool), RULE)
    assert (target.head, target.tail) == (0.0, 1.0)


def test_both_groups_of_products_have_their_own_mix() -> None:
    made = table(host("h", "head"), host("t"), products=(COFFEE, AIRCON))
    assert [t.durable for t in mix_targets(made, np.ones(4, bool), RULE)] == [False, True]
    assert mix_targets(made, np.zeros(4, bool), RULE) == ()


def test_own_people_do_not_count_in_the_mix() -> None:
    made = table(host("own", kind=Kind.OWN_ROOM))
    assert mix_targets(made, np.ones(1, bool), RULE) == ()


def test_the_rows_say_what_the_limits_mean() -> None:
    made = table(
        host("h", "head", 3000.0), host("w", "waist", 1000.0), host("t"), host("own", kind=Kind.STAFF)
    )
    targets = mix_targets(made, np.ones(4, bool), RULE)
    got = rows(made, Request(10_000, locks=frozenset({"t"})), RULE, targets)
    assert got.codes == ("budget", "stock", "mix_head", "mix_tail")
    matrix = got.matrix.toarray()
    assert matrix[0].tolist() == [3000, 1000, 500, 500]
    assert (got.low[0], got.high[0]) == (-math.inf, 10_000)
    assert matrix[1].tolist() == pytest.approx(made.orders.tolist())
    assert got.high[1] == 500
    # target: a third of tails, heads and waists a third each: heads <= 38.3 % of hosts + 1, tails >= 28.3 % - 1
    assert matrix[2].tolist() == pytest.approx(
        [1 - targets[0].head - 0.05, *[-targets[0].head - 0.05] * 2, 0]
    )
    assert matrix[3].tolist() == pytest.approx([*[0.05 - targets[0].tail] * 2, 1 - targets[0].tail + 0.05, 0])
    assert (got.high[2], got.low[3]) == (1, -1)


def test_a_free_mix_has_no_mix_rows() -> None:
    made = table(host("h", "head"), host("t"), products=(AIRCON,))
    targets = mix_targets(made, np.ones(2, bool), RULE)
    assert rows(made, Request(10_000, free_mix=True), RULE, targets).codes == ("budget",)
    bound = rows(made, Request(10_000), RULE, targets)
    assert bound.codes == ("budget", "mix_tail", "mix_head")
    assert bound.matrix.toarray()[2].tolist() == pytest.approx(
        [-250.0, 250.0]
    )  # half the spend at least on heads
