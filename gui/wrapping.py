"""Labels whose lines part no figure."""

from PySide6.QtWidgets import QLabel

from gui import words
from gui.numbers import PLAIN_TEXT

__all__ = ["Wrapped"]


class Wrapped(QLabel):
    """A label that wraps as :func:`gui.words.glued` says; its text is what was said, letter by letter."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("textFormat", PLAIN_TEXT)  # anybody may have typed it

    def setText(self, text: str) -> None:
        """Show a text."""
        super().setText(words.glued(text))

    def text(self) -> str:
        """What is shown, as it was said."""
        return super().text().replace(words.JOINER, "")
