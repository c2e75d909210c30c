"""How the merchant likes a table: which columns he sees, how wide, in which order, and by what they are sorted."""

import json
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Final

from PySide6.QtCore import QSettings

__all__ = ["Liking", "keep", "liking", "name_of", "use"]

GROUP: Final = "tables"


@dataclass(frozen=True)
class Liking:
    """What was chosen for a table, by the keys of its columns; what was not chosen is as shipped."""

    shown: Mapping[str, bool] = field(default_factory=dict)
    widths: Mapping[str, int] = field(default_factory=dict)
    order: tuple[str, ...] = ()
    sort: str = ""
    descending: bool = False


class _Memory:
    """Where likings are kept; nowhere before :func:`use`."""

    settings: QSettings | None = None


def use(settings: QSettings | None) -> None:
    """Keep the likings in these settings from now on; nowhere with None."""
    _Memory.settings = settings


def name_of(keys: Iterable[str]) -> str:
    """What a table with these columns is known by: tables of the same columns are liked the same."""
    return f"{GROUP}/{zlib.crc32(' '.join(keys).encode()):08x}"


def liking(name: str) -> Liking:
    """What was chosen for this table; as shipped where nothing was, or nothing that can be read."""
    kept = _Memory.settings.value(name, "") if _Memory.settings else ""
    try:
        return _read(json.loads(str(kept)))
    except (ValueError, TypeError, KeyError, AttributeError):
        return Liking()


def keep(name: str, one: Liking) -> None:
    """Remember what was chosen; nothing is kept of a table that is as shipped."""
    if _Memory.settings is None:
        return
    if one == Liking():
        _Memory.settings.remove(name)
    else:
        _Memory.settings.setValue(name, json.dumps(asdict(one)))


def _read(told: Any) -> Liking:
    shown = {str(key): bool(seen) for key, seen in told["shown"].items()}
    widths = {str(key): int(width) for key, width in told["widths"].items()}
    return Liking(shown, widths, tuple(map(str, told["order"])), str(told["sort"]), bool(told["descending"]))
