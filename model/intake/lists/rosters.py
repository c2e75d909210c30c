"""Hosts from any roster: our template, an export of 星图, a public list, or the posts of each host."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from statistics import median
from typing import Final

from model.errors import Problem
from model.fields import clean, is_empty
from model.intake.files.source import Source
from model.intake.layouts.layouts import Bound
from model.intake.lists.hosts import HostRow, by_id, merged
from model.intake.lists.offers import offers_of
from model.intake.lists.rows import (
    Cancelling,
    Checked,
    Chosen,
    Line,
    Taken,
    check,
    check_id,
    finished,
    fitting_tables,
    lines_of,
    nobody,
    notes_of,
    watched,
)
from model.policy import load_categories
from model.records import INFLUENCER_RULES, Influencer

_ACCOUNT: Final = re.compile(r"(?!\d\.\d+E)[\w.-]{2,40}", re.ASCII | re.IGNORECASE)
"""An id or account as platforms have them; one that a spreadsheet has rounded is none."""
_HOST: Final = {name: name for name in INFLUENCER_RULES if name not in ("id", "name")}


@dataclass(frozen=True, eq=False)
class RosterRows:
    """The rows of a roster or list of posts as they were read, under the layouts of their sheets."""

    bounds: Sequence[Bound]
    lines: Sequence[Line]
    rows: Sequence[HostRow]
    problems: Sequence[Problem]


def read_roster(path: Source, chosen: Chosen = None, cancelled: Cancelling = nobody) -> Taken[Influencer]:
    """The hosts of a roster file, each once, with all offers the file names.

    ``chosen`` are the sheets to take, each with its layout (a known one, or a merchant's own); without it every
    sheet is taken by the layout that fits best.

    Raises:
        InputError: ``not_a_roster`` besides those of :mod:`model.intake.files.tables`.
        Cancelled: ``cancelled`` said so.
    """
    return roster_of(roster_rows(path, chosen, cancelled))


def roster_rows(path: Source, chosen: Chosen = None, cancelled: Cancelling = nobody) -> RosterRows:
    """The rows of which :func:`read_roster` makes hosts; the same may be raised."""
    bounds, problems = fitting_tables(path, ("roster", "posts"), "not_a_roster", chosen=chosen)
    lines = lines_of(bounds)
    return RosterRows(bounds, lines, [host_row(line) for line in watched(lines, cancelled)], problems)


def roster_of(read: RosterRows) -> Taken[Influencer]:
    """The hosts of these rows, each once, with all offers."""
    usable = [row for row in read.rows if row.id]
    problems = [
        *read.problems,
        *notes_of(read.lines),
        *(problem for row in read.rows for problem in row.problems),
    ]
    hosts = [merged(group) for group in by_id(usable)]
    problems += [problem for _, found, _ in hosts for problem in found]
    set_aside = len(read.rows) - len(usable) + sum(repeated for _, _, repeated in hosts)
    taken = finished(read.bounds, (host for host, _, _ in hosts), problems, set_aside)
    pairs = (
        (str(row.known.get("platform", "other")), row.id, other) for row in usable for other in row.others
    )
    return replace(taken, accounts=tuple(dict.fromkeys(pairs)))


def host_row(line: Line) -> HostRow:
    """Read one line; without an id in the result it cannot be used."""
    handle, lost = check_id(line, "id")
    name = _name(line) or handle
    if not name:
        return HostRow(line, "", "", problems=(lost or line.problem("required", "name"),))
    host, derived = check(line, INFLUENCER_RULES, _HOST), _derived(line)
    known = {**line.bound.layout.fixed, **_beside_the_name(line), **derived.values, **host.values}
    found = offers_of(line)
    problems = (*((lost,) if lost else ()), *host.problems, *derived.problems, *found.problems)
    if line.bound.layout.kind == "posts" and "views" not in known:
        return HostRow(line, "", "", problems=problems or (line.problem("required", "views"),))
    return HostRow(
        line, _id(line, handle, name, known), name, known, found.offers, problems, _others(line, handle)
    )


def _others(line: Line, handle: str) -> tuple[str, ...]:
    """The ids of further columns (抖音号 beside 达人ID); where the ids of a layout get a platform before them, none."""
    if line.bound.layout.prefix_id or not handle:
        return ()
    cells = (clean(line.cells[place]) for place in line.bound.places.get("id", ()))
    return tuple(dict.fromkeys(cell for cell in cells if _ACCOUNT.fullmatch(cell) and cell != handle))


def _id(line: Line, handle: str, name: str, known: Mapping[str, object]) -> str:
    platform = known.get("platform", "other")
    if handle and not line.bound.layout.prefix_id:
        return handle
    return f"{platform}:{handle.removeprefix('@') or name}"


def _name(line: Line) -> str:
    """The name as far as it can be seen: signs that show nothing (a dash, a selector) are no name."""
    text = " ".join(clean(line.text("name")).split())[:200]
    seen = any(unicodedata.category(sign)[0] in "LNS" for sign in text)
    return text if seen and not (text.startswith("#") and is_empty(text)) else ""


def _beside_the_name(line: Line) -> Mapping[str, object]:
    """The category among the lines below a name: sex and city stand there, too, and the tags are told by our own."""
    if line.bound.layout.read.get("name") != "first_line":
        return {}
    tags = (tag for text in clean(line.raw("name")).splitlines()[1:] for tag in text.split())
    known = next((tag for tag in tags if tag.casefold() in _categories()), "")
    return {"category": known} if known else {}


@cache
def _categories() -> frozenset[str]:
    return frozenset(name.casefold() for one in load_categories() for name in (one.zh, one.en, *one.aliases))


def _derived(line: Line) -> Checked:
    """Shares the layout makes of other columns, and middles of several columns, as far as they are known."""
    values: dict[str, object] = {}
    problems: list[Problem] = []
    for name, places in line.bound.medians.items():
        found = [line.checked_at(place, INFLUENCER_RULES[name]) for place in places]
        known = [value for value, _ in found if isinstance(value, int | float)]
        problems += [problem for _, problem in found if problem]
        values |= {name: float(median(known))} if known else {}
    for name, rule in line.bound.layout.derived.items():
        parts = [_count(line, part) for part in (*rule.parts, rule.over)]
        numbers = [part for part in parts if isinstance(part, float)]
        problems += [part for part in parts if isinstance(part, Problem)]
        if len(numbers) == len(parts) and numbers[-1] > 0:
            value, problem = INFLUENCER_RULES[name].check(name, sum(numbers[:-1]) / numbers[-1])
            values |= {} if problem else {name: value}
            problems += [line.problem(problem.code, rule.parts[0], **problem.values)] if problem else []
    return Checked(values, tuple(problems))


def _count(line: Line, column: str) -> float | Problem | None:
    """A number of a derived share; views are reported as a host's field already, so only once."""
    value, problem = line.checked(column, INFLUENCER_RULES["views"])
    if problem:
        return None if column in INFLUENCER_RULES else problem
    return value if isinstance(value, float) else None
