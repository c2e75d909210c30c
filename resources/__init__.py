"""The one door to the files that come with the program."""

from pathlib import Path, PurePosixPath, PureWindowsPath

__all__ = ["path", "text"]

# importlib.resources would load a dozen modules before the first window, for files that are files in every bundle.
_HERE = Path(__file__).parent


def path(*parts: str) -> Path:
    """Where a shipped file or folder lies: path("style", "app.qss")."""
    for part in parts:
        if PurePosixPath(part).is_absolute() or PureWindowsPath(part).anchor or ".." in _pieces(part):
            raise ValueError(f"not a path inside the resources: {part!r}")
    return _HERE.joinpath(*parts)


def text(*parts: str) -> str:
    """The whole of a shipped text file."""
    return path(*parts).read_text(encoding="utf-8")


def _pieces(part: str) -> tuple[str, ...]:
    return PureWindowsPath(part).parts
