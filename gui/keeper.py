"""Backups and forgetting as the window asks for them: one thing at a time, beside the window, with what came of it."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from gui.guarded import keeping_pool
from gui.jobs import Job
from gui.session import Session
from model.errors import UserError
from model.store import Backup

__all__ = ["Keeper"]


class Keeper(QObject):
    """Runs the session's works. ``done``: what was done (a code) and its figures; ``told``: what would be forgotten."""

    listed = Signal(object)
    told = Signal(object)
    done = Signal(str, object)
    failed = Signal(object)
    progressed = Signal(str, float)
    running = Signal(bool)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._held: Path | None = None
        self._then: Callable[[Any], None] = _nothing
        self._lister, self._job = Job(self), Job(self, keeping_pool())
        self._lister.done.connect(self.listed)
        self._lister.failed.connect(self.failed)
        self._job.done.connect(lambda answer: self._then(answer))  # noqa: PLW0108 - it changes
        self._job.failed.connect(self._fail)
        self._job.progressed.connect(self.progressed)
        self._job.running.connect(self.running)

    def is_running(self) -> bool:
        """Whether something is being done."""
        return self._job.is_running()

    def list_all(self) -> None:
        """Have all backups listed; they come with ``listed``."""
        self._try(lambda: self._lister.run(self.session.list_work()))

    def save_now(self) -> None:
        """Make a backup now."""
        self._try(lambda: self._start(self.session.backup_work("asked"), self._saved))

    def restore(self, backup: Backup) -> None:
        """Have a backup take the project's place."""
        self._exchange(lambda: self.session.restore_work(backup.path), partial(self._restored, backup))

    def open_copy(self, backup: Backup, path: Path) -> None:
        """Have a backup copied to ``path``, and open that."""
        self._try(lambda: self._start(self.session.copy_work(backup.path, path), self._open))

    def look(self, host: str | None) -> None:
        """Have counted what would be forgotten of a host, or (None) of all orders."""
        self._try(lambda: self._start(self.session.traces_work(host), self.told.emit))

    def forget(self, host: str | None, backups: bool) -> None:
        """Forget a host, or (None) all orders, with ``backups`` out of these too."""
        self._exchange(
            lambda: self.session.forget_work(host, backed_up=not backups),
            partial(self._forgotten, host, backups),
        )

    def cancel(self) -> None:
        """Stop; the project is as it was. What was taken out of it already stays out."""
        self._job.cancel()
        self._release()

    # ── helpers ──

    def _try(self, action: Callable[[], object]) -> None:
        try:
            action()
        except UserError as error:
            self._release()
            self.failed.emit(error)

    def _start(self, work: Callable[..., object] | None, then: Callable[[Any], None]) -> None:
        if work is not None:
            self._then = then
            self._job.run(work, steerable=True)

    def _exchange(self, work: Callable[[], Callable[..., object]], then: Callable[[], None]) -> None:
        def begin() -> None:
            made = work()
            self.session.hold()
            self._held = self.session.path
            self._start(made, partial(self._take, then))

        self._try(begin)

    def _take(self, then: Callable[[], None], part: Path) -> None:
        """What was prepared takes the project's place, if that is still the one that was meant."""
        meant, self._held = self._held, None
        if self.session.path != meant:
            with suppress(OSError):
                part.unlink()
            return
        try:
            self.session.exchange(part)
        except UserError as error:
            self.failed.emit(error)
        else:
            then()

    def _open(self, path: Path) -> None:
        self._try(lambda: self.session.open(path))

    def _saved(self, made: Path | None) -> None:
        self.done.emit("saved" if made else "unchanged", {})
        self.list_all()

    def _restored(self, backup: Backup) -> None:
        self.done.emit("restored", {"moment": backup.moment})
        self.list_all()

    def _forgotten(self, host: str | None, backups: bool) -> None:
        if backups:
            self._try(lambda: self._start(self.session.clean_work(host), self._cleaned))
        else:
            self.done.emit("forgotten", {})
            self.list_all()

    def _cleaned(self, gone: int) -> None:
        self.done.emit("forgotten_everywhere", {"n": gone})
        self.list_all()

    def _fail(self, error: Exception) -> None:
        self._release()
        self.failed.emit(error)

    def _release(self) -> None:
        if self._held is not None and self.session.path == self._held:
            self.session.release()
        self._held = None


def _nothing(_answer: object) -> None:
    """Before anything was asked for."""
