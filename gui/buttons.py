"""Buttons as every page and dialog has them; a room of its own, as the first look needs no other part."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton

from gui import theme

__all__ = ["make_button"]


def make_button(icon: str, action: Callable[[], object], primary: bool = False) -> QPushButton:
    """A push button with a line icon."""
    button = QPushButton()
    button.setProperty("primary", primary)
    button.setIcon(theme.icon(icon, "on_accent" if primary else "text"))
    button.setIconSize(QSize(16, 16))
    button.clicked.connect(lambda: action())  # noqa: PLW0108 - the signal would hand over "checked"
    return button
