"""What the long torture commands share: a heap without holes, and the memory that is truly held."""

import ctypes
import gc
import os
import resource
import sys
from contextlib import suppress
from pathlib import Path

STEADY = "MALLOC_MMAP_THRESHOLD_"
"""Keeps glibc from taking large arrays out of its heap, which then has holes for ever: growth that is not the program's."""


def steady() -> None:
    """Begin the command anew with such a heap (Linux); call it before anything large is imported."""
    if sys.platform == "linux" and STEADY not in os.environ:
        os.execve(sys.executable, [sys.executable, *sys.argv], os.environ | {STEADY: "131072"})


def memory() -> int:
    """Kilobytes in memory now, without what the allocator keeps for later."""
    gc.collect()
    with suppress(AttributeError, OSError):
        ctypes.CDLL("libc.so.6").malloc_trim(0)
    with Path("/proc/self/statm").open() as file:
        return int(file.read().split()[1]) * resource.getpagesize() // 1024
