"""Imported lines: kept as they are, seen all at once or not at all, and written without keeping the window."""

import datetime as dt
import shutil
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.batches import Batch, BatchKind, Buyers, Facts, schema
from model.errors import Cancelled, InputError
from model.records import Product
from model.store import BatchHead, Change, Part, Shown, Store, apply
from model.store.heads import dump_facts, files, load_facts
from model.store.packing import pack, seal_of, unpack
from model.store.turns import Turns, Worker

DATA = Path(__file__).parents[1] / "data"
WHEN = "2026-03-08T09:30:00+08:00"
KEY = bytes(range(32))
FACTS = Facts(
    lines=3, set_aside=1, repeated=1, first_day=dt.date(2026, 3, 1), last_day=dt.date(2026, 3, 2),
    states=MappingProxyType({"paid": 2, "closed": 1}), refunded_lines=1, paid_fen=19_980, refunded_fen=9_990,
    hosts=1, products=2, buyers=Buyers.KNOWN, customers=2, total_off_fen=0,
)  # fmt: skip


def moment(*parts: int) -> dt.datetime:
    return dt.datetime(*parts)  # type: ignore[arg-type]  # noqa: DTZ001 - times of exports have no zone


def orders(*rows: dict[str, Any]) -> pa.Table:
    return pa.Table.from_pylist(list(rows), schema=schema(BatchKind.ORDERS))


LINES = orders(
    {"row": 2, "order_id": "6917000000000000001", "sub_id": "6917000000000000002", "state": "paid",
     "paid_at": moment(2026, 3, 1, 20, 15), "product": "玻尿酸面霜 50ml", "quantity": 1, "paid_fen": 9_990,
     "refunded_fen": 9_990, "buyer": 2**64 - 1, "host_id": "7123456789012345678", "host": "王小明"},
    {"row": 3, "order_id": "6917000000000000003", "state": "paid", "product": "手机壳", "paid_fen": 9_990,
     "refunded_fen": 0, "buyer": 7, "shipped": True},
    {"row": 5, "order_id": "6917000000000000004", "state": "closed", "product": "手机壳", "paid_fen": 0},
)  # fmt: skip
REFUNDS = pa.Table.from_pylist(
    [{"row": 2, "order_id": "6917000000000000001", "refund_fen": 9_990, "done": True}],
    schema=schema(BatchKind.REFUNDS),
)
BATCHES = (
    Batch(BatchKind.ORDERS, "douyin", "douyin_orders", "三月订单.csv", "", "ab" * 32, FACTS, LINES),
    Batch(BatchKind.REFUNDS, "douyin", "douyin_refunds", "售后.xlsx", "售后单", "cd" * 32, Facts(1), REFUNDS),
)
"""What the batches of tests/data/schema_2.rmx were made of, on the day the second schema was released."""


def long_batch(lines: int = 3000, file: str = "long.csv") -> Batch:
    """A batch that packs badly, so that it needs several pieces."""
    table = orders(*({"row": n, "order_id": f"{n * 2**40 ^ n**5 % 2**40}"} for n in range(lines)))
    return Batch(BatchKind.ORDERS, "douyin", "l", file, "", f"digest of {file}", Facts(lines), table)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "春季.rmx"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with Store.open(path, create=True) as opened:
        yield opened


def in_small_pieces(store: Store) -> Any:
    writer = store.writer(WHEN)
    writer._piece = 1 << 10
    return writer


def put(store: Store, *batches: Batch) -> list[int]:
    """Keep batches and show them."""
    ids = [store.writer(WHEN).write(batch) for batch in batches]
    store.show_batches(ids)
    return ids


def same(one: Batch, other: Batch) -> bool:
    told = ("kind", "platform", "layout", "file", "sheet", "digest", "facts")
    return one.table.equals(other.table) and all(getattr(one, n) == getattr(other, n) for n in told)


