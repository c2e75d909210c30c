"""The measures that are learnt: orders, views, visits, orders per visit, returns and who comes back, as evidence."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from model.learning.frame import Frame, Seen
from model.learning.hierarchy import Sample, Shared
from model.learning.kinds import Measure
from model.learning.sites import of_counts, of_ratios, of_shares
from model.policy import Policy
from model.records import Form, Tier

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]
_LEAST: Final = 1e-6
"""Variance of an effect that the figures of the settings leave out, and orders where none are expected."""


@dataclass(frozen=True, slots=True)
class Spreads:
    """Prior spreads of one measure: between hosts, between sessions, and whether hosts differ in padding and estimates too."""

    host: float
    session: float
    orders: bool = False


@dataclass(frozen=True, eq=False)
class Evidence:
    """Evidence on one measure with its priors; ``rows`` are places of the results in the frame, ``who`` hosts of the roster.

    ``own`` and ``extra`` are the spreads of every host without results (see :func:`host_spreads`).
    """

    sample: Sample
    shared: Shared
    rows: Whole
    who: Whole
    own: Floats
    extra: Floats


def spreads_of(measure: Measure, policy: Policy) -> Spreads:
    """The policy's spreads of a measure."""
    rule = policy.learning
    if measure is Measure.ORDERS:
        return Spreads(policy.response.host_sd, policy.shocks.session_sd, orders=True)
    return {
        Measure.VIEWS: Spreads(rule.views_host, rule.views_session),
        Measure.VISIT: Spreads(rule.visit_host, rule.visit_session),
        Measure.BUY: Spreads(rule.buy_host, rule.buy_session),
        Measure.RETURNS: Spreads(rule.returns_host, rule.returns_session),
    }[measure]


def shared_of(frame: Frame, measure: Measure, policy: Policy) -> Shared:
    """Priors of the shared effects: the lasting part of what all share, and a part of what tells hosts apart.

    What hosts share in their orders stands in for what they share in other measures.
    """
    rule, spread = policy.learning, spreads_of(measure, policy)
    lasting = rule.lasting_share
    day, platform, klass = policy.response.common_sd, policy.shocks.platform_sd, policy.shocks.class_sd
    alike = rule.group_share * spread.host**2 / (2 if "group" in frame.kinds else 1)
    of: Mapping[str, float] = {
        "shop": lasting * day**2,
        "platform": lasting * platform**2,
        "tier": alike / 2,
        "category": alike / 2,
        "group": alike,
        "product": rule.product_sd**2,
        "week": (1 - lasting) * day**2,
        "market": (1 - lasting) * platform**2 + klass**2,
    }
    variance = np.array([of[kind] for kind in frame.kinds])[frame.kind]
    scaled = np.isin(frame.kinds, ("tier", "category", "group"))[frame.kind]
    return Shared(np.maximum(variance, _LEAST), scaled, spread.orders)


def host_spreads(frame: Frame, measure: Measure, policy: Policy) -> tuple[Floats, Floats, Floats]:
    """Spreads of the own difference of every host, then of one more of each group.

    What may be scaled, what guessed views add, and what feared padding adds where orders tell of both together.
    """
    spread, rule = spreads_of(measure, policy), policy.learning
    size = len(frame.roster)
    own, none = np.full(size, math.sqrt(1 - rule.group_share) * spread.host), np.zeros(size)
    if not spread.orders:
        return own, none, none
    tiers = [*(host.tier for host in frame.hosts), *(Tier(group[1]) for group in frame.groups)]
    guessed, padded = none.copy(), none.copy()
    for place, host in enumerate(frame.hosts):
        guessed[place] = policy.estimates.views_sd if "views" in host.estimated else 0.0
    for one in frame.seen:
        real = one.response.shocks.real
        padded[one.host] = real.log_sd if real else 0.0
    return own * np.array([policy.shocks.tier_spread[tier] for tier in tiers]), guessed, padded


