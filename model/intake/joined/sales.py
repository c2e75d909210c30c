"""Joined lines that were paid for, as arrays: who, when, what, from which host, how much."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, TypeVar

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from model.batches import OrderState
from model.intake.joined.arrays import NO_DAY, NONE, Ints, Mask, day_number, ranked
from model.intake.joined.lines import Lines
from model.intake.joined.occasions import Visits, visits
from model.intake.joined.vectors import coded, days, digits, distinct, known, numbers, yes

T = TypeVar("T", bound=np.generic)

SOLD: Final = (OrderState.PAID, OrderState.REFUNDED)
"""States of lines that were paid for; what was paid less what was refunded of them is the net of a shop."""


@dataclass(frozen=True, eq=False)
class Named:
    """Things that lines speak of: their number on every line (``NONE`` for none) and id, name and platform of each."""

    codes: Ints
    ids: tuple[str, ...]
    names: tuple[str, ...]
    platforms: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.ids)


@dataclass(frozen=True, eq=False)
class Sales:
    """Lines that were paid for, in their order; every array has one element a line and is made when first asked for.

    ``rows`` are their places in ``table``, None where they are all of it; ``later`` counts lines left out as they
    are of a day that has not come, ``foreign`` those left out as their money is no yuan. Days count from 1970-01-01, money is fen.
    """

    table: pa.Table
    rows: NDArray[np.intp] | None
    later: int
    foreign: int = 0
    _numbers: dict[str, Ints] = field(default_factory=dict)

    def number(self, name: str) -> Ints:
        """A column of whole numbers, 0 where nothing is known."""
        if name not in self._numbers:
            self._numbers[name] = self._of(numbers(self.table[name]))
        return self._numbers[name]

    def has(self, name: str) -> Mask:
        """Where a column says something."""
        return self._of(known(self.table[name]))

    def words(self, name: str) -> tuple[Ints, tuple[str, ...]]:
        """A column of words as numbers into its distinct words, ``NONE`` where nothing is known."""
        codes, words = coded(self.table[name])
        return self._of(codes), tuple(words.to_pylist())

    @property
    def lines(self) -> int:
        """How many lines were paid for."""
        return self.table.num_rows if self.rows is None else len(self.rows)

    @cached_property
    def stands_paid(self) -> Mask:
        """Lines that were not refunded in whole."""
        return self._of(_in(self.table, (OrderState.PAID,)))

    @cached_property
    def day(self) -> Ints:
        """The calendar day of payment, ``NO_DAY`` where it is unknown."""
        return self._of(days(self.table["paid_at"]))

    @cached_property
    def net(self) -> Ints:
        """Paid less refunded."""
        return self.number("paid_fen") - self.number("refunded_fen")

    @cached_property
    def end(self) -> int:
        """The last day of the sales, ``NO_DAY`` where there is none."""
        return int(self.day.max(initial=NO_DAY))

    @cached_property
    def customer(self) -> Ints:
        """The number of the customer, ``NONE`` where the buyer is not known."""
        return self._of(self._buyers[0])

    @cached_property
    def visits(self) -> Visits:
        """The days of every customer; marked where a line of the day was not refunded in whole."""
        return visits(self.customer, self.day, self.net, self.stands_paid)

    @cached_property
    def occasions(self) -> tuple[Ints, Ints, Ints]:
        """Customer, day and net spend of every purchase occasion, by customer and day."""
        return self.visits.occasions()

    @cached_property
    def alone(self) -> Mask:
        """The lines that are the only one of their customer."""
        known = self.customer != NONE
        counts = np.bincount(
            self.customer if known.all() else self.customer[known], minlength=len(self.buyers) + 1
        )
        single: Mask = (counts == 1)[self.customer] & known
        return single

    @property
    def buyers(self) -> NDArray[np.uint64]:
        """The key of every customer; some may have bought nothing."""
        return self._buyers[1]

    @cached_property
    def _buyers(self) -> tuple[Ints, NDArray[np.uint64]]:
        codes, keys = distinct(self.table["buyer"])
        return codes, keys.to_numpy(zero_copy_only=False).astype(np.uint64, copy=False)

    @cached_property
    def orders(self) -> tuple[Ints, int]:
        """The number of the order of every line and how many orders there are; a line without an id is an order."""
        ids = self.table["order_id"]
        plain = digits(ids)
        key = self._of(distinct(ids)[0] if plain is None else plain)
        codes, count = ranked(key)
        places, platforms = self._platforms
        if places is not None:
            codes, count = ranked(codes * len(platforms) + places)
        without = np.flatnonzero(key == NONE)
        if len(without):
            codes[without] = count + np.arange(len(without))
            codes, count = ranked(codes)
        return codes, count

    @cached_property
    def products(self) -> Named:
        """Products by platform and id, else by name; lines without either are of one nameless product."""
        return self._named("product_id", "product", nameless=True)

    @cached_property
    def hosts(self) -> Named:
        """Hosts by platform and id, else by name; lines without either have no host."""
        return self._named("host_id", "host", nameless=False)

    @cached_property
    def _platforms(self) -> tuple[Ints | None, tuple[str, ...]]:
        """The platform of every line, None where there is but one."""
        if self.table["platform"].null_count == 0 and len(names := _words_of(self.table["platform"])) == 1:
            return None, names
        return self.words("platform")

    def _named(self, id_name: str, name: str, nameless: bool) -> Named:
        (ids, id_words), (names, name_words) = self.words(id_name), self.words(name)
        platform, platforms = self._platforms
        # A thing is known by one number: its id, or its name behind all ids, or the last one for neither.
        neither = len(id_words) + len(name_words)
        key = np.where(ids != NONE, ids, np.where(names != NONE, len(id_words) + names, neither))
        if platform is not None:
            key = key * len(platforms) + platform
        used = np.zeros((neither + 1) * len(platforms), bool)
        used[key] = True
        if not nameless:
            used[neither * len(platforms) :] = False
        codes = np.where(used, np.cumsum(used) - 1, NONE)[key]
        keys, where = np.divmod(np.flatnonzero(used), max(len(platforms), 1))
        ids_of = (*id_words, *[""] * (len(name_words) + 1))
        return Named(
            codes,
            tuple(ids_of[place] for place in keys.tolist()),
            _called(codes, len(keys), names, name_words),
            tuple(platforms[place] for place in where.tolist()),
        )

    def _of(self, values: NDArray[T]) -> NDArray[T]:
        return values if self.rows is None else values[self.rows]


def sales_of(lines: "Lines | Sales", today: dt.date | None = None) -> Sales:
    """The lines that were paid for in yuan; those after ``today`` are taken for mistyped dates and left out.

    Sales stay what they are, with all that was worked out of them already.
    """
    if isinstance(lines, Sales):
        return lines
    sold = _in(lines.table, SOLD)
    foreign = sold & yes(lines.table["foreign"])
    sold &= ~foreign
    later = np.zeros(len(sold), bool)
    if today is not None:
        later = sold & (days(lines.table["paid_at"]) > day_number(today))
    stand = sold & ~later
    rows = None if stand.all() else np.flatnonzero(stand)
    return Sales(lines.table, rows, int(later.sum()), int(foreign.sum()))


def _in(table: pa.Table, states: Collection[OrderState]) -> Mask:
    codes, words = coded(table["state"])
    inside: Mask = np.array([*(word in states for word in words.to_pylist()), False])[codes]
    return inside


def _words_of(column: pa.ChunkedArray) -> tuple[str, ...]:
    """The words of a column of words in one piece, no words of others."""
    return tuple(column.chunk(0).dictionary.to_pylist()) if column.num_chunks == 1 else ()


def _called(codes: Ints, count: int, names: Ints, words: tuple[str, ...]) -> tuple[str, ...]:
    """What each thing is called on the last line that names it; empty where none does."""
    last = np.full(count + 1, len(words))
    last[np.where(names != NONE, codes, NONE)] = names
    called = (*words, "")
    return tuple(called[place] for place in last[:count].tolist())
