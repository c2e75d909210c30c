"""Purchases from order lines of either shape, as arrays, and the occasions they make."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np

from model.intake.joined.arrays import NO_DAY, NONE, Ints, Mask, day_number, runs
from model.intake.joined.lines import Lines
from model.intake.joined.occasions import occasion_days
from model.intake.joined.sales import Sales, sales_of
from model.intake.orders import OrderLine


@dataclass(frozen=True, eq=False)
class Occasions:
    """Days with positive net spend, customer after customer, each customer's in order."""

    day: Ints
    starts: Ints
    counts: Ints

    @property
    def repeats(self) -> Mask:
        """Which of them are not the first of their customer."""
        again = np.ones(len(self.day), bool)
        again[self.starts] = False
        return again

    @property
    def gaps(self) -> Ints:
        """Of every repeat the days since its customer's occasion before."""
        return np.diff(self.day, prepend=0)[self.repeats]

    @property
    def owners(self) -> Ints:
        """Of every occasion the place of its customer."""
        return np.repeat(np.arange(len(self.starts)), self.counts)


@dataclass(frozen=True, eq=False)
class Purchases:
    """Order lines as arrays of one length: ``customer`` is -1 for unknown buyers, ``product`` a place in ``names``.

    Days count from 1970-01-01; net spend is fen. ``undated`` lines were left out, as nobody knows their day, and
    ``later`` ones, as theirs has not come.
    """

    customer: Ints
    day: Ints
    net: Ints
    quantity: Ints
    product: Ints
    names: tuple[str, ...]
    undated: int = 0
    later: int = 0
    visits: tuple[Ints, Ints] | None = None
    """Customer and day of every occasion, where that was worked out before."""

    def __len__(self) -> int:
        return len(self.day)

    @property
    def last(self) -> int:
        """The last day, 0 when there is no line."""
        return int(self.day.max()) if len(self) else 0

    def until(self, day: int) -> "Purchases":
        """The lines up to and with this day."""
        stand = self.day <= day
        return Purchases(
            self.customer[stand],
            self.day[stand],
            self.net[stand],
            self.quantity[stand],
            self.product[stand],
            self.names,
            self.undated,
            self.later + int(len(stand) - stand.sum()),
        )

    @cached_property
    def occasions(self) -> Occasions:
        """Occasions of all known buyers, whatever they bought."""
        return _grouped(*(self.visits or occasion_days(self.customer, self.day, self.net)))

    def occasions_by(self, thing: Ints, count: int) -> tuple[Occasions, ...]:
        """Occasions of all known buyers for each of ``count`` things; ``thing`` is the one of every line, -1 for none."""
        size = int(self.customer.max(initial=0)) + 1
        pair = np.where((thing < 0) | (self.customer < 0), NONE, thing * size + self.customer)
        pair, day = occasion_days(pair, self.day, self.net)
        cuts = np.searchsorted(pair, np.arange(count + 1) * size)
        return tuple(_grouped(pair[low:high], day[low:high]) for low, high in pairwise(cuts.tolist()))


def purchases(lines: Iterable[OrderLine] | Lines | Sales) -> Purchases:
    """Order lines as arrays: of joined lines those that were paid for on a known day."""
    if isinstance(lines, Sales):
        return _of_sales(lines)
    return _of_sales(sales_of(lines)) if isinstance(lines, Lines) else _of_lines(tuple(lines))


def _of_lines(lines: Sequence[OrderLine]) -> Purchases:
    buyers = {"": NONE}
    names: dict[str, int] = {}
    who = [buyers.setdefault(line.buyer_key, len(buyers)) for line in lines]
    what = [names.setdefault(line.product, len(names)) for line in lines]
    return Purchases(
        np.array(who, np.int64),
        np.array([day_number(line.day) for line in lines], np.int64),
        np.array([round(line.paid * 100) - round(line.refunded * 100) for line in lines], np.int64),
        np.array([line.quantity for line in lines], np.int64),
        np.array(what, np.int64),
        tuple(names),
    )


def _of_sales(sales: Sales) -> Purchases:
    codes, names = sales.words("product")
    dated = sales.day != NO_DAY
    return Purchases(
        sales.customer[dated],
        sales.day[dated],
        sales.net[dated],
        sales.number("quantity")[dated],
        np.where(codes == NONE, len(names), codes)[dated],
        (*names, ""),
        int(len(dated) - dated.sum()),
        sales.later,
        sales.occasions[:2],
    )


def _grouped(group: Ints, day: Ints) -> Occasions:
    starts = runs(group)
    return Occasions(day, starts, np.diff(np.append(starts, len(group))))
