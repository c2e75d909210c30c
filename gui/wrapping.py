"""Labels whose lines part no figure."""

from PySide6.QtWidgets import QLabel

from gui import words

__all__ = ["Wrapped"]


class Wrapped(QLabel):
    """A label that wraps as :func:`gui.words.glued` says; its text is what was said."""

    def setText(self, text: str) -> None:
        """Show a text."""
        super().setText(words.glued(text))

    def text(self) -> str:
        """What is shown, as it was said."""
        return super().text().replace(words.JOINER, "")
