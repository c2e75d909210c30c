"""The open project's file: opening it, writing to it in steps that can be undone, and telling the pages."""

import os
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from gui.aside import aside, swept
from gui.figures import own_policy
from gui.steps import Changed, Code, Step, extent, touched
from gui.way import give_way
from model.errors import InputError, Problem
from model.records import Product, Snapshot
from model.results import Result
from model.store import BatchHead, Change, Json, Part, Store, after, apply, apply_beside

if TYPE_CHECKING:
    from model.policy import Policy

__all__ = ["ALL", "Opened"]

ALL: Final = ~Changed(0)
_FEW: Final = 100
"""So many records are written at once: 2 ms here, ten on a slow machine. More are written beside the window."""


class Opened(QObject):
    """Holds one project at a time; what an edit does to it, and how it is taken back, is written here."""

    changed = Signal(object, object)
    undo_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store: Store | None = None
        self._steps = QUndoStack(self)
        self._snapshot: Snapshot | None = None
        self._heads: tuple[BatchHead, ...] | None = None
        self._results: tuple[Result, ...] | None = None
        self._shipped: Policy | None = None
        self._policy: tuple[Mapping[str, float], Policy] | None = None
        self._writing = self._held = self._unchecked = False
        self._writes = 0

    # ── the policy ──

    @property
    def policy(self) -> "Policy | None":
        """All figures of the model with this project's own ones; None until :meth:`use_policy`."""
        if self._shipped is None:
            return None
        overrides = self.snapshot().overrides
        if self._policy is None or self._policy[0] != overrides:
            self._policy = (overrides, own_policy(self._shipped, overrides))
        return self._policy[1]

    def policy_with(self, changes: Mapping[str, float | None]) -> "Policy | None":
        """All figures as they would be after a change (None: back to the shipped one), which is not kept.

        Raises:
            InputError: a figure is out of bounds, or figures overtake each other.
        """
        if self._shipped is None:
            return None
        wanted = {**self.snapshot().overrides, **changes}
        return self._shipped.with_overrides(
            {key: value for key, value in wanted.items() if value is not None}
        )

    def use_policy(self, shipped: "Policy") -> None:
        """Take the shipped policy, which is read in the background; pages that wait for it are told.

        Raises:
            InputError: the first project, which was opened before it could be read from end to end, is damaged.
        """
        self._read_ahead()
        self._shipped, self._policy = shipped, None
        self.changed.emit(Changed.POLICY, None)

    # ── the project ──

    def open(self, path: Path, create: bool = False) -> None:
        """Open a project in place of the present one, which stays when this one is refused."""
        self._check_idle()
        # Before the policy is there the window is not either: the file is read from end to end with the rest of the data.
        first = self._shipped is None
        store = Store.open(path, create, whole=not first)
        # Before anybody can ask; the first window needs the products alone, and nothing but them.
        read = None if first else aside(partial(_read, store))
        self._let_go()
        self._store, self._snapshot, self._unchecked = store, read, first
        swept(store.purger)
        self._announce(ALL, None)

    def new(self, path: Path) -> None:
        """Make an empty project and open it.

        Raises:
            InputError: ``project_exists`` when there is a file already.
        """
        if os.path.lexists(path):
            raise InputError([Problem("project_exists", path.name, values={"path": str(path)})])
        self.open(path, create=True)

    def fill(self, snapshot: Snapshot) -> None:
        """Put ready-made records into an empty project; this is the project's beginning, not a step to undo."""
        change = Change(Part(snapshot.products), Part(snapshot.influencers), snapshot.request)
        self._write(change)
        self._announce(ALL, None)

    def close(self) -> None:
        """Close the project, if there is one."""
        if self._store is not None:
            self._let_go()
            self._announce(ALL, None)

    def copy_to(self, path: Path) -> None:
        """Save a copy of the project; the one that is open stays open."""
        self._open_store().copy_to(path)

    @property
    def path(self) -> Path | None:
        """Where the open project lies."""
        return self._store.path if self._store else None

    @property
    def name(self) -> str:
        """What the merchant calls the open project."""
        return self._store.name if self._store else ""

    def little_room(self) -> Problem | None:
        """That hardly anything can be saved where the project lies, as the disk is full; None as long as it can."""
        from model.store import little_room

        return little_room(self._store.path) if self._store else None

    def snapshot(self) -> Snapshot:
        """All the data of the project (none without one): the same object until the next change."""
        if self._snapshot is None:
            self._snapshot = self._store.snapshot() if self._store else Snapshot()
        return self._snapshot

    def products(self) -> tuple[Product, ...]:
        """The products of the snapshot; read alone as long as nobody has asked for the rest."""
        return self._store.products() if self._store and self._snapshot is None else self.snapshot().products

    def setting(self, key: str) -> Json:
        """A value that belongs to the project but to no record, None when there is none."""
        return self._open_store().setting(key)

    def put_setting(self, key: str, value: Json) -> None:
        """Keep such a value; it is no step to undo and announces nothing."""
        self._check_idle()
        self._open_store().put_setting(key, value)

    def results(self) -> tuple[Result, ...]:
        """What the merchant says came of campaigns (none without one): the same object until the next change."""
        if self._results is None:
            self._results = self._store.results() if self._store else ()
        return self._results

    # ── undo ──

    def undo(self) -> None:
        """Take the last step back, if there is one."""
        if (step := self._step(-1)) is not None:
            self._write(step.back)
            self._steps.undo()
            self._announce(touched(step.back), None)

    def redo(self) -> None:
        """Make the step that was taken back last again, if there is one."""
        if (step := self._step(0)) is not None:
            self._write(step.forward)
            self._steps.redo()
            self._announce(touched(step.forward), None)

    def undo_code(self) -> Code | None:
        """What :meth:`undo` would take back."""
        return step.code if (step := self._step(-1)) else None

    def redo_code(self) -> Code | None:
        """What :meth:`redo` would make again."""
        return step.code if (step := self._step(0)) else None

    # ── helpers ──

    def _do(self, change: Change, code: Code, by: object) -> Change:
        done, back = self._write(change)
        if done:
            name, values = code
            self._steps.push(Step((name, {**extent(done, back), **values}), done, back))
            self._announce(touched(done), by)
        return done

    def _write(self, change: Change) -> tuple[Change, Change]:
        store = self._open_store()
        self._check_idle()
        self._writes += 1
        if change.records > _FEW:
            done, back, self._snapshot = self._write_beside(store, change)
        else:
            done, back = apply(store, change)
            self._snapshot = self._snapshot and after(store, self._snapshot, done)
        batches, results = done.batches, done.results
        self._heads, self._results = None if batches else self._heads, None if results else self._results
        return done, back

    def _read_ahead(self) -> None:
        """Read the whole project beside the window, before pages can ask for it: 5,000 hosts take 70 ms."""
        store, writes = self._store, self._writes
        if store is None or not (self._unchecked or self._snapshot is None):
            return
        found = aside(partial(_read, store, self._unchecked))
        self._unchecked = False
        if self._store is store and self._writes == writes:
            self._snapshot = self._snapshot or found

    def _write_beside(self, store: Store, change: Change) -> tuple[Change, Change, Snapshot]:
        """What takes longer is written in a thread of its own, and whoever comes in between is refused."""
        self._writing = True
        try:
            return aside(partial(apply_beside, store, change, self._snapshot))
        finally:
            self._writing = False

    def _announce(self, what: Changed, by: object) -> None:
        give_way()
        self.undo_changed.emit()
        self.changed.emit(what, by)

    def _step(self, offset: int) -> Step | None:
        command = self._steps.command(self._steps.index() + offset)
        return command if isinstance(command, Step) else None

    def _open_store(self) -> Store:
        if self._store is None:
            raise InputError([Problem("no_project")])
        return self._store

    def _check_idle(self) -> None:
        if self._writing:
            raise InputError([Problem("project_busy", self.name)])
        if self._held:
            raise InputError([Problem("project_held", self.name)])

    def _let_go(self) -> None:
        self._check_idle()
        if self._store is not None:
            swept(self._store.purger)
            self._store.close()
        self._forget_all()

    def _forget_all(self) -> None:
        """Nothing of the project stays in memory, its steps to undo among it."""
        self._store = self._snapshot = self._heads = self._results = None
        self._steps.clear()


def _read(store: Store, check: bool = False) -> Snapshot:
    with store.beside() as other:
        if check:
            other.check()
        return other.snapshot()
