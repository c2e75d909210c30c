"""What one export looks like, and how well a header row fits it."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from model.fields import Raw
from model.intake.layouts.headings import normal, normals

_BY_KNOWN: Final = 0.6
_BY_SIGNS: Final = 0.3
_BY_FIELDS: Final = 0.1
"""Shares of the fit of a layout: tuned on all known header rows, so that no export is taken for another one."""
_ENOUGH_SIGNS: Final = 2
"""Two headings only one export has leave no doubt; a third says nothing new."""
_MANY_FIELDS: Final = 8
_DOUBT: Final = 0.5
OF_BUYERS: Final = ("orders", "refunds", "settlement", "commission")
_PERSONAL_FIELDS: Final = ("buyer", "buyer_name", "buyer_address", "memo")


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
class Marks:
    """Cells that mark a line: any of ``words`` in the cells of any of these fields (``columns``).

    ``unsure`` words mean something else at times: a line with one needs a second sign.
    """

    columns: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()


@dataclass(frozen=True)
class Layout:
    """One known arrangement of columns; ``columns`` maps our field to its headings, the best first.

    ``required`` lists groups of fields of which one each must be there; ``read`` says how a field's cells
    differ from the usual (``fraction``, ``json_key``, ``first_line``, ``most_counted``); ``medians`` are headings of
    which the middle one is a field; ``prefix_id`` puts the platform before the id.
    ``headers`` are whole header rows as exports have them and ``signature`` the headings only this export has:
    both are for telling exports apart. ``states``, ``after_sale``, ``case_kinds`` and ``scenes`` group the words of
    the columns ``status``, ``after_sale``, ``case_kind`` and ``scene`` (see :func:`group_of`); ``outgoing`` are the words of ``direction``
    for money that leaves. ``host_pairs`` are (id, name) fields, the first pair that holds something wins, on lines
    where ``only_when`` (field: words) holds. ``repeated`` are headings whose amount belongs to the whole order and
    stands on each of its lines; ``plus`` are headings added to a field's amount; ``split`` parts several sub-orders
    within a cell. ``personal`` headings are never shown or quoted, nor those that hold one of ``personal_parts``.
    ``details`` lines say what orders held, without date or payment; ``lead`` is a pattern headings may begin with.
    ``tells`` names the cost that a list of settlements (``settlement``, ``ledger``, ``insurance``) or commissions
    (``alliance``, ``agency``) is about; ``costs`` says whether its costs are written ``negative`` or ``positive``,
    empty where shops have both.
    """

    kind: str
    name: str
    columns: Mapping[str, tuple[str, ...]]
    required: tuple[tuple[str, ...], ...] = ()
    fixed: Mapping[str, str] = field(default_factory=dict)
    read: Mapping[str, str] = field(default_factory=dict)
    derived: Mapping[str, Derived] = field(default_factory=dict)
    medians: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    quotes: tuple[Quote, ...] = ()
    no_quote: frozenset[str] = frozenset()
    prefix_id: bool = False
    example: Mapping[str, Mapping[str, Raw]] = field(default_factory=dict)
    choices: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    platform: str = "other"
    titles: Mapping[str, str] = field(default_factory=dict)
    signature: tuple[str, ...] = ()
    headers: tuple[tuple[str, ...], ...] = ()
    states: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    after_sale: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    case_kinds: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    scenes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    outgoing: tuple[str, ...] = ()
    host_pairs: tuple[tuple[str, str], ...] = ()
    only_when: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    repeated: tuple[str, ...] = ()
    plus: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    split: str = ""
    gift: Marks = Marks()
    brushed: Marks = Marks()
    personal: tuple[str, ...] = ()
    personal_parts: tuple[str, ...] = ()
    details: bool = False
    lead: str = ""
    tells: str = ""
    costs: str = ""

    @property
    def repeated_total(self) -> bool:
        """Whether some amounts belong to the whole order and stand on each of its lines."""
        return bool(self.repeated)

    def repeats(self, heading: str) -> bool:
        """Whether the amount under this heading belongs to the whole order and stands on each of its lines."""
        return normal(heading) in set(map(normal, self.repeated))

    def is_personal(self, heading: str) -> bool:
        """Whether the cells under this heading may tell who the buyer is, or what he or the shop wrote of him."""
        text = normal(heading)
        return text in self._personal or any(part in text for part in self.personal_parts)

    def headings(self, language: str) -> tuple[str, ...]:
        """The header row of our template: the first Chinese heading of each column, or its English name."""
        return tuple(names[0] if language.startswith("zh") else code for code, names in self.columns.items())

    def missing(self, header: Sequence[str]) -> tuple[str, ...]:
        """The groups of required fields of which the header has none, as ``id/name``."""
        there = self._present(normals(header))
        return tuple("/".join(group) for group in self.required if not there & set(group))

    def known(self, header: Sequence[str]) -> int:
        """How many of the fields and quotes the header has."""
        return len(self._present(normals(header)) - {"quotes"}) + len(found_quotes(self, header))

    def score(self, header: Sequence[str]) -> int:
        """How many fields and quotes the header has, 0 when something required is missing."""
        return 0 if self.missing(header) else self.known(header)

    def fit(self, header: Sequence[str]) -> float:
        """How well the layout fits, 0-1: share of the headings it knows, signs of this export, fields found."""
        texts = normals(header) - {""}
        there = self._present(texts)
        if not there:
            return 0.0
        have = frozenset(map(self._bare, texts))
        known = len(have & self._known) / len(have)
        fields = min(1.0, len(there) / min(_MANY_FIELDS, len(self.columns)))
        fit = _BY_KNOWN * known + _BY_SIGNS * self._signs(have) + _BY_FIELDS * fields
        lacking = sum(1 for group in self.required if not there & set(group))
        strange = bool(self.signature) and not have & self._signature
        return fit * (1 - lacking / (len(self.required) + 1)) * _DOUBT ** (bool(lacking) + strange)

    def _bare(self, text: str) -> str:
        return re.sub(f"^{self.lead}", "", text) or text if self.lead else text

    @cached_property
    def _names(self) -> Mapping[str, frozenset[str]]:
        fields = {code: {code, *names} for code, names in self.columns.items()}
        quoted = {name for quote in self.quotes for name in quote.headings}
        return {
            code: frozenset(map(normal, names))
            for code, names in ({**fields, "quotes": quoted} if quoted else fields).items()
        }

    @cached_property
    def names(self) -> frozenset[str]:
        """All a heading may be called to be one of the fields or quotes, as names are compared."""
        return frozenset().union(*self._names.values())

    @cached_property
    def _signature(self) -> frozenset[str]:
        return frozenset(map(normal, self.signature))

    @cached_property
    def _personal(self) -> frozenset[str]:
        of_fields = (name for code in _PERSONAL_FIELDS for name in self.columns.get(code, ()))
        return frozenset(map(normal, (*self.personal, *of_fields)))

    @cached_property
    def _known(self) -> frozenset[str]:
        added = (name for names in self.plus.values() for name in names)
        rows = (name for row in self.headers for name in row)
        others = frozenset(map(normal, (*self.personal, *added, *rows)))
        return others.union(self._signature, *self._names.values())

    @cached_property
    def _templates(self) -> tuple[frozenset[str], ...]:
        return tuple(normals(self.headings(language)) for language in self.example)

    def _present(self, have: Collection[str]) -> set[str]:
        return {code for code, names in self._names.items() if not names.isdisjoint(have)}

    def _signs(self, have: Collection[str]) -> float:
        """How surely the header is of this very export; our own templates are their own sign."""
        if self.signature:
            return min(1.0, len(self._signature.intersection(have)) / _ENOUGH_SIGNS)
        return max((len(row.intersection(have)) / len(row) for row in self._templates), default=0.0)


def found_quotes(layout: Layout, header: Sequence[str]) -> tuple[tuple[Quote, int], ...]:
    """Each quote of the layout with the column that holds it."""
    if not layout.quotes:
        return ()
    have = {normal(text): index for index, text in reversed(list(enumerate(header)))}
    places = (
        (quote, next((have[normal(n)] for n in quote.headings if normal(n) in have), None))
        for quote in layout.quotes
    )
    return tuple((quote, place) for quote, place in places if place is not None)
