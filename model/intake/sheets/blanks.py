"""Tables whose cells are parted by blanks, often without a header: as scientists and old programs write them.

Columns without a heading are named by their number, from 1; the merchant says once which is which.
"""

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Final

import numpy as np
import pyarrow as pa

from model.intake.files.decoding import UTF8, encoding_of
from model.intake.files.files import read_bytes
from model.intake.files.source import Source
from model.intake.files.tables import is_plain_number
from model.intake.layouts.looks import PREVIEW_ROWS, FileLook, SheetLook
from model.intake.sheets.columns import Sheet
from model.intake.sheets.gathering import CodedPieces

BLANK: Final = " "
"""The delimiter of such a file: any run of blanks."""
_HEAD: Final = 60
_AT_ONCE: Final = 2_000
"""Lines put into columns at a time, for no other thread runs meanwhile: a few thousandths of a second."""
_FEWEST_COLUMNS: Final = 3
_DAY = re.compile(r"(?:19[9]|20\d)\d[-/.]?(?:0?[1-9]|1[0-2])[-/.]?(?:0?[1-9]|[12]\d|3[01])")
_AMOUNT = re.compile(r"\d{1,9}\.\d{1,2}")
_COUNT = re.compile(r"\d{1,4}")
_ALIKE: Final = 0.95
"""Sentences part into words too, but not into equally many on nearly every line."""


def blank_look(look: FileLook) -> FileLook:
    """A file in which no header was found, cut as a table parted by blanks; itself when it is none.

    Only its header and its first rows as they stand: what they may be is for :mod:`model.intake.layouts.inspecting`.
    """
    if not look.encoding:
        return look
    rows = [words for _, words in _rows(look.path, _HEAD)]
    header = _header(rows)
    if not header or sum(len(row) == len(header) for row in rows) < _ALIKE * len(rows):
        return look
    named = not any(is_plain_number(word) for word in rows[0])
    preview = tuple(map(tuple, rows[named : named + PREVIEW_ROWS]))
    return replace(look, delimiter=BLANK, sheets=(SheetLook("", header, int(named), preview),))


def orders_by_content(look: SheetLook) -> Mapping[str, str]:
    """Field to heading of an order list without headings, told by its cells; empty when they do not tell.

    One column of days, a later one of amounts with decimals, and before the days at least one of customers; small
    whole numbers in between are quantities.
    """
    columns = list(zip(*look.preview, strict=False))
    if look.header_line or len(columns) < _FEWEST_COLUMNS:
        return {}
    days = [place for place, cells in enumerate(columns) if all(map(_DAY.fullmatch, cells))]
    amounts = [place for place, cells in enumerate(columns) if all(map(_AMOUNT.fullmatch, cells))]
    if len(days) != 1 or len(amounts) != 1 or not 0 < days[0] < amounts[0]:
        return {}
    found = {"buyer": 0, "paid_at": days[0], "paid": amounts[0]}
    counts = [p for p in range(days[0] + 1, amounts[0]) if all(map(_COUNT.fullmatch, columns[p]))]
    if len(counts) == 1:
        found["quantity"] = counts[0]
    return {field: look.header[place] for field, place in found.items()}


def blank_sheet(path: Source, look: SheetLook) -> Sheet:
    """All columns of such a file; lines of another number of cells are left out.

    Raises:
        InputError: as :func:`model.intake.files.files.read_bytes`.
    """
    width = len(look.header)
    kept = (row for row in _rows(path) if len(row[1]) == width)
    below = islice(kept, int(bool(look.header_line)), None)
    numbers: list[int] = []
    chunks = [CodedPieces(1) for _ in range(width)]
    while some := list(islice(below, _AT_ONCE)):
        numbers += [number for number, _ in some]
        for chunk, cells in zip(chunks, zip(*(words for _, words in some), strict=True), strict=True):
            chunk.add(pa.array(cells, pa.string()).cast(pa.binary()).dictionary_encode())
    columns = {place: chunk.joined(UTF8)[0] for place, chunk in enumerate(chunks)}
    return Sheet(path.name, "", look.header, len(numbers), np.array(numbers, np.int32), (), (), columns)


def _rows(path: Source, most: int | None = None) -> Iterator[tuple[int, list[str]]]:
    """The words of every line (of the first ``most``) that has some, with its number from 1."""
    data = read_bytes(path)
    encoding = encoding_of(data[: 1 << 16]) or UTF8
    lines = io.TextIOWrapper(io.BytesIO(data), encoding, "replace")
    numbered = enumerate(islice(lines, most), 1)
    return ((number, words) for number, line in numbered if (words := line.split()))


def _header(rows: Sequence[Sequence[str]]) -> tuple[str, ...]:
    if not rows or len(rows[0]) < _FEWEST_COLUMNS:
        return ()
    if any(is_plain_number(word) for word in rows[0]):
        return tuple(str(place) for place in range(1, len(rows[0]) + 1))
    return tuple(rows[0])
