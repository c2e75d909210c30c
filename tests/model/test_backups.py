"""Backups: complete, only when something changed, kept by a plain rule, and whole whenever the program dies."""

import datetime as dt
import random
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from keeping import HOST, NOW, never, quiet, shop

from model.errors import Cancelled, InputError
from model.records import Product
from model.store import Store
from model.store.backups import (
    DAYS,
    LAST,
    back_up,
    copied,
    folder_of,
    home_of,
    is_whole,
    listed,
    newest_whole,
    surplus,
)
from model.store.forget import without_host, without_orders
from model.store.rescue import salvage
from model.store.turns import Turns

ROOT = Path(__file__).parents[2]
MOMENTS = st.lists(
    st.integers(0, 60 * 24 * 40).map(lambda minutes: NOW - dt.timedelta(minutes=minutes)), max_size=60
)


def made(project: Path, folder: Path, now: dt.datetime = NOW, why: str = "opened") -> Path | None:
    folder.mkdir(exist_ok=True, parents=True)
    return back_up(project, Turns(), folder, now, why, quiet, never)


def change(project: Path, name: str) -> None:
    with Store.open(project) as store:
        store.put_products([Product(name, 1.0)])


# ── which are kept ──


def kept_slowly(moments: list[dt.datetime], now: dt.datetime) -> set[dt.datetime]:
    """The rule word for word: the last ten, and of each of the last fourteen days the newest."""
    kept = set(sorted(set(moments))[-LAST:])
    for back in range(DAYS):
        day = now.date() - dt.timedelta(days=back)
        of_day = [one for one in moments if one.astimezone(now.tzinfo).date() == day]
        kept |= {max(of_day)} if of_day else set()
    return kept


@given(moments=MOMENTS)
@example(moments=[])
def test_the_last_ten_and_one_a_day_for_fourteen_days_are_kept(moments: list[dt.datetime]) -> None:
    gone = surplus(moments, NOW)
    kept = set(moments) - gone
    assert kept == kept_slowly(moments, NOW)
    assert gone <= set(moments)
    assert len(kept) <= LAST + DAYS
    assert not moments or max(moments) in kept
    assert surplus(kept, NOW) == frozenset()


@given(moments=MOMENTS, minutes=st.integers(1, 60 * 24 * 30))
def test_what_is_thrown_away_once_would_never_have_been_kept_later(
    moments: list[dt.datetime], minutes: int
) -> None:
    later = NOW + dt.timedelta(minutes=minutes)
    assert surplus(moments, NOW) - surplus(moments, later) == frozenset()


# ── making them ──


def test_a_backup_is_the_project_and_is_made_only_when_something_changed(tmp_path: Path) -> None:
    project, folder = shop(tmp_path / "shop.rmx"), tmp_path / "b"
    first = made(project, folder)
    assert first is not None
    assert made(project, folder, NOW + dt.timedelta(hours=1)) is None
    change(project, "茶")
    second = made(project, folder, NOW + dt.timedelta(hours=2), "closed")
    assert second is not None
    with (
        Store.open(copied(first, tmp_path / "one.rmx")) as old,
        Store.open(copied(second, tmp_path / "two.rmx")) as new,
    ):
        assert [p.name for p in old.products()] == ["咖啡豆"]
        assert [p.name for p in new.products()] == ["咖啡豆", "茶"]
        assert new.influencers() == old.influencers()
    found = listed(folder, project)
    assert [(one.path, one.why, one.products, one.hosts, one.orders) for one in found] == [
        (second, "closed", 2, 2, 4),
        (first, "opened", 1, 2, 4),
    ]
    assert [one.moment for one in found] == [NOW + dt.timedelta(hours=2), NOW]
    assert not list(folder.glob("*.new*"))


