"""What a roster or a list of posts says of hosts besides their records: gains, sales, proportions, spread of posts."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from statistics import median, pstdev
from typing import Any, Final

import numpy as np

import resources
from model.fields import Rule, number
from model.intake.layouts.layout import Layout
from model.intake.layouts.layouts import bind
from model.intake.lists.listcells import Columns
from model.intake.lists.rosters import host_row
from model.intake.lists.rows import Line, fitting_tables, lines_of

_COUNT: Final = Rule(number, low=-1e12, high=1e12)
_REACTIONS: Final = ("likes", "comments", "saves", "shares")
_ALIKE: Final = 0.5
"""Added to counts before logarithms, so that 0 has one."""


@dataclass(frozen=True, slots=True)
class Extra:
    """Figures beside a host's record, None where unknown.

    ``gain`` followers won in the file's period, ``gmv`` yuan in it, ``gpm`` yuan per thousand views; ``interactions``
    and their kinds are those of the middle post; of ``posts`` posts ``view_spread`` and ``rate_spread`` are standard deviations of the log of views and
    of likes per view.
    """

    gain: float | None = None
    gmv: float | None = None
    gpm: float | None = None
    interactions: float | None = None
    likes: float | None = None
    comments: float | None = None
    saves: float | None = None
    shares: float | None = None
    posts: int = 0
    view_spread: float | None = None
    rate_spread: float | None = None


_NOTHING: Final = Extra()


def read_extras(path: Path) -> dict[str, Extra]:
    """The figures of every host of a file, by the id that :func:`model.intake.lists.rosters.read_roster` gives him.

    Cells that cannot be read are unknown here; the reader of the roster tells of those that matter to records.

    Raises:
        InputError: as :func:`model.intake.lists.rosters.read_roster`.
    """
    bounds, _ = fitting_tables(path, ("roster", "posts"), "not_a_roster")
    found: dict[str, Extra] = {}
    for bound in bounds:
        columns = Columns(bind(_layout(), bound.table))
        rows: dict[str, list[Mapping[str, float]]] = {}
        for line in lines_of([bound]):
            row = host_row(line)
            views = row.known.get("views")
            figures = _figures(Line(columns.bound, line.cells, line.line, line.row, columns))
            told = {**figures, "views": views} if isinstance(views, float) else figures
            rows.setdefault(row.id, []).append(told)
        posts = bound.layout.kind == "posts"
        read = {
            id_: _of_posts(of) if posts else replace(_NOTHING, **_first(of))
            for id_, of in rows.items()
            if id_
        }
        found = joined(found, read)
    return found


def joined(some: Mapping[str, Extra], more: Mapping[str, Extra]) -> dict[str, Extra]:
    """The figures of two files; where both know one the first word stands, except that posts know reactions best."""
    both = {id_: _merged(some[id_], more[id_]) for id_ in some if id_ in more}
    return {**more, **some, **both}


def _merged(one: Extra, other: Extra) -> Extra:
    first, second = (other, one) if other.posts > one.posts else (one, other)
    names = Extra.__dataclass_fields__
    values = {name: getattr(first, name) if getattr(first, name) else getattr(second, name) for name in names}
    return Extra(**values)


@cache
def _layout() -> Layout:
    raw = tomllib.loads(resources.text("water", "columns.toml"))
    return Layout("audit", "audit", {name: tuple(headings) for name, headings in raw.items()})


def _figures(line: Line) -> dict[str, float]:
    """The known figures of one row."""
    found = {}
    for name in line.bound.places:
        value, _ = line.checked(name, _COUNT)
        if isinstance(value, float):
            found[name] = value
    return found


def _first(rows: Iterable[Mapping[str, float]]) -> dict[str, Any]:
    """Of several rows of one host (offers) the first that knows a figure."""
    known: dict[str, Any] = {name: value for row in reversed(list(rows)) for name, value in row.items()}
    known.pop("views", None)
    return known


def _of_posts(rows: Sequence[Mapping[str, float]]) -> Extra:
    """The figures of a host from his posts."""
    middles = {
        name: median(values) for name in _REACTIONS if (values := [row[name] for row in rows if name in row])
    }
    views = [row["views"] for row in rows if "views" in row]
    liked = [(row["likes"], row["views"]) for row in rows if "likes" in row and "views" in row]
    spread = pstdev(np.log(np.add(views, _ALIKE)).tolist()) if len(views) > 1 else None
    rates = [float(np.log((likes + _ALIKE) / (seen + _ALIKE))) for likes, seen in liked]
    rate_spread = pstdev(rates) if len(rates) > 1 else None
    return Extra(**middles, posts=len(rows), view_spread=spread, rate_spread=rate_spread)
