"""Level of a host and the figures that stand in for what nobody gave, each marked as estimated."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from model.policy import Estimates, Policy, Tiers
from model.records import Estimate, Form, Influencer, Kind, Offer, Tier


@dataclass(frozen=True, slots=True)
class OfferFacts:
    """An offer with every figure known or estimated (``estimated`` names which).

    ``slot_fee`` yuan paid per session, ``hours`` of the shop's own people in it and what these cost in yuan (``labour``).
    """

    offer: Offer
    slot_fee: float
    commission: float
    estimated: frozenset[str]
    hours: float = 0.0
    labour: float = 0.0

    @property
    def rises(self) -> tuple[tuple[float, float], ...]:
        """From which kept sales (yuan) on so much more (or less) of what is sold beyond is paid, as a share."""
        if not self.offer.steps:
            return ()
        before = (self.commission, *(share for _, share in self.offer.steps))
        return tuple((at, share - last) for (at, share), last in zip(self.offer.steps, before, strict=False))

    @property
    def least_commission(self) -> float:
        """The lowest share that is paid of any yuan."""
        steps = self.offer.steps
        return min(self.commission, *(share for _, share in steps)) if steps else self.commission

    def average_commission(self, sales: float) -> float:
        """Share of so many yuan of kept sales that is paid in all."""
        beyond = float(commission_beyond(self.rises, sales))
        return self.commission + (beyond / sales if sales > 0 else 0.0)


@dataclass(frozen=True, slots=True)
class HostFacts:
    """A host with every figure known or estimated (``estimated`` names which).

    ``real`` is the share of his views believed real by the check for water; None where it could not tell.
    """

    influencer: Influencer
    tier: Tier
    amateur: bool
    followers: float
    views: float
    engagement_rate: float
    offers: tuple[OfferFacts, ...]
    estimated: frozenset[str]
    real: Estimate | None = None


def commission_beyond(rises: Iterable[tuple[float, float]], sales: ArrayLike) -> NDArray[np.float64]:
    """Yuan of commission on kept sales beyond what the first share comes to; ``rises`` as in :class:`OfferFacts`."""
    sold = np.asarray(sales, float)
    paid = np.zeros_like(sold)
    for at, more in rises:
        paid += more * np.maximum(sold - at, 0.0)
    return paid


def tier_of(followers: float, platform: str, tiers: Tiers) -> Tier:
    """Head, waist or tail by followers on one platform."""
    if followers >= tiers.head.get(platform, tiers.head["other"]):
        return Tier.HEAD
    return Tier.WAIST if followers >= tiers.waist.get(platform, tiers.waist["other"]) else Tier.TAIL


def level_counts(
    hosts: Iterable[Influencer], policies: Sequence[Policy]
) -> dict[str, tuple[Counter[Tier], ...]]:
    """By platform how many hosts are on each level, by each of several policies; a platform without hosts has no entry."""
    found: dict[str, tuple[Counter[Tier], ...]] = {}
    for host in hosts:
        counts = found.setdefault(host.platform, tuple(Counter() for _ in policies))
        for count, policy in zip(counts, policies, strict=True):
            followers = policy.estimates.followers if host.followers is None else host.followers
            count[tier_of(followers, host.platform, policy.tiers)] += 1
    return found


def host_facts(host: Influencer, policy: Policy) -> HostFacts:
    """Complete one host by the priors of policy ``estimates``; a host without any offer gets one, estimated whole."""
    rule = policy.estimates
    followers = float(rule.followers if host.followers is None else host.followers)
    views = _views(host, followers, rule) if host.views is None else host.views
    rate = host.engagement_rate
    missing = {name for name in ("followers", "views", "engagement_rate") if getattr(host, name) is None}
    return HostFacts(
        host,
        tier_of(followers, host.platform, policy.tiers),
        followers < policy.tiers.amateur.get(host.platform, policy.tiers.amateur["other"]),
        followers,
        views,
        _engagement(followers, rule) if rate is None else rate,
        tuple(offer_facts(offer, host, followers, policy) for offer in _offers(host, rule)),
        frozenset(missing),
    )


def offer_facts(offer: Offer, host: Influencer, followers: float, policy: Policy) -> OfferFacts:
    """Complete one offer: own people cost their hours, no fee and no commission, outside hosts what such hosts ask."""
    own, rule = host.kind is not Kind.HOST, policy.estimates
    fee = offer.slot_fee if offer.slot_fee is not None else 0.0 if own else fair_fee(followers, rule)
    commission = offer.commission if offer.commission is not None else 0.0 if own else rule.commission
    if own:
        hours = policy.own_people.hours[host.kind]
        return OfferFacts(
            offer, fee, commission, frozenset(), hours, hours * policy.own_people.rate[host.kind]
        )
    missing = {name for name in ("slot_fee", "commission") if getattr(offer, name) is None}
    return OfferFacts(offer, fee, commission, frozenset(missing))


def fair_fee(followers: float, rule: Estimates) -> float:
    """What hosts of this size ask for one post: a F^b through the fee at 100,000 followers, to the yuan."""
    return float(round(rule.fee_at_100k * (max(followers, 1.0) / 1e5) ** rule.fee_exponent))


def usual_views(followers: float, rule: Estimates) -> float:
    """Views of the middle host of this size: an estimate stands for the mean, which few great successes raise."""
    mean = rule.views_factor * math.pow(max(followers, 1.0), rule.views_exponent)
    return mean * math.exp(-(rule.views_sd**2) / 2)


def _views(host: Influencer, followers: float, rule: Estimates) -> float:
    if host.kind is not Kind.HOST and host.followers is None:
        return rule.own_views
    return float(round(rule.views_factor * max(followers, 1.0) ** rule.views_exponent))


def _engagement(followers: float, rule: Estimates) -> float:
    return float(rule.engagement_at_100k * (max(followers, 1.0) / 1e5) ** rule.engagement_exponent)


def _offers(host: Influencer, rule: Estimates) -> tuple[Offer, ...]:
    if host.offers:
        return host.offers
    if host.kind is Kind.HOST:
        return (Offer(name="?", form=Form.POST),)
    return (Offer(name="?", sessions=int(rule.own_sessions)),)
