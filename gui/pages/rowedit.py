"""Cells of rows as they were typed or pasted: the right ones are taken, each wrong one is told and stays."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Final, Literal, TypeVar

from gui import words
from gui.words import QT_TRANSLATE_NOOP, problems
from model.errors import InvalidRecord

if TYPE_CHECKING:
    from gui.tables import Change

__all__ = ["edited", "taken", "template_headings"]

T = TypeVar("T")
R = TypeVar("R")
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


def template_headings(kind: Literal["products", "results"]) -> dict[str, str]:
    """The headings of our own template, as they are in its Chinese, and the fields they stand over."""
    from model.intake.layouts.layouts import template_layout

    layout = template_layout(kind)
    return dict(zip(layout.headings("zh_CN"), layout.columns, strict=True))


def edited(
    changes: "Iterable[Change[R]]",
    known: Callable[[R], T],
    name: Callable[[T], str],
    parse: Callable[[T, Mapping[str, str]], T],
) -> tuple[list[tuple[R, T]], list[str]]:
    """The rows whose record the cells change, each with what it becomes, and a sentence for each cell that is wrong."""
    found, refused = list[tuple[R, T]](), list[str]()
    for change in changes:
        before = known(change.record)
        after, wrong = taken(before, name(before), change.texts, parse)
        refused += wrong
        if after != before:
            found.append((change.record, after))
    return found, refused
