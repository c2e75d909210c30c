"""The menu of the projects opened last."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QWidget

from gui.near import near
from gui.tips import tip

if TYPE_CHECKING:
    from gui.window import MainWindow

__all__ = ["RecentMenu"]


class RecentMenu(QMenu):
    """Filled each time it is opened, as disks come and go; a project that is not found is grey and says so."""

    def __init__(self, window: "MainWindow", parent: QWidget) -> None:
        super().__init__(parent)
        self._near = near(window)
        self.setToolTipsVisible(True)
        self.aboutToShow.connect(self.fill)

    @property
    def _window(self) -> "MainWindow":
        return self._near()

    def fill(self) -> None:
        """Show the list as it is now."""
        self.clear()
        paths = self._window.recent.paths()
        for place, path in enumerate(paths, 1):
            self._add(place, path)
        if not paths:
            self.addAction(self.tr("No project has been opened yet")).setEnabled(False)
            return
        self.addSeparator()
        self.addAction(self.tr("Clear this list")).triggered.connect(lambda _on: self._window.recent.clear())

    def _add(self, place: int, path: Path) -> None:
        name = path.stem.replace("&", "&&")  # a single one would underline the letter behind it
        is_there = path.exists()
        text = name if is_there else self.tr("{0} (not found)").format(name)
        action = self.addAction(f"&{place % 10}  {text}")
        action.setToolTip(tip(str(path)))
        action.setEnabled(is_there)
        action.setCheckable(path == self._window.session.path)
        action.setChecked(action.isCheckable())
        action.triggered.connect(partial(self._open, path))

    def _open(self, path: Path, _on: bool = False) -> None:
        if path != self._window.session.path:
            self._window.open_project(path)
