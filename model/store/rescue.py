"""What can still be read of a damaged project, row by row, in a new one."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import resources
from model.errors import Cancelled
from model.store import schema
from model.store.faults import faults, refused
from model.watching import Progress

_TABLES: Final = ("product", "influencer", "offer", "setting", "override", "batch", "batch_piece", "result")
"""Parents before their children."""
_COUNTED: Final = ("product", "influencer", "batch")
_ORPHANS: Final = (
    "DELETE FROM offer WHERE influencer NOT IN (SELECT id FROM influencer)",
    "DELETE FROM batch_piece WHERE batch NOT IN (SELECT id FROM batch)",
    "UPDATE batch SET live = 0 WHERE pieces <> (SELECT count(*) FROM batch_piece WHERE batch = batch.id)",
    "DELETE FROM batch_piece WHERE batch IN (SELECT id FROM batch WHERE live = 0)",
    "DELETE FROM batch WHERE live = 0",
)


@dataclass(frozen=True)
class Salvaged:
    """The new project, and how many products, hosts and imported files it has."""

    path: Path
    products: int
    hosts: int
    files: int


def salvage(
    damaged: Path,
    target: Path,
    progress: Progress,
    cancelled: Callable[[], bool],
) -> Salvaged:
    """Copy every readable row of ``damaged``, which stays as it is, into a new project at ``target``; for a worker.

    Raises:
        InputError: ``nothing_salvaged`` when not one product or host can be read; ``target`` cannot be written.
        Cancelled: ``cancelled()`` turned true.
    """
    part = target.with_name(target.name + ".part")
    with faults(target):
        part.unlink(missing_ok=True)
    try:
        with closing(schema.connect(part, create=True, folder=resources.path("sql"), wait=1.0)) as db:
            saved = _fill(db, damaged, target, progress, cancelled)
        with faults(target):
            part.replace(target)
    except BaseException:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise
    return saved


def _fill(
    db: sqlite3.Connection,
    damaged: Path,
    target: Path,
    progress: Progress,
    cancelled: Callable[[], bool],
) -> Salvaged:
    uri = f"{damaged.absolute().as_uri()}?mode=ro&immutable=1"
    with faults(damaged), closing(sqlite3.connect(uri, uri=True)) as old:
        old.execute("PRAGMA trusted_schema = OFF")
        old.text_factory = lambda raw: raw.decode("utf-8", "replace")
        db.execute("PRAGMA foreign_keys = OFF")
        db.execute("BEGIN IMMEDIATE")
        for place, table in enumerate(_TABLES):
            if cancelled():
                raise Cancelled
            progress("salvaging", place / len(_TABLES))
            _move(old, db, table)
        for statement in _ORPHANS:
            db.execute(statement)
        db.execute("COMMIT")
    counts = [schema.number_in(db, f"SELECT count(*) FROM {name}") for name in _COUNTED]  # noqa: S608
    if not any(counts[:2]):
        raise refused("nothing_salvaged", damaged)
    return Salvaged(target, *counts)


def _move(old: sqlite3.Connection, db: sqlite3.Connection, table: str) -> None:
    wanted = [name for (name,) in db.execute("SELECT name FROM pragma_table_info(?)", (table,))]
    try:
        # Only of a true table: a view under its name could go on for ever.
        ask = (
            "SELECT i.name FROM pragma_table_list(?1) AS l, pragma_table_info(?1) AS i WHERE l.type = 'table'"
        )
        there = {name for (name,) in old.execute(ask, (table,))}
    except sqlite3.DatabaseError:
        return
    columns = ", ".join(name for name in wanted if name in there)
    marks = ", ".join("?" for name in wanted if name in there)
    if not columns:
        return
    for row in _readable(old, table, columns):
        with suppress(
            sqlite3.DatabaseError
        ):  # a row that no longer keeps the rules of its table is not taken
            db.execute(f"INSERT OR IGNORE INTO {table} ({columns}) VALUES ({marks})", row)  # noqa: S608


def _readable(old: sqlite3.Connection, table: str, columns: str) -> Iterator[tuple[object, ...]]:
    """The rows before a damaged page and, from the other end, those behind it."""
    key = {"offer": "influencer, position", "setting": "key", "override": "key"}.get(table, "rowid")
    for order in ("", " DESC"):
        ordered = ", ".join(f"{name}{order}" for name in key.split(", "))
        try:
            yield from old.execute(f"SELECT {columns} FROM {table} NOT INDEXED ORDER BY {ordered}")  # noqa: S608
        except sqlite3.DatabaseError:
            continue
        return
