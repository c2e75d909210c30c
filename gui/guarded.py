"""The open project kept safe: backups, another one in its place, and what is forgotten for good."""

import logging
import os
from collections.abc import Callable
from contextlib import suppress
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QCoreApplication,
    QCryptographicHash,
    QLockFile,
    QObject,
    QThreadPool,
    QTimer,
    Signal,
)

from gui.clock import now
from gui.imported import Imported
from gui.opened import ALL
from model import store as project_files
from model.errors import Cancelled, InputError, Problem, UserError
from model.store import Store
from model.watching import Progress, quiet

if TYPE_CHECKING:
    from model.policy import Policy
    from model.store import Backup, Salvaged, Traces

__all__ = ["Guarded", "Work", "keeping_pool"]

Work = Callable[..., Path | None]
"""Done by a worker, with ``progress`` and ``cancelled``; a path is a copy that waits to take the project's place."""
SOON: Final = 3000
"""Milliseconds after the opening until a backup is made: the start has the disk for itself."""
DIGEST: Final = QCryptographicHash.Algorithm.Blake2b_160
log = logging.getLogger(__name__)


@cache
def keeping_pool() -> QThreadPool:
    """One thread for everything that copies project files: two at once would throw away each other's half-done work."""
    made = QThreadPool(QCoreApplication.instance())
    made.setMaxThreadCount(1)
    return made


