"""The outermost place of the cell tags of a piece of a sheet, all of them looked at together.

A sheet of 100,000 lines has more than a million of these tags. One by one they take as long to look at as calamine
takes to read a tenth of the sheet; as columns of signs a few hundredths of a second, and other threads run meanwhile.
"""

from collections.abc import Iterator
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

Signs: TypeAlias = NDArray[np.uint8]
Chunk: TypeAlias = bytes | memoryview
Places: TypeAlias = NDArray[np.intp]
Corner = tuple[int, int, int]

_BEFORE_PLACE: Final = np.uint32(int.from_bytes(b' r="', "little"))
_QUOTE: Final = np.uint8(ord('"'))
_ZERO, _NINE, _BEFORE_A, _LETTERS = np.uint8(ord("0")), np.uint8(9), np.uint8(ord("A") - 1), np.uint8(26)
_AFTER_NAME: Final = np.array([ord(sign) for sign in "\t\n\r />"], np.uint8)
_MOST_LETTERS: Final = 3
_MOST_DIGITS: Final = 7
"""Excel's last cell is XFD1048576."""
_LONGEST_PLACE: Final = len('<c r="XFD1048576"')


def usual_corner(chunk: Chunk) -> Corner | None:
    """The last row and column (from 1) any cell tag of a piece names and how many tags there are, empty cells included.

    None unless each is written ``<c r="AB12"``: no prefix, the place first, capital letters. The piece ends with a
    whole tag.
    """
    if len(places_of(chunk, b":c")):  # a tag with a prefix may be that of a cell
        return None
    tags = places_of(chunk, b"<c")
    if len(chunk) < _LONGEST_PLACE:
        return _corner(bytes(chunk).ljust(_LONGEST_PLACE, b"\0"), tags)
    return _corner(chunk, tags)


def count_of(chunk: Chunk, pair: bytes) -> int:
    """How often two signs that differ stand in a piece side by side."""
    return int(sum(map(np.count_nonzero, _found(chunk, pair))))


def places_of(chunk: Chunk, pair: bytes) -> Places:
    """Where two signs that differ stand side by side: first the even places, then the odd ones."""
    return np.concatenate([2 * np.flatnonzero(found) + odd for odd, found in enumerate(_found(chunk, pair))])


def _found(chunk: Chunk, pair: bytes) -> Iterator[NDArray[np.bool_]]:
    """Signs are compared two at a time, which takes half as long as one at a time."""
    for odd in (0, 1):
        found: NDArray[np.bool_] = np.frombuffer(
            chunk, "<u2", max(len(chunk) - odd, 0) // 2, min(odd, len(chunk))
        ) == int.from_bytes(pair, "little")
        yield found


def _corner(chunk: Chunk, tags: Places) -> Corner | None:
    signs = np.frombuffer(chunk, np.uint8)
    if not (usual := _words(chunk, tags + 2, "<u4") == _BEFORE_PLACE).all():
        if np.isin(_at(signs, tags[~usual] + 2), _AFTER_NAME).any():
            return None
        tags = tags[usual]
    if not len(tags):
        return 0, 0, 0
    columns, digits = _columns(signs, tags + 6)
    rows = _rows(signs, _differing(chunk, digits))
    return None if rows is None or not columns else (rows, columns, len(tags))


def _at(signs: Signs, places: Places) -> Signs:
    """The signs at some places; beyond the end the last one, which fits nowhere."""
    return np.take(signs, places, mode="clip")


def _words(chunk: Chunk, places: Places, kind: str) -> NDArray[np.unsignedinteger[Any]]:
    """The four or eight signs from each place on; where there are fewer, the last ones of the piece."""
    count = len(chunk) - np.dtype(kind).itemsize + 1
    words: NDArray[np.unsignedinteger[Any]] = np.ndarray((count,), kind, chunk, 0, (1,))
    return words[np.minimum(places, count - 1)]


def _differing(chunk: Chunk, places: Places) -> Places:
    """The places without those that say what the one before says: most cells stand in the row of the last one."""
    words = _words(chunk, places, "<u8")
    other = np.append(True, words[1:] != words[:-1])
    return places[other | (places > len(chunk) - _MOST_DIGITS - 1)]


def _columns(signs: Signs, places: Places) -> tuple[int, Places]:
    """The last column letters name, 0 where there are none; and where the letters end."""
    found = np.zeros(len(places), np.int32)
    more = np.ones(len(places), bool)
    for number in range(_MOST_LETTERS):
        letters = _at(signs, places) - _BEFORE_A
        more &= (letters > 0) & (letters <= _LETTERS)
        if not more.any():
            break
        if not number and not more.all():
            return 0, places
        found = np.where(more, found * 26 + letters, found)
        places = places + more
    return int(found.max()), places


def _rows(signs: Signs, places: Places) -> int | None:
    """The last row that digits and a quote name, None when there is anything else."""
    found = np.zeros(len(places), np.int32)
    more = np.ones(len(places), bool)
    for number in range(_MOST_DIGITS + 1):
        sign = _at(signs, places + number)
        digits = sign - _ZERO
        going_on = more & (digits <= _NINE)
        if (sign[more & ~going_on] != _QUOTE).any() or (not number and not going_on.all()):
            return None
        found = np.where(going_on, found * 10 + digits, found)
        more = going_on
        if not more.any():
            return int(found.max())
    return None
