"""Disks that fill up, sticks that are pulled out and folders that may only be read: as the system itself does it."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

BIG = 1 << 20


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
