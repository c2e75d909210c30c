"""A file or folder in the system's own program for it."""

from pathlib import Path

__all__ = ["open_in_system"]


def open_in_system(path: Path) -> bool:
    """Open it there; false where there is no program for it, or nothing to open."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
