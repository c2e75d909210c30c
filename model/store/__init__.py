"""The project file: one SQLite file, the only lasting copy of the shop's data."""

import importlib
from typing import TYPE_CHECKING, Any, Final

from model.store.change import Change, Part, Shown, after, apply, apply_beside
from model.store.heads import BatchHead, files
from model.store.rows import Json
from model.store.shelf import Loaded
from model.store.store import Store
from model.store.writer import BatchWriter

if TYPE_CHECKING:
    from model.store.backups import Backup, back_up, copied, folder_of, home_of, listed, newest_whole
    from model.store.forget import (
        Traces,
        clean_backup,
        host_traces,
        order_traces,
        without_host,
        without_orders,
    )
    from model.store.rescue import Salvaged, salvage
    from model.store.room import little_room

__all__ = [
    "Backup",
    "BatchHead",
    "BatchWriter",
    "Change",
    "Json",
    "Loaded",
    "Part",
    "Salvaged",
    "Shown",
    "Store",
    "Traces",
    "after",
    "apply",
    "apply_beside",
    "back_up",
    "clean_backup",
    "copied",
    "files",
    "folder_of",
    "home_of",
    "host_traces",
    "listed",
    "little_room",
    "newest_whole",
    "order_traces",
    "salvage",
    "without_host",
    "without_orders",
]

_LATER: Final = {
    **dict.fromkeys(
        ("Backup", "back_up", "copied", "folder_of", "home_of", "listed", "newest_whole"), "backups"
    ),
    **dict.fromkeys(
        ("Traces", "clean_backup", "host_traces", "order_traces", "without_host", "without_orders"), "forget"
    ),
    **dict.fromkeys(("Salvaged", "salvage"), "rescue"),
    "little_room": "room",
}


def __getattr__(name: str) -> Any:
    """Copies, forgetting and rescue are loaded when they are asked for: the first window opens a project without."""
    if name not in _LATER:
        raise AttributeError(name)
    return getattr(importlib.import_module(f"model.store.{_LATER[name]}"), name)
