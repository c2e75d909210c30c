"""The open project: every read and every write of the window goes through here, and can be undone."""

import logging
import os
from collections.abc import Callable, Iterable, Mapping
from enum import Flag, auto
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from model.errors import InputError, Problem, Value
from model.records import Influencer, Product, Request, Snapshot
from model.store import Change, Json, Part, Store, apply

if TYPE_CHECKING:
    from model.policy import Policy

log = logging.getLogger(__name__)
_R = TypeVar("_R")
_K = TypeVar("_K")
Code = tuple[str, Mapping[str, Value]]


class Changed(Flag):
    """What an edit touched. Opening or closing a project touches everything."""

    PRODUCTS = auto()
    INFLUENCERS = auto()
    REQUEST = auto()
    POLICY = auto()
    PROJECT = auto()


ALL: Final = ~Changed(0)


class _Step(QUndoCommand):
    """An edit already made: the stack keeps it, the session carries it out."""

    def __init__(self, code: Code, forward: Change, back: Change) -> None:
        super().__init__(code[0])
        self.code = code
        self.forward = forward
        self.back = back


class Session(QObject):
    """Holds one project at a time. Edits are on the disk when their method returns.

    An edit that cannot be written raises :class:`model.errors.UserError` and leaves the project, what is in
    memory and the list of steps as they were. ``by`` is the page that asked, handed on in ``changed`` so that
    it can ignore its own edit; for undo, redo and opening it is None.
    """

    changed = Signal(object, object)
    undo_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store: Store | None = None
        self._steps = QUndoStack(self)
        self._snapshot: Snapshot | None = None
        self._shipped: Policy | None = None
        self._policy: tuple[Mapping[str, float], Policy] | None = None

    # ── the policy ──

    @property
    def policy(self) -> "Policy | None":
        """All figures of the model with this project's own ones; None until :meth:`use_policy`."""
        if self._shipped is None:
            return None
        overrides = self.snapshot().overrides
        if self._policy is None or self._policy[0] != overrides:
            self._policy = (overrides, _own(self._shipped, overrides))
        return self._policy[1]

    def use_policy(self, shipped: "Policy") -> None:
        """Take the shipped policy, which is read in the background; pages that wait for it are told."""
        self._shipped, self._policy = shipped, None
        self.changed.emit(Changed.POLICY, None)

    # ── the project ──

    def open(self, path: Path, create: bool = False) -> None:
        """Open a project in place of the present one, which stays when this one is refused."""
        store = Store.open(path, create)
        self._let_go()
        self._store = store
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

    def snapshot(self) -> Snapshot:
        """All the data of the project (none without one): the same object until the next change."""
        if self._snapshot is None:
            self._snapshot = self._store.snapshot() if self._store else Snapshot()
        return self._snapshot

    def setting(self, key: str) -> Json:
        """A value that belongs to the project but to no record, None when there is none."""
        return self._open_store().setting(key)

    def put_setting(self, key: str, value: Json) -> None:
        """Keep such a value; it is no step to undo and announces nothing."""
        self._open_store().put_setting(key, value)

    # ── edits ──

    def save_product(self, product: Product, by: object) -> Product:
        """Add (id 0) or change a product; the answer has its id."""
        known = product.id and self._open_store().get_product(product.id)
        code = "edit_product" if known else "add_product"
        done = self._do(Change(products=Part((product,))), (code, {"name": product.name, "n": 1}), by)
        return done.products.put[0] if done.products.put else product

    def save_products(
        self, products: Iterable[Product], by: object, what: str = "import_products"
    ) -> tuple[Product, ...]:
        """Add or change many products as one step; the answer: those new or changed, with their ids."""
        done = self._do(Change(products=Part(tuple(products))), (what, {}), by)
        return done.products.put

    def delete_products(self, ids: Iterable[int], by: object) -> None:
        """Delete products as one step."""
        self._do(Change(products=Part(drop=tuple(ids))), ("delete_products", {}), by)

    def save_influencer(self, influencer: Influencer, by: object) -> None:
        """Add or change a host, with all his offers."""
        known = self._open_store().get_influencer(influencer.id)
        self.save_influencers([influencer], by, "edit_influencer" if known else "add_influencer")

    def save_influencers(
        self, influencers: Iterable[Influencer], by: object, what: str = "import_influencers"
    ) -> None:
        """Add or change many hosts as one step called ``what``; of a host named twice the last counts."""
        hosts = {host.id: host for host in influencers}
        self._do(Change(influencers=Part(tuple(hosts.values()))), (what, {}), by)

    def delete_influencers(self, ids: Iterable[str], by: object) -> None:
        """Delete hosts with their offers as one step."""
        self._do(Change(influencers=Part(drop=tuple(ids))), ("delete_influencers", {}), by)

    def save_request(self, request: Request, by: object) -> None:
        """Keep what is asked of a plan."""
        self._do(Change(request=request), ("edit_request", {}), by)

    def set_override(self, key: str, value: float | None, by: object) -> None:
        """Change a policy value; None goes back to the shipped one."""
        self._do(Change(overrides={key: value}), ("set_override", {"name": key, "value": value}), by)

    def replace_influencer(self, old: str, influencer: Influencer, by: object) -> None:
        """A host whose id was changed: the old record goes, the new one comes, as one step."""
        change = Change(influencers=Part((influencer,), (old,)))
        self._do(change, ("edit_influencer", {"name": influencer.name, "n": 1}), by)

    # ── undo ──

    def undo(self) -> None:
        """Take the last step back, if there is one."""
        if (step := self._step(-1)) is not None:
            self._write(step.back)
            self._steps.undo()
            self._announce(_touched(step.back), None)

    def redo(self) -> None:
        """Make the step that was taken back last again, if there is one."""
        if (step := self._step(0)) is not None:
            self._write(step.forward)
            self._steps.redo()
            self._announce(_touched(step.forward), None)

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
            self._steps.push(_Step((name, {**_extent(done, back), **values}), done, back))
            self._announce(_touched(done), by)
        return done

    def _write(self, change: Change) -> tuple[Change, Change]:
        done, back = apply(self._open_store(), change)
        self._snapshot = self._snapshot and _after(self._snapshot, done)
        return done, back

    def _announce(self, what: Changed, by: object) -> None:
        self.undo_changed.emit()
        self.changed.emit(what, by)

    def _step(self, offset: int) -> _Step | None:
        command = self._steps.command(self._steps.index() + offset)
        return command if isinstance(command, _Step) else None

    def _open_store(self) -> Store:
        if self._store is None:
            raise InputError([Problem("no_project")])
        return self._store

    def _let_go(self) -> None:
        if self._store is not None:
            self._store.close()
        self._store = self._snapshot = None
        self._steps.clear()


