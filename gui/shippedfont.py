"""The font that comes along, for text where the system has no Chinese and for every PDF."""

import os
from typing import Final

from PySide6.QtGui import QFontDatabase

import resources

__all__ = ["FILE", "shipped_families"]

FILE: Final = ("fonts", "NotoSansSC-noradicals.otf")
BY_BYTES: Final = os.name == "nt"
"""Without a screen Qt opens a font in the code page of Windows, which knows no Chinese folder where Windows is English."""


def shipped_families(by_bytes: bool = BY_BYTES) -> list[str]:
    """Load the font; the names under which Qt knows it, none where it could not be read."""
    file = resources.path(*FILE)
    if by_bytes:
        number = QFontDatabase.addApplicationFontFromData(file.read_bytes())
    else:
        number = QFontDatabase.addApplicationFont(str(file))
    return QFontDatabase.applicationFontFamilies(number)
