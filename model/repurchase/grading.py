"""The repurchase class of a product: probabilities of A-D, cycle, purchases a year, and why."""

import itertools
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from scipy.optimize import brentq

from model.errors import Reason
from model.normal import Z80
from model.policy import Grading, Policy, PriceRule
from model.records import Estimate, Product, RepurchaseClass
from model.repurchase.attributes import Attributes, attributes
from model.repurchase.intervals import BetaMixture
from model.repurchase.pooling import Pool

WINDOW_DAYS = 365
"""The window every class cut point and repurchase rate here refers to."""

_ANOTHER = 0.02
"""Share by which two rates that stand on one page are seen to differ."""
_LEAST_SPREAD = 0.02
"""Of the logarithm of a cycle: days are whole, so no cycle is known better."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a shop's own orders say of one product, however it was estimated.

    ``customers`` were seen; ``effective`` of them, in the sense of Cutler and Ederer, inform the yearly rate and
    ``repeat`` of those came back. ``cycle`` is the day by which half of the year's returns have come, None when they
    are few; ``often`` how many repeat purchases a customer who comes back makes in his first year, None when nobody
    did. ``modelled_from`` is the follow-up in days from which purchase models went on to the year, None when enough
    customers were followed so long.
    """

    customers: int
    effective: float
    repeat: float
    cycle: Estimate | None = None
    often: float | None = None
    modelled_from: int | None = None


@dataclass(frozen=True, slots=True)
class RepeatCurve:
    """Repeat purchases of one customer: comes back with ``return_share`` after each purchase, gaps of mean ``cycle_days``.

    Exponential gaps with a constant chance of staying away for good after every purchase. Real customers differ: a few
    regulars buy most. ``regulars`` says how many times the purchases of equal customers that makes (1: none known).
    """

    return_share: float
    cycle_days: float
    regulars: float = 1.0

    def expected(self, days: float) -> float:
        """Expected repeat purchases within ``days``: q (1 - e^(-(1-q) t/m)) / (1 - q), times ``regulars``."""
        return self.discounted(days, 0.0)

    def discounted(self, days: float, rate_per_day: float) -> float:
        """The same, each purchase discounted from its day to the first one."""
        pace = 1 / self.cycle_days
        decay = pace * (1 - self.return_share) + rate_per_day
        alike = (
            self.return_share * pace * days
            if decay * days < 1e-12
            else self.return_share * pace * -math.expm1(-decay * days) / decay
        )
        return self.regulars * alike


@dataclass(frozen=True, slots=True)
class PriceEffect:
    """The price rule applied to one price: orders at the threshold ÷ orders at this price."""

    threshold: float
    price: float
    over: bool
    orders_at_threshold_ratio: float


@dataclass(frozen=True, slots=True)
class Grade:
    """The grade of one product. ``basis`` is ``attributes`` or ``both``; ``rates`` is all that is known of its yearly rate."""

    product: Product
    letter: RepurchaseClass
    probabilities: Mapping[RepurchaseClass, float]
    rates: BetaMixture
    rate: Estimate
    interval: Estimate
    orders_per_year: float
    repeat: RepeatCurve
    basis: str
    customers: int
    reasons: tuple[Reason, ...]
    price: PriceEffect
    attributes: Attributes


def grade(
    product: Product, policy: Policy, evidence: Evidence | None = None, siblings: Pool | None = None
) -> Grade:
    """Grade one product from its attributes, joined with its orders where there are any.

    Args:
        product: the product.
        policy: all figures.
        evidence: what its own orders say.
        siblings: what those of the other products of its category say.
    """
    facts = attributes(product, policy)
    mixture = rate_prior(class_prior(facts, policy.grading), policy.grading, siblings)
    if evidence:
        mixture = mixture.updated(evidence.repeat, evidence.effective)
    probabilities = class_odds(mixture, policy.grading)
    rate = rate_estimate(mixture)
    prior = _attribute_cycle(facts, tuple(probabilities.values()), policy.grading)
    return Grade(
        product,
        max(probabilities, key=lambda k: probabilities[k]),
        probabilities,
        mixture,
        rate,
        joined_cycle(prior, evidence.cycle if evidence else None),
        1 + (repeat := joined_curve(rate.value, prior, evidence, policy.grading)).expected(WINDOW_DAYS),
        repeat,
        "both" if evidence else "attributes",
        evidence.customers if evidence else 0,
        (*_evidence_reasons(evidence, rate.value), *_sibling_reasons(siblings, facts), *facts.reasons),
        price_effect(product.price, policy.price_rule),
        facts,
    )


