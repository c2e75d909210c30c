"""From any file to a database of today's shape, or a refusal that leaves the file as it was."""

import glob
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from model.errors import Cancelled, InputError
from model.store.faults import faults, reading, refused
from model.watching import Progress, quiet

APPLICATION_ID: Final = int.from_bytes(b"RMX1", "big")
"""Marks a SQLite file as a project of this program."""

STEP: Final = 256
"""Pages a worker copies at once: a megabyte, 2 ms, for which an edit may have to wait."""
_LAST_BATCH: Final = "SELECT coalesce(max(seq), -1) FROM sqlite_sequence WHERE name = 'batch'"
_PAUSE: Final = 0.02
"""Seconds until a copy goes on that another one's write kept waiting."""
_STEP = re.compile(r"(\d{4})_\w+\.sql")


@dataclass(frozen=True)
class Step:
    """One schema step: running ``file`` brings a project from ``version`` - 1 to ``version``."""

    version: int
    file: Path


def connect(path: Path, create: bool, folder: Path, wait: float, whole: bool = True) -> sqlite3.Connection:
    """Open the project at ``path`` (with ``create`` make it) in the shape that the steps in ``folder`` give.

    Raises:
        InputError: see :func:`prepare`; nothing is at ``path`` or it is a folder.
    """
    steps = load_steps(folder)
    with faults(path):
        fresh = _look(path, create)
        # Extensions stay off, as Python has them; autocommit, as the store begins its transactions itself.
        db = sqlite3.connect(path, timeout=wait, isolation_level=None)
        try:
            prepare(db, path, steps, create, whole)
        except BaseException:
            db.close()
            if fresh:
                path.unlink(missing_ok=True)
            raise
    return db


def again(path: Path, wait: float) -> sqlite3.Connection:
    """One more connection to a project that was opened already, for one thread.

    Raises:
        InputError: the file is gone or cannot be read.
    """
    with faults(path):
        if not path.is_file():
            raise refused("project_missing", path)
        db = sqlite3.connect(path, timeout=wait, isolation_level=None)
        _settle(db)
        db.execute("PRAGMA foreign_keys = ON")
    return db


def load_steps(folder: Path) -> tuple[Step, ...]:
    """The steps in ``folder`` (``NNNN_name.sql``), in order.

    Raises:
        ValueError: the numbers are not 1, 2, 3 …
    """
    found = sorted((int(m[1]), f) for f in folder.iterdir() if (m := _STEP.fullmatch(f.name)))
    if [number for number, _ in found] != list(range(1, len(found) + 1)):
        raise ValueError(f"schema steps with a gap: {[file.name for _, file in found]}")
    return tuple(Step(number, file) for number, file in found)


def prepare(
    db: sqlite3.Connection, path: Path, steps: tuple[Step, ...], create: bool, whole: bool = True
) -> None:
    """Check the file, copy it if it is old, bring it to the last step, and see that it can be written.

    Without ``whole`` a file that is not old is not read from end to end; see :func:`check_whole`.

    Raises:
        InputError: the file is not ours, damaged, newer, read-only, busy, or a step failed.
    """
    # Nothing may change before the file is known to be ours; these settings live in the connection only.
    _settle(db)
    version = _version(db, path, steps, create)
    if whole or version < len(steps):
        check_whole(db, path)
    db.execute("PRAGMA journal_mode = DELETE")
    _upgrade(db, path, version, steps)
    _check_shape(db, path, steps)
    _check_writable(db)
    db.execute("PRAGMA foreign_keys = ON")


def copy(
    db: sqlite3.Connection,
    target: Path,
    step: int = -1,
    progress: Progress = quiet,
    cancelled: Callable[[], bool] = lambda: False,
) -> None:
    """Write the whole database to ``target``: complete, or not at all.

    ``step`` pages at a time (-1: all at once), others write between; ``progress`` hears ``copying`` with the share done.

    Raises:
        InputError: the target cannot be written.
        Cancelled: ``cancelled()`` turned true.
    """
    part = target.with_name(target.name + ".part")

    def watch(_status: int, left: int, every: int) -> None:
        if cancelled():
            raise Cancelled
        progress("copying", 1 - left / max(every, 1))

    with faults(target):
        try:
            part.unlink(missing_ok=True)
            with closing(sqlite3.connect(part)) as other:
                db.backup(other, pages=step, progress=watch, sleep=_PAUSE)
            part.replace(target)
        except BaseException:
            part.unlink(missing_ok=True)
            raise


def tidy(part: Path, keep: bool) -> None:
    """Throw away a copy, or only what was made beside it (its own copy from before an upgrade, say)."""
    for left in part.parent.glob(f"{glob.escape(part.name)}*"):
        if left != part or not keep:
            with suppress(OSError):
                left.unlink()


