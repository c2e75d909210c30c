"""The sums a file states itself, against the sums of its lines."""

from collections.abc import Sequence

import numpy as np

from model.fields import Raw
from model.intake.cells.cells import amounts
from model.intake.lines.sharing import SplitRows
from model.intake.lines.source import Source


def own_total(source: Source, name: str, totals: Sequence[Sequence[Raw]]) -> int | None:
    """Our sum of a column as it stands less the file's own (fen); None when the file states none.

    The last line of sums counts: the ones before it are of pages.
    """
    place = source.place(name)
    if place is None or not totals or source.layout.repeats(source.sheet.header[place]):
        return None
    stated = amounts([cells[place] for cells in totals])
    if not stated.known.any():
        return None
    sheet = source.sheet.whole if isinstance(source.sheet, SplitRows) else source.sheet
    coded = sheet.coded(place)
    found = amounts(coded.words)
    ours = np.bincount(coded.codes, minlength=len(coded.words)) @ np.where(found.known, found.values, 0)
    return int(ours) - int(stated.values[np.flatnonzero(stated.known)[-1]])
