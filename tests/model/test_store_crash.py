"""A program that dies in the middle of its work loses nothing that it had said was saved."""

import os
import random
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from model.store import Store

ROOT = Path(__file__).parents[2]
CHILD = """
import itertools, sys
from pathlib import Path
from model.records import Influencer, Offer, Product
from model.store import Store

store = Store.open(Path(sys.argv[1]), create=True)
for n in itertools.count(len(store.products())):
    with store.transaction():
        [product] = store.put_products([Product(f"p{n}", n + 1)])
        store.put_influencers([Influencer(f"h{n}", "x" * 150, offers=(Offer("a"), Offer("b")))])
        store.put_influencers([Influencer("again", str(n), offers=(Offer(str(n)),))])
    print(product.id, n, flush=True)
"""


def killed_after(path: Path, lines: int, pause: float) -> list[tuple[int, int]]:
    """Kill a child after it reported ``lines`` edits and a moment more; all that it reported as saved."""
    command = [sys.executable, "-c", CHILD, str(path)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}
    ) as child:
        assert child.stdout is not None
        reported = [child.stdout.readline() for _ in range(lines)]
        time.sleep(pause)
        child.kill()
        reported += child.stdout.readlines()
    return [(int(line.split()[0]), int(line.split()[1])) for line in reported if line.endswith("\n")]


@pytest.mark.timeout(120)
def test_a_kill_at_any_moment_loses_no_saved_edit_and_leaves_no_half_edit(tmp_path: Path) -> None:
    path = tmp_path / "a.rmx"
    moment = random.Random(1)
    for _ in range(20):
        reported = killed_after(path, moment.randint(1, 25), moment.uniform(0, 0.004))
        with Store.open(path) as store:
            names = {p.id: p.name for p in store.products()}
            hosts = {h.id: h for h in store.influencers()}
        again = hosts.pop("again")
        assert reported
        assert all(names[id_] == f"p{n}" and len(hosts[f"h{n}"].offers) == 2 for id_, n in reported)
        assert list(hosts) == [f"h{n}" for n in range(len(names))]
        assert again.name == again.offers[0].name == str(len(names) - 1)
        with closing(sqlite3.connect(path)) as db:
            assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
