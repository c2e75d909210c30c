"""The project file: one SQLite file, the only lasting copy of the shop's data."""

from model.store.change import Change, Part, apply
from model.store.rows import Json
from model.store.store import Store

__all__ = ["Change", "Json", "Part", "Store", "apply"]
