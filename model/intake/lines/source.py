"""The columns of one sheet under its layout, decoded: each distinct cell once, then taken for every line."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Final, Protocol

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from model.errors import Value
from model.fields import Raw, clean, is_empty, number
from model.intake.cells.cells import Decoded, amounts, counts, ids, moments, numbers, shares
from model.intake.layouts.headings import group_of, normal, scale_of
from model.intake.layouts.layout import Layout
from model.intake.lines.findings import Findings
from model.intake.lines.quoting import HIDDEN, TIMES, may_quote
from model.intake.sheets.coded import Coded

Bools = NDArray[np.bool_]
Ints = NDArray[np.int64]
Codes = NDArray[np.int32]

NEVER: Final = r"\Z\A"
"""A pattern that nothing fits."""
_MANY: Final = 5000
"""From so many distinct cells on, words are looked for in all of them before any is looked at closely."""
_MANY_WORDS: Final = 200
"""A longer name is a pasted text; ids and names are cut there, as everywhere in the program."""


class Rows(Protocol):
    """A sheet as :mod:`model.intake.sheets.columns` gives it, or one whose rows were split."""

    @property
    def file(self) -> str: ...  # noqa: D102
    @property
    def sheet(self) -> str: ...  # noqa: D102
    @property
    def header(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def rows(self) -> int: ...  # noqa: D102
    @property
    def lines(self) -> NDArray[np.int32]: ...  # noqa: D102
    @property
    def uneven(self) -> Collection[int]: ...  # noqa: D102
    def coded(self, place: int) -> Coded: ...  # noqa: D102
    def ids(self, place: int) -> pa.StringArray: ...  # noqa: D102
    def times(self, place: int) -> pa.TimestampArray | None: ...  # noqa: D102
    def known(self, place: int) -> pa.BooleanArray: ...  # noqa: D102


@dataclass(frozen=True, eq=False)
class Column:
    """One value for each line, and whether it is known; where it is not the value is 0."""

    values: NDArray[Any]
    known: Bools
    faulty: Bools

    def arrow(self, kind: pa.DataType) -> pa.Array:
        """The column with nulls where nothing is known."""
        if self.known.any():
            return pa.array(self.values, kind, mask=None if self.known.all() else ~self.known)
        # Zeros that nobody looks at take no memory.
        nothing = pa.py_buffer(np.zeros(len(self.known), np.int64))
        return pa.Array.from_buffers(kind, len(self.known), [nothing, nothing])


@dataclass(frozen=True, eq=False)
class Words:
    """A column of names or ids: ``codes`` into ``texts``, -1 where nothing is known."""

    codes: Codes
    texts: tuple[str, ...]

    @property
    def known(self) -> Bools:
        """The lines that have a word."""
        return self.codes >= 0

    def arrow(self) -> pa.DictionaryArray:
        """The column as it is kept."""
        none = self.codes < 0
        codes = pa.array(self.codes, pa.int32(), mask=none if none.any() else None)
        return pa.DictionaryArray.from_arrays(codes, pa.array(self.texts, pa.string()))

    def where(self, rows: Bools) -> "Words":
        """The same words on these lines only."""
        return Words(np.where(rows, self.codes, np.int32(-1)), self.texts)

    def count(self, rows: Bools) -> int:
        """How many different words these lines have."""
        return int(np.count_nonzero(np.bincount(self.codes[rows] + 1, minlength=1)[1:]))


@dataclass(frozen=True, eq=False)
class Source:
    """A sheet, what its columns mean, and the findings made while they are read, each column once.

    ``places`` gives the columns of each field, the best first; ``date_order`` is given where the merchant was
    asked. ``step`` is called between columns and may raise :class:`model.errors.Cancelled`.
    """

    sheet: Rows
    layout: Layout
    places: Mapping[str, tuple[int, ...]]
    findings: Findings
    date_order: str = ""
    step: Callable[[], None] = lambda: None
    currencies: list[str] = field(default_factory=list)
    _made: dict[tuple[str, int], Any] = field(default_factory=dict)

    def on(self, sheet: Rows) -> "Source":
        """The same for another form of the sheet, nothing read of it yet."""
        self.findings.sheet = sheet
        return replace(self, sheet=sheet, _made={})

    @property
    def rows(self) -> int:
        """How many lines there are."""
        return self.sheet.rows

    def place(self, name: str) -> int | None:
        """The column of a field, None when the sheet has none."""
        return next(iter(self.places.get(name, ())), None)

    def has(self, *names: str) -> bool:
        """Whether the sheet has any of these fields."""
        return any(self.places.get(name) for name in names)

    def heading(self, name: str) -> str:
        """The heading of a field's column, the field's own name when there is none."""
        place = self.place(name)
        return name if place is None else self.sheet.header[place]

    # ── kinds of columns ──

    def money(self, name: str) -> Column:
        """Amounts in fen, those of the layout's added columns included."""
        column = self.amounts_at(self.place(name))
        for heading in self.layout.plus.get(name, ()):
            place = self._headings.get(normal(heading))
            if place is not None and place != self.place(name):
                column = _sum(column, self.amounts_at(place))
        return column

    def amounts_at(self, place: int | None) -> Column:
        """Amounts in fen of one column; its currency is noted."""
        return self._once("money", place, np.int64, self._amounts)

    def counts(self, name: str) -> Column:
        """Whole numbers."""
        return self._once("counts", self.place(name), np.int64, counts)

    def numbers(self, name: str) -> Column:
        """Any numbers."""
        return self._once("numbers", self.place(name), np.float64, numbers)

    def shares(self, name: str) -> Column:
        """Shares 0-1."""
        return self._once("shares", self.place(name), np.float64, shares)

    def times(self, name: str) -> Column:
        """Seconds since 1970 of times as they are written, without a zone; the field's first column counts."""
        return self._times(self.place(name))

    def first_times(self, name: str) -> Column:
        """The same of the first of the field's columns that has a time."""
        found = self.times(name)
        for place in self.places.get(name, ())[1:]:
            if found.known.all():
                break
            further = self._times(place)
            here = further.known & ~found.known
            values = np.where(here, further.values, found.values)
            found = Column(values, found.known | here, found.faulty & ~here)
        return found

    def _times(self, place: int | None) -> Column:
        if place is not None and ("times", place) not in self._made:
            self.step()
            if (fast := self.sheet.times(place)) is not None:
                known = fast.is_valid().to_numpy(zero_copy_only=False)
                seconds = fast.cast(pa.int64()).fill_null(0).to_numpy(zero_copy_only=False)
                self._made["times", place] = Column(seconds, known, np.zeros(len(known), bool))
        return self._once("times", place, np.int64, lambda words: self._moments(place, words))

    def _moments(self, place: int | None, words: Sequence[Raw]) -> Decoded:
        """Times of cells; where these leave the order of day and month open another column of the sheet may settle it."""
        found = moments(words, self.date_order)
        if not found.ambiguous:
            return found
        others = {at for name in TIMES for at in self.places.get(name, ())} - {place}
        orders = (moments(self.coded(at).words).order for at in sorted(others))
        order = next(filter(None, orders), "")
        return moments(words, order) if order else found

    def ids(self, name: str) -> pa.StringArray:
        """Ids as text, null where there is none; those a spreadsheet has rounded are lost and said to be."""
        place = self.place(name)
        if place is None:
            return pa.nulls(self.rows, pa.string())
        if ("ids", place) not in self._made:
            self.step()
            written = self.sheet.ids(place)
            found = ids(written)
            for code in sorted(set(found.bad.values())):
                rows = np.array(sorted(row for row, what in found.bad.items() if what == code), np.intp)
                quoted = self._quoting(place, lambda row: str(written[row].as_py()))
                self.findings.problem(code, rows, self.sheet.header[place], quoted)
            self._made["ids", place] = found.texts
        return self._made["ids", place]

    def words(self, name: str) -> Words:
        """Names, or ids (fields that end in ``_id``) that many lines share."""
        place = self.place(name)
        if place is None:
            return Words(np.full(self.rows, -1, np.int32), ())
        if ("words", place) not in self._made:
            coded = self.coded(place)
            cells: Sequence[Raw] = coded.words
            if name.endswith("_id"):
                found = ids(coded.words)
                self._wrong(place, coded.codes, found.bad, len(coded.words))
                cells = found.texts.to_pylist()
            texts: dict[str, int] = {}
            codes = np.fromiter((_word_code(cell, texts) for cell in cells), np.int32, len(cells))
            self._made["words", place] = Words(codes[coded.codes], tuple(texts))
        found_words: Words = self._made["words", place]
        return found_words

    def groups(self, name: str, groups: Mapping[str, Sequence[str]]) -> "Grouped":
        """To which group of words each line's cell belongs."""
        place = self.place(name)
        names = tuple(groups)
        if place is None:
            empty = np.zeros(self.rows, np.int8)
            return Grouped(names, empty, ~empty.astype(bool))
        coded = self.coded(place)
        found = np.zeros(len(coded.words), np.int8)
        for index in _likely(coded.words, groups):
            group = group_of(groups, clean(coded.words[index]))
            found[index] = names.index(group) + 1 if group else 0
        missing = np.fromiter((is_empty(word) for word in coded.words), bool, len(coded.words))
        return Grouped(names, found[coded.codes], missing[coded.codes])

    # ── findings ──

    def problem(self, code: str, rows: Bools, name: str, told: Mapping[str, Value] | None = None) -> None:
        """Note a problem on lines; ``told`` are its values, else the offending cell unless it is personal."""
        place = self.place(name)
        quoted = self.telling(place) if told is None and place is not None else lambda _: told or {}
        if rows.any():
            self.findings.problem(code, np.flatnonzero(rows), self.heading(name), quoted)

    def telling(self, place: int) -> Callable[[int], Mapping[str, Value]]:
        """The cell of a row as a problem may quote it."""

        def text(row: int) -> str:
            coded = self.coded(place)
            return clean(coded.words[coded.codes[row]])

        return self._quoting(place, text)

    def _quoting(self, place: int, text: Callable[[int], str]) -> Callable[[int], Mapping[str, Value]]:
        """What a problem may quote of a column: nothing that may tell who the buyer is, whatever the heading."""
        if self.layout.is_personal(self.sheet.header[place]):
            return lambda _: {"text": HIDDEN}

        fields = [name for name, places in self.places.items() if place in places]

        def told(row: int) -> Mapping[str, Value]:
            quoted = text(row)
            if int(self.sheet.lines[row]) in self.sheet.uneven or not may_quote(quoted, fields):
                return {"text": HIDDEN}
            return {"text": quoted, **_as_number(quoted)}

        return told

    def _once(
        self, kind: str, place: int | None, like: type[np.generic], read: Callable[[Sequence[Raw]], Decoded]
    ) -> Column:
        """A column decoded by ``read`` the first time it is asked for; nothing known where there is no column."""
        if place is None:
            no = np.zeros(self.rows, bool)
            return Column(np.zeros(self.rows, like), no, no)
        if (kind, place) not in self._made:
            coded = self.coded(place)
            found = read(self._in_unit(place, coded.words))
            faulty = self._wrong(place, coded.codes, found.bad, len(coded.words))
            values = np.where(found.known, found.values, 0)
            self._made[kind, place] = Column(values[coded.codes], found.known[coded.codes], faulty)
        column: Column = self._made[kind, place]
        return column

    def _wrong(self, place: int, codes: Codes, bad: Mapping[int, str], words: int) -> Bools:
        """The lines of wrong cells, each noted."""
        faulty = np.zeros(self.rows, bool)
        for code in sorted(set(bad.values())):
            wrong = np.zeros(words, bool)
            wrong[[index for index, what in bad.items() if what == code]] = True
            rows = wrong[codes]
            faulty |= rows
            self.findings.problem(code, np.flatnonzero(rows), self.sheet.header[place], self.telling(place))
        return faulty

    def _amounts(self, words: Sequence[Raw]) -> Decoded:
        found = amounts(words)
        if found.currency:
            self.currencies.append(found.currency)
        return found

    def coded(self, place: int) -> Coded:
        """A column by its distinct cells."""
        if ("coded", place) not in self._made:
            self.step()
            self._made["coded", place] = self.sheet.coded(place)
        found: Coded = self._made["coded", place]
        return found

    def _in_unit(self, place: int, words: Sequence[Raw]) -> Sequence[Raw]:
        """Cells with the unit of their heading (``销售额（万）``) where they have none of their own."""
        unit = scale_of(self.sheet.header[place])
        if not unit or unit == "%":
            return words
        return tuple(f"{clean(word)}{unit}" if clean(word)[-1:].isdigit() else word for word in words)

    @cached_property
    def _headings(self) -> Mapping[str, int]:
        return {normal(text): place for place, text in reversed(list(enumerate(self.sheet.header)))}


