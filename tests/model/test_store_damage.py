"""Projects whose contents nobody wrote: found by the fuzz, each is damaged in a sentence or read, and none hangs."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from keeping import never, quiet, shop

from model.errors import InputError
from model.store import Store
from model.store.rescue import salvage


def changed(path: Path, sql: str, *values: Any) -> Path:
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA foreign_keys = OFF")
        db.execute("PRAGMA ignore_check_constraints = ON")
        assert db.execute(sql, values).rowcount
    return path


def refused(path: Path) -> list[str]:
    """The codes of what is wrong, whether it is found on opening or on reading."""
    with pytest.raises(InputError) as error, Store.open(path) as store:
        store.snapshot(), store.results(), store.loader()()
    return [problem.code for problem in error.value.problems]


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("platform", "1"), ("kind", "elf"), ("tone", "[1]"), ("tone", "{}"), ("tone", "[["), ("tone", "[" * 3000),
        ("audience", '{"sex": [], "ages": [], "cities": []}'), ("audience", '{"sex": "", "ages": [[]], "cities": []}'),
        ("audience", '{"sex": "", "ages": "18-23", "cities": []}'), ("audience", "[]"),
    ],
)  # fmt: skip
def test_a_host_that_is_none_is_damage(tmp_path: Path, column: str, value: str) -> None:
    path = changed(shop(tmp_path / "a.rmx"), f"UPDATE influencer SET {column} = ?", value)
    assert refused(path) == ["project_damaged"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"budget_fen":2000000', '"budget_fen":"x"'), ('"budget_fen":2000000', '"budget_fen":1e999'),
        ('"max_share":null', '"max_share":[]'), ('"seed":1', '"seed":null'), ('"seed":1', '"seed":-1'), ('"days":30.0', '"days":null'),
        ('"cash":null', '"cash":"much"'), ('"booked":[', '"booked":[[1,2],'), ('"platform_shares":[', '"platform_shares":[["x",{}],'),
        ('"products":[]', '"products":[{}]'), ('"limits":{', '"limits":{"more":1,'), ('"limits":{', '"limits":1.5,"others":{'),
    ],
)  # fmt: skip
def test_a_request_that_is_none_is_damage(tmp_path: Path, old: str, new: str) -> None:
    path = changed(
        shop(tmp_path / "a.rmx"),
        "UPDATE setting SET value = replace(value, ?, ?) WHERE instr(value, ?)",
        old, new, old,
    )  # fmt: skip
    assert refused(path) == ["project_damaged"]


def test_a_share_of_many_digits_is_a_number_to_reckon_with(tmp_path: Path) -> None:
    path = changed(
        shop(tmp_path / "a.rmx"),
        "UPDATE setting SET value = replace(value, ?, ?)",
        '"max_share":null', f'"max_share":{2**70}',
    )  # fmt: skip
    with Store.open(path) as store:
        asked = store.request()
    assert asked.max_share == 2.0**70
    assert isinstance(asked.max_share, float)


def test_a_batch_said_to_have_millions_of_pieces_is_read_up_to_the_first_that_is_missing(
    tmp_path: Path,
) -> None:
    path = changed(shop(tmp_path / "a.rmx"), "UPDATE batch SET pieces = 20140919")
    with Store.open(path) as store:
        whole = store.loader()()
    assert whole.problems == ()
    assert all(batch.table.num_rows for batch in whole.batches)


def test_a_header_that_asks_for_another_sqlite_is_damage(tmp_path: Path) -> None:
    path = shop(tmp_path / "a.rmx")
    data = bytearray(path.read_bytes())
    data[44:48] = (7).to_bytes(4, "big")  # the schema format: 1 to 4 are known
    path.write_bytes(data)
    assert refused(path) == ["project_damaged"]


def test_a_schema_that_is_no_text_is_damage(tmp_path: Path) -> None:
    path = shop(tmp_path / "a.rmx")
    data = path.read_bytes()
    place = data.index(b"CREATE TABLE product")
    path.write_bytes(data[: place + 13] + b"\xcc" + data[place + 14 :])
    assert refused(path) == ["project_damaged"]


def test_a_view_without_end_in_place_of_a_table_is_not_salvaged(tmp_path: Path) -> None:
    path = shop(tmp_path / "a.rmx")
    endless = (
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS key, i AS value FROM n"
    )
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA legacy_alter_table = ON")
        db.execute("ALTER TABLE setting RENAME TO setting_")
        db.execute(f"CREATE VIEW setting AS {endless}")
    assert refused(path) == ["project_damaged"]
    saved = salvage(path, tmp_path / "b.rmx", quiet, never)
    assert (saved.products, saved.hosts) == (1, 2)


def test_a_version_below_nothing_is_damage(tmp_path: Path) -> None:
    path = shop(tmp_path / "a.rmx")
    raw = bytearray(path.read_bytes())
    raw[60:64] = (-5).to_bytes(4, "big", signed=True)
    path.write_bytes(raw)
    assert refused(path) == ["project_damaged"]


def test_a_column_whose_name_is_no_text_is_damage(tmp_path: Path) -> None:
    path = shop(tmp_path / "a.rmx")
    raw = path.read_bytes()
    assert b"    category TEXT" in raw
    path.write_bytes(raw.replace(b"    category TEXT", b"    categor\xff TEXT"))
    assert refused(path) == ["project_damaged"]
