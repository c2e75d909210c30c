"""Whether the disk of a project still has room for what will be typed."""

import shutil
from pathlib import Path
from typing import Final

from model.errors import Problem

__all__ = ["little_room"]

LEAST: Final = 1 << 20
"""Bytes below which hardly an edit is sure to find room: SQLite writes a page of 4 KiB for each thing it changes, twice."""


def little_room(path: Path) -> Problem | None:
    """``no_room_to_save`` where the disk of a project is full or nearly so; None where it has room, or cannot be asked."""
    try:
        free = shutil.disk_usage(path.parent).free
    except OSError:
        return None
    return Problem("no_room_to_save", path.name, values={"path": str(path)}) if free < LEAST else None
