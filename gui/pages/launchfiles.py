"""What the launch page gives away: the schedule as a table and as a calendar, and the sheet of the operator's pay."""

from pathlib import Path
from typing import TYPE_CHECKING

from gui.clock import now, today

if TYPE_CHECKING:
    from gui.paper import Paper
    from model.launch.overview import Launch

__all__ = ["calendar_to", "pay_sheet", "schedule_to"]


def schedule_to(found: "Launch", path: Path) -> Path:
    """Write the schedule as a table (for a worker).

    Raises:
        InputError: ``file_locked``, ``cannot_write``.
    """
    from gui.schedulefile import schedule_table
    from model.intake.out.out import write_table

    write_table(path, schedule_table(found.schedule))
    return path


def calendar_to(found: "Launch", path: Path) -> Path:
    """Write the schedule as a calendar file (for a worker).

    Raises:
        InputError: ``file_locked``, ``cannot_write``.
    """
    from gui.schedulefile import calendar_entries
    from model.launch.export import write_ics

    write_ics(path, calendar_entries(found.schedule), now())
    return path


def pay_sheet(found: "Launch") -> "Paper":
    """The sheet of the operator's pay, of today."""
    from gui.paysheet import sheet

    return sheet(found, today())
