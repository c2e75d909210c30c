"""Groups of the policy for what a shop's own orders say: customers, readiness, price rule, results of campaigns."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CustomerRule:
    """Levels of customers and orders, who is overdue, and what is bought next."""

    head_spend: float
    waist_spend: float
    gap_quantile: float
    alive: float
    back_days: float
    next_least: float
    next_prior: float
    spend_p: float
    spend_q: float
    spend_sd: float


@dataclass(frozen=True, slots=True)
class ReadinessRule:
    """When repurchase is good enough to buy first orders, and what each remedy is guessed to do."""

    ready_above: float
    not_ready_below: float
    cheaper_hosts: float
    pack_small: float
    pack_large: float
    pack_cycle: float
    pack_price: float
    reminder_lift: float
    reminder_cost: float
    subscription_take: float
    subscription_stay: float
    subscription_discount: float
    trial_repeat: float
    margin_step: float


@dataclass(frozen=True, slots=True)
class OwnPriceRule:
    """How the price rule is learnt from own orders: spreads of its priors, and from when on they are own findings."""

    slope_sd: float
    drop_sd: float
    product_sd: float
    spell_sd: float
    spell_strength: float
    least_change: float
    own_share: float
    mixed_share: float


@dataclass(frozen=True, slots=True)
class ResultRule:
    """What is one campaign, and how many customers must have been followed before a share that came back is told."""

    campaign_gap: float
    least_followed: float
    returns_days: float
    plan_days: float
