"""Disks that fill up, sticks that are pulled out and folders that may only be read: as the system itself does it."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.app import Program
from gui.crashdialog import CrashDialog
from model.store import Store
from tests.gui.shop import SHOP

MARKS = [
    pytest.mark.skipif(sys.platform != "linux", reason="disks are broken here as Linux can"),
    pytest.mark.qt_no_exception_capture,
    pytest.mark.usefixtures("crash_hook"),
]

BIG = 1 << 20
FULL, GONE, LOCKED = "disk is full", ("cannot be reached", "moved or deleted"), "read-only"


@contextmanager
def small_disk(folder: Path, size: str = "6m") -> Iterator[Path]:
    """A file system of its own of this size; None who may mount one: the test is for the superuser of a Linux."""
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", folder], check=True)


def may_mount(folder: Path) -> bool:
    """Whether a file system can be mounted here."""
    try:
        with small_disk(folder / "try"):
            return True
    except (OSError, subprocess.CalledProcessError):
        return False


@contextmanager
def full(disk: Path) -> Iterator[None]:
    """Not one more block can be written there."""
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as file:
        for size in (BIG, 4096):
            try:
                while file.write(b"\1" * size):
                    pass
            except OSError:
                continue
    try:
        yield
    finally:
        ballast.unlink()


def pull_out(stick: Path) -> Path:
    """Nothing is found there any more, and what is open below fails at every read and write; the answer puts it back.

    Files that were open stay dead for good, as they do when a stick is plugged in again.
    """
    dead = os.open("/", os.O_RDONLY | os.O_DIRECTORY)
    held = {int(one.name): str(one.resolve()) for one in Path("/proc/self/fd").iterdir()}
    for number, target in held.items():
        if target.startswith(f"{stick}/"):
            os.dup2(dead, number, inheritable=False)
    os.close(dead)
    return stick.rename(stick.with_name(f"{stick.name} (away)"))


def plug_in(away: Path, stick: Path) -> None:
    """The same stick again."""
    away.rename(stick)


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """We may read there and nothing else; the superuser is somebody else meanwhile, as he may write everywhere."""
    superuser = os.geteuid() == 0
    folder.chmod(0o555)
    if superuser:
        os.seteuid(65534)
    try:
        yield
    finally:
        if superuser:
            os.seteuid(0)
        folder.chmod(0o777)


# ── a program on such a disk ──


def opened(program: Program, folder: Path) -> Path:
    """A project with hosts in it, open at the window."""
    path = folder / "店.rmx"
    program.session.close()
    program.session.new(path)
    program.session.fill(SHOP)
    return path


def press(qtbot: QtBot, button: Any) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def type_product(qtbot: QtBot, program: Program, name: str) -> Any:
    """Fill in the form of a product and save it, as a person does; the page."""
    page: Any = program.window.show_page("products")
    page.complete()
    page.start_new()
    page.hush()
    page.form.set_values({"name": name, "price": "59"})
    press(qtbot, page.sheet.save)
    return page


def names(path: Path) -> list[str]:
    with Store.open(path) as store:
        return [product.name for product in store.products()]


def said(page: Any) -> str:
    assert page.notice.isVisible()
    return str(page.notice.text.text())


def no_crash() -> bool:
    return not [w for w in QApplication.topLevelWidgets() if isinstance(w, CrashDialog) and w.isVisible()]


def is_told(text: str, sentences: str | tuple[str, ...]) -> bool:
    return any(one in text for one in ((sentences,) if isinstance(sentences, str) else sentences))


def hosts(path: Path) -> int:
    with Store.open(path) as store:
        return len(store.influencers())


def backed_up(qtbot: QtBot, program: Program) -> Any:
    page: Any = program.window.show_page("settings")
    view = page.open_section("backups")
    page.hush()
    press(qtbot, view.save)
    qtbot.waitUntil(lambda: page.notice.isVisible() and not page.keeper.is_running(), timeout=20_000)
    return page
