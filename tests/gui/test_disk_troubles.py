"""A disk that is full, a stick that is pulled out, a folder that is read-only, in the middle of work at the window.

Each time a sentence says what happened and what to do, what was saved is there, and the same work succeeds afterwards.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from gui.app import Program
from gui.window import PAGES
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
from tests.gui.everywhere import settle

pytestmark = MARKS


# ── an edit ──


def test_an_edit_on_a_full_disk(qtbot: QtBot, program: Program, disk: Path) -> None:
    path = opened(program, disk)
    before = names(path)
    with full(disk):
        page = type_product(qtbot, program, "x" * 150)
        for n in range(60):  # the first ones may still find room in the file
            if page.notice.isVisible() and FULL in said(page):
                break
            before = names(path)
            page = type_product(qtbot, program, f"{n}{'x' * 150}")
        assert FULL in said(page)
        assert "Make room" in said(page)
        assert [p.name for p in program.session.products()] == before
    press(qtbot, page.sheet.save)
    assert names(path) == [p.name for p in program.session.products()] != before
    assert no_crash()


def test_an_edit_when_the_stick_is_pulled_out(qtbot: QtBot, program: Program, stick: Path) -> None:
    path = opened(program, stick)
    before = names(path)
    away = pull_out(stick)
    page = type_product(qtbot, program, "茶")
    assert is_told(said(page), GONE)
    assert [p.name for p in program.session.products()] == before
    for row, spec in enumerate(PAGES):
        program.window.nav.setCurrentRow(row)  # a page that was never looked at may need what cannot be read
        settle(qtbot)
        shown: Any = program.window.stack.currentWidget()
        assert shown is program.window.pages.get(spec.name) or is_told(said(shown), GONE)
    plug_in(away, stick)
    assert program.window.open_project(path)
    page = type_product(qtbot, program, "茶")
    assert names(path) == [*before, "茶"]
    assert no_crash()


def test_an_edit_in_a_folder_that_is_read_only(qtbot: QtBot, program: Program, anybodys: Path) -> None:
    path = opened(program, anybodys)
    before = names(path)
    with read_only(anybodys):
        page = type_product(qtbot, program, "茶")
        assert LOCKED in said(page)
    assert names(path) == before
    press(qtbot, page.sheet.save)
    assert names(path) == [*before, "茶"]
    assert no_crash()


# ── an import ──


def orders(folder: Path) -> Path:
    """A long list of hosts, which needs room."""
    lines = [f"{n},达人{n}{'长' * 60},douyin,{n * 1000}" for n in range(1, 4000)]
    path = folder / "名单.csv"
    path.write_text("id,昵称,平台,粉丝数\n" + "\n".join(lines) + "\n", "utf-8")
    return path


def looked_at(qtbot: QtBot, program: Program, file: Path) -> Any:
    dialog: Any = program.window.import_files([file])
    assert dialog is not None
    qtbot.waitUntil(
        lambda: (
            bool(dialog.importer.entries) and not dialog.importer.is_busy() and not dialog._later.isActive()
        ),
        timeout=20_000,
    )
    return dialog


def taken(qtbot: QtBot, dialog: Any) -> None:
    press(qtbot, dialog.steps.button("start"))
    qtbot.waitUntil(lambda: not dialog._later.isActive() and not dialog.importer.is_busy(), timeout=20_000)


def everything_of(dialog: Any) -> str:
    """All that the wizard says."""
    rows = dialog.problems.table.everything()
    texts = [dialog.steps.text.text()]
    return "\n".join([*texts, *(line.text for line in rows)])


@pytest.mark.parametrize("trouble", ["full", "read-only"])
def test_an_import_that_finds_no_room_or_no_leave(
    qtbot: QtBot, program: Program, tmp_path: Path, trouble: str, request: pytest.FixtureRequest
) -> None:
    folder: Path = request.getfixturevalue("disk" if trouble == "full" else "anybodys")
    path, file = opened(program, folder), orders(tmp_path)
    before = hosts(path)
    dialog = looked_at(qtbot, program, file)
    with full(folder) if trouble == "full" else read_only(folder):
        taken(qtbot, dialog)
        assert is_told(everything_of(dialog), FULL if trouble == "full" else LOCKED), everything_of(dialog)
    assert hosts(path) == before == len(program.session.snapshot().influencers)
    dialog.close()
    dialog = looked_at(qtbot, program, file)
    taken(qtbot, dialog)
    assert hosts(path) == before + 3999
    dialog.close()
    assert no_crash()


@pytest.mark.parametrize("moment", ["before", "while it is read"])
def test_an_import_when_the_stick_is_pulled_out(
    qtbot: QtBot, program: Program, tmp_path: Path, stick: Path, moment: str
) -> None:
    path, file = opened(program, stick), orders(tmp_path)
    before = hosts(path)
    dialog = looked_at(qtbot, program, file)
    gone: list[Path] = [pull_out(stick)] if moment == "before" else []

    def pull() -> None:
        if not gone and dialog.importer.count("reading"):
            gone.append(pull_out(stick))

    dialog.importer.changed.connect(pull)
    taken(qtbot, dialog)
    [away] = gone
    assert is_told(everything_of(dialog), GONE), everything_of(dialog)
    dialog.close()
    dialog = program.window.import_files([file])
    dialog.close()
    plug_in(away, stick)
    assert hosts(path) == before
    assert program.window.open_project(path)
    dialog = looked_at(qtbot, program, file)
    taken(qtbot, dialog)
    assert hosts(path) == before + 3999
    dialog.close()
    assert no_crash()


# ── a backup ──


def test_a_backup_on_a_full_disk(qtbot: QtBot, program: Program, tmp_path: Path, disk: Path) -> None:
    path = opened(program, tmp_path)
    program.session.keep_backups(disk / "backups")
    assert "saved" in said(backed_up(qtbot, program))
    program.session.save_product(Product("茶", 9.0), None)
    with full(disk):
        assert FULL in said(backed_up(qtbot, program))
        program.session.save_product(Product("还在", 9.0), None)
    kept = sorted((disk / "backups").rglob("*.rmx*"))
    assert len(kept) == 1
    assert "saved" in said(backed_up(qtbot, program))
    assert len(sorted((disk / "backups").rglob("*.rmx*"))) == 2
    assert names(path)[-2:] == ["茶", "还在"]
    assert no_crash()


def test_a_backup_when_the_stick_with_the_project_is_pulled_out(
    qtbot: QtBot, program: Program, stick: Path
) -> None:
    path = opened(program, stick)
    away = pull_out(stick)
    assert is_told(said(backed_up(qtbot, program)), GONE)
    plug_in(away, stick)
    assert program.window.open_project(path)
    assert "saved" in said(backed_up(qtbot, program))
    assert no_crash()


def test_a_backup_when_the_stick_is_pulled_out_while_it_is_copied(
    qtbot: QtBot, program: Program, stick: Path
) -> None:
    path = opened(program, stick)
    home = program.session.backup_folder()
    assert home is not None
    page: Any = program.window.show_page("settings")
    gone: list[Path] = []
    page.keeper.progressed.connect(lambda _code, _share: gone or gone.append(pull_out(stick)))
    told = said(backed_up(qtbot, program))
    kept = list(home.glob("*.rmx*"))
    if gone:
        assert is_told(told, GONE) or ("saved" in told and len(kept) == 1)  # it was copied already
        plug_in(gone[0], stick)
        assert program.window.open_project(path)
    for one in kept:
        assert hosts(one) == 40
    program.session.save_product(Product("还在", 9.0), None)
    assert names(path)[-1] == "还在"
    assert no_crash()


def test_a_backup_in_a_folder_that_is_read_only(qtbot: QtBot, program: Program, anybodys: Path) -> None:
    opened(program, anybodys)
    backed_up(qtbot, program)
    program.session.save_product(Product("茶", 9.0), None)
    home = program.session.backup_folder()
    assert home is not None
    with read_only(home):
        assert LOCKED in said(backed_up(qtbot, program))
    assert "saved" in said(backed_up(qtbot, program))
    assert no_crash()


# ── a report ──


@pytest.fixture
def report(qtbot: QtBot, program: Program, monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], Any]:
    """Writes the plan's report into a folder; the page."""
    page: Any = program.window.show_page("matrix")

    def write(folder: Path) -> Any:
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(folder / "报告.pdf"), ""))
        if page.plan is None or not page.plan.choices.model.rows:
            page.recommend()
            qtbot.waitUntil(
                lambda: bool(page.plan.choices.model.rows) and not page._job.is_running(), timeout=60_000
            )
        page.hush()
        page.save_report()
        qtbot.waitUntil(lambda: page.notice.isVisible() and not page.writing.is_running(), timeout=60_000)
        return page

    return write


@pytest.mark.parametrize("trouble", ["full", "gone", "read-only"])
def test_a_report_that_cannot_be_written(
    program: Program,
    tmp_path: Path,
    report: Callable[[Path], Any],
    trouble: str,
    request: pytest.FixtureRequest,
) -> None:
    folder: Path = request.getfixturevalue(
        {"full": "disk", "gone": "stick", "read-only": "anybodys"}[trouble]
    )
    path = opened(program, tmp_path)
    first = said(report(folder))
    assert "报告.pdf" in first
    old = (folder / "报告.pdf").read_bytes()
    if trouble == "full":
        with full(folder):
            told = said(report(folder))
    elif trouble == "gone":
        away = pull_out(folder)
        told = said(report(folder))
        plug_in(away, folder)
    else:
        with read_only(folder):
            told = said(report(folder))
    assert told != first
    assert "报告.pdf" in told
    assert (folder / "报告.pdf").read_bytes() == old
    assert [one.name for one in folder.iterdir()] == ["报告.pdf"]
    assert said(report(folder)) == first
    program.session.save_product(Product("茶", 9.0), None)
    assert names(path)[-1] == "茶"
    assert no_crash()
