"""A zipped workbook is measured before it is opened: what is packed into a few bytes must not fill the memory."""

import io
import zipfile
import zlib
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Final, TypeVar

from model.intake.files.extents import (
    MOST_THIN,
    Extent,
    Pieces,
    longest_text,
    ods_extent,
    shared_bytes,
    sheet_extent,
    text_sizes,
)
from model.intake.files.refusal import refuse

Opened = TypeVar("Opened")

MOST_UNPACKED: Final = 1 << 30
"""Bytes of all parts together; the sheets of a workbook of ``MOST_CELLS`` cells come to about as much."""
MOST_RATIO: Final = 250
"""A sheet of one repeated line shrinks to a hundredth, a bomb to a thousandth."""
HARMLESS: Final = 32 << 20
"""Bytes a part may come to whatever its ratio."""
MOST_CELLS: Final = 20_000_000
"""Cells a sheet may span, empty ones included (270,000 lines of 74 columns): calamine takes 32 bytes for each."""
MOST_SHARED: Final = 1 << 30
"""Bytes of text once every cell has its own copy of what it shares with others, as calamine gives them."""
_INPUT: Final = 1 << 17
_PIECE: Final = 1 << 20
"""A megabyte is unpacked at a time: a thread that asks for Python's lock more often waits for it longer than it works."""
_WORTH_A_THREAD: Final = 1 << 22
_LOCAL_HEADER: Final = 30
_ENCRYPTED: Final = 1
_TEXTS: Final = "sharedstrings.xml"
_MARKS: Final = (("xl/workbook.xml", "xlsx"), ("content.xml", "ods"), ("xl/workbook.bin", "xlsb"))


def packed_kind(data: bytes) -> str:
    """``xlsx``, ``ods``, ``xlsb``, ``document`` or ``archive``; empty for a damaged zip."""
    try:
        names = set(map(_name, _members(data)))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return ""
    if kind := next((kind for mark, kind in _MARKS if mark in names), ""):
        return kind
    if any(name.startswith("xl/") for name in names):
        return "xlsx"
    return "document" if any(name.startswith(("word/", "ppt/")) for name in names) else "archive"


def opened_packed(file: str, data: bytes, opening: Callable[[], Opened]) -> Opened:
    """What ``opening`` gives, once every part was unpacked piece by piece and found to fit into memory.

    It is called as soon as all parts but the sheets are measured, and runs beside the measuring of these: calamine
    does not look at a sheet before it is asked for one.

    Raises:
        InputError: ``zip_bomb``, ``sheet_too_big``, ``password``, ``unreadable_workbook``, ``old_binary_workbook``.
    """
    if packed_kind(data) == "xlsb":
        raise refuse("old_binary_workbook", file)
    try:
        parts = {_name(info): partial(_ahead, file, data, info) for info in _declared(file, data)}
        longest = _check_others(file, parts)
        with ThreadPoolExecutor(1) as pool:
            answer = pool.submit(opening)
            _check_sheets(file, parts, longest)
    except (zipfile.BadZipFile, zlib.error, ValueError, OSError, NotImplementedError):
        raise refuse("unreadable_workbook", file, detail="damaged") from None
    return answer.result()


def _ahead(file: str, data: bytes, info: zipfile.ZipInfo) -> Iterator[bytes]:
    """The bytes of a part; those of a large one are unpacked by a thread while the ones before are searched."""
    pieces = _pieces(file, data, info)
    if info.file_size < _WORTH_A_THREAD:
        yield from pieces
        return
    with ThreadPoolExecutor(1) as pool:
        coming = pool.submit(next, pieces, b"")
        while ready := coming.result():
            coming = pool.submit(next, pieces, b"")
            yield ready


def _name(info: zipfile.ZipInfo) -> str:
    return info.filename.lower().replace("\\", "/").lstrip("/")


def _members(data: bytes) -> list[zipfile.ZipInfo]:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return packed.infolist()


