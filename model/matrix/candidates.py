"""From records to arrays: one candidate for each offer, product and number of sessions."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr

from model.economics import CostBasis, cost_basis, order_value, repeat_value, unit_margin
from model.errors import Cancelled
from model.estimates import HostFacts, OfferFacts
from model.policy import Policy
from model.records import Form, Product
from model.repurchase.grading import Grade
from model.response import Response, respond, sessions_factor

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]
Asked = Mapping[tuple[str, str], frozenset[int]]
"""Numbers of sessions wanted by (host id, offer name), whether they pay or not."""


@dataclass(frozen=True, slots=True)
class Worth:
    """What one product brings whoever sells it: cost basis and yuan of a kept customer's repeat purchases."""

    product: Product
    grade: Grade
    basis: CostBasis
    repeat: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """One way to use one host: an offer, a product, a number of sessions, and what that brings by itself."""

    host: HostFacts
    offer: OfferFacts
    worth: Worth
    sessions: int
    response: Response

    @property
    def order_value(self) -> float:
        """Yuan of one paid first order after commission and returns."""
        return order_value(self.worth.basis, self.offer.commission)


@dataclass(frozen=True)
class Candidates:
    """All candidates with their figures as arrays of one length.

    ``host`` index into ``hosts``; ``cost`` slot fees in yuan; ``raw`` mean orders and ``sd`` log spread before stock;
    ``orders`` mean orders after stock; ``first``, ``long`` expected profit in yuan.
    """

    hosts: tuple[HostFacts, ...]
    worths: tuple[Worth, ...]
    items: tuple[Candidate, ...]
    host: Whole
    product: Whole
    cost: Floats
    raw: Floats
    sd: Floats
    orders: Floats
    first: Floats
    long: Floats


def worth_of(grade: Grade, policy: Policy) -> Worth:
    """The product side of every candidate."""
    basis = cost_basis(grade.product, grade.attributes.category, policy)
    return Worth(grade.product, grade, basis, repeat_value(basis, grade.repeat, policy))


def candidates(
    hosts: tuple[HostFacts, ...],
    grades: tuple[Grade, ...],
    policy: Policy,
    cancelled: Callable[[], bool] = lambda: False,
    asked: Asked | None = None,
) -> Candidates:
    """Every offer of every host for every product and every number of sessions that may pay (and those ``asked`` for).

    Raises:
        Cancelled: when ``cancelled()`` turns true.
    """
    worths = tuple(worth_of(grade, policy) for grade in grades)
    items: list[Candidate] = []
    owners: list[int] = []
    wares: list[int] = []
    for i, host in enumerate(hosts):
        if cancelled():
            raise Cancelled
        for p, worth in enumerate(worths):
            made = _of_host(host, worth, policy, asked or {})
            items += made
            owners += [i] * len(made)
            wares += [p] * len(made)
    return _figures(
        hosts, worths, tuple(items), np.array(owners, np.int64), np.array(wares, np.int64), policy
    )


def _of_host(host: HostFacts, worth: Worth, policy: Policy, asked: Asked) -> list[Candidate]:
    brought = {
        form: respond(host, worth.product, worth.grade, form, policy)
        for form in {facts.offer.form for facts in host.offers}
    }
    made = []
    for facts in host.offers:
        response = brought[Form(facts.offer.form)]
        useful = session_counts(facts, worth, response, policy)
        wanted = asked.get((host.influencer.id, facts.offer.name), frozenset())
        extra = sorted(n for n in wanted if n not in useful and 1 <= n <= facts.offer.sessions)
        made += [Candidate(host, facts, worth, n, response) for n in (*useful, *extra)]
    return made


def session_counts(facts: OfferFacts, worth: Worth, response: Response, policy: Policy) -> range:
    """From one session to the last that can still add profit; more are never better (dearer, and they bring less).

    Session n brings d^(n-1) of the first, so it pays while value x mean x d^(n-1) > fee. A finite stock only lowers
    that; a guarantee may raise it, so there every number is tried.
    """
    most, basis = facts.offer.sessions, worth.basis
    each = order_value(basis, facts.commission) + (1 - basis.return_rate) * worth.repeat
    first, decay = each * response.mean, policy.response.session_decay
    if facts.offer.guarantee or decay > 1 or (first > facts.slot_fee and decay == 1):
        return range(1, most + 1)
    if first <= facts.slot_fee or decay <= 0:
        return range(1, 2)
    if facts.slot_fee <= 0:
        return range(1, most + 1)
    return range(1, min(most, 2 + int(math.log(facts.slot_fee / first) / math.log(decay))) + 1)


def _figures(
    hosts: tuple[HostFacts, ...],
    worths: tuple[Worth, ...],
    items: tuple[Candidate, ...],
    host: Whole,
    product: Whole,
    policy: Policy,
) -> Candidates:
    decay = policy.response.session_decay
    raw = np.array([c.response.mean * sessions_factor(c.sessions, decay) for c in items], float)
    sd = np.array([c.response.sd for c in items], float)
    cost = np.array([c.offer.slot_fee * c.sessions for c in items], float)
    stock = np.array(
        [math.inf if c.worth.product.stock is None else c.worth.product.stock for c in items], float
    )
    orders = mean_below(raw, sd, stock)
    refund = cost * mean_missing(raw, sd, _promised_orders(items))
    first = orders * np.array([c.order_value for c in items], float) - cost + refund
    return_rate = np.array([c.worth.basis.return_rate for c in items], float)
    later = orders * (1 - return_rate) * np.array([c.worth.repeat for c in items], float)
    return Candidates(hosts, worths, items, host, product, cost, raw, sd, orders, first, first + later)


def _promised_orders(items: tuple[Candidate, ...]) -> Floats:
    """Paid orders at which each guarantee is met (0 where none is given)."""
    return np.array(
        [(c.offer.offer.guarantee or 0) * c.offer.slot_fee * c.sessions / c.worth.basis.price for c in items],
        float,
    )


def mean_below(mean: Floats, sd: Floats, cap: Floats) -> Floats:
    """E[min(X, cap)] of log-normal X with the given mean and log spread (the cap may be infinite or 0)."""
    finite = np.isfinite(cap)
    safe = np.where(finite, cap, 1.0)
    return np.where(finite, safe * (1 - mean_missing(mean, sd, safe)), mean)


def mean_missing(mean: Floats, sd: Floats, goal: Floats) -> Floats:
    """E[max(0, 1 - X / goal)] of log-normal X: the share of a goal that is missed on average (0 without a goal)."""
    goal = np.asarray(goal, float)
    some = (goal > 0) & (np.asarray(mean) > 0)
    ratio = np.divide(mean, goal, out=np.ones_like(goal), where=some)
    spread = np.maximum(sd, 1e-9)
    d = (-np.log(ratio) + spread * spread / 2) / spread
    missing = np.clip(ndtr(d) - ratio * ndtr(d - spread), 0.0, 1.0)
    return np.where(some, missing, np.where(goal > 0, 1.0, 0.0))


def margin_left(candidate: Candidate) -> float:
    """Yuan of one kept first order after commission: below zero no fee is low enough."""
    return unit_margin(candidate.worth.basis) - candidate.offer.commission * candidate.worth.basis.price
