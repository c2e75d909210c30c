"""What was planned for each campaign: by a plan the merchant kept, else what the model expects now of what was run."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from model.advice import checked
from model.estimates import HostFacts, OfferFacts, host_facts
from model.matrix.candidates import Candidate, Candidates, candidates
from model.matrix.foreseen import Foreseen
from model.matrix.kept import Kept
from model.matrix.plan import Choice
from model.matrix.recommend import choices_of
from model.policy import Policy
from model.records import Influencer, Request, same_text
from model.repurchase.grading import Grade


@dataclass(frozen=True, slots=True)
class Run:
    """What was really run with a host of the roster: which product, from when to when, on which terms as far as known.

    ``slot_fee`` is yuan over all sessions, ``commission`` a share.
    """

    host: str
    product: str
    first: dt.date
    last: dt.date
    sessions: int | None = None
    slot_fee: float | None = None
    commission: float | None = None


@dataclass(frozen=True, slots=True)
class Planned:
    """What was expected of a run. ``basis``: ``kept`` (as the plan said when it was kept), ``now`` (the model of today).

    ``name`` and ``day`` are those of the kept plan. ``agreed`` is the offer its terms are taken from.
    """

    foreseen: Foreseen
    basis: str
    agreed: OfferFacts
    samples: float
    name: str = ""
    day: str = ""
    assumed_sessions: bool = False


def planned(
    runs: Sequence[Run],
    kept: Sequence[Kept],
    roster: Iterable[Influencer],
    graded: Mapping[str, Grade],
    policy: Policy,
) -> tuple[Planned | None, ...]:
    """Of every run what was planned; None where its host is not in the roster or its product is not ``graded``.

    A kept plan counts when it names host and product, and was kept before the run ended and at most ``plan_days`` before
    it began; of several the latest. Its forecast stands as it was kept. Else the model says what it expects now of the offer the terms look like.
    """
    hosts = {host.id: host for host in roster}
    usable = [one for one in runs if one.host in hosts and one.product in graded]
    if not usable:
        return (None,) * len(runs)
    wanted = {one.host: hosts[one.host] for one in usable}
    sold = tuple({one.product: graded[one.product] for one in usable}.values())
    facts = checked(
        (host_facts(host, policy) for host in wanted.values()), [one.product for one in sold], policy
    )
    by_id = {host.influencer.id: host for host in facts}
    asked = {one: _asked(one, by_id[one.host], kept, policy) for one in usable}
    names = {one: graded[one.product].product.name for one in usable}
    table = _table(asked, by_id, sold, policy)
    choices = _priced(table, [(run.host, one, names[run]) for run, one in asked.items()])
    return tuple(
        _planned(one, choices[run.host, one.offer.offer.name, one.sessions, names[run]])
        if (one := asked.get(run))
        else None
        for run in runs
    )


_Key = tuple[str, str, int, str]
"""Host, offer, sessions, product."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """The offer and sessions to price, and the kept plan they are from."""

    offer: OfferFacts
    sessions: int
    assumed: bool
    kept: Kept | None = None
    foreseen: Foreseen | None = None


def _asked(run: Run, host: HostFacts, kept: Iterable[Kept], policy: Policy) -> _Asked:
    oldest = run.first - dt.timedelta(policy.results.plan_days)
    for plan in reversed(tuple(kept)):
        if not oldest.isoformat() <= plan.day <= run.last.isoformat():
            continue
        for one in plan.foreseen:
            if one.host == run.host and same_text(one.product, run.product):
                offer = next((o for o in host.offers if o.offer.name == one.offer), _likely(run, host))
                return _Asked(offer, one.sessions, False, plan, one)
    return _Asked(_likely(run, host), run.sessions or 1, run.sessions is None)


def _likely(run: Run, host: HostFacts) -> OfferFacts:
    """The offer whose terms are nearest to what was paid; the first one where nothing is known of that."""
    fee = None if run.slot_fee is None else run.slot_fee / (run.sessions or 1)

    def away(offer: OfferFacts) -> tuple[float, float]:
        money = 0.0 if fee is None else abs(offer.slot_fee - fee) / max(offer.slot_fee, fee, 1.0)
        share = 0.0 if run.commission is None else abs(offer.commission - run.commission)
        return round(money, 2), round(share, 2)

    return min(host.offers, key=away)


def _table(
    asked: Mapping[Run, _Asked], hosts: Mapping[str, HostFacts], sold: tuple[Grade, ...], policy: Policy
) -> Candidates:
    """All that was run as candidates; a host may have come for more sessions than his offer says."""
    counts: dict[tuple[str, str], frozenset[int]] = {}
    for run, one in asked.items():
        key = (run.host, one.offer.offer.name)
        counts[key] = counts.get(key, frozenset()) | {one.sessions}
    booked = tuple(
        replace(host, offers=tuple(_for(offer, counts[id_, offer.offer.name]) for offer in host.offers if (id_, offer.offer.name) in counts))
        for id_, host in hosts.items()
    )  # fmt: skip
    return candidates(booked, sold, policy, asked=counts)


def _for(offer: OfferFacts, counts: frozenset[int]) -> OfferFacts:
    most = max(offer.offer.sessions, *counts)
    return replace(offer, offer=replace(offer.offer, sessions=most))


def _priced(table: Candidates, asked: Iterable[tuple[str, _Asked, str]]) -> dict[_Key, Choice]:
    """The candidates that were run, as choices, by host, offer, sessions and product."""
    places = {_key(one): place for place, one in enumerate(table.items)}
    wanted = {places[host, one.offer.offer.name, one.sessions, product] for host, one, product in asked}
    return {
        _key(choice.candidate): choice
        for choice in choices_of(table, np.array(sorted(wanted), np.int64), Request())
    }


def _key(one: Candidate) -> _Key:
    return one.host.influencer.id, one.offer.offer.name, one.sessions, one.worth.product.name


def _planned(one: _Asked, choice: Choice) -> Planned:
    samples = choice.candidate.samples
    if one.kept is not None and one.foreseen is not None:
        return Planned(one.foreseen, "kept", one.offer, samples, one.kept.name, one.kept.day)
    return Planned(Foreseen.of(choice), "now", one.offer, samples, assumed_sessions=one.assumed)
