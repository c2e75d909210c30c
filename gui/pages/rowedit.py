"""Cells of one row as they were typed or pasted: the right ones are taken, each wrong one is told and stays."""

from collections.abc import Callable, Mapping
from typing import Final, TypeVar

from gui import words
from gui.words import QT_TRANSLATE_NOOP, problems
from model.errors import InvalidRecord

__all__ = ["taken"]

T = TypeVar("T")
WRONG: Final = QT_TRANSLATE_NOOP("Words", "{name}, {what} The cell stays as it was.")


def taken(
    record: T, name: str, typed: Mapping[str, str], parse: Callable[[T, Mapping[str, str]], T]
) -> tuple[T, list[str]]:
    """The record with those cells that are right, and a sentence for each that is not.

    ``parse`` gives the record with all cells, or raises :class:`model.errors.InvalidRecord` with a problem for each wrong one.
    """
    try:
        return parse(record, typed), []
    except InvalidRecord as error:
        wrong = {one.column for one in error.problems}
        told = [words.say(WRONG, name=name, what=problems.problem(one)) for one in error.problems]
        right = {key: text for key, text in typed.items() if key not in wrong}
        return (parse(record, right) if right and len(right) < len(typed) else record), told
