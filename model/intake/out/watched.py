"""A table that is written for long: how far it is, from the first line to the last, and a way to stop it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

__all__ = ["WRITING", "Step", "quiet", "told_sheet"]

Step = Callable[[str, float], None]
"""Called before each piece of work: what is done now (a code), and the share 0-1 that is done. Ends the work by raising."""

WRITING: Final = "writing_table"
EVERY: Final = 32
"""So many lines take some milliseconds: often enough to ask whether to go on."""


def quiet(_code: str, _share: float) -> None:
    """Nobody watches."""


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
