"""From a file to grids of cells, one per sheet; what is no table, or too much, is refused by code."""

import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from model.fields import Raw, clean
from model.intake.files.books import BOOKS, book_faults, book_rows, cell_value, open_book, shown_sheets
from model.intake.files.plaintext import no_table_kind, text_rows, utf16_of
from model.intake.files.refusal import refuse
from model.intake.files.source import MOST_TEXT_BYTES, PastedSheet, Source, known_delimiter

__all__ = [
    "Grid", "book_faults", "cell_value", "check_path", "no_table_kind", "open_book", "path_faults", "read_bytes",
    "read_grids", "refuse", "shown_sheets", "text_rows", "utf16_of",
]  # fmt: skip

MOST_BYTES: Final = 256 << 20
"""Of a file held in memory as a whole; a workbook of as many bytes has no place in Excel either."""
_LOCK_FILES: Final = ("~$", ".~lock.")
"""How the marks begin that Excel, WPS and LibreOffice put beside a file while it is open."""
_MEGABYTE: Final = 1 << 20


@dataclass(frozen=True)
class Grid:
    """The cells of one sheet as they stand, from its very first line; ``name`` is empty for a text file."""

    name: str
    rows: tuple[tuple[Raw, ...], ...]


def read_grids(path: Source, unmerge: bool = True) -> tuple[Grid, ...]:
    """All sheets of a workbook that are shown and hold something, or the one grid of a text file.

    ``unmerge`` repeats the text of a cell merged over several lines on each of them.

    Raises:
        InputError: those of :func:`read_bytes`; ``file_empty``, ``not_a_table``, ``unreadable_workbook``,
            ``old_binary_workbook``, ``password``, ``zip_bomb``, ``sheet_too_big``, ``too_many_columns``,
            ``open_quote``.
    """
    data = read_bytes(path)
    if not data.strip(b" \t\r\n\0"):
        raise refuse("file_empty", path.name)
    if data.startswith(BOOKS):
        grids = [Grid(name, rows) for name, rows in book_rows(path.name, data, unmerge)]
    else:
        _check_size(path.name, len(data), MOST_TEXT_BYTES)
        grids = [Grid("", text_rows(path.name, data, known_delimiter(path)))]
    filled = tuple(grid for grid in grids if any(clean(cell) for row in grid.rows for cell in row))
    if not filled:
        raise refuse("file_empty", path.name)
    return filled


def read_bytes(path: Source, most: int = MOST_BYTES) -> bytes:
    """The whole file.

    Raises:
        InputError: ``file_missing``, ``file_locked``, ``lock_file``, ``file_unreadable``, ``file_changed``,
            ``file_too_big``, ``not_a_table`` (a folder or a device).
    """
    size = check_path(path, most)
    if isinstance(path, PastedSheet):
        return path.data
    with path_faults(path):
        data = path.read_bytes()
    if len(data) != size:
        raise refuse("file_changed", path.name)
    return data


def check_path(path: Source, most: int | None = None) -> int:
    """The size of a file in bytes, once it is sure to be one.

    Raises:
        InputError: ``file_missing``, ``file_locked``, ``lock_file``, ``file_unreadable``, ``file_too_big``,
            ``not_a_table``.
    """
    if isinstance(path, PastedSheet):
        _check_size(path.name, len(path.data), MOST_TEXT_BYTES)
        return len(path.data)
    with path_faults(path):
        known = path.stat()
    if not stat.S_ISREG(known.st_mode):
        raise refuse("not_a_table", path.name, kind="folder" if stat.S_ISDIR(known.st_mode) else "device")
    if path.name.startswith(_LOCK_FILES):
        raise refuse("lock_file", path.name)
    _check_size(path.name, known.st_size, most)
    return known.st_size


@contextmanager
def path_faults(path: Source) -> Iterator[None]:
    """Whatever keeps a file from being reached becomes the problem that says so.

    Raises:
        InputError: ``file_missing``, ``file_locked``, ``file_unreadable``.
    """
    try:
        yield
    except PermissionError:
        raise refuse("file_locked", path.name) from None
    except (FileNotFoundError, NotADirectoryError, ValueError):
        raise refuse("file_missing", path.name) from None
    except OSError as error:
        raise refuse("file_unreadable", path.name, detail=str(error.errno)) from None


def _check_size(name: str, size: int, most: int | None) -> None:
    if most is not None and size > most:
        raise refuse("file_too_big", name, megabytes=-(-size // _MEGABYTE), most=most // _MEGABYTE)
