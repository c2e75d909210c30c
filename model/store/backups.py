"""Backups of a project: complete copies by its id in a folder of their own, and which of them are kept for how long."""

import datetime as dt
import glob
import os
import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import resources
from model.errors import InputError, UserError
from model.store import schema
from model.store.faults import faults, reading
from model.store.turns import Turns, Worker
from model.watching import Progress

LAST: Final = 10
"""So many of the newest backups are kept in any case."""
DAYS: Final = 14
"""For so many days, today among them, the newest of each day is kept too."""
REASONS: Final = ("opened", "closed", "restore", "forget", "asked", "upgrade")
_STAMP: Final = "%Y%m%dT%H%M%S%fZ"
_NAME: Final = re.compile(r"(\d{8}T\d{12}Z)-(\w+)\.rmx")
_WHERE: Final = "project.txt"
"""In it stands where the project lay when it was last open: a damaged one cannot tell its id any more."""
_COUNTERS: Final = ((24, 28), (92, 100))
"""Bytes of the head of a SQLite file that a copy counts for itself."""
_BLOCK: Final = 1 << 20
_ORDERS: Final = (
    "SELECT coalesce(sum(json_extract(facts, '$.lines')), 0) FROM batch WHERE live = 1 AND kind = 'orders'"
)


@dataclass(frozen=True)
class Backup:
    """One backup: when and why it was made, ``size`` in bytes, and what is in it; counts are None where it is damaged."""

    path: Path
    moment: dt.datetime
    why: str
    size: int
    products: int | None = None
    hosts: int | None = None
    orders: int | None = None


def surplus(moments: Iterable[dt.datetime], now: dt.datetime) -> frozenset[dt.datetime]:
    """Which of the backups made at these moments are to go: days are those where ``now`` is."""
    newest = sorted(set(moments), reverse=True)
    first = now.date() - dt.timedelta(DAYS - 1)
    days: dict[dt.date, dt.datetime] = {}
    for moment in newest:
        day = moment.astimezone(now.tzinfo).date()
        if day >= first:
            days.setdefault(day, moment)
    return frozenset(newest[LAST:]) - set(days.values())


def home_of(base: Path, path: Path, known: str, fresh: str) -> tuple[str, Path]:
    """The id and the folder of the project at ``path``, which is called ``known`` so far ("" for not at all).

    A file that was copied beside the program goes by its original's name; the copy takes the ``fresh`` one.

    Raises:
        InputError: the folder cannot be made.
    """
    other = _told(base / known / _WHERE) if known else ""
    if other and Path(other) != path and os.path.isfile(other):  # noqa: PTH113 - what may not be looked at is none
        known = ""
    id_ = known or fresh
    folder = base / id_
    with faults(folder):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / _WHERE).write_text(str(path), "utf-8")
    return id_, folder


def folder_of(base: Path, path: Path) -> Path | None:
    """The folder with the backups of the project that lies (or lay) at ``path``; None when there is none."""
    for where in sorted(base.glob(f"*/{_WHERE}")):
        if _told(where) == str(path):
            return where.parent
    return None


def _told(where: Path) -> str:
    """Which project a folder says it is of; "" where that cannot be read, as if it said nothing."""
    try:
        return where.read_text("utf-8", "replace").replace("\0", "")
    except OSError:
        return ""


def back_up(
    source: Path,
    turns: Turns,
    folder: Path,
    now: dt.datetime,
    why: str,
    progress: Progress,
    cancelled: Callable[[], bool],
) -> Path | None:
    """Copy the project into ``folder`` unless the newest backup there is the same; then throw away what is surplus.

    For a worker: edits go on meanwhile, and the copy is of one moment.

    Returns:
        The new backup, None when nothing has changed since the last.

    Raises:
        InputError: the project cannot be read, or the folder cannot be written.
        Cancelled: ``cancelled()`` turned true; nothing is left.
    """
    target = folder / f"{now.astimezone(dt.UTC).strftime(_STAMP)}-{why}.rmx"
    made = target.with_suffix(".new")
    with faults(folder):
        _sweep(folder, "*")
        _sweep(source.parent, glob.escape(source.name))
    before = newest(folder)
    with Worker(source, turns, cancelled) as worker:
        schema.copy(worker.db, made, schema.STEP, progress, cancelled)
    with faults(folder):
        if before is not None and same(before, made):
            made.unlink()
            return None
        made.replace(target)
        prune(folder, now)
    return target