def count(path: Path, table: str) -> int:
    with closing(sqlite3.connect(path)) as db:
        return int(db.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def code(refused: pytest.ExceptionInfo[InputError]) -> str:
    return refused.value.problems[0].code


# ── packing ──

INTS = {"int32": (-(2**31), 2**31 - 1), "int64": (-(2**63), 2**63 - 1), "uint64": (0, 2**64 - 1)}


def cells(kept: pa.DataType) -> st.SearchStrategy[Any]:
    if pa.types.is_timestamp(kept):
        return st.datetimes(moment(1900, 1, 1)).map(lambda t: t.replace(microsecond=0, fold=0))
    if pa.types.is_boolean(kept):
        return st.booleans()
    if pa.types.is_floating(kept):
        return st.floats(allow_nan=False)
    if str(kept) in INTS:
        return st.integers(*INTS[str(kept)])
    return st.text(max_size=8)


def tables(kind: BatchKind) -> st.SearchStrategy[tuple[BatchKind, pa.Table]]:
    row = st.fixed_dictionaries({}, optional={f.name: st.none() | cells(f.type) for f in schema(kind)})
    rows = st.lists(row, max_size=5)
    return rows.map(lambda found: (kind, pa.Table.from_pylist(found, schema=schema(kind))))


@settings(deadline=None)
@given(st.sampled_from(BatchKind).flatmap(tables))
def test_a_table_of_any_kind_comes_back_as_it_was(kept: tuple[BatchKind, pa.Table]) -> None:
    kind, table = kept
    back = unpack(kind, pack(kind, table).to_pybytes())
    assert back.equals(table)
    assert back.schema.equals(schema(kind))


def test_parts_with_words_of_their_own_become_one() -> None:
    table = pa.concat_tables([orders({"row": 1, "host": "王"}), orders({"row": 2, "host": "李"})])
    back = unpack(BatchKind.ORDERS, pack(BatchKind.ORDERS, table).to_pybytes())
    assert back["host"].num_chunks == 1
    assert back["host"].to_pylist() == ["王", "李"]


def test_a_table_of_other_columns_is_not_packed() -> None:
    with pytest.raises(ValueError, match="not the columns of orders"):
        pack(BatchKind.ORDERS, REFUNDS)


def test_what_a_later_version_knows_more_is_unknown_in_older_lines() -> None:
    older = LINES.drop_columns(["fee_fen", "host"]).append_column("gone", pa.nulls(3))
    older = older.set_column(0, "row", older["row"].cast(pa.int64()))
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, older.schema) as stream:
        stream.write_table(older)
    back = unpack(BatchKind.ORDERS, sink.getvalue().to_pybytes())
    assert back.schema.equals(schema(BatchKind.ORDERS))
    assert back["host"].null_count == 3
    assert back["row"].to_pylist() == [2, 3, 5]


@pytest.mark.parametrize("blob", [b"", b"no arrow" * 50, pack(BatchKind.ORDERS, LINES).to_pybytes()[:-900]])
def test_bytes_that_are_no_table_are_refused(blob: bytes) -> None:
    with pytest.raises(ValueError, match="no lines of orders"):
        unpack(BatchKind.ORDERS, blob)


# ── facts ──

DAYS = st.none() | st.dates()
COUNTS = st.integers(0, 2**40)
SOME_FACTS = st.builds(
    Facts, COUNTS, COUNTS, COUNTS, DAYS, DAYS, st.dictionaries(st.text(max_size=5), COUNTS, max_size=3), COUNTS,
    COUNTS, COUNTS, COUNTS, COUNTS, st.sampled_from(Buyers), COUNTS, st.text(max_size=3), st.none() | st.integers(),
)  # fmt: skip


@given(SOME_FACTS)
def test_facts_come_back_as_they_were(facts: Facts) -> None:
    assert load_facts(dump_facts(facts)) == facts


def test_facts_of_another_version_are_read_as_far_as_they_are_known() -> None:
    assert load_facts('{"lines": 4, "not yet known": [1]}') == Facts(4)


# ── kept, seen, hidden ──


