"""Questions beside the plan."""

import math
from dataclasses import replace

import pytest

from model.advice import grades
from model.beliefs import Beliefs, HostBelief, Knowledge
from model.demo import demo_snapshot
from model.errors import Cancelled
from model.estimates import host_facts
from model.matrix.candidates import candidates
from model.policy import load
from model.records import Form, Influencer, Offer, Product, Request
from model.whatif import offers_beside, small_tests

POLICY = load()
DEMO = demo_snapshot(POLICY, 20)
DEMO = replace(DEMO, products=tuple(replace(p, id=i) for i, p in enumerate(DEMO.products, 1)))
COFFEE = Product("咖啡", 69.0, "咖啡", 25.0, 4.0, 0.05, 0.10, id=1)


def test_tests_of_a_shop_keep_to_their_budget_and_leave_out_whom_they_should() -> None:
    found = small_tests(DEMO, POLICY, 4000.0)
    assert 0 < sum(t.cost for t in found) <= 4000
    first = found[0].id
    banned = replace(DEMO, request=replace(DEMO.request, bans=frozenset({first})))
    assert first not in {t.id for t in small_tests(banned, POLICY, 4000.0)}
    assert first not in {t.id for t in small_tests(DEMO, POLICY, 4000.0, skip={first})}
    sure = Knowledge(Beliefs({first: HostBelief(0.0, 0.01)}))
    assert first not in {t.id for t in small_tests(DEMO, POLICY, 4000.0, known=sure)}


def test_only_the_products_asked_for_are_tried() -> None:
    wanted = DEMO.products[5]
    asked = replace(DEMO, request=Request(products=(wanted.id,)))
    assert {t.candidate.worth.product.name for t in small_tests(asked, POLICY, 9000.0)} <= {wanted.name}


def test_looking_for_tests_stops_when_asked() -> None:
    with pytest.raises(Cancelled):
        small_tests(DEMO, POLICY, 4000.0, cancelled=lambda: True)


def test_offers_of_one_host_are_compared_live_and_by_post_apart() -> None:
    host = Influencer(
        "1",
        "x",
        "douyin",
        followers=100_000,
        views=10_000.0,
        offers=(
            Offer("pure", 0.0, 0.30),
            Offer("mixed", 690.0, 0.20),
            Offer("post", 500.0, 0.0, form=Form.POST),
        ),
    )
    got = offers_beside(host, COFFEE, POLICY)
    assert set(got) == {Form.LIVE, Form.POST}
    # ten points of commission on 62.10 yuan kept of each order of 69: 6.21 yuan, so 690 are saved at 111.1 orders
    live = got[Form.LIVE]
    assert [s.name for s in live.best] == ["pure", "mixed"]
    assert live.best[0].last == pytest.approx(690 / 6.21)
    assert [line.name for line in got[Form.POST].lines] == ["post"]
    table = candidates((host_facts(host, POLICY),), grades((COFFEE,), POLICY), POLICY)
    sd = table.items[0].response.sd
    z = (math.log(690 / 6.21 / 80) + sd * sd / 2) / sd
    assert live.best[0].odds == pytest.approx(0.5 * math.erfc(-z / math.sqrt(2)))
