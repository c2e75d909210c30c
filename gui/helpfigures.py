"""Figures of the model in the help, read from the policy, so that no text can tell of one that has changed since.

``{{price_rule.threshold}}`` is the shipped value; ``{{figures: risk.toss signing.look_days}}`` a table of these figures with
value, unit, reliability and source; ``{{columns: roster}}`` the columns of our template.
"""

import functools
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from gui import words
from gui.words import QT_TRANSLATE_NOOP
from gui.words.grounds import ground_name, ground_source, ground_unit, ground_value
from gui.words.labels import label

if TYPE_CHECKING:
    from model.entries import Entry
    from model.intake.out.templates import TemplateKind

__all__ = ["filled", "prepare"]

MARK: Final = re.compile(r"\{\{(?:(?P<table>figures|columns): )?(?P<keys>[a-z0-9_. ]+)\}\}")
HEADS: Final = (
    QT_TRANSLATE_NOOP("Columns", "Figure"),
    QT_TRANSLATE_NOOP("Columns", "Default"),
    QT_TRANSLATE_NOOP("Columns", "Unit"),
    QT_TRANSLATE_NOOP("Columns", "Reliability"),
    QT_TRANSLATE_NOOP("Columns", "Source"),
)
COLUMN_HEADS: Final = (
    QT_TRANSLATE_NOOP("Columns", "Column"),
    QT_TRANSLATE_NOOP("Columns", "What goes in"),
    QT_TRANSLATE_NOOP("Columns", "To choose from"),
)
KINDS: "Final[Mapping[str, TemplateKind]]" = {
    "products": "products",
    "roster": "roster",
    "orders": "orders",
    "results": "results",
}
MOST_CHOICES: Final = 12
"""Of longer lists, as that of categories, the column itself has a drop-down."""


def prepare(language: str) -> None:
    """Read what the tables of columns need, a tenth of a second (for a worker, before anybody reads them)."""
    from model.intake.out.templates import template_columns

    for kind in KINDS.values():
        template_columns(kind, language)


def filled(text: str) -> str:
    """A text of the help with its figures, in the language of the moment.

    Raises:
        KeyError: the policy has no such figure.
        FileNotFoundError: it has no such group.
    """
    return MARK.sub(lambda mark: TABLES[mark["table"] or ""](mark["keys"]), text)


def _value(key: str) -> str:
    return ground_value(_entry(key))


def _figures(keys: str) -> str:
    return _table(HEADS, [_row(_entry(key)) for key in keys.split()])


def _columns(kind: str) -> str:
    from model.intake.out.templates import template_columns  # not before somebody reads the help

    columns = template_columns(KINDS[kind], words.language())
    return _table(COLUMN_HEADS, [[one.heading, one.note, _choices(one.choices)] for one in columns])


def _choices(found: Sequence[str]) -> str:
    return words.listed(found) if len(found) <= MOST_CHOICES else ""


def _table(heads: Iterable[str], rows: Iterable[Sequence[str]]) -> str:
    named = [words.term("Columns", head) for head in heads]
    lines = [named, ["---"] * len(named), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _row(entry: "Entry") -> list[str]:
    return [
        ground_name(entry),
        ground_value(entry),
        ground_unit(entry),
        label(entry.reliability),
        ground_source(entry),
    ]


def _entry(key: str) -> "Entry":
    return _group(key.partition(".")[0])[key]


TABLES: Final = {"": _value, "figures": _figures, "columns": _columns}
"""What a mark stands for, by its kind."""


@functools.cache
def _group(name: str) -> "dict[str, Entry]":
    from model.entries import read_entries  # not before somebody reads the help

    return {entry.key: entry for entry in read_entries(name, _chinese())}


@functools.cache
def _chinese() -> "Mapping[str, Mapping[str, str]]":
    from model.entries import chinese_texts

    return chinese_texts()
