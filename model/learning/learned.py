"""What is learnt from results: beliefs for the next plan, what changed in mind, whether the model itself is off."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np

from model.beliefs import UNTOLD, Beliefs, HostBelief
from model.errors import Reason
from model.estimates import HostFacts
from model.learning.calibration import Calibration, calibration, spreads
from model.learning.checks import checks
from model.learning.comebacks import Comeback, repeat_times
from model.learning.frame import Frame, Lifts, Seen, gather
from model.learning.kinds import Measure
from model.learning.measures import evidence
from model.learning.posterior import Posterior, fitted, posterior
from model.learning.scales import NEWTON
from model.matrix.deals import to_come
from model.normal import Z80
from model.policy import Policy
from model.records import Estimate, Form, Request, Snapshot
from model.repurchase.grading import Grade
from model.response import feared, orders_range
from model.results import Result

_LEAST: Final = 1e-6
_OTHERS: Final = 3
"""Steps towards the scales of other measures, which are for showing and for a share or two."""


@dataclass(frozen=True, slots=True)
class Change:
    """What changed in mind on one host with results: orders of an average session of one product, before and after.

    Ranges are of what lasts of him, not of the chances of one session. ``others`` are times the usual (of returns: times
    the usual odds) of what else his results tell: views, visits, orders per visit, returns, repeat.
    """

    id: str
    name: str
    product: str
    results: int
    before: Estimate
    after: Estimate
    others: Mapping[Measure, Estimate] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Scale:
    """How many times the policy's a spread has proved to be, with its 80 % range."""

    host: Estimate
    session: Estimate


@dataclass(frozen=True)
class Learned:
    """What ``results`` results taught. ``checks`` say where the model itself is off, ``unused`` which results told nothing.

    ``held`` are the results that files alone tell of: deals whose sessions ran by them are not to come any more.
    """

    results: int
    beliefs: Beliefs = UNTOLD
    changes: tuple[Change, ...] = ()
    checks: tuple[Reason, ...] = ()
    calibration: Calibration | None = None
    scale: Scale | None = None
    unused: tuple[Reason, ...] = ()
    held: tuple[Result, ...] = ()

    def change(self, host: str) -> Change | None:
        """What changed in mind on one host."""
        return next((one for one in self.changes if one.id == host), None)


def learn(
    results: Iterable[Result],
    hosts: Sequence[HostFacts],
    grades: Sequence[Grade],
    policy: Policy,
    lift: Lifts = lambda _day: {},
    comebacks: Mapping[str, Comeback] | None = None,
) -> Learned:
    """Learn from results of campaigns.

    Args:
        results: what came of sessions with hosts.
        hosts: the roster, checked for water as for a plan.
        grades: the catalogue, graded with what orders say.
        policy: all figures, overrides applied.
        lift: how many times the usual each product sells on a day.
        comebacks: customers each host won and how many of them came back, by id.
    """
    frame = gather(results, hosts, grades, policy, lift)
    found = {m: _found(frame, m, policy) for m in Measure}
    known = {m: one for m, one in found.items() if one is not None}
    if Measure.ORDERS not in known:
        return Learned(0, unused=frame.unused)
    orders, repeat = known[Measure.ORDERS], repeat_times(comebacks or {}, policy)
    few = frame.thinned(int(policy.learning.most_fitted))
    proof = evidence(few, Measure.ORDERS, policy)
    return Learned(
        sum(one.result.orders is not None for one in frame.seen),
        _beliefs(frame, known, repeat, policy),
        _changes(frame, known, repeat, policy),
        checks(few, proof, orders, policy) if proof else (),
        calibration(few, policy),
        _scale(orders),
        frame.unused,
    )


def without_held(
    request: Request, own: Iterable[Result], learned: Learned | None
) -> tuple[Request, tuple[str, ...]]:
    """As :func:`model.matrix.deals.to_come`, by own results and by those that files alone tell of."""
    return to_come(request, (*own, *(learned.held if learned else ())))


def to_plan(snapshot: Snapshot, own: Iterable[Result], learned: Learned | None) -> Snapshot:
    """The project without booked sessions that ran: their fee is spent, and their orders have come."""
    return replace(snapshot, request=without_held(snapshot.request, own, learned)[0])


def _found(frame: Frame, measure: Measure, policy: Policy) -> Posterior | None:
    """Beliefs on one measure; orders alone are worth looking at groups, markets and the doubt on scales one by one."""
    used = frame if measure is Measure.ORDERS else frame.plainer()
    proof = evidence(used, measure, policy)
    if proof is None:
        return None
    few = used.thinned(int(policy.learning.most_fitted))
    part = proof if few is used else evidence(few, measure, policy) or proof
    orders = measure is Measure.ORDERS
    top = fitted(part, policy, steps=NEWTON if orders else _OTHERS)
    return posterior(used, proof, top, policy, few is used and orders)


