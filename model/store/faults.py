"""What can go wrong with a project file, as problems the merchant can mend."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from model.errors import InputError, Problem, Value

_SQLITE: Final = {
    sqlite3.SQLITE_PERM: "project_read_only",
    sqlite3.SQLITE_BUSY: "project_busy",
    sqlite3.SQLITE_LOCKED: "project_busy",
    sqlite3.SQLITE_READONLY: "project_read_only",
    sqlite3.SQLITE_IOERR: "project_unreachable",
    sqlite3.SQLITE_CORRUPT: "project_damaged",
    sqlite3.SQLITE_FULL: "disk_full",
    sqlite3.SQLITE_CANTOPEN: "project_read_only",
    sqlite3.SQLITE_NOTADB: "not_a_project",
    sqlite3.SQLITE_READONLY_DBMOVED: "project_missing",
}
_FORMAT: Final = "unsupported file format"
"""What SQLite says, with the code of a wrong statement, of a header that asks for another SQLite."""
_SYSTEM: Final = {
    errno.EACCES: "project_read_only",
    errno.EPERM: "project_read_only",
    errno.EROFS: "project_read_only",
    errno.ENOENT: "folder_missing",
    errno.ENOTDIR: "folder_missing",
    errno.EISDIR: "not_a_project",
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
}


def refused(code: str, path: Path, **values: Value) -> InputError:
    """The error that says what is wrong with the project at ``path``."""
    return InputError([Problem(code, path.name, values={"path": str(path), **values})])


@contextmanager
def faults(path: Path) -> Iterator[None]:
    """Turn what the merchant can mend into :class:`InputError`; anything else is our fault and passes."""
    try:
        yield
    except sqlite3.Error as error:
        code = _sqlite_code(error)
        if code is None:
            raise
        raise refused(code, path, detail=str(error)) from error
    except UnicodeEncodeError as error:
        text = error.object.encode("utf-8", "replace").decode()
        raise refused("text_not_storable", path, text=text) from error
    except UnicodeDecodeError as error:
        raise refused("project_damaged", path, detail=error.reason) from error
    except OSError as error:
        code = _SYSTEM.get(error.errno or 0, "project_unreachable")
        raise refused(code, path, detail=error.strerror or str(error)) from error


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """As :func:`faults`, and a row that makes no record means that the file is damaged."""
    try:
        with faults(path):
            yield
    except (sqlite3.OperationalError, ValueError, KeyError, TypeError, RecursionError) as error:
        # Without a result code it is Python that could not read a text as UTF-8.
        if isinstance(error, sqlite3.OperationalError) and _result(error) is not None:
            raise
        raise refused("project_damaged", path, detail=str(error)) from error


def _sqlite_code(error: sqlite3.Error) -> str | None:
    result = _result(error)
    if str(error) == _FORMAT:
        return "project_damaged"
    return None if result is None else _SQLITE.get(result) or _SQLITE.get(result & 0xFF)


def _result(error: sqlite3.Error) -> int | None:
    return getattr(error, "sqlite_errorcode", None)
