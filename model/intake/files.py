"""From the bytes of a file to grids of cells, one per sheet; what is no table is refused by code."""

import csv
import datetime as dt
import io
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from model.errors import InputError, Problem, Value
from model.fields import Raw, clean

_SIGNATURES: Final = (
    (b"%PDF", "pdf"), (b"\x89PNG", "picture"), (b"\xff\xd8\xff", "picture"), (b"GIF8", "picture"),
    (b"BM", "picture?"), (b"Rar!", "archive"), (b"7z\xbc\xaf", "archive"), (b"\x1f\x8b", "archive"),
)  # fmt: skip
_DELIMITERS: Final = ",\t;"
_HEAD_ROWS: Final = 30


@dataclass(frozen=True)
class Grid:
    """The cells of one sheet as they stand, from its very first line; ``name`` is empty for a text file."""

    name: str
    rows: tuple[tuple[Raw, ...], ...]


def refuse(code: str, file: str, row: int | None = None, **values: Value) -> InputError:
    """The error that says why a whole file cannot be used."""
    return InputError([Problem(code, file, row, values=values)])


def read_grids(path: Path, unmerge: bool = True) -> tuple[Grid, ...]:
    """All sheets of a workbook that are shown and hold something, or the one grid of a text file.

    ``unmerge`` repeats the text of a cell merged over several lines on each of them.

    Raises:
        InputError: ``file_missing``, ``file_locked``, ``file_unreadable``, ``file_empty``, ``not_a_table``,
            ``unreadable_workbook``, ``open_quote``.
    """
    data = _bytes(path)
    if not data.strip():
        raise refuse("file_empty", path.name)
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        grids = _workbook(path.name, data, unmerge)
    else:
        grids = (Grid("", _text_rows(path.name, _decoded(path.name, data))),)
    filled = tuple(grid for grid in grids if any(clean(cell) for row in grid.rows for cell in row))
    if not filled:
        raise refuse("file_empty", path.name)
    return filled


def _bytes(path: Path) -> bytes:
    if path.is_dir():
        raise refuse("not_a_table", path.name, kind="folder")
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise refuse("file_missing", path.name) from None
    except PermissionError:
        raise refuse("file_locked", path.name) from None
    except OSError as error:
        raise refuse("file_unreadable", path.name, detail=str(error.errno)) from None


def _decoded(name: str, data: bytes) -> str:
    """The text of a file: UTF-16 by its mark, else UTF-8, else GB18030 (plain GBK lacks the ¥ sign)."""
    if kind := _kind(data):
        raise refuse("not_a_table", name, kind=kind)
    encodings = ("utf-16",) if data.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            return _printable(name, data.decode(encoding))
        except UnicodeDecodeError:
            continue
    raise refuse("not_a_table", name, kind="encoding")


def _kind(data: bytes) -> str:
    for signature, kind in _SIGNATURES:
        if data.startswith(signature) and (not kind.endswith("?") or b"\0" in data[:64]):
            return kind.rstrip("?")
    start = data[:256].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return "web_page" if start.startswith((b"<!doctype", b"<html", b"<?xml", b"<table", b"<head")) else ""


def _printable(name: str, text: str) -> str:
    """The text, unless too much of it is no text (a stray control sign in a nickname is forgiven)."""
    odd = sum(text.count(chr(code)) for code in range(32) if chr(code) not in "\t\r\n\v\f")
    if "\0" in text or odd * 1000 > len(text):
        raise refuse("not_a_table", name, kind="binary")
    return text


def _text_rows(name: str, text: str) -> tuple[tuple[Raw, ...], ...]:
    delimiter = max(_DELIMITERS, key=lambda sign: _columns(text, sign))
    try:
        return _parsed(name, text, delimiter, strict=True)
    except csv.Error:
        return _loosely(name, text, delimiter)


def _columns(text: str, delimiter: str) -> int:
    """How plainly the first lines split into equally many cells at this sign."""
    head = csv.reader(io.StringIO(text[:200_000], newline=""), delimiter=delimiter)
    try:
        widths = Counter(len(row) for row, _ in zip(head, range(_HEAD_ROWS), strict=False))
    except csv.Error:
        return 0
    return max((count * (width - 1) for width, count in widths.items() if width), default=0)


def _loosely(name: str, text: str, delimiter: str) -> tuple[tuple[Raw, ...], ...]:
    """Once more for a file with text after a closing quote, which Excel reads and so do we."""
    try:
        return _parsed(name, text, delimiter, strict=False)
    except csv.Error:
        raise refuse("not_a_table", name, kind="long_cell") from None


def _parsed(name: str, text: str, delimiter: str, strict: bool) -> tuple[tuple[Raw, ...], ...]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=strict)
    rows: list[tuple[Raw, ...]] = []
    try:
        rows.extend(tuple(row) for row in reader)
    except csv.Error as error:
        if "unexpected end" in str(error):
            raise refuse("open_quote", name, len(rows) + 1) from None
        raise
    return tuple(rows)


def _workbook(name: str, data: bytes, unmerge: bool) -> tuple[Grid, ...]:
    from python_calamine import (
        CalamineError,
        CalamineWorkbook,
        PasswordError,
        SheetTypeEnum,
        SheetVisibleEnum,
    )

    if data.startswith(b"PK") and (kind := _packed_kind(data)):
        raise refuse("not_a_table", name, kind=kind)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        wanted = [s.name for s in book.sheets_metadata if s.typ == SheetTypeEnum.WorkSheet]
        shown = [
            s.name for s in book.sheets_metadata if s.visible == SheetVisibleEnum.Visible and s.name in wanted
        ]
        sheets = [book.get_sheet_by_name(sheet) for sheet in shown or wanted]
        return tuple(
            Grid(
                sheet.name,
                _sheet(sheet.to_python(skip_empty_area=False), sheet.merged_cell_ranges if unmerge else None),
            )
            for sheet in sheets
        )
    except PasswordError:
        raise refuse("unreadable_workbook", name, detail="password") from None
    except (CalamineError, OSError, ValueError):
        raise refuse("unreadable_workbook", name, detail="damaged") from None


def _packed_kind(data: bytes) -> str:
    """What a zip is when it is no workbook, else an empty text."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            names = packed.namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return ""
    if any(name.startswith("xl/") or name == "content.xml" for name in names):
        return ""
    return "document" if any(name.startswith(("word/", "ppt/")) for name in names) else "archive"


Corner = tuple[int, int]


def _sheet(
    cells: Iterable[Iterable[object]], merged: Iterable[tuple[Corner, Corner]] | None
) -> tuple[tuple[Raw, ...], ...]:
    rows = [[_cell(value) for value in row] for row in cells]
    for row, column, source in _covered(merged or ()):
        if row < len(rows) and column < len(rows[row]):
            rows[row][column] = rows[source][column]
    return tuple(tuple(row) for row in rows)


def _covered(merged: Iterable[tuple[Corner, Corner]]) -> Iterator[tuple[int, int, int]]:
    """Line, column and source line of the cells hidden below a merged one.

    Only the first column is filled: a title merged across the sheet must not look like a full header.
    """
    for (top, left), (bottom, _) in merged:
        yield from ((row, left, top) for row in range(top + 1, bottom + 1))


def _cell(value: object) -> Raw:
    if isinstance(value, dt.datetime):
        return value.isoformat(sep=" ", timespec="seconds")
    if isinstance(value, str | bool | int | float):
        return value
    return "" if value is None else str(value)
