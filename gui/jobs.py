"""Work away from the window: pure functions on the thread pool, and the slow imports in the background."""

import gc
import importlib
import logging
import os
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMetaMethod, QObject, QRunnable, QThreadPool, QTimer, Signal, SignalInstance

from gui import way

__all__ = ["Job", "Warmup", "drain", "tidy"]

log = logging.getLogger(__name__)

PROGRESS_PAUSE = 0.05
LONGEST_REST = 1.0
"""Seconds a worker rests at most while the window needs the interpreter for itself."""
NAP, AWAKE = 1e-4, 5e-3
"""Seconds a worker sleeps when it is asked whether to go on, and seconds it stays awake between.

numpy lets the interpreter go and takes it back before the window, woken by that, can have it: only sleep is sure.
"""
MANY = 30_000
"""Objects made in work from which on the search for garbage would be felt."""


class _Collector:
    """Looks for no garbage while anybody works beside the window.

    Whoever makes many records in a worker sets it off again and again, and nothing else runs while it looks
    through all of them: 50-80 ms each time with 4,000 hosts. It may not throw away widgets in a worker either.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._at_work = 0
        self._rests = False

    def __enter__(self) -> None:
        with self._lock:
            if not self._at_work:
                self._rests = gc.isenabled()
                gc.disable()
            self._at_work += 1

    def __exit__(self, *_error: object) -> None:
        with self._lock:
            self._at_work -= 1
            if not self._at_work and self._rests:
                _pass_over()
                gc.enable()

    def look_through(self) -> None:
        """Look for garbage among all there is, unless somebody works."""
        with self._lock:
            if not self._at_work and gc.isenabled():
                gc.unfreeze()
                gc.collect()
                gc.freeze()


def _pass_over() -> None:
    """Set aside what was made meanwhile, where it is very much: it would be looked through at once, for 50 ms after a big file.

    What is set aside goes when nobody needs it, as ever; only circles among it stay (records make none, but pictures do)
    until :func:`tidy`.
    """
    if gc.get_count()[0] > MANY:
        gc.freeze()


_collector = _Collector()


class _Ticket:
    """One run of a job. A new run or a cancel makes it void; ``enough`` asks for what there is so far."""

    def __init__(self) -> None:
        self.void = False
        self.enough = False


class _Steering:
    """What a steerable function may ask and tell while it works."""

    def __init__(self, ticket: _Ticket, told: SignalInstance, heard: SignalInstance) -> None:
        self._ticket = ticket
        self._told, self._heard = told, heard
        self._last = ("", 0.0)
        self._woke = time.monotonic()

    def cancelled(self) -> bool:
        """Whether nobody waits for the result any more."""
        way.wait(LONGEST_REST)
        if time.monotonic() - self._woke > AWAKE:
            time.sleep(NAP)
            self._woke = time.monotonic()
        return self._ticket.void

    def enough(self) -> bool:
        """Whether what there is so far will do."""
        return self._ticket.enough

    def tell(self, *news: object) -> None:
        """Tell what was found so far."""
        _emit(self._heard, self._ticket, news)

    def progress(self, code: str, share: float) -> None:
        """Tell how far the work is, 0-1, and in which step. Cheap to call often."""
        now = time.monotonic()
        if code == self._last[0] and share < 1.0 and now - self._last[1] < PROGRESS_PAUSE:
            return
        self._last = (code, now)
        _emit(self._told, self._ticket, code, float(share))


class _Task(QRunnable):
    """Runs one call on the pool. Owns no QObject: it is lent bound signals."""

    def __init__(
        self, ticket: _Ticket, call: Callable[[], object], made: SignalInstance, broke: SignalInstance
    ) -> None:
        super().__init__()
        self._ticket = ticket
        self._call: Callable[[], object] | None = call
        self._made = made
        self._broke = broke

    def run(self) -> None:
        """Do the work and tell the outcome."""
        # The pool may hold a task that is over for long, and with it all that its work was about.
        call, self._call = self._call, None
        if call is not None and not self._ticket.void:
            with _collector:
                self._work(call)

    def _work(self, call: Callable[[], object]) -> None:
        try:
            result = call()
        except Exception as error:
            if self._ticket.void:  # to tell it would keep alive all that the work had made
                log.debug("a run nobody waits for failed", exc_info=True)
            else:
                _emit(self._broke, self._ticket, error)
        else:
            _emit(self._made, self._ticket, result)


class Job(QObject):
    """A pure function on the thread pool, of which only the latest run counts."""

    done = Signal(object)
    failed = Signal(object)
    progressed = Signal(str, float)
    heard = Signal(object)
    running = Signal(bool)

    _made = Signal(object, object)
    _broke = Signal(object, object)
    _told = Signal(object, str, float)
    _heard = Signal(object, object)

    def __init__(self, parent: QObject | None = None, pool: QThreadPool | None = None) -> None:
        super().__init__(parent)
        self._pool = pool or QThreadPool.globalInstance()
        self._ticket: _Ticket | None = None
        self._made.connect(self._on_made)
        self._broke.connect(self._on_broke)
        self._told.connect(self._on_told)
        self._heard.connect(self._on_heard)

    def run(
        self,
        function: Callable[..., object],
        /,
        *args: object,
        steerable: bool = False,
        telling: bool = False,
        **kw: object,
    ) -> None:
        """Start function(*args, **kw); a steerable one also gets progress= and cancelled=, a telling one enough= and tell= too.

        What is told arrives in ``heard``, as a tuple.
        """
        busy = self._drop()
        ticket = self._ticket = _Ticket()
        steering = _Steering(ticket, self._told, self._heard)
        if steerable or telling:
            kw = {**kw, "progress": steering.progress, "cancelled": steering.cancelled}
        if telling:
            kw = {**kw, "enough": steering.enough, "tell": steering.tell}
        if not busy:
            self.running.emit(True)
        self._pool.start(_Task(ticket, lambda: function(*args, **kw), self._made, self._broke))

    def cancel(self) -> None:
        """Forget the current run at once; its result will never be told."""
        if self._drop():
            self.running.emit(False)

    def enough(self) -> None:
        """Ask a telling function for what it has so far; it is done soon."""
        if self._ticket is not None:
            self._ticket.enough = True

    def is_running(self) -> bool:
        """Whether a result is still awaited."""
        return self._ticket is not None

    def _drop(self) -> bool:
        ticket, self._ticket = self._ticket, None
        if ticket is not None:
            ticket.void = True
        return ticket is not None

    def _on_made(self, ticket: _Ticket, result: object) -> None:
        if ticket is self._ticket:
            self._ticket = None
            self.running.emit(False)
            self.done.emit(result)

    def _on_broke(self, ticket: _Ticket, error: Exception) -> None:
        if ticket is not self._ticket:
            log.debug("a run nobody waits for failed", exc_info=error)
            return
        self._ticket = None
        self.running.emit(False)
        if self.isSignalConnected(QMetaMethod.fromSignal(self.failed)):
            log.info("a job failed", exc_info=error)
            self.failed.emit(error)
        else:
            sys.excepthook(type(error), error, error.__traceback__)

    def _on_told(self, ticket: _Ticket, code: str, share: float) -> None:
        if ticket is self._ticket:
            self.progressed.emit(code, share)

    def _on_heard(self, ticket: _Ticket, news: object) -> None:
        if ticket is self._ticket:
            self.heard.emit(news)


class Warmup(QObject):
    """Imports slow modules in one background thread, so that the window is there first."""

    done = Signal()

    def __init__(
        self, modules: Sequence[str], cache: Path | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._modules = tuple(modules)
        self._cache = cache
        self._finished = False
        self._waiting: list[Callable[[], None]] = []
        self._thread = threading.Thread(target=self._work, name="warm-up", daemon=True)
        self.done.connect(self._on_done)

    def start(self) -> None:
        """Begin; matplotlib's font cache goes to the cache folder, where one was given."""
        if self._cache is not None:
            self._cache.mkdir(parents=True, exist_ok=True)
            os.environ["MPLCONFIGDIR"] = str(self._cache)
        self._thread.start()

    def ready(self, callback: Callable[[], None]) -> None:
        """Call back on the window's thread, soon after everything is imported."""
        if self._finished:
            QTimer.singleShot(0, self, callback)
        else:
            self._waiting.append(callback)

    def wait(self, seconds: float = 60.0) -> bool:
        """Block until the imports are through; for tests and an orderly end."""
        if self._thread.ident is not None:
            self._thread.join(seconds)
        return not self._thread.is_alive()

    def _work(self) -> None:
        for name in self._modules:
            try:
                importlib.import_module(name)
            except Exception:
                log.exception("could not import %s", name)
        _emit(self.done)

    def _on_done(self) -> None:
        self._finished = True
        waiting, self._waiting = self._waiting, []
        for callback in waiting:
            callback()


def drain(milliseconds: int = 5000, pool: QThreadPool | None = None) -> bool:
    """Throw away what has not started and wait for what has; call it before the program ends."""
    pool = pool or QThreadPool.globalInstance()
    pool.clear()
    return pool.waitForDone(milliseconds)


def tidy() -> None:
    """Free what was passed over and is of no use; for the window's thread while nobody looks, as it takes some 150 ms."""
    _collector.look_through()


def _emit(signal: SignalInstance, *values: object) -> None:
    try:
        signal.emit(*values)
    except RuntimeError:
        log.debug("the receiver is gone", exc_info=True)