def test_surplus_backups_go_when_a_new_one_is_made(tmp_path: Path) -> None:
    project, folder = shop(tmp_path / "shop.rmx"), tmp_path / "b"
    for n in range(15):
        change(project, f"p{n}")
        assert made(project, folder, NOW + dt.timedelta(minutes=n)) is not None
    assert [one.products for one in listed(folder, project)] == [16 - n for n in range(LAST)]


def test_what_an_upgrade_left_beside_the_project_is_listed(tmp_path: Path) -> None:
    project = tmp_path / "old.rmx"
    project.write_bytes((ROOT / "tests/data/schema_1.rmx").read_bytes())
    with Store.open(project):
        pass
    [one] = listed(tmp_path / "none", project)
    assert (one.why, one.path.name, one.orders) == ("upgrade", "old.rmx.bak-v1", 0)
    assert one.products


def test_a_backup_that_is_stopped_leaves_nothing(tmp_path: Path) -> None:
    project, folder = shop(tmp_path / "shop.rmx"), tmp_path / "b"
    folder.mkdir()
    with pytest.raises(Cancelled):
        back_up(project, Turns(), folder, NOW, "opened", quiet, lambda: True)
    assert list(folder.iterdir()) == []


def test_edits_go_on_while_a_backup_is_made(tmp_path: Path) -> None:
    project, folder = shop(tmp_path / "shop.rmx"), tmp_path / "b"
    folder.mkdir()
    with Store.open(project) as store:
        names = iter(["茶", "糖"])

        def edit(_code: str, _share: float) -> None:
            for name in names:
                store.put_products([Product(name, 1.0)])

        target = store.worker(back_up, folder, NOW, "opened")(edit, never)
        assert target is not None
        assert is_whole(target)


# ── the folder of a project ──


def test_a_project_keeps_its_folder_when_it_moves_and_a_copy_gets_its_own(tmp_path: Path) -> None:
    base, here = tmp_path / "backups", tmp_path / "a.rmx"
    here.write_bytes(b"x")
    id_, folder = home_of(base, here, "", "first")
    assert (id_, folder_of(base, here)) == ("first", folder)
    moved = here.rename(tmp_path / "b.rmx")
    assert home_of(base, moved, id_, "second") == ("first", folder)
    assert folder_of(base, here) is None
    copy = tmp_path / "c.rmx"
    copy.write_bytes(b"x")
    assert home_of(base, copy, id_, "third") == ("third", base / "third")
    assert folder_of(base, moved) == folder


# ── damage ──


def test_a_damaged_backup_is_listed_without_counts_and_passed_over(tmp_path: Path) -> None:
    project, folder = shop(tmp_path / "shop.rmx"), tmp_path / "b"
    good = made(project, folder)
    change(project, "茶")
    bad = made(project, folder, NOW + dt.timedelta(1))
    assert good is not None
    assert bad is not None
    bad.write_bytes(b"SQLite format 3\x00" + b"\xff" * 5000)
    assert [(one.path, one.hosts) for one in listed(folder, project)] == [(bad, None), (good, 2)]
    found = newest_whole(folder)
    assert found is not None
    assert (found.path, found.hosts) == (good, 2)
    assert newest_whole(tmp_path / "none") is None
    with pytest.raises(InputError):
        copied(bad, tmp_path / "part")
    assert not list(tmp_path.glob("part*"))


def with_many(tmp_path: Path) -> Path:
    project = shop(tmp_path / "shop.rmx")
    with Store.open(project) as store:
        store.put_products([Product(f"p{n:03}", 1.0, tone=("x" * 300,)) for n in range(200)])
    return project


def spoilt(project: Path, pages: list[int], chance: random.Random) -> bytes:
    raw = bytearray(project.read_bytes())
    for page in pages:
        raw[page * 4096 : (page + 1) * 4096] = chance.randbytes(4096)
    project.write_bytes(raw)
    return bytes(raw)


