"""Several edits as one, the edit that takes them back, and what there is after them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Generic, TypeVar

from model.records import Influencer, Product, Request, Snapshot
from model.results import Result
from model.store.rows import Json
from model.store.store import Store

_R = TypeVar("_R")
_K = TypeVar("_K")


@dataclass(frozen=True)
class Part(Generic[_R, _K]):
    """What happens to one table: records put, ids dropped, and where records that come back used to stand."""

    put: tuple[_R, ...] = ()
    drop: tuple[_K, ...] = ()
    places: Mapping[_K, int] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.put or self.drop)

    def __len__(self) -> int:
        return len(self.put) + len(self.drop)


@dataclass(frozen=True)
class Shown:
    """Batches that are seen from now on, and batches that are not seen any more."""

    show: tuple[int, ...] = ()
    hide: tuple[int, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.show or self.hide)


@dataclass(frozen=True)
class Change:
    """An edit of a project. ``request`` None leaves it; an override of None goes back to what is shipped.

    ``settings`` are values that belong to no record, by their key; None takes one away.
    """

    products: Part[Product, int] = Part()
    influencers: Part[Influencer, str] = Part()
    request: Request | None = None
    overrides: Mapping[str, float | None] = field(default_factory=dict)
    batches: Shown = Shown()
    results: Part[Result, str] = Part()
    settings: Mapping[str, Json] = field(default_factory=dict)

    def __bool__(self) -> bool:
        records = self.products or self.influencers or self.batches or self.results
        return bool(records or self.request is not None or self.overrides or self.settings)

    @property
    def records(self) -> int:
        """How many records are put or dropped."""
        return len(self.products) + len(self.influencers) + len(self.results)


def apply(store: Store, change: Change) -> tuple[Change, Change]:
    """Make a change in one transaction; answers what was done (with ids) and what takes it back.

    What is stored already is left out of both, so an edit that changes nothing answers two empty changes.
    """
    with store.transaction():
        products = _swap(change.products, _id, store.products, store.put_products, store.delete_products)
        hosts = _swap(
            change.influencers, _id, store.influencers, store.put_influencers, store.delete_influencers
        )
        request = _swap_request(store, change.request)
        overrides = _swap_overrides(store, change.overrides)
        batches = _swap_batches(store, change.batches)
        results = _swap(change.results, _result_key, store.results, store.put_results, store.delete_results)
        settings = _swap_settings(store, change.settings)
    done, back = zip(products, hosts, request, overrides, batches, results, settings, strict=True)
    return Change(*done), Change(*back)


def apply_beside(store: Store, change: Change, before: Snapshot | None) -> tuple[Change, Change, Snapshot]:
    """As :func:`apply`, in a worker's thread beside the window's ``store``; and what there is after it.

    ``before`` is what there was, where that is known.
    """
    with store.beside() as own:
        done, back = apply(own, change)
        return done, back, own.snapshot() if before is None else after(own, before, done)


def after(store: Store, before: Snapshot, change: Change) -> Snapshot:
    """What the store answers after a change that was applied: reading ten thousand hosts again would take too long.

    Where records came back to where they used to stand, the store is asked for the order alone.
    """
    overrides = {**before.overrides, **change.overrides}
    return Snapshot(
        _merged(before.products, change.products, _id, store.product_ids),
        _merged(before.influencers, change.influencers, _id, store.influencer_ids),
        {key: value for key, value in sorted(overrides.items()) if value is not None},
        change.request or before.request,
    )


def _merged(
    records: tuple[_R, ...], part: Part[_R, _K], key: Callable[[_R], _K], order: Callable[[], Iterable[_K]]
) -> tuple[_R, ...]:
    if not part:
        return records
    all_of = (*records, *part.put)
    known = dict(zip(map(key, all_of), all_of, strict=True))
    for gone in part.drop:
        known.pop(gone, None)
    return tuple(map(known.__getitem__, order())) if part.places else tuple(known.values())


_id = attrgetter("id")


def _result_key(result: Result) -> str:
    return result.key


def _swap(
    part: Part[_R, _K],
    key: Callable[[_R], _K],
    read: Callable[[Iterable[_K]], Iterable[_R]],
    put: Callable[[Iterable[_R], Mapping[_K, int]], tuple[_R, ...]],
    delete: Callable[[Iterable[_K]], dict[_K, int]],
) -> tuple[Part[_R, _K], Part[_R, _K]]:
    if not part:
        return Part(), Part()
    before = {key(record): record for record in read([*map(key, part.put), *part.drop])}
    places = delete(part.drop)
    stored = put([record for record in part.put if before.get(key(record)) != record], part.places)
    changed = [key(record) for record in stored]
    back = [before[k] for k in (*changed, *places) if k in before]
    done = Part(stored, tuple(places), part.places)
    return done, Part(tuple(back), tuple(k for k in changed if k not in before), places)


def _swap_request(store: Store, request: Request | None) -> tuple[Request | None, Request | None]:
    before = store.request()
    if request is None or request == before:
        return None, None
    store.put_request(request)
    return request, before


def _swap_overrides(
    store: Store, overrides: Mapping[str, float | None]
) -> tuple[Mapping[str, float | None], Mapping[str, float | None]]:
    before = store.overrides() if overrides else {}
    done = {key: value for key, value in overrides.items() if before.get(key) != value}
    for key, value in done.items():
        store.put_override(key, value)
    return done, {key: before.get(key) for key in done}


def _swap_settings(
    store: Store, settings: Mapping[str, Json]
) -> tuple[Mapping[str, Json], Mapping[str, Json]]:
    before = {key: store.setting(key) for key in settings}
    done = {key: value for key, value in settings.items() if before[key] != value}
    for key, value in done.items():
        store.put_setting(key, value)
    return done, {key: before[key] for key in done}


def _swap_batches(store: Store, shown: Shown) -> tuple[Shown, Shown]:
    live = store.live_batches() if shown else frozenset()
    show = tuple(id_ for id_ in dict.fromkeys(shown.show) if id_ not in live)
    hide = tuple(id_ for id_ in dict.fromkeys(shown.hide) if id_ in live)
    store.show_batches(show)
    store.hide_batches(hide)
    return Shown(show, hide), Shown(hide, show)
