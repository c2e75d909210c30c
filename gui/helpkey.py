"""F1 in a dialog: while it is open the menus of the window cannot be reached, so each dialog has the key itself."""

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

__all__ = ["help_on"]


def help_on(dialog: QDialog, topic: str) -> None:
    """Let F1 open the help of a dialog at its topic, ``file#anchor``."""
    _HelpKey(dialog, topic)


class _HelpKey(QShortcut):
    def __init__(self, dialog: QDialog, topic: str) -> None:
        super().__init__(QKeySequence(QKeySequence.StandardKey.HelpContents), dialog)
        self.setProperty("topic", topic)
        self.activated.connect(self._open)

    def _open(self) -> None:
        from gui.helpview import show_help

        dialog = self.parent()
        if isinstance(dialog, QWidget):
            show_help(dialog, str(self.property("topic")))
