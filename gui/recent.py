"""The projects opened last, kept with the user's choices, the latest first."""

from pathlib import Path

from PySide6.QtCore import QSettings

__all__ = ["MOST", "Recent"]

MOST = 10
KEY = "recent"


class Recent:
    """At most ten paths. A project that is gone stays in the list: its disk may only be unplugged."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    def paths(self) -> tuple[Path, ...]:
        """The projects, whether they are there or not."""
        kept = self._settings.value(KEY, [])
        names = [kept] if isinstance(kept, str) else kept if isinstance(kept, list) else []
        return tuple(Path(name) for name in names if isinstance(name, str) and name)[:MOST]

    def add(self, path: Path) -> None:
        """This one was opened now; the next start opens it again, however this run ends."""
        path = path.absolute()
        self._settings.setValue("project", str(path))
        self._keep([path, *(one for one in self.paths() if one != path)][:MOST])

    def clear(self) -> None:
        """Forget them all; the projects themselves stay where they are."""
        self._settings.remove(KEY)

    def _keep(self, paths: list[Path]) -> None:
        self._settings.setValue(KEY, [str(path) for path in paths])
