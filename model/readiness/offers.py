"""The offer a product is judged at before going live: a good one of the roster, as a merchant would not take any."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from model.economics import CostBasis
from model.errors import Reason
from model.estimates import HostFacts, OfferFacts, host_facts
from model.policy import Policy
from model.readiness.payback import PaidOrder, at_once, case_of, later_value
from model.records import Influencer, Kind
from model.repurchase.grading import Grade
from model.response import respond

T = TypeVar("T")

MOST_HOSTS: Final = 400
"""Of a roster from which a usual offer is told."""


@dataclass(frozen=True, slots=True)
class UsualOffer:
    """What a first order is bought at and whose ``offer`` that is; a ``host`` of "" is a common one, estimated.

    ``cheaper`` of the ``hosts`` compared ask less; with ``paying`` of them a first order pays back at the own rate.
    """

    order: PaidOrder
    host: str = ""
    offer: str = ""
    cheaper: int = 0
    hosts: int = 0
    paying: int = 0

    def said(self) -> Reason:
        """Where the figures come from."""
        if not self.hosts:
            return Reason("offer_of_nobody")
        count = {"cheaper": self.cheaper, "hosts": self.hosts, "paying": self.paying}
        return Reason("offer_of_host", {"host": self.host, "offer": self.offer, **count})


def usual(hosts: Sequence[HostFacts], grade: Grade, policy: Policy) -> UsualOffer:
    """A good offer of a roster for one product.

    Every outside host counts with the offer at which a first order leaves most; of these offers the one is taken that
    has the share ``cheaper_hosts`` of the policy before it. Where no such host brings any order, a common one stands in.
    """
    case = case_of(grade, PaidOrder(0.0, 0.0), policy)
    outside = [host for host in hosts if host.influencer.kind is Kind.HOST]
    found = [one for host in _evenly(outside) if (one := _best(host, case.first, grade, policy)) is not None]
    if not found:
        stranger = host_facts(Influencer("", ""), policy)
        return UsualOffer(offered(stranger, stranger.offers[0], grade, policy))
    found.sort(key=lambda one: -at_once(case.first, one[1]))
    later = later_value(case, grade.rates.mean(), policy)
    paying = sum(at_once(case.first, order) + later >= 0 for _, order, _ in found)
    place = min(int(policy.readiness.cheaper_hosts * len(found)), len(found) - 1)
    facts, order, name = found[place]
    return UsualOffer(order, facts.influencer.name, name, place, len(found), paying)


def offered(host: HostFacts, facts: OfferFacts, grade: Grade, policy: Policy) -> PaidOrder:
    """What one offer of a host asks for each order that its first session is expected to bring (infinite for none)."""
    orders = respond(host, grade.product, grade, facts.offer.form, policy).mean
    basis = case_of(grade, PaidOrder(0.0, 0.0), policy).first
    return _ordered(facts, orders, basis)


def _ordered(facts: OfferFacts, orders: float, basis: CostBasis) -> PaidOrder:
    """What an offer asks for each of so many orders; a tiered commission by what these orders come to."""
    sales = orders * basis.price * (1 - basis.return_rate)
    fee = facts.slot_fee / orders if orders > 0 else math.inf
    return PaidOrder(fee, facts.average_commission(sales))


def asked(roster: Sequence[Influencer]) -> Sequence[Influencer]:
    """Those of a roster who need to be completed for :func:`usual`: its outside hosts, or some evenly out of many."""
    return _evenly([host for host in roster if host.kind is Kind.HOST])


def _best(
    host: HostFacts, basis: CostBasis, grade: Grade, policy: Policy
) -> tuple[HostFacts, PaidOrder, str] | None:
    """The offer of a host at which a first order leaves most; None where none brings any."""
    forms = {facts.offer.form for facts in host.offers}
    orders = {form: respond(host, grade.product, grade, form, policy).mean for form in forms}
    offers = [
        (host, _ordered(one, orders[one.offer.form], basis), one.offer.name)
        for one in host.offers
        if orders[one.offer.form] > 0
    ]
    return max(offers, key=lambda one: at_once(basis, one[1]), default=None)


def _evenly(hosts: Sequence[T]) -> Sequence[T]:
    """At most ``MOST_HOSTS`` of them, evenly out of all: a place among them needs no more."""
    return hosts[:: max(1, -(-len(hosts) // MOST_HOSTS))]
