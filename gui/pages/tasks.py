"""What the pages hand to a worker. The heavy libraries are imported when it runs."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from gui import words
from model.records import Influencer, Product, Snapshot
from model.results import Result
from model.watching import EVERY, Progress, stepping

if TYPE_CHECKING:
    from gui.session import Loaded
    from model.advice import ProductAdvice
    from model.authenticity.audit import Audit
    from model.authenticity.fee import Point
    from model.authenticity.orderaudit import OrderAudit
    from model.authenticity.untold import Untold
    from model.estimates import HostFacts
    from model.policy import Policy
    from model.repurchase.grading import Evidence, Grade


def category_name(category: Any) -> str:
    """The name of a category in the language of the moment."""
    return str(category.zh if words.is_chinese() else category.en)


def grade_all(
    products: Sequence[Product], policy: "Policy", evidence: "Mapping[str, Evidence]"
) -> "dict[int, Grade]":
    """Grade every product with what its orders say, by id (for a worker)."""
    from model.advice import grades

    return {g.product.id: g for g in grades(products, policy, evidence)}


def describe_one(
    product: Product,
    policy: "Policy",
    evidence: "Mapping[str, Evidence]",
    among: Sequence[Product],
    roster: Sequence[Influencer],
    fee: float | None,
    commission: float | None,
    *,
    progress: Progress,
    cancelled: Callable[[], bool],
) -> "ProductAdvice":
    """Grade, economics and readiness of the product being typed (for a worker)."""
    from model.advice import describe

    stepping(progress, cancelled)("describing_product", 0.0)  # the window may need the interpreter first
    return describe(product, policy, evidence, among, roster, fee, commission)


def all_facts(
    hosts: Sequence[Influencer],
    policy: "Policy",
    *,
    progress: Progress,
    cancelled: Callable[[], bool],
) -> "tuple[HostFacts, ...]":
    """Complete every host (for a worker)."""
    from model.estimates import host_facts

    step, facts = stepping(progress, cancelled), list["HostFacts"]()
    for number, host in enumerate(hosts):
        if number % EVERY == 0:
            step("completing_hosts", number / len(hosts))
        facts.append(host_facts(host, policy))
    return tuple(facts)


def check_hosts(
    snapshot: Snapshot,
    policy: "Policy",
    beside: Callable[[], "Loaded"],
    orders: "OrderAudit | None" = None,
    results: Sequence[Result] = (),
    *,
    progress: Progress,
    cancelled: Callable[[], bool],
) -> "Audit":
    """Check every host by his figures beside those of his peers, his posts, orders and results (for a worker)."""
    from model.authenticity.audit import audit
    from model.intake.lists.extras import kept_extras

    return audit(snapshot, policy, kept_extras(beside().batches), results, orders, progress, cancelled)


def missing(found: "Audit", policy: "Policy") -> "Untold":
    """Why the check cannot tell of many hosts."""
    from model.authenticity.untold import untold

    return untold(found.check, policy.water)


def negotiate(found: "Audit", place: int, policy: "Policy") -> "tuple[Point, ...]":
    """What to offer the host at this place of a checked roster."""
    from model.authenticity.fee import negotiation

    check = found.check.host(place)
    return negotiation(check.host, found.fees.host(place), check.authenticity, policy)
