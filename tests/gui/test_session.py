"""The session writes at once, says what changed and who asked, and takes every edit back."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QThreadPool, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.session import Changed, Session
from model.batches import Batch, BatchKind, Facts, schema
from model.errors import InputError, UserError
from model.records import Influencer, Offer, Product, Request, Snapshot
from model.store import Store
from tests.guards import STALLED

PAGE = object()
HOST = Influencer("1", "王小明", offers=(Offer("a", 3000.0, 0.2), Offer("b")))


class Heard:
    """All that a session announced."""

    def __init__(self, session: Session) -> None:
        self.changed: list[tuple[Changed, object]] = []
        self.undo = 0
        session.changed.connect(self._on_changed)
        session.undo_changed.connect(self._on_undo)

    def _on_changed(self, what: Changed, by: object) -> None:
        self.changed.append((what, by))

    def _on_undo(self) -> None:
        self.undo += 1


@pytest.fixture
def session(qapp: QApplication, tmp_path: Path) -> Iterator[Session]:
    opened = Session()
    opened.new(tmp_path / "春季.rmx")
    yield opened
    opened.close()


@pytest.fixture
def heard(session: Session) -> Heard:
    return Heard(session)


def on_disk(session: Session) -> Snapshot:
    assert session.path is not None
    with Store.open(session.path) as store:
        return store.snapshot()


# ── the project ──


def test_without_a_project_there_is_no_data_and_no_edit(qapp: QApplication) -> None:
    session = Session()
    assert (session.path, session.name, session.snapshot()) == (None, "", Snapshot())
    with pytest.raises(UserError) as refused:
        session.save_product(Product("a", 1), PAGE)
    assert refused.value.problems[0].code == "no_project"
    session.undo()
    session.redo()
    session.close()


def test_opening_touches_everything_and_forgets_the_steps(
    session: Session, heard: Heard, tmp_path: Path
) -> None:
    session.save_product(Product("a", 1), PAGE)
    first = session.path
    session.new(tmp_path / "b.rmx")
    assert heard.changed[-1] == (~Changed(0), None)
    assert session.name == "b"
    assert session.snapshot() == Snapshot()
    assert session.undo_code() is None
    assert first is not None
    session.open(first)
    assert [p.name for p in session.snapshot().products] == ["a"]


def test_a_project_that_is_refused_leaves_the_open_one_open(
    session: Session, heard: Heard, tmp_path: Path
) -> None:
    session.save_product(Product("a", 1), PAGE)
    heard.changed.clear()
    with pytest.raises(InputError):
        session.open(tmp_path / "missing.rmx")
    with pytest.raises(InputError) as refused:
        session.new(tmp_path / "春季.rmx")
    assert refused.value.problems[0].code == "project_exists"
    assert heard.changed == []
    assert [p.name for p in session.snapshot().products] == ["a"]
    assert session.undo_code() is not None


def test_closing_leaves_nothing(session: Session, heard: Heard) -> None:
    session.save_product(Product("a", 1), PAGE)
    session.close()
    assert (session.path, session.snapshot(), session.undo_code()) == (None, Snapshot(), None)
    assert heard.changed[-1] == (~Changed(0), None)


def test_a_copy_is_saved_beside_and_settings_stay_with_the_project(session: Session, tmp_path: Path) -> None:
    session.put_setting("language", "zh_CN")
    session.copy_to(tmp_path / "copy.rmx")
    assert session.name == "春季"
    session.open(tmp_path / "copy.rmx")
    assert session.setting("language") == "zh_CN"


# ── edits ──

Edit = Callable[[Session], object]
EDITS: dict[str, Edit] = {
    "add_product": lambda s: s.save_product(Product("b", 1), PAGE),
    "edit_product": lambda s: s.save_product(Product("a!", 1, id=1), PAGE),
    "import_products": lambda s: s.save_products([Product("b", 1), Product("c", 1)], PAGE),
    "delete_products": lambda s: s.delete_products([1], PAGE),
    "add_influencer": lambda s: s.save_influencer(Influencer("2", "李"), PAGE),
    "edit_influencer": lambda s: s.save_influencer(replace(HOST, offers=()), PAGE),
    "import_influencers": lambda s: s.save_influencers(
        [HOST, Influencer("2", "李"), Influencer("3", "张")], PAGE
    ),
    "delete_influencers": lambda s: s.delete_influencers(["1", "9"], PAGE),
    "edit_request": lambda s: s.save_request(Request(5000.0), PAGE),
    "set_override": lambda s: s.set_overrides({"k": 2.0}, PAGE),
}
TOLD: dict[str, tuple[Changed, dict[str, object]]] = {
    "add_product": (Changed.PRODUCTS, {"name": "b", "n": 1}),
    "edit_product": (Changed.PRODUCTS, {"name": "a!", "n": 1, "field": "name"}),
    "import_products": (Changed.PRODUCTS, {"name": "b", "n": 2}),
    "delete_products": (Changed.PRODUCTS, {"name": "a", "n": 1}),
    "add_influencer": (Changed.INFLUENCERS, {"name": "李", "n": 1}),
    "edit_influencer": (Changed.INFLUENCERS, {"name": "王小明", "n": 1, "field": "offers"}),
    "import_influencers": (Changed.INFLUENCERS, {"name": "李", "n": 2}),
    "delete_influencers": (Changed.INFLUENCERS, {"name": "王小明", "n": 1}),
    "edit_request": (Changed.REQUEST, {"field": "budget"}),
    "set_override": (Changed.POLICY, {"n": 0}),
}


@pytest.mark.parametrize("code", EDITS)
def test_an_edit_is_on_the_disk_is_announced_and_can_be_undone_and_redone(
    session: Session, code: str
) -> None:
    what, values = TOLD[code]
    session.save_product(Product("a", 1), PAGE)
    session.save_influencer(HOST, PAGE)
    before = session.snapshot()
    heard = Heard(session)
    EDITS[code](session)
    after = session.snapshot()
    assert after != before
    assert after == on_disk(session)
    assert session.undo_code() == (code, values)
    session.undo()
    assert session.snapshot() == on_disk(session) == before
    assert session.redo_code() == (code, values)
    session.redo()
    assert session.snapshot() == on_disk(session) == after
    assert heard.changed == [(what, PAGE), (what, None), (what, None)]
    assert heard.undo == 3


def test_a_saved_product_has_its_id(session: Session) -> None:
    saved = session.save_product(Product("a", 1), PAGE)
    assert saved.id > 0
    assert session.save_product(saved, PAGE) == saved
    assert session.save_products([saved, Product("b", 1)], PAGE)[0].name == "b"


def test_an_edit_that_changes_nothing_is_no_step_and_no_news(session: Session, heard: Heard) -> None:
    session.save_influencer(HOST, PAGE)
    heard.changed.clear()
    session.save_influencers([Influencer("1", "old"), HOST], PAGE)
    session.save_request(Request(), PAGE)
    session.set_overrides({"k": None}, PAGE)
    session.delete_products([7], PAGE)
    assert heard.changed == []
    session.undo()
    assert session.snapshot() == Snapshot()
    assert session.undo_code() is None


def test_every_edit_of_the_same_field_is_a_step_of_its_own(session: Session) -> None:
    product = session.save_product(Product("a", 1), PAGE)
    for price in (2.0, 3.0):
        session.save_product(replace(product, price=price), PAGE)
    prices = []
    while session.undo_code():
        prices += [p.price for p in session.snapshot().products]
        session.undo()
    assert prices == [3.0, 2.0, 1.0]


def test_deleted_records_come_back_where_they_stood(session: Session) -> None:
    session.save_influencers([Influencer(x, x, offers=(Offer(x),)) for x in "abcd"], PAGE)
    session.save_products([Product(x, 1) for x in "abcd"], PAGE)
    before = session.snapshot()
    session.delete_influencers("ca", PAGE)
    session.delete_products([1, 3], PAGE)
    assert session.snapshot() == on_disk(session)
    session.undo()
    session.undo()
    assert session.snapshot() == on_disk(session) == before


def test_a_snapshot_is_the_same_object_until_the_next_change(session: Session) -> None:
    first = session.snapshot()
    assert session.snapshot() is first
    session.save_product(Product("a", 1), PAGE)
    second = session.snapshot()
    assert second is not first
    assert second.influencers is first.influencers


def test_a_listener_may_edit_in_turn(session: Session) -> None:
    def answer(what: Changed, by: object) -> None:
        if what is Changed.PRODUCTS and by is PAGE:
            session.save_request(Request(products=(session.snapshot().products[0].id,)), None)

    session.changed.connect(answer)
    session.save_product(Product("a", 1), PAGE)
    assert session.snapshot().request.products == (1,)
    session.undo()
    session.undo()
    assert session.snapshot() == Snapshot()


@pytest.mark.parametrize("fault", ["read only", "busy"])
@pytest.mark.parametrize("deed", [*EDITS, "undo", "redo"])
def test_a_write_that_fails_leaves_memory_disk_and_steps_as_they_were(
    session: Session, deed: str, fault: str
) -> None:
    session.save_product(Product("a", 1), PAGE)
    session.save_influencer(HOST, PAGE)
    session.set_overrides({"z": 1.0}, PAGE)
    session.save_influencers([Influencer(str(n), "x" * 190) for n in range(9)], PAGE)
    session.undo()
    state = (session.snapshot(), session.undo_code(), session.redo_code())
    heard = Heard(session)
    assert session.path is not None
    assert session._store is not None
    with closing(sqlite3.connect(session.path, isolation_level=None)) as other:
        if fault == "busy":
            session._store._db.execute("PRAGMA busy_timeout = 0")
            other.execute("BEGIN IMMEDIATE")
        else:
            session._store._db.execute("PRAGMA query_only = ON")
        attempt: Edit = EDITS[deed] if deed in EDITS else getattr(Session, deed)
        with pytest.raises(UserError):
            attempt(session)
    session._store._db.execute("PRAGMA query_only = OFF")
    assert (session.snapshot(), session.undo_code(), session.redo_code()) == state
    assert heard.changed == []
    assert on_disk(session) == state[0]
    attempt(session)
    assert on_disk(session) == session.snapshot() != state[0]


# ── many records at once ──

MANY = [
    Influencer(f"h{n}", f"达人{n}", followers=n, offers=(Offer("a", 10.0 * n), Offer("b")))
    for n in range(2000)
]


def test_many_records_are_written_beside_the_window_and_are_one_step(
    session: Session, heard: Heard, heartbeat: Callable[[], Any]
) -> None:
    session.save_influencers(MANY[:500], PAGE)
    session.delete_influencers([host.id for host in MANY[100:300]], PAGE)
    before = session.snapshot()
    changed = [replace(host, name=f"{host.name}!") for host in MANY]
    heard.changed.clear()
    with heartbeat() as beat:
        session.take_import([], changed, [Product(f"p{n}", 1) for n in range(200)], PAGE, ["达人.xlsx"])
        after = session.snapshot()
        session.undo()
        middle = session.snapshot()
        session.redo()
    assert middle == before
    assert session.snapshot() == on_disk(session) == after
    assert len(after.influencers) == 2000
    assert session.undo_code() == ("import_files", {"n": 1, "name": "达人.xlsx"})
    everything = Changed.INFLUENCERS | Changed.PRODUCTS
    assert heard.changed == [(everything, PAGE), (everything, None), (everything, None)]
    assert beat.longest < STALLED
    session.undo()
    session.undo()
    assert session.snapshot() == on_disk(session)
    assert session.snapshot().influencers == tuple(MANY[:500])


def test_while_many_are_written_nothing_else_is(session: Session, tmp_path: Path) -> None:
    refused: list[str] = []

    def meanwhile() -> None:
        path = session.path
        assert path is not None
        deeds: list[Callable[[], object]] = [
            lambda: session.save_product(Product("a", 1), PAGE),
            session.undo,
            session.close,
            lambda: session.open(path),
            lambda: session.new(tmp_path / "other.rmx"),
        ]
        for deed in deeds:
            with pytest.raises(UserError) as told:
                deed()
            refused.append(told.value.problems[0].code)

    session.save_product(Product("z", 1), PAGE)
    QTimer.singleShot(0, meanwhile)
    session.save_influencers(MANY, PAGE)
    assert refused == ["project_busy"] * 5
    assert session.snapshot() == on_disk(session)
    assert [p.name for p in session.snapshot().products] == ["z"]
    session.undo()
    assert session.snapshot().influencers == ()
    assert session.undo_code() == ("add_product", {"name": "z", "n": 1})


@pytest.mark.parametrize("deed", ["save", "undo"])
def test_many_records_that_cannot_be_written_leave_everything_as_it_was(session: Session, deed: str) -> None:
    session.save_influencers(MANY[:300], PAGE)
    deeds: dict[str, Callable[[], object]] = {
        "save": lambda: session.save_influencers(MANY, PAGE),
        "undo": session.undo,
    }
    state = (session.snapshot(), session.undo_code(), session.redo_code())
    heard = Heard(session)
    assert session.path is not None
    with closing(sqlite3.connect(session.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(UserError) as refused:
            deeds[deed]()
    assert refused.value.problems[0].code == "project_busy"
    assert (session.snapshot(), session.undo_code(), session.redo_code()) == state
    assert heard.changed == []
    assert on_disk(session) == state[0]
    deeds[deed]()
    assert on_disk(session) == session.snapshot() != state[0]


# ── imported lines ──


def batch(file: str, sheet: str = "", kind: BatchKind = BatchKind.ORDERS, digest: str = "") -> Batch:
    rows = [{"row": 2, "order_id": "6917000000000000001"}]
    table = schema(kind).empty_table().from_pylist(rows, schema=schema(kind))
    return Batch(kind, "douyin", "l", file, sheet, digest or f"digest of {file}", Facts(1), table)


def written(session: Session, *batches: Batch) -> list[int]:
    """As the worker of an import does: kept, not seen."""
    writer = session.writer()
    return [writer.write(one) for one in batches]


def seen(session: Session) -> list[str]:
    """The files in the project, checked against the disk and against what a worker loads."""
    assert session.path is not None
    with Store.open(session.path) as store:
        assert store.batch_heads() == session.batches()
    loaded = session.loader()()
    assert [one.file for one in loaded.batches] == [head.file for head in session.batches()]
    return [head.file for head in session.batches()]


def left_on_disk(path: Path) -> int:
    QThreadPool.globalInstance().waitForDone()
    with closing(sqlite3.connect(path)) as db:
        return int(db.execute("SELECT count(*) FROM batch_piece").fetchone()[0])


def test_a_whole_import_is_one_step(session: Session, heard: Heard) -> None:
    ids = written(session, batch("a.csv"), batch("b.csv"), batch("b.csv", "二", BatchKind.REFUNDS))
    assert session.batches() == ()
    hosts = [Influencer("1", "old"), HOST]
    assert session.take_import(ids, hosts, [Product("a", 1)], PAGE) == 3
    after = session.snapshot()
    assert (after.influencers, [p.name for p in after.products]) == ((HOST,), ["a"])
    assert seen(session) == ["a.csv", "b.csv", "b.csv"]
    assert session.undo_code() == ("import_files", {"n": 2, "name": "a.csv"})
    session.undo()
    assert (seen(session), session.snapshot(), on_disk(session)) == ([], Snapshot(), Snapshot())
    session.redo()
    assert (seen(session), session.snapshot()) == (["a.csv", "b.csv", "b.csv"], after)
    everything = Changed.ORDERS | Changed.INFLUENCERS | Changed.PRODUCTS
    assert heard.changed == [(everything, PAGE), (everything, None), (everything, None)]


def test_lines_alone_touch_only_the_orders(session: Session, heard: Heard) -> None:
    first = session.batches()
    assert session.batches() is first
    session.take_import(written(session, batch("a.csv")), by=PAGE)
    assert heard.changed == [(Changed.ORDERS, PAGE)]
    kept = session.batches()
    session.save_product(Product("a", 1), PAGE)
    assert session.batches() is kept


def test_an_import_of_lists_alone_is_told_by_the_names_of_the_files(session: Session) -> None:
    assert session.take_import([], [HOST], by=PAGE, names=["达人.xlsx", "达人.xlsx"]) == 0
    assert session.undo_code() == ("import_files", {"n": 1, "name": "达人.xlsx"})
    session.take_import([], [Influencer("2", "李")], by=PAGE)
    assert session.undo_code() == ("import_files", {"n": 1, "name": ""})


def test_importing_a_file_again_adds_nothing(session: Session, heard: Heard) -> None:
    session.take_import(written(session, batch("a.csv"), batch("a.csv")), by=PAGE)
    assert seen(session) == ["a.csv"]
    assert session.known_digests() == {"digest of a.csv": {("", BatchKind.ORDERS)}}
    heard.changed.clear()
    renamed = batch("a (1).csv", digest="digest of a.csv")
    assert session.take_import(written(session, renamed), by=PAGE) == 0
    assert heard.changed == []
    other = batch("a.csv", "二"), batch("a.csv", kind=BatchKind.REFUNDS)
    assert session.take_import(written(session, *other), by=PAGE) == 2
    assert session.known_digests() == {
        "digest of a.csv": {("", BatchKind.ORDERS), ("二", BatchKind.ORDERS), ("", BatchKind.REFUNDS)}
    }


def test_files_are_dropped_as_one_step_and_can_be_imported_again(session: Session, heard: Heard) -> None:
    ids = written(session, batch("a.csv"), batch("a.csv", "二"), batch("b.csv"))
    session.take_import(ids, by=PAGE)
    session.drop_batches([*ids[:2], 99], PAGE)
    assert seen(session) == ["b.csv"]
    assert session.undo_code() == ("drop_batches", {"n": 1, "name": "a.csv"})
    session.take_import(written(session, batch("a.csv")), by=PAGE)
    assert seen(session) == ["b.csv", "a.csv"]
    session.undo()
    session.undo()
    assert seen(session) == ["a.csv", "a.csv", "b.csv"]
    session.redo()
    session.redo()
    assert seen(session) == ["b.csv", "a.csv"]
    heard.changed.clear()
    session.drop_batches(ids[:2], PAGE)
    assert heard.changed == []


def test_an_import_that_was_thrown_away_is_refused_whole(session: Session, tmp_path: Path) -> None:
    ids = written(session, batch("a.csv"))
    state = (session.snapshot(), session.undo_code())
    session.new(tmp_path / "other.rmx")
    with pytest.raises(UserError) as refused:
        session.take_import(ids, [HOST], by=PAGE)
    assert refused.value.problems[0].code == "batch_gone"
    assert (session.snapshot(), session.undo_code(), seen(session)) == (*state, [])


def test_what_is_not_seen_goes_for_good_when_the_project_is_closed(session: Session) -> None:
    ids = written(session, batch("a.csv"), batch("b.csv"), batch("never taken.csv"))
    path = session.path
    assert path is not None
    session.take_import(ids[:2], by=PAGE)
    session.drop_batches(ids[:1], PAGE)
    assert left_on_disk(path) == 3
    session.close()
    assert left_on_disk(path) == 1
    session.open(path)
    assert seen(session) == ["b.csv"]


def test_what_an_import_left_behind_goes_when_the_project_is_opened(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "killed.rmx"
    with Store.open(path, create=True) as store:
        store.writer("2026-03-08").write(batch("a.csv"))
    assert left_on_disk(path) == 1
    session.open(path)
    assert left_on_disk(path) == 0


def test_a_project_that_cannot_be_swept_is_closed_all_the_same(session: Session) -> None:
    written(session, batch("a.csv"))
    path = session.path
    assert path is not None
    assert session._store is not None
    path.rename(path.with_name("moved.rmx"))
    session.close()
    assert left_on_disk(path.with_name("moved.rmx")) == 1
    session.open(path.with_name("moved.rmx"))
    assert session._store is not None
    session._store._db.execute("PRAGMA busy_timeout = 0")
    with closing(sqlite3.connect(path.with_name("moved.rmx"), isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        session.close()
    assert session.path is None


def test_without_a_project_there_are_no_lines(qapp: QApplication) -> None:
    session = Session()
    assert (session.batches(), session.known_digests(), session.mappings()) == ((), {}, {})
    assert session.loader()().batches == ()
    for attempt in (session.writer, session.buyer_key, lambda: session.take_import([1])):
        with pytest.raises(UserError) as refused:
            attempt()
        assert refused.value.problems[0].code == "no_project"


def test_the_buyer_key_is_made_once_for_each_project(session: Session, tmp_path: Path) -> None:
    key = session.buyer_key()
    assert len(key) == 32
    assert session.buyer_key() == key
    session.new(tmp_path / "other.rmx")
    assert session.buyer_key() != key


def test_how_a_header_was_understood_is_remembered(session: Session, heard: Heard) -> None:
    session.remember_mapping("one", "orders", {"paid": "金额"})
    session.remember_mapping("two", "refunds", {})
    session.remember_mapping("one", "orders", {"paid": "实付"})
    assert session.path is not None
    session.open(session.path)
    assert session.mappings() == {
        "one": {"kind": "orders", "columns": {"paid": "实付"}},
        "two": {"kind": "refunds", "columns": {}},
    }
    session.put_setting("mappings", {"bad": 1, "one": {"kind": "orders", "columns": {}}})
    assert list(session.mappings()) == ["one"]
    session.put_setting("mappings", [1])
    assert session.mappings() == {}
    assert session.undo_code() is None


@pytest.mark.parametrize("deed", ["take", "drop", "undo"])
def test_an_import_that_cannot_be_written_leaves_everything_as_it_was(session: Session, deed: str) -> None:
    taken = written(session, batch("a.csv"))
    session.take_import(taken, by=PAGE)
    ids = written(session, batch("b.csv"))
    deeds: dict[str, Callable[[], object]] = {
        "take": lambda: session.take_import(ids, [HOST], by=PAGE),
        "drop": lambda: session.drop_batches(taken, PAGE),
        "undo": session.undo,
    }
    state = (session.snapshot(), session.batches(), session.undo_code(), session.redo_code())
    heard = Heard(session)
    assert session._store is not None
    session._store._db.execute("PRAGMA query_only = ON")
    with pytest.raises(UserError):
        deeds[deed]()
    session._store._db.execute("PRAGMA query_only = OFF")
    assert (session.snapshot(), session.batches(), session.undo_code(), session.redo_code()) == state
    assert heard.changed == []
    assert seen(session) == ["a.csv"]
    deeds[deed]()
    assert len(heard.changed) == 1


# ── undo, whatever was done before ──

NAMES = st.sampled_from(["面霜", "精华", "口红"])
PRICES = st.integers(1, 50).map(float)
IDS = st.sampled_from("abcdef")
HOSTS = st.builds(
    Influencer, IDS, NAMES, offers=st.lists(st.builds(Offer, NAMES, PRICES), max_size=2).map(tuple)
)
NUMBERS = st.sets(st.integers(0, 6), max_size=3)


def _import(session: Session, files: list[str]) -> None:
    session.take_import(written(session, *map(batch, files)), [Influencer(f, f) for f in files], by=PAGE)


def _pick(session: Session, numbers: set[int]) -> list[int]:
    return [p.id for n, p in enumerate(session.snapshot().products) if n in numbers]


DEEDS: st.SearchStrategy[Edit] = st.one_of(
    st.builds(lambda name, price: lambda s: s.save_product(Product(name, price), PAGE), NAMES, PRICES),
    st.builds(
        lambda ns, price: lambda s: s.save_products([Product("改", price, id=i) for i in _pick(s, ns)], PAGE),
        NUMBERS, PRICES,
    ),
    st.builds(lambda ns: lambda s: s.delete_products(_pick(s, ns), PAGE), NUMBERS),
    st.builds(lambda hosts: lambda s: s.save_influencers(hosts, PAGE), st.lists(HOSTS, max_size=5)),
    st.builds(lambda host: lambda s: s.save_influencer(host, PAGE), HOSTS),
    st.builds(lambda ids: lambda s: s.delete_influencers(ids, PAGE), st.sets(IDS, max_size=4).map(sorted)),
    st.builds(lambda budget: lambda s: s.save_request(Request(budget), PAGE), PRICES),
    st.builds(lambda key, v: lambda s: s.set_overrides({key: v}, PAGE), IDS, st.none() | PRICES),
    st.builds(lambda files: lambda s: _import(s, files), st.lists(st.sampled_from("abcd"), max_size=2)),
    st.builds(
        lambda ns: lambda s: s.drop_batches([h.id for n, h in enumerate(s.batches()) if n in ns], PAGE), NUMBERS
    ),
    st.just(Session.undo),
    st.just(Session.undo),
    st.just(Session.redo),
)  # fmt: skip


def state_of(session: Session) -> tuple[object, ...]:
    return session.snapshot(), session.batches()


def state_on_disk(session: Session) -> tuple[object, ...]:
    assert session.path is not None
    with Store.open(session.path) as store:
        return store.snapshot(), store.batch_heads()


@pytest.mark.timeout(120)
@settings(max_examples=60, deadline=None)
@given(deeds=st.lists(DEEDS, max_size=25))
def test_undo_and_redo_walk_through_every_state_there_was(
    qapp: QApplication, tmp_path_factory: pytest.TempPathFactory, deeds: list[Edit]
) -> None:
    path = tmp_path_factory.mktemp("walk") / "a.rmx"
    with Store.open(path, create=True) as store:
        store.put_products([Product(str(n), 1.0) for n in range(5)])
        store.put_influencers([Influencer(x, x, offers=(Offer("1"), Offer("2"))) for x in "abcd"])
    session = Session()
    session.open(path)
    states, here = [state_of(session)], 0
    for deed in deeds:
        deed(session)
        if deed is Session.undo:
            here = max(here - 1, 0)
        elif deed is Session.redo:
            here = min(here + 1, len(states) - 1)
        elif state_of(session) != states[here]:
            here += 1
            states[here:] = [state_of(session)]
        assert state_of(session) == state_on_disk(session) == states[here]
    while session.undo_code():
        session.undo()
        here -= 1
        assert state_of(session) == state_on_disk(session) == states[here]
    assert here == 0
    while session.redo_code():
        session.redo()
        here += 1
        assert state_of(session) == state_on_disk(session) == states[here]
    assert here == len(states) - 1
    session.close()


def test_a_signal_carries_what_and_who(session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.changed, timeout=1000) as signal:
        session.save_product(Product("a", 1), PAGE)
    assert signal.args == [Changed.PRODUCTS, PAGE]