@pytest.mark.parametrize("seed", range(12))
def test_what_can_be_read_of_a_damaged_project_is_saved_and_it_stays_as_it_is(
    tmp_path: Path, seed: int
) -> None:
    project, chance = with_many(tmp_path), random.Random(seed)
    pages = range(20, len(project.read_bytes()) // 4096)
    raw = spoilt(project, chance.sample(pages, 3), chance)
    saved = salvage(project, tmp_path / "saved.rmx", quiet, never)
    assert project.read_bytes() == raw
    assert is_whole(saved.path)
    with Store.open(saved.path) as store:
        assert len(store.products()) == saved.products
        assert len(store.influencers()) == saved.hosts == 2
        assert len(store.loader()().batches) == saved.files


def test_rows_before_and_behind_a_damaged_page_are_saved(tmp_path: Path) -> None:
    project = with_many(tmp_path)
    raw = project.read_bytes()
    leaf = next(
        p
        for p in range(1, len(raw) // 4096)
        if raw[p * 4096] == 13 and b"p100" in raw[p * 4096 : (p + 1) * 4096]
    )
    spoilt(project, [leaf], random.Random(1))
    saved = salvage(project, tmp_path / "saved.rmx", quiet, never)
    with Store.open(saved.path) as store:
        names = {product.name for product in store.products()}
    assert {"p000", "p199"} < names
    assert "p100" not in names
    assert 180 < saved.products < 201


def test_of_rubbish_nothing_is_saved_and_nothing_is_left(tmp_path: Path) -> None:
    rubbish = tmp_path / "shop.rmx"
    rubbish.write_bytes(b"SQLite format 3\x00" + bytes(9000))
    with pytest.raises(InputError):
        salvage(rubbish, tmp_path / "saved.rmx", quiet, never)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["shop.rmx"]


# ── taking another's place ──


def test_ids_of_batches_are_never_given_twice_across_a_restore(tmp_path: Path) -> None:
    project = shop(tmp_path / "shop.rmx")
    folder = tmp_path / "b"
    before = made(project, folder)
    assert before is not None
    with Store.open(project) as store:
        store.purge()
        last = max(store.live_batches())
        store._db.execute("UPDATE sqlite_sequence SET seq = 70 WHERE name = 'batch'")
        store.give_way(copied(before, tmp_path / "shop.rmx.part"))
    with Store.open(project) as store:
        assert max(store.live_batches()) == last
        [(seq,)] = store._db.execute("SELECT seq FROM sqlite_sequence WHERE name = 'batch'")
        assert seq == 70


@pytest.mark.parametrize("task", [without_host, without_orders])
def test_a_clean_copy_that_is_stopped_leaves_nothing(tmp_path: Path, task: object) -> None:
    project = shop(tmp_path / "shop.rmx")
    before = project.read_bytes()
    rest = (HOST,) if task is without_host else ()
    with pytest.raises(Cancelled):
        task(project, Turns(), *rest, quiet, lambda: True)  # type: ignore[operator]
    assert [path.name for path in tmp_path.iterdir()] == ["shop.rmx"]
    assert project.read_bytes() == before


@pytest.mark.parametrize("what", [b"\xff\xfe\x00garbage", b"", b"/no/where/\x00x.rmx", None])
def test_a_folder_that_does_not_say_whose_it_is_is_taken_over(tmp_path: Path, what: bytes | None) -> None:
    base, here = tmp_path / "backups", tmp_path / "here.rmx"
    id_, folder = home_of(base, here, "", "first")
    where = folder / "project.txt"
    where.unlink()
    if what is not None:
        where.write_bytes(what)
    assert folder_of(base, here) is None
    assert home_of(base, here, id_, "second") == ("first", folder)
    assert folder_of(base, here) == folder


def test_a_folder_that_cannot_say_whose_it_is_is_told_in_a_code(tmp_path: Path) -> None:
    base, here = tmp_path / "backups", tmp_path / "here.rmx"
    (base / "first" / "project.txt").mkdir(parents=True)
    assert folder_of(base, here) is None
    with pytest.raises(InputError):
        home_of(base, here, "first", "second")
