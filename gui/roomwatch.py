"""A project on a full disk: said when it is opened, and not when the first edit is lost."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from gui.pages.base import Page
from gui.session import Changed

if TYPE_CHECKING:
    from gui.window import MainWindow
    from model.errors import Problem

__all__ = ["RoomWatch"]


class RoomWatch(QObject):
    """Looks at the disk whenever a project is opened, by whatever way."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._told: tuple[Page, Problem] | None = None
        window.session.changed.connect(self._follow)

    def look(self) -> None:
        """Say that nothing can be saved, if that is so; what was said of a project before is taken back."""
        from gui.words import problems

        if self._told is not None:
            page, before = self._told
            self._told = None
            if page.notice.text.text() == problems.sentence(before):
                page.hush()
        problem = self._window.session.little_room()
        page_now = self._window.stack.currentWidget()
        if problem is not None and isinstance(page_now, Page):
            page_now.notice.say(lambda: problems.sentence(problem), "warn")
            self._told = page_now, problem

    def _follow(self, what: Changed, _by: object) -> None:
        if what & Changed.PROJECT and self._window.session.path is not None:
            self._window.later.add(self.look)  # the pages begin a new project by saying nothing
