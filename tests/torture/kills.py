"""Kills the program at random moments of its work: ``kills.py [SEED] [COUNT] [WORK …]``, by itself seed 1 and 1,000 kills.

A child edits, imports, upgrades an old project, or makes backups, restores and forgets. Before each step it writes the state it
goes to into a pipe, after it that it is there. It is killed at a random moment; then the file must be whole, be in the last state
that was reported or the one it was going to, and have nothing beside it. Children are forked, so a thousand take minutes.
"""

import json
import os
import random
import select
import shutil
import signal
import sqlite3
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pyarrow as pa

from gui.session import Session
from model.batches import Batch, BatchKind, Facts, schema
from model.records import Influencer, Offer, Product, Request
from model.store import Change, Part, Shown, Store, apply, apply_beside
from model.store.backups import back_up, copied
from model.store.forget import without_host, without_orders

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "model"))
from keeping import never, quiet
from upgrades import all_or_none, held, held_then, old, strike, upgrades

BACKUPS = "backups"
PATIENCE = 20.0
"""Seconds for one step; one that takes longer hangs."""
MANY = 300
HOST = "h-forgotten"
NOON = datetime(2026, 3, 8, 12, tzinfo=UTC)
State = Any
Steps = Iterator[tuple[State, Callable[[], object]]]


@dataclass(frozen=True)
class Way:
    """One kind of work on ``home / "a.rmx"``.

    ``begin`` makes the file (by a number from 0 to 1), ``steps`` (in the child, on what is there) gives each state it goes to
    with how to get there, ``state`` reads the state of a closed file (``first`` leaves it as it is). It is killed after at most
    ``most`` steps and a moment, and begins anew after ``again`` kills. Where there is a ``strike``, the child is told to kill
    itself at a place instead (by a number from 0 to 1), and ``apart`` looks at the file before anything opens it and says how
    it is.
    """

    begin: Callable[[Path, float], None]
    steps: Callable[[Path], Steps]
    state: Callable[[Path], State]
    most: int
    again: int = 25
    first: Callable[[Path], State] | None = None
    strike: Callable[[Path, float], None] | None = None
    apart: Callable[[Path], str] | None = None


# ── edits, with undo and redo, through the session of the window ──


def edits(file: Path) -> Steps:
    """A product more, the budget, that taken back and done again, and the figures of a host."""
    from PySide6.QtCore import QCoreApplication

    app = QCoreApplication([])
    session = Session(app)
    session.open(file)
    products, budget, host = edited(file)
    for n in count(products):
        yield [n + 1, budget, host], lambda n=n: session.save_product(Product(f"p{n}", n + 1), None)
        yield [n + 1, n + 1.0, host], lambda n=n: session.save_request(Request(budget=n + 1.0), None)
        yield [n + 1, budget, host], session.undo
        yield [n + 1, n + 1.0, host], session.redo
        budget, host = n + 1.0, str(n)
        again = Influencer("again", host, mcn="x" * 150, offers=(Offer(host), Offer(f"{host}b")))
        yield [n + 1, budget, host], lambda again=again: session.save_influencer(again, None)


def edited(file: Path) -> State:
    """How many products, the budget, the name of the host; each must be all there."""
    with Store.open(file) as store:
        names = [product.name for product in store.products()]
        hosts, budget = store.influencers(), store.request().budget
    assert names == [f"p{n}" for n in range(len(names))], names
    for host in hosts:
        assert [offer.name for offer in host.offers] == [host.name, f"{host.name}b"], host
    return [len(names), budget, hosts[0].name if hosts else ""]


# ── a long list of hosts, written by a worker ──


def lists(file: Path) -> Steps:
    """All hosts anew, as one change."""
    store = Store.open(file)
    for n in count(listed_hosts(file) + 1):
        hosts = tuple(
            Influencer(f"h{k}", f"{n}", mcn="x" * 150, offers=(Offer(f"{n}"), Offer("b")))
            for k in range(MANY)
        )
        yield n, lambda hosts=hosts: apply_beside(store, Change(influencers=Part(hosts)), None)


def listed_hosts(file: Path) -> State:
    """The one name all hosts have; -1 without any."""
    with Store.open(file) as store:
        hosts = store.influencers()
    names = {host.name for host in hosts}
    assert (len(names), len(hosts)) in ((0, 0), (1, MANY)), (len(hosts), names)
    assert all([offer.name for offer in host.offers] == [host.name, "b"] for host in hosts)
    return int(names.pop()) if names else -1


# ── order files ──


def sheet(n: int, part: int) -> Batch:
    rows = [{"row": row, "order_id": f"{n * 7919 + row * 104729}"} for row in range(400 + part)]
    table = pa.Table.from_pylist(rows, schema=schema(BatchKind.ORDERS))
    return Batch(BatchKind.ORDERS, "p", "l", f"{n}.{part}", "", f"{n}", Facts(table.num_rows), table)


