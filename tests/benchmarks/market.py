"""What learning is worth in a market whose truth is known: ``python tests/benchmarks/market.py [SEEDS]``; about a minute.

By round the realised profit of each way to choose as a share of that of knowing the truth (sums over all markets and ten
runs of each round, with standard errors), how often 80 % ranges held, and how long learning from 5,000 results of 5,000 hosts takes.
"""

import datetime as dt
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
sys.path.insert(0, str(ROOT / "tests"))

SEEDS = 50
NAMES = {
    "learned": "plans that learn",
    "unlearned": "plans that do not",
    "claimed": "highest claimed GMV",
    "biggest": "biggest followers",
    "evenly": "spread evenly",
}


def games(count: int) -> bool:
    """The table; whether learning climbs and wins, and ranges hold as often as they say."""
    from market import play, table_of

    from model.policy import load

    policy = load({"risk.draws": 200, "learning.steps": 1})
    table = table_of([play(seed, policy) for seed in range(count)])
    rounds = len(table.share["truth"])
    print(f"{count} markets of 40 hosts, {rounds} rounds; 1.00 is the profit of knowing the truth")
    print(f"{'':22}" + "".join(f"   round {number + 1}  " for number in range(rounds)))
    for name, text in NAMES.items():
        pairs = zip(table.share[name], table.sd[name], strict=True)
        print(f"{text:22}" + "".join(f"  {share:5.2f} ±{sd:4.2f}" for share, sd in pairs))
    print(f"{'80 % ranges held':22}" + "".join(f"  {share:8.1%}  " for share in table.coverage[:-1]), end="")
    print(f"  over all {table.forecasts}: {table.covered:.1%}")
    learned = table.share["learned"]
    climbs = sum(learned[-2:]) / 2 > learned[0]
    wins = all(learned[-1] > table.share[name][-1] for name in NAMES if name != "learned")
    covered = 0.76 <= table.covered <= 0.84
    print(f"climbs: {climbs}; beats the others in the last round: {wins}; covers 76-84 %: {covered}")
    return climbs and wins and covered


def speed() -> bool:
    """5,000 results over 5,000 hosts; least of five runs by the processor, as others may use the machine."""
    import numpy as np

    from model.advice import grades
    from model.demo import demo_snapshot
    from model.estimates import host_facts
    from model.learning.learned import learn
    from model.policy import load
    from model.records import PLATFORMS, Influencer, Offer
    from model.results import Result

    policy, rng, size = load(), np.random.default_rng(1), 5000
    graded = grades(demo_snapshot(policy).products[:3], policy)
    codes = [category.code for category in policy.categories[:40]]
    hosts = tuple(
        host_facts(
            Influencer(
                f"h{i}",
                f"h{i}",
                str(rng.choice(PLATFORMS[:5])),
                followers=int(10 ** rng.uniform(4, 6.7)),
                views=float(10 ** rng.uniform(3, 5.5)),
                category=str(rng.choice(codes)),
                offers=(Offer("a", 1000.0, 0.2),),
            ),
            policy,
        )
        for i in range(size)
    )
    days = [dt.date(2025, 1, 1) + dt.timedelta(int(day)) for day in rng.integers(0, 300, size)]
    results = [
        Result(f"h{i}", graded[i % 3].product.name, days[i], 1, 1000, 100, int(rng.poisson(30)), 2)
        for i in range(size)
    ]
    times, own = [], []
    for _ in range(5):
        before, used = time.perf_counter(), time.process_time()
        learn(results, hosts, graded, policy)
        times.append(time.perf_counter() - before)
        own.append(time.process_time() - used)
    print(
        f"learning from {size} results of {size} hosts: {min(times):.2f} s, processor {min(own):.2f} s   [< 1 s]"
    )
    return min(times) < 1


if __name__ == "__main__":
    good = games(int(sys.argv[1]) if len(sys.argv) > 1 else SEEDS)
    sys.exit(0 if speed() and good else 1)