def newest(folder: Path) -> Path | None:
    """The backup made last in a folder."""
    return max((path for path, _, _ in _found(folder)), default=None)


def prune(folder: Path, now: dt.datetime) -> None:
    """Throw away what is surplus."""
    there = {moment: path for path, moment, _ in _found(folder)}
    for moment in surplus(there, now):
        there[moment].unlink(missing_ok=True)


def same(one: Path, other: Path) -> bool:
    """Whether two SQLite files hold the same pages."""
    if one.stat().st_size != other.stat().st_size:
        return False
    with one.open("rb") as first, other.open("rb") as second:
        return all(a == b for a, b in zip(_blocks(first.read), _blocks(second.read), strict=True))


def listed(folder: Path, project: Path) -> tuple[Backup, ...]:
    """All backups of a project, the newest first, with those that upgrades left beside it; for a worker."""
    beside = [
        (path, dt.datetime.fromtimestamp(path.stat().st_mtime, dt.UTC), "upgrade")
        for path in project.parent.glob(f"{glob.escape(project.name)}.bak-v*")
    ]
    every = sorted((*_found(folder), *beside), key=lambda one: one[1], reverse=True)
    return tuple(_counted(*one) for one in every)


def is_whole(path: Path) -> bool:
    """Whether a file can be read from the first page to the last."""
    try:
        with reading(path), closing(_look(path)) as db:
            return db.execute("PRAGMA integrity_check(1)").fetchall() == [("ok",)]
    except UserError:
        return False


def newest_whole(folder: Path) -> Backup | None:
    """The newest backup that is not damaged itself."""
    whole = (one for one in sorted(_found(folder), reverse=True) if is_whole(one[0]))
    return next((_counted(*one) for one in whole), None)


def copied(backup: Path, part: Path) -> Path:
    """A backup copied to ``part``, checked and in today's shape, to take the place of a project beside it; for a worker.

    Raises:
        InputError: the backup is damaged or is no backup; nothing is left at ``part``.
    """
    try:
        with reading(backup), closing(_look(backup)) as db:
            schema.copy(db, part)
        schema.connect(part, create=False, folder=resources.path("sql"), wait=1.0).close()
    except BaseException:
        schema.tidy(part, keep=False)
        raise
    schema.tidy(part, keep=True)
    return part


def _found(folder: Path) -> Iterator[tuple[Path, dt.datetime, str]]:
    for path in folder.glob("*.rmx"):
        match = _NAME.fullmatch(path.name)
        if match and match[2] in REASONS:
            yield path, dt.datetime.strptime(match[1], _STAMP).replace(tzinfo=dt.UTC), match[2]


def _sweep(folder: Path, name: str) -> None:
    """What a program that died left half done: whatever it was to be, it may hold what was to be forgotten."""
    for ending in (".new*", ".part*", ".clean*"):
        for path in folder.glob(name + ending):
            path.unlink(missing_ok=True)


def _blocks(read: Callable[[int], bytes]) -> Iterator[bytes]:
    head = bytearray(read(_BLOCK))
    for start, end in _COUNTERS:
        head[start:end] = bytes(end - start)
    yield bytes(head)
    while block := read(_BLOCK):
        yield block


def _look(path: Path) -> sqlite3.Connection:
    """A connection that changes nothing, not even beside the file."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)


def _counted(path: Path, moment: dt.datetime, why: str) -> Backup:
    size = path.stat().st_size
    try:
        with reading(path), closing(_look(path)) as db:
            products, hosts = (
                schema.number_in(db, f"SELECT count(*) FROM {table}")  # noqa: S608 - names of our own
                for table in ("product", "influencer")
            )
            lines = _ORDERS if schema.number_in(db, "PRAGMA user_version") > 1 else "SELECT 0"
            return Backup(path, moment, why, size, products, hosts, schema.number_in(db, lines))
    except (InputError, sqlite3.Error):
        return Backup(path, moment, why, size)
