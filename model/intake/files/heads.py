"""The first lines of a file, quickly: for guessing what it is. Of a long text only its beginning is read."""

import csv
import io
from collections import Counter
from dataclasses import dataclass
from io import BufferedIOBase
from typing import Final

from model.fields import Raw, clean
from model.intake.files.books import BOOKS
from model.intake.files.decoding import GB18030, UTF16, encoding_of, text_of
from model.intake.files.files import Grid, check_path, no_table_kind, path_faults, refuse, utf16_of
from model.intake.files.plaintext import LONGEST_CELL, MOST_COLUMNS
from model.intake.files.source import PastedSheet, Source, known_delimiter

HEAD_LINES: Final = 60
_FIRST_BYTES: Final = 1 << 18
_MOST_BYTES: Final = 1 << 23
"""How far a head goes when its first lines are longer than 256 KB (5,000 columns, a pasted article)."""
_FEWEST_LINES: Final = 5
_MARK: Final = b"\xef\xbb\xbf"
_DELIMITERS: Final = ",\t;"
_COMPARED_LINES: Final = 30
_CONTROL: Final = bytes(code for code in range(32) if chr(code) not in "\t\r\n\v\f")
_FORGIVEN: Final = 2
"""Control signs a text may hold besides every fiftieth one, as in :mod:`model.intake.files.plaintext`."""


@dataclass(frozen=True)
class Head:
    """The first lines of each sheet; ``encoding`` and ``delimiter`` are empty for a workbook.

    ``encoding`` is ``utf-8``, ``gb18030``, ``utf-16``, ``utf-16-le``, ``utf-16-be`` (without its mark), or
    ``ascii`` when the head shows no foreign letter.
    """

    encoding: str
    delimiter: str
    grids: tuple[Grid, ...]


def read_head(path: Source, lines: int = HEAD_LINES) -> Head:
    """The first lines of every sheet of a workbook that is shown and filled, or of a text file.

    Raises:
        InputError: as :func:`model.intake.files.files.read_grids`.
    """
    head, whole = first_bytes(path)
    if head.startswith(BOOKS):
        from model.intake.sheets.gridsheet import book_heads

        return Head("", "", book_heads(path, lines))
    encoding = _encoding(path.name, head)
    text = flat(head, encoding)
    delimiter = known_delimiter(path) or delimiter_of(text, whole)
    rows = tuple(_decoded(row, encoding) for row in head_rows(text, delimiter, whole, lines))
    if whole and not any(clean(cell) for row in rows for cell in row):
        raise refuse("file_empty", path.name)
    for number, row in enumerate(rows, 1):
        if len(row) > MOST_COLUMNS:
            raise refuse("too_many_columns", path.name, number, columns=len(row), most=MOST_COLUMNS)
    return Head(encoding, delimiter, (Grid("", rows),))


def first_bytes(path: Source) -> tuple[bytes, bool]:
    """The beginning of a file up to the end of a line, and whether that is all of it.

    Raises:
        InputError: ``file_missing``, ``file_locked``, ``file_unreadable``, ``file_empty``, ``not_a_table``.
    """
    with opened(path) as file:
        data = file.read(_FIRST_BYTES)
        if data.count(b"\n") < _FEWEST_LINES and len(data) == _FIRST_BYTES:
            data += file.read(_MOST_BYTES)
        whole = not file.read(1)
    if not data.strip(b" \t\r\n\0"):
        raise refuse("file_empty", path.name)
    return data, whole


def opened(path: Source) -> BufferedIOBase:
    """The file, open for reading its bytes.

    Raises:
        InputError: as :func:`model.intake.files.files.check_path`.
    """
    check_path(path)
    if isinstance(path, PastedSheet):
        return io.BytesIO(path.data)
    with path_faults(path):
        return path.open("rb")


def flat(data: bytes, encoding: str) -> str:
    """Bytes as a text of one sign per byte, so that cells can be cut before anyone knows their encoding.

    Neither UTF-8 nor GB18030 uses the bytes of commas, quotes, tabs and line ends inside a character; UTF-16
    does, and becomes UTF-8 first.
    """
    if encoding.startswith(UTF16):
        data = data.decode(encoding, "replace").encode()
    return data.removeprefix(_MARK).replace(b"\0", b"").decode("latin-1")


def delimiter_of(text: str, whole: bool = True) -> str:
    """The sign at which the first lines most plainly split into equally many cells."""
    return max(_DELIMITERS, key=lambda sign: _columns(text, sign, whole))


def head_rows(text: str, delimiter: str, whole: bool, most: int) -> tuple[list[str], ...]:
    """The first rows of a flat text; of a head that is ``not whole`` the last row may be cut off and is left."""
    rows = _rows(text, delimiter, most + 1)
    if not whole and len(rows) <= most:
        del rows[-1:]
    return tuple(rows[:most])


def _rows(text: str, delimiter: str, most: int) -> list[list[str]]:
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    rows: list[list[str]] = []
    try:
        rows.extend(row for row, _ in zip(reader, range(most), strict=False))
    except csv.Error:
        return rows  # a cell beyond the limit ends the head, not the reading of the file
    return rows


def _columns(text: str, delimiter: str, whole: bool) -> int:
    """How plainly the first lines split into equally many cells at this sign."""
    widths = Counter(len(row) for row in head_rows(text, delimiter, whole, _COMPARED_LINES))
    return max((count * (width - 1) for width, count in widths.items() if width), default=0)


def _decoded(row: list[str], encoding: str) -> tuple[Raw, ...]:
    prefer = GB18030 if encoding == GB18030 else "utf-8"
    return tuple(cell if cell.isascii() else text_of(cell.encode("latin-1"), prefer) for cell in row)


def _encoding(name: str, head: bytes) -> str:
    """The encoding of a head that is a text.

    Raises:
        InputError: ``not_a_table``.
    """
    if kind := no_table_kind(head):
        raise refuse("not_a_table", name, kind=kind)
    encoding = encoding_of(head)
    if encoding != UTF16 and (unmarked := utf16_of(head)):
        return unmarked
    if not encoding:
        raise refuse("not_a_table", name, kind="encoding")
    if encoding != UTF16 and len(head) - len(head.translate(None, _CONTROL)) > _FORGIVEN + len(head) // 50:
        raise refuse("not_a_table", name, kind="binary")
    return encoding
