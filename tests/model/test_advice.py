"""From a snapshot to everything the window shows."""

import math
from dataclasses import replace

import pytest

from model.advice import advise, describe, grades, groundwork, price, ready_to_go, wanted_products
from model.authenticity.roster import Verdict, check_roster
from model.beliefs import NOTHING, Beliefs, HostBelief, Knowledge
from model.demo import demo_snapshot
from model.errors import InputError
from model.estimates import host_facts
from model.matrix.scenarios import scenarios
from model.policy import load
from model.readiness.offers import MOST_HOSTS, usual
from model.readiness.payback import PaidOrder
from model.readiness.verdict import readiness
from model.records import Estimate, Form, Influencer, Kind, Offer, Product, Request, Snapshot
from model.repurchase.grading import Evidence
from model.response import reach

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
    assert [h.influencer for h in advice.ground.table.hosts] == list(HOSTS)
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


# ── ready to go live ──

COFFEE = PRODUCTS[0]


def test_a_product_is_judged_at_a_good_offer_of_the_roster() -> None:
    dearer = replace(HOSTS[0], id="dear", offers=(Offer("a", 900.0, 0.3),))
    own = Influencer("room", "room", kind=Kind.OWN_ROOM)
    got = describe(COFFEE, POLICY, roster=(own, *HOSTS, dearer))
    assert got.usual == usual([host_facts(host, POLICY) for host in (*HOSTS, dearer)], got.grade, POLICY)
    assert (got.usual.host, got.usual.cheaper, got.usual.hosts) == ("0", 0, 4)
    assert got.readiness == readiness(got.grade, got.usual.order, POLICY, got.usual.said())


def test_without_outside_hosts_a_usual_one_stands_in() -> None:
    silent = replace(HOSTS[0], views=0.0)
    for roster in ((), (Influencer("room", "room", kind=Kind.OWN_ROOM),), (silent,)):
        got = describe(COFFEE, POLICY, roster=roster)
        assert got.readiness.offer == got.usual.said()
        assert got.usual.said().code == "offer_of_nobody"
        assert got.usual == usual((), got.grade, POLICY)


def test_what_the_merchant_says_goes_before_the_usual_each_by_itself() -> None:
    usually = describe(COFFEE, POLICY, roster=HOSTS).usual
    for fee, commission in ((12.5, None), (None, 0.05), (12.5, 0.05), (0.0, 0.0)):
        got = describe(COFFEE, POLICY, roster=HOSTS, fee=fee, commission=commission)
        assert got.usual == usually
        assert got.readiness.case.order == PaidOrder(
            usually.order.fee if fee is None else fee,
            usually.order.commission if commission is None else commission,
        )
        assert got.readiness.offer is None


def test_the_most_that_may_be_paid_is_where_the_own_rate_is_the_one_needed() -> None:
    most = describe(COFFEE, POLICY, commission=0.1).readiness.most_fee
    there = describe(COFFEE, POLICY, fee=most, commission=0.1).readiness
    assert there.needed == pytest.approx(there.rate.value, abs=1e-6)
    assert there.first_value + there.repeat_value == pytest.approx(0, abs=1e-9)
    assert there.most_fee == most


def test_every_graded_product_is_judged_like_the_one_that_is_typed() -> None:
    graded = grades(PRODUCTS, POLICY)
    got = ready_to_go(graded, HOSTS, POLICY)
    assert list(got) == [describe(p, POLICY, among=PRODUCTS, roster=HOSTS).readiness for p in PRODUCTS]


def test_a_long_roster_is_told_by_some_evenly_out_of_it() -> None:
    many = tuple(
        Influencer(
            f"{n}", f"{n}", "douyin", views=9000.0, followers=20_000, offers=(Offer("a", float(n), 0.1),)
        )
        for n in range(1, 10 * MOST_HOSTS)
    )
    few = describe(COFFEE, POLICY, roster=many[::10]).usual
    assert describe(COFFEE, POLICY, roster=many).usual == few
    assert few.hosts <= MOST_HOSTS
    every = usual([host_facts(host, POLICY) for host in many[::7]], grades((COFFEE,), POLICY)[0], POLICY)
    assert few.order.fee == pytest.approx(every.order.fee, rel=0.03)


