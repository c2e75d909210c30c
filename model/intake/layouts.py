"""What the columns of known exports mean, from ``resources/layouts``: a new export is a file, no code."""

import re
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final

import resources
from model.fields import Raw, clean, is_empty
from model.intake.tables import Table, is_plain_number

_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_SCALES: Final = ("万", "w", "亿", "千", "k", "m", "百万", "千万", "%")
_UNITS: Final = frozenset({
    "元", "人", "天", "日", "次", "件", "个", "场", "秒", "s", "分钟", "人民币", "rmb", "cny", "yuan", "¥",
    "￥", "选填", "必填", "可选", *_SCALES,
    *(scale + unit for scale in _SCALES for unit in ("元", "人", "次", "粉")),
})  # fmt: skip
_NOISE = re.compile(r"[\s_:*'\"\u200b\ufeff]+")
_SAMPLE: Final = 50


def normal(text: str) -> str:
    """A heading as it is compared: no case, blanks, line breaks, stars or bracketed units; half-width signs.

    >>> normal("粉丝数（万）"), normal("Views\\navg."), normal("unit_cost*")
    ('粉丝数', 'viewsavg.', 'unitcost')
    """
    folded = unicodedata.normalize("NFKC", text).casefold().translate({0x2013: "-", 0x2014: "-", 0x7E: "-"})
    return _NOISE.sub("", _BRACKETS.sub(lambda m: "" if _NOISE.sub("", m[1]) in _UNITS else m[0], folded))


def scale_of(heading: str) -> str:
    """The unit of counting a heading promises (``粉丝数（万）``), or an empty text."""
    folded = unicodedata.normalize("NFKC", heading).casefold()
    for inside in _BRACKETS.findall(folded):
        if inside in _UNITS and (unit := next((s for s in reversed(_SCALES) if inside.startswith(s)), "")):
            return unit
    return ""


@dataclass(frozen=True)
class Quote:
    """A column that is an offer of its own: its heading names the offer, its cell is the slot fee."""

    name: str
    headings: tuple[str, ...]
    form: str = "post"


@dataclass(frozen=True)
class Derived:
    """A share made of other columns: the sum of ``parts`` over another."""

    parts: tuple[str, ...]
    over: str


@dataclass(frozen=True)
class Layout:
    """One known arrangement of columns; ``columns`` maps our field to its headings, the best first.

    ``required`` lists groups of fields of which one each must be there; ``read`` says how a field's cells
    differ from the usual (``fraction``, ``json_key``); ``prefix_id`` puts the platform before the id.
    """

    kind: str
    name: str
    columns: Mapping[str, tuple[str, ...]]
    required: tuple[tuple[str, ...], ...] = ()
    fixed: Mapping[str, str] = field(default_factory=dict)
    read: Mapping[str, str] = field(default_factory=dict)
    derived: Mapping[str, Derived] = field(default_factory=dict)
    quotes: tuple[Quote, ...] = ()
    no_quote: frozenset[str] = frozenset()
    prefix_id: bool = False
    example: Mapping[str, Mapping[str, Raw]] = field(default_factory=dict)
    choices: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)

    def headings(self, language: str) -> tuple[str, ...]:
        """The header row of our template: the first Chinese heading of each column, or its English name."""
        return tuple(names[0] if language.startswith("zh") else code for code, names in self.columns.items())

    def missing(self, header: Sequence[str]) -> tuple[str, ...]:
        """The groups of required fields of which the header has none, as ``id/name``."""
        there = self._present(header)
        return tuple("/".join(group) for group in self.required if not there & set(group))

    def known(self, header: Sequence[str]) -> int:
        """How many of the fields and quotes the header has."""
        return len(self._present(header) - {"quotes"}) + len(_found_quotes(self, header))

    def score(self, header: Sequence[str]) -> int:
        """How well the layout fits: 0 when something required is missing."""
        return 0 if self.missing(header) else self.known(header)

    def _present(self, header: Sequence[str]) -> set[str]:
        have = {normal(text) for text in header}
        fields = {
            code
            for code, names in self.columns.items()
            if any(normal(name) in have for name in (code, *names))
        }
        return fields | ({"quotes"} if _found_quotes(self, header) else set())


