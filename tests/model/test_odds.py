"""Odds of a loss held by draws: never above the limit, never worth less than under the strict bound, honestly told."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest

from model.advice import advise, grades
from model.demo import demo_snapshot
from model.errors import Cancelled, NothingFeasible
from model.estimates import host_facts
from model.limits import Limits
from model.matrix.candidates import candidates
from model.matrix.layout import Problemset, lay_out
from model.matrix.odds import loss_odds, settle, without_odds
from model.matrix.overlap import sharing
from model.matrix.plan import Plan
from model.matrix.pricing import price_choice
from model.matrix.recommend import recommend
from model.matrix.scenarios import scenarios
from model.matrix.solve import Onlooker, solve
from model.policy import load
from model.records import Influencer, Offer, Product, Request

POLICY = load({"risk.draws": 4000, "matrix.time_limit": 4, "economics.horizon_days": 20})
COFFEE = Product("咖啡", 59.9, "咖啡", 25.0, 4.0, 0.05, 0.06, id=1)
RNG = np.random.default_rng(4)
HOSTS = tuple(
    host_facts(
        Influencer(
            f"h{n}", f"达人{n}", "douyin" if n % 2 else "kuaishou", followers=20_000, views=float(RNG.uniform(1e3, 9e3)),
            offers=(Offer("场", float(RNG.uniform(300, 4000)), 0.15), Offer("低价", float(RNG.uniform(100, 900)), 0.3)),
        ),
        POLICY,
    )
    for n in range(8)
)  # fmt: skip
GRADES = grades((COFFEE,), POLICY)
TABLE = candidates(HOSTS, GRADES, POLICY)
REQUEST = Request(9000.0, free_mix=True, max_share=1.0)


def asked(most: float | None, **more: object) -> Request:
    return replace(REQUEST, limits=Limits(loss_odds=most, **more))  # type: ignore[arg-type]


def laid(most: float) -> Problemset:
    return lay_out(TABLE, asked(most), POLICY)


FREE = recommend(TABLE, asked(None), POLICY)


def tight(share: float) -> float:
    """Odds that are so much of those of the plan without a limit."""
    return FREE.risk.loss_probability * share


def test_a_plan_that_keeps_the_odds_anyway_is_the_best_and_is_told_so() -> None:
    loose = recommend(TABLE, asked(min(1.0, tight(1.5))), POLICY)
    assert (loose.status, loose.objective, loose.bound) == ("optimal", FREE.objective, FREE.bound)
    assert "odds_approximate" not in {w.code for w in loose.warnings}


@pytest.mark.parametrize("share", [0.9, 0.7, 0.6])
def test_the_odds_hold_in_the_report_and_the_best_by_trial_of_all_choices_is_near(share: float) -> None:
    most = tight(share)
    plan = recommend(TABLE, asked(most), POLICY)
    problem = laid(most)
    assert plan.risk.loss_probability <= most
    assert plan.bound >= FREE.objective > plan.objective
    assert plan.status == "approximate"
    (said,) = [w for w in plan.warnings if w.code == "odds_approximate"]
    assert said.values == {
        "most": most,
        "odds": plan.risk.loss_probability,
        "more": pytest.approx(plan.bound - plan.objective),
    }
    strict = solve(problem.program, POLICY.matrix.gap, 4)
    assert plan.objective >= strict.value - 1e-6
    best = 0.0
    own = [[None, *np.flatnonzero(problem.kept.host == i)] for i in range(len(HOSTS))]
    free = without_odds(problem.program)
    for some in product(*own):
        picked = np.array([j for j in some if j is not None], np.int64)
        value = float(free.value[picked].sum())
        if value <= max(best, plan.objective * 1.02) or problem.kept.cost[picked].sum() > REQUEST.budget:
            continue
        if loss_odds(problem.kept, picked, sharing(free, picked), asked(most), POLICY) <= most:
            best = value
    assert plan.objective >= 0.95 * best


def test_odds_that_no_choice_keeps_leave_nobody_to_hire() -> None:
    # the safest of all 6,560 sets of these offers loses in 3.5 % of cases
    with pytest.raises(NothingFeasible) as caught:
        recommend(TABLE, asked(0.03), POLICY)
    assert [p.code for p in caught.value.problems] == ["limits_leave_nothing"]


def test_a_plan_found_by_trial_breaks_no_limit_when_it_is_priced() -> None:
    request = asked(tight(0.6))
    plan = recommend(TABLE, request, POLICY)
    wanted = [(c.id, c.candidate.offer.offer.name, c.candidate.sessions, "") for c in plan.choices]
    priced = price_choice(TABLE, wanted, request, POLICY)
    assert (priced.status, priced.objective) == ("chosen", pytest.approx(plan.objective))
    assert priced.bound >= priced.objective
    wanted = [(c.id, c.candidate.offer.offer.name, c.candidate.sessions, "") for c in FREE.choices]
    broken = price_choice(TABLE, wanted, request, POLICY)
    assert broken.status == "chosen_breaks_limits"
    assert broken.warnings[0].code == "breaks_loss_odds"


def test_other_limits_hold_beside_the_odds_and_what_they_cost_is_told() -> None:
    request = asked(tight(0.6), platform_shares=(("douyin", 0.3),))
    plan = recommend(TABLE, request, POLICY)
    spent = sum(c.cost for c in plan.choices if c.candidate.host.influencer.platform == "douyin")
    assert spent <= 0.3 * REQUEST.budget + 1e-6
    assert plan.risk.loss_probability <= tight(0.6)
    found = scenarios(TABLE, request, POLICY)
    worth = {one.code: one for one in found.worths}
    assert worth["loss_odds"].least == 0
    assert worth["loss_odds"].most >= plan.bound - plan.objective - 1 > 0


def test_a_must_who_makes_a_loss_likely_conflicts_with_the_odds() -> None:
    bad = host_facts(
        Influencer("bad", "坑", "douyin", followers=20_000, views=900.0, offers=(Offer("场", 8000.0, 0.2),)),
        POLICY,
    )
    request = replace(asked(0.02), locks=frozenset({"bad"}))
    with pytest.raises(NothingFeasible) as caught:
        recommend(candidates((bad,), GRADES, POLICY), request, POLICY)
    assert {"conflict_loss_odds", "conflict_must"} <= {p.code for p in caught.value.problems}


def test_the_search_tells_only_plans_that_keep_the_odds_and_stops_when_asked() -> None:
    heard: list[tuple[float, float]] = []
    most = tight(0.6)
    found = settle(laid(most), asked(most), POLICY, Onlooker(found=lambda v, b: heard.append((v, b))))
    assert heard
    assert all(value <= found.solution.value + 1e-6 <= bound for value, bound in heard)
    early = settle(laid(most), asked(most), POLICY, Onlooker(enough=lambda: True))
    assert early.solution.status in ("approximate", "infeasible")
    with pytest.raises(Cancelled):
        settle(laid(most), asked(most), POLICY, Onlooker(cancelled=lambda: True))


def test_the_demo_earns_more_within_the_same_odds_than_under_the_strict_bound() -> None:
    policy = load({"matrix.time_limit": 8})
    shop = demo_snapshot(policy, 60)

    def plan(most: float | None) -> Plan:
        got = advise(replace(shop, request=replace(shop.request, limits=Limits(loss_odds=most))), policy).plan
        assert got is not None
        return got

    free = plan(None)
    most = round(free.risk.loss_probability * 0.7, 3)
    held = plan(most)
    assert held.risk.loss_probability <= most
    graded, hosts = grades(shop.products, policy), tuple(host_facts(h, policy) for h in shop.influencers)
    request = replace(shop.request, limits=Limits(loss_odds=most))
    strict = solve(lay_out(candidates(hosts, graded, policy), request, policy).program, policy.matrix.gap, 8)
    assert held.objective >= strict.value
