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

from model.records import Influencer
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


IMPORTER = """
import itertools, sys
from pathlib import Path
import pyarrow as pa
from model.batches import Batch, BatchKind, Facts, schema
from model.records import Influencer
from model.store import Change, Part, Shown, Store, apply

kind = BatchKind.ORDERS
store = Store.open(Path(sys.argv[1]), create=True)
store.purge()

def batch(n, part):
    rows = [{"row": row, "order_id": f"{n * 7919 + row * 104729}"} for row in range(400 + part)]
    table = pa.Table.from_pylist(rows, schema=schema(kind))
    return Batch(kind, "p", "l", f"{n}.{part}", "", f"{n}", Facts(table.num_rows), table)

for n in itertools.count(len(store.batch_heads()) // 2):
    writer = store.writer("2026-03-08")
    writer._piece = 512
    ids = [writer.write(batch(n, part)) for part in range(2)]
    apply(store, Change(influencers=Part((Influencer(f"h{n}", "x"),)), batches=Shown(tuple(ids))))
    print(*ids, flush=True)
    store.writer("2026-03-08").write(batch(n, 2))
"""


LISTER = """
import itertools, sys
from pathlib import Path
from model.records import Influencer, Offer
from model.store import Change, Part, Store, apply_beside

MANY = 400
store = Store.open(Path(sys.argv[1]), create=True)
for n in itertools.count(int(store.setting("n") or 0)):
    hosts = tuple(Influencer(f"h{k}", f"{n}", mcn="x" * 150, offers=(Offer(f"{n}"), Offer("b"))) for k in range(MANY))
    apply_beside(store, Change(influencers=Part(hosts)), None)
    print(n, MANY, flush=True)
    store.put_setting("n", n + 1)
"""


def killed_after(path: Path, lines: int, pause: float, code: str = CHILD) -> list[tuple[int, int]]:
    """Kill a child after it reported ``lines`` edits and a moment more; all that it reported as saved."""
    command = [sys.executable, "-c", code, str(path)]
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
        assert is_sound(path)


@pytest.mark.timeout(240)
def test_a_kill_in_the_middle_of_an_import_leaves_no_half_of_it(tmp_path: Path) -> None:
    path = tmp_path / "a.rmx"
    moment = random.Random(2)
    unseen = 0
    for _ in range(20):
        reported = killed_after(path, moment.randint(1, 4), moment.uniform(0, 0.06), IMPORTER)
        with Store.open(path) as store:
            heads = store.batch_heads()
            loaded = store.loader()()
            unseen += store.purger() is not None
            store.purge()
            assert store.batch_heads() == heads
            assert store.purger() is None
        done = len(heads) // 2
        assert reported
        assert {id_ for ids in reported for id_ in ids} <= {head.id for head in heads}
        assert [head.file for head in heads] == [f"{n}.{part}" for n in range(done) for part in range(2)]
        assert [host.id for host in hosts_of(path)] == [f"h{n}" for n in range(done)]
        assert loaded.problems == ()
        assert [b.table.num_rows for b in loaded.batches] == [400, 401] * done
        assert is_sound(path)
    assert unseen > 10


@pytest.mark.timeout(240)
def test_a_kill_in_the_middle_of_many_hosts_leaves_all_of_them_or_none(tmp_path: Path) -> None:
    path = tmp_path / "a.rmx"
    moment = random.Random(3)
    for _ in range(15):
        reported = killed_after(path, moment.randint(1, 6), moment.uniform(0, 0.03), LISTER)
        hosts = hosts_of(path)
        told = {host.name for host in hosts}
        assert reported
        assert len(hosts) == 400
        assert len(told) == 1
        assert int(told.pop()) in {reported[-1][0], reported[-1][0] + 1}
        assert all([offer.name for offer in host.offers] == [host.name, "b"] for host in hosts)
        assert is_sound(path)


def hosts_of(path: Path) -> tuple[Influencer, ...]:
    with Store.open(path) as store:
        return store.influencers()


def is_sound(path: Path) -> bool:
    with closing(sqlite3.connect(path)) as db:
        orphans = db.execute("PRAGMA foreign_key_check").fetchall()
        return not orphans and db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
