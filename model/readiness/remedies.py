"""What may bring the repurchase rate and the rate that is needed together; the effects are guesses of the policy."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from model.economics import CostBasis
from model.errors import Reason, Value
from model.policy import Policy
from model.readiness.payback import Case, PaidOrder, needed_rate, odds, value_at
from model.repurchase.grading import WINDOW_DAYS, log_demand, repeat_curve
from model.repurchase.intervals import BetaMixture

_SEEN = 1e-6


@dataclass(frozen=True, slots=True)
class Remedy:
    """One thing to try, by what the policy guesses of it.

    ``needed`` and ``rate`` are the break-even and the own repurchase rate with it, ``probability`` the odds that it
    is enough, ``value`` yuan per paid first order, ``gain`` by how much own and needed rate draw together (0-1; a
    rate that is never enough counts as 1).
    """

    reason: Reason
    needed: float | None
    rate: float
    probability: float
    value: float
    gain: float


@dataclass(frozen=True, slots=True)
class _Try:
    """A changed case, with the share of customers who come back after each purchase."""

    reason: Reason
    case: Case
    return_share: float


def remedies(case: Case, rates: BetaMixture, policy: Policy, lasting: bool = False) -> tuple[Remedy, ...]:
    """All that would help, what draws own and needed rate together most first.

    Of ``lasting`` goods there are no packs to take and nothing to be reminded of: only the margin is left.
    """
    rate = rates.mean()
    apart = _needed(needed_rate(case, policy)) - rate
    tries = (_margin(case, _share(case, rate), policy),) if lasting else _tries(case, rate, policy)
    found = [_judged(one, rates, apart, policy) for one in tries]
    before = value_at(case, rate, policy)
    helpful = [one for one in found if one.gain > _SEEN or (lasting and one.value > before)]
    return tuple(sorted(helpful, key=lambda one: (-one.gain, -one.value)))


def _judged(one: _Try, rates: BetaMixture, apart: float, policy: Policy) -> Remedy:
    rate = one.return_share * -math.expm1(-WINDOW_DAYS / one.case.cycle_days)
    needed = needed_rate(one.case, policy)
    enough = odds(rates, needed, rate / rates.mean())
    return Remedy(
        one.reason, needed, rate, enough, value_at(one.case, rate, policy), apart - (_needed(needed) - rate)
    )


def _needed(rate: float | None) -> float:
    return 1.0 if rate is None else rate


def _tries(case: Case, rate: float, policy: Policy) -> Iterator[_Try]:
    share = _share(case, rate)
    rule = policy.readiness
    smaller, larger = (_pack(case, times, policy) for times in (rule.pack_small, rule.pack_large))
    yield _Try(Reason("try_smaller_pack", _packed(rule.pack_small, smaller)), smaller, share)
    yield _Try(Reason("try_larger_pack", _packed(rule.pack_large, larger)), larger, share)
    yield _reminder(case, share, policy)
    yield _subscription(case, share, policy)
    if case.first.price > policy.price_rule.threshold:
        yield _trial(case, share, policy)
    yield _margin(case, share, policy)


def _share(case: Case, rate: float) -> float:
    return repeat_curve(rate, case.cycle_days).return_share


def _packed(times: float, after: Case) -> Mapping[str, Value]:
    return {"times": times, "price": after.first.price, "days": after.cycle_days}


def _pack(case: Case, times: float, policy: Policy) -> Case:
    """Another pack size: price, goods and cycle go by powers of it, shipping stays, demand follows the price rule."""
    rule = policy.readiness
    first, later = (_scaled(basis, times**rule.pack_price) for basis in (case.first, case.later))
    order = _repriced(case, first.price, policy)
    return Case(first, later, order, case.cycle_days * times**rule.pack_cycle, case.regulars, case.loyalty)


def _reminder(case: Case, share: float, policy: Policy) -> _Try:
    """A message at the median cycle brings back some of those who would stay away, and costs a little for all."""
    rule = policy.readiness
    values = {"days": case.cycle_days, "lift": rule.reminder_lift, "cost": rule.reminder_cost}
    fee = case.order.fee + (1 - case.first.return_rate) * rule.reminder_cost
    reminded = replace(case, order=replace(case.order, fee=fee))
    return _Try(Reason("try_reminder", values), reminded, share + rule.reminder_lift * (1 - share))


def _subscription(case: Case, share: float, policy: Policy) -> _Try:
    """Some customers subscribe and stay more surely, for a discount on their part of the repeat orders."""
    rule = policy.readiness
    stay = max(share, rule.subscription_stay)
    after = (1 - rule.subscription_take) * share + rule.subscription_take * stay
    theirs = rule.subscription_take * stay / after if after else 0.0
    price = case.later.price * (1 - theirs * rule.subscription_discount)
    values = {"take": rule.subscription_take, "stay": stay, "discount": rule.subscription_discount}
    subscribed = replace(case, later=replace(case.later, price=price))
    return _Try(Reason("try_subscription", values), subscribed, after)


def _trial(case: Case, share: float, policy: Policy) -> _Try:
    """A first pack at the price threshold: more orders for the fee, fewer of them go on to the full pack."""
    threshold = policy.price_rule.threshold
    first = _scaled(case.first, threshold / case.first.price)
    order = _repriced(case, threshold, policy)
    values = {"price": threshold, "fee": order.fee, "before": case.order.fee}
    trial = replace(case, first=first, order=order)
    return _Try(Reason("try_trial_pack", values), trial, share * policy.readiness.trial_repeat)


def _margin(case: Case, share: float, policy: Policy) -> _Try:
    """The same price with cheaper goods."""
    step = policy.readiness.margin_step
    first, later = (
        replace(basis, unit_cost=max(basis.unit_cost - step * basis.price, 0.0))
        for basis in (case.first, case.later)
    )
    values = {"step": step, "cost": first.unit_cost}
    return _Try(Reason("try_margin", values), replace(case, first=first, later=later), share)


def _scaled(basis: CostBasis, times: float) -> CostBasis:
    return replace(basis, price=basis.price * times, unit_cost=basis.unit_cost * times)


def _repriced(case: Case, price: float, policy: Policy) -> PaidOrder:
    """The same fee spread over the orders that the price rule expects at another price."""
    rule = policy.price_rule
    fewer = math.exp(log_demand(case.first.price, rule) - log_demand(price, rule))
    return replace(case.order, fee=case.order.fee * fewer)
