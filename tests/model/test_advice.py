"""From a snapshot to everything the window shows."""

from dataclasses import replace

import pytest

from model.advice import advise, describe, grades, price, wanted_products
from model.errors import InputError
from model.policy import load
from model.records import Influencer, Offer, Product, Request, Snapshot
from model.repurchase.grading import Evidence

POLICY = load({"risk.draws": 200})
PRODUCTS = (Product("咖啡", 59.9, "咖啡", 25.0, id=1), Product("坚果", 60.0, "坚果", 30.0, id=2))
HOSTS = tuple(
    Influencer(f"{i}", f"{i}", "douyin", followers=20_000, views=9000.0, offers=(Offer("a", 300.0, 0.15),))
    for i in range(3)
)
SNAPSHOT = Snapshot(PRODUCTS, HOSTS, {}, Request(5000.0))


def test_advice_holds_grades_hosts_and_the_plan() -> None:
    advice = advise(SNAPSHOT, POLICY)
    assert [g.product.name for g in advice.grades] == ["咖啡", "坚果"]
    assert [h.influencer for h in advice.hosts] == list(HOSTS)
    assert advice.plan is not None
    assert advice.plan.budget == 5000


def test_only_the_products_asked_for_are_graded_and_sold() -> None:
    asked = replace(SNAPSHOT, request=Request(5000.0, products=(2,)))
    advice = advise(asked, POLICY)
    assert [p.id for p in wanted_products(asked)] == [2]
    assert [g.product.name for g in advice.grades] == ["坚果"]
    assert advice.plan is not None
    assert {c.candidate.worth.product.name for c in advice.plan.choices} == {"坚果"}


def test_evidence_is_joined_by_the_name_of_the_product() -> None:
    got = grades(PRODUCTS, POLICY, {"坚果": Evidence(50, 40.0, 30.0)})
    assert [g.basis for g in got] == ["attributes", "both"]
    assert grades((), POLICY) == ()


def test_products_of_a_category_lend_to_each_other_whichever_are_asked_for() -> None:
    goods = tuple(Product(f"咖啡{n}", 59.9, "咖啡", id=n + 1) for n in range(4))
    known = {f"咖啡{n}": Evidence(200, 200.0, 20.0 + n) for n in range(3)}
    every = grades(goods, POLICY, known)
    assert every[3].rate.value < grades(goods[3:], POLICY, {})[0].rate.value - 0.1
    assert grades(goods[3:], POLICY, known, goods)[0] == every[3]
    assert describe(goods[3], POLICY, known, goods).grade == every[3]
    assert "from_siblings" not in {r.code for g in grades(goods[2:], POLICY, known) for r in g.reasons}


def test_progress_only_rises_and_ends_at_one() -> None:
    heard: list[tuple[str, float]] = []
    advise(SNAPSHOT, POLICY, progress=lambda code, share: heard.append((code, share)))
    assert [code for code, _ in heard] == ["grading", "candidates", "solving", "risk", "done"]
    assert [share for _, share in heard] == sorted(share for _, share in heard)
    assert heard[-1][1] == 1.0


@pytest.mark.parametrize(
    ("snapshot", "codes"),
    [
        (Snapshot(), ["no_products", "roster_empty"]),
        (replace(SNAPSHOT, influencers=()), ["roster_empty"]),
        (replace(SNAPSHOT, request=Request(1.0, products=(99,))), ["no_product_ticked"]),
    ],
)
def test_without_products_or_hosts_there_is_nothing_to_advise(snapshot: Snapshot, codes: list[str]) -> None:
    for ask in (lambda: advise(snapshot, POLICY), lambda: price(snapshot, POLICY, [])):
        with pytest.raises(InputError) as caught:
            ask()
        assert [p.code for p in caught.value.problems] == codes


def test_one_product_is_described_as_it_is_typed() -> None:
    got = describe(Product("x", 100.0, "咖啡", 40.0, 6.0, 0.05, 0.20), POLICY)
    # the basis worked by hand in test_economics.py
    assert (round(got.unit_margin, 2), round(got.margin_share, 2), round(got.break_even_roi, 4)) == (
        49.0,
        0.54,
        2.4366,
    )
    assert got.grade == grades((got.grade.product,), POLICY)[0]
    assert got.basis.estimated == frozenset()
    assert got.repeat_value > 0
    seen = describe(got.grade.product, POLICY, {got.grade.product.name: Evidence(100, 100.0, 2.0)})
    assert seen.repeat_value < got.repeat_value
