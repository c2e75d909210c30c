"""The engine on made-up shops with all limits on: ``python tests/benchmarks/matrix.py [--seeds N] [--start N] [--whole] [--cpu]``.

For each size and kind: when the first good plan stood (within 3 % of the last), when the gap was proven, the last gap, each the
median over seeds (worst in brackets), and at the end a table of what was asked, reached and what bounds it; in seconds of the wall, or with ``--cpu`` of the processor (for a machine that is shared). ``--whole`` runs HiGHS beside it on the choice as one model.
"""

import argparse
import os
import resource
import statistics
import sys
import time
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # threads around small dots only wait for each other

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from model.matrix.engine.choose import Pool, Watch, choose, relax  # noqa: E402 - the path is made above
from model.matrix.engine.program import Program, broken, profits, worst  # noqa: E402
from tests.model.programs import make, with_tail  # noqa: E402


@dataclass(frozen=True)
class Case:
    """A size and kind of shop, with what is promised of it."""

    size: int
    kind: str
    tail: bool
    gap: float
    seconds: float
    seeds: int
    bounded_by: str = ""
    """What keeps the engine from a promise that it misses."""


TREE = "the tree: after 1 s bound .2-.4 % above, plan up to .3 % below the best known; .05-.32 % in 10 s; HiGHS alone .01 % in 32 s, .41 % in 100 s"
"""Three shops of 1,000, measured in processor seconds. On seeds 20-29, which nothing was tuned on, 200 typical is at .39 % after 1 s."""
CASES = (
    Case(200, "few", False, 1e-3, 1, 10),
    Case(200, "typical", False, 1e-3, 1, 10, TREE),
    Case(1000, "typical", False, 1e-3, 1, 10, TREE),
    Case(200, "few", True, 1e-2, 5, 10),
    Case(200, "typical", True, 1e-2, 5, 10),
    Case(1000, "typical", True, 1e-2, 5, 10, TREE),
    Case(10_000, "mild", True, 1e-3, 2, 5),
    Case(10_000, "wide", True, 5e-3, 2, 5),
    Case(100_000, "mild", True, 1e-3, 4, 3),
    Case(100_000, "wide", True, 5e-3, 4, 3),
)

FIRST = 0.3
"""Seconds that the first plan within 3 % of the last is asked for in."""

CLOCK = time.perf_counter


def limited(program: Program) -> Program:
    """The limit of the tail set so that the best choice without it would break it: 3 % of the way from the tail to the mean."""
    free = choose(program, 5e-3, 2, Watch(CLOCK))
    profit = profits(program, free.columns)
    mean = float(profit[worst(profit, 0.05)].mean())
    return with_tail(program, -mean - 0.03 * (free.value - mean))


@dataclass(frozen=True)
class Run:
    """What one shop took."""

    floor: float
    first: float
    reached: float
    gap: float
    hired: int


def run(case: Case, seed: int) -> Run:
    """One shop; the promise's gap is what the engine is asked for."""
    program = make(case.size, seed, case.kind)
    program = limited(program) if case.tail else program
    start = CLOCK()
    relax(Pool(program, lambda: False))
    floor = CLOCK() - start
    heard: list[tuple[float, float]] = []
    start = CLOCK()
    watch = Watch(CLOCK, told=lambda value, _: heard.append((CLOCK() - start, value)))
    found = choose(program, case.gap, case.seconds, watch)
    took = CLOCK() - start
    assert not broken(program, found.columns)
    first = next((at for at, value in heard if value >= 0.97 * found.value), took)
    reached = took if found.gap <= case.gap else float("inf")
    return Run(floor, first, reached, found.gap, len(found.columns))


def whole(case: Case, seconds: float) -> str:
    """HiGHS on the choice as one model."""
    from tests.model.test_engine import monolith

    program = make(case.size, 0, case.kind)
    program = limited(program) if case.tail else program
    start = time.perf_counter()
    found = monolith(program, case.gap, seconds)
    took = time.perf_counter() - start
    return f"{took:.1f} s, " + ("no plan" if found.x is None else f"gap {found.mip_gap:.2%}")


def middle(values: list[float], form: str) -> str:
    """Median (worst)."""
    return f"{statistics.median(values):{form}} ({max(values):{form}})"


def main() -> int:
    """One line per case; 1 when the median misses a promise."""
    global CLOCK  # noqa: PLW0603 - set once, before anything is measured
    asked = argparse.ArgumentParser()
    asked.add_argument("--seeds", type=int)
    asked.add_argument("--start", type=int, default=0, help="first seed: the engine was tuned on some of 0-9")
    asked.add_argument("--whole", action="store_true")
    asked.add_argument("--only", default="")
    asked.add_argument("--cpu", action="store_true")
    options = asked.parse_args()
    CLOCK = time.process_time if options.cpu else time.perf_counter
    missed, table = 0, ["asked | reached | what bounds it"]
    for case in CASES:
        name = f"{case.size} {case.kind} {'with' if case.tail else 'without'} tail"
        if options.only not in name:
            continue
        runs = [
            run(case, seed) for seed in range(options.start, options.start + (options.seeds or case.seeds))
        ]
        kept = statistics.median(r.gap for r in runs) <= case.gap
        missed += not kept
        within = sum(r.reached < float("inf") for r in runs)
        print(
            f"{name}: relaxation {middle([r.floor for r in runs], '.2f')} s, first plan {middle([r.first for r in runs], '.2f')} s, "
            f"gap {middle([r.gap for r in runs], '.3%')}, promised {case.gap:.1%} in {case.seconds:g} s kept by {within} of {len(runs)}, "
            f"hired {min(r.hired for r in runs)}-{max(r.hired for r in runs)} [{'kept' if kept else 'MISSED'}]",
            flush=True,
        )
        gap, first = statistics.median(r.gap for r in runs), statistics.median(r.first for r in runs)
        table.append(
            f"{name}: {case.gap:.1%} in {case.seconds:g} s, first plan in {FIRST:g} s | {gap:.3%}, {first:.2f} s | "
            + ("" if kept else case.bounded_by)
        )
        if options.whole and case.size <= 1000:
            print(f"    HiGHS on the whole: {whole(case, 30 if case.size == 200 else 60)}", flush=True)
    print("\n".join(table))
    print(f"memory at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
