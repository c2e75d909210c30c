"""The welcome in the window: when it is shown, and where its three ways lead."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from gui.folders import own_project
from gui.near import near
from gui.pages.welcome import WelcomePage
from gui.session import Session
from model.records import Snapshot

if TYPE_CHECKING:
    from gui.window import MainWindow

__all__ = ["Welcoming", "is_empty"]


class Welcoming:
    """Shows the welcome over whatever is open; nothing is closed or lost by looking at it."""

    def __init__(self, window: "MainWindow") -> None:
        self._near = near(window)

    @property
    def window(self) -> "MainWindow":
        """The window all this is done in."""
        return self._near()

    @cached_property
    def page(self) -> WelcomePage:
        """The view itself."""
        made = WelcomePage(self.window.session)
        made.chosen.connect(self._go)
        made.opened.connect(self._open)
        return made

    def show(self) -> None:
        """Put it in front."""
        here = self.window.session.path
        self.page.show_recent([path for path in self.window.recent.paths() if path != here])
        self.window.show_beside(self.page)
        self.page.ways["files"].setFocus()

    def _open(self, path: Path) -> None:
        if self.window.session.path != path:
            self.window.open_project(path)
        else:
            self.window.show_page(self.window.specs[0].name)

    def _go(self, way: str) -> None:
        if way == "demo":
            self.window.demo_wanted.emit()
            self.window.show_page(self.window.specs[0].name)
        elif way == "empty":
            if self._has_room():
                self.window.show_page("products")
        else:
            self._take_files()

    def _take_files(self) -> None:
        from gui.dialogs.importing import ask_tables

        paths = ask_tables(self.page)
        if paths and self._has_room():
            self.window.show_page(self.window.specs[0].name)
            self.window.files.bring_in(paths)

    def _has_room(self) -> bool:
        """Have an empty project open: the present one, else the shop's first, else a new one where the merchant says.

        What somebody starts with must not be mixed into the demo, nor into another shop.
        """
        window, session, own = self.window, self.window.session, own_project()
        if session.path is not None and is_empty(session):
            return True
        if session.path != own and window.open_project(own, create=True) and is_empty(session):
            return True
        before = session.path
        window.files.new()
        return session.path != before


def is_empty(session: Session) -> bool:
    """Whether nothing at all is in the open project."""
    return session.snapshot() == Snapshot() and not session.batches() and not session.results()
