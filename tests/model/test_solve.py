"""The exact choice against brute force, against a second formulation, and against random search."""

import itertools
import math
from collections.abc import Iterator
from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, OptimizeResult, milp

from model.errors import Cancelled
from model.matrix import solve as module
from model.matrix.solve import Rows, Solution, feasible, solve

Floats = NDArray[np.float64]
GAP = 5e-4


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


def test_small_problems_agree_also_when_the_core_must_grow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "CORE", 2)
    for seed in range(20_000, 20_300):
        value, rows = small(seed)
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


@pytest.mark.parametrize("core", [500, 40])
def test_fifty_medium_problems_agree_with_the_whole_problem_at_once(
    core: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "CORE", core)
    searched: list[int] = []
    real = module._search

    def spy(*args: object) -> object:
        searched.append(len(args[3]))  # type: ignore[arg-type]
        return real(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "_search", spy)
    grown = 0
    for seed in range(25):
        value, rows = medium(core * 1000 + seed)
        searched.clear()
        found, other = solve(value, rows, GAP, 20), whole(value, rows)
        grown += len(searched) > 1
        if other.status == 2:
            assert found.status == "infeasible"
            continue
        assert found.status == "optimal"
        assert feasible(found.x, rows)
        best, tiny = -other.fun, 1e-6 * abs(other.fun)
        assert found.value >= best - GAP * abs(found.bound) - tiny
        assert found.value <= -other.mip_dual_bound + tiny
        assert found.bound >= best - tiny
    assert grown >= (5 if core == 40 else 0)


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


@given(st.integers(0, 2**32 - 1), st.integers(5, 60), st.sampled_from([5, 500]))
@settings(max_examples=40)
def test_no_set_that_keeps_the_limits_beats_the_bound(seed: int, n: int, core: int) -> None:
    rng = np.random.default_rng(seed)
    value, rows = instance(rng, n)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "CORE", core)
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
            assert found.reduced == pytest.approx(
                value - charged, abs=1e-6 * max(1.0, float(np.abs(value).max()))
            )


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


def out_of_time(*_args: object, **_kwargs: object) -> OptimizeResult:
    return OptimizeResult(x=None, status=1)


def test_out_of_time_without_a_find_the_lp_rounded_down_stands_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "milp", out_of_time)
    rows = Rows(sparse.csr_array([[10.0, 10.0, 10.0]]), np.array([-math.inf]), np.array([15.0]), ("budget",))
    found = solve(np.array([30.0, 20.0, 10.0]), rows, GAP, 20)
    assert (found.status, found.value, found.x.tolist()) == ("stopped", 30.0, [True, False, False])
    assert found.bound == pytest.approx(40.0)  # the LP's


def test_out_of_time_with_a_must_nothing_stands_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "milp", out_of_time)
    rows = Rows(
        sparse.csr_array([[1.0, 1.0], [2.0, 2.0]]),
        np.array([1.0, -math.inf]),
        np.array([1.0, 3.0]),
        ("a", "b"),
    )
    found = solve(np.array([1.0, 1.0]), rows, GAP, 20)
    assert found.status in {"stopped", "infeasible"}
    half = Rows(
        sparse.csr_array([[1.0, 1.0], [2.0, 1.0], [1.0, 2.0]]),
        np.array([1.0, -math.inf, -math.inf]),
        np.array([1.0, 1.5, 1.5]),
        ("a", "b", "c"),
    )
    assert solve(np.array([1.0, 1.0]), half, GAP, 20).status == "infeasible"


def test_a_solver_that_breaks_a_limit_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bool] = []

    def wrong(*_args: object, **kwargs: dict[str, bool]) -> OptimizeResult:
        asked.append(kwargs["options"]["presolve"])
        return OptimizeResult(x=np.ones(2), status=0, mip_dual_bound=-2.0)

    monkeypatch.setattr(module, "milp", wrong)
    rows = Rows(sparse.csr_array([[1.0, 1.0]]), np.array([-math.inf]), np.array([1.0]), ("budget",))
    assert solve(np.ones(2), rows, GAP, 20).status == "infeasible"
    assert asked == [True, False]


def test_a_search_without_its_own_bound_keeps_that_of_the_lp(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        module,
        "milp",
        lambda *_a, **_k: OptimizeResult(x=np.array([1.0, 0.0]), status=1, mip_dual_bound=None),
    )
    rows = Rows(sparse.csr_array([[1.0, 1.0]]), np.array([-math.inf]), np.array([1.5]), ("budget",))
    found = solve(np.array([1.0, 1.0]), rows, GAP, 20)
    assert (found.status, found.bound) == ("stopped", pytest.approx(1.5))
    assert found.gap == pytest.approx(1 / 3)
