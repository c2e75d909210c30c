"""Everyone gains: what the plan is worth to each host, to the shop and to customers, and where a long-term deal is better."""

from dataclasses import dataclass

from model.errors import Reason, Value
from model.estimates import fair_fee
from model.launchrules import DealRule
from model.matrix.candidates import Candidate
from model.matrix.plan import Choice, Plan
from model.policy import Policy
from model.records import Form, Kind
from model.response import sessions_factor


@dataclass(frozen=True, slots=True)
class Deal:
    """A long-term deal of ``sessions`` at a lower fee. Money in yuan per session.

    The shop asks for a discount of ``least`` at least, the host gives ``most`` at most, shares of the slot fee; ``discount``
    lies in the middle. ``host_gain`` and ``shop_gain`` are what each has more than without the deal, at that discount.
    """

    sessions: int
    least: float
    most: float
    discount: float
    fee: float
    host_gain: float
    shop_gain: float


@dataclass(frozen=True, slots=True)
class HostShare:
    """What one chosen host's part of the plan is worth to the three of them.

    ``income`` of the host in yuan over all sessions, ``an_hour`` of it, ``fair_ratio`` his income a session against what
    hosts of his size ask for one (None for the shop's own people); ``shop`` long-run profit in yuan; ``kept`` is the share
    of customers who keep the goods, ``again`` the orders each is expected to place again within the horizon.
    """

    id: str
    name: str
    income: float
    an_hour: float
    fair_ratio: float | None
    shop: float
    kept: float
    again: float
    deal: Deal | None
    reasons: tuple[Reason, ...]


def shares(plan: Plan, policy: Policy) -> tuple[HostShare, ...]:
    """The share of every chosen host, in the order of the plan."""
    elsewhere = yield_of(plan)
    return tuple(_share(choice, elsewhere, policy) for choice in plan.choices)


def yield_of(plan: Plan) -> float:
    """Long-run profit that a yuan of fees brings over all outside hosts of the plan; never below 0."""
    outside = [c for c in plan.choices if c.candidate.host.influencer.kind is Kind.HOST]
    spent = sum(choice.cost for choice in outside)
    return max(0.0, sum(choice.long_profit for choice in outside) / spent) if spent > 0 else 0.0


def _share(choice: Choice, elsewhere: float, policy: Policy) -> HostShare:
    item, rule = choice.candidate, policy.deals
    income, hours = _income(choice), _hours(item, rule) * item.sessions
    own = item.host.influencer.kind is not Kind.HOST
    fair = fair_fee(item.host.followers, policy.estimates)
    ratio = None if own or fair <= 0 else income / item.sessions / fair
    found = None if own else deal(choice, elsewhere, policy)
    basis, horizon = item.worth.basis, policy.economics.horizon_days
    return HostShare(
        item.host.influencer.id,
        item.host.influencer.name,
        income,
        income / hours if hours > 0 else 0.0,
        ratio,
        choice.long_profit,
        1 - basis.return_rate,
        float(item.worth.grade.repeat.discounted(horizon, 0.0)),
        found,
        _reasons(item, ratio, found),
    )


def _income(choice: Choice) -> float:
    """Slot fees and commission on kept sales."""
    item = choice.candidate
    basis = item.worth.basis
    kept = choice.orders.value * (1 - basis.return_rate)
    return choice.cost + kept * item.offer.commission * basis.price


def _hours(item: Candidate, rule: DealRule) -> float:
    return rule.live_hours if item.offer.offer.form is Form.LIVE else rule.post_hours


def deal(choice: Choice, elsewhere: float, policy: Policy) -> Deal | None:
    """The long-term deal that is better for both, or None.

    Without it a share ``idle`` of the host's slots stays unsold, so a slot is worth (1 - idle) of its income to him: he
    agrees to a discount of up to idle x (fee + commission) / fee. The sessions lie a month apart, each brings ``wear`` of
    the one before. The shop saves the search for another host, and agrees when a yuan of fee brings more than
    ``elsewhere``, what it brings in the rest of the plan: (brought + trouble) / (1 + elsewhere) is the most it pays.
    """
    item, rule = choice.candidate, policy.deals
    fee, count = item.offer.slot_fee, max(1, round(rule.sessions))
    if fee <= 0:
        return None
    orders = item.response.mean * sessions_factor(count, rule.wear) / count
    basis = item.worth.basis
    commission = orders * (1 - basis.return_rate) * item.offer.commission * basis.price
    brought = orders * (item.order_value + (1 - basis.return_rate) * item.worth.repeat) + rule.trouble
    most = min(1.0, rule.idle * (fee + commission) / fee)
    least = max(0.0, 1 - brought / (1 + elsewhere) / fee)
    if least >= most:
        return None
    discount = (least + most) / 2
    lower = fee * (1 - discount)
    host_gain = lower + commission - (1 - rule.idle) * (fee + commission)
    return Deal(count, least, most, discount, lower, host_gain, brought - (1 + elsewhere) * lower)


def _reasons(item: Candidate, ratio: float | None, found: Deal | None) -> tuple[Reason, ...]:
    name, told = item.host.influencer.name, []
    if ratio is not None and ratio < 1:
        told.append(Reason("host_underpaid", {"name": name, "ratio": ratio}))
    if found is not None:
        values: dict[str, Value] = {
            "name": name,
            "sessions": found.sessions,
            "fee": found.fee,
            "host": found.host_gain,
            "shop": found.shop_gain,
        }
        told.append(Reason("deal_for_both", values))
    return tuple(told)
