"""One field changed in several rows at once."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QWidget

from gui import theme, words
from gui.columns import Column
from gui.helpkey import help_on
from gui.parts import text_label
from gui.scale import Space

__all__ = ["BulkEdit"]


class BulkEdit(QDialog):
    """Asks which field, and for the text that all chosen rows get in it; ``take`` has both."""

    def __init__(
        self, columns: Sequence[Column[Any]], rows: int, take: Callable[[str, str], None], parent: QWidget
    ) -> None:
        super().__init__(parent.window())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        theme.dress(self)
        self._take = take
        self.field, self.text = QComboBox(), QLineEdit()
        for column in columns:
            self.field.addItem(words.term("Columns", column.heading), column.key)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        change = self.buttons.addButton(self.tr("Change"), QDialogButtonBox.ButtonRole.AcceptRole)
        change.setDefault(True)
        self.setWindowTitle(self.tr("Change %n row(s)", "", rows))
        form = QFormLayout(self)
        form.setContentsMargins(Space.PAGE, Space.INSIDE, Space.PAGE, Space.INSIDE)
        form.setSpacing(Space.APART)
        about = text_label("muted")
        about.setText(self.tr("All chosen rows get this text. One “Undo” takes it back."))
        form.addRow(about)
        form.addRow(self.tr("Field"), self.field)
        form.addRow(self.tr("New text"), self.text)
        form.addRow(self.buttons)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.text.setFocus()
        help_on(self, "roster#many")

    def accept(self) -> None:
        """Hand over what was chosen."""
        super().accept()
        self._take(str(self.field.currentData()), self.text.text())
