"""The schedule as it goes out, in the language of the moment: entries of a calendar file, and a table."""

from typing import TYPE_CHECKING, Final

from gui import words
from gui.words import QT_TRANSLATE_NOOP, launchwords
from gui.words.labels import label
from gui.words.reasons import reason
from model.launch.export import Entry, entries, table

if TYPE_CHECKING:
    from model.intake.out.out import OutTable
    from model.launch.season import Booking, Schedule

__all__ = ["calendar_entries", "schedule_table"]

HEADINGS: Final = (
    QT_TRANSLATE_NOOP("Columns", "Day"),
    QT_TRANSLATE_NOOP("Columns", "Host"),
    QT_TRANSLATE_NOOP("Columns", "Level"),
    QT_TRANSLATE_NOOP("Columns", "Form"),
    QT_TRANSLATE_NOOP("Columns", "Session"),
    QT_TRANSLATE_NOOP("Columns", "Product"),
    QT_TRANSLATE_NOOP("Columns", "Orders on an ordinary day"),
    QT_TRANSLATE_NOOP("Columns", "Slot fee"),
    QT_TRANSLATE_NOOP("Columns", "Against this day"),
)


def calendar_entries(schedule: "Schedule") -> tuple[Entry, ...]:
    """A whole-day entry for every session."""
    against = _against(schedule)

    def text(one: "Booking") -> tuple[str, str]:
        session = one.session
        lines = [launchwords.session_facts(session), against.get(session.id, "")]
        return f"{session.name} · {session.product}", "\n".join(line for line in lines if line)

    return entries(schedule, text)


def schedule_table(schedule: "Schedule") -> "OutTable":
    """A line for every session."""
    against = _against(schedule)

    def told(one: "Booking") -> tuple[str, str, str]:
        return label(one.session.tier), label(one.session.form), against.get(one.session.id, "")

    return table(schedule, [words.term("Columns", heading) for heading in HEADINGS], told)


def _against(schedule: "Schedule") -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for one in schedule.conflicts:
        found.setdefault(one.session, []).append(reason(one.reason))
    return {session: words.sentences(lines) for session, lines in found.items()}
