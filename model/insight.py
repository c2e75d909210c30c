"""What the orders of a shop say of its customers, all that the window shows of it."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field

from model.advice import categories_of, grades
from model.batches import Understood
from model.errors import Reason
from model.intake.joined.arrays import day_number
from model.intake.joined.lines import Lines
from model.launch.calendar import Festival, festivals
from model.policy import Policy
from model.records import Estimate, Product, RepurchaseClass
from model.repurchase.cohorts import Cohort, cohorts
from model.repurchase.evidence import Judged
from model.repurchase.gaps import Gaps, gaps
from model.repurchase.grading import Grade, class_odds, durable_names, rate_prior
from model.repurchase.history import EVEN, History, ShopGrade, shop_grade, study, untellable
from model.repurchase.rates import Curve, Rate

COHORT_PERIODS = 12
"""Times 30 days for which a cohort is followed."""


@dataclass(frozen=True, eq=False)
class Insight:
    """Evidence, the shop's grade, every product's grade with its orders, and without them (``before``)."""

    history: History
    shop: ShopGrade | None = None
    grades: tuple[Grade, ...] = ()
    before: tuple[Grade, ...] = ()

    @property
    def things(self) -> tuple[str, ...]:
        """What a :class:`Portrait` can be made of: the whole shop (empty name) first, then products by customers."""
        judged = self.history.judged
        return tuple(sorted(judged, key=lambda name: (name != "", -judged[name].followed.customers, name)))


@dataclass(frozen=True, eq=False)
class Portrait:
    """Everything shown of one product, or of the whole shop (``name`` empty).

    ``seen`` is the share of customers seen to come back so far, which depends on the day of the export and must never
    be taken for a rate. ``days`` is the longest follow-up.
    """

    name: str
    customers: int
    days: int
    seen: float
    rates: tuple[Rate, ...]
    curve: Curve
    cohorts: tuple[Cohort, ...]
    cycle: Estimate | None
    gaps: Gaps | None
    festivals: tuple[Festival, ...]
    before: dict[RepurchaseClass, float] = field(default_factory=dict)
    after: dict[RepurchaseClass, float] = field(default_factory=dict)


def insight(
    lines: Lines, batches: Iterable[Understood], products: Iterable[Product], policy: Policy, today: dt.date
) -> Insight:
    """Study the joined lines of a shop.

    Args:
        lines: all order lines, joined.
        batches: what they were joined from: whether buyers can be told apart.
        products: the catalogue.
        policy: all figures.
        today: later lines are taken for mistyped dates.
    """
    products = tuple(products)
    if (reason := untellable(batches)) is not None:
        return _without(reason, products, policy)
    names = [product.name for product in products]
    durable, groups = durable_names(products, policy), categories_of(products, policy)
    history = study(lines, names, policy.purchasing, today, durable, groups)
    return Insight(
        history,
        shop_grade(history.shop, policy) if history.shop else None,
        grades(products, policy, history.products),
        grades(products, policy),
    )


def portrait(found: Insight, name: str, policy: Policy) -> Portrait:
    """Everything to be shown of one of its things.

    Raises:
        KeyError: no such thing was judged.
    """
    one: Judged = found.history.judged[name]
    first, last = one.span
    days = festivals(first, last, policy.festivals)
    windows = [(day_number(day.first), day_number(day.last)) for day in days]
    before, after = _odds(found, name, policy)
    return Portrait(
        name,
        one.followed.customers,
        one.followed.days,
        one.followed.seen,
        one.rates(),
        one.curve(),
        cohorts(one.found, one.last, COHORT_PERIODS),
        one.evidence.cycle,
        gaps(one.found, one.last, windows),
        days,
        before,
        after,
    )


def _without(reason: Reason, products: tuple[Product, ...], policy: Policy) -> Insight:
    """Nobody can be followed: every product keeps the grade of its attributes."""
    known = grades(products, policy)
    return Insight(History({}, None, (reason,)), None, known, known)


def _odds(found: Insight, name: str, policy: Policy) -> tuple[dict[RepurchaseClass, float], ...]:
    """Probabilities of the classes before and after the orders."""
    if not name:
        even = class_odds(rate_prior(EVEN, policy.grading), policy.grading)
        return even, dict(found.shop.probabilities) if found.shop else {}
    pairs = zip(found.before, found.grades, strict=True)
    before, after = next(pair for pair in pairs if pair[0].product.name == name)
    return dict(before.probabilities), dict(after.probabilities)
