"""Work beside the window: a write whose end the caller waits for while the window is drawn, and sweeping up."""

import logging
import threading
from collections.abc import Callable
from functools import partial
from typing import Final, TypeVar

from PySide6.QtCore import QEventLoop, QObject, QThreadPool, Signal

from model.errors import UserError

__all__ = ["aside", "is_anything_aside", "swept"]

log = logging.getLogger(__name__)
R = TypeVar("R")
_NAME: Final = "aside"


class _End(QObject):
    """Tells the window's thread, from the other one, that the work is done."""

    reached = Signal()


def aside(work: Callable[[], R]) -> R:
    """The answer of ``work``, called in a thread of its own, or what it raises.

    Timers, painting and what other workers tell go on. Keys and clicks are kept until it is done, so that nobody
    can ask for a second thing in the middle of the first: it is for work of a blink, as a write of many records.
    """
    answers: list[R] = []
    faults: list[BaseException] = []
    loop, end = QEventLoop(), _End()
    end.reached.connect(loop.quit)

    def run() -> None:
        try:
            answers.append(work())
        except BaseException as fault:  # noqa: BLE001 - raised again where it was asked for
            faults.append(fault)
        end.reached.emit()

    # Not of the pool: there it might have to wait behind work of many seconds.
    thread = threading.Thread(target=run, name=_NAME)
    thread.start()
    loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    thread.join()
    if faults:
        raise faults.pop()
    return answers.pop()


def is_anything_aside() -> bool:
    """Whether somebody waits for such work, from whatever the window does meanwhile."""
    return any(thread.name == _NAME for thread in threading.enumerate())


def swept(find: Callable[[], Callable[[], None] | None]) -> None:
    """Throw away in the background what ``find`` finds; what is left over goes the next time."""

    def work(sweep: Callable[[], None]) -> None:
        try:
            sweep()
        except UserError:
            log.info("unseen batches stay until the project is opened again", exc_info=True)

    try:
        sweep = find()
    except UserError:
        log.info("unseen batches are not looked for", exc_info=True)
    else:
        if sweep is not None:
            QThreadPool.globalInstance().start(partial(work, sweep))
