"""Upgrades that die at a place that is chosen, not hit: within the copy, the steps, the end of the transaction, and after it.

``SIGXFSZ`` ends the process at the very write that would make a file longer than allowed, so that every write of the copy, of
the journal and of the project is a place to die, torn pages among them; SQLite's own counter of instructions is every place
between them.
"""

import os
import resource
import shutil
import signal
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from model.store import Store

DATA = Path(__file__).parents[1] / "data"
BALLAST = 3000
"""Hosts more than in the sample: an upgrade has some hundred pages to write."""
OFTEN = 20
"""Instructions between two looks at the counter."""
MARK = "bak-v0.from"
"""Ends the name of the file that tells which schema the project had; like a copy from before the upgrade."""


def samples() -> list[Path]:
    """A project of every schema there was."""
    return sorted(DATA.glob("schema_*.rmx"))


def old(file: Path, which: float) -> None:
    """A project of some former schema, with many hosts."""
    former = samples()[:-1]
    sample = former[int(which * len(former))]
    shutil.copy(sample, file)
    file.with_name(f"{file.name}.{MARK}").write_text(sample.name, "utf-8")
    with closing(sqlite3.connect(file)) as db:
        names = [name for _, name, *_ in db.execute("PRAGMA table_info(influencer)")]
        told = {"id": "'b' || n", "position": "1000 + n", "name": "'达人' || n"}
        cells = ", ".join(told.get(name, name) for name in names)
        db.execute(
            f"WITH c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < {BALLAST}) INSERT INTO influencer "
            f"SELECT {cells} FROM (SELECT * FROM influencer LIMIT 1), c"
        )
        db.commit()


def upgrades(file: Path) -> Iterator[tuple[Any, Callable[[], object]]]:
    """Opening it, which brings it up to date."""
    yield held_then(file), lambda: Store.open(file).close()


def held(file: Path) -> Any:
    """All records, in today's shape."""
    with Store.open(file) as store:
        hosts, products = sorted(map(repr, store.influencers())), sorted(map(repr, store.products()))
        figures = sorted(store.overrides().items())
        return repr((hosts, products, store.request(), store.results(), store.batch_heads(), figures))


def held_then(file: Path) -> Any:
    """All records as they will be after an upgrade; the file is left as it is."""
    with tempfile.TemporaryDirectory() as folder:
        return held(Path(shutil.copy(file, folder)))


def all_or_none(file: Path) -> str:
    """The file as SQLite finds it is of the schema it had, or of today's: of no other, and of no mixture; which it is."""
    in_work = "within the transaction" if file.with_name(f"{file.name}-journal").exists() else "outside of it"
    mark = file.with_name(f"{file.name}.{MARK}")
    with closing(sqlite3.connect(file)) as db:
        version = db.execute("PRAGMA user_version").fetchone()[0]
        before, today = _version(DATA / mark.read_text("utf-8")), _version(samples()[-1])
        assert version in (before, today), version
        assert _shape(db) == _shape_of(DATA / f"schema_{version}.rmx")
        assert db.execute("SELECT count(*) FROM influencer").fetchone()[0] > BALLAST
    return f"{'new' if version == today else 'old'}, killed {in_work}"


def _version(sample: Path) -> int:
    return int(sample.stem.rpartition("_")[2])


def _shape(db: sqlite3.Connection) -> set[tuple[str, str, str]]:
    return set(db.execute("SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite%'"))


def _shape_of(sample: Path) -> set[tuple[str, str, str]]:
    with closing(sqlite3.connect(sample)) as db:
        return _shape(db)


# ── where it dies ──


def strike(file: Path, where: float) -> None:
    """Have this process die in its upgrade of the file: the number chooses the way and the place."""
    way, place = divmod(where * len(DEATHS), 1)
    DEATHS[int(way)](file, place)


class _Counted(sqlite3.Connection):
    """Looks at every so many instructions of the steps, and at their end; pages go to the disk before that."""

    look: Callable[[], int] = staticmethod(lambda: 0)
    at_end: Callable[["_Counted"], None] = staticmethod(lambda _self: None)

    def executescript(self, script: str) -> sqlite3.Cursor:
        self.execute("PRAGMA cache_size = 5")
        self.set_progress_handler(type(self).look, OFTEN)
        return super().executescript(script)

    def execute(self, sql: str, *values: Any) -> sqlite3.Cursor:
        if sql == "COMMIT":
            self.set_progress_handler(None, 0)
            type(self).at_end(self)
        return super().execute(sql, *values)


def _in_steps(file: Path, place: float) -> None:
    """After some of the instructions of the steps."""
    looks = [0]

    def count() -> int:
        looks[0] += 1
        return 0

    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copy(file, folder))
        _counted(copy, count, lambda _db: None)
        Store.open(copy).close()
    last = int(place * looks[0])
    looks[0] = 0
    _counted(file, lambda: count() if looks[0] < last else _die(), lambda _db: None)


def _at_a_write(file: Path, place: float) -> None:
    """At a write beyond some length of the copy, the journal or the project."""
    _limit(int(place * 1.2 * file.stat().st_size))


def _at_a_write_of_the_steps(file: Path, place: float) -> None:
    """The same once the copy is made."""
    most = int(place * 1.2 * file.stat().st_size)
    _counted(file, lambda: (_limit(most), 0)[1], lambda _db: None)


def _before_the_end(file: Path, _place: float) -> None:
    """All is written but the end of the transaction."""
    _counted(file, lambda: 0, lambda _db: _die())


def _in_the_end(file: Path, place: float) -> None:
    """While the transaction ends: another process is the one that kills, in between."""

    def end(db: sqlite3.Connection) -> None:
        me = os.getpid()
        if os.fork() == 0:
            try:
                # No alarm: one that rings just before somebody waits for it is waited for without end.
                time.sleep(place * 0.01)
                os.kill(me, signal.SIGKILL)
            finally:
                os._exit(0)

    _counted(file, lambda: 0, end)


def _after_the_end(file: Path, _place: float) -> None:
    """The transaction has ended, and nothing else was done."""

    def end(db: sqlite3.Connection) -> None:
        sqlite3.Connection.execute(db, "COMMIT")
        _die()

    _counted(file, lambda: 0, end)


DEATHS = (
    _in_steps, _in_steps, _at_a_write, _at_a_write_of_the_steps, _at_a_write_of_the_steps, _before_the_end, _in_the_end, _in_the_end,
    _after_the_end,
)  # fmt: skip


def _counted(file: Path, look: Callable[[], int], end: Callable[[sqlite3.Connection], None]) -> None:
    """Have connections to this file counted."""
    kind = type("_Struck", (_Counted,), {"look": staticmethod(look), "at_end": staticmethod(end)})
    honest = sqlite3.dbapi2.connect

    def connect(path: Any, *values: Any, **named: Any) -> sqlite3.Connection:
        return honest(path, *values, **named, **({"factory": kind} if Path(path) == file else {}))

    sqlite3.connect = connect  # in a process that ends with it


def _limit(most: int) -> None:
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))


def _die() -> int:
    os.kill(os.getpid(), signal.SIGKILL)
    return 0
