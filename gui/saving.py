"""Any table of the window as .xlsx or .csv: asked for, written in a worker, and told."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from gui.jobs import Job
from gui.tablemodel import Column, RecordModel

if TYPE_CHECKING:
    from model.intake.out.out import ColumnKind

__all__ = ["TableSaver", "ask_pdf", "ask_save", "with_ending"]

Kinds = Mapping[str, "ColumnKind"]
NO_KINDS: Final[Kinds] = MappingProxyType({})


def with_ending(name: str, ending: str, *others: str) -> Path:
    """The file a person means: the ending is put behind the name unless it has one that is allowed ("plan v1.2" has none)."""
    has = Path(name).suffix.lower() in (ending, *others)
    return Path(name) if has else Path(name + ending)


def ask_save(parent: QWidget, title: str, suggestion: str) -> Path | None:
    """A file to write a table into, or None."""
    pattern = QCoreApplication.translate("Saving", "Excel workbook (*.xlsx);;CSV table (*.csv)")
    name, chosen = QFileDialog.getSaveFileName(parent, title, suggestion, pattern)
    if not name:
        return None
    return with_ending(name, ".csv" if "csv" in chosen else ".xlsx", ".xlsx", ".csv")


def ask_pdf(parent: QWidget, title: str, suggestion: str) -> Path | None:
    """A file to write a paper into, or None."""
    pattern = QCoreApplication.translate("Saving", "PDF (*.pdf)")
    name, _ = QFileDialog.getSaveFileName(parent, title, suggestion, pattern)
    return with_ending(name, ".pdf") if name else None


class TableSaver(QObject):
    """Writes tables, the last one asked for; figures stay figures, everything else is as it is shown."""

    saved = Signal(str)
    failed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._job = Job(self)
        self._job.done.connect(lambda path: self.saved.emit(str(path)))
        self._job.failed.connect(self.failed)

    def save(
        self,
        path: Path,
        model: RecordModel[Any],
        kinds: Kinds = NO_KINDS,
        records: Iterable[Any] | None = None,
    ) -> None:
        """Write these records (else all of the table) under the table's headings; ``kinds`` by a column's key."""
        rows = model.rows if records is None else tuple(records)
        self._job.run(write, path, model.headings(), model.columns, kinds, rows)


def write(
    path: Path, headings: Sequence[str], columns: Sequence[Column[Any]], kinds: Kinds, records: Sequence[Any]
) -> str:
    """Write a table and answer where (for a worker)."""
    from model.intake.out import out

    heads = tuple(
        out.Column(heading, kinds.get(column.key, "number" if column.align == "right" else "text"))
        for heading, column in zip(headings, columns, strict=True)
    )
    rows = tuple(tuple(_cell(column, record) for column in columns) for record in records)
    out.write_table(path, out.OutTable(heads, rows))
    return str(path)


def _cell(column: Column[Any], record: Any) -> str | int | float:
    value = column.value(record) if column.align == "right" else None
    return value if isinstance(value, int | float) else column.show(record)
