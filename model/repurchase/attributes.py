"""What is known of a product, with the category's figures where its own are missing, and how well they agree."""

import math
from dataclasses import dataclass

from model.errors import Reason
from model.policy import Category, Grading, Policy
from model.records import Product


@dataclass(frozen=True, slots=True)
class Attributes:
    """What the attribute prior looks at.

    ``days`` between uses-up, ``price`` yuan, ``durable`` 0-1, ``occasion`` and ``habit`` shares 0-1, ``doubt`` 0-1 (how
    much the facts contradict the category), ``estimated`` the fields of the product that were filled in.
    """

    category: Category
    days: float
    price: float
    durable: float
    occasion: float
    habit: float
    doubt: float
    estimated: frozenset[str]
    reasons: tuple[Reason, ...]


def attributes(product: Product, policy: Policy) -> Attributes:
    """The product's own facts, completed by its category."""
    found = policy.category(product.category)
    category = found or policy.unknown
    days = product.use_days if product.use_days is not None else category.life_days
    occasion, habit = _buying(product.occasion, category, policy.grading)
    doubt, doubts = _doubt(product, found, occasion, policy)
    filled = frozenset(name for name in ("use_days", "occasion") if getattr(product, name) is None)
    durable = _durable(days, policy.grading)
    reasons = (*doubts, *_reasons(category if found else None, days, durable, occasion, habit, product))
    return Attributes(category, days, product.price, durable, occasion, habit, doubt, filled, reasons)


def _buying(flag: bool | None, category: Category, grading: Grading) -> tuple[float, float]:
    """Occasion share and habit: what the merchant ticked beats the category."""
    if flag is None:
        return category.occasion, category.habit
    if flag:
        return max(category.occasion, grading.occasion_yes), min(category.habit, grading.habit_occasion)
    return min(category.occasion, grading.occasion_no), category.habit


def _durable(days: float, grading: Grading) -> float:
    return 1 / (1 + math.exp(-math.log(days / grading.durable_days) / grading.durable_width))


def _doubt(
    product: Product, found: Category | None, occasion: float, policy: Policy
) -> tuple[float, tuple[Reason, ...]]:
    grading = policy.grading
    if found is None:
        return grading.unknown_doubt, (Reason("category_unknown", {"text": product.category}),)
    gaps = {
        "contradicts_price": _outside(product.price, found.price_low / 1.5, found.price_high * 1.5),
        "contradicts_days": 0.0
        if product.use_days is None
        else max(0.0, _apart(product.use_days, found.life_days, grading) - math.log(grading.days_tolerance)),
        "contradicts_occasion": 0.0
        if product.occasion is None
        else max(0.0, abs(occasion - found.occasion) - 0.4) * 2,
    }
    doubt = grading.doubt_most * -math.expm1(-grading.doubt_rate * sum(gaps.values()))
    return doubt, tuple(Reason(code, _figures(product, found)) for code, gap in gaps.items() if gap > 0)


def _apart(days: float, usual: float, grading: Grading) -> float:
    """How far two use-up times differ, in log units; below ``days_floor`` they do not."""
    return abs(math.log(max(days, grading.days_floor) / max(usual, grading.days_floor)))


def _outside(price: float, low: float, high: float) -> float:
    """How far a price lies outside a band, in log units; 0 inside."""
    return max(0.0, math.log(low / price), math.log(price / high))


def _figures(product: Product, category: Category) -> dict[str, str | int | float | None]:
    return {
        "price": product.price,
        "low": category.price_low,
        "high": category.price_high,
        "days": product.use_days,
        "usual": category.life_days,
        **_named(category),
    }


def _named(category: Category) -> dict[str, str | int | float | None]:
    return {"category_zh": category.zh, "category_en": category.en}


def _reasons(
    category: Category | None, days: float, durable: float, occasion: float, habit: float, product: Product
) -> tuple[Reason, ...]:
    reasons = [Reason("lasts_years" if durable > 0.5 else "used_up", {"days": days})]
    if durable <= 0.5 and occasion >= 0.4:
        reasons.append(Reason("occasion_bought", {"share": occasion}))
    if habit >= 0.5:
        reasons.append(Reason("habit_bought", {"share": habit}))
    if category and product.use_days is None:
        reasons.append(Reason("from_category", _named(category) | {"reliability": category.reliability}))
    return tuple(reasons)
