"""The bytes of a text file to rows of cells, whatever its encoding, even when it mixes two of them."""

import csv
import io
from collections import Counter
from collections.abc import Callable
from typing import Final

from model.fields import Raw
from model.intake.files.decoding import ASCII, GB18030, encoding_of, text_of
from model.intake.files.refusal import refuse

Rows = tuple[tuple[Raw, ...], ...]

LONGEST_CELL: Final = 4_000_000
"""Signs of a cell; Excel's longest has 32,767. What is longer still is a quotation mark that never closes."""
MOST_COLUMNS: Final = 16_384
"""Excel's own limit."""
_SIGNATURES: Final = (
    (b"%PDF", "pdf"), (b"\x89PNG", "picture"), (b"\xff\xd8\xff", "picture"), (b"GIF8", "picture"), (b"BM", "picture?"),
    (b"RIFF", "picture?"), (b"II*\0", "picture"), (b"Rar!", "archive"), (b"7z\xbc\xaf", "archive"), (b"\x1f\x8b", "archive"),
    (b"PK\x05\x06", "archive"), (b"{\\rtf", "document"), (b"SQLite format 3", "database"),
)  # fmt: skip
_WEB: Final = (b"<!doctype", b"<html", b"<?xml", b"<table", b"<head")
_DELIMITERS: Final = ",\t;"
_BETWEEN: Final = "\n\r\t,;"
_HEAD_ROWS: Final = 30
_HEAD_SIGNS: Final = 200_000
_SAMPLE: Final = 4096
_FORGIVEN: Final = 2
"""Control signs any text may hold; of a longer one also every fiftieth sign (of a binary file every tenth is one)."""


def no_table_kind(head: bytes) -> str:
    """What a file plainly is instead of a table, by its first bytes; empty when it may be one."""
    for signature, kind in _SIGNATURES:
        if head.startswith(signature) and (not kind.endswith("?") or b"\0" in head[:64]):
            return kind.rstrip("?")
    start = head[:256].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return "web_page" if start.startswith(_WEB) else ""


def utf16_of(head: bytes) -> str:
    """``utf-16-le`` or ``utf-16-be`` for a text of that encoding without its mark, else empty.

    Commas, digits and line ends have a zero byte there, always on the same side.
    """
    sample = head[: min(len(head), _SAMPLE) & ~1]
    units, high, low = len(sample) // 2, sample[::2].count(0), sample[1::2].count(0)
    if max(high, low) * 20 < units or min(high, low) * 20 > max(high, low):
        return ""
    encoding = "utf-16-be" if high > low else "utf-16-le"
    return encoding if any(sign in sample.decode(encoding, "replace") for sign in _BETWEEN) else ""


def text_rows(name: str, data: bytes, delimiter: str = "") -> Rows:
    """The cells of a text file, line by line; the delimiter is found where none is given.

    Raises:
        InputError: ``not_a_table``, ``open_quote``, ``too_many_columns``.
    """
    if kind := no_table_kind(data):
        raise refuse("not_a_table", name, kind=kind)
    text, read = _text(name, data)
    delimiter = delimiter or max(_DELIMITERS, key=lambda sign: _columns(text, sign))
    csv.field_size_limit(LONGEST_CELL)
    try:
        return _parsed(name, text, delimiter, read, strict=True)
    except csv.Error:
        return _loosely(name, text, delimiter, read)


def _text(name: str, data: bytes) -> tuple[str, Callable[[str], str]]:
    """A text whose cells can be cut, and what makes readable text of one.

    A file that is not all UTF-8 is cut as one sign per byte, and each of its cells decoded by itself.
    """
    marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    if encoding := "utf-16" if marked else utf16_of(data):
        return _printable(name, _utf16(name, data, encoding)), str
    data = data.rstrip(b"\0")
    try:
        return _printable(name, data.decode("utf-8-sig")), str
    except UnicodeDecodeError:
        pass
    if not (encoding := encoding_of(data)):
        raise refuse("not_a_table", name, kind="encoding")
    data = data.removeprefix(b"\xef\xbb\xbf")
    return _printable(name, data.decode("latin-1")), _reader(GB18030 if encoding == ASCII else encoding)


def _utf16(name: str, data: bytes, encoding: str) -> str:
    try:
        return data[: len(data) & ~1].decode(encoding).rstrip("\0").removeprefix("\ufeff")
    except UnicodeDecodeError:
        raise refuse("not_a_table", name, kind="encoding") from None


def _reader(encoding: str) -> Callable[[str], str]:
    """Cells of one sign per byte to text; exports repeat themselves, so each is decoded once."""
    known: dict[str, str] = {}

    def read(cell: str) -> str:
        if cell.isascii():
            return cell
        if cell not in known:
            known[cell] = text_of(cell.encode("latin-1"), encoding)
        return known[cell]

    return read


def _printable(name: str, text: str) -> str:
    """The text without zeros, unless too much of it is no text (a stray control sign in a nickname is forgiven)."""
    odd = sum(text.count(chr(code)) for code in range(32) if chr(code) not in "\t\r\n\v\f")
    if odd > _FORGIVEN + len(text) // 50:
        raise refuse("not_a_table", name, kind="binary")
    return text.replace("\0", "")


def _columns(text: str, delimiter: str) -> int:
    """How plainly the first lines split into equally many cells at this sign."""
    head = csv.reader(io.StringIO(text[:_HEAD_SIGNS], newline=""), delimiter=delimiter)
    csv.field_size_limit(LONGEST_CELL)
    widths = Counter(len(row) for row, _ in zip(head, range(_HEAD_ROWS), strict=False))
    return max((count * (width - 1) for width, count in widths.items() if width), default=0)


def _loosely(name: str, text: str, delimiter: str, read: Callable[[str], str]) -> Rows:
    """Once more for a file with text after a closing quote, which Excel reads and so do we."""
    try:
        return _parsed(name, text, delimiter, read, strict=False)
    except csv.Error:
        raise refuse("not_a_table", name, kind="long_cell") from None


def _parsed(name: str, text: str, delimiter: str, read: Callable[[str], str], strict: bool) -> Rows:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=strict)
    rows: list[tuple[Raw, ...]] = []
    try:
        for row in reader:
            if len(row) > MOST_COLUMNS:
                raise refuse("too_many_columns", name, len(rows) + 1, columns=len(row), most=MOST_COLUMNS)
            rows.append(tuple(row) if read is str else tuple(map(read, row)))
    except csv.Error as error:
        if "unexpected end" in str(error):
            raise refuse("open_quote", name, len(rows) + 1) from None
        raise
    return tuple(rows)
