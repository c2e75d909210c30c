"""Where the program keeps things when nobody said otherwise."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths

__all__ = ["cache_folder", "data_folder", "own_project"]


def data_folder() -> Path:
    """Where projects lie when nobody said otherwise; made when missing."""
    return _folder(QStandardPaths.StandardLocation.AppDataLocation)


def cache_folder() -> Path:
    """What can be made again."""
    return _folder(QStandardPaths.StandardLocation.CacheLocation)


def own_project() -> Path:
    """The shop's first project, which is there without being asked for."""
    name = QCoreApplication.translate("Program", "my-shop")
    return data_folder() / f"{name}.rmx"


def _folder(kind: QStandardPaths.StandardLocation) -> Path:
    path = Path(QStandardPaths.writableLocation(kind))
    path.mkdir(parents=True, exist_ok=True)
    return path
