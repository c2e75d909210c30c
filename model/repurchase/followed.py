"""Customers followed from their first purchase occasion on: when they came back, and how often within a time."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from model.intake.joined.arrays import Ints, Mask
from model.repurchase.purchases import Occasions
from model.repurchase.survival import Survival, kaplan_meier


@dataclass(frozen=True, eq=False)
class Followed:
    """Customers of one product, category or the whole shop; times in days.

    ``waits`` lead to the second occasion where ``came_back``, else to the end of the orders; ``follow`` is how long
    each customer was seen from his first occasion on: arrays of one length. ``gaps`` are all times between two
    occasions, ``since`` the age of each repeat occasion, from the first one of its customer.
    """

    waits: Ints
    came_back: Mask
    follow: Ints
    gaps: Ints
    since: Ints

    @property
    def customers(self) -> int:
        """Everyone with at least one purchase occasion."""
        return len(self.waits)

    @property
    def days(self) -> int:
        """The longest follow-up."""
        return int(self.follow.max(initial=0))

    @property
    def seen(self) -> float:
        """Share of the customers seen to come back, however long each was followed: depends on the day of the export."""
        return float(self.came_back.mean()) if len(self.waits) else 0.0

    @cached_property
    def survival(self) -> Survival:
        """Kaplan-Meier of those who wait for their second purchase."""
        return kaplan_meier(self.waits, self.came_back)

    def longer(self, days: float) -> int:
        """Customers followed for at least so long."""
        return int((self.follow >= days).sum())

    def returned_within(self, days: float) -> int:
        """Customers seen to come back within so many days."""
        return int((self.came_back & (self.waits <= days)).sum())

    def settled(self, days: float) -> int:
        """Customers of whom it is known whether they came back within so many days."""
        return int((self.came_back | (self.follow >= days)).sum())

    def repeats(self, days: float) -> float:
        """Repeat occasions per customer within so many days, those who were followed for less counted as long as seen.

        The mean cumulative function (Nelson 1988): the sum over repeat occasions of 1 / customers still followed.
        """
        ages = np.sort(self.since[self.since <= days])
        still = self.customers - np.searchsorted(np.sort(self.follow), ages, side="left")
        return float((1 / still).sum())


def follow_up(found: Occasions, last: int) -> Followed:
    """Customers from their first occasion to the second, or to the day ``last``."""
    firsts = found.starts
    came_back = found.counts > 1
    second = np.where(came_back, firsts + 1, firsts)
    first_day = found.day[firsts]
    since = found.day - np.repeat(first_day, found.counts)
    return Followed(
        waits=np.where(came_back, found.day[second], last) - first_day,
        came_back=came_back,
        follow=last - first_day,
        gaps=found.gaps,
        since=since[found.repeats],
    )
