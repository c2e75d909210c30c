"""The distinct cells of a column, put together by shape so that a million of them are read in a few steps.

Two cells have the same shape when they differ in their digits only: ``2026-07-22 11:00`` and ``2025-01-03 09:41``.
A shape is understood once, by the same rules as a single cell; its digits are then taken from all its cells at once.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias, TypeVar

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from model.fields import BadCell, Raw, clean, is_empty

T = TypeVar("T")
Words: TypeAlias = "Sequence[Raw] | pa.Array"
"""Distinct cells: a sequence as a reader gives them, or an Arrow array of (large) strings, which is faster."""
Ints = NDArray[np.int64]
Whole = int | Ints

_FEW: Final = 16
"""Fewer cells of a shape than this are read one by one: an array costs more than they do."""
_LONGEST: Final = 64
"""No figure and no date is longer; remarks and mistaken columns are read one by one."""
_LONGEST_NUMBER: Final = 400
"""No float has more digits before or behind its point that count."""
_DIGITS: Final = 15
"""So many digits fit int64 with room to scale, and a float64 without loss; longer ones are read one by one."""
_IN_FULL: Final = 1e10
"""Arrow writes larger floats with an exponent."""
_SHAPED: Final = np.where(np.isin(np.arange(256), np.arange(48, 58)), 48, np.arange(256)).astype(np.uint8)
_WIDE: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x2212: "-", 0x3000: " "}
_ALSO_EMPTY: Final = frozenset(
    {"空", "(空)", "——", "\\n", "nat", "nil", "undefined", "[null]", "(null)", "#div/0!", "#name?", "#num!"}
    | {"#null!", "#¡valor!", "#wert!", "#bezug!", "#nv", "#####"}
)
_LONGEST_EMPTY: Final = max(map(len, _ALSO_EMPTY))


class Apart(Exception):
    """The cells of this shape must be read one by one."""


@dataclass(frozen=True, eq=False)
class Decoded:
    """What a column's distinct cells say: ``values`` aligned with them, ``known`` false where there is none.

    ``bad`` gives the code of what is wrong by the place of the cell; what is neither known nor bad is missing.
    """

    values: NDArray[Any]
    known: NDArray[np.bool_]
    bad: Mapping[int, str] = field(default_factory=dict)

    def array(self, codes: NDArray[np.int32] | None = None) -> pa.Array:
        """The values as an Arrow array with nulls: one for each cell, or for each row by its code."""
        values, known = (
            (self.values, self.known) if codes is None else (self.values[codes], self.known[codes])
        )
        return pa.array(values, mask=~known)


@dataclass(frozen=True, eq=False)
class Group:
    """One cell (``places`` is its place), or all cells of one shape, whose digits ``text`` shows as 0.

    ``text`` is cleaned, half-width and in small letters; ``raw`` is the same part of the cell as it stands.
    """

    text: str
    raw: str
    places: int | Ints
    body: NDArray[np.uint8] | None = None
    starts: Ints | None = None

    def number(self, first: int, last: int) -> Whole:
        """The digits of ``text[first:last]`` as one number for each cell, whatever points stand among them."""
        if last - first > _LONGEST_NUMBER:
            raise BadCell("not_finite", "")
        if self.body is None or self.starts is None:
            return int("".join(sign for sign in self.text[first:last] if sign not in ",."))
        part = self.raw[first:last]
        digits = [place for place, sign in enumerate(part) if sign == "0"]
        if len(digits) > _DIGITS or any(sign not in "0,." for sign in part):
            raise Apart
        total = np.zeros(len(self.starts), np.int64)
        begin = len(self.raw[:first].encode())
        for place in digits:
            total *= 10
            total += self.body[self.starts + (begin + place)]
        return total - ord("0") * int("1" * len(digits) or "0")


def filled(
    words: Words, read: Callable[[Group], T], kept: Callable[[Group, T], None]
) -> tuple[NDArray[np.bool_], dict[int, str]]:
    """Read every cell: ``kept`` gets what ``read`` gave for a group of them; missing cells are passed over.

    Both may raise :class:`Apart` for a shape that cannot be read at once, and BadCell for what is wrong. Gives where
    a value was kept, and the codes of the wrong cells.
    """
    known, bad = np.zeros(len(words), bool), dict[int, str]()

    def take(group: Group) -> bool:
        try:
            if len(group.text) > _LONGEST_EMPTY or not is_missing(group.text):
                kept(group, read(group))
                known[group.places] = True
        except Apart:
            return False
        except BadCell as error:
            bad.update(dict.fromkeys(np.atleast_1d(group.places).tolist(), error.code))
        return True

    texts = texts_of(words)
    shapes, alone = _shapes(texts)
    alone += [np.atleast_1d(shape.places) for shape in shapes if not take(shape)]
    rest = np.sort(np.concatenate(alone))
    for place, text in zip(rest.tolist(), texts.take(pa.array(rest)).to_pylist(), strict=True):
        take(single(text, place))
    return known, bad


def is_missing(raw: Raw) -> bool:
    """Whether a cell says "unknown" in any way exports and spreadsheets say it."""
    text = clean(raw).translate(_WIDE).lower()
    return is_empty(text) or text in _ALSO_EMPTY


def single(raw: Raw, place: int = 0) -> Group:
    """One cell to be read."""
    text = clean(raw)
    return Group(text.translate(_WIDE).lower(), text, place)


def texts_of(words: Words) -> pa.LargeStringArray:
    """The cells as Arrow text: numbers as they are written in full, what is no Unicode as empty."""
    if isinstance(words, pa.Array):
        return words.cast(pa.large_string())
    kinds = set(map(type, words))
    if kinds <= {str, type(None)}:
        try:
            return pa.array(words, pa.large_string())
        except UnicodeEncodeError:
            return pa.array(map(_text, words), pa.large_string())
    floats = [word if type(word) is float and abs(word) < _IN_FULL else None for word in words]
    others = [_text(word) if short is None else None for word, short in zip(words, floats, strict=True)]
    return pc.coalesce(
        pa.array(floats, pa.float64()).cast(pa.large_string()), pa.array(others, pa.large_string())
    )


def _text(word: Raw) -> str:
    return (word if isinstance(word, str) else clean(word)).encode("utf-8", "replace").decode()


def _shapes(texts: pa.LargeStringArray) -> tuple[list[Group], list[Ints]]:
    """The shapes that many cells have, and the places of all other cells."""
    validity, offsets, data = texts.buffers()
    body = np.frombuffer(data or b"", np.uint8)
    start = np.frombuffer(offsets, np.int64)[texts.offset : texts.offset + len(texts)]
    masked = pa.py_buffer(_SHAPED[body])
    coded = pa.LargeStringArray.from_buffers(
        len(texts), offsets, masked, validity, texts.null_count, texts.offset
    ).dictionary_encode()
    codes = coded.indices.fill_null(-1).to_numpy(zero_copy_only=False)
    sizes = np.bincount(codes + 1, minlength=len(coded.dictionary) + 1)[1:]
    many = np.flatnonzero(sizes >= _FEW)
    label = np.zeros(len(sizes) + 1, np.min_scalar_type(len(many)))
    label[many] = np.arange(1, len(many) + 1)
    labels = label[codes]
    order = np.argsort(labels, kind="stable")
    parts = np.split(order, np.cumsum(np.bincount(labels, minlength=len(many) + 1))[:-1])
    found: list[Group] = []
    alone = [parts[0]]
    for text, places in zip(coded.dictionary.take(pa.array(many)).to_pylist(), parts[1:], strict=True):
        group = _shape(text, places, body, start[places])
        if group:
            found.append(group)
        else:
            alone.append(places)
    return found, alone


def _shape(text: str, places: Ints, body: NDArray[np.uint8], starts: Ints) -> Group | None:
    """The group of a shape, unless cleaning does more to it than to cut its ends."""
    raw = clean(text)
    normal = raw.translate(_WIDE).lower()
    lead = text.find(raw)
    if lead < 0 or len(text) > _LONGEST or len(normal) != len(raw):
        return None
    return Group(normal, raw, places, body, starts + len(text[:lead].encode()))
