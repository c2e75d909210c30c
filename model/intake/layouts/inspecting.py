"""What a file seems to be before anything of it is taken: its sheets, a preview, guesses, columns by field."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from types import MappingProxyType
from typing import Any, Final

from model.errors import Cancelled
from model.fields import Raw, clean
from model.intake.cells.dates import DAY_FIRST, MONTH_FIRST
from model.intake.files.files import Grid, check_path
from model.intake.files.heads import opened, read_head
from model.intake.files.source import Source, given_headings
from model.intake.files.tables import header_place
from model.intake.layouts.headings import normals
from model.intake.layouts.layout import Layout
from model.intake.layouts.layouts import every_layout, every_name, template_layout
from model.intake.layouts.looks import PREVIEW_ROWS, FileLook, SheetLook
from model.intake.layouts.recognising import ALL, OWN, Guess, headings_of, layout_for, recognise, signature_of

HIDDEN: Final = "•••"
"""Stands in a preview for what tells who a buyer is."""
_LONGEST: Final = 200
_PIECE: Final = 1 << 20
_DIGEST: Final = 32
_OF_HOSTS: Final = ("roster", "posts")
_PHONE: Final = re.compile(r"(\+?86[- ]?)?1[3-9]\d{9}")
_NONE: Final[Mapping[str, Any]] = MappingProxyType({})


def inspect(
    path: Source,
    own: Mapping[str, Mapping[str, Any]] = _NONE,
    cancelled: Callable[[], bool] = lambda: False,
    digested: bool = True,
) -> FileLook:
    """Look at a file. ``own`` are remembered mappings: signature of a header to its ``kind`` and ``columns``.

    Without ``digested`` its bytes are not gone through, and ``digest`` is left empty for the import to fill in.

    Raises:
        InputError: what no file can be used for, as :func:`model.intake.files.heads.read_head`.
        Cancelled: ``cancelled`` said so.
    """
    head = read_head(path)
    sheets = tuple(_looked(grid, own, given_headings(path)) for grid in head.grids)
    digest = digest_of(path, cancelled) if digested else ""
    look = FileLook(path, path.name, check_path(path), digest, head.encoding, head.delimiter, sheets)
    return look if any(sheet.header for sheet in sheets) else _parted_by_blanks(look, own)


def digest_of(path: Source, cancelled: Callable[[], bool] = lambda: False) -> str:
    """The digest of a file's bytes, 32 hex digits.

    Raises:
        InputError: ``file_missing``, ``file_locked``, ``file_unreadable``.
        Cancelled: ``cancelled`` said so.
    """
    # Processors have instructions for it: twice as fast as BLAKE2b.
    digest = sha256(usedforsecurity=False)
    with opened(path) as file:
        while piece := file.read(_PIECE):
            if cancelled():
                raise Cancelled
            digest.update(piece)
    return digest.hexdigest()[:_DIGEST]


def _looked(grid: Grid, own: Mapping[str, Mapping[str, Any]], given: tuple[str, ...]) -> SheetLook:
    if given:
        return _sheet(grid.name, given, 0, grid.rows, own)
    found = header_place(grid.rows, known_headings)
    if found is None:
        return SheetLook(grid.name, (), 0, _preview(grid.rows, (), None))
    index, header = found
    return _sheet(grid.name, header, index + 1, grid.rows[index + 1 :], own)


def _parted_by_blanks(look: FileLook, own: Mapping[str, Mapping[str, Any]]) -> FileLook:
    """A file without any header is perhaps parted by blanks; its columns may have been mapped before."""
    from model.intake.sheets.blanks import blank_look, orders_by_content

    found = blank_look(look)
    if found is look:
        return look
    told = {signature_of(one.header): orders_by_content(one) for one in found.sheets}
    known = {sign: {"kind": "orders", "columns": columns} for sign, columns in told.items() if columns}
    sheets = (
        _sheet(one.sheet, one.header, one.header_line, one.preview, {**known, **own}) for one in found.sheets
    )
    return replace(found, sheets=tuple(sheets))


def _sheet(
    name: str,
    header: tuple[str, ...],
    line: int,
    rows: Sequence[Sequence[Raw]],
    own: Mapping[str, Mapping[str, Any]],
) -> SheetLook:
    guesses, mapping = recognise(header), _NONE
    kept = own.get(signature_of(header), {})
    if kept.get("kind") in ALL and isinstance(kept.get("columns"), Mapping):
        guesses, mapping = _remembered(header, guesses, kept["kind"], kept["columns"])
    elif guesses:
        mapping = headings_of(layout_for(guesses[0].kind, guesses[0].layout), header)
    layout = layout_for(guesses[0].kind, guesses[0].layout, mapping) if guesses else None
    order = kept.get("date_order", "")
    dates = order if order in (DAY_FIRST, MONTH_FIRST) else ""
    return SheetLook(name, header, line, _preview(rows, header, layout), guesses, mapping, bool(kept), dates)


def _remembered(
    header: Sequence[str], guesses: Sequence[Guess], kind: str, columns: Mapping[str, str]
) -> tuple[tuple[Guess, ...], Mapping[str, str]]:
    """The guesses and the mapping when this header was mapped before: as it was mapped then, first of all."""
    likely = next((guess.layout for guess in guesses if guess.kind == kind and guess.likely), OWN)
    known = headings_of(layout_for(kind, likely), header) if likely != OWN else {}
    mapping = {**dict.fromkeys(known, ""), **columns}
    first = Guess(kind, likely, 1.0, layout_for(kind, likely, mapping).missing(header))
    others = (guess for guess in guesses if (guess.kind, guess.layout) != (kind, likely))
    return (first, *others), mapping


def known_headings(header: Sequence[str]) -> int:
    """How many of the headings the layout that knows most of them knows; most lines are data, of which none knows any."""
    return (
        0
        if normals(header).isdisjoint(every_name())
        else max(layout.known(header) for layout in every_layout())
    )


def _preview(
    rows: Sequence[Sequence[Raw]], header: Sequence[str], layout: Layout | None
) -> tuple[tuple[str, ...], ...]:
    """The first rows that hold something, as text, as wide as the header; what tells of a buyer is hidden."""
    hidden = [_is_hidden(text, layout) for text in header]
    width = len(header) or max(map(len, rows), default=0)
    filled = (texts for row in rows if any(texts := [_text(cell) for cell in row[:width]]))
    return tuple(
        tuple(
            HIDDEN if text and (_PHONE.fullmatch(text) or (hidden and hidden[place])) else text
            for place, text in enumerate((*texts, *([""] * (width - len(texts)))))
        )
        for texts, _ in zip(filled, range(PREVIEW_ROWS), strict=False)
    )


def _is_hidden(heading: str, layout: Layout | None) -> bool:
    """Whether a column is not to be shown: by its layout and, but for lists of hosts, as in any list of orders."""
    if layout and layout.is_personal(heading):
        return True
    return not (layout and layout.kind in _OF_HOSTS) and template_layout("orders").is_personal(heading)


def _text(raw: Raw) -> str:
    return " ".join(clean(raw).split())[:_LONGEST]
