"""What the columns of known exports mean, from ``resources/layouts``: a new export is a file, no code."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final

import resources
from model.fields import Raw, clean, is_empty
from model.intake.files.tables import Table, is_plain_number
from model.intake.layouts.headings import group_of, normal, scale_of
from model.intake.layouts.layout import OF_BUYERS, Derived, Layout, Marks, Quote, found_quotes

__all__ = [
    "Bound", "Derived", "Layout", "Marks", "Quote", "best_layout", "bind", "every_layout", "every_name", "group_of", "layouts",
    "normal", "scale_of", "template_layout",
]  # fmt: skip

_SAMPLE: Final = 50


@cache
def every_layout() -> tuple[Layout, ...]:
    """All layouts that come with the program; those named like their kind first, then by name."""
    found = [_named(path.stem) for path in resources.path("layouts").glob("[!_]*.toml")]
    return tuple(sorted(found, key=lambda one: (one.name != one.kind, one.name)))


@cache
def every_name() -> frozenset[str]:
    """The names of all fields of all layouts."""
    return frozenset().union(*(layout.names for layout in every_layout()))


@cache
def layouts(kind: str) -> tuple[Layout, ...]:
    """All layouts of a kind, our own template first, then by name."""
    return tuple(layout for layout in every_layout() if layout.kind == kind)


def template_layout(kind: str) -> Layout:
    """The layout of our own template of a kind: the file named like the kind."""
    return _named(kind)


def best_layout(kind: str, header: Sequence[str]) -> tuple[Layout, int]:
    """The layout that fits a header best, and its score (0: none fits; then it is the nearest one)."""
    ranked = max(layouts(kind), key=lambda one: (bool(one.score(header)), one.fit(header), one.known(header)))
    return ranked, ranked.score(header)


@cache
def _named(name: str) -> Layout:
    return _layout(name, tomllib.loads(resources.text("layouts", f"{name}.toml")), _common())


@cache
def _common() -> Mapping[str, Any]:
    found: Mapping[str, Any] = tomllib.loads(resources.text("layouts", "_common.toml"))
    return found


def _layout(name: str, raw: Mapping[str, Any], common: Mapping[str, Any]) -> Layout:
    kind = raw["kind"]
    shared = common if kind in OF_BUYERS else {}
    host = raw.get("host", {})
    return Layout(
        kind=kind,
        name=name,
        columns={code: tuple(names) for code, names in raw["columns"].items()},
        required=tuple(tuple(group) for group in raw.get("required", ())),
        fixed=raw.get("fixed", {}),
        read=raw.get("read", {}),
        derived={
            code: Derived(tuple(rule["parts"]), rule["over"]) for code, rule in raw.get("derived", {}).items()
        },
        medians=_tuples(raw.get("medians", {})),
        quotes=tuple(
            Quote(q["name"], tuple(q["headings"]), q.get("form", "post")) for q in raw.get("quotes", ())
        ),
        no_quote=frozenset(raw.get("no_quote", ())),
        prefix_id=raw.get("prefix_id", False),
        example=raw.get("example", {}),
        choices={lang: _tuples(by) for lang, by in raw.get("choices", {}).items()},
        platform=raw.get("platform", raw.get("fixed", {}).get("platform", "other")),
        titles=raw.get("title", {}),
        signature=tuple(raw.get("signature", ())),
        headers=tuple(tuple(row.split(",")) for row in raw.get("headers", ())),
        states=_joined(raw.get("states", {}), shared.get("states", {})),
        after_sale=_joined(raw.get("after_sale", {}), shared.get("after_sale", {})),
        case_kinds=_joined(raw.get("case_kinds", {}), shared.get("case_kinds", {})),
        scenes=_tuples(raw.get("scenes", {})),
        outgoing=tuple(raw.get("outgoing", shared.get("outgoing", ()))),
        host_pairs=tuple((a, b) for a, b in host.get("pairs", ())),
        only_when=_tuples(host.get("only_when", {})),
        repeated=tuple(raw.get("repeated", ())),
        plus=_tuples(raw.get("plus", {})),
        split=raw.get("split", ""),
        gift=_marks(raw.get("gift", shared.get("gift", {}))),
        brushed=_marks(raw.get("brushed", shared.get("brushed", {}))),
        personal=tuple(raw.get("personal", ())),
        personal_parts=tuple(map(normal, shared.get("personal_parts", ()))),
        details=raw.get("details", False),
        lead=raw.get("lead", ""),
        tells=raw.get("tells", ""),
        costs=raw.get("costs", ""),
    )


def _tuples(raw: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    return {key: tuple(words) for key, words in raw.items()}


def _joined(
    own: Mapping[str, Sequence[str]], shared: Mapping[str, Sequence[str]]
) -> dict[str, tuple[str, ...]]:
    """The words of an export with those that all use; where both know a word the export's meaning counts."""
    taken = {normal(word) for words in own.values() for word in words}
    rest = {key: [word for word in words if normal(word) not in taken] for key, words in shared.items()}
    return {
        key: (*own.get(key, ()), *rest.get(key, ())) for key in (*own, *(k for k in rest if k not in own))
    }


def _marks(raw: Mapping[str, Sequence[str]]) -> Marks:
    return Marks(tuple(raw.get("columns", ())), tuple(raw.get("words", ())), tuple(raw.get("unsure", ())))


@dataclass(frozen=True)
class Bound:
    """A layout laid on one table: where each field's cells stand."""

    layout: Layout
    table: Table
    places: Mapping[str, tuple[int, ...]]
    quotes: tuple[tuple[Quote, int], ...]
    units: tuple[str, ...]
    medians: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    def cell(self, row: Sequence[Raw], code: str) -> tuple[Raw, str]:
        """The first cell that holds something among the columns of a field, with its heading."""
        place = self.place(row, code)
        return ("", code) if place is None else (self.at(row, place), self.table.header[place])

    def place(self, row: Sequence[Raw], code: str) -> int | None:
        """The first column of a field that holds something in this row; None when the field has no column."""
        places = self.places.get(code, ())
        filled = (place for place in places if not is_empty(row[place]))
        return places[0] if len(places) == 1 else next(filled, places[0] if places else None)

    def at(self, row: Sequence[Raw], place: int) -> Raw:
        """The cell in a column, with the unit of its heading where the cell is a bare number."""
        raw, unit = row[place], self.units[place]
        return f"{clean(raw).removesuffix('%')}{unit}" if unit and is_plain_number(raw) else raw


def bind(layout: Layout, table: Table) -> Bound:
    """Find the columns; of several with the same heading the one that is plainly numeric comes first."""
    places = {code: _places(table, (*names, code)) for code, names in layout.columns.items()}
    units = tuple(map(scale_of, table.header))
    quotes = found_quotes(layout, table.header)
    medians = {code: _places(table, names) for code, names in layout.medians.items()}
    return Bound(layout, table, {c: p for c, p in places.items() if p}, quotes, units, medians)


def _places(table: Table, names: Sequence[str]) -> tuple[int, ...]:
    header = [normal(text) for text in table.header]
    found: list[int] = []
    for name in dict.fromkeys(map(normal, names)):
        same = [place for place, text in enumerate(header) if text == name and place not in found]
        found += sorted(same, key=lambda place: -_plain_share(table, place)) if len(same) > 1 else same
    return tuple(found)


def _plain_share(table: Table, place: int) -> int:
    return sum(1 for row in table.rows[:_SAMPLE] if is_plain_number(row[place]))
