"""What was wrong with the lines of one sheet, gathered as row numbers and told as problems only at the end."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray

from model.errors import Problem, Value

MOST_LISTED: Final = 1000
"""So many problems of a file are listed: nobody reads more, and a wrong column would give a million."""

Indexes = NDArray[np.intp]
Told = Callable[[int], Mapping[str, Value]]


class Placed(Protocol):
    """What is needed to say where a line stands."""

    @property
    def file(self) -> str:
        """The name of the file."""

    @property
    def sheet(self) -> str:
        """The name of the sheet, empty for a text file."""

    @property
    def lines(self) -> NDArray[np.int32]:
        """The number of each data row in the spreadsheet."""


@dataclass(frozen=True, eq=False)
class _Finding:
    code: str
    rows: Indexes
    heading: str
    told: Told


@dataclass(eq=False)
class Findings:
    """The problems of one sheet while it is being understood."""

    sheet: Placed
    _found: list[_Finding] = field(default_factory=list)
    _notes: list[Problem] = field(default_factory=list)

    def note(self, code: str, values: Mapping[str, Value]) -> None:
        """Note something about the sheet as a whole."""
        self._notes.append(Problem(code, self.sheet.file, None, "", self._located(values)))

    def marked(self, code: str, heading: str, rows: int) -> NDArray[np.bool_]:
        """The lines on which this problem was found under this heading."""
        lines = np.zeros(rows, bool)
        for finding in self._found:
            if finding.code == code and finding.heading == heading:
                lines[finding.rows] = True
        return lines

    def problem(self, code: str, rows: Indexes, heading: str = "", told: Told = lambda _: {}) -> None:
        """Note a problem on these data rows (0 is the first); ``told`` gives the values for one of them."""
        if len(rows):
            self._found.append(_Finding(code, rows, heading, told))

    def listed(self) -> tuple[tuple[Problem, ...], int]:
        """The first problems by row, those of the whole sheet last, and how many there are in all."""
        first = [
            (int(self.sheet.lines[row]), order, int(row), finding)
            for order, finding in enumerate(self._found)
            for row in finding.rows[:MOST_LISTED]
        ]
        first.sort(key=lambda one: one[:2])
        problems = tuple(self._told(line, row, finding) for line, _, row, finding in first[:MOST_LISTED])
        count = sum(len(finding.rows) for finding in self._found) + len(self._notes)
        return (*problems, *self._notes), count

    def _told(self, line: int, row: int, finding: _Finding) -> Problem:
        return Problem(finding.code, self.sheet.file, line, finding.heading, self._located(finding.told(row)))

    def _located(self, values: Mapping[str, Value]) -> Mapping[str, Value]:
        return {**values, "sheet": self.sheet.sheet} if self.sheet.sheet else values


def capped(problems: Iterable[Problem], count: int, file: str) -> tuple[Problem, ...]:
    """At most a thousand problems of a file, then one that says how many more there are."""
    listed = tuple(problems)[:MOST_LISTED]
    more = count - len(listed)
    return (*listed, Problem("more_problems", file, values={"count": more})) if more > 0 else listed
