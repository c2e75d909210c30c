"""What could not be used, one line each: where, which cell, and what to do. To be searched and written to a file."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from gui import words
from gui.tableparts import MiddleElided
from gui.tables import Column, RecordTable
from gui.words import QT_TRANSLATE_NOOP, problems
from gui.words.labels import field as field_name
from model.errors import Problem

__all__ = ["MOST_LINES", "ProblemLine", "ProblemTable", "lines_of", "say"]

MOST_LINES = 10_000
"""More are written to the file but not shown: searching them would make the window stop for a moment."""
CELLS = ("text", "cell", "value", "here", "id")
"""Where the values of a problem hold the cell, the likeliest first."""


@dataclass(frozen=True)
class ProblemLine:
    """One problem in words; ``path`` says which of the files it belongs to, ``problem`` what it was made from."""

    number: int
    path: str
    problem: Problem
    file: str
    cell: str
    _said: dict[str, tuple[str, str]] = field(default_factory=dict, compare=False, repr=False)

    @property
    def column(self) -> str:
        """The heading, or the field, in the language of the moment."""
        return self.said()[0]

    @property
    def text(self) -> str:
        """What is wrong and what to do, in the language of the moment."""
        return self.said()[1]

    def said(self) -> tuple[str, str]:
        """Heading and sentence; they are made once for each language, as searching asks for them again and again."""
        spoken = words.language()
        told = self._said.get(spoken)
        if told is None:
            told = self._said[spoken] = (field_name(self.problem.column), problems.sentence(self.problem))
        return told

    @property
    def row(self) -> int | None:
        """The spreadsheet's number of the row."""
        return self.problem.row


def lines_of(path: str, found: Iterable[Problem]) -> tuple[ProblemLine, ...]:
    """Problems as lines of the table; the sentences of the language of the moment are made here, where files are read."""
    lines = tuple(_line(path, number, problem) for number, problem in enumerate(found))
    say(lines)
    return lines


def say(lines: Iterable[ProblemLine]) -> None:
    """Make the sentences of lines in the language of the moment (for a worker: there may be thousands)."""
    for line in lines:
        line.said()


def _line(path: str, number: int, problem: Problem) -> ProblemLine:
    sheet = problem.values.get("sheet")
    file = f"{problem.file} › {sheet}" if sheet else problem.file
    cell = next((str(problem.values[name]) for name in CELLS if problem.values.get(name) is not None), "")
    return ProblemLine(number, path, problem, file, cell)


COLUMNS: tuple[Column[ProblemLine], ...] = (
    Column("file", QT_TRANSLATE_NOOP("Columns", "File"), lambda p: p.file, lambda p: p.file, width=230, free=True),
    Column("row", QT_TRANSLATE_NOOP("Columns", "Row"), lambda p: p.row, lambda p: "" if p.row is None else str(p.row), "right", 64),
    Column("column", QT_TRANSLATE_NOOP("Columns", "Column"), lambda p: p.column or None, lambda p: p.column, width=130, free=True),
    Column("cell", QT_TRANSLATE_NOOP("Columns", "Cell"), lambda p: p.cell or None, lambda p: p.cell, width=140, free=True),
    Column("text", QT_TRANSLATE_NOOP("Columns", "What is wrong, and what to do"), lambda p: p.text, lambda p: p.text, width=0, free=True),
)  # fmt: skip


class ProblemTable(RecordTable[ProblemLine]):
    """The lines of all files."""

    def __init__(self) -> None:
        super().__init__(COLUMNS, lambda line: f"{line.number} {line.path}")
        self.view.setItemDelegateForColumn(0, MiddleElided(self.view))
        self._all: Sequence[ProblemLine] = ()

    def show_lines(self, lines: Sequence[ProblemLine]) -> None:
        """Show these lines, as many as can be searched without a stall."""
        self._all = lines
        self.set_rows(lines[:MOST_LINES])

    def everything(self) -> Sequence[ProblemLine]:
        """All lines, shown or not."""
        return self._all
