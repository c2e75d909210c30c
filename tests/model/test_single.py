"""One host at a time: what is told was tried, and a little less does not do."""

from dataclasses import replace

import numpy as np
import pytest

from model.advice import advise, groundwork
from model.demo import demo_snapshot
from model.errors import Cancelled
from model.limits import Limits
from model.matrix.candidates import candidates
from model.matrix.plan import Plan
from model.matrix.recommend import recommend
from model.matrix.single import ASIDE, Without, rounded_up, ways_in, without
from model.policy import load
from model.records import Influencer, Kind, Offer

POLICY = load({"risk.draws": 200})
SHOP = demo_snapshot(POLICY, 20)
SHOP = replace(SHOP, influencers=SHOP.influencers[::3])
REQUEST = replace(SHOP.request, budget=8_000.0)
SHOP = replace(SHOP, request=REQUEST)
ADVICE = advise(SHOP, POLICY)
TABLE = ADVICE.ground.table
PLAN = ADVICE.plan


def plan() -> Plan:
    assert PLAN is not None
    return PLAN


NEAR = POLICY.matrix.gap * plan().bound


def with_host(host: str, views: float | None = None, fall: float = 0.0) -> Plan:
    """The plan when one host is known otherwise, all candidates made anew."""
    changed = tuple(
        facts
        if facts.influencer.id != host
        else replace(
            facts,
            views=views or facts.views,
            offers=tuple(replace(o, slot_fee=max(0.0, o.slot_fee - fall)) for o in facts.offers),
        )
        for facts in TABLE.hosts
    )
    return recommend(candidates(changed, ADVICE.grades, POLICY), REQUEST, POLICY)


def test_a_rejected_host_gets_in_at_the_fee_told_and_not_at_a_little_more() -> None:
    out = [r for r in plan().rejected if r.reason not in ASIDE and r.short_by and r.short_by > 100]
    tried = 0
    for row in sorted(out, key=lambda r: r.short_by or 0.0):
        found = ways_in(TABLE, REQUEST, POLICY, row.id, row.short_by)
        if found.fee is None or found.views is None or found.fee.need <= 0:
            continue
        fall = found.fee.have - found.fee.need
        assert row.id in {c.id for c in with_host(row.id, fall=fall).choices}
        assert row.id not in {c.id for c in with_host(row.id, fall=fall * 0.7).choices}
        assert row.id in {c.id for c in with_host(row.id, views=found.views.need).choices}
        if (tried := tried + 1) == 3:
            return
    pytest.fail("nobody was tried")


def test_where_no_fee_is_low_enough_nothing_is_told() -> None:
    host = Influencer("x", "X", "douyin", followers=30_000, views=20_000.0, offers=(Offer("a", 500.0, 0.95),))
    product = replace(SHOP.products[0], id=1)
    shop = replace(SHOP, products=(product,), influencers=(*SHOP.influencers, host))
    table = groundwork(shop, POLICY).table
    found = ways_in(table, REQUEST, POLICY, "x")
    assert (found.fee, found.views) == (None, None)


def test_a_rejected_host_is_left_alone_when_asked() -> None:
    with pytest.raises(Cancelled):
        ways_in(TABLE, REQUEST, POLICY, plan().rejected[0].id, cancelled=lambda: True)


def test_without_a_chosen_host_the_plan_is_that_of_a_roster_without_him() -> None:
    for choice in plan().choices[:3]:
        found = without(plan(), TABLE, REQUEST, POLICY, choice.id)
        best = recommend(TABLE, replace(REQUEST, bans=frozenset({choice.id})), POLICY)
        lost = plan().objective - best.objective
        assert found.least is not None
        assert found.most is not None
        assert found.least - NEAR <= lost <= found.most + NEAR
        assert found.most <= choice.long_profit + choice.overlap + 2 * NEAR
        assert choice.candidate.host.influencer.name not in found.instead


def test_without_a_host_who_was_locked_or_booked_the_lock_is_lifted() -> None:
    first = plan().choices[0]
    deal = (first.id, first.candidate.offer.offer.name, first.candidate.sessions)
    for bound in (
        replace(REQUEST, locks=frozenset({first.id})),
        replace(REQUEST, limits=Limits(booked=(deal,))),
    ):
        own = recommend(TABLE, bound, POLICY)
        assert without(own, TABLE, bound, POLICY, first.id).least == pytest.approx(
            without(plan(), TABLE, REQUEST, POLICY, first.id).least or 0.0, rel=0.2, abs=100.0
        )


def test_where_nobody_can_stand_in_that_is_said() -> None:
    musts = frozenset(c.id for c in plan().choices)
    tight = replace(REQUEST, locks=musts, budget=plan().spend)
    own = recommend(TABLE, tight, POLICY)
    host = next(c for c in own.choices if c.candidate.host.influencer.kind is Kind.HOST)
    # One tail host less, and what is left breaks the mix of levels: only he kept it.
    assert without(own, TABLE, replace(tight, free_mix=True), POLICY, host.id).least is not None
    capped = replace(tight, free_mix=True, limits=Limits(cash=0.0))
    assert without(own, TABLE, capped, POLICY, host.id) == Without(None, None)


def test_figures_are_rounded_up_to_two_digits() -> None:
    assert [rounded_up(x) for x in (688.0, 690.0, 11.8, 3.01, 0.0)] == pytest.approx([690, 690, 12, 3.1, 0])
    rng = np.random.default_rng(3)
    for value in rng.uniform(0.01, 1e6, 200).tolist():
        assert value <= rounded_up(value) + 1e-9 <= value * 1.1 + 1e-6
