"""The promises on speed, measured in one run: ``python tests/check.py bench``. Figures and ratios, no verdict hidden."""

import os
import statistics
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
RUNS = 9


def once(kind: str, home: Path, *project: Path) -> float:
    """Milliseconds from before the process starts until its window answers.

    Compiled modules are kept from run to run, those of the floor as those of the program, as on any user's machine:
    an environment may forbid it, and then a third of the program's start would be its compilation.
    """
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"} | {
        "PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": str(home / "compiled"), "STARTED_AT": str(time.time()),
        "HOME": str(home), "QT_QPA_PLATFORM": "offscreen",
        "XDG_DATA_HOME": str(home / "data"), "XDG_CACHE_HOME": str(home / "cache"),
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, HERE / "startup.py", kind, *project],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return float(done.stdout.split()[-1])


def startup(home: Path) -> bool:
    """Start to a usable window with the demo project and with a big one, against an empty QMainWindow, in turn."""
    from bigshop import make_project

    once("window", home)  # makes the demo project
    good = True
    big = make_project(home / "big.rmx")
    for name, project, promise in (("start", (), 1.7), ("start big", (big,), 1.5)):
        once("floor", home)
        once("window", home, *project)
        pairs = [(once("floor", home), once("window", home, *project)) for _ in range(RUNS)]
        (floor, window), (least_floor, least) = (
            [of(column) for column in zip(*pairs, strict=True)] for of in (statistics.median, min)
        )
        ratio = statistics.median(b / a for a, b in pairs)
        text = f"floor {floor:.0f} ms, window {window:.0f} ms, ratio {ratio:.2f} (of the quickest {least / least_floor:.2f})"
        good &= told(name, text, f"ratio ≤ {promise}", ratio <= promise)
    return good


def recommend() -> bool:
    """A whole run of the model over 1,000 hosts."""
    from model.advice import advise

    snapshot, policy = thousand()
    good = True
    for name, products in (("one product", snapshot.products[5:6]), ("eight products", snapshot.products)):
        times, gap = [], 0.0
        for _ in range(5):
            before = time.perf_counter()
            plan = advise(replace(snapshot, products=products), policy).plan
            times.append(time.perf_counter() - before)
            gap = plan.gap if plan else 1.0
        took = statistics.median(times)
        text = f"{name}, {len(snapshot.influencers)} hosts: {took:.2f} s, gap {gap:.5f}"
        good &= told("recommend", text, "< 1 s at gap ≤ 0.001", took < 1 and gap <= 0.001)
    return good


def thousand():
    """Four demo rosters in one project, the shop's own people once."""
    from model.demo import demo_snapshot
    from model.policy import load

    policy = load()
    snapshots = [demo_snapshot(policy, seed) for seed in (20, 21, 22, 23)]
    hosts = [replace(h, id=f"{n}-{h.id}") for n, s in enumerate(snapshots) for h in s.influencers]
    products = tuple(replace(p, id=n) for n, p in enumerate(snapshots[0].products, 1))
    return replace(snapshots[0], products=products, influencers=tuple(hosts[:1000])), policy


def stalls(home: Path) -> bool:
    """The event loop's longest gap while the real window recommends over 1,000 hosts and shows the plan."""
    os.environ |= {
        "HOME": str(home),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CACHE_HOME": str(home / "cache"),
    }
    done = subprocess.run(
        [sys.executable, HERE / "stalls.py"],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    quiet, longest, told_ms = (float(part) for part in done.stdout.split()[-3:])
    text = f"longest gap {longest:.0f} ms while it runs, {told_ms:.0f} ms when the plan is shown (idle {quiet:.0f} ms)"
    return told(
        "stalls", text, "≤ 50 ms of our own, ≤ 100 ms in all", max(longest, told_ms) <= 100 and longest <= 50
    )


def told(name: str, figure: str, promise: str, kept: bool) -> bool:
    """One line: what was measured, what was promised, whether it holds."""
    print(f"{name:10} {figure}   [{promise}: {'kept' if kept else 'MISSED'}]", flush=True)
    return kept


def main() -> int:
    """Measure everything; 1 when a promise is missed."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        results = [startup(Path(folder)), recommend(), stalls(Path(folder))]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
