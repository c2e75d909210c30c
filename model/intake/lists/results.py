"""What came of sessions with hosts, from our own template: one row per host and product and campaign."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from model.errors import Problem
from model.fields import clean, is_empty, shortened
from model.intake.files.files import read_grids
from model.intake.files.source import Source
from model.intake.layouts.layouts import Bound
from model.intake.lists.rows import (
    Chosen,
    Line,
    Taken,
    check,
    check_id,
    finished,
    fitting_tables,
    lines_of,
    notes_of,
)
from model.results import RESULT_RULES, Result

_KEY: Final = ("id", "product", "date")
_FIGURES: Final = {name: name for name in RESULT_RULES if name not in ("id", "date")}
_WITHIN: Final = (("refunded_orders", "orders"), ("net_gmv", "gmv"))
"""The first is a part of the second."""


def read_results(path: Source, chosen: Chosen = None, today: dt.date | None = None) -> Taken[Result]:
    """The results of a file. A line without host, product or date is set aside, and one that stands there already.

    So is one whose day is after ``today``: what has not begun has brought nothing, and would be learnt from.

    Another figure that cannot be used is unknown, and so is a part that exceeds its whole (more refunded than
    ordered). ``chosen`` are the sheets to take, each with its layout.

    Raises:
        InputError: ``not_results`` besides those of :mod:`model.intake.files.tables`.
    """
    bounds, problems = fitting_tables(path, ("results",), "not_results", chosen=chosen)
    lines = lines_of([_counted_once(bound, path) for bound in bounds])
    results: dict[Result, Line] = {}
    for line, date in zip(lines, _dates(lines), strict=True):
        result, found = _result(line, date)
        if result is not None and today is not None and result.date > today:
            day, result = result.date.isoformat(), None
            found = [line.problem("result_to_come", "date", day=day)]
        problems += found
        if result is not None and (first := results.setdefault(result, line)) is not line:
            problems.append(line.problem("repeated_result", "id", id=result.id, first_row=first.line))
    return finished(bounds, results, [*notes_of(lines), *problems], len(lines) - len(results))


def _counted_once(bound: Bound, path: Source) -> Bound:
    """The table with figures only where they stand: a slot fee merged over the lines of a host was paid once."""
    plain = next(grid.rows for grid in read_grids(path, unmerge=False) if grid.name == bound.table.sheet)
    keys = {place for name in _KEY for place in bound.places.get(name, ())}
    rows = tuple(
        tuple(
            cell if place in keys or place >= len(plain[line - 1]) else plain[line - 1][place]
            for place, cell in enumerate(row)
        )
        for line, row in zip(bound.table.lines, bound.table.rows, strict=True)
    )
    return replace(bound, table=replace(bound.table, rows=rows))


def _result(line: Line, date: str | Problem) -> tuple[Result | None, list[Problem]]:
    host, lost = check_id(line, "id")
    figures = check(line, RESULT_RULES, _FIGURES)
    problems = [*([lost] if lost else []), *([date] if isinstance(date, Problem) else []), *figures.problems]
    values = {"id": host, **figures.values, "date": None}
    if isinstance(date, str) and date:
        values["date"], _ = RESULT_RULES["date"].check("date", date)
    told = {problem.column for problem in problems}
    missing = [name for name in _KEY if not values.get(name)]
    problems += [one for name in missing if (one := line.problem("required", name)).column not in told]
    if missing:
        return None, problems
    exceeding = _exceeding(line, values)
    kept = {name: value for name, value in values.items() if name not in exceeding}
    return Result(**kept), [*problems, *exceeding.values()]  # type: ignore[arg-type]


def _exceeding(line: Line, values: Mapping[str, object]) -> dict[str, Problem]:
    """The parts that are more than their whole."""
    found: dict[str, Problem] = {}
    for name, of in _WITHIN:
        part, whole = values.get(name), values.get(of)
        if isinstance(part, int | float) and isinstance(whole, int | float) and part > whole:
            found[name] = line.problem("above_whole", name, value=part, whole=whole)
    return found


def _dates(lines: Iterable[Line]) -> list[str | Problem]:
    """The day of each line as ISO text, empty where there is none; day or month first is told by all together."""
    from model.intake.cells.cells import moments

    lines = list(lines)
    words = [line.raw("date") for line in lines]
    found = moments(["" if is_empty(word) else word for word in words])
    days = found.values.astype("datetime64[s]").astype("datetime64[D]").astype(str).tolist()
    return [
        line.problem(found.bad[place], "date", text=shortened(clean(words[place])))
        if place in found.bad
        else str(days[place])
        if found.known[place]
        else ""
        for place, line in enumerate(lines)
    ]
