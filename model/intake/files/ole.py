"""Old workbooks (.xls) are walked through before calamine sees them.

It believes every size and every chain of sectors; a wrong one makes it ask for more memory than there is, which
ends the program. Layout of the container: [MS-CFB]; of its records: [MS-XLS].
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from model.intake.files.extents import MOST_THIN, Extent
from model.intake.files.refusal import refuse

_HEADER: Final = 512
_ENTRY: Final = 128
_FREE: Final = 0xFFFFFFFA
"""Sector numbers from here on are marks: end of a chain, free, part of the tables."""
_SMALL: Final = 4096
_SST: Final = 0x00FC
_DIMENSIONS: Final = 0x0200
_SHEET: Final = 0x0085
_END: Final = 0x000A
_SEVERAL: Final = 0x00BD
_CELLS: Final = frozenset({0x0006, 0x00BD, 0x00D6, 0x00FD, 0x0203, 0x0204, 0x0205, 0x027E})
"""Formula, several numbers, rich text, shared text, number, text, truth, short number."""
_MOST_COLUMNS: Final = 256
MOST_CELLS: Final = 8_000_000
"""Of all sheets, empty cells included: calamine opens them together and copies the one asked for, at 62 bytes a cell in
all. That is 122 columns down to the last of the 65,536 rows."""
_MOST_SPANNED: Final = 256 * 65_536
"""Cells of a full sheet: a writer may say that it spans them, for what is said takes no memory."""
_SHORTEST_TEXT: Final = 3


@dataclass(frozen=True)
class _Stream:
    name: str
    start: int
    size: int


@dataclass(frozen=True)
class _Container:
    """The sectors of the file and, for each, the one that follows it."""

    data: bytes
    sector: int
    following: tuple[int, ...]
    directory: int
    small_table: int

    def read(self, start: int) -> bytes:
        """All sectors of a chain."""
        return b"".join(self.at(number) for number in chain(start, self.following))

    def at(self, number: int) -> bytes:
        """One sector."""
        # The first sector begins where the header's would end.
        place = max(self.sector, _HEADER) + number * self.sector
        if place >= len(self.data):
            raise ValueError("a sector outside the file")
        return self.data[place : place + self.sector]


def check_ole(file: str, data: bytes) -> None:
    """Refuse an old workbook that is protected, none at all, or whose sizes and chains cannot be true.

    Raises:
        InputError: ``password``, ``not_a_table``, ``unreadable_workbook``, ``sheet_too_big``.
    """
    try:
        container = _container(data)
        streams = list(_streams(container))
        names = {stream.name for stream in streams}
        if "EncryptedPackage" in names:
            raise refuse("password", file)
        if names & {"WordDocument", "PowerPoint Document"}:
            raise refuse("not_a_table", file, kind="document")
        for stream in streams:
            _check_stream(file, container, streams[0], stream)
    except (struct.error, ValueError, IndexError):
        raise refuse("unreadable_workbook", file, detail="damaged") from None


def chain(start: int, following: tuple[int, ...]) -> Iterator[int]:
    """The numbers of the sectors from one on.

    Raises:
        ValueError: the chain bites its own tail or leads out of the table.
    """
    number = start
    for _ in range(len(following) + 1):
        if number >= _FREE:
            return
        if number >= len(following):
            raise ValueError("a chain out of the table")
        yield number
        number = following[number]
    raise ValueError("a chain without an end")


def _container(data: bytes) -> _Container:
    shift, _ = struct.unpack_from("<HH", data, 30)
    if shift not in (9, 12):
        raise ValueError("sectors of an odd size")
    sector = 1 << shift
    directory, small_table, further = (struct.unpack_from("<I", data, at)[0] for at in (48, 60, 68))
    bare = _Container(data, sector, (), directory, small_table)
    tables = [*struct.unpack_from("<109I", data, 76)]
    for _ in range(len(data) // sector + 1):
        if further >= _FREE:
            break
        *more, further = _numbers(bare.at(further))
        tables += more
    else:
        raise ValueError("a list of tables without an end")
    following = [number for table in tables if table < _FREE for number in _numbers(bare.at(table))]
    return _Container(data, sector, tuple(following), directory, small_table)


def _numbers(data: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(data) // 4}I", data[: len(data) & ~3])


def _streams(container: _Container) -> Iterator[_Stream]:
    """Every entry of the directory, the root first."""
    entries = container.read(container.directory)
    for at in range(0, len(entries) - _ENTRY + 1, _ENTRY):
        length, kind = struct.unpack_from("<HB", entries, at + 64)
        start, size = struct.unpack_from("<IQ", entries, at + 116)
        # Writers of the smaller sectors leave rubbish in the upper half of the size.
        size &= 0xFFFFFFFF if container.sector == _HEADER else -1
        if kind:
            yield _Stream(entries[at : at + max(0, length - 2)].decode("utf-16-le", "replace"), start, size)


def _check_stream(file: str, container: _Container, root: _Stream, stream: _Stream) -> None:
    if stream.size > len(container.data):
        raise ValueError("a stream larger than the file")
    if stream.size and stream.name in ("Workbook", "Book"):
        _check_records(file, _content(container, root, stream))


def _content(container: _Container, root: _Stream, stream: _Stream) -> bytes:
    if stream.size >= _SMALL:
        return container.read(stream.start)[: stream.size]
    pool = container.read(root.start)
    following = _numbers(container.read(container.small_table))
    pieces = (pool[number * 64 : number * 64 + 64] for number in chain(stream.start, following))
    return b"".join(pieces)[: stream.size]


def _check_records(file: str, stream: bytes) -> None:
    """Every sheet where the globals say it begins: a wrong place would be read as cells at any row and column."""
    sheets = set()
    for kind, record in _records(stream, 0):
        if kind == _SST and _figure(record, 4) * _SHORTEST_TEXT > len(stream):
            raise ValueError("more texts than bytes")
        if kind == _SHEET:
            sheets.add(_figure(record, 0))
    extents = [_extent(stream, start) for start in sheets]
    if (cells := sum(extent.cells for extent in extents)) > MOST_CELLS:
        raise refuse("sheet_too_big", file, cells=cells, most=MOST_CELLS)
    if (thin := sum(extent.cells for extent in extents if extent.thin)) > MOST_THIN:
        raise refuse("sheet_too_big", file, cells=thin, most=MOST_THIN)


def _records(stream: bytes, start: int) -> Iterator[tuple[int, bytes]]:
    at = start
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        if kind == _END:
            return
        yield kind, stream[at + 4 : at + 4 + length]
        at += 4 + length


def _extent(stream: bytes, start: int) -> Extent:
    """How many cells a sheet spans, and how many are written."""
    rows = columns = written = 0
    for kind, record in _records(stream, start):
        if kind == _DIMENSIONS:
            _check_dimensions(record)
        elif kind in _CELLS:
            row, column = struct.unpack_from("<HH", record)
            # Of several cells in one record the last column stands at its end.
            last = (
                max(column, struct.unpack_from("<H", record, len(record) - 2)[0])
                if kind == _SEVERAL
                else column
            )
            rows, columns = max(rows, row + 1), max(columns, last + 1)
            written += max(last - column, 0) + 1
            if columns > _MOST_COLUMNS:
                raise ValueError("a cell outside any sheet")
    return Extent(rows * columns, written=written)


def _check_dimensions(record: bytes) -> None:
    """The first and last row and column; older files tell them in fewer bytes."""
    first, last, left, right = struct.unpack_from("<IIHH" if len(record) >= 12 else "<4H", record)
    if last < first or right < left or (last - first) * (right - left) > _MOST_SPANNED:
        raise ValueError("a sheet larger than any")


def _figure(record: bytes, at: int) -> int:
    return int(struct.unpack_from("<I", record, at)[0])