def test_a_batch_is_not_seen_until_it_is_shown_and_then_comes_back_as_it_was(store: Store) -> None:
    ids = [store.writer(WHEN).write(batch) for batch in BATCHES]
    assert store.batch_heads() == ()
    assert store.loader()().batches == ()
    assert [head.id for head in store.batch_heads(ids)] == ids
    store.show_batches(ids)
    assert all(same(store.batch(id_), batch) for id_, batch in zip(ids, BATCHES, strict=True))
    loaded = store.loader()()
    assert loaded.problems == ()
    assert all(map(same, loaded.batches, BATCHES))
    head = store.batch_heads()[0]
    assert head == BatchHead(
        ids[0],
        BatchKind.ORDERS,
        "douyin",
        "douyin_orders",
        "三月订单.csv",
        "",
        "ab" * 32,
        FACTS,
        WHEN,
        head.size,
    )
    assert 0 < head.size < 10_000
    assert store.live_batches() == frozenset(ids)


def test_batches_are_told_in_the_order_of_import_also_after_they_come_back(store: Store) -> None:
    ids = put(store, *BATCHES, long_batch(10))
    store.hide_batches(ids[:2])
    assert [head.file for head in store.batch_heads()] == ["long.csv"]
    store.show_batches(reversed(ids[:2]))
    assert [head.id for head in store.batch_heads()] == ids
    assert files(store.batch_heads()) == ("三月订单.csv", "售后.xlsx", "long.csv")


def test_many_pieces_are_one_batch(store: Store, path: Path) -> None:
    batch = long_batch()
    writer = in_small_pieces(store)
    told: list[float] = []
    id_ = writer.write(batch, progress=lambda code, share: told.append(share))
    assert writer.written == (id_,)
    assert count(path, "batch_piece") == len(told) > 10
    assert told == sorted(told)
    assert told[-1] == 1.0
    store.show_batches([id_])
    assert same(store.loader()().batches[0], batch)


def test_a_batch_that_is_not_there_or_not_whole_is_never_shown(store: Store) -> None:
    id_ = in_small_pieces(store).write(long_batch())
    whole = store.writer(WHEN).write(BATCHES[0])
    store._db.execute("DELETE FROM batch_piece WHERE batch = ? AND place = 3", (id_,))
    for wanted in ([whole, id_], [whole, 99]):
        with pytest.raises(InputError) as refused:
            store.show_batches(wanted)
        assert code(refused) == "batch_gone"
        assert store.live_batches() == frozenset()
    with pytest.raises(InputError) as refused:
        store.batch(99)
    assert code(refused) == "batch_gone"


def test_a_change_shows_and_hides_and_is_taken_back_with_its_records(store: Store) -> None:
    old, new = put(store, BATCHES[0])[0], store.writer(WHEN).write(BATCHES[1])
    change = Change(Part((Product("a", 1),)), batches=Shown((new, new), (old,)))
    done, back = apply(store, change)
    assert (done.batches, back.batches) == (Shown((new,), (old,)), Shown((old,), (new,)))
    assert store.live_batches() == {new}
    apply(store, back)
    assert store.live_batches() == {old}
    assert store.products() == ()
    apply(store, done)
    assert store.live_batches() == {new}
    assert not any(apply(store, Change(batches=Shown((new,), (old, 99)))))


def test_a_change_with_a_batch_that_is_gone_changes_nothing(store: Store) -> None:
    with pytest.raises(InputError):
        apply(store, Change(Part((Product("a", 1),)), batches=Shown((99,))))
    assert store.products() == ()


# ── thrown away ──


def test_purging_throws_away_what_is_not_seen_and_its_room_is_used_again(store: Store, path: Path) -> None:
    kept = put(store, BATCHES[0])
    for _ in range(5):
        in_small_pieces(store).write(long_batch())
    size = path.stat().st_size
    purger = store.purger()
    assert purger is not None
    purger()
    assert store.purger() is None
    store.purge()
    assert [head.id for head in store.batch_heads()] == kept
    assert (count(path, "batch"), count(path, "batch_piece")) == (1, 1)
    for _ in range(5):
        in_small_pieces(store).write(long_batch())
    assert path.stat().st_size == size
    store.purge()
    assert store.writer(WHEN).write(BATCHES[0]) == 12


