"""PySide6's own start made shorter: what it compiles anew each time is kept, as Python keeps its compiled modules.

PySide6 has some 4,000 lines of Python inside its library (texts of errors and help, features), and as one library
serves several Pythons they lie there as source: 18 ms to compile, and 13 ms for patterns few of which are ever used.
"""

import builtins
import marshal
import os
import re
import sys
import zlib
from functools import cached_property, partial
from pathlib import Path
from types import CodeType
from typing import Any

__all__ = ["Kept", "Pattern", "import_pyside"]

OWN = "shibokensupport"
"""The package inside the library."""
Key = tuple[str, int, int]
py_compile, re_compile = builtins.compile, re.compile


def import_pyside() -> None:
    """Import the base of PySide6, with what was compiled at an earlier start where there is such."""
    place = __spec__ and __spec__.cached
    if "shiboken6" in sys.modules or not place:
        return
    kept = Kept(Path(place).with_suffix(".kept"))
    builtins.compile, re.compile = kept.compile, _pattern
    try:
        import shiboken6  # noqa: F401
    finally:
        builtins.compile, re.compile = py_compile, re_compile
    kept.save()


class Kept:
    """Compiled code by name and content of its source, in a file beside Python's own compiled modules."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._fresh = False
        self._codes: dict[Key, CodeType] = self._read()

    def compile(self, source: Any, filename: Any, mode: str, *more: Any, **options: Any) -> Any:
        """As Python's ``compile``."""
        if more or options or mode != "exec" or not isinstance(source, bytes | str):
            return py_compile(source, filename, mode, *more, **options)
        text = source.encode() if isinstance(source, str) else source
        key = (str(filename), len(text), zlib.crc32(text))
        if key not in self._codes:
            self._codes[key] = py_compile(source, filename, mode)
            self._fresh = True
        return self._codes[key]

    def save(self) -> None:
        """Keep what is new, where compiled modules may be kept at all."""
        if not self._fresh or sys.dont_write_bytecode:
            return
        beside = self._file.with_suffix(f".{os.getpid()}")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(marshal.dumps((sys.version, self._codes)))
            beside.replace(self._file)
        except OSError:
            beside.unlink(missing_ok=True)  # as with Python's own: it is compiled again the next time

    def _read(self) -> dict[Key, CodeType]:
        try:
            version, codes = marshal.loads(self._file.read_bytes())  # noqa: S302 - trusted as a .pyc beside it is
        except (OSError, ValueError, EOFError, TypeError):
            return {}
        return dict(codes) if version == sys.version else {}


class Pattern:
    """A regular expression that is compiled when it is first used."""

    def __init__(self, *how: Any) -> None:
        self._how = how

    def __getattr__(self, name: str) -> Any:
        """An attribute of the compiled expression; a method waits until it is called."""
        if callable(getattr(re.Pattern, name)):
            return partial(self._call, name)
        return getattr(self._made, name)

    def _call(self, name: str, *args: Any, **more: Any) -> Any:
        return getattr(self._made, name)(*args, **more)

    @cached_property
    def _made(self) -> re.Pattern[str]:
        return re_compile(*self._how)


def _pattern(pattern: Any, flags: Any = 0) -> Any:
    """Patterns of PySide6's own modules wait; those of others that are imported meanwhile do not."""
    name = sys._getframe(1).f_globals.get("__name__", "")  # noqa: SLF001 - who asks is the question
    if isinstance(pattern, str) and name.startswith(OWN):
        return Pattern(pattern, flags)
    return re_compile(pattern, flags)
