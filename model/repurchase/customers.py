"""Customers and orders by what they bring: levels, what each level buys next and when, who is overdue."""

from dataclasses import dataclass

import numpy as np

from model.errors import Reason
from model.intake.joined.arrays import NO_DAY, NONE, Ints
from model.intake.joined.linking import sums
from model.intake.joined.sales import Sales
from model.policy import Policy
from model.records import Tier
from model.repurchase.behaviour import Behaviour, behaviour
from model.repurchase.buyers import Base, Following, base, following
from model.repurchase.outlook import HORIZONS, Outlook, outlook
from model.repurchase.tiering import TIERS, Spread, spread

__all__ = ["HORIZONS", "CustomerStudy", "TierOutlook", "order_spread", "study_customers"]


@dataclass(frozen=True, slots=True)
class TierOutlook:
    """What one level of customers is expected to do.

    ``purchases`` and ``spend_fen`` are sums over its members for each of :data:`HORIZONS`; ``staying`` how many are
    expected to be customers still; ``cycle_days`` the median gap they were seen to make, None when nobody came back;
    ``overdue`` how many are. ``next_product``, a place among the sales' products (``NONE``: too little is known), is
    what the next purchase is of most likely, with ``next_share`` of the members whose next one can be told.
    """

    tier: Tier
    staying: float
    purchases: tuple[float, ...]
    spend_fen: tuple[float, ...]
    cycle_days: float | None
    overdue: int
    next_product: int
    next_share: float


@dataclass(frozen=True, eq=False)
class CustomerStudy:
    """All that is said of customers and orders.

    ``customers`` is None where no buyer is known, ``orders`` where nothing was sold. ``outlook`` (and ``tiers``, head
    first) need enough customers and days; ``refused`` says what is missing and why.
    """

    base: Base
    customers: Spread | None
    orders: Spread | None
    outlook: Outlook | None
    tiers: tuple[TierOutlook, ...]
    following: Following
    refused: tuple[Reason, ...]


def study_customers(sales: Sales, policy: Policy, model: Behaviour | None = None) -> CustomerStudy:
    """Study the customers and orders of these sales.

    Args:
        sales: lines that were paid for, up to today.
        policy: groups ``customers`` and ``purchasing`` are used.
        model: purchase models of the whole shop where they are fitted already.
    """
    rule, found = policy.customers, base(sales)
    levels = spread(found.net, found.times, rule)
    refused = _refused(found, policy)
    after = following(found, sales.products.count, rule)
    ahead: Outlook | None = None
    tiers: tuple[TierOutlook, ...] = ()
    if levels and not refused:
        fitted = model or behaviour(found.found, found.end, policy.purchasing)
        ahead = outlook(found, fitted, rule, policy.purchasing.few)
        tiers = _tiers(found, levels, ahead, after)
    return CustomerStudy(
        found,
        levels,
        order_spread(sales, policy),
        ahead,
        tiers,
        after,
        refused,
    )


def order_spread(sales: Sales, policy: Policy) -> Spread | None:
    """Levels of orders by net spend; orders refunded in whole count for nothing. Needs no buyer."""
    codes, count = sales.orders
    net = sums(codes, sales.net, count)
    kept = net[net > 0]
    return spread(kept, np.ones_like(kept), policy.customers)


def _refused(found: Base, policy: Policy) -> tuple[Reason, ...]:
    """Why nothing is said of what customers buy next."""
    rule = policy.purchasing
    if not len(found):
        return (Reason("customers_unknown"),)
    least = int(rule.least_customers)
    if len(found) < least:
        return (Reason("outlook_few", {"customers": len(found), "least": least}),)
    days = int(found.end - found.first.min()) if found.end != NO_DAY else 0
    if days < rule.least_days:
        return (Reason("outlook_short", {"days": days, "least": int(rule.least_days)}),)
    return ()


def _tiers(found: Base, levels: Spread, ahead: Outlook, after: Following) -> tuple[TierOutlook, ...]:
    gaps, owner = found.found.gaps, found.found.owners[found.found.repeats]
    return tuple(
        TierOutlook(
            level,
            float(ahead.alive[members].sum()),
            tuple(ahead.purchases[members].sum(0).tolist()),
            tuple(ahead.spend_fen[members].sum(0).tolist()),
            _median(gaps[levels.tier[owner] == place]),
            int(ahead.overdue[members].sum()),
            *_next(found.product[members], after),
        )
        for place, level in enumerate(TIERS)
        for members in [levels.tier == place]
    )


def _next(last: Ints, after: Following) -> tuple[int, float]:
    """What customers who bought these last buy next most likely, and the share of them who do."""
    likely = after.product[last[last != NONE]]
    chance = after.chance[last[last != NONE]]
    told = likely != NONE
    if not told.any():
        return NONE, 0.0
    expected = np.bincount(likely[told], chance[told])
    best = int(expected.argmax())
    return best, float(expected[best] / told.sum())


def _median(values: Ints) -> float | None:
    return float(np.median(values)) if len(values) else None
