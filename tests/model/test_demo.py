"""The demo project: made up, sensible, and the same for the same seed."""

from collections import Counter
from dataclasses import fields

import pytest

from model.advice import advise
from model.demo import BUDGET, PREFIX, demo_snapshot
from model.estimates import host_facts, tier_of
from model.policy import load
from model.records import (
    INFLUENCER_RULES,
    OFFER_RULES,
    PRODUCT_RULES,
    Kind,
    RepurchaseClass,
    Snapshot,
    Tier,
    field_problem,
)
from model.repurchase.grading import grade
from tests.guards import WORKED, worked

POLICY = load()
SEEDS = (20, 0, 1, 7)


@pytest.fixture(scope="module", params=SEEDS)
def demo(request: pytest.FixtureRequest) -> Snapshot:
    return demo_snapshot(POLICY, request.param)


def test_the_same_seed_gives_the_same_project_and_another_one_another() -> None:
    assert demo_snapshot(POLICY) == demo_snapshot(POLICY, 20)
    assert demo_snapshot(POLICY, 21) != demo_snapshot(POLICY, 20)


def test_the_demo_is_made_at_once() -> None:
    assert worked(lambda: demo_snapshot(POLICY)) < WORKED  # some 15 ms


def test_there_are_300_hosts_on_five_platforms_and_the_shops_own_people(demo: Snapshot) -> None:
    hosts = [h for h in demo.influencers if h.kind is Kind.HOST]
    assert len(hosts) == 300
    assert {h.platform for h in hosts} == {"douyin", "kuaishou", "xiaohongshu", "weixin", "taobao"}
    assert [h.kind for h in demo.influencers if h.kind is not Kind.HOST] == [
        Kind.OWN_ROOM,
        Kind.FOUNDER,
        Kind.STAFF,
    ]
    assert [h.id for h in demo.influencers] == [f"demo-{i:04d}" for i in range(1, 304)]


def test_three_in_a_hundred_are_heads_and_a_quarter_waists(demo: Snapshot) -> None:
    hosts = [h for h in demo.influencers if h.kind is Kind.HOST]
    levels = Counter(tier_of(h.followers or 0, h.platform, POLICY.tiers) for h in hosts)
    assert levels == {Tier.HEAD: 9, Tier.WAIST: 75, Tier.TAIL: 216}


def test_every_name_is_made_up_and_says_so(demo: Snapshot) -> None:
    names = [h.name for h in demo.influencers] + [p.name for p in demo.products]
    assert all(name.startswith(PREFIX) for name in names)
    assert len(set(names)) == len(names)


def test_the_products_are_of_all_four_classes(demo: Snapshot) -> None:
    letters = Counter(grade(p, POLICY).letter for p in demo.products)
    assert letters == dict(zip(RepurchaseClass, (1, 2, 2, 3), strict=True))
    assert all(p.id == 0 for p in demo.products)


def test_every_word_of_the_demo_is_one_the_program_knows(demo: Snapshot) -> None:
    unknown = [
        x.category
        for x in (*demo.products, *demo.influencers)
        if x.category and not POLICY.category(x.category)
    ]
    assert unknown == []


def test_every_figure_of_the_demo_keeps_the_rules_of_its_record(demo: Snapshot) -> None:
    for records, rules in ((demo.products, PRODUCT_RULES), (demo.influencers, INFLUENCER_RULES)):
        for record in records:
            for name in {f.name for f in fields(record)} & set(rules) - {
                "tone",
                "audience",
                "price_band",
                "occasion",
            }:
                assert field_problem(rules, name, getattr(record, name)) is None, (record, name)
    for host in demo.influencers:
        assert 1 <= len(host.offers) <= 3
        assert len({o.name for o in host.offers}) == len(host.offers)
        for offer in host.offers:
            for name in set(OFFER_RULES) - {"steps"}:
                assert field_problem(OFFER_RULES, name, getattr(offer, name)) is None, (offer, name)
        assert host.price_band is None or host.price_band[0] < host.price_band[1]


def test_the_roster_has_the_gaps_and_the_variety_of_a_real_one(demo: Snapshot) -> None:
    hosts = [host_facts(h, POLICY) for h in demo.influencers]
    offers = [o for h in hosts for o in h.offers]
    assert sum("views" in h.estimated for h in hosts) >= 5
    assert sum("slot_fee" in o.estimated for o in offers) >= 5
    assert sum(o.slot_fee == 0 for o in offers) >= 5
    assert sum(bool(o.offer.guarantee) for o in offers) >= 5
    assert sum(bool(h.influencer.mcn) for h in hosts) >= 20
    padded = [
        h
        for h in hosts
        if h.engagement_rate < 0.4 * POLICY.estimates.engagement_at_100k * (h.followers / 1e5) ** -0.22
    ]
    assert len(padded) >= 10


def test_the_plan_of_the_demo_comes_out_sensible(demo: Snapshot) -> None:
    plan = advise(demo, POLICY).plan
    assert plan is not None
    assert plan.budget == BUDGET == 50_000
    assert plan.tiers[Tier.TAIL].count > plan.tiers[Tier.WAIST].count >= plan.tiers[Tier.HEAD].count
    assert plan.objective > 0
    assert plan.risk.p50 > 0
    assert plan.risk.loss_probability < 0.2
    assert plan.spend > 0.9 * plan.budget


def test_a_policy_of_other_levels_still_makes_a_demo() -> None:
    odd = load({"tiers.head.douyin": 1e9})
    assert len(demo_snapshot(odd).influencers) == 303
