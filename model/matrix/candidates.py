"""From records to arrays: one candidate for each offer, product and number of sessions."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from model.beliefs import NOTHING, Authenticity, HostBelief, Knowledge
from model.economics import (
    CostBasis,
    basis_for,
    cost_basis,
    customer_value,
    order_value,
    repeat_worth,
    samples_cost,
    unit_margin,
)
from model.errors import Cancelled
from model.estimates import HostFacts, OfferFacts
from model.matrix.shocks import below_of, missing_of, mixture
from model.normal import Z80
from model.policy import Policy
from model.records import Form, Kind, Product
from model.repurchase.grading import Grade
from model.response import Reach, Response, is_other, reach, respond_to, sessions_factor

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]
FIGURES: Final = (
    "host",
    "product",
    "cost",
    "raw",
    "sd",
    "orders",
    "first",
    "long",
    "stepped",
    "beside",
    "margin",
)
"""The arrays of a table of candidates."""
_SURE: Final = 1e4
"""As sure as after so many orders a return rate counts as known."""
LEAST_FEE: Final = 0.005
"""Yuan below which there is no fee: half a fen."""
Asked = Mapping[tuple[str, str], frozenset[int]]
"""Numbers of sessions wanted by (host id, offer name), whether they pay or not."""


@dataclass(frozen=True, slots=True)
class Worth:
    """What one product brings whoever sells it: cost basis and yuan of a kept customer's repeat purchases.

    ``repeat_sd`` is how uncertain the latter is (log units); ``samples`` yuan of the samples an outside host gets;
    ``returns_strength`` after how many orders one would be as sure of the return rate.
    """

    product: Product
    grade: Grade
    basis: CostBasis
    repeat: float
    repeat_sd: float = 0.0
    samples: float = 0.0
    returns_strength: float = math.inf


@dataclass(frozen=True, slots=True)
class Candidate:
    """One way to use one host: an offer, a product, a number of sessions, and what that brings by itself.

    ``worth`` is that of orders won by this offer: by its form (posts come back less) and commission. ``response`` has
    the mean of the first session and the shocks of all.
    """

    host: HostFacts
    offer: OfferFacts
    worth: Worth
    sessions: int
    response: Response

    @property
    def order_value(self) -> float:
        """Yuan of one paid first order after commission and returns."""
        return order_value(self.worth.basis, self.offer.commission)

    @property
    def other_goods(self) -> bool:
        """Whether he is a host who usually talks of other goods than this product."""
        return self.host.influencer.kind is Kind.HOST and is_other(self.response.fit.category)

    @property
    def hours(self) -> float:
        """Hours of the shop's own people in all its sessions."""
        return self.offer.hours * self.sessions

    @property
    def labour(self) -> float:
        """What these hours cost in yuan."""
        return self.offer.labour * self.sessions

    @property
    def beside(self) -> float:
        """Yuan that are spent whatever comes, beside the slot fees: samples and own hours."""
        return self.samples + self.labour

    @property
    def true_views(self) -> float:
        """Views of real people in one session."""
        return self.host.views * dict(self.response.factors)["authenticity"]

    @property
    def samples(self) -> float:
        """Yuan of samples: outside hosts get them, once for an offer."""
        return self.worth.samples if self.host.influencer.kind is Kind.HOST else 0.0


