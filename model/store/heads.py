"""What is known of a batch without reading its lines."""

import datetime as dt
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Any, Final

from model.batches import Batch, BatchKind, Buyers, Facts
from model.store.rows import Row, Select, dump

HEADS: Final = Select(
    "batch",
    "id",
    ("kind", "platform", "layout", "file", "sheet", "digest", "facts", "imported", "size", "pieces", "seal"),
    "id",
)
"""Rows of batches, live or not, as :func:`kept` reads them."""
PUT_HEAD: Final = HEADS.insert()


@dataclass(frozen=True)
class BatchHead:
    """A batch in the project. ``digest`` is its file's; ``imported`` is ISO text, ``size`` bytes in the project."""

    id: int
    kind: BatchKind
    platform: str
    layout: str
    file: str
    sheet: str
    digest: str
    facts: Facts
    imported: str
    size: int


@dataclass(frozen=True)
class Kept:
    """A head, and how its bytes are kept: in how many pieces, under which seal."""

    head: BatchHead
    pieces: int
    seal: bytes


def kept(row: tuple[Any, ...]) -> Kept:
    """The batch of a row of ``HEADS``."""
    id_, kind, platform, layout, file, sheet, digest, facts, imported, size, pieces, seal = row
    known = load_facts(facts)
    head = BatchHead(id_, BatchKind(kind), platform, layout, file, sheet, digest, known, imported, size)
    return Kept(head, pieces, seal)


def head_cells(batch: Batch, imported: str, size: int, pieces: int, seal: bytes) -> Row:
    """The cells of a batch, ready for ``PUT_HEAD``."""
    b = batch
    return (
        b.kind, b.platform, b.layout, b.file, b.sheet, b.digest, dump_facts(b.facts), imported, size, pieces, seal,
    )  # fmt: skip


def files(heads: Iterable[BatchHead]) -> tuple[str, ...]:
    """The names of the files that batches come from, each file once."""
    return tuple({head.digest: head.file for head in heads}.values())


def dump_facts(facts: Facts) -> str:
    """Facts as text."""
    return dump({field.name: _plain(getattr(facts, field.name)) for field in fields(facts)})


def load_facts(text: str) -> Facts:
    """The facts of such a text; what another version of the program knew more is left out."""
    names = {field.name for field in fields(Facts)}
    raw = {name: value for name, value in dict(json.loads(text)).items() if name in names}
    for day in ("first_day", "last_day"):
        if raw.get(day) is not None:
            raw[day] = dt.date.fromisoformat(raw[day])
    return Facts(**{**raw, "buyers": Buyers(raw.get("buyers", Buyers.ABSENT))})


def _plain(value: Any) -> Any:
    if isinstance(value, dt.date):
        return value.isoformat()
    return dict(value) if isinstance(value, Mapping) else value
