"""The one door to the files that come with the program."""

from importlib.resources import files
from pathlib import Path, PurePosixPath, PureWindowsPath

__all__ = ["path", "text"]


def path(*parts: str) -> Path:
    """Where a shipped file or folder lies: path("style", "app.qss")."""
    for part in parts:
        if PurePosixPath(part).is_absolute() or PureWindowsPath(part).anchor or ".." in _pieces(part):
            raise ValueError(f"not a path inside the resources: {part!r}")
    return Path(str(files(__name__))).joinpath(*parts)


def text(*parts: str) -> str:
    """The whole of a shipped text file."""
    return path(*parts).read_text(encoding="utf-8")


def _pieces(part: str) -> tuple[str, ...]:
    return PureWindowsPath(part).parts
