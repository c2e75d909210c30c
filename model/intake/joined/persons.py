"""One host under two ids: order exports name him by one (达人ID), commission files by another (抖音号)."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
import pyarrow as pa

from model.batches import BatchKind
from model.intake.joined.arrays import NONE, Ints
from model.intake.joined.lines import SamePerson
from model.intake.joined.sources import AGENCY, Source
from model.intake.joined.vectors import coded

_ENOUGH: Final = 3
"""So many lines with both ids prove a person whose name differs: hosts rename themselves."""

Id = tuple[str, str]
"""Platform and id of a host."""


@dataclass(frozen=True, eq=False)
class _Told:
    """What is known of ids: names by id, and for each id of a commission file the lines it shares with others."""

    own: dict[Id, str] = field(default_factory=dict)
    other: dict[Id, str] = field(default_factory=dict)
    shared: defaultdict[Id, dict[Id, int]] = field(default_factory=lambda: defaultdict(dict))


def same_persons(
    table: pa.Table,
    sources: Iterable[Source],
    rows_of: Mapping[int, Ints],
    accounts: Iterable[tuple[str, str, str]] = (),
) -> tuple[SamePerson, ...]:
    """Ids of commission files that stand for a host whom the orders know by another id, by platform and id.

    A roster that has both is believed. Else an order that both files name is the proof: the two ids must go together
    on all lines they share, and the names agree, one be unknown, or three lines share them. Where no order is shared
    the same name of one platform will do when each side has it for one id only.

    Args:
        table: order lines with the hosts the orders name.
        sources: the files that were joined.
        rows_of: for each source, by its place, the row that names the host of every line (``NONE``: none does).
        accounts: platform and two ids of one host, as rosters have them.
    """
    told = _told_of(table, [(s, rows_of[n]) for n, s in enumerate(sources) if n in rows_of])
    listed = _listed(told, accounts) if told.other else {}
    ways: Sequence[tuple[str, Callable[[Id], Id | None]]] = (
        ("roster", listed.get),
        ("orders", lambda other: _by_orders(told, other)),
        ("name", lambda other: _by_name(told, other)),
    )
    found = ((other, how, way(other)) for other in sorted(told.other) for how, way in ways)
    first: dict[Id, SamePerson] = {}
    for other, how, own in found:
        if own is not None:
            name = told.own[own] or told.other[other]
            first.setdefault(other, SamePerson(*own, other[1], name, how))
    return tuple(first.values())


def _listed(told: _Told, accounts: Iterable[tuple[str, str, str]]) -> dict[Id, Id]:
    """The ids of commission files that a roster has beside one of the orders; a roster of no platform is of any."""
    either = [(platform, *pair) for platform, a, b in accounts for pair in ((a, b), (b, a))]
    platforms = {platform for platform, _ in told.own}
    return {
        (place, other): (place, own)
        for platform, other, own in either
        for place in (platforms if platform == "other" else {platform})
        if (place, other) in told.other and (place, own) in told.own
    }


def one_person(table: pa.Table, same: Sequence[SamePerson]) -> pa.Table:
    """The lines with the id that the orders know each of these hosts by."""
    if not same:
        return table
    codes, words = coded(table["host_id"])
    platforms, names = coded(table["platform"])
    texts = dict.fromkeys(words.to_pylist())
    places = {
        text: place for place, text in enumerate(dict.fromkeys([*texts, *(one.host_id for one in same)]))
    }
    codes = np.array([*(places[text] for text in words.to_pylist()), NONE])[codes]
    for one in same:
        mine = np.isin(platforms, [n for n, name in enumerate(names.to_pylist()) if name == one.platform])
        if one.other_id in places:
            codes = np.where(mine & (codes == places[one.other_id]), places[one.host_id], codes)
    indices = pa.array(codes, pa.int32(), mask=codes == NONE)
    column = pa.DictionaryArray.from_arrays(indices, pa.array(list(places), pa.string()))
    return table.set_column(table.column_names.index("host_id"), "host_id", column)


def naming(source: Source) -> bool:
    """Whether a source names hosts by ids of its own: a list of what hosts, not agencies, earn."""
    return source.kind is BatchKind.COMMISSION and source.tells != AGENCY


def _told_of(table: pa.Table, files: Sequence[tuple[Source, Ints]]) -> _Told:
    told = _Told()
    if not files:
        return told
    ids, names = coded(table["host_id"]), coded(table["host"])
    platforms = coded(table["platform"])
    told.own.update(_named(platforms, ids, names, np.arange(table.num_rows)))
    for source, row in files:
        line = np.flatnonzero(row != NONE)
        at = row[line]
        theirs = [coded(source.table[name]) for name in ("host_id", "host")]
        of_lines = (platforms[0][line], platforms[1])
        their_ids = (theirs[0][0][at], theirs[0][1])
        their_names = (theirs[1][0][at], theirs[1][1])
        named = _named(of_lines, their_ids, their_names, np.arange(len(line)))
        told.other.update(
            {one: name or told.other.get(one, "") for one, name in named.items() if one not in told.own}
        )
        for (platform, other, own), count in _pairs(of_lines, their_ids, (ids[0][line], ids[1])):
            shared = told.shared[platform, other]
            shared[platform, own] = shared.get((platform, own), 0) + count
    return told


Coded = tuple[Ints, pa.Array]


def _named(platforms: Coded, ids: Coded, names: Coded, at: Ints) -> dict[Id, str]:
    """The last name of every id; empty where none is known."""
    there = at[ids[0][at] != NONE]
    key = platforms[0][there] * max(len(ids[1]), 1) + ids[0][there]
    known = names[0][there] != NONE
    called = (
        dict(zip(key[known].tolist(), names[0][there][known].tolist(), strict=True)) if known.any() else {}
    )
    texts, words, labels = (one[1].to_pylist() for one in (platforms, ids, names))
    return {
        (texts[one // len(words)], words[one % len(words)]): labels[called[one]] if one in called else ""
        for one in np.unique(key).tolist()
    }


def _pairs(platforms: Coded, left: Coded, right: Coded) -> Iterable[tuple[tuple[str, str, str], int]]:
    """Platform and both ids of lines that have two, and how many lines that are."""
    both = np.flatnonzero((left[0] != NONE) & (right[0] != NONE))
    if not len(both):
        return
    sizes = max(len(left[1]), 1), max(len(right[1]), 1)
    key = (platforms[0][both] * sizes[0] + left[0][both]) * sizes[1] + right[0][both]
    texts, lefts, rights = (one[1].to_pylist() for one in (platforms, left, right))
    keys, counts = np.unique(key, return_counts=True)
    for one, count in zip(keys.tolist(), counts.tolist(), strict=True):
        rest, place = divmod(one, sizes[1])
        yield (texts[rest // sizes[0]], lefts[rest % sizes[0]], rights[place]), count


def _by_orders(told: _Told, other: Id) -> Id | None:
    """The id that goes with another on every line they share, and with no third one."""
    shared = told.shared.get(other, {})
    if len(shared) != 1:
        return None
    ((own, count),) = shared.items()
    alone = sum(own in pairs for pairs in told.shared.values()) == 1
    names = _folded(told.own.get(own, "")), _folded(told.other[other])
    alike = names[0] == names[1] or not all(names) or count >= _ENOUGH
    return own if alone and alike and own[1] != other[1] else None


def _by_name(told: _Told, other: Id) -> Id | None:
    """The one id of the orders of the same name, where no line speaks against it."""
    name = _folded(told.other[other])
    if not name or told.shared.get(other):
        return None
    own = [one for one, called in told.own.items() if one[0] == other[0] and _folded(called) == name]
    others = [one for one, called in told.other.items() if one[0] == other[0] and _folded(called) == name]
    free = len(own) == len(others) == 1 and not any(own[0] in pairs for pairs in told.shared.values())
    return own[0] if free else None


def _folded(name: str) -> str:
    return "".join(name.casefold().split())
