"""What hangs on one host, found by changing just that and solving again: what would bring him in, what is lost without him."""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from model.errors import Cancelled
from model.estimates import HostFacts
from model.matrix.anew import with_hosts
from model.matrix.candidates import Candidates
from model.matrix.layout import Problemset, lay_out
from model.matrix.odds import settle
from model.matrix.plan import Plan
from model.matrix.solve import Onlooker, Solution
from model.policy import Policy
from model.records import Request

ASIDE: Final = frozenset({"banned", "no_stock", "not_as_booked", "no_offer", "not_chosen"})
"""Reasons for which a host is left out that no fee and no audience changes."""
STEPS = 5
"""Halvings of the span in which a change that brings a host in is looked for: to a thirty-second of it."""
SECONDS = 2.0
"""Longest search for one try of a change, but for the last one."""
MORE = 1.1
"""How much larger the change is made when the last, longer search hires him not."""
MOST_TIMES = 20.0
"""An audience is not thought of as growing to more than so many times what it is."""
START = 1 / 64
"""Part of the largest change that is tried first where nothing better is known."""


@dataclass(frozen=True, slots=True)
class Change:
    """One figure of a host's: what it is, what it had to be for the best plan to hold him, and on which offer it would."""

    offer: str
    have: float
    need: float


@dataclass(frozen=True, slots=True)
class WaysIn:
    """What would bring a host in by itself: a slot fee (yuan a session), or views a session; None where that would not do.

    ``views_estimated``: nobody told how many views he has.
    """

    fee: Change | None
    views: Change | None
    views_estimated: bool = False


@dataclass(frozen=True, slots=True)
class Without:
    """What the best plan without a chosen host earns less, in yuan at least and at most (both searches have a gap).

    ``instead`` names who comes in, the most profitable first. Both are None where no plan without him keeps the limits.
    """

    least: float | None
    most: float | None
    instead: tuple[str, ...] = ()


def ways_in(
    table: Candidates,
    request: Request,
    policy: Policy,
    host: str,
    short_by: float | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> WaysIn:
    """How far a rejected host's fee would have to fall, or his audience grow, for the best plan to hold him.

    The figures told were tried: with them he is in. ``short_by`` is the estimate to start from.

    Raises:
        Cancelled: when ``cancelled()`` turns true.
    """
    place = _place(table, host)
    facts = table.hosts[place]

    def hired(changed: HostFacts, seconds: float = SECONDS) -> str | None:
        """The offer the best plan hires him on with these facts; None where it does without him."""
        if cancelled():
            raise Cancelled
        problem = lay_out(with_hosts(table, {place: changed}, policy), request, policy)
        own = problem.kept.host == place
        if not own.any():
            return None
        found = _solved(problem, request, policy, seconds, cancelled)
        picked = np.flatnonzero(own & found.x)
        return problem.kept.items[int(picked[0])].offer.offer.name if len(picked) else None

    fees = {offer.offer.name: offer.slot_fee for offer in facts.offers}
    dearest = max(fees.values(), default=0.0)
    fall = _least(lambda by, *s: hired(_cheaper(facts, by), *s), short_by or 0.0, dearest)
    most = (MOST_TIMES - 1) * facts.views
    more = _least(lambda by, *s: hired(replace(facts, views=facts.views + by), *s), 0.0, most)
    return WaysIn(
        fall and Change(fall[1], fees[fall[1]], max(0.0, fees[fall[1]] - fall[0])),
        more and Change(more[1], facts.views, facts.views + more[0]),
        "views" in facts.estimated,
    )


def without(
    plan: Plan,
    table: Candidates,
    request: Request,
    policy: Policy,
    host: str,
    cancelled: Callable[[], bool] = lambda: False,
) -> Without:
    """What the merchant would earn less if this chosen host were not to be had, and who would come in.

    Raises:
        Cancelled: when ``cancelled()`` turns true.
    """
    deals = tuple(deal for deal in request.limits.booked if deal[0] != host)
    barred = replace(
        request,
        bans=request.bans | {host},
        locks=request.locks - {host},
        limits=replace(request.limits, booked=deals),
    )
    problem = lay_out(table, barred, policy)
    found = _solved(problem, barred, policy, math.inf, cancelled)
    if found.status == "infeasible":
        return Without(None, None)
    before = {choice.id for choice in plan.choices}
    picked = sorted(np.flatnonzero(found.x).tolist(), key=lambda j: -float(problem.kept.long[j]))
    people = (problem.kept.items[j].host.influencer for j in picked)
    instead = tuple(one.name for one in people if one.id not in before)
    return Without(max(0.0, plan.objective - found.bound), max(0.0, plan.bound - found.value), instead)


def _place(table: Candidates, host: str) -> int:
    return next(i for i, facts in enumerate(table.hosts) if facts.influencer.id == host)


def _solved(
    problem: Problemset, request: Request, policy: Policy, seconds: float, cancelled: Callable[[], bool]
) -> Solution:
    hasty = replace(policy, matrix=replace(policy.matrix, time_limit=min(seconds, policy.matrix.time_limit)))
    return settle(problem, request, hasty, Onlooker(cancelled)).solution


def _cheaper(facts: HostFacts, by: float) -> HostFacts:
    """The same host with every slot fee lower by so many yuan, down to nothing."""
    offers = tuple(replace(offer, slot_fee=max(0.0, offer.slot_fee - by)) for offer in facts.offers)
    return replace(facts, offers=offers)


def _least(hired: Callable[..., str | None], guess: float, most: float) -> tuple[float, str] | None:
    """About the least change that gets a host hired, as a round figure, and the offer it is on.

    What is given back was tried by as long a search as a plan is made by.
    """
    low, high = 0.0, min(most, max(guess, most * START))
    while hired(high) is None:
        if high >= most:
            return None
        low, high = high, min(most, 2 * high)
    for _ in range(STEPS):
        middle = (low + high) / 2
        if hired(middle) is not None:
            high = middle
        else:
            low = middle
    while True:
        plain = min(most, rounded_up(high))
        if (offer := hired(plain, math.inf)) is not None:
            return plain, offer
        if plain >= most:
            return None
        high = plain * MORE


def rounded_up(value: float) -> float:
    """The next figure with two digits that count: 688 is 690."""
    step = 10.0 ** (math.floor(math.log10(value)) - 1) if value > 0 else 1.0
    return math.ceil(value / step - 1e-9) * step
