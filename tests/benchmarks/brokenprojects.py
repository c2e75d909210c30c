"""Broken project files for the fuzz: pages, headers and rows of projects of every schema, and all that the program does with one."""

import json
import random
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from brokenfigures import shipped
from mutations import TOKENS, Case, Seed, cut, flipped, inserted, repeated

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "tests" / "data"
NOW = datetime(2026, 3, 8, 12, tzinfo=UTC)
PAGE = 4096
HEAD = (16, 18, 19, 20, 21, 22, 23, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 92, 96)
"""Where the fields of the header of a database begin."""
VALUES = (
    None, 0, 1, -1, 2**31, 2**63 - 1, -(2**63), 0.5, -0.0, 1e308, 5e-324, "", "x" * 70_000, b"", b"\x00" * 900, b"\xff" * 40,
    "null", "[]", "{}", "[[]]", "[1e999]", "[NaN]", '{"a": {"b": []}}', "[" * 3000, '"' + "y" * 500, "true", "-", "2026-13-45", "A",
    *TOKENS,
)  # fmt: skip
Change = Callable[[random.Random, bytes], bytes]


def seeds() -> tuple[Seed, ...]:
    """Projects of all schemas, and a shop of today with all there is in it."""
    old = [Seed(path.name, ".rmx", path.read_bytes()) for path in sorted(DATA.glob("schema_*.rmx"))]
    return (*old, Seed("shop", ".rmx", _shop()), Seed("shop", ".rmx", _shop()))


@cache
def _shop() -> bytes:
    from keeping import shop

    from model.launch.setup import KEY, Setup
    from model.records import Influencer, Offer, Product
    from model.store import Store

    with tempfile.TemporaryDirectory() as folder:
        path = shop(Path(folder) / "a.rmx")
        with Store.open(path) as store:
            store.put_products([Product("面膜", 39.0, "mask", 9.0, stock=800)])
            store.put_influencers(
                [
                    Influencer(
                        f"h{n}", f"达人{n}", followers=900 * 3**n, offers=(Offer("a", 90.0 * 2**n, 0.2),)
                    )
                    for n in range(7)
                ]
            )
            store.put_override("risk.draws", 200.0)
            store.put_setting(KEY, Setup(NOW.date(), NOW.date()).packed())
        return path.read_bytes()


def case(seed: int, number: int, files: tuple[Seed, ...]) -> Case:
    """The same case for the same numbers."""
    rng = random.Random(f"{seed}:{number}")
    file = rng.choice(files)
    data, told = file.data, [file.name]
    for _ in range(rng.choice([1, 1, 1, 2, 3])):
        change = rng.choice(CHANGES)
        data = change(rng, data)
        told.append(change.__name__)
    return Case(".rmx", data, ", ".join(told))


# ── what may happen to one ──


def header(rng: random.Random, data: bytes) -> bytes:
    """A field of the header says something else."""
    place, size = rng.choice(HEAD), rng.choice([1, 2, 4])
    value = rng.choice([0, 1, 2, 3, 255, 65535, 2**31, 2**32 - 1]) % 256**size
    return data[:place] + value.to_bytes(size, "big") + data[place + size :]


