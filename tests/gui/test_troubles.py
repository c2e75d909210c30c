"""What goes wrong around a project: two windows on it, a clock that is set back, a cloud drive's second copy."""

import datetime as dt
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gui import clock
from gui.app import Program, data_folder
from gui.guarded import keeping_pool
from gui.session import Session
from model.errors import InputError
from model.records import Product

ROOT = Path(__file__).parents[2]
OTHER = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from gui.session import Session
from model.records import Product
app = QCoreApplication([])
session = Session(app)
session.keep_backups(Path(sys.argv[2]))
session.open(Path(sys.argv[1]))
session.save_product(Product("另一个窗口的", 5.0), None)
print("open", flush=True)
time.sleep(20)
"""


def names(session: Session) -> list[str]:
    return [product.name for product in session.snapshot().products]


def test_a_project_that_is_open_in_another_window_is_refused_until_that_one_is_gone(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    path = tmp_path / "两个窗口.rmx"
    Session().new(path)
    command = [sys.executable, "-c", OTHER, str(path), str(data_folder() / "backups")]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        before = program.session.path
        program.window.open_project(path)
        assert program.session.path == before
        assert "open in another window" in program.window.stack.currentWidget().notice.text.text()
        program.session.save_product(Product("还在", 1.0), None)
        other.send_signal(signal.SIGKILL)  # a window that fell over keeps nobody out
        other.wait()
        program.window.open_project(path)
    assert program.session.path == path
    assert names(program.session) == ["另一个窗口的"]


def test_a_window_lets_go_of_a_project_it_closes_and_keeps_one_it_could_not_leave(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    mine = program.session.path
    assert mine is not None
    other = Session()
    other.keep_backups(data_folder() / "backups")
    with pytest.raises(InputError) as refused:
        other.open(mine)
    assert refused.value.problems[0].code == "project_open"
    with pytest.raises(InputError):
        program.session.open(tmp_path / "missing.rmx")
    with pytest.raises(InputError):
        other.open(mine)
    program.session.open(mine)  # once more the same
    held = program.session._claim  # as an error on its way may hold it
    program.session.close()
    other.open(mine)
    assert held is not None
    other.close()
    program.session.open(mine)


def test_a_clock_set_back_loses_no_edit_and_no_backup(
    qtbot: QtBot, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    session, moment = program.session, clock.now()
    for days, name in ((0, "今天"), (-400, "去年"), (-399, "去年又一天"), (1, "明天")):
        monkeypatch.setattr("gui.guarded.now", lambda days=days: moment + dt.timedelta(days=days))
        session.save_product(Product(name, 9.0), None)
        work = session.backup_work("asked")
        assert work is not None
        assert work(lambda _code, _share: None, lambda: False) is not None
    assert names(session) == ["今天", "去年", "去年又一天", "明天"]
    held = [(backup.products, backup.moment.date() - moment.date()) for backup in session.list_work()()]
    assert [count for count, _ in held] == [4, 1, 3, 2]
    assert sorted(days.days for _, days in held) == [-400, -399, 0, 1]
    while session.undo_code() is not None:
        session.undo()
    assert names(session) == []


def test_the_second_copy_of_a_cloud_drive_is_a_project_of_its_own(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    session = program.session
    session.save_product(Product("两边都有", 9.0), None)
    first = session.path
    assert first is not None
    assert session.backup_folder() is not None
    home = session.backup_folder()
    second = Path(shutil.copy(first, tmp_path / "shop (冲突的副本 2026-11-27).rmx"))
    program.window.open_project(second)
    session.save_product(Product("只在副本", 9.0), None)
    assert session.backup_folder() not in (None, home)
    assert {path.name for path in tmp_path.glob("*.rmx*")} == {second.name, first.name}
    program.window.open_project(first)
    assert names(session) == ["两边都有"]
    assert session.backup_folder() == home
    qtbot.waitUntil(lambda: keeping_pool().activeThreadCount() == 0)
