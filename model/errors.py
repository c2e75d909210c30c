"""What can be wrong, as values: codes and numbers here, sentences in the window."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

Value = str | int | float | None


@dataclass(frozen=True)
class Problem:
    """One thing that could not be used: where it is and what is wrong with it.

    ``row`` counts as the merchant's spreadsheet does (the first line is 1); ``column`` is the heading in his file
    or, for a record, the name of its field. ``values`` fills the sentence that belongs to ``code``.
    """

    code: str
    file: str = ""
    row: int | None = None
    column: str = ""
    values: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True)
class Reason:
    """One piece of an explanation: a code with the figures that fill its sentence."""

    code: str
    values: Mapping[str, Value] = field(default_factory=dict)


class UserError(Exception):
    """Something the user can mend; carries every problem found, never only the first.

    ``status`` is the exit status of the command line: 2 input cannot be used, 3 nothing feasible.
    """

    status = 2

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(", ".join(p.code for p in self.problems))


class InvalidRecord(UserError):
    """A record refused: all its faults, each with the field in ``column``."""


class InputError(UserError):
    """A file or a setting that cannot be used at all."""


class NothingFeasible(UserError):
    """The limits leave no choice; the problems say which ones and by how much."""

    status = 3


class Cancelled(Exception):
    """The caller asked a long computation to stop."""
