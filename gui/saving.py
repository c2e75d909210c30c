"""Any table of the window as .xlsx or .csv: asked for, written in a worker, and told."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from gui.lastfolder import ask_name
from gui.tablemodel import Column, RecordModel
from model.watching import EVERY, Progress, Step, stepping, within

if TYPE_CHECKING:
    from model.intake.out.out import ColumnKind

__all__ = ["ask_pdf", "ask_save", "save_table", "with_ending"]

Kinds = Mapping[str, "ColumnKind"]
NO_KINDS: Final[Kinds] = MappingProxyType({})
READ: Final = 0.25
"""How much of the work is done when all cells are said, before the file is made of them."""


def with_ending(name: str, ending: str, *others: str) -> Path:
    """The file a person means: the ending is put behind the name unless it has one that is allowed ("plan v1.2" has none)."""
    has = Path(name).suffix.lower() in (ending, *others)
    return Path(name) if has else Path(name + ending)


def ask_save(parent: QWidget, title: str, suggestion: str) -> Path | None:
    """A file to write a table into, or None."""
    pattern = QCoreApplication.translate("Saving", "Excel workbook (*.xlsx);;CSV table (*.csv)")
    name, chosen = ask_name(parent, title, suggestion, pattern)
    if not name:
        return None
    return with_ending(name, ".csv" if "csv" in chosen else ".xlsx", ".xlsx", ".csv")


def ask_pdf(parent: QWidget, title: str, suggestion: str) -> Path | None:
    """A file to write a paper into, or None."""
    pattern = QCoreApplication.translate("Saving", "PDF (*.pdf)")
    name, _ = ask_name(parent, title, suggestion, pattern)
    return with_ending(name, ".pdf") if name else None


def save_table(
    run: Callable[..., object],
    path: Path,
    model: RecordModel[Any],
    kinds: Kinds = NO_KINDS,
    records: Iterable[Any] | None = None,
) -> None:
    """Write these records (else all of the table) under the table's headings, in the strip whose ``run`` this is; ``kinds`` by a column's key.

    Figures stay figures, everything else is as it is shown.
    """
    rows = model.rows if records is None else tuple(records)
    run(write, path, model.headings(), model.columns, kinds, rows)


def write(
    path: Path,
    headings: Sequence[str],
    columns: Sequence[Column[Any]],
    kinds: Kinds,
    records: Sequence[Any],
    *,
    progress: Progress,
    cancelled: Callable[[], bool],
) -> Path:
    """Write a table and answer where (for a worker)."""
    from model.intake.out import out

    step = stepping(progress, cancelled)
    heads = tuple(
        out.Column(heading, kinds.get(column.key, "number" if column.align == "right" else "text"))
        for heading, column in zip(headings, columns, strict=True)
    )
    rows = tuple(_rows(columns, records, within(step, 0.0, READ)))
    out.write_table(path, out.OutTable(heads, rows), within(step, READ, 1.0))
    return path


def _rows(
    columns: Sequence[Column[Any]], records: Sequence[Any], step: Step
) -> Iterator[tuple[str | int | float, ...]]:
    for place, record in enumerate(records):
        if place % EVERY == 0:
            step("writing_table", place / len(records))
        yield tuple(_cell(column, record) for column in columns)


def _cell(column: Column[Any], record: Any) -> str | int | float:
    value = column.value(record) if column.align == "right" else None
    return value if isinstance(value, int | float) else column.show(record)
