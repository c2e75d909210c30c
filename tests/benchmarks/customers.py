"""A million customers at once: levels, what each buys next, who is overdue; ``python tests/benchmarks/customers.py``."""

import os
import sys
import time
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

from purchases import made_up  # noqa: E402

from model.policy import load  # noqa: E402
from model.repurchase.behaviour import Behaviour, behaviour  # noqa: E402
from model.repurchase.buyers import Base  # noqa: E402
from model.repurchase.outlook import outlook  # noqa: E402
from model.repurchase.purchases import Occasions  # noqa: E402
from model.repurchase.tiering import spread  # noqa: E402

CUSTOMERS = 1_000_000
SECONDS = 1.0
END = 20_000


def customers(size: int) -> Base:
    """Customers of a year; their middle occasions lie evenly between the first and the last."""
    x, t_x, end = (part.astype(np.int64) for part in made_up(size))
    rng = np.random.default_rng(0)
    starts = np.cumsum(x + 1) - (x + 1)
    place = np.arange(int((x + 1).sum())) - np.repeat(starts, x + 1)
    day = np.repeat(END - end, x + 1) + place * np.repeat(t_x, x + 1) // np.maximum(np.repeat(x, x + 1), 1)
    net = (x + 1) * rng.integers(3000, 20_000, size)
    nobody = np.zeros(size, np.int64)
    return Base(
        np.arange(size).astype(np.uint64), x + 1, END - end, END - end + t_x, net, net * x // (x + 1), nobody,
        nobody, Occasions(day, starts, x + 1), np.zeros(len(day), np.int64), END,
    )  # fmt: skip


def main() -> int:
    """Print the figures; 1 when the promise is missed."""
    policy, found = load(), customers(CUSTOMERS)
    few = customers(20_000)
    model: Behaviour = behaviour(few.found, END, policy.purchasing)
    seconds = []
    for _ in range(5):
        before = time.perf_counter()
        spread(found.net, found.times, policy.customers)
        ahead = outlook(found, model, policy.customers, policy.purchasing.few)
        seconds.append(time.perf_counter() - before)
    kept = min(seconds) <= SECONDS
    print(
        f"{CUSTOMERS:,} customers: levels and outlook in {min(seconds):.2f} s ({', '.join(f.model for f in model.fits)}), "
        f"{int(ahead.overdue.sum()):,} overdue   [<= {SECONDS} s: {'kept' if kept else 'MISSED'}]"
    )
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