class Guarded(Imported):
    """The part of the session that knows of copies of the project. ``damaged``: the file of a project cannot be opened."""

    damaged = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._base: Path | None = None
        self._claim: QLockFile | None = None
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(lambda: self._back_up("opened"))

    def keep_backups(self, base: Path) -> None:
        """Keep backups from now on, a folder for each project below this one."""
        self._base = base

    def open(self, path: Path, create: bool = False) -> None:
        """Open a project in place of the present one, of which a backup is made; the new one's comes a little later.

        Raises:
            InputError: ``project_open`` where another window has it; whatever else is wrong with it.
        """
        leaving, before = self._leaving(), self._claim
        self._claim = self._claimed(path)
        try:
            super().open(path, create)
        except InputError as error:
            self._hand_over(before)
            if self._is_damaged(error, path):
                self.damaged.emit(path)
            raise
        self._unlock(before)
        _start(leaving)
        self._soon.start()

    def use_policy(self, shipped: "Policy") -> None:
        """Take the shipped policy; a project that turns out to be damaged is closed, and ``damaged`` tells of it."""
        path = self.path
        try:
            super().use_policy(shipped)
        except InputError as error:
            if path is None or not self._is_damaged(error, path):
                raise
            self._soon.stop()
            super().close()
            self._hand_over(None)
            super().use_policy(shipped)
            self.damaged.emit(path)

    def close(self) -> None:
        """Close the project, if there is one; a backup is made unless nothing has changed."""
        self._held = False  # what waits to take its place is thrown away when the project is opened next
        self._soon.stop()
        leaving = self._leaving()
        super().close()
        self._hand_over(None)
        _start(leaving)

    # ── backups ──

    def backup_folder(self) -> Path | None:
        """Where the open project's backups lie, made when missing; None when none are kept.

        Raises:
            InputError: the folder cannot be made, or the project cannot be written.
        """
        if self._base is None or self._store is None:
            return None
        known = self._store.project_id()
        id_, folder = project_files.home_of(self._base, self._store.path, known, os.urandom(8).hex())
        if id_ != known:
            self._store.put_project_id(id_)
        return folder

    def backup_work(self, why: str) -> Work | None:
        """What a worker makes a backup with."""
        folder = self.backup_folder()
        if folder is None:
            return None
        return self._open_store().worker(project_files.back_up, folder, now(), why)

    def list_work(self) -> "Callable[[], tuple[Backup, ...]]":
        """What a worker lists all backups with, the newest first."""
        folder, path = self.backup_folder(), self.path
        return partial(project_files.listed, folder, path) if folder and path else tuple

    def restore_work(self, backup: Path) -> Work:
        """What a worker prepares a backup with; the present state is backed up first."""
        present = self.backup_work("restore")
        part = self._beside(".part")

        def work(progress: Progress, cancelled: Callable[[], bool]) -> Path:
            if present is not None:
                present(progress, cancelled)
            return project_files.copied(backup, part)

        return work

    def copy_work(self, backup: Path, path: Path) -> Work:
        """What a worker makes a project of its own of a backup with.

        Raises:
            InputError: ``project_exists`` when there is a file already.
        """
        if os.path.lexists(path):
            raise InputError([Problem("project_exists", path.name, values={"path": str(path)})])

        def work(progress: Progress, cancelled: Callable[[], bool]) -> Path:
            return project_files.copied(backup, path.with_name(path.name + ".part")).replace(path)

        return work

    # ── forgetting ──

    def traces_work(self, host: str | None) -> "Callable[..., Traces]":
        """What a worker counts what would be forgotten with: of a host by id or name, or (None) of all orders."""
        store = self._open_store()
        return (
            store.worker(project_files.order_traces)
            if host is None
            else store.worker(project_files.host_traces, host)
        )

    def forget_work(self, host: str | None, backed_up: bool) -> Work:
        """What a worker makes the clean project with; ``backed_up``: the present state is kept as a backup first."""
        store = self._open_store()
        clean = (
            store.worker(project_files.without_orders)
            if host is None
            else store.worker(project_files.without_host, host)
        )
        present = self.backup_work("forget") if backed_up else None

        def work(progress: Progress, cancelled: Callable[[], bool]) -> Path:
            if present is not None:
                present(progress, cancelled)
            return clean(progress, cancelled)

        return work

    def clean_work(self, host: str | None) -> Callable[..., int]:
        """What a worker takes the same out of every backup with; it answers how many had to be deleted for it."""
        find = self.list_work()

        def work(progress: Progress, cancelled: Callable[[], bool]) -> int:
            every = find()
            gone = 0
            for place, one in enumerate(every):
                if cancelled():
                    raise Cancelled
                progress("cleaning_backups", place / len(every))
                gone += not project_files.clean_backup(one.path, host)
            return gone

        return work

    # ── another file in its place ──

    def hold(self) -> None:
        """Refuse edits until :meth:`exchange` or :meth:`release`: they would be lost with the file they go to.

        Raises:
            InputError: ``import_running`` while lines are being written; ``project_held`` when it is held already.
        """
        self._check_idle()
        self._open_store()
        if any(writer.is_busy for writer in self._writers):
            raise InputError([Problem("import_running")])
        self._held = True

    def release(self) -> None:
        """Take edits again."""
        self._held = False

    def exchange(self, part: Path) -> None:
        """Have the complete project at ``part`` take this one's place, and go on with it; no step can be undone any more.

        Raises:
            InputError: it cannot; the project stays as it was and open.
        """
        self._held = False
        store = self._open_store()
        try:
            store.give_way(part)
        except UserError:
            part.unlink(missing_ok=True)
            raise
        self._forget_all()
        try:
            self._store = Store.open(store.path)
        finally:
            self._announce(ALL, None)

    # ── damage ──

    def rescue_work(self, damaged: Path) -> "Callable[[], Backup | None]":
        """What a worker looks for the newest good backup of a damaged project with."""
        folder = project_files.folder_of(self._base, damaged.absolute()) if self._base else None
        return partial(project_files.newest_whole, folder) if folder else lambda: None

    def salvage_work(self, damaged: Path) -> "Callable[..., Salvaged]":
        """What a worker saves what can be read of a damaged project with, in a new project beside it."""
        return partial(project_files.salvage, damaged, _free(damaged, "saved"))

    def put_back_work(self, damaged: Path, backup: Path) -> Callable[[], Path]:
        """What a worker prepares a backup with to take the place of a damaged project; for :meth:`put_back`."""
        return partial(project_files.copied, backup, damaged.with_name(damaged.name + ".part"))

    def put_back(self, damaged: Path, part: Path) -> Path:
        """Open what was prepared in place of a damaged project, which is kept beside under the name in the answer.

        Raises:
            InputError: the folder cannot be written.
        """
        kept = _free(damaged, "damaged")
        try:
            damaged.rename(kept)
            part.replace(damaged)
        except OSError as error:
            raise InputError([Problem("project_read_only", damaged.name)]) from error
        self.open(damaged)
        return kept

    # ── helpers ──

    def _beside(self, ending: str) -> Path:
        path = self._open_store().path
        return path.with_name(path.name + ending)

    def _is_damaged(self, error: InputError, path: Path) -> bool:
        """Whether the file of a project is no good; one that is no project at all has been one if it has backups."""
        code = error.problems[0].code
        known = self._base is not None and project_files.folder_of(self._base, path.absolute()) is not None
        return code == "project_damaged" or (code == "not_a_project" and known)

    def _claimed(self, path: Path) -> QLockFile | None:
        """What keeps other windows of this machine from opening the project too, as the later one would save over the other.

        It lies apart from the project: a cloud drive would carry it to other machines. None where it cannot be made.
        """
        if self._base is None:
            return None
        folder = self._base.with_name("open")
        place = os.path.normcase(path.absolute()).encode()
        file = folder / f"{bytes(QCryptographicHash.hash(place, DIGEST).data()).hex()}.lock"
        if self._claim is not None and Path(self._claim.fileName()) == file:
            return self._claim
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
        claim = QLockFile(str(file))
        claim.setStaleLockTime(0)  # it holds as long as its process lives
        if claim.tryLock(0):
            return claim
        if claim.error() is QLockFile.LockError.LockFailedError:
            raise InputError([Problem("project_open", path.name)])
        return None

    def _hand_over(self, claim: QLockFile | None) -> None:
        """Claim this instead."""
        former, self._claim = self._claim, claim
        self._unlock(former)

    def _unlock(self, former: QLockFile | None) -> None:
        """Let go of a claim that has been replaced: by hand, as an error on its way may hold the object."""
        if former is not None and former is not self._claim:
            former.unlock()

    def _leaving(self) -> Work | None:
        try:
            return self.backup_work("closed") if self._store else None
        except UserError as error:
            _untold(error)
            return None

    def _back_up(self, why: str) -> None:
        try:
            _start(self.backup_work(why))
        except UserError as error:
            _untold(error)


def _start(work: Work | None) -> None:
    """Make a backup nobody asked for; what goes wrong is in the log, and the list shows the date of the last one."""

    def run(work: Work) -> None:
        try:
            work(quiet, lambda: False)
        except UserError as error:
            _untold(error)

    if work is not None:
        keeping_pool().start(partial(run, work))


def _untold(error: UserError) -> None:
    log.warning("no backup was made: %s", error)


def _free(path: Path, word: str) -> Path:
    """A name beside a file that is not taken."""
    names = (path.with_name(f"{path.stem}.{word}{n or ''}{path.suffix}") for n in range(1000))
    return next(name for name in names if not name.exists())
