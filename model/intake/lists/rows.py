"""Shared by all readers: what a reader hands back, and how the cells of one line become checked values."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Generic, TypeVar

from model.errors import Cancelled, InputError, Problem, Value
from model.fields import Raw, Rule, clean, is_empty, shortened
from model.intake.files.source import Source
from model.intake.files.tables import Table, read_tables
from model.intake.layouts.layout import Layout
from model.intake.layouts.layouts import Bound, best_layout, bind, layouts
from model.intake.lists.listcells import Columns, Wrong, located

T = TypeVar("T")
Chosen = Mapping[str, Layout] | None
"""The sheets a merchant wants taken, each with its layout (a text file is the sheet without a name)."""

Cancelling = Callable[[], bool]
_ASKED: Final = 500
"""After so many lines it is asked whether anybody waits: some tenths of a second."""
_HIDDEN: Final = "•••"
_ROUNDED: Final = 1e15
_SCIENTIFIC = re.compile(r"\d(\.\d+)?[eE]\+?\d{2,}")


@dataclass(frozen=True)
class Taken(Generic[T]):
    """What was taken from a file: records, all that was wrong, the layout, data rows seen and not used.

    ``accounts`` are further ids of hosts, where a roster has several columns of them: platform, id, other id.
    """

    records: tuple[T, ...]
    problems: tuple[Problem, ...]
    layout: str
    rows: int
    set_aside: int
    accounts: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True)
class Line:
    """One data row under its layout: ``row`` of the table (from 0), ``line`` in the spreadsheet."""

    bound: Bound
    cells: Sequence[Raw]
    line: int
    row: int
    columns: Columns

    def raw(self, code: str) -> Raw:
        """The cell of a field, empty when there is no such column."""
        return self.bound.cell(self.cells, code)[0]

    def text(self, code: str) -> Raw:
        """The same, of a field of words the part that its layout means."""
        return _TEXTS.get(self.bound.layout.read.get(code, ""), _as_it_is)(self.raw(code))

    def checked(self, code: str, rule: Rule) -> tuple[object, Problem | None]:
        """The value of a field by its rule, None when nothing is said of it; or what is wrong with the cell."""
        place = self.bound.place(self.cells, code)
        if place is None or is_empty(self.cells[place]):
            return None, None
        how = self.bound.layout.read.get(code, "")
        if how in _TEXTS:
            return self._answered(place, rule.check(code, self.text(code)))
        return self.checked_at(place, rule, how == "fraction")

    def checked_at(self, place: int, rule: Rule, fraction: bool = False) -> tuple[object, Problem | None]:
        """The same for the cell of a column."""
        cell = self.columns.cell(self.row, place, rule, fraction)
        if isinstance(cell, Wrong):
            text = shortened(clean(self.cells[place]))
            return self._answered(place, (None, Problem(cell.code, values={"text": text})))
        if cell is None or isinstance(cell, tuple):
            return cell, None
        return self._answered(place, rule.check("", cell))

    def _answered(self, place: int, found: tuple[object, Problem | None]) -> tuple[object, Problem | None]:
        value, problem = found
        heading = self.bound.table.header[place]
        return value, self._located(problem.code, heading, problem.values) if problem else None

    def problem(self, code: str, column: str, **values: Value) -> Problem:
        """A problem of this line; ``column`` is a field of ours."""
        return self._located(code, self.bound.cell(self.cells, column)[1], values)

    def _located(self, code: str, heading: str, values: Mapping[str, Value]) -> Problem:
        """A problem under a heading; a cell that may tell of a person is not quoted."""
        if self.bound.layout.is_personal(heading):
            values = {name: _HIDDEN if isinstance(said, str) else said for name, said in values.items()}
        return located(self.bound.table, code, self.line, heading, values)


@dataclass(frozen=True)
class Checked:
    """The known values of one line by field, and what was wrong with the others."""

    values: Mapping[str, object] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def fitting_tables(
    path: Source, kinds: Sequence[str], refusal: str, unmerge: bool = True, chosen: Chosen = None
) -> tuple[list[Bound], list[Problem]]:
    """The sheets of a file that fit a layout of these kinds, and problems for sheets, sums and empty tables.

    ``chosen`` names the sheets to take and the layout of each, instead of the best guess for every sheet.

    Raises:
        InputError: ``refusal`` when no sheet fits, with what is ``missing`` and the headings ``found``.
    """
    known = [layout for kind in kinds for layout in layouts(kind)] if chosen is None else chosen.values()
    tables = read_tables(path, lambda header: max(layout.known(header) for layout in known), unmerge)
    bounds = [bound for table in tables if (bound := _bound(table, kinds, chosen))]
    if not bounds:
        raise InputError([_refused(path, tables, kinds[0], refusal)])
    used = {id(bound.table) for bound in bounds}
    return bounds, [problem for table in tables for problem in _remarks(table, id(table) in used)]


def nobody() -> bool:
    """Nobody stops the work."""
    return False


def lines_of(bounds: Iterable[Bound]) -> tuple[Line, ...]:
    """Every data row of the sheets, in order."""
    return tuple(
        Line(bound, cells, line, row, columns)
        for bound, columns in ((bound, Columns(bound)) for bound in bounds)
        for row, (line, cells) in enumerate(zip(bound.table.lines, bound.table.rows, strict=True))
    )


def watched(lines: Sequence[Line], cancelled: Cancelling) -> Iterator[Line]:
    """The lines, as long as anybody waits for them.

    Raises:
        Cancelled: ``cancelled`` said so.
    """
    for number, line in enumerate(lines):
        if number % _ASKED == 0 and cancelled():
            raise Cancelled
        yield line


def notes_of(lines: Iterable[Line]) -> list[Problem]:
    """What is to be said of whole columns, once all lines were checked."""
    columns = {id(line.columns): line.columns for line in lines}
    return [note for one in columns.values() for note in one.notes()]


def finished(
    bounds: Sequence[Bound], records: Iterable[T], problems: Iterable[Problem], set_aside: int
) -> Taken[T]:
    """The answer of a reader, with the names of the layouts and the number of rows."""
    names = "+".join(dict.fromkeys(bound.layout.name for bound in bounds))
    rows = sum(len(bound.table.rows) for bound in bounds)
    return Taken(tuple(records), tuple(problems), names, rows, set_aside)


def check(line: Line, rules: Mapping[str, Rule], columns: Mapping[str, str]) -> Checked:
    """The values of some fields of a line; ``columns`` maps the record's field to its column."""
    values: dict[str, object] = {}
    problems: list[Problem] = []
    for name, column in columns.items():
        value, problem = line.checked(column, rules[name])
        if problem:
            problems.append(problem)
        elif value is not None:
            values[name] = value
    return Checked(values, tuple(problems))


