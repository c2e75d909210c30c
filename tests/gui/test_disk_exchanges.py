"""On a full disk, a pulled stick or in a read-only folder: another file in the project's place, copies, the ends of a day."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from gui.app import Program
from model.records import Product
from tests.gui.broken_disks import (
    FULL,
    GONE,
    LOCKED,
    MARKS,
    backed_up,
    full,
    hosts,
    is_told,
    names,
    no_crash,
    opened,
    plug_in,
    press,
    pull_out,
    read_only,
    said,
    type_product,
)

pytestmark = MARKS
DATA = Path(__file__).parent.parent / "data"


# ── another file in its place ──


@pytest.mark.parametrize("trouble", ["full", "read-only", "gone"])
def test_a_backup_that_cannot_be_gone_back_to(
    qtbot: QtBot, program: Program, trouble: str, request: pytest.FixtureRequest
) -> None:
    folder: Path = request.getfixturevalue(
        {"full": "disk", "gone": "stick", "read-only": "anybodys"}[trouble]
    )
    path = opened(program, folder)
    page = backed_up(qtbot, program)
    program.session.save_product(Product("茶" * 90, 9.0), None)
    before = names(path)
    [backup] = program.session.list_work()()

    def restore() -> str:
        page.hush()
        page.keeper.restore(backup)
        qtbot.waitUntil(lambda: page.notice.isVisible() and not page.keeper.is_running(), timeout=20_000)
        return said(page)

    if trouble == "gone":
        away = pull_out(folder)
        assert is_told(restore(), GONE)
        plug_in(away, folder)
        assert program.window.open_project(path)
    else:
        with full(folder) if trouble == "full" else read_only(folder):
            assert is_told(restore(), FULL if trouble == "full" else LOCKED)
            assert [p.name for p in program.session.products()] == before
    assert names(path) == before
    program.session.save_product(Product("还在", 9.0), None)
    assert names(path) == [*before, "还在"]
    restore()
    assert names(path) == before[:-1]
    assert {one.name for one in folder.iterdir()} == {path.name}
    assert no_crash()


@pytest.mark.parametrize("trouble", ["full", "read-only"])
def test_a_host_that_cannot_be_forgotten_for_want_of_room_or_leave(
    qtbot: QtBot, program: Program, trouble: str, request: pytest.FixtureRequest
) -> None:
    folder: Path = request.getfixturevalue("disk" if trouble == "full" else "anybodys")
    path = opened(program, folder)
    before, page = hosts(path), backed_up(qtbot, program)

    def forget() -> str:
        page.hush()
        page.keeper.forget("h0", backups=False)
        qtbot.waitUntil(lambda: page.notice.isVisible() and not page.keeper.is_running(), timeout=20_000)
        return said(page)

    with full(folder) if trouble == "full" else read_only(folder):
        assert is_told(forget(), FULL if trouble == "full" else LOCKED)
    assert hosts(path) == len(program.session.snapshot().influencers) == before
    forget()
    assert hosts(path) == before - 1
    assert no_crash()


@pytest.mark.parametrize("trouble", ["full", "read-only"])
def test_a_copy_that_cannot_be_saved(
    program: Program,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    trouble: str,
    request: pytest.FixtureRequest,
) -> None:
    folder: Path = request.getfixturevalue("disk" if trouble == "full" else "anybodys")
    path = opened(program, tmp_path)
    page: Any = program.window.show_page("overview")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(folder / "副本.rmx"), ""))
    with full(folder) if trouble == "full" else read_only(folder):
        program.window.files.copy()
        assert is_told(said(page), FULL if trouble == "full" else LOCKED)
        assert program.session.path == path
    assert list(folder.iterdir()) == []
    page.hush()
    program.window.files.copy()
    assert hosts(folder / "副本.rmx") == hosts(path)
    assert no_crash()


# ── the ends of a day ──


def test_the_program_is_closed_while_the_stick_is_out(qtbot: QtBot, program: Program, stick: Path) -> None:
    path = opened(program, stick)
    before = names(path)
    away = pull_out(stick)
    program.window.close()
    program.session.close()
    plug_in(away, stick)
    assert names(path) == before
    assert [one.name for one in stick.iterdir()] == [path.name]
    assert no_crash()


def test_a_stick_that_is_out_in_the_morning(qtbot: QtBot, program: Program, stick: Path) -> None:
    path = opened(program, stick)
    program.session.close()
    away = pull_out(stick)
    assert not program.window.open_project(path)
    page: Any = program.window.stack.currentWidget()
    assert is_told(said(page), ("cannot be found", *GONE, "does not exist", "moved"))
    plug_in(away, stick)
    assert program.window.open_project(path)
    assert no_crash()


# ── a disk that is full already ──


@pytest.mark.parametrize("page", ["overview", "products", "roster", "orders", "settings"])
def test_a_project_on_a_full_disk_says_so_when_it_is_opened(
    qtbot: QtBot, program: Program, disk: Path, page: str
) -> None:
    path = opened(program, disk)
    shown: Any = program.window.show_page(page)
    program.window.later.finish()
    program.session.close()
    with full(disk):
        assert program.window.open_project(path)
        qtbot.waitUntil(shown.notice.isVisible)
        assert "what you change cannot be saved" in said(shown)
        assert "recycle bin" in said(shown)
        program.choose_language("zh_CN")
        assert "清空回收站" in said(shown)
        program.choose_language("en")
    program.session.close()
    assert program.window.open_project(path)
    program.window.later.finish()
    assert not shown.notice.isVisible()
    assert no_crash()


def test_the_last_project_on_a_full_disk_says_so_at_the_start(
    qtbot: QtBot, program: Program, disk: Path
) -> None:
    path = opened(program, disk)
    program.session.close()
    program.settings.setValue("page", "roster")
    program.window.later.finish()
    with full(disk):
        program.start(path, demo=False)
        program.window.later.finish()
        page: Any = program.window.stack.currentWidget()
        assert page is program.window.page("roster")
        assert "what you change cannot be saved" in said(page)
        assert program.warmup.wait()
    assert no_crash()


def test_a_project_on_a_full_disk_can_be_looked_at_and_the_first_edit_says_what_is_wrong(
    qtbot: QtBot, program: Program, disk: Path
) -> None:
    path = opened(program, disk)
    before = names(path)
    program.session.close()
    with full(disk):
        assert program.window.open_project(path)
        assert [p.name for p in program.session.products()] == before
        for n in range(60):  # the first ones may still find room in the file
            page = type_product(qtbot, program, f"{n}{'x' * 150}")
            if page.notice.isVisible() and FULL in said(page):
                break
        assert FULL in said(page)
        kept = [p.name for p in program.session.products()]
    press(qtbot, page.sheet.save)
    assert names(path) == [p.name for p in program.session.products()] != kept
    assert set(before) <= set(kept)
    assert no_crash()


def test_an_older_project_on_a_full_disk_waits_for_room(program: Program, disk: Path) -> None:
    old = Path(shutil.copy(DATA / "schema_1.rmx", disk))
    before = old.read_bytes()
    page: Any = program.window.show_page("overview")
    with full(disk):
        assert not program.window.open_project(old)
        assert is_told(said(page), "no room on the disk to bring this older project up to date")
        assert {one.name for one in disk.iterdir()} == {old.name, "ballast"}
    assert old.read_bytes() == before
    assert program.window.open_project(old)
    assert no_crash()
