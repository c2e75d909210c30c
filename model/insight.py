"""What the orders of a shop say of its customers, all that the window shows of it."""

import datetime as dt
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from model.advice import grades
from model.batches import Understood
from model.beliefs import NOTHING, Knowledge
from model.errors import Reason
from model.intake.joined.arrays import NO_DAY, day_number, day_of
from model.intake.joined.lines import Lines
from model.intake.joined.sales import Sales, sales_of
from model.intake.out.out import OutTable
from model.launch.calendar import Festival, festivals
from model.policy import Policy
from model.records import Estimate, Product, RepurchaseClass
from model.repurchase.cohorts import Cohort, cohorts
from model.repurchase.customers import CustomerStudy, study_customers
from model.repurchase.evidence import Judged
from model.repurchase.followup import follow_up, follow_up_table
from model.repurchase.gaps import Gaps, Window, gaps
from model.repurchase.grading import Grade, class_bounds, class_odds, rate_estimate, rate_prior
from model.repurchase.history import EVEN, History, ShopGrade, history_of, shop_grade
from model.repurchase.intervals import BetaMixture
from model.repurchase.ownprice import OwnPrice, own_prices, own_rule
from model.repurchase.rates import Curve, Rate
from model.repurchase.waiting import waiting

_THREADS = 1
"""Beside the one that asks."""
COHORT_PERIODS = 12
"""Times 30 days for which a cohort is followed."""


@dataclass(frozen=True, eq=False)
class Insight:
    """What the orders of a shop say.

    ``grades`` of every product are with its orders, ``before`` without them; ``buyers`` are levels of customers and
    orders of the ``sales``, and who is overdue; ``prices`` what crossing a price threshold did;
    ``known`` what a forecast takes from them.
    """

    history: History
    sales: Sales
    buyers: CustomerStudy
    prices: tuple[OwnPrice, ...]
    shop: ShopGrade | None = None
    grades: tuple[Grade, ...] = ()
    before: tuple[Grade, ...] = ()
    known: Knowledge = NOTHING

    @property
    def things(self) -> tuple[str, ...]:
        """What a :class:`Portrait` can be made of: the whole shop (empty name) first, then products by customers."""
        judged = self.history.judged
        return tuple(sorted(judged, key=lambda name: (name != "", -judged[name].followed.customers, name)))


@dataclass(frozen=True, eq=False)
class Portrait:
    """Everything shown of one product, or of the whole shop (``name`` empty).

    ``seen`` is the share of customers seen to come back so far, which depends on the day of the export and must never
    be taken for a rate. ``days`` is the longest follow-up. ``rate`` of a year is with the orders, ``bounds`` those of
    the class it is in.
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
    rate: Estimate
    bounds: tuple[float, float]
    before: dict[RepurchaseClass, float] = field(default_factory=dict)
    after: dict[RepurchaseClass, float] = field(default_factory=dict)
    wait: Reason | None = None


def insight(
    lines: Lines | Sales,
    batches: Iterable[Understood],
    products: Iterable[Product],
    policy: Policy,
    today: dt.date,
) -> Insight:
    """Study the joined lines of a shop.

    Args:
        lines: all order lines, joined, or the sales among them.
        batches: what they were joined from: whether buyers can be told apart.
        products: the catalogue.
        policy: all figures.
        today: later lines are taken for mistyped dates.
    """
    products, sales = tuple(products), sales_of(lines, today)
    # Sorting leaves Python alone, so two parts at a time take little more than half as long.
    with ThreadPoolExecutor(_THREADS) as pool:
        prices = pool.submit(prices_of, sales, policy)
        history = history_of(lambda: sales, batches, products, policy)
        shop = history.judged.get("")
        buyers = study_customers(sales, policy, shop.model if shop else None)
    known = grades(products, policy)
    return Insight(
        history,
        sales,
        buyers,
        prices.result(),
        shop_grade(history.shop, policy) if history.shop else None,
        grades(products, policy, history.products) if history.products else known,
        known,
        known_of(prices.result(), policy),
    )


def prices_of(sales: Sales, policy: Policy) -> tuple[OwnPrice, ...]:
    """What crossing a price threshold did to the orders of these sales, festivals left out."""
    return own_prices(sales, policy, _festive(sales, policy))


def known_of(prices: Iterable[OwnPrice], policy: Policy) -> Knowledge:
    """What the orders tell a forecast beyond the policy: the shop's own price rule."""
    return Knowledge(price=own_rule(tuple(prices), policy))


def follow_up_list(found: Insight, headings: Mapping[str, str], names: Mapping[str, str]) -> OutTable:
    """The overdue customers as a table to be written: hashed keys and order ids, never who they are."""
    rows = follow_up(found.buyers)
    return follow_up_table(found.buyers, found.sales, rows, headings, names)


def portrait(found: Insight, name: str, policy: Policy) -> Portrait:
    """Everything to be shown of one of its things.

    Raises:
        KeyError: no such thing was judged.
    """
    one: Judged = found.history.judged[name]
    first, last = one.span
    days = festivals(first, last, policy.festivals)
    before, after = _rates(found, name, policy)
    odds = class_odds(after, policy.grading)
    return Portrait(
        name,
        one.followed.customers,
        one.followed.days,
        one.followed.seen,
        one.rates(),
        one.curve(),
        cohorts(one.found, one.last, COHORT_PERIODS),
        one.evidence.cycle,
        gaps(one.found, one.last, _windows(days)),
        days,
        rate_estimate(after),
        class_bounds(max(odds, key=lambda k: odds[k]), policy.grading),
        class_odds(before, policy.grading),
        odds,
        waiting(after, one, policy.grading),
    )


def _windows(days: Iterable[Festival]) -> list[Window]:
    """From when to when people buy for each festival, in days since 1970-01-01."""
    return [(day_number(one.first), day_number(one.last)) for one in days]


def _festive(sales: Sales, policy: Policy) -> frozenset[int]:
    """Days since 1970-01-01 on which people buy for a festival."""
    dated = sales.day[sales.day != NO_DAY]
    first, last = (day_of(int(end)) for end in (dated.min(), dated.max())) if len(dated) else (None, None)
    if first is None or last is None:
        return frozenset()
    found = _windows(festivals(first, last, policy.festivals))
    return frozenset(day for low, high in found for day in range(low, high + 1))


def _rates(found: Insight, name: str, policy: Policy) -> tuple[BetaMixture, BetaMixture]:
    """What is known of the yearly rate before and after the orders."""
    if name:
        pairs = zip(found.before, found.grades, strict=True)
        before, after = next(pair for pair in pairs if pair[0].product.name == name)
        return before.rates, after.rates
    even, shop = rate_prior(EVEN, policy.grading), found.history.judged[""].evidence
    return even, even.updated(shop.repeat, shop.effective)
