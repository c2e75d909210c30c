"""The cells of a merchant's list as values, decided over each column: percent or share, the currency, ranges."""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from model.errors import Problem, Value
from model.fields import Raw, Rule, clean, number, share, shortened, span
from model.intake.files.tables import Table
from model.intake.layouts.layouts import Bound

if TYPE_CHECKING:
    from model.intake.cells.shapes import Decoded

_YUAN: Final = frozenset({"", "CNY"})
_ABROAD: Final = re.compile(r"[$€£]")
_PERCENT: Final = re.compile(r"[%％]")


@dataclass(frozen=True)
class Wrong:
    """A cell that cannot be used; ``code`` says why."""

    code: str


Cell = Raw | tuple[float, float] | Wrong
"""A value for a rule, a range, or what is wrong; None when the cell says nothing."""


@dataclass(frozen=True, eq=False)
class _Column:
    cells: tuple[Cell, ...]
    notes: tuple[Problem, ...] = ()


@dataclass(eq=False)
class Columns:
    """The columns of one table as far as they were asked for; each is read once, as a whole."""

    bound: Bound
    _read: dict[tuple[int, str], _Column] = field(default_factory=dict)

    def cell(self, row: int, place: int, rule: Rule, fraction: bool = False) -> Cell:
        """What a cell is to its rule; ``fraction``: 1.2 among shares is 1.2 and not 1.2 %."""
        kind = _kind(rule)
        if not kind:
            return self.bound.at(self.bound.table.rows[row], place)
        if (place, kind) not in self._read:
            self._read[place, kind] = _column(self.bound, place, kind, rule, fraction)
        return self._read[place, kind].cells[row]

    def notes(self) -> Iterator[Problem]:
        """What is to be said of whole columns."""
        return (note for column in self._read.values() for note in column.notes)


def located(table: Table, code: str, line: int | None, column: str, values: Mapping[str, Value]) -> Problem:
    """A problem with its place; in a workbook the values name the ``sheet``."""
    return Problem(
        code, table.file, line, column, {**values, **({"sheet": table.sheet} if table.sheet else {})}
    )


def _kind(rule: Rule) -> str:
    """How a column of such a field is read; empty for texts, which are read one by one."""
    if rule.read is share:
        return "share"
    if rule.read is span:
        return "range"
    if rule.read is not number:
        return ""
    return "money" if rule.fen else "count" if rule.whole else "number"


def _column(bound: Bound, place: int, kind: str, rule: Rule, fraction: bool) -> _Column:
    from model.intake.cells import cells

    words = [bound.at(row, place) for row in bound.table.rows]
    if kind == "range":
        spans = cells.ranges(words)
        pairs = zip(spans.values.tolist(), spans.high.tolist(), strict=True)
        return _Column(_told(words, spans, tuple(pairs)))
    if kind == "money":
        amounts = cells.amounts(words)
        if amounts.currency not in _YUAN:
            return _foreign(bound, place, amounts.currency, int(amounts.known.sum()))
        return _ranged(bound, place, kind, words, _told(words, amounts, (amounts.values / 100).tolist()))
    if kind == "share":
        shares = cells.shares(words, False if fraction else None)
        column = _ranged(
            bound, place, kind, words, _told(words, shares, shares.values.tolist()), shares.percent
        )
        doubtful = _doubtful(bound, place, words, column.cells) if shares.percent and _is_part(rule) else ()
        return _Column(column.cells, (*column.notes, *doubtful))
    read = cells.counts if kind == "count" else cells.numbers
    decoded = read(words)
    return _ranged(bound, place, kind, words, _told(words, decoded, decoded.values.tolist()))


def _told(words: Sequence[Raw], found: "Decoded", values: Sequence[Cell]) -> tuple[Cell, ...]:
    """The cells of a column; a figure with a fraction where a whole one belongs is left to the rule."""
    bad = {place: words[place] if code == "not_whole" else Wrong(code) for place, code in found.bad.items()}
    return tuple(
        bad.get(place, value if known else None)
        for place, (value, known) in enumerate(zip(values, found.known.tolist(), strict=True))
    )


def _foreign(bound: Bound, place: int, currency: str, count: int) -> _Column:
    """A column of another currency: its figures are no yuan, so none is taken."""
    values: dict[str, Value] = {"currency": currency, "count": count}
    note = located(bound.table, "foreign_currency", None, bound.table.header[place], values)
    return _Column((None,) * len(bound.table.rows), (note,))


def _ranged(
    bound: Bound, place: int, kind: str, words: Sequence[Raw], found: tuple[Cell, ...], percent: bool = False
) -> _Column:
    """A column of numbers in which ranges stand for their middle, which is said once."""
    from model.intake.cells import cells

    places = [at for at, cell in enumerate(found) if cell == Wrong("not_a_number")]
    places = [at for at in places if kind != "money" or not _ABROAD.search(clean(words[at]))]
    spans = cells.ranges([_with_unit(clean(words[at]), bound.units[place]) for at in places])
    middles: dict[int, float] = {}
    for one, at in enumerate(places):
        if spans.known[one] and spans.values[one] < spans.high[one]:
            middle = _middle(float(spans.values[one]), float(spans.high[one]))
            is_bare = kind == "share" and not _PERCENT.search(clean(words[at]))
            middle = middle / 100 if is_bare and (percent or spans.high[one] > 1) else middle
            middles[at] = float(round(middle)) if kind == "count" else middle
    if not middles:
        return _Column(found)
    first = min(middles)
    values: dict[str, Value] = {
        "count": len(middles),
        "text": shortened(clean(words[first])),
        "value": middles[first],
    }
    note = located(bound.table, "from_range", None, bound.table.header[place], values)
    return _Column(tuple(middles.get(at, cell) for at, cell in enumerate(found)), (note,))


def _with_unit(text: str, unit: str) -> str:
    """A range with the unit of its heading, unless it has one of its own."""
    return f"{text}{unit}" if unit and text[-1:].isdigit() else text


def _middle(low: float, high: float) -> float:
    """The geometric middle, as figures of trade spread by ratios; of open ranges the end that is known."""
    if math.isinf(high):
        return low
    return math.sqrt(low * high) if low > 0 else (low + high) / 2


def _is_part(rule: Rule) -> bool:
    """Whether the share is one of prices or sales, of which less than 1 % is hardly ever meant."""
    return rule.high is not None and rule.high <= 1


def _doubtful(bound: Bound, place: int, words: Sequence[Raw], found: Sequence[Cell]) -> tuple[Problem, ...]:
    """Bare cells below 1 in a column of percents: 0.2 may have been meant as 20 %."""
    small = [
        clean(word)
        for word, cell in zip(words, found, strict=True)
        if isinstance(cell, float) and 0 < cell < 0.01 and not _PERCENT.search(clean(word))
    ]
    if not small:
        return ()
    values: dict[str, Value] = {"count": len(small), "text": shortened(small[0])}
    return (located(bound.table, "percent_below_one", None, bound.table.header[place], values),)
