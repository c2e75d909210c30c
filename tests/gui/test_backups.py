"""Backups and forgetting on the real window: by themselves, by hand, while other work runs, and on damaged files."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from keeping import HOST, KEPT, KEY, NAME
from keeping import shop as planted
from PySide6.QtCore import Qt, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from gui.app import Program, data_folder
from gui.dialogs.rescue import RescueDialog
from gui.guarded import keeping_pool
from gui.pages.settings import SettingsPage
from gui.session import Session
from model.errors import Cancelled, InputError
from model.records import Influencer, Product
from model.results import Result
from model.store import Store
from tests.guards import STALLED
from tests.gui.shop import SHOP


@pytest.fixture
def page(program: Program) -> SettingsPage:
    page = program.window.show_page("settings")
    assert isinstance(page, SettingsPage)
    return page


@pytest.fixture
def open_planted(program: Program, tmp_path: Path) -> Path:
    """The open project names one host everywhere."""
    path = planted(tmp_path / "planted.rmx")
    program.session.open(path)
    return path


def click(qtbot: QtBot, button: object) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def answer(qtbot: QtBot, button: QMessageBox.StandardButton, seen: list[str]) -> None:
    """Press a button of the dialog that is about to come, and keep what it says."""

    def press() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox):
            QTimer.singleShot(10, press)
            return
        seen.append(f"{box.text()}\n{box.informativeText()}")
        box.button(button).click()

    QTimer.singleShot(0, press)


def backups(program: Program) -> list[str]:
    folder = program.session.backup_folder()
    assert folder is not None
    return sorted(path.name.rpartition("-")[2] for path in folder.glob("*.rmx"))


def has_named(program: Program, word: str) -> bool:
    """Whether a byte of the project or of its backups says the word."""
    assert program.session.path is not None
    files = [program.session.path, *(data_folder() / "backups").rglob("*")]
    return any(word.encode() in path.read_bytes() for path in files if path.is_file())


# ── by themselves ──


def test_a_backup_is_made_after_the_opening_and_at_the_closing_if_something_changed(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    session = program.session
    session._soon.setInterval(0)
    path = tmp_path / "shop2.rmx"
    session.new(path)
    qtbot.waitUntil(lambda: backups(program) == ["opened.rmx"])
    session.save_product(Product("Tea", 9.0), by=None)
    folder = session.backup_folder()
    session.close()
    assert keeping_pool().waitForDone(10_000)
    assert folder is not None
    assert folder.parent == data_folder() / "backups"
    assert sorted(one.name.rpartition("-")[2] for one in folder.glob("*.rmx")) == ["closed.rmx", "opened.rmx"]
    session.open(path)
    session.close()
    assert keeping_pool().waitForDone(10_000)
    assert len(list(folder.glob("*.rmx"))) == 2


def test_a_backup_does_not_stall_the_window(
    qtbot: QtBot, program: Program, heartbeat, page: SettingsPage, tmp_path: Path
) -> None:
    with Store.open(tmp_path / "many.rmx", create=True) as store:
        store.put_influencers([Influencer(f"h{n}", f"Host {n}", mcn="x" * 500) for n in range(4000)])
    program.session.open(tmp_path / "many.rmx")
    assert QThreadPool.globalInstance().waitForDone(20_000)
    QApplication.processEvents()
    gaps = []
    for n in range(3):  # what else the machine does only adds to a gap
        with heartbeat() as beat, qtbot.waitSignal(page.keeper.done, timeout=20_000):
            page.keeper.save_now()
        gaps.append(beat.longest)
        program.session.save_product(Product(f"p{n}", 1.0), by=None)
        assert QThreadPool.globalInstance().waitForDone(20_000)
        QApplication.processEvents()
    assert min(gaps) < STALLED


def test_a_session_without_a_folder_makes_no_backups(tmp_path: Path, qapp: QApplication) -> None:
    session = Session()
    session.new(tmp_path / "a.rmx")
    assert session.backup_folder() is None
    session.close()
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == ["a.rmx"]


# ── by hand ──


def test_a_backup_is_saved_listed_and_gone_back_to(
    qtbot: QtBot, program: Program, page: SettingsPage
) -> None:
    view = page.open_section("backups")
    program.session.fill(SHOP)
    click(qtbot, view.save)
    qtbot.waitUntil(lambda: view.table.model.rowCount() == 1)
    [backup] = view.table.model.rows
    assert (backup.why, backup.products, backup.hosts, backup.orders) == ("asked", 1, 40, 0)
    assert "backups" in view.folder.text()
    program.session.delete_influencers(["h0", "h1"], by=None)
    assert not view.restore.isEnabled()
    view.table.choose(backup.path.name)
    seen: list[str] = []
    answer(qtbot, QMessageBox.StandardButton.Cancel, seen)
    click(qtbot, view.restore)
    assert len(program.session.snapshot().influencers) == 38
    answer(qtbot, QMessageBox.StandardButton.Yes, seen)
    with qtbot.waitSignal(page.keeper.done, timeout=20_000):
        click(qtbot, view.restore)
    assert "cannot be undone" in seen[0]
    assert len(program.session.snapshot().influencers) == 40
    assert program.session.undo_code() is None
    assert page.notice.isVisible()
    qtbot.waitUntil(lambda: [one.why for one in view.table.model.rows] == ["restore", "asked"])
    assert [one.hosts for one in view.table.model.rows] == [38, 40]
    program.session.delete_influencers(["h5"], by=None)
    assert len(program.session.snapshot().influencers) == 39


def test_nothing_is_saved_twice(qtbot: QtBot, program: Program, page: SettingsPage) -> None:
    view = page.open_section("backups")
    for text in ("saved", "Nothing has changed"):
        with qtbot.waitSignal(page.keeper.done, timeout=20_000):
            click(qtbot, view.save)
        assert text in page.notice.text.text()
    assert backups(program) == ["asked.rmx"]


def test_a_copy_of_a_backup_is_opened_as_a_project_of_its_own(
    qtbot: QtBot, program: Program, page: SettingsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = page.open_section("backups")
    program.session.fill(SHOP)
    click(qtbot, view.save)
    qtbot.waitUntil(lambda: view.table.model.rowCount() == 1)
    view.table.view.selectRow(0)
    target, first = tmp_path / "look.rmx", program.session.path
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(target), ""))
    click(qtbot, view.open_copy)
    qtbot.waitUntil(lambda: program.session.path == target)
    assert len(program.session.snapshot().influencers) == 40
    own = program.session.backup_folder()
    assert first is not None
    program.session.open(first)
    assert program.session.backup_folder() != own


def test_the_folder_is_shown(
    qtbot: QtBot, program: Program, page: SettingsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr("PySide6.QtGui.QDesktopServices.openUrl", lambda url: shown.append(url.toLocalFile()))
    view = page.open_section("backups")
    click(qtbot, view.show_folder)
    assert shown == [str(program.session.backup_folder())]


# ── forgetting ──


def test_a_host_is_forgotten_with_all_that_named_him(
    qtbot: QtBot, program: Program, page: SettingsPage, open_planted: Path
) -> None:
    view = page.open_section("privacy")
    with qtbot.waitSignal(page.keeper.done, timeout=20_000):
        page.keeper.save_now()
    program.session.save_result(Result(KEPT, "x", date(2026, 1, 1)), "x", by=None)
    program.session.delete_influencers([HOST], by=None)
    program.session.undo()
    assert has_named(program, NAME)
    qtbot.keyClicks(view.host, HOST)
    view.host.completer().popup().hide()
    seen: list[str] = []
    answer(qtbot, QMessageBox.StandardButton.Yes, seen)
    with qtbot.waitSignal(page.keeper.done, timeout=20_000) as done:
        click(qtbot, view.forget_host)
    assert done.args[0] == "forgotten_everywhere"
    for part in (
        "1 host",
        "1 offer",
        "2 results",
        "2 lines",
        "3 imported lines",
        "cannot be undone",
        "backups too",
    ):
        assert part in seen[0]
    assert not has_named(program, NAME)
    assert not has_named(program, HOST)
    assert [host.id for host in program.session.snapshot().influencers] == [KEPT]
    assert program.session.undo_code() is None
    assert program.session.redo_code() is None
    assert view.host.text() == ""


def test_without_the_backups_these_still_hold_him_and_it_is_said(
    qtbot: QtBot, program: Program, page: SettingsPage, open_planted: Path
) -> None:
    view = page.open_section("privacy")
    view.backups.click()
    view.host.setText(NAME)
    seen: list[str] = []
    answer(qtbot, QMessageBox.StandardButton.Yes, seen)
    with qtbot.waitSignal(page.keeper.done, timeout=20_000):
        click(qtbot, view.forget_host)
    assert "still hold" in seen[0]
    assert "still hold" in page.notice.text.text()
    assert NAME.encode() not in open_planted.read_bytes()
    assert backups(program) == ["forget.rmx"]
    assert has_named(program, NAME)


def test_all_orders_are_forgotten_with_buyers_and_key(
    qtbot: QtBot, program: Program, page: SettingsPage, open_planted: Path
) -> None:
    view = page.open_section("privacy")
    assert has_named(program, KEY.hex())
    seen: list[str] = []
    answer(qtbot, QMessageBox.StandardButton.Yes, seen)
    with qtbot.waitSignal(page.keeper.done, timeout=20_000):
        click(qtbot, view.forget_orders)
    assert "2 buyers" in seen[0]
    assert not has_named(program, KEY.hex())
    assert program.session.line_batches() == ()
    assert len(program.session.snapshot().influencers) == 2


def test_cancelling_the_question_forgets_nothing(
    qtbot: QtBot, program: Program, page: SettingsPage, open_planted: Path
) -> None:
    view = page.open_section("privacy")
    seen: list[str] = []
    answer(qtbot, QMessageBox.StandardButton.Cancel, seen)
    click(qtbot, view.forget_orders)
    qtbot.waitUntil(lambda: bool(seen))
    assert not page.keeper.is_running()
    assert len(program.session.line_batches()) == 2
    program.session.save_product(Product("Tea", 9.0), by=None)


def test_somebody_nobody_knows_is_told(
    qtbot: QtBot, program: Program, page: SettingsPage, open_planted: Path
) -> None:
    view = page.open_section("privacy")
    assert not view.forget_host.isEnabled()
    view.host.setText("nobody")
    qtbot.keyClick(view.host, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "notice" in vars(page) and page.notice.isVisible())
    assert "nobody" in page.notice.text.text()


# ── while other things go on ──


def test_while_a_project_is_prepared_edits_are_refused_with_a_sentence_and_it_can_be_stopped(
    qtbot: QtBot, program: Program, page: SettingsPage, open_planted: Path
) -> None:
    page.keeper.forget(HOST, backups=False)
    assert page.work.isVisible()
    for edit in (
        lambda: program.session.save_product(Product("Tea", 9.0), by=None),
        lambda: program.session.put_setting("x", 1),
        program.session.writer,
        program.session.buyer_key,
        lambda: program.session.open(open_planted),
    ):
        with pytest.raises(InputError) as refused:
            edit()
        assert refused.value.problems[0].code == "project_held"
    click(qtbot, page.work.stop)
    assert not page.work.isVisible()
    program.session.save_product(Product("Tea", 9.0), by=None)
    assert keeping_pool().waitForDone(10_000)
    assert len(program.session.snapshot().influencers) == 2
    assert not list(open_planted.parent.glob("*.clean*"))


def test_while_lines_are_written_it_is_refused(
    qtbot: QtBot, program: Program, page: SettingsPage, open_planted: Path
) -> None:
    writer = program.session.writer()
    writer.is_busy = True
    page.keeper.forget(None, backups=True)
    assert page.notice.isVisible()
    assert "import" in page.notice.text.text()
    writer.is_busy = False
    with qtbot.waitSignal(page.keeper.done, timeout=20_000):
        page.keeper.forget(None, backups=True)


def test_an_import_begun_before_is_refused_and_not_half_taken(
    qtbot: QtBot, program: Program, page: SettingsPage, open_planted: Path
) -> None:
    from keeping import batch

    from model.batches import BatchKind

    writer = program.session.writer()
    early = writer.write(batch(BatchKind.ORDERS, "early.xlsx", {"order_id": "9"}))
    with qtbot.waitSignal(page.keeper.done, timeout=20_000):
        page.keeper.forget(None, backups=True)
    late = writer.write(batch(BatchKind.ORDERS, "late.xlsx", {"order_id": "10"}))
    assert late != early
    with pytest.raises(InputError) as refused:
        program.session.take_import([early, late])
    assert refused.value.problems[0].code == "batch_gone"
    assert program.session.line_batches() == ()


def test_a_plan_on_its_way_does_not_hinder_it_and_comes_to_nothing(
    qtbot: QtBot, program: Program, page: SettingsPage
) -> None:
    program.session.fill(SHOP)
    matrix = program.window.page("matrix")
    matrix.recommend()
    assert matrix._job.is_running()
    with qtbot.waitSignal(page.keeper.done, timeout=30_000):
        page.keeper.forget("h3", backups=True)
    assert not matrix._job.is_running()
    assert len(program.session.snapshot().influencers) == 39
    matrix.recommend()
    qtbot.waitUntil(lambda: matrix._advice is not None, timeout=30_000)
    assert "h3" not in {choice.id for choice in matrix._advice.plan.choices}


def test_another_project_opened_meanwhile_stays_as_it_is(
    qtbot: QtBot, program: Program, page: SettingsPage, open_planted: Path, tmp_path: Path
) -> None:
    page.keeper.forget(HOST, backups=True)
    program.session.close()
    program.session.new(tmp_path / "other.rmx")
    qtbot.waitUntil(lambda: not page.keeper.is_running(), timeout=20_000)
    assert program.session.path == tmp_path / "other.rmx"
    assert not list(tmp_path.glob("*.clean*"))
    program.session.save_product(Product("Tea", 9.0), by=None)
    with Store.open(open_planted) as store:
        assert len(store.influencers()) == 2


# ── damaged projects ──


def spoil(path: Path) -> None:
    raw = bytearray(path.read_bytes())
    raw[4096 : 4096 * 3] = bytes(4096 * 2)
    path.write_bytes(raw)


@pytest.fixture
def damaged(qtbot: QtBot, program: Program, tmp_path: Path, page: SettingsPage) -> Path:
    """A damaged project with a backup."""
    path = planted(tmp_path / "planted.rmx")
    program.session.open(path)
    with qtbot.waitSignal(page.keeper.done, timeout=20_000):
        page.keeper.save_now()
    first = tmp_path / "shop.rmx"
    program.session.open(first)
    assert keeping_pool().waitForDone(10_000)
    shutil.copy(path, tmp_path / "good.copy")
    spoil(path)
    return path


def rescue(qtbot: QtBot, program: Program, path: Path) -> RescueDialog:
    assert not program.window.open_project(path)
    qtbot.waitUntil(lambda: bool(program.window.findChildren(RescueDialog)))
    [dialog] = program.window.findChildren(RescueDialog)
    qtbot.waitUntil(dialog.save.isEnabled)
    return dialog


def test_a_damaged_project_goes_back_to_its_newest_good_backup(
    qtbot: QtBot, program: Program, damaged: Path
) -> None:
    broken = damaged.read_bytes()
    dialog = rescue(qtbot, program, damaged)
    assert program.session.path != damaged
    assert "hosts: 2" in dialog.found.text()
    click(qtbot, dialog.use_backup)
    qtbot.waitUntil(lambda: program.session.path == damaged)
    assert {host.id for host in program.session.snapshot().influencers} == {HOST, KEPT}
    assert (damaged.parent / "planted.damaged.rmx").read_bytes() == broken
    assert "planted.damaged.rmx" in dialog.told.text()
    click(qtbot, dialog.leave)


def test_what_can_be_read_is_saved_in_a_new_project(qtbot: QtBot, program: Program, damaged: Path) -> None:
    broken = damaged.read_bytes()
    dialog = rescue(qtbot, program, damaged)
    click(qtbot, dialog.save)
    saved = damaged.with_name("planted.saved.rmx")
    qtbot.waitUntil(lambda: program.session.path == saved or bool(dialog.told.text()))
    if program.session.path == saved:
        with closing(sqlite3.connect(saved)) as db:
            assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert damaged.read_bytes() == broken
    click(qtbot, dialog.leave)


def test_saving_what_can_be_read_is_stopped_by_its_button(
    qtbot: QtBot, program: Program, damaged: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = program.session.path

    def endless(progress: Callable[[str, float], None], cancelled: Callable[[], bool]) -> None:
        progress("reading", 0.4)
        while not cancelled():
            pass
        raise Cancelled

    dialog = rescue(qtbot, program, damaged)
    monkeypatch.setattr(type(program.session), "salvage_work", lambda *_args: endless)
    click(qtbot, dialog.save)
    qtbot.waitUntil(lambda: dialog.work.bar.value() == 40)
    assert dialog.work.doing.text()
    click(qtbot, dialog.work.stop)
    assert not dialog.work.isVisible()
    assert dialog.save.isEnabled()
    assert program.session.path == before
    click(qtbot, dialog.leave)


def test_a_file_that_never_was_a_project_is_only_refused(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    path = tmp_path / "letter.rmx"
    path.write_text("Dear sirs")
    assert not program.window.open_project(path)
    assert program.window.findChildren(RescueDialog) == []
