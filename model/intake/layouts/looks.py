"""How a file looks before anything of it is taken, as records."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from model.intake.files.source import Source
from model.intake.layouts.recognising import Guess, headings_of, layout_for

__all__ = ["PREVIEW_ROWS", "FileLook", "SheetLook"]

PREVIEW_ROWS: Final = 20


@dataclass(frozen=True)
class SheetLook:
    """One sheet: its header and where it stands (from 1; 0: none found), first rows as text, what it may be.

    ``guesses`` are the best first, none when nothing is known of it; ``mapping`` is field to heading of the first.
    ``remembered`` tells that a merchant has mapped these headings before; an empty heading is a field he left out.
    ``date_order`` is what he answered then on the order of day and month.
    """

    sheet: str
    header: tuple[str, ...]
    header_line: int
    preview: tuple[tuple[str, ...], ...]
    guesses: tuple[Guess, ...] = ()
    mapping: Mapping[str, str] = field(default_factory=dict)
    remembered: bool = False
    date_order: str = ""

    @property
    def guess(self) -> Guess | None:
        """The best guess."""
        return self.guesses[0] if self.guesses else None

    def mapping_of(self, kind: str, layout: str = "") -> Mapping[str, str]:
        """Field to heading for another kind, or another layout of it, that a merchant chose by hand."""
        name = layout or next((guess.layout for guess in self.guesses if guess.kind == kind), kind)
        return headings_of(layout_for(kind, name), self.header)


@dataclass(frozen=True)
class FileLook:
    """A file by its head. ``digest`` (hex) is the same for the same bytes; ``size`` is in bytes.

    ``encoding`` and ``delimiter`` are those of a text file, as :mod:`model.intake.files.heads` tells them.
    """

    path: Source
    file: str
    size: int
    digest: str
    encoding: str
    delimiter: str
    sheets: tuple[SheetLook, ...]

    @property
    def recognised(self) -> tuple[SheetLook, ...]:
        """The sheets that may be taken without asking."""
        return tuple(sheet for sheet in self.sheets if sheet.guess and sheet.guess.likely)
