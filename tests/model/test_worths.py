"""What limits and fees are worth, and the plan that is there at once."""

from dataclasses import replace

import numpy as np
import pytest

from model.advice import grades
from model.demo import demo_snapshot
from model.estimates import host_facts
from model.limits import Limits
from model.matrix.candidates import candidates
from model.matrix.engine.program import broken, objective
from model.matrix.layout import Problemset, lay_out_again
from model.matrix.preview import preview
from model.matrix.solve import solve
from model.matrix.worths import fee_to_get_in, limit_worths
from model.policy import load
from tests.model.programs import make
from tests.model.test_engine import tiny

POLICY = load().with_overrides({"risk.draws": 1000, "matrix.time_limit": 5})
SHOP = demo_snapshot(POLICY, 20)
HOSTS = tuple(host_facts(h, POLICY) for h in SHOP.influencers)
TABLE = candidates(HOSTS, grades(SHOP.products, POLICY), POLICY)
REQUEST = replace(SHOP.request, budget=30_000.0)


def laid(**more) -> Problemset:
    return lay_out_again(TABLE, replace(REQUEST, **more), POLICY)


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


def test_a_fee_that_brings_a_host_in_does_and_a_little_less_does_not() -> None:
    out = set(PROBLEM.kept.host.tolist()) - set(PROBLEM.kept.host[SOLUTION.x].tolist())
    misses = {h: -float(SOLUTION.reduced[PROBLEM.kept.host == h].max()) for h in out}
    host = min((h for h in out if misses[h] > 200), key=lambda h: misses[h])
    fall = fee_to_get_in(PROBLEM, REQUEST, POLICY, host, misses[host])
    if fall is None:
        cost = PROBLEM.kept.cost[PROBLEM.kept.host == host]
        assert misses[host] > cost.min()  # a free offer would not do either
    else:
        assert fall >= misses[host] * 0.4
    assert fee_to_get_in(PROBLEM, REQUEST, POLICY, -1, 1.0) is None


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
