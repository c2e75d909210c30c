"""A table made once serves many requests: what is changed in it is what a table made anew would have."""

from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from model.advice import advise, grades, groundwork
from model.beliefs import Beliefs, HostBelief, Knowledge
from model.demo import demo_snapshot
from model.estimates import host_facts
from model.limits import Limits
from model.matrix.anew import booked, with_asked, with_hosts
from model.matrix.candidates import FIGURES, Candidates, candidates
from model.policy import load
from model.records import Request

POLICY = load({"risk.draws": 200})
SHOP = demo_snapshot(POLICY, 20)
SHOP = replace(SHOP, products=tuple(replace(p, id=i) for i, p in enumerate(SHOP.products, 1)))
HOSTS = tuple(host_facts(h, POLICY) for h in SHOP.influencers)
GRADES = grades(SHOP.products[:3], POLICY)
KNOWN = Knowledge(Beliefs({HOSTS[1].influencer.id: HostBelief(0.3, 0.1)}))
TABLE = candidates(HOSTS, GRADES, POLICY, known=KNOWN)


def same(one: Candidates, other: Candidates) -> None:
    assert one.hosts == other.hosts
    assert one.items == other.items
    assert one.known == other.known
    for name in FIGURES:
        assert np.array_equal(getattr(one, name), getattr(other, name))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, len(HOSTS) - 1), max_size=4), st.floats(0.2, 5.0))
def test_changed_hosts_are_as_in_a_table_made_anew(places: list[int], times: float) -> None:
    changed = {i: replace(HOSTS[i], views=HOSTS[i].views * times) for i in places}
    every = tuple(changed.get(i, host) for i, host in enumerate(HOSTS))
    asked = {
        (item.host.influencer.id, item.offer.offer.name): frozenset(
            other.sessions
            for other in TABLE.items
            if (other.host.influencer.id, other.offer.offer.name)
            == (item.host.influencer.id, item.offer.offer.name)
        )
        for item in TABLE.items
        if item.host in [HOSTS[i] for i in places]
    }
    same(with_hosts(TABLE, changed, POLICY), candidates(every, GRADES, POLICY, asked=asked, known=KNOWN))


def test_sessions_that_are_asked_for_are_priced_and_only_those() -> None:
    item = next(
        one
        for one in TABLE.items
        if one.offer.offer.sessions > max(o.sessions for o in TABLE.items if o.offer is one.offer)
    )
    key, most = (item.host.influencer.id, item.offer.offer.name), item.offer.offer.sessions
    assert with_asked(TABLE, {key: frozenset({1})}, POLICY) is TABLE
    assert with_asked(TABLE, {("nobody", "x"): frozenset({1})}, POLICY) is TABLE
    more = with_asked(TABLE, {key: frozenset({most})}, POLICY)
    same(more, candidates(HOSTS, GRADES, POLICY, asked={key: frozenset({most})}, known=KNOWN))
    assert len(more.items) == len(TABLE.items) + len(GRADES)


def test_what_is_booked_is_asked_for() -> None:
    limits = Limits(booked=(("a", "x", 3), ("a", "x", 5), ("b", "y", 1)))
    assert booked(Request(limits=limits)) == {("a", "x"): {3, 5}, ("b", "y"): {1}}


def test_the_groundwork_serves_until_something_but_a_limit_changes() -> None:
    request = replace(SHOP.request, products=(1, 2, 3))
    shop = replace(SHOP, request=request)
    evidence: dict = {}
    ground = groundwork(shop, POLICY, evidence, known=KNOWN)
    less = replace(shop, request=replace(request, budget=9_000.0, bans=frozenset({HOSTS[0].influencer.id})))
    assert ground.serves(less, POLICY, evidence, KNOWN)
    again = advise(less, POLICY, evidence, known=KNOWN, ground=ground)
    assert again.ground is ground
    assert again.plan == advise(less, POLICY, evidence, known=KNOWN).plan
    deal = (HOSTS[0].influencer.id, HOSTS[0].offers[0].offer.name, 1)
    others = (
        replace(shop, request=replace(request, products=(1, 2))),
        replace(shop, request=replace(request, limits=Limits(booked=(deal,)))),
        replace(shop, influencers=shop.influencers[:-1]),
        replace(shop, products=(*shop.products[:-1], replace(shop.products[-1], price=1.0))),
    )
    for other in others:
        assert not ground.serves(other, POLICY, evidence, KNOWN)
        assert advise(other, POLICY, evidence, known=KNOWN, ground=ground).ground is not ground
    assert not ground.serves(shop, load(), evidence, KNOWN)
    assert not ground.serves(shop, POLICY, evidence)