def test_a_purge_spares_what_is_shown_after_it_was_planned(store: Store) -> None:
    id_ = in_small_pieces(store).write(long_batch())
    purger = store.purger()
    assert purger is not None
    store.show_batches([id_])
    purger()
    assert same(store.batch(id_), long_batch())


def test_a_purge_may_go_on_when_the_store_is_closed(path: Path) -> None:
    with Store.open(path, create=True) as store:
        store.writer(WHEN).write(BATCHES[0])
        purger, loader = store.purger(), store.loader()
    assert purger is not None
    purger()
    assert loader().batches == ()
    assert count(path, "batch") == 0


def test_a_cancelled_import_leaves_nothing(store: Store, path: Path) -> None:
    asked = iter([False] * 9)
    writer = in_small_pieces(store)
    writer.write(BATCHES[1])
    before = (count(path, "batch"), count(path, "batch_piece"))
    with pytest.raises(Cancelled):
        writer.write(long_batch(), cancelled=lambda: next(asked, True))
    assert next(asked, None) is None
    assert (count(path, "batch"), count(path, "batch_piece")) == before
    with pytest.raises(Cancelled):
        writer.write(BATCHES[0], cancelled=lambda: True)
    writer.discard()
    assert writer.written == ()
    assert (count(path, "batch"), count(path, "batch_piece")) == (0, 0)


def test_discarding_spares_what_was_shown(store: Store) -> None:
    writer = store.writer(WHEN)
    ids = [writer.write(batch) for batch in BATCHES]
    store.show_batches(ids[:1])
    writer.discard()
    assert [head.id for head in store.batch_heads(ids)] == ids[:1]


def test_an_import_whose_batch_is_thrown_away_under_it_says_so(store: Store, path: Path) -> None:
    def purge(code: str, share: float) -> None:
        store.purge()

    with pytest.raises(InputError) as refused:
        in_small_pieces(store).write(long_batch(), progress=purge)
    assert code(refused) == "batch_gone"
    assert (count(path, "batch"), count(path, "batch_piece")) == (0, 0)


def test_a_full_disk_leaves_no_part_of_a_batch(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from model.store import schema as opening

    usual = opening.again

    def small(path: Path, wait: float) -> sqlite3.Connection:
        db = usual(path, wait)
        db.execute(f"PRAGMA max_page_count = {path.stat().st_size // 4096 + 5}")
        return db

    monkeypatch.setattr(opening, "again", small)
    with pytest.raises(InputError) as refused:
        in_small_pieces(store).write(long_batch())
    assert code(refused) == "disk_full"
    assert (count(path, "batch"), count(path, "batch_piece")) == (0, 0)


def test_a_project_that_was_moved_away_is_missing(store: Store, path: Path) -> None:
    writer, loader = store.writer(WHEN), store.loader()
    path.rename(path.with_name("b.rmx"))
    for attempt in (lambda: writer.write(BATCHES[0]), loader):
        with pytest.raises(InputError) as refused:
            attempt()
        assert code(refused) == "project_missing"
    assert not path.exists()


# ── damage ──


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE batch_piece SET bytes = zeroblob(length(bytes)) WHERE batch = 2",
        "UPDATE batch_piece SET bytes = substr(bytes, 2) WHERE batch = 2",
        "DELETE FROM batch_piece WHERE batch = 2",
        "UPDATE batch SET pieces = 3 - 2, seal = zeroblob(32) WHERE id = 2",
        "UPDATE batch SET kind = 'refunds', seal = x'00' WHERE id = 2",
    ],
)
def test_a_damaged_batch_is_named_and_the_others_still_load(store: Store, damage: str) -> None:
    ids = put(store, BATCHES[0], long_batch(), BATCHES[1])
    assert ids == [1, 2, 3]
    store._db.execute(damage)
    loaded = store.loader()()
    assert all(map(same, loaded.batches, BATCHES))
    [problem] = loaded.problems
    assert (problem.code, problem.file, problem.values) == ("batch_damaged", "long.csv", {"sheet": ""})
    with pytest.raises(InputError) as refused:
        store.batch(2)
    assert refused.value.problems == loaded.problems