def imports(file: Path) -> Steps:
    """Two sheets and a host as one step, and a third sheet that nobody takes; every third one is taken out again."""
    store = Store.open(file)
    store.purge()

    def taken(n: int) -> None:
        writer = store.writer("2026-03-08")
        ids = tuple(writer.write(sheet(n, part)) for part in range(3))[:2]
        apply(store, Change(influencers=Part((Influencer(f"h{n}", "x"),)), batches=Shown(ids)))

    def dropped() -> None:
        ids = tuple(head.id for head in store.batch_heads())
        apply(store, Change(batches=Shown(hide=ids)))
        store.purge()

    hosts, sheets = imported(file)
    for n in count(hosts):
        yield [n + 1, sheets + 2], lambda n=n: taken(n)
        sheets += 2
        if n % 3 == 2:
            yield [n + 1, 0], dropped
            sheets = 0


def imported(file: Path) -> State:
    """How many hosts and how many sheets, all of whose lines must be there."""
    with Store.open(file) as store:
        heads, loaded = store.batch_heads(), store.loader()()
        store.purge()
        assert store.batch_heads() == heads
        assert store.purger() is None
        hosts = [host.id for host in store.influencers()]
    assert loaded.problems == (), loaded.problems
    assert [batch.table.num_rows for batch in loaded.batches] == [400, 401] * (len(heads) // 2)
    assert hosts == [f"h{n}" for n in range(len(hosts))]
    return [len(hosts), len(heads)]


# ── backups ──


def shop(file: Path, _number: float) -> None:
    """A project with orders, a host to forget and a product."""
    (file.parent / BACKUPS).mkdir()
    with Store.open(file, create=True) as store:
        store.put_products([Product("咖啡豆", 59.0, tone=("x" * 2000,) * 9)])
        store.put_influencers([Influencer("h0", "甲", offers=(Offer("a"),)), Influencer(HOST, "乙")])
        ids = tuple(store.writer("2026-03-08").write(sheet(0, part)) for part in range(2))
        apply(store, Change(batches=Shown(ids)))


def keeping(file: Path) -> Steps:
    """A backup, the host or the orders forgotten, the backup in its place again, an edit."""
    folder = file.parent / BACKUPS
    full = kept(file)
    for n in count(len(list(folder.iterdir()))):

        def forgotten(host: bool = n % 2 == 0) -> None:
            with Store.open(file) as store:
                work = store.worker(without_host, HOST) if host else store.worker(without_orders)
                store.give_way(work(quiet, never))

        def restored() -> None:
            newest = max(path for path in folder.iterdir() if path.suffix == ".rmx")
            with Store.open(file) as store:
                store.give_way(copied(newest, file.with_name(file.name + ".part")))

        yield full, lambda: backed_up(file)
        yield [full[0], full[1] and n % 2 == 1, full[2] * (n % 2 == 0)], forgotten
        yield full, restored
        full = [f"{n}", *full[1:]]
        yield full, lambda n=n: renamed(file, f"{n}")


def backed_up(file: Path) -> None:
    """As the window does soon after opening; what was left half done goes with it."""
    now = NOON + timedelta(seconds=int(20 * time.monotonic()))
    with Store.open(file) as store:
        store.worker(back_up, file.parent / BACKUPS, now, "asked")(quiet, never)


def renamed(file: Path, name: str) -> None:
    with Store.open(file) as store:
        [product] = store.products()
        store.put_products([Product(name, 59.0, id=product.id, tone=product.tone)])


def kept(file: Path) -> State:
    """The name of the product, whether the host is there, how many sheets; every backup must be whole."""
    backed_up(file)
    for path in (file.parent / BACKUPS).iterdir():
        sound(path)
    with Store.open(file) as store:
        [product] = store.products()
        hosts = {host.id for host in store.influencers()}
        assert "h0" in hosts
        return [product.name, HOST in hosts, len(store.batch_heads())]


def empty(file: Path, _number: float) -> None:
    Store.open(file, create=True).close()


WAYS = {
    "edits": Way(empty, edits, edited, 25),
    "lists": Way(empty, lists, listed_hosts, 4),
    "imports": Way(empty, imports, imported, 4),
    "upgrades": Way(old, upgrades, held, 0, 1, held_then, strike, all_or_none),
    "backups": Way(shop, keeping, kept, 6),
}


# ── the killing ──


@dataclass
class Told:
    """What a child has said until it died."""

    going: State = None
    reached: State = None
    done: int = 0
    began: float = field(default_factory=time.monotonic)
    took: float = 0.0


def work(way: Way, file: Path, pipe: int, where: float) -> None:
    """The child: goes on until it is killed, or kills itself."""
    if way.strike is not None:
        way.strike(file, where)
    for state, step in way.steps(file):
        os.write(pipe, json.dumps(["go", state]).encode() + b"\n")
        step()
        os.write(pipe, json.dumps(["at", state]).encode() + b"\n")
    os.write(pipe, b"\n")


def forked(act: Callable[[], object]) -> int:
    """Do it in a child that never comes back."""
    child = os.fork()
    if child:
        return child
    status = 1
    try:
        act()
        status = 0
    except BaseException:  # noqa: BLE001 - told, and the status says it
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(status)


def kill(way: Way, file: Path, dice: random.Random, usual: float) -> Told:
    """Let a child work for some steps and a moment more, and kill it."""
    reading, writing = os.pipe()
    where = dice.random()
    child = forked(lambda: work(way, file, writing, where))
    os.close(writing)
    told, rest, steps = Told(), b"", dice.randint(0, way.most)
    with os.fdopen(reading, "rb", buffering=0) as pipe:
        while told.done < steps or told.going is None:
            assert select.select([pipe], [], [], PATIENCE)[0], f"no step within {PATIENCE} s"
            rest = heard(told, rest + (piece := os.read(reading, 1 << 20)))
            if not piece:
                break
        if way.strike is None:
            time.sleep(dice.uniform(0, usual))
            os.kill(child, signal.SIGKILL)
        while piece := os.read(reading, 1 << 20):
            rest = heard(told, rest + piece)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0, "the child failed by itself"
    return told


def heard(told: Told, text: bytes) -> bytes:
    """Take in whole lines; the rest of the last one."""
    *lines, rest = text.split(b"\n")
    for line in filter(None, lines):
        what, state = json.loads(line)
        if what == "go":
            told.going, told.began = state, time.monotonic()
        else:
            told.reached, told.done = state, told.done + 1
            told.took = time.monotonic() - told.began
    return rest


def look(way: Way, file: Path, before: State, told: Told) -> State:
    """The state of the file, which must be whole, in a state that was told, and alone; and how it was found."""
    how = way.apart(file) if way.apart is not None else ""
    state = plain(way.state(file))
    allowed = [before if told.reached is None else told.reached, told.going]
    assert state in allowed, f"in {state}, not in one of {allowed}"
    sound(file)
    beside = {path.name for path in file.parent.iterdir()} - {file.name, BACKUPS}
    assert all(".bak-v" in name for name in beside), beside
    return [state, how]


def sound(file: Path) -> None:
    """No page is damaged, no reference without what it refers to."""
    with closing(sqlite3.connect(file)) as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)], file
        assert db.execute("PRAGMA foreign_key_check").fetchall() == [], file


