"""The project of the promises on speed: 5,000 hosts of the demo's kind, its products and 100,000 order lines."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

HOSTS, LINES = 5_000, 100_000
BUDGET = 300_000.0
SEEDS = range(20, 37)


def big_snapshot(hosts: int = HOSTS) -> Any:
    """So many hosts of several demo rosters, the shop's own people once, and a budget to go with them."""
    from model.demo import demo_snapshot
    from model.policy import load
    from model.records import Request

    policy = load()
    shops = [demo_snapshot(policy, seed) for seed in SEEDS]
    everybody = [replace(h, id=f"{n}-{h.id}") for n, shop in enumerate(shops) for h in shop.influencers]
    return replace(shops[0], influencers=tuple(everybody[:hosts]), request=Request(BUDGET))


def make_project(path: Path, hosts: int = HOSTS, lines: int = LINES) -> Path:
    """Write the project to ``path``."""
    from resultspage import made

    from model.store import Change, Part, Shown, Store, apply

    snapshot = big_snapshot(hosts)
    with Store.open(path, create=True) as store:
        apply(store, Change(Part(snapshot.products), Part(snapshot.influencers), snapshot.request))
        orders, _bill = made(lines)
        writer = store.writer("2026-11-01T09:00:00+08:00")
        apply(store, Change(batches=Shown((writer.write(orders),))))
    return path


if __name__ == "__main__":
    print(make_project(Path(sys.argv[1])))
