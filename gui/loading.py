"""What the command line works on: a project, or files as merchants have them."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from secrets import token_bytes
from typing import TYPE_CHECKING, TypeVar

from gui import clock
from model.errors import InputError, Problem
from model.records import Snapshot

if TYPE_CHECKING:
    from model.batches import Batch
    from model.beliefs import Knowledge
    from model.intake.joined.sales import Sales
    from model.intake.lists.extras import Extra
    from model.intake.lists.rows import Taken
    from model.launch.setup import Setup
    from model.learning.learned import Learned
    from model.policy import Policy
    from model.records import Influencer
    from model.repurchase.history import History
    from model.results import Result

T = TypeVar("T")


@dataclass
class Loaded:
    """What was read, and every problem met on the way."""

    snapshot: Snapshot
    problems: list[Problem] = field(default_factory=list)
    batches: "tuple[Batch, ...]" = ()
    key: bytes = b""
    results: "tuple[Result, ...]" = ()
    extras: "Mapping[str, Extra]" = field(default_factory=dict)
    setup: "Setup | None" = None


@dataclass(frozen=True)
class Heard:
    """What orders and results tell: who bought again, what a plan takes from it, what results taught, and all sales."""

    history: "History"
    known: "Knowledge"
    learned: "Learned | None"
    sales: "Sales | None"


def load_input(project: Path | None, products: Path | None, roster: Path | None = None) -> Loaded:
    """The project, or the product list with the roster.

    Raises:
        InputError: ``usage`` for a roster beside a project; what the files cannot be used for.
    """
    if project:
        if roster:
            raise InputError(
                [Problem("usage", values={"text": "--roster: not allowed with argument --project"})]
            )
        from model.intake.lists.extras import kept_extras
        from model.launch.setup import KEY, unpacked
        from model.store import Store

        with Store.open(project) as store:
            kept = store.loader()()
            # A project without batches has hashed no buyer yet: a verb that only reads shall not give it a key.
            key = store.buyer_key(token_bytes(32)) if kept.batches else b""
            extras = kept_extras(kept.batches)
            problems, results = list(kept.problems), store.results()
            stored = store.setting(KEY)
            setup = None if stored is None else unpacked(stored, clock.today())
            return Loaded(store.snapshot(), problems, kept.batches, key, results, extras, setup)
    return _from_files(products, roster)


def load_hosts(project: Path | None, rosters: Iterable[Path], results: Iterable[Path]) -> Loaded:
    """What is audited: the hosts of a project or of rosters with the figures beside them, and results of campaigns.

    Several rosters (and lists of posts) add to each other; what the first says of a host stands.

    Raises:
        InputError: a file cannot be used.
    """
    from model.intake.lists.hosts import overlay

    loaded = load_input(project, None) if project else Loaded(Snapshot())
    hosts = {host.id: host for host in loaded.snapshot.influencers}
    for path in rosters:
        for host in _hosts_of(path, loaded):
            hosts[host.id] = overlay(hosts[host.id], host) if host.id in hosts else host
    add_results(results, loaded)
    loaded.snapshot = replace(loaded.snapshot, influencers=tuple(hosts.values()))
    return loaded


def add_results(files: Iterable[Path], loaded: Loaded) -> None:
    """Results of campaigns from files, beside those of the project: of the same host, product and day the file's count.

    Raises:
        InputError: a file cannot be used.
    """
    from model.intake.lists.results import read_results
    from model.results import added_up

    found = added_up(one for path in files for one in _taken(loaded, read_results(path, today=clock.today())))
    named = {one.key for one in found}
    loaded.results = (*(one for one in loaded.results if one.key not in named), *found)


def _from_files(products: Path | None, roster: Path | None) -> Loaded:
    from model.intake.lists.products import read_products

    loaded = Loaded(Snapshot())
    goods = _taken(loaded, read_products(products)) if products else ()
    hosts = _hosts_of(roster, loaded) if roster else ()
    # The request names products by id, and those of a file have none.
    numbered = tuple(replace(product, id=number) for number, product in enumerate(goods, 1))
    loaded.snapshot = Snapshot(numbered, hosts)
    return loaded


def _hosts_of(path: Path, loaded: Loaded) -> "tuple[Influencer, ...]":
    """The hosts of a roster or a list of posts; the figures beside them are added to those known."""
    from model.intake.lists.extras import extras_of, joined
    from model.intake.lists.rosters import roster_of, roster_rows

    rows = roster_rows(path)
    loaded.extras = joined(loaded.extras, extras_of(rows))
    return _taken(loaded, roster_of(rows))


def _taken(loaded: Loaded, taken: "Taken[T]") -> tuple[T, ...]:
    loaded.problems += taken.problems
    return taken.records


def history_of(files: Iterable[Path], loaded: Loaded, policy: "Policy", today: dt.date) -> "History":
    """What order files say, together with those the project has taken in; lines after ``today`` are left out."""
    from model.repurchase import history

    batches = batches_of(files, loaded)
    if not batches:
        return history.History({}, None, ())
    from model.intake.joined.joining import join

    return history.history_of(lambda: join(batches), batches, loaded.snapshot.products, policy, today)


def evidence_of(files: Iterable[Path], loaded: Loaded, policy: "Policy", today: dt.date) -> Heard:
    """What a plan takes from order files and results: lines after ``today`` are left out."""
    from model.beliefs import NOTHING
    from model.campaigns.lessons import learned_of
    from model.campaigns.review import Imported
    from model.repurchase.history import History, history_of

    batches = batches_of(files, loaded)
    history, known, imported, sales = History({}, None, ()), NOTHING, None, None
    if batches:
        from model.insight import known_of, prices_of
        from model.intake.joined.joining import join
        from model.intake.joined.sales import sales_of

        lines = join(batches)
        sales = sales_of(lines, today)
        history = history_of(lambda: sales, batches, loaded.snapshot.products, policy)
        known = known_of(prices_of(sales, policy), policy)
        imported = Imported(sales, batches, lines.persons, (), history.products)
    learned = learned_of(loaded.snapshot, loaded.results, imported, policy, loaded.extras)
    known = replace(known, beliefs=learned.beliefs) if learned else known
    return Heard(history, known, learned, sales)


def drop_held(loaded: Loaded, learned: "Learned | None") -> None:
    """Take off the booked sessions that ran, by own results and by order files."""
    from model.learning.learned import to_plan

    loaded.snapshot = to_plan(loaded.snapshot, loaded.results, learned)


def batches_of(files: Iterable[Path], loaded: Loaded) -> "list[Batch]":
    """The order files of a shop, with those the project has taken in.

    Raises:
        InputError: the problems of every file that cannot be used.
    """
    # Without a project buyers are only compared within this run, so their key need not outlive it.
    return [*loaded.batches, *_read_all(files, loaded, loaded.key or token_bytes(16))]


def _read_all(files: Iterable[Path], loaded: Loaded, key: bytes) -> "Iterator[Batch]":
    """The batches of all files; those that cannot be used are told together.

    Raises:
        InputError: the problems of every file that cannot be used.
    """
    from model.intake.orders import read_shop_file

    refused: list[Problem] = []
    for path in files:
        try:
            yield from _taken(loaded, read_shop_file(path, key))
        except InputError as error:
            refused += error.problems
    if refused:
        raise InputError(refused)


def demo_loaded() -> Loaded:
    """The made-up shop."""
    from model.demo import demo_snapshot
    from model.policy import load

    return Loaded(demo_snapshot(load()))


def stored(snapshot: Snapshot, path: Path) -> Snapshot:
    """Records put into a new project at ``path``, and what the project then answers."""
    from model.store import Store

    with Store.open(path, create=True) as store:
        store.put_products(snapshot.products)
        store.put_influencers(snapshot.influencers)
        store.put_request(snapshot.request)
        return store.snapshot()