def answer(ask: Callable[[], State]) -> State:
    """What a child answers; None when it failed. The parent touches no library that makes threads, as it forks."""
    reading, writing = os.pipe()
    child = forked(lambda: os.write(writing, json.dumps(ask()).encode()))
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        found = pipe.read()
    return json.loads(found) if os.waitpid(child, 0)[1] == 0 else None


def plain(state: State) -> State:
    """As it comes out of a pipe."""
    return json.loads(json.dumps(state))


def torture(seed: int, kills: int, names: list[str]) -> int:
    """All kills; how many went wrong."""
    dice = random.Random(seed)
    lost = 0
    for place, name in enumerate(names):
        way, share = WAYS[name], kills // len(names) + (place < kills % len(names))
        begin = time.monotonic()
        with tempfile.TemporaryDirectory(prefix="kills-") as home:
            struck, steps = series(way, Path(home) / "a.rmx", share, dice)
        lost += struck["LOST"]
        said = ", ".join(f"{times} {where}" for where, times in struck.most_common())
        print(f"{name:9}{share:5} kills{steps:6} steps{time.monotonic() - begin:5.0f} s: {said}", flush=True)
    return lost


def series(way: Way, file: Path, share: int, dice: random.Random) -> tuple[Counter[str], int]:
    """Kill one kind of work again and again; where the kills struck, and the steps done."""
    struck, steps, usual, state = Counter[str](), 0, 0.02, None
    for n in range(share):
        if n % way.again == 0 or state is None:
            for one in file.parent.iterdir():
                shutil.rmtree(one) if one.is_dir() else one.unlink()
            first = dice.random()
            state = answer(
                lambda first=first: plain((way.begin(file, first), (way.first or way.state)(file))[1])
            )
        told = kill(way, file, dice, usual)
        usual = 0.7 * usual + 0.3 * told.took if told.took else usual
        state, how = answer(lambda state=state, told=told: look(way, file, state, told)) or (None, "")
        struck[how or outcome(state, told)] += 1
        steps += told.done
    return struck, steps


def outcome(after: State, told: Told) -> str:
    """Where the kill struck."""
    if after is None:
        return "LOST"
    if told.going == told.reached:
        return "between steps"
    return "within a step, done" if after == told.going else "within a step, not done"


if __name__ == "__main__":
    asked = [int(text) for text in sys.argv[1:3]]
    seed, kills = (*asked, *(1, 1000)[len(asked) :])
    wrong = torture(seed, kills, sys.argv[3:] or list(WAYS))
    print(f"seed {seed}: {kills} kills, {wrong} lost something")
    sys.exit(wrong > 0)
