"""Everything the window shows, from one snapshot: grades, completed hosts, the plan."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from model.economics import CostBasis, break_even_roi, cost_basis, margin_share, repeat_value, unit_margin
from model.errors import Cancelled, InputError, Problem
from model.estimates import HostFacts, host_facts
from model.matrix.plan import Plan
from model.matrix.pricing import price_choice
from model.matrix.recommend import Progress, recommend
from model.policy import Policy
from model.records import Influencer, Product, Snapshot
from model.repurchase.grading import Evidence, Grade, grade


@dataclass(frozen=True)
class Advice:
    """What one run of the model says. ``plan`` is None when only grades were asked for."""

    grades: tuple[Grade, ...]
    hosts: tuple[HostFacts, ...]
    plan: Plan | None


def _quiet(code: str, share: float) -> None:
    """Progress that nobody watches."""


def grades(
    products: Iterable[Product], policy: Policy, evidence: Mapping[str, Evidence] | None = None
) -> tuple[Grade, ...]:
    """Grade every product, with the evidence of its name where there is any."""
    found = evidence or {}
    return tuple(grade(product, policy, found.get(product.name)) for product in products)


def advise(
    snapshot: Snapshot,
    policy: Policy,
    evidence: Mapping[str, Evidence] | None = None,
    progress: Progress = _quiet,
    cancelled: Callable[[], bool] = lambda: False,
) -> Advice:
    """Grade the products asked for, complete the hosts, and choose the matrix.

    Args:
        snapshot: the shop's data with its request.
        policy: all figures, overrides applied.
        evidence: what orders say, by product name.
        progress: called with a code and a share 0-1.
        cancelled: asked between steps.

    Raises:
        InputError: nothing to plan with (no product, no host).
        NothingFeasible: the limits leave nothing.
        Cancelled: when ``cancelled()`` turns true.
    """
    progress("grading", 0.02)
    products = wanted_products(snapshot)
    _check_input(products, snapshot)
    graded = grades(products, policy, evidence)
    hosts = tuple(_completed(snapshot.influencers, policy, cancelled))
    plan = recommend(hosts, graded, snapshot.request, policy, progress, cancelled)
    progress("done", 1.0)
    return Advice(graded, hosts, plan)


def _completed(
    hosts: Iterable[Influencer], policy: Policy, cancelled: Callable[[], bool]
) -> Iterator[HostFacts]:
    for host in hosts:
        if cancelled():
            raise Cancelled
        yield host_facts(host, policy)


def price(
    snapshot: Snapshot,
    policy: Policy,
    wanted: Iterable[tuple[str, str, int, str]],
    evidence: Mapping[str, Evidence] | None = None,
) -> Advice:
    """Price a given choice (host id, offer name, sessions, product name or "") under the model of :func:`advise`."""
    products = wanted_products(snapshot)
    _check_input(products, snapshot)
    graded = grades(products, policy, evidence)
    hosts = tuple(host_facts(host, policy) for host in snapshot.influencers)
    return Advice(graded, hosts, price_choice(hosts, graded, wanted, snapshot.request, policy))


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
    """One product by itself: its grade and what an order of it is worth, in yuan and shares."""

    grade: Grade
    basis: CostBasis
    unit_margin: float
    margin_share: float
    break_even_roi: float
    repeat_value: float


def describe(product: Product, policy: Policy, evidence: Evidence | None = None) -> ProductAdvice:
    """Grade and economics of one product, as shown while it is typed."""
    graded = grade(product, policy, evidence)
    basis = cost_basis(product, graded.attributes.category, policy)
    return ProductAdvice(
        graded,
        basis,
        unit_margin(basis),
        margin_share(basis),
        break_even_roi(basis),
        repeat_value(basis, graded.repeat, policy),
    )
