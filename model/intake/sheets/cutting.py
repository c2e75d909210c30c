"""Bytes of a text to cells: by pyarrow as long as its answer is sure, else by the csv module with the same cells.

Lines of uneven length are filled up, text after a closing quote is kept, a quoted cell may hold line breaks. All
cells are bytes here: neither UTF-8 nor GB18030 uses commas, quotes and line ends inside a character.
"""

import csv
import io
from collections import Counter
from collections.abc import Collection, Iterator
from itertools import islice
from typing import Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pa_csv

from model.intake.files.plaintext import LONGEST_CELL
from model.intake.sheets.texts import Texts, as_utf8, cleaned, even_texts, timed
from model.intake.sheets.wanted import Columns

Cut = dict[int, list[pa.Array]]
"""The cells of a piece by place, in chunks: dictionaries of bytes, bytes where hardly a word stands there twice; for
the places read as texts clean texts, times, or bytes that cannot be read before all cells of the column are there.

Under :data:`UNEVEN` stands how many cells each record has where that is not what the header has, else 0; below
zero where all cells beyond the header are empty.
"""
UNEVEN: Final = -1

CODED: Final = pa.dictionary(pa.int32(), pa.binary())
_SLOW_PIECE: Final = 1 << 22
"""How much the csv module cuts before pyarrow may try again; it takes a tenth of a second."""
_SAMPLED: Final = 20
_FEWEST_DIFFERENT: Final = 1000
_SAMPLE_BYTES: Final = 1 << 16
_LAST_BYTES: Final = 1 << 12
_HEADER_BYTES: Final = 1 << 23
_END: Final = "\0end\0"
_NO_CELL: Final = b"\n\0"
"""What no line by itself can hold."""


def below_header(data: memoryview, records: int, delimiter: str) -> tuple[int, int]:
    """Where the data begins below the header, and how many cells the widest line down to it has."""
    lines = _Lines(bytes(data[:_HEADER_BYTES]).decode("latin-1"))
    csv.field_size_limit(LONGEST_CELL)
    widths = [len(row) for row in islice(csv.reader(lines, delimiter=delimiter), records)]
    return lines.pulled, max(widths, default=0)


class _Lines:
    """The lines of a text, and how long those pulled so far are together."""

    def __init__(self, text: str) -> None:
        self._lines = io.StringIO(text, newline="")
        self.pulled = 0

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            self.pulled += len(line)
            yield line


class Cutter:
    """Cuts one piece of a file after another; ``width`` is how many cells the header has."""

    def __init__(self, columns: Columns, width: int) -> None:
        self._columns = columns
        self._width = width
        self._likely = width
        self._many = frozenset[int]()

    def cut(self, data: memoryview, whole: bool) -> tuple[Cut, int, int]:
        """The cells of the records that end within ``data``, their number and how many bytes they are."""
        end = len(data) if whole else end_of_lines(data)
        if not end:
            return {}, 0, 0
        if sure := self.cut_lines(data[:end]):
            return *sure, end
        part = min(end_of_lines(data[:_SLOW_PIECE]) or end, end)
        answer = self._by_csv(data[:part])
        return answer if answer[2] or part == end else self._by_csv(data[:end])

    def cut_lines(self, lines: memoryview) -> tuple[Cut, int] | None:
        """The cells of whole lines and their number, None when pyarrow is not sure to be right."""
        table = self._table(lines)
        if table is None:
            return None
        there = set(table.column_names)
        self._many |= {
            place
            for place in self._columns.many - self._many
            if str(place) in there and _differ(table[str(place)])
        }
        cut = {place: self._chunks(table, place, there) for place in self._columns.wanted}
        return {**cut, UNEVEN: [self._uneven(table)]}, table.num_rows

    def _table(self, piece: memoryview) -> pa.Table | None:
        """The piece as pyarrow cuts it, None when that is not sure to be right.

        Lines are taken to be as wide as those before them until pyarrow finds one that is not.
        """
        width = self._likely
        table = self._by_arrow(piece, width) if width else None
        if table is None:
            other = _width(piece, self._columns.delimiter)
            if other in {0, width}:
                return None
            width, table = other, self._by_arrow(piece, other)
        if table is None or not _ends_alike(table, piece, width, self._columns.delimiter):
            return None
        self._likely = width
        return table

    def _by_arrow(self, piece: memoryview, width: int) -> pa.Table | None:
        """The piece as one block, None when its lines are of another width.

        Never as several: at a line break inside a quoted cell pyarrow may part two of them and lose what stands
        before it, without a word. The last column is read for the check alone: only there could an open quote go unseen.
        """
        kinds = {
            str(place): CODED if place in self._columns.places - self._many else pa.binary()
            for place in sorted({*self._columns.wanted, *range(self._width, width), width - 1})
            if place < width
        }
        names = list(map(str, range(width)))
        how = pa_csv.ReadOptions(use_threads=False, column_names=names, block_size=len(piece) + 1)
        try:
            return pa_csv.read_csv(
                pa.BufferReader(pa.py_buffer(piece)),
                how,
                pa_csv.ParseOptions(delimiter=self._columns.delimiter, ignore_empty_lines=False),
                pa_csv.ConvertOptions(check_utf8=False, include_columns=list(kinds), column_types=kinds),
            )
        except pa.ArrowInvalid:
            return None

    def _chunks(self, table: pa.Table, place: int, there: Collection[str]) -> list[pa.Array]:
        """The cells of a column; of one that these lines do not have, empty ones."""
        if str(place) not in there:
            return [self._packed(place, [""] * table.num_rows)]
        chunks = table[str(place)].chunks
        return (
            list(chunks) if place in self._columns.places else [self._text(place, chunk) for chunk in chunks]
        )

    def _text(self, place: int, cells: pa.BinaryArray) -> pa.BinaryArray | Texts:
        """The clean texts of cells, which as yet are in the cache; the bytes where all cells decide how to read them."""
        times = place in self._columns.times
        if (even := even_texts(cells, times)) is not None:
            return even
        texts = as_utf8(cells, self._columns.of_bytes)
        if texts is None:
            return cells
        return timed(cleaned(texts)) if times else cleaned(texts)

    def _uneven(self, table: pa.Table) -> pa.Array:
        """The number of cells of each record where it is not the header's; all of a piece have the same."""
        width = max(map(int, table.column_names)) + 1
        if width <= self._width:
            return pa.array(np.full(table.num_rows, width % self._width, np.int32))
        filled = np.zeros(table.num_rows, bool)
        for place in range(self._width, width):
            filled |= pc.greater(pc.binary_length(table[str(place)].cast(pa.binary())), 0).to_numpy()
        return pa.array(np.where(filled, width, -width), pa.int32())

    def _by_csv(self, data: memoryview) -> tuple[Cut, int, int]:
        cells: dict[int, list[str]] = {place: [] for place in self._columns.wanted}
        rows, used = 0, 0
        uneven: list[int] = []
        for row, end in _closed_rows(data, self._columns):
            rows, used = rows + 1, end
            blank = len(row) > self._width and not any(row[self._width :])
            uneven.append(0 if len(row) == self._width else -len(row) if blank else len(row))
            for place, column in cells.items():
                column.append(row[place] if place < len(row) else "")
        cut = {place: [self._packed(place, column)] for place, column in cells.items()}
        cut[UNEVEN] = [pa.array(uneven, pa.int32())]
        return cut, rows, used

    def _packed(self, place: int, column: list[str]) -> pa.Array:
        """Cells of one sign per byte as pyarrow would have given them."""
        packed = pa.array([cell.encode("latin-1") for cell in column], pa.binary())
        return packed.dictionary_encode() if place in self._columns.places else self._text(place, packed)


