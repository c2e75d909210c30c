"""What goes wrong outside the program is said in a code, and nothing is half written."""

import errno
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from model.errors import InputError
from model.records import Influencer, Product
from model.store import Store
from model.store.faults import faults

posix_only = pytest.mark.skipif(os.name == "nt", reason="folders have no write bit on Windows")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "a.rmx"
    with Store.open(path, create=True) as store:
        store.put_products([Product("面霜", 99.9)])
    return path


@pytest.fixture
def ordinary_user() -> Iterator[Path]:
    """A folder anyone may enter; inside the test we are not the superuser, who may write everywhere."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o777)
        superuser = os.geteuid() == 0
        if superuser:
            os.seteuid(65534)
        try:
            yield folder
        finally:
            if superuser:
                os.seteuid(0)
            folder.chmod(0o777)


def code(error: pytest.ExceptionInfo[InputError]) -> str:
    return error.value.problems[0].code


@posix_only
def test_a_read_only_file_is_refused(ordinary_user: Path) -> None:
    path = ordinary_user / "a.rmx"
    Store.open(path, create=True).close()
    path.chmod(0o444)
    with pytest.raises(InputError) as refused:
        Store.open(path)
    assert code(refused) == "project_read_only"


@posix_only
def test_a_file_in_a_read_only_folder_is_refused(ordinary_user: Path) -> None:
    folder = ordinary_user / "usb"
    folder.mkdir()
    Store.open(folder / "a.rmx", create=True).close()
    folder.chmod(0o555)
    for name, create in (("a.rmx", False), ("new.rmx", True)):
        with pytest.raises(InputError) as refused:
            Store.open(folder / name, create)
        assert code(refused) == "project_read_only"
    with Store.open(ordinary_user / "b.rmx", create=True) as store, pytest.raises(InputError) as refused:
        store.copy_to(folder / "copy.rmx")
    assert code(refused) == "project_read_only"


@posix_only
def test_a_folder_that_may_not_be_entered_is_said_to_be_so(ordinary_user: Path) -> None:
    folder = ordinary_user / "private"
    folder.mkdir()
    folder.chmod(0)
    with pytest.raises(InputError) as refused:
        Store.open(folder / "a.rmx")
    assert code(refused) == "project_read_only"


def test_a_project_that_another_program_is_writing_is_busy(project: Path) -> None:
    with (
        closing(sqlite3.connect(project, isolation_level=None)) as other,
        Store.open(project, wait=0.0) as store,
    ):
        other.execute("BEGIN EXCLUSIVE")
        for attempt in (
            lambda: store.put_override("x", 1.0),
            store.snapshot,
            lambda: Store.open(project, wait=0.0),
        ):
            with pytest.raises(InputError) as refused:
                attempt()
            assert code(refused) == "project_busy"
        other.execute("ROLLBACK")
        store.put_override("x", 1.0)


def test_a_write_that_meets_a_reader_at_the_end_is_taken_back_whole(project: Path) -> None:
    with (
        closing(sqlite3.connect(project, isolation_level=None)) as other,
        Store.open(project, wait=0.0) as store,
    ):
        other.execute("BEGIN")
        other.execute("SELECT * FROM product").fetchone()
        with pytest.raises(InputError) as refused:
            store.put_override("x", 1.0)
        other.execute("COMMIT")
        assert code(refused) == "project_busy"
        assert store.overrides() == {}
        store.put_override("x", 2.0)
        assert store.overrides() == {"x": 2.0}


def test_a_full_disk_is_said_and_what_was_there_stays(project: Path) -> None:
    with Store.open(project) as store:
        before = store.snapshot()
        store._db.execute("PRAGMA max_page_count = 1")
        with pytest.raises(InputError) as refused:
            store.put_influencers([Influencer(str(n), "x" * 200) for n in range(2000)])
        assert code(refused) == "disk_full"
        assert store.snapshot() == before
        store._db.execute("PRAGMA max_page_count = 1000000")
        store.put_influencers([Influencer("1", "x")])


@posix_only
def test_a_project_moved_away_while_open_is_missing(project: Path) -> None:
    with Store.open(project) as store:
        project.rename(project.with_name("b.rmx"))
        with pytest.raises(InputError) as refused:
            store.put_override("x", 1.0)
    assert code(refused) == "project_missing"


def test_a_copy_into_a_missing_folder_is_refused(project: Path, tmp_path: Path) -> None:
    with Store.open(project) as store, pytest.raises(InputError) as refused:
        store.copy_to(tmp_path / "no" / "b.rmx")
    assert code(refused) in {"folder_missing", "project_read_only"}


def test_a_copy_that_fails_leaves_what_was_there(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "b.rmx"
    target.write_text("old")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with Store.open(project) as store:
        monkeypatch.setattr(os, "replace", full)
        with pytest.raises(InputError) as refused:
            store.copy_to(target)
    assert code(refused) == "disk_full"
    assert target.read_text() == "old"
    assert not target.with_name("b.rmx.part").exists()


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        (sqlite3.SQLITE_IOERR_FSYNC, "project_unreachable"),
        (sqlite3.SQLITE_READONLY_DIRECTORY, "project_read_only"),
    ],
)
def test_a_drive_that_went_away_is_told_from_one_that_may_not_be_written(result: int, expected: str) -> None:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = result
    with pytest.raises(InputError) as refused, faults(Path("a.rmx")):
        raise error
    assert code(refused) == expected


def test_a_fault_of_our_sql_is_told_from_damage(project: Path) -> None:
    with Store.open(project) as store:
        store._db.execute("DROP TABLE override")
        with pytest.raises(sqlite3.OperationalError, match="no such table"):
            store.overrides()


def test_a_record_that_no_parser_lets_through_is_our_fault_not_the_merchants(project: Path) -> None:
    with Store.open(project) as store:
        with pytest.raises(sqlite3.IntegrityError):
            store.put_products([Product("ok", 1), Product("bad", -1)])
        assert [p.name for p in store.products()] == ["面霜"]