def evidence(frame: Frame, measure: Measure, policy: Policy) -> Evidence | None:
    """What the results say of one measure; None where none says anything."""
    if measure not in _TOLD:
        return None
    told = [
        (row, told) for row, one in enumerate(frame.seen) if (told := _TOLD[measure](one, policy)) is not None
    ]
    if not told:
        return None
    rows = np.array([row for row, _ in told], np.int64)
    first, second = (np.array(part, float) for part in zip(*(pair for _, pair in told), strict=True))
    return _made(frame, measure, rows, first, second, policy)


def _made(
    frame: Frame, measure: Measure, rows: Whole, first: Floats, second: Floats, policy: Policy
) -> Evidence:
    seen = [frame.seen[row] for row in rows.tolist()]
    shared = shared_of(frame, measure, policy)
    own, guessed, padded = host_spreads(frame, measure, policy)
    extra = np.hypot(guessed, padded)
    who, host = np.unique([one.host for one in seen], return_inverse=True)
    session = _sessions(seen, measure, policy)
    columns = frame.columns[rows]
    if measure is Measure.ORDERS:
        variance = session**2 + own[who][host] ** 2 + extra[who][host] ** 2 + shared.variance[columns].sum(1)
        sites = of_counts(first, second, -variance / 2, variance, policy.learning.most_moved)
    elif measure is Measure.RETURNS:
        usual = np.array([min(max(one.returns, 1e-3), 1 - 1e-3) for one in seen])
        sites = of_shares(first, second, usual)
    else:
        sites = of_ratios(first, second)
    sample = Sample(sites.at, sites.noise, session, host.astype(np.int64), columns, own[who], extra[who])
    return Evidence(sample, shared, rows, who.astype(np.int64), own, guessed)


def _sessions(seen: Sequence[Seen], measure: Measure, policy: Policy) -> Floats:
    """Spread of the chances of each result: those of several sessions even out."""
    spread = spreads_of(measure, policy)
    if not spread.orders:
        return np.array([spread.session * each.sessions**-0.5 for each in seen])
    by_form = {Form.LIVE: spread.session, Form.POST: policy.shocks.post_sd}
    return np.array([by_form[each.form] * each.calm for each in seen])


# ── what one result says: two figures, or None ──


def _orders(one: Seen, _policy: Policy) -> tuple[float, float] | None:
    if (orders := one.result.orders) is None:
        return None
    return orders, _given_one(one.expected) if orders and one.result.sessions is None else max(
        one.expected, _LEAST
    )


def _given_one(expected: float) -> float:
    """Orders expected where there is one at least: a result that only orders tell of would not be there without any."""
    return expected / -math.expm1(-expected) if expected > _LEAST else 1.0


def _views(one: Seen, _policy: Policy) -> tuple[float, float] | None:
    views, usual = one.result.views, dict(one.response.factors)["views"]
    return (views, usual * one.sessions) if views and usual > 0 else None


def _visit(one: Seen, _policy: Policy) -> tuple[float, float] | None:
    factors, known = dict(one.response.factors), one.result
    if not known.views or known.visits is None:
        return None
    return known.visits, known.views * factors["authenticity"] * factors["visit"]


def _buy(one: Seen, _policy: Policy) -> tuple[float, float] | None:
    factors, known = dict(one.response.factors), one.result
    if known.orders is None or not known.visits:
        return None
    rest = [value for name, value in one.response.factors if name not in ("views", "authenticity", "visit")]
    return (known.orders, known.visits * math.prod(rest)) if "buy" in factors else None


def _returns(one: Seen, _policy: Policy) -> tuple[float, float] | None:
    known = one.result
    return (
        (known.refunded_orders, known.orders) if known.orders and known.refunded_orders is not None else None
    )


_TOLD: Final = {
    Measure.ORDERS: _orders,
    Measure.VIEWS: _views,
    Measure.VISIT: _visit,
    Measure.BUY: _buy,
    Measure.RETURNS: _returns,
}
"""What one result says of a measure: a count and what was expected of it; of returns, a part and its whole."""
