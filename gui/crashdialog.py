"""The dialog for a fault of the program; apart from the hook, which is there from the start and must be light."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from gui import theme
from gui.helpkey import help_on
from gui.scale import Space

__all__ = ["CrashDialog"]


class CrashDialog(QDialog):
    """One sentence for the merchant, one report for the makers."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something went wrong"))
        self.resize(620, 420)
        self.text = QPlainTextEdit(text)
        self.text.setReadOnly(True)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setAccessibleName(self.tr("Report"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.PAGE, Space.INSIDE, Space.PAGE, Space.INSIDE)
        layout.setSpacing(Space.APART)
        for role, line in self._lines():
            layout.addWidget(_label(role, line))
        layout.addWidget(self.text, 1)
        layout.addWidget(self._buttons())
        theme.dress(self)  # it may belong to no window
        help_on(self, "trouble#crash")

    def copy(self) -> None:
        """Put the report on the clipboard."""
        QApplication.clipboard().setText(self.text.toPlainText())

    def _lines(self) -> tuple[tuple[str, str], ...]:
        return (
            ("section", self.tr("The program made a mistake. Your work is saved, and you can go on.")),
            ("muted", self.tr("This report helps us fix it. It holds nothing about your shop.")),
        )

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox()
        copy = box.addButton(self.tr("Copy report"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self.copy)
        close = box.addButton(self.tr("Go on"), QDialogButtonBox.ButtonRole.AcceptRole)
        close.setProperty("primary", True)
        close.setDefault(True)
        box.accepted.connect(self.accept)
        return box


def _label(role: str, text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    label.setWordWrap(True)
    return label
