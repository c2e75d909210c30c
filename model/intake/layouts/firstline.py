"""Whether the first line of copied cells is headings: a merchant marks what he needs, often only the rows."""

import re
from collections.abc import Sequence
from typing import Final

from model.fields import BadCell, clean, is_empty, number
from model.intake.files.tables import header_place, is_plain_number
from model.intake.layouts.inspecting import known_headings

__all__ = ["DATA", "HEADINGS", "UNCLEAR", "first_line"]

HEADINGS: Final = "headings"
DATA: Final = "data"
UNCLEAR: Final = "unclear"
_MOST: Final = 0.5
"""Of the filled cells of a column so many must be figures for its heading, a word, to stand out from them."""


_DAY: Final = re.compile(r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}")


def first_line(rows: Sequence[Sequence[str]]) -> str:
    """What the first line of these cells is: ``headings``, ``data``, or ``unclear`` where all of them are words.

    Headings the program knows may stand some lines below, under a title. A line with a figure is data.
    """
    place = header_place(rows, known_headings)
    if place is not None and _is_known(place[1]):
        return HEADINGS
    if not rows or any(map(_is_figure, rows[0])):
        return DATA if rows else UNCLEAR
    below = rows[1:]
    columns = (
        [row[n] for row in below if n < len(row) and not is_empty(row[n])] for n in range(len(rows[0]))
    )
    return HEADINGS if any(map(_are_figures, columns)) else UNCLEAR


def _is_known(header: Sequence[str]) -> bool:
    """Two headings of a table that is known; a single one beside figures is a word of the data by chance."""
    known = known_headings(header)
    return known > 1 or (known == 1 and not any(map(_is_figure, header)))


def _are_figures(cells: Sequence[str]) -> bool:
    return bool(cells) and sum(map(_is_figure, cells)) > _MOST * len(cells)


def _is_figure(cell: str) -> bool:
    """A number with or without its unit, a day: what no heading is."""
    text = clean(cell)
    if not any(sign.isdigit() for sign in text):
        return False
    try:
        return is_plain_number(text) or number(text) is not None
    except BadCell:
        return bool(_DAY.match(text))
