"""The imported lines of the open project: which there are, how they are read, and how more are taken in."""

import os
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Final
from weakref import WeakSet

from PySide6.QtCore import QObject

from gui.clock import now
from gui.opened import Opened
from model.batches import LINES, BatchKind
from model.errors import Value
from model.records import Influencer, Product
from model.results import Result
from model.store import BatchHead, BatchWriter, Change, Json, Loaded, Part, Shown, files

__all__ = ["Imported"]

_MAPPINGS: Final = "mappings"


class Imported(Opened):
    """The part of the session that knows of files."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._writers: WeakSet[BatchWriter] = WeakSet()

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
        self._check_idle()
        made = self._open_store().writer(now().isoformat(timespec="seconds"))
        self._writers.add(made)
        return made

    def buyer_key(self) -> bytes:
        """The project's own key, with which buyers are hashed."""
        self._check_idle()
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
