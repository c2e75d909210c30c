"""What an offer brings: orders per session as a distribution, factor by factor and shock by shock.

Orders of a first session are the product of ``factors`` times shocks whose mean is 1: one of the day (all offers), one
of the platform, one of the class of product, one that lasts of the host, one of the session, and the share of his views
that is real (a Beta). Priors: ``resources/policy/response.toml``, ``reach.toml``, ``shocks.toml``.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final, Self

from model.beliefs import AS_USUAL, NOTHING, Authenticity, HostBelief, Knowledge, Learnt
from model.estimates import HostFacts
from model.normal import Z80
from model.policy import Policy, PriceRule, ResponseRule
from model.records import Audience, Estimate, Form, Kind, Product, RepurchaseClass, Tier
from model.repurchase.grading import Grade, log_demand

NEUTRAL_FIT: Final = 0.5
"""What an unknown part of a fit counts as: it neither adds nor takes orders."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How well host and product agree, each part 0-1; None is unknown and counts as one half."""

    category: float | None
    tone: float | None
    audience: float | None
    overall: float


@dataclass(frozen=True, slots=True)
class Shocks:
    """Spreads in log orders by who shares them; ``real`` is the authenticity where views may be padded.

    ``day`` moves every offer, ``platform`` those of one platform, ``klass`` those of one class of product; ``host``
    lasts for a host, ``session`` is new in each of his sessions or posts.
    """

    day: float
    platform: float
    klass: float
    host: float
    session: float
    real: Authenticity | None = None

    @property
    def shared(self) -> float:
        """Spread of what several hosts have in common."""
        return math.hypot(self.day, self.platform, self.klass)

    @property
    def own(self) -> float:
        """Log-normal spread of one host by himself, authenticity apart."""
        return math.hypot(self.host, self.session)

    @property
    def smooth(self) -> float:
        """Log-normal spread of everything but the authenticity."""
        return math.hypot(self.shared, self.own)

    @property
    def lasting(self) -> float:
        """Spread of what a test would tell of a host: lasting differences and authenticity."""
        return math.hypot(self.host, self.real.log_sd if self.real else 0.0)


@dataclass(frozen=True, slots=True)
class Response:
    """Orders of the first session: mean, and what moves them.

    ``factors`` multiply to the mean: views, authenticity, visit, buy, size, fit, pull, price, and ``results`` and
    ``festival`` where they are known.
    """

    mean: float
    shocks: Shocks
    factors: tuple[tuple[str, float], ...]
    fit: Fit

    def over(self, sessions: int, decay: float) -> Self:
        """The same with the shocks of so many sessions together: the chances of each even out."""
        if sessions == 1:
            return self
        thin = self.shocks.session * session_spread(sessions, decay)
        return replace(self, shocks=replace(self.shocks, session=thin))

    @property
    def host_sd(self) -> float:
        """Log spread own to the host (of the log-normal with the same variance)."""
        return math.hypot(self.shocks.lasting, self.shocks.session)

    @property
    def common_sd(self) -> float:
        """Log spread shared by several hosts."""
        return self.shocks.shared

    @property
    def sd(self) -> float:
        """Total spread in log units."""
        return math.hypot(self.host_sd, self.common_sd)


@dataclass(frozen=True, slots=True)
class Reach:
    """What one form of one host brings whatever he sells: factors from views to orders per visit, and shocks."""

    host: HostFacts
    factors: tuple[tuple[str, float], ...]
    results: float
    shocks: Shocks


def respond(
    host: HostFacts,
    product: Product,
    grade: Grade,
    form: Form,
    policy: Policy,
    known: Knowledge = NOTHING,
) -> Response:
    """Orders one session or post of ``host`` brings for ``product``, by the policy and what is known beyond it."""
    return respond_to(reach(host, form, policy, known), product, grade, policy, known)


def reach(host: HostFacts, form: Form, policy: Policy, known: Knowledge = NOTHING) -> Reach:
    """The part of :func:`respond` that is the same for all products."""
    rule, belief = policy.response, known.beliefs.of(host, policy)
    factors = (
        ("views", host.views),
        ("authenticity", _real_share(host, belief, rule)),
        *_conversion(host, form, belief, policy),
        ("size", (max(host.followers, 100.0) / 1e5) ** rule.size_exponent),
    )
    return Reach(
        host,
        factors,
        belief.factor if belief else 1.0,
        shocks(host, form, belief, policy, known.beliefs.spreads),
    )


def respond_to(
    reached: Reach, product: Product, grade: Grade, policy: Policy, known: Knowledge = NOTHING
) -> Response:
    """The part of :func:`respond` that is of one product."""
    rule, match = policy.response, fit(reached.host, product, policy)
    price = known.price or policy.price_rule
    bend = _bend(product.price, policy.price_rule.threshold, price)
    results = reached.results * known.beliefs.products.get(product.name, 1.0)
    factors = (
        *reached.factors,
        ("fit", math.exp(rule.fit_effect * (match.overall - NEUTRAL_FIT))),
        ("pull", _pull(reached.host.tier, grade, rule)),
        ("price", math.exp(bend)),
        *((("results", results),) if results != 1 else ()),
        *((("festival", known.lifts[product.name]),) if product.name in known.lifts else ()),
    )
    mean = math.prod([value for _, value in factors])
    return Response(mean, reached.shocks, factors, match)


