"""The price rule from a shop's own orders: what crossing a price threshold does to orders, with its interval."""

import math
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

import numpy as np

from model.errors import Reason
from model.intake.joined.sales import Sales
from model.normal import Z80
from model.policy import Policy, PriceRule
from model.records import Estimate
from model.repurchase.pricedays import PriceDays, price_days
from model.repurchase.pricefit import Found, Setting, fit_price

__all__ = ["OwnPrice", "as_overrides", "as_rule", "own_price", "own_prices", "own_rule"]

_RULE: Final = "price_rule.threshold"
_LEAST: Final = 0.001


@dataclass(frozen=True, slots=True)
class OwnPrice:
    """What crossing one threshold does.

    ``ratio`` is orders a day just below ÷ just above, the price slopes apart, with its 80 % range, ``usual`` the same
    by the policy alone; the slopes are log orders lost per log price. ``basis`` is ``own``, ``mixed`` or ``prior``, by ``told``, the share of what is
    known of the step that the orders tell (0-1). ``products`` were sold at several prices in ``lines`` order lines
    with ``changes`` changes of price; ``crossing`` of them on both sides of the threshold. Products with several
    packs count once for each, live and shop sales apart.
    """

    threshold: float
    ratio: Estimate
    usual: Estimate
    slope_below: Estimate
    slope_above: Estimate
    basis: str
    told: float
    products: int
    lines: int
    changes: int
    crossing: int
    reasons: tuple[Reason, ...]


def own_prices(sales: Sales, policy: Policy, festivals: Collection[int] = ()) -> tuple[OwnPrice, ...]:
    """The shipped threshold (69 yuan) and the merchant's own where he has another one.

    Args:
        sales: lines that were paid for.
        policy: groups ``price_rule`` (the prior) and ``own_price``.
        festivals: days since 1970-01-01 on which sales are out of the ordinary; they are left out.
    """
    days = price_days(sales, policy.own_price, festivals)
    shipped = policy.entries[_RULE].default
    return tuple(
        own_price(days, policy, threshold)
        for threshold in dict.fromkeys((shipped, policy.price_rule.threshold))
    )


def own_price(days: PriceDays, policy: Policy, threshold: float) -> OwnPrice:
    """The effect of crossing one threshold; the policy's prior where the orders on both sides of it tell too little."""
    crossing = _crossing(days, threshold)
    rule = policy.own_price
    if crossing:
        found = fit_price(days, threshold, Setting.of(policy))
        told = min(max(1 - found.variance[2, 2] / rule.drop_sd**2, 0.0), 1.0)
    else:
        found, told = _prior(policy), 0.0
    basis = "own" if told >= rule.own_share else "mixed" if told >= rule.mixed_share else "prior"
    if basis == "prior":
        found = _prior(policy)
    ratio = _ratio(found)
    return OwnPrice(
        threshold,
        ratio,
        _ratio(_prior(policy)),
        _slope(found, np.array([1.0, 0.0, 0.0])),
        _slope(found, np.array([1.0, 1.0, 0.0])),
        basis,
        told,
        days.products,
        days.lines,
        days.changes,
        crossing,
        (_reason(basis, threshold, ratio, days, crossing),),
    )


def as_overrides(found: OwnPrice) -> dict[str, float]:
    """The figures of the policy's price rule as the orders have it, for the merchant to take over; empty for a prior.

    A rule never rewards a dearer price, so slopes and drop are at least next to nothing.
    """
    if found.basis == "prior":
        return {}
    figures = {
        "slope_below": found.slope_below.value,
        "slope_above": found.slope_above.value,
        "drop": math.log(found.ratio.value),
    }
    least = {f"price_rule.{name}": max(round(value, 4), _LEAST) for name, value in figures.items()}
    return {_RULE: found.threshold, **least}


def as_rule(found: OwnPrice, policy: Policy) -> PriceRule | None:
    """The price rule as the orders have it, for a forecast; None where they tell too little to leave the policy's."""
    figures = as_overrides(found)
    return policy.with_overrides(figures).price_rule if figures else None


def own_rule(prices: Collection[OwnPrice], policy: Policy) -> PriceRule | None:
    """The rule a forecast follows instead of the policy's: that of the orders at the policy's threshold, where they tell it.

    None too where the merchant put a slope, drop or width of his own into the policy: his figures stand.
    """
    his = (policy.entries[f"price_rule.{name}"] for name in ("slope_below", "slope_above", "drop", "width"))
    if any(entry.value != entry.default for entry in his):
        return None
    here = (one for one in prices if one.threshold == policy.price_rule.threshold)
    return next((rule for one in here if (rule := as_rule(one, policy)) is not None), None)


def _crossing(days: PriceDays, threshold: float) -> int:
    """How many products were sold both up to and above the threshold."""
    above = np.bincount(days.product, days.price > threshold, days.products)
    every = np.bincount(days.product, minlength=days.products)
    return int(((above > 0) & (above < every)).sum())


def _prior(policy: Policy) -> Found:
    setting = Setting.of(policy)
    return Found(setting.means, np.diag(setting.spreads**2))


def _ratio(found: Found) -> Estimate:
    middle, spread = float(found.effects[2]), math.sqrt(float(found.variance[2, 2]))
    low, high = (math.exp(middle + sign * Z80 * spread) for sign in (-1, 1))
    return Estimate(math.exp(middle), low, high)


def _slope(found: Found, parts: np.ndarray[tuple[int], np.dtype[np.float64]]) -> Estimate:
    middle, spread = float(parts @ found.effects), math.sqrt(float(parts @ found.variance @ parts))
    return Estimate(middle, middle - Z80 * spread, middle + Z80 * spread)


def _reason(basis: str, threshold: float, ratio: Estimate, days: PriceDays, crossing: int) -> Reason:
    values = {
        "threshold": threshold,
        "ratio": ratio.value,
        "low": ratio.low,
        "high": ratio.high,
        "products": crossing,
        "lines": days.lines,
        "changes": days.changes,
    }
    if not days.changes:
        return Reason("price_never_changed", values)
    if not crossing:
        return Reason("price_never_crossed", values)
    sentences = {
        "own": Reason("price_own", values),
        "mixed": Reason("price_mixed", values),
        "prior": Reason("price_prior", values),
    }
    return sentences[basis]
