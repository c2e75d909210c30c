"""Forgetting is for good: neither words nor numbers of what was forgotten are left in any byte of any file."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from keeping import ADDRESS, ALIAS, BUYER, HOST, KEPT, KEY, NAME, NOW, batch, never, quiet, shop

from model.batches import BatchKind
from model.records import Influencer
from model.store import Store, Traces
from model.store.backups import back_up, is_whole, listed
from model.store.forget import (
    clean_backup,
    host_traces,
    order_traces,
    without_host,
    without_orders,
)
from model.store.traces import Who, lines_without, note_without
from model.store.turns import Turns


def forget_host(project: Path, text: str) -> None:
    with Store.open(project) as store:
        store.give_way(store.worker(without_host, text)(quiet, never))


def forget_orders(project: Path) -> None:
    with Store.open(project) as store:
        store.give_way(store.worker(without_orders)(quiet, never))


def backed_up(project: Path, folder: Path) -> None:
    folder.mkdir()
    assert back_up(project, Turns(), folder, NOW, "opened", quiet, never) is not None


def everything(folder: Path) -> bytes:
    """Every byte of every file there is, and every batch of every project unpacked, as it would be read."""
    raw = b""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            raw += path.read_bytes()
    for path in folder.rglob("*.rmx"):
        with Store.open(path) as store:
            for head in store.batch_heads():
                table = store.batch(head.id).table
                sink = pa.BufferOutputStream()
                with pa.ipc.new_stream(sink, table.schema) as writer:
                    writer.write_table(table)
                raw += sink.getvalue().to_pybytes()
        with closing(sqlite3.connect(path)) as db:
            assert db.execute("PRAGMA freelist_count").fetchone() == (0,)
            assert db.execute("SELECT count(*) FROM batch WHERE live = 0").fetchone() == (0,)
    return raw


def of(number: int) -> bytes:
    return number.to_bytes(8, "little")


WORDS = [word.encode() for word in (HOST, NAME, ALIAS)]
HASHES = [of(BUYER), of(ADDRESS), KEY.hex().encode(), KEY]


@pytest.mark.parametrize("text", [HOST, NAME])
def test_of_a_host_forgotten_by_id_or_name_no_byte_is_left(tmp_path: Path, text: str) -> None:
    project = shop(tmp_path / "shop.rmx")
    backed_up(project, tmp_path / "b")
    before = everything_before(tmp_path)
    assert all(word in before for word in (*WORDS, *HASHES))
    forget_host(project, text)
    for one in listed(tmp_path / "b", project):
        assert clean_backup(one.path, text)
    left = everything(tmp_path)
    assert [word for word in WORDS if word in left] == []
    assert all(word in left for word in (KEPT.encode(), of(BUYER), KEY.hex().encode()))


def everything_before(folder: Path) -> bytes:
    """As everything, of projects that were not cleaned as yet."""
    raw = b"".join(path.read_bytes() for path in folder.rglob("*.rmx"))
    for path in folder.rglob("*.rmx"):
        with Store.open(path) as store:
            for head in store.batch_heads():
                for column in store.batch(head.id).table.columns:
                    raw += "".join(map(str, column.to_pylist())).encode()
                    if pa.types.is_uint64(column.type):
                        raw += b"".join(of(value) for value in column.to_pylist() if value)
    return raw + KEY


def test_without_its_backups_the_project_alone_is_clean(tmp_path: Path) -> None:
    project = shop(tmp_path / "shop.rmx")
    forget_host(project, HOST)
    assert [word for word in WORDS if word in everything(tmp_path)] == []


def test_everything_about_other_hosts_stays_as_it_was(tmp_path: Path) -> None:
    project = shop(tmp_path / "shop.rmx")
    with Store.open(project) as store:
        other, products = store.get_influencer(KEPT), store.products()
    forget_host(project, HOST)
    with Store.open(project) as store:
        assert store.influencers() == (other,)
        assert store.products() == products
        assert [one.id for one in store.results()] == [KEPT]
        request = store.request()
        assert (request.locks, request.bans, request.limits.booked) == (frozenset(), {KEPT}, ())
        assert store.setting("accounts") == []
        assert store.setting("kept_plans") == [
            {"name": "找…试试", "wanted": [[KEPT, "a", 1, "咖啡豆"]], "foreseen": []}
        ]
        assert store.setting("launch") == {
            "hands": [{"name": "老板", "host": "", "hours": 4.0}],
            "fixed": {},
            "free": {KEPT: []},
        }
        assert store.setting("mappings")
        kinds = {head.kind: store.batch(head.id).table.to_pylist() for head in store.batch_heads()}
        files = [head.file for head in store.batch_heads()]
    assert set(kinds) == {BatchKind.ORDERS, BatchKind.SESSIONS}
    assert [(row["order_id"], row["host_id"], row["host"], row["buyer"]) for row in kinds[BatchKind.ORDERS]] == [
        ("5001", None, None, BUYER), ("5002", KEPT, "别的人", BUYER), ("5003", None, None, None), ("5004", None, None, None),
    ]  # fmt: skip
    assert [(row["host_id"], row["views"]) for row in kinds[BatchKind.SESSIONS]] == [(KEPT, 6)]
    assert files == ["…订单.xlsx", "sessions.xlsx"]


def test_it_is_told_before_what_will_go(tmp_path: Path) -> None:
    project = shop(tmp_path / "shop.rmx")
    told = host_traces(project, Turns(), NAME, quiet, never)
    assert told == Traces(hosts=1, offers=1, results=2, figures=2, lines=3, notes=4)
    assert order_traces(project, Turns(), quiet, never) == Traces(lines=6, files=2, buyers=2)
    forget_host(project, HOST)
    assert not host_traces(project, Turns(), NAME, quiet, never)
    forget_orders(project)
    assert not order_traces(project, Turns(), quiet, never)


def test_of_orders_buyers_and_their_key_no_byte_is_left_and_hosts_stay(tmp_path: Path) -> None:
    project = shop(tmp_path / "shop.rmx")
    backed_up(project, tmp_path / "b")
    with Store.open(project) as store:
        before = store.influencers(), store.results(), store.request()
    forget_orders(project)
    for one in listed(tmp_path / "b", project):
        assert clean_backup(one.path, None)
    left = everything(tmp_path)
    assert [word for word in (*HASHES, b"5001", b"5005") if word in left] == []
    with Store.open(project) as store:
        assert (store.influencers(), store.results(), store.request()) == before
        assert [head.kind for head in store.batch_heads()] == [BatchKind.FIGURES]
        assert store.buyer_key(bytes(32)) == bytes(32)


def test_a_backup_that_cannot_be_cleaned_is_deleted(tmp_path: Path) -> None:
    project = shop(tmp_path / "shop.rmx")
    backed_up(project, tmp_path / "b")
    [one] = listed(tmp_path / "b", project)
    one.path.write_bytes(one.path.read_bytes()[:5000])
    assert not clean_backup(one.path, HOST)
    assert list((tmp_path / "b").iterdir()) == []


def test_of_two_hosts_of_one_name_only_the_one_that_is_meant_goes(tmp_path: Path) -> None:
    project = shop(tmp_path / "shop.rmx")
    with Store.open(project) as store:
        store.put_influencers([Influencer("twin", NAME)])
        writer = store.writer("2026-11-27")
        store.show_batches(
            [
                writer.write(
                    batch(BatchKind.COMMISSION, "c", {"order_id": "1", "host_id": "twin", "host": NAME})
                )
            ]
        )
    forget_host(project, HOST)
    with Store.open(project) as store:
        assert store.get_influencer("twin") == Influencer("twin", NAME)
        [head] = [head for head in store.batch_heads() if head.kind is BatchKind.COMMISSION]
        assert store.batch(head.id).table.to_pylist()[0]["host"] == NAME


def test_somebody_nobody_knows_leaves_the_project_whole(tmp_path: Path) -> None:
    project = shop(tmp_path / "shop.rmx")
    with Store.open(project) as store:
        before = store.snapshot(), [store.batch(head.id).table for head in store.batch_heads()]
    assert not host_traces(project, Turns(), "nobody", quiet, never)
    forget_host(project, "nobody")
    assert is_whole(project)
    with Store.open(project) as store:
        assert store.snapshot() == before[0]
        assert all(
            a.equals(store.batch(h.id).table) for a, h in zip(before[1], store.batch_heads(), strict=True)
        )


IDS = st.sampled_from(["a", "b", "c", "", None])
ROWS = st.lists(st.fixed_dictionaries({"host_id": IDS, "host": IDS}), max_size=30)


@given(rows=ROWS, kind=st.sampled_from([BatchKind.ORDERS, BatchKind.SESSIONS, BatchKind.SETTLEMENT]))
def test_lines_lose_the_host_and_nothing_else(rows: list[dict[str, str | None]], kind: BatchKind) -> None:
    table = batch(kind, "f", *rows).table
    whom = Who(frozenset({"a"}), frozenset({"b"}), frozenset({"c"}))
    left, count = lines_without(kind, table, whom)
    his = [row["host_id"] == "a" or (row["host"] == "b" and row["host_id"] != "c") for row in rows]
    assert count == sum(his)
    if kind is BatchKind.SESSIONS:
        expected = [row for row, mine in zip(rows, his, strict=True) if not mine]
    else:
        expected = [
            {"host_id": None, "host": None} if mine else row for row, mine in zip(rows, his, strict=True)
        ]
    assert [{name: row[name] for name in ("host_id", "host")} for row in left.to_pylist()] == expected
    assert left.schema.equals(table.schema)


JSON = st.recursive(
    st.none() | st.integers() | st.sampled_from(["a", "b", "x", "a#1", ""]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["a", "x", "name", "y"]), inner, max_size=3)
    ),
    max_leaves=20,
)


@given(value=st.lists(JSON) | st.dictionaries(st.sampled_from(["x", "y"]), JSON))
def test_no_note_names_the_host_afterwards(value: object) -> None:
    whom = Who(frozenset({"a"}), frozenset({"b"}))
    left = json.dumps(note_without("kept_plans", value, whom))  # type: ignore[arg-type]
    assert not {'"a"', '"b"', '"a#1"'} & {part.strip(" :,[]{}") for part in left.replace(",", " ").split()}
    assert note_without("mappings", value, whom) == value  # type: ignore[arg-type]
