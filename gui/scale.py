"""The scales the whole window is set by: the spaces between its parts and the sizes of its letters."""

from enum import IntEnum

from PySide6.QtWidgets import QApplication

__all__ = ["LETTERS", "SIZES", "Space", "grown"]

LETTERS = {"small": 0.9, "section": 1.1, "verdict": 1.3, "number": 1.5, "title": 1.6, "figure": 1.9, "hero": 2.2}  # fmt: skip
"""The type scale, as shares of the size of plain text."""
SIZES = (10, 14)
"""Points of plain text: those of the system, but never less or more; below Chinese is hard to read, above pages do not fit."""


class Space(IntEnum):
    """The spaces between and inside parts, in pixels of a screen of 96 dots an inch; no layout takes any other."""

    HAIR = 2
    TIGHT = 4
    NEAR = 8
    APART = 12
    INSIDE = 16
    PAGE = 22


def grown(pixels: int) -> int:
    """A width or height made for the smallest letters, at the size they have now."""
    return round(pixels * QApplication.font().pointSizeF() / SIZES[0])