@cache
def layouts(kind: str) -> tuple[Layout, ...]:
    """All layouts of a kind, our own template first, then by name."""
    found = [
        _layout(path.stem, tomllib.loads(path.read_text("utf-8")))
        for path in resources.path("layouts").glob("*.toml")
    ]
    return tuple(
        sorted(
            (layout for layout in found if layout.kind == kind), key=lambda one: (one.name != kind, one.name)
        )
    )


def template_layout(kind: str) -> Layout:
    """The layout of our own template of a kind: the file named like the kind."""
    return next(layout for layout in layouts(kind) if layout.name == kind)


def best_layout(kind: str, header: Sequence[str]) -> tuple[Layout, int]:
    """The layout that knows most of a header, and its score (0: none fits; then it is the nearest one)."""
    ranked = max(layouts(kind), key=lambda layout: (layout.score(header), layout.known(header)))
    return ranked, ranked.score(header)


def _layout(name: str, raw: Mapping[str, Any]) -> Layout:
    return Layout(
        kind=raw["kind"],
        name=name,
        columns={code: tuple(names) for code, names in raw["columns"].items()},
        required=tuple(tuple(group) for group in raw.get("required", ())),
        fixed=raw.get("fixed", {}),
        read=raw.get("read", {}),
        derived={
            code: Derived(tuple(rule["parts"]), rule["over"]) for code, rule in raw.get("derived", {}).items()
        },
        quotes=tuple(
            Quote(q["name"], tuple(q["headings"]), q.get("form", "post")) for q in raw.get("quotes", ())
        ),
        no_quote=frozenset(raw.get("no_quote", ())),
        prefix_id=raw.get("prefix_id", False),
        example=raw.get("example", {}),
        choices={
            lang: {code: tuple(c) for code, c in by.items()} for lang, by in raw.get("choices", {}).items()
        },
    )


def _found_quotes(layout: Layout, header: Sequence[str]) -> tuple[tuple[Quote, int], ...]:
    """Each quote of the layout with the column that holds it."""
    have = {normal(text): index for index, text in reversed(list(enumerate(header)))}
    places = (
        (quote, next((have[normal(n)] for n in quote.headings if normal(n) in have), None))
        for quote in layout.quotes
    )
    return tuple((quote, place) for quote, place in places if place is not None)


@dataclass(frozen=True)
class Bound:
    """A layout laid on one table: where each field's cells stand."""

    layout: Layout
    table: Table
    places: Mapping[str, tuple[int, ...]]
    quotes: tuple[tuple[Quote, int], ...]
    units: tuple[str, ...]

    def cell(self, row: Sequence[Raw], code: str) -> tuple[Raw, str]:
        """The first cell that holds something among the columns of a field, with its heading."""
        places = self.places.get(code, ())
        if not places:
            return "", code
        filled = (place for place in places if not is_empty(row[place]))
        place = places[0] if len(places) == 1 else next(filled, places[0])
        return self.at(row, place), self.table.header[place]

    def at(self, row: Sequence[Raw], place: int) -> Raw:
        """The cell in a column, with the unit of its heading where the cell is a bare number."""
        raw, unit = row[place], self.units[place]
        return f"{clean(raw).removesuffix('%')}{unit}" if unit and is_plain_number(raw) else raw


def bind(layout: Layout, table: Table) -> Bound:
    """Find the columns; of several with the same heading the one that is plainly numeric comes first."""
    places = {code: _places(table, (*names, code)) for code, names in layout.columns.items()}
    units = tuple(map(scale_of, table.header))
    quotes = _found_quotes(layout, table.header)
    return Bound(layout, table, {c: p for c, p in places.items() if p}, quotes, units)


def _places(table: Table, names: Sequence[str]) -> tuple[int, ...]:
    header = [normal(text) for text in table.header]
    found: list[int] = []
    for name in dict.fromkeys(map(normal, names)):
        same = [place for place, text in enumerate(header) if text == name and place not in found]
        found += sorted(same, key=lambda place: -_plain_share(table, place)) if len(same) > 1 else same
    return tuple(found)


def _plain_share(table: Table, place: int) -> int:
    return sum(1 for row in table.rows[:_SAMPLE] if is_plain_number(row[place]))