def shocks(
    host: HostFacts, form: Form, belief: HostBelief | None, policy: Policy, learnt: Learnt = AS_USUAL
) -> Shocks:
    """What moves the orders of one session or post of a host around their mean."""
    rule, apart = policy.response, policy.shocks
    if belief:
        lasting, real = belief.sd_log, belief.real
    else:
        views = policy.estimates.views_sd if "views" in host.estimated else 0.0
        lasting = math.hypot(rule.host_sd * apart.tier_spread[host.tier], views)
        real = feared(host, rule)
    if host.influencer.kind is not Kind.HOST:
        real = None
    session = (apart.session_sd if form is Form.LIVE else apart.post_sd) * learnt.session
    day, platform = rule.common_sd * learnt.day, apart.platform_sd * learnt.platform
    return Shocks(day, platform, apart.class_sd, lasting, session, real)


def orders_range(mean: float, sd: float) -> Estimate:
    """Mean and 80 % range of log-normal orders."""
    median = mean * math.exp(-sd * sd / 2)
    return Estimate(mean, median * math.exp(-Z80 * sd), median * math.exp(Z80 * sd))


def sessions_factor(sessions: int, decay: float) -> float:
    """Orders of several sessions of one host, in units of the first: 1 + d + d^2 and so on."""
    return float(sessions) if decay == 1 else (1 - decay**sessions) / (1 - decay)


def session_spread(sessions: int, decay: float) -> float:
    """Spread of the total of several sessions over that of one, each with a chance of its own: they even out."""
    return math.sqrt(sessions_factor(sessions, decay * decay)) / sessions_factor(sessions, decay)


def fit(host: HostFacts, product: Product, policy: Policy) -> Fit:
    """How well the host's category, tone and audience agree with the product's."""
    rule = policy.response
    parts = (
        category_fit(host.influencer.category, product.category, policy),
        _overlap(host.influencer.tone, product.tone),
        audience_fit(host.influencer.audience, product.audience),
    )
    weights = (rule.fit_category, rule.fit_tone, rule.fit_audience)
    known = sum(w * (NEUTRAL_FIT if p is None else p) for w, p in zip(weights, parts, strict=True))
    return Fit(*parts, overall=known / (sum(weights) or 1.0))


def category_fit(theirs: str, ours: str, policy: Policy) -> float | None:
    """1 for the same category, 0.8 within one family, 0.15 across; None when either is unknown."""
    a, b = policy.category(theirs), policy.category(ours)
    if a is None or b is None or "unknown" in (a.code, b.code):
        return None
    return 1.0 if a.code == b.code else 0.8 if a.group == b.group else 0.15


def is_other(fit: float | None) -> bool:
    """Whether a fit of two categories says that they are other goods; what is not known says nothing."""
    return fit is not None and fit < NEUTRAL_FIT


def other_goods(theirs: str, products: Iterable[Product], policy: Policy) -> tuple[str, ...]:
    """The shop's categories where a host of this one talks of other goods than any of them; empty where one is near."""
    ours = tuple(dict.fromkeys(product.category for product in products if product.category))
    return ours if all(is_other(category_fit(theirs, one, policy)) for one in ours) else ()


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


def _real_share(host: HostFacts, belief: HostBelief | None, rule: ResponseRule) -> float:
    """Expected share of views that are real: own people pad nothing."""
    if host.influencer.kind is not Kind.HOST:
        return 1.0
    return belief.real.mean if belief and belief.real else _believed(host, rule)[0]


def feared(host: HostFacts, rule: ResponseRule) -> Authenticity | None:
    """How sure the share of his views that is real may be, before his orders tell; None where nothing is uncertain."""
    return Authenticity.of(*_believed(host, rule))


def _believed(host: HostFacts, rule: ResponseRule) -> tuple[float, float, float]:
    """Share of views that are real with its 80 % range: by the check of this host, else by the policy."""
    if host.real is None:
        return rule.authenticity, rule.authenticity_low, rule.authenticity_high
    return host.real.value, host.real.low, host.real.high


def _conversion(
    host: HostFacts, form: Form, belief: HostBelief | None, policy: Policy
) -> tuple[tuple[str, float], tuple[str, float]]:
    """Visits per true view and orders per visit; a host's own visits leave his orders per view as they are."""
    rule, rates, live = policy.response, policy.reach, form is Form.LIVE
    base = rule.conversion_live if live else rule.conversion_post
    times = rates.tier_conversion[host.tier] * rates.platform_conversion[host.influencer.platform]
    own = rule.own_conversion if host.influencer.kind is not Kind.HOST else 1.0
    visit = rates.visit_live if live else rates.visit_post
    if belief and belief.visit:
        visit = belief.visit
    rate = base * times * own
    visit = min(max(visit, rate), 1.0) or 1.0
    return ("visit", visit), ("buy", rate / visit)


@lru_cache(256)
def _bend(price: float, usual: float, rule: PriceRule) -> float:
    """Log of the orders at one price over those at the usual one: asked again for every host of a roster."""
    return log_demand(price, rule) - log_demand(usual, rule)


def _pull(tier: Tier, grade: Grade, rule: ResponseRule) -> float:
    """Famous hosts carry durables and phones: the pull, weighed by the odds that the product is A or B."""
    durable = grade.probabilities[RepurchaseClass.A] + grade.probabilities[RepurchaseClass.B]
    pull = {Tier.HEAD: rule.pull_head_ab, Tier.WAIST: rule.pull_waist_ab, Tier.TAIL: rule.pull_tail_ab}[tier]
    return 1 + durable * (pull - 1)
