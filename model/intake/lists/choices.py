"""A given choice of offers, to be priced by ``plan --choose``."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from model.errors import Problem
from model.intake.lists.rows import Line, Taken, check, check_id, finished, fitting_tables, lines_of, notes_of
from model.records import OFFER_RULES, PRODUCT_RULES

_RULES: Final = {
    "offer": OFFER_RULES["name"],
    "sessions": OFFER_RULES["sessions"],
    "product": PRODUCT_RULES["name"],
}
_COLUMNS: Final = {name: name for name in _RULES}


@dataclass(frozen=True, slots=True)
class Choice:
    """One offer taken: whose, which by name, for how many sessions, for which product (empty: all)."""

    id: str
    offer: str
    sessions: int = 1
    product: str = ""


def read_choices(path: Path) -> Taken[Choice]:
    """The choices of a file. A line with any bad cell is set aside: half a choice would price something else.

    Raises:
        InputError: ``not_choices`` besides those of :mod:`model.intake.files.tables`.
    """
    bounds, problems = fitting_tables(path, ("choices",), "not_choices")
    choices: list[Choice] = []
    lines = lines_of(bounds)
    for line in lines:
        choice, found = _choice(line)
        problems += found
        choices += [choice] if choice else []
    return finished(bounds, choices, [*notes_of(lines), *problems], len(lines) - len(choices))


def _choice(line: Line) -> tuple[Choice | None, list[Problem]]:
    host, lost = check_id(line, "id")
    checked = check(line, _RULES, _COLUMNS)
    problems = [*([lost] if lost else []), *checked.problems]
    problems += [line.problem("required", "id")] if not host and not lost else []
    problems += [line.problem("required", "offer")] if not problems and "offer" not in checked.values else []
    return (None, problems) if problems else (Choice(id=host, **checked.values), [])  # type: ignore[arg-type]