def swapped(rng: random.Random, data: bytes) -> bytes:
    """A page in another's place, or empty."""
    pages = max(len(data) // PAGE, 1)
    one, other = (rng.randrange(pages) * PAGE for _ in range(2))
    page = bytes(PAGE) if rng.random() < 0.3 else data[other : other + PAGE]
    return data[:one] + page + data[one + PAGE :]


def rows(rng: random.Random, data: bytes) -> bytes:
    """Cells of a sound database hold what nobody wrote."""

    def change(db: sqlite3.Connection) -> None:
        table = rng.choice(_names(db, "table"))
        columns = [row[1] for row in db.execute(f'PRAGMA table_info("{table}")')]
        for _ in range(rng.choice([1, 1, 3])):
            where = (
                ""
                if rng.random() < 0.2
                else f' WHERE rowid = (SELECT rowid FROM "{table}" ORDER BY random() LIMIT 1)'
            )
            db.execute(
                f'UPDATE OR REPLACE "{table}" SET "{rng.choice(columns)}" = ?{where}', [rng.choice(VALUES)]
            )

    return _operated(data, change)


def spoilt(rng: random.Random, data: bytes) -> bytes:
    """A text or a list in JSON is changed where it is one."""

    def change(db: sqlite3.Connection) -> None:
        table = rng.choice(
            [
                name
                for name in ("setting", "request", "override", "influencer", "product")
                if name in _names(db, "table")
            ]
        )
        for column in [row[1] for row in db.execute(f'PRAGMA table_info("{table}")')]:
            for (old,) in db.execute(f'SELECT "{column}" FROM "{table}"').fetchall():
                if isinstance(old, str) and rng.random() < 0.4:
                    db.execute(
                        f'UPDATE OR REPLACE "{table}" SET "{column}" = ? WHERE "{column}" = ?',
                        [_other(rng, old), old],
                    )

    return _operated(data, change)


def _other(rng: random.Random, text: str) -> str:
    with suppress(ValueError):
        return json.dumps(_bent(rng, json.loads(text)))
    place = rng.randrange(len(text) + 1)
    return (
        text[:place] + rng.choice([one for one in VALUES if isinstance(one, str)])[:300] + text[place + 1 :]
    )


def _bent(rng: random.Random, value: object) -> object:
    """A part of it is something else."""
    if isinstance(value, list) and value and rng.random() < 0.7:
        place = rng.randrange(len(value))
        return [*value[:place], _bent(rng, value[place]), *value[place + 1 :]]
    if isinstance(value, dict) and value and rng.random() < 0.7:
        key = rng.choice(list(value))
        return {**value, key: _bent(rng, value[key])}
    return rng.choice(
        [None, True, 0, -1, 1e308, 2**70, "", "x", [], {}, [[]], {"a": []}, "2026-99-99", [None], ["", 1, {}]]
    )


def shapes(rng: random.Random, data: bytes) -> bytes:
    """Tables, rows and versions come and go."""

    def change(db: sqlite3.Connection) -> None:
        table = rng.choice(_names(db, "table"))
        column = rng.choice([row[1] for row in db.execute(f'PRAGMA table_info("{table}")')])
        db.execute(
            rng.choice(
                [
                    f'DROP TABLE "{table}"', f'DELETE FROM "{table}"', f'ALTER TABLE "{table}" RENAME TO other',
                    f'ALTER TABLE "{table}" RENAME COLUMN "{column}" TO other', f'ALTER TABLE "{table}" ADD COLUMN more',
                    f"PRAGMA user_version = {rng.choice([0, 1, 2, 3, 4, 5, 99, -1])}",
                    f"PRAGMA application_id = {rng.choice([0, 1, 7])}", "PRAGMA journal_mode = WAL", "PRAGMA auto_vacuum = FULL",
                    f'CREATE TRIGGER t AFTER UPDATE ON "{table}" BEGIN DELETE FROM "{table}"; END',
                    f'CREATE TRIGGER t BEFORE INSERT ON "{table}" BEGIN SELECT RAISE(ABORT, "no"); END',
                    f'INSERT OR REPLACE INTO "{table}" SELECT * FROM "{table}"', f'CREATE VIEW v AS SELECT * FROM "{table}"',
                    f'CREATE INDEX more ON "{table}" ("{column}")',
                ]
            )
        )  # fmt: skip

    return _operated(data, change)


def _operated(data: bytes, change: Callable[[sqlite3.Connection], None]) -> bytes:
    """The database after a change to its contents; as it was where that cannot be."""
    with (
        closing(sqlite3.connect(":memory:", isolation_level=None)) as db,
        suppress(sqlite3.Error, IndexError, ValueError),
    ):
        db.deserialize(data)
        db.execute("PRAGMA foreign_keys = OFF")
        db.execute("PRAGMA ignore_check_constraints = ON")
        change(db)
        return db.serialize()
    return data


def _names(db: sqlite3.Connection, kind: str) -> list[str]:
    return [
        name
        for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = ?", [kind])
        if not name.startswith("sqlite_")
    ]


CHANGES: tuple[Change, ...] = (
    flipped,
    cut,
    inserted,
    repeated,
    header,
    header,
    swapped,
    *(rows,) * 5,
    *(spoilt,) * 5,
    *(shapes,) * 3,
)


# ── what is done with one ──


def targets(path: Path, chance: int) -> Iterator[tuple[str, Callable[[], object]]]:
    """Ways of the program by name; each has a copy of the file, as opening brings it up to date."""
    for name, way in (("window", window), ("command", command), ("rescue", rescue), ("backup", backup)):
        if name != "rescue" or chance % 2 == 0:
            own = path.with_name(f"{name}{path.name}")
            for left in path.parent.glob(f"{own.name}*"):
                left.unlink()
            shutil.copy(path, own)
            yield name, lambda way=way, own=own: way(own)


def window(path: Path) -> None:
    """What the window reads of a project and writes to it, without its widgets."""
    from PySide6.QtCore import QCoreApplication

    from gui.session import Session
    from model.launch.setup import unpacked
    from model.matrix.kept import unpacked as kept
    from model.records import Product

    global _app  # noqa: PLW0603 - Qt wants one for as long as the process lives
    _app = _app or QCoreApplication.instance() or QCoreApplication([])
    session = Session()
    session.use_policy(shipped())
    session.open(path)
    try:
        snapshot, policy = session.snapshot(), session.policy
        unpacked(session.launch(), NOW.date())
        kept(session.setting("plans"))
        session.results(), session.batches(), session.known_digests(), session.mappings(), session.loader()()
        session.save_product(Product("新", 9.0), None)
        session.undo()
        assert session.snapshot().products == snapshot.products
        assert policy is not None
    finally:
        session.close()


_app: object = None


def command(path: Path) -> None:
    """What the command line reads, and a plan."""
    from gui.loading import evidence_of, load_input
    from model.advice import advise

    loaded = load_input(path, None)
    policy = shipped().with_overrides({"risk.draws": 200.0, **loaded.snapshot.overrides})
    heard = evidence_of((), loaded, policy, NOW.date())
    if loaded.snapshot.products and loaded.snapshot.influencers and len(loaded.snapshot.influencers) < 60:
        advise(loaded.snapshot, policy, heard.history.products, known=heard.known, extras=loaded.extras)


def rescue(path: Path) -> None:
    """What a damaged project is offered: what can be read, in a new one, which must open."""
    from model.store import Store
    from model.store.rescue import salvage

    target = path.with_name(f"new{path.name}")
    for left in path.parent.glob(f"{target.name}*"):
        left.unlink()
    saved = salvage(path, target, lambda _code, _share: None, lambda: False)
    with Store.open(saved.path) as store:
        store.snapshot(), store.results(), store.loader()()


def backup(path: Path) -> None:
    """The list of backups with this one in it, and the way back to it."""
    from model.store.backups import copied, listed

    folder = path.parent / f"b{path.stem}"
    folder.mkdir(exist_ok=True)
    listed(folder, path)
    copied(path, path.with_name(f"{path.name}.part"))