def _own(shipped: "Policy", overrides: Mapping[str, float]) -> "Policy":
    """The policy with those of the project's figures that still exist and make sense."""
    good = {k: v for k, v in overrides.items() if not shipped.outside(k, v)}
    try:
        return shipped.with_overrides(good) if good else shipped
    except InputError:  # figures that overtake each other; the settings page lets none be made so
        log.warning("own figures contradict each other and are not used: %s", sorted(good))
        return shipped


def _after(before: Snapshot, change: Change) -> Snapshot | None:
    """What the store would answer after a change: reading ten thousand hosts again would take too long.

    None when records come back to where they used to stand: only the store knows between which others.
    """
    if change.products.places or change.influencers.places:
        return None
    overrides = {**before.overrides, **change.overrides}
    return Snapshot(
        _merged(before.products, change.products, attrgetter("id")),
        _merged(before.influencers, change.influencers, attrgetter("id")),
        {key: value for key, value in sorted(overrides.items()) if value is not None},
        change.request or before.request,
    )


def _merged(records: tuple[_R, ...], part: Part[_R, _K], key: Callable[[_R], _K]) -> tuple[_R, ...]:
    if not part:
        return records
    known = {key(record): record for record in (*records, *part.put)}
    for gone in part.drop:
        known.pop(gone, None)
    return tuple(known.values())


def _touched(change: Change) -> Changed:
    flags = {
        Changed.PRODUCTS: change.products,
        Changed.INFLUENCERS: change.influencers,
        Changed.REQUEST: change.request is not None,
        Changed.POLICY: change.overrides,
    }
    return Changed(sum(flag.value for flag, touched in flags.items() if touched))


def _extent(done: Change, back: Change) -> dict[str, Value]:
    """How many records an edit is about, and the name of the first."""
    gone = back if done.products.drop or done.influencers.drop else done
    names = [record.name for record in gone.products.put] + [record.name for record in gone.influencers.put]
    return {"n": len(names), "name": names[0]} if names else {}
