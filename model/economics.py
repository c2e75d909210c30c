"""What one order, one offer and one new customer are worth, on one stated cost basis.

The basis: prices and costs as the merchant pays them, tax included; platform fee and commission on kept sales; goods
that come back are sold again in part; shipping of a returned order is lost and its handling paid.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

from model.policy import Category, Policy
from model.records import Estimate, Form, Product
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


def basis_for(basis: CostBasis, form: Form, policy: Policy) -> CostBasis:
    """The basis of orders won by one form: those of a post come back less often, where nobody gave the return rate."""
    if form is Form.LIVE or "return_rate" not in basis.estimated:
        return basis
    return replace(basis, return_rate=min(basis.return_rate * policy.offers.post_returns, 0.99))


def samples_cost(basis: CostBasis, policy: Policy) -> float:
    """Yuan of the samples one outside host gets for an offer: goods and shipping, not sent back."""
    return policy.offers.samples * (basis.unit_cost + basis.ship_cost)


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


def repeat_value(basis: CostBasis, curve: RepeatCurve, policy: Policy, commission: float = 0.0) -> float:
    """Expected yuan of the repeat purchases of one kept customer within the horizon, discounted to today.

    Repeat orders come back less often than live ones (``repeat_return_ratio``) and carry no commission, unless the
    policy says which share of them does (``repeat_commission``).
    """
    rule = policy.economics
    returned = basis.return_rate * rule.repeat_return_ratio
    kept = unit_margin(basis) - policy.offers.repeat_commission * commission * basis.price
    each = (1 - returned) * kept - returned * return_loss(basis)
    return each * curve.discounted(rule.horizon_days, math.log1p(rule.discount_year) / 365)


def repeat_worth(basis: CostBasis, grade: Grade, policy: Policy, commission: float = 0.0) -> float:
    """:func:`repeat_value` of a customer won at the live price, who is less loyal the deeper its discount."""
    return loyalty(grade, policy) * repeat_value(basis, grade.repeat, policy, commission)


def loyalty(grade: Grade, policy: Policy) -> float:
    """Repeat value of a customer won at this price, over that of one won at the usual price: e^(-fall x discount).

    The discount is the policy's ``deal_depth``, or how far the price is below what the category usually asks; the
    latter only where no own orders say how often such customers come back. The form is that of Lewis (2006): customers
    won at 35 % off were worth half.
    """
    category = grade.attributes.category
    usual = category.price_low if grade.basis == "attributes" and category.code != "unknown" else 0.0
    below = 1 - grade.product.price / usual if usual > 0 else 0.0
    return math.exp(-policy.offers.deal_fall * max(policy.offers.deal_depth, below, 0.0))


def customer_value(basis: CostBasis, grade: Grade, policy: Policy) -> Estimate:
    """:func:`repeat_worth` of one new customer with its 80 % range: rate and cycle may both be other than they seem."""
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
    middle *= loyalty(grade, policy)
    low, high = sorted((middle * math.exp(-less), middle * math.exp(more)))
    return Estimate(middle, low, high)


def _apart(middle: float, curves: Iterable[RepeatCurve], basis: CostBasis, policy: Policy) -> list[float]:
    """How far the value under each curve is from the middle, in log units."""
    values = (repeat_value(basis, curve, policy) for curve in curves)
    return [abs(math.log(max(value / middle, _LEAST_SHARE))) for value in values]


def break_even(
    basis: CostBasis, slot_fee: float, commission: float, steps: Sequence[tuple[float, float]] = ()
) -> BreakEven | None:
    """Orders that earn the slot fee back; None when they never do.

    ``steps`` are (yuan of kept sales, share) from which on another commission holds for what is sold beyond.
    """
    each, earned, start = basis.price * (1 - basis.return_rate), 0.0, 0.0
    ends = (*(at / each if each > 0 else math.inf for at, _ in steps), math.inf)
    for end, share in zip(ends, (commission, *(share for _, share in steps)), strict=True):
        value = order_value(basis, share)
        if value > 0 and slot_fee - earned <= value * (end - start):
            shipped = start + (slot_fee - earned) / value
            return BreakEven(shipped * (1 - basis.return_rate), shipped)
        earned, start = earned + value * (end - start), end
    return None


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
