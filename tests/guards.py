"""What counts as standing still in a test. Speed is measured by benchmarks; tests find only what is slow on any machine.

A test shares its machine with others, and its process with what thousands of tests left in memory: one pass of the
collector over that takes longer than what is tested. So the bounds are wide, and the collector rests.
"""

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

STALLED = 1000.0
"""Milliseconds between two turns of the loop: ten times the promise, whatever else the machine does."""
WORKED = 500.0
"""Milliseconds of the thread's own work between two turns."""


@contextmanager
def no_collecting() -> Iterator[None]:
    """The collector has just been here and does not come meanwhile."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def worked(work: Callable[[], object]) -> float:
    """The milliseconds of this thread's own work that `work` takes, whatever else the machine does."""
    with no_collecting():
        began = time.thread_time()
        work()
        return (time.thread_time() - began) * 1e3
