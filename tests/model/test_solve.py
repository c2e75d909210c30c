"""The exact choice against brute force, against a second formulation, and against random search."""

import itertools
import math
from collections.abc import Callable, Iterator
from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, OptimizeResult, milp

from model.errors import Cancelled
from model.matrix.engine import choose as door
from model.matrix.engine.master import Master
from model.matrix.engine.program import Program, Rows
from model.matrix.solve import Onlooker, Solution
from model.matrix.solve import solve as search

Floats = NDArray[np.float64]
GAP = 5e-4


def feasible(x: Floats, rows: Rows) -> bool:
    """Whether a 0-1 vector keeps every limit."""
    at = rows.matrix @ np.asarray(x, float)
    slack = 1e-6 * (1 + np.abs(at))
    return bool(np.all(at <= rows.high + slack) and np.all(at >= rows.low - slack))


def solve(
    value: Floats, rows: Rows, gap: float, seconds: float, cancelled: Callable[[], bool] = lambda: False
) -> Solution:
    """The engine on limits that are all plain rows; those of hosts become hosts."""
    owned = np.array([code == "host" for code in rows.codes])
    host, must = np.arange(len(value)), np.zeros(len(value), bool)
    if owned.any():
        of_host = rows.matrix[np.flatnonzero(owned)].toarray()
        host, must = of_host.argmax(axis=0), rows.low[owned] > 0.5
    order, rest = np.argsort(host, kind="stable"), np.flatnonzero(~owned)
    codes = tuple(rows.codes[i] for i in rest)
    limits = Rows(rows.matrix[rest][:, order], rows.low[rest], rows.high[rest], codes)
    program = Program(value[order], np.zeros(len(value)), host[order], must, limits)
    found = search(program, gap, seconds, Onlooker(cancelled))
    x, reduced, duals = np.zeros(len(value), bool), np.zeros(len(value)), np.zeros(len(rows.low))
    x[order], reduced[order], duals[rest] = found.x, found.reduced, found.duals
    return Solution(x, found.value, found.bound, reduced, duals, found.status)