@dataclass(frozen=True)
class Candidates:
    """All candidates with their figures as arrays of one length.

    ``host`` index into ``hosts``; ``cost`` slot fees in yuan; ``raw`` mean orders and ``sd`` log spread before stock;
    ``orders`` mean orders after stock; ``first``, ``long`` expected profit in yuan, samples and own hours taken off; ``stepped`` the
    yuan of commission that steps are expected to add to it (taken off both); ``beside`` yuan of samples and own hours; ``margin`` yuan of one kept first order after
    the least commission. ``known`` is what they were made with beyond the policy.
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
    stepped: Floats
    beside: Floats
    margin: Floats
    known: Knowledge = NOTHING


def worth_of(grade: Grade, policy: Policy) -> Worth:
    """The product side of every candidate that sells it live at no commission."""
    basis = cost_basis(grade.product, grade.attributes.category, policy)
    value = customer_value(basis, grade, policy)
    wide = math.log(value.high / value.low) / (2 * Z80) if value.low > 0 else 0.0
    return Worth(
        grade.product,
        grade,
        basis,
        value.value,
        wide,
        samples_cost(basis, policy),
        policy.shocks.returns_strength,
    )


def worth_by(worth: Worth, offer: OfferFacts, policy: Policy) -> Worth:
    """The same for the orders one offer wins: its form and commission."""
    basis = basis_for(worth.basis, offer.offer.form, policy)
    if policy.offers.repeat_commission and offer.commission:
        return replace(
            worth, basis=basis, repeat=repeat_worth(worth.basis, worth.grade, policy, offer.commission)
        )
    return worth if basis is worth.basis else replace(worth, basis=basis)


def worth_with(worth: Worth, belief: HostBelief | None) -> Worth:
    """The same for the customers of one host: how many of his orders come back, and how many of his customers do."""
    if belief is None or (belief.returns == 0 and belief.repeat == 1):
        return worth
    basis, rate = worth.basis, worth.basis.return_rate
    if 0 < rate < 1:
        odds = rate / (1 - rate) * math.exp(belief.returns)
        basis = replace(basis, return_rate=odds / (1 + odds))
    return replace(worth, basis=basis, repeat=worth.repeat * belief.repeat)


def candidates(
    hosts: tuple[HostFacts, ...],
    grades: tuple[Grade, ...],
    policy: Policy,
    cancelled: Callable[[], bool] = lambda: False,
    asked: Asked | None = None,
    known: Knowledge = NOTHING,
) -> Candidates:
    """Every offer of every host for every product and every number of sessions that may pay (and those ``asked`` for).

    ``known`` is what is known beyond the policy: own results with hosts, a festival ahead, the own price rule.

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
        reached = {
            form: reach(host, form, policy, known) for form in {facts.offer.form for facts in host.offers}
        }
        for p, worth in enumerate(worths):
            made = _of_host(host, reached, worth, policy, asked or {}, known)
            items += made
            owners += [i] * len(made)
            wares += [p] * len(made)
    whole = _figures(
        hosts, worths, tuple(items), np.array(owners, np.int64), np.array(wares, np.int64), policy
    )
    return replace(whole, known=known)


def some(table: Candidates, places: Whole) -> Candidates:
    """The candidates at these places over the same hosts and products."""
    figures = {name: getattr(table, name)[places] for name in FIGURES}
    return replace(table, items=tuple(table.items[j] for j in places.tolist()), **figures)


def _of_host(
    host: HostFacts,
    reached: Mapping[Form, Reach],
    worth: Worth,
    policy: Policy,
    asked: Asked,
    known: Knowledge,
) -> list[Candidate]:
    brought = {
        form: respond_to(one, worth.product, worth.grade, policy, known) for form, one in reached.items()
    }
    made = []
    belief = known.beliefs.of(host, policy)
    for facts in host.offers:
        response, own = brought[facts.offer.form], worth_with(worth_by(worth, facts, policy), belief)
        useful = session_counts(facts, own, response, policy)
        wanted = asked.get((host.influencer.id, facts.offer.name), frozenset()) if asked else ()
        extra = sorted(n for n in wanted if n not in useful and 1 <= n <= facts.offer.sessions)
        made += [
            Candidate(host, facts, own, n, response.over(n, policy.response.session_decay))
            for n in (*useful, *extra)
        ]
    return made


