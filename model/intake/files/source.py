"""Where a table comes from: a file, or a sheet off the clipboard, which is read the same and lies in memory only."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

__all__ = ["MOST_TEXT_BYTES", "PastedSheet", "Source", "given_headings", "pasted_sheet"]

MOST_TEXT_BYTES: Final = 100 << 20
"""Of a text whose cells are all held at once: they take eight times as much. Order files are read by columns."""
_MARK: Final = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class PastedSheet:
    """Cells as a spreadsheet gives them to others. What is in them is in no file and in no message about this one.

    ``delimiter`` parts them where it is known; ``headings`` name the columns of cells that were copied without.
    ``kind`` is what it most likely is, by the page it was pasted on.
    """

    name: str
    data: bytes = field(repr=False)
    delimiter: str = ""
    headings: tuple[str, ...] = ()
    kind: str = ""

    def __str__(self) -> str:
        return self.name


Source = Path | PastedSheet
"""What can be read as a table."""


def pasted_sheet(name: str, text: str, headings: tuple[str, ...] = (), kind: str = "") -> PastedSheet:
    """The sheet that a text off the clipboard is; commas in its cells do not part them where tabs do."""
    data = _MARK + text.encode("utf-8", "replace")
    return PastedSheet(name, data, "\t" if "\t" in text else "", headings, kind)


def given_headings(source: Source) -> tuple[str, ...]:
    """The headings of columns that have none of their own; nothing of a file."""
    return source.headings if isinstance(source, PastedSheet) else ()


def known_delimiter(source: Source) -> str:
    """The sign that parts the cells, where it need not be guessed."""
    return source.delimiter if isinstance(source, PastedSheet) else ""
