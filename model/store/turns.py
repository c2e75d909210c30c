"""Who may use the project next: a worker takes short turns, the window never waits behind two of them."""

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Final, Self, TypeVar

from model.errors import Cancelled, InputError
from model.store import schema
from model.store.faults import faults, reading

_R = TypeVar("_R")
_WAIT: Final = 0.02
"""Seconds a worker waits for another program while it has its turn, for the window may be waiting behind it."""
_PAUSE: Final = 0.02
"""Seconds until a worker tries again what another program kept it from."""
_TRIES: Final = 250
"""Ten seconds in all: no other program should keep a project for longer."""


class Turns:
    """A lock with two doors, for the threads of this program.

    SQLite would let the window wait with growing pauses and miss every gap between a worker's turns. Here
    whoever is next holds the door, and of the workers only one at a time comes that far: the window goes after
    the one turn that is being taken, however many are to come.
    """

    def __init__(self) -> None:
        self._workers = Lock()
        self._next = Lock()
        self._held = Lock()

    @contextmanager
    def window(self) -> Iterator[None]:
        """The turn of the window, which is one thread."""
        with self._next:
            self._held.acquire()
        try:
            yield
        finally:
            self._held.release()

    @contextmanager
    def worker(self) -> Iterator[None]:
        """The turn of a worker: keep it for one short read or write only."""
        with self._workers, self.window():
            yield


class Worker:
    """A connection of its own to the project at ``path``, for one thread beside the window.

    Raises:
        InputError: the file is gone or cannot be read.
        Cancelled: ``cancelled()`` is true already.
    """

    def __init__(self, path: Path, turns: Turns, cancelled: Callable[[], bool] = lambda: False) -> None:
        self._path = path
        self._turns = turns
        self._cancelled = cancelled
        self.db = self._patiently(self._open)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.db.close()

    def write(self, deed: Callable[[], _R]) -> _R:
        """Do one short write as a transaction of its own; while another program is busy, try again.

        Raises:
            InputError: what the user can mend; ``project_busy`` after ten seconds.
            Cancelled: ``cancelled()`` turned true before it was done.
        """
        return self._patiently(lambda: self._once(faults, "BEGIN IMMEDIATE", deed))

    def read(self, deed: Callable[[], _R]) -> _R:
        """Do one short read, as :meth:`write` does; what makes no record is ``project_damaged``."""
        return self._patiently(lambda: self._once(reading, "BEGIN", deed))

    def _open(self) -> sqlite3.Connection:
        with self._turns.worker():
            return schema.again(self._path, _WAIT)

    def _patiently(self, attempt: Callable[[], _R]) -> _R:
        for _ in range(_TRIES):
            if self._cancelled():
                raise Cancelled
            try:
                return attempt()
            except InputError as error:
                if error.problems[0].code != "project_busy":
                    raise
            time.sleep(_PAUSE)
        return attempt()

    def _once(
        self, guard: Callable[[Path], AbstractContextManager[None]], begin: str, deed: Callable[[], _R]
    ) -> _R:
        with self._turns.worker(), guard(self._path):
            try:
                self.db.execute(begin)
                done = deed()
                self.db.execute("COMMIT")
            except BaseException:
                if self.db.in_transaction:
                    self.db.execute("ROLLBACK")
                raise
            return done
