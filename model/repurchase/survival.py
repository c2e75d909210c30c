"""Kaplan-Meier: how long customers wait for their second purchase, when not everyone could be followed to it."""

from bisect import bisect_right
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike


@dataclass(frozen=True, slots=True)
class Survival:
    """Kaplan-Meier: the share still waiting after each event day, with Greenwood's variance."""

    days: tuple[float, ...]
    waiting: tuple[float, ...]
    variance: tuple[float, ...]

    def at(self, day: float) -> tuple[float, float]:
        """Share still waiting after ``day``, and its variance."""
        place = bisect_right(self.days, day)
        return (self.waiting[place - 1], self.variance[place - 1]) if place else (1.0, 0.0)


def kaplan_meier(waits: ArrayLike, came_back: ArrayLike) -> Survival:
    """The curve of those still waiting; who did not come back is known to have waited that long, no more."""
    every = np.sort(np.asarray(waits, float))
    days, events = np.unique(np.asarray(waits, float)[np.asarray(came_back, bool)], return_counts=True)
    at_risk = len(every) - np.searchsorted(every, days, side="left")
    left = at_risk - events
    waiting = np.cumprod(left / at_risk)
    # Where nobody is left the share is 0 and so is the product, whatever stands for the infinite term.
    terms = np.divide(events, at_risk * left, out=np.zeros(len(days)), where=left > 0)
    variance = waiting**2 * np.cumsum(terms)
    return Survival(tuple(days.tolist()), tuple(waiting.tolist()), tuple(variance.tolist()))