def instance(rng: np.random.Generator, n: int, tight: float | None = None) -> tuple[Floats, Rows]:
    """Offers of hosts with a budget, a stock and mix rows, as the program makes them; sometimes a host is a must."""
    hosts = rng.integers(0, max(1, n // 2), n)
    cost = np.round(rng.lognormal(6, 1.2, n), 2) * (rng.random(n) > 0.1)
    value = np.round(rng.normal(0.6, 1, n) * np.maximum(cost, 50), 2)
    orders = rng.lognormal(3, 1, n)
    used = np.unique(hosts)
    must = (rng.random(len(used)) < 0.08).astype(float)
    level = rng.choice(3, n, p=(0.1, 0.3, 0.6))
    rows_ = [(hosts == h).astype(float) for h in used]
    low = [*must]
    high = [1.0] * len(used)
    share = rng.uniform(0.05, 0.6) if tight is None else tight
    rows_ += [cost, orders, (level == 0) - 0.06, (level == 2) - 0.85, 0.5 * cost - (level == 0) * cost]
    low += [-math.inf, -math.inf, -math.inf, -1.0, -math.inf]
    high += [cost.sum() * share, orders.sum() * 0.5, 1.0, math.inf, 0.0 if rng.random() < 0.3 else math.inf]
    codes = ("host",) * len(used) + ("budget", "stock", "mix_head", "mix_tail", "mix_head")
    return value, Rows(sparse.csr_array(np.array(rows_, float)), np.array(low), np.array(high), codes)


@cache
def every_set(n: int) -> Floats:
    return np.array(list(itertools.product((0.0, 1.0), repeat=n)))


def brute(value: Floats, rows: Rows) -> float | None:
    """The best of all subsets, or None."""
    sets = every_set(len(value))
    at = sets @ rows.matrix.toarray().T
    fine = np.all((at <= rows.high + 1e-9) & (at >= rows.low - 1e-9), axis=1)
    return float((sets[fine] @ value).max()) if fine.any() else None


def check(found: Solution, value: Floats, rows: Rows, best: float | None) -> None:
    if best is None:
        assert found.status == "infeasible"
        assert not found.x.any()
        return
    assert found.status == "optimal"
    assert feasible(found.x, rows)
    assert found.value == pytest.approx(float(value @ found.x), abs=1e-6)
    tiny = 1e-6 * max(1.0, abs(best))
    assert found.value <= best + tiny
    assert best <= found.bound + tiny
    assert found.value >= best - GAP * abs(found.bound) - tiny
    assert found.gap <= GAP + 1e-9


def small(seed: int) -> tuple[Floats, Rows]:
    rng = np.random.default_rng(seed)
    return instance(rng, int(rng.integers(1, 11)))


@pytest.mark.parametrize("batch", range(10))
def test_two_thousand_small_problems_agree_with_trying_every_set(batch: int) -> None:
    for seed in range(batch * 200, batch * 200 + 200):
        value, rows = small(seed)
        check(solve(value, rows, GAP, 20), value, rows, brute(value, rows))


def test_problems_of_sixteen_columns_agree_with_trying_every_set() -> None:
    for seed in range(10):
        value, rows = instance(np.random.default_rng(9000 + seed), 16)
        check(solve(value, rows, GAP, 20), value, rows, brute(value, rows))


def whole(value: Floats, rows: Rows) -> OptimizeResult:
    """The second formulation: the whole problem handed to the solver at once."""
    return milp(
        -value,
        constraints=LinearConstraint(rows.matrix, rows.low, rows.high),
        bounds=Bounds(0, 1),
        integrality=np.ones(len(value)),
        options={"mip_rel_gap": 2e-3, "time_limit": 30},
    )


def medium(seed: int) -> tuple[Floats, Rows]:
    rng = np.random.default_rng(seed)
    n = int(rng.integers(300, 2001)) if seed % 8 == 0 else int(rng.integers(300, 500))
    value, rows = instance(rng, n, tight=float(rng.uniform(0.005, 0.05)))
    high = rows.high.copy()
    high[-1] = math.inf  # least spend on heads: proven on the small ones, where it does not take minutes
    return value, Rows(rows.matrix, rows.low, high, rows.codes)


def test_medium_problems_agree_with_the_whole_problem_at_once() -> None:
    for seed in range(12):
        value, rows = medium(500_000 + seed)
        found, other = solve(value, rows, GAP, 20), whole(value, rows)
        if other.status == 2:
            assert found.status == "infeasible"
            continue
        assert found.status == "optimal"
        assert feasible(found.x, rows)
        best, tiny = -other.fun, 1e-6 * abs(other.fun)
        assert found.value >= best - GAP * abs(found.bound) - tiny
        assert found.value <= -other.mip_dual_bound + tiny
        assert found.bound >= best - tiny


def tries(rng: np.random.Generator, value: Floats, rows: Rows, start: NDArray[np.bool_]) -> Iterator[Floats]:
    """Random greedy fillings, and the found set with a column or two flipped."""
    for _ in range(10):
        x = np.zeros(len(value))
        for j in rng.permutation(len(value)):
            x[j] = 1
            if value[j] <= 0 or not feasible(x, rows):
                x[j] = 0
        yield x
    for _ in range(200):
        x = start.astype(float)
        flip = rng.integers(0, len(value), rng.integers(1, 4))
        x[flip] = 1 - x[flip]
        yield x


@given(st.integers(0, 2**32 - 1), st.integers(5, 60))
@settings(max_examples=40, deadline=None)
def test_no_set_that_keeps_the_limits_beats_the_bound(seed: int, n: int) -> None:
    rng = np.random.default_rng(seed)
    value, rows = instance(rng, n)
    found = solve(value, rows, GAP, 20)
    for x in tries(rng, value, rows, found.x):
        if feasible(x, rows):
            assert found.status == "optimal"
            assert float(value @ x) <= found.bound + 1e-6 * max(1.0, abs(found.bound))


def test_the_price_of_the_budget_is_what_one_more_yuan_brings() -> None:
    value = np.array([30.0, 20.0, 10.0])
    rows = Rows(sparse.csr_array([[10.0, 10.0, 10.0]]), np.array([-math.inf]), np.array([15.0]), ("budget",))
    found = solve(value, rows, GAP, 20)
    assert found.x.tolist() == [True, False, False]
    assert found.duals.tolist() == pytest.approx([2.0])
    assert found.reduced.tolist() == pytest.approx([10.0, 0.0, -10.0])


def test_what_a_column_is_worth_to_the_lp_is_its_value_less_what_the_limits_charge() -> None:
    for seed in range(40):
        value, rows = instance(np.random.default_rng(seed), 30)
        found = solve(value, rows, GAP, 20)
        if found.status == "optimal":
            charged = rows.matrix.T @ found.duals
            near = 1e-6 * max(1.0, float(np.abs(value).max()))
            assert found.reduced == pytest.approx(value - charged, abs=near)


def test_nothing_worth_buying_is_bought() -> None:
    rows = Rows(sparse.csr_array([[1.0, 1.0]]), np.array([-math.inf]), np.array([5.0]), ("budget",))
    found = solve(np.array([-1.0, -2.0]), rows, GAP, 20)
    assert (found.status, found.value, found.gap) == ("optimal", 0.0, 0.0)
    assert not found.x.any()


def test_limits_that_only_fractions_keep_are_infeasible() -> None:
    rows = Rows(sparse.csr_array([[2.0, 2.0]]), np.array([1.0]), np.array([1.0]), ("odd",))
    assert solve(np.ones(2), rows, GAP, 20).status == "infeasible"


def test_the_search_stops_when_asked() -> None:
    value, rows = small(3)
    with pytest.raises(Cancelled):
        solve(value, rows, GAP, 20, lambda: True)


@pytest.mark.parametrize("after", [3, 6, 12, 40])
def test_the_search_stops_when_asked_in_the_middle(after: int) -> None:
    value, rows = medium(500_005)
    asked = itertools.count()
    with pytest.raises(Cancelled):
        solve(value, rows, 0.0, 60, lambda: next(asked) >= after)


def test_out_of_time_the_bound_is_that_of_the_relaxation() -> None:
    rows = Rows(sparse.csr_array([[10.0, 10.0, 10.0]]), np.array([-math.inf]), np.array([15.0]), ("budget",))
    found = solve(np.array([30.0, 20.0, 10.0]), rows, GAP, 0.0)
    assert found.value == 30.0
    assert found.bound == pytest.approx(40.0)
    assert (found.status, found.gap) == ("stopped", pytest.approx(0.25))


def test_a_solver_that_breaks_a_limit_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bool] = []

    def wrong(self: Master, _gap: float, _seconds: float, presolve: bool, stop: Callable[[], bool]) -> object:
        asked.append(presolve)
        return "kOptimal", 99.0, np.ones(len(self.columns))

    monkeypatch.setattr(Master, "search", wrong)
    monkeypatch.setattr(door, "SMALL", 9.0)
    rows = Rows(sparse.csr_array([[3.0, 2.0, 2.0]]), np.array([-math.inf]), np.array([4.5]), ("budget",))
    found = solve(np.array([5.0, 3.0, 3.0]), rows, GAP, 5)
    assert feasible(found.x, rows)
    assert found.value == pytest.approx(6.0)
    assert found.bound >= 6.0
    assert set(asked) == {True, False}


def test_one_at_most_is_searched_for_where_the_relaxation_takes_halves() -> None:
    rows = Rows(
        sparse.csr_array([[1.0, 1.0, 0.0], [1.0, 0.0, 1.0], [0.0, 1.0, 1.0]]),
        np.full(3, -math.inf),
        np.ones(3),
        ("a", "b", "c"),
    )
    found = solve(np.array([2.0, 2.0, 2.0]), rows, GAP, 20)
    assert (found.status, found.value) == ("optimal", pytest.approx(2.0))
    assert found.gap <= GAP
