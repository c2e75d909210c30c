"""What is to be known of a plan before it is signed, and watched for once it runs."""

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, starmap
from typing import TYPE_CHECKING, Final

from model.authenticity.fee import FairFee
from model.authenticity.roster import HostCheck, Verdict
from model.economics import CostBasis, return_loss, unit_margin
from model.errors import Reason, Value
from model.matrix.plan import Choice, Plan
from model.policy import Policy
from model.records import Kind, Tier
from model.repurchase.grading import Grade

if TYPE_CHECKING:
    from model.authenticity.audit import Audit

_GUESSED: Final = "estimated_"
_CHEAP_FIRST: Final = (Tier.TAIL, Tier.WAIST, Tier.HEAD)


@dataclass(frozen=True, slots=True)
class Brief:
    """One chosen offer before it is signed: what speaks for it, and what is still to be settled."""

    choice: Choice
    reasons: tuple[Reason, ...]
    doubts: tuple[Reason, ...]


def briefs(plan: Plan, audit: "Audit") -> tuple[Brief, ...]:
    """Every chosen offer in the order of the plan; ``audit`` is that of the roster it was chosen from."""
    places = {host.id: place for place, host in enumerate(audit.check.hosts)}
    return tuple(_brief(choice, audit, places.get(choice.id)) for choice in plan.choices)


def _brief(choice: Choice, audit: "Audit", place: int | None) -> Brief:
    known = [one for one in choice.reasons if not one.code.startswith(_GUESSED)]
    doubts = [one for one in choice.reasons if one.code.startswith(_GUESSED)]
    if choice.candidate.host.influencer.kind is Kind.HOST and place is not None:
        doubts = [*_water(audit.check.host(place)), *doubts]
        rows = audit.fees.rows[place]
        name = choice.candidate.offer.offer.name
        for one in _fee(choice, next((row for row in rows if row.offer == name), None)):
            (doubts if one.code in ("fee_above", "no_guarantee") else known).append(one)
    return Brief(choice, tuple(known), (*doubts, *_stock(choice)))


def _water(check: HostCheck) -> Iterator[Reason]:
    values = {"share": check.authenticity.value}
    if check.verdict is Verdict.PADDED:
        yield Reason("doubt_padded", values)
    elif check.verdict is Verdict.DOUBTFUL:
        yield Reason("doubt_doubtful", values)
    elif check.verdict is Verdict.UNKNOWN:
        yield Reason("doubt_unknown")


def _fee(choice: Choice, fair: FairFee | None) -> Iterator[Reason]:
    """The fee beside what like hosts ask, and what stands behind it."""
    offer = choice.candidate.offer
    fee = offer.slot_fee
    if fee <= 0:
        return
    if fair is not None and "slot_fee" not in offer.estimated:
        values = {"fee": fee, "low": fair.fair.low, "middle": fair.fair.value, "high": fair.fair.high}
        if fee > fair.fair.high:
            yield Reason("fee_above", values)
        elif fee < fair.fair.low:
            yield Reason("fee_below", values)
        else:
            yield Reason("fee_within", values)
    if offer.offer.guarantee:
        yield Reason("guaranteed", {"ratio": offer.offer.guarantee, "sales": offer.offer.guarantee * fee})
    else:
        yield Reason("no_guarantee", {"cost": choice.cost})


def _stock(choice: Choice) -> Iterator[Reason]:
    product = choice.candidate.worth.product
    if product.stock is not None and choice.orders.high > product.stock:
        values: dict[str, Value] = {
            "product": product.name,
            "stock": product.stock,
            "orders": choice.orders.high,
        }
        yield Reason("stock_short", values)


# ── in which order, and what to watch ──


def booking_order(plan: Plan) -> tuple[Choice, ...]:
    """Small hosts before large ones, in each level the most profit per yuan first: what the cheap ones bring tells of the dear."""

    def rank(choice: Choice) -> tuple[int, float]:
        spent = choice.cost + choice.candidate.beside
        return _CHEAP_FIRST.index(choice.candidate.host.tier), -choice.long_profit / max(spent, 1.0)

    return tuple(sorted(plan.choices, key=rank))


@dataclass(frozen=True, slots=True)
class Step:
    """One offer in the order of booking: yuan spent on slot fees and orders expected once it is booked."""

    choice: Choice
    spent: float
    orders: float


def steps(plan: Plan) -> tuple[Step, ...]:
    """The order of booking with what it comes to on the way."""
    order = booking_order(plan)
    spent = accumulate(choice.cost for choice in order)
    orders = accumulate(choice.orders.value for choice in order)
    return tuple(starmap(Step, zip(order, spent, orders, strict=True)))