@dataclass(frozen=True, eq=False)
class Grouped:
    """For each line the group its cell belongs to: ``codes`` from 1 in the order of ``names``, 0 for none."""

    names: tuple[str, ...]
    codes: NDArray[np.int8]
    missing: Bools

    def __getitem__(self, name: str) -> Bools:
        """The lines of one group."""
        if name not in self.names:
            return np.zeros(len(self.codes), bool)
        found: Bools = self.codes == self.names.index(name) + 1
        return found

    @property
    def unknown(self) -> Bools:
        """The lines with a word that no group knows."""
        lines: Bools = (self.codes == 0) & ~self.missing
        return lines


def _as_number(text: str) -> Mapping[str, Value]:
    """The number of a cell whose only fault is not to be a whole one."""
    try:
        return {"value": number(text)}
    except ValueError:
        return {}


def nulls(column: pa.Array) -> Bools:
    """Where a column says nothing."""
    lines: Bools = column.is_null().to_numpy(zero_copy_only=False)
    return lines


def _sum(one: Column, other: Column) -> Column:
    return Column(one.values + other.values, one.known | other.known, one.faulty | other.faulty)


def _word_code(word: Raw, texts: dict[str, int]) -> int:
    text = " ".join(clean(word).split())[:_MANY_WORDS]
    return -1 if is_empty(text) else texts.setdefault(text, len(texts))


def _likely(words: Sequence[Raw], groups: Mapping[str, Sequence[str]]) -> Sequence[int]:
    """The cells worth a closer look: all of a few, of many only those that hold one of the words as it stands."""
    if len(words) <= _MANY:
        return range(len(words))
    known = re.compile("|".join(re.escape(word) for group in groups.values() for word in group) or NEVER)
    return [index for index, word in enumerate(words) if isinstance(word, str) and known.search(word)]