def test_lines_under_the_right_seal_that_are_of_another_kind_are_damage(store: Store) -> None:
    [id_] = put(store, BATCHES[0])
    blob = b"any bytes"
    store._db.execute("UPDATE batch_piece SET bytes = ?", (blob,))
    store._db.execute("UPDATE batch SET seal = ?", (seal_of(blob),))
    with pytest.raises(InputError) as refused:
        store.batch(id_)
    assert code(refused) == "batch_damaged"


@pytest.mark.parametrize("damage", ["facts = '[]'", "facts = 'no json'", "kind = 'poems'", "facts = '{}'"])
def test_a_head_that_cannot_be_read_is_damage_of_the_project(store: Store, damage: str) -> None:
    put(store, BATCHES[0])
    store._db.execute(f"UPDATE batch SET {damage}")
    for attempt in (store.batch_heads, store.loader()):
        with pytest.raises(InputError) as refused:
            attempt()
        assert code(refused) == "project_damaged"


def test_a_flipped_byte_in_the_file_damages_one_batch_and_no_more(store: Store, path: Path) -> None:
    put(store, BATCHES[0], long_batch(), BATCHES[1])
    store.close()
    with closing(sqlite3.connect(path)) as db:
        [kept] = db.execute("SELECT bytes FROM batch_piece WHERE batch = 2").fetchone()
    content = path.read_bytes()
    place = content.index(kept[2000:2500]) + 100
    path.write_bytes(content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :])
    with Store.open(path) as again:
        loaded = again.loader()()
    assert all(map(same, loaded.batches, BATCHES))
    assert [(problem.code, problem.file) for problem in loaded.problems] == [("batch_damaged", "long.csv")]


