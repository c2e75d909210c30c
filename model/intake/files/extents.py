"""How much the parts of a workbook come to once they are read, told from their tags alone, piece by piece.

calamine asks for one block of memory as wide and high as the outermost cells of a sheet and ends the program when
there is none, so this must be known before. Tags are cut out by patterns: writers that get XML wrong are read too.
"""

import re
from array import array
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from model.intake.files.corners import Chunk, count_of, places_of, usual_corner

Pieces = Callable[[], Iterable[bytes]]
"""Gives the bytes of a part from its beginning, each time it is called."""

MOST_THIN: Final = 2_000_000
"""Cells a sheet may span whatever it holds: 64 MB in calamine."""
_THIN: Final = 100
"""A sheet of more cells than that for each one written is stretched by a stray cell; no table has so many gaps."""
_LONGEST_TAG: Final = 16 << 20
"""Bytes without the beginning of a tag. Excel's longest text has 32,767 characters."""
_SHORTEST_CELL: Final = 20
"""Bytes of a cell that stands for a shared text: ``<c r="A1" t="s"><v>0``."""
_SHORTEST_TEXT: Final = 5
"""Bytes of ``<si/>``."""
_HARMLESS_TEXTS: Final = 1_000_000
"""Texts a part may promise whatever its size, as careless writers do: 24 MB in calamine, which believes them."""
_PROMISED = re.compile(rb"uniqueCount\s*=\s*[\"']\s*\+?(\d+)")
_ATTRIBUTES: Final = rb"((?:\s+[^\s=<>\"']+\s*=\s*(?:\"[^\"]*\"|'[^']*'))*)\s*(/?>)?"
_CELL = re.compile(rb"<(?:[\w.-]+:)?(row|c)(?=[\s/>])" + _ATTRIBUTES)
_PLACE = re.compile(rb"\sr\s*=\s*[\"']\s*([A-Za-z]*)(\d+)\s*[\"']")
_SHARED = re.compile(rb"\st\s*=\s*[\"']s[\"']")
_SHARED_PLACE = re.compile(rb"\st\s*=\s*[\"']s[\"'][^<>]*>\s*<(?:[\w.-]+:)?v[^<>]*>\s*(\d+)")
_TEXT_END = re.compile(rb"</(?:[\w.-]+:)?si\s*>|<(?:[\w.-]+:)?si\s*/>")
_ODS = re.compile(rb"<table:(table|table-row|table-cell|covered-table-cell)(?=[\s/>])" + _ATTRIBUTES)
_REPEATED = re.compile(rb"\stable:number-(?:rows|columns)-repeated\s*=\s*[\"'](\d+)[\"']")
_FILLED = re.compile(rb"\s(?:office:[\w-]*value[\w-]*|table:formula)\s*=")


@dataclass(frozen=True)
class Extent:
    """At most so many ``cells`` from A1 to the outermost and as ``shared`` texts; at least so many ``written``."""

    cells: int
    shared: int = 0
    written: int = 0

    @property
    def thin(self) -> bool:
        """Whether next to nothing of what the sheet spans is filled."""
        return self.cells > _THIN * self.written

    @property
    def stretched(self) -> bool:
        """Whether the sheet takes much memory for next to nothing."""
        return self.thin and self.cells > MOST_THIN


@dataclass
class _Seen:
    """Where the reader of tags is, and the outermost cell so far."""

    row: int = 0
    column: int = 0
    rows: int = 0
    columns: int = 0
    shared: int = 0
    written: int = 0

    def take(self, chunk: Chunk) -> None:
        for tag in _CELL.finditer(chunk):
            kind, attributes, end = tag.groups()
            if end is None:
                raise ValueError("a tag that never ends")
            if kind == b"row":
                self._row(attributes)
            else:
                self._cell(attributes, end == b"/>")

    def _row(self, attributes: bytes) -> None:
        place = _PLACE.search(attributes)
        self.row, self.column = (int(place[2]) if place else self.row + 1), 0

    def _cell(self, attributes: bytes, empty: bool) -> None:
        place = _PLACE.search(attributes)
        row, self.column = (int(place[2]), _number(place[1])) if place else (self.row, self.column + 1)
        if not empty:
            self.rows, self.columns = max(self.rows, row), max(self.columns, self.column)
            self.written += 1
            self.shared += bool(_SHARED.search(attributes))

    def extent(self) -> Extent:
        return Extent(self.rows * self.columns, self.shared, self.written)


def sheet_extent(pieces: Pieces, most: int) -> Extent:
    """The extent of a sheet; one of at most ``most`` cells is told with its empty cells where these do no harm.

    Its written ones are then counted as far as it takes to know that it is no thin one.

    Raises:
        ValueError: the sheet is damaged.
    """
    return _quick(pieces(), most) or _exact(pieces())


