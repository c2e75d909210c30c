"""A chart in words: what its picture says, line by line, to be read, read aloud, or copied."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from gui.helpkey import help_on
from gui.scale import Space
from model.intake.out.pasted import pasted

__all__ = ["TextDialog"]


class TextDialog(QDialog):
    """Shows a text that cannot be changed; it closes with Esc or Enter."""

    def __init__(self, title: str, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.resize(560, 420)
        self.text = QPlainTextEdit(text)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(title)
        box = QDialogButtonBox()
        copy = box.addButton(self.tr("Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self.copy)
        close = box.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.AcceptRole)
        close.setProperty("primary", True)
        close.setDefault(True)
        box.accepted.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.PAGE, Space.INSIDE, Space.PAGE, Space.INSIDE)
        column.setSpacing(Space.APART)
        column.addWidget(self.text, 1)
        column.addWidget(box)
        help_on(self, "pages#charts")

    def copy(self) -> None:
        """Put the text on the clipboard."""
        QApplication.clipboard().setText(pasted(self.text.toPlainText()))
