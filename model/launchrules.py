"""Groups of the policy for the launch: festivals, parcels, hands, word of mouth, waves, pay and deals."""

from collections.abc import Mapping
from dataclasses import dataclass

Table = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class FestivalRule:
    """Days ``before`` and ``after`` each festival on which people buy for it."""

    new_year: Table
    year_fair: Table
    spring_festival: Table
    lantern: Table
    valentine: Table
    womens_day: Table
    qingming: Table
    labour_day: Table
    mothers_day: Table
    dragon_boat: Table
    shopping_618: Table
    qixi: Table
    school: Table
    mid_autumn: Table
    national_day: Table
    double_11: Table
    double_12: Table


@dataclass(frozen=True, slots=True)
class LiftRule(FestivalRule):
    """Orders on those days against an ordinary one: ``gift`` for class C, ``daily`` for the rest."""


@dataclass(frozen=True, slots=True)
class DeliveryRule:
    """When parcels stand still around the Spring Festival."""

    stop_before: float
    again_after: float
    transit: float
    closed_refund: float


@dataclass(frozen=True, slots=True)
class CapacityRule:
    """Minutes of work per order, question, return and session; what lateness and temporary hands cost."""

    pack_minutes: float
    questions: float
    question_minutes: float
    return_minutes: float
    listing_minutes: float
    promotion_minutes: float
    return_lag: float
    promise: float
    late_refund: float
    late_penalty: float
    temp_day: float
    temp_hours: float
    temp_speed: float
    temp_most: float
    warn_overload: float
    carry_share: float
    carry_days: float
    draws: float


@dataclass(frozen=True, slots=True)
class SpreadRule:
    """Word of mouth: buyers brought by one buyer, the people of the picture, and when a Bass curve may be fitted."""

    reach_a: float
    reach_b: float
    people: float
    friends: float
    hubs: float
    runs: float
    step_days: float
    weeks: float


@dataclass(frozen=True, slots=True)
class WorkRule:
    """Pay of the operator by the month, and what of the profit is the operation's doing."""

    base: float
    wage: float
    share: float
    step_one: float
    step_two: float
    share_low: float
    share_middle: float
    share_high: float
    attributable: float
    even: float


@dataclass(frozen=True, slots=True)
class WaveRule:
    """Gaps between sessions, and what the order of small and large hosts does."""

    host_gap: float
    segment_gap: float
    segment_loss: float
    memory: float
    hurt: float
    hurt_sd: float
    imitation: float
    imitation_sd: float
    phase: float
    sure: float
    draws: float
    lift_sd: float
    day_sd: float
    crowding: float
    transfer: float
    alike: float
    head_odds: float
    most_ahead: float


@dataclass(frozen=True, slots=True)
class DealRule:
    """Hours of a host, slots he cannot sell, and a long-term deal."""

    live_hours: float
    post_hours: float
    idle: float
    sessions: float
    wear: float
    trouble: float
