"""Lines that have more or fewer cells than the header: those that cannot be trusted are set aside.

A comma that nobody quoted moves all cells behind it under the next heading; a line break that nobody quoted leaves
the rest of them out.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from model.errors import Problem, Value
from model.intake.layouts.layout import Layout
from model.intake.lines.findings import MOST_LISTED
from model.intake.sheets.columns import Sheet

Places = Mapping[str, tuple[int, ...]]


def without_uneven(sheet: Sheet, layout: Layout, places: Places) -> tuple[Sheet, tuple[Problem, ...], int]:
    """The sheet without lines that are too wide or end before a cell that is required, what to tell, and how many."""
    if not sheet.uneven:
        return sheet, (), 0
    needed = _needed(layout, places)
    width = len(sheet.header)
    wrong = {line: cells for line, cells in sheet.uneven.items() if cells > width or cells <= needed}
    if not wrong:
        return sheet, (), 0
    rows = np.flatnonzero(np.isin(sheet.lines, np.fromiter(wrong, np.int32, len(wrong))))
    told = tuple(_told(sheet, line, cells) for line, cells in list(wrong.items())[:MOST_LISTED])
    return sheet.without(rows), told, len(wrong)


def _needed(layout: Layout, places: Places) -> int:
    """The last place that some cell is required in: for each group of fields the first that could hold it."""
    groups = ([place for name in group for place in places.get(name, ())] for group in layout.required)
    return max((min(found) for found in groups if found), default=-1)


def _told(sheet: Sheet, line: int, cells: int) -> Problem:
    values: dict[str, Value] = {"cells": cells, "columns": len(sheet.header)}
    code = "row_too_wide" if cells > len(sheet.header) else "row_too_short"
    return Problem(code, sheet.file, line, "", {**values, "sheet": sheet.sheet} if sheet.sheet else values)


def first_told(one: Sequence[Problem], other: Sequence[Problem]) -> tuple[Problem, ...]:
    """Problems of lines by line, those of the whole sheet last."""
    lines = sorted((p for p in (*one, *other) if p.row is not None), key=lambda p: p.row or 0)
    return (*lines[:MOST_LISTED], *(p for p in (*one, *other) if p.row is None))
