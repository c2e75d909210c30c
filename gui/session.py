"""The open project: every read and every write of the window goes through here, and can be undone."""

import os
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from gui.aside import aside, swept
from gui.figures import own_policy
from gui.steps import Changed, Code, Step, extent, touched
from model.batches import LINES, BatchKind
from model.errors import InputError, Problem, Value
from model.records import Influencer, Product, Request, Snapshot
from model.results import Result
from model.store import (
    BatchHead,
    BatchWriter,
    Change,
    Json,
    Loaded,
    Part,
    Shown,
    Store,
    after,
    apply,
    apply_beside,
    files,
)

if TYPE_CHECKING:
    from model.policy import Policy

__all__ = ["ALL", "BatchHead", "BatchWriter", "Changed", "Code", "Loaded", "Session"]

_MAPPINGS: Final = "mappings"
ACCOUNTS: Final = "accounts"
LAUNCH: Final = "launch"
_FEW: Final = 100
"""So many records are written at once: 2 ms here, ten on a slow machine. More are written beside the window."""


ALL: Final = ~Changed(0)


class Session(QObject):
    """Holds one project at a time. Edits are on the disk when their method returns.

    An edit that cannot be written raises :class:`model.errors.UserError` and leaves project, memory and steps as they were.
    ``by`` is the page that asked, told in ``changed`` so that it ignores its own edit (None: undo, redo, opening).
    """

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
        self._writing = False

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

    def use_policy(self, shipped: "Policy") -> None:
        """Take the shipped policy, which is read in the background; pages that wait for it are told."""
        self._shipped, self._policy = shipped, None
        self.changed.emit(Changed.POLICY, None)

    # ── the project ──

    def open(self, path: Path, create: bool = False) -> None:
        """Open a project in place of the present one, which stays when this one is refused."""
        self._check_idle()
        store = Store.open(path, create)
        self._let_go()
        self._store = store
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
        self._open_store().put_setting(key, value)

    def results(self) -> tuple[Result, ...]:
        """What the merchant says came of campaigns (none without one): the same object until the next change."""
        if self._results is None:
            self._results = self._store.results() if self._store else ()
        return self._results

    # ── imported lines ──

    def batches(self) -> tuple[BatchHead, ...]:
        """The imported sheets of the project (none without one): the same object until the next change."""
        if self._heads is None:
            self._heads = self._store.batch_heads() if self._store else ()
        return self._heads

    def line_batches(self) -> tuple[BatchHead, ...]:
        """Those with lines of the shop's own exports."""
        return tuple(head for head in self.batches() if head.kind in LINES)

    def known_digests(self) -> Mapping[str, frozenset[tuple[str, BatchKind]]]:
        """The files that were imported, by digest: which of their sheets, and as what."""
        known: defaultdict[str, set[tuple[str, BatchKind]]] = defaultdict(set)
        for head in self.batches():
            known[head.digest].add((head.sheet, head.kind))
        return {digest: frozenset(sheets) for digest, sheets in known.items()}

    def loader(self, kinds: Collection[BatchKind] = LINES) -> Callable[[], Loaded]:
        """What a worker reads the lines of all batches of these kinds with; InputError when the project cannot be read."""
        return self._store.loader(kinds) if self._store else Loaded

    def writer(self) -> BatchWriter:
        """What a worker keeps the lines of one import with, unseen until :meth:`take_import`."""
        return self._open_store().writer(datetime.now().astimezone().isoformat(timespec="seconds"))

    def buyer_key(self) -> bytes:
        """The project's own key, with which buyers are hashed."""
        return self._open_store().buyer_key(os.urandom(32))

    def mappings(self) -> dict[str, dict[str, Json]]:
        """By a header's signature: its ``kind``, ``columns`` as field → heading, perhaps ``date_order``."""
        kept = self._store.setting(_MAPPINGS) if self._store else None
        known = kept if isinstance(kept, dict) else {}
        return {signature: one for signature, one in known.items() if isinstance(one, dict)}

    def remember_mapping(
        self, signature: str, kind: str, columns: Mapping[str, str], date_order: str = ""
    ) -> None:
        """Keep how a header was understood, and its dates (``dmy``, ``mdy``); it is no step to undo and announces nothing."""
        one: dict[str, Json] = {"kind": kind, "columns": dict(columns)}
        one |= {"date_order": date_order} if date_order else {}
        self.put_setting(_MAPPINGS, {**self.mappings(), signature: one})

    def take_import(
        self,
        batches: Iterable[int],
        influencers: Iterable[Influencer] = (),
        products: Iterable[Product] = (),
        by: object = None,
        names: Iterable[str] = (),
        results: Iterable[Result] = (),
    ) -> int:
        """Take a whole import as one step: what :meth:`writer` kept is seen, records are saved.

        A sheet that is there already as the same kind is left out, so importing a file again adds nothing.
        ``names`` are those of the files, where lists without lines were among them.

        Returns:
            How many batches were added.

        Raises:
            InputError: ``batch_gone`` when the project was closed or opened again meanwhile; nothing is taken.
        """
        wanted = self._fresh(batches)
        hosts = {host.id: host for host in influencers}
        told = tuple(dict.fromkeys(names)) or files(self._open_store().batch_heads(wanted))
        change = Change(
            Part(tuple(products)),
            Part(tuple(hosts.values())),
            batches=Shown(wanted),
            results=Part(tuple(results)),
        )
        values: dict[str, Value] = {"n": max(len(told), 1), "name": told[0] if told else ""}
        done = self._do(change, ("import_files", values), by)
        return len(done.batches.show)

    def drop_batches(self, ids: Iterable[int], by: object) -> None:
        """Take imported sheets out of the project as one step; they go for good when it is closed."""
        wanted = set(ids)
        gone = tuple(head for head in self.batches() if head.id in wanted)
        names = files(gone)
        change = Change(batches=Shown(hide=tuple(head.id for head in gone)))
        self._do(change, ("drop_batches", {"n": len(names), "name": next(iter(names), "")}), by)

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

    def save_launch(self, told: Json, by: object) -> None:
        """Keep what a launch starts from: its days, people and moved sessions."""
        self._do(Change(settings={LAUNCH: told}), ("edit_launch", {}), by)

    def set_override(self, key: str, value: float | None, by: object) -> None:
        """Change a policy value; None goes back to the shipped one."""
        self._do(Change(overrides={key: value}), ("set_override", {"name": key, "value": value}), by)

    def set_overrides(self, values: Mapping[str, float | None], by: object) -> None:
        """Change several policy values as one step."""
        self._do(Change(overrides=values), ("set_override", {}), by)

    def replace_influencer(self, old: str, influencer: Influencer, by: object) -> None:
        """A host whose id was changed: the old record goes, the new one comes, as one step."""
        change = Change(influencers=Part((influencer,), (old,)))
        self._do(change, ("edit_influencer", {"name": influencer.name, "n": 1}), by)

    def save_result(self, result: Result, name: str, by: object, old: str = "") -> None:
        """Add or change what came of a campaign of the host called ``name``; ``old`` is the key it had, if another."""
        part = Part((result,), (old,) if old and old != result.key else ())
        self._do(Change(results=part), ("edit_result", {"name": name, "n": 1}), by)

    def delete_results(self, keys: Iterable[str], by: object) -> None:
        """Delete results as one step."""
        self._do(Change(results=Part(drop=tuple(keys))), ("delete_results", {}), by)

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
        if change.records > _FEW:
            done, back, self._snapshot = self._write_beside(store, change)
        else:
            done, back = apply(store, change)
            self._snapshot = self._snapshot and after(self._snapshot, done)
        batches, results = done.batches, done.results
        self._heads, self._results = None if batches else self._heads, None if results else self._results
        return done, back

    def _write_beside(self, store: Store, change: Change) -> tuple[Change, Change, Snapshot]:
        """What takes longer is written in a thread of its own, and whoever comes in between is refused."""
        self._writing = True
        try:
            return aside(partial(apply_beside, store, change, self._snapshot))
        finally:
            self._writing = False

    def _announce(self, what: Changed, by: object) -> None:
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

    def _let_go(self) -> None:
        self._check_idle()
        if self._store is not None:
            swept(self._store.purger)
            self._store.close()
        self._store = self._snapshot = self._heads = self._results = None
        self._steps.clear()

    def _fresh(self, ids: Iterable[int]) -> tuple[int, ...]:
        """Those of the batches that are not there already, each sheet once."""
        ids = tuple(dict.fromkeys(ids))
        known = {(head.digest, head.sheet, head.kind) for head in self.batches()}
        repeated = set()
        for head in self._open_store().batch_heads(ids):
            key = (head.digest, head.sheet, head.kind)
            repeated |= {head.id} if key in known else set()
            known.add(key)
        return tuple(id_ for id_ in ids if id_ not in repeated)
