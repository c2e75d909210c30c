"""What an offer brings: orders per session as a log-normal distribution, factor by factor."""

import math
from dataclasses import dataclass

from model.estimates import HostFacts
from model.normal import Z80
from model.policy import Policy, ResponseRule
from model.records import Audience, Estimate, Form, Kind, Product, RepurchaseClass, Tier
from model.repurchase.grading import Grade, log_demand


@dataclass(frozen=True, slots=True)
class Fit:
    """How well host and product agree, each part 0-1; None is unknown and counts as one half."""

    category: float | None
    tone: float | None
    audience: float | None
    overall: float


@dataclass(frozen=True, slots=True)
class Response:
    """Orders of the first session: mean, and spread in log units (own to the host, and shared by all hosts).

    ``factors`` multiply to the mean: views, authenticity, conversion, size, fit, pull, price.
    """

    mean: float
    host_sd: float
    common_sd: float
    factors: tuple[tuple[str, float], ...]
    fit: Fit

    @property
    def sd(self) -> float:
        """Total spread in log units."""
        return math.hypot(self.host_sd, self.common_sd)


def respond(host: HostFacts, product: Product, grade: Grade, form: Form, policy: Policy) -> Response:
    """Orders one session or post of ``host`` brings for ``product``."""
    rule = policy.response
    match = fit(host, product, policy)
    factors = (
        ("views", host.views),
        ("authenticity", 1.0 if host.influencer.kind is not Kind.HOST else rule.authenticity),
        ("conversion", _conversion(host, form, rule)),
        ("size", (max(host.followers, 100.0) / 1e5) ** rule.size_exponent),
        ("fit", math.exp(rule.fit_effect * (match.overall - 0.5))),
        ("pull", _pull(host.tier, grade, rule)),
        (
            "price",
            math.exp(
                log_demand(product.price, policy.price_rule)
                - log_demand(policy.price_rule.threshold, policy.price_rule)
            ),
        ),
    )
    mean = math.prod(value for _, value in factors)
    return Response(mean, _host_sd(host, policy), rule.common_sd, factors, match)


def orders_range(mean: float, sd: float) -> Estimate:
    """Mean and 80 % range of log-normal orders."""
    median = mean * math.exp(-sd * sd / 2)
    return Estimate(mean, median * math.exp(-Z80 * sd), median * math.exp(Z80 * sd))


def sessions_factor(sessions: int, decay: float) -> float:
    """Orders of several sessions of one host, in units of the first: 1 + d + d^2 and so on."""
    return float(sessions) if decay == 1 else (1 - decay**sessions) / (1 - decay)


def fit(host: HostFacts, product: Product, policy: Policy) -> Fit:
    """How well the host's category, tone and audience agree with the product's."""
    rule = policy.response
    parts = (
        category_fit(host.influencer.category, product.category, policy),
        _overlap(host.influencer.tone, product.tone),
        audience_fit(host.influencer.audience, product.audience),
    )
    weights = (rule.fit_category, rule.fit_tone, rule.fit_audience)
    known = sum(w * (0.5 if p is None else p) for w, p in zip(weights, parts, strict=True))
    return Fit(*parts, overall=known / (sum(weights) or 1.0))


def category_fit(theirs: str, ours: str, policy: Policy) -> float | None:
    """1 for the same category, 0.8 within one family, 0.15 across; None when either is unknown."""
    a, b = policy.category(theirs), policy.category(ours)
    if a is None or b is None or "unknown" in (a.code, b.code):
        return None
    return 1.0 if a.code == b.code else 0.8 if a.group == b.group else 0.15


def audience_fit(theirs: Audience, ours: Audience) -> float | None:
    """Mean agreement of sex, ages and cities over the parts both sides state; None when there is none."""
    parts = [
        None if not (theirs.sex and ours.sex) else float(theirs.sex == ours.sex),
        _overlap(theirs.ages, ours.ages),
        _overlap(theirs.cities, ours.cities),
    ]
    known = [part for part in parts if part is not None]
    return sum(known) / len(known) if known else None


def _overlap(theirs: tuple[str, ...], ours: tuple[str, ...]) -> float | None:
    """Share of our words that are among theirs; None when one side says nothing."""
    return len(set(theirs) & set(ours)) / len(set(ours)) if theirs and ours else None


def _conversion(host: HostFacts, form: Form, rule: ResponseRule) -> float:
    base = rule.conversion_live if form is Form.LIVE else rule.conversion_post
    return base * (rule.own_conversion if host.influencer.kind is not Kind.HOST else 1.0)


def _pull(tier: Tier, grade: Grade, rule: ResponseRule) -> float:
    """Famous hosts carry durables and phones: the pull, weighed by the odds that the product is A or B."""
    durable = grade.probabilities[RepurchaseClass.A] + grade.probabilities[RepurchaseClass.B]
    pull = {Tier.HEAD: rule.pull_head_ab, Tier.WAIST: rule.pull_waist_ab, Tier.TAIL: rule.pull_tail_ab}[tier]
    return 1 + durable * (pull - 1)


def _host_sd(host: HostFacts, policy: Policy) -> float:
    rule = policy.response
    views = policy.estimates.views_sd if "views" in host.estimated else 0.0
    padding = math.log(rule.authenticity_high / max(rule.authenticity_low, 0.01)) / (2 * Z80)
    return math.hypot(rule.host_sd, views, padding if host.influencer.kind is Kind.HOST else 0.0)
