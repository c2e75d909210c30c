"""Writing imported lines from a worker, so that the window neither waits nor sees half of them."""

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from model.batches import Batch
from model.errors import InputError
from model.store import shelf
from model.store.faults import refused
from model.store.heads import PUT_HEAD, head_cells
from model.store.packing import pack, seal_of
from model.store.turns import Turns, Worker
from model.watching import Progress, quiet

PIECE: Final = 1 << 19
"""Bytes written at once: 2 ms on an SSD, reckoned 30 ms on a slow disk; a million order lines are 85 pieces."""
PUT_PIECE: Final = "INSERT INTO batch_piece (batch, place, bytes) VALUES (?, ?, ?)"


class BatchWriter:
    """Keeps batches in a project, unseen until they are shown. May be used in any one thread.

    Every call has a connection of its own. What is never shown is thrown away when the project is opened next.
    """

    def __init__(self, path: Path, turns: Turns, imported: str, piece: int = PIECE) -> None:
        self._path = path
        self._turns = turns
        self._imported = imported
        self._piece = piece
        self._written: list[int] = []
        self.is_busy = False
        """Whether lines are being written at this moment."""

    @property
    def written(self) -> tuple[int, ...]:
        """The ids of all batches written, in their order."""
        return tuple(self._written)

    def write(
        self,
        batch: Batch,
        progress: Progress = quiet,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> int:
        """Keep a batch, not seen as yet; its id. ``progress`` hears ``saving`` with the share done, 0-1.

        Raises:
            InputError: disk full, project moved away …; nothing of the batch is left.
            Cancelled: ``cancelled()`` turned true; nothing of the batch is left.
        """
        self.is_busy = True
        try:
            id_ = self._write(batch, progress, cancelled)
        finally:
            self.is_busy = False
        self._written.append(id_)
        return id_

    def discard(self) -> None:
        """Throw away all batches written that are not shown: the import was cancelled.

        Raises:
            InputError: the project cannot be written; what is left is thrown away when it is opened next.
        """
        unseen, self._written = self._written, []
        shelf.purge(self._path, unseen, self._turns)

    def _write(self, batch: Batch, progress: Progress, cancelled: Callable[[], bool]) -> int:
        blob = pack(batch.kind, batch.table, cancelled)
        view = memoryview(blob)
        pieces = [view[start : start + self._piece] for start in range(0, len(view), self._piece)]
        cells = head_cells(batch, self._imported, len(view), len(pieces), seal_of(blob))
        with Worker(self._path, self._turns, cancelled) as worker:
            id_ = worker.write(lambda: worker.db.execute(PUT_HEAD, cells).lastrowid) or 0
            try:
                for place, piece in enumerate(pieces):
                    self._put(worker, id_, place, piece)
                    progress("saving", (place + 1) / len(pieces))
            except BaseException:
                self._take_back(id_)
                raise
        return id_

    def _put(self, worker: Worker, id_: int, place: int, piece: memoryview) -> None:
        try:
            worker.write(lambda: worker.db.execute(PUT_PIECE, (id_, place, piece)))
        except sqlite3.IntegrityError as error:
            # The head was thrown away under our hands: the project was closed, or opened a second time.
            raise refused("batch_gone", self._path) from error

    def _take_back(self, id_: int) -> None:
        # What cannot be thrown away now is thrown away when the project is opened next.
        with suppress(InputError):
            shelf.purge(self._path, [id_], self._turns)