def _declared(file: str, data: bytes) -> list[zipfile.ZipInfo]:
    """The parts, when the sizes they tell themselves can be borne and no name stands twice."""
    members = _members(data)
    large = [info for info in members if info.file_size > HARMLESS]
    if sum(info.file_size for info in members) > MOST_UNPACKED:
        raise refuse("zip_bomb", file)
    if any(info.file_size > MOST_RATIO * info.compress_size for info in large):
        raise refuse("zip_bomb", file)
    if any(info.flag_bits & _ENCRYPTED for info in members):
        raise refuse("password", file)
    if len(set(map(_name, members))) < len(members):
        raise zipfile.BadZipFile("one name for two parts")
    return members


def _pieces(file: str, data: bytes, info: zipfile.ZipInfo) -> Iterator[bytes]:
    """The bytes of a part. zipfile would stop at the size it tells; calamine does not, so neither do we."""
    left = info.file_size
    for piece in _unpacked(info.compress_type, _packed(data, info)):
        left -= len(piece)
        if left < 0:
            raise refuse("zip_bomb", file)
        yield piece


def _packed(data: bytes, info: zipfile.ZipInfo) -> memoryview:
    start = info.header_offset
    header = data[start : start + _LOCAL_HEADER]
    if len(header) < _LOCAL_HEADER or not header.startswith(b"PK\x03\x04"):
        raise zipfile.BadZipFile("no part where one should be")
    start += _LOCAL_HEADER + int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
    if start + info.compress_size > len(data):
        raise zipfile.BadZipFile("a part is cut off")
    return memoryview(data)[start : start + info.compress_size]


def _unpacked(method: int, packed: memoryview) -> Iterator[bytes]:
    if method == zipfile.ZIP_STORED:
        yield from (bytes(packed[at : at + _PIECE]) for at in range(0, len(packed), _PIECE))
        return
    if method != zipfile.ZIP_DEFLATED:
        raise NotImplementedError(method)
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    for at in range(0, len(packed), _INPUT):
        todo = bytes(packed[at : at + _INPUT])
        while todo and not unpacker.eof:
            if piece := unpacker.decompress(todo, _PIECE):
                yield piece
            todo = unpacker.unconsumed_tail
    if packed and not unpacker.eof:
        raise zipfile.BadZipFile("a part is cut off")


def _is_sheet(name: str) -> bool:
    return "sheets/" in name and name.endswith(".xml")


def _check_others(file: str, parts: Mapping[str, Pieces]) -> int:
    """All parts that are opened before any sheet is; at most how many bytes the longest shared text has."""
    longest = 0
    for name, pieces in parts.items():
        if name == "content.xml":
            _check_extents(file, [ods_extent(pieces())])
        elif name.endswith(_TEXTS):
            longest = longest_text(pieces(), MOST_CELLS)
        elif not _is_sheet(name):
            deque(pieces(), maxlen=0)
    return longest


def _check_sheets(file: str, parts: Mapping[str, Pieces], longest: int) -> None:
    """The sheets are unpacked once; once more only when shared texts may come to too much."""
    extents = {name: sheet_extent(pieces, MOST_CELLS) for name, pieces in parts.items() if _is_sheet(name)}
    _check_extents(file, extents.values())
    if sum(extent.shared for extent in extents.values()) * longest > MOST_SHARED:
        _check_shared(file, parts, extents)


def _check_extents(file: str, extents: Collection[Extent]) -> None:
    cells = max((extent.cells for extent in extents), default=0)
    if cells > MOST_CELLS:
        raise refuse("sheet_too_big", file, cells=cells, most=MOST_CELLS)
    if stretched := max((extent.cells for extent in extents if extent.stretched), default=0):
        raise refuse("sheet_too_big", file, cells=stretched, most=MOST_THIN)


def _check_shared(file: str, parts: Mapping[str, Pieces], sheets: Iterable[str]) -> None:
    texts = next(pieces for name, pieces in parts.items() if name.endswith(_TEXTS))
    sizes = text_sizes(texts())
    if sum(shared_bytes(parts[name](), sizes) for name in sheets) > MOST_SHARED:
        raise refuse("zip_bomb", file)
