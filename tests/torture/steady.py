"""What the long torture commands share: a heap without holes, all code loaded, and what is truly held."""

import ctypes
import gc
import importlib
import os
import pkgutil
import sys
from collections import Counter
from contextlib import suppress
from pathlib import Path

STEADY = "MALLOC_MMAP_THRESHOLD_"
"""Keeps glibc from taking large arrays out of its heap, which then has holes for ever: growth that is not the program's."""


def steady() -> None:
    """Begin the command anew with such a heap (Linux); call it before anything large is imported."""
    if sys.platform == "linux" and STEADY not in os.environ:
        os.execve(sys.executable, [sys.executable, *sys.argv], os.environ | {STEADY: "131072"})


def memory() -> int:
    """Kilobytes the program itself has in memory now, without what the allocator keeps for later.

    Pages of program files are not counted: they come in with the first use of their code and go when room is wanted.
    """
    gc.collect()
    with suppress(AttributeError, OSError):
        ctypes.CDLL("libc.so.6").malloc_trim(0)
    with Path("/proc/self/status").open() as file:
        return next(int(line.split()[1]) for line in file if line.startswith("RssAnon"))


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
