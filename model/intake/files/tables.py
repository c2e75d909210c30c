"""From the cells of a sheet to one table: a cleaned header and data lines with their spreadsheet numbers."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from model.fields import Raw, clean
from model.intake.files.files import Grid, read_grids, refuse
from model.intake.files.packed import MOST_CELLS
from model.intake.files.source import Source, given_headings

Wanted = Callable[[Sequence[str]], int]
"""How many headings of a row are known; 0 when none is."""

_SEARCHED: Final = 30
_FEWEST_WORDS: Final = 2
_MOST: Final = 0.75
TOTALS: Final = frozenset(
    {"合计", "总计", "小计", "总和", "汇总", "共计", "total", "totals", "grandtotal", "subtotal", "sum"}
)
"""Words of a line of sums."""
_PLAIN = re.compile(r"[-+¥￥$]?(?=[\d,.]*\d%?$)[\d,]*+(?:\.\d*+)?%?")


@dataclass(frozen=True)
class Table:
    """One table of a file. ``lines`` holds each row's number in the spreadsheet, ``totals`` those of sums."""

    file: str
    sheet: str
    header: tuple[str, ...]
    rows: tuple[tuple[Raw, ...], ...]
    lines: tuple[int, ...]
    totals: tuple[int, ...] = ()

    @property
    def first_row(self) -> int:
        """The spreadsheet's number of the first data line (0 without any)."""
        return self.lines[0] if self.lines else 0


def read_tables(path: Source, wanted: Wanted | None = None, unmerge: bool = True) -> tuple[Table, ...]:
    """Every sheet that has a header row; ``wanted`` helps to find it among the first thirty lines.

    Raises:
        InputError: ``no_header``, ``sheet_too_big`` besides those of :func:`model.intake.files.files.read_grids`.
    """
    found = [_table(path.name, grid, wanted, given_headings(path)) for grid in read_grids(path, unmerge)]
    tables = tuple(table for table in found if table is not None)
    if not tables:
        raise refuse("no_header", path.name)
    return tables


def read_table(path: Source, wanted: Wanted | None = None, unmerge: bool = True) -> Table:
    """The sheet whose header is wanted most (the first of equals)."""
    tables = read_tables(path, wanted, unmerge)
    return tables[0] if wanted is None else max(tables, key=lambda table: wanted(table.header))


def is_plain_number(raw: Raw) -> bool:
    """Whether a cell is a number as it stands (``13800000``), not one with a unit (``13.8M``)."""
    return not isinstance(raw, bool) and (isinstance(raw, int | float) or bool(_PLAIN.fullmatch(clean(raw))))


def heading(raw: Raw) -> str:
    """A heading without line breaks, doubled blanks and what exports wrap around texts."""
    return " ".join(clean(raw).split())


def _table(file: str, grid: Grid, wanted: Wanted | None, given: tuple[str, ...]) -> Table | None:
    place = (-1, given) if given else header_place(grid.rows, wanted)
    if place is None:
        return None
    index, header = place
    kept, totals = [], []
    for line, row in enumerate(grid.rows[index + 1 :], index + 2):
        texts = [clean(cell) for cell in row[: len(header)]]
        if not any(
            texts
        ):  # asked before it is filled up: a file may have many blank lines under a wide header
            continue
        cells, texts = _fitted(row, len(header)), [*texts, *([""] * (len(header) - len(texts)))]
        if texts[0] == header[0] and tuple(map(heading, cells)) == header:
            continue
        if is_total(texts):
            totals.append(line)
            continue
        kept.append((line, cells))
        if len(kept) * len(header) > MOST_CELLS:
            raise refuse("sheet_too_big", file, cells=len(grid.rows) * len(header), most=MOST_CELLS)
    return Table(file, grid.name, header, tuple(c for _, c in kept), tuple(n for n, _ in kept), tuple(totals))


def _fitted(row: Sequence[Raw], width: int) -> tuple[Raw, ...]:
    return (*row[:width], *([""] * (width - len(row))))


def is_total(texts: Sequence[str]) -> bool:
    """A sum: its first filled cell says so and much of the line is empty (a host may be named Total)."""
    first = next(text for text in texts if text)
    word = "".join(first.lower().split()).rstrip(":：")
    return word in TOTALS and sum(1 for text in texts if not text) * 3 >= len(texts)


def header_place(rows: Sequence[Sequence[Raw]], wanted: Wanted | None) -> tuple[int, tuple[str, ...]] | None:
    """The header's line and texts: most wanted headings first, then the first line with most of the words.

    A data line may hold a little more words than the header above it, so near equals go to the upper one.
    """
    found = [
        (wanted(header) if wanted else 0, _words(header), index, header)
        for index in range(min(_SEARCHED, len(rows)))
        for header in _readings(rows, index)
    ]
    most_wanted = max((known for known, words, *_ in found if words >= _FEWEST_WORDS), default=0)
    usual = [one for one in found if one[0] == most_wanted and one[1] >= _FEWEST_WORDS]
    most_words = max((words for _, words, *_ in usual), default=0)
    return next(((index, header) for _, words, index, header in usual if words >= _MOST * most_words), None)


def _readings(rows: Sequence[Sequence[Raw]], index: int) -> list[tuple[str, ...]]:
    """A line read as a header: with gaps or words used twice, first under the groups above it; alone."""
    alone = _trimmed(rows[index])
    if index == 0 or not alone:
        return [alone]
    joined = _joined(_trimmed(rows[index - 1]), alone)
    return [alone] if joined == alone else [joined, alone]


def _trimmed(row: Sequence[Raw]) -> tuple[str, ...]:
    texts = [heading(cell) for cell in row]
    while texts and not texts[-1]:
        texts.pop()
    return tuple(texts)


def _joined(upper: Sequence[str], lower: Sequence[str]) -> tuple[str, ...]:
    """Two header lines as one: a gap takes the word above it, a word used twice is led by its group."""
    width = max(len(upper), len(lower))
    above, below = ([*texts, *([""] * (width - len(texts)))] for texts in (upper, lower))
    groups: list[str] = []
    often = Counter(below)
    for text in above:
        groups.append(text or (groups[-1] if groups else ""))
    return tuple(
        f"{group} {text}".strip() if text and often[text] > 1 and group != text else text or top
        for group, top, text in zip(groups, above, below, strict=True)
    )


def _words(header: Sequence[str]) -> int:
    return sum(1 for text in header if text and not is_plain_number(text))