def _closed_rows(data: memoryview, columns: Columns) -> Iterator[tuple[list[str], int]]:
    """Rows as the csv module cuts them, with where each ends; not one whose quoted cell is still open.

    A line put below the others tells: an open cell swallows it.
    """
    text = bytes(data).decode("latin-1")
    lines = _Lines(text + ("" if text.endswith(("\n", "\r")) else "\n") + _END)
    waiting: tuple[list[str], int] | None = None
    csv.field_size_limit(LONGEST_CELL)
    try:
        for row in csv.reader(lines, delimiter=columns.delimiter):
            if waiting:
                yield waiting
            waiting = row, min(lines.pulled, len(data))
    except csv.Error:  # a cell beyond the limit never closes; the line before it did
        if waiting:
            yield waiting


def _differ(words: pa.ChunkedArray) -> bool:
    """Whether hardly a word of a column stands there twice."""
    distinct = sum(len(chunk.dictionary) for chunk in words.chunks) if words.type == CODED else 0
    return distinct > max(_FEWEST_DIFFERENT, len(words) // 2)


def _ends_alike(table: pa.Table, piece: memoryview, width: int, delimiter: str) -> bool:
    """Whether the last line is that of the piece: a quote left open swallows all lines down to its end."""
    last = _last_row(piece, delimiter) or [b""] * width
    if len(last) != width or not table.num_rows:
        return False
    ends = zip(map(int, table.column_names), table, strict=True)
    return all(last[place] == column[-1].as_py() for place, column in ends)


def end_of_lines(data: memoryview) -> int:
    """Where the last whole line ends; the lines of some files end in a carriage return alone."""
    for size in (_SAMPLE_BYTES, len(data)):
        tail = bytes(data[-size:])
        if end := tail.rfind(b"\n") + 1:
            return len(data) - len(tail) + end
    return tail.rfind(b"\r", 0, -1) + 1


def _width(piece: memoryview, delimiter: str) -> int:
    """How many cells most of the first lines have."""
    text = bytes(piece[:_SAMPLE_BYTES]).decode("latin-1")
    try:
        rows = [
            len(row)
            for row in islice(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), _SAMPLED)
        ]
    except csv.Error:
        return 0
    filled = [width for width in (rows if len(piece) <= len(text) else rows[:-1]) if width]
    return Counter(filled).most_common(1)[0][0] if filled else 0


def _last_row(piece: memoryview, delimiter: str) -> list[bytes]:
    """The cells of the last line by itself: none of a blank line, none that fit when it cannot stand alone."""
    for size in (_LAST_BYTES, _SAMPLE_BYTES):
        lines = bytes(piece[-size:]).splitlines()
        if len(lines) > 1 or len(piece) <= size:
            break
    else:
        return [_NO_CELL]
    try:
        row = next(csv.reader([lines[-1].decode("latin-1")], delimiter=delimiter, strict=True))
    except csv.Error:
        return [_NO_CELL]
    return [cell.encode("latin-1") for cell in row]
