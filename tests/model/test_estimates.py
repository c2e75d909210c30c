"""Level of a host, and what stands in for figures nobody gave."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.estimates import fair_fee, host_facts, tier_of
from model.policy import load
from model.records import Form, Influencer, Kind, Offer, Tier

POLICY = load()


@pytest.mark.parametrize(
    ("followers", "platform", "tier"),
    [
        (1_000_000, "douyin", Tier.HEAD), (999_999, "douyin", Tier.WAIST), (100_000, "douyin", Tier.WAIST),
        (99_999, "douyin", Tier.TAIL), (500_000, "xiaohongshu", Tier.HEAD), (50_000, "xiaohongshu", Tier.WAIST),
        (499_999, "weixin", Tier.WAIST), (1_000_000, "nowhere", Tier.HEAD), (0, "douyin", Tier.TAIL),
    ],
)  # fmt: skip
def test_a_level_starts_at_its_followers_on_the_platform(followers: int, platform: str, tier: Tier) -> None:
    assert tier_of(followers, platform, POLICY.tiers) is tier


def test_figures_that_are_given_are_kept() -> None:
    offer = Offer("a", 3000.0, 0.15, 2.0, 3, Form.POST)
    facts = host_facts(
        Influencer("1", "x", "douyin", followers=20_000, views=800.0, engagement_rate=0.05, offers=(offer,)),
        POLICY,
    )
    assert (facts.followers, facts.views, facts.engagement_rate, facts.tier) == (
        20_000,
        800.0,
        0.05,
        Tier.TAIL,
    )
    assert (facts.offers[0].slot_fee, facts.offers[0].commission, facts.offers[0].offer) == (
        3000.0,
        0.15,
        offer,
    )
    assert facts.estimated == facts.offers[0].estimated == frozenset()


def test_figures_nobody_gave_are_estimated_and_marked() -> None:
    facts = host_facts(Influencer("1", "x", "douyin", followers=100_000, offers=(Offer("a"),)), POLICY)
    # science.md, section 2: 100,000 followers ask 4,300 yuan; views 3 F^0.75; engagement 3 %
    assert facts.offers[0].slot_fee == 4300
    assert facts.offers[0].commission == 0.20
    assert facts.views == round(3 * 100_000**0.75)
    assert facts.engagement_rate == 0.03
    assert facts.estimated == {"views", "engagement_rate"}
    assert facts.offers[0].estimated == {"slot_fee", "commission"}


def test_a_host_of_whom_nothing_is_known_is_a_small_one_with_one_offer() -> None:
    facts = host_facts(Influencer("1", "x"), POLICY)
    assert (facts.followers, facts.tier, facts.amateur) == (10_000, Tier.TAIL, False)
    assert facts.estimated == {"followers", "views", "engagement_rate"}
    assert len(facts.offers) == 1


@pytest.mark.parametrize("kind", [Kind.OWN_ROOM, Kind.FOUNDER, Kind.STAFF])
def test_own_people_cost_their_hours_and_no_commission(kind: Kind) -> None:
    facts = host_facts(Influencer("1", "x", kind=kind), POLICY)
    offer = facts.offers[0]
    assert (offer.slot_fee, offer.commission, offer.offer.sessions) == (0.0, 0.0, 20)
    assert (offer.hours, offer.labour) == (4.0, 400.0 if kind is Kind.FOUNDER else 140.0)  # at 100 or 35 yuan
    assert facts.views == 600
    known = host_facts(Influencer("1", "x", kind=kind, followers=10_000), POLICY)
    assert known.views == 3000  # 3 x 10,000^0.75


def test_an_amateur_is_below_ten_thousand_followers() -> None:
    assert host_facts(Influencer("1", "x", "douyin", followers=9_999), POLICY).amateur
    assert not host_facts(Influencer("1", "x", "douyin", followers=10_000), POLICY).amateur


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_more_followers_never_ask_less(one: int, other: int) -> None:
    low, high = sorted((one, other))
    assert fair_fee(low, POLICY.estimates) <= fair_fee(high, POLICY.estimates)
