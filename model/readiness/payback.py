"""The break-even repurchase rate: how many customers must buy again for a paid first order to pay back.

An order bought at a fee pays back when what it leaves at once and what the kept customer's repeat orders leave within
the horizon make up for the fee. The cost basis, the discount and the margin of repeat orders are those of
:mod:`model.economics`.
"""

from dataclasses import dataclass, replace
from typing import Final

from scipy.optimize import brentq

from model.economics import CostBasis, cost_basis, loyalty, order_value, repeat_value
from model.policy import Policy
from model.repurchase.grading import Grade, repeat_curve
from model.repurchase.intervals import BetaMixture

POINTS: Final = 51
"""Rates at which :func:`value_curve` is taken."""


@dataclass(frozen=True, slots=True)
class PaidOrder:
    """What a first order is bought at: ``fee`` yuan of slot fee per expected order, ``commission`` share of kept sales."""

    fee: float
    commission: float


@dataclass(frozen=True, slots=True)
class Case:
    """One way to sell: cost basis of ``first`` and of ``later`` orders, what the first is bought at, the repeat curve.

    ``cycle_days`` and ``regulars`` are those of :class:`model.repurchase.grading.RepeatCurve`, ``loyalty`` is that of
    :func:`model.economics.loyalty`.
    """

    first: CostBasis
    later: CostBasis
    order: PaidOrder
    cycle_days: float
    regulars: float = 1.0
    loyalty: float = 1.0


def case_of(grade: Grade, order: PaidOrder, policy: Policy) -> Case:
    """A graded product as it is, its first orders bought so."""
    basis = cost_basis(grade.product, grade.attributes.category, policy)
    return Case(basis, basis, order, grade.repeat.cycle_days, grade.repeat.regulars, loyalty(grade, policy))


def value_at(case: Case, rate: float, policy: Policy) -> float:
    """Yuan that one paid first order leaves in the end, if this share of customers buys again within the window."""
    return first_value(case) + later_value(case, rate, policy)


def first_value(case: Case) -> float:
    """Yuan that a paid first order leaves at once, after commission, returns and the fee."""
    return at_once(case.first, case.order)


def at_once(basis: CostBasis, order: PaidOrder) -> float:
    """Yuan that a first order of these costs leaves when it is bought so; the more, the better an offer."""
    return order_value(basis, order.commission) - order.fee


def most_fee(case: Case, rate: float, policy: Policy) -> float:
    """The fee in yuan at which a first order just pays back at this rate; below 0: not even if it cost none."""
    return order_value(case.first, case.order.commission) + later_value(case, rate, policy)


def later_value(case: Case, rate: float, policy: Policy) -> float:
    """Yuan that the repeat orders of one paid first order leave within the horizon at this repurchase rate."""
    curve = replace(repeat_curve(rate, case.cycle_days), regulars=case.regulars)
    commission = case.order.commission
    return (1 - case.first.return_rate) * case.loyalty * repeat_value(case.later, curve, policy, commission)


def value_curve(case: Case, policy: Policy) -> tuple[tuple[float, float], ...]:
    """Repurchase rates from 0 to 1, and the yuan one paid first order leaves at each."""
    rates = (place / (POINTS - 1) for place in range(POINTS))
    return tuple((rate, value_at(case, rate, policy)) for rate in rates)


def needed_rate(case: Case, policy: Policy) -> float | None:
    """The repurchase rate within the window at which a paid first order pays back, the cycle held.

    0 when it pays by itself; None when it does not even with everybody coming back.
    """
    if value_at(case, 0.0, policy) >= 0:
        return 0.0
    if value_at(case, 1.0, policy) < 0:
        return None
    return float(brentq(lambda rate: value_at(case, rate, policy), 0.0, 1.0, xtol=1e-10))


def odds(rates: BetaMixture, needed: float | None, lift: float = 1.0) -> float:
    """Odds that the own rate, ``lift`` times as high, is at least the one needed."""
    if needed is None:
        return 0.0
    return 1.0 if needed == 0 else 1 - rates.cdf(min(needed / lift, 1.0))