def carry_batch_id(db: sqlite3.Connection, target: Path) -> None:
    """Have the project at ``target`` give batches ids from the last of ``db`` on, if that has come further."""
    last = number_in(db, _LAST_BATCH)
    with faults(target), closing(sqlite3.connect(target, isolation_level=None)) as other:
        known = number_in(other, _LAST_BATCH)
        if known < 0 <= last:
            other.execute("INSERT INTO sqlite_sequence (name, seq) VALUES ('batch', ?)", (last,))
        elif known < last:
            other.execute("UPDATE sqlite_sequence SET seq = ? WHERE name = 'batch'", (last,))


def number_in(db: sqlite3.Connection, sql: str, *values: str) -> int:
    """The single whole number that ``sql`` answers with."""
    return int(db.execute(sql, values).fetchone()[0])


def _settle(db: sqlite3.Connection) -> None:
    for setting in ("trusted_schema = OFF", "cell_size_check = ON", "synchronous = FULL"):
        db.execute(f"PRAGMA {setting}")


def _look(path: Path, create: bool) -> bool:
    """Whether the file will be new; refuse what is not there or no file at all."""
    if path.is_file():
        return False
    if path.exists():
        raise refused("not_a_project", path)
    if not create:
        raise refused("project_missing", path)
    if not path.parent.is_dir():
        raise refused("folder_missing", path)
    return True


def _version(db: sqlite3.Connection, path: Path, steps: tuple[Step, ...], create: bool) -> int:
    if create and number_in(db, "PRAGMA page_count") == 0:
        return 0
    if number_in(db, "PRAGMA application_id") != APPLICATION_ID:
        raise refused("not_a_project", path)
    version = number_in(db, "PRAGMA user_version")
    if version < 0:
        raise refused("project_damaged", path, detail=f"version {version}")
    if version > len(steps):
        raise refused("project_newer", path, version=version, known=len(steps))
    return version


def check_whole(db: sqlite3.Connection, path: Path) -> None:
    """Read the file from end to end.

    Raises:
        InputError: ``project_damaged``.
    """
    rows = db.execute("PRAGMA quick_check(1)").fetchall()
    if rows != [("ok",)]:
        raise refused("project_damaged", path, detail=str(rows[0][0]))


def _upgrade(db: sqlite3.Connection, path: Path, version: int, steps: tuple[Step, ...]) -> None:
    backup = path.with_name(f"{path.name}.bak-v{version}")
    try:
        if 0 < version < len(steps):
            copy(db, backup)
        with faults(path):
            _run(db, steps[version:])
    except InputError as error:
        if version and error.problems[0].code == "disk_full":
            raise refused("no_room_to_upgrade", path) from error
        raise
    except sqlite3.Error as error:
        # Within what was begun the mark tells how far it came.
        step = steps[min(number_in(db, "PRAGMA user_version"), len(steps) - 1)]
        raise refused(
            "upgrade_failed",
            path,
            version=step.version,
            step=step.file.name,
            backup=backup.name if version else "",
            detail=str(error),
        ) from error


def _run(db: sqlite3.Connection, steps: tuple[Step, ...]) -> None:
    """All steps or none: a file left between two of them would be no longer what the older program knew."""
    if not steps:
        return
    # executescript would commit a transaction begun outside of it. After a failure the connection is closed,
    # which takes back what was begun.
    marked = (f"{s.file.read_text('utf-8')}\n;PRAGMA user_version = {s.version};" for s in steps)
    db.executescript("\n".join(("BEGIN IMMEDIATE;", *marked, f"PRAGMA application_id = {APPLICATION_ID};")))
    if orphans := db.execute("PRAGMA foreign_key_check").fetchall():
        raise sqlite3.IntegrityError(f"rows without a parent: {orphans[:3]}")
    db.execute("COMMIT")


def _check_shape(db: sqlite3.Connection, path: Path, steps: tuple[Step, ...]) -> None:
    """Refuse a file that lacks a table or a column, or brings a trigger or a view of its own."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as model:
        _run(model, steps)
        with reading(path):
            odd = _shape(db) ^ _shape(model)
        if odd:
            raise refused("project_damaged", path, detail=", ".join(sorted({name for _, name, _ in odd})))


def _shape(db: sqlite3.Connection) -> set[tuple[str, str, str]]:
    # SQLite's own tables (statistics, say) are not ours to judge.
    return set(
        db.execute(
            "SELECT s.type, s.name, coalesce(c.name, '') "
            "FROM sqlite_schema AS s LEFT JOIN pragma_table_info(s.name) AS c "
            "WHERE s.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
        )
    )


def _check_writable(db: sqlite3.Connection) -> None:
    """Begin a change and take it back: only so a folder where no journal can be made shows itself.

    On a full disk it can be read all the same, and room can be made: that is told with the first change.
    """
    version = number_in(db, "PRAGMA user_version")
    db.execute("BEGIN IMMEDIATE")
    try:
        db.execute(f"PRAGMA user_version = {version}")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_FULL:
            raise
    if db.in_transaction:
        db.execute("ROLLBACK")
