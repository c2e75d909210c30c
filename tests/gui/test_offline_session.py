"""A whole session with every way to the network under guard: the interpreter tells of each socket, and none is made."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from gui.app import Program
from model.intake.out.templates import write_template
from tests.gui.everywhere import dialogs, furnish, places, settle

NETWORK = (
    "socket.",
    "urllib.",
    "http.",
    "ftplib.",
    "smtplib.",
    "poplib.",
    "imaplib.",
    "telnetlib.",
    "nntplib.",
    "ssl.",
    "webbrowser.",
)
QT = ("Qt6Network", "QtNetwork", "Qt6WebSockets", "Qt6WebEngine", "libcurl")
_told: list[str] = []
_is_up: list[bool] = []


def _hear(event: str, args: tuple[Any, ...]) -> None:
    if _is_up and event.startswith(NETWORK):
        _told.append(f"{event} {args[1:]}")
        raise OSError("no network here")


sys.addaudithook(_hear)  # stays for good, so it listens only while it is up


@pytest.fixture
def wall() -> Iterator[list[str]]:
    """What tried to reach somebody."""
    _told.clear()
    _is_up.append(True)
    yield _told
    _is_up.clear()


def test_the_wall_hears_of_a_socket(wall: list[str]) -> None:
    import socket
    import urllib.request

    with pytest.raises(OSError, match="no network"):
        socket.socket()
    with pytest.raises(OSError, match="no network"):
        urllib.request.urlopen("http://192.0.2.1/")
    assert [told.partition(" ")[0] for told in wall] == ["socket.__new__", "urllib.Request"]


@pytest.mark.timeout(300)
def test_a_whole_session_makes_no_socket(
    qtbot: QtBot,
    program: Program,
    wall: list[str],
    bring_in: Any,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window = furnish(qtbot, program).window
    write_template("roster", tmp_path / "mine.xlsx", "zh_CN")
    wizard = bring_in(tmp_path / "mine.xlsx")
    qtbot.waitUntil(lambda: not wizard.importer.is_busy(), timeout=20_000)
    wizard.close()
    matrix: Any = window.show_page("matrix")
    matrix.recommend()
    qtbot.waitUntil(
        lambda: bool(matrix.plan.choices.model.rows) and not matrix._job.is_running(), timeout=60_000
    )
    for name, write in (("plan.pdf", matrix.save_report), ("plan.xlsx", matrix._export)):
        monkeypatch.setattr(
            QFileDialog, "getSaveFileName", lambda *_a, name=name, **_k: (str(tmp_path / name), "")
        )
        write()
        qtbot.waitUntil((tmp_path / name).exists, timeout=60_000)
    for _ in places(qtbot, program):
        pass
    for _ in dialogs(qtbot, program, tmp_path):
        pass
    for code, look in (("zh_CN", "dark"), ("en", "light")):
        program.choose_language(code)
        program.choose_theme(look)
        settle(qtbot)
    work = program.session.backup_work("asked")
    assert work is not None
    work(lambda _code, _share: None, lambda: False)
    program.session.copy_to(tmp_path / "copy.rmx")
    program.session.open(tmp_path / "copy.rmx")
    program.session.close()
    window.close()
    QThreadPool.globalInstance().waitForDone()
    assert wall == []
    assert not {name for name in sys.modules if name.startswith(("PySide6.QtNetwork", "PySide6.QtWeb"))}


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells which libraries a process has")
def test_no_library_for_the_network_is_loaded(program: Program) -> None:
    loaded = {
        Path(line.split()[-1]).name
        for line in Path("/proc/self/maps").read_text().splitlines()
        if "/" in line
    }
    assert any("Qt6Widgets" in name for name in loaded)
    assert sorted(name for name in loaded if any(word in name for word in QT)) == []