def test_a_project_that_goes_away_while_it_is_read_is_not_called_damaged(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    from model.store import shelf

    def gone(*_: object) -> bytes:
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorcode = sqlite3.SQLITE_IOERR_READ
        raise error

    put(store, *BATCHES)
    monkeypatch.setattr(shelf, "piece", gone)
    with pytest.raises(InputError) as refused:
        store.loader()()
    assert code(refused) == "project_unreachable"


def test_a_batch_that_is_dropped_while_it_is_read_is_no_damage(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    from model.store import shelf

    ids = put(store, *BATCHES)
    usual = shelf.seal_of

    def drop(blob: bytes) -> bytes:
        store.hide_batches(ids[:1])
        return b"" if not seen.append(1) and len(seen) == 1 else usual(blob)  # type: ignore[func-returns-value]

    seen: list[int] = []
    monkeypatch.setattr(shelf, "seal_of", drop)
    loaded = store.loader()()
    assert [batch.file for batch in loaded.batches] == ["售后.xlsx"]
    assert loaded.problems == ()


# ── the window goes first ──


def test_the_window_waits_for_one_write_of_a_worker_and_no_more() -> None:
    turns = Turns()
    order: list[str] = []
    inside, go = threading.Event(), threading.Event()

    def work() -> None:
        for n in range(3):
            with turns.worker():
                order.append(f"worker {n}")
                inside.set()
                go.wait(10)

    worker = threading.Thread(target=work)
    worker.start()
    inside.wait(10)
    asking = threading.Thread(target=lambda: order.append("asking") or go.set())  # type: ignore[func-returns-value]

    class Held:
        """The lock behind the door: tells when the window stands before it."""

        def __init__(self) -> None:
            self.lock = turns._held

        def acquire(self) -> None:
            if threading.current_thread() is threading.main_thread():
                asking.start()
            self.lock.acquire()

        def release(self) -> None:
            self.lock.release()

    turns._held = Held()  # type: ignore[assignment]
    with turns.window():
        order.append("window")
    worker.join(10)
    asking.join(10)
    assert order == ["worker 0", "asking", "window", "worker 1", "worker 2"]


def test_a_worker_waits_while_another_program_writes(path: Path, store: Store) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        asked = iter([False, False, False])

        def cancelled() -> bool:
            if next(asked, None) is None and other.in_transaction:
                other.execute("ROLLBACK")
            return False

        assert store.writer(WHEN).write(BATCHES[0], cancelled=cancelled) == 1


def test_a_worker_that_waits_can_be_cancelled_and_gives_up_in_the_end(
    path: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("model.store.turns._TRIES", 2)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        asked = iter([False, False])
        with Worker(path, Turns(), lambda: next(asked, True)) as worker, pytest.raises(Cancelled):
            worker.write(lambda: None)
        with Worker(path, Turns()) as worker, pytest.raises(InputError) as refused:
            worker.write(lambda: None)
        assert code(refused) == "project_busy"
        other.execute("ROLLBACK")


def test_the_window_works_on_while_a_worker_writes_and_another_reads(path: Path, store: Store) -> None:
    put(store, long_batch(30_000))
    batches = [long_batch(30_000, f"{n}.csv") for n in range(6)]
    faults: list[BaseException] = []
    loads: list[int] = []

    def work() -> None:
        writer = store.writer(WHEN)
        writer._piece = 1 << 12
        try:
            for batch in batches:
                writer.write(batch)
        except Exception as error:  # noqa: BLE001 - told to the thread that waits
            faults.append(error)

    def read() -> None:
        try:
            while worker.is_alive():
                loads.append(len(store.loader()().batches))
        except Exception as error:  # noqa: BLE001 - told to the thread that waits
            faults.append(error)

    worker = threading.Thread(target=work)
    reader = threading.Thread(target=read)
    worker.start()
    reader.start()
    edits = 0
    while worker.is_alive():
        store.put_override("x", float(edits))
        assert store.overrides() == {"x": float(edits)}
        edits += 1
    worker.join()
    reader.join()
    assert faults == []
    assert edits > 20
    assert loads
    assert set(loads) == {1}
    store.show_batches(head.id for head in store.batch_heads(range(2, 8)))
    assert [batch.file for batch in store.loader()().batches] == ["long.csv", *(b.file for b in batches)]


# ── the key, old projects ──


def test_the_first_key_is_kept(path: Path) -> None:
    with Store.open(path, create=True) as store:
        assert store.buyer_key(KEY) == KEY
    with Store.open(path) as store:
        assert store.buyer_key(bytes(32)) == KEY
        with pytest.raises(ValueError, match="3 bytes"):
            store.buyer_key(b"abc")
        store.put_setting("buyer_key", "no hex")
        with pytest.raises(InputError) as refused:
            store.buyer_key(KEY)
        assert code(refused) == "project_damaged"


def test_a_project_of_the_first_schema_takes_batches(tmp_path: Path) -> None:
    path = Path(shutil.copy(DATA / "schema_1.rmx", tmp_path))
    with Store.open(path) as store:
        assert store.batch_heads() == ()
        put(store, *BATCHES)
    with Store.open(path) as store:
        assert all(map(same, store.loader()().batches, BATCHES))
    assert (tmp_path / "schema_1.rmx.bak-v1").stat().st_size == (DATA / "schema_1.rmx").stat().st_size


def test_a_project_of_the_second_schema_opens_with_all_its_lines(tmp_path: Path) -> None:
    path = Path(shutil.copy(DATA / "schema_2.rmx", tmp_path))
    with Store.open(path) as store:
        loaded = store.loader()()
        assert all(map(same, loaded.batches, BATCHES))
        assert [head.imported for head in store.batch_heads()] == [WHEN, WHEN]
        assert store.buyer_key(bytes(32)) == KEY


def test_a_copy_of_a_project_has_the_lines_too(store: Store, tmp_path: Path) -> None:
    put(store, *BATCHES)
    store.copy_to(tmp_path / "copy.rmx")
    with Store.open(tmp_path / "copy.rmx") as copy:
        assert all(map(same, copy.loader()().batches, BATCHES))
