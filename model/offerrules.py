"""Groups of the policy for what an offer brings, costs and risks."""

from collections.abc import Mapping
from dataclasses import dataclass

Table = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class ReachRule:
    """From views to visits to orders, by form, level and platform; occasions; what heads leave to be used again."""

    visit_live: float
    visit_post: float
    tier_conversion: Table
    platform_conversion: Table
    reuse_value: float


@dataclass(frozen=True, slots=True)
class ShockRule:
    """What moves orders and returns beside the host himself and the day, which are in group ``response``."""

    platform_sd: float
    class_sd: float
    session_sd: float
    post_sd: float
    tier_spread: Table
    returns_strength: float


@dataclass(frozen=True, slots=True)
class OfferRule:
    """What an offer costs beside fee and commission, and what the customers it wins are worth."""

    samples: float
    post_returns: float
    deal_depth: float
    deal_fall: float
    repeat_commission: float


@dataclass(frozen=True, slots=True)
class OwnPeopleRule:
    """What a session of the shop's own people takes and costs, by kind: own_room, founder, staff."""

    hours: Table
    rate: Table


@dataclass(frozen=True, slots=True)
class TrialRule:
    """Small tests of unknown hosts."""

    bookings: float
    most_sessions: float
    least_gain: float
    budget_share: float
