"""Everything the window shows, from one snapshot: grades, completed hosts, the plan."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from model.authenticity.roster import Verdict, check_roster
from model.beliefs import NOTHING, UNTOLD, Knowledge
from model.economics import (
    CostBasis,
    break_even_roi,
    cost_basis,
    customer_value,
    margin_share,
    repeat_worth,
    unit_margin,
)
from model.errors import Cancelled, InputError, NothingFeasible, Problem
from model.estimates import HostFacts, host_facts
from model.intake.lists.extras import Extra
from model.learning.learned import Learned
from model.matrix.anew import booked
from model.matrix.audience import Audiences, audiences
from model.matrix.candidates import Candidates, candidates
from model.matrix.plan import Plan
from model.matrix.pricing import price_choice
from model.matrix.recommend import recommend
from model.matrix.solve import Onlooker
from model.policy import Policy
from model.readiness.offers import UsualOffer, asked, usual
from model.readiness.payback import PaidOrder
from model.readiness.verdict import Readiness, readiness
from model.records import Estimate, Influencer, Product, Request, Snapshot
from model.repurchase.grading import Evidence, Grade, category_code, grade
from model.repurchase.pooling import Pool, pooled
from model.watching import Progress, quiet


@dataclass(frozen=True)
class Groundwork:
    """What every plan of a shop rests on, whatever its limits: ``grades``, the ``table`` of all candidates, its ``audiences``.

    The rest is what they were made of, so that :meth:`serves` can tell whether they still hold.
    """

    grades: tuple[Grade, ...]
    table: Candidates
    audiences: Audiences
    snapshot: Snapshot
    policy: Policy
    evidence: Mapping[str, Evidence] | None
    known: Knowledge
    extras: Mapping[str, Extra] | None

    def serves(
        self,
        snapshot: Snapshot,
        policy: Policy,
        evidence: Mapping[str, Evidence] | None = None,
        known: Knowledge = NOTHING,
        extras: Mapping[str, Extra] | None = None,
    ) -> bool:
        """Whether nothing but limits has changed since."""
        mine, other = self.snapshot, snapshot
        same = (self.policy, self.evidence, self.known, self.extras) == (policy, evidence, known, extras)
        asked = mine.request.products == other.request.products
        deals = mine.request.limits.booked == other.request.limits.booked
        return (
            same
            and asked
            and deals
            and (mine.products, mine.influencers) == (other.products, other.influencers)
        )


@dataclass(frozen=True)
class Advice:
    """What one run of the model says, and what it rests on. ``plan`` is None when only grades were asked for.

    ``learned`` is what results taught, where the beliefs among what is known come from.
    """

    ground: Groundwork
    plan: Plan | None
    learned: Learned | None = None

    @property
    def grades(self) -> tuple[Grade, ...]:
        """The grades of the products asked for."""
        return self.ground.grades


def grades(
    products: Iterable[Product],
    policy: Policy,
    evidence: Mapping[str, Evidence] | None = None,
    among: Iterable[Product] | None = None,
) -> tuple[Grade, ...]:
    """Grade every product, with the evidence of its name where there is any, and that of its category's others.

    ``among`` is the whole catalogue, if ``products`` are only a part of it.
    """
    found, products = evidence or {}, tuple(products)
    pools = siblings(products if among is None else among, policy, found)
    return tuple(
        grade(product, policy, found.get(product.name), pools.get(category_code(product, policy)))
        for product in products
    )


def siblings(
    products: Iterable[Product], policy: Policy, evidence: Mapping[str, Evidence]
) -> dict[str, Pool]:
    """By category code what its products with orders have in common, where they are enough."""
    groups: dict[str, list[tuple[float, float]]] = {}
    for product in products:
        code = category_code(product, policy)
        if code and product.name in evidence:
            one = evidence[product.name]
            groups.setdefault(code, []).append((one.repeat, one.effective))
    return pooled(groups, policy.grading)


def advise(
    snapshot: Snapshot,
    policy: Policy,
    evidence: Mapping[str, Evidence] | None = None,
    progress: Progress = quiet,
    cancelled: Callable[[], bool] = lambda: False,
    known: Knowledge = NOTHING,
    ground: Groundwork | None = None,
    onlooker: Onlooker | None = None,
    extras: Mapping[str, Extra] | None = None,
) -> Advice:
    """Grade the products asked for, complete the hosts, and choose the matrix.

    Args:
        snapshot: the shop's data with its request.
        policy: all figures, overrides applied.
        evidence: what orders say, by product name.
        progress: called with a code and a share 0-1.
        cancelled: asked between steps.
        known: what is known beyond the policy: own results with hosts, a festival ahead, the own price rule.
        ground: what an earlier run rested on; it is not made again where it still serves.
        onlooker: hears of each better plan with the bound, and may call it enough.
        extras: figures beside the hosts' records by their ids, for the check for water.

    Raises:
        InputError: nothing to plan with (no product, no host).
        NothingFeasible: the limits leave nothing.
        Cancelled: when ``cancelled()`` turns true.
    """
    ground = groundwork(snapshot, policy, evidence, progress, cancelled, known, ground, extras)
    plan = recommend(ground.table, snapshot.request, policy, progress, cancelled, onlooker)
    progress("done", 1.0)
    return Advice(ground, plan)


def without_lessons(
    advice: Advice,
    request: Request,
    policy: Policy,
    progress: Progress = quiet,
    cancelled: Callable[[], bool] = lambda: False,
) -> Plan | None:
    """The plan there would be without what results taught, over the same grades and hosts; None where there would be none.

    Raises:
        Cancelled: when ``cancelled()`` turns true.
    """
    ground = advice.ground
    known = replace(ground.known, beliefs=UNTOLD)
    hosts = ground.table.hosts
    table = candidates(hosts, ground.grades, policy, cancelled, booked(request), known)
    try:
        return recommend(table, request, policy, progress, cancelled)
    except NothingFeasible:
        return None


def groundwork(
    snapshot: Snapshot,
    policy: Policy,
    evidence: Mapping[str, Evidence] | None = None,
    progress: Progress = quiet,
    cancelled: Callable[[], bool] = lambda: False,
    known: Knowledge = NOTHING,
    before: Groundwork | None = None,
    extras: Mapping[str, Extra] | None = None,
) -> Groundwork:
    """Everything of :func:`advise` that no limit has a say in, with the same arguments; that made ``before`` if it serves.

    Raises:
        InputError: nothing to plan with (no product, no host).
        Cancelled: when ``cancelled()`` turns true.
    """
    if before is not None and before.serves(snapshot, policy, evidence, known, extras):
        return before
    progress("grading", 0.02)
    products = wanted_products(snapshot)
    _check_input(products, snapshot)
    graded = grades(products, policy, evidence, snapshot.products)
    hosts = checked(_completed(snapshot.influencers, policy, cancelled), products, policy, extras)
    progress("candidates", 0.1)
    table = candidates(hosts, graded, policy, cancelled, booked(snapshot.request), known)
    shared = audiences(table, policy)
    return Groundwork(graded, table, shared, snapshot, policy, evidence, known, extras)


def _completed(
    hosts: Iterable[Influencer], policy: Policy, cancelled: Callable[[], bool]
) -> Iterator[HostFacts]:
    for host in hosts:
        if cancelled():
            raise Cancelled
        yield host_facts(host, policy)


def checked(
    hosts: Iterable[HostFacts],
    products: Sequence[Product],
    policy: Policy,
    extras: Mapping[str, Extra] | None = None,
) -> tuple[HostFacts, ...]:
    """The hosts of a roster, each with the share of his views believed real, where the check for water can tell."""
    known = tuple(hosts)
    found = check_roster([host.influencer for host in known], policy, extras, products)
    return tuple(
        host
        if found.verdict(place) is Verdict.UNKNOWN
        else replace(host, real=found.host(place).authenticity)
        for place, host in enumerate(known)
    )


def price(
    snapshot: Snapshot,
    policy: Policy,
    wanted: Iterable[tuple[str, str, int, str]],
    evidence: Mapping[str, Evidence] | None = None,
    known: Knowledge = NOTHING,
    extras: Mapping[str, Extra] | None = None,
) -> Advice:
    """Price a given choice (host id, offer name, sessions, product name or "") under the model of :func:`advise`."""
    ground = groundwork(snapshot, policy, evidence, known=known, extras=extras)
    return Advice(ground, price_choice(ground.table, wanted, snapshot.request, policy))


def wanted_products(snapshot: Snapshot) -> tuple[Product, ...]:
    """The products the request names, or all of them."""
    ids = snapshot.request.products
    return tuple(p for p in snapshot.products if not ids or p.id in ids)


def _check_input(products: tuple[Product, ...], snapshot: Snapshot) -> None:
    problems = [] if products else [Problem("no_product_ticked" if snapshot.products else "no_products")]
    if not snapshot.influencers:
        problems.append(Problem("roster_empty"))
    if problems:
        raise InputError(problems)


@dataclass(frozen=True)
class ProductAdvice:
    """One product by itself: its grade, what an order of it is worth in yuan and shares, whether it can go live.

    ``usual`` is what a first order costs by a good offer of the roster, or by a common host where there is none.
    """

    grade: Grade
    basis: CostBasis
    unit_margin: float
    margin_share: float
    break_even_roi: float
    repeat_value: float
    customer_value: Estimate
    readiness: Readiness
    usual: UsualOffer


def describe(
    product: Product,
    policy: Policy,
    evidence: Mapping[str, Evidence] | None = None,
    among: Iterable[Product] = (),
    roster: Sequence[Influencer] = (),
    fee: float | None = None,
    commission: float | None = None,
) -> ProductAdvice:
    """Grade, economics and readiness of one product, as shown while it is typed.

    Args:
        product: what is typed so far.
        policy: all figures, overrides applied.
        evidence: what orders say, by product name.
        among: the catalogue the product belongs to.
        roster: hosts, whose usual offer stands in for what is not said below.
        fee: yuan of slot fee per first order.
        commission: share of kept sales.
    """
    graded = grades((product,), policy, evidence, among)[0]
    basis = cost_basis(product, graded.attributes.category, policy)
    usually = usual(_asked_hosts(roster, policy), graded, policy)
    return ProductAdvice(
        graded,
        basis,
        unit_margin(basis),
        margin_share(basis),
        break_even_roi(basis),
        repeat_worth(basis, graded, policy),
        customer_value(basis, graded, policy),
        _judged(graded, usually, policy, fee, commission),
        usually,
    )


def ready_to_go(
    graded: Iterable[Grade], roster: Sequence[Influencer], policy: Policy
) -> tuple[Readiness, ...]:
    """Whether each graded product is ready for orders bought at the usual offer of a roster."""
    hosts = _asked_hosts(roster, policy)
    return tuple(_judged(one, usual(hosts, one, policy), policy) for one in graded)


def _asked_hosts(roster: Sequence[Influencer], policy: Policy) -> tuple[HostFacts, ...]:
    """As many hosts as tell the usual offer: thousands would be felt while somebody types."""
    return tuple(host_facts(host, policy) for host in asked(roster))


def _judged(
    graded: Grade,
    usually: UsualOffer,
    policy: Policy,
    fee: float | None = None,
    commission: float | None = None,
) -> Readiness:
    """At the usual offer, or at the merchant's own figures as far as he gives them."""
    if fee is None and commission is None:
        return readiness(graded, usually.order, policy, usually.said())
    order = usually.order
    own = PaidOrder(order.fee if fee is None else fee, order.commission if commission is None else commission)
    return readiness(graded, own, policy)
