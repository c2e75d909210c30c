"""A table that is written for long: how far it is, from the first line to the last, and a way to stop it."""

from typing import TYPE_CHECKING, Final

from model.watching import EVERY, Step

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

__all__ = ["WRITING", "told_sheet"]

WRITING: Final = "writing_table"


def told_sheet(step: Step, rows: int, since: float) -> "type[Worksheet]":
    """A sheet that tells each of its lines when the workbook is put together, which is most of the work.

    XlsxWriter does that in one go when the workbook is closed, ``since`` being the share that is done by then; should
    it ever name its lines otherwise, nothing but the telling is lost.
    """
    from xlsxwriter.worksheet import Worksheet

    class Told(Worksheet):  # type: ignore[misc]
        def _write_row(self, row: int, *args: object, **kw: object) -> None:
            if row % EVERY == 0:
                step(WRITING, since + (1.0 - since) * min(row / (rows + 1), 1.0))
            super()._write_row(row, *args, **kw)

    return Told
