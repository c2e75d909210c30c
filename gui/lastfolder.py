"""The dialogs that ask for a file or a folder; each begins where the last one of its kind ended, also in another session."""

from pathlib import Path
from typing import Final, Literal

from PySide6.QtCore import QFileInfo, QSettings, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

__all__ = ["ask_folder", "ask_name", "ask_open", "ask_open_many", "begin", "use"]

Kind = Literal["open", "save"]
GROUP: Final = "folders"
NO_OPTION: Final = QFileDialog.Option(0)


class _Memory:
    """Where folders are kept; nowhere before :func:`use`."""

    settings: QSettings | None = None


def use(settings: QSettings | None) -> None:
    """Keep the folders in these settings from now on; nowhere with None."""
    _Memory.settings = settings


def begin(kind: Kind) -> Path:
    """Where a dialog begins: the folder used last, while it is there, else the documents."""
    kept = _Memory.settings.value(f"{GROUP}/{kind}", "") if _Memory.settings else ""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    for folder in (kept, documents):
        if (
            isinstance(folder, str) and folder and QFileInfo(folder).isDir()
        ):  # Path.is_dir() raises where nobody may look
            return Path(folder)
    return Path.home()


def ask_name(
    parent: QWidget,
    title: str,
    suggestion: str,
    pattern: str = "",
    option: QFileDialog.Option = NO_OPTION,
) -> tuple[str, str]:
    """A name to save under and the pattern chosen; empty where he has thought better of it."""
    at = str(begin("save") / suggestion)
    name, chosen = QFileDialog.getSaveFileName(parent, title, at, pattern, "", option)
    return _kept("save", name), chosen


def ask_open(parent: QWidget, title: str, pattern: str) -> str:
    """A file that is there, or nothing."""
    return _kept("open", QFileDialog.getOpenFileName(parent, title, str(begin("open")), pattern)[0])


def ask_open_many(parent: QWidget, title: str, pattern: str) -> list[str]:
    """Files that are there, or none."""
    names, _ = QFileDialog.getOpenFileNames(parent, title, str(begin("open")), pattern)
    for name in names[:1]:
        _kept("open", name)
    return names


def ask_folder(parent: QWidget, title: str) -> str:
    """A folder to read from, or nothing; the next dialog begins in it."""
    name = QFileDialog.getExistingDirectory(parent, title, str(begin("open")))
    if name:
        _keep("open", Path(name))
    return name


def _kept(kind: Kind, name: str) -> str:
    if name:
        _keep(kind, Path(name).parent)
    return name


def _keep(kind: Kind, folder: Path) -> None:
    if _Memory.settings is not None:
        _Memory.settings.setValue(f"{GROUP}/{kind}", str(folder))
