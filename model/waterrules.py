"""Groups of the policy for water: figures of hosts, fair fees, orders of a session, and what hosts claim."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WaterRule:
    """How figures of a host are weighed against his peers, and from which odds on a verdict is given."""

    padded_prior: float
    cap: float
    dependence: float
    water_a: float
    water_b: float
    clean_a: float
    clean_b: float
    share_weight: float
    followers_share: float
    views_share: float
    likes_share: float
    least_peers: float
    group_hosts: float
    bands: float
    band_hosts: float
    slope_sd: float
    spread: float
    spread_hosts: float
    sign_share: float
    weak_share: float
    weak_cap: float
    calm_cap: float
    sign_middle: float
    sign_spread: float
    outlier_share: float
    outlier_spread: float
    least_posts: float
    least_likes: float
    least_pieces: float
    clean_below: float
    doubtful_above: float
    padded_above: float


@dataclass(frozen=True, slots=True)
class FeeRule:
    """Priors of the fair fee in its logarithm, and how many offers are fitted at once."""

    spread: float
    size_sd: float
    reach_power: float
    reach_sd: float
    engagement_power: float
    engagement_sd: float
    platform_sd: float
    category_sd: float
    form_sd: float
    most_rows: float
    most_kinds: float
    guarantee_share: float


@dataclass(frozen=True, slots=True)
class OrderWaterRule:
    """How orders of one host are weighed against the rest of the shop."""

    padded_prior: float
    cap: float
    heavy: float
    dependence: float
    padded_above: float
    doubtful_above: float
    clean_below: float
    least_orders: float
    own_lines: float
    few_share: float
    few_sure: float
    burst_minutes: float
    burst_share: float
    burst_sure: float
    sign_share: float
    refund_share: float
    early_share: float
    new_share: float
    bulk_share: float
    visit_share: float
    visit_sure: float
    shown_share: float
    padded_rate: float
    share_a: float
    share_b: float
    day_hours: float


@dataclass(frozen=True, slots=True)
class ClaimRule:
    """What stands in for what a claim leaves out, and from which percentile on it is rare or beyond."""

    price: float
    days: float
    watch_minutes: float
    session_minutes: float
    followers_sd: float
    low: float
    rare: float
    beyond: float
    worth_months: float
    worth_stay: float
    worth_sd: float
    proven_sd: float
    worth_hours: float
