"""Forgetting for good: a copy of the project without a host, or without all orders, that takes the project's place."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import resources
from model.batches import LINES, BatchKind
from model.errors import Cancelled, UserError
from model.store import rows, schema, shelf
from model.store.faults import faults, reading, refused
from model.store.heads import Kept
from model.store.packing import pack, seal_of
from model.store.traces import Who, lines_without, note_without, text_without, who
from model.store.turns import Turns, Worker
from model.store.writer import PIECE, PUT_PIECE
from model.watching import Progress, quiet

_LINE_KINDS: Final = tuple(sorted(LINES))
_ORDERS_HOLD: Final = ("buyer_key",)
"""Settings that go with the orders: the key with which buyers were hashed."""
Cancelling = Callable[[], bool]


@dataclass(frozen=True)
class Traces:
    """What forgetting takes away, counted.

    ``figures`` are rows of imported figures and sessions, ``lines`` those that name the host (or all lines of orders),
    ``notes`` settings that change: marks, kept plans, a launch. ``files`` and ``buyers`` are those of orders.
    """

    hosts: int = 0
    offers: int = 0
    results: int = 0
    figures: int = 0
    lines: int = 0
    notes: int = 0
    files: int = 0
    buyers: int = 0

    def __bool__(self) -> bool:
        return any((self.hosts, self.results, self.figures, self.lines, self.notes, self.files))


def host_traces(path: Path, turns: Turns, text: str, progress: Progress, cancelled: Cancelling) -> Traces:
    """What there is of the host with this id or name; for a worker.

    Raises:
        InputError: the project cannot be read.
        Cancelled: ``cancelled()`` turned true.
    """
    with Worker(path, turns, cancelled) as worker:
        of = worker.read(lambda: who(worker.db, text))
        records = worker.read(lambda: _record_traces(worker.db, of))
        found = worker.read(lambda: shelf.find(worker.db, shelf.ids(worker.db, live=True)))
        figures = lines = 0
        for place, one in enumerate(found):
            _stop_if(cancelled)
            progress("looking", place / len(found))
            batch = shelf.read(path, one, lambda id_, n: worker.read(lambda: shelf.piece(worker.db, id_, n)))
            count = lines_without(batch.kind, batch.table, of)[1]
            beside = batch.kind in (BatchKind.FIGURES, BatchKind.SESSIONS)
            figures, lines = figures + count * beside, lines + count * (not beside)
        return replace(records, figures=figures, lines=lines)


def order_traces(path: Path, turns: Turns, progress: Progress, cancelled: Cancelling) -> Traces:
    """What there is of orders; for a worker."""
    with Worker(path, turns, cancelled) as worker:
        heads = worker.read(lambda: shelf.find(worker.db, shelf.ids(worker.db, live=True)))
    mine = [one.head for one in heads if one.head.kind in LINES]
    progress("looking", 1.0)
    buyers = sum(head.facts.customers for head in mine)
    return Traces(lines=sum(head.facts.lines for head in mine), files=len(mine), buyers=buyers)


def without_host(path: Path, turns: Turns, text: str, progress: Progress, cancelled: Cancelling) -> Path:
    """A clean copy of the project without the host, beside it; for a worker.

    Raises:
        InputError: it cannot be read or written; nothing is left of the copy.
        Cancelled: ``cancelled()`` turned true.
    """
    return _clean(
        path, turns, lambda db, part: _erase_host(db, part, text, progress, cancelled), progress, cancelled
    )


def without_orders(path: Path, turns: Turns, progress: Progress, cancelled: Cancelling) -> Path:
    """A clean copy of the project without orders, buyers and the key they were hashed with; as :func:`without_host`."""
    return _clean(path, turns, lambda db, _part: _erase_orders(db), progress, cancelled)


def clean_backup(backup: Path, text: str | None) -> bool:
    """Take a host (None: all orders) out of a backup too; one that cannot be cleaned is deleted (False)."""
    turns = Turns()
    try:
        if text is None:
            made = without_orders(backup, turns, quiet, _never)
        else:
            made = without_host(backup, turns, text, quiet, _never)
        with faults(backup):
            made.replace(backup)
    except UserError:
        with faults(backup):
            backup.unlink(missing_ok=True)
        return False
    return True


def _never() -> bool:
    return False


def _clean(
    path: Path,
    turns: Turns,
    erase: Callable[[sqlite3.Connection, Path], None],
    progress: Progress,
    cancelled: Cancelling,
) -> Path:
    part = path.with_name(path.name + ".clean")
    try:
        with Worker(path, turns, cancelled) as worker:
            schema.copy(worker.db, part, schema.STEP, progress, cancelled)
        with closing(schema.connect(part, create=False, folder=resources.path("sql"), wait=1.0)) as db:
            _erase(db, part, erase, progress)
        _stop_if(cancelled)
        schema.tidy(part, keep=True)
    except BaseException:
        schema.tidy(part, keep=False)
        raise
    return part


def _erase(
    db: sqlite3.Connection,
    part: Path,
    erase: Callable[[sqlite3.Connection, Path], None],
    progress: Progress,
) -> None:
    with faults(part):
        # What is taken out shall lie nowhere else meanwhile; when the program dies, the copy is thrown away.
        for setting in ("journal_mode = MEMORY", "temp_store = MEMORY", "secure_delete = ON"):
            db.execute(f"PRAGMA {setting}")
        db.execute("BEGIN IMMEDIATE")
        erase(db, part)
        db.execute("COMMIT")
        progress("packing", 0.0)
        db.execute("VACUUM")
        progress("packing", 1.0)
    _check(db, part)


def _stop_if(cancelled: Cancelling) -> None:
    if cancelled():
        raise Cancelled


def _check(db: sqlite3.Connection, part: Path) -> None:
    with reading(part):
        answer = db.execute("PRAGMA integrity_check(1)").fetchall()
    if answer != [("ok",)]:
        raise refused("project_damaged", part, detail=str(answer[0][0]))


def _record_traces(db: sqlite3.Connection, of: Who) -> Traces:
    hosts = offers = 0
    for id_ in of.ids:
        hosts += schema.number_in(db, "SELECT count(*) FROM influencer WHERE id = ?", id_)
        offers += schema.number_in(db, "SELECT count(*) FROM offer WHERE influencer = ?", id_)
    notes = sum(1 for _ in _changed_notes(db, of))
    return Traces(hosts, offers, len(_results_of(db, of)), notes=notes)


def _results_of(db: sqlite3.Connection, of: Who) -> list[str]:
    known = of.ids | of.names
    return [id_ for id_, host in db.execute("SELECT id, host FROM result") if host in known]


def _changed_notes(db: sqlite3.Connection, of: Who) -> Iterator[tuple[str, str]]:
    for key, text in db.execute("SELECT key, value FROM setting").fetchall():
        value = json.loads(text)
        if (left := note_without(key, value, of)) != value:
            yield key, rows.dump(left)


def _erase_host(
    db: sqlite3.Connection, part: Path, text: str, progress: Progress, cancelled: Cancelling
) -> None:
    of = who(db, text)
    notes = list(_changed_notes(db, of))
    db.executemany("DELETE FROM result WHERE id = ?", [(id_,) for id_ in _results_of(db, of)])
    for id_ in of.ids:
        db.execute("DELETE FROM offer WHERE influencer = ?", (id_,))
        db.execute("DELETE FROM influencer WHERE id = ?", (id_,))
    db.executemany("UPDATE setting SET value = ?2 WHERE key = ?1", notes)
    _drop(db, "live = 0")
    every = shelf.find(db, shelf.ids(db, live=True))
    for place, one in enumerate(every):
        _stop_if(cancelled)
        progress("cleaning", place / len(every))
        _erase_from(db, part, one, of)


def _erase_from(db: sqlite3.Connection, part: Path, one: Kept, of: Who) -> None:
    head = one.head
    titles = text_without(head.file, of), text_without(head.sheet, of)
    db.execute("UPDATE batch SET file = ?, sheet = ? WHERE id = ?", (*titles, head.id))
    batch = shelf.read(part, one, lambda id_, n: shelf.piece(db, id_, n))
    table, count = lines_without(head.kind, batch.table, of)
    if not count:
        return
    db.execute("DELETE FROM batch_piece WHERE batch = ?", (head.id,))
    if not len(table):
        db.execute("DELETE FROM batch WHERE id = ?", (head.id,))
        return
    blob = memoryview(pack(head.kind, table))
    pieces = [blob[start : start + PIECE] for start in range(0, len(blob), PIECE)]
    db.executemany(PUT_PIECE, [(head.id, place, piece) for place, piece in enumerate(pieces)])
    cells = (len(blob), len(pieces), seal_of(blob), head.id)
    db.execute("UPDATE batch SET size = ?, pieces = ?, seal = ? WHERE id = ?", cells)


def _erase_orders(db: sqlite3.Connection) -> None:
    kinds = ", ".join(f"'{kind}'" for kind in _LINE_KINDS)
    _drop(db, f"live = 0 OR kind IN ({kinds})")
    db.executemany("DELETE FROM setting WHERE key = ?", [(key,) for key in _ORDERS_HOLD])


def _drop(db: sqlite3.Connection, which: str) -> None:
    db.execute(f"DELETE FROM batch_piece WHERE batch IN (SELECT id FROM batch WHERE {which})")  # noqa: S608
    db.execute(f"DELETE FROM batch WHERE {which}")  # noqa: S608 - words of our own
