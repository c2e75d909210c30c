"""What is pasted into a table: which cell gets which text, and what has no place there."""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Generic, TypeVar

from gui import language, words
from gui.columns import Column
from gui.tableclips import Change, cell
from gui.words import QT_TRANSLATE_NOOP

__all__ = ["NOTHING", "Known", "headed", "match", "named_rows", "spread", "strange", "told"]

T = TypeVar("T")

UNNAMED: Final = QT_TRANSLATE_NOOP(
    "Words",
    "The headings lack “{column}”, which tells the rows apart. Copy that column too, or the cells without headings.",
)
UNKNOWN: Final = QT_TRANSLATE_NOOP("Words", "This table has no column {columns}: those cells were left out.")
NOBODY: Final = QT_TRANSLATE_NOOP("Words", "Not in this table, so left out: {names}.")
TWICE: Final = QT_TRANSLATE_NOOP("Words", "More than one row has this name, so left out: {names}.")
NOTHING: Final = QT_TRANSLATE_NOOP(
    "Words", "There are no cells on the clipboard. Copy some in your spreadsheet first."
)
EMPTY: Final = QT_TRANSLATE_NOOP(
    "Words",
    "Pasting changes rows that are there already, and here are none yet. Copy the whole sheet with its headings and choose “Paste a sheet…” in the Edit menu: there the headings of other programs are understood too.",
)
NO_PLACE: Final = QT_TRANSLATE_NOOP("Words", "Choose the cell where the first one belongs, then paste again.")
FIXED: Final = QT_TRANSLATE_NOOP("Words", "“{column}” cannot be changed here and stays as it is.")
BEYOND: Final = QT_TRANSLATE_NOOP(
    "Words", "%n row(s) had no place below the chosen one and were left out.", "", 1
)
MORE: Final = QT_TRANSLATE_NOOP("Words", "… and {count} more")
MOST: Final = 5
DAY: Final = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?: 0?0:00(?::00)?)?")


def spread(
    cells: Sequence[Sequence[str]], records: Sequence[Any], columns: Sequence[Column[Any]]
) -> tuple[list[Change[Any]], list[str]]:
    """Lay cells over these records and columns from the first on: the changes, and a sentence for what is left out.

    One cell alone goes into all records.
    """
    if not cells:
        return [], [words.say(NOTHING)]
    if not records or not columns:
        return [], [words.say(NO_PLACE)]
    if len(cells) == len(cells[0]) == 1:
        cells = [cells[0]] * len(records)
    places = [
        (number, column) for number, column in enumerate(columns) if any(number < len(row) for row in cells)
    ]
    left = [words.say(FIXED, column=words.term("Columns", c.heading)) for _, c in places if not c.editable]
    if len(cells) > len(records):
        left.append(words.say(BEYOND, n=len(cells) - len(records)))
    heads = [column if column.editable else None for column in columns]
    changes = [
        change for record, row in zip(records, cells, strict=False) for change in _change(record, row, heads)
    ]
    return changes, left


def told(sentences: Sequence[str]) -> str:
    """Sentences for a notice: the first few, and how many more there are."""
    rest = [words.say(MORE, count=len(sentences) - MOST)] if len(sentences) > MOST else []
    return "\n".join([*sentences[:MOST], *rest])


@dataclass(frozen=True)
class Known(Generic[T]):
    """How lines with headings are known beside what the table shows.

    ``also`` gives further headings, as those of our templates, with the key of their column; ``key`` what a record goes
    by where nobody has that for a name.
    """

    key: Callable[[T], str]
    also: Mapping[str, str] = field(default_factory=dict)


def headed(cells: Sequence[Sequence[str]], columns: Sequence[Column[Any]], also: Mapping[str, str]) -> bool:
    """Whether the first line is headings of these columns, in either language: two of them at least."""
    return bool(cells) and sum(place is not None for place in _places(cells[0], columns, also)) > 1


def strange(
    cells: Sequence[Sequence[str]], columns: Sequence[Column[Any]], also: Mapping[str, str]
) -> list[str]:
    """The headings of the first line that these columns do not have."""
    heads = _places(cells[0], columns, also)
    return [head.strip() for head, place in zip(cells[0], heads, strict=True) if place is None and head]


def named_rows(
    cells: Sequence[Sequence[str]],
    records: Sequence[Any],
    columns: Sequence[Column[Any]],
    named: Column[Any],
    by: Known[Any],
) -> int:
    """How many of the lines below headings are of these records, by their names (column ``named``) or keys."""
    heads = _places(cells[0], columns, by.also)
    if named not in heads:
        return 0
    at, known = heads.index(named), _by_name(records, named, by.key)
    return sum(at < len(row) and _bare(row[at]) in known for row in cells[1:])


