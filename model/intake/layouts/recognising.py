"""What a header row seems to be: every known layout with a score, and which column holds which field."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from hashlib import blake2b
from types import MappingProxyType
from typing import Final

from model.intake.layouts.headings import normal
from model.intake.layouts.layout import Layout
from model.intake.layouts.layouts import every_layout, layouts

ALL: Final = (
    "orders", "refunds", "settlement", "commission", "sessions", "roster", "posts", "products", "choices", "results",
)  # fmt: skip
"""Every kind of table, as the kinds of :mod:`model.batches` and of the merchant's own lists are named."""
OWN: Final = "own"
"""The name of a layout that a merchant made by saying which column is which."""
LIKELY: Final = 0.3
"""From this score on, and with nothing missing, a guess may be taken without asking: every known export scores more
when a third of its columns is dropped, and tables of something else score less (both are tested)."""
_MOST_PLACES: Final = 16
"""Columns read for one field: more of the same heading are no export's, and each takes time."""
_LEAST: Final = 0.1
_NO_MAPPING: Final[Mapping[str, str]] = MappingProxyType({})


@dataclass(frozen=True)
class Guess:
    """What a table may be. ``score`` is 0-1; ``missing`` are groups of fields it lacks, as ``paid_at/created_at``."""

    kind: str
    layout: str
    score: float
    missing: tuple[str, ...] = ()

    @property
    def likely(self) -> bool:
        """Whether it may be taken for this without asking."""
        return self.score >= LIKELY and not self.missing


def recognise(
    header: Sequence[str], kinds: Collection[str] = ALL, own: Sequence[Layout] = ()
) -> tuple[Guess, ...]:
    """All layouts of these kinds that the header may be of, the best first; a merchant's ``own`` before all."""
    ours = [Guess(one.kind, one.name, 1.0) for one in own if one.kind in kinds and not _lacking(one, header)]
    fits = [(one.fit(header), one) for one in every_layout() if one.kind in kinds]
    guesses = [
        Guess(one.kind, one.name, round(fit, 4), one.missing(header)) for fit, one in fits if fit >= _LEAST
    ]
    return (*ours, *sorted(guesses, key=lambda guess: (-guess.score, guess.layout)))


def mapping(layout: Layout, header: Sequence[str]) -> Mapping[str, tuple[int, ...]]:
    """The columns of each field that the header has, the best heading first (the same heading twice: both), at most 16 each."""
    places: dict[str, list[int]] = {}
    for place, text in enumerate(header):
        places.setdefault(normal(text), []).append(place)
    found = {
        code: tuple(
            place for name in dict.fromkeys(map(normal, (*names, code))) for place in places.get(name, ())
        )
        for code, names in layout.columns.items()
    }
    return {code: columns[:_MOST_PLACES] for code, columns in found.items() if columns}


def headings_of(layout: Layout, header: Sequence[str]) -> Mapping[str, str]:
    """The best heading of each field that the header has: what a wizard shows and what is remembered."""
    return {code: header[places[0]] for code, places in mapping(layout, header).items()}


def layout_for(kind: str, name: str, chosen: Mapping[str, str] = _NO_MAPPING) -> Layout:
    """The layout a merchant took, with the columns he chose; without a name it is his own.

    Raises:
        KeyError: there is no such layout.
    """
    if name in {"", OWN}:
        return own_layout(kind, chosen)
    known = next((one for one in layouts(kind) if one.name == name), None)
    if known is None:
        raise KeyError(f"{kind}: {name}")
    return with_mapping(known, chosen) if chosen else known


def own_layout(kind: str, mapping: Mapping[str, str]) -> Layout:
    """A merchant's own layout: ``mapping`` is field to heading; words for states are those all exports share."""
    columns = {code: (heading,) for code, heading in mapping.items() if heading}
    return replace(general_layout(kind), name=OWN, columns=columns, headers=(), signature=(), example={})


def with_mapping(layout: Layout, chosen: Mapping[str, str]) -> Layout:
    """A known layout with some fields at other headings; an empty heading leaves the field out.

    A heading the layout knows for the field only comes first, so that the others still fill its empty cells.
    """
    columns = dict(layout.columns)
    for code, heading in chosen.items():
        known = columns.pop(code, ())
        names = {normal(name) for name in (*known, code)}
        if heading:
            columns[code] = (heading, *known) if normal(heading) in names else (heading,)
    return replace(layout, columns=columns)


@cache
def general_layout(kind: str) -> Layout:
    """The layout for tables of a kind that are of no platform: the one that knows most fields."""
    return max((one for one in layouts(kind) if one.platform == "other"), key=lambda one: len(one.columns))


def fields_of(kind: str) -> tuple[str, ...]:
    """All fields a table of a kind may have, in the order of the list to choose from."""
    return tuple(general_layout(kind).columns)


def needed(kind: str) -> tuple[tuple[str, ...], ...]:
    """Groups of fields of which one each must be mapped before a table of a kind can be taken."""
    return general_layout(kind).required


def signature_of(header: Sequence[str]) -> str:
    """The text by which a mapping is remembered: the same for the same headings, whatever their order."""
    words = sorted({normal(text) for text in header} - {""})
    return blake2b("\n".join(words).encode(), digest_size=16).hexdigest()


def _lacking(layout: Layout, header: Sequence[str]) -> bool:
    return len(mapping(layout, header)) < len(layout.columns)
