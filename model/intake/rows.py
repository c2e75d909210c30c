"""Shared by all readers: what a reader hands back, and how the cells of one line become checked values."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Generic, TypeVar

from model.errors import InputError, Problem, Value
from model.fields import Raw, Rule, clean, is_empty, number, share
from model.intake.layouts import Bound, best_layout, bind, layouts
from model.intake.tables import Table, read_tables

T = TypeVar("T")

_ROUNDED: Final = 1e15
_SCIENTIFIC = re.compile(r"\d(\.\d+)?[eE]\+?\d{2,}")


@dataclass(frozen=True)
class Taken(Generic[T]):
    """What was taken from a file: records, all that was wrong, the layout, data rows seen and not used."""

    records: tuple[T, ...]
    problems: tuple[Problem, ...]
    layout: str
    rows: int
    set_aside: int


@dataclass(frozen=True)
class Line:
    """One data row under its layout; ``line`` is its number in the spreadsheet."""

    bound: Bound
    cells: Sequence[Raw]
    line: int

    def raw(self, code: str) -> Raw:
        """The cell of a field, empty when there is no such column."""
        return self.bound.cell(self.cells, code)[0]

    def problem(self, code: str, column: str, **values: Value) -> Problem:
        """A problem of this line; ``column`` is a field of ours, or a heading as it stands in the file."""
        heading = self.bound.cell(self.cells, column)[1] if column in self.bound.layout.columns else column
        return located(self.bound.table, code, self.line, heading, values)


@dataclass(frozen=True)
class Checked:
    """The known values of one line by field, and what was wrong with the others."""

    values: Mapping[str, object] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def located(table: Table, code: str, line: int | None, column: str, values: Mapping[str, Value]) -> Problem:
    """A problem with its place; in a workbook the values name the ``sheet``."""
    return Problem(
        code, table.file, line, column, {**values, **({"sheet": table.sheet} if table.sheet else {})}
    )


def fitting_tables(
    path: Path, kinds: Sequence[str], refusal: str, unmerge: bool = True
) -> tuple[list[Bound], list[Problem]]:
    """The sheets of a file that fit a layout of these kinds, and problems for sheets, sums and empty tables.

    Raises:
        InputError: ``refusal`` when no sheet fits, with what is ``missing`` and the headings ``found``.
    """
    known = [layout for kind in kinds for layout in layouts(kind)]
    tables = read_tables(path, lambda header: max(layout.known(header) for layout in known), unmerge)
    bounds = [bound for table in tables if (bound := _bound(table, kinds))]
    if not bounds:
        raise InputError([_refused(path, tables, kinds[0], refusal)])
    used = {id(bound.table) for bound in bounds}
    return bounds, [problem for table in tables for problem in _remarks(table, id(table) in used)]


def lines_of(bounds: Iterable[Bound]) -> Iterator[Line]:
    """Every data row of the sheets, in order."""
    for bound in bounds:
        for line, cells in zip(bound.table.lines, bound.table.rows, strict=True):
            yield Line(bound, cells, line)


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
        raw = line.raw(column)
        if is_empty(raw):
            continue
        value, problem = rules[name].check(name, _as_read(line, column, rules[name], raw))
        if problem:
            problems.append(line.problem(problem.code, column, **problem.values))
        else:
            values[name] = value
    return Checked(values, tuple(problems))


def check_id(line: Line, column: str) -> tuple[str, Problem | None]:
    """The text of an id; one that a spreadsheet has rounded (6.98E+18) is lost, and said to be."""
    raw = line.raw(column)
    text = " ".join(clean(raw).split())
    rounded = isinstance(raw, int | float) and abs(raw) >= _ROUNDED
    if rounded or _SCIENTIFIC.fullmatch(text):
        return "", line.problem("id_lost_digits", column, text=text)
    if len(text) > 200:
        return "", line.problem("too_long", column, text=text[:20] + "…")
    return ("" if is_empty(raw) else text), None


def _as_read(line: Line, column: str, rule: Rule, raw: Raw) -> Raw:
    """The cell as its rule must see it, where the layout or the kind of cell departs from the usual."""
    how = line.bound.layout.read.get(column, "")
    if how == "json_key":
        return _first_key(raw)
    if rule.read is share and not isinstance(raw, bool):
        return _share_text(raw, fraction=how == "fraction")
    return raw


def _share_text(raw: Raw, fraction: bool) -> Raw:
    """A share: ``20`` means 20 % in a number cell too, and ``1.2`` stays 1.2 among given fractions."""
    text = clean(raw)
    if fraction and "%" not in text and "％" not in text:
        return _number_or(raw)
    return f"{text}%" if isinstance(raw, int | float) and 1 < raw <= 100 else raw


def _number_or(raw: Raw) -> Raw:
    try:
        return number(raw)
    except ValueError:
        return raw


def _first_key(raw: Raw) -> Raw:
    """The first key of a cell such as ``{"美妆": ["护肤"]}``; any other text as it is."""
    try:
        found = json.loads(clean(raw).replace('""', '"'))
    except (ValueError, RecursionError):
        return raw
    return (str(next(iter(found), ""))) if isinstance(found, dict | list) else raw


def _bound(table: Table, kinds: Sequence[str]) -> Bound | None:
    ranked = max((best_layout(kind, table.header) for kind in kinds), key=lambda pair: pair[1])
    return bind(ranked[0], table) if ranked[1] else None


def _refused(path: Path, tables: Sequence[Table], kind: str, refusal: str) -> Problem:
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