def match(
    cells: Sequence[Sequence[str]],
    records: Sequence[Any],
    columns: Sequence[Column[Any]],
    named: Column[Any],
    by: Known[Any],
) -> tuple[list[Change[Any]], list[str]]:
    """Lines below headings go to the records of their names (column ``named``) or keys: changes, and what is left out.

    Of several records of a name that one is meant which is as the line says in the columns that cannot be changed.
    """
    heads = _places(cells[0], columns, by.also)
    if named not in heads:
        return [], [words.say(UNNAMED, column=words.term("Columns", named.heading))]
    at = heads.index(named)
    unknown = strange(cells, columns, by.also)
    left = [words.say(UNKNOWN, columns=_quoted(unknown))] if unknown else []
    known = _by_name(records, named, by.key)
    others = [column if column is not named else None for column in heads]
    changes: list[Change[Any]] = []
    lost: dict[str, list[str]] = {NOBODY: [], TWICE: []}
    for row in cells[1:]:
        name = _bare(row[at]) if at < len(row) else ""
        found = known.get(name, [])
        if len(found) > 1:
            found = [record for record in found if _is_meant(record, row, others)] or found
        if len(found) == 1:
            changes += _change(found[0], row, heads)
        elif name:
            lost[TWICE if found else NOBODY].append(name)
    left += [words.say(text, names=_quoted(names)) for text, names in lost.items() if names]
    return changes, left


def _change(record: Any, row: Sequence[str], heads: Sequence[Column[Any] | None]) -> list[Change[Any]]:
    """What a line changes in its record: cells that are as the table copies them, in either language, change nothing."""
    pairs = zip(heads, row, strict=False)
    texts = {
        column.key: text.strip()
        for column, text in pairs
        if column is not None and column.editable and _bare(text) not in _copied(column, record)
    }
    return [Change(record, texts)] if texts else []


def _is_meant(record: Any, row: Sequence[str], heads: Sequence[Column[Any] | None]) -> bool:
    """Whether a line agrees with a record in all that it says of what cannot be changed, figures aside."""
    return all(
        _plainly(text) in map(_plainly, _copied(column, record))
        for column, text in zip(heads, row, strict=False)
        if column is not None and not column.editable and column.align == "left" and text.strip()
    )


def _plainly(text: str) -> str:
    """A text to be compared; a day as a spreadsheet writes it (2026/3/8) as it is shown (2026-03-08)."""
    bare = _bare(text)
    day = DAY.fullmatch(bare)
    return f"{day[1]}-{int(day[2]):02}-{int(day[3]):02}" if day else bare.casefold()


def _places(
    heads: Sequence[str], columns: Sequence[Column[Any]], also: Mapping[str, str]
) -> list[Column[Any] | None]:
    """The column each heading names, in English, Chinese, by its key, or by a heading it has besides."""
    known: dict[str, Column[Any]] = {}
    for column in columns:
        for name in (*language.headings("Columns", column.heading), column.key):
            known.setdefault(name.casefold(), column)
    keys = {column.key: column for column in columns}
    for name, key in also.items():
        if key in keys:
            known.setdefault(name.casefold(), keys[key])
    return [known.get(head.strip().casefold()) for head in heads]


def _by_name(records: Sequence[Any], named: Column[Any], key: Callable[[Any], str]) -> dict[str, list[Any]]:
    """Records by what is shown as their name; by their key where nobody has that for a name."""
    found: dict[str, list[Any]] = defaultdict(list)
    for record in records:
        for name in _copied(named, record):
            found[name].append(record)
    shown = frozenset(found)
    for record in records:
        if (id_ := key(record)) not in shown:
            found[id_].append(record)
    return found


def _copied(column: Column[Any], record: Any) -> frozenset[str]:
    """A cell as the table copies it in either language."""
    own = _bare(cell(column, record))
    with words.speaking(language.other_voice()):
        return frozenset((own, _bare(cell(column, record))))


def _bare(text: str) -> str:
    """A cell without the apostrophe that keeps it from being a formula; a spreadsheet gives it back without."""
    return text.strip().removeprefix("'")


def _quoted(names: Sequence[str]) -> str:
    rest = [words.say(MORE, count=len(names) - MOST)] if len(names) > MOST else []
    return words.series([*(f"“{name}”" for name in names[:MOST]), *rest])