def class_odds(mixture: BetaMixture, grading: Grading) -> dict[RepurchaseClass, float]:
    """Probability of each class: of a yearly rate between its cut points."""
    return dict(zip(RepurchaseClass, mixture.between(cuts(grading)), strict=True))


def class_bounds(klass: RepurchaseClass, grading: Grading) -> tuple[float, float]:
    """Between which yearly rates a class lies."""
    edges = (0.0, *cuts(grading), 1.0)
    place = tuple(RepurchaseClass).index(klass)
    return edges[place], edges[place + 1]


def rate_estimate(mixture: BetaMixture) -> Estimate:
    """Mean and 80 % range of a yearly rate."""
    return Estimate(mixture.mean(), mixture.quantile(0.1), mixture.quantile(0.9))


def class_prior(facts: Attributes, grading: Grading) -> tuple[float, float, float, float]:
    """Weights of A, B, C, D before any order: ordered logit of the attributes, flattened by their contradictions."""
    eta = (
        grading.weight_days * math.log(max(facts.days, grading.days_floor) / 90)
        + grading.weight_price * math.log(facts.price / 69)
        + grading.weight_durable * facts.durable
        + grading.weight_occasion * facts.occasion * (1 - facts.durable)
        + grading.weight_habit * facts.habit
    )
    below = [
        0.0,
        *(_logistic(cut - eta) for cut in (grading.logit_ab, grading.logit_bc, grading.logit_cd)),
        1.0,
    ]
    sharp = [high - low for low, high in itertools.pairwise(below)]
    a, b, c, d = ((1 - facts.doubt) * p + facts.doubt / 4 for p in sharp)
    return a, b, c, d


def durable_names(products: Iterable[Product], policy: Policy) -> tuple[str, ...]:
    """Products that by their attributes are rather of class A or B: bought once in years."""
    weights = {p.name: class_prior(attributes(p, policy), policy.grading) for p in products}
    return tuple(name for name, (a, b, _, _) in weights.items() if a + b > 0.5)


def category_code(product: Product, policy: Policy) -> str:
    """The code of a product's category, "" where it is not known."""
    found = policy.category(product.category)
    return found.code if found else ""


def categories_of(products: Iterable[Product], policy: Policy) -> dict[str, str]:
    """The category code of every product's name, where its category is known."""
    codes = {product.name: category_code(product, policy) for product in products}
    return {name: code for name, code in codes.items() if code}


def rate_prior(weights: Sequence[float], grading: Grading, siblings: Pool | None = None) -> BetaMixture:
    """The yearly repurchase rate before any order: one Beta per class, ``prior_customers`` strong.

    Other products of its category, where enough of them have orders, are a fifth one with the weight ``pool_share``.
    """
    means = (grading.mean_a, grading.mean_b, grading.mean_c, grading.mean_d)
    size = grading.prior_customers
    classes = BetaMixture(
        tuple(weights), tuple(size * m for m in means), tuple(size * (1 - m) for m in means)
    )
    if siblings is None:
        return classes
    rest = 1 - grading.pool_share
    return BetaMixture(
        (*(rest * w for w in classes.weights), grading.pool_share),
        (*classes.a, siblings.a),
        (*classes.b, siblings.b),
    )


def cuts(grading: Grading) -> tuple[float, float, float]:
    """Where the yearly rate changes class."""
    return grading.cut_ab, grading.cut_bc, grading.cut_cd


def repeat_curve(rate: float, cycle_days: float) -> RepeatCurve:
    """The curve that gives ``rate`` within the window: R = q (1 - e^(-window / cycle)), q at most 0.98."""
    seen = -math.expm1(-WINDOW_DAYS / cycle_days)
    return RepeatCurve(min(rate / seen, 0.98), cycle_days)


def at_rate(curve: RepeatCurve, rate: float) -> RepeatCurve:
    """The same curve for another yearly rate: pace and regulars stay."""
    return replace(repeat_curve(rate, curve.cycle_days), regulars=curve.regulars)


