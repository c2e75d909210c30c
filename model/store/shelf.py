"""Batches in the project: finding them, reading their lines, throwing away what nobody can bring back."""

import sqlite3
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path
from typing import Final

from model.batches import Batch, BatchKind
from model.errors import InputError, Problem
from model.store.faults import reading, refused
from model.store.heads import HEADS, Kept, kept
from model.store.packing import seal_of, unpack
from model.store.turns import Turns, Worker

_LIVE: Final = "SELECT id FROM batch WHERE live = ? ORDER BY id"
_PIECE: Final = "SELECT bytes FROM batch_piece WHERE batch = ? AND place = ?"
_WHOLE: Final = (
    "SELECT id FROM batch WHERE id = ? AND pieces = (SELECT count(*) FROM batch_piece WHERE batch = batch.id)"
)
# Never a piece of a batch that another window has shown meanwhile; the head goes once nothing hangs on it.
_DROP_PIECE: Final = (
    "DELETE FROM batch_piece WHERE id IN (SELECT p.id FROM batch_piece AS p JOIN batch AS b ON b.id = p.batch "
    "WHERE b.id = ? AND b.live = 0 LIMIT 1)"
)
_DROP_HEAD: Final = "DELETE FROM batch WHERE id = ? AND live = 0 AND id NOT IN (SELECT batch FROM batch_piece WHERE batch = ?)"


@dataclass(frozen=True)
class Loaded:
    """All live batches in the order of import; ``problems`` names each one that was damaged and left out."""

    batches: tuple[Batch, ...] = ()
    problems: tuple[Problem, ...] = ()


def ids(db: sqlite3.Connection, live: bool) -> tuple[int, ...]:
    """The batches that are seen, or those that are not."""
    return tuple(id_ for (id_,) in db.execute(_LIVE, (live,)))


def find(db: sqlite3.Connection, wanted: Iterable[int]) -> tuple[Kept, ...]:
    """Those of the wanted batches that there are, live or not, in the order of import."""
    return tuple(kept(row) for sql, some in HEADS.batches(wanted) for row in db.execute(sql, some))


def is_whole(db: sqlite3.Connection, id_: int) -> bool:
    """Whether a batch is there with all its pieces."""
    return db.execute(_WHOLE, (id_,)).fetchone() is not None


def piece(db: sqlite3.Connection, id_: int, place: int) -> bytes:
    """One piece of a batch's bytes; empty when it is not there."""
    row = db.execute(_PIECE, (id_, place)).fetchone()
    return bytes(row[0]) if row else b""


def read(path: Path, found: Kept, fetch: Callable[[int, int], bytes]) -> Batch:
    """A batch with its lines. ``fetch(id, place)`` gives each piece in a read of its own, as short as a write.

    Raises:
        InputError: ``batch_damaged`` with the name of the imported file; or the project cannot be read.
    """
    h = found.head
    try:
        with reading(path):
            # Up to the first that is missing: a damaged number of pieces may be any.
            blob = b"".join(takewhile(bool, (fetch(h.id, place) for place in range(found.pieces))))
            if seal_of(blob) != found.seal:
                raise refused("project_damaged", path, detail=f"batch {h.id}")
            table = unpack(h.kind, blob)
    except InputError as error:
        if error.problems[0].code != "project_damaged":
            raise
        raise InputError([Problem("batch_damaged", h.file, values={"sheet": h.sheet})]) from error
    return Batch(h.kind, h.platform, h.layout, h.file, h.sheet, h.digest, h.facts, table)


def load(path: Path, turns: Turns, kinds: Collection[BatchKind] = frozenset(BatchKind)) -> Loaded:
    """All live batches of these kinds: for a worker.

    Raises:
        InputError: the project cannot be read; a damaged batch is no error (see :class:`Loaded`).
    """
    batches: list[Batch] = []
    problems: list[Problem] = []
    with Worker(path, turns) as worker:
        every = worker.read(lambda: find(worker.db, ids(worker.db, live=True)))
        for one in (found for found in every if found.head.kind in kinds):
            try:
                batches.append(read(path, one, lambda id_, n: worker.read(lambda: piece(worker.db, id_, n))))
            except InputError as error:
                if error.problems[0].code != "batch_damaged":
                    raise
                # One that was dropped and thrown away while it was read is not damaged.
                live = worker.read(lambda: ids(worker.db, live=True))
                problems += error.problems if one.head.id in live else ()
    return Loaded(tuple(batches), tuple(problems))


def purge(path: Path, unseen: Iterable[int], turns: Turns) -> None:
    """Throw away batches unless they are live, a piece at a time: for a worker.

    The room in the file is used again by the next import; the file does not shrink.

    Raises:
        InputError: the project cannot be written.
    """
    with Worker(path, turns) as worker:
        for id_ in unseen:
            discard(worker, id_)


def discard(worker: Worker, id_: int) -> None:
    """Throw away one batch, unless it is live."""
    while worker.write(lambda: worker.db.execute(_DROP_PIECE, (id_,)).rowcount):
        pass
    worker.write(lambda: worker.db.execute(_DROP_HEAD, (id_, id_)))
