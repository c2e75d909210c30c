"""Cells to and from a spreadsheet: what is put on the clipboard, and where what comes from it belongs."""

import csv
import io
import math
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from gui import words
from gui.columns import Column
from model.intake.out.pasted import pasted_cell

__all__ = ["Change", "Copying", "block", "cell", "line"]

T = TypeVar("T")

TURN: Final = 0.008
"""Seconds of one turn of the event loop in which rows are copied."""
ATOM: Final = 100
"""Rows between two looks at the clock."""
PLACES: Final = 6


@dataclass(frozen=True)
class Change(Generic[T]):
    """New texts of one record, by the key of the column."""

    record: T
    texts: dict[str, str]


def block(text: str) -> list[list[str]]:
    """The cells of a spreadsheet's clipboard, row by row; an empty end is no row."""
    csv.field_size_limit(
        max(csv.field_size_limit(), len(text) + 1)
    )  # whatever is on it, it is told, not refused
    rows = list(csv.reader(io.StringIO(text.replace("\r\n", "\n")), delimiter="\t"))
    while rows and not any(rows[-1]):
        rows.pop()
    return rows


def line(columns: Sequence[Column[T]], record: T) -> str:
    """A record as a line of the clipboard."""
    return "\t".join([cell(column, record) for column in columns])


def cell(column: Column[T], record: T) -> str:
    """A cell as a spreadsheet takes it: a number as a number, nothing where nothing is known, else what is shown."""
    if column.align == "right":
        value = column.value(record)
        if value is None or (isinstance(value, float) and not math.isfinite(value)):
            return ""
        if isinstance(value, int | float) and not isinstance(value, bool):
            share = column.show(record).endswith("%")
            return f"{_plain(value * 100)}%" if share else _plain(value)
    # A spreadsheet reads the typographic minus as text.
    return pasted_cell(" ".join(column.show(record).split()).replace(words.MINUS, "-"))


def _plain(value: float) -> str:
    return f"{value:.{PLACES}f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


class Copying(QObject):
    """Makes the lines of many records, for a moment of each turn of the event loop.

    ``moved`` tells the share that is done, ``done`` the whole text.
    """

    moved = Signal(float)
    done = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)
        self._lines: list[str] = []
        self._rest: Iterator[Any] = iter(())
        self._make: Callable[[Any], str] = str
        self._many = 1

    def start(self, columns: Sequence[Column[Any]], headings: str, records: Sequence[Any]) -> None:
        """Begin anew; few records are done at once."""
        self._lines = [headings]
        self._rest, self._many = iter(records), max(len(records), 1)
        self._make = lambda record: line(columns, record)
        self._timer.start()
        self._go_on()

    def stop(self) -> None:
        """Leave the clipboard as it was."""
        self._timer.stop()
        self._lines, self._rest = [], iter(())

    def _go_on(self) -> None:
        end = time.monotonic() + TURN
        while time.monotonic() < end:
            for _ in range(ATOM):
                record = next(self._rest, None)
                if record is None:
                    self._timer.stop()
                    self.done.emit("\n".join(self._lines))
                    return
                self._lines.append(self._make(record))
        self.moved.emit((len(self._lines) - 1) / self._many)
