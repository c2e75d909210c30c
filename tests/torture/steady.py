"""What the long torture commands share: an account of every block, all code loaded, and what is truly held."""

import ctypes
import gc
import importlib
import os
import pkgutil
import sys
from collections import Counter
from typing import ClassVar

ALLOCATOR = {"PYTHONMALLOC": "malloc", "MALLOC_MMAP_THRESHOLD_": "131072"}
"""Has glibc account for every block, Python's own too, and keep large arrays out of its heap."""


class _Account(ctypes.Structure):
    """What glibc's ``mallinfo2`` answers with, bytes and numbers of blocks."""

    _fields_: ClassVar = [
        (name, ctypes.c_size_t)
        for name in (
            "arena", "ordblks", "smblks", "hblks", "hblkhd", "usmblks", "fsmblks", "uordblks", "fordblks", "keepcost",
        )
    ]  # fmt: skip


def steady() -> None:
    """Begin the command anew with such an account (Linux); call it before anything large is imported."""
    if sys.platform == "linux" and not ALLOCATOR.items() <= os.environ.items():
        os.execve(sys.executable, [sys.executable, *sys.argv], os.environ | ALLOCATOR)


def memory() -> int:
    """Kilobytes that are truly held now: not what the allocator keeps for later, nor pages of program files."""
    gc.collect()
    ask = ctypes.CDLL("libc.so.6").mallinfo2
    ask.restype = _Account
    account = ask()
    return int(account.uordblks + account.hblkhd) // 1024


def load_everything() -> None:
    """Import whatever the program may import at some time: what is loaded with its first use is no growth."""
    import gui
    import model

    for package in (gui, model):
        for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
            if not module.name.endswith("__main__"):
                importlib.import_module(module.name)
    for name in (
        "xlsxwriter",
        "icalendar",
        "lunar_python",
        "pyarrow.csv",
        "pyarrow.compute",
        "pyarrow.ipc",
    ):
        importlib.import_module(name)
    importlib.import_module("gui.pinyin").prepare()


def census() -> Counter[str]:
    """How many Python objects of each kind there are, to see what a growth is made of."""
    gc.unfreeze()  # the program sets aside what it would only look through in vain
    gc.collect()
    return Counter(f"{type(one).__module__}.{type(one).__qualname__}" for one in gc.get_objects())