def _exact(pieces: Iterable[bytes]) -> Extent:
    seen = _Seen()
    for chunk in _whole_tags(pieces):
        seen.take(chunk)
    return seen.extent()


def _quick(pieces: Iterable[bytes], most: int) -> Extent | None:
    """What the tags say that are written as usual; None where one is not, or where it matters which cells are empty."""
    rows = columns = size = written = 0
    for chunk in _whole_tags(pieces):
        corner = usual_corner(chunk)
        if corner is None:
            return None
        rows, columns = max(rows, corner[0]), max(columns, corner[1])
        if rows * columns > most:
            return None
        size += len(chunk)
        written += corner[2] - count_of(chunk, b"/>") if written * _THIN < most else 0
    found = Extent(rows * columns, size // _SHORTEST_CELL, written)
    return None if found.stretched else found


def _number(letters: bytes) -> int:
    if not letters:
        raise ValueError("a cell without a column")
    found = 0
    for letter in letters.upper():
        found = found * 26 + letter - 64
    return found


def longest_text(pieces: Iterable[bytes], most: int) -> int:
    """At most so many bytes the longest of the shared texts has.

    Raises:
        ValueError: there are more than ``most`` texts, or more are promised than fit into the part.
    """
    longest = run = count = size = promised = 0
    for piece in _whole_tags(pieces):
        size += len(piece)
        if b"uniqueCount" in bytes(piece):
            promised = max(promised, *map(int, _PROMISED.findall(piece)), 0)
        ends = _text_ends(piece)
        count += len(ends)
        if len(ends):
            longest = max(longest, run + int(ends[0]), int(np.diff(ends).max(initial=0)))
            run = len(piece) - int(ends[-1])
        else:
            run += len(piece)
            longest = max(longest, run)
        if count > 2 * most:
            raise ValueError("too many texts")
    if promised > max(size // _SHORTEST_TEXT, _HARMLESS_TEXTS):
        raise ValueError("more texts than bytes")
    return longest


def _text_ends(piece: Chunk) -> NDArray[np.intp]:
    """Where tags that begin or end a text do end."""
    signs, places = np.frombuffer(piece, np.uint8), np.sort(places_of(piece, b"i>"), kind="stable")
    places = places[np.searchsorted(places, 1) :]
    found: NDArray[np.intp] = places[signs[places - 1] == ord("s")] + 2
    return found


def text_sizes(pieces: Iterable[bytes]) -> "array[int]":
    """The bytes of every shared text, in order."""
    sizes = array("q")
    before = 0
    for chunk in _whole_tags(pieces):
        last = 0
        for end in _TEXT_END.finditer(chunk):
            sizes.append(before + end.end() - last)
            before, last = 0, end.end()
        before += len(chunk) - last
    return sizes


def shared_bytes(pieces: Iterable[bytes], sizes: "array[int]") -> int:
    """What the cells of a sheet come to when each has its own copy of the text it shares."""
    total, longest = 0, max(sizes, default=0)
    for chunk in _whole_tags(pieces):
        places = [int(place) for place in _SHARED_PLACE.findall(chunk)]
        total += sum(sizes[place] for place in places if place < len(sizes))
        total += max(0, len(_SHARED.findall(chunk)) - len(places)) * longest
    return total


def ods_extent(pieces: Iterable[bytes]) -> Extent:
    """All sheets of an OpenDocument workbook, which calamine opens together; cells that stand for many count as often.

    Raises:
        ValueError: the part is damaged.
    """
    sheets = [0]
    written = 0
    rows = width = line = column = filled = 0
    repeated = 1
    for kind, attributes in (*_ods_tags(pieces), (b"table-row", b""), (b"table", b"")):
        times = int(found[1]) if (found := _REPEATED.search(attributes)) else 1
        if kind in (b"table", b"table-row"):
            line += repeated
            rows, width = (line, max(width, filled)) if filled else (rows, width)
            repeated, column, filled = times, 0, 0
        else:
            column += times
            if _FILLED.search(attributes):
                filled, written = column, written + 1
        if kind == b"table":
            sheets.append(rows * width)
            rows = width = line = repeated = 0
    return Extent(sum(sheets), written=written)


def _ods_tags(pieces: Iterable[bytes]) -> Iterator[tuple[bytes, bytes]]:
    for chunk in _whole_tags(pieces):
        for kind, attributes, end in _ODS.findall(chunk):
            if not end:
                raise ValueError("a tag that never ends")
            yield kind, attributes


def _whole_tags(pieces: Iterable[bytes]) -> Iterator[memoryview]:
    """The same bytes, cut before the beginning of a tag."""
    rest = b""
    for piece in pieces:
        data = rest + piece
        cut = max(0, data.rfind(b"<"))
        rest = data[cut:]
        if len(rest) > _LONGEST_TAG:
            raise ValueError("a tag that never ends")
        if cut:
            yield memoryview(data)[:cut]
    if rest:
        yield memoryview(rest)