def watch(plan: Plan, grades: Sequence[Grade], policy: Policy) -> tuple[Reason, ...]:
    """Early warnings with figures: orders of the first sessions, returns, stock, customers who come back, the largest host."""
    if not plan.choices:
        return ()
    sold = _sold(plan)
    found = [_first(plan, policy)]
    for name, choices in sold.items():
        found += _returns(name, choices)
        found += _sell_out(choices, policy)
    found += [one for grade in grades if grade.product.name in sold for one in _come_back(grade, policy)]
    if len(plan.choices) > 1:
        largest = max(plan.choices, key=lambda choice: choice.orders.value)
        found.append(
            Reason(
                "watch_largest",
                {
                    "name": largest.candidate.host.influencer.name,
                    "orders": largest.orders.value,
                    "low": largest.orders.low,
                },
            )
        )
    return tuple(found)


def _sold(plan: Plan) -> dict[str, list[Choice]]:
    sold: dict[str, list[Choice]] = defaultdict(list)
    for choice in plan.choices:
        sold[choice.candidate.worth.product.name].append(choice)
    return sold


def _first(plan: Plan, policy: Policy) -> Reason:
    """Orders of the first sessions booked: the mean, and the lower ends of their ranges added up.

    Added up they are rarer than each by itself, except on days that are bad for all: an alarm seldom comes for nothing.
    """
    left = round(policy.signing.first_sessions)
    sessions, mean, low = 0, 0.0, 0.0
    for choice in booking_order(plan):
        taken = min(left - sessions, choice.candidate.sessions)
        share = taken / choice.candidate.sessions
        sessions, mean, low = (
            sessions + taken,
            mean + share * choice.orders.value,
            low + share * choice.orders.low,
        )
        if sessions >= left:
            break
    return Reason("watch_sessions", {"n": sessions, "orders": mean, "low": math.floor(low)})


def breaking_returns(basis: CostBasis, commission: float) -> float | None:
    """Return rate at which a first order earns nothing: kept ÷ (kept + loss of a return); None where it never earns."""
    kept = unit_margin(basis) - commission * basis.price
    return kept / (kept + return_loss(basis)) if kept > 0 else None


def _returns(name: str, choices: Sequence[Choice]) -> Iterator[Reason]:
    """From which return rate on the dearest commission leaves nothing; nothing where it leaves nothing anyhow."""
    worst = max(choices, key=lambda choice: choice.candidate.offer.commission).candidate
    most = breaking_returns(worst.worth.basis, worst.offer.commission)
    rate = worst.worth.basis.return_rate
    if most is not None and most > rate:
        yield Reason("watch_returns", {"product": name, "rate": rate, "most": most})


def _sell_out(choices: Sequence[Choice], policy: Policy) -> Iterator[Reason]:
    product = choices[0].candidate.worth.product
    high = sum(choice.orders.high for choice in choices)
    if product.stock is not None and high > product.stock:
        at = policy.signing.reorder_share * product.stock
        yield Reason(
            "watch_stock", {"product": product.name, "stock": product.stock, "orders": high, "at": at}
        )


def _come_back(grade: Grade, policy: Policy) -> Iterator[Reason]:
    """Buyers who should be back early: q (1 - e^(-t/m)), the first gap of the repeat curve."""
    curve = grade.repeat
    days = min(policy.signing.look_days, curve.cycle_days)
    share = curve.return_share * -math.expm1(-days / curve.cycle_days)
    if share > 0:
        values: dict[str, Value] = {"product": grade.product.name, "days": days, "share": share}
        yield Reason("watch_repeat", {**values, "least": policy.signing.alarm_share * share})


# ── what it rests on ──

_ALWAYS: Final = (
    "response.host_sd",
    "response.common_sd",
    "economics.horizon_days",
    "economics.discount_year",
    "audiences.strength",
)


def assumptions(plan: Plan, policy: Policy) -> tuple[str, ...]:
    """Keys of the figures that bear on this plan most: the shop's own first, then those each chosen offer was priced with.

    Leaves out what only completes figures the merchant gave himself.
    """
    own = [key for key, entry in policy.entries.items() if entry.value != entry.default]
    return tuple(dict.fromkeys([*own, *_used(plan), *_ALWAYS]))


def _used(plan: Plan) -> Iterator[str]:
    """What the forecast of the chosen offers took from the policy."""
    items = [choice.candidate for choice in plan.choices]
    forms = {str(item.offer.offer.form) for item in items}
    yield from (f"response.conversion_{form}" for form in ("live", "post") if form in forms)
    if any(item.host.real is None for item in items if item.host.influencer.kind is Kind.HOST):
        yield "response.authenticity"
    if any("views" in item.host.estimated for item in items):
        yield from ("estimates.views_factor", "estimates.views_exponent")
    guessed = {name for item in items for name in (*item.offer.estimated, *item.worth.basis.estimated)}
    if "slot_fee" in guessed:
        yield "estimates.fee_at_100k"
    for name in ("commission", "ship_cost", "platform_fee"):
        if name in guessed:
            yield f"estimates.{name}"
    if any(item.sessions > 1 for item in items):
        yield "response.session_decay"
    if any(item.host.influencer.kind is not Kind.HOST for item in items):
        yield "response.own_conversion"
    yield from ("response.fit_effect", "economics.repeat_return_ratio")
