"""One project in one file: the only SQL of the program, and the only lasting copy of the shop's data."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import replace
from functools import partial
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import Any, Concatenate, Final, ParamSpec, Self, TypeVar

import resources
from model.batches import Batch, BatchKind
from model.records import Influencer, Offer, Product, Request, Snapshot
from model.results import Result
from model.store import rows, schema, shelf
from model.store.faults import faults, reading, refused
from model.store.heads import BatchHead
from model.store.rows import Json, Select
from model.store.shelf import Loaded
from model.store.turns import Turns
from model.store.writer import BatchWriter

_REQUEST: Final = "request"
_KEY: Final = "buyer_key"
_ID: Final = "project_id"
_LEAST_KEY: Final = 16
"""Bytes below which a key could be guessed, and with it the buyers."""
_NOWHERE: Final[Mapping[Any, int]] = MappingProxyType({})
_WHOLE: Final = ("BEGIN IMMEDIATE", "COMMIT", "ROLLBACK")
_NESTED: Final = ("SAVEPOINT part", "RELEASE part", "ROLLBACK TO part", "RELEASE part")
_K = TypeVar("_K", int, str)
_R = TypeVar("_R")
_P = ParamSpec("_P")


class Store:
    """An open project file. Every write is on the disk when its method returns, or has not happened at all.

    All methods raise :class:`model.errors.InputError` for what the user can mend (disk full, file locked …).
    """

    def __init__(self, path: Path, db: sqlite3.Connection, turns: Turns | None = None) -> None:
        self.path = path
        self._db = db
        self._turns = turns or Turns()
        self._door = self._turns.worker if turns else self._turns.window

    @classmethod
    def open(
        cls,
        path: Path,
        create: bool = False,
        *,
        steps: Path | None = None,
        wait: float = 1.0,
        whole: bool = True,
    ) -> Self:
        """Open the project at ``path``; with ``create`` make it when it is missing or empty.

        ``steps`` is the folder of schema steps, ``wait`` how many seconds to wait for another program's lock.
        Without ``whole`` the caller sees to :meth:`check` soon.
        """
        path = path.absolute()
        return cls(path, schema.connect(path, create, steps or resources.path("sql"), wait, whole))

    def beside(self, wait: float = 1.0) -> Self:
        """The same project for a worker, in its own thread: the window goes on with this one, and after its turns.

        Raises:
            InputError: the file is gone or cannot be read.
        """
        with self._turns.worker():
            return type(self)(self.path, schema.again(self.path, wait), self._turns)

    def check(self) -> None:
        """Read the file from end to end; InputError ``project_damaged``."""
        with self._reading():
            schema.check_whole(self._db, self.path)

    def close(self) -> None:
        """Let go of the file; closing twice does no harm."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def name(self) -> str:
        """What the merchant calls the project: the name of its file."""
        return self.path.stem

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Several writes as one: all or none. Inside another transaction it is a part that can fail alone."""
        begin, end, *back = _NESTED if self._db.in_transaction else _WHOLE
        with self._turn(), faults(self.path):
            self._db.execute(begin)
            try:
                yield
                self._db.execute(end)
            except BaseException:
                # Some failures, a full disk among them, have SQLite roll back by itself.
                for statement in back if self._db.in_transaction else ():
                    self._db.execute(statement)
                raise

    # ── reading ──

    def snapshot(self) -> Snapshot:
        """All the shop's data at one moment."""
        with self._reading():
            return Snapshot(self.products(), self.influencers(), self.overrides(), self.request())

    def products(self, ids: Iterable[int] | None = None) -> tuple[Product, ...]:
        """Products in the order of entry: all, or those of ``ids`` that there are."""
        with self._reading():
            return tuple(map(rows.product, self._select(rows.PRODUCTS, ids)))

    def influencers(self, ids: Iterable[str] | None = None) -> tuple[Influencer, ...]:
        """Hosts with their offers in the order of entry: all, or those of ``ids`` that there are."""
        ids = None if ids is None else tuple(ids)
        offers: defaultdict[str, list[Offer]] = defaultdict(list)
        with self._reading():
            for row in self._select(rows.OFFERS, ids):
                offers[row[0]].append(rows.offer(row))
            hosts = self._select(rows.INFLUENCERS, ids)
            return tuple(rows.influencer(row, offers.get(row[0], ())) for row in hosts)

    def product_ids(self) -> tuple[int, ...]:
        """The products' numbers in the order of entry."""
        return self._ids("product")

    def influencer_ids(self) -> tuple[str, ...]:
        """The hosts' ids in the order of entry."""
        return self._ids("influencer")

    def results(self, ids: Iterable[str] | None = None) -> tuple[Result, ...]:
        """What the merchant says came of campaigns, by day: all, or those with these keys."""
        with self._reading():
            return tuple(map(rows.result, self._select(rows.RESULTS, ids)))

    def get_product(self, id: int) -> Product | None:  # noqa: A002
        """One product, or None."""
        return next(iter(self.products([id])), None)

    def get_influencer(self, id: str) -> Influencer | None:  # noqa: A002
        """One host with his offers, or None."""
        return next(iter(self.influencers([id])), None)

    def overrides(self) -> dict[str, float]:
        """The policy values the merchant has changed."""
        with self._reading():
            return dict(self._db.execute("SELECT key, value FROM override ORDER BY key"))

    def request(self) -> Request:
        """What is asked of a plan; the plain :class:`Request` until one is put."""
        with self._reading():
            text = self._setting(_REQUEST)
            return Request() if text is None else rows.load_request(text)

    def setting(self, key: str) -> Json:
        """The value of a setting, None when there is none."""
        with self._reading():
            text = self._setting(key)
            value: Json = None if text is None else json.loads(text)
            return value

    # ── writing ──

    def put_products(
        self, products: Iterable[Product], places: Mapping[int, int] = _NOWHERE
    ) -> tuple[Product, ...]:
        """Add or change products; the answer has their ids. ``places`` as :meth:`delete_products` gave."""
        with self.transaction():
            place = self._next_place("product")
            return tuple(self._put_product(p, places.get(p.id, place + n)) for n, p in enumerate(products))

    def delete_products(self, ids: Iterable[int]) -> dict[int, int]:
        """Delete products; the answer says where each of them stood."""
        return self._delete("DELETE FROM product WHERE id = ? RETURNING position", ids)

    def put_influencers(
        self, influencers: Iterable[Influencer], places: Mapping[str, int] = _NOWHERE
    ) -> tuple[Influencer, ...]:
        """Add or change hosts, each with all his offers; ``places`` as :meth:`delete_influencers` gave."""
        hosts = tuple(influencers)
        with self.transaction():
            place = self._next_place("influencer")
            self._db.executemany(
                rows.PUT_INFLUENCER,
                ((h.id, places.get(h.id, place + n), *rows.influencer_cells(h)) for n, h in enumerate(hosts)),
            )
            # A host named twice is the last one named: his earlier offers must not stay.
            last = {h.id: h for h in hosts}
            self._db.executemany("DELETE FROM offer WHERE influencer = ?", ((id_,) for id_ in last))
            self._db.executemany(rows.PUT_OFFER, (row for h in last.values() for row in rows.offer_rows(h)))
        return hosts

    def delete_influencers(self, ids: Iterable[str]) -> dict[str, int]:
        """Delete hosts with their offers; the answer says where each of them stood."""
        return self._delete("DELETE FROM influencer WHERE id = ? RETURNING position", ids)

    def put_results(
        self, results: Iterable[Result], _places: Mapping[str, int] = _NOWHERE
    ) -> tuple[Result, ...]:
        """Add or change results, each known by its key; they stand by their day, so none has a place."""
        kept = tuple(results)
        with self.transaction():
            self._db.executemany(rows.PUT_RESULT, map(rows.result_cells, kept))
        return kept

    def delete_results(self, ids: Iterable[str]) -> dict[str, int]:
        """Delete the results with these keys; the answer names those that there were."""
        return self._delete("DELETE FROM result WHERE id = ? RETURNING 0", ids)

    def put_request(self, request: Request) -> None:
        """Keep what is asked of a plan."""
        self.put_setting(_REQUEST, rows.dump_request(request))

    def put_override(self, key: str, value: float | None) -> None:
        """Change a policy value; None goes back to the shipped one."""
        with self.transaction():
            if value is None:
                self._db.execute("DELETE FROM override WHERE key = ?", (key,))
            else:
                self._db.execute("REPLACE INTO override (key, value) VALUES (?, ?)", (key, value))

    def put_setting(self, key: str, value: Json) -> None:
        """Keep the value of a setting; ``request`` is the store's own key."""
        with self.transaction():
            self._db.execute("REPLACE INTO setting (key, value) VALUES (?, ?)", (key, rows.dump(value)))

    def project_id(self) -> str:
        """What the project's backups go by; "" until it has any."""
        with self._reading():
            return str(self.setting(_ID) or "")

    def put_project_id(self, id_: str) -> None:
        """Have the project's backups go by another name."""
        self.put_setting(_ID, id_)

    def buyer_key(self, new: bytes) -> bytes:
        """The key that buyers are hashed with; ``new`` is kept, and answered, when the project has none as yet."""
        if len(new) < _LEAST_KEY:
            raise ValueError(f"a key of {len(new)} bytes")
        with self.transaction():
            if self._setting(_KEY) is None:
                self.put_setting(_KEY, new.hex())
        with self._reading():
            return bytes.fromhex(str(self.setting(_KEY)))

    # ── imported lines ──

    def batch_heads(self, ids: Iterable[int] | None = None) -> tuple[BatchHead, ...]:
        """Batches in the order of import: all that are live, or those of ``ids`` that there are, live or not."""
        with self._reading():
            wanted = shelf.ids(self._db, live=True) if ids is None else ids
            return tuple(found.head for found in shelf.find(self._db, wanted))

    def live_batches(self) -> frozenset[int]:
        """The ids of the batches that are seen."""
        with self._reading():
            return frozenset(shelf.ids(self._db, live=True))

    def batch(self, id: int) -> Batch:  # noqa: A002
        """A batch with its lines, live or not.

        Raises:
            InputError: ``batch_damaged`` with the name of the imported file; ``batch_gone`` when there is none.
        """
        with self._reading():
            found = shelf.find(self._db, [id])
        if not found:
            raise refused("batch_gone", self.path)
        return shelf.read(self.path, found[0], self._piece)

    def show_batches(self, ids: Iterable[int]) -> None:
        """Have batches seen.

        Raises:
            InputError: ``batch_gone`` when one of them is not there, or not whole; none is shown then.
        """
        with self.transaction():
            for id_ in ids:
                if not shelf.is_whole(self._db, id_):
                    raise refused("batch_gone", self.path)
                self._db.execute("UPDATE batch SET live = 1 WHERE id = ?", (id_,))

    def hide_batches(self, ids: Iterable[int]) -> None:
        """Have batches not seen any more; they stay until they are purged."""
        with self.transaction():
            self._db.executemany("UPDATE batch SET live = 0 WHERE id = ?", ((id_,) for id_ in ids))

    def writer(self, imported: str) -> BatchWriter:
        """What a worker keeps the batches of an import with; ``imported`` is the moment, as ISO text."""
        return BatchWriter(self.path, self._turns, imported)

    def loader(self, kinds: Collection[BatchKind] = frozenset(BatchKind)) -> Callable[[], Loaded]:
        """What a worker reads all live batches of these kinds with; damaged ones are named in ``problems``.

        The store may be closed meanwhile. Raises InputError when the project cannot be read.
        """
        return partial(shelf.load, self.path, self._turns, kinds)

    def purger(self) -> Callable[[], None] | None:
        """What throws away the batches that are unseen at this moment; None when there are none.

        Only when no step to undo can bring one back and nothing is being imported. It is for a worker: a
        million lines take half a second. The store may be closed meanwhile.
        """
        with self._reading():
            unseen = shelf.ids(self._db, live=False)
        return partial(shelf.purge, self.path, unseen, self._turns) if unseen else None

    def purge(self) -> None:
        """Throw away at once all that :meth:`purger` would."""
        if purger := self.purger():
            purger()

    def worker(self, work: Callable[Concatenate[Path, Turns, _P], _R], *args: Any) -> Callable[..., _R]:
        """Work of a thread beside the window on this project's file, with everything but what it is steered by."""
        return partial(work, self.path, self._turns, *args)

    def give_way(self, part: Path) -> None:
        """Let the complete project at ``part`` take this one's place at once; this store is closed then.

        No id of a batch is ever given twice, whichever of the two files gave it.

        Raises:
            InputError: another program uses the project, or the folder cannot be written; all is as it was.
        """
        with self._turns.window(), faults(self.path):
            self._db.execute(
                "BEGIN EXCLUSIVE"
            )  # nobody reads or writes it, and no half-done write is left beside it
            self._db.execute("ROLLBACK")
            schema.carry_batch_id(self._db, part)
            self._db.close()
            part.replace(self.path)

    def copy_to(self, path: Path) -> None:
        """Save a copy; what was at ``path`` is replaced once the copy is complete."""
        path = path.absolute()
        if path.exists() and path.samefile(self.path):
            raise refused("copy_onto_itself", path)
        schema.copy(self._db, path)

    # ── helpers ──

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """One moment for all that is read inside."""
        with self._turn(), reading(self.path):
            begun = not self._db.in_transaction
            if begun:
                self._db.execute("BEGIN")
            try:
                yield
            finally:
                if begun and self._db.in_transaction:
                    self._db.execute("COMMIT")

    def _piece(self, id_: int, place: int) -> bytes:
        with self._reading():
            return shelf.piece(self._db, id_, place)

    def _turn(self) -> AbstractContextManager[None]:
        return nullcontext() if self._db.in_transaction else self._door()

    def _select(self, select: Select, ids: Iterable[_K] | None) -> Iterator[Any]:
        return (row for sql, some in select.batches(ids) for row in self._db.execute(sql, some))

    def _setting(self, key: str) -> str | None:
        row = self._db.execute("SELECT value FROM setting WHERE key = ?", (key,)).fetchone()
        return None if row is None else row[0]

    def _ids(self, table: str) -> tuple[Any, ...]:
        with self._reading():
            return tuple(chain.from_iterable(self._db.execute(f"SELECT id FROM {table} ORDER BY position")))  # noqa: S608

    def _next_place(self, table: str) -> int:
        return schema.number_in(self._db, f"SELECT coalesce(max(position), 0) + 1 FROM {table}")  # noqa: S608

    def _put_product(self, product: Product, place: int) -> Product:
        cells = (product.id or None, place, *rows.product_cells(product))
        cursor = self._db.execute(rows.PUT_PRODUCT, cells)
        return product if product.id else replace(product, id=cursor.lastrowid or 0)

    def _delete(self, sql: str, ids: Iterable[_K]) -> dict[_K, int]:
        with self.transaction():
            found = ((id_, self._db.execute(sql, (id_,)).fetchone()) for id_ in ids)
            return {id_: row[0] for id_, row in found if row}
