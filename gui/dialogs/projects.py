"""Which project file is meant: a new one, one to open, one for a copy."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from gui import lastfolder
from gui.saving import with_ending

translate = QCoreApplication.translate


def ask_new(parent: QWidget) -> Path | None:
    """A file for a new project; that it may be there already is the session's to tell."""
    name, _ = lastfolder.ask_name(
        parent,
        translate("MainWindow", "New project"),
        translate("MainWindow", "my-shop.rmx"),
        translate("MainWindow", "Projects (*.rmx)"),
        QFileDialog.Option.DontConfirmOverwrite,
    )
    return with_ending(name, ".rmx") if name else None


def ask_open(parent: QWidget) -> Path | None:
    """A project that is there."""
    title, pattern = translate("MainWindow", "Open project"), translate("MainWindow", "Projects (*.rmx)")
    name = lastfolder.ask_open(parent, title, pattern)
    return Path(name) if name else None


def ask_copy(parent: QWidget, project: str) -> tuple[Path, bool] | None:
    """A file for a copy, and whether he has not been asked about it, as the dialog asked about another name."""
    name, _ = lastfolder.ask_name(
        parent,
        translate("MainWindow", "Save a copy"),
        translate("MainWindow", "{0} copy.rmx").format(project),
        translate("MainWindow", "Projects (*.rmx)"),
    )
    path = with_ending(name, ".rmx")
    return (path, path != Path(name) and path.exists()) if name else None
