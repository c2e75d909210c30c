"""Rows of a regression with kinds in them (platform, category, form): each row is of one of each, which makes sums cheap."""

from dataclasses import dataclass

import numpy as np

from model.authenticity.robust import Floats, Ints


@dataclass(frozen=True, eq=False)
class Rows:
    """Plain columns, and behind them a column for every kind, 1 in the rows of that kind and 0 else.

    ``codes`` are the kinds of every row by number (-1: as usual, none of them), ``counts`` how many kinds there are.
    Written out, 6,000 rows of 190 columns made each of the sums below take 10 ms; there are hundreds of them.
    """

    plain: Floats
    codes: tuple[Ints, ...] = ()
    counts: tuple[int, ...] = ()

    @property
    def width(self) -> int:
        """How many columns there are."""
        return int(self.plain.shape[1]) + sum(self.counts)

    def take(self, rows: Ints) -> "Rows":
        """These rows only."""
        return Rows(self.plain[rows], tuple(codes[rows] for codes in self.codes), self.counts)

    def dot(self, line: Floats) -> Floats:
        """Every row by these coefficients."""
        start = self.plain.shape[1]
        found: Floats = self.plain @ line[:start]
        for codes, count in zip(self.codes, self.counts, strict=True):
            found += np.append(line[start : start + count], 0.0)[codes]  # -1 is the last one
            start += count
        return found

    def sums(self, weight: Floats) -> Floats:
        """The sum of the rows, each times its weight."""
        parts = [_by_kind(codes, weight, count) for codes, count in zip(self.codes, self.counts, strict=True)]
        return np.concatenate([self.plain.T @ weight, *parts])

    def products(self, weight: Floats) -> Floats:
        """The sum of the products of all columns with each other, each row times its weight."""
        first = self.plain.shape[1]
        found = np.zeros((self.width, self.width))
        found[:first, :first] = (self.plain.T * weight) @ self.plain
        starts = np.cumsum([first, *self.counts]).tolist()
        for place, (codes, count) in enumerate(zip(self.codes, self.counts, strict=True)):
            here = slice(starts[place], starts[place + 1])
            for column in range(first):
                found[column, here] = _by_kind(codes, weight * self.plain[:, column], count)
            found[here, here] = np.diag(_by_kind(codes, weight, count))
            for other in range(place + 1, len(self.codes)):
                there = slice(starts[other], starts[other + 1])
                found[here, there] = self._pairs(place, other, weight)
        above = np.triu(found, 1)
        return np.asarray(above + above.T + np.diag(np.diag(found)), np.float64)

    def _pairs(self, one: int, other: int, weight: Floats) -> Floats:
        wide, high = self.counts[other] + 1, self.counts[one] + 1
        both = (self.codes[one] + 1) * wide + self.codes[other] + 1
        return np.bincount(both, weight, high * wide).reshape(high, wide)[1:, 1:].astype(np.float64)


def _by_kind(codes: Ints, weight: Floats, count: int) -> Floats:
    return np.bincount(codes + 1, weight, count + 1)[1:].astype(np.float64)
