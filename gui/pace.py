"""How much longer work takes, told once it can be known."""

import time
from collections.abc import Callable

from gui import words
from gui.words import QT_TRANSLATE_NOOP

__all__ = ["Pace"]

KNOWN_AFTER = 2.0
"""Seconds of work before anything is said: the first steps tell too little of the others."""
KNOWN_FROM = 0.08
"""Share of the work that must be done before."""
WORTH = 3.0
"""Seconds that are worth telling."""
MINUTE = 60.0


class Pace:
    """Follows one piece of work by its shares; a share that falls back is a new piece."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._began, self._share = clock(), 0.0

    def told(self, doing: str, share: float) -> str:
        """What is being done, with the time that is left where it is known."""
        now = self._clock()
        if share < self._share or share == 0.0:
            self._began = now
        self._share = share
        left = self._left(now - self._began, share)
        return words.listed(part for part in (doing.rstrip("…") if left else doing, left) if part)

    def _left(self, spent: float, share: float) -> str:
        if spent < KNOWN_AFTER or not KNOWN_FROM <= share < 1.0:
            return ""
        rest = spent * (1 - share) / share
        if rest < WORTH:
            return ""
        if rest < MINUTE:
            return words.say(
                QT_TRANSLATE_NOOP("Words", "about {seconds} s left"),
                seconds=words.number(5 * max(round(rest / 5), 1)),
            )
        return words.say(
            QT_TRANSLATE_NOOP("Words", "about {minutes} min left"), minutes=words.number(round(rest / MINUTE))
        )
