"""The engine against trying every set, against one big model of another solver, and against sets that others find."""

import itertools
import math
import time
from collections.abc import Iterator
from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, milp

from model.errors import Cancelled, NothingFeasible
from model.matrix.engine import choose as door
from model.matrix.engine import master, pool, relax
from model.matrix.engine.choose import Answer, Watch, choose
from model.matrix.engine.cuts import Cut
from model.matrix.engine.program import (
    Program,
    Reach,
    Rows,
    Share,
    Shocks,
    Tail,
    broken,
    objective,
    profits,
    worst,
)
from tests.model.programs import curve, make, with_tail

GAP = 1e-6


def watch(**more) -> Watch:
    return Watch(time.monotonic, **more)


def tiny(seed: int, most: int = 11) -> Program:
    """A shop of a few offers with a random part of all limits."""
    rng = np.random.default_rng(seed)
    n = int(rng.integers(1, most + 1))
    host = np.sort(rng.integers(0, max(1, n // 2), n))
    pay = np.round(rng.lognormal(6, 1, n), 2) * (rng.random(n) > 0.1)
    gain = np.round(pay * rng.uniform(0.7, 2.2, n) + rng.uniform(0, 300, n), 2)
    level, orders = rng.choice(3, n, p=(0.2, 0.3, 0.5)), rng.lognormal(3, 1, n)
    made = [
        ("budget", pay, -math.inf, pay.sum() * rng.uniform(0.1, 0.8)),
        ("stock", orders, -math.inf, orders.sum() * rng.uniform(0.3, 0.9)),
        ("mix", (level == 0) - 0.2, -math.inf, 1.0),
        ("mix", (level == 2) - 0.4, -1.0, math.inf),
    ]
    if rng.random() < 0.15:
        made.append(("least", np.ones(n), float(rng.integers(1, 4)), math.inf))
    rows = Rows(
        sparse.csr_array(np.array([r for _, r, _, _ in made], float)),
        np.array([r[2] for r in made]),
        np.array([r[3] for r in made]),
        tuple(r[0] for r in made),
    )
    hosts = int(host[-1]) + 1
    must = (rng.random(hosts) < 0.1) & np.isin(np.arange(hosts), host)
    return Program(
        gain, pay, host, must, rows, _reach(rng, gain), _shares(rng, orders), *_risk(rng, n, hosts, pay)
    )


def _reach(rng, gain) -> Reach | None:
    if rng.random() < 0.3:
        return None
    part = rng.random((len(gain), 3)) * (rng.random((len(gain), 3)) < 0.6)
    edge, slope = curve(8)
    return Reach(sparse.csr_array(part * gain[:, None]), gain.sum() * rng.uniform(0.1, 0.6, 3), edge, slope)


def _shares(rng, orders) -> tuple[Share, ...]:
    return (Share("share", orders, float(rng.uniform(0.4, 0.9))),) if rng.random() < 0.25 else ()


def _risk(rng, n, hosts, pay, count=20):
    table = np.exp(rng.normal(0, 1, (2, 256)))
    shocks = Shocks(
        np.exp(rng.normal(0, 0.3, (3, count))).astype(np.float32),
        rng.integers(0, 3, n),
        (table / table.mean(axis=1, keepdims=True)).astype(np.float32),
        rng.integers(0, 2, n),
        rng.integers(0, 256, (hosts, count), np.uint8),
    )
    tail = Tail("tail", float(rng.choice([0.1, 0.2, 0.5])), float(rng.choice([0.0, 0.1, 0.3]) * pay.sum()))
    return (shocks, (tail,)) if rng.random() < 0.6 else (shocks, ())


@cache
def every_set(n: int) -> np.ndarray:
    return np.array(list(itertools.product((0.0, 1.0), repeat=n)))


def brute(program: Program) -> float | None:
    """The best of all subsets, by formulas written out once more."""
    sets = every_set(len(program.gain))
    fine = np.ones(len(sets), bool)
    at = sets @ program.rows.matrix.toarray().T
    fine &= np.all((at <= program.rows.high + 1e-7) & (at >= program.rows.low - 1e-7), axis=1)
    lost = np.zeros(len(sets))
    if (reach := program.reach) is not None:
        part = (sets @ reach.draws.toarray()) / reach.size
        for k, slope in enumerate(reach.slope):
            end = reach.edge[k + 1] if k + 1 < len(reach.edge) else np.inf
            lost += (np.clip(part - reach.edge[k], 0, end - reach.edge[k]) * slope) @ reach.size
    for h in range(len(program.must)):
        count = sets[:, program.host == h].sum(axis=1)
        fine &= (count <= 1) & (count >= program.must[h])
    for share in program.shares:
        total = sets @ share.amount
        for h in range(len(program.must)):
            fine &= sets[:, program.host == h] @ share.amount[program.host == h] <= share.most * total + 1e-7
    for tail in program.tails:
        s = program.shocks
        multiple = np.array(
            [
                s.factor[s.at[j]] * s.table[s.kind[j]][s.code[program.host[j]]]
                for j in range(len(program.gain))
            ]
        )
        profit = sets @ (multiple * program.gain[:, None] - program.pay[:, None]) - lost[:, None]
        count = max(1, round(tail.part * s.count))
        fine &= -np.sort(profit, axis=1)[:, :count].mean(axis=1) <= tail.loss + 1e-4
    value = sets @ (program.gain - program.pay) - lost
    return float(value[fine].max()) if fine.any() else None


def check(answer: Answer, program: Program, best: float | None) -> None:
    if best is None:
        assert answer.status == "infeasible"
        return
    small = 1e-5 * max(1.0, abs(best))
    assert answer.status == "optimal"
    assert broken(program, answer.columns) == {}
    assert answer.value == pytest.approx(objective(program, answer.columns))
    assert answer.value == pytest.approx(best, abs=small)
    assert best <= answer.bound + small
    assert answer.gap <= GAP + 1e-9


@pytest.mark.parametrize("batch", range(10))
def test_thousands_of_small_choices_agree_with_trying_every_set(batch: int) -> None:
    for seed in range(batch * 150, batch * 150 + 150):
        program = tiny(seed)
        check(choose(program, GAP, 30, watch()), program, brute(program))


def test_choices_of_sixteen_offers_agree_with_trying_every_set() -> None:
    for seed in range(60_000, 60_012):
        program = tiny(seed, 16)
        check(choose(program, GAP, 30, watch()), program, brute(program))


@pytest.fixture
def sieved(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every device for large shops at work on small ones: sample, pricing, columns that join later, cuts that are let go."""
    monkeypatch.setattr(relax, "WHOLE", 4)
    monkeypatch.setattr(relax, "SAMPLE", (2, 2, 2))
    monkeypatch.setattr(relax, "CORE", 3)
    monkeypatch.setattr(door, "CORE", 5)
    monkeypatch.setattr("model.matrix.engine.pool.STALE", 3)
    monkeypatch.setattr("model.matrix.engine.branch.MANY", 0)


@pytest.mark.usefixtures("sieved")
def test_small_choices_agree_also_when_most_columns_are_left_out_at_first() -> None:
    for seed in range(20_000, 20_300):
        program = tiny(seed)
        check(choose(program, GAP, 30, watch()), program, brute(program))


def test_every_cut_is_kept_by_every_set_that_keeps_the_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Cut] = []
    noted = pool.Pool._noted

    def heard(self: pool.Pool, cut: Cut) -> Cut:
        made.append(cut)
        return noted(self, cut)

    monkeypatch.setattr(pool.Pool, "_noted", heard)
    codes = set()
    for seed in range(90_000, 90_080):
        program = tiny(seed, 9)
        made.clear()
        choose(program, GAP, 30, watch())
        codes |= {cut.code for cut in made}
        for x in every_set(len(program.gain)):
            columns = np.flatnonzero(x)
            if made and not broken(program, columns):
                lost = np.zeros(1) if program.reach is None else program.reach.loss(x @ program.reach.draws)
                for cut in made:
                    used = cut.of(columns).sum() + cut.overlap * lost.sum()
                    used -= lost[cut.segment] if cut.segment >= 0 else 0.0
                    assert used <= cut.high + 1e-4 * (1 + abs(cut.high))
    assert {"audience", "counts", "cover", "tail"} <= codes


def monolith(program: Program, gap: float, seconds: float, whole: bool = True):
    """The whole choice as one model with a row for each scenario, solved by scipy."""
    n, reach = len(program.gain), program.reach
    groups, pieces = len(reach.size), len(reach.slope)
    small = groups * pieces
    scenarios = program.shocks.count if program.tails else 0
    total = n + small + (1 + scenarios if scenarios else 0)
    cost = np.zeros(total)
    cost[:n], cost[n : n + small] = -program.value, np.tile(reach.slope, groups)
    width = np.append(np.diff(reach.edge), np.inf)
    upper = np.concatenate(
        [np.ones(n), (reach.size[:, None] * width).ravel(), np.full(total - n - small, np.inf)]
    )
    lower = np.zeros(total)
    blocks, low, high = [], [], []

    def add(matrix, at_least, at_most):
        blocks.append(
            sparse.csr_array(matrix, shape=(matrix.shape[0], total))
            if matrix.shape[1] == total
            else wide(matrix)
        )
        low.append(np.broadcast_to(at_least, matrix.shape[0]))
        high.append(np.broadcast_to(at_most, matrix.shape[0]))

    def wide(matrix):
        return sparse.hstack(
            [matrix, sparse.csr_array((matrix.shape[0], total - matrix.shape[1]))], format="csr"
        )

    add(program.rows.matrix, program.rows.low, program.rows.high)
    add(
        sparse.csr_array((np.ones(n), (program.host, np.arange(n))), shape=(len(program.must), n)),
        program.must.astype(float),
        1.0,
    )
    add(
        sparse.hstack(
            [reach.draws.T, -sparse.kron(sparse.eye_array(groups), np.ones((1, pieces)))], format="csr"
        ),
        -np.inf,
        0.0,
    )
    for share in program.shares:
        holds = sparse.csr_array(
            (share.amount, (program.host, np.arange(n))), shape=(len(program.must), n)
        ).toarray()
        add(sparse.csr_array(holds - share.most * share.amount), -np.inf, 0.0)
    for tail in program.tails:
        drawn = program.shocks.of(np.arange(n), program.host).astype(float)
        profit = (drawn * program.gain[:, None] - program.pay[:, None]).T
        lost = -np.tile(np.tile(reach.slope, groups), (scenarios, 1))
        lower[n + small] = -np.inf
        add(
            sparse.csr_array(np.hstack([profit, lost, np.ones((scenarios, 1)), np.eye(scenarios)])),
            0.0,
            np.inf,
        )
        last = np.zeros((1, total))
        last[0, n + small], last[0, n + small + 1 :] = 1.0, 1 / max(1, round(tail.part * scenarios))
        add(sparse.csr_array(last), -np.inf, tail.loss)
    integral = np.zeros(total)
    integral[:n] = whole
    return milp(
        cost,
        constraints=LinearConstraint(
            sparse.vstack(blocks, format="csc"), np.concatenate(low), np.concatenate(high)
        ),
        bounds=Bounds(lower, upper),
        integrality=integral,
        options={"mip_rel_gap": gap, "time_limit": seconds},
    )


def limited(program: Program, harder: float = 0.02) -> Program:
    """The same shop with its worst scenarios limited so that the best choice without that limit breaks it."""
    free = choose(program, 5e-3, 5, watch())
    profit = profits(program, free.columns)
    mean = float(profit[worst(profit, 0.05)].mean())
    return with_tail(program, -mean - harder * (free.value - mean))


@pytest.mark.parametrize("tail", [False, True])
@pytest.mark.parametrize("seed", range(4))
def test_a_shop_agrees_with_the_whole_choice_as_one_model(seed: int, tail: bool) -> None:
    program = make(40, seed, "typical", 40)
    program = limited(program) if tail else program
    mine, other = choose(program, 1e-3, 30, watch()), monolith(program, 1e-3, 30)
    assert broken(program, mine.columns) == {}
    small = 1e-6 * abs(mine.value)
    assert mine.value <= -other.mip_dual_bound + small
    if other.x is not None:
        theirs = np.flatnonzero(other.x[: len(program.gain)] > 0.5)
        assert -other.fun <= mine.bound + small
        assert objective(program, theirs) == pytest.approx(-other.fun, rel=1e-6)
        assert mine.status != "optimal" or mine.value >= -other.fun * (1 - 1.1e-3)


def test_the_bound_of_the_relaxation_is_that_of_the_whole_model() -> None:
    for seed in range(3):
        program = limited(make(60, seed, "wide", 50))
        mine = relax.relax(pool.Pool(program, lambda: False))
        theirs = -monolith(program, 1e-6, 60, whole=False).fun
        assert theirs * (1 - 1e-6) <= mine.bound <= theirs * (1 + 1e-3)


def others(rng: np.random.Generator, program: Program, start: np.ndarray) -> Iterator[np.ndarray]:
    """Random fillings, and the found set with a column or two flipped."""
    n = len(program.gain)
    for _ in range(4):
        x = np.zeros(n, bool)
        for j in rng.permutation(n)[:60]:
            x[j] = True
            x[j] = not broken(program, np.flatnonzero(x))
        yield np.flatnonzero(x)
    for _ in range(60):
        x = np.zeros(n, bool)
        x[start] = True
        flip = rng.integers(0, n, rng.integers(1, 4))
        x[flip] = ~x[flip]
        yield np.flatnonzero(x)


@given(st.integers(0, 2**32 - 1), st.integers(20, 50), st.sampled_from(["typical", "mild", "wide"]))
@settings(max_examples=15, deadline=None)
def test_no_set_that_keeps_the_limits_beats_the_bound(seed: int, size: int, kind: str) -> None:
    program = make(size, seed, kind, 40)
    program = limited(program) if seed % 2 else program
    found = choose(program, 1e-3, 1, watch())
    for columns in others(np.random.default_rng(seed), program, found.columns):
        if not broken(program, columns):
            assert objective(program, columns) <= found.bound + 1e-6 * max(1.0, abs(found.bound))


def test_a_limit_on_the_odds_of_a_loss_is_kept() -> None:
    program = with_tail(make(60, 5, "typical", 100), 0.0, 0.30)
    found = choose(program, 5e-2, 3, watch())
    assert found.value > 0
    assert (profits(program, found.columns) < 0).mean() <= 0.30


def test_the_search_stops_when_asked_and_says_so() -> None:
    program = make(120, 3, "typical", 50)
    with pytest.raises(Cancelled):
        choose(program, GAP, 30, watch(cancelled=lambda: True))
    heard: list[tuple[float, float]] = []
    found = choose(
        program,
        0.0,
        30,
        watch(enough=lambda: bool(heard) and heard[-1][0] > 0, told=lambda v, b: heard.append((v, b))),
    )
    assert found.status == "stopped"
    assert found.value == pytest.approx(heard[-1][0])
    assert all(value <= bound + 1e-6 * abs(bound) for value, bound in heard)
    assert [v for v, _ in heard] == sorted(v for v, _ in heard)


def test_the_bound_holds_when_the_time_is_up_at_once() -> None:
    program = make(80, 1, "typical", 50)
    hasty, patient = choose(program, 1e-3, 0.0, watch()), choose(program, 1e-3, 20, watch())
    assert hasty.status == "stopped"
    assert patient.value <= hasty.bound * (1 + 1e-9)
    assert broken(program, hasty.columns) == {}


def test_a_solver_that_gives_up_twice_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(master, "SOLVED", None)
    monkeypatch.setattr(master, "IMPOSSIBLE", None)
    with pytest.raises(NothingFeasible) as caught:
        choose(tiny(1), GAP, 5, watch())
    assert caught.value.problems[0].code == "solver_failed"


def test_the_same_choice_is_made_twice() -> None:
    program = limited(make(80, 2, "typical", 50))
    one, two = (choose(program, 2e-2, 60, watch()) for _ in range(2))
    assert one.columns.tolist() == two.columns.tolist()


def test_a_choice_among_nothing_is_nothing() -> None:
    def empty(low: float) -> Program:
        rows = Rows(sparse.csr_array((1, 0)), np.array([low]), np.array([9.0]), ("least",))
        return Program(np.zeros(0), np.zeros(0), np.zeros(0, int), np.zeros(2, bool), rows)

    found = choose(empty(-math.inf), GAP, 5, watch())
    assert (found.status, found.value, found.bound, found.columns.tolist()) == ("optimal", 0.0, 0.0, [])
    assert choose(empty(1.0), GAP, 5, watch()).status == "infeasible"


def test_prices_say_what_one_more_yuan_brings() -> None:
    rows = Rows(sparse.csr_array([[10.0, 10.0, 10.0]]), np.array([-math.inf]), np.array([15.0]), ("budget",))
    program = Program(np.array([30.0, 20.0, 10.0]), np.zeros(3), np.arange(3), np.zeros(3, bool), rows)
    found = choose(program, GAP, 5, watch())
    assert found.columns.tolist() == [0]
    assert found.prices.rows.tolist() == pytest.approx([2.0])
    assert found.left.tolist() == pytest.approx([10.0, 0.0, -10.0])


def test_the_curve_of_shared_audiences_lies_close_below_the_true_one() -> None:
    edge, slope = curve()
    reach = Reach(sparse.csr_array((0, 1)), np.ones(1), edge, slope)
    u = np.linspace(0, 5, 4001)
    true = u - (1 - np.exp(-u))
    assert np.all(reach.curve(u) <= true + 1e-9)
    assert np.all(true - reach.curve(u) <= 0.015)
