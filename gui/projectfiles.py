"""What the window does with files: projects made, opened and copied, tables imported, the report written."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gui import theme
from gui.near import near
from model.errors import Problem

if TYPE_CHECKING:
    from gui.dialogs.importing import ImportDialog
    from gui.window import MainWindow

__all__ = ["ProjectFiles"]

translate = QCoreApplication.translate
SEEN = 8000
"""Milliseconds a message stays at the bottom of the window."""


class ProjectFiles:
    """The window's hands for files; every refusal is told, and then nothing has happened."""

    def __init__(self, window: "MainWindow") -> None:
        self._near = near(window)

    @property
    def window(self) -> "MainWindow":
        """The window all this is done in."""
        return self._near()

    def new(self) -> None:
        """Ask where, and make a project there."""
        from gui.dialogs.projects import ask_new

        if path := ask_new(self.window.front()):
            self.window.attempt(lambda: self.window.session.new(path))

    def open(self) -> None:
        """Ask which, and open it."""
        from gui.dialogs.projects import ask_open

        if path := ask_open(self.window.front()):
            self.window.open_project(path)

    def copy(self) -> None:
        """Ask where, and write a copy there."""
        from gui.dialogs.projects import ask_copy

        window = self.window
        asked = ask_copy(window.front(), window.session.name)
        if asked is None:
            return
        path, is_taken = asked
        if is_taken:
            window.tell_problem(Problem("project_exists", path.name))
        elif window.attempt(lambda: window.session.copy_to(path)):
            self.murmur(translate("MainWindow", "Copy saved: {0}").format(str(path)))

    def report(self) -> None:
        """Write the plan as a PDF."""
        self.window.show_page("matrix").save_report()

    def take(self, paths: Sequence[Path]) -> None:
        """Open the project among some files (of several the last), and import the others."""
        projects = [path for path in paths if path.suffix.lower() == ".rmx"]
        if projects and self.window.open_project(projects[-1]) and len(projects) > 1:
            self.window.tell(
                lambda: translate(
                    "MainWindow",
                    "One project is open at a time: “{0}” is open now, the others were left alone.",
                ).format(projects[-1].stem),
                "warn",
            )
        if tables := [path for path in paths if path not in projects]:
            self.bring_in(tables)

    def bring_in(self, paths: Sequence[Path] = ()) -> "ImportDialog | None":
        """The import wizard with these files and folders in it; None without a project to put them in."""
        from gui.dialogs.importing import open_wizard

        if self.window.session.path is None:
            self.window.tell_problem(Problem("no_project"))
            return None
        return open_wizard(self.window, self.window.session, paths)

    def murmur(self, text: str) -> None:
        """Say something at the bottom of the window that need not be read."""
        bar = self.window.statusBar()
        theme.dress(bar)
        bar.showMessage(text, SEEN)
