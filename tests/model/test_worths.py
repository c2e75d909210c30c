"""What limits are worth, and the plan that is there at once."""

from dataclasses import replace

import numpy as np
import pytest

from model.advice import grades
from model.demo import demo_snapshot
from model.estimates import host_facts
from model.limits import Limits
from model.matrix.candidates import candidates
from model.matrix.engine.program import broken, objective
from model.matrix.layout import Problemset, lay_out
from model.matrix.preview import glance, preview
from model.matrix.risk import concentration
from model.matrix.solve import solve
from model.matrix.worths import limit_worths
from model.policy import load
from tests.model.programs import make
from tests.model.test_engine import tiny

POLICY = load().with_overrides({"risk.draws": 1000, "matrix.time_limit": 5})
SHOP = demo_snapshot(POLICY, 20)
HOSTS = tuple(host_facts(h, POLICY) for h in SHOP.influencers)
TABLE = candidates(HOSTS, grades(SHOP.products, POLICY), POLICY)
REQUEST = replace(SHOP.request, budget=30_000.0)


def laid(**more) -> Problemset:
    return lay_out(TABLE, replace(REQUEST, **more), POLICY)


PROBLEM = laid()
SOLUTION = solve(PROBLEM.program, POLICY.matrix.gap, 5)
NEAR = 2 * POLICY.matrix.gap * SOLUTION.value


def test_what_a_limit_costs_is_what_the_plan_gains_without_it() -> None:
    for worth in limit_worths(PROBLEM, SOLUTION, POLICY):
        assert 0 <= worth.least <= worth.most
        assert worth.price is None or worth.price > 0
    tight = laid(limits=Limits(order_share=0.08, orders_per_day=2.0))
    found = {w.code: w for w in limit_worths(tight, solve(tight.program, POLICY.matrix.gap, 5), POLICY)}
    assert found["capacity"].least > 0
    assert found["capacity"].price is not None
    assert found["order_share"].price is None


def test_the_price_of_the_budget_is_what_the_first_yuan_more_brings() -> None:
    worth = next(w for w in limit_worths(PROBLEM, SOLUTION, POLICY) if w.code == "budget")
    more = solve(laid(budget=33_000.0).program, POLICY.matrix.gap, 5)
    assert worth.price is not None
    # the value of the relaxation is concave in the budget: the price bounds what 3,000 yuan more can bring
    assert more.value - SOLUTION.bound <= worth.price * 3_000 + NEAR


def test_the_preview_keeps_the_limits_and_is_never_better_than_the_bound() -> None:
    for seed in range(100):
        program = tiny(seed)
        columns, value = preview(program)
        found = solve(program, 1e-6, 20)
        if len(columns):
            assert broken(program, columns) == {}
            assert value == pytest.approx(objective(program, columns))
            assert value <= found.bound + 1e-6 * max(1.0, abs(found.bound))


def test_the_preview_of_a_shop_is_worth_most_of_the_best_plan() -> None:
    columns, value = preview(PROBLEM.program)
    assert broken(PROBLEM.program, columns) == {}
    assert 0.6 * SOLUTION.value <= value <= SOLUTION.bound
    shop = make(150, 3, "typical", 40)
    assert preview(shop)[1] > 0
    nobody = replace(shop, must=np.ones(150, bool))
    assert preview(nobody)[0].tolist() == []


def test_the_preview_gives_way_to_shares_and_bad_outcomes_and_still_hires() -> None:
    for limits in (Limits(order_share=0.1), Limits(loss_odds=0.01), Limits(most_loss=100.0)):
        problem = laid(budget=100_000.0, limits=limits)
        columns, value = preview(problem.program)
        best = solve(problem.program, POLICY.matrix.gap, 5)
        assert broken(problem.program, columns) == {}
        assert 0.4 * best.value <= value <= best.bound
    nobody = laid(limits=Limits(most_loss=0.0), locks=frozenset({TABLE.hosts[0].influencer.id}), budget=1e7)
    assert preview(replace(nobody.program, must=np.ones_like(nobody.program.must)))[0].tolist() == []


def test_a_glance_tells_the_figures_of_the_preview_in_the_terms_of_a_plan() -> None:
    got = glance(TABLE, REQUEST, POLICY)
    columns, value = preview(PROBLEM.program)
    kept = PROBLEM.kept
    assert got.objective == value == pytest.approx(kept.long[columns].sum())
    assert got.spend == pytest.approx(kept.cost[columns].sum())
    assert got.spend <= got.budget == REQUEST.budget
    assert got.orders == pytest.approx(kept.orders[columns].sum())
    assert got.first_profit == pytest.approx(kept.first[columns].sum())
    assert sum(total.count for total in got.tiers.values()) == len(columns)
    assert sum(total.long_profit for total in got.tiers.values()) == pytest.approx(value)
    assert got.concentration == concentration(kept.cost[columns].tolist(), kept.orders[columns].tolist())
    # the mean of 2,000 draws is that of the choice, but for stock that hosts share and the draws' own error
    assert got.risk.mean + got.risk.shared_stock == pytest.approx(value, rel=0.05)
    assert got.warnings == ()
    poor = glance(TABLE, replace(REQUEST, budget=1.0), POLICY)
    assert (poor.spend, poor.risk.mean) == (0.0, pytest.approx(poor.objective, rel=0.2, abs=1.0))


def test_a_likely_loss_is_warned_of_at_a_glance() -> None:
    wary = replace(POLICY, risk=replace(POLICY.risk, warn_loss=-0.01))
    assert [one.code for one in glance(TABLE, REQUEST, wary).warnings] == ["loss_likely"]
    tossed = replace(wary, risk=replace(wary.risk, toss=0.0))
    assert [one.code for one in glance(TABLE, REQUEST, tossed).warnings] == ["loss_likely", "loss_toss"]
