"""Questions beside the plan: whom to try small first, and which of one host's offers to take."""

from collections.abc import Callable, Collection, Mapping

from model.advice import grades, wanted_products
from model.beliefs import NOTHING, Knowledge
from model.errors import Cancelled
from model.estimates import host_facts
from model.matrix.candidates import candidates
from model.matrix.sidebyside import SideBySide, side_by_side, terms_of
from model.matrix.trial import Trial, trials
from model.policy import Policy
from model.records import Form, Influencer, Product, Snapshot
from model.repurchase.grading import Evidence


def small_tests(
    snapshot: Snapshot,
    policy: Policy,
    budget: float,
    skip: Collection[str] = (),
    evidence: Mapping[str, Evidence] | None = None,
    known: Knowledge = NOTHING,
    cancelled: Callable[[], bool] = lambda: False,
) -> tuple[Trial, ...]:
    """Whom to try within a budget for tests, the most worthwhile yuan first; banned hosts are left alone.

    Args:
        snapshot: the shop's data with its request (products asked for, bans).
        policy: all figures, overrides applied.
        budget: yuan for fees and samples of all tests.
        skip: ids of hosts who are booked anyhow.
        evidence: what orders say, by product name.
        known: what is known beyond the policy.
        cancelled: asked between hosts.

    Raises:
        Cancelled: when ``cancelled()`` turns true.
    """
    graded = grades(wanted_products(snapshot), policy, evidence, snapshot.products)
    hosts = tuple(host_facts(host, policy) for host in snapshot.influencers)
    table = candidates(hosts, graded, policy, cancelled, known=known)
    if cancelled():
        raise Cancelled
    return trials(table, budget, policy, snapshot.request.bans | frozenset(skip))


def offers_beside(
    host: Influencer,
    product: Product,
    policy: Policy,
    evidence: Mapping[str, Evidence] | None = None,
    among: tuple[Product, ...] = (),
    known: Knowledge = NOTHING,
) -> Mapping[Form, SideBySide]:
    """The offers of one host for one product beside each other, live sessions and posts apart, one session of each.

    ``among`` is the whole catalogue, whose other products lend to the grade.
    """
    graded = grades((product,), policy, evidence, among or None)
    facts = host_facts(host, policy)
    table = candidates((facts,), graded, policy, known=known)
    single = [item for item in table.items if item.sessions == 1]
    found = {}
    for form in Form:
        if items := [item for item in single if item.offer.offer.form is form]:
            worth, response = items[0].worth, items[0].response
            terms = [terms_of(item) for item in items]
            found[form] = side_by_side(terms, worth.basis, worth.repeat, response.mean, response.sd)
    return found
