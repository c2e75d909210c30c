"""What one order, one offer and one new customer are worth, on one stated cost basis.

The basis: prices and costs as the merchant pays them, tax included; platform fee and commission on kept sales; goods
that come back are sold again in part; shipping of a returned order is lost and its handling paid.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

from model.policy import Category, Policy
from model.records import Estimate, Product
from model.repurchase.grading import Grade, RepeatCurve, at_rate

_LEAST_SHARE: Final = 1e-6
"""Of a value: what a range may shrink to where nobody comes back."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class CostBasis:
    """Figures of one order, in yuan and shares; ``estimated`` names those the product did not give."""

    price: float
    unit_cost: float
    ship_cost: float
    platform_fee: float
    return_rate: float
    handling: float
    resaleable: float
    estimated: frozenset[str]


@dataclass(frozen=True, slots=True)
class BreakEven:
    """Orders at which a slot fee is earned back by first sales: how many to keep, and to ship for that."""

    kept: float
    shipped: float


def cost_basis(product: Product, category: Category, policy: Policy) -> CostBasis:
    """The product's own costs, with the category's or the usual ones where it has none."""
    usual = {
        "unit_cost": round(product.price * (1 - category.margin), 2),
        "ship_cost": policy.estimates.ship_cost,
        "platform_fee": policy.estimates.platform_fee,
        "return_rate": category.return_rate,
    }
    own = {name: getattr(product, name) for name in usual}
    missing = frozenset(name for name, value in own.items() if value is None)
    figures = {name: usual[name] if value is None else float(value) for name, value in own.items()}
    rule = policy.economics
    return CostBasis(
        price=product.price,
        handling=rule.return_handling,
        resaleable=rule.resaleable,
        estimated=missing,
        **figures,
    )


def unit_margin(basis: CostBasis) -> float:
    """Yuan left of one kept order before commission: price less platform fee, goods, shipping and packing."""
    return basis.price * (1 - basis.platform_fee) - basis.unit_cost - basis.ship_cost


def margin_share(basis: CostBasis) -> float:
    """Gross margin as a share of the price, before platform fee: (price - goods - shipping) / price."""
    return (basis.price - basis.unit_cost - basis.ship_cost) / basis.price


def return_loss(basis: CostBasis) -> float:
    """Yuan lost with one returned order: shipping, handling, and the goods that cannot be sold again."""
    return basis.ship_cost + basis.handling + (1 - basis.resaleable) * basis.unit_cost


def order_value(basis: CostBasis, commission: float) -> float:
    """Expected yuan of one paid first order, returns and commission on kept sales taken off."""
    kept = unit_margin(basis) - commission * basis.price
    return (1 - basis.return_rate) * kept - basis.return_rate * return_loss(basis)


def repeat_value(basis: CostBasis, curve: RepeatCurve, policy: Policy) -> float:
    """Expected yuan of the repeat purchases of one kept customer within the horizon, discounted to today.

    Repeat orders carry no commission and come back less often than live ones (``repeat_return_ratio``).
    """
    rule = policy.economics
    returned = basis.return_rate * rule.repeat_return_ratio
    each = (1 - returned) * unit_margin(basis) - returned * return_loss(basis)
    return each * curve.discounted(rule.horizon_days, math.log1p(rule.discount_year) / 365)


def customer_value(basis: CostBasis, grade: Grade, policy: Policy) -> Estimate:
    """:func:`repeat_value` of one new customer with its 80 % range: rate and cycle may both be other than they seem."""
    curve, middle = grade.repeat, repeat_value(basis, grade.repeat, policy)
    if middle == 0:
        return Estimate(0.0, 0.0, 0.0)
    ends = (
        _apart(
            middle,
            [at_rate(curve, rate), replace(curve, cycle_days=curve.cycle_days * stretch)],
            basis,
            policy,
        )
        for rate, stretch in (
            (grade.rate.low, grade.interval.high / grade.interval.value),
            (grade.rate.high, grade.interval.low / grade.interval.value),
        )
    )
    less, more = (math.hypot(*logs) for logs in ends)
    low, high = sorted((middle * math.exp(-less), middle * math.exp(more)))
    return Estimate(middle, low, high)


def _apart(middle: float, curves: Iterable[RepeatCurve], basis: CostBasis, policy: Policy) -> list[float]:
    """How far the value under each curve is from the middle, in log units."""
    values = (repeat_value(basis, curve, policy) for curve in curves)
    return [abs(math.log(max(value / middle, _LEAST_SHARE))) for value in values]


def break_even(basis: CostBasis, slot_fee: float, commission: float) -> BreakEven | None:
    """Orders that earn the slot fee back; None when every order loses."""
    value = order_value(basis, commission)
    if value <= 0:
        return None
    shipped = slot_fee / value
    return BreakEven(shipped * (1 - basis.return_rate), shipped)


def break_even_roi(basis: CostBasis) -> float:
    """Sales per yuan of promotion at which nothing is earned: 1 / (margin (1 - refunds) (1 - platform fee)).

    Infinite when the margin is not positive.
    """
    kept = margin_share(basis) * (1 - basis.return_rate) * (1 - basis.platform_fee)
    return 1 / kept if kept > 0 else math.inf


def guarantee_refund(slot_fee: float, guarantee: float | None, gmv: ArrayLike) -> Floats:
    """Yuan of the slot fee given back when paid GMV (of each draw) misses ``guarantee`` x slot fee, in proportion to what is missing."""
    promised = (guarantee or 0.0) * slot_fee
    sold = np.asarray(gmv, float)
    return slot_fee * np.maximum(0.0, 1 - sold / promised) if promised > 0 else np.zeros_like(sold)
