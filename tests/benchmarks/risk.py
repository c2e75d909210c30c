"""How long the risk of a plan takes, printed: ``python tests/benchmarks/risk.py``. Nothing is written.

The whole of 20,000 draws of 200 hosts under every shock, with worst causes and lost heads; the curve that follows a
slider; the scenarios the choice is limited by. Beside each the least that could be: the random numbers alone.
"""

import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
RUNS = 9


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Median and least milliseconds of some runs, the first one thrown away."""
    work()
    times = []
    for _ in range(RUNS):
        before = time.perf_counter()
        work()
        times.append((time.perf_counter() - before) * 1e3)
    return statistics.median(times), min(times)


def told(name: str, work: Callable[[], object], promise: float | None = None) -> bool:
    """One line: what was measured, and whether the promise (milliseconds) holds."""
    middle, least = timed(work)
    kept = promise is None or middle < promise
    end = "" if promise is None else f"   [< {promise:.0f} ms: {'kept' if kept else 'MISSED'}]"
    print(f"{name:58} median {middle:7.1f} ms  least {least:7.1f} ms{end}", flush=True)
    return kept


def main() -> int:
    """Measure everything; 1 when a promise is missed."""
    import numpy as np

    from model.advice import grades
    from model.demo import demo_snapshot
    from model.estimates import host_facts
    from model.matrix.candidates import candidates
    from model.matrix.risk import PREVIEW, simulate
    from model.matrix.scenario_draws import scenario_draws
    from model.policy import load

    policy = load()
    snapshots = [demo_snapshot(policy, seed) for seed in (20, 21, 22, 23)]
    hosts = [replace(h, id=f"{n}-{h.id}") for n, s in enumerate(snapshots) for h in s.influencers]
    facts = tuple(host_facts(host, policy) for host in hosts)
    good = True
    for products in (1, 8):
        made = candidates(facts, grades(snapshots[0].products[:products], policy), policy)
        first: dict[int, int] = {}
        for j, (host, ware) in enumerate(zip(made.host.tolist(), made.product.tolist(), strict=True)):
            if ware == host % products:
                first.setdefault(host, j)
        chosen = np.array(list(first.values())[:200])
        name = f"200 hosts, {products} product" + "s" * (products > 1)
        good &= told(f"risk, 20,000 draws, {name}", lambda m=made, c=chosen: simulate(m, c, 20_000, 1), 300)
        good &= told(
            f"curve, {PREVIEW:,} draws, {name}",
            lambda m=made, c=chosen: simulate(m, c, PREVIEW, 1, explained=False),
            50,
        )
        every = np.arange(len(made.items))
        told(
            f"200 scenarios of {len(facts):,} hosts ({len(every):,} candidates)",
            lambda m=made: scenario_draws(m, 200, 1),
        )
        drawn = scenario_draws(made, 200, 1)
        told("profits of all candidates in them", lambda d=drawn, e=every: d.profits(e))
    told(
        "limit: the random numbers alone (20,000 x 200 x 16 bits)",
        lambda: np.random.default_rng(1).integers(0, 4096, (200, 20_000), dtype=np.uint16),
    )
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
