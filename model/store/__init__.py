"""The project file: one SQLite file, the only lasting copy of the shop's data."""

from model.store.change import Change, Part, Shown, after, apply, apply_beside
from model.store.heads import BatchHead, files
from model.store.rows import Json
from model.store.shelf import Loaded
from model.store.store import Store
from model.store.writer import BatchWriter

__all__ = [
    "BatchHead",
    "BatchWriter",
    "Change",
    "Json",
    "Loaded",
    "Part",
    "Shown",
    "Store",
    "after",
    "apply",
    "apply_beside",
    "files",
]