def _scale(found: Posterior) -> Scale:
    host, session = (
        Estimate(value, value * math.exp(-Z80 * sd), value * math.exp(Z80 * sd))
        for value, sd in zip((found.scales.host, found.scales.session), found.sure, strict=True)
    )
    return Scale(host, session)


def _beliefs(
    frame: Frame, found: Mapping[Measure, Posterior], repeat: Mapping[str, Estimate], policy: Policy
) -> Beliefs:
    orders = found[Measure.ORDERS]
    made = [_belief(frame, place, found, repeat, policy) for place in range(len(frame.roster))]
    ids = [host.influencer.id for host in frame.hosts]
    return Beliefs(
        dict(zip(ids, made, strict=False)),
        dict(zip(frame.groups, made[len(ids) :], strict=True)),
        dict(zip(frame.products, np.exp(orders.products).tolist(), strict=True)),
        spreads(orders, policy),
    )


def _belief(
    frame: Frame,
    place: int,
    found: Mapping[Measure, Posterior],
    repeat: Mapping[str, Estimate],
    policy: Policy,
) -> HostBelief:
    """What is believed of one host, or of one more of a group; what all hosts share of the doubt moves with the day."""
    host = frame.hosts[place] if place < len(frame.hosts) else None
    orders, visit, returns = found[Measure.ORDERS], found.get(Measure.VISIT), found.get(Measure.RETURNS)
    again = repeat.get(host.influencer.id) if host else None
    return HostBelief(
        float(orders.mean[place]) + orders.common / 2,
        math.sqrt(max(float(orders.variance[place]) - orders.common, _LEAST)),
        _visit(host, float(visit.mean[place]), policy) if visit and host and visit.told[place] else None,
        feared(host, policy.response) if host and not orders.told[place] else None,
        float(returns.mean[place]) if returns else 0.0,
        again.value if again else 1.0,
    )


def _visit(host: HostFacts, more: float, policy: Policy) -> float:
    """His share of true views that open the product."""
    live = host.offers[0].offer.form is Form.LIVE
    usual = policy.reach.visit_live if live else policy.reach.visit_post
    return min(usual * math.exp(more), 1.0)


def _changes(
    frame: Frame, found: Mapping[Measure, Posterior], repeat: Mapping[str, Estimate], policy: Policy
) -> tuple[Change, ...]:
    """One for every host with results, by the product he sold last, those expected to sell most first."""
    counts = Counter(one.host for one in frame.seen)
    last = {one.host: one for one in frame.seen}
    others = _others(found)
    made = [
        _change(frame, one, counts[place], found[Measure.ORDERS], others.get(place, {}), repeat, policy)
        for place, one in last.items()
    ]
    return tuple(sorted(made, key=lambda one: (-one.after.value, one.id)))


def _others(found: Mapping[Measure, Posterior]) -> dict[int, dict[Measure, Estimate]]:
    """What else the results of each host (a place in the roster) tell, times the usual."""
    made: dict[int, dict[Measure, Estimate]] = {}
    for measure, one in found.items():
        if measure is Measure.ORDERS:
            continue
        at, sd = np.flatnonzero(one.told), np.sqrt(one.variance)
        ranges = (np.exp(one.mean[at] + move * sd[at]).tolist() for move in (0.0, -Z80, Z80))
        for place, *ends in zip(at.tolist(), *ranges, strict=True):
            made.setdefault(place, {})[measure] = Estimate(*ends)
    return made


def _change(
    frame: Frame,
    seen: Seen,
    count: int,
    orders: Posterior,
    others: Mapping[Measure, Estimate],
    repeat: Mapping[str, Estimate],
    policy: Policy,
) -> Change:
    place, shocks, share = seen.host, seen.response.shocks, policy.learning.lasting_share
    before = math.sqrt(shocks.lasting**2 + share * (shocks.day**2 + shocks.platform**2))
    variance = float(orders.variance[place])
    product = float(orders.products[frame.products.index(seen.grade.product.name)])
    factor = math.exp(float(orders.mean[place]) + variance / 2 + product)
    host = frame.hosts[place].influencer
    return Change(
        host.id,
        host.name,
        seen.grade.product.name,
        count,
        orders_range(seen.response.mean, before),
        orders_range(seen.response.mean * factor, math.sqrt(variance)),
        {**others, Measure.REPEAT: repeat[host.id]} if host.id in repeat else others,
    )
