"""What a roster or a list of posts says of hosts besides their records: gains, sales, proportions, spread of posts."""

import math
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from statistics import median, pstdev
from typing import TYPE_CHECKING, Any, Final

import resources
from model.batches import Batch, BatchKind, schema
from model.fields import Rule, number
from model.intake.layouts.layout import Layout
from model.intake.layouts.layouts import bind
from model.intake.lists.listcells import Columns
from model.intake.lists.rosters import RosterRows
from model.intake.lists.rows import Cancelling, Line, nobody, watched

if TYPE_CHECKING:
    import pyarrow as pa

_COUNT: Final = Rule(number, low=-1e12, high=1e12)
_REACTIONS: Final = ("likes", "comments", "saves", "shares")
_ALIKE: Final = 0.5
"""Added to counts before logarithms, so that 0 has one."""


@dataclass(frozen=True, slots=True)
class Extra:
    """Figures beside a host's record, None where unknown.

    ``gain`` followers won in the file's period, ``gmv`` yuan in it, ``gpm`` yuan per thousand views; ``interactions``
    and their kinds are those of the middle post; of ``posts`` posts ``view_spread``, ``rate_spread`` and ``like_spread`` are standard deviations of the log
    of views, of likes per view and of likes; ``post_views`` and ``post_rate`` the middle views and interactions per view;
    ``impossible`` counts posts with more likes than views.
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
    like_spread: float | None = None
    post_views: float | None = None
    post_rate: float | None = None
    impossible: float | None = None


_NOTHING: Final = Extra()
_NAMES: Final = tuple(Extra.__dataclass_fields__)


def extras_of(read: RosterRows, cancelled: Cancelling = nobody) -> dict[str, Extra]:
    """The figures beside the hosts of rows that were read.

    Raises:
        Cancelled: ``cancelled`` said so.
    """
    found: dict[str, Extra] = {}
    for bound in read.bounds:
        columns = Columns(bind(_layout(), bound.table))
        rows = (
            [row for row in read.rows if row.line.bound is bound and row.id] if columns.bound.places else []
        )
        told: dict[str, list[Mapping[str, float]]] = {}
        for row, line in zip(rows, watched([row.line for row in rows], cancelled), strict=True):
            views = row.known.get("views")
            figures = _figures(Line(columns.bound, line.cells, line.line, line.row, columns))
            told.setdefault(row.id, []).append(
                {**figures, "views": views} if isinstance(views, float) else figures
            )
        posts = bound.layout.kind == "posts"
        each = {id_: _of_posts(of) if posts else replace(_NOTHING, **_first(of)) for id_, of in told.items()}
        found = joined(found, {id_: extra for id_, extra in each.items() if extra != _NOTHING})
    return found


def figures_table(extras: Mapping[str, Extra]) -> "pa.Table":
    """The figures as the lines of a batch, a host each."""
    import pyarrow as pa

    columns = {name: [getattr(extra, name) for extra in extras.values()] for name in _NAMES}
    return pa.Table.from_pydict({"host_id": list(extras), **columns}, schema(BatchKind.FIGURES))


def kept_extras(batches: Iterable[Batch]) -> dict[str, Extra]:
    """The figures that batches hold, in the order of import: of two files the later one has the first word."""
    found: dict[str, Extra] = {}
    for batch in batches:
        if batch.kind is BatchKind.FIGURES:
            columns = [batch.table[name].to_pylist() for name in ("host_id", *_NAMES)]
            rows = zip(*columns, strict=True)
            read = {id_: Extra(**dict(zip(_NAMES, values, strict=True))) for id_, *values in rows if id_}
            found = joined(read, found)
    return found


def joined(some: Mapping[str, Extra], more: Mapping[str, Extra]) -> dict[str, Extra]:
    """The figures of two files; where both know one the first word stands, except that posts know reactions best."""
    both = {id_: _merged(some[id_], more[id_]) for id_ in some if id_ in more}
    return {**more, **some, **both}


def _merged(one: Extra, other: Extra) -> Extra:
    first, second = (other, one) if other.posts > one.posts else (one, other)
    values = {
        name: getattr(first, name) if getattr(first, name) else getattr(second, name) for name in _NAMES
    }
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
    rates = [_log(likes) - _log(seen) for likes, seen in liked]
    reacted = [
        sum(row.get(name, 0.0) for name in _REACTIONS) / row["views"]
        for row in rows
        if row.get("views") and "likes" in row
    ]
    return Extra(
        **middles,
        posts=len(rows),
        view_spread=_spread([_log(seen) for seen in views]),
        rate_spread=_spread(rates),
        like_spread=_spread([_log(likes) for likes, _ in liked]),
        post_views=median(views) if views else None,
        post_rate=median(reacted) if reacted else None,
        impossible=float(sum(likes > seen > 0 for likes, seen in liked)) if liked else None,
    )


def _log(count: float) -> float:
    return math.log(max(count, 0.0) + _ALIKE)


def _spread(logs: Sequence[float]) -> float | None:
    return pstdev(logs) if len(logs) > 1 else None