def session_counts(facts: OfferFacts, worth: Worth, response: Response, policy: Policy) -> range:
    """From one session to the last that can still add profit; more are never better (dearer, and they bring less).

    Session n brings d^(n-1) of the first, so it pays while value x mean x d^(n-1) > fee and own hours. A finite stock only lowers
    that, and steps of the commission do to its lowest; a guarantee may raise it, so there every number is tried.
    """
    most, basis = facts.offer.sessions, worth.basis
    each = order_value(basis, facts.least_commission) + (1 - basis.return_rate) * worth.repeat
    first, decay, fee = each * response.mean, policy.response.session_decay, facts.slot_fee + facts.labour
    if facts.offer.guarantee or decay > 1 or (first > fee and decay == 1):
        return range(1, most + 1)
    if first <= fee or decay <= 0:
        return range(1, 2)
    if fee < LEAST_FEE:
        return range(1, most + 1)
    return range(1, min(most, 2 + int(math.log(fee / first) / math.log(decay))) + 1)


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
    plain = np.array([c.response.shocks.smooth for c in items], float)
    reals = [c.response.shocks.real for c in items]
    sd = np.hypot(plain, np.array([real.log_sd if real else 0.0 for real in reals], float))
    cost = np.array([c.offer.slot_fee * c.sessions for c in items], float)
    stock = np.array(
        [math.inf if c.worth.product.stock is None else c.worth.product.stock for c in items], float
    )
    orders = below_of(raw, plain, reals, stock)
    refund = cost * missing_of(raw, plain, reals, _promised_orders(items))
    beside = np.array([c.beside for c in items], float)
    more = stepped(items, raw, plain, stock)
    first = orders * np.array([c.order_value for c in items], float) - (cost + beside) + refund - more
    return_rate = np.array([c.worth.basis.return_rate for c in items], float)
    later = orders * (1 - return_rate) * np.array([c.worth.repeat for c in items], float)
    margin = np.array([margin_left(c, c.offer.least_commission) for c in items], float)
    return Candidates(
        hosts, worths, items, host, product, cost, raw, sd, orders, first, first + later, more, beside, margin
    )


def _promised_orders(items: tuple[Candidate, ...]) -> Floats:
    """Paid orders at which each guarantee is met (0 where none is given)."""
    return np.array(
        [(c.offer.offer.guarantee or 0) * c.offer.slot_fee * c.sessions / c.worth.basis.price for c in items],
        float,
    )


def stepped(items: tuple[Candidate, ...], raw: Floats, sd: Floats, stock: Floats) -> Floats:
    """Yuan of commission that the steps of each offer are expected to add: E[max(0, kept sales - step)] x what it adds.

    Kept sales are price x share kept x orders up to the stock. The share kept is a Beta, taken at the nodes of its
    quadrature; at each of them the closed form of :func:`below_of` holds.
    """
    paid = np.zeros(len(items))
    rungs = [(j, at, more) for j, c in enumerate(items) for at, more in c.offer.rises]
    if not rungs:
        return paid
    nodes = [mixture(kept_share(items[j].worth)) for j, _, _ in rungs]
    row = np.repeat(np.arange(len(rungs)), [len(node.places) for node in nodes])
    owner = np.array([j for j, _, _ in rungs], np.int64)[row]
    at, more = (np.array([rung[n] for rung in rungs], float)[row] for n in (1, 2))
    kept = np.concatenate([node.places for node in nodes])
    each = kept * np.array([_kept_sales(items[j].worth) for j, _, _ in rungs], float)[row]
    goal = np.minimum(np.divide(at, each, out=np.full_like(at, np.inf), where=each > 0), stock[owner])
    reals = [items[j].response.shocks.real for j in owner.tolist()]
    sold, short = (below_of(raw[owner], sd[owner], reals, cap) for cap in (stock[owner], goal))
    np.add.at(paid, owner, np.concatenate([node.weights for node in nodes]) * more * each * (sold - short))
    return paid


def kept_share(worth: Worth) -> Authenticity | None:
    """The share of orders that is kept, as a Beta; None where nothing is uncertain."""
    kept, strength = 1 - worth.basis.return_rate, worth.returns_strength
    return Authenticity(kept * strength, (1 - kept) * strength) if 0 < kept < 1 and strength < _SURE else None


def _kept_sales(worth: Worth) -> float:
    """Yuan of kept sales for each paid order."""
    return worth.basis.price * (1 - worth.basis.return_rate)


def margin_left(candidate: Candidate, commission: float | None = None) -> float:
    """Yuan of one kept first order after its commission (the first of its steps): below zero no fee is low enough."""
    share = candidate.offer.commission if commission is None else commission
    return unit_margin(candidate.worth.basis) - share * candidate.worth.basis.price