def joined_curve(rate: float, prior: Estimate, evidence: Evidence | None, grading: Grading) -> RepeatCurve:
    """The repeat curve of a yearly rate: pace and regulars as the orders say, as far as they are worth it."""
    if evidence is None or evidence.cycle is None:
        return repeat_curve(rate, prior.value)
    observed = Estimate(
        *(mean_gap(days) for days in (evidence.cycle.value, evidence.cycle.low, evidence.cycle.high))
    )
    curve = repeat_curve(rate, joined_cycle(prior, observed).value)
    if not evidence.often:
        return curve
    trust = evidence.effective / (evidence.effective + grading.prior_customers)
    regulars = rate * evidence.often / curve.expected(WINDOW_DAYS)
    return replace(curve, regulars=regulars**trust)


def mean_gap(median: float) -> float:
    """Mean of exponential gaps of which those within the window have this median: (1 - e^(-x/m)) = (1 - e^(-W/m)) / 2.

    A median near half of the window fits no such gaps; it is then taken as slow as they can tell: ten windows.
    """
    slowest = 10.0 * WINDOW_DAYS

    def off(mean: float) -> float:
        return -2 * math.expm1(-median / mean) + math.expm1(-WINDOW_DAYS / mean)

    return float(brentq(off, median / 2, slowest, xtol=1e-6)) if off(slowest) < 0 else slowest


def joined_cycle(prior: Estimate, observed: Estimate | None) -> Estimate:
    """Two cycles as one: their logarithms by their precision. The prior alone when nothing was observed."""
    if observed is None:
        return prior
    spreads = [max(math.log(one.high / one.low) / (2 * Z80), _LEAST_SPREAD) for one in (prior, observed)]
    precision = [1 / spread**2 for spread in spreads]
    logs = (math.log(prior.value), math.log(observed.value))
    middle = sum(w * x for w, x in zip(precision, logs, strict=True)) / sum(precision)
    width = Z80 / math.sqrt(sum(precision))
    return Estimate(*(math.exp(middle + step) for step in (0, -width, width)))


def log_demand(price: float, rule: PriceRule) -> float:
    """Log of live orders at a price against those just below the threshold (smooth, falling in price)."""
    x = math.log(price / rule.threshold)
    bend = rule.width * _softplus(x / rule.width)
    return (
        -rule.slope_below * x
        - (rule.slope_above - rule.slope_below) * bend
        - rule.drop * _logistic((x - 2 * rule.width) / rule.width)
    )


def price_effect(price: float, rule: PriceRule) -> PriceEffect:
    """What the price rule says of one price."""
    ratio = math.exp(log_demand(rule.threshold, rule) - log_demand(price, rule))
    return PriceEffect(rule.threshold, price, price > rule.threshold, ratio)


def _attribute_cycle(facts: Attributes, probabilities: Sequence[float], grading: Grading) -> Estimate:
    """Days between purchases: use-up time, stretched to the next occasion where it is occasion-bought."""
    occasion_days = max(facts.days, WINDOW_DAYS / grading.occasions_per_year)
    weight = facts.occasion * (1 - facts.durable)
    median = math.exp((1 - weight) * math.log(facts.days) + weight * math.log(occasion_days))
    spread = grading.cycle_sd + grading.cycle_sd_class * (1 - max(probabilities))
    return Estimate(median, median * math.exp(-Z80 * spread), median * math.exp(Z80 * spread))


def _evidence_reasons(evidence: Evidence | None, rate: float) -> tuple[Reason, ...]:
    """What the orders say; where the rate that is shown is another one, why: it is weighed with what is usual."""
    if evidence is None:
        return ()
    share = evidence.repeat / evidence.effective if evidence.effective else 0.0
    values = {"customers": evidence.customers, "share": share, "window": WINDOW_DAYS}
    code = "from_orders"
    if evidence.modelled_from is not None:
        code, values = "from_orders_modelled", {**values, "days": evidence.modelled_from}
    if abs(rate - share) >= _ANOTHER:
        code, values = f"{code}_weighed", {**values, "rate": rate}
    return (Reason(code, values),)


def _sibling_reasons(siblings: Pool | None, facts: Attributes) -> tuple[Reason, ...]:
    if siblings is None:
        return ()
    category = {"category_zh": facts.category.zh, "category_en": facts.category.en}
    return (Reason("from_siblings", {"products": siblings.products, "share": siblings.mean, **category}),)


def _logistic(x: float) -> float:
    return 1 / (1 + math.exp(-x)) if x > -700 else 0.0


def _softplus(x: float) -> float:
    return x if x > 30 else math.log1p(math.exp(x))
