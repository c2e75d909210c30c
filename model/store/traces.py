"""Where a host is named in a project: which lines and which notes are his, and what they are without him."""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from model.batches import BatchKind, schema
from model.store.rows import Json

if TYPE_CHECKING:
    import pyarrow as pa

_DROPPED: Final = frozenset({BatchKind.SESSIONS, BatchKind.FIGURES})
"""Lines of these kinds are about a host alone; of the others only the naming of him goes."""
_NOT_NOTES: Final = ("mappings", "buyer_key", "project_id")
"""Settings that name no host: headings of files, keys."""
_SHORTEST: Final = 2
"""A name of one letter may be a part of any word."""
HIDDEN: Final = "…"


@dataclass(frozen=True)
class Who:
    """One host by all he is known by: ``ids`` and ``names``; ``others`` are the ids of all other hosts of the roster."""

    ids: frozenset[str]
    names: frozenset[str]
    others: frozenset[str] = frozenset()


def who(db: sqlite3.Connection, text: str) -> Who:
    """The host (or hosts of one name) meant by an id or a name, known in the roster or not."""
    rows = db.execute("SELECT id, name FROM influencer WHERE id = ?1 OR name = ?1", (text,)).fetchall()
    by_id = [row for row in rows if row[0] == text]
    chosen = by_id or rows
    ids = {id_ for id_, _ in chosen} or {text}
    kept = db.execute("SELECT value FROM setting WHERE key = 'accounts'").fetchone()
    pairs = [pair for pair in json.loads(kept[0]) if isinstance(pair, list)] if kept else []
    for _ in pairs:
        ids |= {str(id_) for pair in pairs if ids & {*map(str, pair[1:])} for id_ in pair[1:]}
    names = {name for _, name in chosen} or {text}
    others = {id_ for (id_,) in db.execute("SELECT id FROM influencer")} - ids
    return Who(frozenset(ids), frozenset(names), frozenset(others))


def lines_without(kind: BatchKind, table: "pa.Table", of: Who) -> "tuple[pa.Table, int]":
    """The lines of a batch without the host, and how many of them were his."""
    import pyarrow as pa
    import pyarrow.compute as pc

    columns = [name for name in ("host_id", "host") if name in table.column_names]
    texts = {name: table[name].cast(pa.string()) for name in columns}
    if not texts or not len(table):
        return table, 0
    his = pc.is_in(texts["host_id"], pa.array(sorted(of.ids), pa.string()))
    if "host" in texts:
        named = pc.is_in(texts["host"], pa.array(sorted(of.names), pa.string()))
        another = pc.is_in(texts["host_id"], pa.array(sorted(of.others), pa.string()))
        his = pc.or_(his, pc.and_(named, pc.invert(another)))
    count = int(pc.sum(his).as_py() or 0)
    if not count:
        return table, 0
    if kind in _DROPPED:
        rest = table.filter(pc.invert(his))
        texts = {name: column.filter(pc.invert(his)) for name, column in texts.items()}
    else:
        rest = table
        texts = {name: pc.if_else(his, None, column) for name, column in texts.items()}
    # A dictionary keeps words that no line has any more, so it is made anew.
    for name, column in texts.items():
        place, wanted = rest.column_names.index(name), schema(kind).field(name)
        words = column.dictionary_encode() if pa.types.is_dictionary(wanted.type) else column
        rest = rest.set_column(place, wanted, words)
    return _with_fresh_words(kind, rest), count


def note_without(key: str, value: Json, of: Who) -> Json:
    """What a setting says without the host: entries of lists and tables that name him go."""
    return value if key in _NOT_NOTES else _scrubbed(value, of)


def text_without(text: str, of: Who) -> str:
    """A title without the host's name."""
    for name in sorted(of.names, key=len, reverse=True):
        if len(name) >= _SHORTEST:
            text = text.replace(name, HIDDEN)
    return text


def _with_fresh_words(kind: BatchKind, table: "pa.Table") -> "pa.Table":
    import pyarrow as pa

    for place, wanted in enumerate(schema(kind)):
        if pa.types.is_dictionary(wanted.type):
            words = table.column(place).cast(pa.string()).combine_chunks()
            table = table.set_column(place, wanted, words.dictionary_encode())
    return table.cast(schema(kind))


def _scrubbed(value: Any, of: Who) -> Any:
    if isinstance(value, dict):
        kept = {key: one for key, one in value.items() if not _names(key, of)}
        return {key: _field(key, one, of) for key, one in kept.items()}
    if isinstance(value, list):
        return [_scrubbed(one, of) for one in value if not _about(one, of)]
    return value


def _field(key: str, value: Any, of: Who) -> Any:
    if isinstance(value, str):
        return "" if _names(value, of) else text_without(value, of) if key == "name" else value
    return _scrubbed(value, of)


def _about(entry: Any, of: Who) -> bool:
    """Whether an entry of a list is about the host: it is, or directly holds, one of his ids or names."""
    if isinstance(entry, list):
        return _any(entry, of)
    if isinstance(entry, dict):
        # An own person who goes live is a hand with hours of his own; what a plan foresees is of one host only.
        return "hours" not in entry and _any(entry.values(), of)
    return _names(entry, of)


def _any(values: Iterable[Any], of: Who) -> bool:
    return any(_names(value, of) for value in values)


def _names(value: Any, of: Who) -> bool:
    if not isinstance(value, str):
        return False
    return value in of.ids or value in of.names or value.rpartition("#")[0] in of.ids