@pytest.mark.parametrize("price", [0.01, 1.0, 1e9])
def test_absurd_prices_are_judged_as_well(price: float) -> None:
    for fee in (None, 0.0, 1e9):
        got = describe(Product("x", price), POLICY, roster=HOSTS, fee=fee).readiness
        assert got.verdict in {"ready", "not_ready", "unclear", "pays_at_once", "never"}
        assert all(one.gain > 0 for one in got.remedies)


# ── water ──


def test_what_the_check_for_water_believes_is_what_the_forecast_counts() -> None:
    snapshot = demo_snapshot(POLICY)
    found = check_roster(snapshot.influencers, POLICY, products=snapshot.products)
    hosts = {host.influencer.id: host for host in groundwork(snapshot, POLICY).table.hosts}
    told = 0
    for place, influencer in enumerate(snapshot.influencers):
        host = hosts[influencer.id]
        if found.verdict(place) is Verdict.UNKNOWN:
            assert host.real is None
            share = POLICY.response.authenticity if influencer.kind is Kind.HOST else 1.0
        else:
            assert host.real == found.host(place).authenticity
            share = host.real.value if host.real else 0.0
            told += 1
        assert dict(reach(host, Form.LIVE, POLICY).factors)["authenticity"] == pytest.approx(share)
    assert told


def test_a_host_whose_figures_are_doubtful_is_expected_to_bring_less() -> None:
    host = host_facts(Influencer("a", "A", "douyin", followers=50_000, views=4_000.0), POLICY)
    doubtful = replace(host, real=Estimate(0.5, 0.3, 0.7))
    assert dict(reach(doubtful, Form.LIVE, POLICY).factors)["authenticity"] == 0.5
    shocks = reach(doubtful, Form.LIVE, POLICY).shocks
    assert shocks.real is not None
    assert shocks.real.mean == pytest.approx(0.5)


def test_what_is_known_beyond_the_policy_reaches_the_plan_its_price_and_what_is_laid_beside_it() -> None:
    known = Knowledge(
        Beliefs({"1": HostBelief(math.log(3), 0.1)}), {}, replace(POLICY.price_rule, slope_below=3.0)
    )
    one, two = advise(SNAPSHOT, POLICY), advise(SNAPSHOT, POLICY, known=known)
    assert (one.ground.known, two.ground.known) == (NOTHING, known)
    assert one.plan is not None
    assert two.plan is not None
    before, after = ({c.id: c.orders.value for c in plan.choices} for plan in (one.plan, two.plan))
    assert after["1"] > 2.5 * before["1"]
    assert after["0"] > 1.2 * before["0"]  # both products are below the threshold
    wanted = [
        (c.id, c.candidate.offer.offer.name, c.candidate.sessions, c.candidate.worth.product.name)
        for c in two.plan.choices
    ]
    priced = price(SNAPSHOT, POLICY, wanted, known=known).plan
    assert priced is not None
    assert priced.objective == pytest.approx(two.plan.objective)
    beside = scenarios(two.ground.table, SNAPSHOT.request, POLICY)
    assert beside.rivals[0].plan == two.plan


def test_a_plan_under_odd_figures_of_ones_own_is_one_of_numbers() -> None:
    """Found by tests/benchmarks/fuzz.py (figures, case 4080): so steep a price rule asked for more orders than a float holds."""
    odd = {"risk.draws": 200.0, "price_rule.threshold": 1e6, "price_rule.slope_below": 10.0005}
    coffee = Product("挂耳咖啡", 59.0, "coffee", 18.0, 4.0, 0.05, 0.08, 3000, 30.0, id=1)
    hosts = tuple(
        Influencer(f"h{n}", f"达人{n}", followers=800 * 2**n, offers=(Offer("a", 60.0 * 2**n, 0.2),))
        for n in range(12)
    )
    plan = advise(Snapshot((coffee,), hosts, odd, Request(20_000.0)), load(odd)).plan
    assert plan is not None
    assert plan.risk.edges, plan.choices
    assert all(map(math.isfinite, (*plan.risk.edges, plan.risk.p05, plan.risk.mean, plan.risk.cvar95)))