def check_id(line: Line, column: str) -> tuple[str, Problem | None]:
    """The text of an id; one that a spreadsheet has rounded (6.98E+18) is lost, and said to be."""
    raw = line.raw(column)
    text = " ".join(clean(raw).split())
    rounded = isinstance(raw, int | float) and abs(raw) >= _ROUNDED
    if rounded or _SCIENTIFIC.fullmatch(text):
        return "", line.problem("id_lost_digits", column, text=shortened(text))
    if len(text) > 200:
        return "", line.problem("too_long", column, text=shortened(text))
    return ("" if is_empty(raw) else text), None


def _first_key(raw: Raw) -> Raw:
    """The first key of a cell such as ``{"美妆": ["护肤"]}``; any other text as it is."""
    try:
        found = json.loads(clean(raw).replace('""', '"'))
    except (ValueError, RecursionError):
        return raw
    return (str(next(iter(found), ""))) if isinstance(found, dict | list) else raw


def _first_line(raw: Raw) -> Raw:
    """The first line that holds something."""
    return next((line for line in clean(raw).splitlines() if line.strip()), "")


def _most_counted(raw: Raw) -> Raw:
    """The word counted most in a cell such as ``美妆:12,食品:3``; any other text as it is."""
    pairs = [_COUNTED.fullmatch(part.strip()) for part in re.split(r"[,，;；、]", clean(raw))]
    found = {pair["word"].strip(): int(pair["count"]) for pair in reversed(pairs) if pair}
    return max(reversed(found), key=found.__getitem__) if found and all(pairs) else raw


def _as_it_is(raw: Raw) -> Raw:
    return raw


_COUNTED: Final = re.compile(r"(?P<word>[^:：]+)[:：]\s*+(?P<count>\d{1,9})", re.ASCII)
_TEXTS: Final[Mapping[str, Callable[[Raw], Raw]]] = {
    "json_key": _first_key,
    "first_line": _first_line,
    "most_counted": _most_counted,
}


def _bound(table: Table, kinds: Sequence[str], chosen: Chosen) -> Bound | None:
    if chosen is not None:
        return bind(chosen[table.sheet], table) if table.sheet in chosen else None
    ranked = max((best_layout(kind, table.header) for kind in kinds), key=lambda pair: pair[1])
    return bind(ranked[0], table) if ranked[1] else None


def _refused(path: Source, tables: Sequence[Table], kind: str, refusal: str) -> Problem:
    """Why nothing fits, told by the sheet that comes nearest."""
    own = layouts(kind)[0]
    nearest = max(tables, key=lambda table: own.known(table.header))
    found = ", ".join(text for text in nearest.header if text)
    return Problem(
        refusal, path.name, values={"missing": ", ".join(own.missing(nearest.header)), "found": found[:300]}
    )


def _remarks(table: Table, used: bool) -> Iterator[Problem]:
    if not used:
        yield located(table, "sheet_skipped", None, "", {})
    elif not table.rows:
        yield located(table, "no_rows", None, "", {})
    if used:
        yield from (located(table, "total_row", line, "", {}) for line in table.totals)
