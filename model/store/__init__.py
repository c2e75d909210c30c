"""The project file: one SQLite file, the only lasting copy of the shop's data."""

from model.store.backups import Backup
from model.store.change import Change, Part, Shown, after, apply, apply_beside
from model.store.forget import Traces
from model.store.heads import BatchHead, files
from model.store.rows import Json
from model.store.salvage import Salvaged
from model.store.shelf import Loaded
from model.store.store import Store
from model.store.writer import BatchWriter

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
    "files",
]
